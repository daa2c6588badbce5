"""The outside heartbeat is called only while an audit is clean and the delivery lives; checked on loopback."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from aiohttp import web

from bot.heartbeat import Heartbeat
from bot.settings import Settings
from domain.errors import BadInputError
from handlers.services import auditing


@pytest.fixture
async def watch():
    """An address that counts its calls and answers as told."""
    calls = []

    async def called(request):
        calls.append(request.path)
        return web.Response(status=watch_status[0])

    watch_status = [200]
    app = web.Application()
    app.router.add_get("/beat", called)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    yield f"http://127.0.0.1:{port}/beat", calls, watch_status
    await runner.cleanup()


async def _beat(core, url):
    async with aiohttp.ClientSession() as session:
        return await Heartbeat(core.app, url).beat(session)


async def _audit(core):
    now = core.clock.now()
    await core.app.store.write(lambda uow: auditing.tick(uow, core.app.around, now))


async def test_it_beats_only_after_a_clean_audit_while_the_delivery_runs(core, watch):
    url, calls, _ = watch
    assert not await _beat(core, url)  # nothing runs, nothing was audited
    running = asyncio.create_task(core.app.delivery.run(core.app.work.listen()))
    await asyncio.sleep(0.05)
    assert not await _beat(core, url)  # not audited
    await _audit(core)
    assert await _beat(core, url)
    assert calls == ["/beat"]
    core.later(seconds=120)  # the delivery hangs
    assert not await _beat(core, url)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert not await _beat(core, url)
    assert calls == ["/beat"]


async def test_an_audit_that_found_something_or_is_too_old_is_none(core, watch):
    url, calls, _ = watch
    await _audit(core)
    kept = await core.app.store.read(lambda uow: uow.meta.get(auditing.LAST))
    await core.app.store.write(lambda uow: uow.meta.put(auditing.LAST, {**kept, "clean": False}))
    running = asyncio.create_task(core.app.delivery.run(core.app.work.listen()))
    await asyncio.sleep(0.05)
    assert not await _beat(core, url)
    await core.app.store.write(lambda uow: uow.meta.put(auditing.LAST, kept))
    assert await _beat(core, url)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    core.clock.move_to(core.clock.now() + timedelta(days=5))
    running = asyncio.create_task(core.app.delivery.run(core.app.work.listen()))
    await asyncio.sleep(0.05)
    assert not await _beat(core, url)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert len(calls) == 1


async def test_an_address_that_fails_or_is_gone_ends_nothing(core, watch):
    url, _, status = watch
    await _audit(core)
    running = asyncio.create_task(core.app.delivery.run(core.app.work.listen()))
    await asyncio.sleep(0.05)
    status[0] = 503
    assert not await _beat(core, url)
    assert not await _beat(core, "http://127.0.0.1:9/beat")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize("url", ["http://example.org/x", "ftp://127.0.0.1/x", "https://"])
def test_an_address_anybody_could_read_is_refused(url, monkeypatch):
    monkeypatch.setenv("BAOAN_HEARTBEAT_URL", url)
    with pytest.raises(BadInputError, match="settings-wrong"):
        Settings.load()
