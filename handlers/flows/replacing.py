"""An officer leaves: the coordinator, or the head of the unit, says who takes over, and that one says yes."""

import re
from collections.abc import Mapping
from typing import Any

from domain.errors import BadInputError, NotAllowedError
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.places import match_places
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import links, replacing, reports
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "replace_officer"
START = Option("replace:start", Text("menu-replace"))
SURE = 95.0
LARGEST_ID = 10  # digits
LONGEST = 120
_SOMEBODY = r"(?:nguoi phu trach|nguoi truc|nguoi nhan viec|can bo|dau moi|nguoi dau moi)"
_WANTS = re.compile(
    rf"(?:thay|doi|ban giao) (?:nguoi |can bo )?{_SOMEBODY}"
    r"|ban giao (?:viec cho nguoi khac|cho (?:can bo|nguoi) (?:moi|khac))"
    rf"|{_SOMEBODY} .{{0,40}}(?:nghi viec|nghi huu|chuyen cong tac|chuyen don vi)"
)


def _ask_unit(_turn: Turn) -> Say:
    return Say("replace-ask-unit")


def _read_unit(answer: Answer, turn: Turn) -> Outcome:
    units: Mapping[str, int] = turn.facts["units"]
    if _stops(answer):
        return Leave(Say("replace-stopped"))
    if answer.picked and answer.picked.startswith("unit:"):
        wanted = answer.picked.removeprefix("unit:")
        return Got({"unit": int(wanted)}) if wanted in map(str, units.values()) else Retry(Say("button-old"))
    found = match_places(answer.text, tuple(units), limit=4)
    if not found:
        return Retry(Say("invite-unit-unknown"))
    if found[0].score >= SURE and (len(found) == 1 or found[1].score < found[0].score):
        return Got({"unit": units[found[0].name]}, Say("heard-unit", {"unit": found[0].name}))
    options = tuple(Option(f"unit:{units[match.name]}", match.name) for match in found)
    return Retry(Say("invite-which-unit", options=options))


def _officers(turn: Turn) -> tuple[replacing.Officer, ...]:
    found: tuple[replacing.Officer, ...] = turn.facts["officers_of"](turn.answer("unit"))
    return found


def _unit(turn: Turn) -> str:
    return str(turn.facts["names"].get(turn.answer("unit"), ""))


def _option(officer: replacing.Officer) -> Option:
    who = officer.name or Text("replace-colleague")
    label = Text("replace-officer", {"who": who, "role": Text(f"role-{officer.roles[0]}")})
    return Option(f"officer:{officer.person_id}", label)


def _ask_from(turn: Turn) -> Say:
    options = tuple(map(_option, _officers(turn)))
    key = "replace-ask-from" if options else "replace-none-there"
    return Say(key, {"unit": _unit(turn)}, options=options)


def _read_from(answer: Answer, turn: Turn) -> Outcome:
    if _stops(answer) or not _officers(turn):
        return Leave(Say("replace-stopped"))
    chosen = _picked(answer, turn)
    return Retry(Say("choose-one")) if chosen is None else Got({"from": chosen})


def _ask_to(turn: Turn) -> Say:
    others = [one for one in _officers(turn) if one.person_id != turn.answer("from")]
    options = (*map(_option, others), Option("officer:new", Text("replace-new")))
    return Say("replace-ask-to", options=options)


def _read_to(answer: Answer, turn: Turn) -> Outcome:
    if _stops(answer):
        return Leave(Say("replace-stopped"))
    if answer.picked == "officer:new":
        return Got({"to": "new"})
    chosen = _picked(answer, turn)
    if chosen is None or chosen == turn.answer("from"):
        return Retry(Say("choose-one"))
    return Got({"to": chosen})


def _picked(answer: Answer, turn: Turn) -> int | None:
    known = {f"officer:{one.person_id}": one.person_id for one in _officers(turn)}
    return known.get(answer.picked or "")


def _stops(answer: Answer) -> bool:
    return answer.picked is None and understand(answer.text).intent in (Intent.CANCEL, Intent.NO)


def _command(turn: Turn) -> replacing.Replace:
    to = turn.answer("to")
    return replacing.Replace(turn.answer("unit"), turn.answer("from"), None if to == "new" else to)


def _told(turn: Turn) -> Say:
    made = turn.answer("replace")
    if not made:
        return Say("replace-asking", {"unit": _unit(turn)})
    return links.with_link(Say("replace-invited", {"code": made["code"], "unit": _unit(turn)}), made)


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("unit", _ask_unit, _read_unit),
        Ask("from", _ask_from, _read_from),
        Ask("to", _ask_to, _read_to),
        Do("replace", _command),
        Tell("told", _told),
    ),
)


def _load(uow: UnitOfWork, by: Acting, _session: Session) -> Mapping[str, Any]:
    units = {u.name: u.id for u in uow.units.all() if replacing.may_replace(by, u.id)}
    return {
        "units": units,
        "names": {unit_id: name for name, unit_id in units.items()},
        "officers_of": lambda unit_id: replacing.officers(uow, unit_id) if unit_id in units.values() else (),
    }


def _begin(uow: UnitOfWork, by: Acting, said: str = "") -> Start:
    """Begin; the head of one unit is not asked which, nor who named it."""
    if by.person.has_role("coordinator", "admin"):
        meant = reports.unit_meant(uow, None, said) if said else None
        return Begin(NAME, {"unit": meant.id} if meant is not None else {})
    own = by.person.units("head")
    if not own:
        raise NotAllowedError("not-allowed")
    return Begin(NAME, {"unit": own[0]} if len(own) == 1 else {})


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `replace:start`, `replace:of:<unit>:<person>` and `replace:yes|no:<number>`."""
    match args:
        case ["start"]:
            return _begin(uow, by)
        case ["of", unit, person] if _is_id(unit) and _is_id(person):
            if not replacing.may_replace(by, int(unit)):
                raise NotAllowedError("not-allowed")
            return Begin(NAME, {"unit": int(unit), "from": int(person)})
        case ["yes" | "no" as verb, number] if _is_id(number):
            name = replacing.answer(uow, int(number), by, yes=verb == "yes")
            return Answered(
                (Say("replace-you-took" if verb == "yes" else "replace-you-left", {"unit": name}),)
            )
    raise BadInputError("button-old")


def _is_id(text: str) -> bool:
    return text.isdecimal() and len(text) < LARGEST_ID


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Hear "thay đầu mối" from one who may say who takes over."""
    if len(text) > LONGEST or not _WANTS.search(fold(text)):
        return None
    if not by.person.has_role("coordinator", "admin") and not by.person.units("head"):
        return None
    return _begin(uow, by, text)


ENTRY = Entry(
    NAME,
    flow=FLOW,
    load=_load,
    taps={"replace": _tap},
    words=_words,
    commands={replacing.Replace: replacing.replace},
)
