"""Tables of a PDF page that no rule draws: words in columns under a head that names tasks, who does them and when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from documents.labels import LabelKind, classify
from documents.pdf_page import Piece, Word
from documents.pdf_tables import Grid

_BLANK: Final = 0.55  # of the letters' size: words farther apart are not of one phrase
_GUTTER: Final = 0.6  # likewise: columns lie at least so far apart on every line
_FAR: Final = 5.0  # likewise: what lies deeper below is no more of the table
_SAME: Final = 2.0  # points: what begins so near one another is aligned
_HEAD_LINES = 3
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_MOST_WORDS = 25
_TASKS = re.compile(
    r"(?:(?:tên|các|nhóm|danh mục)\s+)*(?:nhiệm vụ|nội dung|công việc|hoạt động|đầu việc)[^.:;]{0,40}$",
    re.IGNORECASE,
)
_COUNT_NAME = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\.?", re.IGNORECASE)
_COUNT = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[a-zđA-HĐ])[.)]?")
_GROUP = re.compile(r"(?:[IVX]{1,5}|[A-HĐ]|\d{1,2})[.)]?\s+\S")
_EDGE_LINE = re.compile(r"\W{0,3}(?:trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\W{0,3}", re.IGNORECASE)
_WHO_OR_WHEN = frozenset({LabelKind.LEAD, LabelKind.COORDINATING, LabelKind.DEADLINE})

Span = tuple[float, float]


@dataclass(slots=True)
class _Row:
    """One printed line: its words from the left, the pieces they came in."""

    y: float
    size: float
    words: list[Word]
    pieces: list[Piece]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    def phrases(self) -> Iterator[tuple[Span, str]]:
        """Yield the stretches of words with nothing wide between them."""
        begun = 0
        for i in range(1, len(self.words) + 1):
            last = i == len(self.words)
            if last or self.words[i].left - self.words[i - 1].right > _BLANK * self.size:
                words = self.words[begun:i]
                yield (words[0].left, words[-1].right), " ".join(word.text for word in words)
                begun = i


@dataclass(frozen=True, slots=True)
class Aligned:
    """A table with the free room between its columns; `open` where the page may end before it does."""

    grid: Grid
    gutters: tuple[Span, ...]
    counted: bool
    open: bool


@dataclass(slots=True)
class _Body:
    """The lines under a head, as far as they keep the gutters free."""

    gutters: list[list[Span]]
    lines: list[_Row] = field(default_factory=list)
    groups: set[int] = field(default_factory=set)  # places of lines that reach over all columns

    def take(self, line: _Row) -> bool:
        """Go on with a line unless it crosses a gutter."""
        spans = [span for span, _ in line.phrases()]
        left = [_free(gutter, spans, _GUTTER * line.size) for gutter in self.gutters]
        if not all(left):
            return False
        self.gutters = left
        self.lines.append(line)
        return True

    def settled(self) -> tuple[Span, ...]:
        """Return one stretch for each gutter: the one behind which most lines begin, and of those the widest."""
        begun = [span[0] for line in self.lines for span, _ in line.phrases()]
        return tuple(
            max(free, key=lambda span: (sum(abs(x - span[1]) <= _SAME for x in begun), span[1] - span[0]))
            for free in self.gutters
        )


def find_aligned(
    pieces: Sequence[Piece], before: Aligned | None = None
) -> tuple[list[Aligned], Sequence[Piece]]:
    """Return the tables among a page's pieces from the top down, and the pieces outside.

    `before` is the table open at the end of the page before: it may go on without a head of its own.
    """
    named = {id(piece) for piece in pieces if len(piece.words) <= _MOST_WORDS and _may_name(piece)}
    if not named and before is None:
        return [], pieces
    lines = _lines(pieces)
    heads = {
        i - up
        for i, line in enumerate(lines)
        if named and any(id(piece) in named for piece in line.pieces)
        for up in range(_HEAD_LINES)
    }
    found: list[Aligned] = []
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        table, end = None, at
        if at in heads or (before is not None and not found and at < _HEAD_LINES):
            table, end = _table_at(lines, at, before if not found else None)
        if table is None:
            at += 1
            continue
        found.append(table)
        taken.update(id(piece) for line in lines[at:end] for piece in line.pieces)
        at = end
    return found, [piece for piece in pieces if id(piece) not in taken]


def _may_name(piece: Piece) -> bool:
    """Tell, cheaply, whether a stretch of a line may be the name of a column of tasks."""
    return any(
        _TASKS.match(text) for _, text in _Row(piece.y, piece.size, list(piece.words), [piece]).phrases()
    )


def _table_at(lines: list[_Row], at: int, before: Aligned | None) -> tuple[Aligned | None, int]:
    if before is not None and not all(_EDGE_LINE.fullmatch(line.text) for line in lines[:at]):
        before = None
    if head := _head(lines, at):
        bands, names, height = head
        body = _Body([_between(left, right) for left, right in pairwise(bands)])
        counted = bool(_COUNT_NAME.fullmatch(names[0]))
        start = at + height
    elif before is not None:
        names, counted, start = [], before.counted, at
        body = _Body([[gutter] for gutter in before.gutters])
    else:
        return None, at
    end = _fill(body, lines, start)
    if not all(body.gutters):
        return None, at
    gutters = body.settled()
    middles = [(low + high) / 2 for low, high in gutters]
    rows = _rows(body, middles, counted=counted, begun=before is not None)
    if not rows or len(rows) < (1 if before else _FEWEST_ROWS):
        return None, at
    if before is not None and len(before.gutters) == len(gutters) and _fit(before, gutters):
        middles = before.grid.xs[1:-1]
    open_below = all(_EDGE_LINE.fullmatch(line.text) for line in lines[end:])
    heads = [[[name] for name in names]] if names else []
    grid = _grid([*heads, *rows], lines[at:end], middles, before)
    return Aligned(grid, gutters, counted, open_below), end


def _fit(before: Aligned, gutters: tuple[Span, ...]) -> bool:
    return all(low <= x <= high for x, (low, high) in zip(before.grid.xs[1:-1], gutters, strict=True))


def _fill(body: _Body, lines: list[_Row], at: int) -> int:
    """Take the lines of the table's body; return where they end."""
    above = lines[at - 1] if at else None
    while at < len(lines):
        line = lines[at]
        if above is not None and above.y - line.y > _FAR * line.size:
            break
        if not body.take(line):
            if not _GROUP.match(line.text) or at + 1 == len(lines) or not body.take(lines[at + 1]):
                break
            body.groups.add(len(body.lines) - 1)
            body.lines.insert(-1, line)
            at += 1
        above, at = lines[at], at + 1
    return at


def _rows(body: _Body, middles: list[float], *, counted: bool, begun: bool) -> list[list[list[str]]]:
    """Return the rows as the lines of each cell; nothing where they cannot be told apart for sure."""
    rows: list[list[list[str]]] = []
    pitch = min((a.y - b.y for a, b in pairwise(body.lines)), default=0.0)
    above: _Row | None = None
    for place, line in enumerate(body.lines):
        if place in body.groups:
            rows.append([[line.text]])
            above = line
            continue
        cells: list[list[str]] = [[] for _ in range(len(middles) + 1)]
        for word in line.words:
            middle = (word.left + word.right) / 2
            cells[sum(middle > x for x in middles)].append(word.text)
        texts = [" ".join(words) for words in cells]
        filled = sum(map(bool, texts))
        if counted:
            starts = bool(texts[0])
            if starts and not (_COUNT.fullmatch(texts[0]) and texts[1]):
                return []
        else:
            apart = above is None or above.y - line.y > 1.3 * pitch
            starts = filled == len(texts) or (apart and filled > 1)
        if starts or not rows or len(rows[-1]) == 1:
            if not starts and not (begun and not rows):
                return []
            rows.append([[text] if text else [] for text in texts])
        else:
            for cell, text in zip(rows[-1], texts, strict=True):
                cell.extend([text] if text else [])
        above = line
    full = [row for row in rows if sum(map(bool, row)) > 1]
    return rows if 2 * len(full) >= len(rows) else []


def _grid(
    rows: list[list[list[str]]],
    lines: list[_Row],
    middles: list[float],
    before: Aligned | None,
) -> Grid:
    """Return the rows as a table; only its upper edge is a place on the page."""
    edges = (
        before.grid.xs
        if before is not None and before.grid.xs[1:-1] == middles
        else [
            min(line.words[0].left for line in lines) - 1,
            *middles,
            max(line.words[-1].right for line in lines) + 1,
        ]
    )
    top, bottom = lines[0].y + lines[0].size, lines[-1].y - lines[-1].size / 2
    step = (top - bottom) / len(rows)
    grid = Grid(list(edges), [top - step * i for i in range(len(rows) + 1)], {})
    for i, row in enumerate(rows):
        for column in range(len(middles) + 1):
            grid.roots[i, column] = (i, column if len(row) > 1 else 0)
        for column, cell in enumerate(row):
            grid.cells[i, column] = [(text, 0.0) for text in cell]
    return grid


def _head(lines: list[_Row], at: int) -> tuple[list[Span], list[str], int] | None:
    """Return the places and names of the columns that a head of one to three lines names, and its height."""
    best: tuple[int, list[Span], list[str], int] | None = None
    for height in range(1, min(_HEAD_LINES, len(lines) - at) + 1):
        part = lines[at : at + height]
        if height > 1 and part[-2].y - part[-1].y > 2 * part[-1].size:
            break
        if sum(len(line.words) for line in part) > 40:
            break
        bands = _bands([phrase for line in part for phrase in line.phrases()])
        names = [name for _, name in bands]
        kinds = [classify(name) for name in names]
        known = sum(
            bool(kind or _COUNT_NAME.fullmatch(name)) for kind, name in zip(kinds, names, strict=True)
        )
        fits = len(bands) >= _FEWEST_COLUMNS and known >= len(bands) - 1
        if (
            fits
            and LabelKind.TASK in kinds
            and _WHO_OR_WHEN & set(kinds)
            and (not best or _names_more(best, known, bands))
        ):
            best = known, [span for span, _ in bands], names, height
    return best[1:] if best else None


def _names_more(best: tuple[int, list[Span], list[str], int], known: int, bands: Sequence[object]) -> bool:
    """Tell whether a taller head says more: the first row under a head would make its names unknown, or new ones."""
    return known > best[0] or (known == best[0] and len(bands) <= len(best[1]))


def _bands(phrases: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return phrases that lie over one another as one, from the left; their words from the top down."""
    found: list[tuple[Span, str]] = []
    for (left, right), text in sorted(phrases, key=lambda phrase: phrase[0]):
        if found and left < found[-1][0][1]:
            (low, high), _ = found[-1]
            found[-1] = (low, max(high, right)), ""
        else:
            found.append(((left, right), text))
    return [
        (span, " ".join(text for (left, _), text in phrases if span[0] <= left <= span[1]))
        for span, _ in found
    ]


def _between(left: Span, right: Span) -> list[Span]:
    """Return where the gutter between two names of a head may lie: it is free between their middles."""
    low, high = left[1], right[0]
    return [(low, high)] if low < high else []


def _free(gutter: list[Span], spans: list[Span], least: float) -> list[Span]:
    """Return what of a gutter words leave free, in stretches wide enough to part columns."""
    for left, right in spans:
        gutter = (
            [
                part
                for low, high in gutter
                for part in ((low, min(high, left)), (max(low, right), high))
                if part[1] - part[0] >= least
            ]
            if any(left < high and right > low for low, high in gutter)
            else gutter
        )
    return gutter


def _lines(pieces: Sequence[Piece]) -> list[_Row]:
    """Return the printed lines from the top down."""
    lines: list[_Row] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if lines and lines[-1].y - piece.y < 0.4 * max(piece.size, lines[-1].size):
            lines[-1].pieces.append(piece)
            lines[-1].words.extend(piece.words)
        else:
            lines.append(_Row(piece.y, piece.size, list(piece.words), [piece]))
    return [replace(line, words=sorted(line.words, key=lambda word: word.left)) for line in lines]
