"""The wordings of deadlines in tables/: one by one, and by figures where they were held out."""

import datetime as dt
import unicodedata
from typing import Any

import pytest

from domain.deadline_words import DeadlineReading, read_deadline
from domain.plan_json import deadline_to_json
from tests.domain.wordings import Wording, deadline_answer, wordings

OPEN = [*wordings("deadlines.txt"), *wordings("deadlines_more.txt")]
HELD = list(wordings("deadlines_held.txt"))


def known(context: str) -> dict[str, Any]:
    """Return what `@` says: `plan 2026` names the year, `issued 2026-03-02` the day, `blank 2026` a year at most."""
    word, _, value = context.partition(" ")
    match word:
        case "plan":
            return {"year": int(value)}
        case "blank":
            return {"year": int(value), "year_sure": False}
        case "issued":
            day = dt.date.fromisoformat(value)
            return {"year": day.year, "year_sure": False, "issued": day}
        case _:
            return {}


def read(wording: Wording, phrase: str | None = None) -> DeadlineReading:
    return read_deadline(phrase or wording.phrase, **known(wording.context))


def wanted(wording: Wording) -> dict[str, Any]:
    return deadline_answer(wording.cells[0])


@pytest.mark.parametrize("wording", OPEN, ids=lambda w: f"{w.context}: {w.phrase}")
def test_reads_as_a_careful_clerk_does(wording):
    reading = read(wording)
    assert deadline_to_json(reading.deadline) == wanted(wording)
    assert bool(reading.doubts) == wording.doubtful


def test_holds_on_wordings_it_was_not_made_for():
    right = silent = vain = 0
    for wording in HELD:
        reading = read(wording)
        same = deadline_to_json(reading.deadline) == wanted(wording)
        right += same and (bool(reading.doubts) or not wording.doubtful)
        silent += not same and not reading.doubts
        vain += same and bool(reading.doubts) and not wording.doubtful
    assert right / len(HELD) >= 0.98
    assert silent <= 1
    assert vain / len(HELD) <= 0.1


@pytest.mark.parametrize(
    "change", [lambda text: unicodedata.normalize("NFD", text), lambda text: f"  {text} ./. "]
)
def test_the_letters_may_be_taken_apart_and_the_phrase_framed(change):
    for wording in OPEN:
        assert deadline_to_json(read(wording, change(wording.phrase)).deadline) == wanted(wording)


def test_capitals_say_the_same():
    for wording in OPEN:
        found, small = read(wording, wording.phrase.upper()), read(wording)
        assert found.doubts == small.doubts, wording.phrase
        assert deadline_to_json(found.deadline).keys() == deadline_to_json(small.deadline).keys()
