"""The list of those to be rung up, written into a file or onto the terminal."""

from datetime import UTC, date, datetime
from pathlib import Path

from bot.commands.database import opened
from bot.commands.output import line, tell
from bot.commands.papers import put, unit_named
from documents.listing import Listing, write_docx, write_xlsx
from domain.calendar import local, vietnam_calendar
from domain.errors import BadInputError
from domain.policy import default_policy
from handlers.services import call_list

WRITERS = {".xlsx": write_xlsx, ".docx": write_docx}


def write(on: date | None, unit: str | None, out: Path | None) -> int:
    """Make the list as of a day, by default today; without a file it is printed, a line each."""
    if out is not None and out.suffix.lower() not in WRITERS:
        raise BadInputError("out-suffix", suffixes=", ".join(WRITERS))
    now = datetime.now(UTC)
    with opened() as database, database.reading() as uow:
        found = unit_named(uow, unit)
        scope = None if found is None else (found,)
        listing = call_list.made(
            uow, scope, on or local(now).date(), default_policy(), vietnam_calendar(), now
        )
    if out is None:
        _print(listing)
    else:
        put(out, WRITERS[out.suffix.lower()](listing))
        tell("call-list-written", count=len(listing.rows), path=str(out))
    return 0


def _print(listing: Listing) -> None:
    line(listing.title)
    line(listing.note)
    for row in listing.rows:
        line(" | ".join(f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell or "-") for cell in row))
