"""The pictures, voice notes and documents of a case, shown to its officers some at a time."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.entry import Answered, Start
from handlers.services import accidents
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Option, OutFile, Say, Text
from messages.render import text
from storage.records import AccidentRecord, Attachment
from storage.unit_of_work import UnitOfWork

MOST_PICTURES = MOST_FILES = 4  # shown with the page; the rest is a button away


def _numbers(facts: Mapping[str, Any], page: int) -> list[int]:
    """Return the attachments of a page: some pictures, voice notes and documents on page 0, all others after."""
    pictures, files = facts.get("photos") or [], facts.get("files") or []
    if page == 0:
        return [*pictures[:MOST_PICTURES], *files[:MOST_FILES]]
    rest, most = [*pictures[MOST_PICTURES:], *files[MOST_FILES:]], MOST_PICTURES + MOST_FILES
    return rest[(page - 1) * most : page * most]


def of_page(
    uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any], page: int
) -> tuple[OutFile, ...]:
    """Return the files of a page that are there; of a private case under names that tell nothing of the sender."""
    found = (uow.attachments.get(number) for number in _numbers(facts, page))
    stored = [kept for kept in found if kept and kept.state == "stored"]
    first = {kept.digest: kept.id for kept in reversed(stored)}
    return tuple(
        OutFile(kept.id, _plain_name(kept) if case.is_private else kept.name, kept.mime)
        for kept in stored
        if kept.kind != "photo" or first[kept.digest] == kept.id  # the same picture sent twice is shown once
    )


def _plain_name(kept: Attachment) -> str:
    return f"{text(DEFAULT_LANGUAGE, 'case-file-plain', {'number': str(kept.id)})}{Path(kept.name).suffix}"


def more(code: str, facts: Mapping[str, Any], page: int) -> tuple[Option, ...]:
    """Return the button that leads to the page after this one, if there is one."""
    following = _numbers(facts, page + 1)
    return (Option(f"case:files:{code}:{page + 1}", Text("case-more-files")),) if following else ()


def show(uow: UnitOfWork, by: Acting, code: str, page: int) -> Start:
    """Show an officer a page of files; raises NotAllowedError for anybody else."""
    case, facts, officer = accidents.look_into(uow, code.upper(), by)
    if not officer:
        raise NotAllowedError("not-allowed")
    files = of_page(uow, case, facts, page)
    say = Say("case-files" if files else "case-files-none", {"code": case.code}, files=files)
    return Answered((replace(say, options=more(case.code, facts, page)),))
