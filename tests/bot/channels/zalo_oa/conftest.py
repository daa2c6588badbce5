"""An Official Account on loopback, and a channel that speaks to it."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import structlog

from bot.channels.zalo_oa.channel import TokenStore, ZaloOAChannel, ZaloSettings
from bot.clock import StillClock
from bot.store import Store
from messages.envelope import Address
from storage.database import Database
from storage.migrate import migrate
from tests.servers.zalo_oa import FakeZalo

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
USER = "246845883529197922"


class World:
    """The platform, a clock both read, a database, and as many channels over it as there are processes."""

    def __init__(self, store, clock, zalo):
        self.store, self.clock, self.zalo = store, clock, zalo
        self.kept = []
        self.files = {}
        self.channels = []

    def settings(self, **more):
        zalo = self.zalo
        made = ZaloSettings(
            app_id=zalo.app_id,
            app_secret=zalo.app.secret,
            secret_key=zalo.oa_secret,
            oa_id=zalo.oa_id,
            api_base=zalo.base,
            oauth_base=zalo.base,
            business_base=zalo.base,
            templates={"REMINDER": "301", "ACCIDENT": "302", "REPORT_STATE": "303"},
        )
        return replace(made, **more)

    def channel(self, given="refresh-0", **more):
        tokens = TokenStore(self.store, self.clock, given)
        made = ZaloOAChannel(self.settings(**more), tokens=tokens, clock=self.clock, load=self.load)
        self.channels.append(made)
        return made

    async def opened(self, given="refresh-0", **more):
        made = self.channel(given, **more)
        await made.open(self.receive)
        return made

    async def receive(self, message):
        self.kept.append(message)

    async def load(self, number):
        return self.files[number]

    def address(self, user=USER):
        return Address("zalo-oa", self.zalo.oa_id, user, user)

    def tokens(self):
        with self.store.database.reading() as uow:
            return uow.meta.get("zalo_oa_tokens")


@asynccontextmanager
async def world_in(url="sqlite://"):
    database = Database(url)
    migrate(database)
    store, clock = Store(database), StillClock(NOW)
    zalo = FakeZalo(clock.now)
    world = World(store, clock, zalo)
    async with zalo.serving():
        yield world
        for channel in world.channels:
            await channel.close()
    store.close()


@pytest.fixture
async def world():
    async with world_in() as made:
        made.zalo.event("user_send_text", USER)
        yield made


@pytest.fixture
def lines():
    with structlog.testing.capture_logs() as found:
        yield found
