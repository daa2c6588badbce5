"""How well and how fast moments are read: python -m benchmarks.understanding_moments [held|learn] [--wrong]

dateparser stands beside ours where it is there: no dependency of the project, but `pip install dateparser`
into a developer's environment.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from benchmarks.understanding_tables import NOISES, Expression, expressions
from domain.vietnamese.moments import ZONE, MomentType, read_moment

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)
ASKED = {MomentType.AMBIGUOUS, MomentType.INVALID}  # the person is asked; nothing is taken for true
SINGLE = {"datetime", "date"}  # what dateparser can answer with


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("part", nargs="?", default="held", choices=("held", "learn"))
    parser.add_argument("--wrong", action="store_true", help="print every expression that is read wrongly")
    asked = parser.parse_args()
    ours(expressions(asked.part), tell=asked.wrong)
    beside(expressions(asked.part))
    return 0


def ours(table: list[Expression], *, tell: bool) -> None:
    """Print the share read rightly and wrongly without asking, by noise, and the time of one."""
    judged = [(one, *judge(one)) for one in table]
    for noise in ("all", *NOISES):
        mine = [(right, silent) for one, right, silent in judged if noise in ("all", one.noise)]
        if mine:
            right, silent = (sum(column) for column in zip(*mine, strict=True))
            figures = f"{right / len(mine):6.1%} right, {silent / len(mine):.1%} wrong without asking"
            print(f"  {noise:11} {figures}, of {len(mine)}")
    took = statistics.median(microseconds(lambda words: read_moment(words, NOW), one.text) for one in table)
    print(f"  {took:.0f} µs a moment (median)")
    if tell:
        for one in (one for one, right, _ in judged if not right):
            found = read_moment(one.text, NOW)
            said = found.value or " ".join(found.candidates)
            wanted = f"{'/'.join(one.types)} {' '.join(one.values)}"
            print(f"{one.noise}\t{one.text}\t{wanted}\tgot {found.type} {said}")


def judge(one: Expression) -> tuple[bool, bool]:
    """Whether an expression is read rightly, and whether it is read wrongly without a question."""
    found = read_moment(one.text, NOW)
    right = str(found.type) in one.types
    if right and found.type is MomentType.AMBIGUOUS:
        right = not one.values or set(one.values) == {short(value) for value in found.candidates}
    elif right and one.values:
        right = short(found.value or "") in one.values
    return right, not right and found.type not in ASKED


def short(value: str) -> str:
    return value.replace(":00+07:00", "")


def microseconds(act: Callable[[str], Any], text: str) -> float:
    act(text)
    began = time.perf_counter()
    act(text)
    return (time.perf_counter() - began) * 1e6


def beside(table: list[Expression]) -> None:
    """Print how many of the expressions that mean one day or instant dateparser reads rightly, and ours."""
    single = [one for one in table if set(one.types) <= SINGLE]
    mine = sum(judge(one)[0] for one in single)
    print(f"one day or instant: ours {mine / len(single):.1%} of {len(single)}")
    if find_spec("dateparser") is None:
        print("  dateparser is not installed; nothing to compare with")
        return
    parse = import_module("dateparser").parse
    settings = {
        "RELATIVE_BASE": NOW.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "DATE_ORDER": "DMY",
    }

    def read(text: str) -> datetime | None:
        found: datetime | None = parse(text, languages=["vi"], settings=settings)
        return found

    right = sum(_is_as_wanted(one, read(one.text)) for one in single)
    took = statistics.median(microseconds(read, one.text) for one in single)
    print(f"  dateparser (Vietnamese) {right / len(single):.1%}, {took:.0f} µs each (median)")


def _is_as_wanted(one: Expression, found: datetime | None) -> bool:
    if found is None:
        return False
    spellings = {found.date().isoformat(), found.isoformat(timespec="minutes")}
    return any(value in spellings for value in one.values)


if __name__ == "__main__":
    sys.exit(main())
