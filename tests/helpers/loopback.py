"""Brings this computer's own loop up where it is down: a fresh network namespace (`unshare -n`) has one that sleeps.

Tests that serve files to themselves on 127.0.0.1 need it; it leads nowhere else.
"""

from __future__ import annotations

import contextlib
import socket
import struct
import sys

GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 0x1
"""SIOCGIFFLAGS, SIOCSIFFLAGS and IFF_UP of Linux's netdevice(7)."""


def wake() -> bool:
    """True when the loop is up afterwards; False where it is down and may not be changed."""
    if not sys.platform.startswith("linux"):
        return True
    import fcntl  # only on Unix

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket, contextlib.suppress(OSError):
        asked = struct.pack("16sh14x", b"lo", 0)
        _, flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, GET_FLAGS, asked))
        if not flags & UP:
            fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sh14x", b"lo", flags | UP))
        return True
    return False
