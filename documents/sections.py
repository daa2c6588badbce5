"""The walk over the outline that turns its items into drafts and targets, each as its part of the plan asks."""

import re
from dataclasses import replace

from documents.clause_kinds import is_formula
from documents.columns import find_head
from documents.drafts import labelled_draft
from documents.generals import General, clause_generals, section_general
from documents.items import Node
from documents.labels import LabelKind
from documents.parts import Part, is_section, lists_work, part_of
from documents.plain_heads import is_time_heading
from documents.prose import clause_drafts, gather, heading_units, is_several, leads_over, node_units
from documents.rows import LONGEST_PARAGRAPH, Context, Draft, Note
from documents.table_rows import table_drafts
from documents.targets import read_targets
from documents.time_phrases import time_phrase
from domain.plan import Problem, Target, TaskKind

_TASK_LABELS = frozenset({LabelKind.LEAD, LabelKind.COORDINATING, LabelKind.DEADLINE, LabelKind.PRODUCT})
_ANNOUNCES = re.compile(
    r"(?:thông báo|yêu cầu|đề nghị|chỉ đạo|kết luận|chỉ thị|giao|thống nhất|điện|thực hiện|nhiệm vụ|nội dung|sau)"
    r"[^.;:]{0,80}:\s*$",
    re.IGNORECASE,
)
_TELLS_ALL = re.compile(r"(?:thông báo|kết luận|chỉ đạo|điện|chỉ thị)\W*(?:như sau)?\W*:\s*$", re.IGNORECASE)
_SEE_ANNEX = re.compile(
    r"\W*(?:(?:nội dung|các nhiệm vụ|nhiệm vụ|danh mục|có)\s+)*(?:chi tiết|cụ thể|kèm theo|theo|tại)\b.{0,60}"
    r"(?:phụ lục|biểu|bảng|danh mục).{0,60}",
    re.IGNORECASE,
)


_LOOKED_AT = 30


class Walk:
    """One pass over the outline; what it gathers is ready for names to be settled."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.targets: list[Target] = []
        self.problems: list[Problem] = []
        self.notes: list[Note] = []
        self.generals: list[General] = []
        self.work_under: dict[int, bool] = {}  # of items, by id(), whether most below them name who does them
        self.work_elsewhere = False
        self.before_items: set[int] = set()  # paragraphs with items behind them, by id()
        self.listed: set[int] = set()  # items that a sentence before them announces as things to do, by id()

    def run(self, root: Node, context: Context) -> "Walk":
        """Visit every item once, in document order, without recursion."""
        self.work_elsewhere = lists_work(root)
        self.before_items = {id(node) for parent in root.walk() for node in _paragraphs_before_items(parent)}
        context = replace(context, subject=self._charged_by_lead_in(root))
        self.listed = self._announced(root)
        stack = [(child, Part.UNKNOWN, context) for child in reversed(root.children)]
        self._tables(root, context)
        while stack:
            node, part, given = stack.pop()
            part = self._part_of(node, part)
            below = self._visit(node, part, given)
            if below is not None:
                stack.extend((child, part, below) for child in reversed(node.children))
        return self

    def _part_of(self, node: Node, above: Part) -> Part:
        part = part_of(node, above, work_elsewhere=self.work_elsewhere)
        if part is not Part.UNKNOWN:
            return part
        dated = bool(node.children) and is_time_heading(node.text.text)
        return Part.WORK if dated else part

    def _visit(self, node: Node, part: Part, context: Context) -> Context | None:
        """Read the item; the context for its children, or None where they are already part of it."""
        self._tables(node, context)
        if len(node.text.text) > LONGEST_PARAGRAPH:
            self.notes.append(Note(node.line, "paragraph-too-long"))
        if self._gives_time(node):
            return None
        if part is Part.TARGETS:
            return self._visit_target(node, context)
        if part is Part.ORGANISATION:
            return self._visit_duty(node, context)
        if part is Part.PURPOSE and not _has_task_labels(node):
            return context.under(node)
        return self._visit_work(node, part, context)

    def _charged_by_lead_in(self, root: Node) -> tuple[str, ...]:
        """Return the units charged with all items of a letter: "yêu cầu các đơn vị thực hiện các nội dung sau:"."""
        for node in root.children:
            if _TELLS_ALL.search(node.text.text):
                return ()
            if id(node) in self.before_items and leads_over(node.text.text):
                return heading_units(node)
        return ()

    def _announced(self, root: Node) -> set[int]:
        """Return the items of a document without sections that are things to do.

        "… thông báo:", "… yêu cầu:" leads over to them, or most of them name who does them.
        """
        items = [node for node in root.children if node.style != "plain"]
        leads = any(
            id(node) in self.before_items and _ANNOUNCES.search(node.text.text) for node in root.children
        )
        if any(is_section(node) for node in items):
            return set()
        charging = sum(map(_charges, items))
        if not charging or (not leads and (charging < 2 or charging * 2 < len(items))):
            return set()
        return {id(node) for item in items for node in item.walk()}

    def _only_introduces(self, node: Node) -> bool:
        """Tell whether a paragraph only leads over to the items behind it, or points to an annex."""
        text = node.text.text
        if node.labels or node.children:
            return False
        if _SEE_ANNEX.fullmatch(text):
            return True
        return id(node) in self.before_items and (leads_over(text) or not _charges(node))

    def _gives_time(self, node: Node) -> bool:
        """Take the time an item is there to give to others; whether it says nothing else."""
        top = is_section(node) or (node.parent is not None and node.parent.style == "root")
        if top and (general := section_general(node)):
            self.generals.append(general)
            return True
        if not node.labels and not node.children:
            self.generals.extend(clause_generals(node))
        return False

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
        if self._only_introduces(node) or is_formula(node.text.text):
            return None
        if node.children and _heads_others(node, context):
            if _says_its_own(node):
                self._prose(_alone(node), part, context)
            units = heading_units(node) if not node.labels else ()
            return context.under(node).headed_by(units)
        if any(map(find_head, node.tables)) or (is_section(node) and not node.labels and not node.children):
            return context.under(node)
        if not node.labels and (
            part is Part.WORK or context.subject or id(node) in self.listed or _charges(node)
        ):
            self._prose(node, part, context)
        else:
            self._keep(labelled_draft(node, context), node, part)
        return None

    def _prose(self, node: Node, part: Part, context: Context) -> None:
        if is_several(node, context) or (part is Part.UNKNOWN and _charges(node)):
            self.drafts.extend(clause_drafts(node, context, TaskKind.TASK))
        elif id(node) in self.listed and (
            found := clause_drafts(node, context, TaskKind.TASK, strangers=True)
        ):
            self.drafts.extend(found)
        else:
            self._keep(labelled_draft(node, context), node, part)

    def _keep(self, draft: Draft, node: Node, part: Part) -> None:
        known = bool(draft.assigned.leads or node.labels or id(node) in self.listed)
        if draft.text and not known and part is Part.UNKNOWN and self._beside_work(node):
            self.drafts.extend(clause_drafts(node, Context(), TaskKind.TASK, strangers=True))
            return
        if draft.text and (part is Part.WORK or known):
            self.drafts.append(draft)

    def _beside_work(self, node: Node) -> bool:
        """Tell whether most items beside this one, of those looked at, name who does them: then it is work too."""
        parent = node.parent
        if parent is None or not parent.children:
            return False
        if id(parent) not in self.work_under:
            beside = [child for child in parent.children if child.style == node.style][:_LOOKED_AT]
            charging = sum(map(_charges, beside))
            self.work_under[id(parent)] = charging > 1 and charging * 2 > len(beside)
        return self.work_under[id(parent)]

    def _visit_duty(self, node: Node, context: Context) -> Context | None:
        if _has_own_units(node):
            draft = replace(labelled_draft(node, context), kind=TaskKind.DUTY)
            self.drafts.extend([draft] if draft.text else [])
            return None
        units = node_units(node) if node.children else ()
        if node.children and (units or is_section(node) or node.text.text.rstrip().endswith(":")):
            if not units and not is_section(node):
                charged = clause_drafts(_alone(node), context)
                units = charged[0].assigned.leads if charged else ()
            return context.under(node).headed_by(units)
        numbered = [child for child in node.children if not child.is_bullet]
        if not is_section(node) or _after_colon(node):
            said = _alone(node) if numbered else node
            self.drafts.extend(clause_drafts(said, context, strangers=True))
        if numbered or is_section(node):
            return context.under(node)
        return None


def _heads_others(node: Node, context: Context) -> bool:
    """Tell whether the items below are tasks of their own rather than parts of this one."""
    dashes = [child for child in node.children if child.is_bullet]
    if len(dashes) < len(node.children) or any(_has_task_labels(child) for child in dashes):
        return True
    if is_time_heading(node.text.text) or (not node.labels and node_units(node)):
        return True
    if node.labels:
        dated = any(label.kind is LabelKind.DEADLINE for label in node.labels)
        return not dated and any(_names_day(child) for child in dashes)
    if context.subject or is_section(node):
        return True
    return any(_charges(child) for child in dashes) or sum(map(_names_day, dashes)) > 1


def _says_its_own(node: Node) -> bool:
    """Tell whether an item with others below it is a task itself: it charges somebody and has come to its end."""
    text = node.text.text
    ended = text.rstrip().endswith((".", ";")) and all(child.style == "plain" for child in node.children)
    return ended and not node.labels and _charges(_alone(node))


def _names_day(node: Node) -> bool:
    when = time_phrase(gather(node).text, lone=False) if len(node.text.text) < LONGEST_PARAGRAPH else None
    return when is not None and bool(re.search(r"\d", when))


def _paragraphs_before_items(parent: Node) -> list[Node]:
    last = max((i for i, child in enumerate(parent.children) if child.style != "plain"), default=0)
    return [child for child in parent.children[:last] if child.style == "plain"]


def _alone(node: Node) -> Node:
    return Node(node.style, node.name, node.line, node.text, parent=node.parent)


def _after_colon(node: Node) -> bool:
    return len(node.text.text.partition(":")[2].strip()) > 20


def _has_task_labels(node: Node) -> bool:
    return any(label.kind in _TASK_LABELS for item in node.walk() for label in item.labels)


def _has_own_units(node: Node) -> bool:
    return any(label.kind in {LabelKind.LEAD, LabelKind.COORDINATING} for label in node.labels)


def _charges(node: Node) -> bool:
    """Tell whether an item's words name somebody who owes what they say."""
    text = gather(node)
    return len(text.text) < LONGEST_PARAGRAPH and bool(clause_drafts(node, Context()))
