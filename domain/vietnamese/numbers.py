"""Numbers, counts of people and telephone numbers as people write them."""

import re
from dataclasses import dataclass

from domain.vietnamese.fold import fold, nfc

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d{3})*(?![.,]?\d)|\d+|[^\w\s]")

# Accented spellings first: an accented word must be one of these, a bare one any folded spelling.
_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
_SCALES = {"mươi": 10, "mười": 10, "chục": 10, "trăm": 100, "nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000}
_BARE_UNITS = {fold(word): value for word, value in _UNITS.items()}
_BARE_SCALES = {fold(word): value for word, value in _SCALES.items()}
for _other in ("lam", "nham"):  # "làm", "nhầm" far more often than "lăm", "nhăm"; allowed after a ten below
    _BARE_UNITS.pop(_other)
FATHERS = frozenset({"toi", "tui", "em", "minh", "chau", "me", "con"})  # "ba tôi": a father
_LINK = frozenset({"linh", "lẻ", "le"})
_UNCLEAR = frozenset({"vai", "may", "nhieu", "dam", "it", "hang", "hon", "tren", "gan", "duoi"})

_YEAR_AFTER = re.compile(r"(?:nay|ngoai|truoc|sau|toi|kia|qua|2\d{3})$")
_A_YEAR = re.compile(r"(?:19|20)\d\d$")
_YEAR_BEFORE = frozenset({"trong", "hang", "moi", "cuoi", "dau", "giua", "ca", "quanh", "hop", "cao"})

_NAMES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LARGEST_SPELLED = 999_999


def tokens(text: str) -> list[str]:
    """Return the lower-case words, numbers and signs of `text`, accents kept."""
    return _TOKEN.findall(nfc(text).lower())


def _unit(word: str) -> int | None:
    return _UNITS.get(word) if not word.isascii() else _BARE_UNITS.get(word)


def _scale(word: str) -> int | None:
    return _SCALES.get(word) if not word.isascii() else _BARE_SCALES.get(word)


def scan_number(words: list[str], at: int) -> tuple[int, int] | None:
    """Return (value, index after it) of the number that starts at `words[at]`, or None.

    Digits may carry thousands marks ("1.200"); words follow the spoken grammar ("hai mươi mốt", "trăm hai").
    """
    word = words[at]
    if word[0].isdecimal():
        digits = word.replace(".", "").replace(",", "")
        return _scaled(int(digits), words, at + 1) if len(digits) <= 12 else None
    if _unit(word) is None and _scale(word) is None:
        return None
    return _spoken(words, at)


def _scaled(value: int, words: list[str], at: int) -> tuple[int, int]:
    """Read "2 chục", "3 trăm" after digits."""
    if at < len(words) and (scale := _scale(words[at])) and words[at] not in {"mười", "muoi"}:
        return value * scale, at + 1
    return value, at


def _spoken(words: list[str], at: int) -> tuple[int, int] | None:
    """Read number words: `group` gathers what is below a thousand, `total` what is above."""
    total = group = 0
    pending: int | None = None  # a unit that a scale may still multiply
    last = 0  # the scale read last
    start = at
    while at < len(words):
        word = words[at]
        unit, scale = _unit(word), _scale(word)
        if word in {"lam", "nham"} and last == 10 and pending is None:
            unit = 5
        if unit is not None and pending is None:
            pending = unit
        elif unit is not None and pending and word in {"mốt", "lăm", "nhăm", "tư"}:
            group, pending, last = group + pending * 10, unit, 10  # "hai mốt" is 21
        elif scale is not None:
            if scale >= 1_000:
                total, group, pending = total + max(group + (pending or 0), 1) * scale, 0, None
            else:
                group, pending = group + (1 if pending is None else pending) * scale, None
            last = scale
        elif word in _LINK and last >= 100 and at + 1 < len(words) and _unit(words[at + 1]) is not None:
            last = 1
        else:
            break
        at += 1
    if at == start:
        return None
    return total + group + _colloquial(pending or 0, last, round_thousand=not group), at


def _colloquial(unit: int, last: int, *, round_thousand: bool) -> int:
    """Return the worth of a last unit said bare: "trăm hai" is 120, "nghìn hai" 1200."""
    if last == 100:
        return unit * 10
    return unit * 100 if last == 1_000 and round_thousand else unit


def read_number(text: str) -> int | None:
    """Return the one number `text` names in digits or words, or None where it names none, several or is vague."""
    words = tokens(text)
    folded = [fold(word) for word in words]
    if any(word in _UNCLEAR for word in folded):
        return None
    found: list[int] = []
    at = 0
    while at < len(words):
        hit = scan_number(words, at)
        if hit is None or _is_other_word(folded, at, hit[1]):
            at += 1
            continue
        found.append(hit[0])
        at = hit[1]
    return found[0] if len(found) == 1 else None


def _is_other_word(folded: list[str], at: int, end: int) -> bool:
    """Whether a number word at `at` is another word here: "ba tôi" (a father), "không rõ", "một số"."""
    after = folded[end] if end < len(folded) else ""
    if at and folded[at - 1] == "nam" and _A_YEAR.match(folded[at]):
        return True
    match folded[at]:
        case "ba":
            return end == at + 1 and after in FATHERS
        case "khong":
            return end == at + 1 and after not in {"", "nguoi", "ng", "ca", "co", "ai", ".", ",", "a"}
        case "nam":  # a year, not five
            before = folded[at - 1] if at else ""
            return end == at + 1 and (bool(_YEAR_AFTER.match(after)) or before in _YEAR_BEFORE)
        case "mot":
            return after in {"so", "vai", "it", "lat", "chut"}
        case _:
            return False


def spell_number(n: int) -> str:
    """Return `n` (0 to 999,999) in Vietnamese words: 21 → "hai mươi mốt".

    Raises ValueError outside that range.
    """
    if not 0 <= n <= LARGEST_SPELLED:
        raise ValueError(f"cannot spell {n}")
    thousands, rest = divmod(n, 1_000)
    words: list[str] = []
    if thousands:
        words += [*_spell_group(thousands, full=False), "nghìn"]
    if rest or not thousands:
        words += _spell_group(rest, full=bool(thousands))
    return " ".join(words)


def _spell_group(n: int, *, full: bool) -> list[str]:
    """Spell a number below a thousand; `full` names the empty hundreds ("không trăm linh năm")."""
    hundreds, rest = divmod(n, 100)
    tens, units = divmod(rest, 10)
    words = [_NAMES[hundreds], "trăm"] if hundreds or full else []
    if not rest:
        return words or [_NAMES[0]]
    if tens == 0:
        return [*words, "linh", _NAMES[units]] if words else [_NAMES[units]]
    words += ["mười"] if tens == 1 else [_NAMES[tens], "mươi"]
    if units:
        ending = {1: "mốt" if tens > 1 else "một", 4: "tư" if tens > 1 else "bốn", 5: "lăm"}
        words.append(ending.get(units, _NAMES[units]))
    return words


_PHONE_RUN = re.compile(r"(?<![\w])\+?\(?\+?\d[\d\s.\-()]{6,40}")
_MOBILE = re.compile(r"0[35789]\d{8}")
_LANDLINE = re.compile(r"02\d{9}")
# Mobile numbers had eleven digits until 2018; the regulator's table gave each old prefix its new one.
_OLD_MOBILE = {
    "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084",
    "0125": "085", "0127": "081", "0129": "082", "0186": "056", "0188": "058", "0199": "059",
    **{f"016{n}": f"03{n}" for n in range(2, 10)},
}  # fmt: skip


def _national(digits: str) -> str | None:
    if digits.startswith("0084"):
        digits = "0" + digits[4:].removeprefix("0")
    elif digits.startswith("84") and len(digits) >= 11:
        digits = "0" + digits[2:].removeprefix("0")
    elif len(digits) == 9 and digits[0] in "35789":
        digits = "0" + digits  # a spreadsheet eats the leading zero
    if len(digits) == 11 and digits[:4] in _OLD_MOBILE:
        digits = _OLD_MOBILE[digits[:4]] + digits[4:]
    return digits if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits) else None


def read_phone(text: str) -> str | None:
    """Return the first Vietnamese mobile (10 digits) or landline (11) number in `text` as national digits.

    "+84 912.345.678" → "0912345678". Spelled digits ("không chín một hai …") are read too. None where there
    is none; a longer run of digits (an identity card, an account) is not a telephone number.
    """
    plain = nfc(text).replace("o9", "09").replace("O9", "09")
    for run in _PHONE_RUN.finditer(plain):
        groups = re.findall(r"\d+", run.group())
        if found := _national("".join(groups)):
            return found
        for start in range(len(groups)):
            joined = ""
            for group in groups[start : start + 6]:
                joined += group
                if found := _national(joined):
                    return found
    return _spelled_phone(plain)


def _spelled_phone(text: str) -> str | None:
    digits = ""
    for word in [*tokens(text), ";"]:
        value = _unit(word)
        if value is not None:
            digits += str(value)
        elif word.isdecimal():
            digits += word
        elif word not in {".", ",", "-"}:
            if len(digits) >= 10 and (found := _national(digits)):
                return found
            digits = ""
    return None


@dataclass(frozen=True, slots=True)
class PeopleCount:
    """How many people were said to be hurt. `total` counts dead and injured; None = not said.

    A death told without a number ("có người bị điện giật chết") is `dead` 1, meaning at least one, and `total` None.
    `between` holds the two ends where the person gave a span ("2-3 người"): ask, do not choose.
    """

    total: int | None
    dead: int | None
    injured: int | None
    between: tuple[int, int] | None


def read_people(text: str) -> PeopleCount | None:
    """Read a count of people from an answer ("2 ng, 1 ng chet roi" → total 2, dead 1); None when unclear.

    "khoảng 5" and "ít nhất 2" count as said; "vài", "hơn 5" and sums that contradict each other are None.
    """
    from domain.vietnamese.people import count_people  # noqa: PLC0415 - people builds on this module

    return count_people(text)
