"""Which part of a plan an item belongs to: purpose, targets, work, organisation."""

import re
from enum import StrEnum

from documents.items import Node


class Part(StrEnum):
    """The parts a plan is made of."""

    PURPOSE = "purpose"
    TARGETS = "targets"
    WORK = "work"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.ORGANISATION, r"tổ chức thực hiện|phân công|trách nhiệm|kinh phí"),
    (Part.ORGANISATION, r"chế độ (?:thông tin,? )?báo cáo|thông tin,? báo cáo|công tác báo cáo"),
    (Part.WORK, r"nhiệm vụ|giải pháp|nội dung|công việc|hoạt động|lộ trình|các bước"),
    (Part.TARGETS, r"mục tiêu|chỉ tiêu"),
    (Part.PURPOSE, r"mục đích|yêu cầu|quan điểm|căn cứ|đặc điểm|thực trạng|tình hình|phạm vi|đối tượng"),
)
_ANYWHERE = tuple((part, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for part, words in _PARTS)
_ALONE = tuple(
    (
        part,
        re.compile(
            rf"(?:các |về |công tác )?(?:{words})(?: (?:chung|cụ thể|chủ yếu|trọng tâm|thực hiện|nhiệm vụ"
            rf"|và [^.:]{{1,40}}))*\s*(?:[.:]|$)",
            re.IGNORECASE,
        ),
    )
    for part, words in _PARTS
)
_WORK_TOO = re.compile(r"nhiệm vụ\s*(?:,|và)|giải pháp", re.IGNORECASE)
_ASSIGNS = re.compile(r"phân công(?! .{0,30}tổ chức thực hiện)|trách nhiệm của", re.IGNORECASE)
_ASSIGNS_ALL = re.compile(
    r"phân công|giao (?:nhiệm vụ|việc)|nhiệm vụ (?:của|cho) (?:các )?thành viên|nhiệm vụ (?:cụ thể|như sau)",
    re.IGNORECASE,
)
_OF_A_UNIT = re.compile(r"trách nhiệm của", re.IGNORECASE)
_SECTION_STYLES = frozenset({"roman", "upper", "part", "annex", "head"})
_SAID = re.compile(r"[.;/]\s*$")
HEADING = 140


def part_of(node: Node, above: Part, *, work_elsewhere: bool) -> Part:
    """Return the part an item opens, or the one it stands in.

    `work_elsewhere`: another section lists the tasks, so that one assigning work speaks of the organisation.
    """
    text = node.text.text[:HEADING]
    if node.style == "article" and not _heads_items(node, text):
        return Part.WORK if not work_elsewhere and _ASSIGNS_ALL.search(text) else Part.ORGANISATION
    if is_section(node) or node.style == "article":
        return _part_of_section(node, text, above, work_elsewhere=work_elsewhere)
    if node.is_bullet:
        return above
    opened = next((part for part, pattern in _ALONE if pattern.match(text)), None)
    return opened if opened and (above is not Part.WORK or opened is not Part.PURPOSE) else above


def _heads_items(node: Node, text: str) -> bool:
    """Tell whether an article is a heading with items of its own ("Điều 1. An toàn điểm thi"), not a sentence."""
    return (
        len(text) < HEADING and not _SAID.search(text) and any(not child.is_bullet for child in node.children)
    )


def _part_of_section(node: Node, text: str, above: Part, *, work_elsewhere: bool) -> Part:
    head = text.partition(":")[0] if len(node.text.text) > HEADING else text
    parts = {part for part, pattern in _ANYWHERE if pattern.search(head)}
    if {Part.WORK, Part.ORGANISATION} <= parts and not _WORK_TOO.search(head):
        return Part.ORGANISATION if work_elsewhere else Part.WORK
    if above is Part.WORK and Part.ORGANISATION in parts and _OF_A_UNIT.search(head):
        return Part.WORK
    if Part.ORGANISATION in parts and _ASSIGNS.search(head) and not work_elsewhere:
        return Part.WORK
    for part in (Part.WORK, Part.ORGANISATION, Part.TARGETS, Part.PURPOSE):
        if part in parts:
            return part
    return Part.UNKNOWN if node.style in _SECTION_STYLES else above


def opens_part(text: str) -> bool:
    """Tell whether a line names a part of a plan and nothing else: "Nhiệm vụ trọng tâm", "TỔ CHỨC THỰC HIỆN:"."""
    return any((found := pattern.match(text)) and found.end() == len(text) for _, pattern in _ALONE)


def lists_work(root: Node) -> bool:
    """Tell whether a section of the document is there for the tasks alone."""
    return any(
        is_section(node) and part_of(node, Part.UNKNOWN, work_elsewhere=True) is Part.WORK
        for node in root.walk()
        if node.style != "root"
    )


def is_section(node: Node) -> bool:
    """Whether an item heads a part of the document rather than a task."""
    return node.style in _SECTION_STYLES or (
        node.parent is not None
        and node.parent.style == "root"
        and bool(node.children)
        and len(node.text.text) < HEADING
        and not (_SAID.search(node.text.text) and all(child.style == "plain" for child in node.children))
    )
