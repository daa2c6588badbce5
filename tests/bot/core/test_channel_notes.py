"""What a process knows of its channels lies where the tick, perhaps in another process, finds it."""

import asyncio

import pytest

from bot import channel_notes, live
from bot.channels.base import ChannelProblemError
from bot.settings import Settings
from handlers.services import links
from tests.bot.core.test_seams import LiveFake


class Platform(LiveFake):
    """Opens, and can be told to have a problem."""

    name = "telegram"
    start_link = "https://t.me/baoan_bot?start="

    def __init__(self):
        super().__init__([])

    async def open(self, receive): ...

    async def run(self): ...

    async def close(self): ...


@pytest.fixture
async def watching(core, monkeypatch):
    monkeypatch.setattr(live, "WATCH_SECONDS", 0.01)
    platform = Platform()
    monkeypatch.setattr(live, "factories", lambda _settings: {"telegram": lambda _parts: platform})
    parts = live.Parts(Settings(), core.app.store, core.clock, None)
    tasks = live.Live(parts, core.app.channels, core.app.intake.receive).tasks(listen=True)
    yield platform
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def noted(core, wanted):
    """Return the note on Telegram once its problem is `wanted`."""
    async with asyncio.timeout(3):
        while True:
            found = await core.app.store.read(lambda uow: uow.meta.get("channel_state|telegram|listen", {}))
            if found and found["problem"] == wanted:
                return found
            await asyncio.sleep(0.01)


async def test_a_problem_is_noted_when_it_comes_and_when_it_goes(core, watching):
    await noted(core, None)
    watching.problem = ChannelProblemError("telegram-refused", problem="Too many")
    found = await noted(core, "telegram-refused")
    assert (found["params"], found["since"]) == ({"problem": "Too many"}, core.clock.now().isoformat())
    watching.problem = None
    await noted(core, None)


async def test_a_note_is_confirmed_as_a_sign_of_life(core, watching, monkeypatch):
    del watching
    before = await noted(core, None)
    monkeypatch.setattr(channel_notes, "SIGN_OF_LIFE", 0.0)
    core.later(seconds=60)
    async with asyncio.timeout(3):
        while (await noted(core, None))["seen_at"] == before["seen_at"]:  # noqa: ASYNC110 - the database has no event
            await asyncio.sleep(0.01)
    assert (await noted(core, None))["since"] == before["since"]


async def test_handlers_learn_how_links_begin_and_forget_those_of_channels_no_longer_there(core, monkeypatch):
    async def link():
        return await core.app.store.read(lambda uow: links.start_link(uow, "MOI-A"))

    await core.app.store.write(lambda uow: links.note(uow, "old-app", "https://old.example/"))
    monkeypatch.setattr(live, "factories", lambda _settings: {})
    parts = live.Parts(Settings(), core.app.store, core.clock, None)
    (task,) = live.Live(parts, core.app.channels, core.app.intake.receive).tasks(listen=False)
    async with asyncio.timeout(3):
        while await link() is not None:  # noqa: ASYNC110 - the database has no event
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_link_of_an_opened_channel_is_known(core, watching):
    await noted(core, None)
    link = await core.app.store.read(lambda uow: links.start_link(uow, "MOI-A"))
    assert (link.url, link.channel) == (f"{watching.start_link}MOI-A", "telegram")


async def test_a_database_that_is_away_costs_a_round(core, monkeypatch):
    async def away(_work):
        raise OSError("gone")

    notes = channel_notes.ChannelNotes(core.app.store, core.clock, "send")
    with monkeypatch.context() as broken:
        broken.setattr(core.app.store, "write", away)
        await notes.note("telegram", None, None)
    await notes.note("telegram", None, None)
    found = await core.app.store.read(lambda uow: uow.meta.get("channel_state|telegram|send"))
    assert found["problem"] is None
