"""The clocks of a case: which of those that run still stand on new facts, which end, which begin. Pure.

A clock is one duty of the law in one case, from the instant it begins to the word that it was done.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from domain.law.duties import Duty
from domain.law.rules import Certainty, Start, Timing, WhenKind


class Pace(StrEnum):
    """How a clock is reminded of.

    `dated`: by its last day. `at_once`: the law says "at once" or names no time. `silent`: not at all, as it
    has not begun to run, is over in the first minutes, or is owed by somebody no registry knows.
    """

    DATED = "dated"
    AT_ONCE = "at_once"
    SILENT = "silent"


SUPERSEDED, CANCELLED = "superseded", "cancelled"
"""Why a clock was closed: the facts changed, or there was no case after all."""

FIGURES = "report_figures"
"""The duty that is one for all cases of a period: a report counts them together."""

_OF_THE_FIRST_MINUTES = frozenset({"first_aid", "preserve_scene"})
_NOBODY_REGISTERED = frozenset({"victim_or_finder", "family_or_finder"})


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that runs, by its id."""

    id: int
    duty: Duty


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What becomes of the clocks of a case: `kept` pairs each with the duty as it reads now."""

    ended: tuple[Clock, ...]
    begun: tuple[Duty, ...]
    kept: tuple[tuple[Clock, Duty], ...]


def reconcile(running: Iterable[Clock], wanted: Sequence[Duty]) -> Reconciled:
    """Lay what the law asks now over the clocks that run; the duties asked for are then exactly kept and begun.

    The same clock goes on where who owes what to whom, by which article and until when has not changed: how sure
    that is may change, and a clock that waited for its beginning may begin.
    """
    left = {(duty.rule, duty.duty): duty for duty in wanted}
    ended, kept = [], []
    for clock in running:
        key = (clock.duty.rule, clock.duty.duty)
        now = left.get(key)
        if now is not None and _goes_on(clock.duty, now):
            kept.append((clock, left.pop(key)))
        else:
            ended.append(clock)
    return Reconciled(tuple(ended), tuple(left.values()), tuple(kept))


def pace_of(duty: Duty) -> Pace:
    """Return how a duty is reminded of."""
    if duty.duty in _OF_THE_FIRST_MINUTES or duty.by in _NOBODY_REGISTERED:
        return Pace.SILENT
    if duty.due is not None:
        return Pace.DATED
    has_begun = duty.timing.kind is WhenKind.IMMEDIATELY or duty.timing.value is None
    return Pace.AT_ONCE if has_begun else Pace.SILENT


def period_of(duty: Duty) -> str | None:
    """Return the period that figures are about ("2026-H1", "2026"), None for any other duty."""
    if duty.duty != FIGURES or duty.start is None:
        return None
    half = duty.timing.counted_from is Start.HALF_YEAR_END
    return f"{duty.start:%Y}-H1" if half else f"{duty.start:%Y}"


def duty_to_json(duty: Duty) -> dict[str, Any]:
    """Return the plain form in which a clock keeps its duty."""
    return {
        "rule": duty.rule,
        "duty": duty.duty,
        "by": duty.by,
        "to": list(duty.to),
        "kind": duty.timing.kind.value,
        "counted_from": duty.timing.counted_from.value,
        "value": duty.timing.value,
        "unit": duty.timing.unit,
        "start": None if duty.start is None else duty.start.isoformat(),
        "due": None if duty.due is None else duty.due.isoformat(),
        "form": duty.form,
        "article": duty.article,
        "certainty": duty.certainty.value,
    }


def duty_from_json(kept: dict[str, Any]) -> Duty:
    """Return the duty that `duty_to_json` wrote."""
    return Duty(
        rule=kept["rule"],
        duty=kept["duty"],
        by=kept["by"],
        to=tuple(kept["to"]),
        timing=Timing(
            WhenKind(kept["kind"]), Start(kept["counted_from"]), value=kept["value"], unit=kept["unit"]
        ),
        start=None if kept["start"] is None else datetime.fromisoformat(kept["start"]),
        due=None if kept["due"] is None else date.fromisoformat(kept["due"]),
        form=kept["form"],
        article=kept["article"],
        certainty=Certainty(kept["certainty"]),
    )


def _goes_on(old: Duty, new: Duty) -> bool:
    begins = old.due is None and new.due is not None
    return _terms(old) == _terms(new) and (old.due == new.due or begins)


def _terms(duty: Duty) -> tuple[object, ...]:
    timing = duty.timing
    return (duty.by, duty.to, duty.form, duty.article, timing.kind, timing.value, timing.unit)
