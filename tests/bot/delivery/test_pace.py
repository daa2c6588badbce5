"""Against a platform that refuses whatever comes a moment too early: no 429, and the limit is reached."""

import asyncio
import itertools
import time
from datetime import timedelta

import pytest

from bot.channels.base import RetryLaterError
from bot.delivery.rate_limit import RESERVE
from bot.delivery.retry import PAUSES
from bot.metrics import REGISTRY
from messages.envelope import Address
from tests.bot.delivery.conftest import TalkativeChannel
from tests.servers.limits import SlidingWindow

BUSY = 0.5  # of the limit, on a machine that is testing; what is reached stands in docs/performance.md


async def test_the_limit_of_the_channel_is_reached_and_never_passed(make_world):
    world = await make_world(kind=SlidingWindow)
    world.queue_many([(str(n), f"nhắc {n}") for n in range(1, 47)])
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) == 46)
    assert world.platform.refused == []
    times = [at for at, _, _ in world.platform.accepted]
    assert 45 / (times[-1] - times[0]) / 30 >= BUSY


async def test_answers_that_take_long_cost_little_of_the_limit(make_world):
    slow = itertools.cycle([0.05, 0.2, 0.02, 0.3, 0.1])
    world = await make_world(kind=SlidingWindow, answer_after=lambda _chat: next(slow))
    world.queue_many([(str(n), "nhắc") for n in range(1, 47)])
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) == 46)
    assert world.platform.refused == []
    times = [at for at, _, _ in world.platform.accepted]
    # The reserve of 0.1 s is used up in this second and a half; over ten it is a hundredth.
    assert (45 / 30) / (times[-1] - times[0] - RESERVE) >= BUSY


async def test_one_chat_gets_one_a_second_in_order(make_world):
    world = await make_world()
    world.queue_many([("7", f"câu {n}") for n in range(3)], lane="conversation")
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) == 3)
    assert world.platform.refused == []
    assert world.texts() == [f"câu {n}" for n in range(3)]
    times = [at for at, _, _ in world.platform.accepted]
    assert times[-1] - times[0] < 2.2


async def test_a_slow_chat_holds_up_nobody_else(make_world):
    world = await make_world(answer_after=lambda chat: 1.5 if chat == "1" else 0.0)
    world.queue("1", "chậm", lane="conversation")
    world.queue_many([(str(n), "nhanh") for n in range(2, 17)])
    async with world.running():
        await world.until(lambda: world.states().get("accepted", 0) == 15, 6)
        assert world.states() == {"accepted": 15, "due": 1}
        await world.until(lambda: world.states() == {"accepted": 16})


async def test_an_urgent_notice_overtakes_digests_that_wait(make_world):
    world = await make_world()
    world.queue_many([(str(n), "bản tin") for n in range(1, 120)])
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) >= 10)
        before = len(world.platform.accepted)
        world.queue("500", "🔴 TN-26-7K3F", urgent=True)
        await world.until(lambda: "🔴 TN-26-7K3F" in world.texts())
    assert world.texts().index("🔴 TN-26-7K3F") - before <= 3
    assert world.platform.refused == []


async def test_who_talks_to_us_is_answered_before_digests(make_world):
    world = await make_world()
    world.queue_many([(str(n), "bản tin") for n in range(1, 120)])
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) >= 10)
        before = len(world.platform.accepted)
        world.queue("500", "chào anh/chị", lane="conversation")
        await world.until(lambda: "chào anh/chị" in world.texts())
    assert world.texts().index("chào anh/chị") - before <= 3


async def test_after_a_429_no_call_leaves_before_retry_after(make_world):
    world = await make_world(refuse_next=1.0, answer_after=lambda _chat: 0.02)
    world.queue_many([(str(n), "nhắc") for n in range(1, 20)])
    before = _counted()
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) == 19)
    refused_at = world.platform.refused[0][0]
    assert all(at - refused_at < 0.1 for at, _ in world.platform.refused)  # those in flight by then
    assert min(at for at, _, _ in world.platform.accepted) - refused_at >= 1.0
    assert world.states() == {"accepted": 19}
    assert _counted() - before == len(world.platform.refused)


def _counted():
    return (
        REGISTRY.get_sample_value("baoan_platform_refused_total", {"channel": "loopback", "code": "429"})
        or 0.0
    )


async def test_a_full_group_neither_fills_the_places_of_others_nor_ages(make_world):
    world = await make_world()
    world.platform._groups["-5"].tokens = 20
    world.queue_many([("-5", f"nhóm {n}") for n in range(40)], group=True)
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) >= 2)
        world.queue_many([(str(n), "riêng") for n in range(1, 25)])
        await world.until(lambda: world.texts().count("riêng") == 24, 8)
    assert world.platform.refused == []
    assert world.states()["due"] > 30


async def test_what_was_claimed_and_not_sent_is_given_back_when_the_program_stops(make_world):
    world = await make_world()
    world.queue_many([(str(n), "nhắc") for n in range(1, 60)])
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) >= 5)
    sent = len(world.platform.accepted)
    assert world.states() == {"accepted": sent, "due": 59 - sent}
    with world.app.store.database.engine.connect() as connection:
        open_attempts = connection.exec_driver_sql("SELECT count(*) FROM attempts WHERE outcome IS NULL")
        assert open_attempts.scalar_one() == 0


async def test_deliver_due_sends_what_is_due_and_then_says_none_is(make_world):
    world = await make_world()
    world.queue_many([(str(n), "nhắc") for n in range(1, 8)])
    assert await world.app.delivery.deliver_due() == 7
    assert world.states() == {"accepted": 7}
    assert await world.app.delivery.deliver_due() == 0


async def test_each_further_call_of_a_message_waits_for_its_turn(make_world):
    world = await make_world(kind=SlidingWindow, kind_of_channel=TalkativeChannel)
    world.queue("7", "dài")
    world.queue_many([(str(n), "dài") for n in range(100, 110)])
    async with world.running():
        await world.until(lambda: world.states() == {"accepted": 11})
    assert world.platform.refused == []
    first, second = (at for at, chat, _ in world.platform.accepted if chat == "7")
    assert second - first >= 1.0


async def test_while_staging_all_goes_to_the_tester_at_the_testers_pace(make_world):
    world = await make_world(staging_to=Address("loopback", "t", "99", "99"))
    world.queue_many([(str(n), f"nhắc {n}") for n in range(1, 4)])
    async with world.running():
        await world.until(lambda: world.states() == {"accepted": 3})
    assert world.platform.refused == []
    assert [chat for _, chat, _ in world.platform.accepted] == ["99"] * 3
    assert world.texts() == ["nhắc 1", "nhắc 2", "nhắc 3"]


async def test_a_pause_does_not_hold_up_the_end_of_the_program(make_world):
    world = await make_world(refuse_next=2.0)
    world.queue_many([(str(n), "nhắc") for n in range(1, 5)])
    async with world.running():
        await world.until(lambda: world.platform.refused)
        await asyncio.sleep(0.2)
        told = time.monotonic()
    assert time.monotonic() - told < 1
    assert world.states() == {"due": 4}


@pytest.mark.parametrize(("everyone", "at_most"), [(True, 1.5), (False, 2.5)])
async def test_what_was_refused_for_now_goes_when_it_may_and_not_at_the_next_round(
    make_world, monkeypatch, everyone, at_most
):
    world = await make_world()
    refusals = [RetryLaterError("not now", timedelta(seconds=0.3), everyone=everyone)]
    send, tried = world.channel.send, []

    async def refuse_once(address, message, key):
        tried.append(time.monotonic())
        if refusals:
            raise refusals.pop()
        return await send(address, message, key)

    monkeypatch.setattr(world.channel, "send", refuse_once)
    write = world.app.store.write_together

    async def slow_write(work):  # on a busy machine what follows from a refusal is noted a little later
        await asyncio.sleep(0.2)
        await write(work)

    monkeypatch.setattr(world.app.store, "write_together", slow_write)
    world.queue("7", "nhắc")
    async with world.running():
        await world.until(lambda: len(tried) == 2)
    assert tried[1] - tried[0] < at_most


async def test_several_refused_for_now_each_go_when_they_may(make_world, monkeypatch):
    world = await make_world()
    send, tried, waits = world.channel.send, {}, {"1": 0.3, "2": 1.4, "3": 2.2}

    async def refuse_once(address, message, key):
        tried.setdefault(address.chat, []).append(time.monotonic())
        if len(tried[address.chat]) == 1:
            raise RetryLaterError("not now", timedelta(seconds=waits[address.chat]))
        return await send(address, message, key)

    monkeypatch.setattr(world.channel, "send", refuse_once)
    world.queue_many([(chat, "nhắc") for chat in waits])
    async with world.running():
        await world.until(lambda: world.states() == {"accepted": 3})
    took = {chat: second - first for chat, (first, second) in tried.items()}
    assert all(took[chat] < max(after, PAUSES[0].total_seconds()) + 0.8 for chat, after in waits.items())


async def test_a_rest_that_ends_while_the_channel_pauses_wakes_nobody_again_and_again(
    make_world, monkeypatch
):
    world = await make_world()
    world.platform._groups["-5"].tokens = 1
    world.queue_many([("-5", "nhóm") for _ in range(2)], group=True)
    async with world.running():
        await world.until(lambda: len(world.platform.accepted) == 1)
        [lane] = world.app.delivery._lanes.values()
        lane._resting[1] = time.monotonic() + 0.2
        lane.pause(timedelta(seconds=60))
        looks, claim = [], world.app.delivery._claim
        monkeypatch.setattr(world.app.delivery, "_claim", lambda: (looks.append(1), claim())[1])
        await asyncio.sleep(1)
    assert len(looks) < 10
