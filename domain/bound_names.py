"""Names bound into one word each, letter for letter, so that nothing inside them is taken for a verb or a joint.

A document that names "Điểm trường Bàu Sen" alone on a line shows where that name ends; bound, it is read as one
wherever it stands. Binding keeps the length of a text, so that places in it stay true.
"""

import re
from collections.abc import Collection

from domain.word_trie import alternation

# Letters without case that no Vietnamese text holds stand for what may part a name.
_BOND, _COMMA, _DASH = "\ua78f", "\ua7f7", "\ua7fb"
_BIND = str.maketrans({" ": _BOND, ",": _COMMA, "-": _DASH, "–": _DASH})
_UNBIND = str.maketrans({_BOND: " ", _COMMA: ",", _DASH: "-"})


def bound(name: str) -> str:
    """Return a name as one word."""
    return name.translate(_BIND)


def unbound(text: str) -> str:
    """Return a text with its bound names as they were written."""
    return text.translate(_UNBIND) if _BOND in text else text


def is_bound(text: str) -> bool:
    """Tell whether a text holds a bound name."""
    return _BOND in text


def begins_bound(text: str) -> bool:
    """Tell whether a text's first word is a bound name."""
    return _BOND in text.partition(" ")[0]


def names_pattern(names: Collection[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of the names, whether they begin with a capital or a small letter."""
    both = {form for name in names for form in (name, name[:1].lower() + name[1:])}
    return re.compile(rf"(?<!\w)(?:{alternation(both)})(?!\w)(?!\s+-\s+[A-ZĐÀ-Ỹ])")
