"""Polling and the webhook: kept first, confirmed after; a second poller, a dead server, a tap."""

import asyncio
import json

import pytest

from bot.channels.base import ChannelProblemError, LiveChannel, Paced
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.incoming import _LINKS, ALLOWED_UPDATES
from bot.channels.telegram.outgoing import COMMANDS
from bot.clock import LiveClock
from handlers import flows
from handlers.conversation.navigation import PREFIX
from messages.catalog import has_words
from messages.envelope import InboundKind
from messages.render import text as words
from tests.bot.channels.telegram.conftest import GROUP, SECRET, Line, until
from tests.servers.telegram import BOT, TOKEN


def test_it_has_the_shape_of_a_channel(line):
    assert isinstance(line.channel, LiveChannel)
    assert isinstance(line.channel, Paced)
    assert TOKEN not in repr(line.channel)
    assert line.channel.limits.per_second == 30


async def test_polling_takes_the_webhook_off_first_and_names_what_it_wants(line, server):
    server.webhook = {"url": "https://old.example/hook"}
    server.says("xin chào")
    async with line.listening():
        message = await line.hear()
    assert (message.text, message.address.chat, message.address.sender) == ("xin chào", "7", "7")
    assert line.calls("deleteWebhook") == [{"drop_pending_updates": "false"}]
    assert json.loads(line.calls("getUpdates")[0]["allowed_updates"]) == ALLOWED_UPDATES
    assert {c["command"] for c in server.commands[""]} >= {"menu", "baotainan", "trogiup"}
    assert "Open the menu" in [c["description"] for c in server.commands["en"]]
    assert server.refused == []


async def test_the_offset_moves_only_when_all_of_a_batch_is_kept(line, server):
    line.trouble = [RuntimeError("no database, no spool")]
    first = server.says("một")
    second = server.says("hai")
    async with line.listening():
        await line.hear(3)
        await until(lambda: server.offsets[-1] == second["update_id"] + 1)
    assert server.offsets[:2] == [0, 0]
    assert [m.text for m in line.kept] == ["hai", "một", "hai"]  # the same key again: the inbox keeps one
    assert line.kept[0].key == line.kept[2].key
    assert str(first["update_id"]) in line.kept[1].key
    assert line.channel.problem is None


async def test_a_second_poller_is_a_problem_in_plain_words_until_it_goes(line, server):
    async with line.listening():
        await until(lambda: server.offsets)
        server.fail("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=2)
        server.says("có ai không")
        await until(lambda: line.channel.problem is not None)
        assert line.channel.problem.key == "telegram-second-poller"
        server.says("vẫn đây")
        await line.hear(2)
        await until(lambda: line.channel.problem is None)


async def test_the_server_ends_the_older_of_two_polls(line, server):
    other = Line(server)
    async with line.listening(), other.listening():
        await until(lambda: line.channel.problem or other.channel.problem)
        ended = line.channel.problem or other.channel.problem
        assert ended.key == "telegram-second-poller"
    await other.channel.close()


async def test_a_poll_survives_refusals_nonsense_and_a_dead_server(line, server):
    server.fail("getUpdates", 502, "Bad Gateway")
    server.fault("getUpdates", raw=(502, "<html>nginx</html>"))
    server.fail("getUpdates", 429, "Too Many Requests: retry after 1", retry_after=0.05)
    server.says("còn đây")
    async with line.listening():
        assert (await line.hear()).text == "còn đây"


async def test_an_update_nobody_can_read_does_not_hold_up_the_others(line, server):
    server.add("message", {"message_id": "nonsense"})
    server.says("sau đó")
    async with line.listening():
        assert (await line.hear()).text == "sau đó"
        await until(lambda: server.offsets[-1] > 0)


async def test_a_webhook_is_set_with_its_secret_and_drops_nothing(server):
    line = Line(server, mode="webhook")
    await line.channel.open(line.receive)
    await line.channel.run()
    call = line.calls("setWebhook")[0]
    assert call["url"] == "https://baoan.example/webhooks/telegram"
    assert (call["secret_token"], call["drop_pending_updates"]) == (SECRET, "false")
    update = json.dumps(server.says("qua webhook")).encode()
    header = "x-telegram-bot-api-secret-token"
    assert await line.channel.webhook({header: SECRET}, update) == 200
    assert await line.channel.webhook({header.title(): SECRET}, update) == 200
    assert line.kept[0].key == line.kept[1].key
    assert await line.channel.webhook({header: "wrong"}, update) == 401
    assert await line.channel.webhook({header: "sai-mật-khẩu"}, update) == 401
    assert await line.channel.webhook({}, update) == 401
    assert await line.channel.webhook({header: SECRET}, b"{") == 400
    assert await line.channel.webhook({header: SECRET}, b"[]") == 400
    line.trouble = [RuntimeError("nothing was kept")]
    with pytest.raises(RuntimeError):
        await line.channel.webhook({header: SECRET}, update)
    await line.channel.close()


async def test_before_it_is_open_a_webhook_is_sent_again(server):
    line = Line(server, mode="webhook")
    assert await line.channel.webhook({"x-telegram-bot-api-secret-token": SECRET}, b"{}") == 503


async def test_a_tap_is_answered_and_its_keyboard_shows_what_was_chosen(line, server):
    async with line.listening():
        await line.send("Bị nặng không?", ("yes", "Có"), ("no", "Không"))
        server.taps(server.sent[-1], "yes")
        tap = await line.hear()
        await until(lambda: line.calls("editMessageReplyMarkup"))
        await until(lambda: len(server.sent[-1]["reply_markup"]["inline_keyboard"]) == 1)
    assert (tap.kind, tap.choice, tap.data["label"]) == (InboundKind.CHOICE, "yes", "Có")
    assert server.sent[-1]["reply_markup"]["inline_keyboard"] == [[{"text": "✓ Có", "callback_data": "="}]]
    assert len(line.calls("answerCallbackQuery")) == 1


async def test_a_stale_tap_is_taken_all_the_same(line, server):
    async with line.listening():
        await line.send("Bị nặng không?", ("yes", "Có"), ("no", "Không"))
        server.taps(server.sent[-1], "yes", age=3600)
        assert (await line.hear()).choice == "yes"
        await until(lambda: server.refused)
        server.taps(server.sent[-1], "=")
        server.says("tiếp")
        assert (await line.hear(2)).text == "tiếp"
    assert "too old" in server.refused[0][1]


async def test_a_reminders_other_buttons_stay(line, server):
    async with line.listening():
        await line.send("⏰ Hai việc.", ("a:1", "Việc 1"), ("a:2", "Việc 2"), lasting=True)
        server.taps(server.sent[-1], "~a:1")
        assert (await line.hear()).choice == "a:1"
        await until(lambda: line.calls("editMessageReplyMarkup"))
        await asyncio.sleep(0.02)
    buttons = [b["text"] for row in server.sent[-1]["reply_markup"]["inline_keyboard"] for b in row]
    assert buttons == ["✓ Việc 1", "Việc 2"]


async def test_a_bystander_in_a_group_takes_no_buttons_away(line, server):
    async with line.listening():
        await line.send("Ai nhận?", ("take", "Nhận"), to=GROUP)
        server.taps(server.sent[-1], "take", who=8)
        tap = await line.hear()
        await until(lambda: line.calls("answerCallbackQuery"))
    assert (tap.address.chat, tap.address.sender) == ("-100", "8")
    assert line.calls("editMessageReplyMarkup") == []


@pytest.mark.parametrize(
    ("code", "description", "key"),
    [
        (401, "Unauthorized", "telegram-token-wrong"),
        (404, "Not Found", "telegram-token-wrong"),
        (500, "Internal Server Error", "telegram-unreachable"),
    ],
)
async def test_check_says_what_is_wrong(line, server, code, description, key):
    server.fail("getMe", code, description)
    with pytest.raises(ChannelProblemError) as caught:
        await line.channel.check()
    assert caught.value.key == key
    await line.channel.check()


async def test_check_sees_that_updates_go_elsewhere_or_nowhere(server):
    server.webhook = {"url": "https://other.example/hook"}
    for mode in ("polling", "webhook"):
        line = Line(server, mode=mode)
        with pytest.raises(ChannelProblemError) as caught:
            await line.channel.check()
        assert (caught.value.key, caught.value.params) == (
            "telegram-webhook-elsewhere",
            {"host": "other.example"},
        )
        await line.channel.close()
    at = int(line.channel._clock.now().timestamp())
    server.webhook = {
        "url": "https://baoan.example/webhooks/telegram", "last_error_date": at - 60,
        "last_error_message": "Connection refused",
    }  # fmt: skip
    with pytest.raises(ChannelProblemError) as caught:
        await line.channel.check()
    assert caught.value.key == "telegram-webhook-failing"
    server.webhook["last_error_date"] = at - 86_400
    await line.channel.check()
    await line.channel.close()


async def test_an_unreachable_server_and_a_refused_webhook_are_problems_of_opening(server):
    away = Line(server, base="http://127.0.0.1:9")
    with pytest.raises(ChannelProblemError) as caught:
        await away.channel.open(away.receive)
    assert caught.value.key == "telegram-unreachable"
    await away.channel.close()
    plain = Line(server, mode="webhook", public_url="http://plain.example")
    with pytest.raises(ChannelProblemError) as caught:
        await plain.channel.open(plain.receive)
    assert caught.value.key == "telegram-webhook-refused"
    assert "HTTPS" in caught.value.params["problem"]
    await plain.channel.close()


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        ({"token": "not a token"}, "telegram-token-form"),
        ({"token": "nothing"}, "telegram-token-form"),
        ({"mode": "webhook", "public_url": None}, "channel-webhook-needs"),
        ({"mode": "webhook", "webhook_secret": None}, "channel-webhook-needs"),
        ({"mode": "webhook", "webhook_secret": "mật khẩu"}, "telegram-secret-form"),
        ({"mode": "webhook", "public_url": "https://a.vn:9999"}, "telegram-webhook-address"),
        ({"mode": "webhook", "public_url": "http://127.0.0.1:8080"}, "telegram-webhook-address"),
    ],
)
def test_what_cannot_work_is_said_at_once(settings, key):
    given = {
        "token": TOKEN,
        "mode": "polling",
        "public_url": "https://a.vn",
        "webhook_secret": "s",
    } | settings
    with pytest.raises(ChannelProblemError) as caught:
        TelegramChannel(given.pop("token"), api_base=None, clock=LiveClock(), load=None, **given)
    assert caught.value.key == key


def test_every_problem_has_its_sentence_in_both_languages():
    params = {"url": "https://a.vn", "host": "b.vn", "problem": "?"}
    for key in (
        "token-form", "token-wrong", "unreachable", "second-poller", "webhook-elsewhere", "webhook-set",
        "webhook-refused", "webhook-address", "webhook-failing", "secret-form", "refused",
    ):  # fmt: skip
        assert has_words(f"telegram-{key}")
        assert words("vi", f"telegram-{key}", params) != words("en", f"telegram-{key}", params)


def test_the_command_menu_leads_to_buttons_that_exist():
    taps = [option.payload for option in COMMANDS.values() if not option.payload.startswith(PREFIX)]
    assert all(flows.tap_of(tap) for tap in [*taps, *(tap + "CV-26-7K3F" for tap in _LINKS.values())])


def test_the_bot_of_the_server_is_the_one_in_the_token():
    assert TOKEN.startswith(f"{BOT['id']}:")


async def test_after_a_long_silence_the_ids_may_start_anywhere(line, server, monkeypatch):
    monkeypatch.setattr("bot.channels.telegram.listening.IDLE_RESET", -1.0)
    monkeypatch.setattr("bot.channels.telegram.listening.POLL_SECONDS", 0)
    server.says("một")
    async with line.listening():
        await line.hear()
        await until(lambda: max(server.offsets) > 0 and server.offsets[-1] == 0)
        server.updates = [{"update_id": 5, "message": server.message(text="hai")}]
        assert (await line.hear(2)).text == "hai"
