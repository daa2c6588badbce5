"""Vietnamese letters from before Unicode (TCVN3 fonts such as .VnTime, VNI fonts), and UTF-8 read as Windows-1252.

Such text is recognised by its words: converted they are Vietnamese syllables, as they stand they are none.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import Final

from domain.vietnamese.fold import fold
from domain.vietnamese.spelling import is_syllable


class Letters(StrEnum):
    """How the letters of a text were written: TCVN3 (ABC), VNI, or UTF-8 taken for Windows-1252."""

    TCVN3 = "tcvn3"
    VNI = "vni"
    TWICE = "utf-8-twice"


_TCVN3: Final = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_CIRCUMFLEX: Final = dict(zip("áàåãä", _TONES.values(), strict=True))
_BREVE: Final = dict(zip("éèúüë", _TONES.values(), strict=True))


def _vni_pairs() -> dict[str, str]:
    """Return the letters VNI writes as a vowel with a mark behind it, lower case."""
    pairs = {base + mark: base + tone for base, (mark, tone) in product("aeouy", _TONES.items())}
    pairs |= {
        base + mark: horn + tone for base, horn in (("ô", "ơ"), ("ö", "ư")) for mark, tone in _TONES.items()
    }
    pairs |= {f"{base}â": f"{base}\u0302" for base in "aeo"} | {"aê": "ă"}
    pairs |= {base + mark: f"{base}\u0302{tone}" for base in "aeo" for mark, tone in _CIRCUMFLEX.items()}
    return pairs | {f"a{mark}": f"ă{tone}" for mark, tone in _BREVE.items()}


_VNI: Final = {pair: unicodedata.normalize("NFC", letter) for pair, letter in _vni_pairs().items()} | dict(
    zip("ñöôæóòî", "đươỉĩịỵ", strict=True)
)
_VNI_MARKS: Final = "".join(sorted({pair[1] for pair in _VNI if len(pair) > 1}))
_VNI_PLACE: Final = re.compile(
    f"[aeouyôöAEOUYÔÖ][{_VNI_MARKS}{_VNI_MARKS.upper()}]|[ñöôæóòîÑÖÔÆÓÒÎ]"
)  # classes, not a list of pairs: it runs over every word of a doubtful text
_WINDOWS: Final = {
    ord(bytes((code,)).decode("cp1252", "replace")): code for code in range(0x80, 0xA0)
}  # the five codes Windows-1252 leaves open share U+FFFD and are lost
_ODD: Final = re.compile(r"[¡-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
_HIGH: Final = re.compile(r"[^\x00-\x7f]")
_BEYOND: Final = re.compile(r"[Ā-ỿ]")
_BREAKS: Final = re.compile(r"[\s\x00-\x40\[-`{-~–—‘’“”…]+")
_TONE_MARKS: Final = frozenset(_TONES.values())
_MANY_WORDS = 4_000
_ENOUGH_WORDS = 2
_LONG_LINE = 20_000  # letters


def from_tcvn3(text: str) -> str:
    """Return TCVN3 (ABC) text, its bytes read as Latin-1, in Unicode."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return VNI text, its bytes read as Windows-1252, in Unicode."""
    return _VNI_PLACE.sub(_vni_letter, text)


@lru_cache(maxsize=512)
def _vni_pair(written: str) -> str:
    low = written.lower()
    letter = _VNI.get(low) or _VNI.get(low[0], low[0]) + low[1:]
    return letter.upper() if written[0].isupper() else letter


def _vni_letter(found: re.Match[str]) -> str:
    return _vni_pair(found[0])


def from_twice(text: str) -> str:
    """Return UTF-8 that was read as Windows-1252, read rightly; unchanged where it is none."""
    try:
        return text.translate(_WINDOWS).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


_CONVERTERS: Final[dict[Letters, Callable[[str], str]]] = {
    Letters.TCVN3: from_tcvn3,
    Letters.VNI: from_vni,
    Letters.TWICE: from_twice,
}


def letters_of_font(font: str | None) -> tuple[Letters, bool] | None:
    """`(letters, all capitals)` of a font by its name: ".VnTimeH" shows small letters as capitals. None: Unicode."""
    name = (font or "").strip().lower()
    if name.startswith(".vn"):
        return Letters.TCVN3, name.endswith("h")
    return (Letters.VNI, False) if name.startswith("vni") else None


def convert(text: str, letters: Letters) -> str:
    """Return text of a legacy kind in Unicode (NFC)."""
    return unicodedata.normalize("NFC", _CONVERTERS[letters](text))


@dataclass(frozen=True, slots=True)
class Mender:
    """Brings the lines of one document to Unicode; `wholly` where hardly a line of it was Unicode before."""

    letters: Letters
    wholly: bool

    def line(self, line: str) -> str:
        """Return the line converted where that makes more of its words Vietnamese, else as it is."""
        if not _HIGH.search(line):
            return line
        line = unicodedata.normalize("NFC", line)
        part = line[:_LONG_LINE]
        gained = good_words(convert(part, self.letters)) - good_words(part)
        if gained < 0 or (gained == 0 and (not self.wholly or _BEYOND.search(line))):
            return line
        return convert(line, self.letters)


def mender_of(text: str) -> Mender | None:
    """Recognise legacy letters in a text or in a part of it; None where it is Unicode as it stands."""
    text = unicodedata.normalize("NFC", text)
    if not _ODD.search(text):
        return None
    plain, best, counted, beyond = 0, Counter[Letters](), 0, 0
    for line in text.splitlines():
        beyond += _BEYOND.search(line) is not None
        line = line[:_LONG_LINE]  # noqa: PLW2901  # its beginning tells
        if not _ODD.search(line) or counted > _MANY_WORDS:
            continue
        plain += good_words(line)
        for letters in Letters:
            best[letters] += good_words(convert(line, letters))
        counted += len(_high_words(line))
    letters, count = best.most_common(1)[0] if best else (Letters.TCVN3, 0)
    if count < _ENOUGH_WORDS or count <= 2 * plain or 2 * count < counted:
        return None
    return Mender(letters, wholly=10 * beyond < count)


def mend(text: str) -> str:
    """Return the text with what is in legacy letters brought to Unicode, line by line."""
    mender = mender_of(text)
    return text if mender is None else "\n".join(mender.line(line) for line in text.split("\n"))


def good_words(text: str) -> int:
    """Count the words with letters beyond ASCII that are Vietnamese syllables."""
    return sum(_is_vietnamese(word) for word in _high_words(text))


def _high_words(text: str) -> list[str]:
    return [word for word in _BREAKS.split(text) if not word.isascii()]


@lru_cache(maxsize=8192)
def _is_vietnamese(word: str) -> bool:
    """Tell whether a word is one syllable, its tone one that it can have, all its letters Vietnamese."""
    if not 1 < len(word) < 8:
        return False
    marks = unicodedata.normalize("NFD", word.lower())
    bare = "".join(letter for letter in marks if letter not in _TONE_MARKS)
    if any(letter not in "aăâbcdđeêghiklmnoôơpqrstuưvxy" for letter in unicodedata.normalize("NFC", bare)):
        return False
    tones = [letter for letter in marks if letter in _TONE_MARKS]
    stopped = bare.endswith(("c", "ch", "p", "t"))
    return len(tones) <= 1 and (not stopped or tones in (["\u0301"], ["\u0323"])) and is_syllable(fold(word))
