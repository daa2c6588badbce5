"""The pair of tokens: single use, one refresher, committed before used, and never seen."""

import asyncio
import subprocess
import time
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.channels.base import ChannelProblemError, RetryLaterError
from bot.channels.zalo.http import Answer
from bot.channels.zalo_oa import tokens
from bot.channels.zalo_oa.channel import TokenStore
from bot.channels.zalo_oa.oauth import Later, Refused, Rotated, TokenUnavailableError, outcome_of
from bot.channels.zalo_oa.tokens import LEASE
from messages.envelope import OutboundMessage
from messages.render import text
from tests.bot.channels.zalo_oa.conftest import USER

TOKEN = "/access_token"
HELLO = OutboundMessage("Xin chào")


def failures(lines):
    return [line for line in lines if line["event"] == "zalo_oa_refresh_failed"]


async def later(world, **by):
    world.clock.move_to(world.clock.now() + timedelta(**by))


async def tend(channel):
    await channel._keeper.tend()


async def test_the_token_of_the_settings_becomes_a_pair(world):
    await world.opened()
    kept = world.tokens()
    assert kept["refresh"] == world.zalo.app.refresh
    assert kept["access"] == world.zalo.app.access
    assert world.zalo.app.rotations == 1


async def test_a_start_with_the_same_setting_goes_on_with_the_stored_pair(world):
    await world.opened()
    again = await world.opened()
    assert world.zalo.app.rotations == 1
    await again.send(world.address(), HELLO, "k")


async def test_another_token_in_the_settings_replaces_the_pair(world):
    await world.opened()
    world.zalo.new_token("console-1")
    await world.opened("console-1")
    assert world.zalo.app.rotations == 2
    await world.opened("console-1")
    assert world.zalo.app.rotations == 2


async def test_twice_a_day(world):
    channel = await world.opened()
    for hours in (6, 5, 2, 11, 2):
        await later(world, hours=hours)
        await tend(channel)
    assert world.zalo.app.rotations == 3
    assert world.zalo.app.refused == 0


async def test_after_a_long_sleep_the_first_message_renews(world):
    channel = await world.opened()
    await later(world, days=2)
    await asyncio.gather(*(channel.send(world.address(), HELLO, f"k{n}") for n in range(8)))
    assert (world.zalo.app.rotations, world.zalo.app.refused) == (2, 0)
    assert len(world.zalo.sent) == 8


async def test_a_token_another_process_renewed_is_read_not_renewed(world):
    first, second = await world.opened(), await world.opened()
    await later(world, hours=13)
    await tend(first)
    await second.send(world.address(), HELLO, "k")
    assert (world.zalo.app.rotations, world.zalo.app.refused) == (2, 0)


async def test_many_processes_renew_once(world):
    channels = [await world.opened() for _ in range(4)]
    await later(world, hours=13)
    world.zalo.fail(TOKEN, slow=0.1)
    await asyncio.gather(*(tend(channel) for channel in channels))
    assert (world.zalo.app.rotations, world.zalo.app.refused) == (2, 0)


async def test_who_waits_for_another_process_says_for_how_long(world):
    first, second = await world.opened(), await world.opened()
    await later(world, days=2)
    world.zalo.fail(TOKEN, slow=0.3)
    renewing = asyncio.create_task(tend(first))
    await asyncio.sleep(0.1)
    with pytest.raises(RetryLaterError) as caught:
        await second.send(world.address(), HELLO, "k")
    assert timedelta() < caught.value.after <= LEASE
    assert caught.value.everyone
    await renewing
    await second.send(world.address(), HELLO, "k")
    assert world.zalo.app.refused == 0


async def test_a_claim_left_behind_lapses(world):
    await world.opened()
    await later(world, days=2)
    await TokenStore(world.store, world.clock).claim()  # and this process goes no further
    channel = await world.opened()
    assert world.zalo.app.rotations == 1
    with pytest.raises(RetryLaterError):
        await channel.send(world.address(), HELLO, "k")
    await later(world, seconds=LEASE.total_seconds() + 1)
    await channel.send(world.address(), HELLO, "k")
    assert world.zalo.app.rotations == 2


async def test_the_claim_of_a_process_that_is_dead_holds_nobody_up(world):
    await world.opened()
    await later(world, days=2)
    await TokenStore(world.store, world.clock).claim()
    with subprocess.Popen(["/bin/sleep", "60"]) as other:  # noqa: ASYNC220 - it takes no time
        alive = [tokens._space(), other.pid, tokens._born(other.pid)]
        kept = world.tokens()

        def by_the_other(uow):
            uow.meta.put("zalo_oa_tokens", {**kept, "refreshing": {**kept["refreshing"], "by": alive}})

        await world.store.write(by_the_other)
        channel = await world.opened()
        assert world.zalo.app.rotations == 1
        other.kill()  # not waited for: its remains stay in the table of processes
        while tokens._born(other.pid):
            time.sleep(0.01)  # noqa: ASYNC251 - nothing else is to happen meanwhile
        await channel.send(world.address(), HELLO, "k")
    assert world.zalo.app.rotations == 2


async def test_two_who_put_the_claim_at_once_do_not_both_have_it(world, monkeypatch):
    await world.opened()

    async def clash(_work):
        raise IntegrityError("insert", {}, Exception("unique"))

    kept = TokenStore(world.store, world.clock)
    monkeypatch.setattr(world.store, "write", clash)
    assert isinstance(await kept.claim(), tokens.Busy)


@pytest.mark.parametrize("code", [-216, -220])
async def test_a_refused_access_token_is_renewed_once_and_the_call_made_once_more(world, code):
    channel = await world.opened()
    world.zalo.fail("/message/cs", code=code, times=2)
    with pytest.raises(RetryLaterError) as caught:
        await channel.send(world.address(), HELLO, "k")
    assert (caught.value.code, world.zalo.app.rotations, world.zalo.sent) == (str(code), 2, [])


async def test_a_service_that_never_takes_a_token_does_not_wear_them_out(world):
    channel = await world.opened()
    world.zalo.fail("/message/cs", code=-216, times=99)
    for number in range(6):
        with pytest.raises(RetryLaterError):
            await channel.send(world.address(), HELLO, f"k{number}")
    assert world.zalo.app.rotations <= 4


async def test_a_refusal_with_status_200_keeps_the_pair_and_is_said_once(world, lines):
    channel = await world.opened()
    before = world.tokens()
    await later(world, hours=13)
    world.zalo.apps[world.zalo.app_id].refresh = "somebody-else-used-it"
    for _ in range(3):
        await tend(channel)
    assert {k: world.tokens()[k] for k in ("refresh", "access")} == {
        k: before[k] for k in ("refresh", "access")
    }
    (line,) = failures(lines)
    assert (line["log_level"], line["lost"]) == ("error", False)
    assert channel.problem.key == "zalo-token-refused"
    assert world.zalo.app.refused == 1
    with pytest.raises(ChannelProblemError, match="zalo-token-refused"):
        await channel.check()
    world.zalo.new_token("console-2")
    mended = await world.opened("console-2")
    assert mended.problem is None
    await mended.send(world.address(), HELLO, "k")


async def test_a_refused_pair_is_tried_again_after_a_start(world):
    world.zalo.app.secret = "right"
    wrong = await world.opened(app_secret="wrong")
    assert wrong.problem.key == "zalo-token-refused"
    right = await world.opened(app_secret="right")
    assert right.problem is None


@pytest.mark.parametrize("how", [{"drop": "before"}, {"status": 502}, {"body": "<html>oops"}])
async def test_an_answer_that_never_came_is_asked_for_again_at_once(world, how):
    channel = await world.opened()
    await later(world, hours=13)
    world.zalo.fail(TOKEN, **how)
    await tend(channel)
    assert channel.problem is None
    assert world.zalo.app.rotations == 2


async def test_an_answer_that_is_late_is_waited_for_and_messages_are_not_held_up(world, monkeypatch):
    monkeypatch.setattr("bot.channels.zalo_oa.oauth.WAIT", 0.05)
    channel = await world.opened()
    channel._http._timeout = 0.1
    await channel._http.close()
    await later(world, days=2)
    world.zalo.fail(TOKEN, hold=0.3)
    with pytest.raises(RetryLaterError) as caught:
        await channel.send(world.address(), HELLO, "k")
    assert caught.value.everyone
    await channel._keeper.finish()
    assert world.tokens()["refresh"] == world.zalo.app.refresh
    await channel.send(world.address(), HELLO, "k")
    assert (world.zalo.app.rotations, world.zalo.app.refused) == (2, 0)


async def test_a_pair_that_was_lost_on_its_way_is_said_at_once(world, lines):
    channel = await world.opened()
    await later(world, hours=13)
    world.zalo.fail(TOKEN, drop="after")
    await tend(channel)
    (line,) = failures(lines)
    assert line["lost"] is True
    assert channel.problem.key == "zalo-token-lost"
    assert "BAOAN_ZALO_OA_REFRESH_TOKEN" in text("vi", channel.problem.key, channel.problem.params)


async def test_a_service_that_is_away_costs_nothing(world):
    channel = await world.opened()
    await later(world, hours=13)
    world.zalo.fail(TOKEN, status=503, times=4)
    await tend(channel)
    assert channel.problem.key == "zalo-unreachable"
    await channel.send(world.address(), HELLO, "k")  # the access token still lives
    await tend(channel)
    await tend(channel)
    assert channel.problem is None
    assert world.zalo.app.rotations == 2


async def test_a_sender_that_is_cancelled_does_not_stop_the_renewal(world):
    channel = await world.opened()
    await later(world, days=2)
    world.zalo.fail(TOKEN, slow=0.2)
    sending = asyncio.create_task(channel.send(world.address(), HELLO, "k"))
    await asyncio.sleep(0.1)
    sending.cancel()
    await channel.close()
    assert world.tokens()["refresh"] == world.zalo.app.refresh


async def test_a_database_that_is_away_is_waited_for_with_the_pair_in_hand(world, monkeypatch, lines):
    channel = await world.opened()
    await later(world, hours=13)
    commit, tries = channel._keeper._tokens.commit, []

    async def away(*args):
        tries.append(args)
        if len(tries) < 3:
            raise OSError("away")
        return await commit(*args)

    monkeypatch.setattr(channel._keeper._tokens, "commit", away)
    await tend(channel)
    assert len(tries) == 3
    assert world.tokens()["refresh"] == world.zalo.app.refresh
    assert [x["event"] for x in lines].count("zalo_oa_tokens_not_kept") == 2


async def test_without_any_token_the_problem_says_where_to_get_one(world):
    channel = await world.opened("")
    assert channel.problem.key == "zalo-token-missing"
    with pytest.raises(RetryLaterError):
        await channel.send(world.address(), HELLO, "k")


async def test_a_slow_service_does_not_hold_the_opening(world, monkeypatch):
    monkeypatch.setattr("bot.channels.zalo_oa.channel.OPEN_WAITS", 0.05)
    world.zalo.fail(TOKEN, slow=0.3)
    channel = await world.opened()
    assert world.zalo.app.rotations == 0
    await channel.send(world.address(), HELLO, "k")
    assert world.zalo.app.rotations == 1


@pytest.mark.parametrize(
    ("status", "data", "kind"),
    [
        (200, {"access_token": "a", "refresh_token": "r", "expires_in": "90000"}, Rotated),
        (200, {"access_token": "a", "refresh_token": "r", "expires_in": 90000}, Rotated),
        (200, {"access_token": "a", "refresh_token": "", "expires_in": "90000"}, Refused),
        (200, {"access_token": None, "refresh_token": "r"}, Refused),
        (200, {"access_token": ["a"], "refresh_token": "r"}, Refused),
        (200, {"access_token": "a", "refresh_token": "r", "error": -14003}, Refused),
        (200, {"error_name": "Invalid refresh token", "error_reason": "x"}, Refused),
        (400, {"error": -14014, "message": "x"}, Refused),
        (200, {"error": -32}, Later),
        (200, None, Later),
        (429, {}, Later),
        (500, None, Later),
    ],
)
def test_what_an_answer_means(status, data, kind):
    assert isinstance(outcome_of(Answer(status, data)), kind)


def test_the_life_of_a_token_is_a_string_and_without_one_it_is_short():
    pair = {"access_token": "a", "refresh_token": "r"}
    assert outcome_of(Answer(200, {**pair, "expires_in": "90000"})).seconds == 90000
    assert outcome_of(Answer(200, {**pair, "expires_in": "soon"})).seconds == 3600
    assert outcome_of(Answer(200, pair)).seconds == 3600


@pytest.mark.parametrize("told", ["9" * 5000, 10**30, "999999999", "²", "-1", True, [1], 1e300, None])
def test_no_life_that_is_told_can_stop_the_pair_from_being_kept(told):
    seconds = outcome_of(Answer(200, {"access_token": "a", "refresh_token": "r", "expires_in": told})).seconds
    assert 3600 <= seconds <= 90 * 24 * 3600


@pytest.mark.parametrize("token", ["", " ", "a\r\nX: 1", "\ud800", "mã", "a b", 7, ["a"]])
def test_what_fits_no_header_is_no_token(token):
    assert isinstance(outcome_of(Answer(200, {"access_token": token, "refresh_token": "r"})), Refused)
    assert isinstance(outcome_of(Answer(200, {"access_token": "a", "refresh_token": token})), Refused)


@pytest.mark.parametrize(
    "body",
    ["[" * 100_000, '{"error": 1e999}', '{"error": [1]}', '{"access_token": NaN}', "<html>", "", "null"],
)
async def test_a_hostile_token_endpoint_costs_only_the_renewal(world, body):
    channel = await world.opened()
    before = world.tokens()["refresh"]
    await later(world, hours=13)
    world.zalo.fail(TOKEN, body=body)
    world.zalo.fail(TOKEN, body=body)
    await tend(channel)
    assert channel.problem is not None
    assert world.tokens()["refresh"] == before


async def test_no_secret_is_ever_seen(world, lines, capsys, caplog):
    caplog.set_level("DEBUG")
    channel = await world.opened()
    secrets = {world.zalo.app.secret, world.zalo.oa_secret, "refresh-0"}
    secrets |= {world.zalo.app.refresh, world.zalo.app.access}
    seen = [repr(channel._settings), repr(channel._keys), repr(channel._keeper._pair)]
    await later(world, hours=13)
    errors = []
    for how in ({"drop": "after"}, {"body": '{"error_name": "refresh-0 is bad"}'}, {"status": 500}):
        world.zalo.fail(TOKEN, **how)
        await tend(channel)
    world.zalo.fail("/message/cs", code=-204)
    for _ in range(3):
        try:
            await channel.send(world.address(), HELLO, "k")
        except (RetryLaterError, TokenUnavailableError) as error:
            errors.append(repr(error))
    await channel.webhook({"X-ZEvent-Signature": "mac=1"}, b'{"a":1}')
    outcome = outcome_of(Answer(200, {"access_token": "a-1", "refresh_token": "r-1"}))
    seen += [
        repr(lines),
        repr(errors),
        repr(channel.problem),
        repr(outcome),
        caplog.text,
        *capsys.readouterr(),
    ]
    secrets |= {world.zalo.app.refresh, world.zalo.app.access, "a-1", "r-1"}
    assert lines
    assert errors
    assert [s for s in secrets if any(s in part for part in seen)] == []
    assert USER not in repr(lines)
