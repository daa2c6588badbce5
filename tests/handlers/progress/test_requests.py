"""Reports asked for out of turn: said in one sentence or by buttons, reminded like any duty, followed, taken back."""

import unicodedata
from dataclasses import replace
from datetime import date, datetime
from itertools import count

import pytest

from domain.vietnamese.fold import fold
from handlers.flows.request_words import read_request
from handlers.services import reminders
from messages.words import LOCAL

SENTENCE = "Yêu cầu các xã báo cáo đột xuất về lò sấy chưa kiểm định trước ngày 5/12"


@pytest.fixture(autouse=True)
def _different_codes(world):
    drawn = count(1)
    world.around = replace(world.around, token=lambda size: bytes(next(drawn) % 256 for _ in range(size)))


@pytest.fixture
def sent(world):
    coordinator = world.talk("coordinator")
    asked = coordinator.say(SENTENCE)
    assert "".join(asked) == (
        'Yêu cầu 2 đơn vị báo cáo đột xuất về "lò sấy chưa kiểm định", hạn hết thứ Sáu 04/12/2026: '
        "Xã Tân Lập; Xã Yên Sơn. Gửi không?"
    )
    told = coordinator.pick("Gửi")
    return told[0].split("yêu cầu ")[1].split(" ")[0]


def _codes(world, request):
    with world.database.transaction() as uow:
        plan = uow.plans.by_code(request)
        return {r.unit_name: r.code for r in uow.occurrences.of_plan(plan.id)}


def test_each_unit_owes_its_own_answer_and_is_told(world, sent):
    codes = _codes(world, sent)
    assert set(codes) == {"Xã Tân Lập", "Xã Yên Sơn"}
    record = world.record(codes["Xã Tân Lập"])
    assert (record.state, record.due_on, record.task_kind) == ("open", date(2026, 12, 4), "request")
    (notice,) = world.talk("focal").notices()
    assert notice.text == (
        "Sở Nội vụ yêu cầu Xã Tân Lập báo cáo đột xuất về: lò sấy chưa kiểm định. "
        "Hạn hết thứ Sáu 04/12/2026. Đơn vị báo thế nào?"
    )
    assert notice.choices[0].payload == f"progress:done:{codes['Xã Tân Lập']}"


def test_who_has_answered(world, sent):
    codes = _codes(world, sent)
    focal = world.talk("focal")
    focal.tap(f"progress:done:{codes['Xã Tân Lập']}")
    focal.say("77/BC-UBND")
    focal.pick("Đúng")
    coordinator = world.talk("coordinator")
    assert "Xã Tân Lập báo xong: báo cáo đột xuất về" in coordinator.notices()[-1].text
    for words in ("ai chưa trả lời yêu cầu đột xuất?", "yeu cau dot xuat the nao roi"):
        (shown,) = coordinator.say(words)
        assert f'yêu cầu {sent} "lò sấy chưa kiểm định": 1/2 đơn vị đã báo' in shown
        assert "Chưa báo: Xã Yên Sơn" in shown
    coordinator.tap("request:list")
    assert coordinator.buttons == ["lò sấy chưa kiểm định: 1/2 đã báo", "Yêu cầu mới"]


def test_a_few_words_answer_it_and_are_read_whole(world, sent):
    code = _codes(world, sent)["Xã Yên Sơn"]
    son = world.talk("son")
    assert "hoặc nhắn vài dòng" in son.tap(f"progress:done:{code}")[-1]
    assert son.say("Xã không có lò sấy nào")[-1].endswith('trả lời: "Xã không có lò sấy nào". Đúng không?')
    son.pick("Đúng")
    said = world.said(code)[-1]
    assert (said.note, world.record(code).state) == ("Xã không có lò sấy nào", "submitted")
    coordinator = world.talk("coordinator")
    assert 'trả lời: "Xã không có lò sấy nào"' in coordinator.notices()[-1].text
    assert '"Xã không có lò sấy nào"' in coordinator.tap(f"review:open:{said.id}")[0]


@pytest.mark.usefixtures("sent")
def test_it_is_reminded_of_by_its_own_due_day(world):
    world.now = datetime(2026, 12, 3, 7, 30, tzinfo=LOCAL)
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, world.now)
    said = " ".join(n.text for n in world.talk("son").notices())
    assert "Báo cáo đột xuất: lò sấy chưa kiểm định" in said


def test_taken_back_nobody_owes_it_and_nothing_is_reminded(world, sent):
    codes = _codes(world, sent)
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"request:withdraw:{sent}")[0].startswith(f"Thu hồi yêu cầu {sent}? 2 đơn vị")
    assert coordinator.pick("Thu hồi yêu cầu") == [f"Đã thu hồi yêu cầu {sent}. 2 đơn vị được nhắn."]
    assert {world.record(code).state for code in codes.values()} == {"cancelled"}
    assert not any(world.wants_reminder(code) for code in codes.values())
    assert "đã thu hồi yêu cầu" in world.talk("focal").notices()[-1].text
    assert coordinator.tap(f"request:withdrawn:{sent}") == [f"Đã thu hồi yêu cầu {sent}. 0 đơn vị được nhắn."]


def test_by_buttons_to_chosen_units(world):
    coordinator = world.talk("coordinator")
    coordinator.tap("request:list")
    assert coordinator.pick("Yêu cầu mới")[0].startswith("Yêu cầu đơn vị nào báo cáo?")
    assert coordinator.say("xã Tân Láp nào đó ở xa")[0].startswith("Chưa rõ là đơn vị nào")
    coordinator.say("xa yen son")
    coordinator.say("Số máy nông nghiệp hỏng")
    assert coordinator.say("1/11")[0].startswith(
        ("Anh/chị nhắn giúp một ngày", "Ngày ấy đã qua", "Hạn xa nhất")
    )
    coordinator.say("10/12")
    coordinator.pick("Gửi")
    with world.database.transaction() as uow:
        (plan,) = uow.plans.in_state("request")
        assert [r.unit_name for r in uow.occurrences.of_plan(plan.id)] == ["Xã Yên Sơn"]


@pytest.mark.parametrize("who", ["focal", "leader", "worker"])
def test_only_who_coordinates_asks(world, who):
    world.talk(who).say(SENTENCE)
    world.talk(who).tap("request:start")
    with world.database.transaction() as uow:
        assert uow.plans.in_state("request") == ()


def test_it_is_no_plan_among_the_plans(world, sent):
    with world.database.transaction() as uow:
        assert sent not in [plan.code for plan in uow.plans.latest(10)]


@pytest.mark.parametrize("spell", [str, fold, lambda text: unicodedata.normalize("NFD", text)])
@pytest.mark.parametrize(
    ("said", "who", "what", "due"),
    [
        (SENTENCE, "các xã", "lò sấy chưa kiểm định", date(2026, 12, 4)),
        ("đề nghị các sở báo cáo về máy móc đến 5/12", "các sở", "máy móc", date(2026, 12, 5)),
        (
            "yêu cầu các xã báo cáo tai nạn từ 1/10 đến 31/10, hạn 5/12",
            "các xã", "tai nạn từ 1/10 đến 31/10", date(2026, 12, 5),
        ),
        ("yêu cầu xã Tân Lập báo cáo vụ cháy", "xã Tân Lập", "vụ cháy", None),
    ],
)  # fmt: skip
def test_one_sentence(spell, said, who, what, due):
    found = read_request(spell(said), date(2026, 11, 24))
    assert (fold(found.who), fold(found.what), found.due) == (fold(who), fold(what), due)


@pytest.mark.parametrize(
    "said", ["đề nghị giúp tôi", "yêu cầu gì thế", "xã nào chưa báo cáo", "báo cáo năm xong rồi"]
)
def test_other_sentences(said):
    assert read_request(said, date(2026, 11, 24)) is None


CRIES = "Yêu cầu các xã báo cáo nhanh về người chết do ngộ độc trước ngày 5/12"


def test_a_request_about_accidents_raises_no_alarm(world):
    coordinator = world.talk("coordinator")
    assert coordinator.say(CRIES)[0].startswith("Yêu cầu 2 đơn vị báo cáo đột xuất về")
    coordinator.tap("request:start")
    assert coordinator.say(CRIES)[-1].startswith("Yêu cầu 2 đơn vị")


def test_the_same_words_of_somebody_else_are_an_alarm(world):
    assert "115" in world.talk("worker").say(CRIES)[0]


def test_names_parted_by_and_and_a_name_that_ends_in_a_verb(world):
    with world.database.transaction() as uow:
        uow.units.add(code="DV-7", name="Xã Phú Lâm", kind="commune", parent_id=None)
    coordinator = world.talk("coordinator")
    said = coordinator.say("yc xa yen son va xa phu lam bao cao nhanh ve mua lu truoc 5/12")
    assert "Xã Yên Sơn; Xã Phú Lâm" in said[0]


def test_how_it_stands_is_answered_in_the_midst_of_another_talk(world, sent):
    coordinator = world.talk("coordinator")
    coordinator.tap("request:start")
    shown, again = coordinator.say("ai chưa trả lời yêu cầu đột xuất")
    assert sent in shown
    assert again.startswith("Yêu cầu đơn vị nào báo cáo?")
