"""From a plain description to the codes of causes and factors it may mean. It only orders what is offered."""

import re
from dataclasses import dataclass

from domain import forms
from domain.vietnamese.aligned import Aligned, aligned
from domain.vietnamese.fold import fold

SURE, MAYBE = 1.0, 0.5
MOST = 4  # candidates offered
SCAN = 2_000
_DENIED = re.compile(r"(?:khong phai|chu khong|khong he|khong bi|dau phai)(?: \w+)? $")


@dataclass(frozen=True, slots=True)
class CodeCandidate:
    """A code the words may mean; `name` is the list's own wording, `score` above 0."""

    code: str
    name: str
    score: float


def candidates(question: str, text: str) -> tuple[CodeCandidate, ...]:
    """Return the codes of `cause` or `factor` that `text` may mean, likeliest first, at most MOST.

    Accents are not needed; typed with accents, a word must be that very word. What is denied is left out. A code's
    own wording is its own answer.
    """
    said = aligned(text[:SCAN])
    names = dict(forms.codes(question).names)
    own = next((code for code, name in names.items() if fold(name) == fold(text)), None)
    if own is not None:
        return (CodeCandidate(own, names[own], SURE),)
    scores = {code: _score(said, phrases) for code, phrases in _phrases(question).items()}
    found = [CodeCandidate(code, names[code], scores[code]) for code in names if scores.get(code)]
    return tuple(sorted(found, key=lambda one: -one.score)[:MOST])


def _phrases(question: str) -> dict[str, dict[str, float]]:
    weights = {"sure": SURE, "maybe": MAYBE}
    return {
        code: {phrase: weight for kind, weight in weights.items() for phrase in kinds[kind]}
        for code, kinds in forms.code_words(question).items()
    }


def _score(said: Aligned, phrases: dict[str, float]) -> float:
    """Weigh a code: its best phrase, and a little for each further one."""
    found = sorted((weight for phrase, weight in phrases.items() if _says(said, phrase)), reverse=True)
    return round(found[0] + 0.1 * min(len(found) - 1, 4), 2) if found else 0.0


def _says(said: Aligned, phrase: str) -> bool:
    plain = fold(phrase)
    at = said.plain.find(plain)
    while at >= 0:
        end = at + len(plain)
        whole = not said.plain[at - 1 : at].isalnum() and not said.plain[end : end + 1].isalnum()
        if whole and _means(said, at, phrase) and not _DENIED.search(said.plain, 0, at):
            return True
        at = said.plain.find(plain, at + 1)
    return False


def _means(said: Aligned, at: int, phrase: str) -> bool:
    """Word by word: one typed with accents must be that word, one typed bare may be."""
    return all(said.means(at + word.start(), word.group()) for word in re.finditer(r"\S+", phrase))
