"""The running program's core: what happens between a message coming in and its answer going out.

The terminal, the simulation, the tests and `baoan run` all drive this one object.
"""

import asyncio
from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import structlog

from bot import attachments
from bot.bell import Bell
from bot.channels.base import Channel
from bot.clock import Clock
from bot.delivery.worker import Delivery
from bot.dispatcher import Dispatcher
from bot.fetching import Fetcher
from bot.files import FileStore
from bot.intake import Intake
from bot.jobs import Jobs
from bot.receipt_keys import ReceiptKeys
from bot.store import Store
from bot.ticks import Tick
from handlers.acting import Surroundings
from handlers.services import people
from messages.envelope import Address
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

NUDGE = timedelta(minutes=1)
ROUNDS = 100_000


@dataclass(slots=True)
class App:
    """Everything wired together. The lock lets one journey through time happen at once.

    `moved` is called in a transaction each time the clock was moved (a trial keeps its offset so).
    """

    store: Store
    clock: Clock
    around: Surroundings
    channels: MutableMapping[str, Channel]
    intake: Intake
    dispatcher: Dispatcher
    delivery: Delivery
    jobs: Jobs
    fetcher: Fetcher
    files: FileStore
    receipt_keys: ReceiptKeys
    ticks: Sequence[Tick]
    work: Bell
    moved: Callable[[UnitOfWork], None] | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def settle(self) -> None:
        """Dispatch, do jobs and deliver until nothing is left that could be done now."""
        for _ in range(ROUNDS):
            done = await self.store.run(self.dispatcher.run_batch)
            done += await self.fetcher.run_waiting()
            done += await self.jobs.run_waiting()
            done += await self.delivery.deliver_due()
            if not done:
                return
        log.error("never_settles", rounds=ROUNDS)

    async def beat(self) -> int:
        """Run every tick that is due and settle; returns how many things the ticks did."""
        done = 0
        for tick in self.ticks:
            done += await self.run_tick(tick)
        await self.settle()
        return done

    async def run_tick(self, tick: Tick) -> int:
        """Run one tick in one transaction."""
        now = self.clock.now()
        return await self.store.write(lambda uow: tick.run(uow, self.around, now))

    async def travel(self, to: datetime) -> int:
        """Move the clock forward to an instant, running every tick at each due instant in between.

        Returns how many due instants there were.
        """
        stops = 0
        async with self.lock:
            await self.beat()
            while (at := await self._next_instant()) is not None and at <= to:
                await self._move_to(at)
                stops += 1
            await self._move_to(to)
        return stops

    async def _move_to(self, at: datetime) -> None:
        self.clock.move_to(at)
        if self.moved is not None:
            await self.store.write(self.moved)
        await self.beat()

    async def _next_instant(self) -> datetime | None:
        now = self.clock.now()

        def earliest(uow: UnitOfWork) -> datetime | None:
            found = [tick.next_at(uow, now) for tick in self.ticks]
            found.append(uow.outbox.next_due())
            known = [at for at in found if at is not None]
            return max(min(known), now + NUDGE) if known else None

        return await self.store.read(earliest)

    async def keep_file(self, address: Address, data: bytes, *, kind: str, name: str) -> int:
        """Keep a file somebody sent and return its attachment id; the bytes are durable first.

        Raises BadInputError `file-…` for what cannot be kept.
        """
        now = self.clock.now()
        kept = await attachments.clean_aside(data, name)
        digest, path = await asyncio.to_thread(self.files.put, kept.data)

        def add(uow: UnitOfWork) -> int:
            person, _ = people.recognise(uow, address, now)
            return uow.attachments.add(
                person_id=person.id,
                kind=kind,
                name=name,
                mime=kept.mime,
                size=len(kept.data),
                digest=digest,
                path=path,
                state="stored",
                now=now,
            )

        return await self.store.write(add)

    def close(self) -> None:
        """Finish what is running and let go of the database."""
        self.store.close()
