"""What messages are about: the whole table, as written and without accents, and the facts they carry."""

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from tests.domain.vietnamese.messages import MESSAGES, rows

# Without its accents the word itself means something else: "dừng" (stop) and "đúng" (right).
ONLY_WITH_ACCENTS = {"dừng đi"}


@pytest.mark.parametrize(("text", "intent"), rows())
def test_a_message_means(text, intent):
    understood = understand(text)
    assert understood.intent == intent, understood
    assert understood.text == text
    assert 0 <= understood.confidence <= 1
    assert (understood.confidence < 0.5) == (intent == Intent.UNKNOWN)


@pytest.mark.parametrize(("text", "intent"), [row for row in rows() if row[0] not in ONLY_WITH_ACCENTS])
def test_it_means_the_same_without_accents(text, intent):
    assert understand(fold(text)).intent == intent


def test_the_table_is_large_and_covers_every_intent():
    assert set(MESSAGES) == set(Intent)
    assert len(rows()) >= 600
    assert len({text for text, _ in rows()}) == len(rows())


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("2 ng, 1 ng chet roi", {"people": 2, "dead": 1}),
        (
            "1 người chết, 3 người bị thương ở mỏ đá Hòa An",
            {"dead": 1, "injured": 3, "place": "mỏ đá Hòa An"},
        ),
        (
            "sáng nay 8h công nhân ngã giàn giáo tại xã Tân Lập",
            {"place": "xã Tân Lập", "time": "sáng nay 8h"},
        ),
        ("cong nhan bj dien giat o xa tan lap sang nay 8h", {"place": "xa tan lap", "time": "sang nay 8h"}),
        ("2-3 người bị thương", {"between": [2, 3]}),
        ("cháy kho, không ai bị thương", {"injured": 0}),
        ("đã làm được 60%", {"percent": 60}),
        ("Đã nộp theo văn bản số 125/BC-UBND", {"document_no": "125/BC-UBND"}),
        ("da nop 125/bc-ubnd quy 4", {"document_no": "125/BC-UBND", "period": "quy 4"}),
        ("đã gửi báo cáo quý 4", {"period": "quý 4"}),
        ("xin gia hạn đến 20/12 vì thiếu kinh phí", {"reason": "thiếu kinh phí"}),
        ("hồ sơ tn-26-7k3f tới đâu rồi", {"case_code": "TN-26-7K3F"}),
        ("tn267k3f", {"case_code": "TN-26-7K3F"}),
        ("SC 26 9A2B", {"case_code": "SC-26-9A2B"}),
    ],
)
def test_a_message_carries(text, slots):
    found = understand(text).slots
    assert {name: found.get(name) for name in slots} == slots


@pytest.mark.parametrize(
    "text", ["đã làm 160%", "anh Nam 35 tuổi bị ngã", "tầng 2 có người ngã", "0912345678"]
)
def test_other_numbers_are_no_counts(text):
    assert not {"percent", "people", "dead", "injured"} & set(understand(text).slots)


def test_a_message_in_two_halves_keeps_the_accident():
    assert understand("chào anh, cho em hỏi. có người bị điện giật").intent == Intent.REPORT_ACCIDENT
    assert understand("ok em báo luôn là có công nhân ngã gãy chân").intent == Intent.REPORT_ACCIDENT


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("cong nhna bi dien giatj", Intent.REPORT_ACCIDENT),
        ("co ngoui nga tu gian giao", Intent.REPORT_ACCIDENT),
        ("cos nguwowif bij thuwowng", Intent.REPORT_ACCIDENT),
        ("ok, tai nna o cong truong", Intent.REPORT_ACCIDENT),
        ("da nopj baos caos rooif", Intent.REPORT_PROGRESS),
        ("huongw dan su dugn", Intent.HELP),
        ("qauy lai", Intent.GO_BACK),
        ("xin gia hna them 3 ngay", Intent.REPORT_PROGRESS),
    ],
)
def test_slips_of_the_finger_are_mended(text, intent):
    assert understand(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("có thằng té trên mái tôn xuống", Intent.REPORT_ACCIDENT),
        ("e oi co thang te tren mai ton xuong", Intent.REPORT_ACCIDENT),
        ("co dua te giua cong truong", Intent.REPORT_ACCIDENT),
        ("co thang nga tren mai xuong", Intent.REPORT_ACCIDENT),
        ("cái thang ngã, không ai sao", Intent.REPORT_INCIDENT),
    ],
)
def test_a_fellow_who_fell_is_not_a_ladder(text: str, intent: Intent) -> None:
    """Without accents "thằng" (a fellow) and "thang" (a ladder) are the same letters."""
    assert understand(text).intent == intent


def test_asking_which_task_is_late_is_no_accident() -> None:
    assert understand("co thang nao cham khong").intent != Intent.REPORT_ACCIDENT
