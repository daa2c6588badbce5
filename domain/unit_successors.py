"""Who took over from offices that ended, out of successors.toml: dated proposals for a person to choose from."""

import re
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from domain.unit_bounds import LEVEL_WORDS
from domain.unit_names import read_unit, unit_key

_LEVELS = re.compile(rf"(?:các )?(?:{LEVEL_WORDS})(?:(?:, | và )(?:các )?(?:{LEVEL_WORDS}))*(?!\w)")


@dataclass(frozen=True, slots=True)
class Succession:
    """`after` took over on `since`, the likeliest first; `certainty` is sure or verify, `source` the act."""

    after: tuple[str, ...]
    since: date
    source: str
    certainty: str


@dataclass(frozen=True, slots=True)
class _Change:
    key: str
    anywhere: bool
    until: date
    succession: Succession

    def fits(self, key: str) -> bool:
        if self.anywhere:
            return self.key in key
        return key == self.key or key.startswith(f"{self.key} ")


@lru_cache(maxsize=4096)
def successors(name: str, day: date) -> Succession | None:
    """Return who took over from the office of that name by `day`, None where it still stood or is not known.

    A class of a level that ended ("các huyện, thị xã") comes back as the same class of the levels there are.
    """
    key = unit_key(name)
    found = [c for c in _changes() if c.succession.since <= day < c.until and c.fits(key)]
    if not found:
        return None
    change = max(found, key=lambda c: (not c.anywhere, len(c.key)))
    if not change.anywhere:
        return change.succession
    return replace(change.succession, after=(_LEVELS.sub("các xã, phường, đặc khu", read_unit(name).name),))


@cache
def _changes() -> tuple[_Change, ...]:
    text = files(__package__).joinpath("successors.toml").read_text("utf-8")
    return tuple(_change(row) for row in tomllib.loads(text)["change"])


def _change(row: dict[str, Any]) -> _Change:
    words = row.get("before") or row["contains"]
    succession = Succession(tuple(row["after"]), row["since"], row["source"], row["certainty"])
    return _Change(unit_key(words), "contains" in row, row.get("until", date.max), succession)
