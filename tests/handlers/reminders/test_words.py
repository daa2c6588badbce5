"""What a reminder says: one deadline, what was answered already, and one duty of many units in one line."""

from datetime import UTC, date, datetime

import pytest

from handlers.services import reminders
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
    """Return the texts queued for each person by this tick."""
    world.now = _at(text)
    before = {name: len(world.talk(name).notices()) for name in world.people}
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    return {name: world.talk(name).notices()[count:] for name, count in before.items()}


def _saturday(world, code="CV-26-LAPT7", unit="lap"):
    with world.database.transaction() as uow:
        world.owe(uow, world.task_in(uow, "III.2.a"), unit, code, "2026-12-12", due=date(2026, 12, 12))


def _only_saturday(world):
    _saturday(world)
    with world.database.transaction() as uow:
        for code in ("CV-26-LAPBC", "CV-26-SONBC"):
            uow.occurrences.change(uow.occurrences.by_code(code).id, state="accepted", next_at=None)


def test_before_the_due_day_the_safe_day_is_named_after_it_the_due_day_itself(world):
    _only_saturday(world)
    (soon,) = _tick(world, "2026-12-10T07:30")["focal"]
    assert "thứ Sáu 11/12/2026" in soon.text
    (late,) = _tick(world, "2026-12-14T07:30")["focal"]
    assert "đã qua hạn thứ Bảy 12/12/2026, 1 ngày làm việc" in late.text
    assert "quá hạn thứ Bảy 12/12/2026, 1 ngày làm việc" in world.talk("focal").tap("status:overdue")[0]


def test_after_a_difficulty_nobody_answered_the_unit_is_not_asked_again_and_overseers_hear_of_it(world):
    _only_saturday(world)
    world.now = _at("2026-11-25T09:00")
    focal = world.talk("focal")
    focal.tap("progress:difficulty:CV-26-LAPT7")
    focal.say("Chưa có kinh phí")
    (unit,) = [n for n in _tick(world, "2026-12-14T07:30")["focal"] if n.text.startswith("⏰")]
    assert "gặp khó ngày 25/11. Việc này đang chờ Sở Nội vụ trả lời về chỗ vướng." in unit.text
    assert [c.label for c in unit.choices] == ["Đã xong", "Đang làm", "Xin gia hạn"]
    (deputy,) = _tick(world, "2026-12-18T07:30")["deputy"]
    assert "Đơn vị báo gặp khó ngày 25/11, đang chờ trả lời." in deputy.text
    coordinator = world.talk("coordinator")
    seen = [n for day in range(21, 32) for n in _tick(world, f"2026-12-{day}T07:30")["coordinator"]]
    heard = next(n for n in seen if n.text.startswith("⏰"))
    assert "đang chờ trả lời" in heard.text
    assert [c.label for c in heard.choices] == ["Trả lời", "Mở việc này"]
    world.now = _at("2026-12-31T09:00")
    coordinator.tap(f"review:answer:{world.said('CV-26-LAPT7')[0].id}")
    coordinator.say("Kinh phí về ngày 15/12")
    coordinator.say("Đúng")
    (again,) = [n for n in _tick(world, "2027-01-15T07:30")["focal"] if n.text.startswith("⏰")]
    assert again.text.endswith("iệc tới đâu rồi?")


def test_one_duty_that_many_units_owe_is_one_line_for_the_coordinator(world):
    with world.database.transaction() as uow:
        task = world.task_in(uow, "III.1.a")
        for n in range(4):
            world.units[f"x{n}"] = uow.units.add(code=f"x{n}", name=f"Xã {n}", kind="commune", parent_id=None)
            world.owe(uow, task, f"x{n}", f"CV-26-X{n}", "2026-11-30", due=date(2026, 11, 30))
        for code in ("CV-26-LAPBC", "CV-26-SONBC"):
            uow.occurrences.change(uow.occurrences.by_code(code).id, state="accepted", next_at=None)
    with world.database.transaction() as uow:
        for n in range(4):
            world._person(uow, f"focal{n}", world.units[f"x{n}"], "focal")
    seen = [n for day in range(1, 32) for n in _tick(world, f"2026-12-{day:02d}T07:30")["coordinator"]]
    assert (
        seen[0].text
        == "⏰ III.1.a Tập huấn an toàn cho người lao động: 4 đơn vị quá hạn từ 30/11. Xem đơn vị nào?"
    )
    assert [c.label for c in seen[0].choices] == ["Đơn vị quá hạn"]


def test_a_period_answered_already_is_asked_about_what_is_new(world):
    world.add_check_in(code="CV-26-LAPQ4")
    _finish_reports(world)
    world.now = _at("2026-11-24T10:00")
    world.talk("focal").tap("progress:under_way:CV-26-LAPQ4")
    world.talk("focal").say("40")
    asked = [n for day in range(1, 32) for n in _tick(world, f"2026-12-{day:02d}T07:30")["focal"]]
    assert all(n.text.endswith("ngày 24/11 đơn vị báo đang làm. Có gì mới không?") for n in asked)
    assert asked


def _finish_reports(world):
    with world.database.transaction() as uow:
        for code in ("CV-26-LAPBC", "CV-26-SONBC"):
            uow.occurrences.change(uow.occurrences.by_code(code).id, state="accepted", next_at=None)
