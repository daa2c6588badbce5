"""Duties named in the middle of a talk, what a sentence says beside, and a reason that a command is not."""

from datetime import timedelta

import pytest

from handlers import outgoing
from messages.envelope import Option, Say

CODE = "CV-26-LAPBC"


@pytest.fixture
def focal(world):
    """The focal point of a unit with the yearly report and two standing duties."""
    world.add_check_in()
    world.add_check_in(code="CV-26-LAP2A", task=world.task("III.2.a", "Rà soát công trình đúng quy định"))
    return world.talk("focal")


def remind(world, *codes, key="r"):
    """Queue a notice such as a reminder of these duties; of one, with its four answers."""
    kinds = (
        ("done", "Đã xong"),
        ("under_way", "Đang làm"),
        ("difficulty", "Gặp khó"),
        ("more_time", "Xin gia hạn"),
    )
    if len(codes) == 1:
        options = [Option(f"progress:{kind}:{codes[0]}", label) for kind, label in kinds]
    else:
        options = [Option(f"progress:open:{code}", code) for code in codes]
    say = Say("status-unit", {"unit": "⏰"}, options=tuple(options))
    with world.database.transaction() as uow:
        outgoing.notify(uow, world.people["focal"], say, world.now, dedup_key=f"{key}{world.now}")


@pytest.mark.parametrize("begun", [(), ("gặp khó",), ("báo tiến độ",)])
def test_a_duty_named_with_its_place_is_taken_wherever_it_is_named(focal, begun):
    for said in begun:
        focal.say(said)
    assert focal.say("gặp khó việc III.2.a")[-1].startswith("III.2.a: đang vướng gì?")


def test_another_duty_named_in_the_middle_is_taken_and_not_read_as_a_figure(world, focal):
    focal.tap(f"progress:under_way:{CODE}")
    assert focal.say("gặp khó việc III.2.a")[-1].startswith("III.2.a: đang vướng gì?")
    assert world.record().percent is None


def test_a_name_alone_opens_the_duty_and_handing_in_asks_for_the_document(focal):
    assert focal.say("báo cáo năm")[-1] == "Việc này tới đâu rồi?"
    focal.say("hủy")
    assert focal.say("thế thì nộp luôn")[0].endswith("Anh/chị báo xong việc nào?")
    assert focal.say("báo cáo năm")[-1] == "Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026."


def test_a_document_sent_while_choosing_is_kept_and_not_asked_for_again(focal):
    focal.say("xong rồi")
    kept, asked = focal.say("cv 125/BC-UBND")
    assert kept == "Đã giữ số văn bản 125/BC-UBND."
    assert asked.endswith("Anh/chị báo xong việc nào?")
    assert focal.say("báo cáo năm") == ["Đã ghi: báo cáo năm 2026 đã gửi, văn bản 125/BC-UBND. Đúng không?"]


@pytest.mark.parametrize("said", ["bão", "đúng", "xem tất cả", "tất cả đang làm", "ừ", "năm"])
def test_what_is_no_name_picks_nothing(world, focal, said):
    focal.say("gặp khó")
    focal.say(said)
    assert focal.say("III.2.a")[0].startswith("III.2.a: đang vướng gì?")
    assert world.said("CV-26-LAP2A") == ()


def test_all_under_way_in_words(focal):
    focal.say("đang làm")
    assert focal.say("tất cả đang làm") == ["Đã ghi lúc 9h05: 2 việc thường xuyên đang làm."]


def test_the_duty_of_the_latest_reminder_comes_first_and_alone(world, focal):
    remind(world, CODE)
    focal.say("tuần này có gì")
    assert focal.say("làm xong rồi nhé anh ơi") == ["Báo cáo năm 2026 (hạn 14/12), phải không?"]
    assert focal.buttons == ["Đúng", "Việc khác"]
    focal.pick("Việc khác")
    assert [b[:5] for b in focal.buttons] == ["III.1", "III.2", "Việc "]
    focal.say("hủy")
    focal.say("làm xong rồi nhé anh ơi")
    assert focal.say("đúng")[0].startswith("Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026.")


@pytest.mark.parametrize("said", ["đã gửi", "xong rồi", "Đã nộp"])
def test_a_few_words_answer_the_reminder_just_read(world, focal, said):
    remind(world, CODE)
    assert focal.say(said) == ["Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026."]


def test_under_way_keeps_its_percentage(world, focal):
    remind(world, CODE)
    assert focal.say("đang làm 50%")[-1].startswith("Báo cáo năm 2026: dự kiến ngày nào xong?")
    focal.say("không rõ")
    assert world.record().percent == 50
    focal.tap("progress:open:CV-26-LAP2A")
    assert "đang làm, 70%" in focal.say("đang làm 70%")[0]


# An old question and a newer reminder


@pytest.fixture
def stale(world, focal):
    """A talk about more time for III.9 that was left open, and a reminder of the yearly report an hour later."""
    from datetime import date  # noqa: PLC0415 - only here

    with world.database.transaction() as uow:
        world.owe(
            uow, world.task_in(uow, "III.9"), "lap", "CV-26-LAP09", "2026-12-30", due=date(2026, 12, 30)
        )
    focal.tap("progress:more_time:CV-26-LAP09")
    world.now += timedelta(days=10)
    remind(world, CODE)
    return focal


@pytest.mark.parametrize("said", ["Đã gửi", "xong rồi", "1", "đã xong"])
def test_an_answer_to_the_newer_reminder_is_not_swallowed(stale, said):
    assert stale.say(said)[-1] == "Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026."


def test_a_document_or_a_name_opens_the_reminded_duty(stale):
    assert "báo cáo năm 2026 đã gửi, văn bản 125/BC-UBND. Đúng không?" in stale.say("125/BC-UBND")[-1]


def test_the_name_of_the_reminded_duty_is_no_day(stale):
    assert stale.say("báo cáo năm")[-1] == "Việc này tới đâu rồi?"


@pytest.mark.parametrize("said", ["ừm", "30", "bỏ qua", "quay lại"])
def test_what_fits_nothing_asks_the_old_question_by_its_name(world, stale, said):
    named, asked = stale.say(said)
    assert named == "Đang dở: báo tiến độ."
    assert asked.startswith("III.9, hạn hiện tại: thứ Tư 30/12/2026.")
    assert stale.say("10/1/2027")[-1].startswith("III.9: vì sao cần thêm thời gian?")
    assert world.said("CV-26-LAP09") == ()


def test_its_own_button_still_answers_the_old_question(stale):
    assert stale.tap("until:2027-01-06")[-1].startswith("III.9: vì sao")


def test_within_the_hour_the_open_question_keeps_its_answer(world, focal):
    focal.tap(f"progress:difficulty:{CODE}")
    world.now += timedelta(minutes=20)
    remind(world, "CV-26-LAP2A")
    focal.say("Chưa có kinh phí")
    assert world.record().state == "difficulty"


# Commands where a reason is due


@pytest.mark.parametrize("said", ["việc chờ duyệt", "Tình hình chung", "tình hình thế nào"])
def test_a_command_is_never_sent_as_a_reason(world, focal, said):
    focal.say("xin gia hạn báo cáo năm đến 20/12 vì chờ số liệu các xã")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:refuse:{world.said()[0].id}")
    assert coordinator.say(said)[-1] == "Không gia hạn cho Xã Tân Lập, báo cáo năm 2026. Vì sao?"
    assert world.said()[0].decision is None


def test_a_reason_is_read_back_and_can_be_put_right(world, focal):
    focal.say("xin gia hạn báo cáo năm đến 20/12 vì chờ số liệu các xã")
    coordinator = world.talk("coordinator")
    coordinator.tap(f"review:refuse:{world.said()[0].id}")
    assert coordinator.say("Tỉnh cần sớm") == ['Gửi Xã Tân Lập: "Tỉnh cần sớm" Đúng không?']
    assert world.said()[0].decision is None
    assert coordinator.pick("Sửa")[0].endswith("Vì sao?")
    coordinator.say("Tỉnh họp ngày 16/12")
    coordinator.pick("Đúng")
    assert (world.said()[0].decision, world.said()[0].decision_note) == ("refused", "Tỉnh họp ngày 16/12")


def test_a_reminder_answered_already_is_not_guessed_again(world, focal):
    remind(world, CODE)
    world.now += timedelta(minutes=1)
    focal.say("đang làm 50%")
    focal.say("không rõ")
    assert focal.say("đơn vị đang thực hiện") == ["Đơn vị đang có 3 việc mở. Việc nào đang làm?"]


def test_sent_is_no_mere_yes_where_nothing_was_asked(world, focal):
    assert focal.say("đã gửi") == ["Đơn vị đang có 3 việc mở. Anh/chị báo xong việc nào?"]
    focal.say("hủy")
    remind(world, CODE)
    focal.say("menu")
    assert focal.say("đã nộp") == ["Báo cáo năm 2026 (hạn 14/12), phải không?"]
