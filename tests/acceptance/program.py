"""The whole program in the loop of a test, with every channel against its strict server."""

import asyncio
from contextlib import asynccontextmanager

import httpx
import uvicorn

from bot import running
from bot.channels.base import Limits
from bot.channels.telegram import channel as telegram
from bot.settings import Settings
from tests.bot.web.conftest import free_port
from tests.servers.telegram import TOKEN
from tests.servers.zalo_bot import TOKEN as BOT_TOKEN

OFFICE = "Sở Nội vụ tỉnh Thái An"


@asynccontextmanager
async def program(folder, servers, monkeypatch):
    """Run the whole program with every channel in this loop; gives its address."""
    chat, zalo, bot = servers
    settings = Settings(
        data_dir=folder, http_port=free_port(), office=OFFICE,
        telegram_token=TOKEN, telegram_api_base=chat.base,
        zalo_oa_app_id=zalo.app_id, zalo_oa_app_secret=zalo.app.secret, zalo_oa_secret_key=zalo.oa_secret,
        zalo_oa_id=zalo.oa_id, zalo_oa_refresh_token="refresh-0", zalo_oa_api_base=zalo.base,
        zalo_oauth_base=zalo.base, zalo_business_base=zalo.base, zalo_oa_rate_per_minute=4000,
        zalo_bot_token=BOT_TOKEN, zalo_bot_api_base=bot.base,
    )  # fmt: skip
    web = []
    made = uvicorn.Server.__init__

    def remember(self, config):
        made(self, config)
        web.append(self)

    monkeypatch.setattr(uvicorn.Server, "__init__", remember)
    monkeypatch.setattr(
        telegram.TelegramChannel, "limits", Limits()
    )  # how fast it may be is proven elsewhere
    task = asyncio.create_task(running.run(settings))
    base = f"http://127.0.0.1:{settings.http_port}"
    async with httpx.AsyncClient(base_url=base, timeout=10) as client:
        try:
            await _ready(client, task)
            yield base, client
        finally:
            for server in web:
                server.should_exit = True
            assert await task == 0


async def _ready(client, task):
    async with asyncio.timeout(30):
        while True:
            if task.done():
                task.result()
            try:
                answer = await client.get("/readyz")
            except httpx.TransportError:
                await asyncio.sleep(0.02)
                continue
            if answer.status_code == 200:
                assert all(channel["ok"] for channel in answer.json()["channels"].values()), answer.text
                return
            await asyncio.sleep(0.02)
