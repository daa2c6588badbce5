"""The list of those to be rung up, asked for in the chat; made as a job, handed over here."""

import re
from collections.abc import Mapping
from typing import Any

from domain.errors import BadInputError
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import call_list
from messages.envelope import OutFile, Say
from storage.unit_of_work import UnitOfWork

LONGEST = 100
_ASKED = re.compile(
    r"\b(?:danh sach|ds|liet ke|nhung ai|don vi nao|ai) (?:\w+ ){0,3}?(?:can |phai )?goi(?: dien| dt)?\b"
    r"|\b(?:danh sach|ds|don vi nao|doanh nghiep nao|xa nao|ai) (?:\w+ ){0,2}?"
    r"(?:khong|ko|chua) (?:the )?(?:lien he|lien lac|nhan tin|nhan) duoc\b"
    r"|\bcall list\b|\bwho (?:do i|to|should i) (?:call|ring)\b"
)


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "danh sách cần gọi điện" from an officer or who oversees; None for anything else."""
    if len(text) > LONGEST or not _ASKED.search(fold(text)) or not call_list.may_have(uow, by.person.id):
        return None
    return _ask(uow, by)


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `calls:list`."""
    if args != ["list"]:
        raise BadInputError("button-old")
    return _ask(uow, by)


def _ask(uow: UnitOfWork, by: Acting) -> Start:
    call_list.ask_list(uow, call_list.AskList(), by)
    return Answered((Say("call-list-being-made"),))


def _made(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    if not call_list.may_have(uow, by.person.id):
        return Answered((Say("not-allowed"),))
    if not data["count"]:
        return Answered((Say("call-list-none"),))
    files = tuple(OutFile(int(number), name, mime) for number, name, mime in data["files"])
    return Answered((Say("call-list-ready", {"count": data["count"]}, files=files),))


ENTRY = Entry("call_list", words=_words, taps={"calls": _tap}, results={call_list.JOB: _made})
