"""When to tell the operator that a channel does not work, that it still does not, and that it works again. Pure.

A channel that comes and goes is one outage: it ends when the channel has worked for a while without a break, and
that while grows with the outages of the day, so that nobody is told every few minutes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

PATIENCE = timedelta(minutes=2)
"""How long a problem must have lasted before it is told, if it may pass by itself."""
AGAIN_EVERY = timedelta(days=1)
CALM = timedelta(minutes=10)
LONGEST_CALM = timedelta(hours=6)


class Word(StrEnum):
    """What the operator is told."""

    DOWN = "down"
    STILL_DOWN = "still_down"
    WORKS_AGAIN = "works_again"


@dataclass(frozen=True, slots=True)
class Outage:
    """What is known of a channel's troubles; a fresh one knows of none.

    `since` is when the outage began, None while there is none. `problem` is what is wrong now, since
    `problem_since`; None while the channel works, since `well_since`. `told` says when each problem of this
    outage was last told, `began` at which instants of the last day an outage was first told.
    """

    since: datetime | None = None
    problem: str | None = None
    problem_since: datetime | None = None
    well_since: datetime | None = None
    told: Mapping[str, datetime] = field(default_factory=dict)
    began: tuple[datetime, ...] = ()


def look(
    known: Outage, problem: str | None, since: datetime, now: datetime, *, at_once: bool
) -> tuple[Outage, Word | None]:
    """Return what is known after a look at a channel, and what is to be told now.

    `problem` has been there (or None: has not) since `since`. With `at_once` it will not pass by itself.
    """
    if problem is not None:
        return _failing(_with_problem(known, problem, min(since, now)), problem, now, at_once=at_once)
    if known.since is None:
        return known, None
    return _working(replace(known, problem=None, problem_since=None, well_since=known.well_since or now), now)


def _with_problem(known: Outage, problem: str, since: datetime) -> Outage:
    same = known.problem == problem
    return replace(
        known,
        since=known.since or since,
        problem=problem,
        problem_since=known.problem_since if same else since,
        well_since=None,
    )


def _failing(known: Outage, problem: str, now: datetime, *, at_once: bool) -> tuple[Outage, Word | None]:
    # Before anything was told it is the outage that must have lasted, in whatever form; then each problem for itself.
    began = known.problem_since if known.told else known.since
    ripe = at_once or (began is not None and now - began >= PATIENCE)
    if problem not in known.told and ripe:
        began_at = known.began if known.told else (*_of_last_day(known.began, now), now)
        return replace(known, told={**known.told, problem: now}, began=began_at), Word.DOWN
    if known.told and now - max(known.told.values()) >= AGAIN_EVERY:
        return replace(known, told={**known.told, problem: now}), Word.STILL_DOWN
    return known, None


def _working(known: Outage, now: datetime) -> tuple[Outage, Word | None]:
    well_for = now - (known.well_since or now)
    if not known.told:
        return (Outage(began=known.began), None) if well_for >= PATIENCE else (known, None)
    if well_for < calm_after(known.began, now):
        return known, None
    return Outage(began=known.began), Word.WORKS_AGAIN


def calm_after(began: tuple[datetime, ...], now: datetime) -> timedelta:
    """Return how long a channel must have worked before it is told: twice as long for each outage of the last day."""
    repeats = max(0, len(_of_last_day(began, now)) - 1)
    return min(CALM * (1 << min(repeats, 10)), LONGEST_CALM)


def _of_last_day(instants: tuple[datetime, ...], now: datetime) -> tuple[datetime, ...]:
    return tuple(at for at in instants if now - at < timedelta(days=1))
