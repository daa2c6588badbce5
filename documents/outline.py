"""The outline of a plan: its numbered items as a tree, each with its text, its label lines and its tables."""

import re
from collections.abc import Iterable

from documents.clause_kinds import is_closing
from documents.items import Label, Node, Passage
from documents.label_lines import is_label_line, label_begun, out_of_bracket, task_labels
from documents.labels import LONGEST, OWNED, LabelKind, find_labels
from documents.markers import read_marker, roman, without_markdown
from documents.plain_heads import is_plain_heading, is_shouted, unit_lines
from documents.rows import ROLES
from documents.settling import settle_labels
from documents.source import Block, Line, Row
from domain.unit_capitals import taken_down
from domain.unit_lists import starts_unit

_COUNTED = {"number.", "number-", "dotted", "named"}
_BEFORE_ROMAN = {"i": "h", "v": "uư", "x": "vy"}
_INDENT = re.compile(r"\s{2,}|\t")
_FULL, _NEARLY = 1.0, 0.85  # of the width: a line that the next line's first word would not have fitted into
_ENDS = re.compile(r"[.;:!?…/”\")]\s*$")
_LISTED = re.compile(r"[;,]\s*$")
_BROKEN_OFF = re.compile(r"(?:\.|(?:triển khai|thực hiện|quy định))\s*$")
_HALF_A_NAME = re.compile(
    r"(?:^|[\s:])(?:Phân|Phân xưởng|Sở|Phòng|Ban|Chi cục|Trung tâm|Ủy ban|Ủy ban nhân dân|UBND|Hội|Công ty|Trường"
    r"|Khoa|Đội|Tổ|Xí nghiệp|Chi nhánh|Trạm|Đoàn|Liên đoàn|Văn phòng"
    r"|[Qq]uý|[Tt]háng|[Nn]ăm|[Nn]gày|[Tt]ừ|[Đđ]ến|[Tt]rước|và|,)$"
)
_CONJUNCTION = re.compile(r"(?:và|hoặc|cùng|,|;)\s")


class OutlineBuilder:
    """Builds the tree line by line. Deep nesting costs nothing: the open items are a list, not a recursion."""

    def __init__(
        self, width: int, labelled: frozenset[str] = frozenset(), headed: frozenset[int] = frozenset()
    ) -> None:
        self.root = Node("root", "", 0)
        self.open: list[Node] = [self.root]
        self.top = ["annex", "part", "upper", "roman", "head"]
        self.label: Label | None = None
        self.label_style = ""  # how the label line began, where its value is the list under it
        self.list_style = ""  # how the lines of that list begin
        self.width = width
        self.headed = headed  # lines that hold nothing but the units charged with what is below
        self.labelled = labelled  # labels that begin one task after another, where no number does
        self.last = ""

    def add(self, block: Block) -> None:
        """Take one more line or row."""
        if isinstance(block, Row):
            self._add_row(block)
            return
        text = " ".join(without_markdown(block.text).split())
        if not text:
            self.last = ""
            return
        style, name, rest = ("", "", text) if block.joined else read_marker(text)
        if not style and self.labelled and (said := self._task_said(text)):
            style, name, rest = "tasked", str(sum(c.style == "tasked" for c in self.here.children) + 1), said
        if style == "letter" and name == "l" and not any(node.name == "k" for node in self.here.children):
            style, name = "number.", "1"  # a scan's "l." for "1."; a true "l)" stands behind "k)"
        style = self._letter_or_roman(style, name)
        if style.startswith("bullet"):
            indent = _INDENT.match(block.text)
            self._add_bullet(block.number, f"{style}{len(indent[0]) if indent else ''}", rest)
        elif style:
            self._add_item(block.number, style, name, rest)
        else:
            self._add_plain(block.number, text, joined=block.joined)
        self.last = text

    def _task_said(self, text: str) -> str:
        """Return the words of a task that a label alone begins ("Công việc: …"), outside numbered items."""
        inner = next((node for node in reversed(self.open) if not node.is_bullet), self.root)
        if inner.style not in {"root", "tasked", *self.top}:
            return ""
        label = next(iter(find_labels(text)), None)
        if label is None or label.at or label.label.lower() not in self.labelled:
            return ""
        while self.here.is_bullet or self.here.style == "tasked":
            self.open.pop()
        return text[label.start :].strip()

    def _letter_or_roman(self, style: str, name: str) -> str:
        """Tell "i)" behind "h)" from "i)" as the first of small Roman numbers."""
        if style != "small" or len(name) > 1:
            return style
        letter = next((node for node in reversed(self.open) if node.style == "letter"), None)
        return "letter" if letter is not None and letter.name in _BEFORE_ROMAN[name] else style

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
        self._close_for(style, name)
        numbered = style not in self.top and style != "named"
        if numbered and self.here.style != "root" and is_label_line(text):
            self._take_labels(self.here, number, text)
            return
        self._push(Node(style, self._short(style, name), number), number, text)

    def _short(self, style: str, name: str) -> str:
        """Name an item below another: "1.2" under item 1 is 2, as its id already begins with its parent's."""
        if style == "lettered":
            return name.rpartition(".")[2]
        prefix = self._counted_path()
        is_below = style == "dotted" and prefix and name.startswith(prefix + ".")
        return name[len(prefix) + 1 :] if is_below else name

    def _close_for(self, style: str, name: str = "") -> None:
        """Close the items that an item of this style cannot stand in."""
        if style in self.top:
            self._order(style)
            rank = self.top.index(style)
            while self.here.style != "root" and not (
                self.here.style in self.top and self.top.index(self.here.style) < rank
            ):
                self.open.pop()
            return
        while self.here.is_bullet:
            self.open.pop()
        if style == "dotted":
            while not self._holds_counted(name):
                self.open.pop()
            return
        at = next((i for i, node in enumerate(self.open) if node.style == style), None)
        if at is not None:
            del self.open[at:]

    def _order(self, style: str) -> None:
        """Let the first of "A." and "I." that a document uses hold the other."""
        open_styles = {node.style for node in self.open}
        if style == "upper" and "roman" in open_styles and "upper" not in open_styles:
            first = next(node for node in self.open if node.style == "roman")
            if not any(node.style == "upper" for node in (first.parent or self.root).children):
                self.top[2:4] = ["roman", "upper"]

    def _holds_counted(self, name: str) -> bool:
        """Tell whether the innermost item can hold "1.2": a section, or the item 1."""
        if self.here.style in _COUNTED:
            return name.startswith(self._counted_path() + ".")
        return self.here.style in {"root", *self.top}

    def _counted_path(self) -> str:
        return ".".join(node.name for node in self.open if node.style in _COUNTED)

    def _add_bullet(self, number: int, style: str, text: str) -> None:
        if self._is_listed(style, text) and self.label is not None:
            self.list_style = style
            self.label.value.add(number, text.rstrip(" ;.") + ";")
            return
        labels = is_label_line(text)
        if labels and self._serves_bullet(style):
            self._take_labels(self.here, number, text, style)
            return
        at = next((i for i, node in enumerate(self.open) if node.style in {style, "plain"}), None)
        if at is not None:
            del self.open[at:]
        if labels:
            self._take_labels(self.here, number, text, style)
        else:
            self._push(Node(style, roman(len(self.here.children) + 1), number), number, text)

    def _serves_bullet(self, style: str) -> bool:
        """Tell whether a dash with a label speaks of the dash above it, both standing right under a section."""
        above = self.here
        return above.style == style and above.parent is not None and above.parent.style in {"root", *self.top}

    def _is_listed(self, style: str, text: str) -> bool:
        """Tell whether a dash belongs to the list that is the value of the label line above it."""
        if self.label is None or not self.label_style or is_label_line(text):
            return False
        if style != self.label_style:
            return self.list_style in {"", style}
        is_open = not self.label.value.text or self.list_style == style
        return is_open and (self.label.kind not in ROLES or starts_unit(text))

    def _add_plain(self, number: int, text: str, *, joined: bool = False) -> None:
        if (begun := self._broken_label(text)) is not None:
            self._take_labels(self.here, begun, f"{self.last} {text}")
            return
        if is_label_line(text) and self.here.style != "root":
            self._take_labels(self.here, number, text)
            return
        if number in self.headed and not joined and self._may_be_headed(text):
            self._close_for("unit")
            self._push(Node("unit", roman(len(self.here.children) + 1), number), number, taken_down(text))
            return
        if (
            not joined
            and (is_plain_heading(text) or (is_shouted(text) and not self.last.isupper()))
            and self._takes_heading()
        ):
            self._close_for("head")
            self._push(Node("head", roman(len(self.here.children) + 1), number), number, text.rstrip(": "))
            return
        passage = self.label.value if self.label else self.here.text
        if (self.label is not None and not passage.pieces) or (
            self.here.style in self.top and not self.here.text.pieces
        ):
            self.label_style = ""  # its value stands here, not in a list below
            self._go_on(passage, number, text)
        elif passage.pieces and (joined or self._continues(text)):
            # The last piece, not the whole text: ten thousand lines may go on with one another.
            passage.broken |= bool(_CONJUNCTION.match(text)) and bool(
                _BROKEN_OFF.search(passage.pieces[-1].text)
            )
            self._go_on(passage, number, text)
        else:
            while self.here.is_bullet:
                self.open.pop()
            if not self._waits() and is_closing(text, self.here.text.text):
                while self.here.style not in {"root", *self.top}:
                    self.open.pop()
            self._push(Node("plain", roman(len(self.here.children) + 1), number), number, text)

    def _waits(self) -> bool:
        """Tell whether the innermost item is a mere heading, which the paragraph behind it belongs to."""
        here = self.here
        heading = here.style not in {"root", *self.top} and not (here.children or here.labels)
        return heading and not _ENDS.search(here.text.text)

    def _may_be_headed(self, text: str) -> bool:
        """Tell whether units alone on a line head what is below, and are no label's value or a name's second half."""
        if self.label is not None and (not self.label.value.pieces or _LISTED.search(self.last)):
            return False
        if not self.last or _ENDS.search(self.last) or self.here.style in self.top:
            return not _HALF_A_NAME.search(self.last.lower())
        return not (self._continues(text) or _HALF_A_NAME.search(self.last))

    def _broken_label(self, text: str) -> int | None:
        """Take back a line that was only the beginning of a label ("Thời" / "gian: …"); its number, or None."""
        pieces = self.here.text.pieces
        if self.here.style != "plain" or len(pieces) != 1 or self.here.labels or len(self.open) < 3:
            return None
        begun = pieces[0].text
        label = next(iter(find_labels(f"{begun} {text}")), None) if len(begun) < LONGEST else None
        if label is None or label.at or label.kind not in OWNED or label.start <= len(begun):
            return None
        self.open.pop().parent.children.pop()  # type: ignore[union-attr]  # only the root has no parent
        return pieces[0].number

    def _takes_heading(self) -> bool:
        """Tell whether a heading without a number may stand here: not inside a numbered item."""
        if self.label is not None and not self.label.value.pieces:
            return False
        inner = next((node for node in reversed(self.open) if not node.is_bullet), self.root)
        if any(node.style == "head" for node in self.open):
            return True
        return inner.style in {"root", "head"} or (inner.style in self.top and bool(inner.text.pieces))

    def _go_on(self, passage: Passage, number: int, text: str) -> None:
        """Add a line to a text or a label's value; labels that begin in it or just before it are taken off."""
        last = passage.pieces[-1] if passage.pieces else None
        if last is not None and (begun := label_begun(last.text, text)):
            passage.pieces[-1] = Line(last.number, last.text[:begun].rstrip())
            self._take_labels(self.here, number, f"{last.text[begun:]} {text}")
            return
        labels = [found for found in find_labels(text) if found.kind in OWNED and ":" in text[: found.start]]
        at = labels[0].at if labels else len(text)
        passage.add(number, text[:at].rstrip(" -–+•|") if at < len(text) else text)
        self._take_labels(self.here, number, text[at:])

    def _continues(self, text: str) -> bool:
        """Whether a line without a marker goes on with the line before it."""
        if text[0].islower() or text[0] in ",;)”":
            return True
        if self.label is not None and (_LISTED.search(self.last) or _HALF_A_NAME.search(self.last)):
            return True
        if text.isupper() and self.last.isupper() and not _ENDS.search(self.last):
            return True
        if not self.width or not self.last:
            return False
        ended = bool(_ENDS.search(self.last))
        needed = len(self.last) + 1 + len(text.split(None, 1)[0])
        return needed > self.width * (_FULL if ended else _NEARLY) and not (ended and is_closing(text, ""))

    def _push(self, node: Node, number: int, text: str) -> None:
        node.parent = self.here
        self.here.children.append(node)
        self.open.append(node)
        self.label = None
        self._take_text(node, number, text)

    def _take_text(self, node: Node, number: int, text: str) -> None:
        """Return the text of an item; labels written behind it in the same line are taken off."""
        labels = [found for found in find_labels(text) if found.kind in OWNED]
        at = labels[0].at if labels else len(text)
        if at == 0:
            node.text.add(number, text)
            return
        node.text.add(number, text[:at].rstrip(" -–+•|"))
        self._take_labels(node, number, text[at:])

    def _take_labels(self, node: Node, number: int, text: str, style: str = "none") -> None:
        for found in find_labels(text):
            label = Label(found.kind, found.label, Passage(), number)
            value = text[found.start : found.end].lstrip(" -–+•*_").strip(" *_")
            if found.end < len(text):  # what ends in a dash at a line's end goes on in the next line
                value = value.rstrip(" -–+•*_|")
            value, when = out_of_bracket(value)
            label.value.add(number, value)
            node.labels.append(label)
            if when:
                node.labels.append(Label(LabelKind.DEADLINE, "", Passage([Line(number, when)]), number))
            self.label = label
            self.label_style, self.list_style = "" if value else style, ""


def build_outline(blocks: Iterable[Block], width: int = 0) -> Node:
    """Return the tree of the blocks. `width` is that of hard-wrapped text, 0 where a line is a paragraph."""
    blocks = list(blocks)
    builder = OutlineBuilder(width, task_labels(blocks), unit_lines(blocks))
    for block in blocks:
        builder.add(block)
    settle_labels(builder.root)
    return builder.root
