"""How things stand, by message: my tasks, what is overdue, who has not reported, all in all."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.occurrence import OccurrenceState
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, Understanding
from domain.vietnamese.work_words import (
    asks_who_reported,
    period_fits,
    period_named,
    unit_kind_meant,
    wants_to_report,
)
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows import (
    confirm_progress,
    duty_questions,
    follow_up,
    officer_says,
    plan_view,
    request_report,
    targets_asked,
)
from handlers.period_words import period_name
from handlers.progress_words import brief, short_day, when_due
from handlers.services import access, progress, reports
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord, Unit
from storage.unit_of_work import UnitOfWork

View = Callable[[UnitOfWork, Acting, int], Say]

LINES = 10
MOST_LOST = 3  # units named whose people cannot be reached
LONGEST_ASKED = 80  # characters of a question that names a unit
_HOW = re.compile(r"\b(?:the nao|ra sao|sao roi|den dau|toi dau)\b")
ANY = "any"
KINDS = frozenset({ANY, "commune", "office"})
PROGRESS = Option("progress:start", Text("menu-progress"))
CASES = Option("status:cases", Text("menu-my-cases"))
MISSING = Option("status:missing", Text("menu-missing"))
LATE = Option("status:overdue", Text("status-overdue-button"))
_SHOWN_STATES = (
    OccurrenceState.ACCEPTED,
    OccurrenceState.SUBMITTED,
    OccurrenceState.UNDER_WAY,
    OccurrenceState.DIFFICULTY,
    OccurrenceState.RETURNED,
    OccurrenceState.OPEN,
)


def _tasks(uow: UnitOfWork, by: Acting, page: int) -> Say:
    """List what the person's units owe: dated first, check-ins by their period."""
    found = reports.my_tasks(uow, by.person, by.now)
    if not found.total:
        return Say("status-tasks-none", {"at": by.now})
    today = local(by.now).date()
    several = len(reports.home_units(by.person)) > 1
    lines = [_task_line(record, by, today, several=several) for record in (*found.at_once, *found.dated)]
    lines += [
        Text("status-line-check-ins", {"count": count, "period": period_name(label)})
        for label, count in found.check_ins
    ]
    own = bool(progress.own_units(by.person))
    return _listed(
        "tasks", "status-tasks", {"count": found.total}, lines, page, by, (PROGRESS,) if own else ()
    )


def _task_line(record: OccurrenceRecord, by: Acting, today: date, *, several: bool) -> Text:
    params: dict[str, Any] = {"duty": brief(record), "due": when_due(record, by.around.calendar, today)}
    if several:
        return Text("status-line-task-unit", {**params, "unit": record.unit_name})
    return Text("status-line-task", params)


def _overdue(uow: UnitOfWork, by: Acting, page: int) -> Say:
    """List what is overdue: by unit for who looks into several, by duty for an officer."""
    scope = access.remit_of(uow, by.person)
    found = reports.overdue(uow, scope, by.now)
    if not found.items:
        return Say("status-overdue-none", {"at": by.now})
    today = local(by.now).date()
    if len(found.by_unit) > 1:
        lines = [
            Text("status-line-overdue-unit", {"unit": u.unit, "count": u.count, "day": short_day(u.since)})
            for u in found.by_unit
        ]
    else:
        lines = [_task_line(r, by, today, several=scope is None) for r in found.items]
    params = {"count": len(found.items), "units": len(found.by_unit)}
    return _listed("overdue", "status-overdue", params, lines, page, by, ())


def _missing(uow: UnitOfWork, by: Acting, page: int, kind: str = ANY, label: str = ANY) -> Say:
    """List the units (of a kind) that have not reported for a period, by default the current one."""
    remit = access.remit_of(uow, by.person)
    scope = reports.units_of_kind(uow, remit, None if kind == ANY else kind)
    found = reports.reporting(uow, scope, by.now, label)
    if found is None:
        return Say("status-missing-no-report", {"at": by.now})
    params = {
        "period": period_name(found.label),
        "reported": found.reported,
        "units": Text(f"status-kind-{kind}", {"count": found.units}),
        "due": found.due,
        "limited": _limited(remit),
    }
    if not found.missing:
        return Say("status-missing-none", {**params, "at": by.now})
    lines = [Text("status-line-unit", {"unit": unit}) for unit in found.missing]
    return _listed("missing", "status-missing", params, lines, page, by, (), more=f":{kind}:{found.label}")


def _limited(scope: Sequence[int] | None) -> Text:
    return Text("status-limited-not" if scope is None else "status-limited")


def _overview(uow: UnitOfWork, by: Acting) -> Say:
    """Count everything in the person's remit by state in words."""
    remit = access.remit_of(uow, by.person)
    found = reports.overview(uow, remit, by.now)
    if not found.total:
        return Say("status-overview-none", {"at": by.now})
    lines = _counts(found)
    if found.reporting is not None:
        reported, units = found.reporting.reported, found.reporting.units
        period = period_name(found.reporting.label)
        lines.append(Text("count-reports", {"period": period, "reported": reported, "units": units}))
    lost = reports.out_of_reach(uow, by.now) if remit is None else ()
    if lost:
        names = plan_view.names_text(lost, shown=MOST_LOST)
        lines.append(Text("count-out-of-reach", {"count": len(lost), "names": names}))
    options = (*((LATE,) if found.overdue else ()), *((MISSING,) if found.reporting else ()))
    about = Text("status-units", {"units": found.units})
    params = {"at": by.now, "about": about, "count": found.total, "lines": lines, "limited": _limited(remit)}
    return Say("status-overview", params, options=options)


def _of_unit(uow: UnitOfWork, by: Acting, unit: Unit) -> Say:
    """Count what one unit owes by state, and say whether its report is in."""
    found = reports.overview(uow, (unit.id,), by.now)
    if not found.total:
        return Say("status-overview-none", {"at": by.now})
    lines = _counts(found)
    if found.reporting is not None:
        key = "count-report-missing" if found.reporting.missing else "count-report-in"
        lines.append(Text(key, {"period": period_name(found.reporting.label)}))
    params = {"at": by.now, "about": Text("status-unit", {"unit": unit.name}), "limited": _limited(None)}
    return Say("status-overview", {**params, "count": found.total, "lines": lines})


def _counts(found: reports.Overview) -> list[Text]:
    lines = [
        Text(f"count-{s.value}", {"count": found.counts[s]}) for s in _SHOWN_STATES if found.counts.get(s)
    ]
    return [*lines, Text("count-overdue", {"count": found.overdue})] if found.overdue else lines


def _listed(
    view: str,
    key: str,
    params: dict[str, Any],
    lines: Sequence[Text],
    page: int,
    by: Acting,
    options: tuple[Option, ...],
    more: str = "",
) -> Say:
    """Return one page of a list: at most ten lines, how many are left, a button to the next page."""
    page = min(max(page, 1), (len(lines) + LINES - 1) // LINES)
    shown = list(lines[(page - 1) * LINES : page * LINES])
    left = len(lines) - page * LINES
    if left > 0:
        shown.append(Text("status-more", {"count": left}))
        label = Text("status-more-button", {"count": min(left, LINES)})
        options = (Option(f"status:{view}:{page + 1}{more}", label), *options)
    return Say(key, {**params, "at": by.now, "lines": shown}, options=options)


_VIEWS: Mapping[str, View] = {"tasks": _tasks, "overdue": _overdue, "missing": _missing}


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `status:<view>[:<page>]` and `status:missing:<page>:<kind>:<label>`."""
    view, number, *asked = (*args, "", "")[: max(len(args), 2)]
    page = int(number) if number.isdecimal() and len(number) < 6 else 1
    if view not in {*_VIEWS, "overview"}:
        raise BadInputError("button-old")
    if not _may(uow, by, view):
        return _own_only()
    if view == "overview":
        return Answered((_overview(uow, by),))
    if view == "missing" and len(asked) == 2 and asked[0] in KINDS:
        return Answered((_missing(uow, by, page, *asked),))
    if view == "tasks" and page == 1:
        return Answered((*officer_says.urgent_first(uow, by), _tasks(uow, by, 1)))
    return Answered((_VIEWS[view](uow, by, page),))


def _may(uow: UnitOfWork, by: Acting, view: str) -> bool:
    return bool(reports.home_units(by.person)) if view == "tasks" else reports.may_ask(uow, by.person)


def _own_only() -> Answered:
    return Answered((Say("status-own-only", options=(CASES,)),))


# Asked in words


def _ask_tasks(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    if not _may(uow, by, "tasks"):
        return _own_only()
    if (answered := duty_questions.of_tasks(uow, by, meant)) is not None:
        return answered
    listed = _understood("status-heard-tasks", _tasks(uow, by, 1))
    return Answered((*officer_says.urgent_first(uow, by), *listed.says))


def _asked_of_others(uow: UnitOfWork, by: Acting, meant: Understanding) -> Answered | None:
    """Answer what is asked about requests, targets, obstacles or promises, in the midst of another talk too."""
    for words in (request_report.words, targets_asked.words, follow_up.words):
        answered = words(uow, by, meant.text)
        if isinstance(answered, Answered):
            return answered
    return None


def _ask_overdue(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    if (answered := _asked_of_others(uow, by, meant)) is not None:
        return answered
    if not _may(uow, by, "overdue"):
        return _own_only()
    if asks_who_reported(meant.text):
        return _ask_missing(uow, by, meant)
    return ask_overdue(uow, by)


def ask_overdue(uow: UnitOfWork, by: Acting) -> Answered:
    """Answer what is overdue, unit by unit for who looks into several."""
    return _understood("status-heard-overdue", _overdue(uow, by, 1))


def _ask_status(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    if (answered := _asked_of_others(uow, by, meant)) is not None:
        return answered
    if wants_to_report(meant.text) and progress.own_units(by.person):
        return confirm_progress.begin(uow, by, {})
    if meant.slots.get("topic") == "accident":
        return officer_says.counted(uow, by, meant.text)
    if not _may(uow, by, "overview"):
        return _own_only()
    unit = reports.unit_meant(uow, access.remit_of(uow, by.person), meant.text)
    if unit is not None:
        return of_unit_heard(uow, by, unit, meant.text)
    if asks_who_reported(meant.text):
        return _ask_missing(uow, by, meant)
    return _understood("status-heard-overview", _overview(uow, by))


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "xã Tân Lập thế nào" from somebody who looks into several units; None for anything else."""
    if len(text) > LONGEST_ASKED or not _HOW.search(fold(text)) or not _may(uow, by, "overview"):
        return None
    unit = reports.unit_meant(uow, access.remit_of(uow, by.person), text)
    return None if unit is None else of_unit_heard(uow, by, unit, text)


def of_unit_heard(uow: UnitOfWork, by: Acting, unit: Unit, said: str) -> Answered:
    """Answer about a unit; where it was asked for by an old name, say what became of it."""
    old = reports.old_name_meant(uow, said)
    if old is None or old[1].id != unit.id:
        return _understood("status-heard-unit", _of_unit(uow, by, unit), unit=unit.name)
    name, now, decision = old
    return _understood(
        "status-heard-old-name",
        _of_unit(uow, by, unit),
        old=name,
        unit=now.name,
        effective=f"{decision.effective_on:%d/%m/%Y}",
        decision=decision.decision_no,
    )


def ask_missing(uow: UnitOfWork, by: Acting, text: str) -> Answered:
    """Answer who has not reported; where a period is named for which none is owed, say so instead."""
    said = period_named(text)
    known = uow.queries.report_periods(access.remit_of(uow, by.person))
    if said is not None and not any(period_fits(name, said) for name, _ in known):
        return _understood(
            "status-heard-missing", Say("status-missing-no-such", {"at": by.now, "period": said})
        )
    label = next((name for name, _ in reversed(known) if period_fits(name, said)), ANY) if said else ANY
    return _understood("status-heard-missing", _missing(uow, by, 1, unit_kind_meant(text) or ANY, label))


def _ask_missing(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    said = meant.slots.get("period")
    known = uow.queries.report_periods(access.remit_of(uow, by.person)) if said else ()
    label = next((name for name, _ in reversed(known) if period_fits(name, said or "")), ANY)
    return _understood(
        "status-heard-missing", _missing(uow, by, 1, unit_kind_meant(meant.text) or ANY, label)
    )


def _understood(key: str, say: Say, **params: str) -> Answered:
    """Put what was understood before the answer, in the same message."""
    heard = Text(key, params)
    return Answered(
        (Say("status-answer", {"heard": heard, "answer": Text(say.key, say.params)}, options=say.options),)
    )


ENTRY = Entry(
    "status",
    taps={"status": _tap},
    words=_words,
    intents={
        Intent.QUERY_MY_TASKS: _ask_tasks,
        Intent.QUERY_OVERDUE: _ask_overdue,
        Intent.QUERY_STATUS: _ask_status,
    },
)
