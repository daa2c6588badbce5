"""What Zalo says is left, read out of an answer. Pure; whatever the answer holds, it never raises.

A template's answer brings `dailyQuota` and `remainingQuota`, that of an ordinary message `total` and `remain`,
as numbers or as text (reference/messaging-apis.md A3, A7). What is missing or is no number is nothing said.
"""

from collections.abc import Mapping
from typing import Any

from bot.channels.base import Metered

REPLIES = "replies"
"""Ordinary messages as Zalo counts them for one person: kept to be looked at, and nothing follows from it.

Sources are in CONFLICT: the eight free ones of old are gone, and `remain` is fixed or not there any more.
"""

_LEFT = ("remainingQuota", "remain")
_TOTAL = ("dailyQuota", "total")


def metered(meter: str, said: Any) -> tuple[Metered, ...]:
    """Return what an answer's `quota` says is left of a meter; empty where it says nothing."""
    if not isinstance(said, Mapping):
        return ()
    left = _number(said, _LEFT)
    return () if left is None else (Metered(meter, left, _number(said, _TOTAL)),)


def _number(said: Mapping[str, Any], names: tuple[str, ...]) -> int | None:
    for name in names:
        value = said.get(name)
        text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
        if text.isascii() and text.isdigit() and len(text) < 10:
            return int(text)
    return None
