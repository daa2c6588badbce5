"""Declaring a machine under strict safety rules: which, whose, where, since when, inspected until when. No alarm."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from domain import machines as machine_list
from domain.accident import CaseKind
from domain.calendar import local
from domain.vietnamese.moments import MomentType, read_moment
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import consent_steps, kind_steps, receipt, report_accident
from handlers.flows.accident_place import NOT_CLEAR
from handlers.services import accidents, case_facts, machines
from messages.envelope import Option, Say, Text
from storage.records import MachineRecord
from storage.unit_of_work import UnitOfWork

NAME = "declare_equipment"
MOST_OFFERED = 4
MOST_LISTED = 15
_DAYS = (MomentType.DATETIME, MomentType.DATE, MomentType.DATE_PART)


def _offered(text: str, _turn: Turn) -> tuple[tuple[str, str], ...]:
    found = machine_list.candidates(text)[:MOST_OFFERED]
    return tuple((one.code, one.text) for one in found)


def _day_in(text: str, turn: Turn) -> date | None:
    """Return the day a message names: a whole date, or a day that has been ("hôm qua")."""
    day = machine_list.read_day(text)
    if day is not None:
        return day
    when = read_moment(text[: reading.SCAN], turn.now)
    if when.type not in _DAYS or when.value is None:
        return None
    return date.fromisoformat(str(when.value)[:10])


def _day(key: str, when: Condition = consent_steps.agreed) -> Ask:
    """Return a question for a day; one that cannot be is asked for again."""
    prompt = Say(f"kind-ask-{key.replace('_', '-')}", options=(NOT_CLEAR,))

    def read(answer: Answer, turn: Turn) -> Outcome:
        came = reading.keep_what_came(answer, turn) or reading.no_words(answer, prompt)
        came = came or reading.unsure(answer, key)
        if came is not None:
            return came
        day = _day_in(answer.text, turn) or _years_on(key, answer.text, turn)
        if day is None:
            return Retry(Say("kind-day-how", options=(NOT_CLEAR,)))
        known = {**turn.session.answers, key: day.isoformat()}
        wrong = machine_list.wrong_days(known, local(turn.now).date())
        if wrong is not None:
            return Retry(Say(wrong, options=(NOT_CLEAR,)))
        return Got({key: day.isoformat()}, words.noted([Text("accident-dot", {"what": f"{day:%d/%m/%Y}"})]))

    return Ask(key, lambda _turn: prompt, read, when=when, skippable=True)


def _years_on(key: str, text: str, turn: Turn) -> date | None:
    """Return the end of an inspection told as its length ("2 năm"), counted from the day it was made."""
    inspected, years = turn.answer("inspected_on"), machine_list.read_years(text)
    if key != "inspect_by" or inspected is None or years is None:
        return None
    begun = date.fromisoformat(inspected)
    leap = (begun.month, begun.day) == (2, 29)
    return begun.replace(year=begun.year + years, day=28 if leap else begun.day)


def _refused(turn: Turn) -> Say:
    number = turn.facts["hotline"]
    contact = Text("consent-contact", {"number": number}) if number else Text("consent-contact-none")
    return Say("equipment-refused", {"contact": contact})


def _open(turn: Turn) -> accidents.OpenCase:
    facts = {name: turn.answer(name) for name in case_facts.FIELDS if turn.answer(name) is not None}
    return accidents.OpenCase(
        CaseKind.EQUIPMENT, {**facts, "role": "employer"}, turn.answer("consent"), turn.answer("privacy")
    )


def _done(turn: Turn) -> Say:
    code = turn.answer("open")["code"]
    form = () if reading.keeps_private(turn) else (Option(f"form:ask:{code}", Text("form-get")),)
    return Say("equipment-done", {"code": code}, options=(*form, receipt.offer(code)))


def _changed(turn: Turn, values: Mapping[str, Any]) -> Any | None:
    """Keep an answer to the notice at once; everything else waits for the case."""
    if {"consent", reading.ID_CARD} & values.keys():
        return report_accident.FLOW.changed(turn, values)
    return None


FLOW = Flow(
    name=NAME,
    steps=(
        Tell("intro", lambda _turn: Say("equipment-intro")),
        *consent_steps.steps(),
        Tell("refused", _refused, when=consent_steps.refused),
        kind_steps.line("machine", needed=True),
        kind_steps.candidate("machine_kind", _offered, "machine", "kind-machine-other"),
        kind_steps.line("maker"),
        kind_steps.line("serial"),
        kind_steps.line("capacity"),
        kind_steps.line("workplace", ask="kind-ask-owner"),
        kind_steps.place("kind-ask-stands"),
        _day("in_use_on"),
        _day("inspected_on"),
        kind_steps.line("certificate", when=lambda turn: bool(turn.answer("inspected_on"))),
        _day("inspect_by", when=lambda turn: bool(turn.answer("inspected_on"))),
        kind_steps.phone(),
        kind_steps.media("kind-ask-papers"),
        Do("open", _open, when=consent_steps.agreed),
        Tell("done", _done, when=consent_steps.agreed),
    ),
    changed=_changed,
    left=lambda _turn: Say("accident-left-unsent"),
)


def _on_tap(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    talk = uow.sessions.get(by.person.id, by.now)
    if talk.session and Session.from_json(talk.session).flow == NAME:
        return Answered(())
    return Begin(NAME)


def _on_words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "khai báo thang máy", and an officer's "danh sách thiết bị"."""
    if machine_list.wishes_to_see(text):
        return Answered((_listed(uow, by),))
    if not machine_list.wishes_to_declare(text):
        return None
    named = machine_list.candidates(text)
    return Begin(NAME, {"machine": machine_list.as_told(text)[: kind_steps.MOST]} if named else {})


# The register


def _listed(uow: UnitOfWork, by: Acting) -> Say:
    """Return the machines an officer answers for, the soonest inspection first."""
    found = machines.listed(uow, by)
    if not found:
        return Say("equipment-none")
    today = local(by.now).date()
    lines = [_line(one, today) for one in found[:MOST_LISTED]]
    if len(found) > MOST_LISTED:
        lines.append(Text("status-more", {"count": len(found) - MOST_LISTED}))
    options = tuple(Option(f"case:open:{one.code}", one.code) for one in found[:6])
    return Say("equipment-list", {"lines": lines}, options=options)


def _line(one: MachineRecord, today: date) -> Text:
    what = words.shortened(machine_list.machine_name(one.kind) if one.kind else one.name, 60)
    params: dict[str, Any] = {"code": one.code, "what": what, "where": one.workplace or ""}
    if one.inspect_by is None:
        return Text("equipment-line-unknown", params)
    key = "equipment-line-over" if one.inspect_by < today else "equipment-line"
    return Text(key, {**params, "day": one.inspect_by})


ENTRY = Entry(NAME, flow=FLOW, load=report_accident.load, taps={"report:equipment": _on_tap}, words=_on_words)
