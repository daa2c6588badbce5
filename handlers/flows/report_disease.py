"""Reporting an occupational disease: consent before any word about health, then what, since when, from what work."""

from collections.abc import Mapping
from typing import Any

from domain import diseases
from domain.accident import CaseKind
from domain.calendar import local
from domain.vietnamese.intents import Intent, understand
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import consent_steps, kind_steps, receipt, report_accident, victim_notes
from handlers.flows.accident_place import NOT_CLEAR
from handlers.services import accidents, alerts, case_facts
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = report_accident.DISEASE
MOST_OFFERED = 5
ROLES = {
    "ill": ("toi", "em", "minh", "tui", "chinh toi", "nguoi benh", "cong nhan", "me"),
    "colleague": ("dong nghiep", "lam cung", "colleague"),
    "relative": ("nguoi nha", "nguoi than", "vo", "chong", "bo", "me toi", "con toi", "anh em", "relative"),
    "employer": ("chu", "giam doc", "quan ly", "doanh nghiep", "an toan", "nhan su", "employer"),
    "clinic": ("bac si", "phong kham", "benh vien", "tram y te", "y te", "clinic"),
    "officer": ("can bo", "cong chuc", "officer"),
}
FOUND = {
    "diagnosed": ("bac si", "benh vien", "da kham", "kham roi", "ket luan", "chan doan", "diagnosed"),
    "assessed": ("da giam dinh", "co giam dinh", "giam dinh roi", "giam dinh y khoa", "hoi dong", "assessed"),
    "suspected": ("nghi", "moi nghi", "chua kham", "chua di kham", "tu thay", "suspected"),
}
CONTRACTS = {"yes": ("co", "hop dong", "yes"), "no": ("khong", "tu do", "khoan", "thoi vu", "no")}


def _offered(text: str, turn: Turn) -> tuple[tuple[str, str], ...]:
    found = diseases.candidates(text, local(turn.now).date())[:MOST_OFFERED]
    return tuple((one.code, one.text) for one in found)


def _ask_since(_turn: Turn) -> Say:
    return Say("kind-ask-ill-since", options=(NOT_CLEAR,))


def _ask_who(_turn: Turn) -> Say:
    return Say("kind-ask-ill-who", options=(NOT_CLEAR,))


def _read_who(answer: Answer, turn: Turn) -> Outcome:
    hint = _ask_who(turn)
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    came = came or reading.unsure(answer, "ill_who")
    if came is not None:
        return came
    told = victim_notes.read(answer.text, turn, "who", private=reading.keeps_private(turn))[:1]
    if not told:
        return Retry(hint)
    return Got({"victims": told, "ill_who": True}, words.noted([words.victim_line(1, told[0], alone=True)]))


def _refused(turn: Turn) -> Say:
    number = turn.facts["hotline"]
    contact = Text("consent-contact", {"number": number}) if number else Text("consent-contact-none")
    return Say("disease-refused", {"contact": contact})


def _open(turn: Turn) -> accidents.OpenCase:
    facts = {name: turn.answer(name) for name in case_facts.FIELDS if turn.answer(name) is not None}
    return accidents.OpenCase(CaseKind.DISEASE, facts, turn.answer("consent"), turn.answer("privacy"))


def _done(turn: Turn) -> Say:
    case = turn.answer("open")
    options = [receipt.offer(case["code"])]
    if turn.answer("role") == "employer" and case_facts.DIAGNOSED.get(turn.answer("diagnosed", "")):
        options.insert(0, Option(f"form:ask:{case['code']}", Text("form-get")))
    if case["told"] == "nobody":
        number = turn.facts["hotline"] or alerts.AMBULANCE
        return Say("hazard-reached-nobody", {"code": case["code"], "number": number}, options=tuple(options))
    told = {"code": case["code"], "unit": case["unit"] or turn.facts["office"]}
    return Say("hazard-done", told, options=tuple(options))


def _next(turn: Turn) -> Say:
    role = turn.answer("role")
    if role == "employer":
        return Say("disease-next-employer")
    return Say("disease-next-clinic" if role in ("clinic", "officer") else "disease-next-worker")


def _changed(turn: Turn, values: Mapping[str, Any]) -> Any | None:
    """Keep an answer to the notice at once; everything else waits for the case."""
    if {"consent", reading.ID_CARD} & values.keys():
        return report_accident.FLOW.changed(turn, values)
    return None


FLOW = Flow(
    name=NAME,
    steps=(
        Tell("intro", lambda _turn: Say("disease-intro")),
        *consent_steps.steps(),
        Tell("refused", _refused, when=consent_steps.refused),
        kind_steps.line("disease"),
        kind_steps.candidate("disease_code", _offered, "disease", "kind-disease-other"),
        kind_steps.choice("role", ROLES, "kind-role", kind_steps.by_name),
        kind_steps.choice("diagnosed", FOUND, "kind-diagnosed"),
        kind_steps.line("ill_since"),
        kind_steps.line("exposure"),
        kind_steps.choice("contract", CONTRACTS, "accident-contract"),
        kind_steps.line("workplace"),
        kind_steps.place("kind-ask-place"),
        Ask("ill_who", _ask_who, _read_who, when=kind_steps.by_name, skippable=True, free_text=True),
        kind_steps.phone(),
        kind_steps.media("kind-ask-media"),
        Do("open", _open, when=consent_steps.agreed),
        Tell("done", _done, when=consent_steps.agreed),
        Tell("next", _next, when=consent_steps.agreed),
    ),
    changed=_changed,
    left=lambda _turn: Say("accident-left-unsent"),
)


def _on_tap(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    talk = uow.sessions.get(by.person.id, by.now)
    if talk.session and Session.from_json(talk.session).flow == NAME:
        return Answered(())
    return Begin(NAME)


def _on_words(_uow: UnitOfWork, _by: Acting, text: str) -> Start | None:
    """Take words that tell of a disease from work, or wish to declare one, where they are heard as no accident."""
    if not diseases.is_disease(text) or understand(text).intent is Intent.QUERY_STATUS:
        return None
    return Begin(NAME, report_accident.of_disease(text))


ENTRY = Entry(NAME, flow=FLOW, load=report_accident.load, taps={"report:disease": _on_tap}, words=_on_words)
