"""Codes of plans, of reorganisations and of what units owe: short, unlike one another, the local year in them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from messages.words import LOCAL

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
PLAN, DUTY, REORGANISATION, REQUEST = "KH", "CV", "TC", "YC"
TRIES = 100  # with true randomness the second is rarely needed

Token = Callable[[int], bytes]


def plan_code(token: Token, now: datetime, taken: Callable[[str], bool]) -> str:
    """Return a code such as `KH-26-7K3F` that `taken` does not know yet."""
    return _free(PLAN, token, now, taken)


def reorganisation_code(token: Token, now: datetime, taken: Callable[[str], bool]) -> str:
    """Return a code such as `TC-26-7K3F` that `taken` does not know yet."""
    return _free(REORGANISATION, token, now, taken)


def request_code(token: Token, now: datetime, taken: Callable[[str], bool]) -> str:
    """Return a code such as `YC-26-7K3F` that `taken` does not know yet."""
    return _free(REQUEST, token, now, taken)


def _free(prefix: str, token: Token, now: datetime, taken: Callable[[str], bool]) -> str:
    for _ in range(TRIES):
        code = _code(prefix, now, token(4))
        if not taken(code):
            return code
    raise LookupError(f"no free code {prefix}")


def duty_codes(
    token: Token, now: datetime, count: int, taken: Callable[[Sequence[str]], set[str]]
) -> list[str]:
    """Return `count` different codes such as `CV-26-7K3FM`; `taken` tells which of some exist already."""
    found: dict[str, None] = {}
    for _ in range(TRIES):
        if len(found) == count:
            return list(found)
        raw = token(5 * (count - len(found)))
        fresh = [_code(DUTY, now, raw[start : start + 5]) for start in range(0, len(raw), 5)]
        known = taken(fresh)
        found |= dict.fromkeys(code for code in fresh if code not in known)
    raise LookupError("no free duty codes")


def _code(prefix: str, now: datetime, raw: bytes) -> str:
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in raw)
    return f"{prefix}-{now.astimezone(LOCAL):%y}-{letters}"
