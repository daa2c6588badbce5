"""From plain words to the lines of a list of the law (injuries, diseases, machines): what words may mean which line.

It only proposes: a person confirms.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from domain.vietnamese.fold import fold, nfc

SETTLES = 0.6
"""From this score on a candidate counts; below it only asks a question."""
CLEAR = 0.8
"""From this score on nothing in the words speaks against the candidate."""

_REACH = 7  # parts of one way to say it stand at most this many words apart
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CLAUSE = re.compile(r"[,;.!?\n()]+|\b(?:nhưng|nhung|còn)\b")
_WORD = re.compile(r"[^\W_]+%?")
_NOT = {"khong", "ko", "k", "hong", "hok", "chang", "chua", "khoi"}
_NOT_DENYING = {"may", "chi", "nhung"}  # không may, không chỉ, không những
_UNSURE = ("khong biet", "khong ro", "khong chac", "chua biet", "chua ro", "chua chac", "ko biet", "ko ro")
_PERHAPS = ("nghi", "co the", "hinh nhu", "co le", "chac la")


class Spelt(Protocol):
    """A line of a list with how people say it (see domain/law/injuries.toml)."""

    @property
    def code(self) -> str:
        """Its code in the list."""

    @property
    def text(self) -> str:
        """The list's wording."""

    @property
    def ways(self) -> tuple[tuple[str, ...], ...]:
        """Ways to say it outright."""

    @property
    def maybe(self) -> tuple[tuple[str, ...], ...]:
        """Ways that may mean it."""

    @property
    def unless(self) -> str:
        """Words that turn it into something else."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line of a list that words may mean; `text` is the list's wording, `score` 0 to 1."""

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
_Part = tuple[int, ...]  # alternatives: numbers of phrases
_Places = Mapping[int, Sequence[int]]  # phrase -> the words at which it begins


@dataclass(frozen=True, slots=True)
class _Pattern:
    code: str
    ways: tuple[tuple[_Part, ...], ...]
    maybe: tuple[tuple[_Part, ...], ...]
    unless: _Part


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A list made ready: every phrase numbered, and found by its first word. Made by `lexicon`."""

    lines: tuple[Spelt, ...]
    patterns: tuple[_Pattern, ...]
    further: Mapping[str, _Part]
    by_first: Mapping[str, Sequence[tuple[int, _Phrase]]]
    by_wording: Mapping[str, str]

    def candidates(self, text: str, named: str | None = None) -> tuple[Candidate, ...]:
        """Return the lines that `text` may mean, likeliest first; accents are not needed.

        `named` is a code the text gives by itself. What is denied ("không gãy") is left out, what is doubted
        ("nghi gãy", "không rõ có gãy không") scores lower.
        """
        best = {named: 1.0} if named else {}
        for clause in _CLAUSE.split(nfc(text).lower()):
            for code, score in _of_clause(self, _words(clause)).items():
                best[code] = max(score, best.get(code, 0.0))
        if (whole := self.by_wording.get(fold(text))) is not None:
            best[whole] = 1.0
        listed = [
            Candidate(line.code, line.text, best[line.code]) for line in self.lines if line.code in best
        ]
        return tuple(sorted(listed, key=lambda c: -c.score))

    def says(self, text: str, name: str) -> bool:
        """Say whether the text holds any phrase of the further words `name`."""
        return _says(self.places(_words(nfc(text).lower())), self.further[name])

    def places(self, words: _Phrase) -> dict[int, list[int]]:
        """Find every phrase in `words`."""
        found: dict[int, list[int]] = {}
        for at, word in enumerate(words):
            for number, phrase in self.by_first.get(word.plain, ()):
                there = words[at : at + len(phrase)]
                if len(there) == len(phrase) and all(map(_Word.means, there, phrase)):
                    found.setdefault(number, []).append(at)
        return found


def lexicon(lines: Iterable[Spelt], further: Mapping[str, Iterable[str]] | None = None) -> Lexicon:
    """Make a list ready; `further` are sets of phrases beside it, asked for by their name."""
    listed = tuple(lines)
    numbers: dict[_Phrase, int] = {}

    def part(text: str) -> _Part:
        phrases = [_words(phrase) for phrase in text.split("|") if phrase]
        return tuple(numbers.setdefault(phrase, len(numbers)) for phrase in phrases)

    def ways(spelt: tuple[tuple[str, ...], ...]) -> tuple[tuple[_Part, ...], ...]:
        return tuple(tuple(part(text) for text in way) for way in spelt)

    patterns = tuple(_Pattern(i.code, ways(i.ways), ways(i.maybe), part(i.unless)) for i in listed)
    beside = {name: part("|".join(words)) for name, words in (further or {}).items()}
    by_first: dict[str, list[tuple[int, _Phrase]]] = {}
    for phrase, number in numbers.items():
        by_first.setdefault(phrase[0].plain, []).append((number, phrase))
    return Lexicon(listed, patterns, beside, by_first, {fold(i.text): i.code for i in listed})


def _of_clause(lexicon: Lexicon, words: _Phrase) -> dict[str, float]:
    """Score the list for one clause; what only may be meant gives way to what is said outright."""
    places = lexicon.places(words)
    if not places:
        return {}
    open_ = [pattern for pattern in lexicon.patterns if not _says(places, pattern.unless)]
    scores = {pattern.code: _score(pattern.ways, places, words) for pattern in open_}
    if not any(scores.values()):
        scores = {pattern.code: 0.7 * _score(pattern.maybe, places, words) for pattern in open_}
    return {code: score for code, score in scores.items() if score}


def _says(places: _Places, part: _Part) -> bool:
    return any(number in places for number in part)


def _score(ways: tuple[tuple[_Part, ...], ...], places: _Places, words: _Phrase) -> float:
    there = places.keys()
    possible = (way for way in ways if not any(there.isdisjoint(part) for part in way))
    return max((_doubt(words, start) for way in possible for start in _starts(way, places)), default=0.0)


def _starts(way: tuple[_Part, ...], places: _Places) -> list[int]:
    """Return where a way of saying it begins, for each time all its parts stand near one another."""
    found = [[at for number in part for at in places.get(number, ())] for part in way]
    if not all(found):
        return []
    together = ([_nearest(spots, start) for spots in found] for start in found[0])
    return [min(spots) for spots in together if max(spots) - min(spots) <= _REACH]


def _nearest(spots: list[int], start: int) -> int:
    return min(spots, key=lambda at: abs(at - start))


def _doubt(words: _Phrase, start: int) -> float:
    """Weigh what stands before a match: 0 denied, less than 1 doubted."""
    before = [word.plain for word in words[max(0, start - 5) : start]]
    said = " ".join(before)
    if any(phrase in said for phrase in _UNSURE):
        return 0.4
    if any(word in _NOT and follows not in _NOT_DENYING for word, follows in pairwise([*before[-2:], ""])):
        return 0.0
    if any(f" {phrase} " in f" {said} " for phrase in _PERHAPS):
        return 0.7
    return 1.0


def _words(text: str) -> _Phrase:
    return tuple(_Word(_key(found), fold(found)) for found in _WORD.findall(text))


def _key(word: str) -> str:
    """Spell hoá and hóa alike: the letters with their own marks, then the tone."""
    opened = unicodedata.normalize("NFD", word)
    tones = "".join(c for c in opened if c in _TONES)
    return unicodedata.normalize("NFC", "".join(c for c in opened if c not in _TONES)) + tones
