"""Somebody died, or only nearly, or the engine did."""

import pytest

from domain.vietnamese.death import tells_of_death
from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import PeopleCount, read_people
from domain.vietnamese.people import count_people

DEATHS = (
    "co nguoi bi dien giat chet o xa tan lap",
    "có một người chết",
    "chết rồi",
    "tử vong",
    "mất rồi",
    "không qua khỏi",
    "tắt thở",
    "anh ấy mất rồi",
    "đã mất",
    "chồng em mất rồi",
    "chết 2 người",
    "2 người chết, 1 người không sao",
    "công nhân không đeo dây an toàn bị ngã chết",
    "bò húc chết",
    "máy cán chết công nhân",
    "bị chó cắn chết",
    "sập giàn giáo chết người",
    "tai nạn chết người ở mỏ đá",
    "chết ngạt trong hầm",
    "chết đuối",
    "đuối nước chết rồi",
    "không kịp cứu, chết tại chỗ",
    "ông A qua đời khi đang làm việc",
    "đưa đi viện nhưng không qua khỏi",
    "1 nguoi tu vong",
    "thiệt mạng",
    "em ơi chết người rồi",
    "không biết bao nhiêu người chết",
    "có người chết, em không biết làm sao",
    "chưa biết mấy người bị thương nhưng có 1 người chết",
    "đã tử vong lúc 8h",
    "bố em mất hôm qua ở công trường",
    "không thấy thở nữa, chết rồi",
    "phát hiện thi thể công nhân dưới giếng",
    "bị điện giật, đã chết",
    "bi nga tu tang 3 chet roi",
    "chet tai cho",
    "nắng nóng chết 2 người",
    "sập chết người",
    "chet 1 ng",
    "3 ca tử vong",
    "mới mất sáng nay",
    "bị tường đè chết",
    "hy sinh khi làm nhiệm vụ",
    "không cứu được",
    "tử nạn rồi",
    "chết hết rồi",
    "chet cmnr",
    "nó chết rồi anh ơi",
    "nạn nhân mất trên đường đi cấp cứu",
    "cứu không kịp",
)
NO_DEATHS = (
    "chưa chết",
    "may không ai chết",
    "suýt chết",
    "sợ chết khiếp",
    "chết máy",
    "chết điện",
    "xe chết máy giữa đường",
    "không có ai chết",
    "khong co nguoi chet",
    "không ai tử vong",
    "không có trường hợp tử vong",
    "suýt nữa thì chết",
    "có ai chết không",
    "đã chết chưa",
    "bao nhiêu người chết năm nay",
    "có vụ nào chết người không",
    "mấy vụ tai nạn chết người năm nay",
    "2 người bị thương",
    "mất điện",
    "mất tích",
    "mất tay",
    "bị mất máu nhiều",
    "không chết",
    "ko chết",
    "chưa tử vong",
    "nguy cơ chết người",
    "kẻo chết người",
    "mệt chết",
    "mệt chết đi được",
    "điện thoại chết rồi",
    "máy chết rồi",
    "cười chết mất",
    "đứt mất rồi",
    "quên mất rồi",
    "chết cha, quên mất",
    "0 người chết",
    "không người nào chết",
    "tưởng chết",
    "gần chết",
    "sống chết chưa rõ",
    "chưa qua khỏi nguy kịch",
    "mất an toàn",
    "gà chết hàng loạt",
    "có thể chết người",
    "tai nạn chết người là gì",
    "bị ngã gãy tay",
    "chào",
    "không sao",
    "mất phanh",
    "chưa ai chết",
    "chưa có ai chết",
    "hên là không ai chết",
    "may quá không ai chết cả",
    "không bị chết",
    "không phải chết",
    "chưa chết đâu",
    "nếu không cẩn thận sẽ chết người",
    "",
)
# Without its accents the word may be another: "sap chet" is "sập chết" (fell in and killed) as well.
ONLY_WITH_ACCENTS = {"dễ chết người", "sắp chết"}


@pytest.mark.parametrize("text", sorted(DEATHS))
def test_a_death_is_heard(text):
    assert tells_of_death(text)
    assert tells_of_death(fold(text))
    assert tells_of_death(text.upper())


@pytest.mark.parametrize("text", sorted([*NO_DEATHS, *ONLY_WITH_ACCENTS]))
def test_nobody_died(text):
    assert not tells_of_death(text)


@pytest.mark.parametrize("text", sorted(NO_DEATHS))
def test_nobody_died_without_accents_either(text):
    assert not tells_of_death(fold(text))


@pytest.mark.parametrize("strict", [True, False])
@pytest.mark.parametrize(
    ("text", "total", "dead", "injured"),
    [
        ("co nguoi bi dien giat chet o xa tan lap", None, 1, None),
        ("có người chết", None, 1, None),
        ("có một người chết", 1, 1, None),
        ("chết rồi", None, 1, None),
        ("1 người bị điện giật, chết rồi", 1, 1, None),
        ("2 người bị điện giật chết", 2, 2, None),
        ("1 người bị thương nặng không qua khỏi", 1, 1, None),
        ("2 người bị thương, có người chết", None, 1, 2),
        ("2 người bị thương, chưa ai chết", 2, 0, 2),
        ("2 người bị thương, suýt chết", 2, None, 2),
        ("xe chết máy, 2 người bị thương", 2, None, 2),
        ("2 người bị thương, mất điện", 2, None, 2),
    ],
)
def test_a_death_without_a_number_is_at_least_one(text, total, dead, injured, strict):
    assert count_people(text, strict=strict) == PeopleCount(total, dead, injured, None)


@pytest.mark.parametrize("text", ["suýt chết", "chết máy", "sợ chết khiếp", "chết điện"])
def test_no_death_counts_nobody(text):
    assert read_people(text) is None
