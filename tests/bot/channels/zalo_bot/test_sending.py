"""What follows from each answer of the platform; the token in nothing anybody could read."""

import logging
from datetime import timedelta

import pytest

from bot.channels.base import (
    BlockedError,
    ChannelProblemError,
    RefusedError,
    RetryLaterError,
    SendError,
    UnknownOutcomeError,
)
from bot.channels.zalo_bot import api
from messages.envelope import Address, Choice, OutFile
from tests.servers.zalo_bot import TOKEN, Fault

LONG = " ".join(f"Câu số {n} nói một điều." for n in range(200))


async def test_a_question_goes_out_with_its_choices_as_lines(line, server):
    sent = await line.send("Đúng không?", choices=(Choice("y", "Đúng"), Choice("n", "Sửa")))
    assert server.sent == [("an", "Đúng không?\n1. Đúng\n2. Sửa")]
    assert sent.platform_key == "out1"


async def test_a_group_is_answered_in_the_group(line, server):
    await line.send(to=Address("zalo-bot", "12345689", "nhom-1", "an"))
    assert server.sent == [("nhom-1", "xin chào")]


async def test_a_long_message_goes_on_where_a_sure_failure_stopped_it(line, server):
    server.say("sendMessage", Fault(200, "ok", body='{"ok": true, "result": {"message_id": "first"}}'),
               Fault(429, "Quota exceeded"))  # fmt: skip
    with pytest.raises(RetryLaterError):
        await line.send(LONG)
    sent = await line.send(LONG)
    texts = [body["text"] for method, body in server.calls if method == "sendMessage"]
    assert texts[1] == texts[2] != texts[0]
    assert " ".join([texts[0], *texts[2:]]) == LONG
    assert sent.platform_key.startswith("first,out1")


def _link(key, file):
    return f"https://baoan.example/files/{key}-{file.attachment}" if file.mime == "image/jpeg" else None


PHOTO = OutFile(7, "cau.jpg", "image/jpeg")


async def test_a_picture_goes_by_its_address_with_its_words_under_it(make_line, server):
    sent = await make_line(picture=_link).send("Ảnh hiện trường.", key="out-5", files=(PHOTO,))
    assert server.photos == [("an", "https://baoan.example/files/out-5-7")]
    assert server.sent == [("an", "Ảnh hiện trường.")]
    assert server.count("sendMessage") == 0
    assert sent.platform_key == "out1"


async def test_without_a_public_address_the_sentence_stays(make_line, server):
    await make_line(public_url=None).send("Ảnh.", files=(PHOTO,))
    assert server.photos == []
    [(_, said)] = server.sent
    assert "cau.jpg" in said


@pytest.mark.parametrize("count", [1, 2])
async def test_a_picture_that_is_refused_becomes_the_way_to_it(make_line, server, count):
    line = make_line(picture=_link)
    server.say("sendPhoto", Fault(400, "Bad request - the photo cannot be fetched"))
    await line.send("Ảnh hiện trường.", files=(PHOTO,) * count)
    said = "\n".join(text for _, text in server.sent)
    assert "Ảnh hiện trường." in said
    assert "Tệp cau.jpg" in said
    assert len(server.photos) == count - 1


async def test_a_chat_that_is_gone_is_no_refused_picture(make_line, server):
    with pytest.raises(BlockedError):
        await make_line(picture=_link).send(
            "Ảnh.", to=Address("zalo-bot", "1", "ai-do", "ai-do"), files=(PHOTO,)
        )
    assert server.count("sendMessage") == 0


async def test_after_a_pause_the_pictures_that_went_are_not_sent_again(make_line, server):
    line = make_line(picture=_link)
    server.say("sendPhoto", Fault(200, "ok", body='{"ok": true, "result": {"message_id": "first"}}'),
               Fault(429, "Quota exceeded"))  # fmt: skip
    with pytest.raises(RetryLaterError):
        await line.send("Ảnh.", files=(PHOTO, PHOTO, PHOTO))
    sent = await line.send("Ảnh.", files=(PHOTO, PHOTO, PHOTO))
    assert server.count("sendMessage") == 1
    assert len(server.photos) == 2  # the first was taken before the pause
    assert sent.platform_key.startswith("out1,first,")


async def test_a_repeat_after_an_unknown_outcome_is_said_whole_and_marked(line, server):
    server.say("sendMessage", Fault(504, body="gateway time-out"))
    with pytest.raises(UnknownOutcomeError):
        await line.send("Đã ghi.")
    await line.send("Đã ghi.", repeated=True)
    assert server.sent == [("an", "(nhắc lại) Đã ghi.")]


@pytest.mark.parametrize(
    ("fault", "error", "everyone", "code"),
    [
        (Fault(429, "Quota exceeded"), RetryLaterError, True, "429"),
        (Fault(200, "Quota exceeded", 429), RetryLaterError, True, "429"),
        (Fault(401, "Unauthorized"), RetryLaterError, True, "401"),
        (Fault(404, "Not found"), RetryLaterError, True, "404"),
        (Fault(500, "Internal server error"), RetryLaterError, False, "500"),
        (Fault(503, body="<html>"), RetryLaterError, False, "503"),
        (Fault(400, "Bad request"), RefusedError, None, "400"),
        (Fault(403, "user has blocked the bot"), BlockedError, None, "403"),
        (Fault(404, "chat not found"), BlockedError, None, "404"),
        (Fault(504, body="<html>"), UnknownOutcomeError, None, "504"),
        (Fault(200, body="<html>"), UnknownOutcomeError, None, "200"),
        (Fault(408, "Request timeout"), UnknownOutcomeError, None, "408"),
    ],
)
async def test_each_failure_says_what_follows(line, server, fault, error, everyone, code):
    server.say("sendMessage", fault)
    with pytest.raises(SendError) as caught:
        await line.send()
    assert type(caught.value) is error
    assert caught.value.code == code
    assert getattr(caught.value, "everyone", None) == everyone


async def test_no_answer_in_time_is_unknown_and_nobody_there_is_later(make_line, server, monkeypatch):
    monkeypatch.setattr(api.Api.call, "__kwdefaults__", {"seconds": 0.05})
    server.say("sendMessage", Fault(None, seconds=0.2))
    with pytest.raises(UnknownOutcomeError):
        await make_line().send()
    with pytest.raises(RetryLaterError) as caught:
        await make_line(api_base="http://127.0.0.1:9").send()
    assert caught.value.everyone


async def test_the_pause_grows_while_nothing_gets_through_and_begins_anew_after(line, server):
    pauses = []
    for _ in range(5):
        server.say("sendMessage", Fault(429, "Quota exceeded"))
        with pytest.raises(RetryLaterError) as caught:
            await line.send()
        pauses.append(round(caught.value.after.total_seconds()))
        line.clock.move_to(line.clock.now() + caught.value.after)
    assert pauses == [5, 5, 10, 20, 40]
    await line.send()
    server.say("sendMessage", Fault(429, "Quota exceeded"))
    with pytest.raises(RetryLaterError) as caught:
        await line.send()
    assert caught.value.after == timedelta(seconds=5)


async def test_a_refused_token_shows_until_a_message_gets_through(make_line, server):
    line = make_line("webhook")
    server.token = "12345689:reset"
    with pytest.raises(RetryLaterError):
        await line.send()
    assert line.channel.problem.key == "zalo-bot-token-wrong"
    server.token = TOKEN
    await line.send()
    assert line.channel.problem is None


async def test_the_token_is_in_no_error_no_log_and_no_repr(make_line, server, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    secret = TOKEN.partition(":")[2]
    line = make_line()
    said = [repr(line.channel), str(vars(line.channel)), str(vars(line.channel._api))]
    server.say("sendMessage", Fault(400, f"Bad request /bot{TOKEN}/sendMessage"), Fault(200, body="<html>"),
               Fault(401, f"no such token: {TOKEN}"))  # fmt: skip
    lines = [
        line,
        line,
        line,
        make_line(api_base="http://127.0.0.1:9"),
        make_line(api_base="http://127.0.0.1:0"),
    ]
    for one in lines:
        with pytest.raises(SendError) as caught:
            await one.send()
        assert caught.value.__cause__ is None
        assert caught.value.__suppress_context__
        said.append(f"{caught.value!r} {caught.getrepr(style='short', chain=True)}")
    with pytest.raises(ChannelProblemError) as problem:
        await make_line(api_base="http://127.0.0.1:9").channel.check()
    said += [repr(problem.value), str(problem.value.params), caplog.text, *capfd.readouterr()]
    assert secret not in "\n".join(said)
