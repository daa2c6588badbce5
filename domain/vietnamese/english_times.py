"""English words of time, alone or among Vietnamese ones, put into the reader's own spelling."""

import re

_DAYS = {"monday": "2", "tuesday": "3", "wednesday": "4", "thursday": "5", "friday": "6", "saturday": "7"}
_DAY = "|".join((*_DAYS, "sunday"))
_PARTS = {"morning": "sang", "noon": "trua", "afternoon": "chieu", "evening": "toi", "night": "dem"}
_PART = "|".join(_PARTS)
_UNITS = {"hour": "tieng", "minute": "p", "min": "p", "day": "ngay", "week": "tuan", "month": "thang"}
_CUE = re.compile(rf"(?<= )(?:ago|last|yesterday|today|tomorrow|this|next|now|am|pm|on|{_DAY}|{_PART})(?= )")


def _weekday(name: str) -> str:
    return "chu nhat" if name == "sunday" else f"thu {_DAYS[name]}"


_RULES = (
    (
        re.compile(rf"(?<= )(\d+|an?|one|two|three) ({'|'.join(_UNITS)})s? ago(?= )"),
        lambda m: (
            f"{ {'a': '1', 'an': '1', 'one': '1', 'two': '2', 'three': '3'}.get(m[1], m[1]) } {_UNITS[m[2]]} truoc"
        ),
    ),
    (re.compile(r"(?<= )last week(?= )"), lambda _: "tuan truoc"),
    (re.compile(r"(?<= )last month(?= )"), lambda _: "thang truoc"),
    (re.compile(r"(?<= )next (?:week|month)(?= )"), lambda _: "tuan sau"),
    (re.compile(r"(?<= )last night(?= )"), lambda _: "dem qua"),
    (re.compile(rf"(?<= )last ({_DAY})(?= )"), lambda m: f"{_weekday(m[1])} tuan truoc"),
    (re.compile(rf"(?<= )(?:on )?({_DAY})(?= )"), lambda m: _weekday(m[1])),
    (re.compile(rf"(?<= )this ({_PART})(?= )"), lambda m: f"{_PARTS[m[1]]} nay"),
    (re.compile(rf"(?<= )(?:yesterday|hom qua) ({_PART})(?= )"), lambda m: f"{_PARTS[m[1]]} qua"),
    (re.compile(rf"(?<= )(?:tomorrow|mai) ({_PART})(?= )"), lambda m: f"{_PARTS[m[1]]} mai"),
    (re.compile(r"(?<= )(?:just now|right now)(?= )"), lambda _: "vua xong"),
    (
        re.compile(r"(?<= )(\d{1,2}(?: : \d\d)?)(?: h)? am(?= )(?! lich)(?: sang(?= ))?"),
        lambda m: f"{m[1]}{_h(m[1])} sang",
    ),
    (
        re.compile(r"(?<= )(\d{1,2}(?: : \d\d)?)(?: h)? pm(?= )(?: (?:chieu|toi)(?= ))?"),
        lambda m: f"{m[1]}{_h(m[1])} {'toi' if 6 <= int(m[1].split()[0]) < 12 else 'chieu'}",
    ),
)


def _h(clock: str) -> str:
    return "" if ":" in clock else " h"


def translated(line: str) -> str:
    """Return a line of folded words with its English times in Vietnamese; unchanged where there is none."""
    if not _CUE.search(line):
        return line
    for pattern, by in _RULES:
        line = pattern.sub(by, line)
    return line
