import re
from datetime import datetime
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import accident
from domain.accident import CaseClass, CaseState, Severity

F, S, L, U = Severity.FATAL, Severity.SERIOUS, Severity.LIGHT, Severity.UNKNOWN


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ([], CaseClass.UNKNOWN),
        ([L], CaseClass.LIGHT),
        ([U], CaseClass.UNKNOWN),
        ([L, U], CaseClass.UNKNOWN),
        ([S], CaseClass.SINGLE_SERIOUS),
        ([S, U], CaseClass.SINGLE_SERIOUS),
        ([S, L, S], CaseClass.MULTIPLE_SERIOUS),
        ([U, F], CaseClass.FATAL),
    ],
)
def test_a_case_takes_the_class_of_its_worst_victims(severities, expected):
    assert accident.class_of(severities) is expected


def test_unknown_outranks_light_and_stands_for_nobody():
    assert accident.worst_of([L, U]) is U
    assert accident.worst_of([]) is U
    assert accident.worst_of([U, S]) is S


@settings(deadline=None)
@given(st.binary(min_size=4, max_size=8), st.integers(2000, 2099))
def test_codes_have_the_promised_shape_and_are_found_again(token, year):
    code = accident.case_code("TN", year, token)
    assert re.fullmatch(r"[A-Z]{2,3}-\d{2}-[0-9A-Z]{4,8}", code)
    assert not set(code.split("-")[2]) & set("0O1IL2Z5S8B")
    assert accident.find_case_codes(f"cho hỏi vụ {code.lower()} với") == (code,)


def test_codes_are_found_as_people_type_them():
    assert accident.find_case_codes("tn 26 7k3f và SC26-AC34, TN-26-7K3F") == ("TN-26-7K3F", "SC-26-AC34")
    assert accident.find_case_codes("ngày 24-11 lúc 8h30, kế hoạch 197") == ()


@pytest.mark.parametrize(
    ("prefix", "token"), [("tn", b"1234"), ("TNLD", b"1234"), ("TN", b"123"), ("TN", b"1" * 9)]
)
def test_a_code_of_another_shape_is_a_mistake(prefix, token):
    with pytest.raises(ValueError, match="a code needs"):
        accident.case_code(prefix, 2026, token)


def test_every_change_of_state_has_a_reason():
    for old, new in product(CaseState, CaseState):
        assert old.can_become(new).reason.startswith("case-change-")
    assert CaseState.OPEN.can_become(CaseState.DISPATCHED)
    assert not CaseState.OPEN.can_become(CaseState.OPEN)
    assert CaseState.CLOSED.can_become(CaseState.BEING_HANDLED)
    assert CaseState.CLOSED.can_become(CaseState.DISPATCHED).reason == "case-change-reopen-first"
    assert CaseState.OPEN.can_become(CaseState.CLOSED).reason == "case-change-out-of-order"


def test_no_state_is_a_dead_end():
    for old in CaseState:
        assert any(old.can_become(new) for new in CaseState)


def test_naive_times_are_refused():
    naive = datetime(2026, 11, 24, 8, 10)  # noqa: DTZ001 - that is the point
    with pytest.raises(ValueError, match="without an offset"):
        accident.VictimFacts(died_at=naive)
