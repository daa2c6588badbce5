"""Words that stand for what was said above: "nt", "như trên", "như mục 1", ditto marks."""

import re

_DITTO = re.compile(
    r"[-\s(]*(?:nt|n\.t|như (?:trên|mục trên|nhiệm vụ trên|dòng trên)|//|[\"“”″〃]|'')[-\s.)]*", re.IGNORECASE
)
_AS_ITEM = re.compile(
    r"[-\s(]*như (?:mục|nhiệm vụ|ý|điểm|khoản|số)\s+(?P<name>[\dIVX]{1,3}|[a-zđ])[-\s.)]*", re.IGNORECASE
)


def is_ditto(text: str) -> bool:
    """Tell whether a value repeats the one just above it."""
    return bool(text) and bool(_DITTO.fullmatch(text))


def same_as(text: str) -> str | None:
    """Return the number or letter of the item a value points to ("như mục 2"), if it does."""
    found = _AS_ITEM.fullmatch(text)
    return found["name"] if found else None
