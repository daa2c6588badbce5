"""Waiting for news: it ends with the news, after a time, or when the one who waits is told to end."""

import asyncio

import pytest

from bot.bell import Bell, wait_for


async def test_everybody_who_listens_is_woken():
    bell = Bell()
    one, other = bell.listen(), bell.listen()
    bell.ring()
    async with asyncio.timeout(1):
        await asyncio.gather(wait_for(one, 60), wait_for(other, 60))


async def test_without_news_it_ends_after_the_time():
    event = asyncio.Event()
    await wait_for(event, 0.01)
    assert not event.is_set()


async def test_a_waiter_told_to_end_just_as_news_comes_ends():
    event = asyncio.Event()
    waiting = asyncio.create_task(wait_for(event, 60))
    await asyncio.sleep(0.01)
    event.set()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
