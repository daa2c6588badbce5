"""Codes of plans and of what units owe: short, unlike one another, with the local year in them."""

from collections.abc import Callable, Container
from datetime import datetime

from messages.words import LOCAL

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
PLAN, DUTY = "KH", "CV"

Token = Callable[[int], bytes]


def plan_code(token: Token, now: datetime, taken: Callable[[str], bool]) -> str:
    """Return a code such as `KH-26-7K3F` that `taken` does not know yet."""
    while True:
        code = _code(PLAN, now, token(4))
        if not taken(code):
            return code


def duty_codes(token: Token, now: datetime, count: int, taken: Container[str]) -> list[str]:
    """Return `count` different codes such as `CV-26-7K3FM`, none of them in `taken`."""
    found: dict[str, None] = {}
    while len(found) < count:
        raw = token(5 * (count - len(found)))
        for start in range(0, len(raw), 5):
            code = _code(DUTY, now, raw[start : start + 5])
            if code not in taken:
                found[code] = None
    return list(found)


def _code(prefix: str, now: datetime, raw: bytes) -> str:
    letters = "".join(ALPHABET[byte % len(ALPHABET)] for byte in raw)
    return f"{prefix}-{now.astimezone(LOCAL):%y}-{letters}"
