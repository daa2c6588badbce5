"""What a reporter tells an officer of an accident, offered to that officer as facts of the case.

Nothing changes without the officer's yes; the fact then names the reporter's own message as its source.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.flow import Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Entry, Start
from handlers.flows import accident_besides as besides
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import amend_reading, amend_steps, case_correction
from handlers.flows.amend_numbers import Change, Refused
from handlers.services import access, alerts, amendments, carrying, communes
from handlers.services.carrying import PERSON
from messages.envelope import Option, Say, Text
from storage.dialogues import OPEN
from storage.records import AccidentRecord, DialogueRecord, DialogueWord
from storage.unit_of_work import UnitOfWork

_TELLS_WHEN = re.compile(
    r"\b(?:xay ra|bi nan|tai nan|bi nga|nga tu|luc (?:do|ay|bi)|su viec|vu viec|gap nan|bi thuong)\b"
)


def offer(uow: UnitOfWork, talk: DialogueRecord, by: Acting, since: int = 0) -> None:
    """Offer the officer what the reporter's words after the word `since` tell, a message for each that tells any."""
    case = _case(uow, talk)
    if case is None or talk.state != OPEN or talk.taken_by is None:
        return
    for word in uow.dialogues.words(talk.id):
        if word.id > since and word.side == PERSON and (found := _told(uow, case, word, by)):
            carrying.tell(uow, talk, talk.taken_by, _say(word, found), by.now)


def _say(word: DialogueWord, found: tuple[Change, ...]) -> Say:
    drop = Option(f"handoff:drop:{word.id}", Text("handoff-facts-drop"))
    if len(found) == 1:
        keep = Option(f"handoff:keep:{word.id}:0", Text("handoff-facts-keep"))
        return Say(
            "handoff-facts", {"what": amend_steps.as_text(found[0])}, options=(keep, drop), numeric=True
        )
    kept = (Option(f"handoff:keep:{word.id}:{n}", amend_steps.as_text(one)) for n, one in enumerate(found))
    return Say("handoff-facts-which", options=(*kept, drop), numeric=True)


def _case(uow: UnitOfWork, talk: DialogueRecord) -> AccidentRecord | None:
    """Return the case of an alarm that its reporter talks about, None for any other dialogue."""
    case = carrying.case_of(uow, talk)
    mine = case is not None and case.reporter_id == talk.person_id and alerts.is_urgent(case)
    return case if mine else None


def _told(uow: UnitOfWork, case: AccidentRecord, word: DialogueWord, by: Acting) -> tuple[Change, ...]:
    """Return what a word may set right or add, read against the case as it stands now."""
    if not word.text:
        return ()
    facts = uow.accidents.facts(case.id)
    known = {"communes": communes.names(uow), "private": case.is_private}
    turn = Turn(Session(case_correction.NAME, answers=facts), known, word.at, by.person.language)
    found = amend_reading.meant(word.text, turn)
    found = () if isinstance(found, Refused) else found or _in_passing(word.text, turn)
    return tuple(one for one in found if any(facts.get(k) != v for k, v in one.values.items()))


def _in_passing(text: str, turn: Turn) -> tuple[Change, ...]:
    """Return the facts that stand in words said without a thought of the file."""
    fields = (
        ("people", "place", "phone", "happened")
        if _TELLS_WHEN.search(fold(text))
        else ("people", "place", "phone")
    )
    told = reading.facts_in(text, turn, fields=fields)
    values = {name: value for name, value in told.values.items() if not _stands(name, value, turn)}
    lines = [line for name, line in zip(told.values, told.lines, strict=True) if name in values]
    victims = besides.victims(text, replace(turn, session=turn.session.answer(values)), hurt=True)
    values |= victims.values
    lines += [line for line in victims.lines if victims.values]
    if not values:
        return ()
    kept = {k: v for k, v in values.items() if not k.startswith("victim_") and k != "death_told"}
    return (Change(next(iter(kept), ""), kept, words.chain(lines)),) if kept else ()


def _stands(name: str, value: Any, turn: Turn) -> bool:
    """Whether a fact says no more than the case does."""
    known = turn.answer(name)
    if name == "people":
        told = value.get("total") is not None and (value["dead"] or value["injured"])
        return not told or known == value or known == {**value, "injured": (known or {}).get("injured")}
    if name == "place":
        return isinstance(known, Mapping) and known.get("unit") == value.get("unit")
    return bool(known == value)


def _keep(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Keep what was offered, as the officer's act and from the reporter's message."""
    found = _word(uow, by, args[:1])
    if found is None or len(args) != 2 or not args[1].isdecimal() or len(args[1]) > 2:
        return Answered((Say("button-old"),))
    talk, case, word = found
    readings = _told(uow, case, word, by)
    if int(args[1]) >= len(readings):
        return Answered((Say("case-fix-same", {"code": case.code}),))
    change = readings[int(args[1])]
    told_in = replace(by, source=word.source)
    result = amendments.amend(uow, amendments.Amend(case.code, change.values), told_in)
    if result["changed"]:
        told = Say("handoff-facts-kept", {"what": amend_steps.as_text(change)})
        carrying.tell(uow, talk, talk.person_id, told, by.now)
    facts = uow.accidents.facts(case.id)
    return Answered((case_correction.read_back(result, facts, by.person.language),))


def _drop(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    is_mine = _word(uow, by, args) is not None
    return Answered((Say("handoff-facts-dropped" if is_mine else "button-old"),))


def _word(
    uow: UnitOfWork, by: Acting, args: list[str]
) -> tuple[DialogueRecord, AccidentRecord, DialogueWord] | None:
    """Return the word a button names with its dialogue and case; None where it is none of the acting officer's."""
    word = uow.dialogues.word(int(args[0])) if args and args[0].isdecimal() and len(args[0]) < 10 else None
    talk = uow.dialogues.get(word.dialogue_id) if word is not None else None
    case = _case(uow, talk) if talk is not None else None
    if word is None or talk is None or case is None or word.side != PERSON:
        return None
    return (talk, case, word) if access.is_officer_on(uow, by.person, case) else None


ENTRY = Entry("dialogue_facts", taps={"handoff:keep": _keep, "handoff:drop": _drop})
