"""Made-up cases for the figures."""

from datetime import date

from hypothesis import strategies as st

from domain import forms
from domain.accident import Contract, Severity
from domain.figures import CaseFigure, VictimFigure
from domain.figures_report import Labour, Lists

LISTS = Lists(
    forms.codes("cause"), forms.codes("factor"), forms.codes("kind"), {"limited": Labour(9, 8, 5000, 4200)}
)

victims = st.builds(
    VictimFigure,
    severity=st.sampled_from(Severity),
    female=st.sampled_from([True, False, None]),
    managed=st.sampled_from([True, False, None]),
    occupation=st.sampled_from(["Thợ xây", "Thợ hàn", None]),
)
_numbers = st.none() | st.integers(0, 9999)
cases = st.builds(
    CaseFigure,
    code=st.text("34679ACDEF", min_size=6, max_size=6).map(lambda tail: f"TN-26-{tail}"),
    day=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    contract=st.sampled_from(Contract),
    allowance=st.booleans(),
    victims=st.lists(victims, max_size=4).map(tuple),
    cause=st.sampled_from(["1", "7", "9", "99", None]),
    factor=st.sampled_from(["01", "14", "xx", None]),
    establishment_kind=st.sampled_from(["limited", "state", "moon", None]),
    unit=st.sampled_from(["A", "B", None]),
    days_off=_numbers,
    cost_medical=_numbers,
    cost_pay=_numbers,
    cost_compensation=_numbers,
    damage=_numbers,
    dated=st.booleans(),
    confirmed=st.booleans(),
    cancelled=st.booleans(),
    part_of=st.none() | st.just("TN-26-3333"),
    contradicted=st.booleans(),
)
many = st.lists(cases, max_size=25, unique_by=lambda case: case.code)
