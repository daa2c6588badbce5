"""An officer wrote by hand in a platform's own inbox: the bot keeps silent there for a while, and keeps the words.

The platform echoes all that an account sends. What we sent is told from it by the key the platform gave, else by its
words: the echo may overtake the answer to our own sending, and of a message sent in parts one key alone is kept.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from domain.accident import ENDED as CASE_ENDED
from domain.accident import CaseState
from handlers.acting import Acting, Surroundings
from handlers.services import calling, carrying, unfinished
from handlers.services.carrying import OFFICER
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile, Say
from storage.dialogues import ASKED, CONSOLE, OPEN
from storage.records import DialogueRecord
from storage.unit_of_work import UnitOfWork

LEAST = 12  # characters; a shorter part of a line proves nothing
_MARKS = re.compile(r"^(?:\([^)]{1,20}\) )*(?:\w{1,2}\. )?")
ECHO_COMES_WITHIN = timedelta(hours=2)  # a platform that could not reach us repeats it for an hour


def staff_wrote(
    uow: UnitOfWork, inbound: InboundMessage, source: int, around: Surroundings, now: datetime
) -> None:
    """Keep what an officer wrote by hand, and be silent to its reader; nothing where it is an echo of our own."""
    data, address = inbound.data, inbound.address
    says_something = data.get("text") or data.get("files")
    if not data.get("by_hand") and (not says_something or _is_ours(uow, address, data, now)):
        return  # without a word it may be a template of ours
    person_id = _person_at(uow, address, now)
    _hand_in(uow, person_id, address, around, now)
    talk = _dialogue(uow, person_id, address, around, now)
    ends = now + around.desk.console_silence
    if talk.way == CONSOLE:
        uow.dialogues.change(talk.id, last_word_at=now, next_check_at=ends)
    text = str(data.get("text") or "")
    for number, file in enumerate(data.get("files") or ()):
        kind = InboundKind(file[0])
        remote = RemoteFile(*file[1:])
        kept = uow.attachments.add_remote(
            person_id=person_id, kind=kind.value, file=remote, channel=address.channel, now=now
        )
        word = carrying.Word(kind, text if number == 0 else "", kept)
        carrying.keep(uow, talk, OFFICER, word, now, around.token, source, there=True)
    if not data.get("files"):
        word = carrying.Word(InboundKind.TEXT, text)
        carrying.keep(uow, talk, OFFICER, word, now, around.token, source, there=True)


def _hand_in(uow: UnitOfWork, person_id: int, address: Address, around: Surroundings, now: datetime) -> None:
    """Open a case for a report half told: the questions stop here, and those in charge have to know of it."""
    talk = uow.sessions.get(person_id, now)
    by = Acting(uow.people.get(person_id), address, now, around)
    handed = unfinished.hand_in(uow, talk.session, by)
    if handed is not None:
        uow.sessions.put_all((replace(talk, session=handed.session),))
        unfinished.tell(uow, person_id, handed, now)


def _is_ours(uow: UnitOfWork, address: Address, data: Mapping[str, Any], now: datetime) -> bool:
    known = uow.people.at(address)
    if known is None:
        return False
    since = now - ECHO_COMES_WITHIN
    if any(uow.outbox.has_key(known.id, str(key), since) for key in data.get("ids") or ()):
        return True
    lines = [_bare(line) for line in str(data.get("text") or "").splitlines()]
    said = [line for line in lines if line]
    return any(_sounds_like(said, body) for body in uow.outbox.bodies_sent(known.id, since))


def _sounds_like(said: list[str], body: Mapping[str, Any]) -> bool:
    """Whether one line of an echo is ours: a channel adds marks, choices and names of files, and cuts long texts."""
    names = {name for _, name, _ in body["files"]}
    if not said:
        return bool(names)  # a picture without words, while we have sent one
    ours = {line.strip() for line in body["text"].splitlines()} | names
    ours |= {label for _, label in body["choices"]}
    return any(line in ours or (len(line) >= LEAST and line in body["text"]) for line in said)


def _bare(line: str) -> str:
    """Return a line without what a channel sets before it: the step, the mark of a repeat, the mark of a choice."""
    return _MARKS.sub("", line.strip())


def _person_at(uow: UnitOfWork, address: Address, now: datetime) -> int:
    """Return who is written to; they said nothing themselves, so no window of theirs is opened by it."""
    known = uow.people.at(address)
    if known is not None:
        return known.person_id
    person_id = uow.people.by_sender(address) or uow.people.add(None, DEFAULT_LANGUAGE, now)
    uow.people.add_address(person_id, address)
    return person_id


def _dialogue(
    uow: UnitOfWork, person_id: int, address: Address, around: Surroundings, now: datetime
) -> DialogueRecord:
    """Return the dialogue the words belong to: the one under way, else a new one in the platform's inbox."""
    talk = uow.dialogues.live_of(person_id)
    if talk is not None and talk.person_id != person_id:
        talk = None  # an officer is written to: that is no part of the talk they hold
    if talk is not None and talk.state == OPEN:
        return talk
    ends = now + around.desk.console_silence
    answered = {"way": CONSOLE, "channel": address.channel, "state": OPEN, "taken_at": now}
    if talk is not None and talk.state == ASKED:
        uow.dialogues.change(talk.id, **answered, last_word_at=now, next_check_at=ends)
        for officer in uow.dialogues.called(talk.id):
            calling.notify(uow, talk, officer, Say("handoff-taken-by-other"), "console", now)
    else:
        mine = uow.accidents.of_reporter(person_id)
        case = next((c for c in mine if CaseState(c.state) not in CASE_ENDED), None)
        number = uow.dialogues.add(
            {
                **answered,
                "person_id": person_id,
                "accident_id": case.id if case else None,
                "unit_id": case.unit_id if case else None,
                "grave": False,
                "asked_at": now,
                "last_word_at": now,
                "next_check_at": ends,
            }
        )
        talk = uow.dialogues.get(number)
    uow.audit.add("dialogue_by_hand", f"dialogue:{talk.id}", person_id=None, now=now)
    return uow.dialogues.get(talk.id)
