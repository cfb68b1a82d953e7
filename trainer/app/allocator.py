"""How the C library keeps memory: large pieces go back to the system when they are no longer needed. Linux only."""

from __future__ import annotations

import contextlib
import sys

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Names of `mallopt` in the GNU C library's malloc.h."""
LARGE = 128 * 1024
"""Bytes from which a piece is mapped by itself: the library's own first limit, which otherwise grows to 32 MB."""
SPARE = 1024 * 1024
"""Bytes kept ready at the end of the heap."""

ARENAS = 2
"""Heaps that threads share; otherwise each new thread may begin one of its own."""


def give_back() -> None:
    """From now on. Does nothing where there is no such call (other systems, other C libraries).

    Rendered lines, pictures and tables of examples come and go. Without this they lie between small things that stay,
    and their room is never given back (docs/decisions/0270).
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - after the first picture

    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL(None)
        library.mallopt(_MMAP_THRESHOLD, LARGE)
        library.mallopt(_TRIM_THRESHOLD, SPARE)
        library.mallopt(_ARENA_MAX, ARENAS)


def give_back_spare() -> None:
    """What the C library holds free between small things, now: some 10 MB after a few visits, in some 2 ms.

    Large pieces go by themselves (`give_back`); this is for the many small ones of pages and pictures that are no
    longer there (docs/decisions/0289).
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - after the first picture

    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
