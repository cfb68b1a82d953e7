"""How the hearing thread and the recogniser's process talk: length-prefixed frames over two pipes.

A frame is one kind byte, a little-endian length and that many bytes. Kind `J` is a JSON object in UTF-8; kind `A` is
audio: an 8-byte sequence number and int16 mono samples at 16 kHz.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Literal

Message = dict[str, Any]

_HEAD = struct.Struct("<cI")
_SEQUENCE = struct.Struct("<Q")
LARGEST = 4 * 1024 * 1024
"""No frame is larger; anything else is a broken pipe."""


class WireError(Exception):
    """The other end closed or sent something that is no frame."""


def message_frame(message: Message) -> bytes:
    """A JSON frame. Japanese stays as it is: Vosk does not decode backslash escapes."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode()
    return _HEAD.pack(b"J", len(body)) + body


def audio_frame(sequence: int, pcm: bytes) -> bytes:
    """An audio frame."""
    return _HEAD.pack(b"A", len(pcm) + _SEQUENCE.size) + _SEQUENCE.pack(sequence) + pcm


def read_frame(stream: BinaryIO) -> tuple[Literal["J"], Message] | tuple[Literal["A"], tuple[int, bytes]] | None:
    """The next frame, or None at a clean end. Raises WireError when the stream is cut or is not ours."""
    head = _read(stream, _HEAD.size)
    if not head:
        return None
    kind, length = _HEAD.unpack(head)
    if kind not in (b"J", b"A") or length > LARGEST:
        raise WireError("not a frame")
    body = _read(stream, length)
    if len(body) != length:
        raise WireError("cut short")
    if kind == b"A":
        return "A", (_SEQUENCE.unpack_from(body)[0], body[_SEQUENCE.size :])
    try:
        message = json.loads(body)
    except ValueError as error:
        raise WireError("not JSON") from error
    if not isinstance(message, dict):
        raise WireError("not an object")
    return "J", message


def _read(stream: BinaryIO, size: int) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        part = stream.read(size - len(parts))
        if not part:
            if parts and len(parts) < size:
                raise WireError("cut short")
            break
        parts += part
    return bytes(parts)
