"""What a coordinator types instead of pressing: yes, later, all, nobody, a correction in one sentence."""

import pytest

from handlers.flows.unit_names_asked import known_names, near, read_names
from handlers.services.fan_out import registry
from tests.handlers.plans.test_review import Talk, _labels, _pick
from tests.handlers.plans.world import golden_reading, reading, task

LABOUR = "Phòng Lao động - Thương binh và Xã hội"
CLASS = "các đơn vị liên quan"
DOUBT = {"field": "lead_units", "reason": "unsure", "message": "Chưa chắc.", "alternatives": []}


@pytest.fixture
def talk(place):
    return Talk(place)


@pytest.fixture
def known(place):
    return known_names(registry(place.uow))


def _rows(talk):
    return {row["id"]: row for row in talk.place.plan(talk.code).reading["tasks"]}


def _doubting(talk):
    return talk.hear_reading(
        reading(
            task("III.1.c", review=[DOUBT], needs_review=True),
            task("III.4.a", review=[DOUBT], needs_review=True),
        )
    )


@pytest.mark.parametrize(
    "words", ["đúng như đã đọc", "đúng rồi", "đúng", "dung roi", "ok", "OK ạ", "chuẩn", "chuẩn rồi"]
)
def test_a_doubtful_row_is_right_in_many_words(talk, words):
    _doubting(talk)
    assert talk.say(words)[-1]["step"] == [2, 2]
    assert _rows(talk)["III.1.c"]["review"] == []


def test_a_doubtful_row_may_wait(talk):
    _doubting(talk)
    assert talk.say("để sau")[-1]["step"] == [2, 2]
    assert _rows(talk)["III.1.c"]["review"] == [DOUBT]


@pytest.mark.parametrize(
    ("words", "choice"),
    [
        ("tất cả", "everyone"),
        ("tất cả các đơn vị", "everyone"),
        ("tat ca", "everyone"),
        ("không", "nobody"),
        ("không ai", "nobody"),
        ("ko ai", "nobody"),
        ("để sau nhé", "later"),
    ],
)
def test_a_class_is_everyone_or_nobody_in_many_words(talk, words, choice):
    said = talk.hear_reading(reading(task("1", coordinating_units=[CLASS])))
    talk.tap(_pick(said, "Chọn đơn vị"))
    talk.say(words)
    assert talk.place.plan(talk.code).reading["decisions"][CLASS]["choice"] == choice


@pytest.mark.parametrize("words", ["xem những chỗ chưa rõ", "chỗ nào cần xem", "xem cho chua ro"])
def test_the_summary_hears_which_places_to_look_at(talk, words):
    talk.hear_reading(reading(task("III.1.c", review=[DOUBT], needs_review=True)))
    talk.tap("pl:hub")
    assert "đọc như trên đã đúng chưa?" in talk.say(words)[-1]["text"]


@pytest.mark.parametrize("words", ["duyệt đi", "ok duyệt", "duyet luon"])
def test_the_summary_hears_the_approval(talk, words):
    talk.hear_reading(reading(task("1")))
    assert "Duyệt không?" in talk.say(words)[-1]["text"]
    assert talk.say(words)[0]["text"].startswith("✅ Đã duyệt")


@pytest.mark.parametrize(
    "typed",
    [
        "phong ld tbxh",
        "phòng lđ-tb&xh",
        "LĐTBXH",
        "Phòng LĐ - TB và XH",
        "phòng lđ",
        "phòng lao động",
        "p. lđtbxh",
    ],
)
def test_an_abbreviated_office_is_found(known, typed):
    found = read_names(typed, known)
    assert (found.sure, found.unclear) == ((LABOUR,), ())


def test_an_abbreviation_of_no_known_office_is_not_guessed(known):
    assert read_names("sở lđ", known).sure == ()
    assert read_names("phòng nv", known).sure == ()


@pytest.mark.parametrize("typed", ["văn phòng huyện", "van phong huyen"])
def test_offices_come_before_communes_where_an_office_is_named(known, typed):
    assert read_names(typed, known).sure == ()
    assert near(typed, known)[0] == "Văn phòng HĐND&UBND"


@pytest.mark.parametrize(
    "words",
    [
        "1.c do phòng lđ chủ trì chứ ko phải sở",
        "III.1.c chủ trì là phòng lao động",
        "muc III.1.c chu tri la phong ld tbxh",
        "sửa mục III.1.c: phòng LĐTBXH chủ trì",
    ],
)
@pytest.mark.parametrize("doubting", [False, True])
def test_a_row_and_its_lead_in_one_go(talk, words, doubting):
    if doubting:
        _doubting(talk)
    else:
        talk.hear_reading(reading(task("III.1.c"), task("III.4.a")))
    said = talk.say(words)
    assert said[-1]["text"] == f"III.1.c, Đơn vị chủ trì: {LABOUR}. Đúng không?"
    assert _rows(talk)["III.1.c"]["lead_units"] != [LABOUR]
    said = talk.say("đúng rồi")
    assert said[0]["text"].startswith("✅ Đã sửa III.1.c")
    assert _rows(talk)["III.1.c"]["lead_units"] == [LABOUR]
    assert ("III.4.a, Đơn vị chủ trì đọc như trên" if doubting else "Làm gì tiếp?") in said[-1]["text"]


def test_the_row_may_be_left_out_where_it_is_asked_about(talk):
    _doubting(talk)
    assert talk.say("chủ trì là phòng lđ")[-1]["text"].startswith("III.1.c, Đơn vị chủ trì")


def test_another_row_is_corrected_and_the_doubt_comes_again(talk):
    _doubting(talk)
    assert talk.say("III.4.a phối hợp: bảo hiểm xã hội")[-1]["text"].startswith("III.4.a, Đơn vị phối hợp")
    said = talk.say("đúng")
    assert _rows(talk)["III.4.a"]["coordinating_units"] == ["Bảo hiểm xã hội"]
    assert "III.1.c, Đơn vị chủ trì đọc như trên" in said[-1]["text"]


@pytest.mark.parametrize("doubting", [False, True])
def test_a_row_and_its_deadline_in_one_go(talk, doubting):
    if doubting:
        _doubting(talk)
    else:
        talk.hear_reading(reading(task("III.1.c"), task("III.4.a")))
    said = talk.say("mục III.4.a hạn trước 30/11")
    assert said[-1]["text"].startswith("III.4.a: Năm nào?")
    said = talk.say("2024")
    assert said[-1]["text"].startswith("III.4.a, Thời hạn: trước 30/11/2024")
    talk.say("sửa")
    talk.tap("pl:hub")
    said = talk.say("III.4.a thời hạn là trước 30/11 hằng năm")
    assert said[-1]["text"].startswith("III.4.a, Thời hạn: trước 30/11 hằng năm")
    talk.say("ok")
    assert _rows(talk)["III.4.a"]["deadline"]["kind"] == "recurring"


def test_a_place_that_may_be_two_rows_is_asked_and_the_rest_kept(talk):
    talk.hear_reading(reading(task("II.1.c"), task("III.1.c")))
    said = talk.say("1.c chủ trì là phòng lđ")
    assert [label[:7] for label in _labels(said)[:2]] == ["II.1.c:", "III.1.c"]
    assert talk.say("2")[-1]["text"].startswith(f"III.1.c, Đơn vị chủ trì: {LABOUR}")


def test_a_name_nobody_knows_is_asked_anew_at_its_row(talk):
    talk.hear_reading(reading(task("III.1.c")))
    said = talk.say("III.1.c chủ trì là qqqqq")
    assert 'Chưa thấy "qqqqq"' in said[-1]["text"]
    assert talk.say("phòng lđ")[-1]["text"].startswith("III.1.c, Đơn vị chủ trì")


def test_approving_with_open_phrases_is_asked_about(talk, shared):
    said = talk.hear_reading(golden_reading(shared))
    talk.tap(_pick(said, "Duyệt"))
    said = talk.say("Duyệt")
    assert said[-1]["text"] == "Còn 3 cụm từ chưa chọn. Để sau hết và duyệt?"
    assert _labels(said) == ["Để sau hết, duyệt", "Chọn tiếp"]
    assert "là những ai?" in talk.say("Chọn tiếp")[-1]["text"]
    talk.say("duyệt đi")
    said = talk.say("Để sau hết, duyệt")
    assert "3 cụm từ chưa rõ là ai. Duyệt không?" in said[-1]["text"]
    assert talk.say("Duyệt")[0]["text"].startswith("✅ Đã duyệt")
    assert len(talk.place.plan(talk.code).reading.get("decisions", {})) == 0
