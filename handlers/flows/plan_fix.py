"""Correcting one row: which, which field, the new value in own words, said back before it is kept."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.vietnamese.fold import fold, nfc
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Condition, Turn
from handlers.deadline_say import deadline_text
from handlers.duty_words import shorten
from handlers.flows import plan_acts, plan_view
from handlers.flows.deadline_asked import NONE_SAID, read_typed
from handlers.flows.unit_names_asked import is_hopeless, read_names
from messages.envelope import Option, Say, Text

FIELDS = ("lead_units", "coordinating_units", "deadline", "text", "product", "kind")
KINDS = ("task", "report", "duty")
TEXT_LIMIT = 2000
NOTHING = Option("pl:none", Text("plan-choice-nothing"))
_PLACE = re.compile(
    r"^(?:(?:sua|doi|chinh)(?: lai)? )?(?:(?:o )?(?:muc|diem|viec|dong|nhiem vu|y) )?"
    r"(?P<row>[0-9ivx]+(?:[. ](?:[0-9]{1,3}|[a-z]|[ivx]+)\b)+|[0-9]+)\b[.):,]* +"
)
_WORDY = re.compile(r"^(?:(?:sua|phai|dung|ra|lai|don vi|thanh(?! tra)) )*")
_LED_BY = {
    field: re.compile(
        rf"{role}(?: dung| phai| la| do| gom| voi| cung)* *:? +(?P<behind>.+)"
        rf"|(?:do |la )?(?P<before>.+?)(?: lam)? {role}"
    )
    for field, role in (("lead_units", "chu tri"), ("coordinating_units", "phoi hop"))
}
_NOT_THOSE = re.compile(r"[ ,]+(?:(?:chu|cho|ma) )?(?:khong|ko|k|kg) phai\b.*$")
_DEADLINE = re.compile(
    r"(?:(?:thoi )?han(?: chot| cuoi)?|thoi gian)(?: dung| phai| la| den)* *:? *(?P<value>.+)$"
)
_LONGEST = 200
_YEAR = re.compile(r"20\d\d")


def fixing(turn: Turn) -> bool:
    """Whether a row is being corrected."""
    return plan_view.is_draft(turn) and (turn.answer("go") == "fix" or turn.answer("row") is not None)


# Which row, which field


def _ask_row(turn: Turn) -> Say:
    if rows := turn.answer("rows"):
        fit = [plan_view.task_of(turn, ref) for ref in rows]
        return Say("plan-which-row", options=(*plan_view.row_options(fit), plan_acts.HUB))
    return Say("plan-ask-row", options=(plan_acts.HUB,), numeric=plan_view.has_numbers(turn))


def _read_row(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked(answer):
        case ["hub"]:
            return plan_acts.to_hub()
        case ["row", ref]:
            return plan_acts.move({"row": ref})
    return row_typed(answer, turn) or plan_acts.retry(_ask_row(turn), "plan-row-again")


def row_typed(answer: Answer, turn: Turn) -> Outcome | None:
    """Return what typed words make of it: a row, or the rows they may mean as choices; None for no row."""
    found = plan_view.rows_meant(answer.text, plan_view.tasks_of(turn))
    if len(found) == 1:
        return plan_acts.move({"row": found[0]["id"]})
    if not found:
        return None
    return Retry(Say("plan-which-row", options=(*plan_view.row_options(found), plan_acts.HUB)))


def _ask_field(turn: Turn) -> Say:
    task = plan_view.task_of(turn, turn.answer("row"))
    return Say(
        "plan-ask-field",
        {"ref": task["id"], "text": shorten(task["text"], 90)},
        options=(*(Option(f"pl:field:{f}", Text(f"plan-field-{f}")) for f in FIELDS), plan_acts.HUB),
    )


def _read_field(answer: Answer, turn: Turn) -> Outcome:
    match plan_acts.picked(answer):
        case ["hub"]:
            return plan_acts.to_hub()
        case ["field", field] if field in FIELDS:
            return plan_acts.move({"field": field})
    return plan_acts.retry(_ask_field(turn), "choose-one")


# The new value


def _ask_value(turn: Turn) -> Say:
    task, field = plan_view.task_of(turn, turn.answer("row")), turn.answer("field")
    options: tuple[Option, ...] = ()
    if field == "kind":
        options = tuple(Option(f"pl:kind:{k}", Text(f"plan-kind-{k}")) for k in KINDS)
    elif field == "deadline":
        options = (Option("pl:always", Text("deadline-continuous")), Option("pl:none", Text("deadline-none")))
    elif field in {"coordinating_units", "product"}:
        options = (NOTHING,)
    if problem := turn.answer("problem"):
        what = Text(problem["key"], problem["params"])
        return Say("plan-about-row", {"ref": task["id"], "what": what}, options=(*options, plan_acts.HUB))
    return Say(
        f"plan-ask-{field}",
        {"ref": task["id"], "now": _now(task, field)},
        options=(*options, plan_acts.HUB),
    )


def _now(task: plan_view.Task, field: str) -> Text | str:
    if field in {"lead_units", "coordinating_units"}:
        return plan_view.names_text([shorten(n, 40) for n in task[field]], shown=1)
    return plan_view.value_text(task, field)


def _read_value(answer: Answer, turn: Turn) -> Outcome:
    field = turn.answer("field")
    answer = _with_year(answer, turn)
    picked = plan_acts.picked(answer)
    if picked == ["hub"]:
        return plan_acts.to_hub()
    if field == "kind":
        return (
            Got({"value": picked[1]})
            if picked[:1] == ["kind"]
            else plan_acts.retry(_ask_value(turn), "choose-one")
        )
    if not picked and not plan_acts.has_letters(answer):
        return plan_acts.retry(_ask_value(turn), "plan-words-please")
    if field == "deadline":
        return _read_deadline(answer, picked, turn)
    if field in {"text", "product"}:
        return Got({"value": "" if picked == ["none"] else answer.text[:TEXT_LIMIT]})
    if picked == ["none"]:
        return Got({"value": field, "picked": [], "unclear": []})
    known = plan_acts.known_to(turn)
    named = read_names(answer.text, known)
    if is_hopeless(named, known):
        return plan_acts.retry(
            _ask_value(turn), "plan-no-such-unit", {"name": shorten(answer.text, plan_view.LINE)}
        )
    return Got({"value": field, "picked": list(named.sure), "unclear": list(named.unclear)})


def _with_year(answer: Answer, turn: Turn) -> Answer:
    """Put the deadline said before in front of a year that was asked for; other answers stay as they are."""
    problem = turn.answer("problem", {})
    if problem.get("key") != "plan-deadline-year" or not _YEAR.fullmatch(answer.text):
        return answer
    return replace(answer, text=f"{problem['words']}/{answer.text}")


def _read_deadline(answer: Answer, picked: list[str], turn: Turn) -> Outcome:
    if picked == ["none"]:
        return Got({"value": {"text": None, "deadline": NONE_SAID}})
    if picked == ["always"]:
        return Got({"value": {"text": None, "deadline": {"kind": "continuous"}}})
    asked = read_typed(answer.text)
    if asked.deadline is None:
        return plan_acts.retry(_ask_value(turn), asked.problem)
    return Got({"value": {"text": answer.text[:TEXT_LIMIT], "deadline": asked.deadline}})


# Said back


def _ask_sure(turn: Turn) -> Say:
    field = turn.answer("field")
    return Say(
        "plan-ask-sure",
        {"ref": turn.answer("row"), "field": plan_view.field_name(field), "value": _said(turn, field)},
        options=(
            Option("pl:yes", Text("choice-yes")),
            Option("pl:redo", Text("choice-fix")),
            Option("pl:leave", Text("plan-choice-leave")),
        ),
    )


def _said(turn: Turn, field: str) -> Text | str:
    value = turn.answer("value")
    if field in {"lead_units", "coordinating_units"}:
        return plan_view.names_text(turn.answer("picked", []))
    if field == "deadline":
        return deadline_text(value["deadline"])
    if field == "kind":
        return Text(f"plan-kind-{value}")
    return shorten(value, plan_view.LINE) if value else Text("plan-nothing")


def _read_sure(answer: Answer, turn: Turn) -> Outcome:
    field = turn.answer("field")
    go = {"go": ""} if turn.answer("go") == "fix" else {}
    match plan_acts.picked_or_said(answer, {"yes": plan_acts.YES}):
        case ["yes"]:
            units = field in {"lead_units", "coordinating_units"}
            value = turn.answer("picked", []) if units else turn.answer("value")
            if field == "product" and not value:
                value = None
            todo = {"what": "correct", "ref": turn.answer("row"), "field": field, "value": value}
            return plan_acts.act(todo, go, plan_acts.FIX)
        case ["redo"]:
            return plan_acts.move({}, ("value", "problem", "picked", "unclear"))
        case ["leave"]:
            return plan_acts.move(go, plan_acts.FIX)
    return plan_acts.retry(_ask_sure(turn), "choose-one")


# Row, field and value in one sentence


def in_one_go(
    answer: Answer, turn: Turn, values: Mapping[str, Any], asked_about: str | None = None
) -> Got | None:
    """Take "III.1.c do phòng A chủ trì" or "III.4.a hạn trước 30/11/2026", None for words that say no such thing.

    `asked_about` is the row that is meant where none is named. `values` are kept with what was understood.
    """
    text = " ".join(nfc(answer.text).split())
    said = fold(text)
    if answer.picked is not None or len(text) > _LONGEST or len(said) != len(text):
        return None  # places in `said` must be places in `text`
    place = _PLACE.match(said)
    rows = _rows_at(text[slice(*place.span("row"))], turn) if place else (asked_about,) if asked_about else ()
    meant = _meant(text[place.end() if place else 0 :], turn) if rows else None
    if meant is None:
        return None
    row = asked_about if asked_about in rows else rows[0] if len(rows) == 1 else None
    known = {"row": row} if row else {"go": "fix", "rows": list(rows)}
    if row != asked_about:
        values = {key: value for key, value in values.items() if key != "passed"}
    return plan_acts.move({**values, **known, **meant}, plan_acts.FIX)


def _rows_at(place: str, turn: Turn) -> tuple[str, ...]:
    """Return the rows at a place, or whose place ends so: "1.c" is III.1.c."""
    tasks = plan_view.tasks_of(turn)
    found = plan_view.rows_meant(place, tasks)
    if not found:
        end = "." + fold(place).replace(" ", ".")
        found = tuple(t for t in tasks if fold(t["id"]).endswith(end))
        found = tuple(t for t in found if t["id"].casefold().endswith(place.casefold())) or found
    return tuple(t["id"] for t in found)


def _meant(text: str, turn: Turn) -> dict[str, Any] | None:
    """Return the answers to which field and what value, with a problem where only the field is sure."""
    text = text[: len(_NOT_THOSE.sub("", fold(text)))].strip()
    begin = _WORDY.match(fold(text))
    text = text[begin.end() if begin else 0 :].strip()
    if found := _DEADLINE.match(fold(text)):
        words = text[found.start("value") :]
        asked = read_typed(words)
        if asked.deadline is None:
            return {"field": "deadline", "problem": {"key": asked.problem, "params": {}, "words": words}}
        return {"field": "deadline", "value": {"text": words, "deadline": asked.deadline}}
    for field, words_of_role in _LED_BY.items():
        if found := words_of_role.fullmatch(fold(text)):
            part = "behind" if found["behind"] else "before"
            return _units_meant(field, text[slice(*found.span(part))], turn)
    return None


def _units_meant(field: str, words: str, turn: Turn) -> dict[str, Any]:
    known = plan_acts.known_to(turn)
    named = read_names(words, known)
    if is_hopeless(named, known):
        name = shorten(words, plan_view.LINE)
        return {"field": field, "problem": {"key": "plan-no-such-unit", "params": {"name": name}}}
    return {"field": field, "value": field, "picked": list(named.sure), "unclear": list(named.unclear)}


def _at(key: str) -> Condition:
    return lambda turn: fixing(turn) and turn.answer(key) is not None


STEPS = (
    plan_acts.ask("row", _ask_row, _read_row, fixing, free_text=True),
    plan_acts.ask("field", _ask_field, _read_field, _at("row")),
    plan_acts.ask("value", _ask_value, _read_value, _at("field"), free_text=True),
)
SURE = plan_acts.ask("sure", _ask_sure, _read_sure, _at("value"))
