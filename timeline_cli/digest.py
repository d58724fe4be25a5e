"""Digests of contents and names, for the index.

Owns: which function makes them. Does not: protect against forgery: nothing secret is derived from them.
"""

from __future__ import annotations

from zlib import crc32

# hashlib also loads OpenSSL, which takes longer than a warm question's own work.
try:
    from _blake2 import blake2b
except ImportError:  # an interpreter built without it
    from hashlib import blake2b

SIZE = 16  # bytes


def hasher() -> blake2b:
    """An object that takes bytes with `update` and gives `digest()` or `hexdigest()`."""
    return blake2b(digest_size=SIZE)


def digest(data: bytes) -> bytes:
    """The digest of bytes at once."""
    return blake2b(data, digest_size=SIZE).digest()


def checksum(data: bytes | str, start: int = 0) -> int:
    """A checksum of four bytes with a sign: in SQLite, a number without one often takes six. `start` is a `crc32`."""
    return crc32(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, start) - (1 << 31)
