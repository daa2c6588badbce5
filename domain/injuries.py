"""From plain words to the legal injury list. It only proposes: an officer confirms."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from domain import law
from domain.law.rules import Injury
from domain.vietnamese.fold import fold, nfc

SETTLES = 0.6
"""From this score on a candidate counts for the severity; below it only asks a question."""
CLEAR = 0.8
"""From this score on nothing in the words speaks against the candidate."""

_REACH = 7  # parts of one injury stand at most this many words apart
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLAUSE = re.compile(r"[,;.!?\n()]+|\b(?:nhưng|nhung|còn)\b")
_WORD = re.compile(r"[^\W_]+%?")
_CODE = re.compile(r"\b0[1-6]\d{1,2}\b")
_NOT = {"khong", "ko", "k", "hong", "hok", "chang", "chua", "khoi"}
_UNSURE = ("khong biet", "khong ro", "khong chac", "chua biet", "chua ro", "chua chac", "ko biet", "ko ro")
_PERHAPS = ("nghi", "co the", "hinh nhu", "co le", "chac la")


@dataclass(frozen=True, slots=True)
class InjuryCandidate:
    """A line of the legal list that words may mean; `text` is the list's wording, `score` 0 to 1."""

    code: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class _Word:
    key: str  # with accents, wherever the tone mark was put
    plain: str

    def means(self, wanted: "_Word") -> bool:
        """Typed with accents it must be that word; typed without, it may be."""
        return self.key == wanted.key or (self.key == self.plain and self.plain == wanted.plain)


_Phrase = tuple[_Word, ...]
_Part = tuple[_Phrase, ...]


def candidates(text: str) -> tuple[InjuryCandidate, ...]:
    """Return the lines of the legal list that `text` may mean, likeliest first; accents are not needed.

    A code of the list (`034`) is its own answer. What is denied ("không gãy") is left out, what is doubted
    ("nghi gãy", "không rõ có gãy không") scores lower.
    """
    best: dict[str, float] = {}
    for code in _CODE.findall(text):
        best[code] = 1.0
    for clause in _CLAUSE.split(nfc(text).lower()):
        for code, score in _of_clause(_words(clause)).items():
            best[code] = max(score, best.get(code, 0.0))
    whole = fold(text)
    best |= {injury.code: 1.0 for injury in law.injuries() if fold(injury.text) == whole}
    listed = [InjuryCandidate(i.code, i.text, best[i.code]) for i in law.injuries() if i.code in best]
    return tuple(sorted(listed, key=lambda c: -c.score))


def is_minor(text: str) -> bool:
    """Say whether the words name a small injury, and nothing grave or that could be on the list."""
    if candidates(text):
        return False
    words = _words(nfc(text).lower())
    return _says(words, _minor()) and not _says(words, _grave())


def _of_clause(words: _Phrase) -> dict[str, float]:
    """Score the list for one clause; what only may be meant gives way to what is said outright."""
    scores = {pattern.code: _said(pattern, words) for pattern in _patterns()}
    if not any(scores.values()):
        scores = {pattern.code: _hinted(pattern, words) for pattern in _patterns()}
    return {code: score for code, score in scores.items() if score}


def _says(words: _Phrase, part: _Part) -> bool:
    return any(_places(phrase, words) for phrase in part)


@dataclass(frozen=True, slots=True)
class _Pattern:
    code: str
    ways: tuple[tuple[_Part, ...], ...]
    maybe: _Part
    unless: _Part


def _said(pattern: _Pattern, words: _Phrase) -> float:
    if _says(words, pattern.unless):
        return 0.0
    return max((_doubt(words, start) for way in pattern.ways for start in _starts(way, words)), default=0.0)


def _hinted(pattern: _Pattern, words: _Phrase) -> float:
    if _says(words, pattern.unless):
        return 0.0
    return 0.7 * max((_doubt(words, start) for start in _starts((pattern.maybe,), words)), default=0.0)


def _starts(way: tuple[_Part, ...], words: _Phrase) -> list[int]:
    """Return where a way of saying it begins, for each time all its parts stand near one another."""
    found = [[place for phrase in part for place in _places(phrase, words)] for part in way]
    if not all(found):
        return []
    return [
        min(places)
        for start in found[0]
        if _close(places := [min(others, key=lambda at: abs(at - start)) for others in found])
    ]


def _close(places: list[int]) -> bool:
    return max(places) - min(places) <= _REACH


def _doubt(words: _Phrase, start: int) -> float:
    """Weigh what stands before a match: 0 denied, less than 1 doubted."""
    before = [word.plain for word in words[max(0, start - 5) : start]]
    said = " ".join(before)
    if any(phrase in said for phrase in _UNSURE):
        return 0.4
    if _NOT & set(before[-2:]):
        return 0.0
    if any(f" {phrase} " in f" {said} " for phrase in _PERHAPS):
        return 0.7
    return 1.0


def _places(phrase: _Phrase, words: _Phrase) -> list[int]:
    size = len(phrase)
    return [
        at
        for at in range(len(words) - size + 1)
        if all(words[at + i].means(wanted) for i, wanted in enumerate(phrase))
    ]


def _words(text: str) -> _Phrase:
    return tuple(_Word(_key(found), fold(found)) for found in _WORD.findall(text))


def _key(word: str) -> str:
    """Spell hoá and hóa alike: the letters with their own marks, then the tone."""
    opened = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in opened if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in opened if c not in _TONES)) + tones


def _part(text: str) -> _Part:
    return tuple(_words(phrase) for phrase in text.split("|") if phrase)


@cache
def _patterns() -> tuple[_Pattern, ...]:
    return tuple(_pattern(injury) for injury in law.injuries())


def _pattern(injury: Injury) -> _Pattern:
    return _Pattern(
        code=injury.code,
        ways=tuple(tuple(_part(part) for part in way) for way in injury.ways),
        maybe=tuple(phrase for part in injury.maybe for phrase in _part(part)),
        unless=_part(injury.unless),
    )


@cache
def _minor() -> _Part:
    return tuple(_words(words) for words in law.minor_words())


@cache
def _grave() -> _Part:
    return tuple(_words(words) for words in law.grave_words())
