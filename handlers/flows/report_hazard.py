"""Reporting a danger before anybody is hurt: near miss, unsafe condition, fault. A notice, no alarm."""

from collections.abc import Mapping
from typing import Any

from domain.accident import CaseKind
from domain.vietnamese import incident_words
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, Understanding
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_first, accident_place, consent_steps, receipt, report_accident
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.services import accidents, alerts, case_facts
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "report_hazard"
DONE = Option("media:done", Text("accident-media-done"))
_NEAR = ("suyt", "xuyt", "chut nua", "may ma", "near miss")


def kind_of(what: str) -> CaseKind:
    """Return near miss or hazard, from the person's words; an officer may see it otherwise."""
    said = f"{fold(what[: reading.SCAN])} "
    if any(word in said for word in _NEAR):
        return CaseKind.NEAR_MISS
    return CaseKind.HAZARD


def sounds_burning(what: str) -> bool:
    """Whether the words speak of fire, a blast, a leak or a collapse, now or soon: the rescue number comes first."""
    return incident_words.is_pressing(what)


def _ask_what(_turn: Turn) -> Say:
    return Say("hazard-ask-what")


def _read_what(answer: Answer, turn: Turn) -> Outcome:
    hint = Say("hazard-what-how")
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    if came is not None:
        return came
    told = reading.facts_in(answer.text, turn, fields=("place", "happened"))
    return Got({**told.values, "what": answer.text}, words.noted(told.lines) or Say("accident-words-kept"))


def _ask_place(turn: Turn) -> Say:
    asked = accident_place.ask_commune(turn)
    key = "accident-ask-commune" if consent_steps.refused(turn) else "hazard-ask-place"
    return Say(key, options=asked.options)


def _ask_media(turn: Turn) -> Say:
    return Say("accident-ask-media-more" if turn.answer("photos") else "hazard-ask-media", options=(DONE,))


def _read_media(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "media:done" or fold(answer.text).startswith(
        ("xong", "het roi", "khong", "done", "no")
    ):
        return Got({"media": True})
    hint = Say("accident-media-how", options=(DONE,))
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    return came or reading.remark(answer, turn, Say("accident-remark-kept"))


def _ask_phone(turn: Turn) -> Say:
    asked = accident_first.ask_phone(turn)
    return Say("hazard-ask-phone", options=asked.options, numeric=True)


SERIOUS = (
    Option("serious:yes", Text("choice-yes")),
    Option("serious:no", Text("hazard-serious-no")),
    Option("nav:skip", Text("accident-not-clear")),
)


def _ask_serious(_turn: Turn) -> Say:
    return Say("hazard-ask-serious", options=SERIOUS)


def _read_serious(answer: Answer, turn: Turn) -> Outcome:
    said = fold(answer.text).strip(" .!") if answer.picked is None else ""
    if answer.picked == "serious:yes" or said in ("co", "lon", "nghiem trong", "dung", "yes"):
        return Got({"serious": True})
    if answer.picked == "serious:no" or said in ("khong", "ko", "k", "nho", "no"):
        return Got({"serious": False})
    hint = _ask_serious(turn)
    return reading.keep_what_came(answer, turn) or reading.no_words(answer, hint) or Retry(hint)


def _may_be_serious(turn: Turn) -> bool:
    """Whether something has broken out: what may only come is a danger, and no incident yet."""
    return consent_steps.agreed(turn) and incident_words.has_broken_out(turn.answer("what", ""))


def _may_ring(turn: Turn) -> bool:
    return consent_steps.agreed(turn) and not reading.keeps_private(turn)


def _open(turn: Turn) -> accidents.OpenCase:
    facts = report_accident.facts_of(turn)
    kind = kind_of(turn.answer("what", ""))
    if turn.answer("serious"):
        kind, facts = CaseKind.TECHNICAL_INCIDENT, {**facts, "incident": True}
    return accidents.OpenCase(kind.value, facts, turn.answer("consent"), turn.answer("privacy"))


def _done(turn: Turn) -> Say:
    case = turn.answer("open")
    if case["told"] == "nobody":
        number = turn.facts["hotline"] or alerts.AMBULANCE
        return Say("hazard-reached-nobody", {"code": case["code"], "number": number})
    told = {"code": case["code"], "unit": case["unit"] or turn.facts["office"]}
    return Say("hazard-done", told, options=(receipt.offer(case["code"]),))


def _changed(turn: Turn, values: Mapping[str, Any]) -> Any | None:
    """Keep an answer to the notice at once, and anything told after the case was opened."""
    if {"consent", reading.ID_CARD} & values.keys():
        return report_accident.FLOW.changed(turn, values)
    case = turn.answer("open", {})
    kept = {name: value for name, value in values.items() if name in case_facts.FIELDS}
    return accidents.RecordFacts(case["code"], kept) if case and kept else None


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("what", _ask_what, _read_what),
        Tell(
            "rescue",
            lambda _turn: Say("hazard-rescue", urgent=True),
            when=lambda t: sounds_burning(t.answer("what", "")),
        ),
        *consent_steps.steps(),
        Ask("serious", _ask_serious, _read_serious, when=_may_be_serious, skippable=True),
        Ask("place", _ask_place, accident_place.read_place, skippable=True),
        Ask("media", _ask_media, _read_media, when=consent_steps.agreed, skippable=True),
        Ask("phone", _ask_phone, accident_first.read_phone_answer, when=_may_ring, skippable=True),
        Do("open", _open),
        Tell("chief", lambda _turn: Say("accident-tell-chief")),
        Tell("done", _done),
    ),
    changed=_changed,
    left=lambda _turn: Say("accident-left-unsent"),
)


def _begin(uow: UnitOfWork, by: Acting, text: str) -> Begin:
    answers = report_accident.opening(uow, by, text)
    answers.pop("people", None)
    answers.pop("opened_with", None)
    opening = answers.pop("opening", None)
    if opening is None:
        return Begin(NAME, answers)
    return Begin(NAME, {**answers, "what": opening}, (Say("accident-words-kept"),))


def _on_tap(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    talk = uow.sessions.get(by.person.id, by.now)
    if talk.session and Session.from_json(talk.session).flow == NAME:
        return Answered(())
    return _begin(uow, by, "")


def _on_intent(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    return _begin(uow, by, meant.text)


ENTRY = Entry(
    NAME,
    flow=FLOW,
    load=report_accident.load,
    taps={"report:hazard": _on_tap},
    intents={Intent.REPORT_INCIDENT: _on_intent},
)
