"""Places of a document as people cite them: "điểm b khoản 2 Mục III" is III.2.b."""

import re
from dataclasses import dataclass

_RANKS = {
    "phần": 0, "chương": 0, "mục": 1, "khoản": 2, "điểm": 3, "tiết": 4, "nhiệm vụ": 4, "gạch đầu dòng": 5,
}  # fmt: skip
_LABEL = r"(?:[IVXLC]{1,6}|\d{1,3}(?:\.\d{1,3})*|[a-zđ]{1,2}|[A-ZĐ])(?![\w])"
_DOTTED = r"(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})(?:\.(?:\d{1,3}|[a-zđ]{1,2}|[ivx]{1,5}))+(?![\w])"
_TOKEN = re.compile(
    r"(?:các\s+)?(?P<rank>[Pp]hần|[Cc]hương|[Mm]ục|[Kk]hoản|[Đđ]iểm|[Tt]iết|[Nn]hiệm vụ|[Gg]ạch đầu dòng)"
    rf"(?:\s+số|\s+thứ(?:\s+tự)?)?\s+(?P<labels>(?:{_DOTTED}|{_LABEL})"
    rf"(?:(?:\s*,\s*|\s+và\s+)(?!(?:[Pp]hần|[Mm]ục|[Kk]hoản|[Đđ]iểm|[Tt]iết)\b)(?:{_DOTTED}|{_LABEL}))*)"
    rf"|(?P<bare>(?<!\w){_DOTTED})"
)
_LABELS = re.compile(rf"{_DOTTED}|{_LABEL}")
_NTH = {"nhất": "i", "một": "i", "hai": "ii", "ba": "iii", "tư": "iv", "bốn": "iv", "năm": "v", "sáu": "vi"}
_BULLET = re.compile(rf"(?:[Gg]ạch đầu dòng|[Ýý])\s+thứ\s+(?P<nth>{'|'.join(_NTH)})(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """Places in the order they are cited, and where the citation ends in the text (0 where there is none)."""

    places: tuple[str, ...]
    end: int


def cited_places(text: str, context: str = "") -> Cited:
    """Return the places a phrase cites; what one leaves out it has from the next one, the last from `context`."""
    steps = sorted([*_steps(text), *_bullets(text)], key=lambda step: step[0])
    groups: list[dict[int, list[str]]] = []
    lowest = -1
    for _, _, rank, labels in steps:
        if not groups or rank >= lowest:
            groups.append({})
        groups[-1].setdefault(rank, labels)
        lowest = rank
    return Cited(tuple(_places(groups, context)), max((end for _, end, *_ in steps), default=0))


def _steps(text: str) -> list[tuple[int, int, int, list[str]]]:
    found = []
    for match in _TOKEN.finditer(text):
        labels = _LABELS.findall(match["labels"] or match["bare"])
        rank = _RANKS[match["rank"].lower()] if match["rank"] else 1
        found.append((match.start(), match.end(), rank, labels))
    return found


def _bullets(text: str) -> list[tuple[int, int, int, list[str]]]:
    return [(m.start(), m.end(), 5, [_NTH[m["nth"].lower()]]) for m in _BULLET.finditer(text)]


def _places(groups: list[dict[int, list[str]]], context: str) -> list[str]:
    """Join each group from its highest step to its lowest; several labels of the lowest step are several places."""
    found: list[str] = []
    above: dict[int, list[str]] = {}
    outer = context
    for group in reversed(groups):
        lowest = max(group)
        steps = {**{rank: labels for rank, labels in above.items() if rank < min(group)}, **group}
        higher = ".".join(steps[rank][0] for rank in sorted(steps) if rank < lowest)
        start = "" if steps.keys() & {0, 1} else outer
        found = [".".join(filter(None, (start, higher, label))) for label in group[lowest]] + found
        above = steps
    return found
