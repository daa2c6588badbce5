"""Names of people in free words, found by the form of address before them or by their capitals."""

import re

from domain.vietnamese.aligned import Aligned
from domain.vietnamese.fold import fold
from domain.vietnamese.victim_lexicon import (
    BOUNDS,
    FEMALE,
    HARM,
    JOBS,
    MALE,
    NO_NAME,
    ONLY_ACCENTED,
    SURNAMES,
    TITLES,
)

Span = tuple[int, int]

WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?(?<=[A-ZĐ]\.)|[^\W_]+")
"""A word; initials with their stops are one."""
_A_MANS_NAME = re.compile(
    r" ?(?:,|$|\d{1,2} ?t|sinh|sn\b|tho\b|cong nhan|bi\b|gay\b)"
)  # not the year or the sex


def named_at(said: Aligned, start: int) -> tuple[Span, str | None] | None:
    """Return where the name stands that a form of address at `start` leads to, with the sex that form tells."""
    title = title_at(said, start)
    name = name_from(said, start + len(title) + 1) if title else None
    if title is None or name is None:
        return None
    return name, "male" if title in MALE else "female" if title in FEMALE else None


def title_at(said: Aligned, start: int) -> str | None:
    """Return the form of address that begins at a word; "ba", "co" and the like only with their accents."""
    title = begins(said, start, TITLES)
    bare = title is not None and said.line[start : start + len(title)].isascii()
    return None if title in ONLY_ACCENTED and bare else title


def name_from(said: Aligned, start: int) -> Span | None:
    """Return the words from `start` that are a name: capitals, one small word, or a surname and what follows it."""
    words = list(WORD.finditer(said.line, start))[:5]
    if not words or words[0].start() != start or not _may_name(said, words[0]):
        return None
    capitals = words[0].group()[0].isupper()
    many = capitals or fold(words[0].group()) in SURNAMES
    end = words[0].end()
    for word in words[1:4] if many else ():
        apart = said.line[end : word.start()] != " "
        if apart or not _may_name(said, word) or (capitals and not word.group()[0].isupper()):
            break
        end = word.end()
    return start, end


def _may_name(said: Aligned, word: "re.Match[str]") -> bool:
    text = word.group()
    if any(char.isdigit() for char in text):
        return False
    if text[0].isupper():
        return text.lower() not in NO_NAME
    if text == "nam" and _A_MANS_NAME.match(said.plain, word.end()):
        return True
    return not begins(said, word.start(), (*BOUNDS, *HARM, *JOBS, *NO_NAME, *TITLES))


def begins(said: Aligned, at: int, phrases: tuple[str, ...]) -> str | None:
    """Return the phrase that begins at a word, the longest first as they are listed."""
    return next((p for p in phrases if said.means(at, p) and _ends(said, at, p)), None)


def _ends(said: Aligned, at: int, phrase: str) -> bool:
    end = at + len(phrase)
    return end >= len(said.line) or not said.line[end].isalnum()
