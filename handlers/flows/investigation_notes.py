"""What an officer notes about an investigation in the talk: something under a step, or the day a step was done."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from domain.calendar import local
from domain.investigation import Takes, read_member, steps
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import MomentType, read_moment
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Entry
from handlers.flows import accident_reading as reading
from handlers.services import access, investigations
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

ITEM, DAY = "investigation_item", "investigation_day"
_SCAN = 200


def _takes(turn: Turn) -> Takes:
    return next(one.takes for one in steps() if one.id == turn.answer("step"))


def _ask_said(turn: Turn) -> Say:
    step = Text(f"investigation-step-{turn.answer('step')}")
    return Say(f"investigation-ask-{_takes(turn).value}", {"code": turn.answer("code"), "step": step})


def _read_said(answer: Answer, turn: Turn) -> Outcome:
    takes = _takes(turn)
    hint = Say(f"investigation-how-{takes.value}")
    if answer.kind is InboundKind.TEXT:
        if answer.picked is not None or not answer.text.strip():
            return Retry(hint)
        if takes is not Takes.MEMBER:
            return Got({"said": answer.text})
        return Got({"said": answer.text}) if read_member(answer.text) else Retry(hint)
    kept = None if takes is Takes.MEMBER else _file(answer, turn)
    return Retry(hint) if kept is None else Got({**kept.values, "said": ""}, kept.echo)


def _file(answer: Answer, turn: Turn) -> Got | None:
    """Return what keeps a picture or a file that came, None for anything else."""
    kept = reading.keep_what_came(answer, turn)
    return kept if isinstance(kept, Got) and kept.values.keys() & {"photos", "files"} else None


def _wants_files(turn: Turn) -> bool:
    return _takes(turn) is not Takes.MEMBER


def _ask_files(turn: Turn) -> Say:
    there = turn.facts["attachments"]
    use = (Option("inv-files:all", Text("investigation-use-files", {"count": len(there)})),) if there else ()
    return Say(
        "investigation-ask-files", options=(Option("inv-files:done", Text("accident-media-done")), *use)
    )


def _read_files(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "inv-files:all":
        return Got({"files_done": True, "referred": list(turn.facts["attachments"])})
    if answer.picked == "inv-files:done" or fold(answer.text).strip(" .") in (
        "xong",
        "het",
        "khong co",
        "done",
    ):
        return Got({"files_done": True})
    return _file(answer, turn) or Retry(_ask_files(turn))


def _add(turn: Turn) -> investigations.AddItem:
    said = turn.answer("said") or ""
    member = read_member(said) if _takes(turn) is Takes.MEMBER else None
    files = [*(turn.answer("files") or ()), *(turn.answer("referred") or ())]
    return investigations.AddItem(
        turn.answer("code"),
        turn.answer("step"),
        "" if member else said,
        member,
        tuple(dict.fromkeys(files)),
        tuple(turn.answer("photos") or ()),
    )


def _added(turn: Turn) -> Say:
    at = f"{turn.answer('code')}:{turn.answer('step')}"
    step = Text(f"investigation-step-{turn.answer('step')}")
    options = (
        Option(f"inv:add:{at}", Text("investigation-add-more")),
        Option(f"inv:step:{at}", Text("investigation-see-step")),
    )
    return Say("investigation-added", {"code": turn.answer("code"), "step": step}, options=options)


ITEM_FLOW = Flow(
    name=ITEM,
    steps=(
        Ask("said", _ask_said, _read_said, free_text=True),
        Ask("files_done", _ask_files, _read_files, when=_wants_files, skippable=True),
        Do("kept", _add),
        Tell("told", _added),
    ),
    left=lambda turn: Say("investigation-left", {"code": turn.answer("code")}),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    """Load the pictures and files that evidence may refer to; none any more where the case is no longer theirs."""
    case = uow.accidents.by_code(session.answers["code"])
    if case is None or not access.is_officer_on(uow, by.person, case):
        return {"attachments": ()}
    return {"attachments": investigations.attachments_of(uow, case)}


# The day a step was done


def _ask_day(turn: Turn) -> Say:
    return Say("investigation-ask-day", {"step": Text(f"investigation-step-{turn.answer('step')}")})


def _read_day(answer: Answer, turn: Turn) -> Outcome:
    hint = Say("investigation-day-how")
    if answer.kind is not InboundKind.TEXT or answer.picked is not None:
        return Retry(hint)
    found = read_moment(answer.text[:_SCAN], turn.now)
    if found.type == MomentType.FUTURE:
        return Retry(Say("investigation-future"))
    if found.value is None or found.type == MomentType.INTERVAL:
        return Retry(hint)
    return Got({"on": _day_of(found.value).isoformat()})


def _day_of(value: str) -> date:
    first = value.split("/", maxsplit=1)[0]
    return local(datetime.fromisoformat(first)).date() if "T" in first else date.fromisoformat(first)


def _tick(turn: Turn) -> investigations.TickOff:
    on = date.fromisoformat(turn.answer("on"))
    return investigations.TickOff(turn.answer("code"), turn.answer("step"), on)


def _ticked(turn: Turn) -> Say:
    at = f"{turn.answer('code')}:{turn.answer('step')}"
    params = {
        "step": Text(f"investigation-step-{turn.answer('step')}"),
        "day": date.fromisoformat(turn.answer("on")),
    }
    options = (Option(f"inv:step:{at}", Text("investigation-see-step")),)
    return Say("investigation-ticked", params, options=options)


DAY_FLOW = Flow(
    name=DAY,
    steps=(
        Ask("on", _ask_day, _read_day),
        Do("kept", _tick),
        Tell("told", _ticked),
    ),
    left=lambda turn: Say("investigation-left", {"code": turn.answer("code")}),
)

ITEM_ENTRY = Entry(
    ITEM,
    flow=ITEM_FLOW,
    load=_load,
    commands={investigations.AddItem: investigations.add_item},
)
DAY_ENTRY = Entry(
    DAY,
    flow=DAY_FLOW,
    commands={investigations.TickOff: investigations.tick_off},
)
