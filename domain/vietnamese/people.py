"""Counting the people a sentence speaks of: how many, how many of them dead, how many hurt."""

import re
from dataclasses import dataclass

from domain.vietnamese.numbers import FATHERS, PeopleCount, scan_number, tokens
from domain.vietnamese.words import normal

_PEOPLE = frozenset((
    "nguoi", "cong", "nhan", "tho", "anh", "em", "ban", "dua", "chau", "nan", "lao", "dong", "vien",
    "chi", "ong", "ba", "co", "thanh", "nien", "nu", "bac", "chu", "khach", "vi", "mang", "ca",
    "truong", "hop", "nghiep",
))  # fmt: skip
_DEAD = re.compile(
    r"(?:tu vong|tu nan|qua doi|khong qua khoi|thiet mang|chet|mất(?! tich)|hy sinh|tử vong|tắt thở|tat tho)"
)
_HURT = re.compile(
    r"(?:bi thuong|chan thuong|trong thuong|thuong|bi nang|nang|bi nhe|nhẹ|nhe|gay|bong|nhap vien|cap cuu"
    r"|di vien|bat tinh|hon me|xay xat|ngat xiu|ngat|nguy kich|tray xuoc|bi dien giat)"
)
_NONE = re.compile(
    r"(?:khong|chua)(?: co| thay)? (?:ai|nguoi nao|nguoi|ca nao|truong hop nao|thuong vong|nan nhan)\b"
)
_VAGUE = frozenset(("vai", "may", "nhieu", "dam", "hang", "hon", "tren", "gan", "duoi", "mấy"))
_NOT_PEOPLE = frozenset((
    "tuoi", "gio", "h", "g", "phut", "p", "met", "m", "tang", "lau", "ngay", "thang", "nam", "tan",
    "kg", "ta", "tieng", "can", "phan", "%", "cm", "km", "trieu", "nghin",
))  # fmt: skip
_SPAN = re.compile(r"(?:-|–|~|/|den|tới|toi|hoac|hay)")
_NOBODY = frozenset(("0", "khong", "khong co", "khong ai", "khong co ai", "chua co", "khong co nguoi nao"))
_ALONE = re.compile(r" (?:(?:chi )?(?:mot )?minh (?:toi|em|minh|anh|no)|(?:chi )?(?:co )?(?:toi|em) thoi) ")


@dataclass(frozen=True, slots=True)
class _Said:
    """One thing said: `kind` is n (number), d (dead), h (hurt), s (separator), i (trong đó), x (other)."""

    kind: str
    value: int = 0


def count_people(text: str, *, strict: bool = False) -> PeopleCount | None:
    """Count people in `text`; `strict` (free text) takes only numbers with a word for people or harm beside."""
    words = tokens(text)[:200]
    plain = [normal(word) for word in words]
    if strict is False and _ALONE.search(f" {' '.join(plain)} "):
        return PeopleCount(1, None, None, None)
    if not strict and " ".join(plain) in _NOBODY:
        return PeopleCount(0, None, None, None)
    said = _listen(words, plain, strict=strict)
    if said is None:
        return None
    if between := _between(words, plain):
        return PeopleCount(None, None, None, between)
    return _sum_up(said)


def _between(words: list[str], plain: list[str]) -> tuple[int, int] | None:
    """Find "2-3 người", "hai ba người", "2 hoặc 3"; None where no span is said."""
    for at in range(len(words)):
        first = scan_number(words, at)
        if first is None:
            continue
        after = first[1]
        if after < len(words) and _SPAN.fullmatch(plain[after]) and after + 1 < len(words):
            second = scan_number(words, after + 1)
            if second and 0 <= first[0] < second[0] < first[0] + 50 and _counts_people(plain, second[1]):
                return first[0], second[0]
        elif after == at + 1 and after < len(words) and not words[at][0].isdecimal():
            second = scan_number(words, after)
            if second and second[1] == after + 1 and second[0] == first[0] + 1:
                return first[0], second[0]
    return None


def _counts_people(plain: list[str], at: int) -> bool:
    return at >= len(plain) or plain[at] not in _NOT_PEOPLE


def _listen(words: list[str], plain: list[str], *, strict: bool) -> list[_Said] | None:
    """Turn words into what was said about people, in order; None where the count is vague."""
    said: list[_Said] = []
    at = 0
    while at < len(plain):
        word = plain[at]
        rest = " ".join(plain[at : at + 4])
        if hit := _NONE.match(rest):
            said.append(_Said("n", 0))
            at += hit.group().count(" ") + 1
        elif hit := _DEAD.match(rest):
            said.append(_Said("d"))
            at += hit.group().count(" ") + 1
        elif hit := _HURT.match(rest):
            said.append(_Said("h"))
            at += hit.group().count(" ") + 1
        elif _is_vague(plain, at):
            return None
        elif (number := scan_number(words, at)) and not _other_number(
            words, plain, at, number[1], strict=strict
        ):
            said.append(_Said("n", number[0]))
            at = number[1]
        else:
            if word in {",", ";", ".", "va", "+", "con", ":"}:
                said.append(_Said("s"))
            elif rest.startswith("trong do"):
                said.append(_Said("i"))
            at += 1
    return said


def _is_vague(plain: list[str], at: int) -> bool:
    """Whether the words at `at` count people loosely: "vài người", "hơn 5", "một số người"."""
    word = plain[at]
    after = plain[at + 1] if at + 1 < len(plain) else ""
    if word == "mot" and after in {"so", "vai", "it"}:
        return True
    return word in _VAGUE and (after in _PEOPLE or after[:1].isdecimal())


def _other_number(words: list[str], plain: list[str], at: int, end: int, *, strict: bool) -> bool:
    """Whether the number at `at` counts something else than people ("35 tuổi", "tầng 2", "ba tôi")."""
    after = plain[end] if end < len(plain) else ""
    if after in _NOT_PEOPLE or (
        words[at] == "ba" and (after in FATHERS or (strict and after not in _PEOPLE))
    ):
        return True
    if plain[at] == "khong" and after not in (
        {"nguoi"} if strict or end < len(plain) - 1 else {"", "co", "nguoi", "ai", "a"}
    ):
        return True
    before = plain[at - 1] if at else ""
    if before in {"tang", "lau", "luc", "so", "thu", "ngay", "thang", "quy", "duong", "km"}:
        return True
    if not strict:
        return False
    rest = " ".join(plain[end : end + 3])
    previous = " ".join(plain[max(at - 2, 0) : at])
    beside = after in _PEOPLE or _DEAD.match(rest) or _HURT.match(rest)
    return not (beside or _DEAD.search(previous) or previous.endswith("bi thuong"))


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
    for one in said[at + 1 :]:
        if one.kind in "dh":
            return one.kind
        if one.kind in "nsi":
            break
    return "n"


def _harm_before(said: list[_Said], at: int) -> str:
    for one in reversed(said[:at]):
        if one.kind in "dh":
            return one.kind
        if one.kind in "ni":
            break
        if one.kind == "s":
            continue
    return "n"
