"""Targets of a plan: given to units, asked for as numbers each year, answered with their source."""

from dataclasses import replace
from datetime import datetime
from itertools import count

import pytest

from handlers.flows.progress_other import figure_in
from handlers.services import reminders, targets
from handlers.services.plan_periods import horizon
from messages.words import LOCAL

TARGETS = [
    {"id": "II.1", "text": "Bảo đảm quyền của người lao động", "value": None, "comparator": None, "unit": None,
     "source": {"lines": [17]}},
    {"id": "II.2.b", "text": "tỉ lệ tai nạn lao động chết người giảm dưới 1%/năm", "value": 1.0,
     "comparator": "below", "unit": "%/năm", "source": {"lines": [18]}},
    {"id": "II.2.c", "text": "số người được khám bệnh nghề nghiệp tăng ít nhất 5%/năm", "value": 5.0,
     "comparator": "at_least", "unit": "%/năm", "source": {"lines": [18]}},
]  # fmt: skip


@pytest.fixture(autouse=True)
def _plan_with_targets(world):
    drawn = count(1)
    world.around = replace(world.around, token=lambda size: bytes(next(drawn) % 256 for _ in range(size)))
    with world.database.transaction() as uow:
        uow.plans.change(world.plan, reading={"tasks": [], "targets": TARGETS})


def _give(world, second="xã Yên Sơn"):
    coordinator = world.talk("coordinator")
    asked = coordinator.say("giao chỉ tiêu")
    assert "".join(asked) == (
        'Còn 2 chỉ tiêu chưa rõ ai báo số. II.2.b: "tỉ lệ tai nạn lao động chết người giảm dưới 1%/năm". '
        "Đơn vị nào báo? Nhắn tên."
    )
    coordinator.say("xa tan lap")
    return coordinator, coordinator.say(second) if second else coordinator.pick("Để sau")


def _code(world, ref, year="2026"):
    with world.database.transaction() as uow:
        plan = uow.plans.by_code("KH-26-AAAA-CT")
        return next(r.code for r in uow.occurrences.of_plan(plan.id) if (r.task_ref, r.label) == (ref, year))


def test_the_coordinator_is_asked_target_by_target(world):
    coordinator, told = _give(world)
    assert told[-1] == "Đã giao 2 chỉ tiêu. Mỗi năm, từ tháng 11, Báo An hỏi số. Còn để sau: 0."
    assert coordinator.say("giao chỉ tiêu") == ["Không còn chỉ tiêu bằng số nào chưa giao."]
    assert 'báo số 1 chỉ tiêu của kế hoạch "Kế hoạch": II.2.b.' in world.talk("focal").notices()[-1].text
    record = world.record(_code(world, "II.2.b"))
    assert (record.unit_name, record.label, record.task_kind, record.due_on) == (
        "Xã Tân Lập", "2026", "target", None,
    )  # fmt: skip


def test_what_is_left_for_later_is_said_to_have_nobody(world):
    coordinator, told = _give(world, second=None)
    assert told[-1].endswith("Còn để sau: 1.")
    (shown,) = coordinator.say("chỉ tiêu thế nào rồi?")
    assert "- II.2.c số người được khám bệnh nghề nghiệp tăng ít nhất 5%/năm: chưa giao ai báo số" in shown
    assert "năm 2026: chưa có số" in shown
    assert coordinator.buttons == ["Giao chỉ tiêu"]


def test_the_unit_gives_a_number_and_the_answer_names_its_source(world):
    _give(world)
    code = _code(world, "II.2.c")
    son = world.talk("son")
    assert "Đạt bao nhiêu? Nhắn một số." in son.tap(f"progress:done:{code}")[-1]
    assert son.say("khoảng nhiều") == ["Anh/chị nhắn giúp một số, ví dụ: 20 hoặc 4,5."]
    son.say("tăng 6,5%")
    assert son.say("12/BC-UBND")[-1] == "Đã ghi: chỉ tiêu II.2.c, đạt 6,5, văn bản 12/BC-UBND. Đúng không?"
    son.pick("Đúng")
    record = world.record(code)
    assert (record.state, world.said(code)[-1].figure) == ("submitted", 6.5)
    coordinator = world.talk("coordinator")
    assert "chỉ tiêu II.2.c, đạt 6,5" in coordinator.notices()[-1].text
    (shown,) = coordinator.say("chi tieu the nao roi")
    assert (
        "năm 2026: 6,5, đạt. Xã Yên Sơn báo lúc 9h05 thứ Ba 24/11/2026, văn bản 12/BC-UBND, chưa duyệt"
        in shown
    )
    coordinator.tap(f"review:accept:{world.said(code)[-1].id}")
    assert "12/BC-UBND, đã duyệt" in coordinator.say("chỉ tiêu")[0]


def test_a_figure_in_one_sentence_without_a_document(world):
    _give(world)
    focal = world.talk("focal")
    assert "số này lấy từ văn bản nào?" in focal.say("chi tieu II.2.b nam 2026 dat 1,2")[-1]
    focal.pick("Không có văn bản")
    focal.pick("Đúng")
    (shown,) = world.talk("leader").say("các chỉ tiêu đạt chưa")
    assert "năm 2026: 1,2, chưa đạt. Xã Tân Lập báo" in shown
    assert "không kèm văn bản" in shown
    assert world.talk("son").say("chi tieu the nao roi")[0].count("II.2.") == 1


def test_a_returned_figure_counts_no_more(world):
    _give(world)
    code = _code(world, "II.2.b")
    focal = world.talk("focal")
    focal.tap(f"progress:done:{code}")
    focal.say("0,5")
    focal.pick("Không có văn bản")
    focal.pick("Đúng")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:return:{world.said(code)[-1].id}")
    coordinator.say("Thiếu số liệu khu công nghiệp")
    coordinator.pick("Đúng")
    assert "năm 2026: chưa có số" in coordinator.say("chỉ tiêu thế nào")[0]
    assert world.record(code).state == "returned"


def test_it_is_reminded_of_as_a_figure(world):
    _give(world)
    son = world.talk("son")
    son.tap("progress:done:CV-26-SONBC")
    son.say("9/BC-UBND")
    son.pick("Đúng")
    world.now = datetime(2027, 1, 22, 7, 30, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    notice = next(n for n in world.talk("son").notices() if "đạt bao nhiêu" in n.text)
    assert notice.text.startswith("⏰ Chỉ tiêu II.2.c: số người được khám bệnh nghề nghiệp")
    assert notice.choices[0].label == "Báo số"


def test_the_next_year_comes_by_itself_once(world):
    _give(world)
    world.now = datetime(2027, 9, 1, 0, 0, tzinfo=LOCAL)
    until = horizon(world.now.date())
    with world.database.transaction() as uow:
        assert targets.roll(uow, world.around, until, world.now) == 2
        assert targets.roll(uow, world.around, until, world.now) == 0
    assert world.record(_code(world, "II.2.b", "2027")).opens_on.isoformat() == "2027-11-01"


@pytest.mark.parametrize("who", ["focal", "leader", "worker"])
def test_only_who_coordinates_gives_targets(world, who):
    world.talk(who).tap("target:start:KH-26-AAAA")
    with world.database.transaction() as uow:
        assert uow.plans.in_state("targets") == ()


@pytest.mark.parametrize(
    ("comparator", "figure", "meets"),
    [
        ("at_least", 5.0, True), ("at_least", 4.9, False), ("below", 1.0, False), ("below", 0.9, True),
        ("at_most", 1.0, True), ("above", 1.0, False), ("change_by", 4.0, None),
    ],
)  # fmt: skip
def test_whether_a_figure_meets_a_target(comparator, figure, meets):
    value = 5.0 if comparator == "at_least" else 1.0
    assert targets.meets({"value": value, "comparator": comparator}, figure) is meets


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("đạt 4,5%", 4.5), ("giam 4 %", 4.0), ("20", 20.0), ("-0,5", -0.5), ("20 trên 25", None),
        ("nhiều", None), ("30/11", None), ("125/BC-UBND", None),
    ],
)  # fmt: skip
def test_the_one_number_in_an_answer(said, figure):
    assert figure_in(said) == figure
