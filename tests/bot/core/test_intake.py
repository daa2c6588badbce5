"""A message is durable before it is acknowledged, once, also while the database is away."""

import asyncio
import json

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from messages.envelope import InboundMessage
from storage.inbox import Inbox


async def test_a_message_is_in_the_inbox_when_receive_returns(core):
    await core.say("xin chào")
    assert core.rows("SELECT state FROM inbox") == [("waiting",)]


async def test_the_same_platform_key_is_kept_once(core):
    await core.say("xin chào", key="same")
    await core.say("xin chào", key="same")
    assert core.rows("SELECT count(*) FROM inbox") == [(1,)]


async def test_many_at_once_share_commits(core):
    commits = []
    event.listen(core.app.store.database.engine, "commit", commits.append)
    await asyncio.gather(*(core.say(f"tin {n}", who=f"p{n}") for n in range(200)))
    assert core.rows("SELECT count(*) FROM inbox") == [(200,)]
    assert len(commits) < 10


async def test_while_the_database_is_away_messages_wait_in_the_spool_in_order(core, monkeypatch):
    add = Inbox.add

    def broken(_self, _message, _now):
        raise OperationalError("INSERT", {}, Exception("disk gone"))

    monkeypatch.setattr(Inbox, "add", broken)
    await core.say("một")
    await core.say("hai")
    monkeypatch.setattr(Inbox, "add", add)
    assert core.rows("SELECT count(*) FROM inbox") == [(0,)]
    await core.say("ba")
    bodies = core.rows("SELECT body FROM inbox ORDER BY id")
    assert [InboundMessage.from_json(json.loads(b[0])).text for b in bodies] == [
        "một",
        "hai",
        "ba",
    ]


async def test_a_defect_reaches_whoever_sent(core, monkeypatch):
    def broken(_self, _message, _now):
        raise ZeroDivisionError

    monkeypatch.setattr(Inbox, "add", broken)
    with pytest.raises(ZeroDivisionError):
        await core.say("xin chào")


async def test_a_line_cut_short_takes_no_other_message_with_it(core):
    spool = core.app.intake._spool
    spool.append([core.message("một")])
    path = spool._path
    path.write_bytes(path.read_bytes() + b'{"address": ["console"')
    spool.append([core.message("hai")])
    assert [m.text for m in spool.waiting()] == ["một", "hai"]


async def test_what_was_spooled_comes_in_though_nobody_writes(core):
    core.app.intake._spool.append([core.message("xin chào")])
    assert await core.app.intake.drain() == 1
    assert await core.app.intake.drain() == 0
    await core.settle()
    assert core.channel.texts()
