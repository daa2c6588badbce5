"""The fuzzer's checks hold for the files it begins from, and for what Hypothesis makes of them."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.checks import check, check_text
from tests.fuzz.seeds import SEEDS


@pytest.fixture(autouse=True)
def no_other_programs(monkeypatch):
    monkeypatch.setattr("documents.reader_scan.tesseract", lambda: None)
    monkeypatch.setattr("documents.reader_office.soffice", lambda: None)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_files_to_begin_from(seed):
    check(seed)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_seeds_cut_and_spliced(data):
    first, second = data.draw(st.sampled_from(SEEDS)), data.draw(st.sampled_from(SEEDS))
    at, behind = data.draw(st.integers(1, len(first))), data.draw(st.integers(1, len(second)))
    check(first[:at] + data.draw(st.binary(max_size=8)) + second[behind : behind + 400])


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text(text):
    check_text(text)
