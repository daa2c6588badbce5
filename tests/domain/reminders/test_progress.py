import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind, apply

S, K = OccurrenceState, ProgressKind


@pytest.mark.parametrize(
    ("state", "kind", "allowed", "new", "reason"),
    [
        (S.OPEN, K.DONE, True, S.SUBMITTED, "reported done"),
        (S.OPEN, K.UNDER_WAY, True, S.UNDER_WAY, "reported under_way"),
        (S.UNDER_WAY, K.DIFFICULTY, True, S.DIFFICULTY, "reported difficulty"),
        (S.DIFFICULTY, K.UNDER_WAY, True, S.UNDER_WAY, "reported under_way"),
        (S.DIFFICULTY, K.MORE_TIME, True, S.DIFFICULTY, "more time asked for"),
        (S.RETURNED, K.DONE, True, S.SUBMITTED, "reported done"),
        (S.SUBMITTED, K.ACCEPT, True, S.ACCEPTED, "accept of what was submitted"),
        (S.SUBMITTED, K.RETURN_, True, S.RETURNED, "return of what was submitted"),
        (
            S.SUBMITTED,
            K.DONE,
            False,
            S.SUBMITTED,
            "already submitted",
        ),  # two people at once: the second hears it
        (S.SUBMITTED, K.MORE_TIME, False, S.SUBMITTED, "already submitted"),
        (S.ACCEPTED, K.RETURN_, False, S.ACCEPTED, "already accepted"),
        (S.OPEN, K.ACCEPT, False, S.OPEN, "nothing submitted"),
        (S.CANCELLED, K.DONE, False, S.CANCELLED, "cancelled"),
    ],
)
def test_what_a_report_does(state, kind, allowed, new, reason):
    answer = apply(state, kind)
    assert (answer.allowed, answer.new_state, answer.reason) == (allowed, new, reason)


@pytest.mark.parametrize(
    ("kind", "percent", "allowed"),
    [
        (K.UNDER_WAY, 0, True),
        (K.UNDER_WAY, 100, True),
        (K.UNDER_WAY, 101, False),
        (K.UNDER_WAY, -1, False),
        (K.DONE, 50, False),
    ],
)
def test_a_percentage_is_checked(kind, percent, allowed):
    answer = apply(S.OPEN, kind, percent=percent)
    assert answer.allowed is allowed
    assert allowed or "percentage" in answer.reason


@given(st.sampled_from(S), st.lists(st.sampled_from(K), max_size=12))
def test_nothing_leaves_the_closed_states_but_by_the_coordinator(state, kinds):
    for kind in kinds:
        answer = apply(state, kind)
        assert answer.reason
        if not answer.allowed:
            assert answer.new_state is state
        if state in {S.ACCEPTED, S.CANCELLED}:
            assert not answer.allowed
        elif state is S.SUBMITTED:
            assert answer.allowed is (kind in {K.ACCEPT, K.RETURN_})
        else:
            assert state in OPEN_STATES
        state = answer.new_state
