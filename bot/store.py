"""The database seen from the event loop: one writer thread, readers beside it where the engine allows.

A world in memory has one connection, so everything then runs in the one thread.
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from storage.database import MEMORY, Database
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")
Joined = tuple[Callable[[UnitOfWork], None], "asyncio.Future[None]"]


class Store:
    """Runs plain functions of a unit of work in the right thread, each in one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._writer = ThreadPoolExecutor(1, "writer")
        self._together: list[Joined] = []
        self._flusher: asyncio.Task[None] | None = None
        self._readers = self._writer if database.url == MEMORY else ThreadPoolExecutor(2, "reader")

    async def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` in a transaction that commits, and return what it returns."""

        def transact() -> T:
            with self.database.transaction() as uow:
                return work(uow)

        return await self.run(transact)

    async def write_together(self, work: Callable[[UnitOfWork], None]) -> None:
        """Run `work` in a transaction shared with whatever else waits for one at this moment.

        Returns once it is committed. Works do not see each other fail: where one raises, each is run again in a
        transaction of its own, so `work` must be the same when run twice.
        """
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._together.append((work, done))
        if self._flusher is None or self._flusher.done():
            self._flusher = asyncio.create_task(self._flush())
        await done

    async def _flush(self) -> None:
        """Commit what waits; a batch forms while the commit before it runs."""
        while self._together:
            batch, self._together = self._together, []
            try:
                await self.write(partial(_run_all, [work for work, _ in batch]))
            except Exception:  # noqa: BLE001 - whichever it was, it is found again below, alone
                await self._one_by_one(batch)
                continue
            for _, done in batch:
                if not done.done():
                    done.set_result(None)

    async def _one_by_one(self, batch: list[Joined]) -> None:
        for work, done in batch:
            try:
                await self.write(work)
            except Exception as error:  # noqa: BLE001 - it is raised where the work was handed in
                if not done.done():
                    done.set_exception(error)
            else:
                if not done.done():
                    done.set_result(None)

    async def read(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` on a connection that never commits."""

        def look() -> T:
            with self.database.reading() as uow:
                return work(uow)

        return await asyncio.get_running_loop().run_in_executor(self._readers, look)

    async def run(self, work: Callable[[], T]) -> T:
        """Run `work`, which opens its own transactions, in the writer thread."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, work)

    def close(self) -> None:
        """Finish what is running and close every connection."""
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self.database.close()


def _run_all(works: Sequence[Callable[[UnitOfWork], None]], uow: UnitOfWork) -> None:
    for work in works:
        work(uow)
