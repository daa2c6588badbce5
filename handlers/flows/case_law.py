"""What the law asks in a case, for officers: a line on the case's page, the whole list, and why."""

import re
from collections.abc import Sequence

from domain import law
from domain.accident import CaseState, find_case_codes
from domain.case_clocks import Pace, duty_from_json
from domain.errors import NotAllowedError
from domain.law.duties import Duty
from domain.law.rules import Certainty
from domain.legal_clock import Explanation, why
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.case_duty_words import due_words, named, what
from handlers.entry import Answered, Entry, Start
from handlers.flows import case_duty
from handlers.services import access, alerts, case_class, case_duty_done, papers
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, CaseDuty
from storage.unit_of_work import UnitOfWork

MOST_BUTTONS = 6
MOST_QUESTIONS = 5
_WHY = re.compile(r"(?:vi sao|tai sao|why)\b.{0,60}")
_PACES = (Pace.AT_ONCE.value, Pace.DATED.value, Pace.SILENT.value)
_TAKEN = (CaseState.ACKNOWLEDGED.value, CaseState.BEING_HANDLED.value)


def lines(uow: UnitOfWork, by: Acting, case: AccidentRecord) -> list[Text]:
    """Return what the page of a case says of its duties: what is owed at once, since when, and the next last day."""
    rows = [row for row in uow.case_duties.running(case.id) if _is_owed(row, by) and row.done_at is None]
    duties = [duty_from_json(row.law) for row in rows]
    found = []
    at_once = [duty for row, duty in zip(rows, duties, strict=True) if row.pace == Pace.AT_ONCE]
    if at_once:
        first = min(at_once, key=lambda duty: duty.start or by.now)
        params = {"count": len(at_once), "what": what(first), "due": due_words(first, by.now)}
        key = "case-law-at-once" if len(at_once) > 1 else "case-law-at-once-one"
        if all(duty.certainty is Certainty.VERIFY for duty in at_once):
            key = "case-law-maybe"
        found.append(Text(key, params))
    dated = sorted(((d.due, d) for d in duties if d.due is not None), key=lambda pair: pair[0])
    if dated:
        found.append(Text("case-law-next", {"what": what(dated[0][1]), "day": dated[0][0]}))
    return found


def button(uow: UnitOfWork, case: AccidentRecord) -> tuple[Option, ...]:
    """Return the button to the whole list of an alarm; nothing but telling at once is asked for anything else."""
    if not alerts.has_clocks(case) or not uow.case_duties.running(case.id):
        return ()
    return (Option(f"law:list:{case.code}", Text("case-law")),)


def _list(uow: UnitOfWork, by: Acting, code: str) -> Say:
    """Return every duty of a case to an officer, their own to an employer who reported it."""
    case, _ = papers.access_papers_for(uow, by.person, code)
    officer = access.is_officer_on(uow, by.person, case)
    rows = sorted(uow.case_duties.running(case.id), key=_order)
    rows = [row for row in rows if officer or row.law["by"] in papers.EMPLOYERS]
    shown = [_line(row, by) for row in rows]
    closed = sum(row.ended_at is not None and _was_told(row) for row in uow.case_duties.of_case(case.id))
    if closed and officer:
        shown.append(Text("case-law-closed", {"count": closed}))
    found = case_class.suggestion(case, uow.accidents.facts(case.id))
    kind = _class(case, found)
    reason = (Option(f"law:why:{case.code}", Text("law-why")),) if officer else ()
    options = (*_done_buttons(uow, by, rows), *reason)
    params = {"code": case.code, "class": kind, "lines": shown or [Text("case-law-none")]}
    return Say("case-law-list", params, options=options)


def _class(case: AccidentRecord, found: Explanation | None) -> Text:
    """Return the class of an accident, and the kind of what is none."""
    if not alerts.is_urgent(case):
        return Text(f"case-kind-{case.kind}")
    return Text(f"law-class-{case.suggested_class if found is None else found.case_class}")


def _line(row: CaseDuty, by: Acting) -> Text:
    duty = duty_from_json(row.law)
    params = {
        "what": what(duty),
        "by": Text(f"law-by-{duty.by}"),
        "to": Text("law-line-to", {"to": ", ".join(duty.to)}) if duty.to else "",
        "state": case_duty.said_line(row) if row.done is not None else due_words(duty, by.now),
        "verify": Text("law-line-verify") if duty.certainty is Certainty.VERIFY else "",
    }
    return Text("law-line", params)


def _order(row: CaseDuty) -> tuple[int, str, int]:
    """Put what is owed at once first, then what has a last day, by that day, then what nobody is reminded of."""
    return _PACES.index(row.pace), row.law["due"] or "", row.id


def _is_owed(row: CaseDuty, by: Acting) -> bool:
    """Whether it is reminded of and its time runs: the figures of a period only once the period is over."""
    start = duty_from_json(row.law).start
    return row.pace != Pace.SILENT and (start is None or start <= by.now)


def _was_told(row: CaseDuty) -> bool:
    return row.done_at is not None or (row.law["certainty"] == Certainty.SURE and row.pace != Pace.SILENT)


def _done_buttons(uow: UnitOfWork, by: Acting, rows: Sequence[CaseDuty]) -> tuple[Option, ...]:
    found = []
    for row in rows:
        if not _is_owed(row, by) or row.occurrence_id is None:
            continue
        record = uow.occurrences.get(row.occurrence_id)
        if OccurrenceState(record.state) in OPEN_STATES and case_duty_done.may_record(uow, by.person, record):
            duty = duty_from_json(row.law)
            label = Text("law-done-of", {"what": what(duty), "by": Text(f"law-by-{duty.by}")})
            found.append(Option(f"law:done:{record.code}", label))
    return tuple(found[:MOST_BUTTONS])


# Why


def _why(uow: UnitOfWork, by: Acting, code: str) -> Say:
    case = _officers_case(uow, by, code)
    found = case_class.suggestion(case, uow.accidents.facts(case.id))
    if found is None:
        return Say("case-why-contradiction", {"code": case.code})
    shown = [*(_grounds(found) if alerts.is_urgent(case) else ()), _pack(found)]
    shown += [_because(duty) for duty in found.duties]
    shown += [
        Text("case-why-question", {"what": Text(question.key, dict(question.params))})
        for question in found.questions[:MOST_QUESTIONS]
    ]
    kind = _class(case, found)
    key = "case-why" if found.suggested else "case-why-confirmed"
    return Say(key, {"code": case.code, "class": kind, "lines": shown})


def _grounds(found: Explanation) -> list[Text]:
    return [
        Text(
            "case-why-victim",
            {
                "number": number,
                "severity": Text(f"law-severity-{judged.severity}"),
                "because": "; ".join(f"{ground.code} {ground.text}" for ground in judged.because) or "–",
            },
        )
        for number, judged in enumerate(found.victims, start=1)
    ]


def _pack(found: Explanation) -> Text:
    title = next((pack.title for pack in law.packs() if pack.id == found.law_pack), found.law_pack)
    return Text("case-why-pack", {"pack": title})


def _because(duty: Duty) -> Text:
    key, params = why(duty)
    verify = Text("law-line-verify") if duty.certainty is Certainty.VERIFY else ""
    return Text("case-why-duty", {"what": what(duty), "why": Text(key, params), "verify": verify})


def _why_duty(uow: UnitOfWork, by: Acting, code: str) -> Say:
    """Say why one duty is owed, to anybody who answers for it: the article and the day it counts from."""
    record = case_duty_done.access_duty_for(uow, by.person, code)
    if record.case is None:
        raise NotAllowedError("task-unknown", code=code)
    duty = duty_from_json(dict(record.case.law))
    key, params = why(duty)
    lines = [Text(key, params)]
    if duty.certainty is Certainty.VERIFY:
        lines.append(Text("law-card-verify"))
    return Say("law-because", {"what": named(record.case, record.label), "lines": lines})


def _officers_case(uow: UnitOfWork, by: Acting, code: str) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    return case


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["list", code]:
            return Answered((_list(uow, by, code),))
        case ["why", code]:
            return Answered((_why(uow, by, code),))
        case ["open", code]:
            return Answered((case_duty.card(uow, by, code),))
        case ["because", code]:
            return Answered((_why_duty(uow, by, code),))
        case ["done", code]:
            return case_duty.begin(uow, by, code)
        case _:
            return Answered((Say("button-old"),))


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "vì sao?", with the code of a case or for the newest one the officer has taken; None for anything else."""
    if _WHY.fullmatch(fold(text).strip(" .?!")) is None:
        return None
    named_codes = find_case_codes(text)
    taken = uow.queries.cases_taken_by(by.person.id, _TAKEN)
    code = next(iter((*named_codes, *taken)), None)
    if code is None:
        return None
    case = uow.accidents.by_code(code)
    if case is None or not access.is_officer_on(uow, by.person, case):
        return None
    return Answered((_why(uow, by, code),))


ENTRY = Entry("case_law", taps={"law": _on_tap}, words=_words)
