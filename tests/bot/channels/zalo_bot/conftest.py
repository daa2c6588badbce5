"""The channel on our strict loopback server; what it receives is kept in a list, or fails on demand."""

import asyncio
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest

from bot.channels.zalo_bot import listening
from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.clock import StillClock
from messages.envelope import Address, OutboundMessage
from tests.servers.zalo_bot import TOKEN, ZaloBotServer, serving

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
SECRET = "webhook-secret-1"
AN = Address("zalo-bot", "12345689", "an", "an")


class Line:
    """The channel, the server it speaks to, and what the intake has kept."""

    def __init__(self, server, mode="polling", token=TOKEN, **settings):
        self.server = server
        self.kept = []
        self.trouble = []  # raised by the intake, one after the other
        self.clock = StillClock(NOW)
        given = {"api_base": server.base, "public_url": "https://baoan.example", "webhook_secret": SECRET}
        self.channel = ZaloBotChannel(token, mode=mode, clock=self.clock, **(given | settings))

    async def receive(self, message):
        await asyncio.sleep(0)
        if self.trouble:
            raise self.trouble.pop(0)
        self.kept.append(message)

    async def send(self, text="xin chào", to=AN, key="out-1", **fields):
        return await self.channel.send(to, OutboundMessage(text, **fields), key)

    @asynccontextmanager
    async def listening(self):
        await self.channel.open(self.receive)
        task = asyncio.create_task(self.channel.run())
        try:
            yield self
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def until(self, true):
        async with asyncio.timeout(5):
            while not true():  # noqa: ASYNC110 - it watches another machine, so to speak
                await asyncio.sleep(0.005)


@pytest.fixture
async def server():
    async with serving(ZaloBotServer()) as made:
        yield made


@pytest.fixture
async def make_line(server):
    made = []

    def make(*args, **settings):
        made.append(Line(server, *args, **settings))
        return made[-1]

    yield make
    for line in made:
        await line.channel.close()


@pytest.fixture
def line(make_line):
    return make_line()


@pytest.fixture
def impatient(monkeypatch):
    """Every pause of the poll is a few milliseconds, and still doubles."""
    monkeypatch.setattr(listening, "FIRST_PAUSE", 0.01)
    monkeypatch.setattr(listening, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(listening, "FIRST_QUOTA", 0.02)
    monkeypatch.setattr(listening, "QUICKEST_IDLE", 0.01)
    monkeypatch.setattr(listening, "FIRST_REPEAT", 0.02)
    monkeypatch.setattr(listening, "LONGEST_REPEAT", 0.1)
