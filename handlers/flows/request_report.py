"""The coordinator asks units for a report out of turn, looks who has answered, takes it back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Reopen, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.duty_words import shorten
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import plan_view
from handlers.flows.request_words import (
    asks_how_it_stands,
    parted_by_and,
    read_due,
    read_request,
    wants_to_ask,
)
from handlers.flows.unit_names_asked import known_names, read_names
from handlers.services import access, plans, requests
from handlers.services.fan_out import registry
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

LISTED = 6
NAMES = 6
EVERYBODY, COMMUNES, OFFICES = "all", "communes", "offices"
_GROUPS = {
    EVERYBODY: ("tat ca", "tat ca don vi", "tat ca cac don vi", "cac don vi", "cac don vi, dia phuong", "toan bo"),
    COMMUNES: (
        "cac xa", "cac xa phuong", "cac xa, phuong", "cac xa, phuong, dac khu", "cac phuong", "cac dia phuong",
        "tat ca cac xa", "ubnd cac xa", "uy ban nhan dan cac xa, phuong, dac khu", "cac xa va phuong", "xa phuong",
    ),
    OFFICES: ("cac so", "cac so nganh", "cac so, nganh", "cac phong", "cac so, ban, nganh", "so nganh"),
}  # fmt: skip


def _group_options(turn: Turn) -> tuple[Option, ...]:
    groups: Mapping[str, Sequence[int]] = turn.facts["groups"]
    return tuple(
        Option(f"who:{name}", Text(f"request-who-{name}", {"count": len(groups[name])}))
        for name in (COMMUNES, OFFICES, EVERYBODY)
        if groups[name]
    )


def _ask_who(turn: Turn) -> Say:
    return Say("request-ask-who", options=_group_options(turn))


def _read_who(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked and answer.picked.startswith("who:"):
        return Got({"who": list(turn.facts["groups"].get(answer.picked.removeprefix("who:"), ()))})
    ids, unclear = turn.facts["read"](answer.text)
    if unclear or not ids:
        names = "; ".join(unclear) or answer.text.strip()
        return Retry(Say("request-who-unclear", {"names": shorten(names)}, options=_group_options(turn)))
    return Got({"who": list(ids)})


def _ask_what(_turn: Turn) -> Say:
    return Say("request-ask-what")


def _read_what(answer: Answer, _turn: Turn) -> Outcome:
    said = " ".join(answer.text.split())
    if answer.picked or not said:
        return Retry(Say("progress-words-needed"))
    if len(said) > requests.LONGEST_SUBJECT:
        return Retry(Say("request-what-long", {"most": requests.LONGEST_SUBJECT}))
    return Got({"what": said})


def _ask_due(_turn: Turn) -> Say:
    return Say("request-ask-due", numeric=True)


def _read_due(answer: Answer, turn: Turn) -> Outcome:
    day = read_due(answer.text, turn.facts["today"]) if answer.kind is InboundKind.TEXT else None
    if day is None:
        return Retry(Say("progress-date-form", numeric=True))
    trouble = requests.due_problem(day, turn.facts["today"])
    return Retry(Say(trouble, numeric=True)) if trouble else Got({"due": day.isoformat()})


_SURE = (Option("confirm:yes", Text("choice-send")), Option("confirm:fix", Text("choice-fix")))


def _ask_sure(turn: Turn) -> Say:
    names = [turn.facts["names"][unit] for unit in turn.answer("who")]
    params = {
        "count": len(names),
        "names": plan_view.names_text(names, shown=NAMES),
        "subject": turn.answer("what"),
        "due": date.fromisoformat(turn.answer("due")),
    }
    return Say("request-confirm", params, options=_SURE)


def _read_sure(answer: Answer, turn: Turn) -> Outcome:
    said = understand(answer.text).intent if not answer.picked else None
    if answer.picked == "confirm:yes" or said is Intent.YES or fold(answer.text).strip(" .!") == "gui":
        return Got({"sure": True})
    if answer.picked == "confirm:fix" or said is Intent.NO:
        return Reopen(("who", "what", "due", "sure"))
    return Retry(_ask_sure(turn))


def _told(turn: Turn) -> Say:
    made = turn.answer("send")
    look = Option(f"request:open:{made['code']}", Text("request-who-answered"))
    params = {"code": made["code"], "count": made["units"]}
    if not made["unreachable"]:
        return Say("request-sent", params, options=(look,))
    names = plan_view.names_text(made["unreachable"], shown=NAMES)
    return Say(
        "request-sent-some", {**params, "lost": len(made["unreachable"]), "names": names}, options=(look,)
    )


REQUEST = Flow(
    name="request_report",
    steps=(
        Ask("who", _ask_who, _read_who),
        Ask("what", _ask_what, _read_what, free_text=True),
        Ask("due", _ask_due, _read_due),
        Ask("sure", _ask_sure, _read_sure),
        Do(
            "send",
            lambda turn: requests.Send(
                turn.answer("what"), tuple(turn.answer("who")), date.fromisoformat(turn.answer("due"))
            ),
        ),
        Tell("told", _told),
    ),
)


def _load(uow: UnitOfWork, by: Acting, _session: Session) -> Mapping[str, Any]:
    units = [u for u in uow.units.all() if not u.coordinates]
    groups = _groups(uow)
    return {
        "names": {u.id: u.name for u in units},
        "groups": groups,
        "today": local(by.now).date(),
        "read": lambda text: _who_meant(uow, groups, text),
    }


def _groups(uow: UnitOfWork) -> Mapping[str, tuple[int, ...]]:
    units = [u for u in uow.units.all() if not u.coordinates]
    return {
        EVERYBODY: tuple(u.id for u in units if u.kind in ("commune", "office")),
        COMMUNES: tuple(u.id for u in units if u.kind == "commune"),
        OFFICES: tuple(u.id for u in units if u.kind == "office"),
    }


def _who_meant(
    uow: UnitOfWork, groups: Mapping[str, tuple[int, ...]], text: str
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the units a text names, and the pieces that are unclear."""
    said = fold(text).strip(" .,;")
    group = next((name for name, words in _GROUPS.items() if said in words), None)
    if group is not None:
        return groups[group], ()
    known = known_names(registry(uow))
    named = read_names(text, known)
    if named.unclear:  # "xã A và xã B"; a name that has the word itself was known as it stands
        named = read_names(parted_by_and(text), known)
    own = {u.id for u in uow.units.all() if u.coordinates}
    ids = dict.fromkeys(i for name in named.sure for i in known.ids[name] if i not in own)
    return tuple(ids), named.unclear


def words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a request said in one sentence, or a question how one stands; None for anything else."""
    if not by.person.has_role(*access.OVERSEERS):
        return None
    if by.person.has_role("coordinator", "admin"):
        if wants_to_ask(text):
            return Begin("request_report")
        known = _known(uow, by, text)
        if known:
            return Begin("request_report", known)
    return _asked(uow, by) if asks_how_it_stands(text) else None


def is_request(uow: UnitOfWork, by: Acting, text: str) -> bool:
    """Whether somebody who may asks units for a report: "yêu cầu các xã báo cáo tai nạn" reports no accident."""
    return by.person.has_role("coordinator", "admin") and bool(_known(uow, by, text))


def _known(uow: UnitOfWork, by: Acting, text: str) -> dict[str, Any]:
    """Return what a request said in one sentence answers; nothing where it names neither units nor a day."""
    today = local(by.now).date()
    wanted = read_request(text, today)
    if wanted is None:
        return {}
    known: dict[str, Any] = {}
    ids, unclear = _who_meant(uow, _groups(uow), wanted.who)
    if ids and not unclear:
        known["who"] = list(ids)
    if wanted.due is not None and requests.due_problem(wanted.due, today) is None:
        known["due"] = wanted.due.isoformat()
    if known and wanted.what and len(wanted.what) <= requests.LONGEST_SUBJECT:
        known["what"] = wanted.what
    return known


def _asked(uow: UnitOfWork, by: Acting) -> Start:
    """Answer at once where there is one request, else list them."""
    found = requests.latest(uow, by.person, LISTED)
    if len(found) == 1:
        return Answered((_shown(uow, by, found[0].code),))
    return Answered((_listed(uow, by),))


def _listed(uow: UnitOfWork, by: Acting) -> Say:
    found = requests.latest(uow, by.person, LISTED)
    new = (
        (Option("request:start", Text("request-new")),) if by.person.has_role("coordinator", "admin") else ()
    )
    if not found:
        return Say("request-none", {"at": by.now}, options=new)
    options = []
    for plan in found:
        stands = requests.standing(uow, plan)
        total = len(stands.answered) + len(stands.owing)
        params = {"subject": shorten(plan.title, 40), "answered": len(stands.answered), "count": total}
        options.append(Option(f"request:open:{plan.code}", Text("request-line", params)))
    return Say("request-list", {"at": by.now}, options=(*options, *new))


def _shown(uow: UnitOfWork, by: Acting, code: str) -> Say:
    """Say who has answered and who has not."""
    plan = requests.access_request_for(uow, by.person, code)
    stands = requests.standing(uow, plan)
    params: dict[str, Any] = {
        "at": by.now,
        "code": plan.code,
        "subject": plan.title,
        "answered": len(stands.answered),
        "count": len(stands.answered) + len(stands.owing),
    }
    if plan.state == requests.WITHDRAWN:
        return Say("request-was-withdrawn", params)
    if not stands.owing:
        return Say("request-all-answered", params)
    params |= {
        "due": stands.due_on or "",
        "names": plan_view.names_text([r.unit_name for r in stands.owing], shown=12),
    }
    coordinates = by.person.has_role("coordinator", "admin")
    back = (Option(f"request:withdraw:{plan.code}", Text("choice-withdraw-request")),) if coordinates else ()
    return Say("request-standing", params, options=back)


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `request:list`, `:start`, `:open:<code>`, `:withdraw:<code>` and `:withdrawn:<code>`."""
    match args:
        case ["list"]:
            return Answered((_listed(uow, by),))
        case ["start"]:
            plans.coordinating(by)
            return Begin("request_report")
        case ["open", code]:
            return Answered((_shown(uow, by, code),))
        case ["withdraw", code]:
            plans.coordinating(by)
            plan = requests.access_request_for(uow, by.person, code)
            params = {"code": code, "count": len(requests.standing(uow, plan).owing)}
            sure = Option(f"request:withdrawn:{code}", Text("choice-withdraw-request"))
            keep = Option(f"request:open:{code}", Text("choice-no"))
            return Answered((Say("request-withdraw-sure", params, options=(sure, keep)),))
        case ["withdrawn", code]:
            count = requests.withdraw(uow, requests.Withdraw(code), by)["units"]
            return Answered((Say("request-withdrawn", {"code": code, "count": count}),))
    raise BadInputError("button-old")


ENTRY = Entry(
    "request_report",
    flow=REQUEST,
    load=_load,
    commands={requests.Send: requests.send},
    taps={"request": _tap},
    words=words,
)
