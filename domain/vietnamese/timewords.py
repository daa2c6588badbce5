"""Time expressions brought to one spelling: folded words, digits for number words, `h`, `p`, `den`, `/`."""

import re

from domain.vietnamese import english_times
from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.numbers import scan_number
from domain.vietnamese.spelling import is_syllable
from domain.vietnamese.time_spelling import keys, meant_by

LONGEST = 600  # characters of an expression that are read

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")

# Accented words whose folded form means something else; what they become is spelled like no other word.
_ACCENTED = {
    "tới": "den", "đến": "den", "tôi": "minh", "tui": "minh", "kìa": "kia3", "mốt": "mot2", "mơi": "mai",
    "nữa": "them", "nửa": "nuaa", "sau": "sau", "tê": "kia", "tề": "kia3", "bựa": "bua", "dạo": "dao",
    "năm": "nam", "nằm": "nằm", "sẽ": "se", "kém": "kem", "kèm": "kèm", "sáng": "sang", "sang": "sang",
    "tư": "tu4", "từ": "tu", "sáu": "sau6", "hồi": "hoi", "hỏi": "hỏi", "nãy": "nay2", "nẫy": "nay2",
    "nảy": "nay2", "này": "nay", "làm": "làm", "là": "la", "bây": "bay0", "bảy": "bay", "bẩy": "bay",
    "mùa": "mùa", "mưa": "mưa", "đem": "đem", "quá": "quá", "quà": "quà", "quý": "quy", "họp": "họp",
    "nghỉ": "nghi", "giỗ": "gio2", "gió": "gió", "rồi": "roi", "rơi": "rơi", "trước": "truoc",
}  # fmt: skip
_SHORT = {
    "gio": "h", "g": "h", "phut": "p", "ph": "p", "hqua": "hom qua", "hnay": "hom nay",
    "hn": "hom nay", "hum": "hom", "wa": "qua", "trc": "truoc", "trk": "truoc", "sag": "sang",
    "toj": "toi", "cn": "chu nhat", "mong": "mung", "bh": "bay0 h", "chju": "chieu", "chieo": "chieu",
    "tieg": "tieng", "phuc": "p", "ni": "nay", "rui": "ruoi", "sg": "sang", "hqa": "hom qua",
    "qa": "qua", "nử": "nuaa", "quahom": "hom qua", "homqua": "hom qua", "homnay": "hom nay",
    "nx": "them", "thui": "thoi", "today": "hom nay", "yesterday": "hom qua", "tomorrow": "mai", "mins": "p",
    "r": "roi", "te": "kia",
}  # fmt: skip
# A run of number words becomes digits only beside one of these.
_BEFORE = frozenset((
    "ngay", "thu", "thang", "mung", "luc", "den", "tu", "kem", "h", "hom", ":", "/", "t", "khoang",
    "tam", "cach", "day", "duoc", "nam",
))  # fmt: skip
_AFTER = frozenset((
    "h", "p", "tieng", "ngay", "hom", "bua", "tuan", "thang", "ruoi", "kem", "nam", "sang", "trua",
    "chieu", "toi", "dem", "khuya", "giay", "tet", "mung",
))  # fmt: skip
_WEEKDAY_WORDS = {
    "hai": "2",
    "ba": "3",
    "tu": "4",
    "tu4": "4",
    "bon": "4",
    "nam": "5",
    "sau": "6",
    "sau6": "6",
    "bay": "7",
}
_PLAIN = {"tu4": "tư", "sau6": "sáu"}


_TYPED = {keys(word): meant for word, meant in _ACCENTED.items() if keys(word) != word and meant != "minh"}


def _word(token: str) -> str:
    low = token.lower()
    if low in _ACCENTED:
        return _ACCENTED[low]
    folded = fold(low)
    if folded in _SHORT:
        return _SHORT[folded]
    if low in _TYPED and not is_syllable(low):  # Telex keys left as they were struck: "nuwax" is "nữa"
        return _TYPED[low]
    meant = meant_by(folded)
    return meant if meant == folded else " ".join(_SHORT.get(word, word) for word in meant.split())


def canonical(text: str) -> str:
    """Return `text` as the one-spelling line the readers match against, spaces around every word."""
    words: list[str] = []
    for token in _TOKEN.findall(nfc(text[:LONGEST])):
        words.extend(_word(token).split())
    words = english_times.translated(f" {' '.join(words)} ").split()
    words = _weekdays(words)
    words = _digits(words)
    return _signs(f" {' '.join(words)} ")


def _weekdays(words: list[str]) -> list[str]:
    """Spell "thứ sáu", "t6" as "thu 6"."""
    done: list[str] = []
    for word in words:
        previous = done[-1] if done else ""
        if previous == "t" and word in {"2", "3", "4", "5", "6", "7"}:
            done[-1] = "thu"
        if previous == "thu" and word in _WEEKDAY_WORDS:
            done.append(_WEEKDAY_WORDS[word])
        else:
            done.append(word)
    return done


def _digits(words: list[str]) -> list[str]:
    """Write runs of number words as digits where a unit of time stands beside them."""
    done: list[str] = []
    at = 0
    spoken = [_PLAIN.get(word, word) for word in words]
    while at < len(words):
        word = words[at]
        hit = None if word[0].isdecimal() or word in {"khong", "muoi2"} else scan_number(spoken, at)
        if hit and _beside_time(words, done, at, hit[1]):
            done.append(str(hit[0]))
            at = hit[1]
            continue
        done.append(word)
        at += 1
    return done


def _beside_time(words: list[str], done: list[str], at: int, end: int) -> bool:
    after = words[end] if end < len(words) else ""
    before = done[-1] if done else ""
    if end == at + 1:  # number words that are other words too: "năm ngoái", "tuần sau", "từ 8h"
        match words[at]:
            case "nam":
                return before in {"mung", "ngay", "luc"} or after in (_AFTER - {"nam"})
            case "sau":
                return after == "h" and before != "tuan"
            case "tu":
                return before == "thang"
            case "mot2" | "bon":
                return after in _AFTER
            case _:
                pass
    return after in _AFTER or before in _BEFORE


_DASHED = re.compile(r"(?<= )(\d{1,2}) ([-.]) (\d{1,2}) \2 (\d{4}|\d{2})(?= )")
_ISO = re.compile(r"(?<= )(\d{4}) ([-/.]) (\d{1,2}) \2 (\d{1,2})(?= )(?: t(?= \d))?")
_SHORT_DASHED = re.compile(r"(?<= )(ngay|hom) (\d{1,2}) [-.] (\d{1,2})(?= )(?! h)")
_OVER_TWELVE = re.compile(r"(?<= )(1[3-9]|2\d|3[01]) [-.] (0?[1-9]|1[0-2])(?= )(?! [h:])")
_SPELLED = re.compile(r"(?<= )(\d{1,2}) (?:/ )?thang (\d{1,2})(?! h)(?:(?: ,)?(?: nam| /| -)? (\d{4}))?(?= )")
_YEAR = re.compile(r"(?<= )(\d{1,2}) / (\d{1,2}) (?:, )?nam (\d{4})(?= )")
_TO = re.compile(r"(?<= h)((?: \d{1,2})?(?: p)?) toi (?=\d{1,2} h)")
_QUOTES = re.compile(r"(?<=\d) ['\u2019\u2032](?= )")


def _signs(line: str) -> str:
    """Write every date as `d / m / yyyy` or `d / m`, and an unaccented "tới" between two times as `den`."""
    line = _ISO.sub(r"\4 / \3 / \1", line)
    line = _DASHED.sub(r"\1 / \3 / \4", line)
    line = _SHORT_DASHED.sub(r"\1 \2 / \3", line)
    line = _OVER_TWELVE.sub(r"\1 / \2", line)
    line = _SPELLED.sub(lambda m: f"{m[1]} / {m[2]}" + (f" / {m[3]}" if m[3] else ""), line)
    line = _YEAR.sub(r"\1 / \2 / \3", line)
    line = _QUOTES.sub(" p", line)
    return _TO.sub(r"\1 den ", line)
