"""Compares what was read from a plan with what a careful clerk reads in it (tests/documents/corpus/README.md).

Rows are paired by their words and their lines; each pair is judged field by field. Spelling that carries no
meaning (case, dashes, the place of a tone mark, "HĐND" for "Hội đồng nhân dân") is folded away on both sides.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

Row = dict[str, Any]

FIELDS = ("kind", "lead_units", "coordinating_units", "deadline", "product", "by_mandate")
LIKE_ENOUGH = 85
BESIDE_EACH_OTHER = 60
WRITTEN_OUT = {
    "hđnd": "hội đồng nhân dân",
    "ubnd": "ủy ban nhân dân",
    "mttq": "mặt trận tổ quốc",
    "&": " và ",
}
TONES = {"oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe"} | {
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
CALENDAR = {"quarterly": (3, 6, 9, 12), "semiannual": (6, 12)}


@dataclass(frozen=True)
class Judged:
    """One golden row with the row read for it; `wrong` names the fields that differ."""

    golden: Row
    read: Row
    wrong: tuple[str, ...]
    lines_covered: bool

    @property
    def asks(self) -> bool:
        return bool(self.read["needs_review"])

    @property
    def right(self) -> bool:
        return not self.wrong

    @property
    def silently_wrong(self) -> bool:
        return bool(self.wrong) and not self.asks

    @property
    def asks_for_nothing(self) -> bool:
        return self.right and self.asks and not self.golden.get("doubtful")


@dataclass(frozen=True)
class Comparison:
    """All of one document; `invented` are rows read that stand in no golden row."""

    judged: tuple[Judged, ...]
    missing: tuple[Row, ...]
    invented: tuple[Row, ...]


def fold(text: str, *, accents: bool = True) -> str:
    """Return the words alone: lower case, one space, no punctuation; without accents where they were lost."""
    text = unicodedata.normalize("NFC", text).casefold()
    for short, full in (WRITTEN_OUT | TONES).items():
        text = text.replace(short, full)
    if not accents:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
        text = text.replace("đ", "d")
    return " ".join(re.sub(r"[^\w%]+", " ", text).split())


def compare(golden: Row, read: Row) -> Comparison:
    """Pair the rows of both and judge each pair."""
    accents = not golden.get("accents_lost", False)
    owed, found = list(golden["tasks"]), list(read["tasks"])
    pairs = pair(owed, found, accents=accents)
    judged = tuple(judge(owed[g], found[r], accents=accents) for g, r in sorted(pairs))
    taken_golden, taken_read = {g for g, _ in pairs}, {r for _, r in pairs}
    missing = tuple(
        row for i, row in enumerate(owed) if i not in taken_golden and not row.get("optional", False)
    )
    invented = tuple(row for i, row in enumerate(found) if i not in taken_read)
    return Comparison(judged, missing, invented)


def pair(owed: list[Row], found: list[Row], *, accents: bool) -> list[tuple[int, int]]:
    """Return indexes of rows that stand for the same task, the likeliest first taken, each row once."""
    wanted = [fold(row["text"], accents=accents) for row in owed]
    texts = [fold(row["text"], accents=accents) for row in found]
    scored = []
    for g, golden in enumerate(owed):
        for r, read in enumerate(found):
            score = likeness(golden, read, wanted[g], texts[r])
            if score:
                scored.append((score, -abs(g - r), g, r))
    pairs: list[tuple[int, int]] = []
    taken_golden: set[int] = set()
    taken_read: set[int] = set()
    for _, _, g, r in sorted(scored, reverse=True):
        if g not in taken_golden and r not in taken_read:
            pairs.append((g, r))
            taken_golden.add(g)
            taken_read.add(r)
    return pairs


def likeness(golden: Row, read: Row, wanted: str, text: str) -> float:
    """0 where the two cannot be the same task, else the larger the likelier."""
    start = text.find(wanted)
    lines, read_lines = golden["source"]["lines"], read["source"]["lines"]
    shared = len(set(lines) & set(read_lines)) if lines else 0
    if start < 0 and (not text or (lines and not shared)):
        return 0
    alike = 100.0 if start >= 0 else fuzz.partial_ratio(wanted, text[: 2 * len(wanted)])
    if alike < (BESIDE_EACH_OTHER if shared else LIKE_ENOUGH):
        return 0
    together = shared / len({*lines, *read_lines}) if lines else 1
    # The nearer the golden words stand to the beginning, the surer: a row that only ends with them is another's.
    far = min(start, 200) / 20 if start > 0 else 0
    kind = 5 if golden["kind"] == read["kind"] else 0
    return max(alike + 20 * together - far + kind - (30 if golden.get("optional") else 0), 1)


def judge(golden: Row, read: Row, *, accents: bool) -> Judged:
    wrong = []
    for name in FIELDS:
        answers = [golden[name], *golden.get("accept", {}).get(name, ())]
        doubted = name in golden.get("doubtful", ()) and read["needs_review"]
        if not doubted and not any(same(name, answer, read[name], accents=accents) for answer in answers):
            wrong.append(name)
    wanted, text = fold(golden["text"], accents=accents), fold(read["text"], accents=accents)
    if wanted not in text and "text" not in golden.get("doubtful", ()):
        wrong.append("text")
    lines = set(golden["source"]["lines"])
    if lines and not lines & set(read["source"]["lines"]):
        wrong.append("source")
    if any(other["name"] in read["lead_units"] for other in golden.get("other_units", ())):
        wrong.append("other_units")
    return Judged(golden, read, tuple(wrong), lines <= set(read["source"]["lines"]))


def same(name: str, golden: Any, read: Any, *, accents: bool = True) -> bool:
    """Whether two answers to one field say the same."""
    if name in {"lead_units", "coordinating_units"}:
        return sorted(unit(u, accents=accents) for u in golden) == sorted(
            unit(u, accents=accents) for u in read
        )
    if name == "deadline":
        return same_deadline(golden, read, accents=accents)
    if name == "product":
        return same_words(golden, read, accents=accents)
    return bool(golden == read)


def unit(name: str, *, accents: bool = True) -> str:
    """A unit's name without what does not tell it from another: the plural's "các", "có" before "liên quan"."""
    words = re.sub(r"\bcó (?=liên quan)", "", fold(name))
    words = re.sub(r"^(các|những|toàn thể) ", "", words)
    return fold(words, accents=accents)


def same_words(golden: str | None, read: str | None, *, accents: bool) -> bool:
    if golden is None or read is None:
        return golden == read
    return fuzz.ratio(fold(golden, accents=accents), fold(read, accents=accents)) >= LIKE_ENOUGH


def same_deadline(golden: Row, read: Row, *, accents: bool = True) -> bool:
    """Compare as sets of plain facts, so that "twice a year on these days" equals the two days each year."""
    wanted, found = facts(golden), facts(read)
    events, read_events = events_of(golden), events_of(read)
    if wanted != found or len(events) != len(read_events):
        return False
    return all(
        any(offset == o and alike_events(event, e, accents=accents) for o, e in read_events)
        for offset, event in events
    )


def alike_events(golden: str, read: str, *, accents: bool) -> bool:
    """The event's own words, whichever small words around them were kept."""
    return fuzz.partial_ratio(fold(golden, accents=accents), fold(read, accents=accents)) >= BESIDE_EACH_OTHER


def each(deadline: Row) -> list[Row]:
    return [deadline, *deadline.get("also", ())]


def events_of(deadline: Row) -> list[tuple[tuple[Any, ...], str]]:
    found = []
    for one in each(deadline):
        if one["kind"] == "relative":
            offset = one.get("offset") or {}
            found.append(((offset.get("value"), offset.get("unit")), one.get("event") or ""))
    return found


def facts(deadline: Row) -> set[tuple[Any, ...]]:
    """What the deadline states, apart from events, in the plainest terms."""
    found: set[tuple[Any, ...]] = set()
    for one in each(deadline):
        if one["kind"] == "recurring":
            found |= recurring_facts(one["recurrence"])
        elif one["kind"] == "continuous":
            found.add(("continuous", (one.get("recurrence") or {}).get("freq")))
        elif one["kind"] in {"one_off", "period"}:
            start = one.get("start") if one.get("start") != one.get("date") else None
            found.add((one["kind"], one.get("date"), one.get("op"), start, one.get("end")))
        elif one["kind"] == "none":
            found.add(("none",))
    return found


def recurring_facts(repeat: Row) -> set[tuple[Any, ...]]:
    days = list(repeat.get("dates") or ())
    op, day, month = repeat.get("op") or "by", repeat.get("day"), repeat.get("month_of_period")
    if not days and day and month and repeat["freq"] in CALENDAR:
        span = CALENDAR[repeat["freq"]]
        days = [f"--{last - span[0] + month:02d}-{day:02d}" for last in span]
    if days:
        return {("on", on, op) for on in days}
    window = tuple(repeat["window"]) if repeat.get("window") else None
    every = (repeat["freq"], repeat.get("interval") or 1, repeat.get("weekday"))
    return {("every", *every, op, day, month, window)}
