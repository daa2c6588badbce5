"""Whatever offices are merged, split, renamed or ended, in whatever order: nothing owed is lost or owed twice."""

from datetime import date, timedelta

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from domain.errors import BadInputError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from domain.reorganisation import Change, Decision, Receiver
from handlers.services import progress, reorganising
from storage.tables import units
from tests.handlers.plans.changing import BOOK, CHECK, EDUCATION, LABOUR, SAFETY, approved, officer
from tests.handlers.plans.world import NOW, district, task

NAMES = (
    LABOUR,
    EDUCATION,
    "Bảo hiểm xã hội",
    "Ủy ban nhân dân xã Tân Lập",
    "Ủy ban nhân dân xã An Phú",
    "Phòng Mới",
    "Phòng Khác",
)
EVERYBODY = task("9", lead_units=list(NAMES[:3]), coordinating_units=list(NAMES[3:5]))


@st.composite
def _changes(draw, place):
    """One change of units that stand; now and then one that cannot be."""
    standing = [name for name in NAMES if place.uow.units.named(name) is not None]
    before = draw(st.lists(st.sampled_from(standing), min_size=1, max_size=3, unique=True))
    rows = [
        row
        for name in before
        for _, _, row in place.uow.reorganisations.assignments_of(place.uow.units.named(name).id)
    ]
    after = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    some = st.frozensets(st.sampled_from(rows), max_size=2) if rows else st.just(frozenset())
    return Change(tuple(before), tuple(Receiver(name, draw(some)) for name in after))


def _owed(place):
    return [o for o in place.uow.occurrences.open() if OccurrenceState(o.state) in OPEN_STATES]


def _report(place, choice):
    found = _owed(place)
    one = found[choice % len(found)]
    if place.uow.people.holding("focal", one.unit_id):
        by = officer(place, one.unit_name)
        progress.report(place.uow, progress.Report((one.code,), ProgressKind.DONE, document_no="1/BC"), by)


def _check(place, before):
    owed = _owed(place)
    assert {(o.task_id, o.label) for o in owed} == before
    places = [(o.task_id, o.label, o.unit_id) for o in owed]
    assert len(places) == len(set(places)), "no unit owes a period of a row twice"
    rows = place.uow.units._connection.execute(
        units.select().with_only_columns(units.c.id, units.c.ended_on, units.c.coordinates, units.c.parent_id)
    ).all()
    ended = {row.id for row in rows if row.ended_on is not None}
    assert not {o.unit_id for o in owed} & ended
    assert sum(row.coordinates for row in rows if row.id not in ended) == 1
    assert not [row.id for row in rows if row.id not in ended and row.parent_id in ended]
    assert not any(place.uow.reorganisations.members(one) for one in ended)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.integers(1, 4))
def test_nothing_owed_is_lost_or_owed_twice(data, steps):
    with district() as place:
        approved(place, SAFETY, CHECK, BOOK, EVERYBODY)
        for day in range(1, steps + 1):
            _report(place, data.draw(st.integers(0, 50)))
            before = {(o.task_id, o.label) for o in _owed(place)}
            changes = data.draw(st.lists(_changes(place), min_size=1, max_size=2))
            decision = Decision(f"{day}/QĐ", date(2024, 8, 1), date(2024, 8, 1))
            try:
                reorganising.adopt(
                    place.uow,
                    reorganising.Adopt(tuple(changes), decision),
                    place.by(now=NOW + timedelta(days=day)),
                )
            except BadInputError as error:
                event(error.key)  # refused: then nothing moved, which is checked all the same
            else:
                event("carried out")
            _check(place, before)
