"""What a plan under review looks like in words: its counts, its rows, what is doubtful and why."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.vietnamese.fold import fold
from handlers.conversation.flow import Turn
from handlers.deadline_say import deadline_text
from handlers.duty_words import shorten
from handlers.services.fan_out import FanOut, key_of
from messages.envelope import Option, Say, Text
from storage.records import PlanRecord

SHORT, LINE = 46, 60
SHOWN = 3

Task = Mapping[str, Any]


def plan_of(turn: Turn) -> PlanRecord:
    """Return the plan under review."""
    plan: PlanRecord = turn.facts["plan"]
    return plan


def fan_of(turn: Turn) -> FanOut:
    """Return who gets what as the plan stands."""
    fan: FanOut = turn.facts["fan"]
    return fan


def tasks_of(turn: Turn) -> Sequence[Task]:
    """Return the rows of the plan."""
    tasks: Sequence[Task] = plan_of(turn).reading["tasks"]
    return tasks


def task_of(turn: Turn, ref: str) -> Task:
    """Return one row; raises LookupError where there is none."""
    found = next((t for t in tasks_of(turn) if t["id"] == ref), None)
    if found is None:
        raise LookupError(ref)
    return found


def is_draft(turn: Turn) -> bool:
    """Whether there is a plan and it may still be changed."""
    plan = turn.facts["plan"]
    return plan is not None and plan.state == "draft"


def title(plan: PlanRecord) -> Say:
    """Return the sentence that names the plan."""
    return Say("plan-title", {"code": plan.code, "title": shorten(plan.title, 100)})


def counts(turn: Turn) -> dict[str, Any]:
    """Return the numbers of the summary, and under `todo` what still needs a look, in words."""
    kinds = [task["kind"] for task in tasks_of(turn)]
    return {
        "code": plan_of(turn).code,
        "tasks": str(kinds.count("task")),
        "reports": str(kinds.count("report")),
        "duties": str(kinds.count("duty")),
        "todo": _todo(doubtful(plan_of(turn)), len(fan_of(turn).undecided)),
    }


def _todo(items: Sequence["Doubtful"], groups: int) -> Text:
    rows = sum(item.line is None for item in items)
    doubts = Text("plan-todo-doubts", {"rows": str(rows), "places": str(len(items) - rows)})
    phrases = Text("plan-todo-groups", {"groups": str(groups)})
    if items and groups:
        return Text("plan-todo-both", {"doubts": doubts, "groups": phrases})
    return doubts if items else phrases if groups else Text("plan-todo-none")


# What is doubtful


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A row with doubts, or a source line with problems that no doubtful row stands at."""

    key: str
    task: Task | None
    line: int | None
    reasons: tuple[str, ...]


def doubtful(plan: PlanRecord) -> tuple[Doubtful, ...]:
    """Return what nobody has looked at yet: doubtful rows first, then other problems by line."""
    reading = plan.reading
    problems = reading["problems"]
    found: list[Doubtful] = []
    covered = _settled_lines(reading)
    for task in reading["tasks"]:
        if not task["review"]:
            continue
        lines = task["source"]["lines"]
        reasons = [d["reason"] for d in task["review"]]
        reasons += [p["message"] for p in problems if p["line"] in lines and p["line"] not in covered]
        covered |= set(lines)
        found.append(Doubtful(f"t:{task['id']}", task, None, tuple(dict.fromkeys(reasons))))
    by_line: dict[int, list[str]] = {}
    for problem in problems:
        if problem["line"] not in covered:
            by_line.setdefault(problem["line"], []).append(problem["message"])
    for line, messages in sorted(by_line.items()):
        at = next((t for t in reading["tasks"] if line in t["source"]["lines"]), None)
        found.append(Doubtful(f"l:{line}", at, line, tuple(dict.fromkeys(messages))))
    return tuple(found)


def _settled_lines(reading: Mapping[str, Any]) -> set[int]:
    checked = reading.get("checked", [])
    refs = {one["ref"] for one in (*checked, *reading.get("corrections", []))}
    lines = {line for task in reading["tasks"] if task["id"] in refs for line in task["source"]["lines"]}
    return lines | {one["line"] for one in checked if one["line"] is not None}


def evidence(item: Doubtful) -> Say:
    """Return the source beside the reading, with the reasons to look."""
    if item.task is None or item.line is not None:
        return Say("plan-evidence-line", {"line": str(item.line), "reasons": list(item.reasons)})
    task = item.task
    fields = dict.fromkeys(d["field"] for d in task["review"])
    others = [alternative for d in task["review"] for alternative in d["alternatives"]]
    lines: list[Text | str] = [_beside(task, field) for field in fields]
    lines += item.reasons
    if others:
        lines.append(Text("plan-evidence-others", {"others": "; ".join(dict.fromkeys(others))}))
    return Say(
        "plan-evidence-row",
        {
            "ref": task["id"],
            "where": span(task["source"]["lines"]),
            "text": shorten(task["text"], 120),
            "lines": lines,
        },
    )


def _beside(task: Task, field: str) -> Text:
    """Return the words as written beside what was read; only the reading where no words were kept."""
    named = {"field": field_name(field), "read": value_text(task, field)}
    raw = {"lead_units": "lead_raw", "coordinating_units": "coordinating_raw"}
    if field == "deadline":
        written: Text | str = task["deadline_text"] or Text("plan-not-written")
    elif field in raw:
        written = "; ".join(task.get(raw[field]) or ()) or Text("plan-not-written")
    else:
        return Text("plan-evidence-read", named)
    return Text("plan-evidence-field", {**named, "written": written})


def field_name(field: str) -> Text:
    """Return what people call a field."""
    known = {"lead_units", "coordinating_units", "other_units", "deadline", "text", "product", "kind"}
    return Text(f"plan-field-{field}" if field in known else "plan-field-other")


def value_text(task: Task, field: str) -> Text | str:
    """Return the value of a field in words."""
    if field == "deadline":
        return deadline_text(task["deadline"])
    if field == "kind":
        return Text(f"plan-kind-{task['kind']}")
    value = task.get(field)
    if field == "other_units":
        value = [one["name"] for one in value or ()]
    if isinstance(value, list | tuple):
        return names_text(value, shown=20)
    return shorten(str(value), LINE) if value else Text("plan-nothing")


def names_text(names: Sequence[str], shown: int = SHOWN) -> Text | str:
    """Return a list of names, the first few and how many more."""
    if not names:
        return Text("plan-nobody")
    listed = "; ".join(names[:shown])
    more = len(names) - shown
    return listed if more <= 0 else Text("plan-and-more", {"names": listed, "count": str(more)})


def span(lines: Sequence[int]) -> str:
    """Return source lines as "43-45"."""
    return str(lines[0]) if len(lines) == 1 else f"{min(lines)}-{max(lines)}" if lines else "?"


# Rows


def row_lines(task: Task) -> Text:
    """Return a row of the list: its place, first words, leads and deadline."""
    return Text(
        "plan-row",
        {
            "ref": task["id"],
            "text": shorten(task["text"], 70),
            "leads": names_text(task["lead_units"]),
            "deadline": deadline_text(task["deadline"]),
        },
    )


def rows_meant(text: str, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Return the rows a person may mean: by place ("iii 2 đ"), else by words of the text.

    Typed without accents "d" may also mean "đ": then both are returned.
    """
    every = tuple(tasks)
    said = _bare(text)
    same = tuple(t for t in every if _bare(t["id"]) == said)
    loose = tuple(t for t in every if fold(_bare(t["id"])) == fold(said))
    if said and loose:
        return same if same and "đ" in said else loose
    words = fold(text)
    return tuple(t for t in every if words in fold(t["text"])) if len(words) > 4 else ()


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def has_numbers(turn: Turn) -> bool:
    """Whether rows are called by bare numbers, so that a number typed is a row and not a choice."""
    return any(task["id"].isdigit() for task in tasks_of(turn))


def row_options(tasks: Sequence[Task], limit: int = 5) -> tuple[Option, ...]:
    """Return rows as choices."""
    return tuple(
        Option(f"pl:row:{t['id']}", f"{t['id']}: {shorten(t['text'], SHORT)}") for t in tasks[:limit]
    )


def refs_naming(turn: Turn, phrase: str) -> str:
    """Return the places where a phrase stands, the first three."""
    key = key_of(phrase)
    refs = [
        t["id"]
        for t in tasks_of(turn)
        if any(key_of(n) == key for n in (*t["lead_units"], *t["coordinating_units"]))
    ]
    return ", ".join(refs[:SHOWN]) + ("…" if len(refs) > SHOWN else "")
