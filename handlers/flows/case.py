"""One case by its code: its state for whoever reported it, its facts and buttons for an officer on it."""

from collections.abc import Callable, Mapping
from typing import Any

from domain.errors import NotAllowedError
from domain.vietnamese.intents import Intent, Understanding
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_reading as reading
from handlers.flows import (
    case_card,
    case_correction,
    case_files,
    case_passing,
    case_question,
    case_talks,
    consent_steps,
    report_accident,
)
from handlers.services import (
    access,
    accidents,
    alerts,
    case_work,
    consents,
    dialogue,
)
from messages.envelope import InboundKind, Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

MOST_LISTED = 8
MOST_OF_ONE = 20

# Looking at a case


def show(uow: UnitOfWork, by: Acting, code: str) -> tuple[Say, ...]:
    """Return what the acting person may see of a case, its code and state always.

    Raises NotAllowedError `case-unknown` where there is no such case or it is not theirs to see.
    """
    case, facts, officer = accidents.look_into(uow, code.upper(), by)
    page = case_card.of_officer if officer else case_card.of_reporter
    return (page(uow, by, case, facts),)


def _is_reporting(uow: UnitOfWork, by: Acting) -> bool:
    talk = uow.sessions.get(by.person.id, by.now).session
    return talk is not None and Session.from_json(talk).flow == report_accident.NAME


def own_cases(uow: UnitOfWork, by: Acting) -> Start:
    """Return the cases the acting person reported, newest first, each with its state."""
    mine = uow.accidents.of_reporter(by.person.id)[:MOST_LISTED]
    if not mine:
        return Answered((Say("case-none-sent" if _is_reporting(uow, by) else "case-none"),))
    lines = [Text("case-line", {"code": c.code, "state": case_card.state(c)}) for c in mine]
    options = tuple(Option(f"case:open:{c.code}", c.code) for c in mine)
    return Answered((Say("case-list", {"lines": lines}, options=options),))


def _on_intent(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    code = meant.slots.get("case_code")
    return Answered(show(uow, by, code)) if code else own_cases(uow, by)


def _on_list(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    return own_cases(uow, by)


# Buttons

Act = Callable[[UnitOfWork, Acting, str], Start]


def _open(uow: UnitOfWork, by: Acting, code: str) -> Start:
    return Answered(show(uow, by, code))


def _take(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case_work.take(uow, case_work.Take(code), by)
    options = (
        Option(f"case:open:{code}", Text("case-open")),
        Option(f"case:handle:{code}", Text("case-handle")),
    )
    case = uow.accidents.by_code(code)
    bodies = case_card.bodies(uow, case, uow.accidents.facts(case.id), by) if case is not None else ()
    ring = (Say("case-tell-bodies", {"lines": list(bodies)}),) if bodies else ()
    return Answered((*ring, Say("case-you-took", {"code": code}, options=options)))


def _handle(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case_work.handle(uow, case_work.Handle(code), by)
    options = (Option(f"case:close:{code}", Text("case-close")),)
    return Answered((Say("case-you-handle", {"code": code}, options=options),))


def _close(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case_work.close(uow, case_work.Close(code), by)
    return Answered((Say("case-you-closed", {"code": code}),))


def _add(uow: UnitOfWork, by: Acting, code: str) -> Begin:
    case = access.access_case_for(uow, by.person, code)
    if case.reporter_id != by.person.id and not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    mine = case.reporter_id == by.person.id
    known = {"consent_was": "no"} if mine and consents.refused(uow, case) else {}
    known |= {"privacy": case.privacy} if mine and case.is_private else {}
    return Begin("case_addition", {"code": code, **known})


def _reply(uow: UnitOfWork, by: Acting, code: str) -> Start:
    begun = _add(uow, by, code)
    return Begin(begun.flow, {**begun.answers, "reply": True})


def _pass(uow: UnitOfWork, by: Acting, code: str) -> Start:
    if access.access_case_for(uow, by.person, code).acknowledged_by == by.person.id:
        return case_passing.begin(uow, by, code)
    passed = case_work.pass_on(uow, case_work.PassOn(code), by)
    key = "case-passed-on" if passed else "case-passed-to-nobody"
    options = (Option(f"case:take:{code}", Text("case-take")),)
    return Answered(
        (Say(key, {"code": code, "number": alerts.emergency_number(by.around)}, options=options),)
    )


def _more(uow: UnitOfWork, by: Acting, code: str) -> Start:
    case = access.access_case_for(uow, by.person, code)
    if not access.is_officer_on(uow, by.person, case):
        return Answered(show(uow, by, code))
    return Answered((case_card.rest(uow, by, case, uow.accidents.facts(case.id)),))


def _many(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Return the alarms one person reported within an hour of this case, the newest first."""
    case = access.access_case_for(uow, by.person, code)
    return _list_upto(uow, by, alerts.latest_beside(uow, case))


def _upto(uow: UnitOfWork, by: Acting, code: str) -> Start:
    return _list_upto(uow, by, access.access_case_for(uow, by.person, code))


def _list_upto(uow: UnitOfWork, by: Acting, newest: AccidentRecord) -> Start:
    seen = [c for c in reversed(alerts.crowd_upto(uow, newest)) if access.may_see(uow, by.person, c)]
    shown, more = seen[:MOST_OF_ONE], seen[MOST_OF_ONE : MOST_OF_ONE + 1]
    lines = [Text("case-line", {"code": c.code, "state": case_card.state(c)}) for c in shown]
    older = tuple(Option(f"case:upto:{c.code}", Text("case-many-older")) for c in more)
    options = (*(Option(f"case:open:{c.code}", c.code) for c in shown[:MOST_LISTED]), *older)
    return Answered((Say("case-many-list", {"lines": lines}, options=options),))


ACTS: dict[str, Act] = {
    "open": _open,
    "take": _take,
    "handle": _handle,
    "close": _close,
    "add": _add,
    "reply": _reply,
    "ask": case_question.begin,
    "fix": case_correction.begin,
    "many": _many,
    "more": _more,
    "pass": _pass,
    "upto": _upto,
    "talks": case_talks.show,
}


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    if len(args) == 3 and args[0] == "files" and args[2].isdecimal() and 0 < len(args[2]) < 4:
        return case_files.show(uow, by, args[1], int(args[2]))
    if len(args) != 2 or args[0] not in ACTS:
        return Answered((Say("button-old"),))
    return ACTS[args[0]](uow, by, args[1])


# Adding to a case


def _may_add(turn: Turn) -> bool:
    return not reading.refused_already(turn)


def _ask_more(turn: Turn) -> Say:
    done = (Option("add:done", Text("accident-media-done")),) if turn.answer("added") else ()
    key = "case-ask-addition-more" if done else "case-ask-addition"
    return Say(key, {"code": turn.answer("code")}, options=done)


def _read_more(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "add:done" or answer.text.casefold().strip(" .") == "xong":
        return Got({"addition": True})
    hint = Say("case-addition-how")
    if answer.kind is InboundKind.TEXT:
        came = reading.no_words(answer, hint)
        return came or Got({"remarks": [answer.text], "added": True}, Say("case-added"))
    outcome = reading.keep_what_came(answer, turn)
    if isinstance(outcome, Got) and (not outcome.values or reading.ID_CARD in outcome.values):
        return outcome
    if isinstance(outcome, Got) and "phone" not in outcome.values:
        return Got({**outcome.values, "added": True}, Say("case-added"))
    return outcome if isinstance(outcome, Retry) else Retry(hint)


def _added(turn: Turn, values: Mapping[str, Any]) -> Any | None:
    if "consent" in values:
        consent = consents.RecordConsent(values["consent"], values["consent_said"], turn.answer("code"))
        return accidents.AnswerNotice(consent, {}, values.get("privacy"))
    kept = {name: value for name, value in values.items() if name in accidents.LIST_FIELDS}
    if not kept:
        return reading.dropped(turn, values)
    more = accidents.AddToCase(turn.answer("code"), kept)
    return dialogue.Reply(more) if turn.answer("reply") else more


ADDITION = Flow(
    name="case_addition",
    steps=(
        *consent_steps.steps(lambda turn: bool(turn.answer("consent_was")), free_text=True),
        Ask("addition", _ask_more, _read_more, when=_may_add, free_text=True, skippable=True),
        Tell(
            "refused",
            lambda turn: Say("case-addition-refused", {"code": turn.answer("code")}),
            when=reading.refused_already,
        ),
        Tell(
            "addition_done",
            lambda turn: Say("case-addition-done", {"code": turn.answer("code")}),
            when=_may_add,
        ),
    ),
    changed=_added,
    left=lambda turn: Say("case-addition-done", {"code": turn.answer("code")}),
)

ENTRY = Entry(
    "case",
    taps={"case": _on_tap, "status:cases": _on_list},
    intents={Intent.QUERY_REPORT_BY_CODE: _on_intent},
)
ADDITION_ENTRY = Entry(
    "case_addition",
    flow=ADDITION,
    load=report_accident.load,
    commands={accidents.AddToCase: accidents.add_to_case},
)
