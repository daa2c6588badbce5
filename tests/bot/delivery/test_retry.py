"""What follows from a failure: the waits of one message, and of a whole channel."""

from datetime import timedelta

from bot.channels.base import BlockedError, RefusedError, RetryLaterError, WindowClosedError
from bot.delivery.retry import GIVE_UP, PAUSES, Ending, ending

SOON, NEW = timedelta(seconds=1), timedelta()


def test_a_message_that_is_refused_for_now_waits_longer_each_time_and_ends_as_failed():
    waits = [ending(RetryLaterError("busy", SOON), tries, NEW).again_after for tries in range(len(PAUSES))]
    assert waits == sorted(waits)
    assert waits[-1] >= timedelta(minutes=2)
    assert ending(RetryLaterError("busy", SOON), len(PAUSES), NEW) == Ending("failed", "failed")


def test_what_the_platform_says_is_never_shortened():
    assert ending(RetryLaterError("busy", timedelta(hours=1)), 0, NEW).again_after == timedelta(hours=1)


def test_while_the_whole_channel_waits_a_message_uses_up_no_tries_but_does_not_wait_for_ever():
    error = RetryLaterError("429", SOON, everyone=True, code="429")
    assert ending(error, 1000, timedelta(hours=47)) == Ending("waited", "due", SOON)
    assert ending(error, 0, GIVE_UP) == Ending("failed", "failed")


def test_each_end_has_its_name():
    assert ending(BlockedError("gone"), 0, NEW) == Ending("blocked", "blocked")
    assert ending(RefusedError("too long"), 0, NEW) == Ending("refused", "failed")
    assert ending(WindowClosedError("closed"), 0, NEW) == Ending("failed", "failed")
