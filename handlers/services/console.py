"""An officer wrote by hand in a platform's own inbox: the bot keeps silent there for a while, and keeps the words.

The platform echoes all that an account sends. What we sent is told from it by the key the platform gave, else by its
words: the echo may overtake the answer to our own sending, and of a message sent in parts one key alone is kept.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.accident import ENDED as CASE_ENDED
from domain.accident import CaseState
from handlers.acting import Surroundings
from handlers.services import calling, carrying
from handlers.services.carrying import OFFICER
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile, Say
from storage.dialogues import ASKED, CONSOLE, OPEN
from storage.records import DialogueRecord
from storage.unit_of_work import UnitOfWork

ECHO_COMES_WITHIN = timedelta(hours=2)  # a platform that could not reach us repeats it for an hour


def staff_wrote(
    uow: UnitOfWork, inbound: InboundMessage, source: int, around: Surroundings, now: datetime
) -> None:
    """Keep what an officer wrote by hand, and be silent to its reader; nothing where it is an echo of our own."""
    data, address = inbound.data, inbound.address
    if not data.get("by_hand") and _is_ours(uow, address, data, now):
        return
    person_id = _person_at(uow, address, now)
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


def _is_ours(uow: UnitOfWork, address: Address, data: Mapping[str, Any], now: datetime) -> bool:
    known = uow.people.at(address)
    if known is None:
        return False
    since = now - ECHO_COMES_WITHIN
    if any(uow.outbox.has_key(known.id, str(key), since) for key in data.get("ids") or ()):
        return True
    lines = [line.strip() for line in str(data.get("text") or "").splitlines() if line.strip()]
    for body in uow.outbox.bodies_sent(known.id, since):
        labels = tuple(label for _, label in body["choices"])
        if lines and all(line in body["text"] or line.endswith(labels) for line in lines):
            return True
        if not lines and body["files"]:
            return True
    return False


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
