"""`baoan units change` and `baoan units propose`: a reorganisation, shown first, then adopted by a decision."""

import argparse
import secrets
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.commands.arguments import day
from bot.commands.database import opened
from bot.commands.output import emit, say, tell
from bot.settings import Settings
from domain.calendar import local
from domain.errors import BadInputError


def add(units: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers under `baoan units`."""
    change = units.add_parser("change", help="merge, split, rename or end units: CSV before,after,rows,…")
    change.add_argument("file", type=Path, metavar="FILE")
    change.add_argument("--decision", required=True, metavar="NUMBER", help="the act that orders it")
    change.add_argument("--dated", required=True, metavar="DATE", type=day)
    change.add_argument("--from", dest="effective", required=True, metavar="DATE", type=day)
    change.add_argument("--adopt", action="store_true", help="put it into effect; without, it is only shown")
    change.add_argument("--json", action="store_true")
    change.set_defaults(run=_change)
    propose = units.add_parser("propose", help="who by law took over from units of the list")
    propose.add_argument("--on", metavar="DATE", type=day)
    propose.set_defaults(run=_propose)


def _change(arguments: argparse.Namespace) -> int:
    from documents.unit_changes_csv import read_changes  # noqa: PLC0415
    from domain.reorganisation import Decision  # noqa: PLC0415
    from handlers.services import reorganising  # noqa: PLC0415

    changes = read_changes(arguments.file)
    decision = Decision(arguments.decision, arguments.dated, arguments.effective)
    with opened() as database, database.reading() as uow:
        found = reorganising.preview(uow, changes)
    if found.faults:
        raise BadInputError(f"reorganise-fault-{found.faults[0].code}", unit=found.faults[0].name)
    if found.unknown_rows:
        raise BadInputError("reorganise-rows-unknown", rows=", ".join(found.unknown_rows))
    if arguments.json:
        emit([_plain(one) for one in found.shown], indent=True)
    else:
        _print(found.shown)
    if not arguments.adopt:
        if not arguments.json:
            tell("unit-changes-dry", effective=arguments.effective, number=arguments.decision)
        return 0
    return _adopt(reorganising.Adopt(changes, decision))


def _adopt(command: Any) -> int:
    from handlers.services import people, reorganising  # noqa: PLC0415

    now = datetime.now(UTC)
    with opened() as database, database.transaction() as uow:
        operator = people.operator_id(uow, now)
        record = reorganising.adopt_as(uow, command, operator, _around(), now)
    key = "unit-changes-applied" if record.state == reorganising.APPLIED else "unit-changes-adopted"
    tell(key, code=record.code, number=record.decision_no, effective=record.effective_on)
    return 0


def _around() -> Any:
    """Return what an act needs that is done outside the running program."""
    from domain.calendar import vietnam_calendar  # noqa: PLC0415
    from domain.policy import default_policy  # noqa: PLC0415
    from handlers.acting import Surroundings  # noqa: PLC0415

    settings = Settings.load()
    return Surroundings(
        office=settings.office or say("office-unnamed"),
        hotline=settings.hotline,
        policy=default_policy(),
        calendar=vietnam_calendar(),
        token=secrets.token_bytes,
    )


def _plain(one: Any) -> dict[str, Any]:
    return {
        "shape": one.shape.value,
        "before": list(one.before),
        "after": [
            {"unit": m.to, "new": m.begins, "duties": m.duties, "cases": m.cases, "people": m.people}
            for m in one.moves
        ],
        "unreachable": list(one.deaf),
    }


def _print(shown: Any) -> None:
    for one in shown:
        tell(
            "unit-changes-shown",
            shape=say(f"reorganise-shape-{one.shape.value}"),
            before="; ".join(one.before),
        )
        for m in one.moves:
            tell(
                "reorganise-line-begins" if m.begins else "reorganise-line",
                to=m.to,
                duties=str(m.duties),
                cases=str(m.cases),
                people=str(m.people),
            )
        for name in one.deaf:
            tell("reorganise-deaf", unit=name)


def _propose(arguments: argparse.Namespace) -> int:
    from handlers.services import reorganising  # noqa: PLC0415

    on: date = arguments.on or local(datetime.now(UTC)).date()
    with opened() as database, database.reading() as uow:
        found = reorganising.proposals(uow, on)
    for one in found:
        tell(
            "unit-changes-proposed",
            unit=one.unit,
            after=" | ".join(one.succession.after),
            since=one.succession.since,
            source=one.succession.source,
            certainty=say(f"unit-changes-certainty-{one.succession.certainty}"),
        )
    if not found:
        tell("unit-changes-none")
    return 0
