"""Plain text, Markdown and HTML into numbered lines."""

import re
from collections.abc import Iterator

from lxml import etree, html

from documents.source import Block, Line, Row, Source, source_from_text, tidy
from domain.errors import BadInputError

_BLOCKS = frozenset(
    {
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "ul",
        "ol",
        "br",
        "section",
        "article",
        "header",
    }
    | {"footer", "blockquote", "pre", "dt", "dd", "center", "body", "hr"}
)
_SKIPPED = frozenset({"script", "style", "head", "noscript", "template", "svg"})
_DEEPEST = 200


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8 (with or without mark), UTF-16 with mark, else Windows-1258.

    Raises BadInputError `plan-file-unreadable` for what is no text at all.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise BadInputError("plan-file-unreadable") from error
    if b"\x00" in data:
        raise BadInputError("plan-file-unreadable")
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise BadInputError("plan-file-unreadable")


def read_text(data: bytes) -> Source:
    """Lines of a text or Markdown file."""
    return source_from_text(decode(data))


def read_html(data: bytes) -> Source:
    """Return the blocks of a page as lines, numbered as they would be printed; its tables as rows."""
    parser = html.HTMLParser(huge_tree=False, no_network=True, remove_comments=True, encoding="utf-8")
    try:
        tree = html.document_fromstring(tidy(decode(data)).encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadInputError("plan-file-empty") from error
    page = _Page()
    page.walk(tree, 0)
    page.end_line()
    return Source(tuple(page.blocks), max(page.number, 1))


class _Page:
    """Gathers the visible text of a page line by line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.number = 0
        self.table = 0
        self.counters: list[int | None] = []

    def end_line(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words = []
        if text:
            self.number += 1
            self.blocks.append(Line(self.number, text))

    def walk(self, element: html.HtmlElement, depth: int) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or depth > _DEEPEST:
            return
        if tag == "table" and not element.xpath(".//table"):
            self._table(element)
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.end_line()
        if tag in {"ul", "ol"}:
            self.counters.append(0 if tag == "ol" else None)
        if tag == "li":
            self.words.append(self._bullet())
        self.words.append(element.text or "")
        for child in element:
            self.walk(child, depth + 1)
            self.words.append(child.tail or "")
        if tag in {"ul", "ol"}:
            self.counters.pop()
        if is_block:
            self.end_line()

    def _bullet(self) -> str:
        if not self.counters or self.counters[-1] is None:
            return "- "
        self.counters[-1] += 1
        return f"{self.counters[-1]}. "

    def _table(self, table: html.HtmlElement) -> None:
        self.end_line()
        self.table += 1
        for row in table.iter("tr"):
            cells = [tuple(self._cell(cell)) for cell in row if cell.tag in {"td", "th"}]
            if cells:
                self.blocks.append(Row(self.table, tuple(cells)))

    def _cell(self, cell: html.HtmlElement) -> Iterator[Line]:
        for br in cell.iter("br", "p", "div", "li"):
            br.tail = "\n" + (br.tail or "")
            br.text = "\n" + (br.text or "") if br.tag != "br" else br.text
        for text in str(cell.text_content()).split("\n"):
            if words := re.sub(r"\s+", " ", text).strip():
                self.number += 1
                yield Line(self.number, words)
