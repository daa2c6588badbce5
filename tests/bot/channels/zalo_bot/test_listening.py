"""Polling with idle 408 and redelivery, the webhook with its secret, and what is said when either fails."""

import asyncio
import json

import pytest

from bot.channels.base import ChannelProblemError, FetchError, LiveChannel
from tests.servers.zalo_bot import PHOTO, Fault

from .conftest import SECRET

pytestmark = pytest.mark.usefixtures("impatient")


def test_it_is_a_live_channel(line):
    assert isinstance(line.channel, LiveChannel)


async def test_updates_are_taken_one_by_one_and_idle_polls_are_normal(line, server):
    server.arrive(text="một")
    server.arrive(text="hai")
    async with line.listening():
        await line.until(lambda: len(line.kept) == 2)
        await line.until(lambda: server.count("getUpdates") >= 5)
        server.arrive("message.image.received", photo_url=f"{server.base}/media/a.jpg")
        await line.until(lambda: len(line.kept) == 3)
        assert line.channel.problem is None
    assert [message.text for message in line.kept] == ["một", "hai", ""]
    assert [message.address.account for message in line.kept] == ["12345689"] * 3


async def test_an_update_that_comes_again_and_again_is_kept_once_and_not_spun_on(line, server):
    server.redeliver = True
    server.arrive(text="một")
    async with line.listening():
        await line.until(lambda: line.kept)
        before = server.count("getUpdates")
        await asyncio.sleep(0.5)
        again = server.count("getUpdates") - before
        server.arrive(text="hai")
        await line.until(lambda: len(line.kept) == 2)
    assert again <= 9  # 20, 40, 80, then 100 ms each
    assert [message.text for message in line.kept] == ["một", "hai"]


async def test_what_was_not_kept_is_tried_until_it_is(line, server):
    line.trouble = [RuntimeError("disk full"), RuntimeError("disk full")]
    server.arrive(text="một")
    async with line.listening():
        await line.until(lambda: line.kept)
    assert line.trouble == []


async def test_a_poll_finds_its_way_back_after_failures(line, server):
    server.say(
        "getUpdates",
        Fault(502, body="<html>bad gateway</html>"),
        Fault(200, "Quota exceeded", 429),
        Fault(500, "Internal server error"),
    )
    server.arrive(text="một")
    async with line.listening():
        await line.until(lambda: line.kept)
        await line.until(lambda: line.channel.problem is None)


async def test_a_second_poller_is_told_to_the_operator(line, server):
    server.say("getUpdates", *[Fault(409, "Conflict: terminated by other getUpdates request")] * 50)
    async with line.listening():
        await line.until(lambda: line.channel.problem is not None)
        assert line.channel.problem.key == "zalo-bot-second-poller"


async def test_a_refused_token_is_a_problem_at_once_and_while_polling(make_line, server):
    with pytest.raises(ChannelProblemError, match="zalo-bot-token-wrong"):
        await make_line(token="12345689:somebody-elses").channel.open(None)
    line = make_line()
    await line.channel.open(line.receive)
    server.token = "12345689:reset"
    with pytest.raises(ChannelProblemError, match="zalo-bot-token-wrong"):
        await line.channel.run()


async def test_a_webhook_left_over_would_make_the_poll_deaf_and_is_removed(line, server):
    server.webhook = {"url": "https://old.example/hook"}
    with pytest.raises(ChannelProblemError, match="zalo-bot-webhook-elsewhere"):
        await line.channel.check()
    server.arrive(text="một")
    async with line.listening():
        await line.until(lambda: line.kept)
    assert server.webhook is None
    await line.channel.check()


async def test_the_webhook_is_set_with_its_secret(make_line, server):
    line = make_line("webhook")
    server.verification = {"ok": True, "hint": ""}
    await line.channel.open(line.receive)
    await line.channel.run()
    assert server.webhook == {"url": "https://baoan.example/webhooks/zalo-bot", "secret_token": SECRET}
    await line.channel.check()


async def test_a_webhook_the_platform_could_not_call_is_a_problem_and_still_heard(make_line, server):
    line = make_line("webhook")
    server.verification = {"ok": False, "hint": "certificate expired"}
    with pytest.raises(ChannelProblemError, match="zalo-bot-webhook-unverified") as caught:
        await line.channel.open(line.receive)
    assert caught.value.params["hint"] == "certificate expired"
    update = server.arrive(text="một")
    assert await line.channel.webhook({"x-bot-api-secret-token": SECRET}, json.dumps(update).encode()) == 200
    assert line.kept


async def test_only_posts_with_our_secret_are_taken_in_both_envelopes(make_line, server):
    line = make_line("webhook")
    await line.channel.open(line.receive)
    one, two = server.arrive(text="một"), server.arrive(text="hai")
    good = {"X-Bot-Api-Secret-Token": SECRET}
    for headers in ({}, {"X-Bot-Api-Secret-Token": "wrong"}, {"X-Bot-Api-Secret-Token": "sai-é"}):
        assert await line.channel.webhook(headers, json.dumps(one).encode()) == 401
    assert line.kept == []
    assert await line.channel.webhook(good, json.dumps(one).encode()) == 200
    assert await line.channel.webhook(good, json.dumps({"ok": True, "result": two}).encode()) == 200
    assert await line.channel.webhook(good, b"{}") == 200
    assert await line.channel.webhook(good, b"no json") == 400
    assert [message.text for message in line.kept] == ["một", "hai"]


async def test_a_post_that_was_not_kept_is_not_acknowledged(make_line, server):
    line = make_line("webhook")
    await line.channel.open(line.receive)
    line.trouble = [RuntimeError("disk full")]
    update = json.dumps(server.arrive(text="một")).encode()
    with pytest.raises(RuntimeError):
        await line.channel.webhook({"x-bot-api-secret-token": SECRET}, update)
    assert await line.channel.webhook({"x-bot-api-secret-token": SECRET}, update) == 200
    assert len(line.kept) == 1


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"webhook_secret": "short"}, "zalo-bot-secret-form"),
        ({"webhook_secret": "x" * 257}, "zalo-bot-secret-form"),
        ({"public_url": "http://127.0.0.1:8080", "api_base": None}, "zalo-bot-webhook-address"),
        ({"webhook_secret": None}, "channel-webhook-needs"),
        ({"public_url": None}, "channel-webhook-needs"),
    ],
)
async def test_settings_that_cannot_work_are_said_before_anything_is_asked(make_line, settings, key):
    with pytest.raises(ChannelProblemError, match=key):
        make_line("webhook", **settings)


async def test_nobody_there_is_a_problem_in_plain_words(make_line):
    line = make_line(api_base="http://127.0.0.1:9")
    with pytest.raises(ChannelProblemError, match="zalo-bot-unreachable"):
        await line.channel.check()


async def test_files_come_from_zalo_and_the_configured_base_only(line, server):
    assert await line.channel.fetch(f"{server.base}/media/a.jpg") == PHOTO
    for url in ("http://198.51.100.7/a.jpg", "https://zdn.vn.example/a.jpg", "file:///etc/passwd",
                f"{server.base}/media/elsewhere", f"{server.base}/media/gone"):  # fmt: skip
        with pytest.raises(FetchError) as caught:
            await line.channel.fetch(url)
        assert caught.value.gone
    with pytest.raises(FetchError, match="too large"):
        await line.channel.fetch(f"{server.base}/media/a.jpg?size={20 * 1024 * 1024 + 1}")
