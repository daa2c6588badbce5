"""What goes to the leader: obstacles laid before them, extensions beyond the office's own word."""

from datetime import date, datetime

from domain.terms import default_terms, needs_leader
from messages.words import LOCAL

CODE = "CV-26-LAPBC"


def _difficulty(world):
    focal = world.talk("focal")
    focal.tap(f"progress:difficulty:{CODE}")
    focal.say("Chưa có kinh phí")
    return world.said()[-1].id


def test_an_obstacle_is_laid_before_the_leader_and_answered_back(world):
    said = _difficulty(world)
    coordinator = world.talk("coordinator")
    (notice,) = coordinator.notices()
    assert [c.label for c in notice.choices] == ["Trả lời", "Trình lãnh đạo", "Xem"]
    assert coordinator.tap(f"review:forward:{said}")[0].startswith("Đã trình lãnh đạo: Xã Tân Lập")
    assert coordinator.tap(f"review:forward:{said}")[0].startswith("Việc này đã trình lãnh đạo rồi")
    leader = world.talk("leader")
    (laid,) = leader.notices()
    assert laid.text == (
        'Sở Nội vụ trình: Xã Tân Lập gặp khó, báo cáo năm 2026: "Chưa có kinh phí" Anh/chị cho ý kiến giúp?'
    )
    assert leader.tap("review:waiting")[0].startswith("Tính đến 9h05 thứ Ba 24/11/2026: 1 việc chờ anh/chị")
    leader.tap(f"review:answer:{said}")
    leader.say("Dùng nguồn chi thường xuyên")
    leader.pick("Đúng")
    assert "Dùng nguồn chi thường xuyên" in world.talk("focal").notices()[-1].text
    assert "Lãnh đạo đã quyết" in world.talk("coordinator").notices()[-1].text


def test_a_leader_decides_only_what_was_laid_before_them(world):
    said = _difficulty(world)
    assert world.talk("leader").tap(f"review:answer:{said}")[0].startswith("Anh/chị chưa được giao quyền")


def test_the_list_of_obstacles(world):
    assert world.talk("coordinator").say("các vướng mắc") == [
        "Tính đến 9h05 thứ Ba 24/11/2026: không có vướng mắc nào chờ trả lời."
    ]
    said = _difficulty(world)
    for words in ("vướng mắc", "don vi nao gap kho", "các khó khăn, vướng mắc của các xã"):
        coordinator = world.talk("coordinator")
        assert "1 vướng mắc chưa có trả lời" in coordinator.say(words)[0]
        assert coordinator.buttons == ['Xã Tân Lập: Báo cáo năm 2026, "Chưa có kinh phí" (24/11)']
    assert coordinator.tap(f"review:open:{said}")
    assert "Trình lãnh đạo" in coordinator.buttons


def test_beyond_the_offices_days_the_leader_grants(world):
    focal = world.talk("focal")
    focal.say("xin gia hạn báo cáo năm đến 30/1/2027 vì chờ số liệu")
    said = world.said()[-1].id
    coordinator = world.talk("coordinator")
    assert coordinator.tap(f"review:grant:{said}")[0].endswith(
        "vượt mức cơ quan đôn đốc được cho. Trình lãnh đạo không?"
    )
    assert world.record().due_on == date(2026, 12, 14)
    coordinator.pick("Trình lãnh đạo")
    world.talk("leader").tap(f"review:grant:{said}")
    assert world.record().due_on == date(2027, 1, 30)
    assert "hạn mới: thứ Bảy 30/01/2027" in world.talk("focal").notices()[-1].text


def test_without_a_leader_the_office_grants_it(world):
    with world.database.transaction() as uow:
        uow.people.leave(world.people["leader"], None, "leader", world.now)
    world.talk("focal").say("xin gia hạn báo cáo năm đến 30/1/2027 vì chờ số liệu")
    world.talk("coordinator").tap(f"review:grant:{world.said()[-1].id}")
    assert world.record().due_on == date(2027, 1, 30)


def test_who_may_grant():
    terms, due = default_terms(), date(2026, 12, 14)
    assert not needs_leader(due, date(2027, 1, 13), [], terms)
    assert needs_leader(due, date(2027, 1, 14), [], terms)
    assert needs_leader(date(2027, 1, 5), date(2027, 1, 14), [due], terms)  # counted from the first due day
    assert needs_leader(due, date(2026, 12, 20), [due, due], terms)


def test_promises_are_shown_kept_and_broken(world):
    focal = world.talk("focal")
    focal.say("đang xử lý báo cáo năm, xong 30/11")
    focal.say("40")
    assert world.record().promised_on == date(2026, 11, 30)
    coordinator = world.talk("coordinator")
    assert "0 lời hẹn đã qua ngày mà chưa xong, 1 chưa tới ngày" in coordinator.say("các lời hẹn thế nào")[0]
    world.now = datetime(2026, 12, 3, 9, 0, tzinfo=LOCAL)
    heard = coordinator.say("ai that hua")[0]
    assert "- Xã Tân Lập: Báo cáo năm 2026, hẹn 30/11, quá 3 ngày" in heard
    assert "Hẹn xong thứ Hai 30/11/2026: quá 3 ngày." in coordinator.tap(f"progress:open:{CODE}")[0]
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.pick("Đúng")
    shown = coordinator.tap(f"review:open:{world.said()[-1].id}")[0]
    assert "Hẹn xong thứ Hai 30/11/2026: quá 3 ngày." in shown
