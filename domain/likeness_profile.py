"""What of a report is compared with others: when, where, who, and what its words name. Pure."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from domain.case_victims import INJURIES
from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.moment import ZONE
from domain.vietnamese.words import LONGEST, split

UNTOLD = timedelta(hours=72)
"""How long before its report an accident may have been, where nobody told when."""
READ = (
    "happened",
    "place",
    "people",
    "victims",
    "workplace",
    "names",
    "what",
    "opening",
    "tip",
    "remarks",
    *INJURIES,
)
"""The facts looked at here."""
_WORDS = ("what", "opening", "tip", "remarks", *INJURIES)
_PARTS = {
    "dawn": (0, 7), "morning": (5, 12), "noon": (10, 15), "afternoon": (12, 19), "evening": (17, 24),
    "night": (18, 30),
}  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED = frozenset(f"{_TONES}\u0302\u0306\u031b")
_EMPLOYER = re.compile(
    r"\b(?:o|tai|cua|ben) (?:(?:cho xay|cong ty|cty|cti|ct|nha may|xuong|xi nghiep|cong truong|cong trinh|mo|lo"
    r"|bai|hop tac xa|htx|co so|doanh nghiep|tap doan|kho|trang trai|du an) "
    r"(?:(?!(?:da|dang|xe cap|nho|thi|luc|(?<!co )khi|bi|va|nen|roi|hom|sang|chieu|toi) )[^\s,.;!?]+"
    r"(?: |(?=[,.;!?]|$))){1,7})"
)
_BETWEEN_NAMES = re.compile(r"[,;/]| và ")

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """When it may have happened: aware instants, both ends included; `told` is False where nobody said."""

    first: datetime
    last: datetime
    told: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """What of one report is compared; `unit` is the commune's number, `at` its position in degrees.

    `mechanisms`, `agents`, `parts` and `trades` are groups of likeness.toml; `content` are the words that say what
    happened.
    """

    kind: str
    span: Span
    unit: int | None = None
    at: tuple[float, float] | None = None
    workplace: frozenset[str] = frozenset()
    trades: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    births: tuple[int, ...] = ()
    total: int | None = None
    dead: int | None = None
    mechanisms: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    text: frozenset[str] = frozenset()
    content: frozenset[str] = frozenset()
    place: frozenset[str] = frozenset()


def span_of(happened: Mapping[str, Any] | None, known_at: datetime) -> Span:
    """Return when it may have happened, never after it was reported; without a word about it, some time before."""
    told = str((happened or {}).get("value") or "")
    if not told:
        return Span(known_at - UNTOLD, known_at, told=False)
    first, _, last = told.partition("/")
    if last in _PARTS:
        begins, ends = _PARTS[last]
        midnight = _midnight(first)
        begin, end = midnight + timedelta(hours=begins), midnight + timedelta(hours=ends)
    else:
        begin, end = _instants(first)[0], _instants(last or first)[1]
    return Span(begin, max(begin, min(end, known_at)))


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), ZONE)


def _instants(iso: str) -> tuple[datetime, datetime]:
    if "T" in iso:
        at = datetime.fromisoformat(iso)
        return at, at
    return _midnight(iso), _midnight(iso) + timedelta(days=1)


def profile_of(kind: str, known_at: datetime, unit: int | None, facts: Facts) -> Profile:
    """Return what of a report is compared; anything may be missing."""
    place, people = facts.get("place") or {}, facts.get("people") or {}
    lat, lon = place.get("lat"), place.get("lon")
    victims = [one for one in facts.get("victims") or () if isinstance(one, Mapping)]
    told = [str(part) for name in _WORDS for part in _each(facts.get(name))]
    told += [str(one["injury"]) for one in victims if one.get("injury")]
    lines = [_line(words) for words in told]
    stories = [_line(_without_employer(words)) for words in told]
    workplace = _line(str(facts.get("workplace") or ""))
    where = _line(_without(str(place.get("words") or ""), str(place.get("name") or "")))
    return Profile(
        kind=kind,
        span=span_of(facts.get("happened"), known_at),
        unit=place.get("unit") or unit,
        at=None if lat is None or lon is None else (float(lat), float(lon)),
        workplace=_name_in(workplace),
        trades=_groups("trades", [workplace]),
        names=_names(facts.get("names"), victims),
        births=tuple(one["birth_year"] for one in victims if isinstance(one.get("birth_year"), int)),
        total=people.get("total"),
        dead=people.get("dead"),
        mechanisms=_groups("mechanisms", lines),
        agents=_groups("agents", lines),
        parts=_groups("parts", lines),
        text=frozenset(token for line in (*lines, where) for token in _tokens(line.words)),
        content=frozenset(token for line in stories for token in _content(line)),
        place=_name_in(where, "commune"),
    )


def _without_employer(words: str) -> str:
    """Return a story without the employer or site it names ("ở xưởng gỗ Hoàng Long"): that tells where, not what."""
    story = nfc(words)[:LONGEST]
    plain = fold(story)
    if len(plain) != len(story):
        return words
    for found in reversed(tuple(_EMPLOYER.finditer(plain))):
        story = f"{story[: found.start()]} {story[found.end() :]}"
    return story


def _each(value: Any) -> Iterable[Any]:
    if value is None or isinstance(value, str):
        return (value,) if value else ()
    return value if isinstance(value, Sequence) else ()


def _tokens(line: str) -> list[str]:
    return [bare for word in line.split() if (bare := _bare(word))]


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    """Return one word of a line without accents, nothing for a mark."""
    return "".join(_TOKEN.findall(fold(word)))


def _content(line: "_Line") -> list[str]:
    """Return the words that say what happened, without those any report has."""
    return _tokens(line.without("story"))


def _name_in(line: "_Line", *more: str) -> frozenset[str]:
    """Return the words of a name that may tell it from another; those of a trade only where there are no others."""
    for group in ("workplace", *more):
        line = _Line(line.without(group), line.accented)
    own = _pattern("trades", line.accented).sub(" ", line.words)
    return frozenset(_tokens(own)) or frozenset(_tokens(line.words))


def _without(words: str, name: str) -> str:
    """Return a place's words without the commune's name, which is compared by itself."""
    plain = fold(name)
    return fold(words).replace(plain, " ") if plain and plain in fold(words) else words


def _names(told: Any, victims: Sequence[Facts]) -> frozenset[str]:
    names = [*_each(told), *(one["name"] for one in victims if one.get("name"))]
    parts = (fold(part) for name in names for part in _BETWEEN_NAMES.split(str(name)))
    return frozenset(part for part in parts if part)


# The words of the tables


@dataclass(frozen=True, slots=True)
class _Line:
    """Words between single spaces; with accents wherever the tone mark was put, or without any."""

    words: str
    accented: bool

    def without(self, group: str) -> str:
        """Return the words without the general ones of a group."""
        return _pattern("generic", self.accented, group).sub(" ", self.words)


def _line(text: str) -> _Line:
    """Return a telling as it is compared: one typed with accents means them, one without may mean any."""
    accented = any(char in _TONED for char in unicodedata.normalize("NFD", text[:LONGEST]))
    return _Line(_keys(text[:LONGEST]) if accented else fold(split(text).line).join("  "), accented)


def _keys(text: str) -> str:
    return f" {' '.join(map(_key, _WORD.findall(nfc(text).lower())))} "


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    """Return a word with its tone mark last: "hoà" and "hòa" are one."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(char for char in apart if char in _TONES)
    return unicodedata.normalize("NFC", "".join(char for char in apart if char not in _TONES)) + tones


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("domain").joinpath("likeness.toml").read_text("utf-8"))


@cache
def _groups_of(kind: str, accented: bool) -> Mapping[str, tuple[str, ...]]:
    """Return each phrase of a table as tellings have it and its groups."""
    found: dict[str, tuple[str, ...]] = {}
    for group, phrases in _table()[kind].items():
        for line in (_keys(phrase).strip() if accented else fold(phrase) for phrase in phrases):
            found[line] = tuple(dict.fromkeys((*found.get(line, ()), group)))
    return found


@cache
def _pattern(kind: str, accented: bool, group: str | None = None) -> re.Pattern[str]:
    known = (
        phrase for phrase, groups in _groups_of(kind, accented).items() if group is None or group in groups
    )
    ways = "|".join(re.escape(phrase) for phrase in sorted(known, key=len, reverse=True))
    return re.compile(rf"(?<= )(?:{ways})(?= )")


def _groups(kind: str, lines: Sequence[_Line]) -> frozenset[str]:
    """Return the groups of a table that lines name."""
    hits = (
        _groups_of(kind, line.accented)[hit]
        for line in lines
        for hit in _pattern(kind, line.accented).findall(line.words)
    )
    return frozenset(group for some in hits for group in some)
