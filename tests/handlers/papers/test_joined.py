"""A joined accident counts once, whoever reported it, and its papers say which reporter told what."""

from datetime import UTC, date, datetime

import pytest

from domain.case_groups import joined, tellers
from handlers.acting import Acting
from handlers.services import accidents, case_joins, papers, statistics
from handlers.services.statistics import Wanted
from tests.handlers.accidents.conftest import make_world

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
YEAR = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}


@pytest.fixture
def world():
    made = make_world()
    for name in ("nam", "lan", "boss"):
        made.add(name)
    yield made
    made.close()


def _by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source=next(world.count))


def _case(world, reporter, unit="Tân Lập", kind="accident", **facts):
    known = {"place": {"unit": world.units[unit], "name": f"Xã {unit}"}, "people": {"total": 1, "dead": 0}}
    command = accidents.OpenCase(kind, {**known, "contract": "yes", **facts})
    return accidents.open_case(world.uow, command, _by(world, reporter))["code"]


def _join(world, *codes):
    for code in codes[1:]:
        case_joins.join(world.uow, case_joins.Join(codes[0], code, "cùng vụ"), _by(world, "coordinator"))


def _figures(world, what="XIV", **wanted):
    return statistics.filled(world.uow, Wanted(what, **YEAR, **wanted), None, NOW)


def _counted(form):
    row = form.tables["table_1"].rows[-1]
    return row["cases"].text, row["persons"].text


def _notes(form):
    return {
        row["reason"].text: row["cases"].text for row in form.tables["table_notes"].rows if "cases" in row
    }


def test_a_joined_accident_counts_once_and_every_report_is_accounted_for(world):
    one, two, three = _case(world, "nam"), _case(world, "lan"), _case(world, "boss")
    assert _counted(_figures(world)) == ("3", "3")
    _join(world, one, two)
    form = _figures(world)
    assert _counted(form) == ("2", "2")
    left = [cases for reason, cases in _notes(form).items() if "đã gộp" in reason]
    assert left == [two]
    assert next(row["cases"].text for row in form.tables["table_cases"].rows) == f"{one}, {three}"
    assert {row["holds"].text for row in form.tables["table_check"].rows} == {"khớp"}


def test_parted_again_they_are_two(world):
    one, two = _case(world, "nam"), _case(world, "lan")
    _join(world, one, two)
    case_joins.part(world.uow, case_joins.Part(two, "nhầm"), _by(world, "coordinator"))
    assert _counted(_figures(world)) == ("2", "2")


def test_what_an_officer_confirmed_stands_and_victims_are_never_mixed(world):
    one = _case(world, "nam", people={"total": 1, "dead": 0}, injury_1="xây xát")
    two = _case(world, "lan", people={"total": 2, "dead": 1}, injury_1="gãy xương đòn")
    _join(world, one, two)
    assert _counted(_figures(world)) == ("1", "1")
    assert any("lời kể" in reason for reason in _notes(_figures(world)))
    case = world.uow.accidents.by_code(two)
    world.uow.accidents.put_fact(
        case.id, "confirmed_severity", ["fatal", "serious"], salt="", person_id=world.people["focal"], now=NOW
    )
    row = _figures(world).tables["table_1"].rows[-1]
    assert (row["persons"].text, row["dead"].text, row["serious"].text) == ("2", "1", "1")


def test_a_cancelled_report_stands_for_nothing(world):
    one, two = _case(world, "nam"), _case(world, "lan")
    _join(world, one, two)
    world.uow.accidents.change(world.uow.accidents.by_code(one).id, state="cancelled")
    form = _figures(world)
    assert _counted(form) == ("1", "1")
    assert any(cases == one for reason, cases in _notes(form).items() if "hủy" in reason)


def test_an_employers_own_figures_know_only_what_they_told(world):
    one = _case(world, "nam", people={"total": 3, "dead": 1})
    two = _case(world, "boss", workplace="Công ty Cầu 5")
    _join(world, one, two)
    form = _figures(world, "XII", reporter=world.people["boss"])
    assert _counted(form) == ("1", "1")
    assert one not in str(form)


def test_a_place_told_differently_is_counted_in_one_commune_only(world):
    one, two = _case(world, "nam", contract="no"), _case(world, "lan", unit="Tân Hòa", contract="no")
    _join(world, one, two)
    counted = [_counted(_figures(world, "XV", unit=world.units[name]))[0] for name in ("Tân Lập", "Tân Hòa")]
    assert counted == ["1", "0"]
    registers = [_figures(world, "register", unit=world.units[name]) for name in ("Tân Lập", "Tân Hòa")]
    assert [statistics.counted(form) for form in registers] == [1, 0]


def test_a_hazard_joined_with_an_accident_is_no_accident_of_its_own(world):
    hazard, one = _case(world, "nam", kind="hazard"), _case(world, "lan")
    _join(world, hazard, one)
    assert _counted(_figures(world)) == ("1", "1")


def test_an_officers_paper_is_made_of_all_accounts_and_names_no_reporter(world):
    one = _case(world, "nam", people={"total": 2, "dead": 1}, phone="0912345678")
    two = _case(world, "lan", workplace="Công ty Cầu 5", phone="0987654321", role="colleague")
    _join(world, one, two)
    person = world.people["focal"]
    case = world.uow.accidents.by_code(one)
    offer = papers.offers(world.uow, world.uow.people.get(person), case, world.uow.accidents.facts(case.id))[
        0
    ]
    form = papers.filled(world.uow, person, one, offer.form, None, NOW)
    assert form.values["establishment"].text == "Công ty Cầu 5"
    assert form.values["establishment"].sources[0].who == "người báo 2"
    assert "0987654321" not in str(form)
    assert "đồng nghiệp" not in str(form.values)


def test_each_fact_comes_from_the_first_that_tells_it():
    assert tellers([{"what": "a"}, {"what": "b", "workplace": "c"}]) == {"what": 0, "workplace": 1}
    mixed = [
        {"people": {"total": 1}, "injury_1": "x"},
        {"people": {"total": 2}, "confirmed_severity": ["light"] * 2},
    ]
    assert joined(mixed) == {"people": {"total": 2}, "confirmed_severity": ["light"] * 2}


@pytest.mark.parametrize("what", ["XII", "XIV", "XV"])
def test_nothing_reported_is_a_report_of_zeros(world, what):
    form = _figures(world, what)
    assert _counted(form) == ("0", "0")
    assert "báo cáo số không" in str(form)
