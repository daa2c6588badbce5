import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import law
from domain.injuries import CLEAR, SETTLES, candidates, is_minor
from domain.vietnamese.fold import fold

CLEARLY = [
    ("gãy xương đòn", "034"),
    ("gay xuong don", "034"),
    ("dập ngón tay", "034"),
    ("dap ngon tay", "034"),
    ("gãy cổ tay", "034"),
    ("đứt 2 ngón tay trái", "034"),
    ("đứt lìa bàn tay", "034"),
    ("gẫy tay phải", "034"),
    ("bỏng độ 3", "051"),
    ("bong do 3", "051"),
    ("chấn thương sọ não", "011"),
    ("CTSN", "011"),
    ("vỡ hộp sọ", "014"),
    ("tụ máu dưới màng cứng", "013"),
    ("chảy máu não", "013"),
    ("máy cuốn tóc lột da đầu", "015"),
    ("thủng giác mạc", "016"),
    ("gãy xương hàm dưới", "018"),
    ("Gãy 3 xương sườn số 4,5,6", "024"),
    ("vỡ lách", "027"),
    ("gãy cột sống", "029"),
    ("gay cot song", "029"),
    ("vỡ xương chậu", "0210"),
    ("tay bị liệt", "031"),
    ("đứt gân bàn tay", "033"),
    ("trật khớp vai", "035"),
    ("bong gân cổ chân", "035"),
    ("treo co chan", "035"),
    ("gãy kín 1/3 giữa xương đùi trái", "043"),
    ("gãy 2 chân", "043"),
    ("vỡ xương gót", "043"),
    ("bỏng axit nặng", "053"),
    ("bỏng axít nặng", "053"),
    ("bỏng hoá chất độ 2", "053"),
    ("ngạt khí H2S trong hầm", "063"),
    ("ngộ độc khí CO", "061"),
    ("ngộ độc thuốc trừ sâu", "065"),
    ("034", "034"),
    ("0110", "0110"),
]
CLEARLY += [
    ("không may gãy tay", "034"),
    ("mù một mắt", "016"),
    ("tháo khớp ngón tay", "034"),
    ("gãy xương quai xanh", "034"),
]
PERHAPS = [
    ("nghi gãy xương sườn", "024"),
    ("gãy xương", "043"),
    ("bỏng điện", "054"),
    ("vỡ đầu", "011"),
    ("máy dập làm đứt 3 ngón", "034"),
    ("hoá chất bắn vào mắt", "016"),
]
SMALL = [
    "trầy xước da tay",
    "tray xuoc",
    "xay xat nhe",
    "bầm tím",
    "không gãy xương, chỉ trầy da",
    "vết thương phần mềm nhỏ ở tay",
    "rách da đầu",
    "bỏng độ 1",
    "gãy móng tay",
]
UNSETTLED = [
    "đau bụng",
    "điện giật",
    "bị thương nặng",
    "bị thương nhẹ",
    "đập vào tay",
    "trầy da, bất tỉnh",
    "treo người trên dây",
    "không rõ có gãy chân không",
    "máy cắt đứt tay",
    "",
]


@pytest.mark.parametrize(("words", "code"), CLEARLY)
def test_plain_words_find_the_line_of_the_list(words, code):
    first = candidates(words)[0]
    assert (first.code, first.score >= CLEAR) == (code, True)
    assert not is_minor(words)


@pytest.mark.parametrize(("words", "code"), PERHAPS)
def test_doubtful_words_count_but_are_not_clear(words, code):
    assert code in {c.code for c in candidates(words)}
    assert all(c.score < CLEAR for c in candidates(words))
    assert max(c.score for c in candidates(words)) >= SETTLES


@pytest.mark.parametrize("words", SMALL)
def test_small_wounds_are_not_on_the_list(words):
    assert candidates(words) == ()
    assert is_minor(words)


@pytest.mark.parametrize("words", UNSETTLED)
def test_what_settles_nothing_stays_open(words):
    assert all(c.score < SETTLES for c in candidates(words))
    assert not is_minor(words)


def test_words_typed_with_accents_are_not_mistaken_for_others():
    assert candidates("bóng đèn rơi xuống độ 3 mét") == ()
    assert candidates("đập mạnh cánh tay vào cửa") == ()


@pytest.mark.parametrize("injury", law.injuries(), ids=lambda i: i.code)
def test_every_line_of_the_list_is_found_by_its_own_wording(injury):
    assert injury.code in {c.code for c in candidates(injury.text)}
    assert injury.code in {c.code for c in candidates(fold(injury.text))}


def test_a_code_is_read_only_where_one_is_meant():
    assert [c.code for c in candidates("mã 0110")] == ["0110"]
    assert candidates("trầy da, phòng 012") == ()


def test_codes_are_text_and_told_once():
    codes = [injury.code for injury in law.injuries()]
    assert len(set(codes)) == len(codes)
    assert {"011", "0110"} <= set(codes)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_any_text_gives_an_answer(text):
    found = candidates(text)
    assert all(0 < c.score <= 1 for c in found)
    assert len({c.code for c in found}) == len(found)
