"""Somebody says that what the law asks in a case was done: when, and how. Kept as their word.

Nothing here, and nothing said about it, calls a duty fulfilled: it only stops the reminders.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from domain.accident import CaseState
from domain.calendar import LOCAL
from domain.case_clocks import duty_from_json
from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.law.duties import SENT, TELLING, Duty
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.vietnamese.fold import fold
from handlers import outgoing
from handlers.acting import Acting
from handlers.case_duty_words import named
from handlers.services import access, accidents, case_facts, case_news, case_owners, papers
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord, OfCase, Person
from storage.unit_of_work import UnitOfWork

MOST_WORDS = 500


@dataclass(frozen=True, slots=True)
class RecordDone:
    """What was done: `at` as domain.vietnamese.moments gives it, `means` of those the law names, or `words`."""

    code: str
    at: Mapping[str, str]
    means: str | None = None
    words: str | None = None


def record_done(uow: UnitOfWork, command: RecordDone, by: Acting) -> dict[str, Any]:
    """Keep the statement and stop the reminders; who has taken the case hears of it. Returns {"code"} of the case.

    Raises what `access_duty_for` does, ConflictError `law-done-already`. The day on which an investigation was
    announced starts the clock of sending its minutes.
    """
    record = access_duty_for(uow, by.person, command.code)
    of_case = _case_of(record)
    if OccurrenceState(record.state) not in OPEN_STATES:
        raise ConflictError("law-done-already")
    said = {
        "at": dict(command.at),
        "means": command.means,
        "words": (command.words or "")[:MOST_WORDS] or None,
    }
    _settle(uow, record, said, by)
    if of_case.duty == "investigate":
        _announce(uow, of_case, command.at, by)
    return {"code": of_case.code}


def access_duty_for(uow: UnitOfWork, person: Person, code: str) -> OccurrenceRecord:
    """Return a duty of a case to one who may record it; raises NotAllowedError `task-unknown` for anybody else."""
    found = uow.occurrences.by_code(code)
    if found is None or found.case is None or not may_record(uow, person, found):
        raise NotAllowedError("task-unknown", code=code)
    return found


def may_record(uow: UnitOfWork, person: Person, record: OccurrenceRecord) -> bool:
    """Whether the person answers for the unit that sees to it, is an officer on the case, or owes it as its employer.

    An officer of the commune records what an employer said, but not what the department does itself.
    """
    if record.unit_id in person.units(*case_owners.HOLDERS) or person.has_role("coordinator", "admin"):
        return True
    of_case = _case_of(record)
    if of_case.own and of_case.law["by"] == "department":
        return False
    case = uow.accidents.by_code(of_case.code)
    if case is None:
        return False
    reported = papers.is_employer(person, case, uow.accidents.facts(case.id))
    return access.is_officer_on(uow, person, case) or (reported and of_case.law["by"] in papers.EMPLOYERS)


def note_declared(
    uow: UnitOfWork, case_id: int, form: str, statements: Iterable[Mapping[str, Any]], by: Acting
) -> None:
    """Stop the reminders of telling somebody on a form, once statements name everybody it goes to."""
    said = [one for one in statements if one["form"] == form]
    told = tuple(fold(name) for one in said for name in one["to"])
    for row in uow.case_duties.running(case_id):
        duty = duty_from_json(row.law)
        if duty.form != form or duty.duty not in SENT or row.occurrence_id is None:
            continue
        record = uow.occurrences.get(row.occurrence_id)
        if OccurrenceState(record.state) in OPEN_STATES and _everybody(duty, told):
            last = said[-1]
            _settle(uow, record, {"at": last["at"], "means": last["means"], "words": None}, by, tell=False)


def is_telling(case: OfCase) -> bool:
    """Whether the duty consists in telling somebody, so that the means matter."""
    return case.duty in TELLING


def _everybody(duty: Duty, told: tuple[str, ...]) -> bool:
    """Whether each addressee was named; a form names the police of the very commune."""
    return all(any(name.startswith(fold(to)) for name in told) for to in duty.to)


def _settle(
    uow: UnitOfWork, record: OccurrenceRecord, said: Mapping[str, Any], by: Acting, *, tell: bool = True
) -> None:
    done = {"state": OccurrenceState.SUBMITTED.value, "next_at": None}
    if not uow.occurrences.change(record.id, expected_state=record.state, **done):
        raise ConflictError("law-done-already")
    for row in uow.case_duties.sharing(record.id):
        uow.case_duties.change(row.id, done_at=by.now, done_by=by.person.id, done=dict(said))
    detail = {"rule": _case_of(record).rule, "from": record.state}
    uow.audit.add(
        "case_duty_told", f"occurrence:{record.code}", person_id=by.person.id, now=by.now, detail=detail
    )
    if tell:
        _tell_in_charge(uow, record, by)


def _tell_in_charge(uow: UnitOfWork, record: OccurrenceRecord, by: Acting) -> None:
    of_case = _case_of(record)
    taken_by, case = of_case.taken_by, uow.accidents.by_code(of_case.code)
    if taken_by is None or taken_by == by.person.id or case is None:
        return
    if not access.is_officer_on(uow, uow.people.get(taken_by), case):
        return
    say = Say(
        "law-done-told",
        {"what": named(of_case, record.label), "unit": record.unit_name},
        options=(Option(f"law:open:{record.code}", Text("choice-open-task")),),
    )
    key = f"case-duty:{record.id}:done:{by.now.timestamp():.0f}"
    outgoing.notify(uow, taken_by, say, by.now, dedup_key=key, about=outgoing.of_case(case.code))


def _announce(uow: UnitOfWork, of_case: OfCase, at: Mapping[str, str], by: Acting) -> None:
    """Keep the day of the meeting; clocks that waited for it begin."""
    case = uow.accidents.by_code(of_case.code)
    meeting = _moment(at)
    if case is None or meeting is None or case.state == CaseState.CANCELLED:
        return
    before = uow.accidents.facts(case.id)
    accidents.keep_word(uow, case, case_facts.ANNOUNCED, {"at": meeting.isoformat()}, by, "case_announced")
    case_news.follow(uow, case.id, before, by)


def _moment(at: Mapping[str, str]) -> datetime | None:
    """Return the instant said; of a day, or a part of one, its noon; None of anything longer."""
    value = at["value"].partition("/")[0] if at["type"] == "date_part" else at["value"]
    try:
        if at["type"] in ("date", "date_part"):
            return datetime.combine(datetime.fromisoformat(value).date(), time(12), LOCAL)
        return datetime.fromisoformat(value) if at["type"] == "datetime" else None
    except ValueError as error:
        raise BadInputError("law-done-when-how") from error


def _case_of(record: OccurrenceRecord) -> OfCase:
    if record.case is None:
        raise LookupError(f"no case behind {record.code}")
    return record.case
