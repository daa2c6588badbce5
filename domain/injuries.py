"""From plain words to the legal injury list. It only proposes: an officer confirms."""

import re
from functools import cache

from domain import law
from domain.listed_words import CLEAR, SETTLES, Candidate, Lexicon, lexicon

__all__ = ["CLEAR", "SETTLES", "Candidate", "candidates", "is_minor"]

_CODE = re.compile(r"\s*(?:mã\s*)?(0[1-6]\d{1,2})\b")


def candidates(text: str) -> tuple[Candidate, ...]:
    """Return the lines of the legal list that `text` may mean, likeliest first; see `Lexicon.candidates`.

    A code of the list (`034`) is its own answer.
    """
    named = _CODE.match(text)
    return _lexicon().candidates(text, named[1] if named else None)


def is_minor(text: str) -> bool:
    """Say whether the words name a small injury, and nothing grave or that could be on the list."""
    if candidates(text):
        return False
    return _lexicon().says(text, "minor") and not _lexicon().says(text, "grave")


@cache
def _lexicon() -> Lexicon:
    return lexicon(law.injuries(), {"minor": law.minor_words(), "grave": law.grave_words()})
