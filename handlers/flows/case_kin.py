"""Reports of one accident: put side by side for an officer, joined, told apart, or taken out again.

A reporter never sees another's words; an officer sees accounts by their number, and never who is behind a number.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.accident import find_case_codes
from domain.case_groups import KIND, Difference, differences
from domain.errors import NotAllowedError
from domain.likeness import compare
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_words as words
from handlers.services import access, case_joins, case_kin
from messages.envelope import InboundKind, Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

NAME = "case_kin"
MOST_SHOWN = 4
LONG = 300
_SHOWN = (
    "happened",
    "place",
    "people",
    "what",
    "opening",
    "workplace",
    "contract",
    "injury_1",
    "injury_2",
    "injury_3",
)
"""What of an account is laid beside another: nothing that says who told it or whom it names."""
_REASONS = {
    "join": ("place-time", "called", "victim"),
    "apart": ("place", "time", "victim"),
    "part": ("wrong", "called"),
}
_TOGETHER = re.compile(r"\b(?:gop|nhap|ghep|cung mot|cung 1|trung|so sanh|so|merge|join|compare|same)\b")
_NEVER_MIND = frozenset({"thoi", "khong", "khong gop", "khong tach", "de sau", "no", "never mind"})

# On the officer's page


@dataclass(frozen=True, slots=True)
class OnPage:
    """What the officer's page of a case says of reports of the same accident, with its buttons."""

    lines: tuple[Text, ...] = ()
    options: tuple[Option, ...] = ()


def on_page(uow: UnitOfWork, by: Acting, case: AccidentRecord) -> OnPage:
    """Return what the page says of those joined with the case, or else of those that perhaps should be."""
    members = case_kin.together(uow, case)
    if len(members) > 1:
        named = [
            Text("case-kin-one", {"code": one.code, "number": at}) for at, one in enumerate(members, start=1)
        ]
        own = members.index(case) + 1
        line = Text("case-kin-joined-line", {"number": own, "count": len(members), "reports": _in_row(named)})
        return OnPage((line,), (Option(f"kin:all:{case.code}", Text("case-kin-accounts")),))
    found = [one.case.code for one in case_kin.offers(uow, by.person, case)]
    if not found:
        return OnPage()
    options = (
        Option(f"kin:see:{case.code}:{code}", Text("case-kin-compare-with", {"code": code})) for code in found
    )
    return OnPage((Text("case-kin-perhaps", {"codes": ", ".join(found)}),), tuple(options))


def _in_row(parts: Sequence[Text]) -> Text:
    whole = parts[0]
    for part in parts[1:]:
        whole = Text("case-kin-and", {"one": whole, "two": part})
    return whole


# Side by side


def see(uow: UnitOfWork, by: Acting, code: str, other: str) -> Start:
    """Lay two reports side by side; raises NotAllowedError for one who is no officer on both."""
    pair = tuple(sorted((_on(uow, by, code), _on(uow, by, other)), key=lambda case: case.id))
    if len({case.id for case in pair}) < 2:
        return Answered((Say("case-kin-itself", {"code": pair[0].code}),))
    if pair[1].id in case_kin.ids_with(uow, pair[0].id):
        return every(uow, by, code)
    facts = uow.accidents.facts_of(case.id for case in pair)
    one, two = ((case_kin.profile(case, facts.get(case.id, {})), facts.get(case.id, {})) for case in pair)
    reasons = [Text(f"case-kin-like-{name}") for name in compare(one[0], two[0]).reasons]
    ends = [Text("case-kin-alike", {"what": _in_row(reasons)})] if reasons else []
    both = f"{pair[0].code}:{pair[1].code}"
    options = (
        Option(f"kin:join:{both}", Text("case-kin-same")),
        Option(f"kin:apart:{both}", Text("case-kin-other")),
        *(Option(f"case:open:{case.code}", case.code) for case in pair),
    )
    body = [*_accounts(uow, by, pair, pair), *_differing(differences((one, two)), by.person.language), *ends]
    return Answered((Say("case-kin-side", {"lines": body}, options=options),))


def every(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Show all accounts of one accident that the person may see, and how many they may not."""
    case = _on(uow, by, code)
    members = case_kin.together(uow, case)
    seen = tuple(one for one in members if access.may_see(uow, by.person, one))
    facts = uow.accidents.facts_of(one.id for one in seen)
    accounts = [(case_kin.profile(one, facts.get(one.id, {})), facts.get(one.id, {})) for one in seen]
    body = [
        *_accounts(uow, by, members, seen[:MOST_SHOWN]),
        *_differing(differences(accounts), by.person.language),
    ]
    if hidden := len(members) - min(len(seen), MOST_SHOWN):
        body.append(Text("case-kin-hidden", {"count": hidden}))
    others = tuple(Option(f"case:open:{one.code}", one.code) for one in seen if one.id != case.id)
    part = (Option(f"kin:part:{case.code}", Text("case-kin-part")),) if len(members) > 1 else ()
    return Answered((Say("case-kin-side", {"lines": body}, options=(*others[:MOST_SHOWN], *part)),))


def _accounts(
    uow: UnitOfWork, by: Acting, members: Sequence[AccidentRecord], shown: Sequence[AccidentRecord]
) -> list[Text]:
    found: list[Text] = []
    facts = uow.accidents.facts_of((one.id for one in shown), _SHOWN)
    for one in shown:
        number = [member.id for member in members].index(one.id) + 1
        found.append(Text("case-kin-account", {"number": number, "code": one.code, "at": one.created_at}))
        told = words.lines(facts.get(one.id, {}), _SHOWN, by.person.language, LONG)
        found += told or [Text("accident-review-nothing")]
        uow.audit.add("case_opened", f"case:{one.code}", person_id=by.person.id, now=by.now)
    return found


def _differing(found: Sequence[Difference], language: str) -> list[Text]:
    lines = []
    for one in found:
        said = [
            Text("case-kin-says", {"number": number, "what": _value(one.field, value, language)})
            for number, value in one.said
        ]
        field = Text(f"case-kin-field-{one.field}")
        lines.append(Text("case-kin-differ", {"field": field, "said": _in_row(said)}))
    return lines


def _value(field: str, value: Any, language: str) -> Text | str:
    return Text(f"case-kind-{value}") if field == KIND else words.fact(field, value, language)


def _on(uow: UnitOfWork, by: Acting, code: str) -> AccidentRecord:
    case = access.access_case_for(uow, by.person, code.upper())
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    return case


# Deciding, with a reason


def _ask_reason(turn: Turn) -> Say:
    act = turn.answer("act")
    options = tuple(Option(f"kin-why:{name}", Text(f"case-kin-why-{act}-{name}")) for name in _REASONS[act])
    params = {"code": turn.answer("code"), "other": turn.answer("other") or ""}
    return Say(f"case-kin-ask-{act}", params, options=(*options, Option("nav:cancel", Text("choice-stop"))))


def _read_reason(answer: Answer, turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT and answer.picked is None:
        return Retry(Say("case-kin-reason"))
    name = (answer.picked or "").removeprefix("kin-why:")
    if name in _REASONS[turn.answer("act")]:
        return Got({"reason": name})  # kept by its name: short, and it names nobody
    if fold(answer.text).strip(" .!") in _NEVER_MIND:
        return Leave(Say("case-kin-left", {"code": turn.answer("code")}))
    if answer.picked is not None or not answer.text.strip():
        return Retry(Say("case-kin-reason"))
    return Got({"reason": answer.text})


def _command(turn: Turn) -> Any:
    code, other, reason = turn.answer("code"), turn.answer("other"), turn.answer("reason")
    match turn.answer("act"):
        case "join":
            return case_joins.Join(code, other, reason)
        case "apart":
            return case_joins.TellApart(code, other, reason)
        case _:
            return case_joins.Part(code, reason)


def _done(turn: Turn) -> Say:
    code = turn.answer("code")
    codes = turn.answer("decided") or ()
    params = {"code": code, "other": turn.answer("other") or "", "codes": ", ".join(codes)}
    options = (Option(f"case:open:{code}", Text("case-open")),)
    return Say(f"case-kin-done-{turn.answer('act')}", params, options=options)


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("reason", _ask_reason, _read_reason, free_text=True),
        Do("decided", _command),
        Tell("told", _done),
    ),
    left=lambda turn: Say("case-kin-left", {"code": turn.answer("code")}),
)


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["see", code, other]:
            return see(uow, by, code, other)
        case ["all", code]:
            return every(uow, by, code)
        case [("join" | "apart") as act, code, other]:
            pair = (_on(uow, by, code), _on(uow, by, other))
            return Begin(NAME, {"act": act, "code": pair[0].code, "other": pair[1].code})
        case ["part", code]:
            return Begin(NAME, {"act": "part", "code": _on(uow, by, code).code})
        case _:
            return Answered((Say("button-old"),))


def _on_words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Hear an officer name two cases: "gộp TN-26-7K3F với TN-26-9M4C"."""
    codes = find_case_codes(text)
    if len(codes) != 2 or not _TOGETHER.search(fold(text)):
        return None
    known: Mapping[str, Any] = {code: uow.accidents.by_code(code) for code in codes}
    officer = all(case is not None and access.is_officer_on(uow, by.person, case) for case in known.values())
    return see(uow, by, *codes) if officer else None


ENTRY = Entry(
    NAME,
    flow=FLOW,
    taps={"kin": _on_tap},
    words=_on_words,
    commands={
        case_joins.Join: case_joins.join,
        case_joins.Part: case_joins.part,
        case_joins.TellApart: case_joins.tell_apart,
    },
)
