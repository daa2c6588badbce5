"""How a duty of the law in a case is named and timed to people: the same in reminders, cards and notices."""

from datetime import datetime, timedelta
from typing import Any

from domain.case_clocks import FIGURES, period_of
from domain.law.duties import Duty
from domain.law.rules import Certainty, WhenKind
from handlers.period_words import period_name
from messages.envelope import Text
from storage.records import OfCase

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


def what(duty: Duty) -> Text:
    """Return what is to be done, without the case it is in."""
    period = period_of(duty)
    params = {} if period is None else {"period": period_name(period)}
    return Text(f"law-do-{_kind(duty.duty, duty.rule)}", params)


def named(case: OfCase, label: str) -> Text:
    """Return the name of a duty in a list of any duties: with its case, or the period its figures are of."""
    if case.duty == FIGURES:
        figures = Text(f"law-do-{_kind(FIGURES, case.rule)}", {"period": period_name(label)})
        by = Text(f"law-by-{case.law['by']}")
        return figures if case.own else Text("law-do-figures-for", {"what": figures, "by": by})
    params = {"what": Text(f"law-do-{case.duty}"), "code": case.code}
    if not case.own:
        return Text("law-do-for", {**params, "by": Text(f"law-by-{case.law['by']}")})
    return Text("law-do-in", params)


def _kind(duty: str, rule: str) -> str:
    """Return what kind of work it is: figures of diseases are another report than those of accidents."""
    return "report_illness" if duty == FIGURES and rule.startswith("disease-") else duty


def due_words(duty: Duty, now: datetime) -> Text:
    """Return until when: the last day, "at once" with the time gone by, or from what it will count."""
    if duty.due is not None:
        return Text("law-when-due", {"day": duty.due})
    if duty.timing.kind is WhenKind.IMMEDIATELY:
        if duty.start is None:
            return Text("law-when-at-once")
        return Text("law-when-since", {"start": duty.start, "gone": elapsed(now - duty.start)})
    if duty.timing.value is None:
        return Text("law-when-no-time")
    params: dict[str, Any] = {
        "value": duty.timing.value,
        "unit": duty.timing.unit or "day",
        "from": duty.timing.counted_from.value,
    }
    return Text("law-when-not-begun", params)


def untimed(case: OfCase) -> Text:
    """Return until when a duty without a last day is to be done, without saying how long ago that was."""
    at_once = case.law["kind"] == WhenKind.IMMEDIATELY
    return Text("law-when-at-once" if at_once else "law-when-no-time")


def demand(case: OfCase) -> Text:
    """Return how the law wants what has no last day: at once, perhaps so, or without naming a time."""
    if case.law["certainty"] == Certainty.VERIFY:
        return Text("law-demand-verify")
    at_once = case.law["kind"] == WhenKind.IMMEDIATELY
    return Text("law-demand-sure" if at_once else "law-demand-no-time")


def elapsed(span: timedelta) -> Text:
    """Return how much time has gone by, in the two largest parts: the law's "at once" has no number to hold it to."""
    if span >= _DAY:
        return Text("law-gone-days", {"days": span // _DAY, "hours": span % _DAY // _HOUR})
    if span >= _HOUR:
        return Text("law-gone-hours", {"hours": span // _HOUR, "minutes": span % _HOUR // _MINUTE})
    return Text("law-gone-minutes", {"minutes": max(span // _MINUTE, 0)})
