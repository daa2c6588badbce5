"""Label lines moved to the items they speak of, and ditto marks read, once the whole outline is known."""

import re
from dataclasses import replace

from documents.charges import bracketed_charge, split_time
from documents.ditto import is_ditto, same_as
from documents.items import Label, Node, Passage
from documents.labels import LabelKind, find_labels
from documents.plain_heads import is_time_heading
from documents.source import Line

_SECTIONS = {"root", "annex", "part", "upper", "roman", "head"}
_SEVERAL = re.compile(
    r"(?:các|những|tất cả)\s+(?:nhiệm vụ|công việc|nội dung|hoạt động|việc)"
    r"(?P<which>(?:\s+(?:số )?\d[\d,. vàđến-]*)?)"
    r"|\bchung$",
    re.IGNORECASE,
)


def settle_labels(root: Node) -> None:
    """Give every label to the item, or the items, that its words or its place mean."""
    for node in list(root.walk()):
        _charge_becomes_labels(node)
        _heading_gives_time(node)
    for node in list(root.walk()):
        _content_becomes_text(node)
        _last_dash_speaks_for_all(node)
    above: dict[LabelKind, Label] = {}
    for node in list(root.walk()):
        _several_named(node)
        _time_in_units(node)
        _same_as_above(node, above)


def _charge_becomes_labels(node: Node) -> None:
    """Take "(Sở Y tế chủ trì, xong trước 30/6)" off the end of an item, before the labels written behind it."""
    text = node.text.text
    words, charges = bracketed_charge(text)
    if len(words) == len(text):
        return
    lines = node.text.lines_at(len(words), len(text)) or (node.line,)
    node.text = node.text.upto(len(words))
    node.labels[:0] = [Label(kind, "", Passage([Line(lines[0], value)]), lines[0]) for kind, value in charges]


def _heading_gives_time(node: Node) -> None:
    """Let "Tháng 3/2026", a heading that says nothing else, date the items below it."""
    if node.children and not node.labels and is_time_heading(node.text.text):
        words = node.text.text.strip(" .:;")
        if "(" in words:
            words = words.partition("(")[2].rstrip(" )")
        node.labels.append(
            Label(LabelKind.DEADLINE, "", Passage([Line(node.line, words)]), node.line, shared=True)
        )


def _content_becomes_text(node: Node) -> None:
    """Read "a) Nội dung: …" beside "b) Đơn vị thực hiện: …" as the words of the task, not as a task below it."""
    if node.style in _SECTIONS or not node.labels:
        return
    for child in node.children:
        labels = find_labels(child.text.text)
        if labels and labels[0].at == 0 and labels[0].kind is LabelKind.TASK and not child.labels:
            child.style = "bullet-"


def _last_dash_speaks_for_all(node: Node) -> None:
    """Move label lines written under a list of dashes to the item that the dashes are parts of."""
    dashes = [child for child in node.children if child.is_bullet]
    if node.style in _SECTIONS or len(dashes) < 2 or node.labels:
        return
    last = dashes[-1]
    below = [label for label in last.labels if label.line > last.line]
    if below and len(below) == len(last.labels) and not any(dash.labels for dash in dashes[:-1]):
        node.labels, last.labels = below, []


def _several_named(node: Node) -> None:
    """Hand "Đơn vị thực hiện các nhiệm vụ 1, 2 nêu trên: …" to those items, or to all beside it."""
    for label in [label for label in node.labels if _SEVERAL.search(label.label)]:
        above = node if node.style in _SECTIONS else node.parent
        which = _SEVERAL.search(label.label)
        if above is None or which is None:
            continue
        node.labels.remove(label)
        named = _names(which["which"] or "")
        heirs = [child for child in above.children if child.name in named]
        for heir in heirs or [above]:
            heir.labels.append(_shared(label))


def _time_in_units(node: Node) -> None:
    """Take the time out of "Phụ trách: Sở Y tế, thường xuyên", where no label of its own gives it."""
    if any(label.kind is LabelKind.DEADLINE for label in node.labels):
        return
    for label in [label for label in node.labels if label.kind is LabelKind.LEAD]:
        who, when = split_time(label.value.text)
        if who and when:
            line = label.value.numbers[0]
            label.value = Passage([Line(line, who)], broken=label.value.broken)
            node.labels.append(Label(LabelKind.DEADLINE, "", Passage([Line(line, when)]), line))


def _same_as_above(node: Node, above: dict[LabelKind, Label]) -> None:
    """Read "như trên" as the last value of the same label above it, "như mục 2" as that of the item named."""
    for label in node.labels:
        text = label.value.text.strip(" .;")
        source = above.get(label.kind) if is_ditto(text) else _value_of(node, same_as(text), label.kind)
        if source is not None:
            label.value = Passage([replace(piece, number=label.line) for piece in source.value.pieces])
        above[label.kind] = label


def _value_of(node: Node, name: str | None, kind: LabelKind) -> Label | None:
    beside = node.parent.children if node.parent is not None and name else []
    found = next((other for other in beside if other.name == name), None)
    return next((label for label in found.labels if label.kind is kind), None) if found else None


def _shared(label: Label) -> Label:
    return replace(label, shared=True)


def _names(words: str) -> set[str]:
    """Return the numbers of "1, 2 và 4" and "1 đến 3"."""
    names: set[str] = set()
    for found in re.finditer(r"(\d+)(?:\s*(?:-|đến)\s*(\d+))?", words):
        first, last = int(found[1]), int(found[2] or found[1])
        names.update(str(n) for n in range(first, min(last, first + 99) + 1))
    return names
