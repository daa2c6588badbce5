"""The outline of a plan: its numbered items as a tree, each with its text, its label lines and its tables."""

import re
from collections.abc import Iterable

from documents.items import Label, Node, Passage
from documents.labels import LabelKind, find_labels
from documents.markers import read_marker, roman
from documents.source import Block, Row
from domain.unit_lists import starts_unit

_TOP = ("annex", "part", "upper", "roman")
_ENDS = re.compile(r"[.;:!?…/”\")]\s*$")
_CONJUNCTION = re.compile(r"(?:và|hoặc|cùng|,|;)\s")
_ROLE_WORD = re.compile(r"chủ trì|phối hợp|thực hiện|chịu trách nhiệm")
_MARKDOWN = re.compile(r"^#{1,6}\s+|\*\*|__")


class OutlineBuilder:
    """Builds the tree line by line. Deep nesting costs nothing: the open items are a list, not a recursion."""

    def __init__(self, width: int) -> None:
        self.root = Node("root", "", 0)
        self.open: list[Node] = [self.root]
        self.label: Label | None = None
        self.listing = ""  # the dash of a label line whose value is the list under it
        self.width = width
        self.last = ""

    def add(self, block: Block) -> None:
        """Take one more line or row."""
        if isinstance(block, Row):
            self._add_row(block)
            return
        text = " ".join(_MARKDOWN.sub("", block.text).split())
        if not text:
            self.last = ""
            return
        style, name, rest = ("", "", text) if block.joined else read_marker(text)
        if style.startswith("bullet"):
            self._add_bullet(block.number, style, rest)
        elif style:
            self._add_item(block.number, style, name, rest)
        else:
            self._add_plain(block.number, text, joined=block.joined)
        self.last = text

    @property
    def here(self) -> Node:
        """The innermost open item."""
        return self.open[-1]

    def _add_row(self, row: Row) -> None:
        while self.here.is_bullet:
            self.open.pop()
        tables = self.here.tables
        if not tables or tables[-1][0].table != row.table:
            tables.append([])
        tables[-1].append(row)
        self.label = None

    def _add_item(self, number: int, style: str, name: str, text: str) -> None:
        labels = find_labels(text)
        numbered = style not in _TOP and style != "named"
        if (
            numbered
            and labels
            and labels[0].at == 0
            and labels[0].kind in _OWNED
            and self.here.style != "root"
        ):
            self._close_for(style)
            self._take_labels(self.here, number, text)
            return
        self._close_for(style, name)
        self._push(Node(style, self._short(style, name), number), number, text)

    def _short(self, style: str, name: str) -> str:
        """Name an item below another: "1.2" under item 1 is 2, as its id already begins with its parent's."""
        names: list[str] = []
        for node in self.open:
            names += [node.name] if node.style in {"number.", "dotted"} else []
        prefix = ".".join(names)
        return (
            name[len(prefix) + 1 :]
            if style == "dotted" and prefix and name.startswith(prefix + ".")
            else name
        )

    def _close_for(self, style: str, name: str = "") -> None:
        """Close the items that an item of this style cannot stand in."""
        if style in _TOP:
            rank = _TOP.index(style)
            while self.here.style != "root" and not (
                self.here.style in _TOP and _TOP.index(self.here.style) < rank
            ):
                self.open.pop()
            return
        while self.here.is_bullet:
            self.open.pop()
        if style == "dotted":
            while self.here.style == "dotted" and not name.startswith(self._dotted_path() + "."):
                self.open.pop()
            while self.here.style not in {"root", "number.", "dotted", *_TOP}:
                self.open.pop()
            return
        at = next((i for i, node in enumerate(self.open) if node.style == style), None)
        if at is not None:
            del self.open[at:]

    def _dotted_path(self) -> str:
        return ".".join(node.name for node in self.open if node.style in {"number.", "dotted"})

    def _add_bullet(self, number: int, style: str, text: str) -> None:
        labels = find_labels(text)
        at = next((i for i, node in enumerate(self.open) if node.style in {style, "plain"}), None)
        if at is not None:
            del self.open[at:]
        if labels and labels[0].at == 0 and labels[0].kind in _OWNED:
            self._take_labels(self.here, number, text, style)
        elif self.label is not None and self.listing and style != self.listing:
            self.label.value.add(number, text.rstrip(" ;.") + ";")
        else:
            self._push(Node(style, roman(len(self.here.children) + 1), number), number, text)

    def _add_plain(self, number: int, text: str, *, joined: bool = False) -> None:
        labels = find_labels(text)
        if labels and labels[0].at == 0 and labels[0].kind in _OWNED and self.here.style != "root":
            self._take_labels(self.here, number, text)
            return
        value = self.label.value if self.label else None
        passage = value if value is not None else self.here.text
        if (self.label is not None and not passage.pieces) or (
            self.here.style in _TOP and not self.here.text.pieces
        ):
            passage.add(number, text)
        elif passage.pieces and (joined or self._continues(text)):
            last = passage.pieces[
                -1
            ].text  # not the whole text: ten thousand lines may go on with one another
            passage.broken |= bool(_CONJUNCTION.match(text)) and last.rstrip().endswith(".")
            if value is None and find_labels(text):
                self._take_text(self.here, number, text)
            else:
                passage.add(number, text)
        else:
            while self.here.is_bullet:
                self.open.pop()
            self._push(Node("plain", roman(len(self.here.children) + 1), number), number, text)

    def _continues(self, text: str) -> bool:
        """Whether a line without a marker goes on with the line before it."""
        if text[0].islower() or text[0] in ",;)”":
            return True
        if text.isupper() and self.last.isupper() and not _ENDS.search(self.last):
            return True
        return bool(
            self.width and self.last and not _ENDS.search(self.last) and len(self.last) > self.width * 0.6
        )

    def _push(self, node: Node, number: int, text: str) -> None:
        node.parent = self.here
        self.here.children.append(node)
        self.open.append(node)
        self.label = None
        self._take_text(node, number, text)

    def _take_text(self, node: Node, number: int, text: str) -> None:
        """Return the text of an item; labels written behind it in the same line are taken off."""
        labels = [found for found in find_labels(text) if found.kind in _OWNED]
        at = labels[0].at if labels else len(text)
        if at == 0:
            node.text.add(number, text)
            return
        words, charge = _bracketed_charge(text[:at].rstrip(" -–+•") if labels else text.rstrip())
        node.text.add(number, words)
        if charge:
            label = Label(LabelKind.LEAD, "", Passage(), number)
            label.value.add(number, charge)
            node.labels.append(label)
        self._take_labels(node, number, text[at:])

    def _take_labels(self, node: Node, number: int, text: str, style: str = "none") -> None:
        for found in find_labels(text):
            label = Label(found.kind, found.label, Passage(), number)
            value = text[found.start : found.end].lstrip(" -–+•*_").strip(" *_")
            if found.end < len(text):  # what ends in a dash at a line's end goes on in the next line
                value = value.rstrip(" -–+•*_")
            if value.count(")") > value.count("("):
                value = value.rstrip(" .;").removesuffix(")")
            label.value.add(number, value)
            node.labels.append(label)
            self.label = label
            self.listing = "" if value else style


_OWNED = frozenset(
    {
        *(LabelKind.LEAD, LabelKind.COORDINATING, LabelKind.DEADLINE, LabelKind.PRODUCT),
        *(LabelKind.RECIPIENT, LabelKind.GUIDANCE, LabelKind.OVERSIGHT, LabelKind.OTHER),
    }
)


def _bracketed_charge(text: str) -> tuple[str, str]:
    """Take "(Sở Y tế chủ trì)" off the end of an item; its bracket may still be open where labels follow."""
    at = text.rfind("(")
    if at <= 0:
        return text, ""
    inside = text[at + 1 :].rstrip(" .;)")
    if not inside:
        return text[:at].rstrip(), ""
    if ")" not in inside and len(inside) < 400 and starts_unit(inside) and _ROLE_WORD.search(inside):
        return text[:at].rstrip(" ;,"), inside
    return text, ""


def build_outline(blocks: Iterable[Block], width: int = 0) -> Node:
    """Return the tree of the blocks. `width` is that of hard-wrapped text, 0 where a line is a paragraph."""
    builder = OutlineBuilder(width)
    for block in blocks:
        builder.add(block)
    return builder.root
