"""Who reports each target of a plan, asked of the coordinator; how the targets stand, each figure with its source."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from domain.errors import BadInputError
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.duty_words import shorten
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows.progress_names import named_in
from handlers.flows.progress_other import figure_in
from handlers.flows.unit_asked import read_unit
from handlers.progress_words import decimal, proof
from handlers.services import access, plans, progress, targets
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

TEXT = 90
YEARS = 3
LINES = 12
LONGEST = 120
_ASKED = re.compile(
    r"\bchi tieu\b.*\b(?:the nao|ra sao|toi dau|den dau|sao roi|dat chua|bao nhieu|tinh hinh|ket qua)\b"
)
_LIST = re.compile(
    r"^(?:(?:xem|tinh hinh|ket qua|cac|nhung|theo doi|cho (?:toi )?xem) )*chi tieu(?: (?:cua )?ke hoach)?[ ?.!]*$"
)
_GIVE = re.compile(r"^(?:giao|phan cong|chon don vi bao)(?: so)?(?: cac)? chi tieu")
_FIGURE = re.compile(r"\bchi tieu\b.*\d")


# Who reports what


def _todo(turn: Turn) -> list[Mapping[str, Any]]:
    chosen = turn.answer("chosen", {})
    return [one for one in turn.facts["todo"] if one["id"] not in chosen]


def _options(turn: Turn) -> tuple[Option, ...]:
    office = turn.facts["office"]
    first = (Option(f"unit:{office[0]}", office[1]),) if office else ()
    return (*first, Option("target:later", Text("target-later")))


def _ask_unit(turn: Turn) -> Say:
    todo = _todo(turn)
    target = todo[0]
    params = {"ref": target["id"], "text": shorten(target["text"], TEXT), "left": len(todo)}
    return Say("target-ask-unit", params, options=_options(turn))


def _read_unit(answer: Answer, turn: Turn) -> Outcome:
    ref = _todo(turn)[0]["id"]
    if answer.picked == "target:later" or fold(answer.text).strip(" .") == "de sau":
        return Got({"chosen": {**turn.answer("chosen", {}), ref: 0}}, again=("unit",))
    found = read_unit(answer, turn.facts["units"], step="unit")
    if not isinstance(found, Got):
        return found
    return Got(
        {"chosen": {**turn.answer("chosen", {}), ref: found.values["unit"]}}, found.echo, again=("unit",)
    )


def _given(turn: Turn) -> tuple[tuple[str, int], ...]:
    return tuple((ref, unit) for ref, unit in turn.answer("chosen", {}).items() if unit)


def _told(turn: Turn) -> Say:
    left = sum(not unit for unit in turn.answer("chosen", {}).values())
    return Say("target-given", {"count": turn.answer("assign")["given"], "left": left})


GIVE = Flow(
    name="give_targets",
    steps=(
        Ask("unit", _ask_unit, _read_unit, when=lambda turn: bool(_todo(turn))),
        Do("assign", lambda turn: targets.Assign(turn.answer("plan"), _given(turn))),
        Tell("told", _told),
    ),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    plan = access.access_plan_for(uow, by.person, session.answers["plan"])
    office = uow.units.coordinating()
    return {
        "todo": targets.unassigned(uow, plan),
        "units": {u.name: u.id for u in uow.units.all()},
        "office": (office.id, office.name) if office is not None else None,
    }


def _begin(uow: UnitOfWork, by: Acting, code: str | None = None) -> Start:
    """Ask for the plan named, else for the first plan with a target nobody reports."""
    plans.coordinating(by)
    found = (
        [access.access_plan_for(uow, by.person, code)] if code else list(uow.plans.in_state(plans.APPROVED))
    )
    plan = next((one for one in found if one.state == plans.APPROVED and targets.unassigned(uow, one)), None)
    return (
        Answered((Say("target-all-given"),)) if plan is None else Begin("give_targets", {"plan": plan.code})
    )


# How they stand


def _standings(uow: UnitOfWork, by: Acting) -> Say:
    scope = access.remit_of(uow, by.person)
    found = targets.standings(uow, scope)
    if not found:
        return Say("target-none", {"at": by.now})
    lines = [line for one in found[:LINES] for line in _lines(one)]
    if len(found) > LINES:
        lines.append(Text("status-more", {"count": len(found) - LINES}))
    missing = scope is None and any(one.unit_id is None for one in found)
    may = missing and by.person.has_role("coordinator", "admin")
    give = (Option("target:start", Text("target-give")),) if may else ()
    return Say("target-list", {"at": by.now, "lines": lines}, options=give)


def _lines(one: targets.Standing) -> Sequence[Text]:
    head = {"ref": one.target["id"], "text": shorten(one.target["text"], TEXT)}
    if one.unit is None:
        return (Text("target-line-nobody", head),)
    told = [figure for figure in one.figures if figure.said is not None][:YEARS]
    lines = [Text("target-line", {**head, "unit": one.unit})]
    newest = one.figures[0].year if one.figures else ""
    if not told or told[0].year != newest:
        lines.append(Text("target-figure-none", {"year": newest}))
    return (*lines, *(_figure(one.target, figure) for figure in told))


def _figure(target: Mapping[str, Any], figure: targets.Figure) -> Text:
    """Return one year's figure with who reported it, when, from which document, and whether it meets the target."""
    said = figure.said
    if said is None or said.figure is None:
        return Text("target-figure-none", {"year": figure.year})
    meets = targets.meets(target, said.figure)
    verdict = "unknown" if meets is None else "met" if meets else "missed"
    has_source = said.document_no is not None or said.attachment_id is not None
    source = proof(said.document_no, said.attachment_id) if has_source else Text("target-no-source")
    return Text(
        "target-figure",
        {
            "year": figure.year,
            "figure": decimal(said.figure),
            "unit": figure.unit,
            "at": said.at,
            "source": source,
            "state": Text("target-checked" if said.decision == "accepted" else "target-unchecked"),
            "verdict": Text(f"target-{verdict}"),
        },
    )


def words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a question how targets stand, a figure told in one sentence, a wish to give targets; else None."""
    said = fold(text).strip()
    if len(text) > LONGEST or "chi tieu" not in said:
        return None
    if by.person.has_role("coordinator", "admin") and _GIVE.search(said):
        return _begin(uow, by)
    own = progress.own_units(by.person)
    if (own or by.person.has_role(*access.OVERSEERS)) and (_ASKED.search(said) or _LIST.match(said)):
        return Answered((_standings(uow, by),))
    return _told_figure(uow, by, text) if own and _FIGURE.search(said) else None


def _told_figure(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Begin with the figure of the one target that is named, or that is open; None where it is not sure which."""
    records = [r for r in progress.open_for(uow, by.person, by.now) if r.task_kind == targets.KIND]
    named = named_in(text, records) or (records if len(records) == 1 else [])
    if len(named) != 1:
        return None
    rest = re.sub(re.escape(fold(named[0].task_ref)), " ", fold(text))
    figure = figure_in(re.sub(r"\bnam 20\d\d\b", " ", rest))
    known: dict[str, Any] = {"kind": "done", "codes": [named[0].code]}
    return Begin("confirm_progress", known if figure is None else {**known, "figure": figure})


def _tap_start(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `target:start[:<plan code>]`."""
    return _begin(uow, by, args[0] if args else None)


def _tap_list(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    """Take `target:list`."""
    if not (progress.own_units(by.person) or by.person.has_role(*access.OVERSEERS)):
        raise BadInputError("button-old")
    return Answered((_standings(uow, by),))


ENTRY = Entry(
    "give_targets",
    flow=GIVE,
    load=_load,
    commands={targets.Assign: targets.assign},
    taps={"target:start": _tap_start, "target:list": _tap_list},
    words=words,
)
