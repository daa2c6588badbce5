"""The duty roster in chat: a unit's head or the coordinating office sets it, anybody asks who is on duty."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.roster import STANDING, Span, When
from domain.vietnamese.places import match_places
from domain.vietnamese.roster_words import place_asked, read_span, wants_roster
from handlers import menu
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import access, communes, roster
from handlers.services.communes import as_label
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

NAME = "roster"
SURE = 100.0
MOST_LISTED = 8
NOBODY = Option("duty:none", Text("roster-by-role"))
NO_STAND_IN = Option("duty:none", Text("roster-no-stand-in"))
_TONIGHT = Option("when:tonight", Text("roster-span-tonight"))


# Setting it


def _ask_unit(turn: Turn) -> Say:
    units = turn.facts["units"]
    few = [Option(f"unit:{number}", as_label(name)) for name, number in units.items()]
    return Say("roster-ask-unit", options=tuple(few) if len(few) <= MOST_LISTED else ())


def _read_unit(answer: Answer, turn: Turn) -> Outcome:
    units: Mapping[str, int] = turn.facts["units"]
    if answer.picked is not None:
        number = answer.picked.removeprefix("unit:")
        known = {str(unit): unit for unit in units.values()}
        return Got({"unit": known[number]}) if number in known else Retry(_ask_unit(turn))
    found = match_places(answer.text, tuple(units), limit=4)
    if not found:
        return Retry(Say("roster-unit-unknown"))
    if found[0].score >= SURE and (len(found) == 1 or found[1].score < SURE):
        return Got({"unit": units[found[0].name]})
    options = tuple(Option(f"unit:{units[one.name]}", as_label(one.name)) for one in found)
    return Retry(Say("roster-which-unit", options=options))


def _shown(turn: Turn) -> Say:
    lines = turn.facts["shifts"] or [Text("roster-empty")]
    return Say("roster-shown", {"unit": turn.facts["unit_name"], "lines": lines})


def _ask_when(turn: Turn) -> Say:
    standing = (Option(f"when:{span.value}", Text(_span_key(span))) for span in STANDING)
    return Say("roster-ask-when", options=(*standing, _TONIGHT, *turn.facts["drops"]))


def _span_key(span: Span) -> str:
    return f"roster-span-{span.value.replace('_', '-')}"


def _read_when(answer: Answer, turn: Turn) -> Outcome:
    said = (answer.picked or answer.text).removeprefix("when:")
    if answer.picked is not None and not answer.picked.startswith("when:"):
        return Retry(Say("button-old"))
    when = read_span(said, turn.now, turn.facts["desk"])
    if when is None:
        return Retry(Say("roster-when-how"))
    starts, ends = (at.isoformat() if at else None for at in (when.starts, when.ends))
    return Got({"when": [when.span.value, starts, ends]})


def _when(turn: Turn) -> When:
    span, starts, ends = turn.answer("when")
    at = (datetime.fromisoformat(one) if one else None for one in (starts, ends))
    return When(Span(span), *at)


def _ask_who(turn: Turn) -> Say:
    if not turn.facts["officers"]:
        return Say("roster-nobody-there", {"unit": turn.facts["unit_name"]}, options=(NOBODY,))
    params = {"when": roster.in_words(_when(turn), turn.language)}
    return Say("roster-ask-who", params, options=(*_officers(turn), NOBODY))


def _ask_stand_in(turn: Turn) -> Say:
    return Say("roster-ask-stand-in", options=(*_officers(turn, turn.answer("who")), NO_STAND_IN))


def _officers(turn: Turn, but: int | None = None) -> tuple[Option, ...]:
    known = turn.facts["officers"]
    return tuple(Option(f"duty:{person}", label) for person, label in known.items() if person != but)


def _chosen(key: str) -> Any:
    def read(answer: Answer, turn: Turn) -> Outcome:
        ask = _ask_who if key == "who" else _ask_stand_in
        if answer.kind is not InboundKind.TEXT and answer.picked is None:
            return Retry(ask(turn))
        known = {f"duty:{person}": person for person in turn.facts["officers"]}
        if answer.picked == NOBODY.payload:
            return Got({key: None})
        return Got({key: known[answer.picked]}) if answer.picked in known else Retry(ask(turn))

    return read


def _set(turn: Turn) -> roster.SetShift:
    return roster.SetShift(turn.answer("unit"), _when(turn), turn.answer("who"), turn.answer("stand_in"))


def _done(turn: Turn) -> Say:
    again = (Option(f"roster:set:{turn.answer('unit')}", Text("roster-set-more")),)
    params: dict[str, Any] = {
        "unit": turn.facts["unit_name"],
        "when": roster.in_words(_when(turn), turn.language),
    }
    who = turn.answer("who")
    if who is None:
        return Say("roster-set-by-role", params, options=again)
    labels = turn.facts["officers"]
    stand_in = labels.get(turn.answer("stand_in")) or Text("roster-nobody")
    return Say("roster-set", {**params, "who": labels[who], "stand_in": stand_in}, options=again)


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("unit", _ask_unit, _read_unit),
        Do("look", lambda turn: roster.Look(turn.answer("unit"))),
        Tell("shown", _shown),
        Ask("when", _ask_when, _read_when),
        Ask("who", _ask_who, _chosen("who")),
        Ask("stand_in", _ask_stand_in, _chosen("stand_in"), when=lambda turn: bool(turn.answer("who"))),
        Do("set", _set),
        Tell("done", _done),
    ),
)


def load(uow: UnitOfWork, by: Acting, session: Session) -> dict[str, Any]:
    """Read the units whose roster the acting person may set, and of the one chosen its officers and shifts."""
    mine = roster.set_by(by.person)
    units = {communes.in_sentence(u): u.id for u in uow.units.all() if mine is None or u.id in mine}
    chosen = session.answers.get("unit")
    facts: dict[str, Any] = {
        "units": units,
        "desk": by.around.desk,
        "officers": {},
        "shifts": [],
        "drops": (),
        "unit_name": "",
    }
    if chosen is None or chosen not in units.values():
        return facts
    shifts = uow.roster.of_units((chosen,), by.now)[-MOST_LISTED:]
    facts["unit_name"] = communes.in_sentence(uow.units.get(chosen))
    facts["officers"] = {p: roster.called(uow, p, chosen) for p in roster.officers(uow, chosen)}
    facts["shifts"] = [_line(uow, by, one) for one in shifts]
    facts["drops"] = tuple(
        Option(
            f"roster:drop:{one.id}",
            Text("roster-drop", {"when": roster.in_words(one.when, by.person.language)}),
        )
        for one in shifts
    )
    return facts


def _line(uow: UnitOfWork, by: Acting, shift: Any) -> Text:
    who = roster.called(uow, shift.person_id, shift.unit_id)
    when = roster.in_words(shift.when, by.person.language)
    if shift.stand_in_id is None:
        return Text("roster-line", {"when": when, "who": who})
    stand_in = roster.called(uow, shift.stand_in_id, shift.unit_id)
    return Text("roster-line-stand-in", {"when": when, "who": who, "stand_in": stand_in})


def begin(by: Acting) -> Start:
    """Begin to set a roster; one who may set none is told who can."""
    mine = roster.set_by(by.person)
    if mine is not None and not mine:
        return Answered((Say("roster-not-yours"),))
    return Begin(NAME, {"unit": mine[0]} if mine is not None and len(mine) == 1 else {})


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["who"]:
            return Answered(on_duty(uow, by))
        case ["drop", number] if number.isdecimal() and len(number) < 10:
            roster.drop_shift(uow, roster.DropShift(int(number)), by)
            return Answered((Say("roster-dropped"),))
        case ["set", number] if number.isdecimal() and len(number) < 10:
            if roster.may_set(by.person, int(number)):
                return Begin(NAME, {"unit": int(number)})
    return begin(by)


# Asking


def heard(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Answer "ai đang trực xã …?" and open the roster for "lịch trực"; None for anything else."""
    place = place_asked(text)
    if place is not None:
        return Answered(on_duty(uow, by, place))
    is_officer = by.person.has_role(*access.OFFICERS, *access.OVERSEERS)
    return begin(by) if is_officer and wants_roster(text) else None


def on_duty(uow: UnitOfWork, by: Acting, place: str | None = None) -> tuple[Say, ...]:
    """Return who is on duty in the acting person's units; whoever is no officer learns how to reach them, no name."""
    units = _units_asked(uow, by, place)
    if not units:
        return (Say("roster-ask-officer", options=(menu.HANDOFF,)),)
    lines = [_on_duty(uow, by, unit) for unit in units[:MOST_LISTED]]
    mine = roster.set_by(by.person)
    settable = mine is None or any(unit in mine for unit in units)
    options = (Option("roster:set", Text("roster-open")),) if settable else ()
    return (Say("roster-on-duty", {"lines": lines}, options=options),)


def _units_asked(uow: UnitOfWork, by: Acting, place: str | None) -> list[int]:
    remit = access.remit_of(uow, by.person)
    if place is not None:
        names = {communes.in_sentence(u): u.id for u in uow.units.all() if remit is None or u.id in remit}
        found = match_places(place, tuple(names), limit=1)
        if found and found[0].score >= SURE:
            return [names[found[0].name]]
    own = list(by.person.units(*access.OFFICERS, "coordinator"))
    office = uow.units.coordinating()
    return own or ([office.id] if office is not None and by.person.has_role(*access.OVERSEERS) else [])


def _on_duty(uow: UnitOfWork, by: Acting, unit_id: int) -> Text:
    unit = communes.in_sentence(uow.units.get(unit_id))
    first, stand_in, by_roster = roster.now_on_duty(uow, unit_id, by.now)
    if first is None:
        return Text("roster-now-nobody", {"unit": unit})
    who = roster.called(uow, first, unit_id)
    key = "roster-now" if by_roster else "roster-now-by-role"
    if stand_in is None:
        return Text(key, {"unit": unit, "who": who})
    params = {"unit": unit, "who": who, "stand_in": roster.called(uow, stand_in, unit_id)}
    return Text(f"{key}-stand-in", params)


ENTRY = Entry(
    NAME,
    flow=FLOW,
    load=load,
    commands={roster.Look: roster.look, roster.SetShift: roster.set_shift},
    taps={"roster": _tap},
    words=heard,
)
