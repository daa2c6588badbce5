"""Policies by plan and unit: which one reminds, what it changes, and what a running escalation keeps."""

from datetime import UTC, date, datetime

import pytest

from domain.errors import BadInputError
from domain.policy import PolicyError
from handlers.services import policies, reminders
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
    world.now = _at(text)
    with world.database.transaction() as uow:
        return reminders.tick(uow, world.around, world.now)


def _set(world, toml, **subject):
    with world.database.transaction() as uow:
        command = policies.SetPolicy(toml, "Bà Hoa", "Công văn 12/SNV", **subject)
        policies.set_policy(uow, command, world.around.policy, world.now)


def _ledger(world, code="CV-26-LAPBC"):
    with world.database.transaction() as uow:
        found = uow.ledger.between(_at("2026-01-01"), _at("2027-12-31"))
    return [(e["reason"], e["step"], e["person_id"]) for e in found if e["occurrence"] == code]


def _notices(world, name="focal"):
    with world.database.transaction() as uow:
        return uow.outbox.due_notices_of(world.people[name])


def test_a_unit_is_reminded_by_its_own_policy_and_its_neighbour_by_the_offices(world):
    _set(world, "before = [7]", unit=world.units["lap"])
    _tick(world, "2026-12-03T07:30")  # 7 working days before Monday 14 December
    assert [step for _, step, _ in _ledger(world)] == ["before-7@2026-12-14"]
    assert [step for _, step, _ in _ledger(world, "CV-26-SONBC")] == ["catch-up-2026-12-03"]


def test_a_units_policy_lies_over_the_plans(world):
    with world.database.transaction() as uow:
        code = uow.plans.get(world.plan).code
    _set(world, "before = [7, 2]\ndaily_ceiling = 1", plan=code)
    _set(world, "before = [6]", unit=world.units["lap"])
    with world.database.transaction() as uow:
        rules = policies.Policies(uow, world.around.policy)
        lap, son = (uow.occurrences.by_code(c) for c in ("CV-26-LAPBC", "CV-26-SONBC"))
        assert (rules.current(lap).before, rules.current(lap).daily_ceiling) == ((6,), 1)
        assert rules.current(son).before == (7, 2)


def test_a_running_escalation_keeps_the_policy_it_began_with(world):
    _tick(world, "2026-12-14T07:30")
    _tick(world, "2026-12-15T07:30")  # the first day overdue: from here on it escalates
    assert world.record().policy_id is not None
    _set(world, "deputy_after = 1\noverdue_every = 1", unit=world.units["lap"])
    for day in range(16, 22):
        _tick(world, f"2026-12-{day}T07:30")
    deputy = [step for reason, step, person in _ledger(world) if person == world.people["deputy"]]
    assert deputy == ["deputy@2026-12-14"]
    with world.database.transaction() as uow:
        told = [
            e for e in uow.ledger.between(_at("2026-12-14"), _at("2026-12-31")) if e["reason"] == "escalated"
        ]
    first = min(e["planned_at"] for e in told if e["person_id"] == world.people["deputy"])
    assert first.astimezone(LOCAL).date() == date(2026, 12, 21)  # five working days, as when it began


def test_an_escalation_that_begins_later_begins_with_the_new_policy(world):
    _tick(world, "2026-12-14T07:30")
    _set(world, "deputy_after = 1", unit=world.units["lap"])
    _tick(world, "2026-12-15T07:30")
    assert world.people["deputy"] in {person for reason, _, person in _ledger(world) if reason == "escalated"}


def test_what_was_extended_is_no_running_escalation_any_more(world):
    _tick(world, "2026-12-15T07:30")
    with world.database.transaction() as uow:
        record = uow.occurrences.by_code("CV-26-LAPBC")
        uow.occurrences.change(record.id, due_on=date(2026, 12, 31), next_at=_at("2026-12-24T07:30"))
    _set(world, "before = [5]", unit=world.units["lap"])
    _tick(world, "2026-12-24T07:30")
    assert world.record().policy_id is None
    assert ("soon", "before-5@2026-12-31") in {entry[:2] for entry in _ledger(world)}


def test_other_hours_make_a_message_of_their_own_and_are_kept_while_it_waits(world):
    _set(world, 'window = ["14:00", "16:00"]\ndigest_at = "14:00"', unit=world.units["lap"])
    _tick(world, "2026-12-07T07:30")
    [notice] = _notices(world)
    assert notice.not_before == _at("2026-12-07T14:00")
    assert reminders.may_leave(world.around, notice.about, _at("2026-12-07T16:30")) == _at("2026-12-08T14:00")
    assert reminders.may_leave(world.around, {}, _at("2026-12-07T16:30")) == _at("2026-12-07T16:30")


def test_a_ceiling_of_one_unit_holds_back_its_own_reminders_only(world):
    with world.database.transaction() as uow:
        uow.people.join(world.people["focal"], world.units["son"], "focal", world.now)
        uow.people.join(world.people["son"], None, "leader", world.now)
        for number in range(1, 3):
            task = world.task_in(uow, f"III.9.{number}")
            world.owe(uow, task, "lap", f"CV-26-LAP{number}X", "2026-12-14", due=date(2026, 12, 14))
    _set(world, "daily_ceiling = 1", unit=world.units["lap"])
    _tick(world, "2026-12-07T07:30")
    with world.database.transaction() as uow:
        uow.occurrences.look_again(["CV-26-LAPBC", "CV-26-SONBC"], _at("2026-12-07T08:00"))
        task = world.task_in(uow, "III.9.9")
        world.now = _at("2026-12-07T08:00")
        world.owe(uow, task, "lap", "CV-26-LAP9", "2026-12-14", due=date(2026, 12, 14))
    _tick(world, "2026-12-07T08:00")
    assert len(_notices(world)) == 1
    assert _ledger(world, "CV-26-LAP9") == []


@pytest.mark.parametrize(
    ("toml", "error"), [("befor = [1]", PolicyError), ("daily_ceiling = 0", PolicyError)]
)
def test_a_policy_of_no_use_changes_nothing(world, toml, error):
    with pytest.raises(error):
        _set(world, toml, unit=world.units["lap"])
    with world.database.transaction() as uow:
        assert uow.policies.settings() == ()


def test_who_sets_a_policy_says_why(world):
    command = policies.SetPolicy("before = [1]", "Bà Hoa", " ", unit=world.units["lap"])
    with world.database.transaction() as uow, pytest.raises(BadInputError, match="policy-needs-why"):
        policies.set_policy(uow, command, world.around.policy, world.now)


def test_setting_again_ends_the_earlier_one_and_the_past_stays_known(world):
    _set(world, "before = [7]", unit=world.units["lap"])
    before, world.now = world.now, _at("2026-12-01T09:00")
    _set(world, "before = [2]", unit=world.units["lap"])
    with world.database.transaction() as uow:
        assert [one.toml for one in uow.policies.settings()] == ["before = [2]"]
        assert [one.toml for one in uow.policies.settings(_at("2026-11-30T09:00"))] == ["before = [7]"]
        assert uow.policies.settings(before.replace(year=2025)) == ()


def test_the_preview_says_what_differs_and_what_goes_on_as_it_began(world):
    _tick(world, "2026-12-15T07:30")
    with world.database.transaction() as uow:
        command = policies.SetPolicy("before = [7]\ndeputy_after = 5", "-", "-", unit=world.units["lap"])
        found = policies.preview(uow, command, world.around.policy, date(2026, 12, 15))
    assert found.settings == (("before", "[10, 5, 3, 1]", "[7]"),)
    assert (found.duties, found.kept) == (1, 1)
