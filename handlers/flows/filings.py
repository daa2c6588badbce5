"""Who has not handed in what the law asks of everybody: "ai chưa nộp kỳ này?", counted, by pages, or as a file."""

from collections.abc import Mapping
from typing import Any

from domain.errors import BadInputError
from domain.vietnamese.filing_words import filing_asked
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import access, filings
from messages.envelope import Option, OutFile, Say, Text
from storage.filings import Filing, Missing
from storage.unit_of_work import UnitOfWork

LINES = 10
INTERVAL = "-"
"""Stands in a button for the label that a duty at intervals does not have."""


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `filing:page:<number>:<rule>:<label>` and `filing:file:<rule>:<label>`."""
    if not filings.may_have(uow, by.person):
        raise BadInputError("button-old")
    match args:
        case ["page", number, rule, label] if number.isdecimal() and len(number) < 6:
            found = filings.named(uow, by.person, rule, _label(label), by.now)
            if found is None:
                raise BadInputError("button-old")
            return Answered((_list(uow, by, found, int(number)),))
        case ["file", rule, label]:
            filings.ask_file(uow, filings.AskFile(rule, _label(label)), by)
            return Answered((Say("filing-being-made"),))
    raise BadInputError("button-old")


def _label(said: str) -> str | None:
    return None if said == INTERVAL else said


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a question for who has not; "ai chưa nộp?" only where no plan of theirs asks for a report."""
    asked = filing_asked(text)
    if asked is None or not filings.may_have(uow, by.person):
        return None
    if asked.general and uow.queries.report_periods(access.remit_of(uow, by.person)):
        return None
    found = filings.meant(uow, by.person, asked, by.now)
    if found is None:
        return Answered((Say("filing-none", {"at": by.now}),)) if asked.employers else None
    return Answered((_list(uow, by, found, 1),))


def _list(uow: UnitOfWork, by: Acting, filing: Filing, page: int) -> Say:
    params: dict[str, Any] = {
        "duty": filings.name(filing),
        "due": filing.due_on,
        "units": filing.units,
        "done": filing.units - filing.missing,
        "missing": filing.missing,
        "at": by.now,
    }
    if not filing.missing:
        return Say("filing-all", params)
    pages = (filing.missing + LINES - 1) // LINES
    page = min(max(page, 1), pages)
    offset = (page - 1) * LINES
    rows = uow.filings.missing(filing, access.remit_of(uow, by.person), limit=LINES, offset=offset)
    lines = [_line(row) for row in rows]
    place = f"{filing.rule}:{filing.label or INTERVAL}"
    options = [Option(f"filing:file:{place}", Text("filing-file"))]
    left = filing.missing - offset - len(rows)
    if left > 0:
        lines.append(Text("status-more", {"count": left}))
        more = Text("status-more-button", {"count": min(left, LINES)})
        options.insert(0, Option(f"filing:page:{page + 1}:{place}", more))
    key = "filing-missing-interval" if filing.label is None else "filing-missing"
    return Say(key, {**params, "lines": lines}, options=tuple(options))


def _line(row: Missing) -> Text:
    name = row.name if row.commune is None else f"{row.name} ({row.commune})"
    return Text("filing-line" if row.linked else "filing-line-unlinked", {"unit": name})


def _made(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    if not filings.may_have(uow, by.person):
        return Answered((Say("not-allowed"),))
    files = tuple(OutFile(int(number), name, mime) for number, name, mime in data["files"])
    return Answered((Say("filing-ready", {"count": data["count"]}, files=files),))


ENTRY = Entry("filings", words=_words, taps={"filing": _tap}, results={filings.JOB: _made})
