"""An office's own .docx as the layout of a form: `{{field}}` anywhere, `{{#table}}…{{/table}}` around table rows.

Strict: no macros, no embedded objects, nothing fetched from outside; a template is text and tables and nothing
runs. Word cuts a placeholder into several runs as it likes; it is found all the same.
"""

import copy
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Doc
from docx.oxml.ns import qn
from lxml import etree

from documents import decree30
from domain.errors import BadInputError
from domain.forms.filling import DOTS
from domain.forms.spec import Cells, FilledForm, FormSpec

MOST_BYTES = 5_000_000
MOST_OPENED = 40_000_000
_PLACEHOLDER = re.compile(r"\{\{\s*([#/]?)\s*([a-z][a-z0-9_]*)\s*\}\}")
_LOOSE = re.compile(r"\{\{|\}\}")
ALWAYS = frozenset(
    {"to", "form_name", "issuer", "parent", "case_code", "commune", "office", "reported_at", "class"}
)
"""Placeholders every template may use beside the fields of its form."""
_DANGEROUS = ("vbaproject", "activex", "embeddings/", "oleobject", "altchunk", "externallinks")


@dataclass(frozen=True, slots=True)
class Checked:
    """What a template holds: placeholders the form does not have, required fields it does not show."""

    unknown: tuple[str, ...]
    missing: tuple[str, ...]

    def __bool__(self) -> bool:
        return not self.unknown and not self.missing


def check(data: bytes, spec: FormSpec) -> Checked:
    """Compare a template with its form. Raises BadInputError `template-…` where it cannot be used at all."""
    document = _opened(data)
    used: set[str] = set()
    unknown: list[str] = []
    columns = {s.table: {c.id for c in s.columns} for s in spec.sections if s.table}
    known = {field.id for field in spec.fields} | ALWAYS
    for line, table in _lines_with_table(document):
        text = _text(line)
        for match in _PLACEHOLDER.finditer(text):
            sign, name = match.groups()
            used.add(name)
            fits = name in columns if sign else name in (columns.get(table or "", set()) | known)
            if not fits:
                unknown.append(match[0])
        if _LOOSE.search(_PLACEHOLDER.sub("", text)):
            unknown.append(text.strip()[:60])
    wanted = [field.id for field in spec.fields if field.required] + [name for name in columns if name]
    return Checked(tuple(dict.fromkeys(unknown)), tuple(name for name in wanted if name not in used))


def fill_template(data: bytes, form: FilledForm) -> bytes:
    """Return the office's template filled; values go in as plain text and are never read as placeholders.

    Raises BadInputError `template-…` where the template cannot be used, `template-placeholders` where `check` fails.
    """
    found = check(data, form.spec)
    if not found:
        raise BadInputError("template-placeholders", names=", ".join((*found.unknown, *found.missing)))
    document = _opened(data)
    blocks, values = _blocks(document), _values(form)
    # Each paragraph is filled once: what a person wrote is never looked at for placeholders.
    for line in [line for line, table in _lines_with_table(document) if table is None]:
        _replace(line, values)
    for block in blocks:
        _repeat(block, form)
    if form.mark:
        decree30.add_mark(document, form.mark)
    return decree30.saved(document)


def _values(form: FilledForm) -> dict[str, str]:
    known = {name: value.text for name, value in form.values.items()}
    head = {
        "form_name": form.edition.name,
        "issuer": form.issuer,
        "parent": form.parent,
        "to": "; ".join(form.to),
    }
    return {**{name: text for name, text in head.items() if text}, **known}


# Opening


def _opened(data: bytes) -> Doc:
    if len(data) > MOST_BYTES:
        raise BadInputError("template-too-large")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            _refuse_dangerous(parts)
        return Document(io.BytesIO(data))
    except BadInputError:
        raise
    except (zipfile.BadZipFile, KeyError, ValueError, etree.XMLSyntaxError, OSError) as error:
        raise BadInputError("template-unreadable") from error


def _refuse_dangerous(parts: zipfile.ZipFile) -> None:
    if sum(info.file_size for info in parts.infolist()) > MOST_OPENED:
        raise BadInputError("template-too-large")
    for info in parts.infolist():
        name = info.filename.lower()
        if any(word in name for word in _DANGEROUS):
            raise BadInputError("template-active", part=info.filename[-60:])
        if name.endswith((".xml", ".rels")):
            content = parts.read(info)
            if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
                raise BadInputError("template-active", part=info.filename[-60:])
            outside = name.endswith(".rels") and re.search(rb'TargetMode\s*=\s*["\']External', content)
            if (
                outside
                or b"w:altChunk" in content
                or re.search(rb"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b", content)
            ):
                raise BadInputError("template-active", part=info.filename[-60:])


# Walking


def _roots(document: Doc) -> Iterator[Any]:
    """Yield the body and every header and footer of its own."""
    yield document.element.body
    for section in document.sections:
        for part in (
            section.header, section.first_page_header, section.even_page_header,
            section.footer, section.first_page_footer, section.even_page_footer,
        ):  # fmt: skip
            if not part.is_linked_to_previous:
                yield part._element  # noqa: SLF001 - the XML of a header has no other door


def _lines_with_table(document: Doc) -> Iterator[tuple[Any, str | None]]:
    """Yield every paragraph, and the block (`{{#victims}}`) in whose table rows it stands, if any."""
    inside = {row: name for name, rows in _blocks(document) for row in rows}
    for root in _roots(document):
        for line in root.iter(qn("w:p")):
            row = next((up for up in line.iterancestors(qn("w:tr")) if up in inside), None)
            yield line, None if row is None else inside[row]


def _text(element: Any) -> str:
    """Return the words below an element, whatever runs, links and controls they are cut into."""
    return "".join(run.text or "" for run in element.iter(qn("w:t")))


_Block = tuple[str, list[Any]]


def _blocks(document: Doc) -> list[_Block]:
    """Find the rows between `{{#name}}` and `{{/name}}` in each table.

    Raises BadInputError `template-block` where one is not closed, or stands in no table.
    """
    found: list[_Block] = []
    for root in _roots(document):
        for table in root.iter(qn("w:tbl")):
            found += _blocks_of(table.findall(qn("w:tr")))
        for line in root.iter(qn("w:p")):
            signs = [match for match in _PLACEHOLDER.finditer(_text(line)) if match[1]]
            if signs and next(line.iterancestors(qn("w:tr")), None) is None:
                raise BadInputError("template-block", name=signs[0][0])
    return found


def _blocks_of(rows: list[Any]) -> Iterator[_Block]:
    name, begun = "", -1
    for number, row in enumerate(rows):
        for match in _PLACEHOLDER.finditer(_text(row)):
            sign, word = match.groups()
            if (sign == "#" and name) or (sign == "/" and word != name):
                raise BadInputError("template-block", name=match[0])
            if sign == "#":
                name, begun = word, number
            elif sign == "/":
                yield name, rows[begun : number + 1]
                name = ""
    if name:
        raise BadInputError("template-block", name=f"{{{{#{name}}}}}")


# Filling


def _repeat(block: _Block, form: FilledForm) -> None:
    """Put the rows of a block once for each row of its table; one dotted copy where there is none."""
    name, rows = block
    table = form.tables.get(name)
    filled: tuple[Cells, ...] = table.rows if table is not None else ()
    columns = {column.id for column in table.columns} if table is not None else set()
    general = _values(form)
    last = rows[-1]
    for cells in reversed(filled or ({},)):
        blank = dict.fromkeys(columns, DOTS[:3])
        values = {**general, **blank, **{n: value.text for n, value in cells.items()}}
        for row in reversed(rows):
            made = copy.deepcopy(row)
            last.addnext(made)
            for line in made.iter(qn("w:p")):
                _replace(line, values)
    for row in rows:
        row.getparent().remove(row)


def _replace(line: Any, values: Mapping[str, str]) -> None:
    """Put values in place of the placeholders of one paragraph, from the last to the first."""
    runs = list(line.iter(qn("w:t")))
    for match in reversed(list(_PLACEHOLDER.finditer(_text(line)))):
        sign, name = match.groups()
        _swap(runs, match.start(), match.end(), "" if sign else decree30.clean(values.get(name, DOTS)))


def _swap(runs: list[Any], start: int, end: int, text: str) -> None:
    """Replace a stretch that may lie over several runs; the first of them keeps its look for the new words."""
    at, put = 0, False
    for run in runs:
        words = run.text or ""
        low, high = max(start - at, 0), min(end - at, len(words))
        at += len(words)
        if low >= high:
            continue
        run.text = words[:low] + ("" if put else text) + words[high:]
        run.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        put = True
