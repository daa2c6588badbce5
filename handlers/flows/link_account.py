"""Binding a person to a unit and a role by an invitation, and making invitations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.errors import NotAllowedError
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.places import match_places
from handlers import menu
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.services import employers, linking, links, people
from messages.envelope import Option, OutFile, Say, Text
from messages.words import LOCAL
from storage.unit_of_work import UnitOfWork

SURE = 95.0
TAX_CODE = (10, 12, 13)  # how many figures one may have
NO_UNIT = 0  # it is an employer, known once it is looked up


def _ask_code(_turn: Turn) -> Say:
    return Say("link-ask-code")


def _read_code(answer: Answer, _turn: Turn) -> Outcome:
    code = menu.invitation_code(answer.text)
    return Retry(Say("link-code-form")) if code is None else Got({"code": code})


def _ask_sure(turn: Turn) -> Say:
    seen = turn.answer("look")
    joins = seen["role"] == people.LINK_ROLE
    yes = Text("choice-join" if joins else "choice-accept")
    options = (Option("sure:yes", yes), Option("sure:no", Text("choice-no")))
    if joins:
        return Say("link-sure-app", options=options)
    role = Text(f"role-{seen['role']}")
    if seen["unit"] is None:
        return Say("link-sure-role", {"role": role}, options=options)
    return Say("link-sure", {"role": role, "unit": seen["unit"]}, options=options)


def _read_sure(answer: Answer, turn: Turn) -> Outcome:
    said = understand(answer.text).intent if answer.picked is None else None
    if answer.picked == "sure:yes" or said is Intent.YES:
        return Got({"sure": True})
    if answer.picked == "sure:no" or said is Intent.NO:
        return Leave(Say("link-declined"))
    return Retry(_ask_sure(turn))


def _linked(turn: Turn) -> Say:
    result = turn.answer("accept")
    if result["role"] == people.LINK_ROLE:
        return Say("link-asked")
    role = Text(f"role-{result['role']}")
    if result["unit"] is None:
        return Say("link-done-no-unit", {"role": role})
    return Say("link-done", {"role": role, "unit": result["unit"]})


LINK = Flow(
    name="link_account",
    steps=(
        Ask("code", _ask_code, _read_code),
        Do("look", lambda turn: linking.Look(turn.answer("code"))),
        Ask("sure", _ask_sure, _read_sure),
        Do("accept", lambda turn: linking.Accept(turn.answer("code"))),
        Tell("linked", _linked),
    ),
)


def _ask_unit(turn: Turn) -> Say:
    return Say("invite-ask-unit-or-employer" if turn.facts["employers"] else "invite-ask-unit")


def _read_unit(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked and answer.picked.startswith("unit:"):
        return _picked_unit(answer.picked.removeprefix("unit:"), turn)
    code = "".join(c for c in answer.text if c.isdigit())
    if len(code) in TAX_CODE and turn.facts["employers"]:
        return Got({"unit": NO_UNIT, "tax_code": code, "role": "employer"})
    names: Mapping[str, int] = turn.facts["units"]
    found = match_places(answer.text, tuple(names), limit=4)
    if not found:
        return Retry(Say("invite-unit-unknown"))
    if found[0].score >= SURE and (len(found) == 1 or found[1].score < found[0].score):
        return Got({"unit": names[found[0].name]}, Say("heard-unit", {"unit": found[0].name}))
    options = tuple(Option(f"unit:{names[match.name]}", match.name) for match in found)
    return Retry(Say("invite-which-unit", options=options))


def _picked_unit(number: str, turn: Turn) -> Outcome:
    if number.isdecimal() and int(number) in turn.facts["names"]:
        return Got({"unit": int(number)})
    return Retry(Say("invite-unit-unknown"))


def _ask_role(_turn: Turn) -> Say:
    return Say(
        "invite-ask-role",
        options=tuple(Option(f"role:{role}", Text(f"role-{role}")) for role in people.ROLES),
    )


def _read_role(answer: Answer, _turn: Turn) -> Outcome:
    if answer.picked and answer.picked.startswith("role:"):
        return Got({"role": answer.picked.removeprefix("role:")})
    return Retry(Say("choose-one"))


def _made(turn: Turn) -> Say:
    made, found = turn.answer("invite"), turn.answer("employer")
    say = Say(
        "invite-made",
        {
            "code": made["code"],
            "unit": found["name"] if found else turn.facts["names"][turn.answer("unit")],
            "role": Text(f"role-{turn.answer('role')}"),
            "until": datetime.fromisoformat(made["expires_at"]).astimezone(LOCAL).date(),
        },
        options=(Option(f"invite:revoke:{made['id']}", Text("choice-revoke")),),
    )
    return links.with_link(say, made)


def _is_employer(turn: Turn) -> bool:
    return turn.answer("tax_code") is not None


def _invitation(turn: Turn) -> people.Invite:
    found = turn.answer("employer")
    return people.Invite(found["unit"] if found else turn.answer("unit"), turn.answer("role"))


INVITE = Flow(
    name="invite",
    steps=(
        Ask("unit", _ask_unit, _read_unit),
        Do("employer", lambda turn: employers.Find(turn.answer("tax_code")), when=_is_employer),
        Ask("role", _ask_role, _read_role),
        Do("invite", _invitation),
        Tell("made", _made),
    ),
)


def _load_units(uow: UnitOfWork, _by: Acting, _session: Session) -> Mapping[str, Any]:
    units = uow.units.all()
    return {
        "units": {u.name: u.id for u in units},
        "names": {u.id: u.name for u in units},
        "employers": uow.employers.any(),
    }


def _tap_invite(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
    if args[:1] == ["revoke"] and len(args) == 2 and args[1].isdecimal() and len(args[1]) < 10:
        people.revoke(uow, people.Revoke(int(args[1])), by)
        return Answered((Say("invite-revoked"),))
    return Begin("invite")


def _tap_join(_uow: UnitOfWork, _by: Acting, args: list[str]) -> Start:
    """Take a code that was opened as a link, whatever talk is open."""
    code = menu.invitation_code(" ".join(args))
    return Answered((Say("link-code-form"),)) if code is None else Begin("link_account", {"code": code})


ENTRY = Entry(
    "link_account",
    flow=LINK,
    commands={linking.Look: linking.look, linking.Accept: linking.accept},
    taps={"join": _tap_join},
)
INVITE_ENTRY = Entry(
    "invite",
    flow=INVITE,
    load=_load_units,
    commands={people.Invite: people.invite, employers.Find: employers.find},
    taps={"invite": _tap_invite},
    results={"invitation_qr": lambda _uow, _by, data: Answered((_picture(data),))},
)


def _picture(data: Mapping[str, Any]) -> Say:
    picture = OutFile(int(data["attachment"]), "ma-moi.png", "image/png")
    if "link" not in data:
        return Say("invite-picture", files=(picture,))
    return Say("invite-picture-link", {"app": Text(f"channel-{data['app']}")}, files=(picture,))
