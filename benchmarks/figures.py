"""10,000 cases into Phụ lục XIV: the counting alone, and all the way from the database to the .docx and .xlsx."""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert

from documents.form_docx import write_form, write_sheet
from documents.form_xlsx import write_workbook
from domain import forms
from domain.accident import Contract, Severity
from domain.figures import CaseFigure, VictimFigure
from domain.figures_report import Lists, Period, Report, report_on
from domain.forms.spec import Cells, FilledForm
from handlers.services import statistics
from messages.catalog import words
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.tables import accident_facts, accidents, case_verdicts

CASES = 10_000
LIMIT = 2.0
SEED = 20260630
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
LEFT_OUT = ("contract-no", "contract-unknown", "joined", "cancelled")
JOINED = 500  # so many accidents were reported twice
INJURIES = ("gãy xương đòn", "trầy xước tay", "dập ngón tay", "đau lưng", "bỏng nặng hai chân")
SIDES = ("trái", "phải", "cả hai bên", "chưa rõ bên nào", "đã đi cấp cứu")
TOLD = tuple(
    f"{injury} {side}, ca {shift}" for injury in INJURIES for side in SIDES for shift in range(1, 41)
)


def main() -> int:
    rng = random.Random(SEED)
    words("vi", "report-scope-all", {})  # a running bot has read its words
    made = list(_figures(rng))
    took, _, counted = _timed(lambda: report_on(Report.DEPARTMENT, made, YEAR, _lists()))
    print(f"counting {CASES} cases into Phụ lục XIV: {took}")
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder) / 'cases.db'}")
        migrate(database)
        _enter(database, rng)
        wanted = statistics.Wanted("XIV", YEAR.first, YEAR.last)
        with database.reading() as uow:
            took, whole, filled = _timed(lambda: statistics.filled(uow, wanted, None, datetime.now(UTC)))
        database.close()
    print(f"from the database, facts read, {len(TOLD)} different injuries judged: {took}")
    for name, write in (("docx", write_form), ("xlsx", write_workbook), ("sheet", write_sheet)):
        took, _, data = _timed(lambda write=write: write(filled))
        print(f"  written as {name}: {took}, {len(data) / 1000:.0f} kB")
    held = all(line.holds for line in counted.lines) and _reconciles(filled)
    print(f"totals equal their rows, and each of {CASES} reports is in one row or left out by name: {held}")
    print(f"limit {LIMIT} s: {'met' if whole <= LIMIT else 'MISSED'}")
    return 0 if held and whole <= LIMIT else 1


def _reconciles(filled: FilledForm) -> bool:
    """Whether every total of the written report is the sum of its rows, and no report is missing or there twice."""
    checks = {row["holds"].text for row in filled.tables["table_check"].rows}
    left_out = {forms.note_words(reason) for reason in LEFT_OUT}
    named = [
        *_codes(
            filled.tables["table_cases"].rows, "line", lambda line: line.startswith("1.1.") or line == "2"
        ),
        *_codes(filled.tables["table_notes"].rows, "reason", left_out.__contains__),
    ]
    return checks == {forms.words("holds")} and len(named) == len(set(named)) == CASES


def _codes(rows: Iterable[Cells], column: str, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Yield the codes of the rows wanted, with those continued below them."""
    head = ""
    for row in rows:
        head = row[column].text if column in row else head
        if wanted(head) and "cases" in row:
            yield from row["cases"].text.split(", ")


def _timed(work: Callable[[], Any]) -> tuple[str, float, Any]:
    """Return the seconds in words, those of the processor alone (others share this machine), and what was made."""
    began, at = time.process_time(), time.perf_counter()
    made = work()
    cpu = time.process_time() - began
    return f"{time.perf_counter() - at:.2f} s ({cpu:.2f} s of processor)", cpu, made


def _lists() -> Lists:
    return Lists(forms.codes("cause"), forms.codes("factor"), forms.codes("kind"), {})


def _figures(rng: random.Random) -> Iterator[CaseFigure]:
    for number in range(CASES):
        yield CaseFigure(
            f"TN-26-{number:05d}",
            date(2026, 1, 1) + timedelta(days=rng.randrange(365)),
            contract=rng.choice(list(Contract)),
            allowance=rng.random() < 0.05,
            victims=tuple(
                VictimFigure(
                    rng.choice(list(Severity)), rng.choice([True, False, None]), None, rng.choice(["a", None])
                )
                for _ in range(rng.choice([1, 1, 1, 2, 3]))
            ),
            cause=rng.choice(["1", "4", "7", None]),
            factor=rng.choice(["14", "07", None]),
            establishment_kind=rng.choice(["limited", "state", None]),
        )


def _enter(database: Database, rng: random.Random) -> None:
    """Enter cases as a year of talks would leave them."""
    now = datetime(2026, 1, 1, 2, tzinfo=UTC)
    with database.transaction() as uow:
        who = uow.people.add(None, "vi", now)
    with database.engine.begin() as connection:
        cases, facts = [], []
        for number in range(1, CASES + 1):
            at = now + timedelta(hours=rng.randrange(8700))
            case = {"id": number, "code": f"TN-26-{number:05d}", "kind": "accident", "state": "closed"}
            case |= {"unit_id": None, "reporter_id": who, "channel": "web", "checks": 0}
            cases.append({**case, "suggested_class": "unknown", "created_at": at})
            known = {
                "people": {"total": rng.choice([1, 1, 2]), "dead": int(rng.random() < 0.1)},
                "contract": rng.choice(["yes", "yes", "no", "unknown"]),
                "happened": {"type": "datetime", "value": at.isoformat()},
                "what": "Ngã từ giàn giáo khi đang đổ bê tông.",
                "workplace": f"Công ty {number % 300}",
                "injury_1": rng.choice((*TOLD, None)),
                "establishment_kind": rng.choice(["limited", "state", None]),
                "cause": rng.choice(["1", "4", "7", None]),
            }
            facts += [
                {
                    "accident_id": number,
                    "field": field,
                    "value": value,
                    "salt": "",
                    "person_id": who,
                    "at": at,
                }
                for field, value in known.items()
                if value is not None
            ]
        connection.execute(insert(accidents), cases)
        connection.execute(insert(accident_facts), facts)
        verdict = {"same": True, "reason": "", "before": {}, "decided_by": who, "decided_at": now}
        pairs = zip(range(1, JOINED + 1), range(CASES - JOINED + 1, CASES + 1), strict=True)
        connection.execute(
            insert(case_verdicts), [{**verdict, "accident_id": one, "other_id": two} for one, two in pairs]
        )


if __name__ == "__main__":
    sys.exit(main())
