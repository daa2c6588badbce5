"""A machine under strict safety rules: declared by its user, kept in a register, owed a paper and an inspection."""

from datetime import date

import pytest

from domain.accident import CaseKind
from domain.case_figure import is_counted
from handlers.acting import Acting
from handlers.services import accidents, people, withdrawal
from handlers.services.papers import offers

WHOLE = (
    "đồng ý",
    "1",
    "Toyota, Nhật, 2024",
    "8FD25-12345",
    "2,5 tấn",
    "Công ty Cơ khí Tân Lập",
    "Tân Lập",
    "20/11/2026",
    "15/11/2026",
    "KĐ-1234",
    "2 năm",
    "0912345678",
    "xong",
)


def told(world, opening="khai bao xe nang moi mua", answers=WHOLE):
    world.say("clerk", opening)
    for text in answers:
        shown = world.say("clerk", text)
    return shown


def acting(world):
    person, _ = people.recognise(world.uow, world.address("clerk"), world.now)
    return Acting(person, world.address("clerk"), world.now, world.around, 1)


def texts(shown):
    return "\n".join(one.text for one in shown)


@pytest.mark.parametrize(
    "words", ["khai bao thiet bi nghiem ngat", "khai báo thang máy", "mới mua xe nâng 2 tấn"]
)
def test_words_lead_to_the_declaration_and_not_to_an_alarm(world, words):
    shown = world.say("clerk", words)
    assert "yêu cầu nghiêm ngặt" in shown[0].text
    assert not any(one.urgent for one in shown)


def test_a_machine_that_hurt_somebody_is_an_accident(world):
    assert any(one.urgent for one in world.say("clerk", "xe nâng đè 1 người chết"))


def test_a_whole_declaration_is_kept_told_to_the_department_and_called_no_declaration(world):
    shown = told(world)
    assert 1 + len(WHOLE) <= 14
    case = world.case()
    assert (case.kind, case.code[:3]) == ("equipment", "TB-")
    assert "chưa phải là khai báo" in texts(shown)
    assert not world.pushes("coordinator")[0].urgent
    assert world.pushes("focal")
    assert not is_counted(CaseKind.EQUIPMENT, world.facts())
    machine = world.uow.machines.listed(None)[0]
    assert (machine.code, machine.kind, machine.serial) == (case.code, "forklift", "8FD25-12345")
    assert (machine.in_use_on, machine.inspect_by) == (date(2026, 11, 20), date(2028, 11, 15))
    assert machine.unit_id == world.units["Tân Lập"]


def test_its_duties_are_dated_and_reminded_of(world):
    told(world)
    rows = {row.rule: row for row in world.uow.case_duties.running(world.case().id)}
    assert {rule: row.law["due"] for rule, row in rows.items()} == {
        "employer-declares-equipment": "2026-12-20",
        "employer-has-equipment-inspected": "2028-11-15",
    }
    assert all(row.occurrence_id is not None for row in rows.values())


def test_a_new_day_of_inspection_moves_the_register_and_the_clock(world):
    told(world)
    case = world.case()
    accidents.record_facts(
        world.uow, accidents.RecordFacts(case.code, {"inspect_by": "2027-01-10"}), acting(world)
    )
    assert world.uow.machines.listed(None, until=date(2027, 1, 31))
    rows = {row.rule: row.law["due"] for row in world.uow.case_duties.running(case.id)}
    assert rows["employer-has-equipment-inspected"] == "2027-01-10"


def test_the_form_is_a_draft_for_the_department_and_its_holes_are_named(world):
    told(world)
    case = world.case()
    person = world.uow.people.get(case.reporter_id)
    found = offers(world.uow, person, case, world.facts())
    assert [(one.form, one.to, one.certain) for one in found] == [("equipment", ("Sở Nội vụ",), False)]


def test_days_that_cannot_be_are_asked_again(world):
    told(world, answers=WHOLE[:8])
    assert "chưa tới" in texts(world.say("clerk", "1/12/2026"))
    assert "đủ ngày, tháng, năm" in texts(world.say("clerk", "tháng trước"))
    world.say("clerk", "15/11/2026")
    world.say("clerk", "KĐ-1")
    assert "phải sau ngày kiểm định" in texts(world.say("clerk", "1/11/2026"))


def test_without_a_machine_nothing_is_declared(world):
    world.say("clerk", "khai báo thiết bị nghiêm ngặt")
    world.say("clerk", "đồng ý")
    for words in ("không biết", "bỏ qua"):
        assert "Máy, thiết bị gì" in texts(world.say("clerk", words)) or words == "không biết"
    assert not world.cases()


def test_unknown_is_an_answer_everywhere_else(world):
    world.say("clerk", "khai báo nồi hơi")
    for words in ("đồng ý", "1", *("chưa rõ",) * 7, "không để lại số", "xong"):
        world.say("clerk", words)
    assert world.case().kind == "equipment"
    assert world.uow.machines.listed(None)[0].inspect_by is None


def test_a_refusal_keeps_nothing(world):
    world.say("clerk", "khai báo thang máy")
    assert "không giữ gì" in texts(world.say("clerk", "không đồng ý"))
    assert not world.cases()


def test_officers_see_the_register_of_their_place_and_nobody_else(world):
    told(world)
    assert world.case().code in texts(world.say("coordinator", "danh sách thiết bị"))
    assert world.case().code in texts(world.say("focal", "danh sach thiet bi"))
    assert world.case().code not in texts(world.say("other", "danh sách thiết bị"))
    assert world.case().code not in texts(world.say("clerk", "danh sách thiết bị"))


def test_consent_taken_back_takes_the_machine_out_of_the_register(world):
    told(world)
    withdrawal.withdraw(world.uow, withdrawal.Withdraw("consent:withdraw"), acting(world))
    assert world.uow.machines.listed(None) == ()


def test_a_renewed_inspection_is_told_in_ones_own_words(world):
    told(world)
    code = world.case().code
    world.tap("clerk", f"case:fix:{code}")
    shown = world.say("clerk", "kiem dinh lai ngay 20/11/2026, han den 20/11/2027")
    assert "Kiểm định ngày: 20/11/2026" in texts(shown)
    assert "Kiểm định có hạn đến: 20/11/2027" in texts(shown)
    machine = world.uow.machines.listed(None)[0]
    assert (machine.inspected_on, machine.inspect_by) == (date(2026, 11, 20), date(2027, 11, 20))
    rows = {row.rule: row.law["due"] for row in world.uow.case_duties.running(world.case().id)}
    assert rows["employer-has-equipment-inspected"] == "2027-11-20"


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("số chế tạo là 99-A", "serial", "99-A"),
        ("so giay chung nhan: KD 77", "certificate", "KD 77"),
        ("tải trọng 3 tấn", "capacity", "3 tấn"),
        ("ngày đưa vào sử dụng là 21/11/2026", "in_use_on", "2026-11-21"),
        ("đơn vị sử dụng là Công ty An Phát", "workplace", "Công ty An Phát"),
    ],
)
def test_each_fact_is_set_right_by_its_name(world, words, field, value):
    told(world)
    world.tap("clerk", f"case:fix:{world.case().code}")
    world.say("clerk", words)
    assert world.facts()[field] == value


def test_a_day_that_cannot_be_is_refused_later_too(world):
    told(world)
    world.tap("clerk", f"case:fix:{world.case().code}")
    assert "phải sau ngày kiểm định" in texts(world.say("clerk", "hạn kiểm định là 1/1/2026"))
    assert world.facts()["inspect_by"] == "2028-11-15"
