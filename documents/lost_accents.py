"""Text whose accents were lost: the fixed phrases a plan is read by get theirs back, nothing else is guessed.

"DON VI THUC HIEN: So Y te" can only be "ĐƠN VỊ THỰC HIỆN: Sở Y tế"; what a task says in words of its own stays as
it is written. Whoever uses this tells that all of it rests on a guess.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from documents.accent_words import CLASSES, HEADINGS, LABELS, LEVELLED, SPHERES, TIMES, UNITS
from domain.unit_lexicon import CLASS_NOUNS, NAME_HEADS, SECTOR_NAMES, VERBS
from domain.word_trie import alternation

_BEFORE_FIGURES: Final = (  # short words that are sure only where a figure follows
    (re.compile(r"\bnam(?= \d{4}\b)"), "năm"),
    (re.compile(r"\bquy(?= (?:[1-4]|i{1,3}|iv)\b)"), "quý"),
    (re.compile(r"\bthang(?= \d)"), "tháng"),
    (re.compile(r"\bngay(?= \d)"), "ngày"),
    (re.compile(r"\btruoc(?= \d)"), "trước"),
    (re.compile(r"\bso(?= ?:? ?\d)"), "số"),
    (re.compile(r"^\W*han(?=\s*:)"), "hạn"),
    (re.compile(r"(?<=\d )thang(?= (?:dau|cuoi)\b)"), "tháng"),
    (re.compile(r"(?<=dau )nam\b|(?<=cuoi )nam\b"), "năm"),
    (re.compile(r"\bdau(?= nam\b)"), "đầu"),
    (re.compile(r"\bcuoi(?= nam\b)"), "cuối"),
    (re.compile(r"(?<![\w/-])tu(?= (?:ngay|thang|quy|nam) [\di])"), "từ"),
    (re.compile(r"\bden(?= (?:het |ngay |thang |quy |nam )*[\di])"), "đến"),
)
# Heads of names: sure where a name's capital follows ("Phong Ky thuat", not "phong chong bui").
_HEADS: Final = {
    "Phong": "Phòng", "To": "Tổ", "So": "Sở", "Tram": "Trạm", "Hoi": "Hội", "Doan": "Đoàn", "Doi": "Đội",
    "Vien": "Viện", "Cuc": "Cục", "Benh vien": "Bệnh viện", "Xuong": "Xưởng", "Cong ty": "Công ty", "Dai": "Đài",
}  # fmt: skip
# A scan reads the Roman numerals of headings as small letters: "lI. NHIEM VU".
_NUMERAL: Final = re.compile(r"(?=[I1|]*[l|])[Il|]{1,3}(?=[.)] [A-ZĐ])")
_HEAD: Final = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(_HEADS, key=len, reverse=True))})(?= [A-Z][a-z])")
_PLAIN_LINE: Final = re.compile(r"[\x00-\x7f–—“”‘’…→•►]*")
_SMALL_WORD: Final = re.compile(r"\b[a-z]{2,7}\b")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 8
_FEWEST_LETTERS = 60
_FEWEST_PHRASES = 3
_SAMPLE = 20_000
_SAMPLE_LINES = 200
_FEWEST_LINES = 4
_LONGEST_LINE = 2_000
_PLAIN: Final = re.compile(r"[A-Za-z]")
_ACCENTED: Final = re.compile(r"[À-ỹ]")
_SHARE = 50  # of this many letters one may carry an accent


def have_lost_accents(texts: Iterable[str]) -> bool:
    """Tell whether the lines are Vietnamese without accents: hardly a letter has one, known phrases are there."""
    whole = "\n".join(texts)[:_SAMPLE]
    letters = len(_PLAIN.findall(whole))
    if letters < _FEWEST_LETTERS or _SHARE * len(_ACCENTED.findall(whole)) > letters:
        return False
    return len({found[0] for found in _pattern().finditer(_bare(whole))}) >= _FEWEST_PHRASES


def lines_without(texts: Sequence[str]) -> frozenset[int]:
    """Return the indexes of lines that lost their accents: all lines, or whole stretches of a text that has them.

    A text in which every fourth line lacks accents of known phrases lost them here and there. Of any other, a stretch
    has lost them where no letter of its lines has one and a known phrase is in it.
    """
    if have_lost_accents(texts):
        return frozenset(range(len(texts)))
    if _lost_here_and_there(texts):
        return frozenset(i for i, text in enumerate(texts) if restored(text) != text or _mostly_plain(text))
    found: set[int] = set()
    stretch: list[int] = []
    for i, text in enumerate((*texts, "é")):
        if not text.strip() or _PLAIN_LINE.fullmatch(text):
            stretch.append(i)
            continue
        found.update(stretch if _has_lost([texts[j] for j in stretch]) else ())
        stretch = []
    return frozenset(found)


def _lost_here_and_there(texts: Sequence[str]) -> bool:
    """Tell whether words all over a text lost their accents: of sound Vietnamese a third at most has none."""
    words = _WORD.findall("\n".join(texts)[:_SAMPLE])
    return len(words) >= _FEWEST_LETTERS and sum(word.isascii() for word in words) > 0.42 * len(words)


def _mostly_plain(text: str) -> bool:
    words = _WORD.findall(text)
    return len(words) > 1 and sum(word.isascii() for word in words) * 2 > len(words)


def _has_lost(texts: list[str]) -> bool:
    """Tell whether lines without a single accent are Vietnamese prose that should have some."""
    whole = "\n".join(texts)[:_SAMPLE]
    words = len(_SMALL_WORD.findall(whole))
    return words >= _FEWEST_WORDS and len({found[0] for found in _pattern().finditer(whole.lower())}) >= 1


def restored(text: str) -> str:
    """Return the text with the accents of known phrases, in the letters' own case; its length stays the same."""
    text = unicodedata.normalize("NFC", text)
    bare = _bare(text)
    if len(bare) != len(text):
        return text
    letters = list(text)
    if numeral := _NUMERAL.match(text):
        letters[: numeral.end()] = "I" * numeral.end()
    for found in _HEAD.finditer(text):
        _put(letters, found.start(), _HEADS[found[0]].lower())
    known = _known()
    for found in _pattern().finditer(bare):
        _put(letters, found.start(), known[found[0]])
    for pattern, word in _BEFORE_FIGURES:
        for found in pattern.finditer(bare):
            _put(letters, found.start(), word)
    return "".join(letters)


def _put(letters: list[str], at: int, phrase: str) -> None:
    """Write a phrase where it stands without some of its accents; not where the letters carry others."""
    if not all(_may_be(letters[i].lower(), letter) for i, letter in enumerate(phrase, at)):
        return
    for i, letter in enumerate(phrase, at):
        letters[i] = letter.upper() if letters[i].isupper() else letter


@lru_cache(maxsize=1024)
def _may_be(written: str, meant: str) -> bool:
    """Tell whether a letter is the one meant with some of its accents lost: "e" and "ê" may be "ế", "é" may not."""
    if written == meant or (written, meant) == ("d", "đ"):
        return True
    have, want = unicodedata.normalize("NFD", written), unicodedata.normalize("NFD", meant)
    return have[0] == want[0] and set(have[1:]) < set(want[1:])


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Return the phrases by what is left of them without accents; those with two readings left out."""
    sectors = [name.lower() for name in SECTOR_NAMES]
    many = [name.lower() for name in (*sectors, *NAME_HEADS, *CLASS_NOUNS, *VERBS) if " " in name]
    offices = [f"{office} {name}" for office in ("sở", "phòng", "bộ") for name in sectors]
    levelled = [f"{name} {level}" for name in LEVELLED for level in ("xã", "phường", "tỉnh", "huyện")]
    classes = [f"các {noun}" for noun in CLASSES]
    found: dict[str, str] = {}
    twice: set[str] = set()
    for phrase in (*many, *offices, *levelled, *classes, *SPHERES, *HEADINGS, *LABELS, *UNITS, *TIMES):
        bare = _bare(phrase)
        if found.setdefault(bare, phrase) != phrase:
            twice.add(bare)
    return {bare: phrase for bare, phrase in found.items() if bare != phrase and bare not in twice}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.-])(?:{alternation(_known())})\b")


_BARE: Final = {
    code: "".join(c for c in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(c)).lower()
    for code in (*range(0xC0, 0x180), *range(0x1A0, 0x1B1), *range(0x1EA0, 0x1EFA))
} | {ord("đ"): "d", ord("Đ"): "d"}


def _bare(text: str) -> str:
    """Return text in small letters without accents, letter by letter."""
    return text.translate(_BARE).lower()
