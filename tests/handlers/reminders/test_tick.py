"""The reminder tick on a small province: what is queued, to whom, when it may leave, and when it stops."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers.services import reminders
from messages.envelope import OutboundMessage
from messages.words import LOCAL
from tests.handlers.progress.world import World


@pytest.fixture
def world():
    made = World()
    yield made
    made.close()


def _at(text):
    return datetime.fromisoformat(text).replace(tzinfo=LOCAL).astimezone(UTC)


def _tick(world, text):
    world.now = _at(text) if isinstance(text, str) else text
    with world.database.transaction() as uow:
        return reminders.tick(uow, world.around, world.now)


def _notices(world, name="focal"):
    with world.database.transaction() as uow:
        return uow.outbox.due_notices_of(world.people[name])


def _ledger(world):
    with world.database.transaction() as uow:
        return uow.ledger.between(_at("2026-01-01"), _at("2027-12-31"))


def test_a_reminder_names_the_duty_the_day_and_the_answers(world):
    assert _tick(world, "2026-12-07T07:30") == 2
    [notice] = _notices(world)
    assert "Báo cáo năm 2026" in notice.body["text"]
    assert "thứ Hai 14/12/2026" in notice.body["text"]
    assert "còn 5 ngày làm việc" in notice.body["text"]
    assert [p for p, _ in notice.body["choices"]] == [
        f"progress:{what}:CV-26-LAPBC"
        for what in ("done", "under_way", "difficulty", "more_time", "not_ours", "later")
    ]


def test_every_reminder_has_its_reason_in_the_ledger(world):
    _tick(world, "2026-12-07T07:30")
    entries = [e for e in _ledger(world) if e["occurrence"] == "CV-26-LAPBC"]
    assert [(e["reason"], e["level"], e["state"]) for e in entries] == [("soon", "focal", "planned")]
    assert all(e["because"] for e in entries)


def test_a_second_tick_adds_nothing(world):
    _tick(world, "2026-12-07T07:30")
    before = _ledger(world)
    assert _tick(world, "2026-12-07T07:30") == 0
    assert _tick(world, "2026-12-07T16:00") == 0
    assert _ledger(world) == before


def test_quiet_hours_hold_the_delivery_and_not_the_evaluation(world):
    _tick(world, "2026-12-06T22:00")  # a Sunday night
    [notice] = _notices(world)
    assert notice.not_before == _at("2026-12-07T07:30")


def test_several_duties_of_one_person_come_as_one_digest(world):
    with world.database.transaction() as uow:
        task = world.task_in(uow, "III.2.a")
        world.owe(uow, task, "lap", "CV-26-LAPTH", "2026-12-14", due=date(2026, 12, 14))
    _tick(world, "2026-12-07T07:30")
    [notice] = _notices(world)
    assert "Có 2 việc" in notice.body["text"]
    assert {"CV-26-LAPBC", "CV-26-LAPTH"} == set(notice.about["occurrences"])
    assert len([e for e in _ledger(world) if e["occurrence"].startswith("CV-26-LAP")]) == 2


def test_the_deputy_hears_after_five_working_days_and_the_head_is_the_coordinator_where_none_is(world):
    for day in range(7, 32):
        _tick(world, f"2026-12-{day:02d}T07:30")
    told = {
        e["person_id"]: e
        for e in _ledger(world)
        if e["occurrence"] == "CV-26-LAPBC" and e["reason"] == "escalated"
    }
    assert world.people["deputy"] in told
    first = min(
        e["planned_at"]
        for e in _ledger(world)
        if e["person_id"] == world.people["deputy"] and e["reason"] == "escalated"
    )
    assert first.astimezone(LOCAL).date() <= date(2026, 12, 21)


def test_it_stops_when_confirmed_and_what_waits_is_dropped(world):
    _tick(world, "2026-12-06T22:00")
    focal = world.talk("focal")
    focal.tap("progress:done:CV-26-LAPBC")
    focal.say("125/BC-UBND")
    focal.say("Đúng")
    assert world.record().state == "submitted"
    assert [n for n in _notices(world) if "CV-26-LAPBC" in (n.about or {}).get("occurrences", [])] == []
    for day in range(7, 32):
        _tick(world, f"2026-12-{day:02d}T07:30")
    later = [e for e in _ledger(world) if e["occurrence"] == "CV-26-LAPBC"]
    assert len(later) == 1


def test_who_cannot_be_reached_is_passed_over_for_the_next(world):
    with world.database.transaction() as uow:
        focal = uow.people.at(world.address("focal"))
        uow.people.set_address_state(focal.id, "blocked")
    _tick(world, "2026-12-07T07:30")
    entries = [e for e in _ledger(world) if e["occurrence"] == "CV-26-LAPBC"]
    assert [e["person_id"] for e in entries] == [world.people["deputy"]]
    assert "focal" in entries[0]["because"]


def test_nobody_gets_more_than_the_ceiling_on_a_day(world):
    world.now = _at("2026-12-07T07:00")
    with world.database.transaction() as uow:
        for number in range(5):
            uow.outbox.add(
                _plain(number), person_id=world.people["focal"],
                address_id=uow.people.at(world.address("focal")).id, lane="notice", now=world.now,
                dedup_key=f"reminder|{number}",
            )  # fmt: skip
    _tick(world, "2026-12-07T07:30")
    assert [n for n in _notices(world) if n.about] == []
    _tick(world, "2026-12-08T07:30")
    [notice] = [n for n in _notices(world) if n.about]
    assert "CV-26-LAPBC" in notice.about["occurrences"]


def _plain(number):

    return OutboundMessage(f"tin {number}")


def _days(world):
    """Return (person, local day of leaving, duties) of each reminder queued; none has left yet.

    A day's ceiling is held against the day on which a reminder leaves: made after hours, it is of a later day.
    """
    return [
        (person, notice.not_before.astimezone(LOCAL).date(), notice.about["occurrences"])
        for name, person in world.people.items()
        for notice in _notices(world, name)
        if notice.about
    ]


@settings(max_examples=25)
@given(st.lists(st.integers(1, 60 * 24 * 12), min_size=1, max_size=25))
@example(
    [1, 1, 1, 1, 1, 1, 15834, 1140]
)  # one made on a Friday morning, the next after hours, for the Monday
@example([60 * 8] + [60 * 24] * 24)
def test_ticks_at_any_instants_repeat_nothing_and_keep_the_ceiling(minutes):
    world = World()
    try:
        now = _at("2026-11-30T00:00")
        for gap in minutes:
            now += timedelta(minutes=gap)
            _tick(world, now)
        entries = _ledger(world)
        keys = [(e["occurrence"], e["reason"], e["step"], e["person_id"]) for e in entries]
        assert len(keys) == len(set(keys))
        queued = _days(world)
        assert sum(len(duties) for *_, duties in queued) == len(entries)
        of_a_duty = Counter((who, day, duty) for who, day, duties in queued for duty in duties)
        assert set(of_a_duty.values()) <= {1}
        of_a_person = Counter((who, day) for who, day, _ in queued)
        assert max(of_a_person.values(), default=0) <= world.around.policy.daily_ceiling
    finally:
        world.close()
