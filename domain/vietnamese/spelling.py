"""Slips of the finger mended: a word that is no Vietnamese syllable becomes the nearest word of the tables."""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import islice

from domain.vietnamese import phrases

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx]"
_RIME = (
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|e(?:c|m|n|ng|o|p|t|u|nh|ch)?|i(?:a|ch|ec|em|en|eng|ep|et|eu|m|n|nh|p|t|u)?"
    "|o(?:a|ac|ach|ai|am|an|ang|anh|ao|ap|at|ay|c|e|em|en|eo|et|i|m|n|ng|ong|p|t)?"
    "|u(?:a|an|ang|at|au|ay|c|e|ech|en|enh|i|m|n|ng|o|oc|oi|om|on|ong|op|ot|ou|p|t|u|y|ya|ych|yen|yet|ynh|yt)?"
    "|y(?:em|en|eng|et|eu)?"
)
_SYLLABLE = re.compile(rf"(?:{_ONSET})?(?:{_RIME})")
_WORD = re.compile(r"(?<![\\\w<])[a-z]{2,8}(?![\w>])")
_VOWEL = re.compile("[aeiouy]")
_TELEX = (
    (re.compile(r"(?<=\w)[sfrxjz]+$"), ""),
    (re.compile(r"(?<=[aou])w"), ""),
    (re.compile(r"([a-z])\1+"), r"\1"),  # "aa" is Telex for "â", the others are doubled by a heavy finger
)
_SHORTEST_RUN, _LONGEST_PART = 6, 6  # letters of words run together, and of one of them
_LONGEST_RUN = 60
_LONGEST_LINE = 400  # characters; a longer message says the important word more than once


@cache
def _vocabulary() -> tuple[str, ...]:
    """Return the words of the tables, the most used first."""
    counted: Counter[str] = Counter()
    for table in (*phrases.TABLES, "phrases_short.txt"):
        for lines in phrases.read_sections(table).values():
            counted.update(word for line in lines for word in _WORD.findall(line))
    return tuple(word for word, _ in counted.most_common())


@cache
def _words() -> frozenset[str]:
    return frozenset(word for word in _vocabulary() if _SYLLABLE.fullmatch(word))


def is_syllable(word: str) -> bool:
    """Tell whether a folded word is written like one Vietnamese syllable."""
    return _SYLLABLE.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _parted(word: str) -> str | None:
    """Return a run of words written without spaces cut into as few words of the tables as make it up."""
    known = _words()
    best: list[tuple[str, ...] | None] = [(), *[None] * len(word)]
    for end in range(2, len(word) + 1):
        for start in range(max(0, end - _LONGEST_PART), end - 1):
            before = best[start]
            if before is None or word[start:end] not in known:
                continue
            here = best[end]
            if here is None or len(before) + 1 < len(here):
                best[end] = (*before, word[start:end])
    parts = best[len(word)]
    return " ".join(parts) if parts and len(parts) > 1 else None


@lru_cache(maxsize=4096)
def meant_by(word: str) -> tuple[str, ...]:
    """Return the words a misspelt one may stand for, likeliest first, at most five.

    Unfinished Telex alone, else words run together cut apart, else the words one slip away.

    Empty for a Vietnamese syllable, a word of the tables, and what is like no word at all.
    """
    if (
        not 3 <= len(word) <= _LONGEST_RUN
        or not word.isascii()
        or not word.isalpha()
        or _SYLLABLE.fullmatch(word)
    ):
        return ()
    known = _vocabulary()
    if word in known:
        return ()
    plain = word
    for pattern, by in _TELEX:
        plain = pattern.sub(by, plain)
    if plain != word and _SYLLABLE.fullmatch(plain):
        return (plain,)
    if len(word) >= _SHORTEST_RUN and (parts := _parted(plain) or _parted(word)):
        return (parts,)
    if not _VOWEL.search(word):
        return ()  # "kkk", "hmm": nothing that was to be a syllable
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - costs an import only where a word is misspelt

    near = (
        one
        for one in known
        if abs(len(one) - len(word)) <= 1 and OSA.distance(one, word, score_cutoff=1) <= 1
    )
    return tuple(islice(near, 5))


def mended(line: str) -> tuple[str, ...]:
    """Return the readings of a line of normal words with its misspelt words mended, likeliest first.

    None where nothing is misspelt. Several misspelt words have one reading together, one has all of its own.
    """
    if len(line) > _LONGEST_LINE:
        return ()
    words = line.split()
    slips = {at: found for at, word in enumerate(words) if (found := meant_by(word))}
    if not slips:
        return ()
    count = max(len(found) for found in slips.values()) if len(slips) == 1 else 1
    return tuple(
        f" {' '.join([slips[at][choice] if at in slips else word for at, word in enumerate(words)])} "
        for choice in range(count)
    )
