"""Wordings of times written down without the reader's tables at hand: read, or asked about, never silently wrong."""

import unicodedata

import pytest

from domain.deadline_words import read_deadline
from domain.plan_json import deadline_to_json
from domain.unit_lists import squeeze
from tests.documents.test_prose_times import read
from tests.domain.wordings import Wording, deadline_answer, wordings

PHRASES = list(wordings("deadlines_fresh.txt"))
SENTENCES = list(wordings("deadlines_fresh_prose.txt"))
MOST_ASKED = 15
"""Sentences asked about although a clerk would know; the rest is read."""


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("wording", PHRASES, ids=lambda w: w.phrase)
def test_a_phrase_alone_is_read_as_a_clerk_reads_it(wording, form):
    reading = read_deadline(unicodedata.normalize(form, wording.phrase), year=2026)
    assert deadline_to_json(reading.deadline) == deadline_answer(wording.cells[0])
    assert bool(reading.doubts) == wording.doubtful


def judged(wording: Wording) -> str:
    draft = read(squeeze(unicodedata.normalize("NFC", wording.phrase)))
    right = deadline_to_json(draft.deadline) == deadline_answer(wording.cells[0])
    asks = any(note.field == "deadline" for note in draft.notes)
    return (
        "right" if right and asks <= wording.doubtful else "vain" if right else "asked" if asks else "silent"
    )


@pytest.mark.parametrize("wording", SENTENCES, ids=lambda w: w.phrase)
def test_a_sentence_is_read_or_asked_about(wording):
    assert judged(wording) in {"right", "asked"}


def test_few_sentences_are_asked_about():
    assert sum(judged(wording) == "asked" for wording in SENTENCES) <= MOST_ASKED
