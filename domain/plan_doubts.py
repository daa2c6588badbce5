"""A doubtful field read another way: what the field holds once one of the other readings is taken."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from domain.vietnamese.fold import fold

_LIST = re.compile(r"\s*;\s*")


def names_with(names: Sequence[str], other: str) -> tuple[str, ...]:
    """Return the names with `other` in the place of the one it is most like.

    A list of names ("A; B") takes the place of all of them; a name that is there already changes nothing.
    """
    listed = [name for name in _LIST.split(other.strip()) if name]
    if len(listed) != 1 or not names:
        return tuple(dict.fromkeys(listed))
    if listed[0] in names:
        return tuple(names)
    said = fold(listed[0])
    nearest = max(range(len(names)), key=lambda at: (Indel.normalized_similarity(fold(names[at]), said), -at))
    changed = [listed[0] if at == nearest else name for at, name in enumerate(names)]
    return tuple(dict.fromkeys(changed))
