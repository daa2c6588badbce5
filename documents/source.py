"""What every reader hands over: numbered lines and table rows in reading order, notes kept apart."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from documents.legacy_letters import mender_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text (one paragraph of a Word file); `number` is 1-based.

    `joined`: by its place on the page it goes on with the line before, whatever it begins with.
    """

    number: int
    text: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of table number `table`; each cell holds its lines, a merged cell repeats the one it hangs on."""

    table: int
    cells: tuple[tuple[Line, ...], ...]


Block = Line | Row
MOST_COLUMNS = 100
MOST_CELLS = 1_000_000  # a merged cell counts once for each place


@dataclass(frozen=True, slots=True)
class Source:
    """A document as lines and rows. Every `number` in it is between 1 and `line_count`.

    `scanned` holds the numbers of the lines that were read from a picture.
    """

    blocks: tuple[Block, ...]
    line_count: int
    notes: tuple[Line, ...] = ()
    scanned: frozenset[int] = frozenset()


_ODD = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"), "")
_ODD |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\x0b\x0c"), " ")
_ODD |= {ord("\r"): "\n", 0x2028: "\n", 0x2029: "\n\n"}
_ODD |= {code: "" for code in (*range(9), *range(0x0E, 0x20), *range(0x7F, 0xA0)) if code not in _ODD}
_ODD |= dict(zip(map(ord, "ﬀﬁﬂﬃﬄﬅﬆ"), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_ODD |= dict.fromkeys(range(0xD800, 0xE000), "")  # halves of surrogate pairs: no encoder takes them
_ANY_ODD = re.compile(f"[{re.escape(''.join(map(chr, _ODD)))}]")
_RESIDUE = re.compile(r"\[bookmark:[^\[\]\n]{0,120}\]|\[footnoteRef:\d{1,4}\]")
_NOTE = re.compile(r"\[(\d{1,4}): ([^\[\]\n]{0,2000})\]")
_PIPE = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_GRID_RULE = re.compile(r"\s*\+(?:[-=:]{1,500}\+){2,64}\s*")
_PIPE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?")


def tidy(text: str) -> str:
    """Return the text in NFC without invisible letters; odd blanks become blanks, line ends line feeds."""
    if _ANY_ODD.search(text):
        text = text.replace("\r\n", "\n").translate(_ODD)
    return unicodedata.normalize("NFC", text)


def settled(source: Source) -> Source:
    """Return the source with legacy letters brought to Unicode and every line tidy."""
    mender = mender_of("\n".join(line.text for block in source.blocks for line in lines_of(block)))

    def mended(line: Line) -> str:
        return tidy(line.text if mender is None else mender.line(line.text)).replace("\n", " ")

    return changed(source, mended)


def changed(source: Source, words: Callable[[Line], str]) -> Source:
    """Return the source with other words in each line and note; a merged cell stays one."""
    cells: dict[int, tuple[Line, ...]] = {}

    def line(old: Line) -> Line:
        return Line(old.number, words(old), old.joined)

    def cell(lines: tuple[Line, ...]) -> tuple[Line, ...]:
        return cells.setdefault(id(lines), tuple(map(line, lines)))

    blocks = tuple(
        line(block) if isinstance(block, Line) else Row(block.table, tuple(map(cell, block.cells)))
        for block in source.blocks
    )
    return replace(source, blocks=blocks, notes=tuple(map(line, source.notes)))


def lines_of(block: Block) -> Iterator[Line]:
    """Yield a line itself, or the lines of a row's cells; those of a merged cell once for each place."""
    if isinstance(block, Line):
        yield block
    else:
        yield from (line for cell in block.cells for line in cell)


def source_from_text(text: str) -> Source:
    """Lines of plain text or Markdown; rows of pipes or tabs become table rows, inlined footnotes become notes."""
    found = _Text(tidy(text).split("\n"))
    found.read()
    return Source(tuple(found.blocks), len(found.lines), tuple(found.notes))


class _Text:
    """Reads lines one by one; knows whether it is in a table, and which row of a grid is not yet closed."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.blocks: list[Block] = []
        self.notes: list[Line] = []
        self.table = 0
        self.in_table = False
        self.grid: list[list[Line]] | None = None  # the cells between two rules of a grid drawn with + and -

    def read(self) -> None:
        """Read every line."""
        for number, raw in enumerate(self.lines, 1):
            line, found = without_residue(raw)
            self.notes.extend(Line(number, note) for note in found)
            if _GRID_RULE.fullmatch(line):
                self._rule(number)
                continue
            cells = _cells(line, in_pipes=self.in_table or self._opens_table(number))
            if (
                cells is None
                and self.in_table
                and line.count("\t") == 1
                and self._after(number - 1).count("\t") > 1
            ):
                cells = line.split("\t")  # a group's heading between the rows of a table
            if cells is None:
                self._end_table()
                self.blocks.append(Line(number, line))
            elif not _PIPE_RULE.fullmatch(line):
                self._add(number, cells)
        self._close_row()

    def _opens_table(self, number: int) -> bool:
        """Tell whether a table's head stands here: the rule is under it, or rows of as many cells as it has."""
        line, below = self.lines[number - 1], self.lines[number] if number < len(self.lines) else ""
        if "|" not in below:
            return False
        cells = line.count(" | ")
        bare = (
            cells > 1 and ":" not in line and cells == below.count(" | ") == self._after(number).count(" | ")
        )
        return bare or _PIPE_RULE.fullmatch(below) is not None

    def _after(self, number: int) -> str:
        return self.lines[number + 1] if number + 1 < len(self.lines) else ""

    def _rule(self, number: int) -> None:
        """Close a row of a grid. A rule with no row under it or over it is a line."""
        below = self.lines[number].lstrip() if number < len(self.lines) else ""
        if self.grid is None and not below.startswith("|"):
            self.blocks.append(Line(number, self.lines[number - 1]))
            return
        self._close_row()
        self.grid = [] if below.startswith("|") else None

    def _add(self, number: int, cells: list[str]) -> None:
        self.table += 0 if self.in_table else 1
        self.in_table = True
        lines = [[Line(number, part.strip()) for part in _BREAK.split(cell)] for cell in cells]
        if self.grid is None:
            self.blocks.append(Row(self.table, tuple(map(tuple, lines))))
        elif not self.grid:
            self.grid = lines
        else:
            for cell, more in zip(self.grid, lines, strict=False):
                cell.extend(line for line in more if line.text)

    def _close_row(self) -> None:
        if self.grid:
            self.blocks.append(Row(self.table, tuple(map(tuple, self.grid))))
        self.grid = None

    def _end_table(self) -> None:
        self._close_row()
        self.in_table = False


def without_residue(raw: str) -> tuple[str, list[str]]:
    """Return the text without the bookmarks and footnotes that some converters of Word files write into it."""
    if "[" not in raw:
        return raw, []
    notes = [found[2] for found in _NOTE.finditer(raw)]
    return _NOTE.sub("", _RESIDUE.sub("", raw)), notes


def _cells(line: str, *, in_pipes: bool) -> list[str] | None:
    """Return the cells of a table row written with pipes, or with at least two tabs between words."""
    text = line.strip()
    if text.count("|") > MOST_COLUMNS or text.count("\t") > MOST_COLUMNS:
        return None
    if text.startswith("|") and text.count("|") > 2:
        return [cell.replace("\\|", "|") for cell in _PIPE.split(text[1:].removesuffix("|"))]
    if in_pipes and "|" in text:
        return _PIPE.split(text.removeprefix("|").removesuffix("|"))
    if text.count("\t") > 1:
        return line.strip("\n").split("\t")
    return None
