"""Prose taken apart: the duties of a paragraph, who owes each, and where in it a time is named."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from documents.references import mask_references
from domain.date_words import DATE_PATTERN
from domain.unit_lexicon import VERBS
from domain.unit_names import split_units, starts_unit, unit_end
from domain.word_trie import alternation


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty of a paragraph: where it stands in the text, its words, and the units it names as its subject."""

    start: int
    end: int
    text: str
    subject: tuple[str, ...]
    verb: str


_SENTENCE = re.compile(r"(?<=[^\s.A-ZĐ])[.!?…]+/?\.?\s+(?=[\"“(]?[A-ZĐÀ-Ỹ])")
_SEMICOLON = re.compile(r"\s*;\s*")
_VERB_START = re.compile(
    rf"(?:và\s+)?(?:{alternation(VERBS)}|(?:trong )?quá trình"
    rf"|nếu|trường hợp|khi có)\b",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Ngoài|Ngay sau khi|Sau khi|Hằng|Hàng|Định kỳ|Trước|Khi|Trong"
    r"|Quá trình|Nếu|Trường hợp"
    r"|Chậm nhất|Đến|Từ|Kết thúc)\b"
)
_GROUND = re.compile(r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo)\b")
_CHARGE = re.compile(
    r"(?:[-+*•]\s*)?(?:Giao|giao|Mời|mời|Đề nghị|đề nghị|Yêu cầu|yêu cầu|Phân công|phân công)(?: trách nhiệm"
    r"| nhiệm vụ)?(?: cho)?\s+"
)
_STANDING = re.compile(
    r"(?:có trách nhiệm |chịu trách nhiệm |chủ động |thường xuyên |tiếp tục |tăng cường |làm đầu mối "
    r"|là đầu mối,? ?|là cơ quan (?:thường trực|đầu mối),? ?)*"
    r"(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát|quản lý|duy trì)",
    re.IGNORECASE,
)
_WHENEVER = (
    rf"(?:(?:hoàn thành|xong|thực hiện)\s+)?(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|đến|trong))*|trước"
    rf"|đến hết|đến|hết|trong|vào)"
    rf"\s+(?:(?:trước|hết)\s+)?(?:{DATE_PATTERN})"
)
_ATOM = re.compile(
    rf"(?:{_WHENEVER}"
    r"|(?:(?:định kỳ|chế độ)\s+)?(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)(?:\s*,\s*(?:hằng "
    r"|hàng )?(?:quý|năm|6 tháng))*"
    r"|định kỳ(?:\s+(?:(?:0?\d|sáu|ba)\s+tháng(?:\s+(?:một|1)\s+lần|/lần)?(?:\s*(?:,|và)\s*(?:hằng |hàng "
    r"|cả )?năm)?|quý|tháng|năm))?"
    r"|(?:\d{1,2}|một|hai)\s+lần\s*/\s*(?:tuần|tháng|quý|năm)"
    r"|đột xuất|khi có (?:yêu cầu|chỉ đạo)(?:\s+của [^,;.()]{2,60})?|theo yêu cầu của [^,;.()]{2,60}"
    r"|(?:trong\s+(?:vòng|thời hạn|thời gian)\s+|chậm nhất(?: là)?\s+"
    r"|sau\s+)?\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?(?:giờ|ngày làm việc|ngày|tuần)"
    r"(?:\s+làm việc)?,?\s+(?:kể từ|tính từ|sau khi)\s+[^,;.()]{2,120}"
    r"|ngay sau khi [^,;.()]{2,120}"
    rf"|từ\s+(?:{DATE_PATTERN})\s*(?:[-–]|đến)\s*(?:hết\s*)?(?:{DATE_PATTERN})"
    r"|quý (?:iv|iii|ii|i)\s*(?:/|năm )\s?\d{4}|tháng \d{1,2}\s*(?:/|năm )\s?\d{4})",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:\s*(?:,|và)\s*(?:0?6 tháng|quý|(?:cả |hằng |hàng )?năm)(?!\s*\d|\w))+", re.IGNORECASE)
_JOINT = re.compile(r"[\s,()]*(?:(?:và|hoặc|đến|của|các|báo cáo|quý|năm|tháng|0?6 tháng)[\s,()]*)*")
_LONE_RHYTHM = re.compile(r"(?:hằng|hàng|mỗi)\s+(?:tuần|tháng|quý|năm)", re.IGNORECASE)
_BY_RULES = re.compile(r"theo quy định$")
_ENDING = " .;,:/"


def split_clauses(text: str) -> list[Clause]:
    """Return the duties of a paragraph: its sentences, and their parts that begin with a verb or a new subject."""
    clauses: list[Clause] = []
    for start, end in _pieces(text):
        body = text[start:end]
        begin, subject, verb_at = find_subject(body)
        words = body[begin:].strip(_ENDING)
        if words and clauses and not subject and time_phrase(words, lone=True) == words:
            last = clauses[-1]
            clauses[-1] = replace(last, end=end, text=text[last.start : end].strip(_ENDING))
        elif words:
            clauses.append(Clause(start + begin, end, words, subject, body[verb_at:].strip(_ENDING)))
    return clauses


def _pieces(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for stop in [*_SENTENCE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        found.extend(_parts(text, start, end))
        start = stop.end() if stop else end
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence at semicolons; a part that begins with neither verb nor subject belongs to the one before."""
    cuts = [start]
    ends: list[int] = []
    for found in _SEMICOLON.finditer(text, start, end):
        behind = text[found.end() : found.end() + 300]
        inside = text.count("(", cuts[-1], found.start()) > text.count(")", cuts[-1], found.start())
        if not inside and (_VERB_START.match(behind) or (starts_unit(behind[:80]) and _acts(behind))):
            ends.append(found.start())
            cuts.append(found.end())
    return list(zip(cuts, [*ends, end], strict=True))


def _acts(text: str) -> bool:
    """Whether a verb follows the units the text begins with, before the next semicolon."""
    rest = text[unit_end(text) :].lstrip(" ,")
    return bool(_VERB_START.match(rest))


def find_subject(sentence: str) -> tuple[int, tuple[str, ...], int]:
    """`(begin, units, verb)`: where the duty's words begin, the units charged, where their verb stands."""
    begin = 0
    if _INTRO.match(sentence):
        for comma in re.finditer(r"[,;:]\s+", sentence[:300]):
            rest = _CHARGE.sub("", sentence[comma.end() : comma.end() + 300], count=1)
            if starts_unit(rest[:80]) and _acts(rest):
                ground = _GROUND.match(sentence) and not _ATOM.search(sentence[: comma.start()])
                begin = comma.end() if ground else 0
                return _subject_at(sentence, comma.end(), begin)
    return _subject_at(sentence, 0, begin)


def _subject_at(sentence: str, at: int, begin: int) -> tuple[int, tuple[str, ...], int]:
    charge = _CHARGE.match(sentence, at)
    names_at = charge.end() if charge else at
    if not starts_unit(sentence[names_at : names_at + 80]):
        return begin, (), at
    end = unit_end(sentence, names_at)
    rest = sentence[end:].lstrip(" ,:")
    if not rest or not (charge or _VERB_START.match(rest) or sentence[end : end + 1] == ":"):
        return begin, (), at
    return begin, split_units(sentence[names_at:end]), len(sentence) - len(rest)


def time_phrase(text: str, *, lone: bool) -> str | None:
    """Return the words of a clause that say when, as written; `lone` accepts a bare "hằng năm" in mid-sentence."""
    phrases = time_phrases(text, lone=lone)
    return phrases[0] if phrases else None


@lru_cache(maxsize=1024)
def time_phrases(text: str, *, lone: bool) -> tuple[str, ...]:
    """Return every such stretch of words, the one that says most first."""
    masked = mask_references(text)
    spans: list[tuple[int, int]] = []
    for atom in _ATOM.finditer(masked):
        if spans and _JOINT.fullmatch(masked, spans[-1][1], atom.start()):
            spans[-1] = (spans[-1][0], atom.end())
        else:
            spans.append((atom.start(), atom.end()))
    spans = [s for s in spans if lone or s[0] == 0 or not _LONE_RHYTHM.fullmatch(masked[s[0] : s[1]])]
    spans.sort(key=lambda span: (not re.search(r"\d", masked[span[0] : span[1]]), span[0] - span[1]))
    return tuple(_phrase(text, masked, span) for span in spans)


def _phrase(text: str, masked: str, span: tuple[int, int]) -> str:
    start, end = span
    more = _MORE.match(masked, end)
    end = more.end() if more else end
    opened = text.count("(", start, end) - text.count(")", start, end)
    if opened > 0 and text[end : end + 1] == ")":
        end += 1
    return text[start:end].strip(" ,;.")


def by_rules(text: str) -> bool:
    """Whether a clause about reporting leaves its time to other rules: "… theo quy định"."""
    return bool(_BY_RULES.search(text)) and "báo cáo" in text.lower()


def is_standing(verb: str) -> bool:
    """Whether what is done has no end: "theo dõi, đôn đốc"."""
    return bool(_STANDING.match(verb))


def is_report(verb: str, *, timed: bool, to_someone: bool) -> bool:
    """Whether a clause makes somebody owe a report to somebody."""
    lower = verb.lower()
    if "báo cáo" not in lower or not to_someone:
        return False
    head = re.sub(r"^(?:định kỳ|hằng năm|hàng năm|đột xuất)[^,]{0,80},\s*", "", lower)
    return timed or bool(
        re.match(
            r"(?:có trách nhiệm |chủ động )?(?:tổng hợp,? )?(?:(?:và )?(?:gửi |xây dựng |lập )?báo cáo)", head
        )
    )
