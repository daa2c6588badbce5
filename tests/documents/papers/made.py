"""Filled forms to write, and an office's templates to fill."""

import io
import zipfile
from datetime import UTC, date, datetime

from docx import Document

from domain import forms
from domain.accident import CaseClass
from domain.case_sheet import CaseHead, Told, sheet
from domain.figures_report import Period, Report, report_on
from domain.forms.figures_form import of_figures
from domain.forms.filling import Paper, of_case
from domain.forms.spec import Source
from tests.domain.papers.strategies import LISTS

SOURCE = Source(7, 41, "người báo", datetime(2026, 11, 24, 2, 0, tzinfo=UTC))
FACTS = {
    "people": {"total": 2, "dead": 1},
    "place": {"name": "xã Tân Lập"},
    "happened": {"type": "datetime", "value": "2026-11-24T08:00:00+07:00"},
    "what": "Giàn giáo sập.",
    "workplace": "Công ty TNHH Cầu 5",
    "injury_1": "gãy xương đòn",
    "role": "employer",
    "phone": "0912345678",
    "contract": "yes",
}


def paper(form, **changed):
    known = {
        "day": date(2026, 11, 24),
        "to": ("Sở Nội vụ", "Công an cấp xã"),
        "parent": "",
        "issuer": "Công ty Cầu 5",
    }
    return Paper(forms.forms()[form], **(known | {"confirmed": False} | changed))


def case_form(form="declaration", facts=FACTS, **changed):
    head = CaseHead("TN-26-D4EA", SOURCE.at, CaseClass.FATAL, "xã Tân Lập", "Sở Nội vụ")
    return of_case(paper(form, **changed), sheet([Told(f, v, SOURCE) for f, v in facts.items()], head))


def figures(report=Report.DEPARTMENT, cases=(), **changed):
    found = report_on(report, cases, Period(date(2026, 1, 1), date(2026, 6, 30)), LISTS)
    return of_figures(paper(forms.report_form(report.value).id, **changed), found, "toàn tỉnh")


def lines(data):
    """Return every line of a .docx, tables included, in order of the body."""
    document = Document(io.BytesIO(data))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            found.append(block.text)
    return found


def headers(data):
    """Return the words of the first page's header and of the others'."""
    section = Document(io.BytesIO(data)).sections[0]
    return section.first_page_header.paragraphs, section.header.paragraphs


def template(*paragraphs, row=("{{#victims}}{{no}}", "{{name}}", "{{condition}}{{/victims}}")):
    """Return an office's template: paragraphs, each a list of runs, and a table with one block row."""
    document = Document()
    for runs in paragraphs:
        line = document.add_paragraph()
        for run in runs:
            line.add_run(run)
    if row:
        table = document.add_table(rows=2, cols=len(row))
        table.rows[0].cells[0].text = "TT"
        for cell, text in zip(table.rows[1].cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ALL_FIELDS = tuple([f"{{{{{field.id}}}}}"] for field in forms.forms()["declaration"].fields if field.required)


def with_part(data, name, content):
    """Return the template with another part, or one replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, content)
    return out.getvalue()
