"""Other names of units, learnt when a coordinator says whom a plan means by a name nobody knew."""

from handlers.acting import Acting
from handlers.services.fan_out import is_class, key_of
from storage.unit_of_work import UnitOfWork


def learn(uow: UnitOfWork, phrase: str, unit_ids: tuple[int, ...], plan_code: str, by: Acting) -> bool:
    """Keep a written name as another name of the one unit it was tied to, so that the next plan finds it.

    A class, and a name that is itself a unit's, teach nothing. Tied to none or to several, an alias of that
    name is forgotten. Returns whether anything changed.
    """
    key = key_of(phrase)
    if is_class(phrase) or key in {key_of(unit.name) for unit in uow.units.all()}:
        return False
    known = uow.units.named(key)
    if len(unit_ids) == 1:
        if known is not None and known.id == unit_ids[0]:
            return False
        uow.units.set_alias(unit_ids[0], key)
        event, unit_id = "unit_alias_learned", unit_ids[0]
    elif known is not None:
        uow.units.drop_alias(key)
        event, unit_id = "unit_alias_forgotten", known.id
    else:
        return False
    uow.audit.add(
        event,
        f"unit:{uow.units.get(unit_id).code}",
        person_id=by.person.id,
        now=by.now,
        detail={"alias": phrase, "plan": plan_code},
    )
    return True
