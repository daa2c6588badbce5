"""The one place where time is read. Everything below is handed `now`."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present instant, aware, in UTC."""

    def now(self) -> datetime:
        """Return the present instant."""
        ...

    def move_to(self, instant: datetime) -> None:
        """Move forward to an instant; a clock never goes back."""
        ...

    def monotonic(self) -> float:
        """Return seconds for pacing: they only grow, whoever sets the machine's clock; a move counts."""
        ...


class LiveClock:
    """The machine's clock plus an offset (zero but in trial mode)."""

    def __init__(self, offset: timedelta = timedelta()) -> None:
        self.offset = offset

    def now(self) -> datetime:
        """Return the present instant."""
        return datetime.now(UTC) + self.offset

    def move_to(self, instant: datetime) -> None:
        """Move forward; what lies behind already stays behind."""
        self.offset = max(self.offset, instant - datetime.now(UTC))

    def monotonic(self) -> float:
        """Return the machine's monotonic seconds plus the offset."""
        return time.monotonic() + self.offset.total_seconds()


class StillClock:
    """A clock that stands until it is moved: for the terminal's scripts, simulations and tests."""

    def __init__(self, at: datetime) -> None:
        if at.tzinfo is None:
            raise ValueError("a clock needs an aware instant")
        self._at = at.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant the clock stands at."""
        return self._at

    def move_to(self, instant: datetime) -> None:
        """Move forward; what lies behind already stays behind."""
        self._at = max(self._at, instant.astimezone(UTC))

    def monotonic(self) -> float:
        """Return seconds that pass as on the machine, and jump with the clock: a call takes time even here."""
        return time.monotonic() + self._at.timestamp()
