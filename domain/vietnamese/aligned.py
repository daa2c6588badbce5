"""Words beside their folded form, letter for letter, so that what is found in one can be cut from the other."""

import re
from dataclasses import dataclass

from domain.vietnamese.fold import fold, nfc


@dataclass(frozen=True, slots=True)
class Aligned:
    """`line` is NFC on one line; `plain` is the same without accents and capitals, of the same length."""

    line: str
    plain: str

    def means(self, start: int, wanted: str) -> bool:
        """Whether the words from `start` on are `wanted`: typed with accents they must be those very words."""
        end = start + len(wanted)
        said = self.line[start:end].lower()
        return said == wanted or (said == self.plain[start:end] and said == fold(wanted))

    def says(self, wanted: str) -> bool:
        """Whether `wanted` stands somewhere as whole words; typed with accents each must be that very word."""
        whole = re.finditer(rf"(?<!\w){re.escape(fold(wanted))}(?!\w)", self.plain)
        return any(self._word_by_word(found.start(), wanted) for found in whole)

    def _word_by_word(self, at: int, wanted: str) -> bool:
        return all(self.means(at + word.start(), word.group()) for word in re.finditer(r"\S+", wanted))


def aligned(text: str) -> Aligned:
    """Return the words of `text` beside their folded form."""
    line = " ".join(nfc(text).split())
    return Aligned(line, "".join(map(_letter, line)))


def _letter(char: str) -> str:
    if char.isascii():
        return char.lower()
    folded = fold(char)
    return folded if len(folded) == 1 else char
