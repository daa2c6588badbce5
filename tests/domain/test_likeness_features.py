"""What a story says beside the tables: an employer in it is no word of what happened, ages speak for or against."""

from datetime import UTC, datetime

import pytest

from domain.likeness import compare
from domain.likeness_profile import profile_of

NOW = datetime(2026, 11, 24, 4, tzinfo=UTC)


def profile(what, **facts):
    return profile_of("accident", NOW, 1, {"what": what, **facts})


@pytest.mark.parametrize(
    "said", ["bị sét đánh ở công ty gỗ Hoàng Long", "bi set danh o cong ty go hoang long, da dua di vien"]
)
def test_an_employer_in_the_story_is_no_word_of_what_happened(said):
    found = profile(said)
    assert "set" in found.content
    assert not {"hoang", "long", "cong", "go"} & found.content
    assert {"hoang", "long"} <= found.text


def test_two_accidents_at_workplaces_of_one_name_share_no_words():
    one = profile("khí làm lạnh rò ở Công ty cổ phần Cơ khí Phương Nam")
    two = profile("shipper giao gạo bị quệt ở nhà máy cơ khí Đức Thắng")
    assert not one.content & two.content


@pytest.mark.parametrize(
    ("first", "second", "sign"), [(1996, 1996, 1), (1996, 1995, 1), (1996, 1992, 0), (1996, 1970, -1)]
)
def test_years_of_birth_speak_for_or_against(first, second, sign):
    one, two = (profile("ngã", victims=[{"birth_year": year}]) for year in (first, second))
    points = compare(one, two).points.get("ages", 0.0)
    assert (points > 0) - (points < 0) == sign
    assert compare(one, two) == compare(two, one)


def test_of_several_victims_one_in_common_is_enough_and_others_prove_nothing():
    one = profile("ngã", victims=[{"birth_year": 1996}, {"birth_year": 1970}])
    assert compare(one, profile("ngã", victims=[{"birth_year": 1970}])).points["ages"] > 0
    assert "ages" not in compare(one, profile("ngã", victims=[{"birth_year": 1950}])).points
