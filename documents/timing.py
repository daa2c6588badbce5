"""When a row is due, out of a label's words or out of prose."""

import re

from documents.rows import LONGEST_PARAGRAPH, Context, Note
from documents.time_phrases import by_rules, plainly, said_at_once, time_phrases, with_condition
from domain.deadline import Deadline, DeadlineKind
from domain.deadline_words import promptly, read_deadline

_DATED = re.compile(r"\d|\bquý\s+[ivx]+\b", re.IGNORECASE)
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
            dated = sorted((phrase for phrase in phrases if _DATED.search(phrase)), key=text.find)
            several = len(dated) > 1 and phrases[0] in dated
            words = "; ".join(dated) if several else phrases[0]
            _, deadline, notes = read_when(plainly(words), context, line)
            if len(dated) > 1:
                notes = (*notes, Note(line, "deadline-several", words[:200], "deadline"))
            return words, deadline, notes
        if event := said_at_once(text):
            _, deadline, notes = read_when(f"ngay {event}", context, line)
            return event, deadline, notes
        if found := promptly(with_condition(text)):
            return found[0], found[1], ()
        if (tail := _BRACKET.search(text)) and not read_deadline(tail[1]).doubts:
            in_brackets = read_when(tail[1], context, line)
            if in_brackets[1].kind is not DeadlineKind.NONE:
                return in_brackets
        if lone and by_rules(text):
            return "theo quy định", Deadline(DeadlineKind.NONE), ()
    return None, Deadline(DeadlineKind.NONE), ()
