"""The words of a dialogue: kept, and carried from one side to the other without a name, a number or an account.

A word waits while nobody has taken the dialogue and while its file is on its way; what a side says goes in its order.
Of a private reporter numbers and their own name are struck out before anything is kept.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from domain.ways import Topic
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import accidents, case_facts, communes, consents
from messages.envelope import InboundKind, OutFile, Say, Text
from messages.render import render
from storage.dialogues import BOT, CONSOLE, OPEN
from storage.records import AccidentRecord, Attachment, DialogueRecord, DialogueWord
from storage.unit_of_work import UnitOfWork

PERSON, OFFICER = "person", "officer"
_LISTS = {InboundKind.PHOTO: "photos", InboundKind.FILE: "files", InboundKind.VOICE: "files"}


@dataclass(frozen=True, slots=True)
class Word:
    """One thing somebody says: words, a picture, a voice note, a file, a place, a telephone number."""

    kind: InboundKind
    text: str = ""
    attachment: int | None = None
    place: tuple[float, float] | None = None
    phone: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that could be carried (a sticker)."""
        return not (self.text or self.attachment is not None or self.place or self.phone)


def say_in(uow: UnitOfWork, talk: DialogueRecord, word: Word, by: Acting) -> None:
    """Keep what the acting person says in a dialogue they are in, and carry it as far as it may go now."""
    side = talk.side_of(by.person.id)
    case = case_of(uow, talk)
    text = word.text or word.phone or ""
    if side == PERSON and case is not None and case.is_private:
        text = case_facts.struck(text)
    said = replace(word, text=text, phone=None)
    there = talk.way == CONSOLE
    kept = keep(uow, talk, side, said, by.now, by.around.token, by.source, there=there)
    if there and not _may_be_kept(uow, talk, side):
        uow.dialogues.forget_word(kept)
    if side == PERSON and case is not None and case.reporter_id == by.person.id:
        _add_to_case(uow, case, word, by)
    moved: dict[str, Any] = {"last_word_at": by.now}
    if talk.state == OPEN:
        ends = by.around.desk.handoff_quiet_ends if talk.way == BOT else by.around.desk.console_silence
        moved["next_check_at"] = by.now + ends
    uow.dialogues.change(talk.id, **moved)
    flush(uow, talk, by.now)


def keep(
    uow: UnitOfWork,
    talk: DialogueRecord,
    side: str,
    word: Word,
    now: datetime,
    token: Callable[[int], bytes],
    source: int,
    *,
    there: bool = False,
) -> int:
    """Write a word down and return its id; the trail gets a salted digest of it, and not whose account it came from.

    `there`: the other side has it already, by the platform's own inbox.
    """
    salt = token(accidents.SALT_BYTES).hex()
    place = list(word.place) if word.place else None
    word_id = uow.dialogues.add_word(
        {
            "dialogue_id": talk.id,
            "side": side,
            "kind": word.kind.value,
            "text": word.text,
            "attachment_id": word.attachment,
            "place": place,
            "salt": salt,
            "at": now,
            "source": source,
            "there": there,
        }
    )
    said = json.loads(json.dumps([word.kind.value, word.text, word.attachment, place]))
    detail = {"side": side, "digest": accidents.digest_of(salt, said)}
    uow.audit.add("dialogue_word", f"dialogue:{talk.id}", person_id=None, now=now, detail=detail)
    return word_id


def flush(uow: UnitOfWork, talk: DialogueRecord, now: datetime) -> None:
    """Carry every word that waits and may go: of each side in order, up to one whose file is still on its way."""
    if talk.way != BOT or talk.taken_by is None:
        return
    waiting: set[str] = set()
    for word in uow.dialogues.waiting_words(talk.id):
        if word.side in waiting:
            continue
        file = uow.attachments.get(word.attachment_id) if word.attachment_id is not None else None
        if file is not None and file.state == "pending":
            waiting.add(word.side)
        elif file is not None and file.state == "lost":
            uow.dialogues.told_lost(word.id)  # its sender is asked for it again by whoever fetches files
        else:
            _carry(uow, talk, word, file, now)


def flush_all(uow: UnitOfWork, now: datetime) -> None:
    """Carry the words of every dialogue that waited for a file; for after files came home."""
    for dialogue_id in uow.dialogues.with_waiting_words():
        flush(uow, uow.dialogues.get(dialogue_id), now)


def tell(uow: UnitOfWork, talk: DialogueRecord, person_id: int, say: Say, now: datetime) -> int | None:
    """Put something into one side's own talk, in order with the words; None where the person is out of reach."""
    best = uow.ways.best((person_id,), Topic.CASE, now).get(person_id)
    if best is None:
        return None
    message = render(say, uow.people.languages((person_id,))[person_id])
    case = case_of(uow, talk)
    row = uow.outbox.add(
        message,
        person_id=person_id,
        address_id=best.address.id,
        lane=outgoing.CONVERSATION,
        now=now,
        about={"dialogue": talk.id, outgoing.CASE: case.code if case else f"dialogue:{talk.id}"},
    )
    _show(uow, person_id, outgoing.as_offer(message), now)
    return row


def case_of(uow: UnitOfWork, talk: DialogueRecord) -> AccidentRecord | None:
    """Return the case a dialogue is about, None where there is none."""
    return uow.accidents.get(talk.accident_id) if talk.accident_id is not None else None


def officer_name(uow: UnitOfWork, talk: DialogueRecord, office: str) -> Text:
    """Return what the officer in a dialogue is called: by the unit, never by name."""
    case = case_of(uow, talk)
    unit_id = case.unit_id if case is not None else talk.unit_id
    if talk.taken_by is not None:
        own = uow.people.get(talk.taken_by).units("focal", "deputy", "head")
        unit_id = unit_id if unit_id in own else next(iter(own), None)
    elif talk.way != BOT:
        unit_id = None
    if unit_id is None:
        return Text("handoff-officer-of", {"unit": office})
    return Text("handoff-officer-of", {"unit": communes.in_sentence(uow.units.get(unit_id))})


def lost(uow: UnitOfWork, talk: DialogueRecord, side: str, now: datetime) -> None:
    """Tell the writer of a word that it did not reach the other side."""
    writer = talk.person_id if side == PERSON else talk.taken_by
    if writer is not None:
        tell(uow, talk, writer, Say("handoff-not-arrived"), now)


def _carry(
    uow: UnitOfWork, talk: DialogueRecord, word: DialogueWord, file: Attachment | None, now: datetime
) -> None:
    reader = talk.taken_by if word.side == PERSON else talk.person_id
    row = (
        tell(uow, talk, reader, _say(word, file, _speaker(uow, talk, word.side)), now)
        if reader is not None
        else None
    )
    if row is None:
        uow.dialogues.told_lost(word.id)
        lost(uow, talk, word.side, now)
        return
    uow.dialogues.carried(word.id, row)
    if not _may_be_kept(uow, talk, word.side):
        uow.dialogues.forget_word(word.id)


def _may_be_kept(uow: UnitOfWork, talk: DialogueRecord, side: str) -> bool:
    """Whether a word stays once it is carried: with a case, unless its reporter wants nothing kept."""
    case = case_of(uow, talk)
    return case is not None and (side == OFFICER or not consents.refused(uow, case))


def _speaker(uow: UnitOfWork, talk: DialogueRecord, side: str) -> str:
    """Return the key of the words that say who speaks."""
    case = case_of(uow, talk)
    reports = case is not None and case.reporter_id == talk.person_id
    return "handoff-said-officer" if side == OFFICER else f"handoff-said-{PERSON if reports else 'somebody'}"


def _say(word: DialogueWord, file: Attachment | None, speaker: str) -> Say:
    text = word.text or ""
    if word.place is not None:
        at = Text("handoff-place", {"lat": f"{word.place[0]:.5f}", "lon": f"{word.place[1]:.5f}"})
        return Say(speaker, {"text": at})
    if file is None:
        return Say(speaker, {"text": text})
    kind = word.kind if word.kind in ("photo", "voice") else "file"
    # The name a file had on somebody's telephone may be that person's own.
    out = OutFile(file.id, f"{kind}-{file.id}{Path(file.name).suffix}", file.mime)
    said = Text(f"handoff-{kind}-with" if text else f"handoff-{kind}", {"text": text})
    return Say(speaker, {"text": said}, files=(out,))


def _add_to_case(uow: UnitOfWork, case: AccidentRecord, word: Word, by: Acting) -> None:
    """Put pictures, files and places of the reporter with the case, as far as it has room."""
    if word.place is not None:
        more: dict[str, list[Any]] = {"locations": [list(word.place)]}
    elif word.attachment is not None and word.kind in _LISTS:
        more = {_LISTS[word.kind]: [word.attachment]}
    else:
        return
    if case_facts.has_room(uow.accidents.facts(case.id), more):
        accidents.add_to_case(uow, accidents.AddToCase(case.code, more), by)


def _show(uow: UnitOfWork, person_id: int, offer: dict[str, Any] | None, now: datetime) -> None:
    """Remember what was shown: after words of a dialogue a bare number is a word, and no old choice."""
    talk = uow.sessions.get(person_id, now)
    offers = quiet(talk.offers)
    if offer is not None:
        offers["question"] = offer
    uow.sessions.put_all((replace(talk, offers=offers, updated_at=now),))


def quiet(offers: dict[str, Any] | None) -> dict[str, Any]:
    """Return the offers of one who is in a dialogue: of the open question none, a notice's by their whole names."""
    kept = {name: value for name, value in (offers or {}).items() if name != "question"}
    return {**kept, "latest": "question"}
