"""Web pages into numbered lines and table rows, as they would be printed. Nothing is loaded from outside."""

import re
from collections.abc import Iterator
from typing import Final

from lxml import etree, html

from documents.decoding import decode
from documents.docx_numbering import write_number
from documents.source import MOST_CELLS, MOST_COLUMNS, Block, Line, Row, Source, settled
from domain.errors import BadInputError

MAX_LETTERS: Final = 12_000_000
MAX_LINES: Final = 100_000
MAX_TAGS: Final = 500_000
_BLOCKS = frozenset(
    {
        *("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "ul", "ol", "br", "section"),
        *("article", "header", "footer", "blockquote", "pre", "dt", "dd", "center", "body", "hr", "main"),
        *("address", "aside", "caption", "figure", "figcaption", "fieldset", "form", "nav", "td", "th"),
    }
)
_SKIPPED = frozenset(
    {
        *("script", "style", "head", "noscript", "template", "svg", "select", "textarea", "button"),
        *("iframe", "object", "math", "audio", "video", "canvas", "datalist"),
    }
)
_FORMS = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "lower-roman": "lowerRoman",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "upper-roman": "upperRoman",
}
_HIDDEN = re.compile(r"(?:display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{1,30})", re.IGNORECASE)
_DASHES = "-+*•"
_DEEPEST = 200
_MOST_ROWS = 1_000


def read_html(data: bytes) -> Source:
    """Return a page's blocks as lines, its tables as rows. BadInputError with the keys of a text file."""
    text = decode(data).replace("\x00", "")
    if len(text) > MAX_LETTERS or text.count("<") > MAX_TAGS:
        raise BadInputError("plan-file-too-large")
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInputError("plan-file-empty") from error
    if any("depth" in entry.message for entry in parser.error_log):
        raise BadInputError("plan-file-too-large")  # what lies deeper is not in the tree
    page = _Page()
    page.walk(tree, 0)
    page.end_line()
    return settled(Source(tuple(page.blocks), max(page.number, 1)))


class _Page:
    """Gathers the visible text of a page line by line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.number = 0
        self.table = 0
        self.cells = 0
        self.lists: list[_List] = []
        self.bullet = ""

    def end_line(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words = []
        if text:
            self.number += 1
            if self.number > MAX_LINES:
                raise BadInputError("plan-file-too-large")
            self.blocks.append(Line(self.number, self.bullet + text))
            self.bullet = ""

    def walk(self, element: html.HtmlElement, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            return
        if depth > _DEEPEST:
            self.words.append(str(element.text_content()))
            return
        if tag == "table":
            self._table(element, depth)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end_line()
        if tag in {"ul", "ol"}:
            self.lists.append(_List(element, [found.dash for found in self.lists]))
        elif tag == "li":
            self.bullet = self.lists[-1].next(element) if self.lists else "- "
        self._children(element, depth, as_written=tag == "pre")
        if tag in {"ul", "ol"}:
            self.lists.pop()
        if is_block:
            self.end_line()
        if tag == "li":
            self.bullet = ""

    def _children(self, element: html.HtmlElement, depth: int, *, as_written: bool = False) -> None:
        self._say(element.text, as_written=as_written)
        for child in element:
            self.walk(child, depth + 1)
            self._say(child.tail, as_written=as_written)

    def _say(self, text: str | None, *, as_written: bool) -> None:
        lines = (text or "").split("\n") if as_written else [text or ""]
        for i, line in enumerate(lines):
            if i:
                self.end_line()
            self.words.append(line)

    def _table(self, table: html.HtmlElement, depth: int) -> None:
        self.end_line()
        self.table += 1
        mine = self.table
        hanging: dict[int, tuple[int, tuple[Line, ...]]] = {}  # column: (rows left, lines)
        for row in _rows(table):
            cells = [cell for cell in row if cell.tag in {"td", "th"}]
            if row.tag == "caption" or (len(cells) == 1 and next(cells[0].iter("table"), None) is not None):
                self._children(row if row.tag == "caption" else cells[0], depth + 3)
                self.end_line()
                continue
            found: list[tuple[Line, ...]] = []
            for cell in cells:
                _fill(found, hanging)
                lines = tuple(self._cell(cell, depth + 3))
                down = min(_count(cell.get("rowspan")), _MOST_ROWS)
                for _ in range(min(_count(cell.get("colspan")), MOST_COLUMNS - len(found))):
                    if down > 1:
                        hanging[len(found)] = (down - 1, lines)
                    found.append(lines)
            _fill(found, hanging)
            self.cells += len(found)
            if self.cells > MOST_CELLS:
                raise BadInputError("plan-file-too-large")
            if found:
                self.blocks.append(Row(mine, tuple(found)))

    def _cell(self, cell: html.HtmlElement, depth: int) -> Iterator[Line]:
        outer, self.blocks = self.blocks, []
        if not _is_hidden(cell):
            self._children(cell, depth)
        self.end_line()
        inner, self.blocks = self.blocks, outer
        for block in inner:
            if isinstance(block, Line):
                yield block
            else:
                yield from (line for lines in block.cells for line in lines)


class _List:
    """How the items of one list are marked."""

    def __init__(self, element: html.HtmlElement, above: list[str]) -> None:
        found = _LIST_STYLE.search(element.get("style") or "")
        self.form = (_FORMS.get(found[1].lower()) if found else None) or _FORMS.get(
            element.get("type") or "1"
        )
        self.count = _number(element.get("start"), 1) - 1
        free = next((dash for dash in _DASHES if dash not in above), "-")
        self.dash = free if element.tag == "ul" else ""

    def next(self, item: html.HtmlElement) -> str:
        """Return the mark of the next item."""
        if self.dash:
            return f"{self.dash} "
        self.count = _number(item.get("value"), self.count + 1)
        return f"{write_number(self.count, self.form or 'decimal')}. "


def _rows(table: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in table:
        if element.tag in {"tr", "caption"}:
            yield element
        elif element.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in element if row.tag == "tr")


def _fill(found: list[tuple[Line, ...]], hanging: dict[int, tuple[int, tuple[Line, ...]]]) -> None:
    """Put in the cells that hang down from rows above, up to the next free column."""
    while (column := len(found)) in hanging:
        left, lines = hanging.pop(column)
        if left > 1:
            hanging[column] = (left - 1, lines)
        found.append(lines)


def _is_hidden(element: html.HtmlElement) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _count(text: str | None) -> int:
    return max(1, _number(text, 1))


def _number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
