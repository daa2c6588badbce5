"""Two reports look like one accident for reasons, and no order, accent or missing fact makes them another."""

import unicodedata
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.likeness import measure
from benchmarks.likeness_cases import HELD, reports
from domain.case_groups import differences, groups, joined
from domain.likeness import compare, hours_apart, window
from domain.likeness_profile import profile_of, span_of
from domain.vietnamese.fold import fold

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FALL = {
    "people": {"total": 2, "dead": 1},
    "place": {"unit": 1, "name": "Xã Tân Lập"},
    "happened": {"type": "datetime", "value": "2026-11-24T08:10:00+07:00"},
    "what": "Hai công nhân ngã từ giàn giáo, một người gãy chân",
    "workplace": "Công ty TNHH Cầu Tân Lập",
}


def _profile(unit=None, at=NOW, kind="accident", **facts):
    return profile_of(kind, at, unit, {**FALL, **facts})


def _score(one, two):
    return compare(one, two).score


def test_the_same_told_twice_is_alike_and_says_why():
    found = compare(_profile(), _profile())
    assert found.is_alike
    assert {"time", "place", "workplace", "what"} <= set(found.reasons)


@pytest.mark.parametrize("facts", [
    {"happened": {"type": "datetime", "value": "2026-11-23T08:10:00+07:00"}},
    {"happened": {"type": "date", "value": "2026-11-22"}},
    {"what": "Bị điện giật ở tủ điện", "workplace": "Xưởng may Minh Phát"},
])  # fmt: skip
def test_another_day_or_another_accident_is_not(facts):
    assert not compare(_profile(), _profile(**facts)).is_alike


@pytest.mark.parametrize("facts", [
    {"place": {"unit": 2, "name": "Xã Tân Hòa"}},
    {"place": {"words": "cầu Tân Lập"}},
    {"place": None, "workplace": None, "what": "té giàn giáo ở cty cầu Tân Lập"},
    {"happened": {"type": "datetime", "value": "2026-11-24T05:40:00+07:00"}},
    {"happened": {"type": "date_part", "value": "2026-11-24/morning"}},
    {"happened": None},
    {"people": {"total": 3, "dead": 0}},
    {"people": None, "workplace": None},
])  # fmt: skip
def test_a_slip_of_one_mouth_does_not_hide_it(facts):
    assert compare(_profile(), _profile(**facts)).is_alike


@pytest.mark.parametrize("write", [
    lambda text: unicodedata.normalize("NFD", text), fold, str.upper, lambda text: text.replace("ạ", "ạ"),
])  # fmt: skip
def test_accents_and_forms_of_letters_change_nothing_that_matters(write):
    told = {name: write(value) if isinstance(value, str) else value for name, value in FALL.items()}
    other = profile_of("accident", NOW, 1, told)
    assert other.mechanisms == _profile().mechanisms
    assert compare(_profile(), other).is_alike


def test_a_word_with_its_accents_is_not_taken_for_another():
    named = _profile(what="Anh Thắng làm ở nhà máy gạch bị xe nâng đâm")
    assert "ladder" not in named.agents
    assert "forklift" in named.agents
    assert "ladder" in _profile(what="nga thang").agents


def test_a_disease_is_no_accident():
    assert not compare(_profile(), _profile(kind="disease")).is_alike


facts_of = st.fixed_dictionaries(
    {},
    optional={
        "people": st.fixed_dictionaries(
            {"total": st.none() | st.integers(0, 5), "dead": st.none() | st.integers(0, 5)}
        ),
        "place": st.fixed_dictionaries(
            {}, optional={"unit": st.integers(1, 3), "words": st.text(max_size=30)}
        ),
        "what": st.text(max_size=60) | st.just(FALL["what"]),
        "workplace": st.text(max_size=30) | st.just(FALL["workplace"]),
        "names": st.text(max_size=20),
        "injury_1": st.text(max_size=20),
    },
)


@given(facts_of, facts_of, st.integers(-3000, 3000))
def test_which_of_two_came_first_changes_nothing(one, two, minutes):
    left = profile_of("accident", NOW, None, one)
    right = profile_of("accident", NOW + timedelta(minutes=minutes), None, two)
    assert _score(left, right) == _score(right, left)


@given(
    st.integers(-4000, 4000),
    st.sampled_from([None, FALL["happened"], {"type": "date", "value": "2026-11-23"}]),
)
def test_what_the_window_leaves_out_is_never_alike(minutes, happened):
    """The search by time in the database loses nothing the comparison would find."""
    one, two = _profile(), _profile(at=NOW + timedelta(minutes=minutes), happened=happened)
    first, last = window(one.span)
    inside = two.span.first <= last and two.span.last >= first
    assert inside or not compare(one, two).is_alike


def test_no_time_told_is_some_time_before_the_report_and_none_is_after_it():
    assert span_of(None, NOW).last == NOW
    assert not span_of(None, NOW).told
    assert span_of({"value": "2026-11-24"}, NOW).last == NOW
    night = span_of({"value": "2026-11-23/night"}, NOW)
    assert hours_apart(night, span_of({"value": "2026-11-24T01:00:00+07:00"}, NOW)) == 0


def test_joined_reports_stand_together_through_others():
    found = groups([(3, 1), (5, 3), (8, 9)])
    assert found[5] == (1, 3, 5)
    assert found[8] == (8, 9)


def test_the_first_report_says_what_it_can_and_the_others_the_rest():
    assert joined([{"people": 1, "what": None}, {"people": 2, "what": "ngã"}]) == {"people": 1, "what": "ngã"}


def test_contradictions_are_named_by_the_number_of_the_account():
    two = {**FALL, "people": {"total": 3, "dead": 1}, "contract": "no"}
    two["happened"] = {"type": "datetime", "value": "2026-11-24T06:00:00+07:00"}
    accounts = [
        (_profile(contract="yes"), {**FALL, "contract": "yes"}),
        (profile_of("accident", NOW, 1, two), two),
    ]
    found = {one.field: one.said for one in differences(accounts)}
    assert set(found) == {"people", "happened", "contract"}
    assert found["contract"] == ((1, "yes"), (2, "no"))


def test_what_one_leaves_open_contradicts_nothing():
    bare = {"what": "ngã"}
    assert differences([(_profile(), FALL), (profile_of("accident", NOW, None, bare), bare)]) == ()


def test_planted_pairs_are_found_among_five_hundred_reports():
    found = [measure(seed) for seed in (101, 102, 103)]
    planted, right, offered = (
        sum(getattr(one, name) for one in found) for name in ("planted", "right", "offered")
    )
    assert right / planted >= 0.92
    assert right / offered >= 0.85


def test_so_are_those_told_in_words_no_table_was_made_for():
    found = measure(101, HELD)
    assert found.right / found.planted >= 0.80
    assert found.right / found.offered >= 0.70


def test_a_made_set_is_the_same_each_time():
    assert reports(5) == reports(5)


def test_an_accident_is_no_ear():
    assert _profile(what="có tai nạn ở xưởng", injury_1="").parts == frozenset()
    assert "face" in _profile(what="điếc tai vì nổ").parts
