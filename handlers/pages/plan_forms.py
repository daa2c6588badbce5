"""What a person sent from the page of a plan, read before it goes in; what is not clear is told at once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.flows import plan_view
from handlers.flows.deadline_asked import read_typed
from handlers.flows.unit_names_asked import Known, known_names, read_names
from handlers.services import plan_doubts, plans
from handlers.services.fan_out import CHOSEN, EVERYONE, LATER, NOBODY, names_in
from handlers.services.plan_doubts import Doubtful
from messages.envelope import Text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

Form = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be done (the `todo` of `plan_acts.action`), or the words that say why it is not clear."""

    todo: Mapping[str, Any] | None = None
    problem: Text | None = None
    at: str = field(default="")  # the doubt or phrase the problem is about


def read_form(uow: UnitOfWork, plan: PlanRecord, form: Form) -> Wanted:
    """Return what a form asks for; a doubt that somebody settled meanwhile is told as gone."""
    what, other = form.get("what", ""), ""
    if what == "doubt":
        what, _, other = form.get("do", "").partition(":")
    if what in _ABOUT_DOUBTS:
        item = next((d for d in plan_doubts.open_doubts(plan.reading) if d.key == form.get("key")), None)
        if item is None:
            return Wanted(problem=Text("plan-doubt-gone"))
        return _ABOUT_DOUBTS[what](uow, plan, item, other or form.get("value", "").strip())
    if what == "decide":
        return _decision(uow, plan, form)
    if what == "keep":
        return Wanted({"what": "keep", "ref": form.get("ref", "")})
    if what == "link":
        kind, _, code = form.get("kin", "").partition(":")
        return Wanted({"what": "link", "kind": kind, "of": code or None})
    if what in {"approve", "apply"}:
        leaving = [key for key in form.get("leaving", "").split("|") if key]
        return Wanted({"what": what, "leaving": leaving})
    return Wanted(problem=Text("choose-one"))


def _as_read(_uow: UnitOfWork, _plan: PlanRecord, item: Doubtful, _words: str) -> Wanted:
    ref = item.task["id"] if item.task is not None and item.field else None
    return Wanted({"what": "check", "ref": ref, "line": item.line, "field": item.field})


def _later(_uow: UnitOfWork, _plan: PlanRecord, item: Doubtful, _words: str) -> Wanted:
    return Wanted({"what": "later", "key": item.key})


def _other(_uow: UnitOfWork, _plan: PlanRecord, item: Doubtful, words: str) -> Wanted:
    offered = dict(plan_view.alternatives(item))
    if item.task is None or words not in offered:
        return Wanted(problem=Text("choose-one"), at=item.key)
    return _correct(item, offered[words])


def _fixed(uow: UnitOfWork, plan: PlanRecord, item: Doubtful, typed: str) -> Wanted:
    """Read a value typed for a doubtful field, by the rules of the chat."""
    if item.task is None or item.field is None:
        return Wanted(problem=Text("choose-one"), at=item.key)
    if item.field == "deadline":
        asked = read_typed(typed)
        if asked.deadline is None:
            return Wanted(problem=Text(asked.problem), at=item.key)
        return _correct(item, {"text": typed, "deadline": asked.deadline})
    if item.field in {"lead_units", "coordinating_units"}:
        named = read_names(typed, _known(uow, plan))
        if named.unclear or not named.sure:
            name = "; ".join(named.unclear) or typed
            return Wanted(problem=Text("plan-no-such-unit", {"name": name}), at=item.key)
        return _correct(item, list(named.sure))
    if not typed and item.field != "product":
        return Wanted(problem=Text("plan-words-please"), at=item.key)
    return _correct(item, typed or None)


def _correct(item: Doubtful, value: Any) -> Wanted:
    ref = item.task["id"] if item.task is not None else ""
    return Wanted({"what": "correct", "ref": ref, "field": item.field, "value": value})


def _decision(uow: UnitOfWork, plan: PlanRecord, form: Form) -> Wanted:
    phrase, choice = form.get("phrase", ""), form.get("choice", "")
    if choice in {EVERYONE, NOBODY, LATER}:
        return Wanted({"what": "decide", "phrase": phrase, "choice": choice, "units": []})
    known = _known(uow, plan)
    named = read_names(form.get("value", ""), known)
    units = list(dict.fromkeys(unit for name in named.sure for unit in known.ids.get(name, ())))
    if named.unclear or not units:
        name = "; ".join(named.unclear) or form.get("value", "").strip() or phrase
        return Wanted(problem=Text("plan-no-such-unit", {"name": name}), at=phrase)
    return Wanted({"what": "decide", "phrase": phrase, "choice": CHOSEN, "units": units})


def _known(uow: UnitOfWork, plan: PlanRecord) -> Known:
    registry, _ = plans.laid_out(uow, plan)
    return known_names(registry, names_in(plan.reading["tasks"]))


_ABOUT_DOUBTS: Mapping[str, Callable[[UnitOfWork, PlanRecord, Doubtful, str], Wanted]] = {
    "check": _as_read,
    "later": _later,
    "other": _other,
    "fix": _fixed,
}
