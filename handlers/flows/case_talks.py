"""What a case's reporter and its officers said to one another, for an officer who opens the case."""

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.entry import Answered, Start
from handlers.services import accidents
from messages.envelope import Option, Say, Text
from messages.words import clock, moment
from storage.records import AccidentRecord, DialogueWord
from storage.unit_of_work import UnitOfWork

MOST_SHOWN = 30  # the newest; a file is opened from the case itself


def button(uow: UnitOfWork, case: AccidentRecord) -> tuple[Option, ...]:
    """Return the button that shows what was said, where anything was."""
    talks = uow.dialogues.of_case(case.id)
    return (Option(f"case:talks:{case.code}", Text("case-talks")),) if talks else ()


def show(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Show an officer the newest words said in a case; raises NotAllowedError for anybody else."""
    case, _, officer = accidents.look_into(uow, code.upper(), by)
    if not officer:
        raise NotAllowedError("not-allowed")
    words = [word for talk in uow.dialogues.of_case(case.id) for word in uow.dialogues.words(talk.id)]
    lines = [_line(word, by) for word in words[-MOST_SHOWN:]]
    if not lines:
        return Answered((Say("case-talks-none", {"code": case.code}),))
    return Answered((Say("case-talks-page", {"code": case.code, "lines": lines}),))


def _line(word: DialogueWord, by: Acting) -> Text:
    today = word.at.date() == by.now.date()
    at = clock(by.person.language, word.at) if today else moment(by.person.language, word.at)
    return Text(f"case-talks-{word.side}", {"at": at, "text": _said(word)})


def _said(word: DialogueWord) -> Text | str:
    if word.place is not None:
        return Text("handoff-place", {"lat": f"{word.place[0]:.5f}", "lon": f"{word.place[1]:.5f}"})
    if word.attachment_id is not None:
        kind = word.kind if word.kind in ("photo", "voice") else "file"
        return Text(f"handoff-{kind}-with" if word.text else f"handoff-{kind}", {"text": word.text or ""})
    return word.text if word.text is not None else Text("case-talks-gone")
