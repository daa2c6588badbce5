"""Ed25519 signatures over bytes; keys as PEM (private) and raw base64 (public). The library is loaded on use."""

import base64
import binascii
import hashlib
from typing import TYPE_CHECKING

from domain.errors import BadInputError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


def new_private() -> str:
    """Return a new private key as PEM (PKCS 8, without a passphrase)."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - 30 ms a start need not pay
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    pem: bytes = Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return pem.decode()


def public_of(private: str) -> str:
    """Return the public half of a PEM key, base64; raises BadInputError `receipt-key-unusable`."""
    return base64.b64encode(_loaded(private).public_key().public_bytes_raw()).decode()


def _loaded(private: str) -> "Ed25519PrivateKey":
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

    try:
        key = serialization.load_pem_private_key(private.encode(), password=None)
    except (ValueError, TypeError) as error:
        raise BadInputError("receipt-key-unusable") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInputError("receipt-key-unusable")
    return key


def public_in_pem(text: str) -> str:
    """Return the public key in a PEM, base64; raises BadInputError `receipt-key-unusable`."""
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        key = serialization.load_pem_public_key(text.encode())
    except (ValueError, TypeError) as error:
        raise BadInputError("receipt-key-unusable") from error
    if not isinstance(key, Ed25519PublicKey):
        raise BadInputError("receipt-key-unusable")
    return base64.b64encode(key.public_bytes_raw()).decode()


def key_id(public: str) -> str:
    """Return the short name of a public key: the first half of its SHA-256, so that none can be made to fit."""
    return hashlib.sha256(base64.b64decode(public)).hexdigest()[:32]


def sign(private: str, message: bytes) -> str:
    """Return the signature, base64; raises BadInputError `receipt-key-unusable`."""
    return base64.b64encode(_loaded(private).sign(message)).decode()


def is_signed(public: str, message: bytes, signature: str) -> bool:
    """Whether the signature is this key's over this message; anything malformed is not."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(public, validate=True))
        key.verify(base64.b64decode(signature, validate=True), message)
    except (InvalidSignature, ValueError, binascii.Error):
        return False
    return True
