"""The law as dated data, read once from the TOML files of this package. Nothing here reads a clock."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from domain.accident import CaseClass, CaseKind, Contract, Sector
from domain.law.rules import (
    Certainty,
    EmergencyNumber,
    Ground,
    Injury,
    Named,
    Pack,
    Rule,
    Start,
    Timing,
    WhenKind,
)

Table = Mapping[str, Any]


@cache
def packs() -> tuple[Pack, ...]:
    """Return the packs shipped with the program, oldest first, without gaps."""
    folder = files(__package__)
    names = sorted(
        f.name for f in folder.iterdir() if f.name.startswith("pack_") and f.name.endswith(".toml")
    )
    return read_packs(_load("duties"), [_load(name.removesuffix(".toml")) for name in names])


def pack_on(day: date, among: Sequence[Pack] | None = None) -> tuple[Pack, bool]:
    """Return the pack to use for a Vietnamese day, and whether it really holds on that day.

    After the last pack's end that pack is used; before the first, the first: both only to be verified.
    """
    candidates = packs() if among is None else among
    for pack in candidates:
        if pack.holds_on(day):
            return pack, True
    begun = [pack for pack in candidates if pack.valid_from <= day]
    return (begun[-1] if begun else candidates[0]), False


@cache
def grounds() -> dict[str, Ground]:
    """Return the grounds of Article 9 by name (`died_later`, `missing`, `light`, …)."""
    return {name: Ground(**row) for name, row in _load("duties")["severity"].items()}


@cache
def injuries() -> tuple[Injury, ...]:
    """Return the legal injury list in its own order, with the plain words for each line."""
    data = _load("injuries")
    return tuple(_injury(row, data["sets"]) for row in data["injury"])


@cache
def minor_words() -> tuple[str, ...]:
    """Return words which, alone, name an injury that is not on the list."""
    return tuple("|".join(_load("injuries")["minor"]["words"]).split("|"))


@cache
def grave_words() -> tuple[str, ...]:
    """Return words with which a small wound is not the whole story."""
    return tuple("|".join(_load("injuries")["minor"]["grave"]).split("|"))


@cache
def emergency_numbers() -> tuple[EmergencyNumber, ...]:
    """Return the numbers to show first, the ambulance before all."""
    return tuple(
        EmergencyNumber(**{**row, "certainty": Certainty(row["certainty"])})
        for row in _load("emergency")["number"]
    )


def read_packs(base: Table, tables: Iterable[Table]) -> tuple[Pack, ...]:
    """Make packs of parsed TOML, oldest first; an office's own tables can be read the same way.

    Raises ValueError where a pack leaves a gap to the next or a duty names an unknown addressee or form.
    """
    found = sorted((_pack(base, table) for table in tables), key=lambda pack: pack.valid_from)
    for earlier, later in pairwise(found):
        if earlier.valid_to != later.valid_from:
            msg = f"pack {earlier.id} ends on {earlier.valid_to}, but {later.id} begins on {later.valid_from}"
            raise ValueError(msg)
    return (*found[:-1], replace(found[-1], last=True))


@cache
def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))


def _pack(base: Table, table: Table) -> Pack:
    changes: Table = table.get("duties", {})
    rows = [{**row, **changes.get(row["id"], {})} for row in (*base["duty"], *table.get("duty", ()))]
    strangers = set(changes) - {row["id"] for row in rows}
    if strangers:
        msg = f"pack {table['id']} changes duties that do not exist: {sorted(strangers)}"
        raise ValueError(msg)
    pack = Pack(
        id=table["id"],
        title=table["title"],
        valid_from=table["valid_from"],
        valid_to=table.get("valid_to"),
        rules=tuple(_rule(row) for row in rows),
        addressees=_named({**base["addressees"], **table["addressees"]}),
        forms=_named({**base["forms"], **table["forms"]}),
        specialised=dict(base["specialised"]),
    )
    for rule in pack.rules:
        _check_keys(pack, rule)
    return pack


def _check_keys(pack: Pack, rule: Rule) -> None:
    unknown = {*rule.to, *rule.to_if_fatal} - {*pack.addressees, "specialised"}
    if rule.form is not None and rule.form not in pack.forms:
        unknown.add(rule.form)
    if unknown:
        msg = f"pack {pack.id}, duty {rule.id}: no such addressee or form: {sorted(unknown)}"
        raise ValueError(msg)


def _rule(row: Table) -> Rule:
    plain = {**row}
    when = plain.pop("when")
    sets: dict[str, Any] = {
        "kinds": frozenset(CaseKind(v) for v in plain.pop("kinds", ())),
        "classes": frozenset(CaseClass(v) for v in plain.pop("classes", ())),
        "sectors": frozenset(Sector(v) for v in plain.pop("sectors", ())),
        "verify_kinds": frozenset(CaseKind(v) for v in plain.pop("verify_kinds", ())),
        "verify_sectors": frozenset(Sector(v) for v in plain.pop("verify_sectors", ())),
    }
    contract = plain.pop("contract", None)
    return Rule(
        when=Timing(
            kind=WhenKind(when["kind"]),
            counted_from=Start(when["counted_from"]),
            value=when.get("value"),
            unit=when.get("unit"),
        ),
        certainty=Certainty(plain.pop("certainty")),
        contract=None if contract is None else Contract(contract),
        to=tuple(plain.pop("to", ())),
        to_if_fatal=tuple(plain.pop("to_if_fatal", ())),
        **sets,
        **plain,
    )


def _named(table: Table) -> dict[str, Named]:
    return {
        key: Named(value)
        if isinstance(value, str)
        else Named(value["name"], Certainty(value.get("certainty", Certainty.SURE)))
        for key, value in table.items()
    }


def _injury(row: Table, sets: Table) -> Injury:
    def spell(part: str) -> str:
        return "|".join(sets[word[1:]] if word.startswith("$") else word for word in part.split("|"))

    def ways(name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(spell(part) for part in way) for way in row.get(name, ()))

    return Injury(
        code=row["code"],
        text=row["text"],
        certainty=Certainty(row["certainty"]),
        ways=ways("words"),
        maybe=ways("maybe"),
        unless=row.get("unless", ""),
    )
