"""Commands for the registry of employers: enter a list of any length, make an employer's invitation."""

import argparse
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from bot.commands.database import opened
from bot.commands.output import emit, line, say, tell, warn
from domain.calendar import local
from domain.errors import BadInputError

CHUNK = 2_000
"""Lines entered in one transaction: a running program waits for no more."""
MOST_SHOWN = 50


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    parsers = commands.add_parser("employers", help="the registry of employers").add_subparsers(required=True)
    load = parsers.add_parser(
        "import", help="enter a list of employers (.xlsx or .csv); again changes nothing"
    )
    load.add_argument("file", type=Path, metavar="FILE.xlsx|FILE.csv")
    load.add_argument("--check", action="store_true", help="only say what is wrong with which line")
    load.add_argument("--json", action="store_true")
    load.set_defaults(run=_import)
    invite = parsers.add_parser("invite", help="make an invitation for an employer's clerk")
    invite.add_argument("tax_code", metavar="TAX_CODE")
    invite.set_defaults(run=_invite)


def _import(arguments: argparse.Namespace) -> int:
    """Enter the list; lines that cannot be used are named, the others are entered."""
    from documents.employers_file import BadLine, read_employers  # noqa: PLC0415
    from handlers.services import employers, statutory  # noqa: PLC0415

    now = datetime.now(UTC)
    today = local(now).date()
    total = employers.Entered()
    with opened() as database:
        with database.reading() as uow:
            known = employers.communes(uow)
        found = read_employers(arguments.file, today)
        while some := tuple(islice(found, CHUNK)):
            rows = [one for one in some if not isinstance(one, BadLine)]
            bad = tuple(one for one in some if isinstance(one, BadLine))
            total = total.plus(employers.Entered(bad=bad))
            if arguments.check:
                continue
            with database.transaction() as uow:
                total = total.plus(employers.enter(uow, rows, known, now, today))
        if not arguments.check and total.added:
            with database.transaction() as uow:
                statutory.start(uow, now)
                detail = {"added": total.added, "changed": total.changed, "bad": len(total.bad)}
                uow.audit.add("employers_import", "employers", person_id=None, now=now, detail=detail)
    _report(arguments, total)
    return 0 if not total.bad else 2


def _report(arguments: argparse.Namespace, total: Any) -> None:
    bad = sorted(total.bad, key=lambda one: one.line)
    if arguments.json:
        lines = [{"line": one.line, "problem": say(one.key, **one.params)} for one in bad]
        emit({"added": total.added, "changed": total.changed, "same": total.same, "bad": lines})
    else:
        for words in _lines(bad):
            line(words)
        if not arguments.check:
            tell("employers-entered", added=total.added, changed=total.changed, same=total.same)
        elif not bad:
            tell("employers-check-good")
    if bad:
        warn("employers-bad", count=len(bad))


def _lines(bad: list[Any]) -> Iterator[str]:
    for one in bad[:MOST_SHOWN]:
        yield say("employers-line", line=one.line, problem=say(one.key, **one.params))
    if len(bad) > MOST_SHOWN:
        yield say("employers-lines-more", count=len(bad) - MOST_SHOWN)


def _invite(arguments: argparse.Namespace) -> int:
    """Print an invitation with which an employer's clerk is linked in the chat."""
    from handlers.services import people  # noqa: PLC0415

    with opened() as database, database.transaction() as uow:
        found = uow.employers.by_tax_code("".join(c for c in arguments.tax_code if c.isdigit()))
        if found is None:
            raise BadInputError("employers-unknown", code=arguments.tax_code)
        made = people.invite_by_operator(
            uow, found.unit_id, "employer", datetime.now(UTC), secrets.token_bytes(10)
        )
    tell("invite-by-operator", code=made["code"], until=datetime.fromisoformat(made["expires_at"]).date())
    if "link" in made:
        line(made["link"])
    return 0
