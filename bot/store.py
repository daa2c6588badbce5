"""The database seen from the event loop: one writer thread, readers beside it where the engine allows.

A world in memory has one connection, so everything then runs in the one thread.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from storage.database import MEMORY, Database
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")


class Store:
    """Runs plain functions of a unit of work in the right thread, each in one transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._writer = ThreadPoolExecutor(1, "writer")
        self._readers = self._writer if database.url == MEMORY else ThreadPoolExecutor(2, "reader")

    async def write(self, work: Callable[[UnitOfWork], T]) -> T:
        """Run `work` in a transaction that commits, and return what it returns."""

        def transact() -> T:
            with self.database.transaction() as uow:
                return work(uow)

        return await self.run(transact)

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
