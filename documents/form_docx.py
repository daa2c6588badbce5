"""A filled form as .docx in the look of Decree 30/2020/NĐ-CP, and the sheet that says where each value came from."""

from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Pt

from documents import decree30
from documents.form_table import write_table
from domain.forms.filling import DOTS
from domain.forms.spec import FilledForm, FilledSection

_SHEET_TITLE = "PHIẾU ĐỐI CHIẾU"
_SHEET_SUBTITLE = "Dùng để kiểm tra, không gửi kèm"
_MISSING, _NOTHING_MISSING = "Còn thiếu, người lập tự điền:", "Không thiếu mục bắt buộc nào."
_SOURCE = "Căn cứ: {source}."
_VERIFY = "Cần đối chiếu lại với văn bản đang có hiệu lực trước khi dùng."


def write_form(form: FilledForm) -> bytes:
    """Return the form itself. What is not known is a dotted line; a draft says so on every page."""
    document = decree30.new(landscape=form.spec.landscape)
    decree30.head(document, form.parent, form.issuer, form.spec.number)
    decree30.title(document, form.spec.title, form.spec.subtitle, form.edition.name)
    decree30.addressed(document, form.to)
    for section in form.sections:
        _section(document, section)
    decree30.closing(document, form.to, form.spec.sign)
    if form.mark:
        decree30.add_mark(document, form.mark)
    return decree30.saved(document)


def write_sheet(form: FilledForm) -> bytes:
    """Return the sheet beside the form: what is missing, where each value came from, how figures add up."""
    document = decree30.new(landscape=form.spec.landscape)
    decree30.title(document, _SHEET_TITLE, _SHEET_SUBTITLE, f"{form.spec.title}, {form.edition.name}")
    _plain(document, _SOURCE.format(source=form.edition.source))
    if form.mark:
        _plain(document, f"{form.mark}.")
    if not form.certain:
        _plain(document, _VERIFY)
    _plain(document, _MISSING if form.missing else _NOTHING_MISSING, bold=True)
    for part, labels in form.missing.items():
        _plain(document, f"- {part}: {'; '.join(labels)}")
    for section in form.annex:
        _section(document, section)
    return decree30.saved(document)


def _section(document: Doc, section: FilledSection) -> None:
    if section.heading:
        line = document.add_paragraph()
        line.paragraph_format.space_before = Pt(6)
        line.paragraph_format.keep_with_next = True
        decree30.write(line, section.heading, bold=True)
    for field in section.fields:
        line = document.add_paragraph()
        line.alignment = ALIGN.JUSTIFY if field.value else ALIGN.LEFT
        decree30.write(line, f"{field.spec.label}: ")
        decree30.write(line, field.value.text if field.value else DOTS * 2)
    if section.table is not None:
        write_table(document, section.table)


def _plain(document: Doc, text: str, *, bold: bool = False) -> None:
    line = document.add_paragraph()
    line.paragraph_format.space_after = Pt(3)
    decree30.write(line, text, bold=bold)
