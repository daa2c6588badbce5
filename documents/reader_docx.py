"""Word files into numbered lines: one paragraph a line, tables as rows, automatic numbers written out.

Only the parts that are needed are unpacked, each within a size and a number of tags; entities are never resolved.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Final

from lxml import etree

from documents.docx_numbering import Numbering, read_numbering
from documents.source import Block, Line, Row, Source, source_from_text, tidy
from domain.errors import BadInputError

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MAX_PART: Final = 12 * 1024 * 1024
MAX_MARKS: Final = 1_000_000  # tags and attributes of a part: a tree takes some 200 bytes for each
MAX_PARAGRAPHS: Final = 100_000
MAX_ENTRIES: Final = 5_000
_DROPPED = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{MC}Fallback", f"{W}pPr", f"{W}rPr"}
)
_LETTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
_THROUGH = frozenset(
    {
        f"{W}sdt",
        f"{W}sdtContent",
        f"{W}ins",
        f"{W}moveTo",
        f"{W}smartTag",
        f"{W}customXml",
        f"{MC}AlternateContent",
        f"{MC}Choice",
    }
)


def read_docx(data: bytes) -> Source:
    """Return the document's lines and rows. BadInputError `plan-file-unreadable` or `plan-file-too-large`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > MAX_ENTRIES:
                raise BadInputError("plan-file-too-large")
            body = _parse(_part(archive, "word/document.xml", needed=True)).find(f"{W}body")
            numbering = read_numbering(
                _optional(archive, "word/numbering.xml"), _optional(archive, "word/styles.xml")
            )
            notes = [
                *_notes(_optional(archive, "word/footnotes.xml")),
                *_notes(_optional(archive, "word/endnotes.xml")),
            ]
    except (
        zipfile.BadZipFile,
        KeyError,
        etree.XMLSyntaxError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise BadInputError("plan-file-unreadable") from error
    if body is None:
        raise BadInputError("plan-file-unreadable")
    reader = _Body(numbering)
    blocks = tuple(reader.blocks(body))
    count = max(reader.number, 1)
    return Source(_clean(blocks), count, tuple(Line(count, note) for note in notes if note))


def _part(archive: zipfile.ZipFile, name: str, *, needed: bool = False) -> bytes:
    """Return the bytes of one part, never more than may be parsed, whatever the archive claims."""
    try:
        info = archive.getinfo(name)
    except KeyError:
        if needed:
            raise
        return b""
    if info.file_size > MAX_PART:
        raise BadInputError("plan-file-too-large")
    with archive.open(info) as stream:
        data = stream.read(MAX_PART + 1)
    if len(data) > MAX_PART or data.count(b"<") + data.count(b"=") > MAX_MARKS:
        raise BadInputError("plan-file-too-large")
    return data


def _parse(data: bytes) -> etree._Element:  # lxml's element type has no public name
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    return etree.fromstring(data, parser)


def _optional(archive: zipfile.ZipFile, name: str) -> etree._Element | None:  # as above
    data = _part(archive, name)
    return _parse(data) if data else None


def _notes(root: etree._Element | None) -> Iterator[str]:  # as above
    for note in root if root is not None else ():
        if isinstance(note.tag, str) and note.get(f"{W}type") is None:
            yield tidy(" ".join(_text(p).strip() for p in note.iter(f"{W}p"))).strip()


def _clean(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Lines without the residue that text taken out of Word files carries."""
    return tuple(
        Line(
            block.number, " ".join(x.text for x in source_from_text(block.text).blocks if isinstance(x, Line))
        )
        if isinstance(block, Line) and "[" in block.text
        else block
        for block in blocks
    )


class _Body:
    """Walks the body in document order, counting every paragraph once."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.number = 0
        self.table = 0

    def blocks(self, parent: etree._Element) -> Iterator[Block]:  # as above
        for element in parent:
            if element.tag == f"{W}p":
                yield from self.lines(element)
            elif element.tag == f"{W}tbl":
                yield from self.rows(element)
            elif element.tag in _THROUGH:
                yield from self.blocks(element)

    def lines(self, paragraph: etree._Element) -> Iterator[Line]:  # as above
        """Return a paragraph's lines (several where it holds line breaks), then those of its text boxes."""
        self.number += 1
        if self.number > MAX_PARAGRAPHS:
            raise BadInputError("plan-file-too-large")
        number = self.number
        label = self.numbering.label(paragraph)
        texts = tidy(label + _text(paragraph)).split("\n")
        for text in texts:
            yield Line(number, text)
        for box in _boxes(paragraph):
            for inner in box.iter(f"{W}p"):
                yield Line(number, tidy(_text(inner)).replace("\n", " "))

    def rows(self, table: etree._Element) -> Iterator[Row]:  # as above
        self.table += 1
        mine = self.table
        above: dict[int, tuple[Line, ...]] = {}
        for row in _children(table, f"{W}tr"):
            cells: list[tuple[Line, ...]] = []
            for cell in _children(row, f"{W}tc"):
                lines = tuple(self._cell_lines(cell))
                column = len(cells)
                span, merge = _cell_shape(cell)
                if merge == "continue":
                    lines = above.get(column, lines)
                above[column] = lines
                cells.extend([lines] * span)
            if cells:
                yield Row(mine, tuple(cells))

    def _cell_lines(self, cell: etree._Element) -> Iterator[Line]:  # as above
        for block in self.blocks(cell):
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for inner in block.cells for line in inner)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:  # as above
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH:
            yield from _children(element, tag)


def _cell_shape(cell: etree._Element) -> tuple[int, str | None]:  # as above
    """How many columns a cell spans, and whether it hangs on the one above."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    columns = (span.get(f"{W}val") or "1") if span is not None else "1"
    return (
        min(int(columns), 63) if columns.isdigit() and int(columns) else 1,
        None if merge is None else (merge.get(f"{W}val") or "continue"),
    )


def _text(paragraph: etree._Element) -> str:  # as above
    """Return the visible text: insertions in, deletions out, text boxes left to `_boxes`."""
    parts: list[str] = []
    stack = [iter(paragraph)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{W}t":
            parts.append(element.text or "")
        elif element.tag in _LETTERS:
            parts.append(_LETTERS[element.tag])
        elif element.tag not in _DROPPED and element.tag != f"{W}txbxContent":
            stack.append(iter(element))
    return "".join(parts)


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:  # as above
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(up.tag in {f"{MC}Fallback", f"{W}txbxContent"} for up in box.iterancestors()):
            yield box
