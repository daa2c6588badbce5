"""Which part of a plan an item belongs to, and the walk that turns the outline into drafts and targets."""

import re
from dataclasses import replace
from enum import StrEnum

from documents.drafts import (
    clause_drafts,
    gather,
    labelled_draft,
    unit_heading,
)
from documents.items import Node, Passage
from documents.labels import LabelKind, classify
from documents.rows import LONGEST_PARAGRAPH, Context, Draft, Note
from documents.table_rows import table_drafts
from documents.targets import read_targets
from domain.plan import Problem, Target, TaskKind


class Part(StrEnum):
    """The parts a plan is made of."""

    PURPOSE = "purpose"
    TARGETS = "targets"
    WORK = "work"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.ORGANISATION, r"tổ chức thực hiện|phân công|trách nhiệm|kinh phí"),
    (Part.ORGANISATION, r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|công tác báo cáo"),
    (Part.WORK, r"nhiệm vụ|giải pháp|nội dung|công việc|hoạt động|lộ trình|các bước"),
    (Part.TARGETS, r"mục tiêu|chỉ tiêu"),
    (Part.PURPOSE, r"mục đích|yêu cầu|quan điểm|căn cứ|đặc điểm|thực trạng|tình hình|phạm vi|đối tượng"),
)
_ANYWHERE = tuple((part, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for part, words in _PARTS)
_ALONE = tuple(
    (
        part,
        re.compile(
            rf"(?:các |về |công tác )?(?:{words})(?: (?:chung|cụ thể|chủ yếu|trọng tâm|thực hiện|nhiệm vụ"
            rf"|và [^.:]{{1,40}}))*\s*(?:[.:]|$)",
            re.IGNORECASE,
        ),
    )
    for part, words in _PARTS
)
_HEADING = 140
_UNIT_KINDS = frozenset({LabelKind.LEAD, LabelKind.COORDINATING, LabelKind.DEADLINE, LabelKind.PRODUCT})


class Walk:
    """One pass over the outline; what it gathers is ready for names to be settled."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.targets: list[Target] = []
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.general: tuple[str, Passage] | None = None

    def run(self, root: Node, context: Context) -> "Walk":
        """Visit every item once, in document order, without recursion."""
        stack = [(child, Part.UNKNOWN, context) for child in reversed(root.children)]
        self._tables(root, context)
        while stack:
            node, part, given = stack.pop()
            part = part_of(node, part)
            below = self._visit(node, part, given)
            if below is not None:
                stack.extend((child, part, below) for child in reversed(node.children))
        return self

    def _visit(self, node: Node, part: Part, context: Context) -> Context | None:
        """Read the item; the context for its children, or None where they are already part of it."""
        self._tables(node, context)
        if _is_section(node) and (words := general_deadline(node)):
            self.general = self.general or (node.path(), words)
            return None
        if len(node.text.text) > LONGEST_PARAGRAPH:
            self.notes.append(Note(node.line, "paragraph-too-long"))
        if part is Part.TARGETS:
            return self._visit_target(node, context)
        if part is Part.ORGANISATION:
            return self._visit_duty(node, context)
        if part is Part.PURPOSE and not _has_units(node):
            return context.under(node)
        return self._visit_work(node, part, context)

    def _tables(self, node: Node, context: Context) -> None:
        for rows in node.tables:
            self.drafts.extend(table_drafts(rows, node.path(), context))

    def _visit_target(self, node: Node, context: Context) -> Context:
        is_heading = node.parent is None or node.parent.style == "root" or bool(node.children)
        if node.text.pieces and (not is_heading or _after_colon(node)):
            targets, problems = read_targets(node)
            self.targets.extend(targets)
            self.problems.extend(problems)
        return context

    def _visit_work(self, node: Node, part: Part, context: Context) -> Context | None:
        below = [child for child in node.children if not child.is_bullet]
        dashes = [child for child in node.children if child.is_bullet]
        units = unit_heading(node.text.text) if node.children else ()
        if units:
            return replace(context.under(node), subject=units)
        if (
            below
            or any(_has_units(child) for child in dashes)
            or (dashes and context.subject and not node.labels)
        ):
            return context.under(node)
        if dashes and not node.labels and _is_section(node):
            return context.under(node)
        if dashes and not node.labels and sum(_charges(child, context) for child in dashes) == len(dashes):
            return context.under(node)
        if node.tables or (_is_section(node) and not node.labels and not node.children):
            return context.under(node)
        draft = labelled_draft(node, context)
        known = bool(draft.assigned.leads or node.labels)
        if draft.text and (part is Part.WORK or known):
            self.drafts.append(draft)
        return None

    def _visit_duty(self, node: Node, context: Context) -> Context | None:
        if _has_own_units(node):
            self.drafts.append(replace(labelled_draft(node, context), kind=TaskKind.DUTY))
            return None
        units = unit_heading(node.text.text)
        if node.children and (units or _is_section(node) or node.text.text.rstrip().endswith(":")):
            if not units and not _is_section(node):
                charged = clause_drafts(
                    Node(node.style, node.name, node.line, node.text, parent=node.parent), context
                )
                units = charged[0].assigned.leads if charged else ()
            return replace(context.under(node), subject=units or context.subject)
        numbered = [child for child in node.children if not child.is_bullet]
        if not _is_section(node) or _after_colon(node):
            alone = (
                Node(node.style, node.name, node.line, node.text, parent=node.parent) if numbered else node
            )
            self.drafts.extend(clause_drafts(alone, context))
        if numbered or _is_section(node):
            return context.under(node)
        return None


def general_deadline(node: Node) -> Passage | None:
    """Return the words of a section that says when everything is to be done ("IV. THỜI GIAN THỰC HIỆN: …")."""
    head, _, rest = node.text.text.partition(":")
    if classify(head) is not LabelKind.DEADLINE or any(not child.is_bullet for child in node.children):
        return None
    words = Passage()
    words.add(node.line, rest.strip())
    for child in node.children:
        words.pieces.extend(gather(child).pieces)
    return words if words.text and len(words.text) < 400 else None


def part_of(node: Node, above: Part) -> Part:
    """Return the part an item opens, or the one it stands in."""
    text = node.text.text[:_HEADING]
    if _is_section(node):
        head = text.partition(":")[0] if len(node.text.text) > _HEADING else text
        found = [(m.start(), part) for part, pattern in _ANYWHERE if (m := pattern.search(head))]
        parts = {part for _, part in found}
        if (
            Part.WORK in parts
            and Part.ORGANISATION in parts
            and not re.search(r"nhiệm vụ\s*(?:,|và)|giải pháp", head, re.IGNORECASE)
        ):
            return Part.ORGANISATION
        for part in (Part.WORK, Part.ORGANISATION, Part.TARGETS, Part.PURPOSE):
            if part in parts:
                return part
        return Part.UNKNOWN if node.style in {"roman", "upper", "part", "annex"} else above
    if node.is_bullet:
        return above
    opened = next((part for part, pattern in _ALONE if pattern.match(text)), None)
    return opened if opened and (above is not Part.WORK or opened is not Part.PURPOSE) else above


def _is_section(node: Node) -> bool:
    return node.style in {"roman", "upper", "part", "annex"} or (
        node.parent is not None
        and node.parent.style == "root"
        and bool(node.children)
        and len(node.text.text) < _HEADING
    )


def _after_colon(node: Node) -> bool:
    return len(node.text.text.partition(":")[2].strip()) > 20


def _has_units(node: Node) -> bool:
    return any(label.kind in _UNIT_KINDS for item in node.walk() for label in item.labels)


def _has_own_units(node: Node) -> bool:
    return any(label.kind in {LabelKind.LEAD, LabelKind.COORDINATING} for label in node.labels)


def _charges(node: Node, context: Context) -> bool:
    text = gather(node)
    return len(text.text) < LONGEST_PARAGRAPH and bool(clause_drafts(node, replace(context, subject=())))
