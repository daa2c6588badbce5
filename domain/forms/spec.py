"""A form as data, and a form filled: every value with where it came from, every hole by name."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `group` is the head above several, `width` in centimetres (0: what is left)."""

    id: str
    label: str
    group: str = ""
    number: str = ""
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form."""

    id: str
    label: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a form: lines, or a table (its id is that of `{{#id}}` in an office's own template).

    `short` names the part in a list of what is missing.
    """

    heading: str
    short: str = ""
    fields: tuple[Field, ...] = ()
    table: str | None = None
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What the law calls the form from one day to another (`valid_to` excluded), and where that was read."""

    name: str
    valid_from: date
    source: str
    layout_seen: bool
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form: whose head stands above it, who signs, what it asks. `digest` names this very text of it."""

    id: str
    title: str
    subtitle: str
    file: str
    head: str
    sign: str
    kind: str
    number: str
    landscape: bool
    receivers: str
    editions: tuple[Edition, ...]
    sections: tuple[Section, ...]
    digest: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """Every line of the form."""
        return tuple(one for section in self.sections for one in section.fields)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from: the fact's number, the message's number (0: not known), who, when."""

    fact: int
    message: int
    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in a field. No sources: the program computed it (a period, a sum, a case code)."""

    text: str
    sources: tuple[Source, ...] = ()


Cells = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class FilledField:
    """A line with its value, None where nobody knows."""

    spec: Field
    value: Value | None


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its rows; a cell that is not there is not known. `note` stands below it."""

    id: str
    columns: tuple[Column, ...]
    rows: tuple[Cells, ...]
    note: str = ""
    strong: frozenset[int] = frozenset()  # rows in bold: totals


@dataclass(frozen=True, slots=True)
class FilledSection:
    """A part of a form, filled."""

    heading: str
    fields: tuple[FilledField, ...] = ()
    table: FilledTable | None = None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form ready to be written. `annex` parts explain it and are not sent; `to` are its addressees.

    `values` holds every field by id, also those only a template may want. `missing` names, by part of the form,
    what it asks and nobody told. `mark` is the draft mark, empty once the layout is confirmed.
    """

    spec: FormSpec
    edition: Edition
    to: tuple[str, ...]
    parent: str
    issuer: str
    sections: tuple[FilledSection, ...]
    values: Mapping[str, Value]
    missing: Mapping[str, tuple[str, ...]]
    mark: str
    annex: tuple[FilledSection, ...] = field(default=())
    certain: bool = True

    @property
    def tables(self) -> Mapping[str, FilledTable]:
        """The tables by id."""
        return {s.table.id: s.table for s in (*self.sections, *self.annex) if s.table is not None}
