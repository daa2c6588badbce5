"""Commands for how duties are reminded: the policy of all, of a plan or of a unit; and the office's calendar."""

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson

from bot.commands.database import opened
from bot.commands.output import emit, line, tell
from bot.settings import Settings
from domain.calendar import WorkingCalendar, local, office_calendar
from domain.calendar_files import CalendarError
from domain.errors import BadInputError
from domain.policy import PolicyError, ReminderPolicy, default_policy, policy_from_toml, policy_to_json
from handlers.services import calendars, policies
from storage.unit_of_work import UnitOfWork


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    policy = commands.add_parser("policy", help="how duties are reminded").add_subparsers(required=True)
    show = policy.add_parser("show", help="the settings in force, and who set them")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_show)
    check = policy.add_parser("check", help="what a file would change; nothing is changed")
    check.set_defaults(run=_check)
    put = policy.add_parser("set", help="set a policy; escalations that run keep the one they began with")
    put.set_defaults(run=_set)
    end = policy.add_parser("end", help="take a set policy back")
    end.set_defaults(run=_end)
    for parser in (check, put):
        parser.add_argument("file", type=Path, metavar="FILE.toml")
    for parser in (put, end):
        parser.add_argument("--by", required=True, metavar="NAME")
        parser.add_argument("--reason", required=True, metavar="WHY")
    for parser in (show, check, put, end):
        subject = parser.add_mutually_exclusive_group()
        subject.add_argument("--plan", metavar="CODE")
        subject.add_argument("--unit", metavar="NAME")

    calendar = commands.add_parser(
        "calendar", help="the office's yearly files of working days"
    ).add_subparsers(required=True)
    look = calendar.add_parser("check", help="read the files and show what would move; nothing is changed")
    look.add_argument("--json", action="store_true")
    look.set_defaults(run=_calendar_check)
    apply = calendar.add_parser("apply", help="adopt the files as they were shown")
    apply.add_argument("--by", required=True, metavar="NAME")
    apply.add_argument("--key", required=True, metavar="KEY", help="the key that `calendar check` printed")
    apply.set_defaults(run=_calendar_apply)


# Policy


def _show(arguments: argparse.Namespace) -> int:
    with opened() as database, database.reading() as uow:
        plan, unit = _plan(uow, arguments.plan), _unit(uow, arguments.unit)
        found = policies.office(uow, default_policy())
        settings = uow.policies.settings()
        for one in settings:
            if one.plan_id == plan and one.unit_id == unit and (plan, unit) != (None, None):
                found = policy_from_toml(one.toml, base=found)
        names = policies.names(uow, settings)
    plain = policy_to_json(found)
    if arguments.json:
        emit(plain, indent=True)
        return 0
    for key, value in plain.items():
        line(f"{key} = {orjson.dumps(value).decode()}")
    for one in settings:
        code, name = names[one.id]
        subject = "plan" if code else "unit" if name else "all"
        day = f"{local(one.set_at):%d/%m/%Y}"
        tell("policy-line", what=subject, name=code or name or "", by=one.set_by, day=day, reason=one.reason)
    return 0


def _check(arguments: argparse.Namespace) -> int:
    with opened() as database, database.reading() as uow:
        command = _command(uow, arguments, by="-", reason="-")
        found = _tried(arguments.file, lambda: policies.preview(uow, command, default_policy(), _today()))
    _tell_change(found)
    return 0


def _set(arguments: argparse.Namespace) -> int:
    now = datetime.now(UTC)
    with opened() as database, database.transaction() as uow:
        command = _command(uow, arguments, by=arguments.by, reason=arguments.reason)
        found = _tried(arguments.file, lambda: policies.preview(uow, command, default_policy(), _today()))
        policies.set_policy(uow, command, default_policy(), now)
    _tell_change(found)
    tell("policy-set" if command.plan or command.unit else "policy-set-all")
    return 0


def _end(arguments: argparse.Namespace) -> int:
    with opened() as database, database.transaction() as uow:
        _plan(uow, arguments.plan)
        command = policies.SetPolicy(
            "", arguments.by, arguments.reason, arguments.plan, _unit(uow, arguments.unit)
        )
        ended = policies.end_policy(uow, command, datetime.now(UTC))
    tell("policy-ended" if ended else "policy-none")
    return 0


def _command(uow: UnitOfWork, arguments: argparse.Namespace, by: str, reason: str) -> policies.SetPolicy:
    try:
        toml = arguments.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("simulate-policy-unreadable", name=arguments.file.name) from error
    return policies.SetPolicy(toml, by, reason, arguments.plan, _unit(uow, arguments.unit))


def _tried(file: Path, act: Any) -> policies.Change:
    """Do it; a setting of no use is named together with its file."""
    try:
        found: policies.Change = act()
    except PolicyError as error:
        problem = str(error).removeprefix(f"{error.key}: ")
        key = "simulate-policy-form" if error.key == "TOML" else "simulate-policy-setting"
        raise BadInputError(key, name=file.name, setting=error.key, problem=problem) from error
    return found


def _tell_change(found: policies.Change) -> None:
    for key, before, after in found.settings:
        line(f"{key}: {before} -> {after}")
    tell("policy-change", settings=len(found.settings), duties=found.duties, kept=found.kept)


def _plan(uow: UnitOfWork, code: str | None) -> int | None:
    if code is None:
        return None
    plan = uow.plans.by_code(code.upper())
    if plan is None:
        raise BadInputError("policy-plan-unknown", code=code)
    return plan.id


def _unit(uow: UnitOfWork, name: str | None) -> int | None:
    from handlers.services import reports  # noqa: PLC0415

    if name is None:
        return None
    found = uow.units.named(name) or reports.unit_meant(uow, None, name)
    if found is None:
        raise BadInputError("invite-unit-unknown")
    return found.id


def _today() -> date:
    return local(datetime.now(UTC)).date()


# Calendar


def _calendar_check(arguments: argparse.Namespace) -> int:
    texts = read_files(Settings.load().data_dir)
    later = _calendar(texts)
    with opened() as database, database.reading() as uow:
        if dict(calendars.files(uow)) == texts:
            tell("calendar-same", count=len(texts))
            return 0
        moved = _moved(uow, later)
    key = key_of(texts, moved)
    if arguments.json:
        emit({"key": key, "moved": [_plain(one) for one in moved]}, indent=True)
        return 0
    for one in moved:
        safe = f"{_day(one.safe[0])} -> {_day(one.safe[1])}"
        reminder = f"{_at(one.reminder[0])} -> {_at(one.reminder[1])}"
        tell(
            "calendar-moved",
            unit=one.unit,
            duty=one.duty,
            period=one.occurrence,
            due=_day(one.due),
            safe=safe,
            reminder=reminder,
        )
    tell("calendar-would-move", count=len(moved), shown=key)
    return 0


def _calendar_apply(arguments: argparse.Namespace) -> int:
    texts = read_files(Settings.load().data_dir)
    later = _calendar(texts)
    with opened() as database, database.transaction() as uow:
        moved = _moved(uow, later)
        if arguments.key != key_of(texts, moved):
            raise BadInputError("calendar-not-shown")
        calendars.adopt(uow, texts, arguments.by, datetime.now(UTC))
    tell("calendar-adopted", files=len(texts), count=len(moved))
    return 0


def read_files(data_dir: Path) -> dict[str, str]:
    """Return the files in the office's own folder, name to text; raises BadInputError `calendar-unreadable`."""
    folder = data_dir / "calendars"
    found = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            found[path.name] = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInputError("calendar-unreadable", problem=path.name) from error
    return found


def key_of(texts: Mapping[str, str], moved: Sequence[calendars.Moved]) -> str:
    """Return what tells one showing from another: the files, and what they move."""
    plain = orjson.dumps([dict(texts), [_plain(one) for one in moved]], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(plain).hexdigest()[:8]


def _calendar(texts: Mapping[str, str]) -> WorkingCalendar:
    try:
        return office_calendar(texts)
    except CalendarError as error:
        raise BadInputError("calendar-unreadable", problem=str(error)) from error


def _moved(uow: UnitOfWork, later: WorkingCalendar) -> tuple[calendars.Moved, ...]:
    policy: ReminderPolicy = policies.office(uow, default_policy())
    return calendars.moved(uow, policy, calendars.adopted(uow), later, datetime.now(UTC))


def _plain(one: calendars.Moved) -> dict[str, Any]:
    return {
        "unit": one.unit,
        "duty": one.duty,
        "occurrence": one.occurrence,
        "due": one.due,
        "safe": one.safe,
        "reminder": one.reminder,
    }


def _day(day: date | None) -> str:
    return "-" if day is None else f"{day:%d/%m/%Y}"


def _at(instant: datetime | None) -> str:
    return "-" if instant is None else f"{local(instant):%H:%M %d/%m/%Y}"
