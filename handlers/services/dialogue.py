"""What officers ask a reporter, named or not: Báo An carries the question there and says that an answer came.

Neither side learns the other's name or account from it. It needs nobody to be there at the same time; where the two
are talking already (`handoff`), the question is a word of that talk.
"""

from dataclasses import dataclass

from domain.errors import NotAllowedError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, carrying
from messages.envelope import InboundKind, Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

LONGEST = 300


@dataclass(frozen=True, slots=True)
class AskReporter:
    """An officer asks whoever reported a case."""

    code: str
    question: str


def ask(uow: UnitOfWork, command: AskReporter, by: Acting) -> dict[str, bool]:
    """Keep the question with the case and send it; returns {"told": whether the reporter can be reached}.

    Raises NotAllowedError for one who is no officer of the case, BadInputError `case-full`.
    """
    case = access.access_case_for(uow, by.person, command.code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    question = " ".join(command.question.split())[:LONGEST]
    accidents.record_facts(uow, accidents.RecordFacts(case.code, {"asked": [question]}), by)
    accidents.note(uow, case, "reporter_asked", by)
    talk = uow.dialogues.live_of(by.person.id)
    if talk is not None and talk.accident_id == case.id and talk.taken_by == by.person.id:
        carrying.say_in(uow, talk, carrying.Word(InboundKind.TEXT, question), by)
        return {"told": True}
    say = Say(
        "case-question",
        {"code": case.code, "question": question},
        options=(
            Option(f"case:reply:{case.code}", Text("case-reply")),
            Option(f"handoff:start:{case.code}", Text("menu-handoff")),
        ),
    )
    key = f"case:{case.id}:question:{by.source}"
    about = outgoing.of_case(case.code)
    sent = outgoing.notify(uow, case.reporter_id, say, by.now, dedup_key=key, about=about)
    return {"told": sent is not None}


@dataclass(frozen=True, slots=True)
class Reply:
    """The reporter answers what was asked: something to add to the case."""

    more: accidents.AddToCase


def reply(uow: UnitOfWork, command: Reply, by: Acting) -> None:
    """Add the answer to the case and tell the officers on it, once for each question; raises what adding does."""
    accidents.add_to_case(uow, command.more, by)
    case = access.access_case_for(uow, by.person, command.more.code)
    asked = len(uow.accidents.facts(case.id).get("asked") or ())
    say = Say(
        "case-replied",
        {"code": case.code},
        options=(Option(f"case:open:{case.code}", Text("case-open")),),
    )
    for person_id in _waiting(uow, case):
        key = f"case:{case.id}:replied:{asked}:{person_id}"
        outgoing.notify(uow, person_id, say, by.now, dedup_key=key, about=outgoing.of_case(case.code))


def _waiting(uow: UnitOfWork, case: AccidentRecord) -> tuple[int, ...]:
    """Return who took the case, if they may still look at it, else everybody told of it."""
    taken = case.acknowledged_by
    if taken is not None and access.may_see(uow, uow.people.get(taken), case):
        return (taken,)
    return access.told_and_in_charge(uow, case)
