"""What the law asks of every employer and commune: entered, reminded of, answered by a button, explained."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.services import reminders, statutory
from messages.words import LOCAL
from tests.handlers.progress.employers import enter, owed, register
from tests.handlers.progress.world import World

JUNE = datetime(2026, 6, 10, 8, 0, tzinfo=LOCAL)


@pytest.fixture
def world():
    made = World()
    made.now = JUNE
    yield made
    made.close()


def _remind(world, now):
    world.now = now
    with world.database.transaction() as uow:
        return reminders.tick(uow, world.around, now)


def test_nothing_is_owed_before_it_is_started(world):
    assert enter(world) == 0


def test_every_employer_and_commune_owes_the_half_year_figures(world):
    first = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    other = register(world, "HTX Bình Minh", "0107654321")
    assert enter(world) == 4
    for unit, rule in (
        (first, "employer-accident-half"),
        (other, "employer-accident-half"),
        (world.units["lap"], "commune-accident-half"),
        (world.units["son"], "commune-accident-half"),
    ):
        record = owed(world, unit)[rule]
        assert (record.label, record.due_on, record.state) == ("2026-H1", date(2026, 7, 4), "open")
    assert enter(world) == 0


def test_an_employer_registered_later_owes_them_too(world):
    register(world, "Công ty An Phú", "0101234567")
    enter(world)
    late = register(world, "HTX Bình Minh", "0107654321")
    assert enter(world) == 1
    assert "employer-accident-half" in owed(world, late)


def test_a_clerk_is_reminded_and_answers_zero_by_a_button(world):
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    assert _remind(world, datetime(2026, 6, 29, 7, 30, tzinfo=LOCAL)) >= 1
    clerk = world.talk("clerk")
    [notice] = clerk.notices()
    assert "Báo cáo tai nạn lao động 6 tháng đầu năm 2026" in notice.text
    assert "thứ Sáu 03/07/2026" in notice.text  # 4 July is a Saturday
    zero = next(c.payload for c in notice.choices if c.label == "Không có tai nạn")
    assert not any(c.payload.startswith("progress:more_time") for c in notice.choices)
    [said] = clerk.tap(zero)
    assert "không có vụ nào" in said
    assert "Sở Nội vụ" in said
    assert owed(world, unit)["employer-accident-half"].state == "submitted"
    assert not [n for n in world.talk("coordinator").notices() if "An Phú" in n.text]
    [again] = clerk.tap(zero)
    assert "đã được ghi" in again
    assert "chờ duyệt" not in again  # nobody reads forty thousand of them one by one
    with world.database.transaction() as uow:
        assert uow.occurrences.undecided(["done"]) == ()


@pytest.mark.parametrize(
    "said", ["khong co vu nao", "không có tai nạn nào cả", "0 vụ nhé", "bao cao so khong"]
)
def test_zero_is_understood_in_words(world, said):
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    world.talk("clerk").say(said)
    assert owed(world, unit)["employer-accident-half"].state == "submitted"


@pytest.mark.parametrize("said", ["có 1 vụ tai nạn", "không biết nộp ở đâu", "chưa nộp được"])
def test_other_words_are_no_zero(world, said):
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    world.talk("clerk").say(said)
    assert owed(world, unit)["employer-accident-half"].state != "submitted"


def test_zero_is_taken_where_the_proof_is_asked_for(world):
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    code = owed(world, unit)["employer-accident-half"].code
    clerk = world.talk("clerk")
    clerk.tap(f"progress:done:{code}")
    assert "Không có tai nạn" in clerk.buttons
    clerk.say("khong co ai bi tai nan")
    clerk.pick("Đúng rồi") if "Đúng rồi" in clerk.buttons else clerk.say("đúng")
    assert owed(world, unit)["employer-accident-half"].state == "submitted"


@pytest.mark.parametrize("said", ["vì sao?", "vi sao phai nop", "căn cứ nào", "sao phải làm báo cáo này"])
def test_why_is_answered_with_the_article(world, said):
    register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    [answer] = world.talk("clerk").say(said)
    assert "khoản 1 Điều 24 NĐ 39/2016/NĐ-CP" in answer
    assert "Phụ lục XII" in answer


def test_a_day_set_by_law_is_not_moved(world):
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    code = owed(world, unit)["employer-accident-half"].code
    [answer] = world.talk("clerk").tap(f"progress:more_time:{code}")
    assert "không gia hạn được" in answer


def test_what_is_done_at_intervals_counts_anew_from_the_day_it_was_done(world):
    dates = {"employer-training": (date(2024, 6, 20), date(2026, 6, 20))}
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk", dates=dates)
    enter(world)
    record = owed(world, unit)["employer-training"]
    assert record.due_on == date(2026, 6, 20)
    clerk = world.talk("clerk")
    clerk.tap(f"progress:done:{record.code}")
    clerk.say("45/QĐ-AP")
    clerk.say("hôm qua")
    clerk.say("đúng")
    assert owed(world, unit)["employer-training"].state == "submitted"
    with world.database.transaction() as uow:
        kept = uow.employers.dates_of([unit])[unit, "employer-training"]
    assert (kept.done_on, kept.due_on, kept.open_on) == (
        date(2026, 6, 9),
        date(2028, 6, 9),
        date(2028, 5, 10),
    )


@pytest.mark.parametrize(
    "said", ["làm xong huấn luyện rồi", "huan luyen xong roi", "đã cấp lại thẻ an toàn xong"]
)
def test_a_duty_is_known_by_its_name(world, said):
    dates = {"employer-training": (date(2024, 6, 20), date(2026, 6, 20))}
    register(world, "Công ty An Phú", "0101234567", clerk="clerk", dates=dates)
    enter(world)
    answer = " ".join(world.talk("clerk").say(said))
    assert "Huấn luyện an toàn" in answer
    assert "tai nạn" not in answer


def test_a_coming_day_is_not_taken_as_the_day_it_was_done(world):
    dates = {"employer-monitoring": (date(2025, 6, 20), date(2026, 6, 20))}
    unit = register(world, "Công ty An Phú", "0101234567", clerk="clerk", dates=dates)
    enter(world)
    clerk = world.talk("clerk")
    clerk.tap(f"progress:done:{owed(world, unit)['employer-monitoring'].code}")
    clerk.say("45/QĐ-AP")
    clerk.say("ngày mai")
    assert "Hôm nay" in clerk.buttons


def test_an_employer_nobody_is_linked_for_floods_nobody(world):
    for number in range(30):
        register(world, f"Công ty {number}", f"02{number:08d}")
    enter(world)
    for day in (29, 30):
        _remind(world, datetime(2026, 6, day, 7, 30, tzinfo=LOCAL))
    _remind(world, datetime(2026, 8, 20, 7, 30, tzinfo=LOCAL))
    with world.database.transaction() as uow:
        entries = uow.ledger.between(datetime(2026, 1, 1, tzinfo=LOCAL), datetime(2027, 1, 1, tzinfo=LOCAL))
        assert (
            reminders.due(uow, world.around.policy, world.around.calendar, uow.occurrences.open(), world.now)
            == []
        )
    assert not [e for e in entries if e["occurrence"].startswith("PL-") and "employer" in e.get("duty", "")]
    assert not [n for n in world.talk("coordinator").notices() if "Công ty" in n.text]


def test_a_clerk_who_is_linked_later_is_reminded_of_what_is_owed(world):
    unit = register(world, "Công ty An Phú", "0101234567")
    enter(world)
    _remind(world, datetime(2026, 6, 29, 7, 30, tzinfo=LOCAL))
    with world.database.transaction() as uow:
        world._person(uow, "late", unit, "employer")
        statutory.look_again(uow, [unit], world.now)
    _remind(world, datetime(2026, 6, 30, 8, 0, tzinfo=LOCAL))
    assert [n for n in world.talk("late").notices() if "6 tháng" in n.text]


def test_the_commune_hears_when_its_employer_stays_silent(world):
    register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    enter(world)
    for day in range(6, 25):
        _remind(world, datetime(2026, 7, day, 7, 30, tzinfo=LOCAL))
    assert [n for n in world.talk("focal").notices() if "An Phú" in n.text]


def test_a_clerk_sees_own_duties_only(world):
    register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    other = register(world, "HTX Bình Minh", "0107654321", clerk="second-clerk")
    enter(world)
    code = owed(world, other)["employer-accident-half"].code
    clerk = world.talk("clerk")
    assert "Bình Minh" not in " ".join(clerk.say("việc của tôi"))
    [refused] = clerk.tap(f"progress:done:{code}")
    assert "Bình Minh" not in refused
    assert owed(world, other)["employer-accident-half"].state == "open"


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(["tick", "register", "answer", "month"]), max_size=12),
)
def test_whatever_happens_each_unit_owes_a_period_once(acts):
    world = World()
    world.now = JUNE
    units = []
    for act in acts:
        if act == "tick":
            with world.database.transaction() as uow:
                statutory.tick(uow, world.around, world.now)
        elif act == "register":
            units.append(
                register(world, f"Công ty {len(units)}", f"03{len(units):08d}", clerk=f"c{len(units)}")
            )
        elif act == "month":
            month = world.now.month % 12 + 1
            world.now = world.now.replace(year=world.now.year + (month == 1), month=month)
        elif units and (record := owed(world, units[0]).get("employer-accident-half")):
            world.talk("c0").tap(f"statutory:zero:{record.code}")
    enter(world)
    with world.database.transaction() as uow:
        plan = uow.plans.by_code(statutory.PLAN)
        found = () if plan is None else uow.occurrences.of_plan(plan.id)
    seen = [(r.unit_id, r.task_ref, r.label) for r in found]
    assert len(seen) == len(set(seen))
    for unit in units:
        open_now = {
            key.split(":")[0] for key in statutory._open(world.now.date()) if key.startswith("employer")
        }
        assert open_now <= {r.task_ref for r in found if r.unit_id == unit}
    world.close()
