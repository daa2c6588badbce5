"""PDF files with text into numbered lines and table rows, pages one after another.

Page numbers, running heads and footnotes are taken out, so that a sentence goes on over the page's end.
"""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any, Final

import pypdfium2

from documents.pdf_aligned import Aligned, find_aligned
from documents.pdf_layout import Printed, lay_out
from documents.pdf_page import Page, Piece, read_page
from documents.pdf_tables import Grid, find_grids, take_words
from documents.reader_scan import DOTS, Scanner
from documents.source import Block, Line, Row, Source, settled
from documents.wrapping import ENDED, ITEM
from domain.errors import BadInputError

MAX_PAGES: Final = 1_000
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:trang|page)\s+)?\d{1,4}(?:\s*(?:/|trên|of)\s*\d{1,4})?\W{0,3}", re.IGNORECASE
)
_NOTE = re.compile(r"(?:\[?\(?\d{1,3}[\])]?|\*{1,3})\s*\S")
_LONGEST_SIDE = 5_000  # pixels
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_Item = Printed | Grid


@dataclass(slots=True)
class _Measures:
    """What is usual in a document: size of letters, pitch of lines, right edge of each column's text."""

    size: float = 12.0
    pitch: float = 1.2
    right: dict[int, float] = field(default_factory=dict)
    left: dict[int, float] = field(default_factory=dict)
    spaced: bool = False
    indented: bool = False


def read_pdf(data: bytes) -> Source:
    """Return the lines of a file; pages that are pictures are read by tesseract where it is installed.

    BadInputError: empty, unreadable, locked, too large, scanned or blurred.
    """
    pages = load_pages(data)
    if not any(page.pieces for page in pages):
        raise BadInputError("plan-file-empty")
    return assemble(pages)


def load_pages(data: bytes) -> list[Page]:
    """Return every page of a file. BadInputError: unreadable, locked, too many pages."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower()
        raise BadInputError("plan-file-locked" if locked else "plan-file-unreadable") from error
    try:
        if len(document) > MAX_PAGES:
            raise BadInputError("plan-file-too-large")
        pages = [read_page(document, index) for index in range(len(document))]
        scanner = Scanner() if not all(page.readable for page in pages) else None
        for index, page in enumerate(pages):
            if scanner is not None and not page.readable:
                pages[index] = scanner.page(_picture(document, index))
    except pypdfium2.PdfiumError as error:
        raise BadInputError("plan-file-unreadable") from error
    finally:
        document.close()
    return pages


def _picture(document: Any, index: int) -> Any:
    """Return a page as a grey picture; a page larger than A3 with fewer dots an inch."""
    page = document[index]
    try:
        scale = min(DOTS / 72, _LONGEST_SIDE / max(page.get_size()))
        return page.render(scale=scale, grayscale=True).to_pil()
    finally:
        page.close()


def assemble(pages: list[Page]) -> Source:
    """Return the lines and rows of the pages in reading order."""
    laid: list[list[_Item]] = []
    table: Aligned | None = None
    for page in pages:
        items, table = _items(page, table)
        laid.append(items)
    _drop_edges(laid)
    measures = _measure(laid)
    book = _Book(measures)
    scanned: set[int] = set()
    for page, items in zip(pages, laid, strict=True):
        before = book.number
        book.add_page(items)
        scanned.update(range(before + 1, book.number + 1) if page.scanned else ())
    count = max(book.number, 1)
    return settled(Source(tuple(book.blocks), count, tuple(book.notes), frozenset(scanned)))


def _items(page: Page, before: Aligned | None) -> tuple[list[_Item], Aligned | None]:
    """Return a page's lines and tables, and a table without rules that may go on; `before`: that of the last page."""
    grids = find_grids(page)
    outside: Sequence[Piece] = take_words(grids, page.pieces) if grids else page.pieces
    aligned, outside = find_aligned(outside, before)
    if not grids and not aligned:
        return list(lay_out(outside)), None
    goes_on = aligned[-1] if aligned and aligned[-1].open and not grids else None
    grids = sorted([*grids, *(table.grid for table in aligned)], key=lambda grid: -grid.ys[0])
    found: list[_Item] = []
    for grid in grids:
        above = [piece for piece in outside if piece.y > grid.ys[0]]
        outside = [piece for piece in outside if piece.y <= grid.ys[0]]
        found += [*lay_out(above), grid]
    return [*found, *lay_out(outside)], goes_on


def _drop_edges(laid: list[list[_Item]]) -> None:
    """Take out page numbers, and what stands at the same edge of many pages."""
    edges: Counter[tuple[int, str]] = Counter()
    for items in laid:
        edges.update({(end, _edge_key(line)) for end in (0, -1) for line in _edge(items, end)})
    often = max(3, len(laid) // 3)
    for items in laid:
        for end in (0, -1):
            for line in _edge(items, end):
                outermost = items and items[end] is line
                if (outermost and _PAGE_NUMBER.fullmatch(line.text)) or edges[end, _edge_key(line)] >= often:
                    items.remove(line)


def _edge(items: list[_Item], end: int) -> list[Printed]:
    """Return the two outermost lines of a page at one end, the outermost first."""
    near = items[:2] if end == 0 else items[:-3:-1]
    return [item for item in near if isinstance(item, Printed) and len(item.text) < 150]


def _edge_key(line: Printed) -> str:
    return re.sub(r"\d+", "#", line.text.lower()) if not ENDED.search(line.text) else f"{line.text}\n"


def _measure(laid: list[list[_Item]]) -> _Measures:
    lines = [item for items in laid for item in items if isinstance(item, Printed)]
    found = _Measures()
    if not lines:
        return found
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    found.size = sizes.most_common(1)[0][0] or 12.0
    by_column: dict[int, list[Printed]] = {}
    for line in lines:
        by_column.setdefault(round(line.column / 20), []).append(line)
    for column, own in by_column.items():
        rights, lefts = sorted(line.right for line in own), Counter(round(line.left) for line in own)
        found.right[column] = rights[int(len(rights) * 0.95)]
        found.left[column] = min(left for left, count in lefts.items() if count >= max(lefts.values()) * 0.3)
    gaps = [gap / found.size for items in laid for gap in _gaps(items) if 0 < gap < 4 * found.size]
    if gaps:
        found.pitch = median(sorted(gaps)[: max(1, len(gaps) * 2 // 3)])
        found.spaced = sum(gap > 1.2 * found.pitch for gap in gaps) > 0.1 * len(gaps)
    items = [line for line in lines if ITEM.match(line.text)]
    indents = sum(_indent(line, found) > 0.8 * found.size for line in items)
    found.indented = indents > 0.5 * len(items)
    return found


def _gaps(items: list[_Item]) -> list[float]:
    return [
        above.y - below.y
        for above, below in itertools.pairwise(items)
        if isinstance(above, Printed) and isinstance(below, Printed) and above.column == below.column
    ]


def _indent(line: Printed, measures: _Measures) -> float:
    return line.left - measures.left.get(round(line.column / 20), line.left)


class _Book:
    """Puts the pages' lines and tables one behind the other."""

    def __init__(self, measures: _Measures) -> None:
        self.measures = measures
        self.blocks: list[Block] = []
        self.notes: list[Line] = []
        self.number = 0
        self.table = 0
        self.last: Printed | None = None
        self.columns: list[float] = []  # of the table that ended the last page
        self.head: list[list[str]] = []

    def add_page(self, items: list[_Item]) -> None:
        """Go on with one more page."""
        body, notes = _split_notes(items, self.measures.size)
        first = True
        for item in body:
            if isinstance(item, Grid):
                self._add_table(item, goes_on=first and bool(self.columns))
                self.last = None
            else:
                self._add_line(item, new_page=first)
            first = False
        self.columns = body[-1].xs if body and isinstance(body[-1], Grid) else []
        for note in notes:
            self.number += 1
            self.notes.append(Line(self.number, note))

    def _add_line(self, line: Printed, *, new_page: bool) -> None:
        last = self.blocks[-1] if self.blocks else None
        if line.glued and isinstance(last, Line):
            self.blocks[-1] = Line(last.number, last.text + line.text, last.joined)
        else:
            self.number += 1
            joined = self.last is not None and self._goes_on(self.last, line, new_page=new_page)
            if self.last is not None and not joined and self._is_apart(self.last, line):
                self.blocks.append(Line(self.number, ""))
            self.blocks.append(Line(self.number, line.text, joined))
        self.last = line

    def _is_apart(self, above: Printed, below: Printed) -> bool:
        return above.y - below.y > 2.2 * self.measures.pitch * self.measures.size

    def _goes_on(self, above: Printed, below: Printed, *, new_page: bool) -> bool:
        """Tell whether a line goes on with the sentence above it, by where both lie."""
        usual = self.measures
        right = usual.right.get(round(above.column / 20), above.right)
        full = above.right + below.first_word + 0.3 * above.size > right - 0.3 * above.size
        if not full or abs(above.size - below.size) > 0.1 * above.size or "\t" in above.text + below.text:
            return False
        if _indent(below, usual) > 0.8 * usual.size and not _indent(above, usual) > 0.8 * usual.size:
            return False
        if new_page or above.column != below.column or above.y <= below.y:
            fresh = ENDED.search(above.text), ITEM.match(below.text)
            return not all(fresh) if usual.indented else not any(fresh)
        if above.y - below.y > 1.2 * usual.pitch * usual.size:
            return False
        if usual.spaced or (usual.indented and _indent(below, usual) <= 0.8 * usual.size):
            return True
        return not ENDED.search(above.text) and not ITEM.match(below.text)

    def _add_table(self, grid: Grid, *, goes_on: bool) -> None:
        """Add the rows; a table that goes on from the page before keeps its number and says its head once."""
        same = (
            goes_on
            and len(grid.xs) == len(self.columns)
            and all(abs(a - b) < 6 for a, b in zip(grid.xs, self.columns, strict=True))
        )
        if not same:
            self.table += 1
        cells: dict[tuple[int, int], tuple[Line, ...]] = {}
        rows = []
        for places in grid.rows():
            for place in places:
                if place not in cells:
                    cells[place] = tuple(self._cell_lines(grid.cells.get(place, [])))
            rows.append(tuple(cells[place] for place in places))
        texts = [[" ".join(line.text for line in cell) for cell in row] for row in rows]
        skipped = 0
        while same and skipped < min(len(self.head), len(texts)) and texts[skipped] == self.head[skipped]:
            skipped += 1
        if not same:
            self.head = texts[:3]
        rest = rows[skipped:]
        if same and rest and not texts[skipped][0] and self._tops_up(rest[0]):
            rest = rest[1:]
        self.blocks.extend(Row(self.table, row) for row in rest if any(row))

    def _tops_up(self, row: tuple[tuple[Line, ...], ...]) -> bool:
        """Add what is left of a row that a page's end cut to its first part."""
        last = self.blocks[-1] if self.blocks else None
        if not isinstance(last, Row) or last.table != self.table or not any(last.cells[0]):
            return False
        self.blocks[-1] = Row(self.table, tuple(a + b for a, b in zip(last.cells, row, strict=True)))
        return True

    def _cell_lines(self, texts: list[tuple[str, float]]) -> list[Line]:
        found = []
        for text, _ in texts:
            self.number += 1
            found.append(Line(self.number, text))
        return found


def _split_notes(items: list[_Item], size: float) -> tuple[list[_Item], list[str]]:
    """Part a page's footnotes, in small letters at its end, from its text."""
    at = len(items)
    while at and isinstance(item := items[at - 1], Printed) and item.size <= 0.88 * size:
        at -= 1
    while at < len(items) and isinstance(item := items[at], Printed) and not _NOTE.match(item.text):
        at += 1
    notes: list[str] = []
    for item in items[at:]:
        if not isinstance(item, Printed):
            return items, []
        if _NOTE.match(item.text) or not notes:
            notes.append(item.text)
        else:
            notes[-1] += f" {item.text}"
    return items[:at], notes
