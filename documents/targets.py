"""Targets of a plan: the number, how it binds, and what it counts."""

import re

from documents.clause_words import SENTENCE
from documents.items import Node
from documents.problems import problem
from documents.references import mask_references
from domain.plan import Problem, Target

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_UNITS = (
    r"%\s*/\s*năm|(?:vụ|người|lần|tấn|đợt|cuộc)\s*/\s*năm|%|phần trăm|lượt người|người|cơ sở"
    r"|doanh nghiệp|lớp|cuộc|hội nghị|vụ|đơn vị|xã"
    r"|triệu đồng|tỷ đồng|lần|đợt|mô hình|tin|bài"
    r"|tuổi|ha|km|m2|m3|tấn|hộ dân|hộ|học sinh|sinh viên|lao động"
    r"|công trình|thiết bị|điểm|thôn|trường|cây|hồ sơ|buổi|giờ|phút|ngày|giường|bác sĩ"
)
_FIGURE = re.compile(
    rf"(?<![\d/.,\w-])(?P<n>\d{{1,3}}(?:\.\d{{3}})+"
    rf"|\d{{1,9}}(?:[.,]\d{{1,4}})?)\s*(?P<unit>(?:{_UNITS})(?!\w))?(?P<more>\s*trở lên|\s*trở xuống)?"
)
_COMPARATORS: tuple[tuple[str, str], ...] = (
    (r"không (?:quá|vượt quá|vượt)|tối đa|cao nhất", "at_most"),
    (r"ít nhất|tối thiểu|không (?:dưới|thấp hơn|ít hơn)|đạt từ", "at_least"),
    (r"dưới|thấp hơn|nhỏ hơn|ít hơn", "below"),
    (r"trên|hơn|vượt|cao hơn", "above"),
    (r"giảm|tăng", "change_by"),
    (r"đạt|bảo đảm|đảm bảo|phấn đấu|có", "at_least"),
)
_COMPARED = re.compile("|".join(f"({pattern})" for pattern, _ in _COMPARATORS), re.IGNORECASE)
_TWO_WAYS = re.compile(r"(?:giảm|tăng)\s+(?:dưới|trên|hơn)\s+\d[\d.,]*\s*%(?:\s*/\s*năm)?", re.IGNORECASE)
_SHARE = re.compile(
    r"(?:ít nhất|tối thiểu|trên|đạt)\s+\d[\d.,]*\s*%\s*/\s*năm\s+(?:số|tổng số|người|các)", re.IGNORECASE
)


_CUT = re.compile(rf";|{SENTENCE.pattern}")


def read_targets(node: Node) -> tuple[list[Target], list[Problem]]:
    """Return the targets an item states: one, or one for each part between semicolons or full stops."""
    text, targets, problems = node.text.text, list[Target](), list[Problem]()
    pieces = _pieces(text)
    for i, (start, end) in enumerate(pieces):
        words = text[start:end].strip()
        lines = node.text.lines_at(start, end)
        name = node.path()
        if len(pieces) > 1:
            words = words.strip(" .;")
            name += "." + (_LETTERS[i] if i < len(_LETTERS) else str(i + 1))
        value, comparator, unit = read_figure(words)
        targets.append(Target(name, words, value, comparator, unit, lines))
        for pattern, code in ((_TWO_WAYS, "target-ambiguous"), (_SHARE, "target-share-or-growth")):
            if found := pattern.search(words):
                problems.append(problem(lines[0], code, found=found.group()))
    return targets, problems


def _pieces(text: str) -> list[tuple[int, int]]:
    cuts = [m.span() for m in _CUT.finditer(text)]
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(text)]
    return [(a, b) for a, b in zip(starts, ends, strict=True) if text[a:b].strip(" .")]


def read_figure(text: str) -> tuple[float | None, str | None, str | None]:
    """`(value, comparator, unit)` of a target's words; three Nones where it counts nothing.

    `change_by` is signed: "giảm 5%" is -5.
    """
    masked = mask_references(text)
    for figure in _FIGURE.finditer(masked):
        before = masked[max(0, figure.start() - 30) : figure.start()]
        compared = list(_COMPARED.finditer(before))
        close = compared and len(before) - compared[-1].end() <= 12
        if not figure["unit"] or re.search(r"(?:năm|tháng|ngày|quý|số|giai đoạn)\s*$", before):
            continue
        comparator = _COMPARATORS[(compared[-1].lastindex or 1) - 1][1] if compared and close else None
        if figure["more"]:
            comparator = "at_least" if "lên" in figure["more"] else "at_most"
        if comparator is None and "%" not in figure["unit"]:
            continue
        value = _number(figure["n"])
        if comparator == "change_by" and compared[-1].group().lower() == "giảm":
            value = -value
        return (
            value,
            comparator or "at_least",
            re.sub(r"\s", "", figure["unit"]) if "%" in figure["unit"] else figure["unit"],
        )
    return None, None, None


def _number(text: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return float(text.replace(".", ""))
    return float(text.replace(",", "."))
