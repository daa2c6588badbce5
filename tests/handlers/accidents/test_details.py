"""After consent: one question a message, corrections, the review, the code."""

import pytest

ANSWERS = (
    "Sập giàn giáo khi đổ bê tông",
    "2",
    "2",
    "8h sáng nay",
    "Công ty Cầu 5",
    "Nam",
    "anh Hùng, gãy tay",
)


def begin(world, opening="có 2 người bị nạn, 1 người chết ở xã Tân Lập, gọi 0912345678"):
    world.say("worker", opening)
    return world.say("worker", "1")


def test_a_full_report_takes_at_most_fourteen_messages(world):
    messages = [
        "báo tai nạn",
        "2 người, 1 người chết",
        "xã Tân Lập",
        "0912345678",
        "1",
        *ANSWERS,
        "xong",
        "1",
    ]
    assert len(messages) <= 14
    for text in messages:
        shown = world.say("worker", text)
    code = world.case().code
    assert shown[-1].text == f"✅ Đã ghi đủ vụ {code}. Nhắn mã này lúc nào cũng được để xem tới đâu."
    assert world.session("worker") is None
    facts = world.facts()
    assert facts["what"] == ANSWERS[0]
    assert (facts["role"], facts["contract"]) == ("colleague", "no")
    assert facts["happened"] == {"type": "datetime", "value": "2026-11-24T08:00:00+07:00"}
    assert facts["workplace"] == "Công ty Cầu 5"
    assert facts["victims"] == [
        {"outcome": "dead", "name": "Nam"},
        {"outcome": "alive", "name": "Hùng", "sex": "male", "injury": "gãy tay"},
    ]


def test_every_answer_is_kept_at_once(world):
    begin(world)
    world.say("worker", "Sập giàn giáo lúc 8h sáng nay")
    assert world.facts()["what"] == "Sập giàn giáo lúc 8h sáng nay"
    assert world.facts()["happened"]["value"].startswith("2026-11-24T08:00")
    assert world.session("worker")["at"] == "role"


def test_everything_but_consent_may_be_skipped(world):
    begin(world)
    for _ in range(20):
        if world.session("worker") is None:
            break
        shown = world.say("worker", "bỏ qua")
    assert world.session("worker") is None
    assert world.case().code in shown[-1].text


@pytest.mark.parametrize(
    ("said", "heard", "at"),
    [
        ("ngày mai", "Giờ ấy chưa tới", "happened"),
        ("abc", "Anh/chị nhắn giúp ngày và giờ", "happened"),
        ("10h", "Là lúc nào?", "happened"),
        ("hôm qua", "Đã ghi: thứ Hai 23/11/2026.", "workplace"),
        ("chiều qua", "Đã ghi: buổi chiều thứ Hai 23/11/2026.", "workplace"),
        ("8h sáng nay", "Đã ghi: 8h00 thứ Ba 24/11/2026.", "workplace"),
        ("1", "Đã ghi: 8h50 thứ Ba 24/11/2026.", "workplace"),
        ("tôi không biết lúc nào", "công trường hoặc đơn vị", "workplace"),
    ],
)
def test_when_it_happened(world, said, heard, at):
    begin(world)
    for text in ("bỏ qua", "bỏ qua", "bỏ qua"):
        world.say("worker", text)
    shown = world.say("worker", said)
    assert heard in shown[0].text
    assert world.session("worker")["at"] == at


def test_a_time_that_may_be_two_is_picked(world):
    begin(world)
    for text in ("bỏ qua", "bỏ qua", "bỏ qua"):
        world.say("worker", text)
    offered = world.say("worker", "10h")[-1]
    assert offered.labels[-1] == "Chưa rõ"
    assert world.say("worker", "1")[0].text == f"Đã ghi: {offered.labels[0]}."


def test_who_reports_may_be_said_in_ones_own_words(world):
    begin(world)
    world.say("worker", "bỏ qua")
    world.say("worker", "tôi làm cùng tổ với anh ấy")
    world.say("worker", "co hop dong")
    assert (world.facts()["role"], world.facts()["contract"]) == ("colleague", "yes")


def test_words_where_a_photo_is_due_are_kept_as_a_remark(world):
    begin(world)
    while world.session("worker")["at"] != "media":
        world.say("worker", "bỏ qua")
    shown = world.say("worker", "máy tôi không chụp được")
    assert "ghi làm chú thích" in shown[0].text
    assert shown[-1].labels == ["Xong"]
    assert world.facts()["remarks"] == ["máy tôi không chụp được"]
    world.photo("worker")
    world.photo("worker")
    assert len(world.facts()["photos"]) == 2


def reviewed(world):
    begin(world)
    while world.session("worker")["at"] != "review":
        shown = world.say("worker", "bỏ qua")
    return shown


def test_the_review_lists_what_was_noted_and_a_fix_comes_back_to_it(world):
    shown = reviewed(world)
    assert "Số người: 2 (hai) người, trong đó 1 (một) người tử vong" in shown[0].text
    assert shown[-1].labels == ["Đúng, gửi", "Sửa"]
    shown = world.say("worker", "Sửa")
    assert "Số người" in shown[0].labels
    shown = world.tap("worker", "fix:phone")
    assert shown[-1].letters
    shown = world.say("worker", "0987654321")
    assert "0987 654 321" in shown[0].text
    assert "Số gọi lại: 0987 654 321" in shown[1].text
    assert shown[-1].labels == ["Đúng, gửi", "Sửa"]
    assert world.facts()["phone"] == "0987654321"


def test_a_correction_in_ones_own_words_at_the_review(world):
    reviewed(world)
    shown = world.say("worker", "không phải, 3 người bị nạn, 1 người chết")
    assert "3 (ba) người" in shown[0].text
    assert world.facts()["people"]["total"] == 3


def test_going_back_from_the_review_tells_the_list_again(world):
    reviewed(world)
    world.say("worker", "quay lại")
    shown = world.say("worker", "xong")
    assert "Báo An đã ghi" in shown[-2].text


def test_earlier_versions_stay(world):
    from storage.tables import accident_facts  # noqa: PLC0415 - a look behind the repository

    reviewed(world)
    world.tap("worker", "fix:phone")
    world.say("worker", "0987654321")
    versions = [row["value"] for row in world.rows_of(accident_facts) if row["field"] == "phone"]
    assert versions == ["0912345678", "0987654321"]


def test_a_long_story_is_kept_whole(world):
    begin(world)
    world.say("worker", "a " * 4_999 + "xy")
    assert len(world.facts()["what"]) == 10_000


def test_an_employer_is_told_that_chat_is_no_declaration(world):
    begin(world)
    world.say("worker", "bỏ qua")
    world.tap("worker", "role:employer")
    while world.session("worker") is not None:
        shown = world.say("worker", "bỏ qua")
    assert "chưa thay cho việc khai báo" in shown[-1].text


def test_a_case_by_code_does_not_end_the_report_under_way(world):
    begin(world)
    world.say("worker", "bỏ qua")
    shown = world.say("worker", world.case().code)
    assert world.case().code in shown[0].text
    assert world.session("worker")["at"] == "role"


def test_the_english_speaker_is_served_in_english(world):
    world.say("worker", "english")
    shown = world.say("worker", "report an accident")
    assert "call 115" in shown[0].text
    for text in ("2", "xã Tân Lập", "a", "1"):
        shown = world.say("worker", text)
    assert shown[-1].text == "What happened? Tell it in a few sentences, or:"
    while world.session("worker") is not None:
        shown = world.say("worker", "skip")
    assert shown[-1].text.startswith("✅ Case TN-26-")


def test_no_button_of_the_report_belongs_to_another_subject():
    from handlers import flows  # noqa: PLC0415 - the registers, looked at once

    own = (
        "people",
        "place",
        "phone",
        "consent",
        "media",
        "tip",
        "when",
        "role",
        "contract",
        "look",
        "fix",
        "add",
    )
    assert not [name for name in own if flows.tap_of(f"{name}:x") is not None]
