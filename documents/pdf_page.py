"""What lies where on one page of a PDF: its words with their places, and the rules its tables are drawn with."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import pypdfium2.raw as pdfium

_WORD: Final = re.compile(r"[^\s\x00]+")
_BREAK: Final = re.compile(r"[\r\n\x02\ufffe]+")
_THIN = 3.0  # points: a path no wider is a rule
_SHORTEST_RULE = 8.0
_MOST_PATHS = 20_000
_LETTERS_A_PAGE = 20
_DRAWN_LETTERS = 200
_RAISED = 0.75  # of a line's size: a figure this small behind a word refers to a note


@dataclass(frozen=True, slots=True)
class Word:
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
    page = document[index]
    try:
        found = Page(*page.get_size())
        text_page = page.get_textpage()
        try:
            text = _letters(text_page)
            found.pieces = list(_pieces(text_page.raw, text))
        finally:
            text_page.close()
        pictures = _read_objects(page.raw, found)
        letters = len(re.sub(r"\s", "", text))
        named = len(re.sub(r"[\s\x00-\x1f\ue000-\uf8ff\ufffd]", "", text))
        found.readable = (
            2 * named > letters if named >= _LETTERS_A_PAGE else not (pictures or letters > 2 * named)
        )
        if page.get_rotation() in {90, 270}:
            found.across, found.down = [], []
    finally:
        page.close()
    return found


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
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    get = pdfium.FPDFText_GetCharBox
    at = 0
    glued = False
    for line in [*_BREAK.finditer(text), None]:
        end = line.start() if line else len(text)
        hyphen = line is not None and line[0][0] in "\x02\ufffe"
        words: list[Word] = []
        spans = list(_WORD.finditer(text, at, end))
        size = pdfium.FPDFText_GetFontSize(raw, spans[0].start()) if spans else 0.0
        for span in spans:
            get(raw, span.start(), left, right, bottom, top)
            start = left.value
            get(raw, span.end() - 1, left, right, bottom, top)
            words.append(Word(_without_mark(raw, span, size), start, max(right.value, start)))
        if hyphen and words:
            words[-1] = Word(f"{words[-1].text}-", words[-1].left, words[-1].right)
        words = [word for word in words if word.text]
        if words:
            pdfium.FPDFText_GetCharOrigin(raw, spans[0].start(), left, bottom)
            yield Piece(tuple(words), bottom.value, size, glued)
            glued = hyphen
        at = line.end() if line else end


def _without_mark(raw: Any, span: re.Match[str], size: float) -> str:
    """Return a word without the small raised figure of a note behind it."""
    word = span[0]
    bare = word.rstrip("0123456789")
    if bare == word or not bare or bare[-1].isdigit() or not (bare[-1].isalpha() or bare[-1] in ',.;:”")'):
        return word
    small = pdfium.FPDFText_GetFontSize(raw, span.start() + len(bare)) < _RAISED * size
    return bare if small else word


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
