"""Units as people type them: several in one message, matched against the registry and its class phrases."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from domain.unit_lexicon import SECTORS
from domain.unit_names import read_unit
from domain.vietnamese.fold import fold
from domain.vietnamese.places import match_places
from handlers.services.fan_out import Registry, key_of

SURE = 95.0
LIMIT = 5
_PART = re.compile(r"\s*[;\n]\s*")
_COMMA = re.compile(r"\s*,\s*")
_COMMITTEE = re.compile(r"^(?:ubnd|bhxh)\b", re.IGNORECASE)
_SHORTEST = 4
_WORD = re.compile(r"\w+")
_OFFICES = {"phong": "phong", "p": "phong", "so": "so", "s": "so", "ban": "ban", "bo": "bo"}
_LEAST_LETTERS = 2
_OFFICE = re.compile(
    r"(?:van phong|phong|so|ban|chi cuc|trung tam|thanh tra|bao hiem|cong an|hoi|doan|lien doan)\b"
)
_PLACE = re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b")
_AUTHORITY = re.compile(r"(?:uy ban nhan dan|ubnd)\b")


@dataclass(frozen=True, slots=True)
class Known:
    """The names that may be meant, by what their spellings have in common; `ids` says which are units."""

    by_key: Mapping[str, str]
    ids: Mapping[str, tuple[int, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, units first."""
        return tuple(dict.fromkeys(self.by_key.values()))


def known_names(registry: Registry, phrases: Iterable[str] = ()) -> Known:
    """Return what may be named: each unit, each class of the registry, and `phrases` of the plan."""
    by_key: dict[str, str] = {}
    ids: dict[str, tuple[int, ...]] = {}
    for unit in registry.units:
        for key in (fold(unit.name), key_of(unit.name)):
            by_key.setdefault(key, unit.name)
        ids[unit.name] = (unit.id,)
    for phrase in (*registry.phrases(), *phrases):
        if key_of(phrase) not in by_key:
            by_key[key_of(phrase)] = phrase
            ids[phrase] = registry.members(phrase)
    return Known(by_key, ids)


@dataclass(frozen=True, slots=True)
class Named:
    """Names understood for sure, and pieces that need a question."""

    sure: tuple[str, ...]
    unclear: tuple[str, ...]


def read_names(text: str, known: Known) -> Named:
    """Read a list parted by ";" or ","; commas and "và" inside a known name do not part it."""
    sure: dict[str, None] = {}
    unclear: dict[str, None] = {}
    for part in _PART.split(text.strip(" .;,\n")):
        for name, piece in _pieces(part, known):
            if name is None:
                unclear[piece] = None
            else:
                sure[name] = None
    return Named(tuple(sure), tuple(unclear))


def _pieces(part: str, known: Known) -> list[tuple[str | None, str]]:
    """Take the longest known name from the left, else one piece up to the next comma."""
    words = [w for w in _COMMA.split(part) if w]
    found: list[tuple[str | None, str]] = []
    while words:
        for length in range(len(words), 0, -1):
            piece = ", ".join(words[:length])
            name = exact(piece, known) or _office(piece, known)
            name = name or (_certain(piece, known) if length == 1 else None)
            if name is not None or length == 1:
                found.append((name, piece))
                words = words[length:]
                break
    return found


def is_hopeless(named: Named, known: Known) -> bool:
    """Whether nothing was understood and nothing is near: then the question is better put again."""
    return not named.sure and not any(near(piece, known) for piece in named.unclear)


def exact(piece: str, known: Known) -> str | None:
    """Return the known name that is spelt so (case, accents and abbreviated office words aside)."""
    return known.by_key.get(fold(piece)) or known.by_key.get(key_of(piece))


def _office(piece: str, known: Known) -> str | None:
    """Return the one office whose name is abbreviated so ("phong ld tbxh") or begins so ("phòng lao động")."""
    said = " ".join(_WORD.findall(fold(piece)))
    head, _, rest = said.partition(" ")
    heads = (_OFFICES[head],) if head in _OFFICES and rest else ("phong", "so", "ban", "bo")
    letters = "".join(w for w in (rest if len(heads) == 1 else said).split() if w != "va")
    if len(heads) > 1 and len(letters) <= _LEAST_LETTERS:
        return None
    keys = {fold(key): fold(sector) for key, sector in SECTORS.items()}
    fit = [keys[letters]] if letters in keys else []
    if len(heads) == 1 and len(letters) >= _LEAST_LETTERS and not fit:
        fit = [sector for key, sector in keys.items() if key.startswith(letters)]
    full = {f"{one} {sector}" for one in heads for sector in fit}
    if len(heads) == 1 and not fit and rest:
        full = {key for key in known.by_key if " ".join(_WORD.findall(key)).startswith(f"{said} ")}
    found = {known.by_key[name] for name in full if name in known.by_key}
    return found.pop() if len(found) == 1 else None


def _certain(piece: str, known: Known) -> str | None:
    found = match_places(_written_out(piece), known.names, limit=2)
    if not found or found[0].score < SURE or _says_more(piece, found[0].name):
        return None
    return found[0].name if len(found) == 1 or found[1].score < found[0].score else None


def _says_more(piece: str, name: str) -> bool:
    """Whether the piece has more words than the name: then it may mean something longer."""
    return len(fold(_written_out(piece)).split()) > len(fold(name).split())


def near(piece: str, known: Known) -> tuple[str, ...]:
    """Return the names that a piece may mean, best first; none where nothing is near."""
    written = _written_out(piece)
    found = [match.name for match in match_places(written, known.names, limit=LIMIT)]
    said = fold(written)
    if len(said) >= _SHORTEST:
        found += [name for name in known.names if said in fold(name)]
    office = _OFFICE.match(said)
    if office and not _PLACE.search(said):
        alike = [name for name in known.names if fold(name).startswith(f"{office.group()} ")]
        found = [*(alike if len(alike) == 1 else ()), *found]
        found.sort(key=lambda name: (name not in alike, bool(_AUTHORITY.match(fold(name)))))
    return tuple(dict.fromkeys(found))[:LIMIT]


def _written_out(piece: str) -> str:
    return read_unit(_COMMITTEE.sub(lambda found: found.group().upper(), piece)).name
