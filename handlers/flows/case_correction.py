"""Setting a case right in one's own words: whoever reported it, or an officer on it, before or after it is filed."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from domain.accident import CaseState, find_case_codes
from domain.errors import NotAllowedError
from domain.vietnamese.correction_words import is_correction
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_codes, amend_steps, correction_told
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.amend_numbers import Change, Refused
from handlers.services import access, amendments, case_facts, communes
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

NAME = "case_correction"
RECENT = timedelta(days=30)  # an own case so old is meant no longer, unless its code is said
MOST_CASES = 5
WHOSE = (CaseState.ACKNOWLEDGED.value, CaseState.BEING_HANDLED.value)
DONE = Option("fix:done", Text("accident-media-done"))
NOTE = Option("fix:note", Text("case-fix-note"))
_DONE = frozenset({"xong", "xong roi", "het", "het roi", "done", "khong", "khong sua nua"})
_AGAIN = ("applied", "read_back")


def _facts(turn: Turn) -> Mapping[str, Any]:
    known: Mapping[str, Any] = turn.facts["known"].get(turn.answer("code"), {})
    return known


def _told(text: str, turn: Turn) -> tuple[Change, ...] | Refused:
    return correction_told.told(text, correction_told.as_known(_facts(turn), turn))


# Which case, which reading


def _ask_case(turn: Turn) -> Say:
    options = tuple(Option(f"fix:case:{code}", code) for code in turn.answer("codes", []))
    return Say("case-fix-which-case", options=options)


def _read_case(answer: Answer, turn: Turn) -> Outcome:
    code = (answer.picked or answer.text.strip().upper()).removeprefix("fix:case:")
    if code not in turn.answer("codes", []):
        return Retry(_ask_case(turn))
    chosen = Turn(turn.session.answer({"code": code}), turn.facts, turn.now, turn.language)
    found = _told(turn.answer(amend_steps.SAID, ""), chosen)
    if isinstance(found, tuple) and len(found) == 1:
        return Got({"code": code, "change": dict(found[0].values), "more": True}, again=(amend_steps.SAID,))
    return Got({"code": code})


def _waiting(turn: Turn) -> tuple[Change, ...]:
    """Return the readings of the correction that waits for a choice; empty where none waits."""
    said = turn.answer(amend_steps.SAID)
    found = _told(said, turn) if said and turn.answer("code") else ()
    return () if isinstance(found, Refused) else found


def _ask_which(turn: Turn) -> Say:
    return Say("amend-which", options=amend_steps.options(_waiting(turn)))


def _read_which(answer: Answer, turn: Turn) -> Outcome:
    chosen = amend_steps.picked(answer, _waiting(turn))
    if chosen is not None:
        return Got({"change": dict(chosen.values)}, again=(amend_steps.SAID, *_AGAIN))
    if answer.picked == amend_steps.NONE.payload:
        return Got({}, again=(amend_steps.SAID,))
    return Retry(_ask_which(turn))


# In one's own words


def _ask_more(turn: Turn) -> Say:
    if turn.answer("unclear"):
        return Say("case-fix-how", options=(NOTE, DONE))
    key = "case-fix-more" if turn.answer("change") else "case-fix-ask"
    return Say(key, {"code": turn.answer("code")}, options=(*_codes_missing(turn), DONE))


def _codes_missing(turn: Turn) -> tuple[Option, ...]:
    """Return the codes of the figures an officer or the employer has not given yet, to be asked for."""
    if turn.answer("code") not in turn.facts["coded_by"]:
        return ()
    missing = (name for name in accident_codes.QUESTIONS if not _facts(turn).get(name))
    return tuple(Option(f"fix:{name}", Text(f"accident-fix-{name}")) for name in missing)


def _ask_code(turn: Turn) -> Say:
    return accident_codes.ask(turn.answer("asking"), correction_told.as_known(_facts(turn), turn))


def _read_code(answer: Answer, turn: Turn) -> Outcome:
    outcome = accident_codes.read_code(turn.answer("asking"), answer)
    if isinstance(outcome, Got):
        return Got({"change": dict(outcome.values)}, again=("asking", *_AGAIN))
    return outcome or Retry(_ask_code(turn))


def _read_more(answer: Answer, turn: Turn) -> Outcome:
    unclear = turn.answer("unclear")
    if answer.picked == NOTE.payload and unclear:
        return Got({"change": {"remarks": [unclear]}}, again=("unclear", *_AGAIN))
    if answer.picked == DONE.payload or fold(answer.text).strip(" .!") in _DONE:
        return Got({"more": True}, again=("unclear",))
    if answer.picked in {one.payload for one in _codes_missing(turn)}:
        return Got({"asking": (answer.picked or "").removeprefix("fix:")}, again=("unclear", "of_list"))
    came = reading.keep_what_came(answer, turn)
    if isinstance(came, Got) and reading.ID_CARD in came.values:
        return came
    if isinstance(came, Got) and came.values:
        return Got({"change": dict(came.values)}, again=("unclear", *_AGAIN))
    came = came or reading.no_words(answer, _ask_more(turn))
    return came or _heard_more(answer.text, turn)


def _heard_more(text: str, turn: Turn) -> Outcome:
    found = _told(text, turn)
    if isinstance(found, Refused):
        return Retry(Say(found.key))
    if len(found) == 1:
        return Got({"change": dict(found[0].values)}, again=("unclear", *_AGAIN))
    return Got({amend_steps.SAID: text} if found else {"unclear": text}, again=("unclear",))


def _amend(turn: Turn) -> amendments.Amend:
    return amendments.Amend(turn.answer("code"), turn.answer("change"))


def _read_back(turn: Turn) -> Say:
    return read_back(turn.answer("applied"), _facts(turn), turn.language)


def read_back(result: Mapping[str, Any], facts: Mapping[str, Any], language: str) -> Say:
    """Say what stands in the case now, from the case itself; or why nothing changed."""
    code, changed = result["code"], result["changed"]
    if not changed:
        return Say("case-fix-same" if result["same"] else "case-fix-not-kept", {"code": code})
    shown = {name: facts[name] for name in changed if facts.get(name) is not None}
    if "victims" in shown:
        shown["victims"] = [one if n in result["victims"] else {} for n, one in enumerate(shown["victims"])]
    lines = words.lines(shown, case_facts.FIELDS, language)
    return Say("case-fixed", {"code": code, "lines": lines or [Text("case-fixed-taken-out")]})


def _case_is_open(turn: Turn) -> bool:
    return bool(turn.answer("codes")) and not turn.answer("code")


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("case", _ask_case, _read_case, when=_case_is_open),
        Ask("which", _ask_which, _read_which, when=lambda turn: bool(_waiting(turn))),
        Do("applied", _amend, when=lambda turn: bool(turn.answer("change"))),
        Tell("read_back", _read_back, when=lambda turn: bool(turn.answer("change"))),
        Ask("of_list", _ask_code, _read_code, when=lambda turn: bool(turn.answer("asking")), skippable=True),
        Ask("more", _ask_more, _read_more, free_text=True, skippable=True),
        Tell("done", lambda turn: Say("case-fix-done", {"code": turn.answer("code")})),
    ),
    changed=reading.dropped,
    left=lambda turn: Say("case-fix-done", {"code": turn.answer("code") or ""}),
)


def load(uow: UnitOfWork, by: Acting, session: Session) -> dict[str, Any]:
    """Read the communes, and the facts of the cases that may be meant and are the acting person's to set right."""
    answers = session.answers
    wanted = [answers["code"]] if answers.get("code") else answers.get("codes") or []
    cases = [case for code in wanted if (case := uow.accidents.by_code(code)) and _may_fix(uow, by, case)]
    private = any(case.is_private and case.reporter_id == by.person.id for case in cases)
    known = {case.code: uow.accidents.facts(case.id) for case in cases}
    coded_by = [case.code for case in cases if _may_code(uow, by, case, known[case.code])]
    return {"communes": communes.names(uow), "known": known, "private": private, "coded_by": coded_by}


def _may_code(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Mapping[str, Any]) -> bool:
    is_accident = case_facts.kind_of(facts, case.kind).value in ("accident", "commuting")
    return is_accident and (access.is_officer_on(uow, by.person, case) or facts.get("role") == "employer")


def _may_fix(uow: UnitOfWork, by: Acting, case: AccidentRecord) -> bool:
    return case.reporter_id == by.person.id or access.is_officer_on(uow, by.person, case)


def begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Begin to set a case right; raises NotAllowedError for one who may not."""
    case = access.access_case_for(uow, by.person, code)
    if not _may_fix(uow, by, case):
        raise NotAllowedError("not-allowed")
    return Begin(NAME, {"code": case.code})


def heard(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a correction said outside any report for the case it fits; None where it fits none.

    The code may be said; else it is an own case of the last month or one the officer has taken.
    """
    if not is_correction(text):
        return None
    said_codes = find_case_codes(text)
    named = [code for code in said_codes if _known(uow, by, code)]
    if said_codes and not named:
        raise NotAllowedError("case-unknown", code=said_codes[0])
    codes = named or _nearest(uow, by)
    turn = Turn(
        Session(NAME, answers={"codes": codes}),
        load(uow, by, Session(NAME, answers={"codes": codes})),
        by.now,
        by.person.language,
    )
    said = without_codes(text)
    fits = {code: found for code in codes if (found := _read_for(code, said, turn))}
    if not fits:
        return Begin(NAME, {"code": named[0]}) if named else None
    if len(fits) > 1:
        return Begin(NAME, {"codes": list(fits)[:MOST_CASES], amend_steps.SAID: said})
    ((code, found),) = fits.items()
    if isinstance(found, Refused):
        return Answered((Say(found.key),))
    if len(found) > 1:
        return Begin(NAME, {"code": code, amend_steps.SAID: said})
    return _apply(uow, by, code, found[0])


def of_other(uow: UnitOfWork, by: Acting, text: str, here: str | None) -> Start | None:
    """Take a correction with the code of a case that is not `here`, the one being told; None for any other words."""
    codes = find_case_codes(text)
    if not codes or here in codes:
        return None
    return heard(uow, by, text)


def _read_for(code: str, said: str, turn: Turn) -> tuple[Change, ...] | Refused:
    return _told(said, Turn(Session(NAME, answers={"code": code}), turn.facts, turn.now, turn.language))


def _apply(uow: UnitOfWork, by: Acting, code: str, change: Change) -> Start:
    result = amendments.amend(uow, amendments.Amend(code, change.values), by)
    case = uow.accidents.by_code(code)
    facts = uow.accidents.facts(case.id) if case is not None else {}
    return Answered((read_back(result, facts, by.person.language),))


def is_of(text: str, here: str | None) -> bool:
    """Whether words set right the case `here`, calling it by its code."""
    return here is not None and here in find_case_codes(text) and is_correction(text)


def without_codes(text: str) -> str:
    """Return words about a case without its code."""
    said = text
    for code in find_case_codes(text):
        said = said.replace(code, "").replace(code.lower(), "")
    return said.strip(" :,.-")


def _known(uow: UnitOfWork, by: Acting, code: str) -> bool:
    case = uow.accidents.by_code(code)
    return case is not None and access.may_see(uow, by.person, case) and _may_fix(uow, by, case)


def _nearest(uow: UnitOfWork, by: Acting) -> list[str]:
    own = [
        case.code
        for case in uow.accidents.of_reporter(by.person.id)
        if by.now - case.created_at <= RECENT and case.state != CaseState.CANCELLED
    ]
    taken = [code for code in uow.queries.cases_taken_by(by.person.id, WHOSE) if _known(uow, by, code)]
    return list(dict.fromkeys([*own, *taken]))[:MOST_CASES]


ENTRY = Entry(NAME, flow=FLOW, load=load, commands={amendments.Amend: amendments.amend}, words=heard)
