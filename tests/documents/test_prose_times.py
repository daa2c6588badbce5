"""Sentences of plans with the times a careful clerk reads in them: read, or doubted, never silently passed over."""

import unicodedata

import pytest

from documents.assignment import Assignment
from documents.nets import with_doubts
from documents.rows import Context, Draft
from documents.timing import prose_deadline
from domain.plan import TaskKind
from domain.plan_json import deadline_to_json
from tests.domain.wordings import deadline_answer, wordings

PLAN = Context(2026, year_sure=True)
SENTENCES = list(wordings("deadlines_prose.txt"))


def read(text: str) -> Draft:
    words, deadline, notes = prose_deadline(text, PLAN, 1, lone=False)
    return with_doubts(Draft("1", TaskKind.TASK, text, (1,), Assignment(), deadline, words, notes=notes))


@pytest.mark.parametrize("wording", SENTENCES, ids=lambda w: w.phrase)
def test_reads_as_a_careful_clerk_does(wording):
    draft = read(unicodedata.normalize("NFC", wording.phrase))
    assert deadline_to_json(draft.deadline) == deadline_answer(wording.cells[0])
    assert any(note.field == "deadline" for note in draft.notes) == wording.doubtful


@pytest.mark.parametrize("many", ["ngày 1/1 ", "trước ", "hằng quý, ", "từ 1 đến ", "thứ hai ", "1 giờ "])
def test_a_sentence_of_nothing_but_words_of_time_is_read_in_linear_time(many):
    assert read(many * (4_000 // len(many))).text
