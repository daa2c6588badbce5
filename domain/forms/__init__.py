"""The papers as dated data: which form of a name holds on a day, what it asks, and the codes of the figures.

An edition whose `layout_seen` is false was never compared with the official layout; what is written by it carries
DRAFT_MARK until the office confirms its template.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from domain.figures import MIXED, UNCLASSIFIED, Codes
from domain.forms.spec import Column, Edition, Field, FormSpec, Section

DRAFT_MARK = "Dự thảo – mẫu chưa đối chiếu bản gốc"
_DATA = ("codes", "code_words", "figures")
_OWN = ("reminding",)
"""Papers of the program itself: no law names them, and no office lays them out anew."""


@cache
def forms() -> Mapping[str, FormSpec]:
    """Return every form by its id (for those of a case: the key of `forms` in the packs of law)."""
    names = sorted(
        f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml")
    )
    return {name: _form(name) for name in names if name not in (*_DATA, *_OWN)}


@cache
def own(name: str) -> FormSpec:
    """Return a paper of the program itself, by its id."""
    if name not in _OWN:
        raise KeyError(name)
    return _form(name)


def named(name: str) -> FormSpec | None:
    """Return the form one of whose editions the law calls so ("Mẫu 01 Phụ lục II NĐ 129/2025/NĐ-CP"), or None."""
    return next((form for form in forms().values() if any(e.name == name for e in form.editions)), None)


def edition_on(form: FormSpec, day: date) -> tuple[Edition, bool]:
    """Return the edition of a Vietnamese day, and whether it really holds; else the last one begun."""
    for edition in form.editions:
        if edition.valid_from <= day and (edition.valid_to is None or day < edition.valid_to):
            return edition, True
    begun = [edition for edition in form.editions if edition.valid_from <= day]
    return (begun[-1] if begun else form.editions[0]), False


def codes(question: str) -> Codes:
    """Return the codes of `cause`, `factor` or `kind`, in the form's order."""
    return Codes(tuple((row["code"], row["name"]) for row in _load("codes")[question]))


def code_name(question: str, code: str) -> str:
    """Return what a code stands for; a code nobody knows is shown as it was told."""
    return dict(codes(question).names).get(code, code)


@cache
def code_words(question: str) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Return how people tell the codes of `cause` or `factor`: by code, phrases under `sure` and `maybe`."""
    rows = _load("code_words")[question]
    return {
        code: {kind: tuple(row.get(kind, ())) for kind in ("sure", "maybe")} for code, row in rows.items()
    }


def words(name: str) -> str:
    """Return a fixed word of the figures."""
    found: str = _load("figures")["words"][name]
    return found


def row_name(code: str, name: str) -> str:
    """Return what a row of a breakdown is called."""
    return {UNCLASSIFIED: words("unclassified"), MIXED: words("mixed")}.get(code, name)


def note_words(reason: str) -> str:
    """Return the sentence for a reason of domain.figures_report."""
    found: str = _load("figures")["notes"][reason]
    return found


def report_form(report: str) -> FormSpec:
    """Return the form of a periodic report by its annex number ("XIV")."""
    return forms()[_load("figures")["reports"][report]]


def table(name: str) -> tuple[str, tuple[Column, ...]]:
    """Return the heading and the columns of a table of the figures."""
    data = _load("figures")[name]
    return data["heading"], tuple(Column(**row) for row in data["columns"])


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


def _text(name: str) -> str:
    return (files(__package__) / f"{name}.toml").read_text("utf-8")


def _form(name: str) -> FormSpec:
    data = _load(name)
    return FormSpec(
        id=name,
        title=data["title"],
        subtitle=data.get("subtitle", ""),
        file=data["file"],
        head=data["head"],
        sign=data["sign"],
        kind=data["kind"],
        number=data.get("number", ""),
        landscape=data.get("landscape", False),
        receivers=data.get("receivers", ""),
        editions=tuple(Edition(**row) for row in data["edition"]),
        sections=tuple(_section(row) for row in data["section"]),
        digest=hashlib.sha256(_text(name).encode()).hexdigest(),
    )


def _section(row: Mapping[str, Any]) -> Section:
    heading, columns = row.get("heading", ""), tuple(Column(**c) for c in row.get("columns", ()))
    if "report_table" in row:
        heading, columns = table(row["report_table"])
    return Section(
        heading=heading,
        short=row.get("short", ""),
        fields=tuple(Field(**field) for field in row.get("fields", ())),
        table=row.get("table") or row.get("report_table"),
        columns=columns,
    )
