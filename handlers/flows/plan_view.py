"""What a plan under review looks like in words: its counts, its rows, what is doubtful and why."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.plan import TaskKind
from domain.plan_doubts import names_with
from domain.vietnamese.fold import fold
from handlers.conversation.flow import Turn
from handlers.deadline_say import deadline_text
from handlers.duty_words import shorten
from handlers.flows.deadline_asked import read_typed
from handlers.services import plan_doubts
from handlers.services.fan_out import FanOut, key_of
from handlers.services.plan_doubts import Doubtful
from messages.envelope import Option, Say, Text
from storage.records import PlanRecord

SHORT, LINE = 46, 60
SOURCE = 240
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
        "todo": _todo(doubtful(turn), len(fan_of(turn).undecided)),
    }


def _todo(items: Sequence[Doubtful], groups: int) -> Text:
    rows = sum(item.field is not None for item in items)
    doubts = Text("plan-todo-doubts", {"rows": str(rows), "places": str(len(items) - rows)})
    phrases = Text("plan-todo-groups", {"groups": str(groups)})
    if items and groups:
        return Text("plan-todo-both", {"doubts": doubts, "groups": phrases})
    return doubts if items else phrases if groups else Text("plan-todo-none")


# What is doubtful


def doubtful(turn: Turn) -> tuple[Doubtful, ...]:
    """Return what nobody has settled yet, what was put off last."""
    return plan_doubts.open_doubts(plan_of(turn).reading)


def doubt_name(item: Doubtful) -> Text:
    """Return where a doubt stands: the field of a row, or the source line."""
    if item.task is None or item.field is None:
        return Text("plan-doubt-at-line", {"line": str(item.line)})
    return Text("plan-doubt-at-row", {"ref": item.task["id"], "field": field_name(item.field)})


def evidence(item: Doubtful, reading: Mapping[str, Any]) -> Say:
    """Return the source beside the reading, with the reasons to look and readings no button can hold."""
    if item.task is None or item.field is None:
        words = plan_doubts.line_text(reading, item.line or 0)
        quoted = [Text("plan-evidence-source", {"written": shorten(words, SOURCE)})] if words else []
        return Say("plan-evidence-line", {"line": str(item.line), "reasons": [*quoted, *item.reasons]})
    task = item.task
    lines: list[Text | str] = [_beside(task, item.field, reading), *item.reasons]
    offered = {words for words, _ in alternatives(item)}
    if others := [other for other in item.alternatives if other not in offered]:
        lines.append(Text("plan-evidence-others", {"others": "; ".join(others)}))
    return Say(
        "plan-evidence-row",
        {
            "ref": task["id"],
            "where": span(task["source"]["lines"]),
            "text": shorten(task["text"], 120),
            "lines": lines,
        },
    )


def alternatives(item: Doubtful) -> tuple[tuple[str, Any], ...]:
    """Return the other readings that can be taken at once: the words, and the value the field would have."""
    if item.task is None:
        return ()
    found = []
    for other in item.alternatives:
        if other in item.values:
            found.append((other, item.values[other]))
        elif item.field in {"lead_units", "coordinating_units"}:
            found.append((other, list(names_with(item.task[item.field], other))))
        elif item.field == "deadline" and (deadline := read_typed(other).deadline) is not None:
            found.append((other, {"text": other, "deadline": deadline}))
        elif item.field in {"text", "product"} or (item.field == "kind" and other in set(TaskKind)):
            found.append((other, other))
    return tuple(found)


def _beside(task: Task, field: str, reading: Mapping[str, Any]) -> Text:
    """Return the words as written beside what was read; only the reading where no words were kept."""
    named = {"field": field_name(field), "read": value_text(task, field)}
    raw = {"lead_units": "lead_raw", "coordinating_units": "coordinating_raw"}
    if field == "deadline":
        written: Text | str = task["deadline_text"] or Text("plan-not-written")
    elif field in raw:
        written = "; ".join(task.get(raw[field]) or ()) or Text("plan-not-written")
    elif source := plan_doubts.source_text(reading, task):
        written = shorten(source, SOURCE)
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


def joined(parts: Sequence[Text | str]) -> Text | str:
    """Return parts of a sentence with "; " between them."""
    found: Text | str = parts[0]
    for part in parts[1:]:
        found = Text("plan-joined", {"one": found, "other": part})
    return found


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
