"""`baoan run` with real channels as an operator meets it: its addresses, its signals, its output."""

import asyncio
import os
import signal
import sqlite3
import sys
import time
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

import bot
from tests.acceptance import devices
from tests.bot.web.conftest import free_port
from tests.servers.telegram import TOKEN
from tests.servers.zalo_bot import TOKEN as BOT_TOKEN
from tests.servers.zalo_bot import Fault as BotFault

pytestmark = pytest.mark.slow

BAOAN = Path(sys.executable).with_name("baoan")
ROOT = str(Path(bot.__file__).parents[1])
SECRET, BOT_SECRET, FIGURES = "telegram-secret_1", "zalo-bot-secret_1", "figures-token"
ACCIDENT = "tai nạn ở công trường, có người ngã giàn giáo"
QUESTION = "Bao nhiêu người"
RETRY_AFTER = 2


def secrets_of(zalo):
    """Return every word that must not leave the program."""
    words = (
        TOKEN, TOKEN.partition(":")[2], BOT_TOKEN, BOT_TOKEN.partition(":")[2], zalo.app.secret, zalo.oa_secret,
        zalo.app.refresh, zalo.app.access, "refresh-0", SECRET, BOT_SECRET, FIGURES,
    )  # fmt: skip
    return [word for word in words if word]


def zalo_settings(zalo, bot_server):
    return {
        "ZALO_OA_APP_ID": zalo.app_id, "ZALO_OA_APP_SECRET": zalo.app.secret, "ZALO_OA_ID": zalo.oa_id,
        "ZALO_OA_SECRET_KEY": zalo.oa_secret, "ZALO_OA_REFRESH_TOKEN": "refresh-0", "ZALO_OA_API_BASE": zalo.base,
        "ZALO_OAUTH_BASE": zalo.base, "ZALO_BUSINESS_BASE": zalo.base,
        "ZALO_BOT_TOKEN": BOT_TOKEN, "ZALO_BOT_API_BASE": bot_server.base,
    }  # fmt: skip


def telegram_settings(chat):
    return {"TELEGRAM_TOKEN": TOKEN, "TELEGRAM_API_BASE": chat.base}


class Run:
    """A running program: its environment and address, and what it printed in the end."""

    def __init__(self, folder, port, settings):
        bare = {name: value for name, value in os.environ.items() if not name.startswith("BAOAN_")}
        own = {"DATA_DIR": str(folder / "data"), "HTTP_PORT": str(port), **settings}
        self.folder = folder
        self.base = f"http://127.0.0.1:{port}"
        self.environment = {
            **bare,
            "PYTHONPATH": ROOT,
            **{f"BAOAN_{name}": value for name, value in own.items()},
        }
        self.first_ready = None
        self.output = ""

    async def call(self, *arguments):
        return await asyncio.create_subprocess_exec(
            BAOAN, *arguments, env=self.environment, cwd=self.folder,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip

    async def figures(self, client, name, **headers):
        """Return the value of a figure."""
        answer = await client.get("/metrics", headers=headers)
        assert answer.status_code == 200
        return next(
            (float(line.split()[-1]) for line in answer.text.splitlines() if line.startswith(name)), 0.0
        )


@asynccontextmanager
async def running(folder, settings, *, when_ready=lambda: None, port=None):
    """Run `baoan run` until the block ends, then ask it to stop; gives the Run and a client.

    `when_ready` is called at the very moment /readyz says 200 for the first time.
    """
    run = Run(folder, port or free_port(), settings)
    process = await run.call("run")
    try:
        async with httpx.AsyncClient(base_url=run.base, timeout=10) as client:
            async with asyncio.timeout(40):
                run.first_ready = await _ready(process, client)
            when_ready()
            yield run, client
        process.send_signal(signal.SIGTERM)
        out, err = await asyncio.wait_for(process.communicate(), 15)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    run.output = (out + err).decode()
    assert process.returncode == 0, run.output
    assert "Traceback" not in run.output, run.output


async def _ready(process, client):
    """Return what /readyz says once it is 200; until then it must be 503 or not there at all."""
    while True:
        assert process.returncode is None, (await process.communicate())[1].decode()
        try:
            answer = await client.get("/readyz")
        except httpx.TransportError:
            await asyncio.sleep(0.02)
            continue
        if answer.status_code == 200:
            return answer.json()
        assert answer.status_code == 503
        await asyncio.sleep(0.02)


def shows_no_secret(run, zalo):
    assert [word for word in secrets_of(zalo) if word in run.output] == []


def working(ready):
    assert ready["ok"]
    return {name for name, state in ready["channels"].items() if state["ok"]}


async def asks_its_first_question(device):
    shown = await device.say(ACCIDENT)
    assert any(QUESTION in text for text, _ in shown), (device.NAME, shown)


async def nothing_leaves_before_retry_after(chat, device):
    """Answer a sending with 429: no call may come within `retry_after`, then what waited comes."""
    chat.fail("sendMessage", 429, f"Too Many Requests: retry after {RETRY_AFTER}", retry_after=RETRY_AFTER)
    refused = len(chat.faults)
    device.read = len(await device.messages())
    await device.send("words", "trợ giúp")
    async with asyncio.timeout(10):
        while len(chat.faults) == refused:  # noqa: ASYNC110 - the server has no event for it
            await asyncio.sleep(0.01)
    at = time.monotonic()
    await device.hears("Lúc nào cũng nhắn được")
    early = [method for came, method in chat.came if at + 0.05 < came < at + RETRY_AFTER - 0.1]
    assert early == []


async def test_telegram_alone_by_polling(tmp_path, servers):
    chat, zalo, _bot = servers
    async with running(tmp_path, telegram_settings(chat)) as (run, client):
        assert working(run.first_ready) == {"webchat", "telegram"}
        device = devices.Telegram(chat)
        await asks_its_first_question(device)
        await nothing_leaves_before_retry_after(chat, device)
        assert await run.figures(client, 'baoan_platform_refused_total{channel="telegram",code="429"}') == 1
        inviting = await run.call("invite", "--role", "coordinator")
        printed = (await inviting.communicate())[0].decode()
        code = printed.removeprefix("Mã mời: ").split()[0]
        assert f"https://t.me/baoan_bot?start={code}" in printed
    shows_no_secret(run, zalo)
    assert chat.refused == []


async def test_zalo_alone_by_both_its_products(tmp_path, servers):
    _chat, zalo, bot_server = servers
    async with running(tmp_path, zalo_settings(zalo, bot_server)) as (run, client):
        assert working(run.first_ready) == {"webchat", "zalo-oa", "zalo-bot"}
        official, small = devices.ZaloOA(zalo, run.base), devices.ZaloBot(bot_server)
        await asyncio.gather(asks_its_first_question(official), asks_its_first_question(small))
        zalo.fail("/v3.0/oa/message/cs", code=-32)
        bot_server.say("sendMessage", BotFault(429, "Quota exceeded"))
        for device in (official, small):
            device.read = len(await device.messages())
            await device.send("words", "trợ giúp")
        for name, code in (("zalo-oa", "-32"), ("zalo-bot", "429")):
            figure = f'baoan_platform_refused_total{{channel="{name}",code="{code}"}}'
            async with asyncio.timeout(10):
                while await run.figures(client, figure) != 1:  # noqa: ASYNC110 - a figure has no event
                    await asyncio.sleep(0.05)
        await small.hears("Lúc nào cũng nhắn được")
        began = time.monotonic()
        forged = {"X-ZEvent-Signature": "mac=" + "0" * 64}
        answer = await client.post("/webhooks/zalo-oa", headers=forged, json={"event_name": "user_send_text"})
        assert answer.status_code in (401, 403)
        assert time.monotonic() - began < 1
    shows_no_secret(run, zalo)


async def test_all_of_them_with_telegram_and_zalo_bot_by_webhook(tmp_path, servers):
    chat, zalo, bot_server = servers
    port = free_port()
    token = tmp_path / "telegram-token"
    token.write_text(TOKEN + "\n", "utf-8")
    settings = zalo_settings(zalo, bot_server) | {
        "TELEGRAM_TOKEN_FILE": str(token), "TELEGRAM_API_BASE": chat.base, "TELEGRAM_MODE": "webhook",
        "TELEGRAM_WEBHOOK_SECRET": SECRET, "ZALO_BOT_MODE": "webhook", "ZALO_BOT_WEBHOOK_SECRET": BOT_SECRET,
        "PUBLIC_URL": f"http://127.0.0.1:{port}", "METRICS_TOKEN": FIGURES,
    }  # fmt: skip
    set_by_then = {}

    def look():
        set_by_then.update(telegram=dict(chat.webhook), zalo_bot=dict(bot_server.webhook or {}))

    async with running(tmp_path, settings, when_ready=look, port=port) as (run, client):
        assert working(run.first_ready) == {"webchat", "telegram", "zalo-oa", "zalo-bot"}
        hook = set_by_then["telegram"]
        assert (hook["url"], hook["secret_token"]) == (f"{run.base}/webhooks/telegram", SECRET)
        assert set_by_then["zalo_bot"] == {"url": f"{run.base}/webhooks/zalo-bot", "secret_token": BOT_SECRET}
        await bad_secrets_are_refused_at_once(client)
        await what_is_taken_is_stored(chat, tmp_path)
        devices_ = (Posted(chat), devices.ZaloOA(zalo, run.base), PostedToBot(bot_server, client))
        await asyncio.gather(*(asks_its_first_question(device) for device in devices_))
        await nothing_leaves_before_retry_after(chat, devices_[0])
        assert (await client.get("/metrics")).status_code == 403
        figure = 'baoan_platform_refused_total{channel="telegram",code="429"}'
        assert await run.figures(client, figure, Authorization=f"Bearer {FIGURES}") == 1
    shows_no_secret(run, zalo)
    assert chat.refused == []
    assert "getUpdates" not in [method for method, _ in chat.calls]


class Posted(devices.Telegram):
    """A telephone whose messages Telegram posts to us."""

    async def send(self, how, what):
        await super().send(how, what)
        assert await self.server.push(self.server.updates[-1]) == 200


class PostedToBot(devices.ZaloBot):
    """A telephone whose messages Zalo Bot posts to us."""

    def __init__(self, server, client):
        super().__init__(server)
        self.client = client

    async def send(self, _how, what):
        headers = {"X-Bot-Api-Secret-Token": BOT_SECRET}
        answer = await self.client.post(
            "/webhooks/zalo-bot", headers=headers, json=self.server.arrive(text=what)
        )
        assert answer.status_code == 200


async def bad_secrets_are_refused_at_once(client):
    for path, header, right in (
        ("telegram", "X-Telegram-Bot-Api-Secret-Token", SECRET),
        ("zalo-bot", "X-Bot-Api-Secret-Token", BOT_SECRET),
    ):
        for headers in ({}, {header: ""}, {header: right[:-1]}, {header: "é" * 9}, {header: right.upper()}):
            began = time.monotonic()
            raw = {name: value.encode() for name, value in headers.items()}
            answer = await client.post(f"/webhooks/{path}", headers=raw, json={"update_id": 1})
            assert answer.status_code in (401, 403), (path, headers)
            assert time.monotonic() - began < 1


async def what_is_taken_is_stored(chat, folder):
    """By the time a post is answered, another reader of the database sees it."""
    update = chat.says("xin chào", who=9)
    assert await chat.push(update) == 200
    with sqlite3.connect(f"file:{folder / 'data' / 'baoan.db'}?mode=ro", uri=True) as reader:
        keys = [row[0] for row in reader.execute("SELECT key FROM inbox WHERE channel = 'telegram'")]
    assert any(key.startswith(f"{update['update_id']}:") for key in keys)
    reader.close()


async def test_a_channel_that_is_down_leaves_the_others_ready(tmp_path, servers):
    _chat, zalo, bot_server = servers
    zalo.app.refresh = "another"
    async with running(tmp_path, zalo_settings(zalo, bot_server)) as (run, _client):
        assert working(run.first_ready) == {"webchat", "zalo-bot"}
        state = run.first_ready["channels"]["zalo-oa"]
        assert not state["ok"]
        assert "BAOAN_ZALO_OA_REFRESH_TOKEN" in state["problem"]
        await asks_its_first_question(devices.ZaloBot(bot_server))
    shows_no_secret(run, zalo)
    assert run.output.count("event=zalo_oa_refresh_failed") == 1
