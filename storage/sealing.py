"""The locks of sealed identities: bytes in, bytes out, nothing kept. X25519, HKDF, AES-256-GCM, scrypt.

An identity is encrypted under a key of its own; that key is wrapped for the public half of the office's key,
so that sealing needs nobody. The private half exists only while officers put their shares together. What fails
to open raises BadInputError `seal-…`; which part was wrong is not told.
"""

import base64
import binascii
import hashlib
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import orjson

from domain.errors import BadInputError
from domain.shamir import Share

KEY, NONCE = 32, 12
COST = 17
"""log2 of scrypt's N for new shares: 128 MiB and about half a second a guess."""
_COSTS = range(10, 21)  # what a share file may ask for; more would only tie up the machine
LONGEST_FILE = 64 * 1024
_BEGIN, _END = "-----BEGIN BAOAN SHARE-----", "-----END BAOAN SHARE-----"


@dataclass(frozen=True, slots=True)
class LockedShare:
    """A share under its officer's passphrase, as it is handed out; `key` is the id of the office key it is of."""

    key: str
    officer: str
    index: int
    threshold: int
    box: bytes

    def about(self) -> bytes:
        """Return what the lock is bound to."""
        return orjson.dumps(["share", self.key, self.officer, self.index, self.threshold])


@cache
def _x25519() -> ModuleType:
    """Return the library's parts; it is loaded when first something is locked (30 ms a start need not pay)."""
    from cryptography.hazmat.primitives.asymmetric import x25519  # noqa: PLC0415

    return x25519


def new_key() -> tuple[bytes, bytes]:
    """Return a new office key: (private, public)."""
    private = _x25519().X25519PrivateKey.generate()
    return private.private_bytes_raw(), private.public_key().public_bytes_raw()


def public_of(private: bytes) -> bytes:
    """Return the public half."""
    half: bytes = _x25519().X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    return half


def key_id(public: bytes) -> str:
    """Return the short name of an office key."""
    return hashlib.sha256(b"baoan-seal-key" + public).hexdigest()[:12]


def seal(plain: bytes, about: bytes) -> tuple[bytes, bytes]:
    """Encrypt under a fresh key; returns (key, box). The box opens only with the same `about`."""
    key = os.urandom(KEY)
    return key, _encrypt(key, plain, about)


def unseal(key: bytes, box: bytes, about: bytes) -> bytes:
    """Return what a box holds; raises BadInputError `seal-wrong-key`."""
    return _decrypt(key, box, about)


def wrap(key: bytes, public: bytes, about: bytes) -> bytes:
    """Encrypt a key for whoever has the private half that belongs to `public`."""
    once = _x25519().X25519PrivateKey.generate()
    mine = once.public_key().public_bytes_raw()
    shared = once.exchange(_x25519().X25519PublicKey.from_public_bytes(public))
    return bytes(mine + _encrypt(_derive(shared, mine + public), key, about))


def unwrap(wrapped: bytes, private: bytes, about: bytes) -> bytes:
    """Return the key; raises BadInputError `seal-wrong-key`."""
    theirs, box = wrapped[:KEY], wrapped[KEY:]
    own = _x25519().X25519PrivateKey.from_private_bytes(private)
    try:
        shared = own.exchange(_x25519().X25519PublicKey.from_public_bytes(theirs))
    except ValueError as error:
        raise BadInputError("seal-wrong-key") from error
    return _decrypt(_derive(shared, theirs + own.public_key().public_bytes_raw()), box, about)


# Shares


def check_of(key: str, share: Share) -> str:
    """Return what the server keeps of a share: enough to know it again, of no use for finding it."""
    plain = orjson.dumps(["check", key, share.index]) + share.data
    return hashlib.sha256(plain).hexdigest()


def lock_share(share: Share, passphrase: str, *, key: str, officer: str, threshold: int) -> LockedShare:
    """Put a share under a passphrase."""
    salt = os.urandom(16)
    empty = LockedShare(key, officer, share.index, threshold, b"")
    box = _encrypt(_stretch(passphrase, salt, COST), share.data, empty.about())
    return LockedShare(key, officer, share.index, threshold, bytes([COST]) + salt + box)


def unlock_share(locked: LockedShare, passphrase: str) -> Share:
    """Return the share; raises BadInputError `seal-wrong-passphrase`."""
    cost, salt, box = locked.box[0], locked.box[1:17], locked.box[17:]
    if cost not in _COSTS:
        raise BadInputError("seal-share-unreadable")
    try:
        data = _decrypt(_stretch(passphrase, salt, cost), box, locked.about())
    except BadInputError as error:
        raise BadInputError("seal-wrong-passphrase", officer=locked.officer) from error
    return Share(locked.index, data)


def lock_by_code(plain: bytes, code: bytes, about: bytes) -> bytes:
    """Encrypt under a one-time code of at least 128 random bits; nothing needs stretching there."""
    return _encrypt(_derive(code, b"once"), plain, about)


def unlock_by_code(box: bytes, code: bytes, about: bytes) -> bytes:
    """Return what `lock_by_code` locked; raises BadInputError `seal-wrong-key`."""
    return _decrypt(_derive(code, b"once"), box, about)


def to_text(locked: LockedShare) -> str:
    """Return a share as lines that survive paper: letters, figures and two signs between two marks."""
    plain = [
        locked.key,
        locked.officer,
        locked.index,
        locked.threshold,
        base64.b64encode(locked.box).decode(),
    ]
    letters = base64.b64encode(orjson.dumps(plain)).decode()
    lines = [letters[at : at + 64] for at in range(0, len(letters), 64)]
    return "\n".join([_BEGIN, *lines, _END])


def from_text(text: str) -> LockedShare:
    """Read what `to_text` wrote, whatever stands around it; raises BadInputError `seal-share-unreadable`."""
    _, begin, rest = text.partition(_BEGIN)
    letters, end, _ = rest.partition(_END)
    try:
        if not (begin and end):
            raise ValueError  # noqa: TRY301 - one way out for everything that is no share
        return _from_json(orjson.loads(base64.b64decode("".join(letters.split()), validate=True)))
    except (ValueError, TypeError, binascii.Error) as error:
        raise BadInputError("seal-share-unreadable") from error


def _from_json(plain: Any) -> LockedShare:
    key, officer, index, threshold, box = plain
    share = LockedShare(key, officer, index, threshold, base64.b64decode(box, validate=True))
    words = isinstance(key, str) and isinstance(officer, str)
    numbers = all(type(n) is int and 1 <= n <= 255 for n in (index, threshold))
    if not (words and numbers and len(share.box) > 1 + 16 + NONCE + 16):
        raise ValueError
    return share


# Below


def _encrypt(key: bytes, plain: bytes, about: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, about)


def _decrypt(key: bytes, box: bytes, about: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    try:
        return AESGCM(key).decrypt(box[:NONCE], box[NONCE:], about)
    except (InvalidTag, ValueError) as error:
        raise BadInputError("seal-wrong-key") from error


def _derive(secret: bytes, info: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    return HKDF(SHA256(), KEY, salt=None, info=b"baoan-seal-1" + info).derive(secret)


def _stretch(passphrase: str, salt: bytes, cost: int) -> bytes:
    """Return the key of a passphrase: typed composed or decomposed, with spaces around it or not, the same."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt  # noqa: PLC0415

    typed = unicodedata.normalize("NFC", passphrase).strip().encode()
    return Scrypt(salt=salt, length=KEY, n=2**cost, r=8, p=1).derive(typed)


def about_identity(parts: Iterable[Any]) -> bytes:
    """Return what a sealed identity is bound to, so that no row can be put in another's place."""
    return orjson.dumps(["identity", *parts])
