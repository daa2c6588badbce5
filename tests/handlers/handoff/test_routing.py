"""The bodies the law names: told where the registry has them, else their officers read whom to ring."""

import pytest

from domain.law.bodies import number_of


def page(desk):
    return desk.say("focal", desk.case().code)[0].text


def police(desk, name="Công an xã Tân Lập"):
    desk.world.units[name] = desk.uow.units.add(
        code=f"DV-{name}", name=name, kind="office", parent_id=desk.units["office"]
    )
    return name


def test_police_that_are_not_in_the_registry_are_a_number_to_ring(desk):
    desk.report("1 người chết ở xã Tân Lập, gọi 0912345678")
    shown = desk.tap("focal", f"case:take:{desk.case().code}")
    assert "Công an cấp xã: chưa có trong danh sách đơn vị, anh/chị gọi 113." in shown[0].text
    assert "đã nhận vụ" in shown[1].text
    assert "anh/chị gọi 113" in page(desk)


def test_police_in_the_registry_are_told_of_code_class_and_place_and_open_nothing(desk):
    unit = police(desk)
    desk.add("officer", ("focal", unit))
    desk.report("1 người chết ở xã Tân Lập, gọi 0912345678")
    push = desk.pushes("officer")[-1]
    assert push.text.startswith(f"🔴 {desk.case().code}: tai nạn chết người, xã Tân Lập, báo lúc 8h50.")
    assert push.choices == []
    assert "0912" not in push.text
    assert "Không thấy vụ" in desk.say("officer", desk.case().code)[0].text
    assert "Báo An đang nhắn Công an xã Tân Lập" in page(desk)


def test_the_police_of_another_commune_are_not(desk):
    unit = police(desk, "Công an xã Tân Hòa")
    desk.add("officer", ("focal", unit))
    desk.report("1 người chết ở xã Tân Lập, gọi 0912345678")
    assert desk.pushes("officer") == []
    assert "anh/chị gọi 113" in page(desk)


def test_a_unit_without_anybody_reachable_is_a_number_too(desk):
    police(desk)
    desk.report("1 người chết ở xã Tân Lập, gọi 0912345678")
    assert "Công an cấp xã: chưa nhắn được, anh/chị gọi 113." in page(desk)


def test_a_slight_accident_names_nobody_else(desk):
    desk.report("1 người bị thương nhẹ, trầy da tay ở xã Tân Lập, gọi 0912345678")
    assert "Công an" not in page(desk)


def test_a_death_told_later_tells_them_then(desk):
    unit = police(desk)
    desk.add("officer", ("focal", unit))
    desk.report()
    assert desk.pushes("officer") == []
    desk.say("worker", "Đồng ý")
    desk.say("worker", "hủy")
    desk.say("worker", "1 người chết ở xã Tân Lập, gọi 0912345678")
    assert len(desk.pushes("officer")) == 1


@pytest.mark.parametrize(
    ("name", "number"), [("Công an cấp xã", "113"), ("Sở Y tế", "115"), ("Cảng vụ hàng hải", None)]
)
def test_the_number_of_a_body(name, number):
    assert number_of(name) == number
