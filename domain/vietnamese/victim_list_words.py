"""A list of victims in free words: a line each, "anh Nam gãy tay, chị Hoa bỏng chân", or names alone."""

import re
from itertools import pairwise

from domain.vietnamese.aligned import Aligned, aligned
from domain.vietnamese.fold import nfc
from domain.vietnamese.person_names import name_from, named_at
from domain.vietnamese.victim_words import MOST_WORDS, Entry, read_victim

MOST = 100  # victims in one message
_SPLIT = re.compile(r"\n+|;|(?:^|(?<=\s))\d{1,2}[.)](?=\s)|(?<=[^\W\d_]{2})\.\s+|^\s*[-*•]\s*", re.MULTILINE)
_HINTS = frozenset({"birth_year", "occupation", "injury", "outcome"})
_AND = re.compile(r"(?:,|\bvà\b|\bva\b|\bcùng\b|&)")
_AGE_NEXT = re.compile(r",? ?(?:\d{1,2} ?t|sinh|sn\b|(?:nam )?(?:19|20)\d\d)")


def read_victims(text: str, year: int, *, asked: str | None = None) -> list[Entry]:
    """Return an entry for each victim told of, in their order; none that would be empty.

    `year` and `asked` are those of `read_victim`.
    """
    parts = [part for line in _SPLIT.split(nfc(text)) if line.strip() for part in _people_in(line)]
    names = _names_alone(parts) if asked != "hurt" else []
    read = names or [read_victim(part, year, asked=asked) for part in parts[:MOST]]
    return [entry for entry in read if entry]


def tells_of_victim(entry: Entry) -> bool:
    """Whether an entry read in passing is one: somebody named, with something that is told of a victim."""
    return "name" in entry and bool(_HINTS & entry.keys())


def _people_in(line: str) -> list[str]:
    """Cut a line where the next person begins."""
    said = aligned(line)
    starts = _starts(said)
    if len(starts) < 2:
        return [said.line]
    cuts = [0, *starts[1:], len(said.line)]
    pieces = (said.line[start:end] for start, end in pairwise(cuts))
    return [re.sub(r"[\s,;.]+(?:và|va|còn|con)?\s*$", "", piece) for piece in pieces]


def _starts(said: Aligned) -> list[int]:
    """Return where a form of address with a name, or a name with an age, begins a person."""
    found: list[int] = []
    last = 0
    for word in re.finditer(r"[^\W\d_]+", said.line):
        at = word.start()
        if at < last:
            continue
        named = named_at(said, at)
        name = named[0] if named else _name_with_age(said, at)
        if name is not None:
            found.append(at)
            last = name[1]
    return found


def _name_with_age(said: Aligned, at: int) -> tuple[int, int] | None:
    before = said.plain[:at]
    opens = not before.strip() or re.search(r"(?:[,;.]|\b(?:va|con)) *$", before)
    name = name_from(said, at) if opens and said.line[at].isupper() else None
    return name if name is not None and _AGE_NEXT.match(said.plain, name[1]) else None


def _names_alone(parts: list[str]) -> list[Entry]:
    """Return entries for "Nam, Hùng và chị Hoa": nothing there but names with capitals."""
    whole = [piece.strip(" .") for part in parts for piece in _AND.split(part) if piece.strip(" .")]
    if len(whole) < 2:
        return []
    found: list[Entry] = []
    for piece in whole[:MOST]:
        said = aligned(piece)
        named = named_at(said, 0)
        name = named[0] if named else name_from(said, 0) if said.line[0].isupper() else None
        initial = re.fullmatch(r"(?:[^\W\d_]\.?)+", piece) and piece.isupper()
        if not initial and (name is None or name[1] != len(said.line)):
            return []
        start = name[0] if name and not initial else 0
        sex = {"sex": named[1]} if named and named[1] else {}
        found.append({"name": said.line[start:][:MOST_WORDS], **sex})
    return found
