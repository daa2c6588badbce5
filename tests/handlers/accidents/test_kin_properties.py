"""Whatever officers join and part, every report is in one accident, and the figures have as many as there are."""

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.errors import BadInputError, ConflictError
from handlers.acting import Acting
from handlers.services import accidents, case_joins, case_kin, case_work, statistics
from storage.tables import accident_facts
from tests.handlers.accidents.conftest import make_world

REPORTS = 5
ACTS = st.lists(
    st.tuples(st.sampled_from(["join", "part", "apart", "take"]), st.integers(0, 4), st.integers(0, 4)),
    max_size=14,
)


def _world():
    world = make_world()
    codes = []
    for number in range(REPORTS):
        world.add(f"reporter {number}")
        facts = {
            "place": {"unit": world.units["Tân Lập"], "name": "Xã Tân Lập"},
            "people": {"total": 1, "dead": 0},
        }
        by = _by(world, f"reporter {number}")
        codes.append(accidents.open_case(world.uow, accidents.OpenCase("accident", facts), by)["code"])
    return world, codes


def _by(world, name):
    person = world.uow.people.get(world.people[name])
    return Acting(person, world.address(name), world.now, world.around, source=next(world.count))


def _do(world, act, one, two):
    by = _by(world, "focal")
    with suppress(BadInputError, ConflictError):
        match act:
            case "join":
                case_joins.join(world.uow, case_joins.Join(one, two, "x"), by)
            case "part":
                case_joins.part(world.uow, case_joins.Part(one, "x"), by)
            case "apart":
                case_joins.tell_apart(world.uow, case_joins.TellApart(one, two, "x"), by)
            case "take":
                case_work.take(world.uow, case_work.Take(one), by)


@settings(max_examples=40)
@given(ACTS)
def test_reports_are_parted_into_accidents_and_counted_once(acts):
    world, codes = _world()
    try:
        told = world.rows_of(accident_facts)
        for act, one, two in acts:
            _do(world, act, codes[one], codes[two])
            world.later(seconds=5)
        cases = {code: world.uow.accidents.by_code(code) for code in codes}
        groups = {code: case_kin.ids_with(world.uow, case.id) for code, case in cases.items()}
        for code, case in cases.items():
            assert case.id in groups[code]
            assert all(groups[other] == groups[code] for other in codes if cases[other].id in groups[code])
        accidents_told = set(groups.values())
        assert sum(map(len, accidents_told)) == REPORTS
        counted = [figure for figure in statistics.figures(world.uow) if figure.counts]
        assert {figure.code for figure in counted} == {
            next(code for code in codes if cases[code].id == group[0]) for group in accidents_told
        }
        since = world.now.replace(year=2026, month=1, day=1)
        assert len(world.uow.queries.cases_since(None, ("accident",), since)) == len(accidents_told)
        assert world.rows_of(accident_facts) == told
        for group in accidents_told:  # taken together or not at all
            taken = {world.uow.accidents.get(id_).acknowledged_by is None for id_ in group}
            assert len(taken) == 1
    finally:
        world.close()
