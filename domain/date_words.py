"""Calendar expressions in Vietnamese administrative prose: days, months, quarters, halves and years.

`scan` finds them in order; a `Point` knows its first and last day once its year is known. Nothing here decides
what an expression means for a deadline; see `domain.deadline_words`.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Point:
    """A named stretch of the calendar: `unit` is day, fortnight, month, months, quarter, half or year.

    `number` counts it in its year. `day` is set for days; `number` is then the month, or None where only the
    day was said ("ngày 25"). A fortnight is half a month and begins on `day`; months are `day` of them from
    month `number` on. `years_on`: the year is so many after the one that serves ("năm sau").
    """

    unit: str
    number: int | None
    year: int | None
    day: int | None = None
    start: int = 0
    end: int = 0
    years_on: int = 0

    def first(self, year: int) -> date | None:
        """Return the first day of the stretch in that year, None for a day that does not exist."""
        try:
            days = self.unit in {"day", "fortnight"} and self.day
            return date(year, self._first_month(), days or 1)
        except ValueError:
            return None

    def last(self, year: int) -> date | None:
        """Return the last day of the stretch in that year, None for a day that does not exist."""
        if self.unit == "day":
            return self.first(year)
        if self.unit in {"month", "fortnight"} and not 1 <= (self.number or 0) <= 12:
            return None
        if self.unit == "fortnight" and self.day == 1:
            return date(year, self._first_month(), 15)
        more = {"quarter": 2, "half": 5, "year": 11, "months": (self.day or 1) - 1}.get(self.unit, 0)
        month = self._first_month() + more
        return date(year, month, monthrange(year, month)[1]) if 1 <= year <= 9999 else None

    def in_year(self, year: int) -> "Point":
        """Return the same in a year, where it says none of its own."""
        return self if self.year else replace(self, year=year + self.years_on)

    def _first_month(self) -> int:
        number = 1 if self.number is None else self.number
        return {"quarter": number * 3 - 2, "half": number * 6 - 5, "year": 1}.get(self.unit, number)

    @property
    def exists(self) -> bool:
        """Whether such a day, month or quarter exists (29/2 does, in its year or where no year is said)."""
        if self.unit == "day" and self.number is None:
            return self.day is not None and 1 <= self.day <= 31
        return self.first(self.year if self.year is not None else 2024) is not None


_Y = r"(?:\s*,?\s*năm\s*|\s?[/\-.]\s?)"
_COUNTED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_DATE = re.compile(
    rf"""
    (?<!\w)nửa\s+(?P<hm>đầu|cuối|sau)\s+tháng\s*(?P<m0>\d{{1,2}})(?:{_Y}(?P<y0>\d{{4}}))?(?!\d)
  | (?<![\d/])(?:ngày\s*)?(?P<d1>\d{{1,2}})\s?[/.\-]\s?(?P<m1>\d{{1,2}})\s?[/.\-]\s?(?P<y1>\d{{4}})(?!\d)
  | (?<![\d/])(?<!tuần\s)(?<!tuần\sthứ\s)(?<!đợt\s)(?<!lần\s)(?:ngày\s*)?
    (?P<d2>\d{{1,2}})\s*(?:của\s+)?tháng\s*(?P<m2>\d{{1,2}})(?:{_Y}(?P<y2>\d{{4}}))?(?!\d|\s*lần)
  | (?<![\d/])(?:tháng\s*|(?<!\w)t\.?)?(?P<m3>\d{{1,2}})\s?/\s?(?P<y3>\d{{4}})(?!\d)
  | (?<!\w)(?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)(?<!từng\s)tháng\s*
    (?P<m4>\d{{1,2}})(?:{_Y}(?P<y4>\d{{4}}))?(?!\d|\s*lần|/\d)
  | (?<![\d/])(?:ngày\s*)?(?P<d5>\d{{1,2}})\s?/\s?(?P<m5>\d{{1,2}})(?![/\d])
  | (?<!\w)ngày\s*(?P<d6>\d{{1,2}})-(?P<m6>\d{{1,2}})(?!\d)
  | (?<!\w)(?:ngày|mùng)\s*(?P<d7>\d{{1,2}})(?!\d|[/.]\d)
  | (?<!\w)quý\s*(?P<q>iv|iii|ii|i|[1-4])(?!\w)(?:{_Y}(?P<yq>\d{{4}}))?
  | (?<!\w)(?P<n>\d{{1,2}}|{"|".join(_COUNTED)})\s*tháng\s*(?P<h>đầu|cuối)
    (?:\s*(?:của\s*)?năm)?(?:\s*(?P<yh>\d{{4}}))?
  | (?<!\w)năm\s*(?P<y>\d{{4}})(?!\d)
  | (?<!\w)(?P<now>năm\s+nay)(?!\w)
  | (?<!\w)(?:(?<=trong\s)|(?<=cuối\s)|(?<=đầu\s)|(?<=giữa\s)|(?<=hết\s)|(?<=đến\s))
    (?P<this>năm)(?=\s*(?:[,;.()]|$|kế\shoạch))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# The same without names, for finding them in prose.
DATE_PATTERN = (
    r"(?:ngày\s*)?\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}|(?:ngày\s*)?\d{1,2}\s*tháng\s*\d{1,2}"
    r"(?:\s*,?\s*năm\s*\d{4}|/\d{4})?"
    r"|(?:ngày\s*)?\d{1,2}/\d{1,4}|ngày\s*\d{1,2}-\d{1,2}|(?:các\s+)?tháng\s*\d{1,2}(?:(?:\s*(?:,|và"
    r"|-)\s*\d{1,2})*(?!\d|/\d))?"
    r"(?:(?:\s*,?\s*năm\s*|/)\d{4})?"
    r"|ngày\s*\d{1,2}(?:\s+(?:của\s+)?(?:tháng (?:cuối|đầu|thứ \w+)(?: (?:của )?(?:mỗi |hằng |hàng )?quý)?"
    r"|(?:hằng|hàng|mỗi) (?:tháng|quý)))?"
    r"|quý\s*(?:iv|iii|ii|i|[1-4])\b(?:\s*,?\s*năm\s*\d{4}|\s?/\s?\d{4})?|\d{1,2}\s*tháng\s*(?:đầu"
    r"|cuối)\s*năm(?:\s*\d{4})?"
    r"|năm\s*\d{4}"
)
_NEXT_YEAR = re.compile(
    r"\s*,?\s*(?:của\s+)?năm\s+(?:sau|tới|kế tiếp|tiếp theo|liền kề)(?!\w)", re.IGNORECASE
)
_DAY_RANGE = re.compile(
    r"(?<![\d/])(?<!tháng )(?:ngày\s*)?(\d{1,2})(\s*(?:[-–]|đến(?:\s*hết)?(?:\s*ngày)?)\s*)(\d{1,2})(/"
    r"|\s*tháng\s*)(\d{1,2})(?!\d)"
    r"((?:/|\s*,?\s*năm\s*)\d{4})?",
    re.IGNORECASE,
)
# "ngày 20 các tháng 3, 6, 9, 12"
_DAY_OF_MONTHS = re.compile(
    r"(?<!\w)(trước\s+)?ngày\s*(\d{1,2})\s+(?:của\s+)?(?:các\s+)?tháng\s*(\d{1,2}(?:\s*(?:,"
    r"|và)\s*\d{1,2}(?!\d)(?!\s*(?:/|tháng)))+)",
    re.IGNORECASE,
)
_DAYS_OF_EACH = re.compile(
    r"(?<!\w)ngày\s*(\d{1,2})((?:\s*(?:,|và)\s*\d{1,2})+)(?=\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+tháng"
    r"|tháng\s+cuối))",
    re.IGNORECASE,
)
_DAY_LIST = re.compile(
    r"(?<![\d/.])(?<!tháng )(?<!quý )(?<!các )(?:ngày\s*)?(\d{1,2})"
    r"(?=((?:\s*(?:,|và)\s*(?:ngày\s*)?\d{1,2})*\s*(?:,|và)\s*(?:ngày\s*)?\d{1,2})(?:/|\s*tháng\s*)(\d{1,2})(?!\d))",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"\bnăm\s*(\d{4})\s*:\s*((?:quý\s*(?:iv|i{1,3}|[1-4])|tháng\s*\d{1,2}))(?!\w|\s*(?:/|năm))", re.IGNORECASE
)
_YEAR_RANGE = re.compile(
    r"(năm\s*|/\s*)?(?<!\d)(20\d\d)\s*(?:[-–]|đến(?:\s*(?:hết\s*)?năm)?)\s*(20\d\d)(?!\d)", re.IGNORECASE
)
_YEAR_LIST = re.compile(r"\bnăm\s*(20\d\d(?:\s*(?:,|và)\s*20\d\d)+)(?!\d)", re.IGNORECASE)
_SHARED = (
    (
        re.compile(
            r"\b(quý)\s*((?:iv|iii|ii|i|[1-4])\b(?:\s*(?:,|và|-|–|đến)\s*(?:iv|iii|ii|i|[1-4])\b)+)",
            re.IGNORECASE,
        ),
        "quý",
    ),
    (
        re.compile(
            r"\b(tháng)\s*(\d{1,2}(?:\s*(?:,|và|-|–|đến)\s*\d{1,2}(?![\d/]\d|\d|\s*(?:tháng|/)))+)",
            re.IGNORECASE,
        ),
        "tháng",
    ),
)
_SHARED_ITEM = re.compile(r"(,|và|-|–|đến)\s*(?=[\divIV])")


def spell_out(text: str) -> str:
    """Return the text with shared words said again: "quý II, III/2026" becomes "quý II, quý III/2026"."""
    text = _DAY_OF_MONTHS.sub(
        lambda m: re.sub(r"\d{1,2}", lambda month: f"{m[1] or ''}ngày {m[2]}/{month.group()}", m[3]), text
    )
    for pattern, word in _SHARED:
        text = pattern.sub(_say_again(word), text)
    text = _DAYS_OF_EACH.sub(lambda m: f"ngày {m[1]}" + re.sub(r"(,|và)\s*(?=\d)", r"\1 ngày ", m[2]), text)
    text = _DAY_RANGE.sub(
        lambda m: f"ngày {m[1]} tháng {m[5]} đến ngày {m[3]} tháng {m[5]}{m[6] or ''}", text
    )
    text = _DAY_LIST.sub(r"ngày \1 tháng \3", _YEAR_FIRST.sub(r"\2 năm \1", text))
    text = _YEAR_LIST.sub(lambda m: "năm " + re.sub(r"(,|và)\s*", r"\1 năm ", m[1]), text)
    return _YEAR_RANGE.sub(lambda m: f"{m[1] or 'năm '}{m[2]} đến năm {m[3]}", text)


def _say_again(word: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{found[1]} " + _SHARED_ITEM.sub(rf"\1 {word} ", found[2])


def scan(text: str) -> list[Point]:
    """Every calendar expression of the text in order; a year said once serves its neighbours too."""
    return _share_years([_point(found) for found in _DATE.finditer(text)])


def _point(found: re.Match[str]) -> Point:
    got = found.groupdict()
    behind = _NEXT_YEAR.match(found.string, found.end())
    span = {
        "start": found.start(),
        "end": behind.end() if behind else found.end(),
        "years_on": int(bool(behind)),
    }

    def number(key: str) -> int | None:
        return int(got[key]) if got[key] else None

    if got["hm"]:
        return Point("fortnight", number("m0"), number("y0"), 1 if got["hm"] == "đầu" else 16, **span)
    for n in "1256":
        if got[f"d{n}"]:
            year = number(f"y{n}") if n in "12" else None
            return Point("day", number(f"m{n}"), year, number(f"d{n}"), **span)
    for n in "34":
        if got[f"m{n}"]:
            return Point("month", number(f"m{n}"), number(f"y{n}"), **span)
    if got["d7"]:
        return Point("day", None, None, number("d7"), **span)
    if got["q"]:
        return Point("quarter", QUARTERS[got["q"].upper()], number("yq"), **span)
    if got["h"]:
        count = _COUNTED.get(got["n"].lower()) or int(got["n"])
        return _months(count, number("yh"), span, first=got["h"].lower() == "đầu")
    return Point("year", None, number("y"), **span)


def _months(count: int, year: int | None, span: dict[str, int], *, first: bool) -> Point:
    """Return the first or last months of a year; six of them are a half."""
    if count == 6:
        return Point("half", 1 if first else 2, year, **span)
    if not 1 <= count <= 11:
        return Point("month", 0, year, **span)
    return Point("months", 1 if first else 13 - count, year, count, **span)


def _share_years(points: list[Point]) -> list[Point]:
    shared: list[Point] = []
    year: int | None = None
    for point in reversed(points):
        year = point.year or year
        shared.append(point.in_year(year) if year else point)
    shared.reverse()
    last: int | None = None
    for i, point in enumerate(shared):
        shared[i] = point.in_year(last) if last else point
        last = shared[i].year
    return [p for p in shared if not _only_dates_another(p, points)]


def _only_dates_another(point: Point, points: list[Point]) -> bool:
    """Tell whether a bare "năm 2026" right behind "Quý II, Quý IV" says only their year."""
    if point.unit != "year":
        return False
    before = [p for p in points if p.end <= point.start]
    return (
        bool(before)
        and before[-1].unit != "year"
        and before[-1].year is None
        and point.start - before[-1].end <= 3
    )
