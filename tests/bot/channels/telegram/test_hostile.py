"""A server or an update that is not as documented costs itself, never the others."""

from datetime import timedelta

import pytest

from bot.channels.base import RetryLaterError, SendError
from bot.channels.telegram.api import LONGEST_PAUSE
from messages.envelope import Address
from tests.bot.channels.telegram.conftest import rows, until


def said(more, code=429):
    return code, f'{{"ok": false, "error_code": {code}, "description": "x", {more}}}'


@pytest.mark.parametrize(
    ("pause", "after"),
    [
        ("1000000000", LONGEST_PAUSE),
        ("1e300", LONGEST_PAUSE),
        ("Infinity", LONGEST_PAUSE),
        ("-5", 1),
        ('"soon"', 1),
        ("NaN", 1),
        ("[7]", 1),
        ("true", 1),
    ],
)
async def test_a_pause_that_is_none_is_a_second_and_never_more_than_a_day(open_line, server, pause, after):
    server.fault("sendMessage", raw=said(f'"parameters": {{"retry_after": {pause}}}'))
    with pytest.raises(RetryLaterError) as caught:
        await open_line.send()
    assert caught.value.after == timedelta(seconds=after)
    assert caught.value.everyone


@pytest.mark.parametrize(
    "answer",
    [
        said('"parameters": [1]'),
        said('"parameters": {"retry_after": "soon"}', 400),
        said('"parameters": {"migrate_to_chat_id": {"a": 1}}', 400),
        (400, '{"ok": false, "error_code": "abc"}'),
        (200, "[" * 100_000),
        (200, "<html>"),
    ],
)
async def test_an_answer_out_of_shape_is_still_a_failure_of_a_known_kind(open_line, server, answer):
    server.fault("sendMessage", raw=answer)
    with pytest.raises(SendError):
        await open_line.send()


async def test_a_sending_that_worked_has_no_name_where_the_answer_gives_none(open_line, server):
    server.fault("sendMessage", raw=(200, '{"ok": true, "result": "sent"}'))
    assert (await open_line.send()).platform_key == ""


@pytest.mark.parametrize(
    "result", ['"many words"', "{}", "[1]", '[{"update_id": "5"}]', '[{"message": {}}]', "null"]
)
async def test_a_poll_answered_with_nonsense_goes_on(line, server, result):
    server.fault("getUpdates", raw=(200, f'{{"ok": true, "result": {result}}}'))
    server.says("còn đây")
    async with line.listening():
        assert (await line.hear()).text == "còn đây"


async def test_a_long_pause_of_the_poll_is_told(line, server):
    server.fault("getUpdates", raw=said('"parameters": {"retry_after": 1000000000}'))
    async with line.listening():
        await until(lambda: line.channel.problem)
        assert line.kept == []
        assert line.channel.problem.key.startswith("telegram-")


async def test_a_pause_of_sending_does_not_make_us_deaf(line, server):
    async with line.listening():
        server.fault("sendMessage", raw=said('"parameters": {"retry_after": 600}'))
        with pytest.raises(RetryLaterError):
            await line.send()
        server.says("có người ngã")
        server.says("vẫn nghe chứ")
        assert (await line.hear(2)).text == "vẫn nghe chứ"


MEMBER = {
    "chat": {"id": 7, "type": "private"}, "from": {"id": 7}, "date": 1, "new_chat_member": {"status": "kicked"},
}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        None,
        MEMBER | {"date": "x"},
        MEMBER | {"date": 10**30},
        MEMBER | {"chat": "x"},
        MEMBER | {"from": None},
    ],
)
async def test_a_poisoned_update_does_not_stop_the_poll_for_all(line, server, change):
    server.add("my_chat_member", change)
    server.says("sau đó")
    async with line.listening():
        assert (await line.hear()).text == "sau đó"
        await until(lambda: server.offsets[-1] > 0)


async def test_a_group_moves_though_somebody_was_heard_in_the_new_one_first(talk):
    await talk.says("/menu@baoan_bot", chat=-5)
    await talk.says("/menu@baoan_bot", chat=-1005)
    await talk.says("/menu@baoan_bot", chat=-5, who=8)
    with talk.app.store.database.transaction() as uow:
        assert uow.people.move_chat("telegram", "424242", "-5", "-1005") == 2
        assert uow.people.at(Address("telegram", "424242", "-1005", "8")) is not None
    assert rows(talk, "SELECT chat, sender FROM addresses ORDER BY id") == [
        ("-5", "7"),
        ("-1005", "7"),
        ("-1005", "8"),
    ]
