"""How often: every rhythm a phrase names ("hằng quý", "02 lần/năm", "6 tháng một lần", "hằng tháng, quý, năm").

Three ways of saying it make the grammar: every so many periods, so many times in a period, and a list in which
only the first period says "hằng".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười hai": 12,
}  # fmt: skip
_N = r"(?:\d{1,2}|mười hai|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_PERIOD = r"(?:tuần|tháng|quý|năm)(?!\w)"
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_LEAST = r"(?:\s+(?:ít nhất|tối thiểu|khoảng))?"
_WORK = r"(?:lần|lớp|cuộc|đợt|tin|bài|buổi|hội nghị|kỳ|lượt|số|chuyên mục|phóng sự|đoàn)"

# "6 tháng/lần", "hai năm một lần", "tháng/lần"
_EVERY = re.compile(
    rf"(?<![\w/])(?<!nửa )(?:(?P<n>{_N})\s+)?(?P<unit>{_PERIOD})(?:\s*/\s*(?:0?1\s*)?|\s+(?:0?1|một)\s+){_WORK}(?!\w)"
)
# "02 lần/năm", "ít nhất 1 lần trong năm", "lần/quý"
_TIMES = re.compile(
    rf"(?:(?<!\w)(?P<n>{_N})\s+)?(?<!\w)(?P<work>{_WORK}|\w+)\s*(?:/\s*|(?<=lần)\s+(?:mỗi|trong"
    rf"|một)\s+(?:(?:0?1|một)\s+)?)"
    rf"(?:0?1\s+)?(?P<unit>{_PERIOD})"
)
# "01 lần/03 tháng"
_ONCE_IN = re.compile(rf"(?<!\w)(?:0?1|một)\s+lần\s*/\s*(?P<n>\d{{1,2}})\s+(?P<unit>{_PERIOD})")
# "mỗi năm 02 lần", "hằng quý ít nhất một lần"
_EACH_TIMES = re.compile(
    rf"(?<!\w)(?:{_EACH}|(?:trong )?(?:0?1|một))\s+(?P<unit>{_PERIOD}){_LEAST}\s+(?P<n>{_N})\s+{_WORK}(?!\w)"
)
# "hằng năm", "định kỳ 6 tháng", "theo quý"
_NAMED = re.compile(
    rf"(?<!\w)(?:{_EACH}|định kỳ(?:\s+(?:theo|{_EACH}))?"
    rf"|theo(?: từng)?)\s+(?:(?P<n>{_N})\s+)?(?P<unit>{_PERIOD})(?!\s+(?:{_N}\s+lần))"
    r"(?!\s*(?:đầu|cuối)(?!\s+(?:tuần|quý))| học|\s+\d{4})"
)
# the rest of a list: ", quý", "và cả năm", ", 01 năm"
_MORE = re.compile(
    rf"(?:\s*\([^()]*\))?\s*(?:,|/|và|hoặc|;)\s*(?:và\s+)?(?P<how>{_EACH}|định kỳ|cả|tổng kết"
    rf"|báo cáo)?\s*(?:(?P<n>\d{{1,2}}|sáu|một)\s+)?"
    rf"(?P<unit>{_PERIOD})(?!\s*(?:\d|[iv]+(?!\w)|đầu|cuối|học|sau|nay|tiếp|/))"
)
_HALVES = re.compile(
    r"(?<!\w)(?:0?6|sáu) tháng đầu năm(?:\s*\([^()]*\))?\s*(?:,|và)\s*(?:và\s+)?(?:hằng |hàng "
    r"|cả )?năm(?!\s*(?:\d|sau))"
)
_IN_QUARTER = re.compile(
    r"tháng (?:cuối|đầu|giữa|thứ \w+)(?: của| trong)?(?: mỗi| hằng| hàng| từng)? (?:quý|kỳ)"
)
_IN_MONTH = re.compile(
    r"(?:ngày \d{1,2}|ngày cuối cùng|ngày đầu tiên)(?: của)?(?: mỗi)? tháng(?=\s*(?:sau|kế tiếp|tiếp theo"
    r"|liền kề|$|[,;.)(]|báo cáo))"
)
_WEEK_OF = re.compile(
    r"tuần (?:đầu|cuối|thứ \w+)(?: tiên| cùng)?(?: của| trong)?(?: mỗi| hằng| hàng)? (?P<unit>tháng|quý)(?!\s*\d)"
)
_WEEKDAY_OF = re.compile(
    r"(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?: của| trong)?(?: đầu| cuối| mỗi)? tuần(?!\w)"
    r"(?!\s+(?:đầu|cuối|thứ|\d))"
)
_END_OF_EACH = re.compile(r"(?:cuối|đầu) (?:mỗi|từng) (?P<unit>tháng|quý|năm|tuần)")


_MAYBE = re.compile(r"tuần|tháng|quý|năm")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """One rhythm with the place of its words; `vague`: the words leave open when, or how often exactly.

    `bare`: only implied by a day of the period ("ngày 20 tháng cuối quý").
    """

    freq: str
    interval: int | None
    start: int
    end: int
    vague: bool = False
    bare: bool = False


@lru_cache(maxsize=2048)
def find_rhythms(text: str) -> tuple[Rhythm, ...]:
    """Return the rhythms of a phrase (small letters) in order; each word serves one of them."""
    if not _MAYBE.search(text):
        return ()
    found: list[Rhythm] = []
    for rhythm in _candidates(text):
        if not any(rhythm.start < other.end and other.start < rhythm.end for other in found):
            found.append(rhythm)
    return tuple(sorted(_with_lists(text, found), key=lambda rhythm: rhythm.start))


def _candidates(text: str) -> Iterator[Rhythm]:
    """Yield what the patterns find, those that say most first."""
    for match in _HALVES.finditer(text):
        yield Rhythm("semiannual", None, *match.span())
    for match in (*_ONCE_IN.finditer(text), *_EVERY.finditer(text)):
        yield _rhythm(*every(_number(match["n"]), match["unit"]), match)
    for match in _EACH_TIMES.finditer(text):
        yield _rhythm(*times(_number(match["n"]), match["unit"]), match)
    for match in _TIMES.finditer(text):
        work = re.fullmatch(_WORK, match["work"])
        if work or match["n"]:
            freq, interval, vague = times(_number(match["n"]), match["unit"])
            countless = match["work"] != "lần" and _number(match["n"]) > 1
            yield Rhythm(freq, interval, *match.span(), vague or countless)
    for match in _NAMED.finditer(text):
        yield _rhythm(*every(_number(match["n"]), match["unit"]), match)
    yield from _implied(text)


def _implied(text: str) -> Iterator[Rhythm]:
    """Yield rhythms that a place in the period implies: "cuối mỗi quý", "ngày 20 tháng cuối quý"."""
    for match in _END_OF_EACH.finditer(text):
        yield _rhythm(*every(1, match["unit"]), match, vague=match.group().startswith("đầu"))
    for match in _IN_QUARTER.finditer(text):
        yield Rhythm("quarterly", None, *match.span(), bare=True)
    for match in _WEEK_OF.finditer(text):
        yield _rhythm(*every(1, match["unit"]), match, vague=True)
    for match in _WEEKDAY_OF.finditer(text):
        yield Rhythm("weekly", None, *match.span())
    for match in _IN_MONTH.finditer(text):
        yield Rhythm("monthly", None, *match.span(), bare=True)


def _with_lists(text: str, found: list[Rhythm]) -> Iterator[Rhythm]:
    """Yield the rhythms and what a list goes on with: "hằng tháng, quý, năm", "định kỳ 6 tháng và cả năm"."""
    taken = [(rhythm.start, rhythm.end) for rhythm in found]
    for rhythm in found:
        yield rhythm
        if rhythm.bare or text[rhythm.start : rhythm.end].endswith("lần"):
            continue
        end = rhythm.end
        while more := _MORE.match(text, end):
            begin, end = more.start("how") if more["how"] else more.start("unit"), more.end()
            if any(start < end and begin < stop for start, stop in taken):
                break
            if more["how"] == "cả" and rhythm.freq == "semiannual":
                continue  # half a year and "the whole year" are the two reports of a half-yearly rhythm
            freq, interval, vague = every(_number(more["n"]), more["unit"])
            yield Rhythm(freq, interval, begin, end, vague)


def _rhythm(
    freq: str, interval: int | None, unsure: bool, match: re.Match[str], *, vague: bool = False
) -> Rhythm:
    return Rhythm(freq, interval, *match.span(), unsure or vague)


def _number(said: str | None) -> int:
    if not said:
        return 1
    return int(said) if said.isdigit() else _WORDS[said]


def every(count: int, unit: str) -> tuple[str, int | None, bool]:
    """Return (freq, interval, vague) of once in `count` weeks, months, quarters or years."""
    months = {"tháng": 1, "quý": 3, "năm": 12}.get(unit, 0) * count
    names = {1: "monthly", 3: "quarterly", 6: "semiannual", 12: "yearly"}
    if months in names:
        return names[months], None, False
    if months and months % 12 == 0:
        return "yearly", months // 12, False
    if months:
        return "monthly", months, False
    return "weekly", count if count > 1 else None, count == 0


def times(count: int, unit: str) -> tuple[str, int | None, bool]:
    """Return (freq, interval, vague) of `count` times in a week, month, quarter or year."""
    months = {"tháng": 1, "quý": 3, "năm": 12}.get(unit, 0)
    if count and months and months % count == 0:
        return every(months // count, "tháng")
    return every(1, unit)[0], None, count != 1
