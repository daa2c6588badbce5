"""People named where a unit should stand: who holds an office stands for it, a bare person for nobody."""

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.bound_names import unbound
from domain.letters import compile_letters
from domain.unit_bounds import starts_unit

# Office-holders whose title already holds their office's name: "Trưởng phòng Y tế" heads Phòng Y tế.
_WITHIN = re.compile(
    r"(?:Phó\s+)?(?:Chánh (?P<chief>Văn phòng|Thanh tra)"
    r"|(?:Trưởng|trưởng)\s+(?P<part>[Pp]hòng|[Bb]an|[Tt]rạm|[Đđ]oàn|[Đđ]ài|[Bb]ộ phận))(?=\s|$)"
)
_TITLE = re.compile(
    r"(?:Đồng chí\s+|Đ/c\s+)?(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Tổng Giám đốc|Thủ trưởng|Hiệu trưởng|Bí thư"
    r"|Cục trưởng|Chi cục trưởng|Viện trưởng|Trạm trưởng|Đồn trưởng|Hạt trưởng|Viện trưởng|Đội trưởng|Tổ trưởng"
    r"|Chỉ huy trưởng|Chính trị viên"
    r"|Trưởng|Người đứng đầu|Lãnh đạo|Chủ nhiệm|Chánh án|Quản đốc)\s+",
    re.IGNORECASE,
)
_TITLE_ALONE = compile_letters(
    r"(?:Phó\s+)?(?:Chủ tịch|Giám đốc|Tổng Giám đốc|Hiệu trưởng|Bí thư|Thủ trưởng|Chánh Văn phòng|Chánh Thanh tra"
    r"|Trưởng phòng|Trưởng ban|Đội trưởng|Tổ trưởng)|P?GĐ(?:\s+<A>\w*)*|P?CT(?:\s+<A>\w*)*"
)
# The head of a hamlet is its only office: nobody else would be told.
_HAMLET = re.compile(
    r"Bí thư chi bộ|(?:Tổ )?trưởng\s+(?:các\s+|ban\s+)?(?:thôn|bản|ấp|khóm|buôn|khu|tổ dân phố|khu phố|xóm)",
    re.IGNORECASE,
)
_AS_ABOVE = re.compile(r"(?:như (?:trên|mục .*)|-?nt-?)", re.IGNORECASE)
_ADDRESSED = re.compile(r"(?:Các\s+)?(?:đồng chí|đ/c|ông|bà|anh|chị)(?:\s|$)", re.IGNORECASE)
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Mai|Tô|Cao|Lương|Tạ|Hà"
    "|Châu|Quách"
)
_NAME = compile_letters(rf"(?:{_SURNAMES})(?:\s+<A>\w*){{1,4}}")
_POST = re.compile(r"(?:toàn thể )?(?:cán bộ|công chức|viên chức),?\s+\S", re.IGNORECASE)
_BEFORE_TITLE = re.compile(
    r"(?:^|[-–,(]\s*|\s)(?=(?:Phó |phó )?(?:Chủ tịch|Giám đốc|Trưởng|Chánh|Hiệu trưởng|Bí thư)\s)"
)
_LEVEL_AFTER = re.compile(r"(?:tỉnh|huyện|xã|phường|thành phố|quận|thị xã|thị trấn)(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Held:
    """What a name with a person in it stands for: `unit` ("" for nobody known); `code` of the doubt."""

    unit: str
    code: str  # unit-officer | unit-person | unit-title | unit-post


@lru_cache(maxsize=8192)
def held_by(name: str) -> Held | None:
    """Return the office a title or a person's name stands for, None where no person is named."""
    name = unbound(name)
    if _HAMLET.match(name):
        return None
    if _AS_ABOVE.fullmatch(name):
        return Held("", "unit-person")
    if _NAME.fullmatch(name):
        return Held("", "unit-person")
    if _ADDRESSED.match(name):
        return _addressed(name)
    if _TITLE_ALONE.fullmatch(name):
        return Held("", "unit-title")
    if office := _office(name):
        return Held(office, "unit-officer")
    if _POST.match(name):
        return Held(name, "unit-post")
    return None


def _addressed(name: str) -> Held:
    """Read "Đồng chí …": the office is what stands behind a title, if any does."""
    for title in _BEFORE_TITLE.finditer(name):
        if office := _office(name[title.end() :].strip(" )")):
            return Held(office, "unit-officer")
    return Held("", "unit-person")


def _office(name: str) -> str:
    if found := _WITHIN.match(name):
        head = found["chief"] or found["part"].capitalize()
        rest = name[found.end() :].strip()
        if rest.startswith("các ") or (found["part"] and not rest):
            return ""
        return f"{head} {rest}".strip() if rest else ""
    found = _TITLE.match(name)
    if not found:
        return ""
    rest = re.sub(r"\s+(?:phụ trách|trực tiếp|được giao).*$", "", name[found.end() :])
    return rest if " " in rest and starts_unit(rest) and not _LEVEL_AFTER.match(rest) else ""
