"""The record of reminding: every entry of the ledger with how far it came, whole and chained."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from docx import Document
from sqlalchemy import text

from documents.form_xlsx import write_workbook
from documents.writing import write
from domain.reminding import Said, Sending, Stage, standing
from handlers.services import channel_events, policies, reminders, reminding
from messages.envelope import InboundKind, InboundMessage
from messages.words import LOCAL
from tests.handlers.progress.world import World

T = [datetime(2026, 12, d, 1, 0, tzinfo=UTC) for d in range(1, 10)]


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL).astimezone(UTC)


def _tick(world, text):
    world.now = _at(text)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)


def _deliver(world, outcome="accepted"):
    """Settle what waits, as the delivery would."""
    with world.database.transaction() as uow:
        for row in uow.outbox.claim(world.now, world.now, 100, ["console"]):
            uow.outbox.record(
                row.id, row.attempts + 1, outcome=outcome, state=outcome, now=world.now,
                platform_key=f"zalo-{row.id}",
            )  # fmt: skip


def _entries(world, unit="lap"):
    with world.database.transaction() as uow:
        return reminding.entries(
            uow, world.units[unit], date(2026, 12, 1), date(2026, 12, 31), world.around.policy
        )


def _stages(world):
    return [one.standing.stage.value for one in _entries(world)]


@pytest.mark.parametrize(
    ("sending", "answers", "escalated", "stage"),
    [
        (Sending(T[0], None, "due", None, None), (), None, Stage.PLANNED),
        (Sending(T[0], T[1], "due", None, None), (), None, Stage.ATTEMPTED),
        (Sending(T[0], T[1], "accepted", T[1], None), (), None, Stage.ACCEPTED),
        (Sending(T[0], T[1], "accepted", T[1], T[2]), (), None, Stage.SEEN),
        (Sending(T[0], T[1], "accepted", T[1], T[2]), (), T[3], Stage.ESCALATED),
        (Sending(T[0], T[1], "accepted", T[1], None), (Said("under_way", T[2]),), T[3], Stage.ACKNOWLEDGED),
        (Sending(T[0], T[1], "accepted", T[1], None), (Said("done", T[4]),), T[3], Stage.DONE),
        (Sending(T[0], T[1], "blocked", T[1], None), (), T[3], Stage.UNREACHABLE),
        (Sending(T[0], T[1], "dropped", T[1], None), (), None, Stage.DROPPED),
        (Sending(T[3], T[4], "accepted", T[4], None), (Said("done", T[2]),), None, Stage.ACCEPTED),
        (Sending(T[0], T[1], "accepted", T[1], None), (Said("difficulty", T[2]),), None, Stage.ACCEPTED),
    ],
)
def test_a_reminder_stands_where_it_has_come_to(sending, answers, escalated, stage):
    assert standing(sending, answers, ("done", "under_way"), escalated).stage is stage


def test_a_reminder_goes_from_planned_to_done(world):
    _tick(world, "2026-12-07T07:30")
    assert _stages(world) == ["planned"]
    _deliver(world)
    assert _stages(world) == ["accepted"]
    world.now = _at("2026-12-07T09:00")
    with world.database.transaction() as uow:
        [row] = uow.ledger.between(_at("2026-12-07"), world.now)[:1]
        key = f"zalo-{row['id']}"
        seen = {"event": "seen", "ids": [key]}
        inbound = InboundMessage(world.address("focal"), "s", InboundKind.EVENT, world.now, data=seen)
        channel_events.take(uow, inbound, 1, world.around, world.now)
    assert _stages(world) == ["seen"]
    focal = world.talk("focal")
    focal.tap("progress:done:CV-26-LAPBC")
    focal.say("125/BC-UBND")
    focal.say("Đúng")
    [one] = _entries(world)
    assert (one.standing.stage, one.standing.seen_at) == (Stage.DONE, _at("2026-12-07T09:00"))


def test_what_counts_as_an_acknowledgement_is_the_policys(world):
    with world.database.transaction() as uow:
        command = policies.SetPolicy('acknowledged_by = ["done"]', "A", "B", unit=world.units["lap"])
        policies.set_policy(uow, command, world.around.policy, world.now)
    _tick(world, "2026-12-07T07:30")
    _deliver(world)
    world.talk("focal").tap("progress:difficulty:CV-26-LAPBC")
    world.talk("focal").say("thiếu người làm")
    assert _stages(world) == ["accepted"]


def test_the_ledger_is_chained_and_a_change_is_found(world):
    _tick(world, "2026-12-07T07:30")
    with world.database.transaction() as uow:
        assert uow.ledger_chain.seal(world.now) == 2
        assert uow.ledger_chain.seal(world.now) == 0
    _deliver(world)
    with world.database.transaction() as uow:
        assert uow.ledger_chain.seal(world.now) == 2  # how they ended
        uow.audit.seal()
        assert uow.ledger_chain.verify() == (4, None)
        assert uow.audit.verify()[1] is None
    for change, back in (
        ("UPDATE ledger SET step = 'x' WHERE id = 2", "UPDATE ledger SET step = 'before-5@2026-12-14' WHERE id = 2"),
        ("UPDATE outbox SET state = 'failed' WHERE id = 2", "UPDATE outbox SET state = 'accepted' WHERE id = 2"),
        ("DELETE FROM ledger WHERE id = 1", None),
    ):  # fmt: skip
        with world.database.engine.begin() as connection:
            connection.execute(text(change))
        with world.database.transaction() as uow:
            assert uow.ledger_chain.verify()[1] is not None
        if back:
            with world.database.engine.begin() as connection:
                connection.execute(text(back))
            with world.database.transaction() as uow:
                assert uow.ledger_chain.verify()[1] is None


def test_the_record_is_a_paper_and_a_workbook_of_one_unit(world):
    _tick(world, "2026-12-07T07:30")
    _deliver(world)
    with world.database.transaction() as uow:
        form = reminding.filled(
            uow, world.units["lap"], date(2026, 12, 1), date(2026, 12, 31), world.around.policy, world.now
        )
    assert form.mark == ""
    assert form.missing == {}
    document = Document(io.BytesIO(write(form, None)))
    words = "\n".join(
        [*(p.text for p in document.paragraphs), *(c.text for t in document.tables for c in t._cells)]
    )
    assert "BIÊN BẢN NHẮC VIỆC" in words
    assert "Báo cáo năm 2026" in words
    assert "kênh đã nhận" in words
    assert "còn nguyên" in words
    assert "Xã Yên Sơn" not in words
    sheet = openpyxl.load_workbook(io.BytesIO(write_workbook(form))).active
    assert any("Xã Tân Lập" in str(cell.value) for row in sheet.iter_rows() for cell in row)


def test_a_time_without_reminders_is_said_and_too_many_are_refused(world, monkeypatch):
    with world.database.transaction() as uow:
        days = (date(2026, 1, 1), date(2026, 1, 31))
        form = reminding.filled(uow, None, *days, world.around.policy, world.now)
    assert "Không có lượt nhắc nào" in form.tables["reminders"].note
    _tick(world, "2026-12-07T07:30")
    monkeypatch.setattr(reminding, "MOST", 1)
    with world.database.transaction() as uow, pytest.raises(Exception, match="reminding-too-many"):
        reminding.filled(uow, None, date(2026, 12, 1), date(2026, 12, 31), world.around.policy, world.now)


@pytest.mark.parametrize(
    "words",
    [
        "cho tôi biên bản nhắc việc của Xã Tân Lập",
        "cho toi bien ban nhac viec cua xa tan lap thang 12",
        "lich su nhac viec xa tan lap",
        "xin bien ban don doc xa tan lap quy 4 nhe",
        "cho e xin so nhac viec xa tan lap thang 11 voi",
    ],
)
def test_a_coordinator_asks_for_it_by_message(world, words):
    said = world.talk("coordinator").say(words)
    assert said[0].startswith("Báo An hiểu: Biên bản nhắc việc của Xã Tân Lập, từ ")
    with world.database.engine.connect() as connection:
        [body] = connection.execute(text("SELECT body FROM jobs WHERE kind = 'figures'")).scalars()
    assert f'"unit":{world.units["lap"]}' in body


def test_an_officer_gets_that_of_their_own_unit_and_no_other(world):
    assert world.talk("focal").say("bien ban nhac viec")[0].startswith("Báo An hiểu")
    refused = world.talk("focal").say("bien ban nhac viec cua xa yen son")
    assert not refused[0].startswith("Báo An hiểu")
    assert not world.talk("worker").say("biên bản nhắc việc xã Tân Lập")[0].startswith("Báo An hiểu")


def test_a_unit_nobody_knows_is_asked_again(world):
    said = world.talk("coordinator").say("biên bản nhắc việc của phòng không có")
    assert said[0].startswith("Báo An chưa nhận ra đơn vị ấy.")
