"""A running core whose messages go to a platform on loopback that keeps limits strictly."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import Capabilities, Limits, RetryLaterError, Sent
from bot.clock import LiveClock
from messages.envelope import Address, OutboundMessage
from tests.servers import limits as servers

TELEGRAM = Limits(per_second=30, chat_per_second=1, group_per_minute=20)


class LoopbackChannel:
    """The smallest channel with limits: one POST a message."""

    name = "loopback"
    capabilities = Capabilities(buttons=False, files=False, text_limit=4096)
    problem = None

    def __init__(self, address, limits=TELEGRAM):
        self.address = address
        self.limits = limits
        self.session = None

    async def open(self, receive): ...
    async def run(self): ...
    async def webhook(self, headers, body): ...
    async def fetch(self, reference): ...
    async def check(self): ...

    async def close(self):
        if self.session is not None:
            await self.session.close()

    async def send(self, address, message, key):
        await self.call(address, message.text)
        return Sent(key)

    async def call(self, address, text):
        if self.session is None:
            self.session = aiohttp.ClientSession()
        body = {"chat_id": address.chat, "text": text}
        async with self.session.post(f"{self.address}/bot1:x/sendMessage", json=body) as answer:
            said = await answer.json()
        if answer.status == 429:
            after = timedelta(seconds=said["parameters"]["retry_after"])
            raise RetryLaterError("too many", after, everyone=True, code="429")


class TalkativeChannel(LoopbackChannel):
    """Needs two calls for each message."""

    async def turn(self, address): ...

    async def send(self, address, message, key):
        await self.call(address, f"{message.text}, phần 1")
        await self.turn(address)
        await self.call(address, f"{message.text}, phần 2")
        return Sent(key)


class World:
    """A platform, a channel to it, a core, and people in as many chats as are asked for."""

    def __init__(self, folder, platform, channel, staging_to=None):
        self.platform = platform
        self.channel = channel
        self.app = build(
            Parts(
                f"sqlite:///{folder / 'd.db'}",
                folder,
                LiveClock(),
                office="Sở Nội vụ",
                staging_to=staging_to,
            ),
            lambda _store: [channel],
        )
        self.ids = {}

    def queue(self, chat, text, *, lane="notice", urgent=False, group=False):
        """Put a message for a chat into the outbox."""
        self.queue_many([(chat, text)], lane=lane, urgent=urgent, group=group)

    def queue_many(self, messages, *, lane="notice", urgent=False, group=False):
        now = datetime.now(UTC)
        with self.app.store.database.transaction() as uow:
            for chat, text in messages:
                if chat not in self.ids:
                    person = uow.people.add(None, "vi", now)
                    sender = f"9{chat.strip('-')}" if group else chat
                    uow.people.add_address(person, Address("loopback", "t", chat, sender))
                    known = uow.people.at(Address("loopback", "t", chat, sender))
                    self.ids[chat] = (person, known.id)
                person, address = self.ids[chat]
                uow.outbox.add(
                    OutboundMessage(text, urgent=urgent),
                    person_id=person,
                    address_id=address,
                    lane=lane,
                    now=now,
                )
        self.app.work.ring()

    def states(self):
        with self.app.store.database.engine.connect() as connection:
            rows = connection.exec_driver_sql("SELECT state, count(*) FROM outbox GROUP BY state")
            return dict(tuple(row) for row in rows)

    def texts(self):
        return [text for _, _, text in self.platform.accepted]

    @asynccontextmanager
    async def running(self):
        task = asyncio.create_task(self.app.delivery.run(self.app.work.listen()))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def until(self, true, seconds=8.0):
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - it watches another machine, so to speak
                await asyncio.sleep(0.005)


@pytest.fixture
async def make_world(tmp_path):
    """Make worlds, each with a server of its own, and end them."""
    made = []

    async def make(limits=TELEGRAM, *, kind_of_channel=LoopbackChannel, staging_to=None, **options):
        platform = servers.Platform(**options)
        runner, address = await servers.serve(platform)
        channel = kind_of_channel(address, limits)
        folder = tmp_path / str(len(made))
        folder.mkdir()
        world = World(folder, platform, channel, staging_to)
        made.append((world, runner))
        return world

    yield make
    for world, runner in made:
        await world.channel.close()
        await runner.cleanup()
        world.app.close()
