"""Times named by custom: feasts of the moon's calendar, school years, the month of action.

`by_calendar` writes them as solar dates, so that the rest of the grammar need not know them. Vietnam's own lunar
calendar is used. The school year is September to May: the Ministry's frame differs by days from year to year, so
such a date always rests on a guess.
"""

import re
from dataclasses import dataclass
from datetime import date

from domain.date_words import scan
from domain.vietnamese import lunar

_FEASTS: tuple[tuple[str, tuple[int, int]], ...] = (
    (r"tết nguyên tiêu|rằm tháng giêng", (15, 1)),
    (r"tết nguyên đán|tết âm lịch|tết cổ truyền|mùng (?:1|một) tết", (1, 1)),
    (r"giỗ tổ(?: hùng vương)?", (10, 3)),
    (r"tết đoan ngọ", (5, 5)),
    (r"(?:lễ )?vu lan|rằm tháng (?:bảy|7)", (15, 7)),
    (r"(?:tết |rằm )?trung thu|rằm tháng (?:tám|8)", (15, 8)),
    (r"(?:ngày )?(?:ông công,? )?ông táo", (23, 12)),
)
_STEMS, _BRANCHES = (
    "giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý",
    "tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi",
)
_CYCLE = rf"(?:\s+(?:{_STEMS})\s+(?:{_BRANCHES}))?"
_YEAR = rf"{_CYCLE}(?:\s*,?\s*(?:năm\s*)?(?P<y>20\d\d))?"
_MOON_DATE = (
    r"(?:ngày\s*|mùng\s*)?(?P<d>\d{1,2}|rằm)\s*(?:/|-|tháng)\s*(?P<m>\d{1,2})\s*(?:/\s*(?P<y0>20\d\d)\s*)?"
    r"\(?(?:âm lịch|âl)\)?"
)
_NAMED_MONTH = r"(?:ngày\s*|mùng\s*)?(?P<d>\d{1,2}|rằm)\s*tháng\s*(?P<m>giêng|chạp)(?:\s*\(?âm lịch\)?)?"
_BEHIND_FEAST = r"(?:\s*\((?:ngày\s*)?\d{1,2}(?:/|\s*tháng\s*)\d{1,2}\s*(?:âm lịch|âl)\))?"
_PATTERNS: tuple[tuple[re.Pattern[str], tuple[int, int] | None], ...] = (
    *(
        (re.compile(rf"(?<!sau )(?<!hết )(?<!\w)(?:{words}){_BEHIND_FEAST}{_YEAR}"), day)
        for words, day in _FEASTS
    ),
    (re.compile(rf"(?<!sau ngày )(?<!sau )(?<!\w){_MOON_DATE}{_YEAR}"), None),
    (re.compile(rf"(?<!sau ngày )(?<!sau )(?<!\w){_NAMED_MONTH}{_YEAR}"), None),
    (re.compile(rf"(?:(?<=trước )|(?<=dịp ))tết(?!\s+(?:dương|tây|trồng)){_YEAR}"), (1, 1)),
)
# Two days of the moon's month, of which only the last says so: "từ mùng 6 đến rằm tháng Giêng".
_MOON_RANGE = re.compile(
    r"(?:ngày\s*|mùng\s*)?(?P<d>\d{1,2}|rằm)\s*(?P<to>-|–|đến(?:\s+hết)?)\s*(?:ngày\s*|mùng\s*)?(?P<e>\d{1,2}|rằm)\s*"
    r"(?:/|tháng)\s*(?P<m>giêng|chạp|\d{1,2}(?=[^;]{0,12}(?:âm lịch|âl)))"
)
_MOON_TAIL = re.compile(
    r"(?:\s*\(?(?:âm lịch|âl)\)?)?(?:\s*,?\s*(?:năm\s*)?(?P<y>20\d\d))?(?:\s*\(?(?:âm lịch"
    r"|âl)\)?)?"
)
_MONTHS = {"giêng": 1, "chạp": 12}
_ABOUT = re.compile(r"(?:dịp|trong|vào)\s+$")
_EACH_YEAR = re.compile(r"(?:hằng|hàng|mỗi) năm")

_SCHOOL = re.compile(
    r"(?P<part>đầu |cuối |kết thúc |hết |(?:trong )?(?:học kỳ|hk)\s?(?P<term>i{1,2}|[12])\s*,?\s*(?:của )?)?năm học"
    r"(?:\s*(?P<y>20\d\d)\s*[-–]\s*20\d\d)?(?: mới)?"
)
_TERM = re.compile(r"(?<!\w)(?:học kỳ|hk)\s?(?P<term>i{1,2}|[12])(?!\w)(?!\s*,?\s*(?:của )?năm học)")
_NEW_YEAR = re.compile(r"(?<!\w)(?:ngày )?tết (?:dương lịch|tây)(?:\s*,?\s*(?:năm\s*)?(?P<y>20\d\d))?")
_MONTH_OF_ACTION = re.compile(
    r"tháng (?:hành động|công nhân)(?! (?:tháng )?\d)[^;()\d]*(?:(?:năm\s*)(?P<y>20\d\d))?$"
)


_MAYBE = re.compile(
    r"tết|rằm|âm lịch|âl|chạp|giêng|giỗ tổ|trung thu|vu lan|ông táo|năm học|tháng (?:hành động|công nhân)"
    r"|(?:học kỳ|hk)\s?[i12]"
)


@dataclass(frozen=True, slots=True)
class Written:
    """The phrase with customary times as dates, and codes of what is doubtful in them."""

    text: str
    doubts: tuple[str, ...] = ()


def by_calendar(text: str, year: int | None, issued: date | None) -> Written:
    """Return the phrase (small letters) with feasts, school years and the month of action as solar dates.

    A time said without a year takes `year`, or the next one where that day lies before `issued`. Without any
    year the words stay as they are.
    """
    if not _MAYBE.search(text):
        return Written(text)
    doubts: list[str] = []
    if found := _MOON_RANGE.search(text):
        text = _moon_range(text, found, (year, issued), doubts)
    text = _new_year(text, year, doubts)
    text = _school_year(_TERM.sub(r"học kỳ \g<term> năm học", text), year, doubts)
    text = _month_of_action(text, year, doubts)
    for pattern, day in _PATTERNS:
        if found := pattern.search(text):
            text = _moon(text, found, day, (year, issued), doubts)
    return Written(text, tuple(doubts))


def _moon(
    text: str,
    found: re.Match[str],
    feast: tuple[int, int] | None,
    known: tuple[int | None, date | None],
    doubts: list[str],
) -> str:
    if _EACH_YEAR.search(text):
        doubts.append("deadline-vague")  # the solar day is another one each year
        return text[: found.start()] + text[found.end() :]
    got = found.groupdict()
    day, month = feast or _numbers(got["d"], got["m"])
    said = got.get("y") or got.get("y0")
    year, issued = (int(said), None) if said else known
    if year is None:
        doubts.append("deadline-year-missing")
        return text
    solar = _in_year(day, month, year)
    if solar and issued and solar < issued:
        doubts.append("deadline-year-assumed")
        solar = _in_year(day, month, year + 1)
    if solar is None:
        doubts.append("date-impossible")
        return text
    if feast and _ABOUT.search(text[: found.start()]):
        doubts.append("deadline-vague")
    return f"{text[: found.start()]}ngày {solar.day}/{solar.month}/{solar.year}{text[found.end() :]}"


def _moon_range(
    text: str, found: re.Match[str], known: tuple[int | None, date | None], doubts: list[str]
) -> str:
    """Write a stretch of one month of the moon's calendar as solar days; it always rests on the calendar's year."""
    behind = _MOON_TAIL.match(text, found.end())
    end = behind.end() if behind else found.end()
    year = int(behind["y"]) if behind and behind["y"] else known[0]
    days = [_in_year(*_numbers(found[key], found["m"]), year) for key in "de"] if year else []
    if not days or not days[0] or not days[1] or (known[1] and days[1] < known[1]):
        doubts.append("deadline-year-missing")
        return text[: found.start()] + text[end:]
    doubts.append("deadline-customary")
    first, last = (f"ngày {day.day}/{day.month}/{day.year}" for day in days if day)
    return f"{text[: found.start()]}{first} đến {last}{text[end:]}"


def _numbers(day: str, month: str) -> tuple[int, int]:
    return 15 if day == "rằm" else int(day), _MONTHS.get(month) or int(month)


def _in_year(day: int, month: int, year: int) -> date | None:
    """Return the lunar day that falls into a solar year; the moon's last months may fall into the next one."""
    days = (lunar.solar(lunar_year, month, day) for lunar_year in (year, year - 1))
    return next((found for found in days if found and found.year == year), None)


def _new_year(text: str, year: int | None, doubts: list[str]) -> str:
    """Write the first of January out; said without a year it is the one behind the plan's year, as a guess."""
    found = _NEW_YEAR.search(text)
    if found is None or (not found["y"] and year is None) or _EACH_YEAR.search(text):
        return text
    if not found["y"]:
        doubts.append("deadline-customary")
    said = int(found["y"]) if found["y"] else (year or 0) + 1
    return f"{text[: found.start()]}ngày 01/01/{said}{text[found.end() :]}"


def _school_year(text: str, year: int | None, doubts: list[str]) -> str:
    found = _SCHOOL.search(text)
    if not found or _EACH_YEAR.search(text) or any(p.unit == "day" for p in scan(text)):
        return text
    first = int(found["y"]) if found["y"] else year
    doubts.append("deadline-customary" if first else "deadline-year-missing")
    if first is None:
        return text
    part = (found["part"] or "").strip()
    if found["term"]:
        start, end = (f"9/{first}", "1") if found["term"] in {"i", "1"} else (f"1/{first + 1}", "5")
        when = f"tháng {start} đến tháng {end}/{first + 1}"
    elif part == "đầu" or (not part and not found["y"]):
        when = f"tháng 9/{first}"
    elif part:
        when = f"cuối tháng 5/{first + 1 if found['y'] else first}"
    else:
        when = f"từ tháng 9/{first} đến tháng 5/{first + 1}"
    return text[: found.start()] + when + text[found.end() :]


def _month_of_action(text: str, year: int | None, doubts: list[str]) -> str:
    """Read the month of action for safety at work, and workers' month: May since 2017 (Decision 87/QĐ-TTg)."""
    found = _MONTH_OF_ACTION.search(text)
    if not found or re.search(r"\d", text[: found.start()]):
        return text
    if _EACH_YEAR.search(text):
        when = "tháng 5 hằng năm"
    elif said := (int(found["y"]) if found["y"] else year):
        when = f"tháng 5/{said}"
    else:
        return text
    doubts.append("deadline-customary")
    return text[: found.start()] + when
