"""Commands that set up who is who: load the unit list, make the first invitations."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands import unit_changes
from bot.commands.output import line, tell
from bot.settings import Settings
from domain.errors import BadInputError
from handlers.services.people import ROLES


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    units = commands.add_parser("units", help="the unit registry").add_subparsers(required=True)
    load = units.add_parser("load", help="enter a CSV unit,kind,class,parent,focal,deputy,head")
    load.add_argument("file", type=Path, metavar="FILE")
    load.set_defaults(run=_load)
    unit_changes.add(units)

    invite = commands.add_parser("invite", help="make an invitation, for instance the first coordinator's")
    invite.add_argument("--role", choices=ROLES, required=True)
    invite.add_argument("--unit", metavar="NAME")
    invite.set_defaults(run=_invite)

    roster = commands.add_parser("roster", help="who is on duty").add_subparsers(required=True)
    shifts = roster.add_parser("load", help="enter a CSV or XLSX unit,span,officer,stand_in")
    shifts.add_argument("file", type=Path, metavar="FILE")
    shifts.set_defaults(run=_load_roster)


def _load_roster(arguments: argparse.Namespace) -> int:
    """Set the roster from a file, wholly or not at all."""
    from documents.roster_file import read_roster  # noqa: PLC0415
    from domain.desk_policy import default_desk  # noqa: PLC0415
    from domain.vietnamese.roster_words import read_span  # noqa: PLC0415
    from handlers.services import roster  # noqa: PLC0415
    from storage.database import open_database  # noqa: PLC0415
    from storage.migrate import migrate  # noqa: PLC0415

    now = datetime.now(UTC)
    rows: list[roster.Row] = []
    for row in read_roster(arguments.file):
        when = read_span(row.span, now, default_desk())
        if when is None:
            raise BadInputError("roster-file-span", line=row.line, span=row.span)
        rows.append(roster.Row(row.line, row.unit, when, row.officer, row.stand_in))
    database = open_database(Settings.load().url)
    try:
        migrate(database)
        with database.transaction() as uow:
            count = roster.load(uow, rows, now)
    finally:
        database.close()
    tell("roster-loaded", count=count)
    return 0


def _load(arguments: argparse.Namespace) -> int:
    """Enter the units; people come by invitation, so names in the file are not taken as accounts."""
    from documents.units_csv import read_units  # noqa: PLC0415
    from handlers.services import units  # noqa: PLC0415
    from storage.database import open_database  # noqa: PLC0415
    from storage.migrate import migrate  # noqa: PLC0415

    rows = read_units(arguments.file)
    database = open_database(Settings.load().url)
    try:
        migrate(database)
        with database.transaction() as uow:
            if uow.units.all():
                raise BadInputError("units-there-already")
            units.load(uow, rows, datetime.now(UTC), None)
    finally:
        database.close()
    tell("units-loaded", count=len(rows))
    return 0


def _invite(arguments: argparse.Namespace) -> int:
    """Print an invitation made by the operator of this machine."""
    import secrets  # noqa: PLC0415

    from handlers.services import people  # noqa: PLC0415
    from storage.database import open_database  # noqa: PLC0415
    from storage.migrate import migrate  # noqa: PLC0415

    database = open_database(Settings.load().url)
    try:
        migrate(database)
        with database.transaction() as uow:
            unit = uow.units.named(arguments.unit) if arguments.unit else uow.units.coordinating()
            if unit is None and arguments.unit:
                raise BadInputError("invite-unit-unknown")
            made = people.invite_by_operator(
                uow, unit.id if unit else None, arguments.role, datetime.now(UTC), secrets.token_bytes(10)
            )
    finally:
        database.close()
    tell("invite-by-operator", code=made["code"], until=datetime.fromisoformat(made["expires_at"]).date())
    if "link" in made:
        line(made["link"])
    return 0
