"""The lines of "Nơi nhận": who gets the document, and to what end ("b/c", "P/h", "đ/b")."""

import re
from collections.abc import Sequence

from documents.source import Block, Line, Row
from domain.plan import Recipient
from domain.unit_names import squeeze

_TO = re.compile(r"[\W_]*nơi nhận\s*:?", re.IGNORECASE)
_ATTACHED = re.compile(
    r"(?:PHỤ LỤC|Phụ lục)\b|(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|BẢNG PHÂN CÔNG|DANH MỤC)(?:\s[A-ZĐÀ-Ỹ ]+)?$"
)
_GOES_ON = re.compile(r"[a-zà-ỹđ(]")
_MARK = re.compile(
    r"\(\s*((?:để\s+)?(?:b/c|p/h|đ/b|t/h|th/h|k/t|báo cáo|phối hợp|thực hiện|biết)[^()]{0,20})\)",
    re.IGNORECASE,
)


_STANDING = re.compile(
    r"^TT\.?(?= (?:(?:Tỉnh|Huyện|Thành|Thị|Quận|Đảng) [uủ][ỷy]|HĐND|Hội đồng nhân dân|UBMTTQ|MTTQ))"
)


def opens_recipients(line: str) -> bool:
    """Tell whether the list of recipients begins at a line."""
    return bool(_TO.match(line))


def read_recipients(blocks: Sequence[Block], lines: list[str], at: int) -> tuple[tuple[Recipient, ...], int]:
    """Return the lines of "Nơi nhận", and the index where an annex or an attached plan (or nothing) follows."""
    found: list[tuple[str, Line]] = []
    i = at
    while i < len(lines):
        text = squeeze(re.split(r"\t|\s{3,}", lines[i].strip())[0])
        if i > at and _ATTACHED.match(text):
            break
        block = blocks[i]
        if isinstance(block, Row):
            break
        if i == at:
            text = _TO.sub("", text, count=1).strip()
        if block.joined and found:
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        elif text.startswith(("-", "–", "+", "•", "*")) or (i == at and text):
            found.append((text, block))
        elif found and _GOES_ON.match(text) and not found[-1][0].endswith((";", ".")):
            found[-1] = (f"{found[-1][0]} {text}", found[-1][1])
        i += 1
    parts = ((part, line) for text, line in found for part in text.split(";") if part.strip(" -–+•*.;"))
    return tuple(_recipient(part, line) for part, line in parts), i


def _recipient(part: str, line: Line) -> Recipient:
    text = squeeze(part).strip(" -–+•*.;,")
    if re.match(r"Lưu\b", text):
        return Recipient(text, "Lưu", line.number)
    mark = _MARK.search(text)
    name = _STANDING.sub("Thường trực", squeeze(_MARK.sub("", text)).strip(" .;,"))
    return Recipient(name, mark[1].strip() if mark else None, line.number)
