"""Clauses that say once, for all tasks, when they are due or who assists: "Các nhiệm vụ trên hoàn thành trước …"."""

import re
from dataclasses import dataclass, replace

from documents.assignment import Assignment, read_value
from documents.clause_kinds import general_partners, is_general
from documents.clauses import split_clauses
from documents.items import Label, Node, Passage
from documents.labels import LabelKind, classify
from documents.prose import gather
from documents.rows import LONGEST_PARAGRAPH, Context, Draft
from documents.time_phrases import time_phrase
from documents.timing import read_when
from domain.deadline import DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import squeeze

_MAY_SPEAK_OF_ALL = re.compile(r"nhiệm vụ|công việc|nội dung|hoạt động|phần việc|phối hợp")
_WHERE = re.compile(
    r"(?:tại|thuộc|ở|của)\s+(?:mục|phần|điểm|khoản)\s+(?P<id>[IVX]+(?:\.\d+)*|\d+)\b", re.IGNORECASE
)
_ALL_ABOVE = re.compile(r"(?:các|những|toàn bộ|tất cả)\s[^.;]{0,30}(?:nêu |nói |kể )?trên\b", re.IGNORECASE)
_EVERYWHERE = re.compile(r"kế hoạch|chỉ thị|không (?:nêu|ghi|quy định|có|xác định)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class General:
    """A time (or, by `kind`, partners) said once for the tasks whose ids begin with `scope`; all if it is empty."""

    path: str
    scope: str
    text: str
    line: int
    kind: LabelKind = LabelKind.DEADLINE


def section_general(node: Node) -> General | None:
    """Return the time a section is there to give ("IV. THỜI GIAN THỰC HIỆN: …")."""
    head, _, rest = node.text.text.partition(":")
    if classify(head) is not LabelKind.DEADLINE or any(not child.is_bullet for child in node.children):
        return None
    words = Passage()
    words.add(node.line, rest.strip())
    for child in node.children:
        words.pieces.extend(gather(child).pieces)
    for label in _deadlines(node) if not words.text else ():
        words.pieces.extend(label.value.pieces)
    if not words.text or len(words.text) >= 400:
        return None
    return General(node.path(), "", squeeze(words.text).strip(" .;,"), words.numbers[0])


def _deadlines(node: Node) -> list[Label]:
    return [label for label in node.labels if label.kind is LabelKind.DEADLINE]


def clause_generals(node: Node) -> list[General]:
    """Return the times and partners that clauses of an item's prose give to all tasks, or to those beside it."""
    passage = gather(node)
    if len(passage.text) > LONGEST_PARAGRAPH or not _MAY_SPEAK_OF_ALL.search(passage.text.lower()):
        return []
    path = node.parent.path() if node.style == "plain" and node.parent else node.path()
    found: list[General] = []
    for clause in split_clauses(passage.text):
        line = (*passage.lines_at(clause.start, clause.end), node.line)[0]
        if is_general(clause.text):
            when = time_phrase(clause.text, lone=False) or ""
            found.append(General(path, _scope(clause.text, node), when, line))
        if who := general_partners(clause.text):
            found.append(General(path, _scope(clause.text, node), who, line, LabelKind.COORDINATING))
    return found


def _scope(text: str, node: Node) -> str:
    if where := _WHERE.search(text):
        return where["id"]
    parent = node.parent
    if parent is None or _EVERYWHERE.search(text):
        return ""
    return _top(parent).path() if _ALL_ABOVE.search(text) and node.style == "plain" else parent.path()


def _top(node: Node) -> Node:
    """Return the part of the document that an item stands in."""
    while node.parent is not None and node.parent.style != "root":
        node = node.parent
    return node


def with_generals(drafts: list[Draft], generals: list[General], context: Context) -> list[Draft]:
    """Give tasks that name no time, or no partners, what a clause or a section of its own gives them."""
    for general in generals:
        inside = [
            draft for draft in drafts if _is_under(draft, general.scope) and draft.kind is TaskKind.TASK
        ]
        scope = general.scope if inside else ""
        given = _given_partners if general.kind is LabelKind.COORDINATING else _given_time
        drafts = [given(draft, general, context) if _is_under(draft, scope) else draft for draft in drafts]
    return drafts


def _given_time(draft: Draft, general: General, context: Context) -> Draft:
    if not _is_undated(draft):
        return draft
    words, deadline, notes = read_when(general.text, context, general.line)
    return replace(
        draft,
        deadline=replace(deadline, inherited=general.path),
        deadline_text=words,
        notes=draft.notes + notes,
    )


def _given_partners(draft: Draft, general: General, _context: Context) -> Draft:
    if draft.kind is not TaskKind.TASK or draft.assigned.coordinating:
        return draft
    partners = read_value(general.text, "coordinating").coordinating
    return replace(draft, assigned=draft.assigned.joined(Assignment(coordinating=partners)))


def _is_under(draft: Draft, scope: str) -> bool:
    return not scope or draft.id == scope or draft.id.startswith(f"{scope}.")


def _is_undated(draft: Draft) -> bool:
    return (
        draft.kind is TaskKind.TASK
        and draft.deadline_text is None
        and draft.deadline.kind is DeadlineKind.NONE
    )
