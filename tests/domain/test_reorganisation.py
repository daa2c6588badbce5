"""Changes of units laid over the registry, and occurrences of several units that become one unit's."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.reorganisation import (
    Change,
    Held,
    Receiver,
    Shape,
    changes_from_json,
    changes_to_json,
    lay_over,
    pool,
)

STANDING = {"a": 1, "b": 2, "c": 3}
OPEN, DONE, CANCELLED = OccurrenceState.OPEN, OccurrenceState.ACCEPTED, OccurrenceState.CANCELLED


def change(before, *after):
    return Change(tuple(before), tuple(Receiver(one) if isinstance(one, str) else one for one in after))


def laid(*changes):
    return lay_over(changes, STANDING, str.lower)


@pytest.mark.parametrize(
    ("one", "shape", "ending"),
    [
        (change("A", "N"), Shape.RENAME, (1,)),
        (change("AB", "N"), Shape.MERGE, (1, 2)),
        (change("AB", "A"), Shape.ABSORB, (2,)),
        (change("A", "B"), Shape.ABSORB, (1,)),
        (change("A", "N", "M"), Shape.SPLIT, (1,)),
        (change("A", "A", Receiver("N", frozenset({"I.1"}))), Shape.SPLIT, ()),
    ],
)
def test_a_change_is_known_by_who_ends_and_who_takes_over(one, shape, ending):
    found = laid(one)
    assert not found.faults
    assert (found.laid[0].shape, found.laid[0].ending) == (shape, ending)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ([change("X", "A")], "unknown"),
        ([change("A")], "no-after"),
        ([change("", "A")], "no-before"),
        ([change("A", "A")], "nothing-changes"),
        ([change("A", "B"), change("A", "C")], "ends-twice"),
        ([change("A", "B"), change("B", "C")], "ends-and-receives"),
        ([change("A", "N"), change("B", "n")], "begins-twice"),
    ],
)
def test_what_cannot_be_carried_out_is_named(changes, code):
    assert code in [fault.code for fault in laid(*changes).faults]


def test_a_row_goes_to_whoever_asked_for_it_and_the_rest_to_the_main_receiver():
    found = laid(change("A", Receiver("N", frozenset({"II.1", "KH-24-X:II.2"})), "M")).laid[0]
    assert found.main.name == "M"
    assert found.receiver_of("KH-24-X:II.1").name == "N"
    assert found.receiver_of("KH-24-X:II.2").name == "N"
    assert found.receiver_of("KH-24-Y:II.2").name == "M"


def test_changes_come_back_from_their_plain_form():
    some = (change("AB", Receiver("N", frozenset({"I"}), "commune", "P", ("các xã",))), change("C", "M"))
    assert changes_from_json(changes_to_json(some)) == some


def test_of_two_units_one_done_and_one_not_the_open_one_goes_on():
    found = pool(10, [Held(1, 10, "2024", DONE), Held(2, 20, "2024", OPEN)])
    assert found.kept == ((2, 10),)
    assert found.aside == ((1, 20),)
    assert found.closed == ()


def test_of_two_open_ones_the_earlier_due_goes_on_and_the_other_is_closed():
    one, other = Held(1, 10, "2024", OPEN, date(2024, 12, 14)), Held(2, 20, "2024", OPEN, date(2024, 10, 1))
    found = pool(10, [one, other])
    assert (found.kept, found.aside, found.closed) == (((2, 10),), ((1, 20),), ((1, 2),))


HELD = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from(["2024", "2025", "2025-Q1"]),
        st.sampled_from(list(OccurrenceState)),
        st.none() | st.dates(date(2024, 1, 1), date(2025, 12, 31)),
    ),
    max_size=12,
    unique_by=lambda row: row[:2],
)


@given(HELD, st.integers(1, 5))
def test_nothing_that_was_owed_is_taken_for_done_and_no_period_is_owed_twice(rows, staying):
    held = [Held(at, *row) for at, row in enumerate(rows)]
    found = pool(staying, held)
    place = {one.occurrence_id: one.assignment_id for one in held} | dict((*found.kept, *found.aside))
    closed = {one for one, _ in found.closed}
    where = [(place[one.occurrence_id], one.label) for one in held]
    assert len(where) == len(set(where)), "an assignment has each period once"
    for label in {one.label for one in held}:
        there = [one for one in held if one.label == label]
        owed = [one for one in there if one.state in OPEN_STATES and one.occurrence_id not in closed]
        assert len(owed) == (1 if any(one.is_open for one in there) else 0)
        assert all(place[one.occurrence_id] == staying for one in owed)
    assert all(one.is_open for one in held if one.occurrence_id in closed)
