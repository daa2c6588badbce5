"""Times written with slips of the finger, without spaces, and in English."""

from datetime import datetime

import pytest

from benchmarks.understanding_moments import short
from benchmarks.understanding_tables import expressions
from domain.vietnamese import time_spelling
from domain.vietnamese.moments import ZONE, MomentType, read_moment

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hoom qua luc 8h sangs", "2026-11-23T08:00"),
        ("homqua 8h sang", "2026-11-23T08:00"),
        ("8 giowf tooi qua", "2026-11-23T20:00"),
        ("cieu hôm quua", "2026-11-23/afternoon"),
        ("thuu 6 tuan truowcs", "2026-11-20"),
        ("30 phuts truoc", "2026-11-24T09:00"),
        ("mới 5 phút thôi", "2026-11-24T09:25"),
        ("3pm yesterday", "2026-11-23T15:00"),
        ("last night", "2026-11-23/night"),
        ("two hours ago", "2026-11-24T07:30"),
        ("last Friday", "2026-11-20"),
    ],
)
def test_a_time_with_slips_means(words, value):
    assert short(read_moment(words, NOW).value or "") == value


def test_a_slip_that_may_be_two_words_is_asked_about():
    assert time_spelling.is_doubtful("hm") is False
    assert time_spelling.is_doubtful("thn")
    found = read_moment("8h sáng nay thn", NOW)
    assert (found.type, [short(value) for value in found.candidates]) == (
        MomentType.AMBIGUOUS,
        ["2026-11-24T08:00"],
    )


@pytest.mark.parametrize("word", ["qua", "samsung", "container", "nguyen", "am"])
def test_other_words_are_left_alone(word):
    assert time_spelling.meant_by(word) == word


def test_telex_keys_are_those_one_strikes():
    assert [time_spelling.keys(word) for word in ("nữa", "đến", "hồi", "qua")] == [
        "nuwax",
        "ddeens",
        "hooif",
        "qua",
    ]


def test_there_are_many_expressions_and_none_on_both_sides():
    held, learn = ({one.text.casefold() for one in expressions(part)} for part in ("held", "learn"))
    assert len(held | learn) >= 800
    assert not held & learn
