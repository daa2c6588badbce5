"""Commands for papers: the forms and the office's templates, the periodic reports, the commune's register."""

import argparse
import csv
import os
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.commands.database import opened
from bot.commands.output import say, tell, warn
from bot.settings import Settings
from bot.templates import Templates
from domain.errors import BadInputError
from storage.unit_of_work import UnitOfWork

SUFFIXES = (".docx", ".xlsx")


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    forms = commands.add_parser("forms", help="the papers and the office's own layouts").add_subparsers(
        required=True
    )
    forms.add_parser("list", help="every form, and whether it is a draft").set_defaults(run=_list)
    forms.add_parser("check", help="compare the office's templates with the forms").set_defaults(run=_check)
    confirm = forms.add_parser("confirm", help="note that a layout was compared with the original")
    confirm.add_argument("form", metavar="FORM")
    confirm.add_argument("--by", required=True, metavar="NAME", help="who compared it")
    confirm.add_argument("--number", required=True, metavar="NUMBER", help="the document that says so")
    confirm.set_defaults(run=_confirm)

    report = commands.add_parser("report", help="the periodic figures of annex XII, XIV or XV")
    report.add_argument("what", metavar="XII|XIV|XV", type=str.upper)
    report.add_argument("--from", dest="first", required=True, metavar="DATE", type=date.fromisoformat)
    report.add_argument("--to", dest="last", required=True, metavar="DATE", type=date.fromisoformat)
    report.add_argument("--unit", metavar="NAME", help="only cases in this commune")
    report.add_argument("--employer", metavar="NAME", help="only cases at this workplace (XII)")
    report.add_argument("--labour", type=Path, metavar="FILE", help="CSV of establishments, for K (XIV)")
    report.add_argument("--out", type=Path, required=True, metavar="FILE.docx|FILE.xlsx")
    report.set_defaults(run=_report)

    register = commands.add_parser("register", help="the commune's accident register")
    register.add_argument("--unit", required=True, metavar="NAME")
    register.add_argument("--year", required=True, type=int, choices=range(2000, 2100), metavar="YEAR")
    register.add_argument("--out", type=Path, required=True, metavar="FILE.xlsx|FILE.docx")
    register.set_defaults(run=_register)


# Forms


def _list(_arguments: argparse.Namespace) -> int:
    from domain import forms  # noqa: PLC0415
    from handlers.services import papers  # noqa: PLC0415

    templates = Templates(Settings.load().data_dir)
    today = datetime.now(UTC).date()
    with opened() as database, database.reading() as uow:
        for name, spec in forms.forms().items():
            template = templates.get(name)
            edition, _ = forms.edition_on(spec, today)
            kept = papers.is_confirmed(uow, spec, template, today)
            seal = papers.confirmation(uow, spec)
            state = say("forms-state-confirmed", **seal) if kept else say("forms-state-draft")
            source = say("forms-state-own" if template is None else "forms-state-template")
            tell("forms-line", form=name, name=edition.name, state=f"{source}; {state}")
    return 0


def _check(_arguments: argparse.Namespace) -> int:
    from documents.form_templates import check  # noqa: PLC0415 - python-docx comes with it
    from domain import forms  # noqa: PLC0415

    templates = Templates(Settings.load().data_dir)
    found = {name: data for name in forms.forms() if (data := templates.get(name)) is not None}
    strangers = templates.strangers()
    good = not strangers
    for name in strangers:
        tell("forms-check-stranger", name=name)
    for name, data in found.items():
        try:
            checked = check(data, forms.forms()[name])
        except BadInputError as error:
            tell("forms-check-unknown", form=name, names=say(error.key, **error.params))
            good = False
            continue
        if checked.unknown:
            tell("forms-check-unknown", form=name, names=", ".join(checked.unknown))
        if checked.missing:
            tell("forms-check-missing", form=name, names=", ".join(checked.missing))
        if checked:
            tell("forms-check-ok", form=name)
        good = good and bool(checked)
    if not found and not strangers:
        tell("forms-check-none", folder=str(templates.folder))
    if not good:
        warn("forms-check-bad")
    return 0 if good else 2


def _confirm(arguments: argparse.Namespace) -> int:
    from documents.form_templates import check  # noqa: PLC0415 - python-docx comes with it
    from domain import forms  # noqa: PLC0415
    from handlers.services import papers  # noqa: PLC0415

    if arguments.form not in forms.forms():
        raise BadInputError("forms-unknown", form=arguments.form)
    template = Templates(Settings.load().data_dir).get(arguments.form)
    if template is not None and not (found := check(template, forms.forms()[arguments.form])):
        raise BadInputError("template-placeholders", names=", ".join((*found.unknown, *found.missing)))
    command = papers.ConfirmForm(arguments.form, arguments.by, arguments.number)
    with opened() as database, database.transaction() as uow:
        papers.confirm(uow, command, template, datetime.now(UTC))
    tell("forms-confirmed", form=arguments.form, by=arguments.by, number=arguments.number)
    return 0


# Figures


def _report(arguments: argparse.Namespace) -> int:
    from domain.figures_report import Report  # noqa: PLC0415

    if arguments.what not in list(Report):
        raise BadInputError("report-unknown", what=arguments.what)
    labour = read_labour(arguments.labour) if arguments.labour else {}
    asked = {"what": arguments.what, "first": arguments.first, "last": arguments.last}
    return _write(arguments.out, asked, arguments.unit, labour, employer=arguments.employer)


def _register(arguments: argparse.Namespace) -> int:
    from handlers.services.statistics import REGISTER  # noqa: PLC0415

    days = {"first": date(arguments.year, 1, 1), "last": date(arguments.year, 12, 31)}
    return _write(arguments.out, {"what": REGISTER, **days}, arguments.unit, {})


def record(arguments: argparse.Namespace) -> int:
    """Make the record of reminding of a unit or of all."""
    from handlers.services.reminding import WHAT  # noqa: PLC0415

    days = {"first": arguments.first, "last": arguments.last}
    return _write(arguments.out, {"what": WHAT, **days}, arguments.unit, {})


def _write(
    out: Path,
    asked: Mapping[str, Any],
    unit: str | None,
    labour: Mapping[str, Any],
    employer: str | None = None,
) -> int:
    """Make the figures and put them into a file, whole or not at all."""
    from documents.form_xlsx import write_workbook  # noqa: PLC0415 - openpyxl comes with it
    from documents.writing import write  # noqa: PLC0415
    from handlers.services import papers, reminding, statistics  # noqa: PLC0415

    if out.suffix.lower() not in SUFFIXES:
        raise BadInputError("out-suffix", suffixes=", ".join(SUFFIXES))
    template = Templates(Settings.load().data_dir).get(statistics.form_of(asked["what"]))
    with opened() as database, database.reading() as uow:
        wanted = statistics.Wanted(**asked, unit=unit_named(uow, unit), employer=employer)
        filled = statistics.filled(uow, wanted, template, datetime.now(UTC), labour)
    data = write_workbook(filled) if out.suffix.lower() == ".xlsx" else write(filled, template)
    put(out, data)
    named = {"first": f"{wanted.first:%d/%m/%Y}", "last": f"{wanted.last:%d/%m/%Y}"}
    count = statistics.counted(filled)
    lines = [filled.mark] if filled.mark else []
    if filled.missing:
        lines.append(say("form-missing", what=papers.labels(filled.missing)))
    if asked["what"] == reminding.WHAT:
        counted = say("reminding-counted", count=count)
    else:
        counted = say("report-counted" if count else "report-zero", cases=count)
    tell("report-ready", name=filled.edition.name, counted=counted, lines=lines or ["-"], **named)
    return 0


def unit_named(uow: UnitOfWork, name: str | None) -> int | None:
    """Return the id of the unit named; raises BadInputError `invite-unit-unknown` where it is not sure which."""
    from handlers.services import reports  # noqa: PLC0415

    if name is None:
        return None
    found = uow.units.named(name) or reports.unit_meant(uow, None, name)
    if found is None:
        raise BadInputError("invite-unit-unknown")
    return found.id


def put(out: Path, data: bytes) -> None:
    """Write a file whole or not at all; raises BadInputError `out-unwritable`."""
    try:
        with NamedTemporaryFile(dir=out.parent, delete=False) as half:
            half.write(data)
            half.flush()
            os.fsync(half.fileno())
        Path(half.name).replace(out)
    except OSError as error:
        raise BadInputError("out-unwritable", path=str(out)) from error


def read_labour(path: Path) -> dict[str, Any]:
    """Return what a CSV says of the establishments of each type; an empty cell is not known.

    Raises BadInputError `labour-unreadable`.
    """
    from domain import forms  # noqa: PLC0415
    from domain.figures_report import Labour  # noqa: PLC0415

    known = dict(forms.codes("kind").names)
    found: dict[str, Labour] = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                cells = {f.name: (row.get(f.name) or "").strip() for f in fields(Labour)}
                numbers = {name: int(cell) if cell else None for name, cell in cells.items()}
                if row["kind"] not in known or any(n is not None and n < 0 for n in numbers.values()):
                    raise BadInputError("labour-unreadable", path=str(path))
                found[row["kind"]] = Labour(**numbers)
    except (OSError, UnicodeDecodeError, ValueError, KeyError, csv.Error) as error:
        raise BadInputError("labour-unreadable", path=str(path)) from error
    return found
