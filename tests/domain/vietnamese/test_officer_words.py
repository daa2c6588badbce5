"""An officer takes a case, or cannot, or says something else."""

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent
from domain.vietnamese.officer_words import cannot_take, takes_case
from domain.vietnamese.rights import wish
from tests.domain.vietnamese.messages import rows

EVENTS = (Intent.REPORT_ACCIDENT, Intent.REPORT_INCIDENT)

TAKEN = (
    "nhận",
    "ok nhận",
    "tôi nhận",
    "để tôi",
    "tôi đi ngay",
    "đang trên đường",
    "đang xử lý",
    "em nhận ạ",
    "nhận nhé",
    "đã nhận",
    "tôi nhận vụ này",
    "ok để em",
    "để em lo",
    "để tôi xử lý",
    "tôi xử lý",
    "tôi sẽ đi",
    "em đi ngay đây ạ",
    "tôi đang đến",
    "đang tới",
    "tôi đang trên đường đến",
    "nhận xử lý",
    "dạ em nhận",
    "tiếp nhận",
    "đã tiếp nhận",
    "tôi tiếp nhận",
    "vâng tôi đi",
    "tôi đến ngay",
    "tôi xuống hiện trường ngay",
    "đang đi",
    "đang đến hiện trường",
    "mình nhận ca này",
    "để mình",
    "ok tôi nhận",
    "nhận rồi",
    "tôi ra ngay",
    "em xử lý luôn",
    "được, để tôi",
    "ok em đi luôn ạ",
    "đang xuống",
)
NOT_TAKEN = (
    "nhờ anh khác",
    "tôi bận họp nhờ người khác",
    "tôi bận họp",
    "đang bận",
    "không nhận được",
    "tôi không nhận",
    "tôi đang bận, nhờ người khác",
    "nhờ người khác giúp",
    "giao cho người khác",
    "chuyển người khác",
    "em bận rồi",
    "tôi đang đi công tác",
    "tôi không đi được",
    "không đến được",
    "không phải địa bàn của tôi",
    "chuyển cho anh Nam",
    "nhờ chị Hoa",
    "tôi nghỉ phép",
    "bận họp",
    "để người khác",
    "không thể nhận",
    "tôi không xử lý được",
    "bận",
    "tôi ở xa quá",
    "em đang ở xa",
)
NEITHER = (
    "chưa làm được",
    "vướng mặt bằng nên chưa làm được",
    "chưa làm được do thiếu người",
    "xin báo một vụ tai nạn ở xã Phú Bình",
    "nhận được chưa",
    "chưa nhận được báo cáo",
    "ai nhận",
    "xử lý đi",
    "đi",
    "xong rồi",
    "đã xử lý xong",
    "tình hình thế nào",
    "ok",
    "có",
    "không",
    "xử lý giúp tôi với",
    "đến chưa",
    "nhận chưa",
    "có ai nhận không",
    "đã nộp báo cáo",
    "nạn nhân",
    "bạn là ai",
    "tôi bị ngã",
    "có người bị thương",
    "tôi nhận lương",
    "công nhân",
    "bận gì thế?",
    "khi nào đến",
    "sao chưa ai đến",
    "tôi đi làm bị tai nạn",
    "để sau",
    "đi làm",
    "giao thông",
    "bao giờ xử lý",
    "để tôi xem lại đã rồi tôi báo sau nhé chứ giờ chưa biết gì cả",
    "chào anh Nam",
    "",
    "ok " * 100 + "nhận",
)


@pytest.mark.parametrize("text", TAKEN)
def test_a_case_is_taken(text):
    for said in (text, fold(text), text.capitalize() + "."):
        assert takes_case(said)
        assert not cannot_take(said)


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_a_case_cannot_be_taken(text):
    for said in (text, text.capitalize() + "."):
        assert cannot_take(said)
        assert not takes_case(said)


@pytest.mark.parametrize("text", [text for text in NOT_TAKEN if text != "bận"])  # "ban" is "bạn" (you) too
def test_it_cannot_be_taken_without_accents_either(text):
    assert cannot_take(fold(text))


@pytest.mark.parametrize("text", NEITHER)
def test_other_messages_are_neither(text):
    for said in (text, fold(text)):
        assert not takes_case(said)
        assert not cannot_take(said)


@pytest.mark.parametrize("text", [text for text, intent in rows() if intent in EVENTS])
def test_an_accident_is_never_an_officer_s_word(text):
    for said in (text, fold(text)):
        assert not takes_case(said)
        assert not cannot_take(said)
        assert wish(said) is None
