"""Which policy reminds of a duty: the office's, under a plan's, under a unit's; an escalation keeps its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from domain.errors import BadInputError
from domain.policy import ReminderPolicy, policy_from_json, policy_from_toml, policy_to_json
from storage.records import OccurrenceRecord, PolicySetting
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """Set a policy for the duties of a plan (its code), of a unit (its id), or of all (neither)."""

    toml: str
    by: str
    reason: str
    plan: str | None = None
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What setting a policy does: each setting before and after, and how many open duties go on as they began."""

    settings: tuple[tuple[str, str, str], ...]
    duties: int
    kept: int


class Policies:
    """The policies in force now, or at an instant; each is read once."""

    def __init__(self, uow: UnitOfWork, base: ReminderPolicy, at: datetime | None = None) -> None:
        self._uow, self._base = uow, base
        self._plans: dict[int, str] = {}
        self._units: dict[int, str] = {}
        for one in uow.policies.settings(at):
            if one.plan_id is not None:
                self._plans[one.plan_id] = one.toml
            elif one.unit_id is not None:
                self._units[one.unit_id] = one.toml
        self._kept: dict[int, ReminderPolicy] = {}

    def know(self, records: Iterable[OccurrenceRecord]) -> None:
        """Read at once the policies that running escalations of these keep."""
        wanted = {r.policy_id for r in records if r.policy_id is not None} - self._kept.keys()
        found = self._uow.policies.kept(wanted) if wanted else {}
        self._kept |= {number: policy_from_json(settings) for number, settings in found.items()}

    def of(self, record: OccurrenceRecord, day: date) -> ReminderPolicy:
        """Return the policy of a duty on a day: while it is late, the one its escalation began with."""
        if record.policy_id is not None and is_late(record, day):
            self.know((record,))
            return self._kept[record.policy_id]
        return self.current(record)

    def current(self, record: OccurrenceRecord) -> ReminderPolicy:
        """Return the policy that an escalation of this duty would begin with now."""
        if not self._plans and not self._units:
            return self._base
        return _laid(self._base, self._plans.get(record.plan_id), self._units.get(record.unit_id))


@lru_cache(maxsize=256)
def _laid(base: ReminderPolicy, *texts: str | None) -> ReminderPolicy:
    for text in texts:
        if text is not None:
            base = policy_from_toml(text, base=base)
    return base


def is_late(record: OccurrenceRecord, day: date) -> bool:
    """Whether time that goes by counts against a duty on a day."""
    if record.due_on is not None:
        return max(record.due_on, record.opens_on) < day
    return record.case is not None and record.case.at_once and record.opens_on < day


def office(uow: UnitOfWork, base: ReminderPolicy) -> ReminderPolicy:
    """Return the policy the office set for everything, over `base`."""
    return _laid(
        base, *(one.toml for one in uow.policies.settings() if one.plan_id is None and one.unit_id is None)
    )


def keep_running(
    uow: UnitOfWork, records: Iterable[tuple[OccurrenceRecord, ReminderPolicy]], late_on: date
) -> dict[int, int | None]:
    """Return what each of these duties, just reminded of, is to keep from now on, by its id, where that changes.

    While it is late that is the id of the policy it went by when its escalation began; afterwards None.
    """
    ids: dict[ReminderPolicy, int] = {}
    changed: dict[int, int | None] = {}
    for record, policy in records:
        late = is_late(record, late_on)
        if late and record.policy_id is None:
            if policy not in ids:
                ids[policy] = uow.policies.keep(policy_to_json(policy))
            changed[record.id] = ids[policy]
        elif not late and record.policy_id is not None:
            changed[record.id] = None
    return changed


def preview(uow: UnitOfWork, command: SetPolicy, base: ReminderPolicy, today: date) -> Change:
    """Return what `set_policy` would do; raises what it does."""
    plan, unit = _subject(uow, command)
    under = base if plan is None and unit is None else office(uow, base)
    before = under
    for one in uow.policies.settings():
        if (one.plan_id, one.unit_id) == (plan, unit):
            before = _laid(under, one.toml)
    after = policy_from_toml(command.toml, base=under)
    old, new = policy_to_json(before), policy_to_json(after)
    differs = tuple((key, str(old[key]), str(new[key])) for key in old if old[key] != new[key])
    concerned = [r for r in uow.occurrences.open() if _concerns(r, plan, unit)]
    kept = sum(1 for r in concerned if r.policy_id is not None and is_late(r, today))
    return Change(differs, len(concerned), kept)


def set_policy(uow: UnitOfWork, command: SetPolicy, base: ReminderPolicy, now: datetime) -> None:
    """Set a policy and have the duties it is for looked at anew.

    Raises PolicyError naming the setting at fault, BadInputError `policy-plan-unknown` or `policy-needs-why`.
    """
    if not command.by.strip() or not command.reason.strip():
        raise BadInputError("policy-needs-why")
    plan, unit = _subject(uow, command)
    policy_from_toml(command.toml, base=base if plan is None and unit is None else office(uow, base))
    uow.policies.set(plan, unit, command.toml, command.by.strip(), command.reason.strip(), now)
    _note(uow, "policy_set", command, now, toml=command.toml)
    uow.occurrences.look_again((r.code for r in uow.occurrences.open() if _concerns(r, plan, unit)), now)


def end_policy(uow: UnitOfWork, command: SetPolicy, now: datetime) -> bool:
    """End what is set for a plan, a unit or all (its `toml` is not looked at); False where nothing is."""
    if not command.by.strip() or not command.reason.strip():
        raise BadInputError("policy-needs-why")
    plan, unit = _subject(uow, command)
    ended = uow.policies.end(plan, unit, now)
    if ended:
        _note(uow, "policy_ended", command, now)
        uow.occurrences.look_again((r.code for r in uow.occurrences.open() if _concerns(r, plan, unit)), now)
    return ended


def names(uow: UnitOfWork, settings: Iterable[PolicySetting]) -> Mapping[int, tuple[str | None, str | None]]:
    """Return by id which plan (code) or unit (name) a setting is for."""
    return {
        one.id: (
            None if one.plan_id is None else uow.plans.get(one.plan_id).code,
            None if one.unit_id is None else uow.units.get(one.unit_id).name,
        )
        for one in settings
    }


def _subject(uow: UnitOfWork, command: SetPolicy) -> tuple[int | None, int | None]:
    if command.plan is None:
        return None, command.unit
    plan = uow.plans.by_code(command.plan.upper())
    if plan is None or command.unit is not None:
        raise BadInputError("policy-plan-unknown", code=command.plan)
    return plan.id, None


def _concerns(record: OccurrenceRecord, plan: int | None, unit: int | None) -> bool:
    return (plan is None or record.plan_id == plan) and (unit is None or record.unit_id == unit)


def _note(uow: UnitOfWork, action: str, command: SetPolicy, now: datetime, **more: str) -> None:
    subject = f"plan:{command.plan}" if command.plan else f"unit:{command.unit}" if command.unit else "office"
    detail = {"by": command.by, "reason": command.reason, **more}
    uow.audit.add(action, f"policy:{subject}", person_id=None, now=now, detail=detail)
