"""The auditor on a small province: clean while all goes well, and naming what does not fit."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text

from handlers.services import auditing, policies, reminders
from messages.envelope import OutboundMessage
from messages.words import LOCAL
from tests.handlers.progress.world import World


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _at(words):
    return datetime.fromisoformat(words).replace(tzinfo=LOCAL).astimezone(UTC)


def _tick(world, words):
    world.now = _at(words)
    with world.database.transaction() as uow:
        return reminders.tick(uow, world.around, world.now)


def _audit(world, words, first="2026-11-24T00:00"):
    with world.database.transaction() as uow:
        return auditing.audit(uow, world.around.policy, world.around.calendar, _at(first), _at(words))


def _names(found):
    return [(one.record.code, one.reason, one.after) for one in found]


def _sql(world, statement):
    with world.database.engine.begin() as connection:
        connection.execute(text(statement))


def _days(first, count):
    return [(date.fromisoformat(first) + timedelta(days=n)).isoformat() for n in range(count)]


def test_two_months_of_reminding_with_edits_and_answers_are_clean(world):
    world.add_check_in()
    for number, day in enumerate(_days("2026-11-24", 60)):
        _tick(world, f"{day}T07:30")
        if number == 12:
            with world.database.transaction() as uow:
                command = policies.SetPolicy(
                    "before = [4, 2]\ndeputy_after = 3", "A", "B", unit=world.units["lap"]
                )
                policies.set_policy(uow, command, world.around.policy, world.now)
            _tick(world, f"{day}T09:00")
        if number == 15:
            world.talk("son").tap("progress:under_way:CV-26-SONBC")
        found = _audit(world, f"{day}T23:00", f"{day}T00:00")
        assert found.is_clean, (day, found)
    whole = _audit(world, "2027-01-22T23:00")
    assert (whole.is_clean, whole.entries > 20) == (True, True)
    assert whole.late == ()


def test_what_was_never_entered_is_missing_from_the_day_it_was_due(world):
    _tick(world, "2026-12-07T07:30")
    assert _audit(world, "2026-12-07T08:00").is_clean
    _sql(world, "DELETE FROM ledger")
    found = _audit(world, "2026-12-07T08:00")
    assert _names(found.missing) == [("CV-26-LAPBC", "soon", 0), ("CV-26-SONBC", "soon", 0)]
    assert {one.person for one in found.missing} == {world.people["focal"], world.people["son"]}


def test_before_the_days_hour_the_day_before_counts(world):
    _tick(world, "2026-12-04T07:30")
    assert _audit(world, "2026-12-07T07:45").is_clean
    assert not _audit(world, "2026-12-07T08:05").is_clean


def test_a_reminder_nobody_asked_for_is_extra(world):
    _tick(world, "2026-12-07T07:30")
    copy = (
        "INSERT INTO ledger (occurrence_id, person_id, reason, step, level, because, planned_at, state) "
        "SELECT occurrence_id, person_id, reason, '{}', level, '{}', planned_at, state FROM ledger WHERE id = 1"
    )
    _sql(world, copy.format("again", "5 working days before 2026-12-14"))
    _sql(world, copy.format("up", "told once 5 working days overdue"))
    found = _audit(world, "2026-12-07T09:00")
    assert _names(found.extra) == [("CV-26-LAPBC", "soon", 0), ("CV-26-LAPBC", "soon", 5)]
    assert not found.is_clean


def test_what_came_after_its_day_is_late_and_no_alarm(world):
    _tick(world, "2026-12-08T10:00")  # down on the 7th
    found = _audit(world, "2026-12-08T11:00", "2026-12-08T00:00")
    assert _names(found.late) == [("CV-26-LAPBC", "catch_up", 0), ("CV-26-SONBC", "catch_up", 0)]
    assert found.is_clean


def test_more_messages_than_the_ceiling_are_found(world):
    _tick(world, "2026-12-07T07:30")
    for number in range(5):
        with world.database.transaction() as uow:
            row = uow.outbox.due_notices_of(world.people["focal"])[0]
            copy = OutboundMessage.from_json(row.body)
            queued = uow.outbox.add(
                copy, person_id=row.person_id, address_id=row.address_id, lane=row.lane, now=world.now,
                dedup_key=f"x{number}", about=row.about,
            )  # fmt: skip
            entry = dict.fromkeys(("reason", "level", "because"), "soon")
            record = uow.occurrences.by_code("CV-26-LAPBC")
            uow.ledger.add_many(
                [
                    {
                        **entry, "occurrence_id": record.id, "person_id": row.person_id, "step": f"x{number}",
                        "planned_at": world.now, "state": "planned", "outbox_id": queued,
                    }
                ]
            )  # fmt: skip
    found = _audit(world, "2026-12-07T09:00")
    assert found.crowded == ((world.people["focal"], date(2026, 12, 7), 6),)


def test_where_nobody_can_be_told_it_is_said_and_is_no_alarm(world):
    with world.database.transaction() as uow:
        for name in world.people:
            known = uow.people.at(world.address(name))
            uow.people.set_address_state(known.id, "blocked")
    _tick(world, "2026-12-07T07:30")
    found = _audit(world, "2026-12-07T09:00")
    assert _names(found.unreachable) == [("CV-26-LAPBC", "soon", 0), ("CV-26-SONBC", "soon", 0)]
    assert found.is_clean


def test_the_daily_tick_tells_once_and_only_where_something_does_not_fit(world):
    _tick(world, "2026-12-07T07:30")
    with world.database.transaction() as uow:
        assert auditing.tick(uow, world.around, _at("2026-12-07T08:30")) == 0
        assert auditing.is_clean(uow, world.around, _at("2026-12-07T08:30"))
    _sql(world, "DELETE FROM ledger WHERE id = 1")
    with world.database.transaction() as uow:
        assert auditing.tick(uow, world.around, _at("2026-12-07T10:00")) == 0  # this day was audited
        assert auditing.tick(uow, world.around, _at("2026-12-08T08:30")) == 2  # both who coordinate
        assert auditing.tick(uow, world.around, _at("2026-12-08T09:30")) == 0
        assert not auditing.is_clean(uow, world.around, _at("2026-12-08T09:30"))
    [told] = [n for n in world.talk("coordinator").notices() if "Đối soát" in n.text]
    assert "thiếu 1, thừa 0" in told.text


def test_an_audit_too_old_is_no_clean_one(world):
    _tick(world, "2026-12-02T07:30")
    with world.database.transaction() as uow:
        auditing.tick(uow, world.around, _at("2026-12-02T08:30"))
        assert auditing.is_clean(uow, world.around, _at("2026-12-03T07:00"))
        assert not auditing.is_clean(uow, world.around, _at("2026-12-04T12:00"))
