"""Writes the tables of messages from their sources: python -m benchmarks.understanding_tables

A family of templates gives clean messages; each is then spoilt in the ways people spoil them. Everything follows
from the text itself, so that the same sources give the same tables.
"""

import random
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.vietnamese.fold import fold

TABLES = Path(__file__).parent.parent / "tests/domain/tables"
MESSAGES, MOMENTS = TABLES / "messages", TABLES / "moments"
PARTS = ("held", "learn")
NOISES = ("clean", "unaccented", "typos", "teencode", "north", "central", "south", "english")
CLEAN_A_LINE, SPOILT_A_LINE = 5, 2

_TELEX = {"â": "aa", "ă": "aw", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw", "đ": "dd"}
_TONES = {"\u0301": "s", "\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
_TEEN = {
    "không": ("ko", "k", "hok", "khum"),
    "được": ("dc", "đc"),
    "người": ("ng",),
    "em": ("e",),
    "anh": ("a",),
    "chị": ("c",),
    "rồi": ("r", "rùi", "gồi"),
    "gì": ("j", "gi"),
    "bị": ("bj", "bị"),
    "nhiều": ("nhìu", "n`"),
    "biết": ("bít", "bik"),
    "bây": ("bi",),
    "mình": ("mk", "mh"),
    "chưa": ("chưa", "ch"),
    "công nhân": ("cn",),
    "tai nạn": ("tn", "tai nạn"),
    "báo cáo": ("bc",),
    "công ty": ("cty",),
    "nhiệm vụ": ("nv",),
    "bệnh viện": ("bv",),
    "đơn vị": ("đv", "dv"),
    "với": ("vs",),
    "vậy": ("z", "dậy"),
    "trong": ("trog",),
    "xong": ("xog",),
    "cũng": ("cx",),
    "nào": ("nào", "nèo"),
    "quá": ("wá",),
    "qua": ("wa",),
    "quay": ("way",),
    "trước": ("trc",),
    "tôi": ("t", "toy"),
    "của": ("cua", "of"),
    "làm": ("lm",),
    "việc": ("vc",),
    "ạ": ("ak",),
    "đi": ("đy", "i"),
    "thôi": ("thui",),
    "hướng dẫn": ("hd",),
    "bao nhiêu": ("bn",),
    "phải": ("fải",),
    "điện thoại": ("đt",),
    "chết": ("chít",),
    "thế": ("th",),
    "cho": ("cko",),
    "đã": ("đã", "da"),
    "nữa": ("nx",),
    "hạn": ("hạn",),
    "đang": ("đag",),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One message of a table with what it means; `intents` holds every reading that is right."""

    family: str
    noise: str
    in_flow: bool
    intents: tuple[str, ...]
    slots: dict[str, str]
    text: str


def rows(part: str) -> list[Row]:
    """Read one table: "held" (measured only) or "learn" (written after it)."""
    lines = (MESSAGES / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    return [_row(line.split("\t")) for line in lines[1:]]


def _row(cells: list[str]) -> Row:
    family, noise, in_flow, intents, slots, text = cells
    pairs = dict(pair.split("=", 1) for pair in slots.split("; ") if pair)
    return Row(family, noise, in_flow == "1", tuple(intents.split("/")), pairs, text)


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression; `types` and `values` hold every right reading, or all candidates of an AMBIGUOUS one."""

    family: str
    noise: str
    types: tuple[str, ...]
    values: tuple[str, ...]
    text: str


def expressions(part: str) -> list[Expression]:
    """Read one table of moments, all said on Tuesday 24 November 2026 at 09:30 in Vietnam."""
    lines = (MOMENTS / f"{part}.tsv").read_text(encoding="utf-8").splitlines()
    cells = (line.split("\t") for line in lines[1:])
    return [
        Expression(family, noise, tuple(types.split("/")), tuple(values.split()), text)
        for family, noise, types, values, text in cells
    ]


def main() -> int:
    for part in PARTS:
        if (MESSAGES / f"{part}.txt").is_file():
            (MESSAGES / f"{part}.tsv").write_text(table(part), encoding="utf-8")
        if (MOMENTS / f"{part}.txt").is_file():
            (MOMENTS / f"{part}.tsv").write_text(moment_table(part), encoding="utf-8")
    return 0


def moment_table(part: str) -> str:
    """Return the whole table of moments of a part as text; what stands in the held part is not learnt from."""
    taken = {fold(one.text) for one in expressions("held")} if part != "held" else set()
    made: dict[str, Expression] = {}
    for one in (one for one in _expressions(part) if fold(one.text) not in taken):
        made.setdefault(one.text.casefold(), one)
    cells = ((o.family, o.noise, "/".join(o.types), " ".join(o.values), o.text) for o in made.values())
    return "family\tnoise\ttype\tvalue\ttext\n" + "".join("\t".join(row) + "\n" for row in cells)


def _expressions(part: str) -> Iterator[Expression]:
    family = ""
    for line in _source(MOMENTS / f"{part}.txt"):
        if line.startswith("== "):
            family = line[3:]
            continue
        noise, text = line[1:].split(" ", 1) if line.startswith("~") else ("clean", line)
        pattern, types, value = (*text.removesuffix(" |").split(" | "), "")[:3]
        chance = random.Random(text)
        spoilers = (unaccented, typos, teencode) if noise == "clean" else ()
        for said, values in _said(f"{pattern} || value={value}", chance, CLEAN_A_LINE):
            summed = re.sub(r"#\{(\d+)([+-])(\d+)\}", _sum, values.get("value", "")).split()
            for name, spelt in [(noise, said), *((s.__name__, s(said, chance)) for s in spoilers)]:
                if name == noise or spelt != said:
                    yield Expression(family, name, tuple(types.split("/")), tuple(summed), spelt)


def _sum(found: re.Match[str]) -> str:
    left, right = int(found[1]), int(found[3])
    return str(left + right if found[2] == "+" else left - right)


def table(part: str) -> str:
    """Return the whole table of a part as text; what stands in the held part is not learnt from."""
    taken = {fold(row.text) for row in rows("held")} if part != "held" else set()
    made: dict[str, Row] = {}
    for row in [*_families(part), *_free(part)]:
        if fold(row.text) not in taken:
            made.setdefault(row.text.casefold(), row)
    head = "family\tnoise\tin_flow\tintent\tslots\ttext\n"
    return head + "".join(_line(row) for row in made.values())


def _line(row: Row) -> str:
    slots = "; ".join(f"{name}={value}" for name, value in row.slots.items())
    cells = (row.family, row.noise, str(int(row.in_flow)), "/".join(row.intents), slots, row.text)
    return "\t".join(cells) + "\n"


def _free(part: str) -> Iterator[Row]:
    for index, line in enumerate(_source(MESSAGES / f"{part}_free.txt")):
        intents, noise, text = line.split(" ", 2)
        said, _, slots = text.partition(" || ")
        yield Row(
            f"free-{index:03}",
            noise,
            intents.startswith(">"),
            tuple(intents.removeprefix(">").split("/")),
            _slots(slots, []),
            said,
        )


def _families(part: str) -> Iterator[Row]:
    family, intents = "", ()
    for line in _source(MESSAGES / f"{part}.txt"):
        if line.startswith("== "):
            intent, name = line[3:].split()
            family, intents = f"{intent}-{name}", tuple(intent.split("/"))
            continue
        noise, text = line[1:].split(" ", 1) if line.startswith("~") else ("clean", line)
        chance = random.Random(text)
        for said, slots in _said(text, chance, CLEAN_A_LINE if noise == "clean" else 3):
            yield Row(family, noise, False, intents, slots, said)
        if noise == "clean":
            for spoil in (unaccented, typos, teencode):
                for said, slots in _said(text, chance, SPOILT_A_LINE + (spoil is typos)):
                    spoilt = spoil(said, chance)
                    if spoilt != said:
                        kept = {k: v for k, v in slots.items() if k not in {"reason", "place"}}
                        yield Row(family, spoil.__name__, False, intents, kept, spoilt)


def _said(text: str, chance: random.Random, most: int) -> Iterator[tuple[str, dict[str, str]]]:
    pattern, _, wanted = text.partition(" || ")
    groups = re.findall(r"\{([^}]*)\}", pattern)
    seen = set()
    for _ in range(most * 3):
        chosen = [chance.choice(group.split("|")) for group in groups]
        parts = iter(chosen)
        said = " ".join(re.sub(r"\{[^}]*\}", lambda _, parts=parts: next(parts), pattern).split())
        said = said.replace(" ,", ",")
        if said not in seen and len(seen) < most:
            seen.add(said)
            yield said, _slots(wanted, chosen)


def _slots(wanted: str, chosen: list[str]) -> dict[str, str]:
    filled = re.sub(r"\$(\d)", lambda found: chosen[int(found[1]) - 1], wanted)
    return dict(pair.strip().split("=", 1) for pair in filled.split(";") if pair.strip())


def _source(path: Path) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [line for line in lines if line.strip() and not line.startswith("#")]


def unaccented(text: str, chance: random.Random) -> str:
    """Write `text` without accents, sometimes all in small letters."""
    bare = fold(text)
    return bare if chance.random() < 0.8 else bare.upper()


def teencode(text: str, chance: random.Random) -> str:
    """Write `text` as the young do: every short form there is, with or without accents."""
    said = text
    for word, shorts in _TEEN.items():
        said = re.sub(rf"(?i)(?<!\w){word}(?!\w)", lambda _, s=shorts: chance.choice(s), said)
    return fold(said) if chance.random() < 0.5 else said


def typos(text: str, chance: random.Random) -> str:
    """Write `text` with one slip of the finger, two in a longer message; codes and numbers stay."""
    words = (fold(text) if chance.random() < 0.35 else text).split()
    slips = 1 if len(words) < 7 else 2
    able = [i for i, word in enumerate(words) if word.isalpha() and len(word) >= (3 if len(words) > 2 else 4)]
    for index in chance.sample(able, min(slips, len(able))):
        words[index] = _slip(words[index], chance)
    if len(words) > 4 and chance.random() < 0.15:
        at = chance.randrange(len(words) - 1)
        words[at : at + 2] = ["".join(words[at : at + 2])]
    return " ".join(words)


def _slip(word: str, chance: random.Random) -> str:
    ways = [_double, _telex, _telex, _swap if len(word) > 3 else _double, _drop if len(word) > 4 else _telex]
    slipped = chance.choice(ways)(word, chance)
    return slipped if slipped != word else _double(word, chance)


def _double(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _swap(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _drop(word: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _telex(word: str, _: random.Random) -> str:
    """Leave the keys as they were struck: "nạn" is "nanj", "người" is "nguwowif"."""
    typed, tone = [], ""
    for letter in word.lower():
        marks = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), tone)
        bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
        typed.append(_TELEX.get(bare, bare))
    return "".join(typed) + tone


if __name__ == "__main__":
    sys.exit(main())
