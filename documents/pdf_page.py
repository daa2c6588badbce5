"""What lies where on one page of a PDF: its words with their places, and the rules its tables are drawn with."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import pypdfium2.raw as pdfium

_WORD: Final = re.compile(r"[^\s\x00]+")
_MAYBE_MARK: Final = re.compile(r"[^\W\d_]\d+(?!\S)|[,.;:”\")]\d+(?!\S)")
_UNNAMED: Final = re.compile(r"[\x00-\x08\x0e-\x1b\ue000-\uf8ff\ufffd]+")
_BREAK: Final = re.compile(r"[\r\n\x02\ufffe]+")
_THIN = 3.0  # points: a path no wider is a rule
_SHORTEST_RULE = 8.0
_MOST_PATHS = 20_000
_LETTERS_A_PAGE = 20
_DRAWN_LETTERS = 200
_NARROW = 0.42  # of a line's size: no letter of ordinary words is narrower on the average
_NEAR = 1.2  # likewise: words nearer than this stand in one stretch
_BLANK = 0.25  # likewise: what a blank takes
_RAISED = 0.75  # of a line's size: a figure this small behind a word refers to a note


class Word(NamedTuple):
    """A word between `left` and `right`, in points from the page's left edge."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow one another on one base line `y` (points from the bottom) in letters of one size.

    `glued`: the line before ended in a hyphen, this one goes on without a blank.
    """

    words: tuple[Word, ...]
    y: float
    size: float
    glued: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words with blanks between."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line from `start` to `end`, at `at` across its direction."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """One page.

    `readable` is False where there is nothing but a picture, or letters nobody can name; `scanned` is True where
    the words were read from a picture, by us or before us.
    """

    width: float = 0.0
    height: float = 0.0
    pieces: list[Piece] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    readable: bool = True
    scanned: bool = False


def read_page(document: Any, index: int) -> Page:
    """Return what lies on a page. Raises pypdfium2's error for a page that cannot be loaded."""
    page = _upright(document, index)
    try:
        found = Page(*page.get_size())
        text_page = page.get_textpage()
        try:
            text = _letters(text_page)
            found.pieces = list(_pieces(text_page.raw, text))
        finally:
            text_page.close()
        pictures = _read_objects(page.raw, found)
        letters = sum(map(len, text.split()))
        named = letters - sum(map(len, _UNNAMED.findall(text)))
        found.readable = (
            2 * named > letters if named >= _LETTERS_A_PAGE else not (pictures or letters > 2 * named)
        )
    finally:
        page.close()
    return found


def _upright(document: Any, index: int) -> Any:
    """Return a page; one that is shown turned (a wide table printed sideways) as if it had been written upright."""
    page = document[index]
    angle = page.get_rotation()
    if not angle:
        return page
    left, bottom, right, top = page.get_mediabox()
    turns = {
        90: (0, -1, 1, 0, -bottom, right),
        180: (-1, 0, 0, -1, right, top),
        270: (0, 1, -1, 0, top, -left),
    }
    if not pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*turns[angle]), None):
        return page
    sides = (right - left, top - bottom)
    page.set_rotation(0)
    page.set_mediabox(0, 0, *(sides if angle == 180 else sides[::-1]))
    page.close()
    return document[index]


def _letters(text_page: Any) -> str:
    """Return one letter for each place of the page's text."""
    count = text_page.count_chars()
    text = str(text_page.get_text_range()) if count else ""
    if len(text) == count:
        return text
    get, raw = pdfium.FPDFText_GetUnicode, text_page.raw
    codes = (get(raw, i) for i in range(count))
    return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code < 0x110000 else "\x00" for code in codes)


def _pieces(raw: Any, text: str) -> Iterator[Piece]:
    x, y = ctypes.c_double(), ctypes.c_double()
    at = 0
    glued = False
    for line in [*_BREAK.finditer(text), None]:
        end = line.start() if line else len(text)
        spans = [span.span() for span in _WORD.finditer(text, at, end)]
        at = line.end() if line else end
        if not spans:
            continue
        size = pdfium.FPDFText_GetFontSize(raw, spans[0][0])
        words = _words(raw, text, spans, size)
        hyphen = line is not None and line[0][0] in "\x02\ufffe"
        if hyphen:
            words[-1] = words[-1]._replace(text=f"{words[-1].text}-")
        pdfium.FPDFText_GetCharOrigin(raw, spans[0][0], x, y)
        yield Piece(tuple(words), y.value, size, glued)
        glued = hyphen


def _words(raw: Any, text: str, spans: list[tuple[int, int]], size: float) -> list[Word]:
    """Return the words of one line. Where the next one is near, a word's right edge is that one's left edge.

    Asking where a letter lies costs more than all else here, so only the first one of a word is asked for, and
    the last one where a gap may follow.
    """
    box = pdfium.FS_RECTF()
    where, new = pdfium.FPDFText_GetLooseCharBox, tuple.__new__
    lefts = [(where(raw, start, box), box.left)[1] for start, _ in spans]
    lefts.append(lefts[-1] - 1)  # behind the last word nothing is near
    narrow, near, blank = _NARROW * size, _NEAR * size, _BLANK * size
    has_marks = _MAYBE_MARK.search(text, spans[0][0], spans[-1][1])
    found = []
    for (start, end), left, right in zip(spans, lefts, lefts[1:], strict=False):
        if left <= right < left + (end - start) * narrow + near:
            edge = right - blank
        else:
            where(raw, end - 1, box)
            edge = box.right
        word = text[start:end]
        if has_marks:
            word = _without_mark(raw, word, start, size)
        if edge < left:  # noqa: PLR1730  # calling max for each word of a book costs as much as asking for its place
            edge = left
        found.append(new(Word, (word, left, edge)))  # the plain way to make one costs half of this loop
    return found


def _without_mark(raw: Any, word: str, start: int, size: float) -> str:
    """Return a word without the small raised figure of a note behind it."""
    bare = word.rstrip("0123456789")
    if bare == word or word[0].isdigit() or not (bare[-1].isalpha() or bare[-1] in ',.;:”")'):
        return word
    return bare if pdfium.FPDFText_GetFontSize(raw, start + len(bare)) < _RAISED * size else word


def _read_objects(raw: Any, page: Page) -> bool:
    """Take the page's rules; tell whether there are pictures on it, or drawings enough to be letters."""
    edges = tuple(ctypes.c_float() for _ in range(4))
    pictures = paths = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_PATHS)):
        item = pdfium.FPDFPage_GetObject(raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
            if pdfium.FPDFPageObj_GetBounds(item, *edges):
                _take_path(item, *(edge.value for edge in edges), page=page)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            # letters nobody sees lie over a scan, put there by the program that read it
            invisible = pdfium.FPDFTextObj_GetTextRenderMode(item) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            page.scanned = page.scanned or invisible
        else:
            pictures += 1
    return bool(pictures) or paths > _DRAWN_LETTERS


def _take_path(item: Any, left: float, bottom: float, right: float, top: float, *, page: Page) -> None:
    """Take a thin path as a rule, a drawn rectangle as four, a drawn path of many strokes as one for each."""
    wide, high = right - left, top - bottom
    if high <= _THIN and wide >= _SHORTEST_RULE:
        page.across.append(Rule((top + bottom) / 2, left, right))
    elif wide <= _THIN and high >= _SHORTEST_RULE:
        page.down.append(Rule((left + right) / 2, bottom, top))
    elif wide > _THIN and high > _THIN and _is_drawn(item):
        for (x1, y1), (x2, y2) in _strokes(item):
            if abs(y1 - y2) <= 1 and abs(x1 - x2) >= _SHORTEST_RULE:
                page.across.append(Rule((y1 + y2) / 2, min(x1, x2), max(x1, x2)))
            elif abs(x1 - x2) <= 1 and abs(y1 - y2) >= _SHORTEST_RULE:
                page.down.append(Rule((x1 + x2) / 2, min(y1, y2), max(y1, y2)))


def _is_drawn(item: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(item, fill, stroke)) and stroke.value != 0


def _strokes(item: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield the straight strokes of a path, in the page's own measure."""
    matrix = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begun = here = (0.0, 0.0)
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_PATHS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        there = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            begun = there
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield here, there
        here = there
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, begun
