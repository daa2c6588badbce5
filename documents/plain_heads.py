"""Headings without a number: "Nhiệm vụ trọng tâm", and a time that the items below it share, "Tháng 3/2026"."""

import re
from collections.abc import Sequence
from itertools import pairwise

from documents.clause_words import VERB_START
from documents.labels import find_labels
from documents.markers import read_marker
from documents.parts import opens_part
from documents.source import Block, Line
from documents.time_phrases import time_phrase
from documents.whole_times import is_whole_time
from domain.unit_capitals import taken_down
from domain.unit_lists import starts_unit, unit_end

_LONGEST = 70
_LONGEST_UNITS = 160
_SAYS = re.compile(
    r"\s(?:thông báo|yêu cầu|đề nghị|chỉ đạo|kết luận|chỉ thị|quyết định|giao|báo cáo)$", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?:(?:trong |từ |đến |hết )?(?:tháng|quý|tuần(?: lễ)?|đợt|giai đoạn|học kỳ|năm(?: học)?|kỳ)\s+"
    r"(?:\d|[IVX]+\b|thứ |cuối|đầu)[^.;:]*|cả năm|quanh năm|hằng (?:năm|quý|tháng|tuần|ngày)"
    r"|hàng (?:năm|quý|tháng|tuần|ngày)|thường xuyên|6 tháng (?:đầu|cuối) năm[^.;:]*)",
    re.IGNORECASE,
)

_ENACTS = re.compile(
    r"QUYẾT ĐỊNH|CHỈ THỊ|CỘNG H|ĐỘC LẬP|CHỦ TỊCH|GIÁM ĐỐC|KẾ HOẠCH|CHƯƠNG TRÌNH|DANH MỤC|BẢNG|NƠI NHẬN|PHỤ LỤC"
)
_BRACKETED = re.compile(
    r"(?:giai đoạn|đợt|tuần|bước|kỳ)\s+[\w]{1,5}\s*\((?P<span>[^()]{4,60})\)", re.IGNORECASE
)


def is_time_heading(text: str) -> bool:
    """Tell whether a heading names nothing but a time: "Tháng 3/2026", "Cả năm:"."""
    words = text.strip(" .:;*")
    if is_whole_time(words):
        return True
    if spanned := _BRACKETED.fullmatch(words):
        return time_phrase(spanned["span"], lone=True) == spanned["span"]
    return (
        len(words) <= _LONGEST
        and bool(_SPAN.fullmatch(words))
        and (time_phrase(words, lone=True) == words or "năm" in words.lower().split()[:2])
    )


def is_plain_heading(text: str) -> bool:
    """Tell whether a line without a marker heads the lines below it: a part of the plan, or a time."""
    words = text.strip()
    if not words or len(words) > _LONGEST or words[-1] in ".;,":
        return False
    if not words[0].isupper():
        return False
    return opens_part(words) or is_time_heading(words)


def is_shouted(text: str) -> bool:
    """Tell whether a line in capitals names a part in words of its own: "TUYÊN TRUYỀN"."""
    words = text.strip(" .:;*")
    plain = not any(letter.isdigit() for letter in words) and len(words) <= _LONGEST
    return plain and words.isupper() and " " in words and not starts_unit(words) and not _ENACTS.match(words)


def begins_items(text: str) -> bool:
    """Tell whether a line is no title any more: a heading, an item with a dash, a line with labels."""
    if is_plain_heading(text) or read_marker(text)[0].startswith("bullet"):
        return True
    labels = find_labels(text)
    return bool(labels) and (labels[0].at == 0 or len(labels) > 1)


def unit_lines(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of lines without a marker that name units alone and have what these are to do below."""
    lines = [block for block in blocks if isinstance(block, Line) and block.text.strip()]
    return frozenset(
        line.number
        for line, below in pairwise(lines)
        if _names_units(line.text) and _is_work(below.text, announced=line.text.rstrip().endswith(":"))
    )


def _names_units(text: str) -> bool:
    if text.rstrip()[-1:] in ".;,":
        return False
    words = taken_down(" ".join(text.split()).strip(" .:;*_"))
    if not words[:1].isupper() or len(words) > _LONGEST_UNITS or read_marker(words)[0] or _SAYS.search(words):
        return False
    return (
        not opens_part(words)
        and starts_unit(words[:80])
        and (unit_end(words) == len(words) or (text.strip().isupper() and len(words) < _LONGEST))
    )


def _is_work(text: str, *, announced: bool) -> bool:
    words = text.strip(" *_")
    style = read_marker(words)[0]
    if style:
        return style.startswith(("bullet", "letter", "number", "paren", "dotted", "small"))
    return bool(VERB_START.match(words)) or (announced and not _names_units(text))
