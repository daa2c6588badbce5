"""What officers note about investigating a case: steps ticked off, the team, evidence, statements, papers.

Reports joined as being of one accident have one investigation. Deadlines are not kept here: `standing` says which
duties of the law are done, for whoever reminds of them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from domain.accident import CaseKind
from domain.calendar import local
from domain.errors import BadInputError, NotAllowedError
from domain.investigation import FIELD, Act, Investigation, Member, Step, Takes, read, steps
from domain.law.duties import Duty
from domain.legal_clock import explain
from handlers.acting import Acting
from handlers.services import access, accidents, case_facts, case_kin
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

MOST_NOTES = 300
MOST_WORDS = 1000
INVESTIGATE = "investigate"
_INVESTIGATED = frozenset({CaseKind.ACCIDENT, CaseKind.COMMUTING, CaseKind.TECHNICAL_INCIDENT})


def is_investigated(case: AccidentRecord) -> bool:
    """Whether the law has such a case investigated at all."""
    return CaseKind(case.kind) in _INVESTIGATED


def standing(uow: UnitOfWork, case: AccidentRecord) -> Investigation:
    """Return how the investigation of a case stands; its `ended` names the duties done (`investigate`, …)."""
    members = case_kin.together(uow, case)
    facts = uow.accidents.facts_of((one.id for one in members), (FIELD,))
    notes = [note for one in members for note in facts.get(one.id, {}).get(FIELD) or ()]
    return read(sorted(notes, key=lambda note: note["told_at"]))


def duties(case: AccidentRecord, facts: Mapping[str, Any]) -> tuple[Duty, ...]:
    """Return whose duty investigating is on these facts; none or several while facts are missing."""
    found = explain(case_facts.as_law_sees(facts, case.kind, case.created_at)).duties
    return tuple(duty for duty in found if duty.duty == INVESTIGATE)


@dataclass(frozen=True, slots=True)
class TickOff:
    """A step is done on a day, or (`on` is None) not done after all."""

    code: str
    step: str
    on: date | None


def tick_off(uow: UnitOfWork, command: TickOff, by: Acting) -> None:
    """Note that a step is done or open again.

    Raises NotAllowedError for one who is no officer of the case, BadInputError `investigation-future` for a day to
    come, `investigation-step`, or `case-full`.
    """
    case = _case(uow, command.code, by)
    step = _step(command.step)
    if command.on is None:
        _note(uow, case, step, {"act": Act.OPEN.value}, by)
        return
    if command.on > local(by.now).date():
        raise BadInputError("investigation-future")
    _note(uow, case, step, {"act": Act.DONE.value, "on": command.on.isoformat()}, by)


@dataclass(frozen=True, slots=True)
class AddItem:
    """Something belongs to a step: a member of the team, evidence with pictures, a statement, a paper's number."""

    code: str
    step: str
    words: str = ""
    member: Member | None = None
    files: tuple[int, ...] = ()
    photos: tuple[int, ...] = ()


def add_item(uow: UnitOfWork, command: AddItem, by: Acting) -> str:
    """Note it and return its key. Pictures and files sent with it go into the case first.

    Raises what `tick_off` does, BadInputError `investigation-member-needed` where a team step has no member,
    `investigation-empty` where there is nothing, `investigation-file` for a file that is not the case's.
    """
    case = _case(uow, command.code, by)
    step = _step(command.step)
    words = " ".join(command.words.split())[:MOST_WORDS]
    if step.takes is Takes.MEMBER and command.member is None:
        raise BadInputError("investigation-member-needed")
    if not (words or command.member or command.files or command.photos):
        raise BadInputError("investigation-empty")
    _take_in(uow, case, command, by)
    referred = list(dict.fromkeys((*command.photos, *command.files)))
    if not set(referred) <= set(attachments_of(uow, case)):
        raise BadInputError("investigation-file")
    key = f"{case.id}.{_noted(uow, case) + 1}"
    note: dict[str, Any] = {"act": Act.ADD.value, "key": key, "words": words, "files": referred}
    if command.member is not None:
        note["member"] = asdict(command.member)
    _note(uow, case, step, note, by)
    return key


def _take_in(uow: UnitOfWork, case: AccidentRecord, command: AddItem, by: Acting) -> None:
    """Put what the officer just sent into the case; what is in it already is only referred to."""
    known = set(attachments_of(uow, case))
    new = {"photos": command.photos, "files": command.files}
    sent = {
        name: [number for number in numbers if number not in known and _is_theirs(uow, number, by)]
        for name, numbers in new.items()
    }
    if any(sent.values()):
        accidents.record_facts(uow, accidents.RecordFacts(case.code, sent), by)


@dataclass(frozen=True, slots=True)
class DropItem:
    """Something noted by mistake is taken out; the note itself stays in the case."""

    code: str
    step: str
    key: str


def drop_item(uow: UnitOfWork, command: DropItem, by: Acting) -> None:
    """Take an item out; raises what `tick_off` does, BadInputError `investigation-item-gone` where there is none."""
    case = _case(uow, command.code, by)
    step = _step(command.step)
    if command.key not in {item.key for item in standing(uow, case).state(step.id).items}:
        raise BadInputError("investigation-item-gone")
    _note(uow, case, step, {"act": Act.DROP.value, "key": command.key}, by)


def attachments_of(uow: UnitOfWork, case: AccidentRecord) -> tuple[int, ...]:
    """Return the pictures and files of a case and of the reports joined with it."""
    members = case_kin.together(uow, case)
    facts = uow.accidents.facts_of((one.id for one in members), ("photos", "files"))
    told = (facts.get(one.id, {}) for one in members)
    return tuple(number for one in told for name in ("photos", "files") for number in one.get(name) or ())


def _is_theirs(uow: UnitOfWork, number: int, by: Acting) -> bool:
    kept = uow.attachments.get(number)
    return kept is not None and kept.person_id == by.person.id


def _note(uow: UnitOfWork, case: AccidentRecord, step: Step, note: Mapping[str, Any], by: Acting) -> None:
    if _noted(uow, case) >= MOST_NOTES:
        raise BadInputError("case-full", code=case.code)
    item = {"step": step.id, **note, "told_at": by.now.isoformat()}
    accidents.keep_statement(uow, case, FIELD, item, by, "investigation_noted")


def _noted(uow: UnitOfWork, case: AccidentRecord) -> int:
    return len(uow.accidents.facts_of((case.id,), (FIELD,)).get(case.id, {}).get(FIELD) or ())


def _step(name: str) -> Step:
    found = next((step for step in steps() if step.id == name), None)
    if found is None:
        raise BadInputError("investigation-step")
    return found


def _case(uow: UnitOfWork, code: str, by: Acting) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case) or not is_investigated(case):
        raise NotAllowedError("not-allowed")
    return case
