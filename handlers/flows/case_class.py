"""An officer agrees with the class suggested for a case, or names another one with the reason."""

from collections.abc import Mapping
from typing import Any

from domain.accident import CaseClass
from domain.errors import NotAllowedError
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import access, alerts, case_class, case_facts
from handlers.services.case_facts import Facts
from messages.envelope import InboundKind, Option, Say, Text
from messages.words import moment
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

NAME = "case_class"
_SAID = {
    CaseClass.FATAL: ("chet nguoi", "tu vong", "fatal", "chet"),
    CaseClass.MULTIPLE_SERIOUS: ("2 nguoi nang", "tu 2 nguoi", "hai nguoi nang", "nhieu nguoi nang"),
    CaseClass.SINGLE_SERIOUS: ("1 nguoi nang", "mot nguoi nang", "nang"),
    CaseClass.LIGHT: ("nhe", "light"),
}
"""How officers write a class, the longer words first; one that fits several is none."""


def line(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Facts) -> Text | None:
    """Return who confirmed the class of an alarm, or that it is only suggested; None for anything else."""
    found = case_class.suggestion(case, facts) if alerts.is_urgent(case) else None
    word = case_class.last_word(uow, case)
    if found is None or word is None:
        return None
    params = {"class": Text(f"law-class-{word.value['class']}"), "who": _who(uow, word.person_id)}
    params |= {"at": moment(by.person.language, word.at)}
    if found.suggested:
        return Text("case-class-lapsed", params)
    if word.value["reason"]:
        return Text("case-class-confirmed-why", {**params, "reason": word.value["reason"]})
    return Text("case-class-confirmed", params)


def _who(uow: UnitOfWork, person_id: int | None) -> Text | str:
    """Return the officer's unit and role, never a name."""
    person = None if person_id is None else uow.people.get(person_id)
    member = next((m for m in person.memberships if m.role in access.OFFICERS), None) if person else None
    if member is None or member.unit_id is None:
        return Text("case-class-office")
    return Text(
        "case-class-who", {"role": Text(f"role-{member.role}"), "unit": uow.units.get(member.unit_id).name}
    )


def buttons(case: AccidentRecord, facts: Facts) -> tuple[Option, ...]:
    """Return what an officer may do about the class of an alarm: agree while it is suggested, or name another."""
    found = case_class.suggestion(case, facts) if alerts.is_urgent(case) else None
    if found is None:
        return ()
    other = Option(f"class:other:{case.code}", Text("case-class-other"))
    if not found.suggested or found.case_class is CaseClass.UNKNOWN:
        return (other,)
    agree = Option(f"class:agree:{case.code}:{found.case_class}", Text("case-class-agree"))
    return (agree, other)


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["agree", code, suggested] if suggested in list(CaseClass):
            kind = CaseClass(suggested)
            case_class.confirm(uow, case_class.ConfirmClass(code, kind, kind), by)
            return Answered((_kept_say(code, kind.value),))
        case ["other", code]:
            return _begin(uow, by, code)
        case _:
            return Answered((Say("button-old"),))


def _begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    derived = _derived(case, uow.accidents.facts(case.id))
    return Begin(NAME, {"code": case.code, "suggested": derived.value})


def _derived(case: AccidentRecord, facts: Facts) -> CaseClass:
    return case_facts.suggested_class(facts, case.kind, case.created_at)


def _options() -> tuple[Option, ...]:
    return tuple(Option(f"as:{kind}", Text(f"law-class-{kind}")) for kind in case_class.CHOICES)


def _ask_class(turn: Turn) -> Say:
    suggested = Text(f"law-class-{turn.answer('suggested')}")
    return Say("case-class-ask", {"code": turn.answer("code"), "suggested": suggested}, options=_options())


def _read_class(answer: Answer, _turn: Turn) -> Outcome:
    if answer.picked is not None:
        picked = answer.picked.removeprefix("as:")
        found = [kind for kind in case_class.CHOICES if kind == picked]
    else:
        said = f" {fold(answer.text[:200])} "
        found = [kind for kind, ways in _SAID.items() if any(f" {way} " in said for way in ways)]
        if CaseClass.MULTIPLE_SERIOUS in found:
            found = [kind for kind in found if kind is not CaseClass.SINGLE_SERIOUS]
    if len(found) != 1:
        return Retry(Say("choose-one", options=_options()))
    return Got({"class": found[0].value})


def _differs(turn: Turn) -> bool:
    return bool(turn.answer("class") != turn.answer("suggested"))


def _ask_reason(turn: Turn) -> Say:
    return Say("case-class-ask-reason", {"class": Text(f"law-class-{turn.answer('class')}")})


def _read_reason(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or answer.picked is not None or not answer.text.strip():
        return Retry(Say("case-class-reason"))
    return Got({"reason": answer.text.strip()[: case_class.MOST_REASON]})


def _confirm(turn: Turn) -> case_class.ConfirmClass:
    return case_class.ConfirmClass(
        turn.answer("code"),
        CaseClass(turn.answer("class")),
        CaseClass(turn.answer("suggested")),
        turn.answer("reason"),
    )


def _kept_say(code: str, kind: str) -> Say:
    options = (Option(f"law:list:{code}", Text("case-law")),)
    return Say("case-class-kept", {"code": code, "class": Text(f"law-class-{kind}")}, options=options)


def _left(turn: Turn) -> Say:
    params: Mapping[str, Any] = {"code": turn.answer("code")}
    return Say("declaration-left", params)


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("class", _ask_class, _read_class),
        Ask("reason", _ask_reason, _read_reason, when=_differs, free_text=True),
        Do("kept", _confirm),
        Tell("told", lambda turn: _kept_say(turn.answer("code"), turn.answer("class"))),
    ),
    left=_left,
)

ENTRY = Entry(
    NAME, flow=FLOW, commands={case_class.ConfirmClass: case_class.confirm}, taps={"class": _on_tap}
)
