"""From facts to figures and to papers: the dead first, nobody invented, what is unknown stays unknown."""

from datetime import UTC, date, datetime

import pytest

from domain.accident import CaseClass, CaseKind, Contract, Severity
from domain.case_figure import day_of, figure_of, is_counted
from domain.case_sheet import CaseHead, Told, happened_words, sheet
from domain.case_victims import count_of, victims_of
from domain.fact_fields import NAMES, VICTIM_FIELDS
from domain.forms.spec import Source

KNOWN = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
HEAD = CaseHead("TN-26-AAAA", KNOWN, CaseClass.FATAL, "xã Tân Lập", "Sở Nội vụ")


def _sheet(**facts):
    told = [
        Told(f, v, Source(n, 40 + n, "người báo", KNOWN)) for n, (f, v) in enumerate(facts.items(), start=1)
    ]
    return sheet(told, HEAD)


def test_the_dead_first_then_the_injuries_then_those_nobody_told_of():
    facts = {"people": {"total": 4, "dead": 1}, "injury_1": "gãy xương đòn", "injury_2": "trầy xước tay"}
    assert [v.severity for v in victims_of(facts)] == [
        Severity.FATAL, Severity.SERIOUS, Severity.LIGHT, Severity.UNKNOWN,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "count"),
    [
        ({}, None),
        ({"people": {}}, None),
        ({"people": {"dead": 2}}, 2),
        ({"people": {"total": 0}}, 0),
        ({"victims": [{}]}, 1),
    ],
)
def test_how_many_there_are(facts, count):
    assert count_of(facts) == count


def test_a_listed_victim_is_taken_as_told_and_a_confirmed_severity_stands():
    facts = {
        "victims": [{"sex": "female", "injury": "trầy tay", "managed": False}],
        "confirmed_severity": ["serious"],
    }
    victim = victims_of(facts)[0]
    assert (victim.female, victim.managed, victim.severity, victim.confirmed) == (
        True,
        False,
        Severity.SERIOUS,
        True,
    )


def test_a_confirmation_for_another_number_of_victims_confirms_nothing():
    facts = {"victims": [{}, {}], "confirmed_severity": ["serious"]}
    assert [v.confirmed for v in victims_of(facts)] == [False, False]


def test_a_count_beyond_reason_does_not_fill_the_memory():
    assert len(victims_of({"people": {"total": 10**9}})) == 500


@pytest.mark.parametrize(
    ("happened", "day"),
    [
        ({"type": "datetime", "value": "2026-06-30T23:30:00+07:00"}, date(2026, 6, 30)),
        ({"type": "datetime", "value": "2026-06-30T17:30:00+00:00"}, date(2026, 7, 1)),
        ({"type": "date", "value": "2026-06-30"}, date(2026, 6, 30)),
        ({"type": "date_part", "value": "2026-06-30/night"}, date(2026, 6, 30)),
        ({"type": "interval", "value": "2026-06-30/2026-07-01"}, date(2026, 6, 30)),
        (None, None),
    ],
)
def test_the_day_is_the_vietnamese_one(happened, day):
    assert day_of({"happened": happened}) == day


def test_without_a_day_the_day_of_the_report_stands_and_says_so():
    case = figure_of("TN-26-AAAA", CaseKind.ACCIDENT, datetime(2026, 6, 30, 18, tzinfo=UTC), {}, None)
    assert (case.day, case.dated, case.contract) == (date(2026, 7, 1), False, Contract.UNKNOWN)


def test_what_counts_as_an_accident():
    assert is_counted(CaseKind.ACCIDENT, {})
    assert not is_counted(CaseKind.HAZARD, {"people": {"total": 1}})
    assert not is_counted(CaseKind.TECHNICAL_INCIDENT, {})
    assert is_counted(CaseKind.TECHNICAL_INCIDENT, {"people": {"total": 1}})


def test_a_number_that_is_none_is_not_taken_for_one():
    case = figure_of(
        "TN-26-AAAA", CaseKind.ACCIDENT, KNOWN, {"days_off": "3", "damage": -1, "cost_pay": True}, None
    )
    assert (case.days_off, case.damage, case.cost_pay) == (None, None, None)


def test_a_sheet_holds_what_was_told_with_its_message_and_nothing_else():
    found = _sheet(workplace="Công ty  Cầu 5", phone="0912345678", role="employer", contract="unknown")
    assert found.values["establishment"].text == "Công ty Cầu 5"
    assert found.values["establishment"].sources[0].message == 41
    assert found.values["declarer_phone"].text == "0912345678"
    assert not {"contract", "address", "happened", "harm"} & found.values.keys()


def test_names_given_in_one_answer_are_put_into_no_row_by_guess():
    two = _sheet(people={"total": 2, "dead": 0}, names="N. và H.")
    assert all("name" not in row for row in two.victims)
    assert two.loose.text == "N. và H."
    one = _sheet(people={"total": 1, "dead": 1}, names="Nguyễn Văn A")
    assert one.victims[0]["name"].text == "Nguyễn Văn A"
    assert one.loose is None


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-02-05T08:05:00+07:00", "8 giờ 05 phút, ngày 05 tháng 02 năm 2026"),
        ("2026-11-20", "ngày 20 tháng 11 năm 2026"),
        ("2026-11-20/night", "đêm ngày 20 tháng 11 năm 2026"),
        ("2026-11-20/2026-11-21", "từ ngày 20 tháng 11 năm 2026 đến ngày 21 tháng 11 năm 2026"),
    ],
)
def test_when_is_written_as_papers_write_it(value, words):
    assert happened_words({"value": value}) == words


def test_the_expected_facts_are_named_once():
    assert "victims" in NAMES
    assert len({one.name for one in VICTIM_FIELDS}) == len(VICTIM_FIELDS)
