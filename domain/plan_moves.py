"""What a changed deadline does to the periods a unit was already asked about. Pure.

What is done stays done. What is open moves with the deadline and keeps what was said about it; only what the new
deadline has no place for is closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.deadline import Deadline, DeadlineKind
from domain.occurrence import Period

_SINGLE = frozenset({DeadlineKind.ONE_OFF, DeadlineKind.PERIOD})


@dataclass(frozen=True, slots=True)
class Held:
    """A period as a unit holds it. `granted_until` is the day an extension that was granted leads to."""

    label: str
    opens_on: date
    due_on: date | None
    is_open: bool
    granted_until: date | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """An open period and what becomes of it."""

    held: Held
    period: Period


@dataclass(frozen=True, slots=True)
class Moves:
    """Open periods that move (those not here stay as they are), those that are closed, and those that are added."""

    moved: tuple[Move, ...]
    closed: tuple[Held, ...]
    added: tuple[Period, ...]


def is_single(deadline: Deadline) -> bool:
    """Whether a deadline is met once and for all."""
    return not deadline.also and deadline.kind in _SINGLE and (deadline.date or deadline.end) is not None


def reschedule(
    held: Sequence[Held], periods: Sequence[Period], *, was: Deadline, becomes: Deadline, today: date
) -> Moves:
    """Lay what a unit holds (cancelled periods aside) over the periods of the new deadline.

    Periods with the same label are the same. Else a deadline that comes once moves as a whole: where it was met
    already, nothing is owed again. Other open periods take the first new ones that are not over yet.
    """
    by_label = {period.label: period for period in periods}
    pairs = [(one, by_label[one.label]) for one in held if one.label in by_label]
    free = [one for one in held if one.label not in by_label]
    taken = {one.label for one, _ in pairs}
    left = [period for period in periods if period.label not in taken]
    if is_single(was) and is_single(becomes):
        left = left[sum(not one.is_open for one in free) :]
    waiting = [one for one in free if one.is_open]
    targets = left if is_single(becomes) else [period for period in left if _end(period) >= today]
    moved = list(zip(_goers(waiting, len(targets), today), targets, strict=False))
    pairs += moved
    placed = {one.label for one, _ in pairs}
    used = {period.label for _, period in pairs}
    return Moves(
        moved=tuple(
            Move(one, _kept_late(one, period))
            for one, period in pairs
            if one.is_open and _differs(one, period)
        ),
        closed=tuple(one for one in waiting if one.label not in placed),
        added=tuple(p for p in left if p.label not in used and (is_single(becomes) or _end(p) >= today)),
    )


def _goers(waiting: Sequence[Held], count: int, today: date) -> list[Held]:
    """Return as many as there is room for, in time order: those that have opened, the latest of them, go first."""
    in_order = sorted(waiting, key=lambda one: (one.due_on or one.opens_on, one.label))
    opened = [one for one in in_order if one.opens_on <= today]
    coming = [one for one in in_order if one.opens_on > today]
    going = [*opened[max(len(opened) - count, 0) :], *coming]
    return going[:count]


def _differs(held: Held, period: Period) -> bool:
    return (held.label, held.due_on) != (period.label, _kept_late(held, period).due_on)


def _kept_late(held: Held, period: Period) -> Period:
    """Return the period; a day that was granted is not taken back by a nearer one."""
    if period.due_on is None or held.granted_until is None or held.granted_until <= period.due_on:
        return period
    return Period(period.label, period.opens_on, held.granted_until, held.granted_until)


def _end(period: Period) -> date:
    return period.due_on or period.closes_on or period.opens_on
