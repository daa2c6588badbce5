"""The commune's statistics book: one row a victim of the cases without a labour contract, the rest named by code."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.accident import Contract
from domain.case_sheet import Sheet
from domain.forms import note_words, table, words
from domain.forms.figures_form import coded, grouped
from domain.forms.filling import Paper, fill
from domain.forms.spec import Cells, FilledForm, FilledSection, FilledTable, Value

_OF_CASE = ("case_code", "happened", "place", "establishment", "course", "cause", "factor", "days_off")
_OF_VICTIM = ("name", "birth_year", "sex", "occupation", "severity", "injury")


@dataclass(frozen=True, slots=True)
class RegisterCase:
    """One case for the book; `declared` is what people said about declaring it."""

    code: str
    contract: Contract
    sheet: Sheet
    declared: str = ""


def of_register(paper: Paper, cases: Sequence[RegisterCase], period: str, scope: str) -> FilledForm:
    """Return the book filled. A case of unknown contract is not entered but named, so that nothing is lost."""
    entered = [case for case in cases if case.contract is Contract.NO]
    columns = next(s.columns for s in paper.spec.sections if s.table == "cases")
    rows: list[Cells] = []
    for case in entered:
        for cells in _rows(case):
            rows.append({**cells, "no": Value(str(len(rows) + 1))})
    book = FilledTable("cases", columns, tuple(rows), "" if rows else words("zero"))
    values = {"period": Value(period), "scope": Value(scope)}
    return fill(paper, values, {"cases": book}, (_differences(cases, len(entered)),))


def _rows(case: RegisterCase) -> Iterable[Cells]:
    """Return a row a victim; a case without known victims has one row all the same."""
    whole = {name: case.sheet.values[name] for name in _OF_CASE if name in case.sheet.values}
    if case.declared:
        whole["declared"] = Value(case.declared)
    for number, victim in enumerate(case.sheet.victims or ({},)):
        of_case = whole if number == 0 else {name: _above(name, value) for name, value in whole.items()}
        yield {**of_case, **{name: victim[name] for name in _OF_VICTIM if name in victim}}


def _above(name: str, value: Value) -> Value:
    """Return what stands for a value of the whole case below its first row: figures are not to be added up twice."""
    return value if name == "case_code" else Value(words("above"), value.sources)


def _differences(cases: Sequence[RegisterCase], entered: int) -> FilledSection:
    heading, columns = table("table_notes")
    rows: list[Cells] = [
        {"reason": Value(words("considered")), "count": Value(grouped(len(cases)))},
        {"reason": Value(words("counted")), "count": Value(grouped(entered))},
    ]
    for contract in (Contract.UNKNOWN, Contract.YES):
        codes = [case.code for case in cases if case.contract is contract]
        if codes:
            rows += coded({"reason": Value(note_words(f"contract-{contract.value}"))}, codes)
    return FilledSection(heading, table=FilledTable("table_notes", columns, tuple(rows)))
