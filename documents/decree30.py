"""The look of official papers after Decree 30/2020/NĐ-CP, Phụ lục I: page, head, type sizes, page numbers.

Only drafts leave here: no seal, no signature. python-docx is imported with this module: import it when a paper is
asked for.
"""

import io
import re
from collections.abc import Sequence
from textwrap import wrap
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Cm, Emu, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

FONT = "Times New Roman"
BODY = 13
REPUBLIC, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
_CAPITAL, _PADDING = Cm(0.275), Cm(0.4)  # a capital of 12 points, and what a cell leaves free at its sides
_ONE_WORD = ("ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "TRÁCH NHIỆM", "HỮU HẠN", "MỘT THÀNH VIÊN", "CỔ PHẦN")
_A4 = (Cm(21.0), Cm(29.7))
_CONTROL = dict.fromkeys(
    [*(c for c in range(32) if c not in (9, 10)), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], " "
)


def clean(text: str) -> str:
    """Return text that XML takes: control characters and half characters become spaces."""
    return text.translate(_CONTROL)


def new(*, landscape: bool = False) -> Doc:
    """Return an empty A4 document with the margins, the font and the page numbers of the decree."""
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(BODY)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(0), Pt(6)
    style.paragraph_format.line_spacing = 1.15
    section = document.sections[0]
    _page(section, landscape=landscape)
    _number_pages(section)
    return document


def _page(section: Section, *, landscape: bool) -> None:
    width, height = reversed(_A4) if landscape else _A4
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = (Cm(2), Cm(2)) if landscape else (Cm(3), Cm(1.7))
    section.header_distance = Cm(1)


def text_width(document: Doc) -> Emu:
    """Return how wide the text may run."""
    section = document.sections[0]
    widths = (section.page_width, section.left_margin, section.right_margin)
    page, left, right = (width or Emu(0) for width in widths)
    return Emu(page - left - right)


def _number_pages(section: Section) -> None:
    """Put the number into the top margin, centred, from the second page on."""
    section.different_first_page_header_footer = True
    line = section.header.paragraphs[0]
    line.alignment = ALIGN.CENTER
    for kind, words in (("begin", None), (None, "PAGE"), ("end", None)):
        run = line.add_run()
        run.font.size = Pt(BODY)
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)  # noqa: SLF001 - python-docx has no fields; this is its documented element


def add_mark(document: Doc, mark: str) -> None:
    """Write the draft mark into the header of every page."""
    for section in document.sections:
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        if document.settings.odd_and_even_pages_header_footer:
            headers.append(section.even_page_header)
        for header in headers:
            header.is_linked_to_previous = False
            line = header.paragraphs[0] if not _has_content(header.paragraphs[0]) else header.add_paragraph()
            line.alignment = ALIGN.RIGHT
            write(line, mark, size=11, italic=True)


def _has_content(line: Paragraph) -> bool:
    return any(child.tag != qn("w:pPr") for child in line._p)  # noqa: SLF001 - fields have no text


_CODE = re.compile(r"\b([A-Z]{2,3})-(\d{2})-([0-9A-Z]{4,8})\b")


def _hyphens(text: str) -> list[str]:
    """Split a text at the hyphens of case codes, where no line may end."""
    return _CODE.sub("\\1\0\\2\0\\3", text).split("\0")


def write(line: Paragraph, text: str, *, size: float = BODY, bold: bool = False, italic: bool = False) -> Run:
    """Add words to a paragraph."""
    run = line.add_run()
    for number, part in enumerate(_hyphens(clean(text))):
        if number:
            run._r.append(OxmlElement("w:noBreakHyphen"))  # noqa: SLF001 - python-docx reads it, but writes none
        run.add_text(part)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    return run


def small_mark(line: Paragraph, size: float) -> None:
    """Make an empty paragraph no higher than words of this size."""
    mark = OxmlElement("w:rPr")
    height = OxmlElement("w:sz")
    height.set(qn("w:val"), str(int(size * 2)))
    mark.append(height)
    line._p.get_or_add_pPr().append(mark)  # noqa: SLF001 - python-docx leaves paragraph marks alone


def head(document: Doc, parent: str, issuer: str, number: str) -> None:
    """Write the two blocks on top: who issues, and the name of the State with its motto."""
    width = text_width(document)
    table = document.add_table(rows=2, cols=2)
    table.autofit = False
    sides = (Emu(int(width * 0.42)), Emu(width - int(width * 0.42)))
    set_widths(table, sides)
    left, right = table.rows[0].cells
    room = int((sides[0] - _PADDING) / _CAPITAL)
    for line in balanced(parent.upper(), room):
        _centred(left, line, size=12)
    for line in balanced(issuer.upper(), room) or ("………………………………",):
        _centred(left, line, size=12, bold=True)
    _rule(left, sides[0], Cm(2.6))
    _centred(right, REPUBLIC, size=12, bold=True)
    _centred(right, MOTTO, size=13, bold=True)
    _rule(right, sides[1], Cm(5.7))
    left, right = table.rows[1].cells
    if number:
        _centred(left, f"Số: ………/{number}", size=13)
    _centred(right, "……………, ngày …… tháng …… năm ………", size=13, italic=True)


def balanced(text: str, room: int) -> tuple[str, ...]:
    """Return a name broken into as few lines of `room` letters as it needs, of about one length.

    What is one word to its readers ("ỦY BAN NHÂN DÂN") stays on one line.
    """
    whole = " ".join(text.split())
    for phrase in _ONE_WORD:
        whole = whole.replace(phrase, phrase.replace(" ", "\xa0"))
    lines = _lines(whole, room)
    for narrower in range(room, 0, -1):
        tried = _lines(whole, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return tuple(line.replace("\xa0", " ") for line in lines)


def _lines(text: str, room: int) -> list[str]:
    return wrap(text, room, break_long_words=False, break_on_hyphens=False)


def _centred(cell: _Cell, text: str, *, size: float, bold: bool = False, italic: bool = False) -> None:
    line = next_line(cell)
    line.alignment = ALIGN.CENTER
    line.paragraph_format.space_after = Pt(0)
    line.paragraph_format.line_spacing = 1.0
    write(line, text, size=size, bold=bold, italic=italic)


def next_line(cell: _Cell) -> Paragraph:
    """Return the empty first paragraph of a cell, or a new one below what stands there."""
    first: Paragraph = cell.paragraphs[-1]
    return cell.add_paragraph() if _has_content(first) else first


def _rule(cell: _Cell, width: int, length: int) -> None:
    """Draw a line of this length, centred below what stands in the cell."""
    line = cell.add_paragraph()
    draw_rule(line, width, length)


_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")


def draw_rule(line: Paragraph, width: int, length: int) -> None:
    """Make a paragraph a centred line of this length in a space so wide."""
    indent = Emu(max(0, (width - length) // 2))
    form = line.paragraph_format
    form.left_indent = form.right_indent = indent
    form.space_before, form.space_after, form.line_spacing = Pt(3), Pt(4), Pt(4)
    write(line, "", size=2)
    borders = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    properties: Any = line._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no paragraph borders
    properties.insert_element_before(borders, *_AFTER_BORDERS)


def title(document: Doc, name: str, subtitle: str, form: str) -> None:
    """Write the kind of paper, what it is about, and the name of the form in the law."""
    for text, size, bold in ((name, 14, True), (subtitle, 13, True)):
        if text:
            line = document.add_paragraph()
            line.alignment = ALIGN.CENTER
            line.paragraph_format.space_before = Pt(12 if text == name else 0)
            line.paragraph_format.space_after = Pt(0)
            line.paragraph_format.keep_with_next = True
            write(line, text, size=size, bold=bold)
    draw_rule(document.add_paragraph(), text_width(document), Cm(4))
    line = document.add_paragraph()
    line.alignment = ALIGN.CENTER
    write(line, f"({form})", size=12, italic=True)


def addressed(document: Doc, to: Sequence[str]) -> None:
    """Write whom the paper goes to."""
    if not to:
        return
    line = document.add_paragraph()
    line.alignment = ALIGN.CENTER
    write(line, "Kính gửi: " + "; ".join(to), size=13)


def closing(document: Doc, to: Sequence[str], sign: str) -> None:
    """Write Nơi nhận and the place to sign: no name, no signature, no seal."""
    width = text_width(document)
    _keep_with_closing(document)
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    set_widths(table, (Emu(width // 2), Emu(width - width // 2)))
    left, right = table.rows[0].cells
    keep_together(table)
    write(_tight(left), "Nơi nhận:", size=12, bold=True, italic=True)
    for name in (*(f"- {name};" for name in to), "- Lưu: ………"):
        write(_tight(left), name, size=11)
    _centred(right, sign, size=13, bold=True)
    _centred(right, "(Ký, ghi rõ họ tên)", size=12, italic=True)


def _keep_with_closing(document: Doc) -> None:
    """Let the place to sign never stand alone on a page: what comes before it goes with it."""
    space = document.add_paragraph().paragraph_format
    space.space_after, space.keep_with_next = Pt(0), True
    for block in list(document.iter_inner_content())[-4:]:
        lines = (
            [block]
            if isinstance(block, Paragraph)
            else [p for c in block.rows[-1].cells for p in c.paragraphs]
        )
        for line in lines:
            line.paragraph_format.keep_with_next = True


def _tight(cell: _Cell) -> Paragraph:
    line = next_line(cell)
    line.paragraph_format.space_after, line.paragraph_format.line_spacing = Pt(0), 1.0
    return line


def set_widths(table: Table, widths: Sequence[Emu]) -> list[list[_Cell]]:
    """Set the columns' widths and return the cells, row by row: one pass, a cell by index is slow."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # the grid, which some programs go by; the cells, which others do
    grid = [list(row.cells) for row in table.rows]
    for cells in grid:
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width
    return grid


def keep_together(table: Table) -> None:
    """Let no row of the table break over two pages."""
    for row in table.rows:
        properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no such setting
        properties.append(OxmlElement("w:cantSplit"))


def saved(document: Doc) -> bytes:
    """Return the document as a .docx file, without the name of who made it."""
    document.core_properties.author = ""
    document.core_properties.comments = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
