"""Which known place or unit is meant."""

import pytest

from domain.vietnamese.places import match_places

NAMES = (
    "Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân xã Phú Bình", "Ủy ban nhân dân phường Tân Long",
    "Ủy ban nhân dân xã Tân Long", "Sở Nội vụ", "Sở Xây dựng", "Công an tỉnh", "Ủy ban nhân dân xã Tân Thành",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tan lap", "Ủy ban nhân dân xã Tân Lập"),
        ("xã Tân Lập", "Ủy ban nhân dân xã Tân Lập"),
        ("o cau Tan Lap", "Ủy ban nhân dân xã Tân Lập"),
        ("công trường cầu Tân Lập", "Ủy ban nhân dân xã Tân Lập"),
        ("UBND xã Phú Bình", "Ủy ban nhân dân xã Phú Bình"),
        ("phubinh", "Ủy ban nhân dân xã Phú Bình"),
        ("phú bìn", "Ủy ban nhân dân xã Phú Bình"),
        ("so noi vu", "Sở Nội vụ"),
        ("phường tân long", "Ủy ban nhân dân phường Tân Long"),
        ("xã tân long", "Ủy ban nhân dân xã Tân Long"),
    ],
)
def test_the_best_match(text, name):
    assert match_places(text, NAMES)[0].name == name


def test_a_name_said_in_full_scores_hundred_and_a_slip_less():
    assert match_places("tân lập", NAMES)[0].score == 100
    assert 75 <= match_places("tân lâpj", NAMES)[0].score < 100


def test_a_name_that_two_places_bear_gives_both():
    found = match_places("tân long", NAMES)
    assert [match.score for match in found[:2]] == [100, 100]
    assert {match.name for match in found[:2]} == {NAMES[2], NAMES[3]}


def test_nothing_like_it_gives_nothing_and_the_limit_holds():
    assert match_places("hà nội", NAMES) == ()
    assert match_places("", NAMES) == ()
    assert match_places("tân lập", ()) == ()
    assert len(match_places("tân lập, phú bình, tân thành, sở nội vụ", NAMES)) == 3
    assert len(match_places("tân lập, phú bình", NAMES, limit=1)) == 1
