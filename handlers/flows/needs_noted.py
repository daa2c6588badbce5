"""The coordinator says which row of a plan waits for which: "III.2.b làm sau III.2.a"."""

import re

from domain.errors import BadInputError
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.services import needs, plans
from messages.envelope import Option, Say, Text
from storage.records import PlanRecord
from storage.unit_of_work import UnitOfWork

LONGEST = 120
_REF = r"(?P<{}>[ivx]{{1,5}}(?:\.[0-9a-z]{{1,4}}){{1,4}})"
_AFTER = re.compile(
    rf"^(?:viec |muc |nhiem vu )?{_REF.format('ref')} (?:(?P<no>khong con|khong|het|bo) )?"
    r"(?:phu thuoc(?: vao)?|(?:chi )?(?:lam |thuc hien |bat dau )?sau(?: khi)?(?: xong)?|cho|can(?: co)?|theo sau)"
    rf" (?:viec |muc |nhiem vu |ket qua )?{_REF.format('needs')}(?: (?:nua|xong|lam xong|truoc|hoan thanh))*[ .!]*$"
)
_REFS_IN_PLAN = 6


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take the sentence from who coordinates; None for anything else."""
    if len(text) > LONGEST or not by.person.has_role("coordinator", "admin"):
        return None
    found = _AFTER.match(fold(text).strip())
    if found is None:
        return None
    having = [
        plan for plan in uow.plans.in_state(plans.APPROVED) if _refs(uow, plan, found["ref"], found["needs"])
    ]
    holds = found["no"] is None
    if not having:
        return Answered(
            (Say("need-no-plan", {"ref": _shown(found["ref"]), "needs": _shown(found["needs"])}),)
        )
    if len(having) > 1:
        verb = "note" if holds else "drop"
        options = tuple(
            Option(
                f"need:{verb}:{plan.code}:{':'.join(_refs(uow, plan, found['ref'], found['needs']))}",
                plan.code,
            )
            for plan in having[:_REFS_IN_PLAN]
        )
        return Answered((Say("need-which-plan", options=options),))
    ref, needed = _refs(uow, having[0], found["ref"], found["needs"])
    return _link(uow, by, needs.Link(having[0].code, ref, needed, holds))


def _shown(ref: str) -> str:
    """Return a place as plans write it: "III.2.a"."""
    head, _, rest = ref.partition(".")
    return f"{head.upper()}.{rest}"


def _refs(uow: UnitOfWork, plan: PlanRecord, ref: str, needed: str) -> tuple[str, ...]:
    """Return both places as the plan writes them, nothing where it lacks one ("III.2.đ" may be typed "iii.2.d")."""
    known: dict[str, str] = {}
    for task in uow.plans.tasks(plan.id):
        known.setdefault(fold(task.ref), task.ref)
        known[task.ref.lower()] = task.ref
    return (known[ref], known[needed]) if ref in known and needed in known else ()


def _link(uow: UnitOfWork, by: Acting, command: needs.Link) -> Start:
    changed = needs.link(uow, command, by)["changed"]
    params = {"ref": command.ref, "needs": command.needs, "code": command.plan}
    key = ("need-noted" if command.holds else "need-dropped") if changed else "need-as-before"
    verb, label = ("drop", "choice-need-drop") if command.holds else ("note", "choice-need-note")
    other = Option(f"need:{verb}:{command.plan}:{command.ref}:{command.needs}", Text(label))
    return Answered((Say(key, params, options=(other,) if changed else ()),))


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `need:note:<plan>:<ref>:<needs>` and `need:drop:…`."""
    match args:
        case [verb, plan, ref, needed] if verb in ("note", "drop"):
            return _link(uow, by, needs.Link(plan, ref, needed, verb == "note"))
    raise BadInputError("button-old")


ENTRY = Entry("needs_noted", taps={"need": _tap}, words=_words)
