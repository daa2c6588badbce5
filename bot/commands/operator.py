"""Commands for who runs the program: run, check, migrate, audit, reminders, costs, case, receipt."""

import argparse
import asyncio
from datetime import UTC, datetime, time, timedelta
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

from bot.commands import costs, papers, policy, receipts
from bot.commands.arguments import day, instant
from bot.commands.database import opened as _database
from bot.commands.output import emit, line, say, tell, warn
from bot.settings import Settings
from domain.calendar import LOCAL, local
from domain.errors import BadInputError
from messages.envelope import Text
from storage.database import open_database
from storage.unit_of_work import UnitOfWork

ONLY = ("intake", "dispatch", "deliver", "schedule", "web")
ROOMS = ("bot", "handlers", "storage", "documents", "messages", "domain")


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    run = commands.add_parser("run", help="start everything configured")
    run.add_argument("--only", choices=ONLY, action="append", help="start only this part (may be repeated)")
    run.set_defaults(run=_run)
    commands.add_parser("check", help="prove the configuration, say what is missing").set_defaults(run=_check)
    commands.add_parser("migrate", help="bring the database to the newest shape").set_defaults(run=_migrate)

    audit = commands.add_parser("audit", help="the audit trail").add_subparsers(required=True)
    audit.add_parser("verify", help="check the hash chain").set_defaults(run=_audit_verify)

    reminders = commands.add_parser("reminders", help="what was and what will be reminded").add_subparsers(
        required=True
    )
    check = reminders.add_parser("audit", help="compare what was due with what was sent")
    check.add_argument("--from", dest="first", required=True, metavar="DATE", type=day)
    check.add_argument("--to", dest="last", required=True, metavar="DATE", type=day)
    check.add_argument("--json", action="store_true")
    check.set_defaults(run=_reminders_audit)
    calls = reminders.add_parser("call-list", help="whom to ring up, for they cannot be told otherwise")
    calls.add_argument("--on", metavar="DATE", type=day)
    calls.add_argument("--unit", metavar="NAME", help="only this unit and its employers")
    calls.add_argument("--out", type=Path, metavar="FILE.xlsx|FILE.docx")
    calls.set_defaults(run=_call_list)
    plan = reminders.add_parser("plan", help="what would be reminded at an instant")
    plan.add_argument("--now", required=True, metavar="ISO")
    plan.add_argument("--dry-run", action="store_true", required=True)
    plan.add_argument("--json", action="store_true")
    plan.set_defaults(run=_reminders_plan)

    record = reminders.add_parser("record", help="the record of reminding, as a paper")
    record.add_argument("--from", dest="first", required=True, metavar="DATE", type=day)
    record.add_argument("--to", dest="last", required=True, metavar="DATE", type=day)
    record.add_argument("--unit", metavar="NAME", help="only this unit's duties")
    record.add_argument("--out", type=Path, required=True, metavar="FILE.docx|FILE.xlsx")
    record.set_defaults(run=papers.record)

    costs.add(commands)

    case = commands.add_parser("case", help="cases in the database").add_subparsers(required=True)
    cases = case.add_parser("list")
    cases.add_argument("--json", action="store_true")
    cases.set_defaults(run=_case_list)
    show = case.add_parser("show")
    show.add_argument("code")
    show.add_argument("--json", action="store_true")
    show.set_defaults(run=_case_show)

    receipts.add(commands)


def _run(arguments: argparse.Namespace) -> int:
    from bot.running import run  # noqa: PLC0415 - the web server comes with it

    return asyncio.run(run(Settings.load(), frozenset(arguments.only or ONLY)))


def _check(_arguments: argparse.Namespace) -> int:
    settings = Settings.load()
    problems = _clashes()
    try:
        with _database() as database, database.transaction() as uow:
            aside = len(uow.inbox.set_aside())
            people = bool(uow.people.holding("coordinator"))
            used = [*_seals(uow), *_ceilings(settings, uow), *costs.checked(settings, uow, datetime.now(UTC))]
            used += [*_law_ends(), *_calendar_waits(settings, uow)]
    except OSError as error:
        problems.append(say("check-database", problem=type(error).__name__))
    else:
        tell("check-database-ok", url=settings.url.rsplit("@", maxsplit=1)[-1])
        if aside:
            problems.append(say("check-set-aside", count=aside))
        if not people:
            tell("check-no-coordinator")
        for sentence in used:
            line(sentence)
    for name in Settings.unknown_names():
        tell("check-unknown-setting", name=name)
    problems += asyncio.run(_try_channels(settings))
    for problem in problems:
        line(f"- {problem}")
    if problems:
        warn("check-problems", count=len(problems))
        return 2
    tell("check-ok")
    return 0


def _seals(uow: UnitOfWork) -> list[str]:
    """Return a sentence where identities cannot be sealed, or a share of the key was never tried."""
    sets = uow.identities.sealing_sets()
    if not sets:
        return [say("check-seal-none")]
    unproved = [one.officer for one in uow.identities.shares(sets[0].id) if one.proved_at is None]
    return [say("check-seal-unproved", officers=", ".join(unproved))] if unproved else []


def _calendar_waits(settings: Settings, uow: UnitOfWork) -> list[str]:
    """Return a sentence where calendar files lie in the office's folder that nobody has adopted yet."""
    from handlers.services import calendars  # noqa: PLC0415

    waits = policy.read_files(settings.data_dir) != dict(calendars.files(uow))
    return [say("calendar-waits")] if waits else []


def _law_ends() -> list[str]:
    """Return a sentence where the law in use is about to end, or has, and none that follows is known."""
    from handlers.services import law_packs  # noqa: PLC0415

    found = (law_packs.words(one) for one in law_packs.warnings(local(datetime.now(UTC)).date()))
    return [say(text.key, **text.params) for text in found]


def _ceilings(settings: Settings, uow: UnitOfWork) -> list[str]:
    """Return a sentence for each ceiling of a channel: how much is used or left, and a warning if need be."""
    from bot.channels.zalo_bot import caps  # noqa: PLC0415
    from bot.channels.zalo_oa import package  # noqa: PLC0415

    now = datetime.now(UTC)
    found: list[Text] = []
    if settings.has_zalo_oa:
        found += package.sentences(uow, now)
    if settings.zalo_bot_token is not None:
        found += [one.warning or one.text for one in caps.usage(uow, now)]
    return [say(text.key, **text.params) for text in found]


async def _try_channels(settings: Settings) -> list[str]:
    """Try each configured channel against its platform and return a sentence for each that fails."""
    from bot import live  # noqa: PLC0415
    from bot.channels.base import ChannelProblemError  # noqa: PLC0415
    from bot.clock import LiveClock  # noqa: PLC0415
    from bot.store import Store  # noqa: PLC0415

    async def nothing(number: int) -> tuple[bytes, str, str]:
        raise FileNotFoundError(number)

    names = live.factories(settings)
    tell("check-channels", channels=", ".join(["web", *names]))
    found: list[str] = []
    store = Store(open_database(settings.url))
    try:
        for name, make in names.items():
            try:
                channel = make(live.Parts(settings, store, LiveClock(), nothing))
                try:
                    await channel.check()
                finally:
                    await channel.close()
            except ChannelProblemError as error:
                found.append(f"{name}: {say(error.key, **error.params)}")
            else:
                tell("check-channel-ok", name=name)
    finally:
        store.close()
    return found


def _clashes() -> list[str]:
    """Return a sentence for each of our package names that another distribution brings too."""
    known = packages_distributions()
    return [
        say("check-clash", name=room, others=", ".join(sorted(set(known.get(room, [])) - {"baoan"})))
        for room in ROOMS
        if set(known.get(room, [])) - {"baoan"}
    ]


def _migrate(_arguments: argparse.Namespace) -> int:
    from storage.migrate import migrate  # noqa: PLC0415

    database = open_database(Settings.load().url)
    try:
        tell("migrated" if migrate(database) else "migrated-already")
    finally:
        database.close()
    return 0


def _audit_verify(_arguments: argparse.Namespace) -> int:
    with _database() as database, database.transaction() as uow:
        uow.ledger_chain.seal(datetime.now(UTC))
        uow.audit.seal()
        checked, broken = uow.audit.verify()
        entries, changed = uow.ledger_chain.verify()
    if broken is not None:
        warn("audit-broken", position=broken)
        return 2
    if changed is not None:
        warn("audit-ledger-broken", entry=changed)
        return 2
    tell("audit-whole", rows=checked)
    tell("audit-ledger-whole", entries=entries)
    return 0


def _reminders_audit(arguments: argparse.Namespace) -> int:
    from bot.reminder_audit import audit  # noqa: PLC0415

    first = datetime.combine(arguments.first, time(), LOCAL)
    last = datetime.combine(arguments.last, time(), LOCAL) + timedelta(days=1) - timedelta(microseconds=1)
    with _database() as database, database.reading() as uow:
        found = audit(uow, first, min(last, datetime.now(UTC)))
    if arguments.json:
        emit(found, indent=True)
    else:
        tell(
            "reminders-audit",
            planned=found["planned"],
            accepted=found["accepted"],
            missing=len(found["missing"]),
            extra=len(found["extra"]) + len(found["crowded"]),
            late=len(found["late"]),
        )
        for name in ("missing", "extra", "late", "held", "unreachable"):
            for one in found[name]:
                line(f"{name}\t{one['unit']}\t{one['duty']}\t{one['occurrence']}\t{one['step']}")
    return 0


def _call_list(arguments: argparse.Namespace) -> int:
    from bot.commands.call_list import write  # noqa: PLC0415 - its libraries are heavy

    return write(arguments.on, arguments.unit, arguments.out)


def _reminders_plan(arguments: argparse.Namespace) -> int:
    from bot.reminder_audit import plan  # noqa: PLC0415

    now = instant(arguments.now)
    with _database() as database, database.reading() as uow:
        rows = plan(uow, now)
    for row in rows:
        if arguments.json:
            emit(row)
        else:
            line(f"{row['unit']}\t{row['duty']}\t{row['due'] or '-'}\t{row['reason']}\t{row['step']}")
    return 0


def _case(uow: UnitOfWork, code: str) -> dict[str, Any] | None:
    case = uow.accidents.by_code(code.upper())
    if case is None:
        return None
    from handlers.services import case_kin  # noqa: PLC0415

    facts = uow.accidents.facts(case.id)
    return {
        "code": case.code,
        "channel": None if case.is_private else case.channel,
        "reporter": case.privacy,
        "state": case.state,
        "facts": {k: v for k, v in facts.items() if k not in ("photos", "locations")},
        "joined": [one.code for one in case_kin.siblings(uow, case)],
        "photos": facts.get("photos") or [],
        "locations": facts.get("locations") or [],
    }


def _case_list(arguments: argparse.Namespace) -> int:
    with _database() as database, database.reading() as uow:
        found = [_case(uow, case.code) for case in uow.accidents.all()]
    if arguments.json:
        emit(found, indent=True)
    else:
        for case in found:
            if case is not None:
                line(f"{case['code']}\t{case['state']}\t{case['channel'] or '-'}")
    return 0


def _case_show(arguments: argparse.Namespace) -> int:
    with _database() as database, database.reading() as uow:
        found = _case(uow, arguments.code)
    if found is None:
        raise BadInputError("case-unknown", code=arguments.code)
    if arguments.json:
        emit(found, indent=True)
    else:
        for name, value in found.items():
            line(f"{name}: {value}")
    return 0
