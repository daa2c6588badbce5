"""Faults found by reading the code with fresh eyes, each shown once."""

import json

from handlers.conversation.answers import Answer
from handlers.conversation.navigation import Steer, steer
from handlers.flows import report_accident
from messages.envelope import InboundKind, OutboundMessage


async def test_a_row_nobody_can_read_does_not_stop_the_others(core):
    await core.say("xin chào", who="an")
    with core.app.store.database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE inbox SET body = '{}'")
    await core.say("xin chào", who="binh")
    await core.settle()
    assert core.rows("SELECT state FROM inbox ORDER BY id") == [("set_aside",), ("done",)]
    assert core.channel.texts("binh")


async def test_a_talk_in_a_flow_that_an_update_took_away_does_not_lock_its_person_out(core):
    await core.say("báo tai nạn")
    await core.settle()
    with core.app.store.database.engine.begin() as connection:
        row = connection.exec_driver_sql("SELECT session FROM conversations").scalar_one()
        gone = json.dumps({**json.loads(row), "flow": "gone"})
        connection.exec_driver_sql("UPDATE conversations SET session = ?", (gone,))
    await core.say("menu")
    await core.settle()
    assert core.rows("SELECT count(*) FROM inbox WHERE state <> 'done'") == [(0,)]


def test_a_given_name_does_not_cancel():
    def steered(text):
        return steer(Answer(InboundKind.TEXT, text), free_text=True)

    assert steered("Huy") is None
    assert steered("hủy") is Steer.CANCEL
    assert steer(Answer(InboundKind.TEXT, "huy")) is Steer.CANCEL
    names = report_accident.FLOW.step("victim_1_who")
    assert names.free_text


async def test_a_message_given_up_while_on_its_way_stays_given_up(core):
    await core.say("xin chào")
    await core.settle()
    now = core.clock.now()
    with core.app.store.database.transaction() as uow:
        row = uow.outbox.add(OutboundMessage("tin"), person_id=1, address_id=1, lane="notice", now=now)
        uow.outbox.claim(now, now, 10, ["console"])
        uow.outbox.drop([row], "decided_meanwhile", now)
        uow.outbox.record(row, 1, outcome="retry", state="due", now=now)
    assert core.rows("SELECT state FROM outbox ORDER BY id DESC LIMIT 1") == [("dropped",)]
