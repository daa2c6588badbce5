"""Duties said in prose: the clauses of an item as rows of their own, or as one."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from documents.assignment import Assignment, read_prose, with_leads
from documents.clause_kinds import (
    general_partners,
    governs,
    is_about_plan,
    is_formula,
    is_general,
    is_report,
    is_standing,
    pays,
)
from documents.clause_words import ADDING
from documents.clauses import Clause, split_clauses, stranger_subject
from documents.items import Node, Passage
from documents.markers import roman
from documents.rows import LONGEST_PARAGRAPH, Context, Draft, Note
from documents.time_phrases import rests_on_event, time_phrase
from documents.timing import prose_deadline
from domain.deadline import Deadline, DeadlineKind
from domain.plan import TaskKind
from domain.unit_names import split_units, squeeze, starts_unit, unit_end

_LEAD_INS = ("Trách nhiệm của ", "Đối với ", "Nhiệm vụ của ", "Đề nghị ", "Giao ", "Phân công ", "Yêu cầu ")
# What a sentence without a unit is about when it asks for nothing: money, place, the document itself.
_STATES = re.compile(
    r"(?:Kinh phí|Nguồn (?:kinh phí|vốn|lực)|Nội dung|Đối tượng|Địa điểm|Hình thức|Thành phần|Chi tiết|Tỷ lệ"
    r"|Tình hình|Đây là|Số lượng|Mẫu|Đề cương|Phụ lục|Các văn bản|Những)\b"
)
_REPORTS = re.compile(r"(?:gửi |tổng hợp,? )?báo cáo\b|gửi số liệu\b|báo (?:tin|kết quả)\b", re.IGNORECASE)
_REPORTS_TO = re.compile(
    r"(?:tổng hợp,? )?(?:và )?(?:gửi )?báo cáo(?: ngay| nhanh| kịp thời| bằng văn bản| kết quả| tình hình"
    r"| tiến độ| số liệu)*"
    r"(?: về| cho| gửi| lên| đến)? ",
    re.IGNORECASE,
)
_FOR_DECISION = re.compile(
    r"(?:xem xét|phê duyệt|ban hành|cho ý kiến|quyết định|cho phép"
    r"|cho chủ trương)",
    re.IGNORECASE,
)
_ASKS_BELOW = re.compile(
    r"(?:yêu cầu|đề nghị|giao|chỉ thị|kết luận|chỉ đạo)\W*(?:như sau)?\W*", re.IGNORECASE
)
_RHYTHM = re.compile(
    r"(?:định kỳ|hằng|hàng|trước|chậm nhất|ngày"
    r"|cuối)\b[^;.]{0,90}?[\s,)]+(?=(?:tổng hợp,? )?báo cáo\b)",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"báo cáo[^;.]{0,120}\b(?:(?:hằng|hàng|mỗi|từng) (?:ngày|giờ|ca)|trong ngày|cùng ngày|\d{1,2} (?:giờ|h)\b)"
)
_NAME_ENDS = frozenset({"tham gia", "tổng hợp", "hỗ trợ", "quản lý", "khác", "thực hiện", "tiếp nhận"})
_SET = frozenset({DeadlineKind.ONE_OFF, DeadlineKind.PERIOD, DeadlineKind.RECURRING})
_DUE = frozenset({DeadlineKind.ONE_OFF, DeadlineKind.RECURRING, DeadlineKind.RELATIVE})
_SAYS_WHO = re.compile(r"(?:đề nghị|mời|yêu cầu)\s", re.IGNORECASE)
_STRANGERS = re.compile(r"(?:Các|Những|Mỗi|Toàn thể|Chủ)\s+[^\W\d]")  # "Các chủ mỏ, hợp tác xã khai thác"
_LONGEST_STRANGER = 80
_COMES_NEXT = re.compile(r"(?::|\bsau|\bsau đây|\bsau:)\s*$")


@dataclass(frozen=True, slots=True)
class _Owed:
    """A clause with the units that owe it."""

    clause: Clause
    subject: tuple[str, ...]
    strange: str = ""  # words that seem to name somebody else


def clause_drafts(
    node: Node, context: Context, kind: TaskKind = TaskKind.DUTY, *, strangers: bool = False
) -> list[Draft]:
    """Return the duties of a paragraph; a clause without a subject goes on with the one before.

    `kind` is what a clause is that is neither a report nor watches over the plan itself. With `strangers`, whoever a
    sentence charges is taken, doubtfully, even where no unit of that name is known.
    """
    passage = gather(node)
    owed = _owed(passage.text, context, strangers=strangers)
    kind = TaskKind.TASK if ADDING.match(passage.text) else kind
    path = node.path()
    names = [path] if len(owed) == 1 else [f"{path}.{roman(i)}" for i in range(1, len(owed) + 1)]
    return [
        _draft(name, one, passage.lines_at(one.clause.start, one.clause.end) or (node.line,), context, kind)
        for name, one in zip(names, owed, strict=True)
    ]


def is_several(node: Node, context: Context) -> bool:
    """Tell whether an item's prose holds several tasks: it names who does each, or when each is due."""
    owed = _owed(gather(node).text, context)
    if len(owed) < 2:
        return False
    own = [one for one in owed if one.clause.subject]
    timed = [one for one in owed if time_phrase(one.clause.text, lone=False)]
    reports = [one for one in owed[1:] if _REPORTS.match(one.clause.verb) and _has_recipient(one.clause)]
    if context.headed and len(owed) > 1:
        return True
    return bool(own and own[0] is owed[0]) or len(own) > 1 or len(timed) > 1 or bool(reports)


def _says_nothing_to_do(text: str) -> bool:
    return is_formula(text) or is_general(text) or bool(general_partners(text))


def _has_recipient(clause: Clause) -> bool:
    return any(role == "recipient" for _, role in read_prose(clause.verb).others)


def _owed(text: str, context: Context, *, strangers: bool = False) -> list[_Owed]:
    if len(text) > LONGEST_PARAGRAPH:
        return []
    subject, owed = context.subject, list[_Owed]()
    clauses = split_clauses(text)
    strangers = strangers or (len(clauses) > 1 and any(clause.subject for clause in clauses[1:]))
    for said in clauses:
        named_anew = text[: said.start].rstrip().endswith(";") and said.text[:1].isupper()
        clause = _by_stranger(said) if (strangers and not subject) or named_anew else said
        asked = context.headed and _SAYS_WHO.match(clause.text)
        subject = (clause.subject or subject) if not asked else context.subject
        if _says_nothing_to_do(clause.text) or (not clause.subject and _STATES.match(clause.text)):
            continue
        if subject or _owed_by_nobody(clause.text):
            strange = clause.text[:60] if named_anew and not clause.subject else ""
            owed.append(_Owed(clause, subject, strange))
    return owed


def _by_stranger(clause: Clause) -> Clause:
    """Return the clause with the one it charges as its subject, where that is no unit known by its name."""
    stranger = "" if clause.subject else stranger_subject(clause.text)
    verb = clause.text[clause.text.find(stranger) + len(stranger) :].lstrip(" ,:")
    return replace(clause, subject=split_units(stranger), verb=verb) if stranger else clause


def _draft(name: str, owed: _Owed, lines: tuple[int, ...], context: Context, kind: TaskKind) -> Draft:
    clause = owed.clause
    assigned = with_leads(read_prose(clause.verb), owed.subject)
    when, deadline, notes = prose_deadline(clause.text, context, lines[0], lone=True)
    notes += event_notes(when, deadline, lines[0])
    standing = is_standing(clause.verb)
    if when is None and standing:
        deadline = Deadline(DeadlineKind.CONTINUOUS)
    if is_about_plan(clause.verb) or (when is None and pays(clause.verb)):
        kind = TaskKind.DUTY
    elif kind is TaskKind.DUTY and when is not None and deadline.kind in _SET and not governs(clause.verb):
        kind = TaskKind.TASK  # work with its own day, wherever it stands
    notes += tuple(
        Note(lines[0], "unit-strange", name[:120], "lead_units")
        for name in owed.subject
        if not starts_unit(name)
    )
    if owed.strange:
        notes = (*notes, Note(lines[0], "unit-strange", owed.strange, "lead_units"))
    reports = _REPORTS.match(clause.verb) and when is not None and deadline.kind in _DUE
    if (
        reports
        or starts_report(clause.verb, deadline)
        or owes_report(clause.verb, assigned, deadline, timed=when is not None)
    ):
        kind = TaskKind.REPORT
    return Draft(name, kind, clause.text, lines, assigned, deadline, when, None, lines[0], notes)


def event_notes(when: str | None, deadline: Deadline, line: int) -> tuple[Note, ...]:
    """Tell that a time read out of a sentence may only say how something is done: "… trước khi xả lũ"."""
    rests = when and deadline.kind is DeadlineKind.RELATIVE and rests_on_event(when)
    return (Note(line, "deadline-event", when, "deadline"),) if when and rests else ()


def owes_report(text: str, assigned: Assignment, deadline: Deadline, *, timed: bool = True) -> bool:
    """Tell whether words that charge somebody make them owe a report to somebody."""
    timed = timed and (
        deadline.kind in {DeadlineKind.RECURRING, DeadlineKind.ONE_OFF} or bool(_DAILY.search(text))
    )
    to_someone = any(role == "recipient" for _, role in assigned.others)
    if is_report(text, timed=timed, to_someone=to_someone) or reports_to(text):
        return True
    if len(text) > LONGEST_PARAGRAPH or not starts_unit(text[:80]):
        return False
    clauses = split_clauses(text)
    verb = clauses[0].verb if len(clauses) == 1 else ""
    return is_report(verb, timed=timed, to_someone=to_someone) or reports_to(verb)


def starts_report(text: str, deadline: Deadline) -> bool:
    """Tell whether a task is itself a report that falls due again and again: "Báo cáo tiến độ", each week."""
    if reports_to(text):
        return True
    if deadline.kind is not DeadlineKind.RECURRING and not _DAILY.search(text):
        return False
    rhythm = _RHYTHM.match(text)
    return bool(_REPORTS.match(text, rhythm.end() if rhythm else 0))


@lru_cache(maxsize=512)
def reports_to(text: str) -> bool:
    """Tell whether words say nothing but whom to tell: "Báo cáo UBND tỉnh …", not "… xem xét, quyết định"."""
    to = _REPORTS_TO.match(text)
    return bool(to and starts_unit(text[to.end() : to.end() + 80]) and not _FOR_DECISION.search(text))


def is_plan_business(text: str) -> bool:
    """Tell whether an item that is one clause only watches over the plan or pays for it: a duty, not a task."""
    if len(text) > LONGEST_PARAGRAPH:
        return False
    clauses = split_clauses(text)
    verb = clauses[0].verb if len(clauses) == 1 else ""
    return is_about_plan(verb) or (pays(verb) and time_phrase(text, lone=True) is None)


def _owed_by_nobody(text: str) -> bool:
    """Tell whether a clause without a subject still asks for something by a time: better doubtful than lost."""
    return (
        bool(re.search(r"báo cáo|hoàn thành", text, re.IGNORECASE))
        and time_phrase(text, lone=False) is not None
    )


def charged_units(text: str, context: Context, *, or_heading: bool = False) -> Assignment:
    """Units that an item's own words charge: "Sở Y tế chủ trì, phối hợp với …"; else perhaps those of its heading."""
    subject = context.subject if or_heading else ()
    if len(text) > LONGEST_PARAGRAPH:
        return Assignment(leads=subject)
    behind = text.partition(": ")[2]
    clauses = [*split_clauses(text), *(split_clauses(behind) if behind else ())]
    clause = next((c for c in clauses if c.subject), None)
    if clause and not (context.headed and _SAYS_WHO.match(clause.text)):
        return with_leads(read_prose(clause.verb), clause.subject)
    return with_leads(read_prose(text), subject) if subject else Assignment()


def leads_over(text: str) -> bool:
    """Tell whether a text only leads over to what stands under it: "… các nội dung sau:"."""
    return bool(_COMES_NEXT.search(text))


def heading_units(node: Node) -> tuple[str, ...]:
    """Return the units that a heading charges with what is under it: "Sở Y tế:", "Giao Sở Y tế các việc sau:"."""
    text = node.text.text
    if units := node_units(node):
        return units
    if len(text) > LONGEST_PARAGRAPH or not leads_over(text):
        return ()
    clause = next((c for c in reversed(split_clauses(text)) if c.subject), None)
    return clause.subject if clause and not _ASKS_BELOW.fullmatch(clause.verb) else ()


def node_units(node: Node) -> tuple[str, ...]:
    """Return the units that an item names and nothing else; of one among unit headings, whoever it names."""
    text = node.text.text
    if node.style == "unit":
        return split_units(squeeze(text).strip(" .:;"))
    if units := unit_heading(text):
        return units
    words = squeeze(text).strip(" .:;")
    if (
        not node.children
        or node.parent is None
        or len(words) > _LONGEST_STRANGER
        or not _STRANGERS.match(words)
    ):
        return ()
    beside = [child for child in node.parent.children if child is not node and child.style == node.style]
    headed = sum(bool(unit_heading(child.text.text)) for child in beside)
    return (words,) if headed > 1 and headed == len(beside) else ()


def unit_heading(text: str) -> tuple[str, ...]:
    """Return the units of a heading that names nothing else ("Sở Y tế:"), or nothing."""
    for words in _LEAD_INS:
        text = text.removeprefix(words)
    text = squeeze(text).strip(" .:;")
    if len(text) > 300 or not starts_unit(text[:80]):
        return ()
    rest = text[unit_end(text) :].strip(" ,")
    if rest and (len(rest.split()) > 2 or "," in text or rest not in _NAME_ENDS):
        return ()
    return (text,) if rest else split_units(text)


def gather(node: Node) -> Passage:
    """Return the item's text with that of its dashes, as one passage."""
    passage = Passage(list(node.text.pieces))
    for child in node.children:
        if child.is_bullet and not child.labels:
            passage.pieces.extend(gather(child).pieces)
    return passage


def tidy_text(text: str) -> str:
    """Return a row's words without the mark of the document's end."""
    text = squeeze(text)
    for mark in ("./.", "/."):
        if text.endswith(mark):
            return text.removesuffix(mark).rstrip(" .") + "."
    return text.rstrip(" ;,")
