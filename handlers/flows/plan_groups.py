"""Who is meant: open classes ("… có liên quan") and names nobody knows, each asked about once."""

from collections.abc import Sequence

from domain.unit_successors import successors
from handlers.conversation.answers import Answer, Got, Leave, Outcome, Retry
from handlers.conversation.flow import Turn
from handlers.duty_words import shorten
from handlers.flows import plan_acts, plan_view
from handlers.flows.unit_names_asked import LIMIT, exact, is_hopeless, near, read_names
from handlers.services.fan_out import CHOSEN, EVERYONE, LATER, NOBODY, is_class, key_of
from messages.envelope import Option, Say, Text

PHRASE = 50
_SAID = {
    NOBODY: (
        "khong",
        "khong ai",
        "khong co ai",
        "khong giao",
        "khong giao ai",
        "ko",
        "ko ai",
        "k ai",
        "nobody",
    ),
    LATER: plan_acts.LATER,
    "approve": plan_acts.APPROVE,
}
_ALL = (
    "tat ca",
    "tat ca cac don vi",
    "tat ca don vi",
    "tat ca moi don vi",
    "toan bo",
    "toan bo cac don vi",
    "all",
)


def phrase_now(turn: Turn) -> str | None:
    """Return the phrase to ask about now, None where all have been asked."""
    return next(iter(_left(turn)), None)


def _left(turn: Turn) -> list[str]:
    plan = turn.facts["plan"]
    if plan is None:
        return []
    decisions = plan.reading.get("decisions", {})
    pool = list(plan_view.fan_of(turn).undecided)
    if turn.answer("go") == "approve":
        settled = {key_of(phrase) for phrase in decisions}
        pool = [phrase for phrase in pool if key_of(phrase) not in settled]
    elif turn.answer("go") == "groups":
        pool += decisions if turn.answer("redo") else ()
    else:
        return []
    asked = set(turn.answer("asked", []))
    by_key = {key_of(phrase): phrase for phrase in reversed(pool)}
    return [by_key[key] for key in dict.fromkeys(map(key_of, pool)) if key not in asked]


def _ask_who(turn: Turn) -> Say:
    left = _left(turn)
    phrase = left[0]
    asked = len(turn.answer("asked", []))
    options = [Option(f"pl:near:{at}", name) for at, name in enumerate(_near(turn, phrase))]
    if is_class(phrase):
        options.append(Option("pl:everyone", Text("plan-choice-everyone")))
    options += [
        Option("pl:nobody", Text("plan-choice-nobody")),
        Option("pl:later", Text("plan-choice-later")),
        plan_acts.HUB,
    ]
    return Say(
        "plan-ask-who" if is_class(phrase) else "plan-ask-unknown",
        {"phrase": shorten(phrase, PHRASE), "refs": plan_view.refs_naming(turn, phrase)},
        options=tuple(options),
        step=(asked + 1, asked + len(left)),
    )


def _near(turn: Turn, phrase: str) -> tuple[str, ...]:
    """Return units a single unknown name may mean, who took over from it first; a class is not guessed at."""
    if is_class(phrase):
        return ()
    known = plan_acts.known_to(turn)
    found = successors(phrase, turn.now.date())
    heirs = [name for after in found.after if (name := exact(after, known))] if found else []
    return tuple(name for name in dict.fromkeys((*heirs, *near(phrase, known))) if known.ids.get(name))[
        :LIMIT
    ]


def _read_who(answer: Answer, turn: Turn) -> Outcome:
    phrase = _left(turn)[0]
    said = {**_SAID, EVERYONE: _ALL} if is_class(phrase) else _SAID
    match plan_acts.picked_or_said(answer, said):
        case ["hub"]:
            return leave_groups(turn)
        case ["approve"]:
            return approve_meant(turn)
        case ["near", at] if at.isdigit() and int(at) < len(_near(turn, phrase)):
            return finish(turn, [_near(turn, phrase)[int(at)]])
        case [choice] if choice in {EVERYONE, NOBODY, LATER}:
            return _decide(turn, choice, ())
    if not plan_acts.has_letters(answer):
        return plan_acts.retry(_ask_who(turn), "plan-words-please")
    known = plan_acts.known_to(turn)
    named = read_names(answer.text, known)
    if is_hopeless(named, known):
        return plan_acts.retry(_ask_who(turn), "plan-no-such-unit", {"name": shorten(answer.text, PHRASE)})
    if named.unclear:
        return plan_acts.move({"picked": list(named.sure), "unclear": list(named.unclear)})
    return finish(turn, named.sure)


# Approving while phrases are open


def approve_meant(turn: Turn) -> Outcome:
    """Take "duyệt" where a phrase is asked about: first say how many are open."""
    if not plan_view.is_draft(turn):
        return Retry(Say("plan-approved-already", {"code": plan_view.plan_of(turn).code}))
    return plan_acts.move({"rest": True}, ("picked", "unclear"))


def _ask_rest(turn: Turn) -> Say:
    return Say(
        "plan-ask-rest",
        {"count": str(len(plan_view.fan_of(turn).undecided))},
        options=(
            Option("pl:rest:later", Text("plan-rest-later")),
            Option("pl:rest:choose", Text("plan-rest-choose")),
        ),
    )


def _read_rest(answer: Answer, turn: Turn) -> Outcome:
    said = {"rest:later": (*plan_acts.YES, *plan_acts.LATER, *plan_acts.APPROVE, "de sau het")}
    match plan_acts.picked_or_said(answer, said):
        case ["rest", "later"]:
            asked = [key_of(phrase) for phrase in plan_view.fan_of(turn).undecided]
            again = tuple(key for key in plan_acts.BRANCHES if key != "asked")
            return plan_acts.move({"go": "approve", "asked": asked}, again)
        case ["rest", "choose"]:
            return plan_acts.move({}, ("rest", "rest_yes"))
    return plan_acts.retry(_ask_rest(turn), "choose-one")


REST = plan_acts.ask(
    "rest_yes",
    _ask_rest,
    _read_rest,
    lambda turn: turn.facts["plan"] is not None and bool(turn.answer("rest")),
)


def finish(turn: Turn, names: Sequence[str]) -> Got:
    """Keep the units that were named for the phrase; with none left the question is put again."""
    known = plan_acts.known_to(turn)
    units = tuple(dict.fromkeys(unit for name in names for unit in known.ids.get(name, ())))
    if not units:
        return Got({}, Say("plan-nobody-named"), again=(*plan_acts.ONCE, "picked", "unclear"))
    return _decide(turn, CHOSEN, units)


def _decide(turn: Turn, choice: str, units: Sequence[int]) -> Got:
    phrase = _left(turn)[0]
    asked = [*turn.answer("asked", []), key_of(phrase)]
    todo = {"what": "decide", "phrase": phrase, "choice": choice, "units": list(units)}
    return plan_acts.act(todo, {"asked": asked}, ("picked", "unclear"))


def leave_groups(turn: Turn) -> Outcome:
    """Return to the list of what can be done; an approved plan has none, so the talk ends."""
    if plan_view.is_draft(turn):
        return plan_acts.to_hub()
    return Leave(Say("plan-left", {"code": plan_view.plan_of(turn).code}))


WHO = plan_acts.ask(
    "who",
    _ask_who,
    _read_who,
    lambda turn: phrase_now(turn) is not None,
    free_text=True,
    drafts_only=False,
)
