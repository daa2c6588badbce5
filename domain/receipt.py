"""A receipt: that something was filed and when, provable to anybody, and what was filed, provable by whoever has it.

The receipt holds a salted digest, so it tells nothing of the content; the content and its salt are a file of their
own. What is signed is the canonical JSON of the receipt. Pure: signatures are made and checked elsewhere.
"""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.errors import BadInputError

VERSION = 1
LONGEST = 64 * 1024
"""Bytes of a receipt file; what is longer is none."""
LONGEST_CONTENT = 4 * 1024 * 1024
SALT_BYTES = 32
_FIELDS = {"v", "code", "office", "reported_at", "issued_at", "digest", "lines", "key"}


@dataclass(frozen=True, slots=True)
class Receipt:
    """A receipt as read from a file: `signed` is what the signature is of, `key` the id of the key that made it."""

    code: str
    office: str
    reported_at: datetime
    issued_at: datetime
    digest: str
    key: str
    signed: bytes
    signature: str


def canonical(value: Any) -> bytes:
    """Return JSON in its one form: keys sorted, no spaces, text NFC, no number that JSON does not know."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", plain).encode()


def digest_of(salt: str, content: Mapping[str, Any]) -> str:
    """Return the salted digest that stands for what was filed; `salt` is hexadecimal."""
    return hashlib.sha256(b"baoan-receipt" + bytes.fromhex(salt) + canonical(dict(content))).hexdigest()


def unsigned(
    *,
    code: str,
    office: str,
    reported_at: datetime,
    issued_at: datetime,
    digest: str,
    lines: Sequence[str],
) -> dict[str, Any]:
    """Return a receipt that still lacks its key; `lines` are what a person reads in the file."""
    return {
        "v": VERSION,
        "code": code,
        "office": office,
        "reported_at": reported_at.isoformat(timespec="seconds"),
        "issued_at": issued_at.isoformat(timespec="seconds"),
        "digest": digest,
        "lines": _digest_of_lines(lines),
    }


def as_file(receipt: Mapping[str, Any], signature: str, lines: Sequence[str]) -> str:
    """Return the file a person gets: words first, then what is signed."""
    whole = {"lines": list(lines), "receipt": dict(receipt), "signature": signature}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_qr(receipt: Mapping[str, Any], signature: str) -> str:
    """Return the same receipt, short: without the words."""
    return canonical({"receipt": dict(receipt), "signature": signature}).decode()


def read(data: bytes) -> Receipt:
    """Read a receipt file, or the text of its QR; raises BadInputError `receipt-unreadable` or `receipt-lines-wrong`.

    Nothing is proved yet: the caller checks `signature` over `signed` with the key called `key`.
    """
    whole = _parsed(data, LONGEST)
    receipt, signature, lines = whole.get("receipt"), whole.get("signature"), whole.get("lines")
    if whole.keys() - {"receipt", "signature", "lines"} or not isinstance(signature, str):
        raise BadInputError("receipt-unreadable")
    if not isinstance(receipt, dict) or receipt.keys() != _FIELDS or receipt["v"] != VERSION:
        raise BadInputError("receipt-unreadable")
    if not all(isinstance(receipt[name], str) for name in _FIELDS - {"v"}):
        raise BadInputError("receipt-unreadable")
    if lines is not None and (
        not isinstance(lines, list)
        or not all(isinstance(line, str) for line in lines)
        or _digest_of_lines(lines) != receipt["lines"]
    ):
        raise BadInputError("receipt-lines-wrong")
    return Receipt(
        code=receipt["code"],
        office=receipt["office"],
        reported_at=_instant(receipt["reported_at"]),
        issued_at=_instant(receipt["issued_at"]),
        digest=receipt["digest"],
        key=receipt["key"],
        signed=canonical(receipt),
        signature=signature,
    )


def holds(receipt: Receipt, content: bytes) -> bool:
    """Whether a content file is what the receipt was given for; raises BadInputError `receipt-content-unreadable`."""
    try:
        whole = _parsed(content, LONGEST_CONTENT)
        salt, told = whole["salt"], whole["content"]
        if not isinstance(told, dict) or len(bytes.fromhex(salt)) != SALT_BYTES:
            raise ValueError  # noqa: TRY301 - one way out for everything that is no content file
        return digest_of(salt, told) == receipt.digest
    except (BadInputError, KeyError, TypeError, ValueError) as error:
        raise BadInputError("receipt-content-unreadable") from error


def _parsed(data: bytes, longest: int) -> dict[str, Any]:
    """Return a JSON object in which no key stands twice and every number is one."""
    try:
        if len(data) > longest:
            raise ValueError  # noqa: TRY301 - as above
        value = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_refuse)
        canonical(value)  # half a letter, or a number out of bounds, has no such form
    except (ValueError, RecursionError) as error:
        raise BadInputError("receipt-unreadable") from error
    if not isinstance(value, dict):
        raise BadInputError("receipt-unreadable")
    return value


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(word: str) -> Any:
    raise ValueError(word)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadInputError("receipt-unreadable") from error
    if at.tzinfo is None:
        raise BadInputError("receipt-unreadable")
    return at


def _digest_of_lines(lines: Sequence[str]) -> str:
    return hashlib.sha256(canonical(list(lines))).hexdigest()
