"""The lines of a PDF page in reading order: columns one after the other, words far apart set off by a tab."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from documents.pdf_page import Piece

_GAP: Final = 1.6  # of the letters' size: a blank as wide parts two columns or cells
_MOST_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one line with nothing wide between them; `order` is where the file has them."""

    text: str
    left: float
    right: float
    y: float
    size: float
    order: int
    first_word: float = 0.0
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed line: `text` has a tab where a column ends; `column` is where its column's left edge lies."""

    text: str
    left: float
    right: float
    y: float
    size: float
    first_word: float
    column: float = 0.0
    glued: bool = False


def lay_out(pieces: Sequence[Piece]) -> list[Printed]:
    """Return the lines of a page (or what is outside its tables) as a person reads them."""
    stretches = [stretch for i, piece in enumerate(pieces) for stretch in _stretches(piece, i)]
    return list(_read(stretches, 0.0, _MOST_COLUMNS))


def _stretches(piece: Piece, order: int) -> Iterator[Stretch]:
    wide = _GAP * piece.size
    gaps = [after.left - before.right for before, after in pairwise(piece.words)]
    usual = median(gaps) if gaps and max(gaps) > wide else 0.0
    begun = 0
    for i, gap in enumerate([*gaps, None]):
        if gap is None or (gap > wide and gap > 2.5 * usual) or (len(gaps) == 1 and gap > 3 * piece.size):
            words = piece.words[begun : i + 1]
            yield Stretch(
                " ".join(word.text for word in words),
                words[0].left,
                words[-1].right,
                piece.y,
                piece.size,
                order,
                words[0].right - words[0].left,
                piece.glued and begun == 0,
            )
            begun = i + 1


def _read(stretches: list[Stretch], column: float, deeper: int) -> Iterator[Printed]:
    rows = _rows(stretches)
    at = 0
    while at < len(rows):
        if len(rows[at]) == 1:
            yield _printed(rows[at], column)
            at += 1
            continue
        end, gutter = _band(rows, at) if deeper else (at + 1, 0.0)
        band = [stretch for row in rows[at:end] for stretch in row]
        left = [stretch for stretch in band if stretch.right <= gutter]
        right = [stretch for stretch in band if stretch.right > gutter]
        if left and right and _are_columns(left, right, rows[at:end]):
            yield from _read(left, column, deeper - 1)
            yield from _read(right, gutter, deeper - 1)
        else:
            yield from (_printed(row, column) for row in rows[at:end])
        at = end


def _rows(stretches: list[Stretch]) -> list[list[Stretch]]:
    """Return the stretches by base line from the top, each row from the left."""
    rows: list[list[Stretch]] = []
    for stretch in sorted(stretches, key=lambda stretch: -stretch.y):
        if rows and rows[-1][0].y - stretch.y < 0.4 * max(stretch.size, rows[-1][0].size):
            rows[-1].append(stretch)
        else:
            rows.append([stretch])
    return [sorted(row, key=lambda stretch: stretch.left) for row in rows]


def _band(rows: list[list[Stretch]], at: int) -> tuple[int, float]:
    """Return where the rows end that leave one gutter free, and its place; the first row has one."""
    gaps = ((after.left - before.right, before.right, after.left) for before, after in pairwise(rows[at]))
    _, low, high = max(gaps)
    end = at + 1
    while end < len(rows):
        inside = [stretch for stretch in rows[end] if stretch.left < high and stretch.right > low]
        new_low = max([low, *(s.right for s in inside if s.left < low)])
        new_high = min([high, *(s.left for s in inside if s.right > high)])
        crossed = any(s.left < low and s.right > high for s in inside) or any(
            s.left >= low and s.right <= high for s in inside
        )
        if crossed or new_high - new_low < 0.6 * rows[end][0].size:
            break
        low, high, end = new_low, new_high, end + 1
    while end > at + 1 and not _straddles(rows[end - 1], low, high):
        end -= 1  # what only one side has at the end may be ordinary text under the columns
    return end, (low + high) / 2


def _straddles(row: list[Stretch], low: float, high: float) -> bool:
    return len(row) > 1 or row[0].right <= low or row[0].left >= high


def _are_columns(left: list[Stretch], right: list[Stretch], rows: list[list[Stretch]]) -> bool:
    """Tell whether the two sides are read one after the other: the file has them so, or both are full of prose."""
    both = sum(1 for row in rows if len(row) > 1)
    if both < 2:
        return False
    if max(stretch.order for stretch in left) < min(stretch.order for stretch in right):
        return True
    return both >= 6 and _is_prose(left) and _is_prose(right)


def _is_prose(side: list[Stretch]) -> bool:
    widths = [stretch.right - stretch.left for stretch in side]
    return median(widths) > 0.75 * max(widths) and max(widths) > 12 * side[0].size


def _printed(row: list[Stretch], column: float) -> Printed:
    if len(row) == 1:
        only = row[0]
        return Printed(
            only.text, only.left, only.right, only.y, only.size, only.first_word, column, only.glued
        )
    size = max(row, key=lambda stretch: len(stretch.text)).size
    return Printed(
        "\t".join(stretch.text for stretch in row),
        row[0].left,
        row[-1].right,
        row[0].y,
        size,
        row[0].first_word,
        column,
        row[0].glued,
    )
