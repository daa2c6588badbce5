"""Names of units brought to one spelling: short forms written out, classes in small letters, capitals taken down."""

import re
from functools import lru_cache
from itertools import pairwise

from domain.letters import compile_letters
from domain.unit_bounds import NOUN_WORDS
from domain.unit_lexicon import (
    HEADS,
    INNER,
    INNER_BEHIND,
    LEVEL_SHORT,
    LEVELS,
    SECTOR_NAMES,
    SECTORS,
    SPELLINGS,
)

_SQUASH = re.compile(r"[\s\-&,.]|\bvà\b")
_WORDS_ONLY = re.compile(r"[\s\-&,.]|\bvà\b")
_OFFICE = re.compile(r"(Sở|Phòng|Bộ|Ban) (?=\S)")
_GLUED_NOUNS = re.compile(rf"\b({NOUN_WORDS}) (?=(?:ngành|đoàn thể|sở|ban|đơn vị|địa phương)\b)")
_CLASS_WORD = compile_letters(
    r"^Các\b|(?<!thuộc )(?<!phần )\b(?:Sở|Phòng|Ban|Ngành|Đoàn thể|Đơn vị|Địa phương|Cơ quan|Hội|Tổ chức"
    r"|Doanh nghiệp|Xã"
    r"|Phường|Toàn thể|Những|Trường|Thôn)\b(?! <A>)"
)
_TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe"} | {
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
_TONE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONES)})(?!\w)")
_NO_BLANK = re.compile(r",(?=[^\W\d_])")
_INNER = re.compile(rf"(?<![\w&])(?:{'|'.join(re.escape(short) for short, _ in INNER)})(?![\w&])")
_INNER_FULL = dict(INNER)
_HEAD = re.compile(rf"(?:{'|'.join(re.escape(short) for short, _ in HEADS)})(?=[\s.]|$|(?<=\.))")
_HEAD_FULL = dict(HEADS)
_MAYBE_LEVEL = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(short) for short, _ in LEVEL_SHORT)})")
_BEHIND = tuple(
    (re.compile(rf"^({head}.*?) {re.escape(short)}(?![\w&-])"), rf"\1 {full}")
    for head, short, full in INNER_BEHIND
)
_LEVEL_BEHIND = tuple(
    (
        re.compile(
            rf"((?:nhân dân|Công an|Y tế|các)(?: [^;]*?,)?) {re.escape(short)}\.?(?=[\s,\w]|$)\s*(?P<on>\w?)"
        ),
        full,
    )
    for short, full in LEVEL_SHORT
)
_GLUED_DASH = compile_letters(r"(?<=<a>)-(?=<A><a>)")
_GENERIC = compile_letters(
    r"(?:Người|Doanh nghiệp|Cơ quan|Đơn vị|Cơ sở|Địa phương|Tổ chức|Chủ đầu tư|Hộ|Sở|Ngành|Tổ dân phố|Nhà thầu"
    r"|(?:Tổ t|T)rưởng (?:các |ban )?(?:thôn|bản|ấp|khu|tổ))(?=$|,| <a>| \d)|(?:Cán bộ|Công chức)(?=[ ,])"
)
_PART_OF = re.compile(
    r"((?:Chánh )?Thanh tra|(?:Phó )?(?:Chánh )?Văn phòng|Lãnh đạo|(?:Phó )?Giám đốc|Đại diện)"
    r" (?=(?:Sở|Phòng|Bộ) [A-ZĐ])"
)
WORDS_OF_CLASSES = ("chuyên môn", "có liên quan", "liên quan", "địa phương", "đoàn thể", "thị trấn", "đơn vị")


def squash(text: str) -> str:
    """Return what two spellings of one sector share: no blanks, no joints, small letters."""
    return _WORDS_ONLY.sub("", text.lower())


_SECTOR_BY_WORDS = {squash(name): name for name in reversed(SECTOR_NAMES)}


def common_spelling(text: str) -> str:
    """Return a name with the usual place of tone marks, one kind of dash and a blank behind each comma."""
    text = _TONE.sub(lambda found: _TONES[found.group()], text.replace("–", "-"))
    text = _NO_BLANK.sub(", ", text)
    for other, usual in SPELLINGS:
        text = text.replace(other, usual)
    return text


def write_out(text: str) -> str:
    """Return a name with office abbreviations written out; "HĐND&UBND" is a name and stays."""
    if found := _HEAD.match(text):
        text = f"{_HEAD_FULL[found.group()]} {text[found.end() :].lstrip(' .')}".rstrip()
    if _MAYBE_LEVEL.search(text):
        for pattern, level in _LEVEL_BEHIND:
            text = pattern.sub(rf"\1 {level} \g<on>", text)
        text = text.replace(" ,", ",").rstrip()
    if found := _PART_OF.match(text):
        return f"{found[1]} {write_out(text[found.end() :])}"
    if found := _OFFICE.match(text):
        sector = _sector(text[found.end() :])
        if sector:
            return f"{found[1]} {sector}"
    text = _inner(text)
    for pattern, full in _BEHIND:
        text = pattern.sub(full, text)
    return _GLUED_DASH.sub(" - ", text)


@lru_cache(maxsize=4096)
def _sector(rest: str) -> str | None:
    """Return the official name of the sector a text is, with the level or place that stands behind it."""
    head, _, level = rest.partition(" ")
    for short, tail in ((rest, ""), (head, f" {level}" if level else "")):
        name = SECTORS.get(_SQUASH.sub("", short))
        if name and short.upper() == short.replace("và", "VÀ"):
            return f"{'Kinh tế và Hạ tầng' if short in {'KT&HT', 'KT và HT'} else name}{tail}"
    words = rest.split()
    for count in range(len(words), 0, -1):
        tail = " ".join(words[count:])
        if tail and not re.match(rf"(?:{'|'.join(LEVELS)})\b", tail):
            continue
        written = " ".join(words[:count])
        name = written if written in SECTOR_NAMES else _SECTOR_BY_WORDS.get(squash(_inner(written)))
        if name:
            return f"{name} {tail}".rstrip()
    return None


def is_sector(text: str) -> bool:
    """Whether a text is the name or the short form of a sector, with nothing behind it."""
    short = _SQUASH.sub("", text)
    return (short in SECTORS and text.upper() == text.replace("và", "VÀ")) or squash(
        _inner(text)
    ) in _SECTOR_BY_WORDS


def _inner(text: str) -> str:
    return _INNER.sub(lambda found: _INNER_FULL[found.group()], text)


def class_form(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a class phrase in small letters, with the commas and the words it should have, and what was mended."""
    text = _CLASS_WORD.sub(lambda m: m.group().lower(), text)
    text = _GLUED_NOUNS.sub(r"\1, ", text)
    mended = []
    for pair in _pairs(text):
        usual = next((w for w in WORDS_OF_CLASSES if w != pair and _one_letter_off(pair, w)), None)
        if usual:
            mended.append((pair, usual))
            text = text.replace(pair, usual)
    return text, mended


def generic_form(text: str) -> str:
    """Return a name made of common nouns with a small first letter: "Người lao động", "Cơ quan, đơn vị"."""
    return text[:1].lower() + text[1:] if _GENERIC.match(text) else text


def _pairs(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", text)
    return [f"{one} {two}" for one, two in pairwise(words)]


def _one_letter_off(found: str, usual: str) -> bool:
    """Whether one letter was added, left out or changed, both words keeping their first letter."""
    if abs(len(found) - len(usual)) > 1 or found[0] != usual[0]:
        return False
    if len(found) == len(usual):
        return sum(a != b for a, b in zip(found, usual, strict=True)) == 1
    short, long = sorted((found, usual), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))
