"""A small running core on a database of its own, with a channel that can be told to fail."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import Capabilities, Sent
from bot.clock import StillClock
from messages.envelope import Address, InboundKind, InboundMessage

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)


class FakeChannel:
    """Remembers what was sent; `failures` are raised one after the other before anything is sent."""

    name = "console"
    capabilities = Capabilities(buttons=False, files=True, text_limit=10_000)

    def __init__(self):
        self.sent = []
        self.failures = []

    async def send(self, address, message, key):
        if self.failures:
            failure = self.failures.pop(0)
            if failure is not None:
                raise failure
        self.sent.append((address.chat, message))
        return Sent(key)

    def texts(self, chat="an"):
        return [message.text for to, message in self.sent if to == chat]


class Core:
    """The app, its channel and clock, and a voice."""

    def __init__(self, url, folder, **parts):
        self.clock = StillClock(NOW)
        self.channel = FakeChannel()
        self.app = build(
            Parts(url, folder, self.clock, office="Sở Nội vụ", token=lambda n: bytes(range(n)), **parts),
            lambda _store: [self.channel],
        )
        self.count = 0

    def message(self, text, who="an", key=None):
        self.count += 1
        address = Address("console", "t", who, who)
        return InboundMessage(address, key or f"k{self.count}", InboundKind.TEXT, self.clock.now(), text=text)

    async def say(self, text, who="an", key=None):
        await self.app.intake.receive(self.message(text, who, key))

    async def settle(self):
        await self.app.settle()

    def later(self, **by):
        self.clock.move_to(self.clock.now() + timedelta(**by))

    def rows(self, sql):
        with self.app.store.database.engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]


@pytest.fixture
def core(tmp_path):
    made = Core(f"sqlite:///{tmp_path / 'core.db'}", tmp_path)
    yield made
    made.app.close()


@pytest.fixture
def run():
    return asyncio.run
