"""A position far from all that came from its commune before is kept, and the officer reads that it is doubtful."""

import pytest

from domain.positions import FAR, far_off, kilometres
from handlers.acting import Acting
from handlers.services import accidents

HERE = (21.5, 105.5)


def test_distances_on_the_ground():
    assert kilometres((21.0285, 105.8542), (10.7769, 106.7009)) == pytest.approx(1143, abs=5)
    assert kilometres(HERE, HERE) == 0


def test_nothing_is_said_where_little_is_known():
    assert far_off([(10.0, 106.0)], [HERE, HERE]) is None
    assert far_off([], [HERE] * 5) is None
    assert far_off([(48.8, 2.3)], [HERE] * 5) is None  # abroad is said by itself


def test_a_position_far_from_all_of_them_is_far():
    known = [HERE, (21.6, 105.5), (21.5, 105.6)]
    assert far_off([(21.7, 105.5)], known) is None
    assert far_off([HERE, (10.8, 106.7)], known) > 1000
    assert far_off([(22.0, 105.5)], known) > FAR


def case(world, at=None, unit="Tân Lập"):
    by = Acting(
        world.uow.people.get(world.people["leader"]),
        world.address("leader"),
        world.now,
        world.around,
        source=next(world.count),
    )
    facts = {"place": {"unit": world.units[unit], "name": f"xã {unit}"}, "people": {"total": 1}}
    if at:
        facts["locations"] = [list(at)]
    return accidents.open_case(world.uow, accidents.OpenCase("accident", facts), by)["code"]


def page(world, code):
    return world.tap("focal", f"case:open:{code}")[0].text


def test_the_officer_reads_it_on_the_page_and_the_position_is_kept(world):
    for at in (HERE, (21.52, 105.5), (21.5, 105.52)):
        case(world, at)
    near, far = case(world, (21.55, 105.5)), case(world, (10.8, 106.7))
    assert "chưa chắc" not in page(world, near)
    shown = page(world, far)
    assert "cách các vị trí trước đây của xã này" in shown
    assert world.uow.accidents.facts(world.uow.accidents.by_code(far).id)["locations"] == [[10.8, 106.7]]


def test_positions_of_other_communes_and_cancelled_cases_do_not_count(world):
    for _ in range(3):
        code = case(world, (10.8, 106.7))
        world.uow.accidents.change(world.uow.accidents.by_code(code).id, state="cancelled")
        case(world, (10.8, 106.7), unit="Tân Hòa")
    assert "chưa chắc" not in page(world, case(world, HERE))
