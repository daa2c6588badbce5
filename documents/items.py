"""The parts of an outline: passages that know their lines, label lines, and items in a tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.labels import LabelKind
from documents.source import Line, Row


@dataclass(slots=True)
class Passage:
    """Text gathered from one or more lines; knows which line each of its letters came from."""

    pieces: list[Line] = field(default_factory=list)
    broken: bool = False

    def add(self, number: int, text: str) -> None:
        """Go on with the text of another line."""
        if text:
            self.pieces.append(Line(number, text))

    @property
    def text(self) -> str:
        """The pieces joined by blanks."""
        pieces = self.pieces
        return pieces[0].text if len(pieces) == 1 else " ".join([piece.text for piece in pieces])

    def upto(self, end: int) -> "Passage":
        """Return the passage up to that letter of its text."""
        kept, at = Passage(broken=self.broken), 0
        for piece in self.pieces:
            if at < end:
                kept.add(piece.number, piece.text[: end - at].rstrip())
            at += len(piece.text) + 1
        return kept

    @property
    def numbers(self) -> list[int]:
        """The lines it came from, in order."""
        return [piece.number for piece in self.pieces]

    def lines_at(self, start: int, end: int) -> tuple[int, ...]:
        """Return the lines that the letters from `start` to `end` of `text` came from."""
        at, found = 0, []
        for piece in self.pieces:
            if at < end and at + len(piece.text) > start:
                found.append(piece.number)
            at += len(piece.text) + 1
        return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class Label:
    """A label line of an item: what it is about, its words, its value with line numbers.

    `shared`: its words give it to several items ("… các nhiệm vụ nêu trên").
    """

    kind: LabelKind
    label: str
    value: Passage
    line: int
    shared: bool = False


@dataclass(slots=True)
class Node:
    """One item. `style` is the kind of its marker, `name` the marker's letter or number as ids show it."""

    style: str
    name: str
    line: int
    text: Passage = field(default_factory=Passage)
    labels: list[Label] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    tables: list[list[Row]] = field(default_factory=list)
    parent: "Node | None" = None

    @property
    def is_bullet(self) -> bool:
        """Whether the item has a dash or no marker at all."""
        return self.style.startswith("bullet") or self.style == "plain"

    def path(self) -> str:
        """Return the item's id: the names from the top, joined by dots."""
        names: list[str] = []
        node: Node | None = self
        while node is not None and node.style != "root":
            names.append(node.name)
            node = node.parent
        return ".".join(reversed(names))

    def walk(self) -> Iterator["Node"]:
        """Return the item and all below it, in document order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))
