"""Somebody wants a human being: who is asked, who takes it, how it ends. The words themselves are `carrying`'s.

The line is that of an alarm (`chains`), with whoever took the case before everybody else and without the leaders. A
person is in one dialogue at a time, an officer too; the bot is silent in both their talks until it ends.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.accident import ENDED as CASE_ENDED
from domain.accident import CaseState
from domain.desk_policy import DeskPolicy
from domain.errors import BadInputError, ConflictError, NotAllowedError
from handlers.acting import Acting, Surroundings
from handlers.services import access, alerts, calling, carrying, case_facts
from handlers.services.carrying import PERSON
from messages.envelope import Option, Say, Text
from storage.dialogues import ASKED, BOT, CONSOLE, ENDED, LAPSED, OPEN
from storage.records import AccidentRecord, DialogueRecord, Person
from storage.unit_of_work import UnitOfWork

SILENCE, NOBODY = "silence", "nobody"
HELD = "talking"  # why a notice is held back
_GRAVE = frozenset({"fatal", "multiple_serious", "single_serious"})


@dataclass(frozen=True, slots=True)
class AskForPerson:
    """The acting person wants to talk with an officer; `code` names the case it is about, if they said which.

    `unit` is the commune it is about where there is no case yet, `grave` whether somebody may be badly hurt.
    """

    code: str | None = None
    unit: int | None = None
    grave: bool = False


def live(uow: UnitOfWork, by: Acting) -> DialogueRecord | None:
    """Return the dialogue the acting person is in; in a platform's own inbox on that platform only."""
    talk = uow.dialogues.live_of(by.person.id)
    if talk is not None and talk.way == CONSOLE and talk.channel != by.address.channel:
        return None
    return talk


def ask(uow: UnitOfWork, command: AskForPerson, by: Acting) -> tuple[Say, ...]:
    """Ask the first officer in line who can be reached, and return what the person is told: who was, honestly.

    Raises NotAllowedError `case-unknown` for a case that is not theirs to see, BadInputError `handoff-busy` for an
    officer who is talking with somebody.
    """
    known = uow.dialogues.live_of(by.person.id)
    if known is not None and known.person_id != by.person.id:
        raise BadInputError("handoff-busy")
    if known is not None and known.way == BOT:
        return (_standing(uow, known, by),)
    if known is not None:
        end(uow, known, PERSON, by.now)  # what is written in a platform's inbox does not wait for us
    case = _case(uow, command, by)
    grave = command.grave or (case is not None and _is_grave(uow, case))
    number = uow.dialogues.add(
        {
            "person_id": by.person.id,
            "accident_id": case.id if case else None,
            "unit_id": case.unit_id if case else command.unit,
            "way": BOT,
            "channel": by.address.channel,
            "state": ASKED,
            "grave": grave,
            "asked_at": by.now,
            "last_word_at": by.now,
        }
    )
    talk = uow.dialogues.get(number)
    _note(uow, talk, "dialogue_asked", None, by.now)
    asked = calling.call_next(uow, talk, by.around.desk, by.now)
    if asked is None:
        _lapse(uow, talk, by.around.desk, by.now)
        return (Say("handoff-reached-nobody", {"ring": _ring(by.around, grave=grave)}, urgent=grave),)
    options = (Option(f"handoff:end:{talk.id}", Text("handoff-end")),)
    go_on = Say("handoff-go-on", options=options)
    if grave:
        said = Say("handoff-asked-grave", {"who": asked}, urgent=True)
        return (said, Say("handoff-meanwhile-grave", urgent=True), go_on)
    return (Say("handoff-asked", {"who": asked, "ring": _ring(by.around, grave=False)}), go_on)


def take(uow: UnitOfWork, dialogue_id: int, by: Acting) -> None:
    """Make the acting officer the one who talks; both sides are told, and what was said meanwhile is carried.

    Raises NotAllowedError for one who was not asked and is no officer of the case, ConflictError `handoff-taken`
    where another was first, BadInputError `handoff-over`, or `handoff-busy` for one who is talking already.
    """
    talk = _for_officer(uow, dialogue_id, by)
    mine = uow.dialogues.live_of(by.person.id)
    if mine is not None:
        raise BadInputError("handoff-you-took-already" if mine.id == talk.id else "handoff-busy")
    if talk.state == OPEN:
        raise ConflictError("handoff-taken")
    again = uow.dialogues.live_of(talk.person_id)
    too_late = talk.state == LAPSED and by.now - talk.asked_at > by.around.desk.handoff_late_take
    if talk.state == ENDED or too_late or (again is not None and again.id != talk.id):
        raise BadInputError("handoff-over")
    ends = by.now + by.around.desk.handoff_quiet_ends
    if not uow.dialogues.take(talk.id, by.person.id, by.now, ends):
        raise ConflictError("handoff-taken")
    talk = uow.dialogues.get(talk.id)
    _note(uow, talk, "dialogue_taken", by.person.id, by.now)
    close = (Option(f"handoff:end:{talk.id}", Text("handoff-end")),)
    who = carrying.officer_name(uow, talk, by.around.office)
    carrying.tell(uow, talk, talk.person_id, Say("handoff-connected", {"who": who}, options=close), by.now)
    case = carrying.case_of(uow, talk)
    more = (Option(f"case:open:{case.code}", Text("case-open")),) if case else ()
    said = Say("handoff-you-took", {"who": calling.whose(uow, talk)}, options=(*close, *more))
    carrying.tell(uow, talk, by.person.id, said, by.now)
    carrying.flush(uow, talk, by.now)
    for person_id in uow.dialogues.called(talk.id):
        if person_id != by.person.id:
            calling.notify(
                uow, talk, person_id, Say("handoff-taken-by-other"), f"taken:{by.person.id}", by.now
            )


def pass_on(uow: UnitOfWork, dialogue_id: int, by: Acting) -> bool:
    """Ask the next in line at once, as an officer asked cannot talk; False where everybody was asked."""
    talk = _for_officer(uow, dialogue_id, by)
    if talk.state != ASKED:
        raise ConflictError("handoff-taken") if talk.state == OPEN else BadInputError("handoff-over")
    asked = calling.call_next(uow, talk, by.around.desk, by.now)
    if asked is not None:
        _tell_next(uow, talk, "handoff-next-busy", asked, by.around, by.now)
    return asked is not None


def end(uow: UnitOfWork, talk: DialogueRecord, who: str, now: datetime) -> None:
    """End a dialogue; `who` is person, officer or silence. What was held back from both goes out."""
    uow.dialogues.change(talk.id, state=ENDED, ended_at=now, ended_by=who, next_check_at=None)
    if talk.taken_by is None and talk.accident_id is None:
        uow.dialogues.forget_words(talk.id, PERSON)
    _note(uow, talk, "dialogue_ended", None, now, who)
    both = [person for person in (talk.person_id, talk.taken_by) if person is not None]
    uow.dialogues.wake_held(both, HELD, now)


def serves(uow: UnitOfWork, talk: DialogueRecord, person: Person) -> bool:
    """Whether a person still holds what lets them talk as the officer of a dialogue."""
    case = carrying.case_of(uow, talk)
    if case is not None:
        return access.is_officer_on(uow, person, case)
    return person.has_role(*access.OFFICERS, "coordinator", "admin")


def give_back(uow: UnitOfWork, talk: DialogueRecord, now: datetime) -> None:
    """Let nobody have a dialogue whose officer serves there no more; the next in line is asked at the next look."""
    uow.dialogues.change(talk.id, state=ASKED, taken_by=None, taken_at=None, next_check_at=now)
    _note(uow, talk, "dialogue_left_behind", None, now)
    if talk.taken_by is not None:
        uow.dialogues.wake_held((talk.taken_by,), HELD, now)


def over_say(talk: DialogueRecord, who: str, side: str) -> Say:
    """Return how the end is told to one side."""
    if who == SILENCE:
        return Say("handoff-ended-by-silence")
    if talk.state == ASKED:
        return Say("handoff-withdrawn")
    return Say("handoff-ended" if who == side else f"handoff-ended-by-{who}")


@dataclass(frozen=True, slots=True)
class Over:
    """Somebody in whose talk the bot may speak again, and what they are told of it."""

    person_id: int
    say: Say | None


def check(uow: UnitOfWork, around: Surroundings, now: datetime) -> tuple[int, tuple[Over, ...]]:
    """Look at every dialogue that is due: ask the next, let it lapse, or end it for silence.

    Returns how many there were, and those who are to be taken up again.
    """
    desk = around.desk
    over: list[Over] = []
    due = uow.dialogues.due(now)
    for talk in due:
        if talk.state == ASKED:
            over += _press_on(uow, talk, around, now)
        elif talk.state == OPEN:
            over += _silent(uow, talk, desk, now)
        else:
            if talk.accident_id is None:
                uow.dialogues.forget_words(talk.id, PERSON)
            uow.dialogues.change(talk.id, next_check_at=None)
    lost = uow.dialogues.lost_words()
    for word, dialogue, side in lost:
        uow.dialogues.told_lost(word)
        carrying.lost(uow, uow.dialogues.get(dialogue), side, now)
    return len(due) + len(lost), tuple(over)


def quiet_until(uow: UnitOfWork, person_id: int, desk: DeskPolicy, now: datetime) -> datetime | None:
    """Return until when notices that are not urgent are held from somebody who is in a dialogue, None where not."""
    talk = uow.dialogues.live_of(person_id)
    if talk is None:
        return None
    return max(talk.last_word_at + desk.handoff_quiet_ends, now + timedelta(minutes=1))


def tie(uow: UnitOfWork, talk: DialogueRecord, by: Acting) -> None:
    """Tie a dialogue to the case its person has opened since, and tell the officer its code."""
    if talk.person_id != by.person.id or talk.accident_id is not None:
        return
    case = next((c for c in uow.accidents.of_reporter(by.person.id) if c.created_at >= talk.asked_at), None)
    if case is None:
        return
    uow.dialogues.change(talk.id, accident_id=case.id, unit_id=case.unit_id, grave=_is_grave(uow, case))
    if talk.taken_by is not None:
        options = (Option(f"case:open:{case.code}", Text("case-open")),)
        carrying.tell(
            uow, talk, talk.taken_by, Say("handoff-case-opened", {"code": case.code}, options=options), by.now
        )


def is_of_alarm(uow: UnitOfWork, talk: DialogueRecord) -> bool:
    """Whether officers know of the accident it is about: then a cry goes to them and opens no second report."""
    case = carrying.case_of(uow, talk)
    return case is not None and alerts.is_urgent(case)


# Asking


def _press_on(uow: UnitOfWork, talk: DialogueRecord, around: Surroundings, now: datetime) -> list[Over]:
    asked = calling.call_next(uow, talk, around.desk, now)
    if asked is not None:
        _tell_next(uow, talk, "handoff-next", asked, around, now)
        return []
    _lapse(uow, talk, around.desk, now)
    ring = {"ring": _ring(around, grave=talk.grave)}
    return [Over(talk.person_id, Say("handoff-nobody-answers", ring, urgent=talk.grave))]


def _silent(uow: UnitOfWork, talk: DialogueRecord, desk: DeskPolicy, now: datetime) -> list[Over]:
    quiet = desk.handoff_quiet_ends if talk.way == BOT else desk.console_silence
    if talk.last_word_at + quiet > now:
        uow.dialogues.change(talk.id, next_check_at=talk.last_word_at + quiet)
        return []
    end(uow, talk, SILENCE, now)
    if talk.way == CONSOLE:
        return [Over(talk.person_id, None)]
    both = [person for person in (talk.person_id, talk.taken_by) if person is not None]
    return [Over(person, over_say(talk, SILENCE, talk.side_of(person))) for person in both]


def _lapse(uow: UnitOfWork, talk: DialogueRecord, desk: DeskPolicy, now: datetime) -> None:
    late = talk.asked_at + desk.handoff_late_take
    uow.dialogues.change(talk.id, state=LAPSED, ended_at=now, ended_by=NOBODY, next_check_at=late)
    _note(uow, talk, "dialogue_lapsed", None, now)
    uow.dialogues.wake_held((talk.person_id,), HELD, now)


def _tell_next(
    uow: UnitOfWork, talk: DialogueRecord, key: str, asked: Text, around: Surroundings, now: datetime
) -> None:
    params = {"who": asked, "ring": _ring(around, grave=talk.grave)}
    carrying.tell(uow, talk, talk.person_id, Say(key, params, urgent=talk.grave), now)


def _ring(around: Surroundings, *, grave: bool) -> Text:
    """Return what to ring meanwhile: the number on duty, or the ambulance where somebody may be badly hurt."""
    if grave or around.hotline is not None:
        return Text("handoff-ring", {"number": alerts.emergency_number(around)})
    return Text("handoff-ring-emergency")


def _case(uow: UnitOfWork, command: AskForPerson, by: Acting) -> AccidentRecord | None:
    """Return the case it is about: the one named, else the newest of the person's own that is not over."""
    if command.code is not None:
        return access.access_case_for(uow, by.person, command.code)
    mine = uow.accidents.of_reporter(by.person.id)
    return next((case for case in mine if CaseState(case.state) not in CASE_ENDED), None)


def _is_grave(uow: UnitOfWork, case: AccidentRecord) -> bool:
    grave = case.suggested_class in _GRAVE or case_facts.is_grave(uow.accidents.facts(case.id))
    return alerts.is_urgent(case) and grave


def _standing(uow: UnitOfWork, talk: DialogueRecord, by: Acting) -> Say:
    options = (Option(f"handoff:end:{talk.id}", Text("handoff-end")),)
    if talk.state == OPEN:
        return Say(
            "handoff-already", {"who": carrying.officer_name(uow, talk, by.around.office)}, options=options
        )
    ring = {"ring": _ring(by.around, grave=talk.grave)}
    return Say("handoff-still-asking", ring, options=options)


def _for_officer(uow: UnitOfWork, dialogue_id: int, by: Acting) -> DialogueRecord:
    talk = uow.dialogues.find(dialogue_id)
    if talk is None or talk.person_id == by.person.id or not serves(uow, talk, by.person):
        raise NotAllowedError("not-allowed")
    if talk.accident_id is None and by.person.id not in uow.dialogues.called(talk.id):
        raise NotAllowedError("not-allowed")
    return talk


def _note(
    uow: UnitOfWork, talk: DialogueRecord, action: str, officer: int | None, now: datetime, who: str = ""
) -> None:
    """Add to the trail what became of a dialogue; of the person it says nothing."""
    case = carrying.case_of(uow, talk)
    detail = {"case": case.code if case else None} | ({"by": who} if who else {})
    uow.audit.add(action, f"dialogue:{talk.id}", person_id=officer, now=now, detail=detail)
