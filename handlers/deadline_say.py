"""A deadline said in words a clerk would use, with the last safe day where the named day is excluded."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from messages.envelope import Text

_DAY = timedelta(days=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ROMAN = ("I", "II", "III", "IV")


def deadline_text(deadline: Mapping[str, Any]) -> Text:
    """Return the words of a deadline given as the JSON of domain.plan_json; `also` follows with "hoặc"."""
    said = _one(deadline)
    for other in deadline.get("also", ()):
        said = Text("deadline-or", {"one": said, "other": _one(other)})
    return said


def _one(deadline: Mapping[str, Any]) -> Text:
    match deadline["kind"]:
        case "one_off":
            return _one_off(deadline)
        case "period":
            return _period(deadline.get("start"), deadline.get("end"))
        case "recurring":
            return _recurring(deadline["recurrence"])
        case "continuous":
            return _continuous(deadline)
        case "relative":
            return _relative(deadline)
        case _:
            return Text("deadline-none")


def _one_off(deadline: Mapping[str, Any]) -> Text:
    day = _date(deadline["date"])
    start = _date(deadline["start"]) if deadline.get("start") else None
    if start is not None:
        return _window(start, day)
    if deadline.get("op") == "before":
        return Text("deadline-before", {"day": _full(day), "safe": _full(day - _DAY)})
    return Text("deadline-by", {"day": _full(day)})


def _window(start: date, end: date) -> Text:
    """Return "trong tháng 8/2024", a quarter, a half, a year, or the two days."""
    whole = start.day == 1 and (end + _DAY).day == 1
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    year = str(end.year)
    if whole and months == 1:
        return Text("deadline-in-month", {"month": str(end.month), "year": year})
    if whole and months == 3 and start.month % 3 == 1:
        return Text("deadline-in-quarter", {"quarter": _ROMAN[start.month // 3], "year": year})
    if whole and months == 6 and start.month in {1, 7}:
        return Text(f"deadline-in-half-{1 if start.month == 1 else 2}", {"year": year})
    if whole and months == 12 and start.month == 1:
        return Text("deadline-in-year", {"year": year})
    return Text("deadline-from-to", {"start": _full(start), "end": _full(end)})


def _period(start: str | None, end: str | None) -> Text:
    if start is None:
        return Text("deadline-by", {"day": _full(_date(end))}) if end else Text("deadline-none")
    begin = _date(start)
    if end is None:
        return Text("deadline-from", {"start": _full(begin)})
    last = _date(end)
    if (begin.month, begin.day, last.month, last.day) == (1, 1, 12, 31) and begin.year != last.year:
        return Text("deadline-years", {"first": str(begin.year), "last": str(last.year)})
    return _window(begin, last)


def _continuous(deadline: Mapping[str, Any]) -> Text:
    rule = deadline.get("recurrence")
    if rule:
        return Text("deadline-continuous-each", {"each": _each(rule)})
    if deadline.get("start"):
        return Text("deadline-continuous-in", {"when": _period(deadline["start"], deadline.get("end"))})
    return Text("deadline-continuous")


def _recurring(rule: Mapping[str, Any]) -> Text:
    each = _each(rule)
    before = rule.get("op") == "before"
    if rule.get("window"):
        start, end = (_month_day(text) for text in rule["window"])
        return Text("deadline-each-window", {"each": each, "start": start, "end": end})
    if rule.get("dates"):
        days = _listed([_month_day(text) for text in rule["dates"]])
        if before:
            safe = _listed([_day_before(text) for text in rule["dates"]])
            return Text("deadline-each-before", {"each": each, "day": days, "safe": safe})
        return Text("deadline-each-by", {"each": each, "day": days})
    if rule.get("weekday"):
        return Text(
            "deadline-each-weekday", {"each": each, "day": Text(f"weekday-{_WEEKDAYS[rule['weekday'] - 1]}")}
        )
    if rule.get("day"):
        return _day_of_period(rule, each, before=before)
    return Text("deadline-each", {"each": each})


def _day_of_period(rule: Mapping[str, Any], each: Text, *, before: bool) -> Text:
    number, month = int(rule["day"]), rule.get("month_of_period")
    last = {"quarterly": 3, "semiannual": 6, "yearly": 12}.get(rule["freq"])
    if last is None:
        where = Text("deadline-month-same")
    elif month is None or month == last:
        where = Text("deadline-month-last")
    else:
        where = Text("deadline-month-nth", {"n": str(month)})
    params: dict[str, Any] = {"each": each, "day": str(number), "where": where}
    if not before or number == 1:
        return Text("deadline-each-day-before" if before else "deadline-each-day", params)
    return Text("deadline-each-day-safe", {**params, "safe": str(number - 1)})


def _each(rule: Mapping[str, Any]) -> Text:
    interval = rule.get("interval") or 1
    if interval > 1:
        return Text(f"deadline-every-{rule['freq']}", {"n": str(interval)})
    return Text(f"deadline-every-one-{rule['freq']}")


def _relative(deadline: Mapping[str, Any]) -> Text:
    event, offset = deadline.get("event") or "", deadline.get("offset")
    if not event:
        return Text("deadline-none")
    if offset is None:
        return Text("deadline-when", {"event": event})
    if offset["unit"] == "immediately":
        return Text("deadline-at-once", {"event": event})
    count = abs(int(offset["value"]))
    long = Text(f"deadline-unit-{offset['unit']}", {"n": str(count)})
    key = "deadline-ahead" if int(offset["value"]) < 0 else "deadline-within"
    return Text(key, {"long": long, "event": event})


def _listed(items: list[str]) -> Text | str:
    said: Text | str = items[0]
    for item in items[1:]:
        said = Text("deadline-and", {"one": said, "other": item})
    return said


def _month_day(text: str) -> str:
    month, day = text.removeprefix("--").split("-")
    return f"{day}/{month}"


def _day_before(text: str) -> str:
    """Return the day before a month-day; before 1 March it is 28 February, which is safe in every year."""
    month, day = (int(part) for part in text.removeprefix("--").split("-"))
    found = date(2025, month, min(day, 28) if month == 2 else day) - _DAY
    return f"{found.day:02d}/{found.month:02d}"


def _date(text: str) -> date:
    return date.fromisoformat(text)


def _full(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}"
