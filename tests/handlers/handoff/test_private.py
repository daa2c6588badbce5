"""A reporter who is not to be named stays so in a dialogue; nothing is kept of one who wants nothing kept."""

from handlers.services import carrying
from messages.envelope import InboundKind, OutboundMessage
from storage.tables import dialogue_words, outbox

NAME, PHONE = "Nguyễn Văn Nam", "0987 654 321"


def told(desk):
    return " ".join(row.text for row in desk.rows() if row.person != "worker")


def private(desk):
    desk.report("2 người bị thương ở xã Tân Lập, gọi 0912345678")
    desk.say("worker", "cho toi bao an danh")
    desk.say("worker", "Đồng ý")
    assert desk.case().is_private


def test_a_private_reporter_is_carried_without_name_and_number(desk):
    private(desk)
    desk.connect()
    desk.say("worker", f"tôi là {NAME}, gọi {PHONE}, thang gãy ở tầng 2")
    (read,) = desk.to("focal")
    assert "thang gãy ở tầng 2" in read
    desk.send("worker", InboundKind.CONTACT, phone="0987654321")
    for text in (told(desk), str(desk.rows_of(dialogue_words))):
        assert "Nam" not in text
        assert "654" not in text


def test_a_file_goes_under_a_name_of_ours(desk):
    private(desk)
    desk.connect()
    kept = desk.uow.attachments.add(
        person_id=desk.talk().person_id, kind="file", name=f"{NAME}.pdf", mime="application/pdf", size=3,
        digest="00", path="00", state="stored", now=desk.now,
    )  # fmt: skip
    desk.send("worker", InboundKind.FILE, attachment=kept)
    carried = OutboundMessage.from_json(desk.rows_of(outbox)[-1]["body"])
    assert [f.name for f in carried.files] == [f"file-{kept}.pdf"]


def test_one_who_becomes_private_later_is_taken_out_of_what_was_said(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    desk.connect()
    desk.say("worker", f"tôi là {NAME}, gọi {PHONE}, thang gãy")
    desk.say("worker", "giấu tên tôi nhé")
    assert desk.case().is_private
    (word,) = desk.words()
    assert word.text.endswith("thang gãy")
    assert "Nam" not in word.text
    assert "654" not in word.text
    assert desk.rows_of(dialogue_words)[0]["salt"] == ""


def test_of_one_who_refused_the_words_are_carried_and_not_kept(desk):
    desk.report()
    desk.say("worker", "Không đồng ý")
    desk.say("worker", "gặp người trực")
    desk.say("worker", "em ở cổng sau")
    assert [w.text for w in desk.words()] == ["em ở cổng sau"]  # until it is carried
    desk.tap("focal", f"handoff:take:{desk.talk().id}")
    assert desk.to("focal")[-1] == "Người báo: em ở cổng sau"
    desk.say("focal", "tôi tới ngay")
    assert [(w.side, w.text) for w in desk.words()] == [("person", None), ("officer", "tôi tới ngay")]


def test_taking_consent_back_takes_the_words_out(desk):
    desk.report()
    desk.say("worker", "Đồng ý")
    desk.connect()
    desk.say("worker", "em ở cổng sau")
    desk.say("focal", "ok em")
    desk.say("worker", "rút lại đồng ý")
    assert [(w.side, w.text) for w in desk.words()] == [("person", None), ("officer", "ok em")]


def test_nobody_is_called_by_name(desk):
    desk.report()
    desk.uow._connection.exec_driver_sql("UPDATE people SET name = 'Trần Thị Hoa' || id")
    desk.connect()
    desk.say("worker", "alo")
    desk.say("focal", "nghe đây")
    desk.say("worker", "kết thúc")
    assert "Trần Thị Hoa" not in " ".join(row.text for row in desk.rows())


def test_what_cannot_arrive_is_told_to_its_writer(desk):
    desk.report()
    talk = desk.connect()
    address = desk.uow.people.at(desk.address("focal"))
    desk.uow.people.set_address_state(address.id, "blocked")
    assert "chưa tới bên kia" in desk.say("worker", "alo")[0].text
    assert carrying.case_of(desk.uow, talk).code == desk.case().code


def test_a_word_the_platform_refused_is_told_by_the_tick(desk):
    desk.report()
    desk.connect()
    desk.say("worker", "alo")
    row = desk.words()[0].outbox_id
    desk.uow.outbox.record(row, 1, outcome="failed", state="failed", now=desk.now)
    assert "chưa tới bên kia" in next(m.text for m in desk.wait(seconds=5) if m.person == "worker")
    assert desk.wait(seconds=5) == []
