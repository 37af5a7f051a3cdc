"""Signatures of a pack's list of files, as minisign makes and checks them (jedisct1.github.io/minisign).

The format is that of its page, "Signature format" and "Secret key format": Ed25519, of the BLAKE2b digest of
what is signed. No clock stands in what it says, so that the same pack has the same signature.
"""

from __future__ import annotations

import binascii
from base64 import b64decode, b64encode
from collections.abc import Callable
from hashlib import blake2b, scrypt
from pathlib import Path
from typing import TYPE_CHECKING

from builder.errors import FileTrouble, Misuse
from builder.record import Record
from builder.source.folder import legible

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_PLAIN, _HASHED = b"Ed", b"ED"  # what is signed: the bytes, or their digest
_SCRYPT, _OPEN = b"Sc", b"\0\0"  # how a secret key is locked: with a password, or not at all
_MOST_BYTES = 10_000  # of a key or a signature
_MOST_MEMORY = 2 << 30  # bytes to unlock a key; minisign asks for one GiB
_BLOCK = 8  # scrypt's r, as libsodium has it
_KEY_SIGNS = 56  # of a public key as text: 42 bytes in base 64
_SHAPES = {"public": 42, "secret": 158, "signature": 74}  # bytes of each


class PublicKey(Record):
    """Whose signatures are asked for."""

    number: bytes
    point: bytes

    @property
    def name(self) -> str:
        """As minisign shows it."""
        return named(self.number)


class Signer(Record):
    """Who signs."""

    number: bytes
    seed: bytes

    def sign(self, data: bytes, comment: str) -> bytes:
        """The file with the signature, which vouches for the comment too."""
        key = _private(self.seed)
        signature = key.sign(blake2b(data).digest())
        vouched = key.sign(signature + comment.encode())
        lines = (
            f"{_UNTRUSTED}signature of the key {named(self.number)}",
            b64encode(_HASHED + self.number + signature).decode(),
            f"{_TRUSTED}{comment}",
            b64encode(vouched).decode(),
        )
        return "".join(f"{line}\n" for line in lines).encode()


class Signature(Record):
    """What a file with a signature says; nothing of it is known to be true."""

    number: bytes
    hashed: bool
    signature: bytes
    comment: str
    vouched: bytes

    @property
    def name(self) -> str:
        """That of the key, as minisign shows it."""
        return named(self.number)

    def fits(self, data: bytes, key: PublicKey) -> bool:
        """Whether it is that key's signature of the data, and its comment is that key's too."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415  of the extra `sign`

        public = _public(key.point)
        try:
            public.verify(self.signature, blake2b(data).digest() if self.hashed else data)
            public.verify(self.vouched, self.signature + self.comment.encode())
        except InvalidSignature:
            return False
        return self.number == key.number


def named(number: bytes) -> str:
    """A key's number as minisign shows it."""
    return f"{int.from_bytes(number, 'little'):016X}"


def read_signer(path: Path, password: Callable[[], str]) -> Signer:
    """The secret key of a file, unlocked by the password if it has one; FileTrouble if it is none."""
    data = _decoded(_text(path).splitlines()[1:2], "secret", str(path))
    locked, salt = data[2:4], data[6:38]
    secret = data[54:]
    if locked == _SCRYPT:
        _need()
        operations, memory = (int.from_bytes(data[at : at + 8], "little") for at in (38, 46))
        stream = _stretched(password(), salt, operations, memory)
        secret = bytes(one ^ other for one, other in zip(secret, stream, strict=True))
    elif locked != _OPEN:
        raise FileTrouble(f"{path}: this secret key is locked in a way that is not known")
    _need()
    number, seed, point, proof = secret[:8], secret[8:40], secret[40:72], secret[72:]
    digest = blake2b(data[:2] + secret[:72], digest_size=32).digest()
    if proof not in ((digest,) if locked == _SCRYPT else (digest, bytes(32))) or _point(seed) != point:
        wrong = "the password is wrong, or the file is damaged" if locked == _SCRYPT else "it is damaged"
        raise FileTrouble(f"{path}: this secret key cannot be used: {wrong}")
    return Signer(number, seed)


def read_key(written: str) -> PublicKey:
    """A public key, by its file or as its one line of text; FileTrouble if it is none."""
    path = Path(written)
    typed = len(written) == _KEY_SIGNS and not path.is_file()
    lines = [written] if typed else _text(path).splitlines()[1:2]
    data = _decoded(lines, "public", written)
    _need()
    return PublicKey(data[2:10], data[10:])


def read_signature(data: bytes, name: str) -> Signature:
    """What a file with a signature says; FileTrouble if it is none."""
    try:
        lines = data[:_MOST_BYTES].decode().splitlines()
    except UnicodeDecodeError:
        lines = []
    if len(lines) < 4 or not lines[2].startswith(_TRUSTED):
        raise FileTrouble(f"{name}: this is no signature of minisign")
    main = _decoded(lines[1:2], "signature", name)
    vouched = _base64(lines[3], name)
    if main[:2] not in (_PLAIN, _HASHED) or len(vouched) != 64:
        raise FileTrouble(f"{name}: this is no signature of minisign")
    comment = lines[2].removeprefix(_TRUSTED)
    return Signature(main[2:10], main[:2] == _HASHED, main[10:], comment, vouched)


def shown(signature: Signature) -> str:
    """Its comment, as it can be said."""
    return legible(signature.comment)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES).decode()
    except OSError as error:
        raise FileTrouble(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError:
        raise FileTrouble(f"{path}: this is no key of minisign") from None


def _decoded(lines: list[str], what: str, name: str) -> bytes:
    data = _base64(lines[0], name) if lines else b""
    kind = "signature" if what == "signature" else f"{what} key"
    if len(data) != _SHAPES[what] or data[:2] not in (_PLAIN, _HASHED):
        raise FileTrouble(f"{name}: this is no {kind} of minisign")
    return data


def _base64(line: str, name: str) -> bytes:
    try:
        return b64decode(line.strip(), validate=True)
    except (binascii.Error, ValueError):
        raise FileTrouble(f"{name}: this is not written as minisign writes it") from None


def _stretched(password: str, salt: bytes, operations: int, memory: int) -> bytes:
    """What a password opens a key with (libsodium: crypto_pwhash_scryptsalsa208sha256)."""
    operations = max(operations, 32_768)
    if operations < memory // 32:
        most, parallel = operations // (_BLOCK * 4), 1
    else:
        most = memory // (_BLOCK * 128)
        parallel = 0
    cost = max(most.bit_length() - 1, 1)
    parallel = parallel or min(operations // 4 >> cost, 0x3FFFFFFF) // _BLOCK
    if 128 * _BLOCK << cost >= _MOST_MEMORY or parallel < 1:
        raise FileTrouble("this secret key asks for more than 2 GiB of memory to be unlocked")
    within = {"maxmem": _MOST_MEMORY - 1, "dklen": _SHAPES["secret"] - 54}
    return scrypt(password.encode(), salt=salt, n=1 << cost, r=_BLOCK, p=parallel, **within)


def _need() -> None:
    """Misuse if the extra is not installed."""
    try:
        import cryptography  # noqa: F401, PLC0415
    except ImportError:
        raise Misuse("signatures need a library: pip install 'packbuild[sign]'") from None


def _private(seed: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    return Ed25519PrivateKey.from_private_bytes(seed)


def _point(seed: bytes) -> bytes:
    return _private(seed).public_key().public_bytes_raw()


def _public(point: bytes) -> Ed25519PublicKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    return Ed25519PublicKey.from_public_bytes(point)
