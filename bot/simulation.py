"""A year in a minute: the program itself on a still clock, with people made up, and every reminder they would get."""

import asyncio
import random
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.app import App
from bot.bootstrap import Parts, build
from bot.clock import StillClock
from bot.commands.output import emit, line, warn
from bot.simulated_behaviour import Behaviour, read_behaviours
from bot.simulated_lines import Line, by_day
from bot.simulated_people import ACCOUNT, CHANNEL, SimulatedChannel, SimulatedPeople, address_of
from bot.simulated_units import follower, made_set, with_follower
from documents.reading import read_plan_file
from documents.units_csv import UnitRow, read_units
from domain.calendar import LOCAL
from domain.errors import BadInputError
from domain.plan_json import reading_to_json
from domain.policy import PolicyError, ReminderPolicy, default_policy, policy_from_toml
from handlers.acting import Acting, Surroundings
from handlers.services import outages, plan_doubts, plans, units
from handlers.services.fan_out import is_class
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Address
from storage.database import MEMORY
from storage.unit_of_work import UnitOfWork

SEED = 31
ASIDE = ("law", "auditor")
"""A simulation shows what a plan asks: the law's own end and the watch over the program are no part of it."""
YEARS = range(1995, 2100)
"""Those for which the calendar knows the holidays."""


@dataclass(frozen=True, slots=True)
class World:
    """All that a simulation starts from."""

    reading: dict[str, Any]
    units: tuple[UnitRow, ...]
    policy: ReminderPolicy
    behaviours: Mapping[str, Behaviour]


def simulate(
    *,
    plan: Path,
    first: date,
    last: date,
    units: Path | None,
    policy: Path | None,
    behaviour: Path | None,
    as_json: bool,
    away: Sequence[str] = (),
) -> int:
    """Print every reminder of the days `first` to `last`, both included, and return 0.

    The plan is approved as read on the first day at midnight; what stayed unclear is told on standard error.
    Raises BadInputError for dates, files or rows that cannot be used. The same input gives the same output.
    """
    if first > last:
        raise BadInputError("simulate-dates", first=first.isoformat(), last=last.isoformat())
    if first.year not in YEARS or last.year not in YEARS:
        raise BadInputError("simulate-years", first=YEARS.start, last=YEARS[-1])
    world = read_world(plan, units, policy, behaviour)
    spans = read_outages(away)
    played = asyncio.run(play(world, first, last, spans))
    _tell(world, played)
    if as_json:
        for one in played.lines:
            emit(one.to_json())
    else:
        for words in by_day(played.lines):
            line(words)
    return 0


def read_world(plan: Path, units: Path | None, policy: Path | None, behaviour: Path | None) -> World:
    """Read what a simulation starts from; raises BadInputError for what cannot be used."""
    reading = reading_to_json(read_plan_file(plan))
    if not reading["tasks"]:
        raise BadInputError("simulate-plan-empty", name=plan.name)
    rows = with_follower(read_units(units) if units else made_set(reading), follower(reading))
    return World(
        reading=reading,
        units=rows,
        policy=_policy(policy) if policy else default_policy(),
        behaviours=read_behaviours(behaviour, (row.name for row in rows)) if behaviour else {},
    )


def _policy(path: Path) -> ReminderPolicy:
    try:
        return policy_from_toml(path.read_text("utf-8"), base=default_policy())
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("simulate-policy-unreadable", name=path.name) from error
    except PolicyError as error:
        if isinstance(error.__cause__, tomllib.TOMLDecodeError):
            raise BadInputError("simulate-policy-form", name=path.name, problem=_reason(error)) from error
        raise BadInputError(
            "simulate-policy-setting", name=path.name, setting=error.key, problem=_reason(error)
        ) from error


def _reason(error: PolicyError) -> str:
    """Return what a policy error expects, without the setting it names anyway."""
    return str(error).removeprefix(f"{error.key}: ")


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a simulation: reminders in order, how many other messages, and what approving said."""

    lines: Sequence[Line]
    others: int
    approval: Mapping[str, Any]


def read_outages(texts: Sequence[str]) -> tuple[tuple[datetime, datetime], ...]:
    """Return when the program is to be away ("2026-12-07T02:00..2026-12-07T06:10", local time), in order.

    Raises BadInputError `simulate-outage` for what is none, or overlaps another.
    """
    found: list[tuple[datetime, datetime]] = []
    for text in texts:
        try:
            begin, end = (datetime.fromisoformat(part).replace(tzinfo=LOCAL) for part in text.split(".."))
        except ValueError as error:
            raise BadInputError("simulate-outage", text=text) from error
        if begin >= end:
            raise BadInputError("simulate-outage", text=text)
        found.append((begin, end))
    found.sort()
    for (_, end), (begin, _) in pairwise(found):
        if begin < end:
            raise BadInputError("simulate-outage", text=f"{begin:%Y-%m-%dT%H:%M}..")
    return tuple(found)


async def play(
    world: World, first: date, last: date, away: Sequence[tuple[datetime, datetime]] = ()
) -> Played:
    """Live through the days from `first` to `last` and return what was sent; while `away` nothing runs."""
    clock = StillClock(datetime.combine(first, time(), LOCAL))
    people = SimulatedPeople(clock, world.policy.digest_at, world.behaviours)
    with TemporaryDirectory() as scratch:
        parts = Parts(
            MEMORY,
            Path(scratch),
            clock,
            office=world.units[0].name,
            policy=world.policy,
            token=random.Random(SEED).randbytes,  # noqa: S311 - the same input must give the same output
        )
        with closing(build(parts, lambda _store: [SimulatedChannel(people)])) as app:
            approval = await _approve(app, world)
            await app.store.read(people.meet)
            app.ticks = (*(tick for tick in app.ticks if tick.name not in ASIDE), people.tick())
            for begin, end in away:
                await app.travel(begin)
                app.clock.move_to(end)
                await app.store.write(partial(outages.note, begin=begin, end=end))
            await app.travel(datetime.combine(last, time.max, LOCAL))
            await app.store.read(people.look_up)
    return Played(people.lines, people.others, approval)


async def _approve(app: App, world: World) -> Mapping[str, Any]:
    now = app.clock.now()

    def enter(uow: UnitOfWork) -> dict[str, Any]:
        units.load(uow, world.units, now, address_of)
        by = _coordinator(uow, app.around, now)
        kept = plans.keep_draft(uow, plans.KeepDraft(world.reading, attachment=None), by)
        left = tuple(item.key for item in plan_doubts.open_doubts(world.reading))
        return plans.approve(uow, plans.Approve(kept["code"], left), by)

    return await app.store.write(enter)


def _coordinator(uow: UnitOfWork, around: Surroundings, now: datetime) -> Acting:
    """Return who approves: the coordinator of the world, else an operator whom no message reaches."""
    holders = uow.people.holding("coordinator")
    if holders:
        person = holders[0]
    else:
        person = uow.people.add(None, DEFAULT_LANGUAGE, now)
        uow.people.join(person, None, "admin", now)
    return Acting(uow.people.get(person), Address(CHANNEL, ACCOUNT, "operator", "operator"), now, around)


def _tell(world: World, played: Played) -> None:
    """Say on standard error what the list is silent about."""
    for phrase in played.approval["undecided"]:
        warn("simulate-class-open" if is_class(phrase) else "simulate-unit-missing", name=phrase)
    for unit in played.approval["unreachable"]:
        warn("simulate-unit-unreachable", unit=unit)
    doubtful = sum(task["needs_review"] for task in world.reading["tasks"])
    if doubtful:
        warn("simulate-doubtful", count=doubtful)
    if played.others:
        warn("simulate-others", count=played.others)
