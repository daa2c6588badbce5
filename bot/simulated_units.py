"""The units of a simulation: those of a file, or a made set that fits the plan; and which of them follows it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from documents.units_csv import UnitRow
from domain.unit_names import read_unit
from domain.vietnamese.fold import fold
from handlers.services.fan_out import key_of, names_in
from handlers.services.units import AUTHORITY, COMMUNE, COORDINATING, OFFICE

Reading = Mapping[str, Any]

DISTRICTS = 10
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLES = ("Văn", "Thị", "Minh", "Thu", "Đức", "Ngọc", "Hải", "Thanh", "Quang", "Hồng", "Xuân")
_GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Mai", "Nam", "Phúc", "Tâm")
_PLACES = (
    "Tân Lập", "An Hòa", "Bình Sơn", "Cẩm Thủy", "Đại Đồng", "Đông Phú",
    "Gia Thịnh", "Hà Trung", "Hòa Bình", "Hợp Thành", "Hưng Yên", "Khánh Hội",
    "Kim Sơn", "Liên Hoa", "Long Xuyên", "Lương Điền", "Mỹ Hưng", "Minh Khai",
    "Nam Sơn", "Nghĩa Hiệp", "Ngọc Lâm", "Phú Cường", "Phước Lộc", "Quảng Thành",
    "Sơn Đông", "Tam Quan", "Thái Hòa", "Thượng Lâm", "Vĩnh An", "Xuân Trường",
)  # fmt: skip
_KINDS = r"thị xã|thị trấn|xã|phường|đặc khu|huyện|quận|thành phố"
_PLACES_OF = re.compile(rf"\bcác ((?:{_KINDS})(?:(?:, | và )(?:{_KINDS}))*)")
_COMMUNE_KINDS = frozenset({"xã", "phường", "thị trấn", "đặc khu"})
_OFFICES_OF = re.compile(r"(?:các|những|mọi) (?:phòng|sở|ban|ngành|cơ quan|chi cục|đơn vị)\b")
_FOLLOWS = re.compile(r"\btheo doi\W+(?:\w+\W+){0,3}don doc\b|\bdon doc\W+(?:\w+\W+){0,3}theo doi\b")


def follower(reading: Reading) -> str | None:
    """Return the unit that the plan makes follow it ("theo dõi, đôn đốc"), None where it names none."""
    for task in reading["tasks"]:
        single = [name for name in task["lead_units"] if not read_unit(name).is_class]
        if task["kind"] != "task" and single and _FOLLOWS.search(fold(task["text"])):
            return str(single[0])
    return None


def with_follower(rows: Sequence[UnitRow], name: str | None) -> tuple[UnitRow, ...]:
    """Return the rows with the unit of this name, if it is there, as the only one that coordinates."""
    if name is None or key_of(name) not in {key_of(row.name) for row in rows}:
        return tuple(rows)
    return tuple(_coordinating(row, is_it=key_of(row.name) == key_of(name)) for row in rows)


def _coordinating(row: UnitRow, *, is_it: bool) -> UnitRow:
    if is_it:
        return replace(row, kind=COORDINATING[0])
    return replace(row, kind="") if fold(row.kind) in COORDINATING else row


def made_set(reading: Reading) -> tuple[UnitRow, ...]:
    """Return made-up units and people for every name of a plan that says who is meant.

    Offices are those the plan names, and they are members of its classes of offices; classes of communes and
    districts get made-up ones. Every fourth unit has no deputy, as happens.
    """
    names = [(name, read_unit(name)) for name in names_in(reading["tasks"])]
    classes = [name for name, phrase in names if phrase.is_class and not phrase.is_open]
    authority = re.sub(r"\s*\(.*\)", "", reading["document"]["issuer"] or "") or "Ủy ban nhân dân"
    offices = {key_of(name): name for name, phrase in names if not phrase.is_class}
    offices.pop(key_of(authority), None)
    shared = [phrase for phrase in classes if _OFFICES_OF.match(phrase)]
    rows = [UnitRow(authority, AUTHORITY, (), None, None, None, None)]
    for name in offices.values():
        own = tuple(phrase for phrase in shared if _belongs(name, phrase))
        rows.append(UnitRow(name, OFFICE, own, authority, None, None, None))
    rows += _places(classes, authority)
    return tuple(_peopled(rows))


def _belongs(office: str, phrase: str) -> bool:
    """Whether an office is a member of a class: "các phòng, ban" are those called so, "các sở, ban, ngành" all."""
    return not phrase.startswith("các phòng") or office.startswith(("Phòng", "Ban", "Văn phòng", "Thanh tra"))


def _places(classes: Iterable[str], parent: str) -> list[UnitRow]:
    """Return the members of the classes of places: "Ủy ban nhân dân các xã, thị trấn", "Công an các xã"."""
    by_head: dict[tuple[str, bool], list[tuple[str, list[str]]]] = {}
    for phrase in classes:
        if found := _PLACES_OF.search(phrase):
            kinds = re.findall(_KINDS, found[1])
            head = phrase[: found.start()].strip() or "Ủy ban nhân dân"
            by_head.setdefault((head, not _COMMUNE_KINDS.isdisjoint(kinds)), []).append((phrase, kinds))
    rows = []
    for (head, communes), phrases in by_head.items():
        kinds = list(dict.fromkeys(kind for _, some in phrases for kind in some))
        names = _PLACES if communes else _PLACES[:DISTRICTS]
        tail = kinds[1:] * 3
        of = [kinds[0]] * (len(names) - len(tail)) + tail
        own = tuple(phrase for phrase, _ in phrases)
        kind = COMMUNE if communes else OFFICE
        rows += [
            UnitRow(f"{head} {what} {name}", kind, own, parent, None, None, None)
            for what, name in zip(of, names, strict=False)
        ]
    return rows


def _peopled(rows: Iterable[UnitRow]) -> Iterable[UnitRow]:
    for number, row in enumerate(rows):
        focal, deputy, head = (_name(number * 3 + place) for place in range(3))
        yield replace(row, focal=focal, deputy=None if number % 4 == 3 else deputy, head=head)


def _name(number: int) -> str:
    """Return a made-up name, another one for each number."""
    turn = number // (len(_SURNAMES) * len(_GIVEN))
    middle = _MIDDLES[(turn + number) % len(_MIDDLES)]
    surname, given = _SURNAMES[number % len(_SURNAMES)], _GIVEN[number % len(_GIVEN)]
    return f"{surname} {middle} {given}"
