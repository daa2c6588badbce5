"""Figures from the database: the right cases, the right people, and the same numbers by message and by hand."""

from datetime import UTC, date, datetime

import pytest

from domain.errors import BadInputError, NotAllowedError
from domain.figures_report import Report
from handlers.acting import Acting
from handlers.services import accidents, declarations, statistics
from handlers.services.statistics import AskFigures, Wanted
from storage.tables import jobs
from tests.handlers.accidents.conftest import make_world

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
YEAR = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}


@pytest.fixture
def world():
    made = make_world()
    made.add("worker")
    made.add("boss")
    yield made
    made.close()


def _by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around)


def _case(world, reporter="worker", unit="Tân Lập", kind="accident", **facts):
    known = {"place": {"unit": world.units[unit], "name": unit}, "people": {"total": 1, "dead": 0}, **facts}
    return accidents.open_case(world.uow, accidents.OpenCase(kind, known), _by(world, reporter))["code"]


def _all(form):
    return form.tables["table_1"].rows[-1]


def test_contracts_part_the_reports_and_hazards_are_no_accidents(world):
    _case(world, contract="yes")
    _case(world, contract="no")
    unknown = _case(world)
    _case(world, kind="hazard")
    for report, counted in ((Report.EMPLOYER, "1"), (Report.DEPARTMENT, "1"), (Report.NO_CONTRACT, "1")):
        made = statistics.filled(world.uow, Wanted(report.value, **YEAR), None, NOW)
        assert _all(made)["cases"].text == counted
        assert unknown in {row["cases"].text for row in made.tables["table_notes"].rows if "cases" in row}
        assert {row["holds"].text for row in made.tables["table_check"].rows} == {"khớp"}


def test_only_the_unit_that_was_named(world):
    _case(world, contract="yes")
    _case(world, unit="Tân Hòa", contract="yes")
    made = statistics.filled(world.uow, Wanted("XIV", **YEAR, unit=world.units["Tân Hòa"]), None, NOW)
    assert _all(made)["cases"].text == "1"
    assert made.values["scope"].text == "Ủy ban nhân dân xã Tân Hòa"


def test_an_employer_gets_their_own_figures_only(world):
    mine = _case(world, "boss", contract="yes", role="employer", workplace="Công ty Cầu 5")
    _case(world, contract="yes")
    heard = world.say("boss", "báo cáo phụ lục XII năm 2026")
    assert "Phụ lục XII" in heard[0].text
    wanted = Wanted.from_json(world.rows_of(jobs)[-1]["body"])
    assert wanted.reporter == world.people["boss"]
    made = statistics.filled_for(world.uow, world.people["boss"], wanted, None, NOW)
    assert {row["cases"].text for row in made.tables["table_cases"].rows} == {mine}
    with pytest.raises(NotAllowedError):
        statistics.filled_for(world.uow, world.people["worker"], wanted, None, NOW)


@pytest.mark.parametrize("name", ["worker", "focal", "leader", "boss"])
@pytest.mark.parametrize("what", ["XIV", "XV"])
def test_the_departments_figures_are_for_coordinators(world, name, what):
    with pytest.raises(NotAllowedError):
        statistics.ask_figures(world.uow, AskFigures(Wanted(what, **YEAR)), _by(world, name))


@pytest.mark.parametrize(("name", "unit", "allowed"), [
    ("focal", "Tân Lập", True), ("focal", "Tân Hòa", False), ("other", "Tân Hòa", True),
    ("coordinator", "Tân Hòa", True), ("worker", "Tân Lập", False),
])  # fmt: skip
def test_a_register_is_for_the_commune_itself_and_the_coordinator(world, name, unit, allowed):
    wanted = Wanted(statistics.REGISTER, **YEAR, unit=world.units[unit])
    assert statistics.may_have(world.uow, _by(world, name).person, wanted) is allowed


def test_a_role_lost_while_the_job_waited_gives_nothing(world):
    wanted = Wanted("XIV", **YEAR)
    statistics.ask_figures(world.uow, AskFigures(wanted), _by(world, "coordinator"))
    person = world.people["coordinator"]
    world.uow._connection.exec_driver_sql(
        "UPDATE memberships SET until = since WHERE person_id = ?", (person,)
    )
    with pytest.raises(NotAllowedError):
        statistics.filled_for(world.uow, person, wanted, None, NOW)


def test_the_register_holds_what_was_said_about_declaring(world):
    code = _case(world, contract="no", people={"total": 1, "dead": 1}, role="colleague")
    command = declarations.RecordDeclaration(
        code, "commune_quick", {"type": "date", "value": "2026-11-24"}, "telephone", ("Sở Nội vụ",)
    )
    declarations.record_declaration(world.uow, command, _by(world, "focal"))
    made = statistics.filled(
        world.uow, Wanted(statistics.REGISTER, **YEAR, unit=world.units["Tân Lập"]), None, NOW
    )
    rows = made.tables["cases"].rows
    assert [row["case_code"].text for row in rows] == [code]
    assert "điện thoại, tới Sở Nội vụ" in rows[0]["declared"].text
    assert statistics.counted(made) == 1


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadInputError):
        Wanted("XIV", date(2026, 2, 1), date(2026, 1, 1))


def test_the_wish_survives_the_job():
    wanted = Wanted("XIV", **YEAR, unit=3, employer="x", reporter=5)
    assert Wanted.from_json(wanted.to_json()) == wanted


@pytest.mark.parametrize(
    "text", ["có người chết, báo cáo phụ lục XIV năm 2026", "tai nạn 2 người bị thương theo phụ lục 14"]
)
def test_a_cry_with_an_annex_in_it_is_still_a_cry(world, text):
    assert any(shown.urgent for shown in world.say("worker", text))
