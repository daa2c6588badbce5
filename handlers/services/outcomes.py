"""What the reporter says once a case is closed: how it went, and that it is not over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.accident import CaseState
from domain.errors import BadInputError, NotAllowedError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, alerts
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

RATING = "rating"
MARKS = ("good", "partly", "bad")


def options(code: str) -> tuple[Option, ...]:
    """Return the answers offered to the reporter of a closed case."""
    marks = (Option(f"outcome:{mark}:{code}", Text(f"outcome-{mark}")) for mark in MARKS)
    return (*marks, Option(f"outcome:again:{code}", Text("outcome-again")))


def line(facts: Mapping[str, object]) -> tuple[Text, ...]:
    """Return the line of a case's page that says how its reporter rated it."""
    mark = facts.get(RATING)
    return (Text("case-line-rating", {"mark": Text(f"outcome-{mark}")}),) if mark in MARKS else ()


@dataclass(frozen=True, slots=True)
class Rate:
    """The reporter says how a closed case went; `mark` is one of MARKS."""

    code: str
    mark: str


def rate(uow: UnitOfWork, command: Rate, by: Acting) -> None:
    """Keep the mark (a later one counts) and tell the officer who had the case.

    Raises NotAllowedError for anybody but the reporter, BadInputError `outcome-not-closed`.
    """
    case = _own(uow, command.code, by)
    if command.mark not in MARKS or case.state != CaseState.CLOSED:
        raise BadInputError("outcome-not-closed", code=case.code)
    salt = by.around.token(accidents.SALT_BYTES).hex()
    uow.accidents.put_fact(case.id, RATING, command.mark, salt=salt, person_id=None, now=by.now)
    digest = accidents.digest_of(salt, command.mark)
    accidents.note(uow, case, "case_rated", by, {"facts": {RATING: digest}})
    say = Say("outcome-rated-push", {"code": case.code, "mark": Text(f"outcome-{command.mark}")})
    if case.acknowledged_by is not None:
        key = f"case:{case.id}:rated:{command.mark}:{by.now.timestamp():.0f}"
        outgoing.notify(
            uow, case.acknowledged_by, say, by.now, dedup_key=key, about=outgoing.of_case(case.code)
        )


@dataclass(frozen=True, slots=True)
class Reopen:
    """The reporter says that a closed case is not over; `why` in their own words, None where they did not say."""

    code: str
    why: str | None = None


def reopen(uow: UnitOfWork, command: Reopen, by: Acting) -> bool:
    """Open the case again and ask its officers to take it; returns whether anybody could be told.

    Nobody has it until one says yes, and the line is gone up as for a new one. Raises NotAllowedError for anybody
    but the reporter, BadInputError `outcome-not-closed`.
    """
    case = _own(uow, command.code, by)
    if case.state != CaseState.CLOSED:
        raise BadInputError("outcome-not-closed", code=case.code)
    had_it = case.acknowledged_by
    uow.accidents.change(
        case.id, state=CaseState.OPEN.value, acknowledged_at=None, acknowledged_by=None, checks=0
    )
    accidents.note(uow, case, "case_reopened", by)
    if command.why:
        accidents.add_to_case(uow, accidents.AddToCase(case.code, {"remarks": [command.why]}), by)
    case = uow.accidents.get(case.id)
    told = _ask_again(uow, case, had_it, by.now)
    changed = {"next_check_at": alerts.first_check(case, by.around, by.now)}
    state = CaseState.DISPATCHED.value if told else CaseState.OPEN.value
    uow.accidents.change(case.id, state=state, **changed)
    return told


def _ask_again(uow: UnitOfWork, case: AccidentRecord, had_it: int | None, now: datetime) -> bool:
    """Ask whoever had the case, and all told of it before; those in line where none of them serves any more."""
    before = access.told_and_in_charge(uow, case)
    first = (had_it,) if had_it is not None and _serves(uow, had_it, case) else ()
    asked = tuple(dict.fromkeys((*first, *before)))
    sent = [alerts.push_again(uow, case, person_id, "case-reopened-push", now) for person_id in asked]
    return any(sent) or bool(alerts.spread(uow, case, uow.accidents.facts(case.id), now))


def _serves(uow: UnitOfWork, person_id: int, case: AccidentRecord) -> bool:
    return access.is_officer_on(uow, uow.people.get(person_id), case)


def _own(uow: UnitOfWork, code: str, by: Acting) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code)
    if case.reporter_id != by.person.id:
        raise NotAllowedError("not-allowed")
    return case
