"""Somebody asks for a human being: who is asked, what is carried, when the bot keeps silent and speaks again."""

import unicodedata

import pytest

from handlers.acting import Acting
from handlers.services import carrying, dialogue
from messages.envelope import InboundKind, RemoteFile
from storage.tables import audit, dialogue_words


@pytest.mark.parametrize(
    "said",
    [
        "gặp người trực",
        "gap nguoi truc",
        unicodedata.normalize("NFD", "Gặp người trực ạ"),
        "cho tôi gặp cán bộ",
    ],
)
def test_it_opens_in_words_and_the_officer_on_duty_is_asked(desk, said):
    case = desk.report()
    shown = desk.say("worker", said)
    assert "Đang gọi người trực xã Tân Lập" in shown[0].text
    assert any("115" in m.text for m in shown)
    assert desk.talk().state == "asked"
    assert desk.talk().accident_id == case.id
    push = desk.pushes("focal")[-1]
    assert case.code in push.text
    assert "Nhận nói chuyện" in push.labels
    assert "0912" not in push.text


def test_a_question_that_takes_any_words_hears_it_too(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    assert desk.session("worker")["at"] == "what"
    desk.say("worker", "gặp người trực")
    assert desk.talk().state == "asked"
    assert "what" not in desk.session("worker")["answers"]


def test_words_go_both_ways_and_the_bot_keeps_silent(desk):
    desk.report()
    desk.connect()
    connected = desk.to("worker")[0]
    assert connected.startswith("Cán bộ xã Tân Lập đang nghe.")
    assert connected.endswith('Xong thì nhắn "kết thúc".')
    assert desk.say("worker", "dạ em đang ở cổng sau") == []
    assert desk.to("focal") == ["Người báo: dạ em đang ở cổng sau"]
    assert desk.say("focal", "em đứng đó, 5 phút nữa tôi tới") == []
    assert desk.to("worker") == ["Cán bộ: em đứng đó, 5 phút nữa tôi tới"]
    assert [(w.side, w.text) for w in desk.words()] == [
        ("person", "dạ em đang ở cổng sau"),
        ("officer", "em đứng đó, 5 phút nữa tôi tới"),
    ]


def test_a_photo_a_voice_note_and_a_place_are_carried_and_kept_with_the_case(desk):
    desk.report()
    desk.connect()
    desk.photo("worker")
    assert desk.to("focal") == ["Người báo: (ảnh)"]
    desk.location("worker", 21.5, 105.25)
    assert desk.to("focal") == ["Người báo: vị trí 21.50000, 105.25000"]
    desk.location("focal", 21.6, 105.5)
    assert desk.to("worker") == ["Cán bộ: vị trí 21.60000, 105.50000"]
    assert len(desk.facts()["photos"]) == 1
    assert desk.facts()["locations"] == [[21.5, 105.25]]


def test_what_is_said_while_nobody_is_there_waits_and_then_goes_in_order(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    assert "Đã giữ" in desk.say("worker", "một")[0].text
    assert desk.say("worker", "hai") == []
    assert desk.to("focal") == []
    desk.tap("focal", f"handoff:take:{desk.talk().id}")
    assert desk.to("focal")[1:] == ["Người báo: một", "Người báo: hai"]
    assert desk.to("focal")[0].startswith("Đã nối.")


@pytest.mark.parametrize("word", ["kết thúc", "ket thuc nhé", "hủy", "menu", "end"])
def test_the_person_ends_it_and_the_open_question_is_put_again(desk, word):
    desk.report()
    desk.say("worker", "Đồng ý")
    desk.connect()
    shown = desk.say("worker", word)
    assert "Đã kết thúc" in shown[0].text
    assert "Ta làm tiếp: báo tai nạn" in shown[1].text
    assert "Việc xảy ra thế nào?" in shown[-1].text
    assert desk.talk().state == "ended"
    assert "Người kia đã kết thúc" in desk.to("focal")[0]
    desk.say("worker", "ngã từ giàn giáo xuống")
    assert desk.facts()["what"] == "ngã từ giàn giáo xuống"


def test_the_officer_ends_it_by_the_button_and_the_person_goes_on(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    talk = desk.connect()
    shown = desk.tap("focal", f"handoff:end:{talk.id}")
    assert "Đã kết thúc" in shown[0].text
    texts = desk.to("worker")
    assert "Cán bộ đã kết thúc" in texts[0]
    assert "Việc xảy ra thế nào?" in texts[-1]
    desk.say("worker", "ngã giàn giáo")
    assert desk.facts()["what"] == "ngã giàn giáo"


def test_silence_ends_it_after_the_time_of_the_policy(desk):
    desk.report()
    desk.connect()
    quiet = desk.around.desk.handoff_quiet_ends
    desk.wait(seconds=quiet.total_seconds() - 60)
    assert desk.talk().state == "open"
    desk.say("worker", "alo")
    desk.wait(minutes=5)
    assert desk.talk().state == "open"
    shown = desk.wait(seconds=quiet.total_seconds())
    assert desk.talk().state == "ended"
    assert {m.person for m in shown if "đã khép lại" in m.text} == {"worker", "focal"}


def test_a_number_is_a_word_and_no_old_choice(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    desk.connect()
    desk.say("focal", "mấy người?")
    assert desk.say("worker", "1") == []
    assert desk.to("focal") == ["Người báo: 1"]
    assert desk.talk().state == "open"


def test_the_button_under_the_first_message_may_be_typed_by_its_number(desk):
    desk.report()
    desk.connect()
    assert "Đã kết thúc" in desk.say("worker", "1")[0].text


def test_the_first_who_takes_it_has_it(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    number = desk.talk().id
    desk.tap("focal", f"handoff:pass:{number}")
    assert "Nhận nói chuyện" in desk.pushes("deputy")[-1].labels
    desk.tap("deputy", f"handoff:take:{number}")
    shown = desk.tap("focal", f"handoff:take:{number}")
    assert "Đã có cán bộ khác" in shown[0].text
    assert desk.talk().taken_by == desk.people["deputy"]
    desk.say("worker", "nghe rõ không")
    assert [m.person for m in desk.rows() if m.text == "Người báo: nghe rõ không"] == ["deputy"]


def test_ok_nhan_takes_the_talk_one_was_asked_for(desk):
    desk.report()
    desk.tap("focal", f"case:take:{desk.case().code}")
    desk.say("worker", "gặp người trực")
    desk.say("focal", "ok nhận")
    assert desk.talk().taken_by == desk.people["focal"]


def test_nobody_answers_the_next_are_asked_and_the_person_is_told_honestly(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    step = desk.around.desk.handoff_next_after_grave
    asked = []
    for _ in range(8):
        shown = desk.wait(seconds=step.total_seconds())
        asked += [m.text for m in shown if m.person == "worker" and "trả lời" in m.text]
    assert [text.split(". Nếu")[0] for text in asked[:3]] == [
        "Chưa ai trả lời. Báo An đang gọi tiếp người thay trực xã Tân Lập",
        "Chưa ai trả lời. Báo An đang gọi tiếp người phụ trách xã Tân Lập",
        "Chưa ai trả lời. Báo An đang gọi tiếp người trực Sở Nội vụ",
    ]
    assert "Đã gọi lần lượt mọi người trực mà chưa ai trả lời. Nếu gấp, anh/chị gọi 115." in asked[3]
    assert desk.talk().state == "lapsed"
    assert not [m for m in desk.pushes("leader") if "nói chuyện" in m.text]


def test_an_officer_may_take_it_up_late_and_gets_what_was_said(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    desk.say("worker", "em chờ ở cổng")
    for _ in range(6):
        desk.wait(minutes=5)
    assert desk.talk().state == "lapsed"
    desk.tap("focal", f"handoff:take:{desk.talk().id}")
    assert desk.to("focal")[-1] == "Người báo: em chờ ở cổng"
    assert "đang nghe" in desk.to("worker")[0]


def test_nobody_can_be_reached_is_said_with_a_number_and_the_bot_goes_on(empty_desk):
    shown = empty_desk.say("worker", "gặp người trực")
    assert "chưa nối được cán bộ nào" in shown[0].text
    assert "115" in shown[0].text
    assert "Anh/chị cần gì?" in empty_desk.say("worker", "xin chào")[-1].text


def test_without_a_case_the_coordinating_office_is_asked_and_nothing_said_is_kept(desk):
    desk.say("worker", "gặp người trực")
    assert "Đang gọi người trực Sở Nội vụ" in desk.to("worker")[0]
    desk.tap("coordinator", f"handoff:take:{desk.talk().id}")
    desk.say("worker", "tôi muốn hỏi về bảo hộ lao động")
    assert desk.to("coordinator") == ["Người nhắn: tôi muốn hỏi về bảo hộ lao động"]
    assert [w.text for w in desk.words()] == [None]


def test_a_report_half_told_is_handed_in_first(desk):
    desk.say("worker", "tai nan o cong truong cau tan lap co nguoi roi")
    desk.say("worker", "2 ng, 1 ng chet roi")
    shown = desk.say("worker", "gặp người trực")
    assert desk.case().code in shown[0].text
    assert desk.talk().accident_id == desk.case().id
    assert desk.talk().grave
    assert desk.say("worker", "xã Tân Lập") != []  # one word that it is kept
    assert desk.words()[0].text == "xã Tân Lập"


def test_a_cry_without_a_case_breaks_through_and_the_officer_reads_along(desk):
    desk.say("worker", "gặp người trực")
    desk.tap("coordinator", f"handoff:take:{desk.talk().id}")
    shown = desk.say("worker", "cứu với, có 2 người bị điện giật ở xã Tân Lập")
    assert shown[0].text.startswith("🔴")
    assert "Người nhắn: cứu với" in desk.to("coordinator")[0]
    shown = desk.say("worker", "0912345678")
    assert any(desk.case().code in m.text for m in shown)
    assert desk.talk().accident_id == desk.case().id
    assert any(desk.case().code in text for text in desk.to("coordinator"))
    assert desk.say("worker", "nhanh lên ạ") == []
    assert desk.to("coordinator") == ["Người báo: nhanh lên ạ"]


def test_a_cry_about_a_known_accident_goes_to_its_officer_with_the_number(desk):
    desk.report()
    desk.connect()
    shown = desk.say("worker", "có thêm 1 người chết rồi")
    assert "115" in shown[0].text
    assert desk.to("focal")[0] == "Người báo: có thêm 1 người chết rồi"
    assert desk.to("focal")[1].startswith("Lời người báo vừa nói: ")
    assert len(desk.cases()) == 1
    assert desk.say("worker", "1 người nữa bị gãy chân") == []


def test_an_officer_talks_of_the_dead_and_no_report_begins(desk):
    desk.report()
    desk.connect()
    assert desk.say("focal", "có 2 người chết à?") == []
    assert desk.to("worker") == ["Cán bộ: có 2 người chết à?"]
    assert desk.session("focal") is None


def test_an_officer_who_talks_still_takes_an_alarm(desk):
    desk.report()
    desk.connect()
    desk.say("other2", "1 người chết ở xã Tân Lập, gọi 0987654321")
    new = desk.case()
    assert new.code in desk.pushes("focal")[-1].text
    shown = desk.say("focal", "Nhận vụ")
    assert any(new.code in m.text for m in shown)
    assert desk.uow.accidents.get(new.id).acknowledged_by == desk.people["focal"]
    assert desk.say("focal", "anh đợi tôi chút") == []


def test_who_is_busy_is_asked_only_where_nobody_else_is_left(desk):
    desk.report()
    desk.connect()
    desk.say("other2", "1 người chết ở xã Tân Lập, gọi 0987654321")
    desk.say("other2", "gặp người trực")
    assert "người thay trực" in next(m.text for m in desk.heard if m.person == "other2")
    shown = desk.tap("focal", f"handoff:take:{desk.talk().id}")
    assert 'Nhắn "kết thúc"' in shown[0].text


def test_a_stranger_and_an_officer_of_another_commune_cannot_take_it(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    for name in ("other", "stranger", "worker"):
        shown = desk.tap(name, f"handoff:take:{desk.talk().id}")
        assert "chưa được giao quyền" in shown[0].text
    assert desk.talk().taken_by is None


def test_old_buttons_wait_until_it_is_over(desk):
    desk.report()
    desk.connect()
    shown = desk.tap("worker", "consent:yes")
    assert 'Nhắn "kết thúc"' in shown[0].text
    assert "đang nghe" in desk.say("worker", "gặp người trực")[0].text


def test_a_sticker_is_not_swallowed(desk):
    desk.report()
    desk.connect()
    assert "chưa chuyển được" in desk.send("worker", InboundKind.TEXT, text="")[0].text


def test_what_waits_for_its_file_goes_in_order_once_it_came(desk):
    desk.report()
    desk.connect()
    kept = desk.uow.attachments.add_remote(
        person_id=desk.talk().person_id,
        kind="photo",
        file=RemoteFile("ref", "Nguyễn Văn Nam.jpg"),
        channel="console",
        now=desk.now,
    )
    desk.send("worker", InboundKind.PHOTO, attachment=kept)
    desk.say("worker", "đó là ảnh")
    assert desk.to("focal") == []
    desk.uow.attachments.fetched(kept, mime="image/jpeg", size=3, digest="00", path="00")
    carrying.flush_all(desk.uow, desk.now)
    desk.new()
    assert desk.to("focal") == ["Người báo: (ảnh)", "Người báo: đó là ảnh"]


def test_a_number_wanted_is_a_number_with_a_button(desk):
    shown = desk.say("worker", "số điện thoại phòng nội vụ là gì")
    assert "115" in shown[0].text
    assert shown[0].labels == ["Gặp người trực"]
    desk.tap("worker", "handoff:start")
    assert desk.talk().state == "asked"


def test_the_trail_names_nobody_and_has_a_digest_of_each_word(desk):
    desk.report()
    desk.connect()
    desk.say("worker", "em tên Nam")
    rows = [row for row in desk.rows_of(audit) if row["action"].startswith("dialogue_")]
    assert [row["action"] for row in rows] == [
        "dialogue_asked", "dialogue_called", "dialogue_taken", "dialogue_word",
    ]  # fmt: skip
    assert [row["person_id"] for row in rows] == [None, None, desk.people["focal"], None]
    assert "Nam" not in str(rows)
    assert len(rows[-1]["detail"]["digest"]) == 64
    assert desk.rows_of(dialogue_words)[0]["outbox_id"] is not None


def test_what_was_said_is_read_in_the_file_by_an_officer(desk):
    code = desk.report().code
    desk.say("worker", "Đồng ý")
    desk.connect()
    desk.say("worker", "em ở cổng sau")
    desk.location("worker", 21.5, 105.25)
    desk.say("focal", "kết thúc")
    assert "Xem trao đổi" in desk.tap("focal", f"case:more:{code}")[0].labels
    page = desk.tap("focal", f"case:talks:{code}")[0].text
    assert "- 8h50 Người báo: em ở cổng sau" in page
    assert "vị trí 21.50000, 105.25000" in page
    for name in ("worker", "leader"):
        assert "chưa được giao quyền" in desk.tap(name, f"case:talks:{code}")[0].text


def test_a_question_of_the_file_is_a_word_where_the_two_are_talking(desk):
    code = desk.report().code
    desk.say("worker", "Đồng ý")
    desk.connect()
    by = Acting(desk.uow.people.get(desk.people["focal"]), desk.address("focal"), desk.now, desk.around)
    assert dialogue.ask(desk.uow, dialogue.AskReporter(code, "mấy người?"), by) == {"told": True}
    desk.new()
    assert desk.to("worker") == ["Cán bộ: mấy người?"]


def test_one_who_is_asked_may_talk_instead(desk):
    code = desk.report().code
    desk.say("worker", "Đồng ý")
    desk.tap("focal", f"case:take:{code}")
    desk.tap("focal", f"case:ask:{code}")
    desk.say("focal", "còn ai kẹt không?")
    asked = desk.pushes("worker")[-1]
    assert asked.labels == ["Trả lời", "Gặp người trực"]
    desk.say("worker", "Gặp người trực")
    assert "cán bộ đang giữ vụ, xã Tân Lập" in desk.to("worker")[0]


def test_an_officer_who_serves_there_no_more_carries_nothing_and_the_next_is_asked(desk):
    desk.report()
    desk.connect()
    desk.uow.people.leave(desk.people["focal"], desk.units["Tân Lập"], "focal", desk.now)
    shown = desk.say("focal", "tôi tới ngay")
    assert "không còn giữ việc trực" in shown[0].text
    assert [w.text for w in desk.words()] == []
    assert desk.talk().taken_by is None
    shown = desk.wait(seconds=5)
    assert any(m.person == "deputy" and "muốn nói chuyện" in m.text for m in shown)
    desk.say("worker", "còn ai đó không")
    desk.tap("deputy", f"handoff:take:{desk.talk().id}")
    assert desk.to("deputy")[-1] == "Người báo: còn ai đó không"


def test_stop_stops_the_report_told_in_a_dialogue_and_not_the_dialogue(desk):
    desk.say("worker", "gặp người trực")
    desk.tap("coordinator", f"handoff:take:{desk.talk().id}")
    desk.say("worker", "cứu với, có người bị điện giật")
    assert desk.session("worker")["flow"] == "report_accident"
    desk.say("worker", "hủy")
    assert desk.session("worker") is None
    assert desk.talk().state == "open"
    assert desk.say("worker", "anh ơi") == []
