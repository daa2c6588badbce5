"""A unit confirms: by button, by menu, in its own words; bad input and two people at once."""

from datetime import date, timedelta

import pytest

from tests.handlers.progress.world import DUE

CODE = "CV-26-LAPBC"


def test_done_by_button_needs_proof_says_it_back_and_tells_the_coordinator(world):
    focal = world.talk("focal")
    assert focal.tap(f"progress:done:{CODE}") == ["Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026."]
    assert focal.say("125/BC-UBND") == ["Đã ghi: báo cáo năm 2026 đã gửi, văn bản 125/BC-UBND. Đúng không?"]
    assert focal.buttons == ["Đúng", "Sửa"]
    assert focal.pick("Đúng") == ["✅ Đã ghi lúc 9h05. Sở Nội vụ sẽ xem; nếu cần bổ sung, Báo An nhắn lại."]
    assert world.record().state == "submitted"
    assert not world.wants_reminder()
    for who in ("coordinator", "second"):
        (notice,) = world.talk(who).notices()
        assert notice.text == (
            "Xã Tân Lập báo xong: báo cáo năm 2026, văn bản 125/BC-UBND. Anh/chị duyệt không?"
        )
        assert [c.label for c in notice.choices] == ["Duyệt", "Trả lại", "Xem"]


def test_fix_asks_for_the_proof_again_and_forgets_the_first(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    assert focal.pick("Sửa")[0].startswith("Gửi giúp")
    (echo,) = focal.photo(world.file("focal"))
    assert echo == "Đã ghi: báo cáo năm 2026 đã gửi, có tệp kèm theo. Đúng không?"
    focal.say("đúng rồi")
    (said,) = world.said()
    assert (said.document_no, said.attachment_id is not None) == (None, True)


def test_going_back_from_the_question_forgets_the_first_proof_too(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.say("quay lại")
    assert focal.photo(world.file("focal"))[0].endswith("có tệp kèm theo. Đúng không?")


def test_a_photo_and_then_a_number_are_both_kept(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.photo(world.file("focal"))
    assert "văn bản 12/BC, có tệp kèm theo" in focal.say("12/BC")[0]


def test_a_lost_file_is_asked_for_again(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    focal.photo(world.file("focal", state="lost"))
    assert focal.say("đúng")[0].startswith("Tệp trước không tải được")
    assert world.record().state == "open"


def test_done_without_proof_is_not_taken(world):
    focal = world.talk("focal")
    focal.tap(f"progress:done:{CODE}")
    assert focal.say("gửi rồi mà")[0].startswith("Cần ít nhất một thứ")
    assert focal.buttons == ["Đang làm"]
    assert world.record().state == "open"


def test_unasked_with_one_open_duty_it_is_used_and_named(world):
    focal = world.talk("focal")
    assert focal.say("lam xong roi") == [
        "Việc: Báo cáo năm 2026 (hạn 14/12).",
        "Gửi giúp số văn bản, tệp hoặc ảnh của báo cáo năm 2026.",
    ]


def test_unasked_with_two_open_it_asks_which_dated_first(world):
    world.add_check_in()
    focal = world.talk("focal")
    assert focal.say("lam xong roi") == ["Đơn vị đang có 2 việc mở. Anh/chị báo xong việc nào?"]
    assert focal.buttons == [
        "Báo cáo năm 2026 (hạn 14/12)",
        "III.1.b Đẩy mạnh tuyên truyền các chủ trương… (quý IV/2026)",
    ]
    assert "báo cáo năm 2026" in focal.say("1")[0]


def test_a_typed_part_of_a_name_narrows_and_nothing_is_guessed(world):
    world.add_check_in()
    focal = world.talk("focal")
    focal.say("lam xong roi")
    assert focal.say("tập huấn")[0].startswith("Chưa thấy việc này")
    assert "III.1.b" in focal.say("tuyen truyen")[0]


def test_the_period_in_the_sentence_narrows(world):
    world.add_check_in()
    assert "III.1.b" in world.talk("focal").say("quý IV đã làm xong")[0]


@pytest.mark.parametrize("said", ["báo cáo năm đã gửi", "xin gia hạn báo cáo năm", "IV.2.ii đã xong"])
def test_a_duty_named_outright_in_the_sentence_is_used_and_named(world, said):
    world.add_check_in()
    assert world.talk("focal").say(said)[0] == "Việc: Báo cáo năm 2026 (hạn 14/12)."


def test_time_asked_for_already_is_said_before_anything_is_asked(world):
    with world.database.transaction() as uow:
        world.owe(
            uow, world.task_in(uow, "III.9"), "lap", "CV-26-LAP09", "2026-12-20", due=date(2026, 12, 20)
        )
    world.talk("focal").say("xin gia hạn báo cáo năm đến 20/12 vì chờ số liệu các xã")
    deputy = world.talk("deputy")
    deputy.say("xin gia hạn")
    assert deputy.say("1")[0].startswith("Đã có yêu cầu gia hạn báo cáo năm 2026: Đầu mối")


def test_both_is_offered_only_for_what_is_under_way_without_a_due_day(world):
    world.add_check_in()
    second = world.task("III.2.a")
    world.add_check_in(code="CV-26-LAPQ5", task=second)
    focal = world.talk("focal")
    focal.say("đang làm")
    assert focal.buttons[-1] == "Tất cả việc thường xuyên (2)"
    assert focal.pick("Tất cả việc thường xuyên (2)") == ["Đã ghi lúc 9h05: 2 việc thường xuyên đang làm."]
    assert world.record("CV-26-LAPQ4").state == world.record("CV-26-LAPQ5").state == "under_way"
    assert world.record().state == "open"
    focal.say("xong rồi")
    assert focal.say("tất cả")[0].startswith("Mỗi lần báo một việc")


def test_more_than_six_duties_are_found_by_name_or_six_at_a_time(world):
    for number in range(9):
        task = world.task(f"III.{number}", f"Nhiệm vụ số {number} về huấn luyện")
        world.add_check_in(code=f"CV-26-LAP{number}", task=task)
    focal = world.talk("focal")
    assert focal.say("xong việc rồi")[0].startswith("Có 10 việc mở.")
    assert len(focal.buttons) == 7
    assert focal.pick("Việc khác")[0].startswith("Có 10 việc mở.")
    assert [label[:5] for label in focal.buttons] == ["III.5", "III.6", "III.7", "III.8", "Việc "]
    focal.pick("Việc khác")
    assert focal.buttons[0].startswith("Báo cáo năm 2026")
    assert focal.say("huấn luyện")[0] == "Có 9 việc giống vậy. Là việc nào?"
    assert "III.7" in focal.say("số 7 về")[0]


def test_under_way_with_percent_and_promise(world):
    focal = world.talk("focal")
    focal.tap(f"progress:under_way:{CODE}")
    assert focal.last[0].letters
    assert focal.say("60%")[0].startswith("Báo cáo năm 2026: dự kiến ngày nào xong?")
    (told,) = focal.say("10/12")
    assert told.startswith(
        "Đã ghi lúc 9h05: báo cáo năm 2026, đang làm, 60%, dự kiến xong thứ Năm 10/12/2026."
    )
    record = world.record()
    assert (record.state, record.percent, record.promised_on) == ("under_way", 60, date(2026, 12, 10))
    assert world.wants_reminder()
    assert world.talk("coordinator").notices() == []


def test_under_way_said_in_one_sentence(world):
    focal = world.talk("focal")
    told = focal.say("đang làm 60%, xong ngày 10/12")
    assert told[-1].startswith("Đã ghi lúc 9h05")
    assert world.record().percent == 60


def test_a_promise_after_the_due_day_offers_to_ask_for_more_time(world):
    focal = world.talk("focal")
    focal.tap(f"progress:under_way:{CODE}")
    focal.say("bỏ qua")
    focal.say("20/12")
    assert focal.buttons == ["Xin gia hạn"]


@pytest.mark.parametrize("said", ["150", "-5", "nhiều lắm", "x" * 10_000, "10/12"])
def test_a_bad_percentage_is_asked_again(world, said):
    focal = world.talk("focal")
    focal.tap(f"progress:under_way:{CODE}")
    assert focal.say(said) == ["Anh/chị nhắn giúp một số từ 0 đến 100, ví dụ: 60."]
    assert focal.buttons == ["Không rõ"]
    assert focal.say("a")[0].startswith("Báo cáo năm 2026: dự kiến")


def test_a_photo_where_a_percentage_is_due(world):
    focal = world.talk("focal")
    focal.tap(f"progress:under_way:{CODE}")
    assert focal.photo(world.file("focal")) == ["Anh/chị nhắn giúp một số từ 0 đến 100, ví dụ: 60."]


def test_a_difficulty_goes_to_the_coordinator_at_once(world):
    focal = world.talk("focal")
    assert focal.tap(f"progress:difficulty:{CODE}")[0].startswith("Báo cáo năm 2026: đang vướng gì?")
    focal.say("Chưa có kinh phí tập huấn, xin hướng dẫn. " * 200)
    assert world.record().state == "difficulty"
    (notice,) = world.talk("coordinator").notices()
    assert notice.text.startswith("Xã Tân Lập gặp khó, báo cáo năm 2026: ")
    assert len(notice.text) <= 160
    assert len(world.said()[0].note) > 8_000


def test_a_photo_alone_is_kept_but_words_are_asked_for(world):
    focal = world.talk("focal")
    focal.tap(f"progress:difficulty:{CODE}")
    assert focal.photo(world.file("focal"))[0] == "Đã giữ tệp này."
    focal.say("Mưa lũ hỏng hết hồ sơ")
    assert world.said()[0].attachment_id is not None


def test_more_time_is_asked_with_a_day_and_a_reason(world):
    focal = world.talk("focal")
    assert focal.tap(f"progress:more_time:{CODE}") == [
        "Báo cáo năm 2026, hạn hiện tại: thứ Hai 14/12/2026. Xin đến ngày nào? Nhắn ngày, hoặc:"
    ]
    assert focal.buttons == ["Đến 21/12", "Đến 28/12"]
    assert focal.say("10/12")[0].startswith("Ngày xin cần sau hạn hiện tại")
    assert focal.say("20/11")[0].startswith("Anh/chị nhắn giúp một ngày sắp tới")
    assert focal.say("20/12")[-1] == "Báo cáo năm 2026: vì sao cần thêm thời gian? Anh/chị nhắn ngắn gọn."
    assert focal.say("Chờ số liệu của các xã")[0].startswith("Đã ghi lúc 9h05: xin đến Chủ nhật 20/12/2026.")
    record = world.record()
    assert (record.state, record.due_on) == ("open", DUE)
    assert "xin gia hạn báo cáo năm 2026" in world.talk("coordinator").notices()[0].text
    assert world.talk("deputy").tap(f"progress:more_time:{CODE}")[0].startswith("Đã có yêu cầu gia hạn")


def test_more_time_in_one_sentence(world):
    focal = world.talk("focal")
    assert focal.say("xin gia hạn đến 20/12 vì chờ số liệu các xã")[-1].startswith("Đã ghi lúc 9h05: xin đến")
    assert world.said()[0].wanted_on == date(2026, 12, 20)


def test_what_has_no_due_day_needs_no_more_time(world):
    world.add_check_in()
    assert (
        world.talk("focal").tap("progress:more_time:CV-26-LAPQ4")[0].startswith("Việc thường xuyên không có")
    )


def test_two_people_at_once_the_second_hears_who_was_first_by_role(world):
    focal, deputy = world.talk("focal"), world.talk("deputy")
    for who in (focal, deputy):
        who.tap(f"progress:done:{CODE}")
        who.say("125/BC-UBND")
    focal.say("đúng")
    world.now += timedelta(minutes=3)
    (heard,) = deputy.say("đúng")
    assert heard == (
        "Việc này đã được ghi: Đầu mối báo xong báo cáo năm 2026 lúc 9h05 thứ Ba 24/11/2026, "
        "đang chờ duyệt. Không ghi thêm."
    )
    assert len(world.said()) == 1
    assert "anh/chị báo xong" in focal.tap(f"progress:done:{CODE}")[0]


def test_open_asks_which_of_the_four(world):
    focal = world.talk("focal")
    shown, asked = focal.tap(f"progress:open:{CODE}")
    assert shown.startswith("Xã Tân Lập: Báo cáo năm 2026")
    assert asked == "Việc này tới đâu rồi?"
    assert focal.buttons == [
        "Đã xong", "Đang làm", "Gặp khó", "Xin gia hạn", "Không phải việc của đơn vị", "Mai nhắc lại",
    ]  # fmt: skip
    assert focal.pick("Gặp khó")[0].startswith("Báo cáo năm 2026: đang vướng gì?")


def test_start_from_the_menu(world):
    world.add_check_in()
    focal = world.talk("focal")
    focal.tap("progress:start")
    assert focal.say("đang làm")[0] == "Đơn vị đang có 2 việc mở. Việc nào đang làm?"


@pytest.mark.parametrize(
    "payload", ["progress:done:CV-26-XXXXX", "progress:done:CV-26-SONBC", "progress:open:1"]
)
def test_what_is_not_in_the_remit_looks_like_what_does_not_exist(world, payload):
    assert world.talk("focal").tap(payload)[0].startswith("Không thấy việc")


@pytest.mark.parametrize(
    "payload",
    ["progress", "progress:", "progress:fly:CV-26-LAPBC", "progress:done", "progress:accept:CV-26-LAPBC"],
)
def test_a_button_that_cannot_be_read(world, payload):
    assert world.talk("focal").tap(payload)[0] == "Nút này hết dùng rồi."


@pytest.mark.parametrize("who", ["leader", "coordinator"])
def test_who_looks_into_all_units_may_look_but_not_confirm_for_them(world, who):
    talk = world.talk(who)
    assert talk.tap(f"progress:open:{CODE}")[0].startswith("Xã Tân Lập: Báo cáo năm 2026")
    assert talk.tap(f"progress:done:{CODE}")[0].startswith("Việc này của Xã Tân Lập")
    assert world.record().state == "open"


def test_a_stranger_is_told_how_to_get_in(world):
    assert world.talk("worker").say("lam xong roi")[0].startswith("Báo An chưa biết anh/chị thuộc đơn vị nào")


@pytest.mark.parametrize("said", ["báo tiến độ", "toi muon bao cao tien do", "cập nhật tiến độ"])
def test_somebody_who_only_wants_to_tell_is_asked(world, said):
    assert world.talk("focal").say(said)[-1] == "Việc này tới đâu rồi?"
    assert world.talk("leader").say(said)[0].startswith("Báo An hiểu: anh/chị hỏi tình hình chung.")


def test_nothing_open(world):
    focal = world.talk("focal")
    for said in ("xong rồi", "1/BC-UBND", "đúng"):
        focal.say(said)
    assert focal.say("xong rồi") == ["Đơn vị không còn việc nào đang mở."]


def test_reminders_not_sent_yet_die_with_the_duty_but_a_digest_lives(world):
    world.add_check_in()
    with world.database.transaction() as uow:
        from handlers import outgoing  # noqa: PLC0415 - only here
        from messages.envelope import Say  # noqa: PLC0415 - only here

        for key, codes in (("one", [CODE]), ("both", [CODE, "CV-26-LAPQ4"])):
            outgoing.notify(
                uow,
                world.people["focal"],
                Say("choose-one"),
                world.now,
                dedup_key=key,
                about={"occurrences": codes},
            )
    focal = world.talk("focal")
    assert len(focal.notices()) == 2
    focal.tap(f"progress:done:{CODE}")
    focal.say("125/BC-UBND")
    focal.say("đúng")
    assert len(focal.notices()) == 1


def test_in_english(world):
    focal = world.talk("focal")
    focal.say("english")
    assert focal.tap(f"progress:done:{CODE}")[0].startswith("Please send the document number")
    assert (
        focal.say("125/BC-UBND")[0] == "Noted: the report for 2026 sent, document 125/BC-UBND. Is that right?"
    )
    assert focal.say("yes")[0].startswith("✅ Noted at 9:05.")
