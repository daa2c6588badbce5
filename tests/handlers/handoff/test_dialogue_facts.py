"""What the reporter tells the officer is offered as facts of the case; nothing changes without a yes."""

import pytest

from storage.tables import accident_facts


def told(desk, text):
    desk.say("worker", text)
    return desk.to("focal")


def offered(desk):
    return [shown for shown in desk.world.heard if shown.person == "focal" and shown.choices]


@pytest.fixture
def talking(desk):
    desk.report()
    desk.connect()
    return desk


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("da co 1 nguoi chet roi anh oi", "people", {"total": 2, "dead": 1}),
        ("3 người bị thương chứ không phải 2", "people", {"total": 3}),
        ("anh Tu 30 tuoi tho han bong tay", "victims", "Tu"),
        ("so em la 0987654321", "phone", "0987654321"),
        ("tai nan xay ra luc 8h sang nay", "happened", "2026-11-24T08:00"),
    ],
)
def test_a_fact_said_to_the_officer_is_offered_and_kept_on_a_yes(talking, said, field, value):
    before = talking.facts().get(field)
    seen = told(talking, said)
    assert seen[0] == f"Người báo: {said}"
    assert seen[1].startswith("Lời người báo vừa nói: ")
    assert seen[1].endswith("Ghi vào hồ sơ không?")
    assert talking.facts().get(field) == before
    shown = talking.say("focal", "a")
    assert talking.case().code in shown[0].text
    kept = talking.facts()[field]
    if isinstance(value, dict):
        assert value.items() <= kept.items()
    else:
        assert value in str(kept)
    assert any("Cán bộ đã ghi vào hồ sơ" in text for text in talking.to("worker"))
    rows = [row for row in talking.rows_of(accident_facts) if row["field"] == field]
    word = talking.words()[0]
    assert rows[-1]["source"] == word.source
    assert rows[-1]["person_id"] == talking.people["focal"]


@pytest.mark.parametrize(
    "said",
    [
        "dạ em đang ở cổng sau",
        "anh Hùng quản đốc đang đứng cạnh em",
        "2 người bị thương ạ",
        "mấy giờ anh tới, em chờ từ 9h",
        "em cảm ơn anh",
        "xe cấp cứu chưa tới",
    ],
)
def test_words_that_tell_nothing_new_are_only_carried(talking, said):
    assert told(talking, said) == [f"Người báo: {said}"]


def test_a_no_leaves_the_file(talking):
    told(talking, "da co 1 nguoi chet roi anh oi")
    before = talking.facts()
    assert talking.say("focal", "b")[0].text == "Hồ sơ để nguyên."
    assert talking.facts() == before


def test_a_number_said_by_the_officer_is_a_word_and_no_choice(talking):
    told(talking, "da co 1 nguoi chet roi anh oi")
    before = talking.facts()
    assert talking.say("focal", "2") == []
    assert talking.to("worker") == ["Cán bộ: 2"]
    assert talking.facts() == before


def test_what_was_said_while_nobody_was_there_is_offered_to_who_takes_it(desk):
    desk.report()
    desk.say("worker", "gặp người trực")
    desk.say("worker", "da co 1 nguoi chet roi anh oi")
    desk.tap("focal", f"handoff:take:{desk.talk().id}")
    assert desk.to("focal")[-1].startswith("Lời người báo vừa nói: ")


def test_nobody_but_an_officer_of_the_case_can_keep_it(talking):
    told(talking, "da co 1 nguoi chet roi anh oi")
    before = talking.facts()
    word = talking.words()[0]
    for name in ("worker", "other"):
        talking.tap(name, f"handoff:keep:{word.id}:0")
    talking.tap("focal", f"handoff:keep:{word.id}:9")
    talking.tap("focal", "handoff:keep:99999:0")
    talking.tap("focal", "handoff:keep")
    assert talking.facts() == before


def test_tapped_twice_it_is_kept_once(talking):
    told(talking, "da co 1 nguoi chet roi anh oi")
    word = talking.words()[0]
    talking.tap("focal", f"handoff:keep:{word.id}:0")
    rows = len(talking.rows_of(accident_facts))
    talking.tap("focal", f"handoff:keep:{word.id}:0")
    assert len(talking.rows_of(accident_facts)) == rows


def test_of_one_who_is_not_to_be_named_no_name_and_no_number_is_offered(desk):
    desk.report()
    desk.say("worker", "Giữ kín tôi là ai")
    desk.tap("worker", "consent:confidential")
    desk.connect()
    assert len(told(desk, "so em la 0987654321")) == 1


def test_a_dialogue_without_a_case_offers_nothing(desk):
    desk.connect("coordinator")
    desk.say("worker", "so em la 0987654321")
    assert desk.to("coordinator") == ["Người nhắn: so em la 0987654321"]
