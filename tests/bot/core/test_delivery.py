"""Out at least once; repeats are bounded, marked and counted; failures have consequences."""

from datetime import timedelta

from bot.channels.base import BlockedError, RefusedError, RetryLaterError, UnknownOutcomeError
from bot.channels.degrade import body_of, split
from messages.envelope import OutboundMessage


async def test_messages_of_one_conversation_go_out_in_order(core):
    for n in range(5):
        await core.say(f"không hiểu {n}")
    await core.settle()
    numbers = [
        row[0] for row in core.rows("SELECT id FROM outbox WHERE state='accepted' ORDER BY settled_at, id")
    ]
    assert numbers == sorted(numbers)
    assert len(numbers) == len(core.channel.sent)


async def test_a_retry_holds_what_follows_and_then_both_go(core):
    core.channel.failures = [RetryLaterError("busy", timedelta(seconds=30))]
    await core.say("xin chào")
    await core.say("trợ giúp")
    await core.settle()
    assert core.channel.sent == []
    core.later(seconds=31)
    await core.settle()
    assert len(core.channel.sent) == 2
    assert core.rows("SELECT count(*) FROM outbox WHERE state <> 'accepted'") == [(0,)]


async def test_an_unknown_outcome_is_sent_once_more_marked_and_then_shown_to_the_operator(core):
    core.channel.failures = [UnknownOutcomeError("timeout"), UnknownOutcomeError("timeout")]
    await core.say("xin chào")
    await core.settle()
    core.later(seconds=61)
    await core.settle()
    core.later(seconds=61)
    await core.settle()
    assert core.channel.sent == []
    with core.app.store.database.reading() as uow:
        assert [state for _, state, _ in uow.outbox.unsettled()] == ["unknown"]


async def test_the_second_sending_carries_the_mark_and_the_same_words(core):
    core.channel.failures = [UnknownOutcomeError("timeout")]
    await core.say("xin chào")
    await core.settle()
    core.later(seconds=61)
    await core.settle()
    [(_, message)] = core.channel.sent
    assert message.repeated
    assert body_of(message).startswith("(nhắc lại) ")
    assert body_of(message).removeprefix("(nhắc lại) ") == message.text


async def test_a_block_is_remembered_until_the_person_writes_again(core):
    core.channel.failures = [BlockedError("blocked by the person")]
    await core.say("xin chào")
    await core.settle()
    assert core.rows("SELECT state FROM addresses") == [("blocked",)]
    await core.say("tôi quay lại")
    await core.settle()
    assert core.rows("SELECT state FROM addresses") == [("active",)]


async def test_a_refusal_is_final_and_does_not_hold_the_next(core):
    core.channel.failures = [RefusedError("too long")]
    await core.say("xin chào")
    await core.say("trợ giúp")
    await core.settle()
    assert core.rows("SELECT state FROM outbox ORDER BY id LIMIT 1") == [("failed",)]
    assert len(core.channel.sent) == 1


def test_long_text_is_split_at_sentence_ends_and_nothing_is_dropped():
    text = " ".join(f"Câu số {n} nói một điều." for n in range(100))
    parts = split(text, 200)
    assert all(len(part) <= 200 for part in parts)
    assert " ".join(parts) == text
    assert all(part.endswith(".") for part in parts)


async def test_a_reminder_that_may_not_leave_now_leaves_when_quiet_hours_end(core):
    await core.say("xin chào")
    await core.settle()
    core.channel.sent.clear()
    now = core.clock.now()
    with core.app.store.database.transaction() as uow:
        uow.outbox.add(
            OutboundMessage("việc đến hạn"),
            person_id=1,
            address_id=1,
            lane="notice",
            now=now,
            about={"kind": "reminder"},
        )
    await core.settle()
    assert core.channel.sent == []  # 24 November is a day of rest
    core.later(hours=22, minutes=30)
    await core.settle()
    assert core.channel.sent == []
    core.later(minutes=15)
    await core.settle()
    assert core.channel.texts() == ["việc đến hạn"]
