"""The channel on our strict loopback server: what it receives is kept in a list, or fails on demand."""

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import Limits
from bot.channels.telegram import listening
from bot.channels.telegram.channel import TelegramChannel
from bot.clock import StillClock
from handlers.services import people
from messages.envelope import Address, Choice, OutboundMessage
from tests.servers.telegram import TOKEN, TelegramServer, serving

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
SECRET = "webhook-secret_1"
AN = Address("telegram", "424242", "7", "7")
VOICE = b"OggS\x00\x02" + bytes(22) + b"OpusHead a few words"
GROUP = Address("telegram", "424242", "-100", "7")


def picture(mode="JPEG"):
    return b"\xff\xd8\xff\xe0 a small picture" if mode == "JPEG" else b"%PDF-1.7 a report"


class Line:
    """The channel, the server it speaks to, and what the intake has kept."""

    def __init__(self, server, base=None, mode="polling", token=TOKEN, **settings):
        self.server = server
        self.kept = []
        self.trouble = []  # raised by the intake, one after the other
        self.files = {
            1: (picture(), "cau.jpg", "image/jpeg"),
            2: (picture("PDF"), "bao-cao.pdf", "application/pdf"),
            3: (VOICE, "voice.ogg", "audio/ogg"),
            4: (b"OggS\x00\x02 vorbis", "nhac.ogg", "audio/ogg"),
        }
        given = {"public_url": "https://baoan.example", "webhook_secret": SECRET} | settings
        self.channel = TelegramChannel(
            token, api_base=base or server.base, mode=mode, clock=StillClock(NOW), load=self.load, **given
        )

    async def load(self, number):
        if number not in self.files:
            raise FileNotFoundError(number)
        return self.files[number]

    async def receive(self, message):
        await asyncio.sleep(0)
        if self.trouble:
            raise self.trouble.pop(0)
        self.kept.append(message)

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

    async def hear(self, count=1):
        await until(lambda: len(self.kept) >= count)
        return self.kept[-1]

    async def send(self, text="Chào anh/chị.", *choices, to=AN, key="out-1", **more):
        made = tuple(Choice(payload, label) for payload, label in choices)
        return await self.channel.send(to, OutboundMessage(text, choices=made, **more), key)

    def calls(self, method):
        return [params for name, params in self.server.calls if name == method]


async def until(true, seconds=3.0):
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.005)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch):
    monkeypatch.setattr(listening, "FIRST_PAUSE", 0.02)


@pytest.fixture
async def server():
    async with serving(TelegramServer()) as running:
        yield running


@pytest.fixture
async def line(server):
    made = Line(server)
    yield made
    await made.channel.close()


@pytest.fixture
async def open_line(line):
    await line.channel.open(line.receive)
    return line


class Talk:
    """A person's telephone, the server, and the app that is woken after each message."""

    def __init__(self, server, app, channel):
        self.server = server
        self.app = app
        self.channel = channel
        self.read = 0
        self.codes = 0

    async def update(self, update):
        await self.channel._listener.take(update)
        await self.app.settle()
        await self.channel._listener.close()  # the courtesies are done
        new = self.server.sent[self.read :]
        self.read = len(self.server.sent)
        return [message.get("text") or message.get("caption", "") for message in new]

    async def says(self, text, **more):
        return await self.update(self.server.says(text, **more))

    def invited(self, role):
        """Return the operator's code for a role, in a unit where the role needs one."""
        self.codes += 1
        raw = bytes(range(self.codes, self.codes + 10))
        with self.app.store.database.transaction() as uow:
            unit = None
            if role == "focal":
                unit = uow.units.add(code="xa-a", name="xã A", kind="commune", parent_id=None)
            return people.invite_by_operator(uow, unit, role, self.app.clock.now(), raw)["code"]

    async def join(self, role, who=7):
        await self.says(f"/start {self.invited(role)}", who=who)
        return await self.says("Nhận", who=who)

    def keyboard(self):
        call = [params for method, params in self.server.calls if method == "sendMessage"][-1]
        return json.loads(call["reply_markup"])


@pytest.fixture
async def talk(server, tmp_path):
    line = Line(server)
    line.channel.limits = Limits()
    parts = Parts(
        f"sqlite:///{tmp_path / 'core.db'}", tmp_path, line.channel._clock, office="Sở Nội vụ",
        token=lambda n: bytes(range(n)),
    )  # fmt: skip
    app = build(parts, lambda _store: [line.channel])
    await line.channel.open(app.intake.receive)
    yield Talk(server, app, line.channel)
    await line.channel.close()
    app.close()


def rows(talk, sql):
    with talk.app.store.database.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]
