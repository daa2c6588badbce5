"""What every reader hands over: numbered lines and table rows in reading order, notes kept apart."""

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text (one paragraph of a Word file); `number` is 1-based."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One row of table number `table`; each cell holds its lines, a merged cell repeats the one it hangs on."""

    table: int
    cells: tuple[tuple[Line, ...], ...]


Block = Line | Row


@dataclass(frozen=True, slots=True)
class Source:
    """A document as lines and rows. Every `number` in it is between 1 and `line_count`."""

    blocks: tuple[Block, ...]
    line_count: int
    notes: tuple[Line, ...] = ()


_ODD = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"), "")
_ODD |= dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000\x0b\x0c"), " ")
_ODD |= {ord("\r"): "\n", 0x2028: "\n", 0x2029: "\n\n"}
_ANY_ODD = re.compile(f"[{''.join(map(chr, _ODD))}]")
_RESIDUE = re.compile(r"\[bookmark:[^\]\n]{0,120}\]|\[footnoteRef:\d{1,4}\]")
_NOTE = re.compile(r"\[(\d{1,4}): ([^\]\n]{0,2000})\]")
_PIPE_RULE = re.compile(r"\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*")


def tidy(text: str) -> str:
    """Return the text in NFC without invisible letters; odd blanks become blanks, line ends line feeds."""
    if _ANY_ODD.search(text):
        text = text.replace("\r\n", "\n").translate(_ODD)
    return unicodedata.normalize("NFC", text)


def source_from_text(text: str) -> Source:
    """Lines of plain text or Markdown; rows of pipes or tabs become table rows, inlined footnotes become notes."""
    blocks: list[Block] = []
    notes: list[Line] = []
    table = 0
    in_table = False
    lines = tidy(text).split("\n")
    for number, raw in enumerate(lines, 1):
        line, found = without_residue(raw)
        notes.extend(Line(number, note) for note in found)
        cells = _cells(line)
        if cells is None:
            in_table = False
            blocks.append(Line(number, line))
            continue
        table += 0 if in_table else 1
        in_table = True
        if not _PIPE_RULE.fullmatch(line):
            blocks.append(Row(table, tuple((Line(number, cell.strip()),) for cell in cells)))
    return Source(tuple(blocks), len(lines), tuple(notes))


def without_residue(raw: str) -> tuple[str, list[str]]:
    """Return the text without the bookmarks and footnotes that some converters of Word files write into it."""
    if "[" not in raw:
        return raw, []
    notes = [found[2] for found in _NOTE.finditer(raw)]
    return _NOTE.sub("", _RESIDUE.sub("", raw)), notes


def _cells(line: str) -> list[str] | None:
    """Return the cells of a table row written with pipes, or with at least two tabs between words."""
    text = line.strip()
    if text.startswith("|") and text.count("|") > 2:
        return text.strip("|").split("|")
    if text.count("\t") > 1:
        return line.strip("\n").split("\t")
    return None
