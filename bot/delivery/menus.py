"""Menus of private chats kept right: after a message went out, one call at a time, and nothing waits for it."""

import asyncio
from functools import partial

import structlog

from bot.channels.base import Channel, Menued
from bot.store import Store
from handlers.services import menus
from messages.envelope import Address

log = structlog.get_logger(__name__)

PAUSE = 1.0  # seconds from one call to the next: a wave of reminders must not become a wave of menus
MOST_WAITING = 1000


class Menus:
    """Compares what a chat shows with what it should, whenever something was sent there.

    What did not work is tried again after the next message: until then the note of what is shown stays as it was.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: dict[int, tuple[Menued, Address]] = {}
        self._task: asyncio.Task[None] | None = None
        self._free_at = 0.0

    def look(self, channel: Channel, address: Address, address_id: int) -> None:
        """Look at a chat soon, if it is one that has a menu of its own."""
        if not isinstance(channel, Menued) or not address.private or len(self._waiting) >= MOST_WAITING:
            return
        self._waiting[address_id] = (channel, address)
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._look_at_all(), name="menus")

    async def settled(self) -> None:
        """Return when every chat was looked at."""
        if self._task is not None:
            await self._task

    async def close(self) -> None:
        """Stop: what was not looked at will be after its next message."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _look_at_all(self) -> None:
        while self._waiting:
            address_id, (channel, address) = next(iter(self._waiting.items()))
            del self._waiting[address_id]
            try:
                await self._look_at(channel, address, address_id)
            except Exception as error:  # noqa: BLE001 - a courtesy: the database may be away
                log.warning("menu_not_looked_at", problem=type(error).__name__)

    async def _look_at(self, channel: Menued, address: Address, address_id: int) -> None:
        wanted = await self._store.read(partial(menus.lacking, address_id=address_id))
        if wanted is None:
            return
        loop = asyncio.get_running_loop()
        await asyncio.sleep(self._free_at - loop.time())
        self._free_at = loop.time() + PAUSE
        if await channel.show_menu(address, wanted.entries):
            await self._store.write_together(partial(menus.note, address_id=address_id, shown=wanted))
