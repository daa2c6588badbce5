"""What was done with a form: when, by what means and to whom it was sent, and what the receiver confirmed."""

from collections.abc import Mapping
from typing import Any

from domain.errors import NotAllowedError
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import MomentType, read_moment
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Entry
from handlers.flows import accident_words as words
from handlers.services import access, declarations, papers
from messages.envelope import InboundKind, Option, Say, Text
from storage.unit_of_work import UnitOfWork

_SCAN = 200
_SAID = {
    "in_person": ("truc tiep", "tan noi", "mang den", "in person"),
    "telephone": ("dien thoai", "goi dien", "goi", "phone", "telephone"),
    "fax": ("fax", "phach"),
    "telegram": ("cong dien", "official telegram"),
    "email": ("thu dien tu", "email", "e-mail", "mail", "gmail"),
}
"""How people name the means; "zalo" and the like are none the law names, and are asked about again."""


def now_option() -> Option:
    """Return the choice of this very minute."""
    return Option("sent:now", Text("accident-just-now"))


def _ask_when(turn: Turn) -> Say:
    return Say(
        "declaration-ask-when", {"form": turn.answer("name"), "of": _steps(turn)}, options=(now_option(),)
    )


def read_when(answer: Answer, turn: Turn) -> Outcome:
    """Read when something was done; nothing to come is taken."""
    if answer.picked == "sent:now":
        at = turn.now.replace(second=0, microsecond=0)
        return _got_when({"type": MomentType.DATETIME.value, "value": at.isoformat()})
    hint = Say("declaration-when-how", options=(now_option(),))
    if answer.kind is not InboundKind.TEXT:
        return Retry(hint)
    found = read_moment(answer.text[:_SCAN], turn.now)
    if found.type == MomentType.FUTURE:
        return Retry(Say("declaration-when-future", options=(now_option(),)))
    if found.value is None:
        return Retry(hint)
    return _got_when({"type": found.type.value, "value": found.value})


def _got_when(at: dict[str, str]) -> Outcome:
    return Got({"when": at}, words.noted([Text("accident-dot", {"what": words.moment(at)})]))


def means_options() -> tuple[Option, ...]:
    """Return the means the law names."""
    return tuple(Option(f"means:{name}", Text(f"declaration-means-{name}")) for name in declarations.MEANS)


def _steps(turn: Turn) -> int:
    """Return how many questions there are: to whom is asked where there are several."""
    return 3 if _several(turn) else 2


def _ask_means(turn: Turn) -> Say:
    return Say("declaration-ask-means", {"of": _steps(turn)}, options=means_options())


def read_means(answer: Answer, _turn: Turn) -> Outcome:
    """Read one of the means the law names."""
    if answer.picked is not None and answer.picked.removeprefix("means:") in declarations.MEANS:
        return Got({"means": answer.picked.removeprefix("means:")})
    said = f" {fold(answer.text[:_SCAN])} "
    found = [name for name, forms in _SAID.items() if any(f" {word} " in said for word in forms)]
    if len(found) == 1:
        return Got({"means": found[0]})
    return Retry(Say("declaration-means-how", options=means_options()))


def _several(turn: Turn) -> bool:
    return len(turn.facts["to"]) > 1


def _to_options(turn: Turn) -> tuple[Option, ...]:
    each = tuple(Option(f"to:{number}", name) for number, name in enumerate(turn.facts["to"]))
    return (*each, Option("to:all", Text("declaration-to-all")))


def _ask_to(turn: Turn) -> Say:
    return Say("declaration-ask-to", options=_to_options(turn))


def _read_to(answer: Answer, turn: Turn) -> Outcome:
    to: tuple[str, ...] = turn.facts["to"]
    said = fold(answer.text[:_SCAN]).strip(" .")
    if answer.picked == "to:all" or said in ("tat ca", "ca hai", "het", "all", "both"):
        return Got({"to": list(to)})
    found = [name for number, name in enumerate(to) if answer.picked == f"to:{number}"]
    if not found and answer.picked is None:
        found = [name for name in to if said and (said in fold(name) or fold(name).split(" (")[0] in said)]
    return Got({"to": found}) if found else Retry(Say("choose-one", options=_to_options(turn)))


def _record(turn: Turn) -> declarations.RecordDeclaration:
    to = turn.answer("to") or list(turn.facts["to"])
    return declarations.RecordDeclaration(
        turn.answer("code"), turn.answer("form"), turn.answer("when"), turn.answer("means"), tuple(to)
    )


def _kept(turn: Turn) -> Say:
    code = turn.answer("code")
    officer = turn.answer("kept", {}).get("officer")
    options = (Option(f"form:receipt:{code}", Text("receipt-add")),) if officer else ()
    params = {
        "code": code,
        "form": turn.answer("name"),
        "when": words.moment(turn.answer("when")),
        "means": Text(f"declaration-means-{turn.answer('means')}"),
    }
    return Say("declaration-kept", params, options=options)


SENT = Flow(
    name="declaration",
    steps=(
        Ask("when", _ask_when, read_when),
        Ask("means", _ask_means, read_means),
        Ask("to", _ask_to, _read_to, when=_several),
        Do("kept", _record),
        Tell("told", _kept),
    ),
    left=lambda turn: Say("declaration-left", {"code": turn.answer("code")}),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    """Load to whom the form goes; to nobody any more where the case is no longer theirs."""
    code, form = session.answers["code"], session.answers["form"]
    case = uow.accidents.by_code(code)
    if case is None or not access.may_see(uow, by.person, case):
        return {"to": ()}
    offers = papers.offers(uow, by.person, case, uow.accidents.facts(case.id))
    return {"to": next((offer.to for offer in offers if offer.form == form), ())}


# The receiver's confirmation


def check_officer(uow: UnitOfWork, by: Acting, code: str) -> None:
    """Raise NotAllowedError for anybody but an officer on the case."""
    if not access.is_officer_on(uow, by.person, access.access_case_for(uow, by.person, code)):
        raise NotAllowedError("not-allowed")


def _ask_receipt(turn: Turn) -> Say:
    return Say("receipt-ask", {"code": turn.answer("code")})


def _read_receipt(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or not answer.text.strip():
        return Retry(Say("receipt-how"))
    return Got({"said": answer.text.strip()[: declarations.MOST_WORDS]})


RECEIPT = Flow(
    name="declaration_receipt",
    steps=(
        Ask("said", _ask_receipt, _read_receipt, free_text=True),
        Do("kept", lambda turn: declarations.RecordReceipt(turn.answer("code"), turn.answer("said"))),
        Tell("told", lambda turn: Say("receipt-kept", {"code": turn.answer("code")})),
    ),
    left=lambda turn: Say("declaration-left", {"code": turn.answer("code")}),
)


def lines(facts: Mapping[str, Any]) -> list[Text]:
    """Return what was said about declaring a case, as lines of the officer's page."""
    said = [
        Text(
            f"declaration-line-{item['by']}",
            {
                "form": item["form"],
                "when": words.moment(item["at"]),
                "means": Text(f"declaration-means-{item['means']}"),
                "to": ", ".join(item["to"]),
            },
        )
        for item in facts.get(declarations.DECLARED) or ()
    ]
    receipts = facts.get(declarations.RECEIVED) or ()
    return [*said, *(Text("receipt-line", {"what": words.shortened(item["said"])}) for item in receipts)]


SENT_ENTRY = Entry(
    "declaration",
    flow=SENT,
    load=_load,
    commands={declarations.RecordDeclaration: declarations.record_declaration},
)
RECEIPT_ENTRY = Entry(
    "declaration_receipt",
    flow=RECEIPT,
    commands={declarations.RecordReceipt: declarations.record_receipt},
)
