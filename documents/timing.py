"""When a row is due, out of a label's words or out of prose."""

import re

from documents.rows import LONGEST_PARAGRAPH, Context, Note
from documents.time_phrases import by_rules, time_phrases
from domain.deadline import Deadline, DeadlineKind
from domain.deadline_words import promptly, read_deadline

_BRACKET = re.compile(r"\(([^()]{3,60})\)[\s.;/]*$")


def read_when(text: str, context: Context, line: int) -> tuple[str, Deadline, tuple[Note, ...]]:
    """Return a deadline's words with their reading; what is doubtful in it becomes notes about the field."""
    reading = read_deadline(text, year=context.year, year_sure=context.year_sure)
    return text, reading.deadline, tuple(Note(line, code, text[:120], "deadline") for code in reading.doubts)


def prose_deadline(
    text: str, context: Context, line: int, *, lone: bool
) -> tuple[str | None, Deadline, tuple[Note, ...]]:
    """When, as a sentence says it; `lone` accepts a bare "hằng năm" in its middle."""
    if len(text) <= LONGEST_PARAGRAPH:
        if phrases := time_phrases(text, lone=lone):
            when, deadline, notes = read_when(phrases[0], context, line)
            dated = [phrase for phrase in phrases if re.search(r"\d", phrase)]
            if len(dated) > 1:
                notes = (*notes, Note(line, "deadline-several", "; ".join(dated)[:200], "deadline"))
            return when, deadline, notes
        if found := promptly(text):
            return found[0], found[1], ()
        if (tail := _BRACKET.search(text)) and not read_deadline(tail[1]).doubts:
            in_brackets = read_when(tail[1], context, line)
            if in_brackets[1].kind is not DeadlineKind.NONE:
                return in_brackets
        if lone and by_rules(text):
            return "theo quy định", Deadline(DeadlineKind.NONE), ()
    return None, Deadline(DeadlineKind.NONE), ()
