"""A report that stops half way is not forgotten: what was told goes to those in charge all the same.

Somebody who writes "two people hurt" and falls silent may have put the phone down to help. After a few
minutes the case is opened with what is known; the talk goes on where it stopped, whenever it does.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from domain.accident import CaseKind
from handlers import outgoing
from handlers.acting import Acting, Surroundings
from handlers.services import accidents, case_facts
from messages.envelope import Say
from storage.records import Conversation
from storage.unit_of_work import UnitOfWork

FLOW, OPENED, SAID_SO = "report_accident", "open", "dispatched"  # the flow and its two steps settled here
SILENCE = timedelta(minutes=3)
TELLING = ("people", "place", "phone")  # what an officer can act on


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Open a case for every report left half way; returns how many."""
    opened = 0
    for talk in _left_open(uow):
        if talk.spoken_at + SILENCE > now or talk.session is None:
            continue
        known = uow.people.last_known(talk.person_id)
        by = Acting(uow.people.get(talk.person_id), known.address, now, around)
        handed = hand_in(uow, talk.session, by)
        if handed is None:
            continue
        uow.sessions.put_all((replace(talk, session=handed.session),))
        tell(uow, talk.person_id, handed, now)
        opened += 1
    return opened


def tell(uow: UnitOfWork, person_id: int, handed: "HandedIn", now: datetime) -> None:
    """Tell somebody that what they told so far went to the officers, with its code."""
    code = handed.case["code"]
    say = Say("accident-sent-unfinished", {"code": code})
    outgoing.notify(uow, person_id, say, now, dedup_key=f"unfinished|{code}", about=outgoing.of_case(code))


@dataclass(frozen=True, slots=True)
class HandedIn:
    """A report that was half told: the session in which it knows its case, and what opening the case gave."""

    session: dict[str, Any]
    case: dict[str, Any]


def hand_in(uow: UnitOfWork, session: dict[str, Any] | None, by: Acting) -> HandedIn | None:
    """Open a case for the report in a talk, with whatever was told; None where nothing was, or it has one."""
    report = _report_in(session)
    answers = report["answers"] if report else {}
    facts = {name: answers[name] for name in case_facts.FIELDS if answers.get(name) is not None}
    if session is None or OPENED in answers or not facts:
        return None
    command = accidents.OpenCase(CaseKind.ACCIDENT.value, facts, privacy=answers.get("privacy"))
    case = accidents.open_case(uow, command, by)
    return HandedIn(_settled(session, case), case)


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return when the report left longest will have been silent long enough."""
    return min((talk.spoken_at + SILENCE for talk in _left_open(uow)), default=None)


def _left_open(uow: UnitOfWork) -> Iterator[Conversation]:
    """Yield talks in which something was told that nobody has heard of yet."""
    for talk in uow.sessions.open_in(FLOW):
        report = _report_in(talk.session)
        answers = report["answers"] if report else {}
        if OPENED not in answers and any(answers.get(name) is not None for name in TELLING):
            yield talk


def _report_in(session: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the report in a session, open or parked under another talk."""
    while session is not None and session["flow"] != FLOW:
        session = session["parked"]
    return session


def _settled(session: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """Return the session in which the report knows its case and has said so."""
    if session["flow"] != FLOW:
        return {**session, "parked": _settled(session["parked"], case)}
    return {**session, "answers": {**session["answers"], OPENED: case, SAID_SO: True}}
