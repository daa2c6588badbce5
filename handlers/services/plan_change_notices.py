"""What a change of a plan means for each unit, in one notice a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from domain.reminder import deliver_at
from handlers import menu, outgoing
from handlers.acting import Acting
from handlers.deadline_say import deadline_text
from handlers.duty_words import shorten
from handlers.services import plan_entering
from messages.envelope import Say, Text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

KINDS = ("deadline", "given", "role_lead", "role_coordinating", "reworded", "ended", "withdrawn")
"""The order in which a notice tells them: what has a new day first."""

MOST, TEXT = 12, 60


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to tell a unit; `deadlines` are the old and the new one (JSON) where it is about a deadline."""

    kind: str
    ref: str
    text: str
    deadlines: tuple[Mapping[str, Any], Mapping[str, Any]] | None = None


@dataclass(slots=True)
class Told:
    """What each unit must hear, gathered while a change is carried out."""

    by_unit: dict[int, list[Item]] = field(default_factory=dict)

    def add(
        self,
        unit: int,
        kind: str,
        ref: str,
        text: str,
        deadlines: tuple[Mapping[str, Any], Mapping[str, Any]] | None = None,
    ) -> None:
        """Note one thing for a unit."""
        self.by_unit.setdefault(unit, []).append(Item(kind, ref, text, deadlines))


def tell(uow: UnitOfWork, by: Acting, plan: PlanRecord, draft: PlanRecord, told: Told) -> tuple[str, ...]:
    """Send each unit's focal point (or who stands in) one notice; returns the units nobody hears for."""
    by_person, deaf = plan_entering.hearers(uow, told.by_unit, by.now)
    for person, unit_ids in by_person.items():
        items = [item for unit in unit_ids for item in told.by_unit[unit]]
        outgoing.notify(
            uow,
            person,
            notice(plan, [uow.units.get(unit).name for unit in unit_ids], items),
            by.now,
            dedup_key=f"plan-change:{draft.code}:{person}",
            not_before=deliver_at(by.now, by.around.policy, by.around.calendar),
            about={"kind": "plan", "plan": plan.code},
        )
    return deaf


def notice(plan: PlanRecord, units: Sequence[str], items: Sequence[Item]) -> Say:
    """Return what a person hears: deadlines, the old one and the new one, then what is given or taken back."""
    in_order = sorted(items_once(items), key=lambda item: KINDS.index(item.kind))
    lines: list[Text] = [_line(item) for item in in_order[:MOST]]
    if len(in_order) > MOST:
        lines.append(Text("plan-change-more", {"count": str(len(in_order) - MOST)}))
    named = {"code": plan.code, "title": shorten(plan.title, TEXT), "unit": "; ".join(units), "lines": lines}
    return Say("plan-change-notice", named, options=(menu.MY_TASKS,))


def items_once(items: Sequence[Item]) -> list[Item]:
    """Return the items, each place and kind once: a person may hear for several units."""
    found: dict[tuple[str, str], Item] = {}
    for item in items:
        found.setdefault((item.kind, item.ref), item)
    return list(found.values())


def _line(item: Item) -> Text:
    named: dict[str, Any] = {"ref": item.ref, "text": shorten(item.text, TEXT)}
    if item.deadlines is not None:
        named |= {"old": deadline_text(item.deadlines[0]), "new": deadline_text(item.deadlines[1])}
    return Text(f"plan-change-told-{item.kind.replace('_', '-')}", named)
