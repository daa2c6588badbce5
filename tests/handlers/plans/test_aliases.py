"""A name the coordinator tied to a unit is remembered, and the next plan that writes it finds the unit."""

import pytest
from sqlalchemy import select

from handlers.services import plan_corrections, plans
from handlers.services.plan_corrections import Decide
from storage.tables import audit
from tests.handlers.plans.world import reading, task

WRITTEN = "Tổ Giáo dục huyện"
UNIT = "Phòng Giáo dục và Đào tạo"


def keep(place, name=WRITTEN):
    return place.keep(reading(task("1", lead_units=[name])))


def undecided(place, code):
    return plans.laid_out(place.uow, place.plan(code))[1].undecided


def unit_id(place, name=UNIT):
    return place.uow.units.named(name).id


def events(place):
    chosen = select(audit.c.action, audit.c.detail).where(audit.c.action.startswith("unit_alias"))
    return place.uow._connection.execute(chosen.order_by(audit.c.id)).all()


@pytest.fixture
def tied(place):
    code = keep(place)
    assert undecided(place, code) == (WRITTEN,)
    plan_corrections.decide(place.uow, Decide(code, WRITTEN, "units", (unit_id(place),)), place.by())
    return code


@pytest.mark.usefixtures("tied")
@pytest.mark.parametrize("written", [WRITTEN, "Tổ  giáo dục HUYỆN", "to giao duc huyen"])
def test_the_next_plan_finds_the_unit(place, written):
    code = keep(place, written)
    assert undecided(place, code) == ()
    assert plans.laid_out(place.uow, place.plan(code))[1].assigned[0].unit_id == unit_id(place)


def test_it_is_written_into_the_audit_trail_once(place, tied):
    plan_corrections.decide(place.uow, Decide(tied, WRITTEN, "units", (unit_id(place),)), place.by())
    (event,) = events(place)
    assert event.action == "unit_alias_learned"
    assert event.detail == {"alias": WRITTEN, "plan": tied}


def test_deciding_otherwise_forgets_or_moves_it(place, tied):
    other = unit_id(place, "Phòng Tài nguyên và Môi trường")
    plan_corrections.decide(place.uow, Decide(tied, WRITTEN, "units", (other,)), place.by())
    assert place.uow.units.named(WRITTEN).id == other
    plan_corrections.decide(place.uow, Decide(tied, WRITTEN, "nobody"), place.by())
    assert place.uow.units.named(WRITTEN) is None
    assert [e.action for e in events(place)][-1] == "unit_alias_forgotten"


@pytest.mark.parametrize(("choice", "units"), [("later", ()), ("nobody", ())])
def test_what_names_no_one_unit_teaches_nothing(place, choice, units):
    code = keep(place)
    plan_corrections.decide(place.uow, Decide(code, WRITTEN, choice, units), place.by())
    assert events(place) == []


def test_a_class_teaches_nothing(place):
    phrase = "các hội có liên quan"
    code = keep(place, phrase)
    plan_corrections.decide(place.uow, Decide(code, phrase, "units", (unit_id(place),)), place.by())
    assert events(place) == []
    assert undecided(place, keep(place, phrase)) == (phrase,)


def test_a_unit_keeps_its_own_name(place):
    code = keep(place, UNIT)
    other = unit_id(place, "Phòng Tài nguyên và Môi trường")
    plan_corrections.decide(place.uow, Decide(code, UNIT, "units", (other,)), place.by())
    assert place.uow.units.named(UNIT).name == UNIT
    assert events(place) == []
