"""Investigating a case, for its officers: the steps with what was noted under each, ticked off by a button."""

import re
from typing import Any

from domain.accident import find_case_codes
from domain.calendar import local
from domain.investigation import Investigation, Item, Step, StepState, steps
from domain.law.rules import Certainty
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_words as words
from handlers.flows import case_files
from handlers.flows import investigation_notes as notes
from handlers.flows.declaration import check_officer
from handlers.services import access, investigations
from messages.envelope import Option, OutFile, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

LONG = 200
MOST_DROPS = 4
_ASKS = re.compile(r"\bdieu tra\b|\binvestigation\b")

# Seeing


def on_page(uow: UnitOfWork, case: AccidentRecord) -> tuple[tuple[Text, ...], tuple[Option, ...]]:
    """Return the line and the button of the officer's page; nothing before somebody has taken the case."""
    if case.acknowledged_at is None or not investigations.is_investigated(case):
        return (), ()
    found = investigations.standing(uow, case)
    done = sum(state.done_on is not None for state in found.states)
    line = Text("investigation-line", {"done": done, "count": len(found.states)})
    return ((line,) if found.begun else ()), (Option(f"inv:see:{case.code}", Text("investigation-button")),)


def see(uow: UnitOfWork, by: Acting, code: str) -> Say:
    """Return the list of steps; raises NotAllowedError for anybody but an officer on the case."""
    case = _case(uow, by, code)
    found = investigations.standing(uow, case)
    lines = [
        *_whose(uow, case),
        *(_step_line(number, state) for number, state in enumerate(found.states, start=1)),
    ]
    options = tuple(
        Option(f"inv:step:{case.code}:{state.step.id}", Text(f"investigation-step-{state.step.id}"))
        for state in found.states
    )
    return Say("investigation-page", {"code": case.code, "lines": lines}, options=options)


def _whose(uow: UnitOfWork, case: AccidentRecord) -> list[Text]:
    """Say whose duty it is, as far as the facts tell: the employer's team or that of the department."""
    owed = {duty.by: duty for duty in investigations.duties(case, uow.accidents.facts(case.id))}
    return [
        Text(f"investigation-by-{by}", {"article": duty.article})
        for by, duty in owed.items()
        if by in ("employer", "department")
    ]


def _step_line(number: int, state: StepState) -> Text:
    params: dict[str, Any] = {
        "number": number,
        "step": Text(f"investigation-step-{state.step.id}"),
        "count": len(state.items),
    }
    if state.done_on is not None:
        return Text("investigation-done-line", {**params, "day": state.done_on})
    return Text("investigation-noted-line" if state.items else "investigation-open-line", params)


def step_page(uow: UnitOfWork, by: Acting, code: str, step: str) -> Say:
    """Return one step with what was noted under it."""
    case = _case(uow, by, code)
    found = investigations.standing(uow, case)
    if step not in {one.id for one in steps()}:
        return Say("button-old")
    state = found.state(step)
    sure = state.step.certainty is Certainty.SURE
    lines = [
        Text(
            "investigation-article" if sure else "investigation-article-verify",
            {"article": state.step.article},
        ),
        *(_item_line(item) for item in state.items),
    ]
    params = {
        "code": case.code,
        "step": Text(f"investigation-step-{step}"),
        "lines": lines,
        "state": _state(state),
    }
    files = _files(uow, case, state)
    return Say("investigation-step-page", params, options=_step_buttons(case.code, state, found), files=files)


def _state(state: StepState) -> Text:
    if state.done_on is None:
        return Text("investigation-is-open")
    return Text("investigation-is-done", {"day": state.done_on})


def _item_line(item: Item) -> Text:
    if item.member is not None:
        member = item.member
        params = {"name": member.name, "function": member.function, "body": member.body}
        return Text("investigation-member", params)
    what = words.shortened(item.words, LONG) if item.words else Text("investigation-files-only")
    key = "investigation-item-files" if item.files else "investigation-item"
    return Text(key, {"what": what, "files": ", ".join(map(str, item.files))})


def _files(uow: UnitOfWork, case: AccidentRecord, state: StepState) -> tuple[OutFile, ...]:
    numbers = [number for item in state.items for number in item.files]
    return case_files.of_page(uow, case, {"files": numbers}, 0)


def _step_buttons(code: str, state: StepState, found: Investigation) -> tuple[Option, ...]:
    at = f"{code}:{state.step.id}"
    acts = {"done": "done-today", "day": "done-other"} if state.done_on is None else {"open": "reopen"}
    tick = tuple(Option(f"inv:{act}:{at}", Text(f"investigation-{key}")) for act, key in acts.items())
    drops = tuple(
        Option(f"inv:drop:{at}:{item.key}", Text("investigation-drop", {"what": _short(item)}))
        for item in state.items[-MOST_DROPS:]
    )
    following = _following(state, found)
    onward = (Option(f"inv:step:{code}:{following.id}", Text("investigation-next")),) if following else ()
    add = Option(f"inv:add:{at}", Text(f"investigation-add-{state.step.takes.value}"))
    return (*tick, add, *drops, *onward, Option(f"inv:see:{code}", Text("investigation-all")))


def _following(state: StepState, found: Investigation) -> Step | None:
    """Return the next step to be done after this one, coming round to the first."""
    order = [one.id for one in steps()]
    at = order.index(state.step.id)
    left = {one.id: one for one in found.open_steps if one.id != state.step.id}
    return next((left[name] for name in (*order[at:], *order[:at]) if name in left), None)


def _short(item: Item) -> str | Text:
    if item.member is not None:
        return item.member.name
    return words.shortened(item.words, 20) if item.words else Text("investigation-files-only")


def _case(uow: UnitOfWork, by: Acting, code: str) -> AccidentRecord:
    check_officer(uow, by, code.upper())
    return access.access_case_for(uow, by.person, code.upper())


# Buttons and words


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["see", code]:
            return Answered((see(uow, by, code),))
        case ["step", code, step]:
            return Answered((step_page(uow, by, code, step),))
        case [("done" | "open") as act, code, step]:
            on = local(by.now).date() if act == "done" else None
            investigations.tick_off(uow, investigations.TickOff(code, step, on), by)
            return Answered((step_page(uow, by, code, step),))
        case ["drop", code, step, key]:
            investigations.drop_item(uow, investigations.DropItem(code, step, key), by)
            return Answered((step_page(uow, by, code, step),))
        case [("day" | "add") as act, code, step] if step in {one.id for one in steps()}:
            case = _case(uow, by, code)
            return Begin(notes.ITEM if act == "add" else notes.DAY, {"code": case.code, "step": step})
        case _:
            return Answered((Say("button-old"),))


def _on_words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Hear "điều tra TN-26-7K3F" from an officer on that case."""
    codes = find_case_codes(text)
    if len(codes) != 1 or not _ASKS.search(fold(text)):
        return None
    case = uow.accidents.by_code(codes[0])
    officer = case is not None and access.is_officer_on(uow, by.person, case)
    return Answered((see(uow, by, codes[0]),)) if officer else None


ENTRY = Entry("investigation", taps={"inv": _on_tap}, words=_on_words)
