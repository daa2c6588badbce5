"""The platforms a whole program speaks to, on loopback."""

from contextlib import AsyncExitStack

import pytest

from tests.servers.telegram import TelegramServer
from tests.servers.telegram import serving as telegram_serving
from tests.servers.zalo_bot import ZaloBotServer
from tests.servers.zalo_bot import serving as zalo_bot_serving
from tests.servers.zalo_oa import FakeZalo


@pytest.fixture
async def servers():
    zalo = FakeZalo()
    async with AsyncExitStack() as stack:
        chat = await stack.enter_async_context(telegram_serving(TelegramServer()))
        bot = await stack.enter_async_context(zalo_bot_serving(ZaloBotServer(longest_poll=1.0)))
        await stack.enter_async_context(zalo.serving())
        yield chat, zalo, bot
