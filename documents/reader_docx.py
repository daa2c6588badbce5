"""Word files into numbered lines: one paragraph a line, tables as rows, automatic numbers written out.

Tracked changes are taken as accepted: what they delete or move away is neither read nor counted.
"""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from documents.docx_numbering import Numbering, read_numbering
from documents.docx_package import Package, parse
from documents.docx_styles import W, read_styles, value_of, whole
from documents.docx_text import BOX, MC, NOTE_KINDS, Look, alternatives, drop_fields, words_of
from documents.legacy_letters import Mender, mender_of
from documents.source import MOST_CELLS, MOST_COLUMNS, Block, Line, Row, Source, tidy, without_residue
from domain.errors import BadInputError

MAX_PARAGRAPHS: Final = 100_000
_THROUGH = frozenset(
    {
        *(f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}smartTag", f"{W}customXml"),
        *(f"{MC}Choice", f"{MC}Fallback"),
    }
)


def read_docx(data: bytes) -> Source:
    """Return the document's lines and rows. BadInputError `plan-file-unreadable` or `plan-file-too-large`."""
    package = Package(data)
    document, looks = package.document(), package.beside("styles")
    root = parse(document)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise BadInputError("plan-file-unreadable")
    styles = read_styles(parse(looks))
    everything = (document, looks)
    look = Look(
        styles,
        hidden=any(b":vanish" in part for part in everything),
        legacy=any(mark in part for part in everything for mark in (b'".Vn', b'".vn', b'"VNI', b'"vni')),
    )
    if b":fldChar" in document or b":fldSimple" in document:
        drop_fields(body)
    texts = "\n".join(element.text or "" for element in body.iter(f"{W}t"))
    reader = _Body(read_numbering(parse(package.beside("numbering")), styles), look, mender_of(texts))
    reader.tracked = any(mark in document for mark in (b":del ", b":moveFrom ", b":cellDel "))
    blocks = tuple(reader.whole(body))
    count = max(reader.number, 1)
    for kind in NOTE_KINDS:
        reader.read_notes(kind, parse(package.beside(kind)), count)
    return Source(blocks, count, tuple(reader.notes))


class _Body:
    """Walks the body in document order, counting every paragraph once."""

    def __init__(self, numbering: Numbering, look: Look, mender: Mender | None) -> None:
        self.numbering = numbering
        self.look = look
        self.mender = mender
        self.tracked = True
        self.number = 0
        self.table = 0
        self.cells = 0
        self.notes: list[Line] = []
        self.carried = ""  # words of a paragraph whose end was deleted: they begin the next one
        self.anchored = 0  # inside a text box: the number of the paragraph it hangs on
        self.references: dict[tuple[str, str], int] = {}

    def whole(self, parent: etree._Element) -> Iterator[Block]:  # lxml's element type has no public name
        """Yield everything in a part of the document that stands for itself: the body, a cell, a text box."""
        outer, self.carried = self.carried, ""
        yield from self.blocks(parent)
        if self.carried:
            yield from self._lines(self._count(), self.carried)
        self.carried = outer

    def blocks(self, parent: etree._Element) -> Iterator[Block]:  # as above
        for element in alternatives(parent) if parent.tag == f"{MC}AlternateContent" else parent:
            if element.tag == f"{W}p":
                yield from self.paragraph(element)
            elif element.tag == f"{W}tbl":
                yield from self.rows(element)
            elif element.tag in _THROUGH or element.tag == f"{MC}AlternateContent":
                yield from self.blocks(element)

    def paragraph(self, paragraph: etree._Element) -> Iterator[Line]:  # as above
        """Return a paragraph's lines (several where it holds line breaks), then those of its text boxes."""
        properties = paragraph.find(f"{W}pPr")
        found = words_of(paragraph, self.look)
        words, self.carried = self.carried + self._mended(found.text), ""
        if self.tracked and properties is not None and _joins_next(properties):
            self.carried = words
            return
        number = self._count()
        self.references |= dict.fromkeys(found.references, number)
        label = self.numbering.label(properties)
        shown = label and (words.strip() or _within_cell(paragraph))
        yield from self._lines(number, label + words if shown else words)
        if found.boxes:
            yield from self._boxes(found.boxes, number)

    def _mended(self, words: str) -> str:
        if self.mender is None:
            return words
        return "\n".join(self.mender.line(part) for part in words.split("\n"))

    def _count(self) -> int:
        if self.anchored:
            return self.anchored
        self.number += 1
        if self.number > MAX_PARAGRAPHS:
            raise BadInputError("plan-file-too-large")
        return self.number

    def _lines(self, number: int, words: str) -> Iterator[Line]:
        text, notes = without_residue(tidy(words))
        self.notes.extend(Line(number, note) for note in notes)
        for line in text.split("\n"):
            yield Line(number, line)

    def _boxes(self, boxes: list[etree._Element], number: int) -> Iterator[Line]:  # as above
        outer, self.anchored = self.anchored, number
        for box in boxes:
            for block in self.whole(box):
                yield from _lines_of(block)
        self.anchored = outer

    def rows(self, table: etree._Element) -> Iterator[Block]:  # as above
        """Yield a table's rows; a cell that fills its row only to hold a table is looked into."""
        self.table += 1
        mine = self.table
        above: dict[int, tuple[Line, ...]] = {}
        for row in _children(table, f"{W}tr"):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            parts = list(_children(row, f"{W}tc"))
            if self.tracked:
                parts = [cell for cell in parts if cell.find(f"{W}tcPr/{W}cellDel") is None]
            if len(parts) == 1 and parts[0].find(f"{W}tbl") is not None:
                yield from self.whole(parts[0])
                continue
            cells: list[tuple[Line, ...]] = [()] * _skipped(properties)
            for cell in parts:
                self._add_cell(cells, cell, above)
            self.cells += len(cells)
            if self.cells > MOST_CELLS:
                raise BadInputError("plan-file-too-large")
            if parts:
                yield Row(mine, tuple(cells))

    def _add_cell(
        self, cells: list[tuple[Line, ...]], cell: etree._Element, above: dict[int, tuple[Line, ...]]
    ) -> None:  # as above
        lines = tuple(line for block in self.whole(cell) for line in _lines_of(block))
        column = len(cells)
        span, hangs, goes_on = _shape(cell)
        if hangs:
            lines = above.get(column, lines)
        if goes_on and cells:
            lines = cells[-1]
        above[column] = lines
        cells.extend([lines] * min(span, MOST_COLUMNS - column))

    def read_notes(self, kind: str, root: etree._Element | None, last: int) -> None:  # as above
        """Gather the notes of a part, each at the line that refers to it."""
        for note in root.iter(NOTE_KINDS[kind]) if root is not None else ():
            if note.get(f"{W}type") is None:
                words = " ".join(words_of(part, self.look).text.strip() for part in note.iter(f"{W}p"))
                words = tidy(self._mended(words)).strip()
                number = self.references.get((kind, note.get(f"{W}id") or ""), last)
                self.notes.extend([Line(number, words)] if words else [])


def _lines_of(block: Block) -> Iterator[Line]:
    """Yield a line, or the lines of a row, a merged cell's once."""
    if isinstance(block, Line):
        yield block
    else:
        for cell in {id(cell): cell for cell in block.cells}.values():
            yield from cell


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:  # as above
    for element in alternatives(parent) if parent.tag == f"{MC}AlternateContent" else parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH or element.tag == f"{MC}AlternateContent":
            yield from _children(element, tag)


def _joins_next(properties: etree._Element) -> bool:  # as above
    """Tell whether the end of a paragraph is deleted or moved away, so that the next one goes on with it."""
    mark = properties.find(f"{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)


def _within_cell(paragraph: etree._Element) -> bool:  # as above
    return any(up.tag == f"{W}tc" for up in paragraph.iterancestors(f"{W}tc", BOX))


def _skipped(properties: etree._Element | None) -> int:  # as above
    """Return how many columns a row leaves out before its first cell."""
    before = properties.find(f"{W}gridBefore") if properties is not None else None
    return min(whole(value_of(before)), MOST_COLUMNS)


def _shape(cell: etree._Element) -> tuple[int, bool, bool]:  # as above
    """How many columns a cell spans, whether it hangs on the one above, whether on the one before."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, False, False
    span = min(whole(value_of(properties.find(f"{W}gridSpan")), 1), MOST_COLUMNS)
    merges = [properties.find(f"{W}{name}") for name in ("vMerge", "hMerge")]
    hangs, goes_on = (merge is not None and value_of(merge, "continue") == "continue" for merge in merges)
    return max(span, 1), hangs, goes_on
