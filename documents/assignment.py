"""Who does what: leads, partners, guides and recipients out of a label's value or a clause of prose."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from documents.told import closing_helpers, helpers, recipients
from domain.bound_names import begins_bound
from domain.letters import compile_letters
from domain.unit_checks import odd_in, parts_of
from domain.unit_lists import CLASS_START
from domain.unit_names import Slip, split_units, squeeze, starts_unit, unit_end
from domain.unit_people import held_by

MAX_VALUE = 4000
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Assignment:
    """Units as written, by role; `slips` tell what looks odd in the words; `nobody`: "không" stands there."""

    leads: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    by_mandate: bool = False
    slips: tuple[Slip, ...] = ()
    nobody: bool = False

    def joined(self, other: "Assignment") -> "Assignment":
        """Both together, nothing twice."""
        return Assignment(
            _once(self.leads + other.leads),
            _once(self.coordinating + other.coordinating),
            _once(self.others + other.others),
            self.by_mandate or other.by_mandate,
            _once(self.slips + other.slips),
            self.nobody or other.nobody,
        )


def _once(items: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


_OWNED_BY = (
    r"(?:\s+(?:được giao|được phân công|quản lý|phụ trách|của mình|của từng \w+ \w+|của đơn vị|hiện hành))*"
)
_TERRITORY = rf"(?:,?\s+(?:và\s+)?(?:theo\s+)?(?:địa bàn|lĩnh vực|phạm vi|thẩm quyền){_OWNED_BY})"
_MANDATE = re.compile(
    rf"(?:căn cứ|theo|trong phạm vi)\s+(?:đúng\s+)?chức năng(?:\s*,)?(?:\s+và)?\s+nhiệm vụ"
    rf"(?:\s*,?\s*(?:và\s+)?quyền hạn)?{_OWNED_BY}{_TERRITORY}*"
)
_MAYBE_MANDATE = re.compile(r"chức năng|địa bàn|lĩnh vực")
_ORPHAN = re.compile(rf"\s+(và\s+(?:địa bàn|lĩnh vực){_OWNED_BY})")
_FIELD = re.compile(rf"\s+theo\s+(?:từng\s+)?(?:địa bàn|lĩnh vực)(?:\s*,\s*(?:địa bàn|lĩnh vực))*{_OWNED_BY}")
_STANDING = re.compile(r"\s+[-–]\s+(?:là )?(?:cơ quan|đơn vị) (?:thường trực|đầu mối)[^,;]*")
_GUIDE = re.compile(
    r"(?:theo|dưới)\s+(?:sự\s+)?(?:hướng dẫn|chỉ đạo|lãnh đạo)(?:\s*,\s*(?:hướng dẫn|chỉ đạo|kiểm tra"
    r"|định hướng))*(?:\s+chuyên môn|\s+nghiệp vụ)?\s+(?:của|từ)\s+"
)
_ROLE = re.compile(
    r"(?P<lead>(?:(?:đồng |cùng )?[Cc]hủ trì(?! soạn thảo)|[Đđ]ầu mối"
    r"|[Cc]hịu trách nhiệm chính|làm chính|(?<!Tổng )(?<!tổng )phụ trách(?=\s*[,;.]|$))(?:\s+(?:thực hiện"
    r"|triển khai|tổ chức))*)"
    r"|(?P<co>(?:,\s*)?(?:(?:có|với) sự (?:tham gia|phối hợp)(?: của)?|(?<!quy chế )(?<!cơ chế )[Pp]hối hợp"
    r"|[Cc]ùng phối hợp|(?<=\w )(?:hỗ trợ|giúp việc|giúp sức)(?=\s*(?:[,;.]|$))"
    r"|(?<!người )(?<!đơn vị )(?<!cơ quan )"
    r"(?<!thành viên )(?<!địa phương )[Tt]ham gia)(?:\s+(?:chặt chẽ|với|cùng|thực hiện"
    r"|triển khai|tổ chức))*)"
)
_NUMBERS = compile_letters(r"(?:^|(?<=\s))\d{1,2}[.)]\s+(?=<A>)")
_ROLE_LABEL = re.compile(
    r"(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận)\s+(?:thường trực|(?P<role>chủ trì|đầu mối|phối hợp))(?: thực hiện)?\s*:\s*"
)
_ASKED = re.compile(r"^\s*(?:mời|đề nghị|giao|yêu cầu|cùng|có)\s+(?:thêm\s+)?")
_JOINT = re.compile(r"(?:,|;|\bvà)\s+")
_OTHER_WORK = re.compile(
    r"[\s,]*(?:thẩm định|thẩm tra|giám sát|hướng dẫn|kiểm tra|phê duyệt|góp ý|cho ý kiến|tư vấn)(?!\w)"
)
_TOGETHER = re.compile(r"(?<!cộng)\s+(?:đồng|cùng|làm|trực tiếp)\s*$")
_NOBODY = re.compile(r"\(?(?:không(?: có)?(?: đơn vị)?(?: phối hợp| nào)?|k|x|[-–/.]+)\)?", re.IGNORECASE)
_WORDS_ONLY = re.compile(r"(?:\s+(?:[^\W\d_]+|[-–&]))+")
_WORK = re.compile(
    r"(?<!\w)(?:chủ trì|phối hợp|thực hiện|thẩm định|thẩm tra|tổng hợp|theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát"
    r"|phê duyệt|báo cáo|tham mưu|triển khai|tham gia|hỗ trợ|chịu|phụ trách|là|để|theo|trong|tại|khi|nếu|thông qua"
    r"|căn cứ|trên cơ sở|vào|trước|sau|từ|đến|do|bằng|hoàn thành|xong|tổ chức|lập|cùng|làm|đồng|với|cho|các|những"
    r"|thường xuyên|hằng|hàng|định kỳ|tháng|quý|năm|ngày|tuần|giao|đảm nhiệm|đầu mối|chính|cung cấp|gửi|có)(?!\w)",
    re.IGNORECASE,
)
_BRACKETED_ROLE = re.compile(r"\s*\(\s*((?:chủ trì|phối hợp|đầu mối)[^()]{0,30})\)")
_WITH = re.compile(r"\s(?:với|cùng)$")
_MAYBE_WITH = re.compile("ham gia|hối hợp")


@lru_cache(maxsize=2048)
def read_value(value: str, default: str) -> Assignment:
    """Return a label's value. `default` (lead | coordinating | guidance | …) serves units without a word of role."""
    text = _NUMBERS.sub("; ", _BRACKETED_ROLE.sub(r" \1", squeeze(value[:MAX_VALUE]))).strip(" .;,:")
    text = _ROLE_LABEL.sub(lambda m: f"; {m['role'] or 'chủ trì'} ", text).strip(" ;")
    text = _STANDING.sub("", text)
    if _NOBODY.fullmatch(text):
        return Assignment(nobody=True)
    text, by_mandate, slips = _without_mandate(text)
    text, guides = _without_guides(text)
    assigned = Assignment(
        others=tuple((name, "guidance") for name in guides), by_mandate=by_mandate, slips=slips
    )
    if default not in {"lead", "coordinating"}:
        units = _units(text)
        return assigned.joined(Assignment(others=tuple((name, default) for name in units)))
    parts = _parts(_ROLE.sub("; ", text))
    if any(_overlooked(part) for part in parts) or _with_other_work(parts):
        assigned = assigned.joined(Assignment(slips=(Slip("unit-list-unclear", text[:200]),)))
    return settled(assigned.joined(_by_roles(text, default)))


def _overlooked(part: str) -> bool:
    """Tell whether another office stands behind what the first is to do: "Sở A thẩm định, Sở B tổng hợp"."""
    part = part.lstrip(" :,")
    behind = part[unit_end(part, 0, MAX_VALUE) :]
    return any(
        behind[joint.end() : joint.end() + 1].isupper()
        and starts_unit(behind[joint.end() : joint.end() + 80])
        for joint in islice(_JOINT.finditer(behind), 20)
    )


def _with_other_work(parts: list[str]) -> bool:
    """Tell whether one of several parts gives its units other work than the task: "…; Sở B thẩm định"."""
    return len(parts) > 1 and any(
        _OTHER_WORK.match(part, unit_end(part, 0, MAX_VALUE)) for part in (p.lstrip(" :,") for p in parts)
    )


def settled(assigned: Assignment) -> Assignment:
    """Return the same with offices for the people who hold them and no bare person; what is odd becomes a slip."""
    leads, about_leads = _settled_names(assigned.leads)
    partners, about_partners = _settled_names(assigned.coordinating)
    if not (about_leads or about_partners):
        return assigned
    slips = _once((*assigned.slips, *about_leads, *about_partners))
    return replace(assigned, leads=leads, coordinating=partners, slips=slips)


@lru_cache(maxsize=4096)
def _settled_names(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Slip, ...]]:
    units: list[str] = []
    slips: list[Slip] = []
    for name in names:
        held = held_by(name)
        if held and held.code == "unit-title" and len(names) == 1:
            held = None  # a post alone is who must do it; beside units it is who answers for them
        if held:
            slips.append(Slip(held.code, name, held.unit, (name,) if held.unit and held.unit != name else ()))
        elif code := odd_in(name):
            slips.append(Slip(code, name, alternatives=parts_of(name)))
        units.append(held.unit if held else name)
    return _once(unit for unit in units if unit), tuple(slips)


def _without_mandate(text: str) -> tuple[str, bool, tuple[Slip, ...]]:
    """Return the text without "theo chức năng, nhiệm vụ …"; a loose "và địa bàn quản lý" is a slip."""
    if not _MAYBE_MANDATE.search(text):
        return text, False, ()
    rest, count = _MANDATE.subn(" ", text)
    orphan = _ORPHAN.search(rest)
    slips = (Slip("unit-words-missing", orphan[1]),) if orphan else ()
    return squeeze(_FIELD.sub(" ", _ORPHAN.sub(" ", rest))), bool(count), slips


def _without_guides(text: str) -> tuple[str, tuple[str, ...]]:
    found = _GUIDE.search(text) if "của" in text or "từ" in text else None
    if not found or not starts_unit(text[found.end() :]):
        return text, ()
    end = min(
        (i for i in (text.find(";", found.end()), unit_end(text, found.end())) if i >= 0), default=len(text)
    )
    return text[: found.start()] + text[end:], split_units(text[found.end() : end])


def _units(text: str) -> tuple[str, ...]:
    """Return the units of a stretch; what they do, written behind each, is left out."""
    found: list[str] = []
    for asked in _parts(text):
        part = _ASKED.sub("", asked)
        end = unit_end(part, 0, MAX_VALUE)
        found.extend(split_units(part if _is_name_to_its_end(part, end) else part[:end]))
    return tuple(name for name in found if len(name) > 1)


def _is_name_to_its_end(part: str, end: int) -> bool:
    """Tell whether words behind what looks like a whole name still are the name, as nothing follows them.

    A value or a cell ends where its name does: "Phòng Cảnh sát quản lý hành chính" is one, though "quản lý" is
    a verb; "Sở Y tế thẩm định" says what the unit does.
    """
    rest = part[end:]
    words = rest.split()
    if begins_bound(part[:end].rpartition(" ")[2]):
        return False  # the document shows where this name ends
    if not words or len(words) > 9 or not _WORDS_ONLY.fullmatch(rest):
        return False
    if CLASS_START.match(part):  # "các cơ sở được kiểm tra", but not "các doanh nghiệp xây dựng nội quy"
        return words[0] in {"được", "có", "đang", "thuộc", "chưa", "đã", "nằm", "sử"}
    return rest.strip().lower() == "tổng hợp" or not _WORK.search(rest)


def _parts(text: str) -> list[str]:
    """Pieces between semicolons, and behind a full stop that a list goes on after."""
    return [
        part
        for part in re.split(r"\s*;\s*|\.\s+(?=và\s)|(?<=thực hiện)\s+(?=và các\s)", text.strip(" .;,:"))
        if part.strip()
    ]


def _by_roles(text: str, default: str) -> Assignment:
    """Walk over "chủ trì" and "phối hợp": units before the one lead, units behind the other assist."""
    marks = list(_ROLE.finditer(text))
    if not marks:
        return _as(default, _units(text))
    assigned = Assignment()
    pending = _units(_TOGETHER.sub("", text[: marks[0].start()]))
    for i, mark in enumerate(marks):
        until = marks[i + 1].start() if i + 1 < len(marks) else len(text)
        behind = _TOGETHER.sub("", text[mark.end() : until])
        following = marks[i + 1] if i + 1 < len(marks) else None
        if mark["lead"]:
            if pending:
                assigned, pending = assigned.joined(Assignment(leads=pending)), ()
            else:
                assigned, behind = _take(assigned, "lead", behind, following)
        elif pending and not _units(behind):
            assigned, pending = assigned.joined(_assisting(text, mark, assigned, pending, default)), ()
            continue
        else:
            assigned = assigned.joined(_as(default, pending))
            assigned, behind = _take(assigned, "coordinating", behind, following)
        pending = _units(behind)
    return assigned.joined(_as("coordinating" if assigned.leads else default, pending))


def _assisting(
    text: str, mark: re.Match[str], assigned: Assignment, pending: tuple[str, ...], default: str
) -> Assignment:
    """Units before a closing "phối hợp": of "A; B phối hợp" the last part assists; "A, B phối hợp" is unclear."""
    if assigned.leads or default != "lead":
        return _as("coordinating" if assigned.leads else default, pending)
    parts = _parts(text[: mark.start()])
    last = _units(parts[-1]) if len(parts) > 1 else ()
    if last and len(last) < len(pending):
        return Assignment(leads=pending[: -len(last)], coordinating=last)
    slips = (Slip("unit-list-unclear", text[:200]),) if len(pending) > 1 else ()
    return Assignment(leads=pending, slips=slips)


def _take(
    assigned: Assignment, role: str, behind: str, following: re.Match[str] | None
) -> tuple[Assignment, str]:
    """Units behind a word of role; before another "chủ trì" the last part belongs to that."""
    parts = _parts(behind)
    kept = ""
    if following and following["lead"] and len(parts) > 1 and not behind.rstrip().endswith((";", ".")):
        kept = parts.pop()
    units = tuple(name for part in parts for name in _units(part))
    return assigned.joined(_as(role, units)), kept


def _as(role: str, units: tuple[str, ...]) -> Assignment:
    return Assignment(leads=units) if role == "lead" else Assignment(coordinating=units)


@lru_cache(maxsize=2048)
def read_prose(text: str) -> Assignment:
    """Return the partners, guides and recipients named inside a clause; its subject is the caller's to find."""
    text, by_mandate, _ = _without_mandate(unicodedata.normalize("NFC", text[:MAX_VALUE]))
    slips: tuple[Slip, ...] = ()
    text, guides = _without_guides(text)
    partners: list[str] = []
    others = [(name, "guidance") for name in guides]
    for mark in _ROLE.finditer(text) if _MAYBE_WITH.search(text) else ():
        if mark["co"] and starts_unit(text[mark.end() :].lstrip()[:80]):
            begin = mark.end()
            partners.extend(split_units(text[begin : unit_end(text, begin)]))
        elif mark["co"] and _WITH.search(mark.group()):
            slips = (*slips, Slip("unit-list-unclear", text[mark.start() : mark.end() + 80].strip(" ,")))
    partners.extend(helpers(text) if "chủ trì" in text else closing_helpers(text))
    others.extend((name, "recipient") for name in recipients(text))
    return Assignment((), _once(partners), _once(others), by_mandate, slips)


def with_leads(assigned: Assignment, leads: tuple[str, ...]) -> Assignment:
    """Return the same with these leads; where people are named, their offices."""
    return settled(replace(assigned, leads=leads))
