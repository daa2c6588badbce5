"""What reminding costs: python -m benchmarks.reminders [idle|due|delivery] …

`idle`: a tick with nothing due among 1,000,000 open occurrences. `due`: 10,000 due reminders planned, rendered and
queued, beside APScheduler's SQLAlchemy job store firing 10,000 one-shot jobs on a database of its own. `delivery`:
10,000 reminders due at once, from the tick to the hand of a channel without limits. All on SQLite files; PostgreSQL
is not measured here, as the program is not run on it yet.
"""

import asyncio
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from benchmarks.reminder_tick import NOW, UNITS, _around, _plan_duties
from bot.bootstrap import Parts, build
from bot.channels.base import Capabilities, Sent
from bot.clock import StillClock
from handlers.services import reminders
from messages.envelope import Address, OutboundMessage
from storage.database import Database
from storage.migrate import migrate
from storage.tables import occurrences
from storage.unit_of_work import UnitOfWork

MANY, DUE = 1_000_000, 10_000
CHUNK = 50_000
WORKING = NOW + timedelta(days=1)  # NOW is a holiday, on which nothing leaves


def main() -> None:
    """Run the parts named, all by default."""
    parts: dict[str, Callable[[], None]] = {"idle": idle, "due": due, "delivery": delivery}
    for name in sys.argv[1:] or parts:
        parts[name]()


def _open(folder: str) -> Database:
    database = Database(f"sqlite:///{Path(folder) / 'b.db'}")
    migrate(database)
    return database


# A tick with nothing to do


def idle() -> None:
    """Print how long a tick takes when none of a million open occurrences wants a look yet."""
    with TemporaryDirectory() as folder:
        database = _open(folder)
        with database.transaction() as uow:
            _plan_duties(uow, _around(), DUE)
        for start in range(DUE, MANY, CHUNK):
            with database.transaction() as uow:
                _more(uow, start, min(CHUNK, MANY - start))
        with database.transaction() as uow:
            uow._connection.execute(  # noqa: SLF001 - rows in bulk
                occurrences.update().values(next_at=NOW + timedelta(days=30))
            )
            count = uow.occurrences.count()
        took = []
        for _ in range(200):
            began = time.perf_counter()
            with database.transaction() as uow:
                assert reminders.tick(uow, _around(), NOW) == 0  # noqa: S101 - nothing may be due
            took.append(time.perf_counter() - began)
        database.close()
    print(f"idle: {count:,} open occurrences, a tick {_of(took, 0.5):.2f} ms, p99 {_of(took, 0.99):.2f} ms")


def _more(uow: UnitOfWork, start: int, count: int) -> None:
    rows = [
        {"code": f"CV-{n}", "assignment_id": n % DUE + 1, "label": str(n), "opens_on": date(2026, 1, 1),
         "due_on": date(2027, 12, 31), "state": "open", "next_at": NOW + timedelta(days=30)}
        for n in range(start + 1, start + count + 1)
    ]  # fmt: skip
    uow._connection.execute(occurrences.insert(), rows)  # noqa: SLF001 - rows in bulk


def _of(took: list[float], part: float) -> float:
    return sorted(took)[min(int(len(took) * part), len(took) - 1)] * 1000


# Ten thousand due


def due() -> None:
    """Print how long 10,000 due reminders take us, and 10,000 one-shot jobs the scheduler."""
    ours = min(_ours() for _ in range(3))
    theirs = _theirs()
    print(f"due: {DUE:,} reminders planned, rendered and queued in {ours:.2f} s; "
          f"APScheduler fires {DUE:,} jobs in {theirs:.1f} s, {theirs / ours:.0f} times as long")  # fmt: skip


def _ours() -> float:
    with TemporaryDirectory() as folder:
        database = _open(folder)
        with database.transaction() as uow:
            _plan_duties(uow, _around(), DUE)
        began = time.perf_counter()
        with database.transaction() as uow:
            reminders.tick(uow, _around(), NOW)
        spent = time.perf_counter() - began
        with database.reading() as uow:
            entered = len(uow.ledger.between(NOW, NOW))
        database.close()
    if entered != DUE:
        raise ValueError(entered)
    return spent


_fired = 0
_all_fired = threading.Event()


def fire(_number: int) -> None:
    """Count one job; the last one rings."""
    global _fired  # noqa: PLW0603 - a job of that scheduler is a plain function found by its name
    _fired += 1
    if _fired >= DUE:
        _all_fired.set()


def _theirs() -> float:
    """Return how long the jobs take from their instant on; one worker, so that counting needs no lock."""
    with TemporaryDirectory() as folder:
        scheduler = BackgroundScheduler(
            jobstores={"default": SQLAlchemyJobStore(url=f"sqlite:///{Path(folder) / 'jobs.db'}")},
            executors={"default": ThreadPoolExecutor(1)},
            timezone=UTC,
        )
        scheduler.start(paused=True)
        at = datetime.now(UTC)
        for number in range(DUE):
            scheduler.add_job(
                fire, "date", run_date=at, args=(number,), id=str(number), misfire_grace_time=None
            )
        began = time.perf_counter()
        scheduler.resume()
        _all_fired.wait(timeout=600)
        spent = time.perf_counter() - began
        scheduler.shutdown(wait=False)
    return spent


# From due to the channel


class _Hand:
    """A channel that takes everything at once and notes when."""

    name = "console"
    capabilities = Capabilities(buttons=True, files=True, text_limit=100_000)

    def __init__(self) -> None:
        self.at: list[float] = []

    async def send(self, _address: Address, _message: OutboundMessage, key: str) -> Sent:
        """Take a message."""
        self.at.append(time.perf_counter())
        return Sent(key)


def delivery() -> None:
    """Print the median and p99 from the moment everything is due until the channel has it.

    Once for the people of 330 units, who get a digest each, and once for as many people as there are reminders.
    """
    for readers in (UNITS, DUE):
        took = _delivered(readers)
        print(f"delivery: {DUE:,} reminders due at once in {len(took):,} messages, "
              f"p50 {_of(took, 0.5) / 1000:.2f} s, p99 {_of(took, 0.99) / 1000:.2f} s")  # fmt: skip


def _delivered(readers: int) -> list[float]:
    with TemporaryDirectory() as folder:
        hand, clock = _Hand(), StillClock(WORKING)
        parts = Parts(f"sqlite:///{Path(folder) / 'b.db'}", Path(folder), clock, office="Sở")
        with closing(build(parts, lambda _store: [hand])) as app:
            with app.store.database.transaction() as uow:
                _plan_duties(uow, _around(), DUE, units=readers)
            app.ticks = [tick for tick in app.ticks if tick.name == "reminders"]

            async def play() -> float:
                began = time.perf_counter()
                await app.run_tick(app.ticks[0])
                while await app.delivery.deliver_due():
                    pass
                return began

            began = asyncio.run(play())
    return [at - began for at in hand.at]


if __name__ == "__main__":
    main()
