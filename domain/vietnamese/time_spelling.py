"""Slips of the finger in words of time mended: unfinished Telex, words run together, one letter wrong."""

import re
import unicodedata
from functools import lru_cache

from domain.vietnamese.spelling import is_syllable

_WORDS = (
    "hom", "qua", "nay", "kia", "sang", "chieu", "toi", "trua", "dem", "khuya", "gio", "phut", "ngay", "thang",
    "nam", "tuan", "thu", "chu", "nhat", "truoc", "vua", "roi", "luc", "cach", "day", "tieng", "mung", "ram",
    "ruoi", "kem", "hai", "ba", "bon", "sau", "bay", "tam", "chin", "muoi", "mot", "den", "tu", "khoang", "tet",
    "mai", "bua", "hoi", "nua", "moi", "ngoai", "dau", "cuoi", "giua", "som", "tan", "duong", "lich", "quoc",
    "khanh", "lao", "dong", "bao", "gan", "khong", "hoac", "hqua", "hnay", "chap", "giay", "rang",
)  # fmt: skip
_ENGLISH = (
    "ago last this week morning afternoon evening night today tomorrow yesterday just now hour hours minute minutes "
    "next month noon monday tuesday wednesday thursday friday saturday sunday days weeks"
)
_KNOWN = frozenset((*_WORDS, *_ENGLISH.split()))
_KEYS = {
    "\u0301": "s",
    "\u0300": "f",
    "\u0309": "r",
    "\u0303": "x",
    "\u0323": "j",
    "\u0302": "=",
    "\u0306": "w",
}
_KEYS |= {"\u031b": "w"}
_UNFINISHED = (
    (re.compile(r"(?<=\w)[sfrxj](?=[a-z]?$)"), ""),
    (re.compile(r"(?<=[aou])w"), ""),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
_DOUBLED = re.compile(r"([a-z])\1+")
_ODD = re.compile(r"c[iey]|k[aou]|quu")  # letters that no Vietnamese word begins with
_SHORTEST, _LONGEST = 3, 14


def keys(word: str) -> str:
    """Return the Telex keys that write an accented word, the tone last: "nữa" is "nuwax"."""
    typed, tone = [], ""
    for letter in word.replace("đ", "dd"):
        opened = unicodedata.normalize("NFD", letter)
        base = opened[0]
        typed.append(base)
        for mark in opened[1:]:
            key = _KEYS.get(mark, "")
            if key and key in "sfrxj":
                tone = key
            else:
                typed.append(base if key == "=" else key)
    return "".join(typed) + tone


def meant_by(word: str) -> str:
    """Return the word or words of time a folded word was to be; itself where it is a syllable or nothing is near."""
    found = _near(word)
    return found[0] if len(found) == 1 else word


def is_doubtful(word: str) -> bool:
    """Whether a folded word is a slip of several words of time, so that nobody knows which."""
    return len(_near(word)) > 1


@lru_cache(maxsize=2048)
def _near(word: str) -> tuple[str, ...]:
    """Return the words of time a misspelt one may be, none for a syllable and for what is like no such word."""
    if word in _KNOWN or not _SHORTEST <= len(word) <= _LONGEST or not word.isascii():
        return ()
    single = _DOUBLED.sub(r"\1", word)
    if single != word and single in _KNOWN:
        return (single,)
    if is_syllable(word) and not _ODD.match(word):
        return ()
    plain = word
    for pattern, by in _UNFINISHED:
        plain = pattern.sub(by, plain)
    if plain in _KNOWN or (is_syllable(plain) and not _ODD.match(plain)):
        return (plain,)
    if parts := _parted(plain) or _parted(word):
        return (parts,)
    near = [one for one in _WORDS if _is_one_slip(one, word) or _is_one_slip(one, plain)]
    same_letters = [one for one in near if sorted(one) == sorted(word)]
    return tuple(same_letters if len(same_letters) == 1 else near)


def _parted(word: str) -> str | None:
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if left in _KNOWN and right in _KNOWN:
            return f"{left} {right}"
    return None


def _is_one_slip(meant: str, word: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two neighbours stand in the wrong order."""
    if abs(len(meant) - len(word)) > 1 or len(meant) < 3:
        return False
    at = next((i for i, pair in enumerate(zip(meant, word, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return True
    rests = (
        (meant[at + 1 :], word[at + 1 :]),
        (meant[at + 1 :], word[at:]),
        (meant[at:], word[at + 1 :]),
    )
    swapped = meant[at : at + 2] == word[at : at + 2][::-1] and meant[at + 2 :] == word[at + 2 :]
    return swapped or any(left == right for left, right in rests)
