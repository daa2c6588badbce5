"""Label lines moved to the items they speak of, once the whole outline is known."""

import re
from dataclasses import replace

from documents.items import Label, Node
from documents.labels import LabelKind, find_labels

_SECTIONS = {"root", "annex", "part", "upper", "roman"}
_SEVERAL = re.compile(
    r"(?:các|những|tất cả)\s+(?:nhiệm vụ|công việc|nội dung|hoạt động|việc)"
    r"(?P<which>(?:\s+(?:số )?\d[\d,. vàđến-]*)?)"
    r"|\bchung$",
    re.IGNORECASE,
)


def settle_labels(root: Node) -> None:
    """Give every label to the item, or the items, that its words or its place mean."""
    for node in list(root.walk()):
        _content_becomes_text(node)
        _last_dash_speaks_for_all(node)
    for node in list(root.walk()):
        _several_named(node)


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


def _shared(label: Label) -> Label:
    return replace(label, shared=True)


def _names(words: str) -> set[str]:
    """Return the numbers of "1, 2 và 4" and "1 đến 3"."""
    names: set[str] = set()
    for found in re.finditer(r"(\d+)(?:\s*(?:-|đến)\s*(\d+))?", words):
        first, last = int(found[1]), int(found[2] or found[1])
        names.update(str(n) for n in range(first, min(last, first + 99) + 1))
    return names
