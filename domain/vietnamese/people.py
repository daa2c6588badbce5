"""Counting the people a sentence speaks of: how many, how many of them dead, how many hurt."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from domain.vietnamese.counted import (
    DEAD,
    HURT,
    PEOPLE,
    counts_people,
    is_correction,
    is_count,
    is_denied,
    is_numbered,
)
from domain.vietnamese.death import figures_of_speech, tells_of_death
from domain.vietnamese.numbers import PeopleCount, scan_number, tokens
from domain.vietnamese.words import normal

_NONE = re.compile(
    r"(?:khong|chua)(?: co| thay)? (?:ai|nguoi nao|nguoi|ca nao|truong hop nao|thuong vong|nan nhan)\b"
)
_VAGUE = frozenset(("vai", "may", "nhieu", "dam", "hang", "hon", "tren", "gan", "duoi", "mấy"))
_SPAN = re.compile(r"(?:-|–|~|/|den|tới|toi|hoac|hay)")
_NOBODY = frozenset(("0", "khong", "khong co", "khong ai", "khong co ai", "chua co", "khong co nguoi nao"))
_ONE_MORE = re.compile(r" (?:toi|em|minh|tui) (?:va|voi|cung|cung voi) (?:[^ ,.]+ ){1,3}(?:nua|nữa|khac) ")
_MEN_AND_WOMEN = re.compile(r" (\d{1,3}) nam(?: va| ,)? (\d{1,3}) nu ")
_ALONE = re.compile(r" (?:(?:chi )?(?:mot )?minh (?:toi|em|minh|anh|no)|(?:chi )?(?:co )?(?:toi|em) thoi) ")


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing said: `kind` is n (number), d (dead), h (hurt), s (separator), i (trong đó), x (other)."""

    kind: str
    value: int = 0


def count_people(text: str, *, strict: bool = False) -> PeopleCount | None:
    """Count people in `text`; `strict` (free text) takes only numbers with a word for people or harm beside."""
    words, plain = _words(text)
    if strict is False and _ALONE.search(f" {' '.join(plain)} "):
        return PeopleCount(1, None, None, None)
    if not strict and " ".join(plain) in _NOBODY:
        return PeopleCount(0, None, None, None)
    said = _listen(words, plain, strict=strict)
    if said is None:
        return None
    if between := _between(words, plain, strict=strict):
        return PeopleCount(None, None, None, between)
    counted = _sum_up(said)
    if counted is None and any(one.kind == "n" for one in said):
        return None  # sums that contradict each other
    return _with_death(_with_the_speaker(counted, f" {' '.join(plain)} "), text)


def contradicts_itself(text: str) -> bool:
    """Whether the counts in an answer cannot be together: "2 người, 3 người chết"."""
    words, plain = _words(text)
    said = _listen(words, plain, strict=False)
    if said is None or _between(words, plain, strict=False):
        return False
    return (
        any(one.kind == "n" for one in said)
        and any(one.kind in "dh" for one in said)
        and _sum_up(said) is None
    )


def _words(text: str) -> tuple[list[str], list[str]]:
    """Return the words as written and as meant, side by side; figures of speech about death are left out."""
    words: list[str] = []
    plain: list[str] = []
    for token in tokens(text)[:200]:
        meant = normal(token).split()
        plain += meant
        words += [token] if len(meant) == 1 else meant
    if "chet" not in plain:
        return words, plain
    line = f" {' '.join(plain)} "
    for start, end in figures_of_speech(line):
        first = line.count(" ", 0, start + 1) - 1
        for at in range(first, first + line.count(" ", start, end)):
            words[at] = plain[at] = ";"
    return words, plain


def _with_the_speaker(counted: PeopleCount | None, line: str) -> PeopleCount | None:
    """Add up what is said in two parts: "tôi và 2 người nữa" is three, "1 nam 1 nữ" two."""
    if counted is None or counted.total is None or counted.dead is not None:
        return counted
    total = counted.total
    if _ONE_MORE.search(line):
        total += 1
    elif found := _MEN_AND_WOMEN.search(line):
        total = max(total, int(found[1]) + int(found[2]))
    injured = total if counted.injured == counted.total else counted.injured
    return replace(counted, total=total, injured=injured)


def _with_death(counted: PeopleCount | None, text: str) -> PeopleCount | None:
    """Add a death told without a number: at least one dead. The total stays as said, or not said."""
    if (counted is not None and (counted.dead is not None or counted.total == 0)) or not tells_of_death(text):
        return counted
    if counted is None:
        return PeopleCount(None, 1, None, None)
    if counted.injured is None or counted.injured < (counted.total or 0):
        return replace(counted, dead=1)
    if counted.total == 1:
        return PeopleCount(1, 1, None, None)
    # "2 người bị thương, có người chết": whether the dead are among the two has to be asked.
    return PeopleCount(None, 1, counted.injured, None)


def _between(words: list[str], plain: list[str], *, strict: bool) -> tuple[int, int] | None:
    """Find "2-3 người", "hai ba người", "2 hoặc 3"; None where no span is said."""
    for at in range(len(words)):
        first = scan_number(words, at)
        if first is None:
            continue
        if is_numbered(words, plain, at, first[1]) or is_denied(words, plain, at, first[1]):
            continue
        after = first[1]
        if after < len(words) and _SPAN.fullmatch(plain[after]) and after + 1 < len(words):
            second = scan_number(words, after + 1)
            near = second and 0 <= first[0] < second[0] < first[0] + 50
            if near and second and counts_people(plain, second[1], strict=strict):
                return first[0], second[0]
        elif (
            after == at + 1 and after < len(words) and words[at][0].isdecimal() == words[after][0].isdecimal()
        ):
            second = scan_number(words, after)
            if second and words[at][0].isdecimal() and not counts_people(plain, second[1], strict=True):
                continue
            if second and second[1] == after + 1 and second[0] == first[0] + 1:
                return first[0], second[0]
    return None


def _listen(words: list[str], plain: list[str], *, strict: bool) -> list[_Said] | None:
    """Turn words into what was said about people, in order; None where the count is vague."""
    said: list[_Said] = []
    at = 0
    while at < len(plain):
        word = plain[at]
        rest = " ".join(plain[at : at + 4])
        if is_correction(plain, at):
            said.clear()
        if hit := _NONE.match(rest):
            said.append(_Said("n", 0))
            at += hit.group().count(" ") + 1
        elif hit := DEAD.match(rest):
            said.append(_Said("d"))
            at += hit.group().count(" ") + 1
        elif hit := HURT.match(rest):
            said.append(_Said("h"))
            at += hit.group().count(" ") + 1
        elif _is_vague(words, plain, at):
            return None
        elif (number := scan_number(words, at)) and is_count(words, plain, at, number[1], strict=strict):
            said.append(_Said("n", number[0]))
            at = number[1]
        else:
            if word in {",", ";", ".", "va", "+", "con", ":"}:
                said.append(_Said("s"))
            elif rest.startswith("trong do"):
                said.append(_Said("i"))
            at += 1
    return said


def _is_vague(words: list[str], plain: list[str], at: int) -> bool:
    """Whether the words at `at` count people loosely: "vài người", "hơn 5", "một số người"."""
    word = plain[at]
    after = plain[at + 1] if at + 1 < len(plain) else ""
    if word == "mot" and after in {"so", "vai", "it"}:
        return True
    return word in _VAGUE and words[at] != "máy" and (after in PEOPLE or after[:1].isdecimal())


def _sum_up(said: list[_Said]) -> PeopleCount | None:
    plain_total, dead, injured, inside = _attach(said)
    if plain_total is None and dead is None and injured is None:
        return None
    parts = (dead or 0) + (injured or 0)
    if inside and injured is not None and dead is not None and plain_total is None:
        # "3 người bị thương, trong đó 1 người chết": the first number holds the second.
        return PeopleCount(injured, dead, injured - dead, None) if injured >= dead else None
    if plain_total is None:
        nobody = parts == 0 and (dead is None or injured is None)
        return PeopleCount(None if nobody else parts, dead, injured, None)
    if plain_total < parts:
        return None
    return PeopleCount(plain_total, dead, injured, None)


def _attach(said: list[_Said]) -> tuple[int | None, int | None, int | None, bool]:
    """Give each number its word of harm: the one after it, or before it where the harm is said first."""
    kinds = [one.kind for one in said if one.kind != "s"]
    harm_first = bool(kinds) and kinds[0] in "dh" and "n" in kinds
    counts: dict[str, int] = {}
    inside = False
    for at, one in enumerate(said):
        inside = inside or one.kind == "i"
        if one.kind != "n":
            continue
        kind = _harm_before(said, at) if harm_first else _harm_after(said, at)
        counts[kind] = counts.get(kind, 0) + one.value if kind != "n" else counts.get("n", one.value)
    return counts.get("n"), counts.get("d"), counts.get("h"), inside


def _harm_after(said: list[_Said], at: int) -> str:
    """Return what befell the number: the harm behind it, death where it ends in death ("bị điện giật chết")."""
    kind = "n"
    for one, then in pairwise([*said[at + 1 :], _Said("x")]):
        if one.kind == "d" and (kind == "n" or then.kind != "n"):
            return "d"
        if one.kind == "h":
            kind = "h"
        elif one.kind in "nsi":
            break
    return kind


def _harm_before(said: list[_Said], at: int) -> str:
    for one in reversed(said[:at]):
        if one.kind in "dh":
            return one.kind
        if one.kind in "ni":
            break
        if one.kind == "s":
            continue
    return "n"
