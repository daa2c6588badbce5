"""What looks like a joke, a trial or obscenity, and what must not; identity papers named under a picture."""

import unicodedata

import pytest

from domain.positions import in_vietnam
from domain.vietnamese.id_words import names_id_card
from domain.vietnamese.jest import is_doubtful
from domain.vietnamese.people import contradicts_itself


@pytest.mark.parametrize(
    "said",
    [
        "có người chết haha",
        "tai nạn nè hihi",
        "2 người chết :))",
        "co nguoi chet, dua thoi",
        "báo tai nạn, nhắn thử thôi",
        "test",
        "test thử bot xem sao",
        "tai nạn cá tháng tư",
        "bị thương ở lồn",
        "ngã gãy chân 😂😂",
        unicodedata.normalize("NFD", "nói đùa thôi có tai nạn"),
    ],
)
def test_doubtful(said):
    assert is_doubtful(said)


@pytest.mark.parametrize(
    "said",
    [
        "có người chết, không đùa đâu",
        "tôi không nói đùa, 2 người bị thương",
        "đm ngã giàn giáo chết người rồi cứu với",
        "vcl có thằng bị máy cuốn",
        "địt mẹ nó chết người rồi",
        "anh Hải bị gãy tay ở Hà Hải",
        "chị Hà Hà gãy chân",
        "công nhân thử máy bị kẹp tay",
        "thử tải cẩu thì đứt cáp",
        "đang test máy thì bị điện giật",
        "lon sơn rơi trúng đầu",
        "các anh ơi có tai nạn",
        "chị Thu bị gãy tay",
        "chi thu bi gay tay",
        "anh ấy được đưa thôi",
        "đưa đây rồi, có người chết",
        "cười đùa rồi ngã xuống hố",
        "xe tải lùi :(",
        "",
    ],
)
def test_not_doubtful(said):
    assert not is_doubtful(said)


@pytest.mark.parametrize(
    "said", ["CCCD của anh Nam", "can cuoc cong dan", "ảnh chứng minh nhân dân", "hộ chiếu"]
)
def test_identity_papers(said):
    assert names_id_card(said)
    assert names_id_card(unicodedata.normalize("NFD", said))


@pytest.mark.parametrize("said", ["hiện trường", "không có CCCD", "", "cần cẩu đổ", "mất thẻ căn cước"])
def test_no_identity_papers(said):
    assert not names_id_card(said)


@pytest.mark.parametrize(
    "said", ["2 người, 3 chết", "2 nguoi, 3 nguoi chet", "tổng 2 người bị nạn, 3 người tử vong"]
)
def test_counts_that_cannot_be(said):
    assert contradicts_itself(said)


@pytest.mark.parametrize(
    "said", ["2 người, 1 chết", "3 người", "vài người", "không rõ", "", "2 hoặc 3 người"]
)
def test_counts_that_can(said):
    assert not contradicts_itself(said)


@pytest.mark.parametrize(
    "place",
    [(21.0, 105.8), (10.8, 106.7), (8.6, 104.7), (23.39, 105.3), (22.4, 102.2), (16.5, 112.3), (8.6, 111.9)],
)  # fmt: skip
def test_positions_of_vietnam(place):
    assert in_vietnam(*place)


@pytest.mark.parametrize(
    "place",
    [
        (48.8, 2.3),
        (0.0, 0.0),
        (39.9, 116.4),
        (35.7, 139.7),
        (-6.2, 106.8),
        (90.0, 180.0),
        (float("nan"), 105.0),
    ],
)
def test_positions_far_outside(place):
    assert not in_vietnam(*place)
