"""What free words tell of one victim: "anh Nam 35 tuổi thợ điện gãy tay". Nothing is guessed that is not said.

An entry holds what domain.fact_fields.VICTIM_FIELDS names. A year counted back from an age may be one off, and is
marked `birth_year_about`.
"""

import re
from typing import Any

from domain.injuries import candidates
from domain.vietnamese.aligned import Aligned, aligned
from domain.vietnamese.death import tells_of_death
from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import scan_number, tokens
from domain.vietnamese.person_names import WORD, Span, begins, name_from, named_at, title_at
from domain.vietnamese.victim_lexicon import BOUNDS, FEMALE, HARM, JOBS, MALE, TITLES

Entry = dict[str, Any]

MOST_WORDS = 200
YOUNGEST, OLDEST = 10, 95
_BORN = re.compile(
    r"\b(?:nam sinh|sinh nam|sinh|sn|ns)[ :.]*(?:ngay )?(?:\d{1,2}[/-]\d{1,2}[/-])?((?:19|20)\d\d|\d\d)\b"
)
_YEAR = re.compile(r"(?<![\d/.-])(?:nam )?(19[3-9]\d|20[0-2]\d)\b(?![/.-]\d)")
_AGE = re.compile(r"\b(?:tuoi[ :]+(\d{1,2})|(\d{1,2}) ?(?:tuoi|t))\b")
_SPELLED_AGE = re.compile(r"\b((?:[a-z]+ ){1,3})tuoi\b")
_SEX = re.compile(
    r"\b(?:gioi tinh[ :]*)?(?:(phu nu|dan ba|con gai|nu)|(dan ong|con trai|nam))\b(?! ?(?:nay|ngoai|19|20))"
)
_TREATED = re.compile(
    r"\b(?:(?:dang|da|duoc|moi) )*(?:dua|chuyen|nam|cap cuu|dieu tri|cho)?(?: (?:di|den|toi|vao|o|tai|len))*"
    r" ?((?:benh vien|bv|tram y te|phong kham)(?: [^\s,;.]+){1,6})"
)
_ID_NUMBER = re.compile(r"\b(?:cccd|cmnd|can cuoc|chung minh)[^\d,;]{0,30}\d[\d ]{7,}|\b0\d{11}\b")
_DEATH_ONLY = re.compile(
    r"(?:(?:bi|da|vua|roi|tai|cho|ngay|luc|do|o|benh|vien|tren|duong|mat|chet|tu|vong|nan|qua|doi|khong|khoi|mang)\b\W*)+"
)
_MISSING = re.compile(r"\bmat tich\b|\bchua tim thay\b|\bkhong tim thay\b")
_MANY = re.compile(r" (?:em|chi)\b")  # anh em, anh chị
_DENIED = re.compile(r"(?:khong|ko|chua|chang)(?: [^ ]+){0,3} $")
_LEADING = re.compile(r"^(?:(?:ấy|ay|này|nay|đó|do|kia|ta|làm|là|bị|bi)\b[ :]*)+", re.IGNORECASE)
_BODY_BEFORE = re.compile(
    r"\b(?:(?:cả|hai|2|một|bàn|cánh|cẳng|ngón|khớp|xương|chân|tay|đầu|lưng|ngực|bụng|mắt|mặt|cổ|vai|gối|đùi|hông|trái|phải"
    r"|ban|canh|chan|dau|lung|bung)\s+)+$",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(
    r" (?:(?:vao |luc |hoi )+\d.*|(?:vao |luc |hoi )*(?:sang|trua|chieu|toi|dem|hom) (?:nay|qua|kia)\b.*)$"
)
_TAIL = " ,.;:-–()[]"


def read_victim(text: str, year: int, *, asked: str | None = None) -> Entry:
    """Return what `text` tells of one victim; `year` is the present one.

    `asked` says what the question was: "hurt" lets words that are nothing else be the injury, "who" the name,
    and a bare year the year of birth.
    """
    said = aligned(text[: MOST_WORDS * 5])
    entry: Entry = {}
    used: list[Span] = [found.span() for found in _ID_NUMBER.finditer(said.plain)]
    _birth(said, year, entry, used, bare=asked is not None)
    _treated(said, entry, used)
    _person(said, entry, used)
    _job(said, entry, used)
    _sex(said, entry, used)
    _outcome(text, said, entry)
    _injury(said, entry, used, whole=asked == "hurt")
    _rest(said, entry, used, asked)
    return entry


def _free(span: Span, used: list[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in used)


# Year of birth


def _birth(said: Aligned, year: int, entry: Entry, used: list[Span], *, bare: bool) -> None:
    for pattern in (_BORN, _YEAR) if bare else (_BORN,):
        found = pattern.search(said.plain)
        if found is not None and (born := _year_of(found[1], year)) is not None:
            entry["birth_year"] = born
            used.append(found.span())
            return
    found = _AGE.search(said.plain)
    age = int(found[1] or found[2]) if found is not None else None
    if found is None and (found := _SPELLED_AGE.search(said.plain)) is not None:
        age, span = _spelled_age(said, found)
    elif found is not None:
        span = found.span()
    if age is not None and YOUNGEST <= age <= OLDEST:
        entry |= {"birth_year": year - age, "birth_year_about": True}
        used.append(span)


def _year_of(told: str, year: int) -> int | None:
    born = int(told)
    if len(told) == 2:
        born += 2000 if born <= (year - YOUNGEST) % 100 else 1900
    return born if YOUNGEST <= year - born <= OLDEST else None


def _spelled_age(said: Aligned, found: "re.Match[str]") -> tuple[int | None, Span]:
    """Read "ba mươi lăm tuổi": the longest run of words before it that is a number."""
    words = tokens(said.line[found.start(1) : found.end(1)])
    for at in range(len(words)):
        number = scan_number(words, at)
        if number is not None and number[1] == len(words):
            length = len(" ".join(words[at:])) + 1
            return number[0], (found.end(1) - length, found.end())
    return None, found.span()


# Who


def _person(said: Aligned, entry: Entry, used: list[Span]) -> None:
    for word in WORD.finditer(said.line):
        found = named_at(said, word.start())
        if found is not None and _free(found[0], used):
            (start, end), sex = found
            entry["name"] = said.line[start:end].strip(" ")
            if sex:
                entry["sex"] = sex
            used.append((word.start(), end))
            return
        title = title_at(said, word.start())
        end = word.start() + len(title or "")
        if title in (*MALE, *FEMALE) and "sex" not in entry and not _MANY.match(said.plain, end):
            entry["sex"] = "male" if title in MALE else "female"
            used.append((word.start(), end))
    first = WORD.search(said.line)
    if first is not None and first.group()[0].isupper() and (span := name_from(said, first.start())):
        follows = said.plain[span[1] :].lstrip(_TAIL)
        if _free(span, used) and re.match(r"\d{1,2} ?t|sinh|sn\b|(?:nam )?(?:19|20)\d\d", follows):
            entry["name"] = said.line[span[0] : span[1]]
            used.append(span)


def _sex(said: Aligned, entry: Entry, used: list[Span]) -> None:
    for found in _SEX.finditer(said.plain):
        span = found.span()
        words = said.line[span[0] : span[1]].lower()
        if "sex" in entry or not _free(span, used) or (found[2] == "nam" and not words.endswith("nam")):
            continue
        if found[2] == "nam" and said.line[span[1] - 3].isupper():
            continue
        entry["sex"] = "female" if found[1] else "male"
        used.append(span)


def _job(said: Aligned, entry: Entry, used: list[Span]) -> None:
    for word in WORD.finditer(said.line):
        head = begins(said, word.start(), JOBS)
        if head is None or not _free((word.start(), word.start() + len(head)), used):
            continue
        start = word.start()
        end = _job_end(said, start + len(head), used, most=4 if head == "nghề" else 3)
        words = said.line[start:end]
        entry["occupation"] = re.sub(r"^(?:nghề(?: nghiệp)?|nghe(?: nghiep)?)[ :]*(?:là |la )?", "", words)
        used.append((start, end))
        return


def _job_end(said: Aligned, end: int, used: list[Span], *, most: int) -> int:
    for word in list(WORD.finditer(said.line, end))[:most]:
        apart = said.line[end : word.start()] not in (" ", ": ")
        if apart or word.group()[0].isdigit() or not _free(word.span(), used):
            break
        if begins(said, word.start(), (*BOUNDS, *HARM, *TITLES)):
            break
        end = word.end()
    return end


# What befell


def _treated(said: Aligned, entry: Entry, used: list[Span]) -> None:
    found = _TREATED.search(said.plain)
    if found is not None:
        entry["treated_at"] = said.line[found.start(1) : found.end(1)]
        used.append(found.span())


def _outcome(text: str, said: Aligned, entry: Entry) -> None:
    if _MISSING.search(said.plain):
        entry["outcome"] = "missing"
    elif tells_of_death(text):
        entry["outcome"] = "dead"


def _injury(said: Aligned, entry: Entry, used: list[Span], *, whole: bool) -> None:
    """Take the clauses that tell of harm: `whole` from their beginning, else from the part of the body on."""
    parts: list[str] = []
    for segment in re.finditer(r"[^,;.]+", said.line):
        start = _harm_in(said, segment.span(), used)
        if start is None:
            continue
        start = segment.start() if whole else _with_body(said, start)
        words = _without(said, (start, segment.end()), used)
        used.append((start, segment.end()))
        if not _DEATH_ONLY.fullmatch(f"{fold(words)} ".strip()) and not _MISSING.fullmatch(fold(words)):
            parts.append(_untimed(_LEADING.sub("", words)))
    if injury := ", ".join(part for part in parts if part):
        entry["injury"] = injury[:MOST_WORDS]


def _harm_in(said: Aligned, span: Span, used: list[Span]) -> int | None:
    for word in WORD.finditer(said.line, span[0], span[1]):
        if _free(word.span(), used) and begins(said, word.start(), ("bị", *HARM)):
            denied = _DENIED.search(said.plain, span[0], word.start())
            return denied.start() if denied else word.start()
    words = said.line[span[0] : span[1]]
    if _free(span, used) and candidates(words):
        return span[0] + len(words) - len(words.lstrip())
    return None


def _untimed(words: str) -> str:
    """Cut the time that stands behind an injury: "gãy tay lúc 8h hôm qua"."""
    found = _TIME_BEHIND.search(aligned(words).plain)
    return words[: found.start()].strip(_TAIL) if found and found.start() else words


def _with_body(said: Aligned, start: int) -> int:
    """Return where the parts of the body begin that stand right before: "chân bị đè"."""
    before = _BODY_BEFORE.search(said.line, 0, start)
    return before.start() if before else start


def _without(said: Aligned, span: Span, used: list[Span]) -> str:
    """Return the words of a span that were not taken for something else."""
    kept = [
        char for at, char in enumerate(said.line[span[0] : span[1]], span[0]) if _free((at, at + 1), used)
    ]
    return " ".join("".join(kept).split()).strip(_TAIL)


def _rest(said: Aligned, entry: Entry, used: list[Span], asked: str | None) -> None:
    """Let words that are nothing else answer what was asked."""
    field = {"hurt": "injury", "who": "name"}.get(asked or "")
    if field is None or field in entry:
        return
    rest = " ".join(_without(said, (0, len(said.line)), used).split()).strip(_TAIL)
    rest = re.sub(r"^(?:(?:tên|ten|là|la|làm|lam|bị|bi)\b[ :]*)+", "", rest, flags=re.IGNORECASE)
    if not re.search(r"[^\W\d_]", rest):
        return
    alone = not entry.keys() & {"occupation", "name", "birth_year"}
    if field == "injury" and (alone or len(rest.split()) >= 2):
        entry["injury"] = rest[:MOST_WORDS]
    elif field == "name" and len(rest.split()) <= 6:
        entry["name"] = f"{rest}." if said.line.endswith(f"{rest}.") and rest[-1].isupper() else rest
