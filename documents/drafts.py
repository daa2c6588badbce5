"""What each item or clause says, in the words of the document: the drafts of a plan's rows."""

import re
from dataclasses import replace

from documents.assignment import Assignment, read_prose, read_value, with_leads
from documents.clauses import (
    Clause,
    is_report,
    is_standing,
    split_clauses,
    time_phrase,
)
from documents.items import Label, Node, Passage
from documents.labels import LabelKind
from documents.markers import roman
from documents.rows import LONGEST_PARAGRAPH, ROLES, Context, Draft, Note
from documents.timing import prose_deadline, read_when
from domain.deadline import Deadline, DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import split_units, squeeze, starts_unit, unit_end


def labelled_draft(node: Node, context: Context) -> Draft:
    """Return the row of an item with label lines, its own or those of the items above it."""
    body = gather(node)
    lines = set(body.numbers)
    own = list(node.labels)
    assigned, unit_line, notes = _assigned(own)
    has_units = bool(assigned.leads or assigned.coordinating)
    if not has_units:
        assigned, unit_line, more = _assigned(_nearest(context))
        notes += more
    lines.update(number for label in own for number in label.value.numbers or [label.line])
    text = tidy_text(body.text)
    if not assigned.leads:
        assigned = assigned.joined(_from_prose(text, context.subject))
    if not assigned.leads and context.trailing:
        assigned, unit_line, _ = _assigned([label for _, label in context.trailing])
        notes += (Note(node.line, "unit-inherited", context.trailing[0][0], "lead_units"),)
    when, deadline, more = _task_deadline(own, text, context, node.line)
    product = "; ".join(_values(own, LabelKind.PRODUCT)) or None
    timed = deadline.kind in {DeadlineKind.RECURRING, DeadlineKind.ONE_OFF}
    to_someone = any(role == "recipient" for _, role in assigned.others)
    owed = not own and is_report(text, timed=timed, to_someone=to_someone)
    return Draft(
        node.path(),
        TaskKind.REPORT if owed else TaskKind.TASK,
        text,
        tuple(sorted(lines)),
        assigned,
        deadline,
        when,
        product,
        unit_line or node.line,
        notes + more,
    )


def _task_deadline(
    own: list[Label], text: str, context: Context, line: int
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    """Return when a task is due: by its label, a date in its words, a label above it, other words of time."""
    found = _label_deadline(own, context)
    if found[0] is not None:
        return found
    said = prose_deadline(text, context, line, lone=False)
    if said[0] is not None and re.search(r"\d", said[0]):
        return said
    above = _inherited_deadline(context.labels, context)
    if above[0] is not None:
        return above
    if said[0] is None and context.trailing:
        when, deadline, notes = _inherited_deadline(context.trailing, context)
        if when is not None:
            return (
                when,
                deadline,
                (*notes, Note(line, "deadline-inherited", context.trailing[0][0], "deadline")),
            )
    return said


def _nearest(context: Context) -> list[Label]:
    """Return the labels that name units on the nearest item above that has any."""
    named = [(path, label) for path, label in context.labels if label.kind in ROLES]
    return [label for path, label in named if path == named[-1][0]]


def clause_drafts(node: Node, context: Context) -> list[Draft]:
    """Return the duties of a paragraph of prose; a clause without a subject goes on with the one before."""
    passage = gather(node)
    text = passage.text
    if len(text) > LONGEST_PARAGRAPH:
        return []
    subject, owed = context.subject, list[tuple[Clause, tuple[str, ...]]]()
    for clause in split_clauses(text):
        subject = clause.subject or subject
        if subject or _owed_by_nobody(clause.text):
            owed.append((clause, subject))
    path = node.path()
    names = [path] if len(owed) == 1 else [f"{path}.{roman(i)}" for i in range(1, len(owed) + 1)]
    return [
        _clause_draft(
            name, clause, subject, passage.lines_at(clause.start, clause.end) or (node.line,), context
        )
        for name, (clause, subject) in zip(names, owed, strict=True)
    ]


def _clause_draft(
    name: str, clause: Clause, subject: tuple[str, ...], lines: tuple[int, ...], context: Context
) -> Draft:
    assigned = with_leads(read_prose(clause.verb), subject)
    when, deadline, notes = prose_deadline(clause.text, context, lines[0], lone=True)
    if when is None and is_standing(clause.verb):
        deadline = Deadline(DeadlineKind.CONTINUOUS)
    timed = when is not None and deadline.kind in {DeadlineKind.RECURRING, DeadlineKind.ONE_OFF}
    to_someone = any(role == "recipient" for _, role in assigned.others)
    owed = is_report(clause.verb, timed=timed, to_someone=to_someone)
    kind = TaskKind.REPORT if owed else TaskKind.DUTY
    return Draft(name, kind, clause.text, lines, assigned, deadline, when, None, lines[0], notes)


def _owed_by_nobody(text: str) -> bool:
    """Tell whether a clause without a subject still asks for something by a time: better doubtful than lost."""
    return (
        bool(re.search(r"báo cáo|hoàn thành", text, re.IGNORECASE))
        and time_phrase(text, lone=False) is not None
    )


def gather(node: Node) -> Passage:
    """Return the item's text with that of its dashes, as one passage."""
    passage = Passage(list(node.text.pieces))
    for child in node.children:
        if child.is_bullet and not child.labels:
            passage.pieces.extend(gather(child).pieces)
    return passage


def unit_heading(text: str) -> tuple[str, ...]:
    """Return the units of a heading that names nothing else ("Sở Y tế:"), or nothing."""
    for words in ("Trách nhiệm của ", "Đối với ", "Nhiệm vụ của ", "Đề nghị ", "Giao ", "Phân công "):
        text = text.removeprefix(words)
    text = squeeze(text).strip(" .:;")
    if len(text) > 300 or not starts_unit(text[:80]) or unit_end(text) < len(text.rstrip(" ,")):
        return ()
    return split_units(text)


def tidy_text(text: str) -> str:
    """Return a row's words without the mark of the document's end."""
    text = squeeze(text)
    for mark in ("./.", "/."):
        if text.endswith(mark):
            return text.removesuffix(mark).rstrip(" .") + "."
    return text.rstrip(" ;")


def _from_prose(text: str, subject: tuple[str, ...]) -> Assignment:
    """Units that the item's own words charge: "Sở Y tế chủ trì, phối hợp với …"."""
    if len(text) > LONGEST_PARAGRAPH:
        return Assignment(leads=subject)
    behind = text.partition(": ")[2]
    clauses = [*split_clauses(text), *(split_clauses(behind) if behind else ())]
    clause = next((c for c in clauses if c.subject), None)
    if clause:
        return with_leads(read_prose(clause.verb), clause.subject)
    return with_leads(read_prose(text), subject) if subject else Assignment()


def _assigned(labels: list[Label]) -> tuple[Assignment, int, tuple[Note, ...]]:
    assigned, line, notes = Assignment(), 0, list[Note]()
    for label in labels:
        role = ROLES.get(label.kind)
        if role is None:
            continue
        line = line or label.line
        one = read_value(label.value.text, role)
        both = "chủ trì" in label.label.lower() and "phối hợp" in label.label.lower()
        if both and len(one.leads) > 1 and not one.coordinating:
            one = replace(one, leads=one.leads[:1], coordinating=one.leads[1:])
            notes.append(Note(label.line, "unit-roles-shared", label.value.text, "lead_units"))
        assigned = assigned.joined(one)
        numbers = label.value.numbers
        if label.value.broken:
            notes.append(Note(numbers[0], "unit-list-broken", "", "lead_units"))
            notes.extend(Note(n, "unit-list-broken") for n in numbers[1:])
        notes.extend(
            Note(label.line, "unit-strange", name[:120], "lead_units")
            for name in (*one.leads, *one.coordinating)
            if not starts_unit(name)
        )
        if label.value.text and not (one.leads or one.coordinating or one.others):
            notes.append(Note(label.line, "unit-strange", label.value.text[:120], "lead_units"))
    return assigned, line, tuple(notes)


def _values(labels: list[Label], kind: LabelKind) -> list[str]:
    return [
        text for label in labels if label.kind is kind and (text := squeeze(label.value.text).strip(" .;,"))
    ]


def _label_deadline(labels: list[Label], context: Context) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    values = _values(labels, LabelKind.DEADLINE)
    if not values:
        return None, Deadline(DeadlineKind.NONE), ()
    text = "; ".join(values)
    line = next(label.line for label in labels if label.kind is LabelKind.DEADLINE)
    return read_when(text, context, line)


def _inherited_deadline(
    labels: tuple[tuple[str, Label], ...], context: Context
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    for path, label in reversed(labels):
        when, deadline, notes = _label_deadline([label], context)
        if when is not None:
            return when, replace(deadline, inherited=path), notes
    return None, Deadline(DeadlineKind.NONE), ()
