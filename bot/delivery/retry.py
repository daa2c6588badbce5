"""What follows from a sending that failed: again later, or the end. Pure."""

from dataclasses import dataclass
from datetime import timedelta

from bot.channels.base import BlockedError, RefusedError, RetryLaterError, SendError

PAUSES = tuple(timedelta(seconds=s) for s in (1, 2, 5, 15, 30, 60, 120))
"""The least a message waits before its second, third … try, however short the platform says."""

GIVE_UP = timedelta(hours=48)
"""How old a message may become while its whole channel has to wait."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended (`outcome`), what becomes of the message (`state`), and when it is tried again."""

    outcome: str
    state: str
    again_after: timedelta | None = None


def ending(error: SendError, tries: int, age: timedelta) -> Ending:
    """Return what follows from `error`, after `tries` earlier retries of a message of this age.

    Where the whole channel has to wait, the message itself was not refused: that uses up none of its tries.
    """
    if isinstance(error, RetryLaterError):
        if error.everyone and age < GIVE_UP:
            return Ending("waited", "due", error.after)
        if not error.everyone and tries < len(PAUSES):
            return Ending("retry", "due", max(error.after, PAUSES[tries]))
    if isinstance(error, BlockedError):
        return Ending("blocked", "blocked")
    return Ending("refused" if isinstance(error, RefusedError) else "failed", "failed")
