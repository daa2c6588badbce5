"""What goes out: parts, keyboards, files, and what follows when it does not work."""

import json
from datetime import timedelta

import pytest

from bot.channels.base import (
    BlockedError,
    FetchError,
    RefusedError,
    RetryLaterError,
    SendError,
    UnknownOutcomeError,
)
from bot.channels.telegram import sending
from bot.channels.telegram.outgoing import rows, split_units, units
from messages.envelope import InboundKind, OutFile
from tests.bot.channels.telegram.conftest import AN, GROUP, Line, until
from tests.servers.telegram import TOKEN

PHOTO, PAPER = OutFile(1, "cau.jpg", "image/jpeg"), OutFile(2, "bao-cao.pdf", "application/pdf")


async def test_a_question_with_its_step_its_mark_and_its_buttons(line, server):
    sent = await line.send("Xã nào?", ("a:1", "Xã Tân Lập"), ("skip", "Bỏ qua"), step=(2, 3), repeated=True)
    (message,) = server.sent
    assert sent.platform_key == str(message["message_id"])
    assert message["text"] == "(nhắc lại) (2/3) Xã nào?"
    assert message["reply_markup"]["inline_keyboard"] == [
        [{"text": "Xã Tân Lập", "callback_data": "a:1"}, {"text": "Bỏ qua", "callback_data": "skip"}]
    ]


async def test_a_long_text_goes_in_parts_at_sentence_ends_with_the_buttons_last(line, server):
    text = "Một câu 🔴 có dấu. " * 500
    turns = []

    async def turn(address):
        turns.append(address)

    line.channel.turn = turn
    await line.send(text, ("ok", "Đồng ý"))
    assert len(server.sent) == 3
    assert all(units(m["text"]) <= 4096 and m["text"].endswith(".") for m in server.sent)
    assert " ".join(m["text"] for m in server.sent) == text.strip()
    assert ["reply_markup" in m for m in server.sent] == [False, False, True]
    assert turns == [AN, AN]
    assert server.refused == []


def test_a_text_is_measured_and_cut_in_utf16_units():
    text = "😀" * 5000
    parts = split_units(text, 4096)
    assert "".join(parts) == text
    assert [units(p) for p in parts] == [4096, 4096, 1808]
    assert split_units("a" * 4096, 4096) == ["a" * 4096]
    assert split_units("  ", 10) == []


def test_short_labels_stand_side_by_side_and_long_ones_alone():
    assert rows(["1", "2", "3", "4", "5", "6", "7", "8", "9"]) == [list("12345678"), ["9"]]
    long = "Ủy ban nhân dân xã Tân Lập Thượng"
    assert rows(["Có", "Không", long, "Bỏ qua"]) == [["Có", "Không"], [long], ["Bỏ qua"]]


async def test_choices_that_do_not_fit_buttons_become_numbered_lines(line, server):
    await line.send("Đơn vị nào?", ("unit:" + "ă" * 40, "Xã A"), ("b", "Xã B"))
    assert server.sent[-1]["text"] == "Đơn vị nào?\n1. Xã A\n2. Xã B"
    assert "reply_markup" not in server.sent[-1]
    await line.send("Xã nào?", *((f"c:{n}", f"Xã {n}") for n in range(101)))
    assert "101. Xã 100" in server.sent[-1]["text"]
    label = "Phòng Văn hóa - Xã hội và Bảo trợ người lao động huyện Tân Lập Thượng"
    await line.send("Ai?", ("a", label), ("b", "Khác"), letters=True)
    assert server.sent[-1]["text"].endswith(f"a. {label}\nb. Khác")
    assert [b["text"] for b in server.sent[-1]["reply_markup"]["inline_keyboard"][0]] == ["a", "b"]
    assert server.refused == []


async def test_asking_for_a_place_or_a_number_in_private_and_taking_the_keyboard_off_again(line, server):
    choices = (("place:location", "Gửi vị trí"), ("phone:contact", "Gửi số"), ("skip", "Bỏ qua"))
    await line.send("Ở đâu?", *choices)
    asked = json.loads(line.calls("sendMessage")[-1]["reply_markup"])
    assert asked["keyboard"] == [
        [{"text": "Gửi vị trí", "request_location": True}],
        [{"text": "Gửi số", "request_contact": True}],
        [{"text": "Bỏ qua"}],
    ]
    await line.send("Đã ghi.")
    assert json.loads(line.calls("sendMessage")[-1]["reply_markup"]) == {"remove_keyboard": True}
    await line.send("Xong.")
    assert "reply_markup" not in line.calls("sendMessage")[-1]
    await line.send("Ở đâu?", *choices, to=GROUP)
    assert "inline_keyboard" in json.loads(line.calls("sendMessage")[-1]["reply_markup"])
    assert server.refused == []


async def test_files_go_as_photo_or_document_a_single_one_with_its_words(line, server):
    await line.send("Biên nhận của anh/chị.", files=(PAPER,))
    assert (server.sent[-1]["document"]["file_name"], server.sent[-1]["caption"]) == (
        "bao-cao.pdf",
        "Biên nhận của anh/chị.",
    )
    await line.send("Xem giúp.", ("ok", "Đúng"), files=(PHOTO, PAPER), key="out-2")
    text, photo, paper = server.sent[-3:]
    assert (text["text"], "photo" in photo, "document" in paper) == ("Xem giúp.", True, True)
    assert [("reply_markup" in m) for m in (text, photo, paper)] == [False, False, True]
    line.files[3] = (b"\xff\xd8\xff" + b"0" * 10_000_001, "to.jpg", "image/jpeg")
    await line.send("", files=(OutFile(3, "to.jpg", "image/jpeg"),))
    assert "document" in server.sent[-1]
    with pytest.raises(RefusedError):
        await line.send("Tệp.", files=(OutFile(9, "mat.pdf", "application/pdf"),))
    with pytest.raises(RefusedError):
        await line.send(" ")
    assert server.refused == []


async def test_a_link_gets_no_preview(line):
    await line.send("Xem https://baoan.example/a")
    assert json.loads(line.calls("sendMessage")[-1]["link_preview_options"]) == {"is_disabled": True}


# Failures


async def failing(line, **more):
    with pytest.raises(SendError) as caught:
        await line.send("Chào.", **more)
    assert TOKEN not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("code", "description", "kind"),
    [
        (403, "Forbidden: bot was blocked by the user", BlockedError),
        (403, "Forbidden: user is deactivated", BlockedError),
        (403, "Forbidden: bot was kicked from the supergroup chat", BlockedError),
        (400, "Bad Request: chat not found", BlockedError),
        (400, "Bad Request: not enough rights to send text messages to the chat", BlockedError),
        (400, f"Bad Request: something about bot{TOKEN}", RefusedError),
        (413, "Request Entity Too Large", RefusedError),
        (401, "Unauthorized", RetryLaterError),
        (500, "Internal Server Error", RetryLaterError),
        (502, "Bad Gateway", RetryLaterError),
    ],
)
async def test_refusals(line, server, code, description, kind):
    server.fail("sendMessage", code, description)
    error = await failing(line)
    assert type(error) is kind
    assert error.code == str(code)


async def test_after_a_429_nobody_calls_before_its_time(line, server):
    server.fail("sendMessage", 429, "Too Many Requests: retry after 1", retry_after=1)
    error = await failing(line)
    assert (error.after, error.everyone, error.code) == (timedelta(seconds=1), True, "429")
    calls = len(server.calls)
    held = await failing(line, to=GROUP)
    assert isinstance(held, RetryLaterError)
    assert (held.everyone, held.code) == (True, "")
    assert timedelta() < held.after <= timedelta(seconds=1)
    with pytest.raises(FetchError):
        await line.channel.fetch("file0")
    assert len(server.calls) == calls
    line.channel._api._shut_until = 0.0
    await line.send("Chào.")


async def test_a_repeat_goes_on_where_a_sure_failure_stopped_it(line, server):
    text = "Một câu có dấu chấm. " * 300
    await line.channel.open(line.receive)

    async def no_turn(_address):
        raise RetryLaterError("not now", timedelta(seconds=1))

    usual, line.channel.turn = line.channel.turn, no_turn
    with pytest.raises(RetryLaterError):
        await line.send(text)
    assert len(server.sent) == 1
    line.channel.turn = usual
    await line.send(text)
    assert " ".join(m["text"] for m in server.sent) == text.strip()


async def test_an_answer_that_never_comes_is_an_unknown_outcome(line, server, monkeypatch):
    server.fault("sendMessage", drop=True)
    assert isinstance(await failing(line), UnknownOutcomeError)
    server.fault("sendMessage", raw=(504, "gateway time-out"))
    assert isinstance(await failing(line), UnknownOutcomeError)
    server.fault("sendMessage", raw=(200, "<html>a hotel's login page</html>"))
    assert isinstance(await failing(line), UnknownOutcomeError)
    monkeypatch.setattr(sending, "SEND_SECONDS", 0.05)
    server.fault("sendMessage", seconds=0.5)
    assert isinstance(await failing(line), UnknownOutcomeError)


async def test_a_server_that_is_away_is_away_for_everyone_an_inner_error_for_this_message(line, server):
    server.fail("sendMessage", 500, "Internal Server Error")
    assert not (await failing(line)).everyone
    server.fault("sendMessage", raw=(502, "<html>nginx</html>"))
    assert (await failing(line)).everyone


async def test_what_never_left_is_tried_later_and_later(server):
    away = Line(server, base="http://127.0.0.1:9")
    first = await failing(away)
    away.channel._sender._down_since -= 40
    second = await failing(away)
    await away.channel.close()
    assert isinstance(first, RetryLaterError)
    assert timedelta(seconds=2) <= first.after < timedelta(seconds=4)
    assert timedelta(seconds=40) <= second.after <= timedelta(seconds=60)
    assert first.everyone


async def test_a_group_that_moved_is_told_before_the_retry(open_line, server):
    server.fail("sendMessage", 400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1005)
    error = await failing(open_line, to=GROUP)
    assert isinstance(error, RetryLaterError)
    assert not error.everyone
    (event,) = open_line.kept
    assert (event.kind, event.address.chat, event.data["to"]) == (InboundKind.EVENT, "-100", "-1005")


# Files


async def test_a_file_is_fetched_whole_and_only_from_the_configured_server(line, server):
    server.files["f"] = ("documents/bao cao.pdf", b"%PDF" * 40_000)
    assert await line.channel.fetch("f") == b"%PDF" * 40_000
    server.fault("download", raw=(302, ""))
    with pytest.raises(FetchError) as caught:
        await line.channel.fetch("f")
    assert not caught.value.gone
    server.fault("download", raw=(404, ""))
    with pytest.raises(FetchError) as caught:
        await line.channel.fetch("f")
    assert caught.value.gone
    for path in ("https://elsewhere.example/x", "/etc/passwd", "../../x"):
        server.files["g"] = (path, b"x")
        with pytest.raises(FetchError) as caught:
            await line.channel.fetch("g")
        assert caught.value.gone


async def test_a_file_that_is_unknown_or_too_large_is_gone(line, server, monkeypatch):
    for reference in ("nothing", "large"):
        server.files["large"] = ("a", bytes(20 * 1024 * 1024 + 1))
        with pytest.raises(FetchError) as caught:
            await line.channel.fetch(reference)
        assert caught.value.gone
    monkeypatch.setattr("bot.channels.telegram.api.DOWNLOAD_LIMIT", 1000)
    server.files["lied"] = ("b", bytes(70_000))  # said to be small, and then it is not
    with pytest.raises(FetchError) as caught:
        await line.channel.fetch("lied")
    assert caught.value.gone


# The token


async def test_the_token_is_in_no_log_no_error_and_no_repr(server, capfd, caplog):
    caplog.set_level("DEBUG")
    secret = TOKEN.partition(":")[2]
    line = Line(server)
    server.fail("getUpdates", 400, f"Bad Request: bot{TOKEN} is odd", times=2)
    server.fault("getUpdates", raw=(502, f"<a href=/bot{TOKEN}/getUpdates>"))
    server.fault("getUpdates", drop=True)
    async with line.listening():
        await line.send("Chào.", ("a", "Có"))
        server.fail("answerCallbackQuery", 400, f"bad {secret}")
        server.taps(server.sent[-1], "a")
        await line.hear()
        await until(lambda: line.calls("editMessageReplyMarkup"))
    line.kept.append(str(line.channel.problem.params if line.channel.problem else ""))
    errors = [await failing(line) for _ in _faults(server)]
    away = Line(server, base="http://127.0.0.1:9")
    errors.append(await failing(away))
    with pytest.raises(FetchError) as fetched:
        await away.channel.fetch("f")
    await away.channel.close()
    await line.channel.close()
    shown = capfd.readouterr()
    said = [shown.out, shown.err, caplog.text, repr(vars(line.channel)), str(line.kept), repr(fetched.value)]
    said += [repr(error) + str(error.args) for error in errors]
    assert "telegram_poll_failed" in shown.err
    assert not [line for line in said if secret in line]


def _faults(server):
    """Yield after having prepared one failure of each kind whose words could hold the address."""
    server.fail("sendMessage", 400, f"no such method in /bot{TOKEN}/sendMessage")
    yield 400
    server.fault("sendMessage", drop=True)
    yield "lost"
    server.fault("sendMessage", raw=(301, ""))
    yield 301


async def test_a_voice_note_is_one_to_listen_to_and_other_sounds_are_files(line, server):
    await line.send("Lời kể.", ("case:take:X", "Nhận"), files=(OutFile(3, "voice.ogg", "audio/ogg"),))
    await line.send("", files=(OutFile(4, "nhac.ogg", "audio/ogg"),))
    assert [name for name, _ in server.calls] == ["sendVoice", "sendDocument"]
    voice, _sound = server.sent
    assert voice["caption"] == "Lời kể."
    assert voice["reply_markup"]["inline_keyboard"][0][0]["text"] == "Nhận"


@pytest.mark.parametrize(
    ("file", "method", "why"),
    [
        (OutFile(3, "voice.ogg", "audio/ogg"), "sendVoice", "VOICE_MESSAGES_FORBIDDEN"),
        (PHOTO, "sendPhoto", "PHOTO_INVALID_DIMENSIONS"),
        (PHOTO, "sendPhoto", "IMAGE_PROCESS_FAILED"),
    ],
)
async def test_what_is_not_taken_as_voice_or_photo_goes_as_a_document(line, server, file, method, why):
    turns = []

    async def turn(address):
        turns.append(address)

    line.channel.turn = turn
    server.fail(method, 400, f"Bad Request: {why}")
    await line.send("Xem.", ("ok", "Đúng"), files=(file,))
    assert [name for name, _ in server.calls] == [method, "sendDocument"]
    assert server.sent[0]["document"]["file_name"] == file.name
    assert server.sent[0]["reply_markup"]
    assert turns == [AN]


async def test_a_refused_token_is_a_problem_from_the_first_message_and_none_after_the_next_that_goes(
    line, server
):
    server.fail("sendMessage", 401, "Unauthorized")
    with pytest.raises(RetryLaterError):
        await line.send()
    assert line.channel.problem.key == "telegram-token-wrong"
    await line.send()
    assert line.channel.problem is None
