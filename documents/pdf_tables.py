"""Tables of a PDF page, told by the rules they are drawn with: a grid of cells, merged where no rule parts them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import neg
from typing import Final

from documents.pdf_page import Page, Piece, Rule, Word

_NEAR: Final = 3.0  # points
_MOST_RULES = 1_000
_MOST_COLUMNS = 40
_MOST_ROWS = 300


@dataclass(slots=True)
class Grid:
    """One ruled table: where its rules lie, from the left and from the top down, and its cells by their place.

    A cell holds its lines, each with where it ends.
    """

    xs: list[float]
    ys: list[float]
    roots: dict[tuple[int, int], tuple[int, int]]
    cells: dict[tuple[int, int], list[tuple[str, float]]] = field(default_factory=dict)

    def place(self, word: Word, y: float) -> tuple[int, int] | None:
        """Return the cell that a word lies in, a merged one by its first place; None outside the table."""
        middle = (word.left + word.right) / 2
        column = bisect_right(self.xs, middle) - 1
        row = bisect_right(self.ys, -y, key=neg) - 1
        return self.roots.get((row, column))

    def rows(self) -> Iterator[list[tuple[int, int]]]:
        """Yield each row as the first places of its cells."""
        for row in range(len(self.ys) - 1):
            yield [self.roots[row, column] for column in range(len(self.xs) - 1)]


def find_grids(page: Page) -> list[Grid]:
    """Return the page's ruled tables of two columns or more, from the top down."""
    across, down = _merged(page.across), _merged(page.down)
    if len(across) + len(down) > _MOST_RULES:
        return []  # a drawing, not a table
    grids = []
    for lines, posts in _connected(across, down):
        xs = _places(post.at for post in posts)
        ys = _places(line.at for line in lines)[::-1]
        if 2 < len(xs) <= _MOST_COLUMNS and 1 < len(ys) <= _MOST_ROWS:
            grids.append(Grid(xs, ys, _roots(xs, ys, lines, posts)))
    return sorted(grids, key=lambda grid: -grid.ys[0])


def take_words(grids: list[Grid], pieces: Iterable[Piece]) -> list[Piece]:
    """Put the words inside tables into their cells, a piece of a line together; return the pieces outside."""
    outside: list[Piece] = []
    for piece in pieces:
        y = piece.y + piece.size * 0.25
        grid = next((g for g in grids if g.ys[-1] - 1 <= y <= g.ys[0] + 1 and _overlaps(g, piece)), None)
        if grid is None:
            outside.append(piece)
            continue
        found: dict[tuple[int, int], list[Word]] = {}
        beside: list[Word] = []
        for word in piece.words:
            place = grid.place(word, y)
            (beside if place is None else found.setdefault(place, [])).append(word)
        if beside:
            outside.append(replace(piece, words=tuple(beside)))
        for place, words in found.items():
            cell = grid.cells.setdefault(place, [])
            text = " ".join(word.text for word in words)
            if cell and (piece.glued or _is_cut(cell[-1], text, grid, place, piece.size)):
                cell[-1] = (cell[-1][0] + text, words[-1].right)
            else:
                cell.append((text, words[-1].right))
    return outside


def _is_cut(before: tuple[str, float], text: str, grid: Grid, place: tuple[int, int], size: float) -> bool:
    """Tell whether a narrow cell cut a date or number in two: its first half fills the line, figures go on."""
    edge = next(x for column, x in enumerate(grid.xs) if column > place[1])
    whole = " " not in before[0] and before[0][-1].isdigit() and text[0].isdigit()
    return whole and edge - before[1] < 1.5 * size


def _overlaps(grid: Grid, piece: Piece) -> bool:
    return piece.right > grid.xs[0] and piece.left < grid.xs[-1]


def _merged(rules: list[Rule]) -> list[Rule]:
    """Join the pieces that one straight line is drawn in."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / 2), rule.start)):
        last = found[-1] if found else None
        if last and abs(last.at - rule.at) <= _NEAR and rule.start <= last.end + _NEAR:
            found[-1] = Rule(last.at, last.start, max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _connected(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the sets of lines that touch one another."""
    free_across, free_down = list(across), list(down)
    while free_across:
        lines, posts = [free_across.pop()], list[Rule]()
        grown = True
        while grown:
            new_posts = [post for post in free_down if any(_touch(line, post) for line in lines)]
            free_down = [post for post in free_down if post not in new_posts]
            posts += new_posts
            new_lines = [line for line in free_across if any(_touch(line, post) for post in posts)]
            free_across = [line for line in free_across if line not in new_lines]
            lines += new_lines
            grown = bool(new_posts or new_lines)
        yield lines, posts


def _touch(line: Rule, post: Rule) -> bool:
    return (
        line.start - _NEAR <= post.at <= line.end + _NEAR
        and post.start - _NEAR <= line.at <= post.end + _NEAR
    )


def _places(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _roots(
    xs: list[float], ys: list[float], lines: list[Rule], posts: list[Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """Map each place of the grid to the first place of the cell it belongs to."""
    roots: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            if column and not _covered(posts, left, (top + bottom) / 2):
                roots[row, column] = roots[row, column - 1]
            elif row and not _covered(lines, top, (left + right) / 2):
                roots[row, column] = roots[row - 1, column]
            else:
                roots[row, column] = (row, column)
    return roots


def _covered(rules: list[Rule], at: float, middle: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start <= middle <= rule.end for rule in rules)
