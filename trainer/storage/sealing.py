"""Sealing: one column value in, bytes out that say nothing; and the envelope that holds the key.

Values are sealed with AES-256-SIV (RFC 5297): the same value in the same column gives the same bytes, so that SQLite
can still find a visit and keep a wording only once; a sealed value moved to another column does not open. The random
data key lies in an envelope, sealed with AES-256-GCM under a key that Argon2id (RFC 9106) makes of the passphrase.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESSIV

PAD = 32
"""Values are filled up to a multiple of so many bytes: lengths of names say less."""
KEY_BYTES = 64
PURPOSE = b"engawa lock 1"


class SealError(Exception):
    """These bytes do not open with this key, in this column."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one try of a passphrase costs: KiB of memory, passes over it, lanes. The default is RFC 9106's second
    recommendation (64 MiB, 3 passes, 4 lanes): about 0.2 s on a small computer.
    """

    memory: int = 65_536
    passes: int = 3
    lanes: int = 4


COST = Cost()
MOST = Cost(1_048_576, 16, 16)
"""An envelope from elsewhere (a restored backup) may not ask for more than this."""


class Seal:
    """An opened lock: `name` is the lock's random name, as it stands in the database beside the envelope."""

    def __init__(self, name: str, key: bytes) -> None:
        """`key` has KEY_BYTES bytes."""
        self.name = name
        self.key = key
        self._siv = _siv(key)

    def seal(self, column: str, text: str) -> bytes:
        """The value sealed for that column (`table.column`)."""
        plain = text.encode("utf-8", "surrogatepass") + b"\x80"
        return self._siv.encrypt(plain + b"\0" * (-len(plain) % PAD), [self.name.encode(), column.encode()])

    def open(self, column: str, sealed: object) -> str:
        """The value again. Raises SealError."""
        if not isinstance(sealed, bytes):
            raise SealError(column)
        return self._decrypt(sealed, column).rstrip(b"\0")[:-1].decode("utf-8", "surrogatepass")

    def seal_bytes(self, content: bytes) -> bytes:
        """A whole file sealed."""
        return self._siv.encrypt(content + b"\x80", [self.name.encode(), b"file"])

    def open_bytes(self, sealed: bytes) -> bytes:
        """The file again. Raises SealError."""
        return self._decrypt(sealed, "file")[:-1]

    def _decrypt(self, sealed: bytes, column: str) -> bytes:
        # 40 ms, and only those with a lock need it.
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        try:
            return self._siv.decrypt(sealed, [self.name.encode(), column.encode()])
        except (InvalidTag, ValueError) as error:
            raise SealError(column) from error


def new_seal() -> Seal:
    """A lock that never was before."""
    return Seal(os.urandom(8).hex(), os.urandom(KEY_BYTES))


class _Envelope(msgspec.Struct, frozen=True):
    """What is written beside the records. Nothing in it is secret; without the passphrase it opens nothing."""

    version: int
    memory: int
    passes: int
    lanes: int
    salt: str
    nonce: str
    key: str


def wrap(seal: Seal, passphrase: str, cost: Cost = COST) -> str:
    """The envelope (one line of JSON) for that passphrase."""
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = _gcm(_derive(passphrase, salt, cost)).encrypt(nonce, seal.key, PURPOSE + seal.name.encode())
    envelope = _Envelope(1, cost.memory, cost.passes, cost.lanes, salt.hex(), nonce.hex(), sealed.hex())
    return msgspec.json.encode(envelope).decode()


def unwrap(name: str, envelope: str, passphrase: str) -> Seal | None:
    """The opened lock; None when the passphrase is another one, or the envelope cannot be read."""
    # 40 ms, and only those with a lock need it.
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415

    try:
        given = msgspec.json.decode(envelope, type=_Envelope)
        cost = Cost(given.memory, given.passes, given.lanes)
        if cost.memory > MOST.memory or cost.passes > MOST.passes or cost.lanes > MOST.lanes:
            return None
        derived = _derive(passphrase, bytes.fromhex(given.salt), cost)
        key = _gcm(derived).decrypt(bytes.fromhex(given.nonce), bytes.fromhex(given.key), PURPOSE + name.encode())
    except (msgspec.MsgspecError, ValueError, InvalidTag):
        return None
    return Seal(name, key) if len(key) == KEY_BYTES else None


def _derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    # 40 ms, and only those with a lock need it.
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id  # noqa: PLC0415

    # NFKC: the same passphrase from another keyboard or input method is the same bytes.
    told = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return kdf.derive(told)


def _siv(key: bytes) -> AESSIV:
    # 40 ms, and only those with a lock need it.
    from cryptography.hazmat.primitives.ciphers.aead import AESSIV  # noqa: PLC0415

    return AESSIV(key)


def _gcm(key: bytes) -> AESGCM:
    # 40 ms, and only those with a lock need it.
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    return AESGCM(key)
