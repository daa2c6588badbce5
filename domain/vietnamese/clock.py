"""Times of day in a canonical line (see timewords): hours and minutes, parts of the day, hours within a part."""

import re
from typing import NamedTuple

_MINUTE_END = r"(?= )(?! (?:/|:|h|ngay|tieng|tuan|hom|nam))"
_CLOCK = re.compile(
    rf"(?<![/:] )(?<= )(?P<h>\d{{1,2}}) (?:"
    rf"h(?: (?:(?P<m>\d{{1,2}}){_MINUTE_END}(?: p)?)?)?"
    r"|: (?P<m2>\d{2})(?: : \d{2})?(?: h)?"
    r"|(?=ruoi (?!tieng|ngay|thang))"
    r"|(?=kem \d)"
    r"|(?=am |pm )"
    r"|(?=(?:h )?(?:rang sang|sang|trua|chieu|toi|dem|khuya) )"
    r")(?P<half> ?ruoi)?(?: ?kem (?P<less>\d{1,2})(?: p)?)?(?: ?(?P<ap>am|pm)(?! lich))?(?:(?<= )|(?= |$))"
)
_NOT_CLOCK = re.compile(r"(?:/|ngay|thu|thang|mung|nam|quy|hom|tuan|-|thang|ram) $")
_LESS_FIRST = re.compile(r" kem (\d{1,2})(?: p)? (?:thi |la |den |day )?(\d{1,2}) h ")

_PARTS: tuple[tuple[str, str], ...] = (
    (
        "dawn",
        "rang sang|to mo sang|mo sang|mo dat|hung dong|hung sang|ga gay|tang tang sang|bung sang|tinh mo",
    ),
    ("evening", "chieu toi|chap toi|cham vang|chang vang|nhap nhoang|dau gio toi|toi"),
    ("night", "nuaa dem|nua dem|giua dem|dem khuya|dem hom|khuya|dem"),
    ("noon", "giua trua|trua|chinh ngo"),
    ("afternoon", "dau gio chieu|cuoi gio chieu|xe chieu|xe trua|xe|chieu"),
    ("morning", "dau gio sang|cuoi gio sang|sang som|som sang|som mai|hoi mai|sang|som"),
)
_PART = re.compile(" (?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PARTS) + ")(?= )")
STARTS = {"dawn": 0, "morning": 5, "noon": 10, "afternoon": 12, "evening": 17, "night": 20}


class Clock(NamedTuple):
    """A time as said. `exact`: written for the 24-hour day (14h, 0h, 08:00), so it has one reading."""

    hour: int
    minute: int
    exact: bool


class ClockReading(NamedTuple):
    """What a line says about the time of day, and the line without it."""

    clocks: tuple[Clock, ...]
    parts: tuple[str, ...]
    invalid: bool
    rest: str


def read_clock(line: str) -> ClockReading:
    """Read the clock times and the parts of the day in `line`."""
    clocks: list[Clock] = []
    parts: list[str] = []
    invalid = False
    line = _LESS_FIRST.sub(r" \2 h kem \1 p ", line)
    kept: list[str] = []
    at = 0
    for found in _CLOCK.finditer(line):
        if _NOT_CLOCK.search(line[max(found.start() - 8, 0) : found.start()]) and not found["m2"]:
            bare = f" {found['h']} h" not in line[found.start() - 1 :]
            if bare or line[: found.start()].endswith("/ "):
                continue
        kept.append(line[at : found.start()])
        at = found.end()
        clock = _time(found)
        if clock is None:
            invalid = True
        else:
            clocks.append(clock)
            if found["ap"]:
                parts.append("morning" if found["ap"] == "am" else "pm")
    rest = "".join(kept) + line[at:]
    parts.extend(found.lastgroup or "" for found in _PART.finditer(rest))
    rest = _PART.sub(" ", rest)
    return ClockReading(tuple(clocks), tuple(dict.fromkeys(parts)), invalid, rest)


def _time(found: re.Match[str]) -> Clock | None:
    hour, minute = int(found["h"]), int(found["m"] or found["m2"] or 0)
    if found["half"]:
        minute = 30
    exact = hour >= 13 or hour == 0 or (len(found["h"]) == 2 and hour < 10)
    less = int(found["less"] or 0)
    if hour > 24 or minute > 59 or less > 59 or (hour == 24 and minute):
        return None
    if less:
        total = hour * 60 + minute - less
        hour, minute = divmod(total % 1440, 60)
        if not exact and hour == 0:
            hour, exact = 12, False  # "1h kém 15" is said of 12:45 at noon or at night
    return Clock(hour, minute, exact)


def hours_in(part: str, hour: int) -> tuple[tuple[int, int], ...]:
    """Return the (days later, hour) readings of `hour` within a part of the day; none where it cannot be.

    12 at night belongs to the next day; 1 to 5 at night has two readings, before and after the day named.
    """
    half = hour % 12 + 12
    match part:
        case "pm":
            fits, value = hour <= 23, half if hour < 13 else hour
        case "dawn":
            fits, value = hour <= 6 or hour == 12, hour % 12
        case "morning":
            fits, value = hour <= 11, hour
        case "noon":
            fits, value = hour in {10, 11, 12, 13, 14, 1, 2}, hour if hour >= 10 else half
        case "afternoon":
            fits, value = 1 <= hour <= 7 or 12 <= hour <= 19, half if hour < 12 else hour
        case "evening" | "night" if hour in {0, 12, 24}:
            return ((1, 0),)
        case "night" if 1 <= hour <= 5:
            return ((0, hour), (1, hour))
        case "evening" | "night":
            fits, value = 5 <= hour <= 11 or 17 <= hour <= 23, half if hour < 12 else hour
        case _:
            fits, value = False, 0
    return ((0, value),) if fits else ()
