"""The door for webhooks: 200 means kept, a wrong signature opens nothing, a repeat is one message."""

import itertools
import json
import time
from datetime import timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.clock import StillClock
from messages.envelope import InboundKind
from storage.database import MEMORY
from tests.bot.channels.zalo_oa.conftest import NOW, USER
from tests.servers.zalo_oa import FakeZalo

VARIANTS = [
    "/".join(v)
    for v in itertools.product(("body-time", "header-time"), ("oa-secret", "app-secret"), ("app-id", "oa-id"))
]


def said(world, text="Xin chào"):
    return world.zalo.event("user_send_text", USER, {"text": text})


async def test_a_signed_event_is_kept_before_200(world):
    channel = await world.opened()
    assert await world.zalo.deliver(channel.webhook, said(world)) == [200]
    assert [m.text for m in world.kept] == ["Xin chào"]


@pytest.mark.parametrize("variant", VARIANTS)
async def test_which_way_it_was_signed_is_logged_once(world, lines, variant):
    channel = await world.opened()
    for prefix in ("mac=", "sha256=", ""):
        assert await world.zalo.deliver(channel.webhook, said(world), variant=variant, prefix=prefix) == [200]
    assert [x["variant"] for x in lines if x["event"] == "zalo_signature_matched"] == [variant]


async def test_saving_the_address_in_the_console_is_answered_and_nothing_else_unsigned(world):
    channel = await world.opened()
    assert await channel.webhook({}, b"{}") == 200
    for body in (b"", b"[]", b'{"a":1}', b"{ }x", json.dumps(said(world)).encode()):
        assert await channel.webhook({}, body) == 401
    assert world.kept == []


async def test_a_wrong_signature_or_application_is_401(world, lines):
    channel = await world.opened()
    headers, body = world.zalo.signed(said(world))
    assert await channel.webhook(headers, body.replace(b"Xin", b"Tin")) == 401
    assert await channel.webhook({**headers, "X-ZEvent-Signature": "mac=" + "0" * 64}, body) == 401
    other = said(world) | {"app_id": "somebody-else"}
    assert await world.zalo.deliver(channel.webhook, other) == [401]
    assert not world.zalo.webhook_on
    assert world.kept == []
    assert "zalo_signature_refused" in {x["event"] for x in lines}


async def test_a_retry_an_hour_later_is_taken(world):
    channel = await world.opened()
    headers, body = world.zalo.signed(said(world))
    world.clock.move_to(world.clock.now() + timedelta(hours=1))
    assert await channel.webhook({**headers, "num_retry": "5"}, body) == 200
    assert len(world.kept) == 1


async def test_what_could_not_be_kept_is_sent_again(world):
    channel = await world.opened()
    tries = []

    async def receive(message):
        tries.append(message)
        if len(tries) < 3:
            raise OSError("away")

    await channel.open(receive)

    async def post(headers, body):
        try:
            return await channel.webhook(headers, body)
        except OSError:
            return 500

    assert await world.zalo.deliver(post, said(world)) == [500, 500, 200]


async def test_before_it_is_open_it_says_later(world):
    assert await world.zalo.deliver(world.channel().webhook, said(world)) == [503] * 6


async def test_unknown_events_are_one_line_and_200(world, lines):
    channel = await world.opened()
    for name in ("user_reacted_message", "change_template_status", "user_send_group_text"):
        assert await world.zalo.deliver(channel.webhook, world.zalo.event(name, USER, {})) == [200]
    assert [x["why"] for x in lines if x["event"] == "zalo_event_not_kept"] == ["unknown_event"] * 3
    assert world.kept == []


async def test_echoes_of_our_own_are_dropped_and_a_colleague_is_heard(world):
    channel = await world.opened()
    sent = await channel.send(world.address(), _words("Đã ghi"), "k")
    own = world.zalo.event("oa_send_text", USER, {"msg_id": sent.platform_key})
    assert await world.zalo.deliver(channel.webhook, own) == [200]
    assert world.kept == []
    theirs = world.zalo.event("oa_send_text", USER, {"text": "Em xem rồi"})
    assert await world.zalo.deliver(channel.webhook, theirs) == [200]
    assert [(m.data["event"], m.data["text"]) for m in world.kept] == [("staff_wrote", "Em xem rồi")]


async def test_an_echo_that_overtakes_the_answer_does_no_harm(world):
    channel = await world.opened()
    world.zalo.echo_to = channel.webhook
    await channel.send(world.address(), _words("Đã ghi"), "k")
    assert {m.kind for m in world.kept} <= {InboundKind.EVENT}


async def test_a_thousand_webhooks_are_far_within_two_seconds_each(world):
    channel = await world.opened()
    signed = [world.zalo.signed(said(world, f"tin {n}")) for n in range(1000)]
    begun = time.monotonic()
    for headers, body in signed:
        assert await channel.webhook(headers, body) == 200
    assert time.monotonic() - begun < 2
    assert len({m.key for m in world.kept}) == 1000


def _words(text):
    from messages.envelope import OutboundMessage  # noqa: PLC0415 - one use

    return OutboundMessage(text)


@pytest.fixture
async def talking(tmp_path):
    """The whole core behind the channel."""
    from tests.bot.channels.zalo_oa.conftest import World  # noqa: PLC0415 - beside the fixture that makes one

    clock = StillClock(NOW)
    app = build(Parts(MEMORY, tmp_path, clock, office="Sở Nội vụ"), lambda _store: [])
    zalo = FakeZalo(clock.now)
    world = World(app.store, clock, zalo)
    world.app = app
    async with zalo.serving():
        channel = world.channel()
        app.channels["zalo-oa"] = channel
        await channel.open(app.intake.receive)
        yield world, channel
        await channel.close()
    app.close()


async def test_a_whole_talk_goes_through_the_platform(talking):
    world, channel = talking
    zalo = world.zalo
    for event in (
        zalo.event("follow", USER),
        said(world, "tai nan o cong truong cau tan lap co nguoi roi"),
        said(world, "2 ng, 1 ng chet roi"),
        zalo.event("user_send_sticker", USER, {"attachments": [{"payload": {"id": "1"}}]}),
    ):
        headers, body = zalo.signed(event)
        for retry in ("", "1"):
            assert await channel.webhook({**headers, "num_retry": retry}, body) == 200
        await world.app.settle()
    texts = zalo.texts(USER)
    assert any("115" in t for t in texts)
    assert any("2 (hai)" in t for t in texts)
    assert texts[-1]
    with world.app.store.database.reading() as uow:
        assert not uow.inbox.set_aside()
        assert uow.inbox.count_all() == 4


async def test_receipts_leave_no_trace(talking):
    world, channel = talking
    before = world.zalo.event("user_received_message", "999", {"msg_id": "s"})
    for event in (
        before,
        world.zalo.event("user_seen_message", "999", {"msg_ids": ["s"]}),
    ):
        assert await world.zalo.deliver(channel.webhook, event) == [200]
    await world.app.settle()
    with world.app.store.database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM people").scalar_one() == 0
        done = connection.exec_driver_sql("SELECT count(*) FROM inbox WHERE state = 'done'").scalar_one()
    assert done == 2


async def test_who_leaves_is_not_written_to_until_they_follow_again(talking):
    world, channel = talking
    for name, reached in (("follow", True), ("unfollow", False), ("follow", True)):
        world.clock.move_to(world.clock.now() + timedelta(seconds=5))
        await world.zalo.deliver(channel.webhook, world.zalo.event(name, USER))
        await world.app.settle()
        with world.app.store.database.reading() as uow:
            assert (uow.people.reach(1) is not None) is reached
