"""Who is told of the work and who helps with it, as the words of a clause say it."""

import re
from itertools import islice

from domain.unit_bounds import starts_unit, unit_end
from domain.unit_lists import split_units
from domain.unit_tails import name_ends

_FARTHEST = 4000
_HELPING = re.compile(r",\s+(?:và\s+)?(?P<together>cùng(?:\s+với)?\s+)?")
_HELPS_LAST = re.compile(r"\s+(?:cùng )?(?:tham gia|phối hợp|hỗ trợ)(?: thực hiện)?[\s.;]*$")
_JOINT = re.compile(r",\s+(?:(?:có|mời|do|cùng)\s+)?")
_HELPS = re.compile(r"\s*(?:cùng\s+)?(?:hỗ trợ|phối hợp|tham gia|giúp|bảo đảm|lo)(?!\w)")
_RECIPIENT = re.compile(
    r"(?<!\w)(?:gửi(?:\s+(?:báo cáo|kết quả|văn bản|số liệu|danh sách))?(?:\s+(?:về|cho|đến|tới|lên))?"
    r"|(?:báo cáo|phản ánh|thông tin|báo tin|thông báo|báo kết quả|báo số liệu|báo"
    r"|kiến nghị|đề xuất)(?:\s+(?:kịp thời|ngay|nhanh|bằng văn bản))*"
    r"(?:\s+(?:về|cho|với|đến|tới|gửi))?|về|cho|trình|tham mưu(?:\s+(?:cho|giúp|đề xuất))?|(?:thông )?qua)\s*:?\s+",
    re.IGNORECASE,
)
_ADVICE = re.compile(r"tham mưu", re.IGNORECASE)


def helpers(text: str) -> list[str]:
    """Return who helps the one that leads: "… chủ trì, cùng các đoàn thể …", "…, Trung tâm A hỗ trợ nhân lực"."""
    found: list[str] = []
    for joint in islice(_HELPING.finditer(text, text.index("chủ trì")), 20):
        begin = joint.end()
        if not starts_unit(text[begin : begin + 80]):
            continue
        end = name_ends(text, begin, unit_end(text, begin))
        if joint["together"] or _HELPS.match(text, end):
            found.extend(split_units(text[begin:end]))
    return found


def closing_helpers(text: str) -> tuple[str, ...]:
    """Return who helps, as a sentence's last words say it: "…, Công an xã và Trạm Y tế xã tham gia"."""
    if not (last := _HELPS_LAST.search(text)):
        return ()
    for joint in islice(_JOINT.finditer(text, max(0, last.start() - 300), last.start()), 20):
        named = text[joint.end() : last.start()]
        if named[:1].isupper() and starts_unit(named[:80]) and unit_end(named) == len(named):
            return split_units(named)  # "các hộ tham gia" says who comes, not who helps
    return ()


def recipients(text: str) -> list[str]:
    """Return whom a clause tells, sends to or asks: "báo cáo ngay Sở Y tế", "gửi số liệu về Phòng Kinh tế"."""
    found: list[str] = []
    for mark in _RECIPIENT.finditer(text):
        if starts_unit(text[mark.end() : mark.end() + 80]) and _is_recipient(text, mark):
            found.extend(split_units(text[mark.end() : unit_end(text, mark.end())]))
    return found


def _is_recipient(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark leads to a recipient: a bare "về" or "qua" does only where something is reported."""
    word = mark.group().strip().lower()
    if word in {"về", "cho", "qua", "thông qua"}:
        return bool(
            re.search(r"báo cáo|gửi|phản ánh|kết quả|thông tin|số liệu", text[: mark.start()], re.IGNORECASE)
        )
    return True


def advised(text: str) -> tuple[str, ...]:
    """Return the bodies that a clause gives advice to ("tham mưu …"): always of the author's own level."""
    found: list[str] = []
    for mark in _RECIPIENT.finditer(text[:_FARTHEST]):
        if _ADVICE.match(mark.group()) and starts_unit(text[mark.end() : mark.end() + 80]):
            found.extend(split_units(text[mark.end() : unit_end(text, mark.end())]))
    return tuple(found)
