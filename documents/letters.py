"""Official letters ("công văn"): a subject line instead of a title, and addressees before the body."""

import re

from documents.markers import read_marker
from domain.unit_names import squeeze

_SUBJECT = re.compile(r"(?:V/v|Về việc|Vv)\s*:?\s+(?=\S)|V/v\s*:?\s*", re.IGNORECASE)
_TO = re.compile(r"kính gửi\s*:?\s*", re.IGNORECASE)
_PLACE = re.compile(r"[^,]{2,40},\s*ngày\b", re.IGNORECASE)
_WITHIN = 60


def find_letter(lines: list[str], until: int) -> int | None:
    """Return the index of the line with the subject or the addressees of a letter; None where it is none."""
    found = [i for i, line in enumerate(lines[: min(until, _WITHIN)]) if _TO.match(squeeze(line))]
    if not found:
        return None
    subject = [i for i, line in enumerate(lines[: found[0]]) if _SUBJECT.match(squeeze(line))]
    return subject[0] if subject else found[0]


def letter_title(lines: list[str], at: int) -> str:
    """Return what the letter is about, from its line "V/v …"; empty where it has none."""
    first = squeeze(lines[at])
    if not _SUBJECT.match(first):
        return ""
    parts = [_SUBJECT.sub("", first, count=1)]
    for line in lines[at + 1 : at + 5]:
        text = squeeze(line)
        if not text or _TO.match(text) or _PLACE.match(text) or text.isupper():
            break
        parts.append(text)
    return " ".join(parts)


def letter_body(lines: list[str], at: int) -> int:
    """Return the index of the first line behind the addressees."""
    to = next(i for i in range(at, len(lines)) if _TO.match(squeeze(lines[i])))
    listed = not _TO.sub("", squeeze(lines[to]), count=1)
    i = to + 1
    while i < len(lines):
        text = squeeze(lines[i])
        style, _, _ = read_marker(text)
        if text and not style.startswith("bullet") and not (listed and text.endswith((";", ","))):
            return i
        listed = listed and (not text or text.endswith((";", ",")) or style.startswith("bullet"))
        i += 1
    return i
