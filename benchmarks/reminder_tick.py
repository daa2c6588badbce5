"""How long a reminders tick takes over 10,000 duties that all want one: python -m benchmarks.reminder_tick [COUNT]"""

import random
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.calendar import vietnam_calendar
from domain.policy import default_policy
from handlers.acting import Acting, Surroundings
from handlers.services import accidents, reminders
from messages.envelope import Address
from storage.database import Database
from storage.migrate import migrate
from storage.tables import assignments, occurrences, plan_tasks, plans
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
UNITS = 330
AT_ONCE = 3  # duties of such a case that are reminded of at once


def main() -> None:
    """Print the seconds of a tick over duties of plans, then over duties of cases, and of one with nothing to say."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    for name, fill in (("plans", _plan_duties), ("cases", _case_duties)):
        with TemporaryDirectory() as folder:
            database = Database(f"sqlite:///{Path(folder) / 'tick.db'}")
            migrate(database)
            with database.transaction() as uow:
                made = fill(uow, _around(), count)
            _play(database, name, made)
            database.close()


def _around() -> Surroundings:
    token = random.Random(7).randbytes
    return Surroundings("Sở", None, default_policy(), vietnam_calendar(), token)


def _play(database: Database, name: str, made: int) -> None:
    for words, later in (("all of them", timedelta(minutes=31)), ("nothing new", timedelta(minutes=32))):
        began, processor = time.perf_counter(), time.process_time()
        with database.transaction() as uow:
            told = reminders.tick(uow, _around(), NOW + later)
            entered = len(uow.ledger.between(NOW, NOW + timedelta(days=1)))
        spent, worked = time.perf_counter() - began, time.process_time() - processor
        print(f"{name}: {made} duties, {words}: {told} messages, {entered} in the ledger, "
              f"{spent:.2f} s ({worked:.2f} s of processor)")  # fmt: skip


def _units(uow: UnitOfWork, count: int = UNITS) -> list[int]:
    office = uow.units.add(code="S", name="Sở Nội vụ", kind="office", parent_id=None, coordinates=True)
    found = []
    for number in range(count):
        unit = uow.units.add(code=f"X{number}", name=f"Xã {number}", kind="commune", parent_id=None)
        found.append(unit)
        _person(uow, f"p{number}", unit)
    _person(uow, "office", office)
    return found


def _person(uow: UnitOfWork, name: str, unit: int) -> None:
    person = uow.people.add(name, "vi", NOW)
    uow.people.touch(uow.people.add_address(person, Address("console", "b", name, name)), NOW)
    uow.people.join(person, unit, "focal", NOW)


def _plan_duties(uow: UnitOfWork, _around: Surroundings, count: int, units: int = UNITS) -> int:
    places = _units(uow, units)
    connection = uow._connection  # noqa: SLF001 - rows in bulk, as no service makes so many at once
    person = uow.people.add("clerk", "vi", NOW)
    plan = connection.execute(
        plans.insert().values(
            code="KH", state="approved", title="T", reading={}, class_members={}, check_in="quarterly",
            created_by=person, created_at=NOW, approved_at=NOW - timedelta(days=30),
        )
    ).inserted_primary_key[0]  # fmt: skip
    tasks = [
        {"plan_id": plan, "ref": f"III.{n}", "kind": "task", "position": n, "text": "Việc", "deadline": {},
         "by_mandate": False, "lines": []}
        for n in range(count // units + 1)
    ]  # fmt: skip
    connection.execute(plan_tasks.insert(), tasks)
    pairs = [(n + 1, unit) for n in range(len(tasks)) for unit in places][:count]
    rows = [{"plan_task_id": task, "unit_id": unit, "role": "lead"} for task, unit in pairs]
    connection.execute(assignments.insert(), rows)
    day = NOW.date()
    owed = [
        {"code": f"CV-{n}", "assignment_id": n, "label": "2026", "opens_on": day - timedelta(days=20),
         "due_on": day + timedelta(days=n % 2), "state": "open", "next_at": NOW}
        for n in range(1, len(rows) + 1)
    ]  # fmt: skip
    connection.execute(occurrences.insert(), owed)
    return len(owed)


def _case_duties(uow: UnitOfWork, around: Surroundings, count: int) -> int:
    units = _units(uow)
    for number in range(count // AT_ONCE + 1):
        address = Address("console", "b", f"r{number}", f"r{number}")
        person = uow.people.add("r", "vi", NOW)
        uow.people.add_address(person, address)
        by = Acting(uow.people.get(person), address, NOW, around)
        people = {"total": 2, "dead": 1, "injured": 1}
        facts = {"people": people, "place": {"unit": units[number % UNITS], "name": f"xã {number}"}}
        accidents.open_case(uow, accidents.OpenCase("accident", facts), by)
    return sum(1 for record in uow.occurrences.open() if record.case is not None)


if __name__ == "__main__":
    main()
