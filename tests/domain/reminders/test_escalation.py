from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.escalation import Chain, Level, owner, recipients_at
from domain.policy import default_policy

POLICY = default_policy()
FULL = Chain("f", "d", "h", "c", "l")


def people(chain, overdue, policy=POLICY):
    return [step.person for step in recipients_at(chain, overdue, policy)]


@pytest.mark.parametrize(
    ("overdue", "expected"),
    [(-3, "f"), (0, "f"), (4, "f"), (5, "fd"), (9, "fd"), (10, "fdh"), (15, "fdhc"), (500, "fdhc")],
)
def test_the_rungs_of_a_full_chain(overdue, expected):
    assert "".join(people(FULL, overdue)) == expected


@pytest.mark.parametrize(
    ("chain", "at_five", "at_ten"),
    [
        (replace(FULL, deputy=None), "fh", "fh"),
        (replace(FULL, deputy=None, head=None), "fc", "fc"),
        (replace(FULL, focal=None), "dh", "dh"),
        (replace(FULL, focal=None, deputy=None), "hc", "hc"),
        (replace(FULL, focal=None, deputy=None, head=None), "c", "c"),
        (replace(FULL, deputy="f"), "fh", "fh"),  # one person wears two hats
        (replace(FULL, head="f"), "fd", "fdc"),
        (Chain("f", None, None, None, None), "f", "f"),
        (Chain(None, None, None, None, "l"), "l", "l"),
        (Chain(None, None, None, None, None), "", ""),
    ],
)
def test_empty_rungs_go_up(chain, at_five, at_ten):
    assert "".join(people(chain, 5)) == at_five
    assert "".join(people(chain, 10)) == at_ten


def test_each_step_says_why():
    steps = recipients_at(replace(FULL, focal=None, head=None), 10, POLICY)
    assert [(s.level, s.because) for s in steps] == [
        (Level.DEPUTY, "the unit has no focal"),
        (Level.COORDINATOR, "told once 5 working days overdue, the unit has no head"),
    ]
    nobody = owner(Chain(None, None, None, "c", None))
    assert (nobody.level, nobody.because) == (
        Level.COORDINATOR,
        "the unit has no focal and no deputy and no head",
    )


def test_the_leader_only_by_their_own_rung():
    assert people(replace(FULL, coordinator=None), 99) == ["f", "d", "h"]
    assert people(FULL, 20, replace(POLICY, leader_after=20)) == ["f", "d", "h", "c", "l"]


PERSON = st.none() | st.sampled_from("abc")


@given(st.builds(Chain, PERSON, PERSON, PERSON, PERSON, PERSON), st.integers(-5, 40))
def test_nobody_twice_and_never_ownerless(chain, overdue):
    told = people(chain, overdue)
    assert len(set(told)) == len(told)
    somebody = {chain.focal, chain.deputy, chain.head, chain.coordinator, chain.leader} - {None}
    assert bool(told) is bool(somebody)
    assert set(people(chain, overdue - 1)) <= set(told)
    if overdue >= 5 and chain.deputy:
        assert chain.deputy in told
    if overdue >= 10 and chain.head:
        assert chain.head in told
