"""Free questions about how things stand: what was understood, as of when, how many, each row to be opened."""

from datetime import date, timedelta
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.vietnamese.query_words import Query, Rank, State, Subject, read_query
from domain.vietnamese.spans import Span
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows import duty_card, status
from handlers.progress_words import brief, state_words, when_due
from handlers.services import access, alerts, asked, reports
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, OccurrenceRecord, Unit
from storage.unit_of_work import UnitOfWork

LINES, BUTTONS = 10, 5
_NONE = "-"


def answer(uow: UnitOfWork, by: Acting, text: str) -> Answered | None:
    """Answer an official's question about how things stand; None where it is none, or the asker is no official."""
    query = read_query(text, local(by.now).date())
    if query is None or not reports.may_ask(uow, by.person):
        return None
    unit = reports.unit_meant(uow, None, text)
    remit = access.remit_of(uow, by.person)
    if unit is not None and remit is not None and unit.id not in remit:
        return Answered((Say("asked-not-yours", {"unit": unit.name}),))
    if query.subject is Subject.REPORTS:
        return (
            status.ask_missing(uow, by, text) if unit is None else status.of_unit_heard(uow, by, unit, text)
        )
    if query == Query(Subject.DUTIES, State.OVERDUE) and unit is None:
        return status.ask_overdue(uow, by)
    if unit is None and _is_counted(query, local(by.now).date()):
        return None
    return Answered((_say(uow, by, query, unit, 1),))


def who_reported(uow: UnitOfWork, by: Acting, text: str) -> Answered | None:
    """Answer who has handed in a report, before "chưa nộp báo cáo" is taken for a report of one's own."""
    query = read_query(text, local(by.now).date())
    return answer(uow, by, text) if query is not None and query.subject is Subject.REPORTS else None


def _is_counted(query: Query, today: date) -> bool:
    """Whether a question is one that the count of today, this week and this year answers (`officer_says.counted`)."""
    if query != Query(Subject.CASES, period=query.period):
        return False
    week = today - timedelta(days=today.weekday())
    spans = (
        Span(today, today),
        Span(week, week + timedelta(days=6)),
        Span(date(today.year, 1, 1), date(today.year, 12, 31)),
    )
    return query.period is None or query.period in spans


def _say(uow: UnitOfWork, by: Acting, query: Query, unit: Unit | None, page: int) -> Say:
    if query.subject is Subject.CASES:
        return _cases(uow, by, query, unit, page)
    units = asked.scope_of(uow, by.person, query, None if unit is None else unit.id)
    found = asked.duties(uow, units, query, by.now)
    if query.rank is not None:
        return _ranked(by, query, asked.by_unit(uow, units, found, query, by.now), page)
    several = unit is None and len(units) > 1
    today = local(by.now).date()
    if query.row is not None:
        lines = [_row_line(one, by, today) for one in found]
    else:
        lines = [_duty_line(one, by, today, several=several) for one in found]
    shown = found[(page - 1) * LINES : page * LINES]
    opens = (
        tuple(Option(f"asked:open:{one.code}", brief(one)) for one in shown) if len(found) <= BUTTONS else ()
    )
    return _listed("asked-duties", by, query, unit, lines, page, opens, row=brief(found[0]) if found else "")


def _duty_line(one: OccurrenceRecord, by: Acting, today: date, *, several: bool) -> Text:
    params: dict[str, Any] = {
        "duty": brief(one),
        "due": when_due(one, by.around.calendar, today),
        "state": state_words(one),
    }
    return (
        Text("asked-line-duty-unit", params | {"unit": one.unit_name})
        if several
        else Text("asked-line-duty", params)
    )


def _row_line(one: OccurrenceRecord, by: Acting, today: date) -> Text:
    """Return how a row stands in one unit; which row it is was said before."""
    params = {
        "unit": one.unit_name,
        "due": when_due(one, by.around.calendar, today),
        "state": state_words(one),
    }
    return Text("asked-line-row", params)


def _ranked(by: Acting, query: Query, rows: tuple[asked.UnitCount, ...], page: int) -> Say:
    key = "asked-line-best" if query.rank is Rank.BEST else "asked-line-worst"
    lines = [Text(key, {"unit": row.unit, "count": str(row.count), "of": str(row.of)}) for row in rows]
    return _listed("asked-units", by, query, None, lines, page, ())


def _cases(uow: UnitOfWork, by: Acting, query: Query, unit: Unit | None, page: int) -> Say:
    found = asked.cases(uow, by.person, query, None if unit is None else unit.id)
    lines = [_case_line(uow, one) for one in found]
    shown = found[(page - 1) * LINES : page * LINES]
    opens = tuple(Option(f"case:open:{one.code}", one.code) for one in shown[:BUTTONS])
    people = {
        "dead": str(sum(asked.dead_in(uow, one) for one in found)),
        "people": str(sum(asked.people_in(uow, one) for one in found)),
    }
    return _listed("asked-cases", by, query, unit, lines, page, opens, **people)


def _case_line(uow: UnitOfWork, one: AccidentRecord) -> Text:
    params = {"code": one.code, "place": alerts.place_for_push(uow, one), "day": one.created_at}
    return Text("asked-line-case", params | {"state": Text(f"case-short-{one.state}")})


def _listed(
    key: str,
    by: Acting,
    query: Query,
    unit: Unit | None,
    lines: list[Text],
    page: int,
    options: tuple[Option, ...],
    **more: str | Text,
) -> Say:
    """Return one page: what was understood, the count as of now, at most ten lines, a button to the next."""
    params: dict[str, Any] = {
        "heard": _heard(query, unit, more.pop("row", "")),
        "at": by.now,
        "count": str(len(lines)),
        **more,
    }
    if not lines:
        return Say(f"{key}-none", params)
    page = min(max(page, 1), (len(lines) + LINES - 1) // LINES)
    shown = lines[(page - 1) * LINES : page * LINES]
    left = len(lines) - page * LINES
    if left > 0:
        shown = [*shown, Text("status-more", {"count": left})]
        label = Text("status-more-button", {"count": min(left, LINES)})
        options = (Option(f"asked:{page + 1}:{_packed(query, unit)}", label), *options)
    return Say(key, params | {"lines": shown}, options=options)


def _heard(query: Query, unit: Unit | None, row: str | Text) -> Text:
    """Say the query in words, so that a misunderstanding is seen before the numbers are believed."""
    if query.row is not None:
        return Text("asked-heard-row", {"row": row or query.row})
    what = f"asked-what-{query.subject.value}" + (f"-{query.state.value}" if query.state else "")
    if query.rank is not None:
        what = f"asked-what-{query.rank.value}"
    if query.dead:
        what = "asked-what-cases-dead"
    among = "among" if query.rank is not None else "of"
    whose = (
        Text("asked-of-unit", {"unit": unit.name}) if unit else Text(f"asked-{among}-{query.kind or 'any'}")
    )
    when = Text("asked-any-time") if query.period is None else _when(query.period)
    return Text("asked-heard", {"what": Text(what), "whose": whose, "when": when})


def _when(period: Span) -> Text:
    first, last = f"{period.start:%d/%m/%Y}", f"{period.end:%d/%m/%Y}"
    return (
        Text("asked-on-day", {"day": first})
        if first == last
        else Text("asked-between", {"first": first, "last": last})
    )


# A query in a button: short enough for every platform


def _packed(query: Query, unit: Unit | None) -> str:
    period = query.period
    parts = (
        query.subject.value,
        query.state.value if query.state else _NONE,
        query.rank.value if query.rank else _NONE,
        query.kind or _NONE,
        "dead" if query.dead else _NONE,
        f"{period.start:%y%m%d}" if period else _NONE,
        f"{period.end:%y%m%d}" if period else _NONE,
        str(unit.id) if unit else _NONE,
        query.row or _NONE,
    )
    return ",".join(parts)


def _unpacked(text: str) -> tuple[Query, int | None]:
    """Return what `_packed` was given; raises BadInputError `button-old` for anything else."""
    try:
        subject, state, rank, kind, dead, first, last, unit, row = text.split(",")
        period = None if first == _NONE else Span(_day(first), _day(last))
        query = Query(
            Subject(subject),
            None if state == _NONE else State(state),
            None if rank == _NONE else Rank(rank),
            None if kind == _NONE else kind,
            period,
            None if row == _NONE else row,
            dead == "dead",
        )
        return query, None if unit == _NONE else int(unit)
    except ValueError as error:
        raise BadInputError("button-old") from error


def _day(text: str) -> date:
    return date(2000 + int(text[:2]), int(text[2:4]), int(text[4:6]))


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `asked:open:<code of a duty>` and `asked:<page>:<query>`."""
    if not reports.may_ask(uow, by.person):
        raise BadInputError("button-old")
    match args:
        case ["open", code]:
            return Answered((duty_card.card(uow, by, access.access_occurrence_for(uow, by.person, code)),))
        case [page, packed] if page.isdecimal() and len(page) < 6:
            query, unit_id = _unpacked(packed)
            unit = next((one for one in uow.units.all() if one.id == unit_id), None)
            return Answered((_say(uow, by, query, unit, int(page)),))
    raise BadInputError("button-old")


REPORTS_ENTRY = Entry("who_reported", words=who_reported)
ENTRY = Entry("asked", taps={"asked": _tap}, words=answer)
