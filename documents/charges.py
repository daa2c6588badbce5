"""Who and when behind a task, in brackets or behind a dash: "… (Sở Y tế chủ trì, hoàn thành trước 30/6)"."""

import re

from documents.closing_times import reads_as_time
from documents.labels import LabelKind
from documents.time_phrases import time_phrase, time_phrases
from documents.whole_times import is_whole_time
from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.letters import compile_letters
from domain.unit_lists import starts_unit, unit_end

_ROLE_WORD = re.compile(r"chủ trì|phối hợp|thực hiện|chịu trách nhiệm|đầu mối|phụ trách")
_GIVEN = re.compile(r"^(?:giao(?: cho)?|do|phân công)\s+", re.IGNORECASE)
_DONE = re.compile(r"[,;]\s*(?:hoàn thành|hoàn tất|xong|thực hiện|thời gian|thời hạn|hạn)\W*$", re.IGNORECASE)
_ALWAYS = re.compile(r"[,;(]\s*(thường xuyên(?:,? (?:hằng|hàng) \w+)?|liên tục)\W*$", re.IGNORECASE)
_RECEIVES = re.compile(r"báo cáo|gửi|trình|thuộc\s*$|của\s*$|cho\s*$|các\s[^,;]{2,30}$", re.IGNORECASE)
_CUT = compile_letters(
    r"\s*[;|]\s*|\s+(?:→|⇒|=>|->)\s+|(?<![\dIVX])\s+[-–]\s+|(?<=[\dIVX])\s+[-–]\s+(?!Quý|Tháng|Năm)(?=<A>)|\.\s+(?=<A>)"
)
_DASH = re.compile(r" [-–] ")
_MAYBE_CUT = re.compile(r"[;|→⇒>]|[-–.]\s")
_COMMA = re.compile(r"\s*,\s*")
_STRONG = re.compile(r"\s*(?:[|→⇒]|=>|->)")
_LEADS = re.compile(
    r"(?:,?\s+|^)(?:là\s+)?(?:chủ trì|đảm nhiệm|đảm nhận|đảm trách|phụ trách|thực hiện|triển khai|chịu trách nhiệm"
    r"|làm đầu mối|đầu mối|chính)(?:\s+(?:chính|thực hiện|triển khai|tổ chức))*",
    re.IGNORECASE,
)
_HELPS = re.compile(
    r"(?:,?\s+|^)(?:cùng\s+)?(?:phối hợp|tham gia|hỗ trợ|cùng làm|cùng thực hiện)"
    r"(?:\s+(?:với|cùng|thực hiện|triển khai|hỗ trợ|tham gia))*\s*:?",
    re.IGNORECASE,
)
_HELPED = re.compile(r",?\s+(?:cùng )?(?:phối hợp|tham gia|hỗ trợ)(?: thực hiện)?$")
_EDGE = " ,;:.-–"
_LONGEST = 400

Charges = list[tuple[LabelKind, str]]


def bracketed_charge(text: str) -> tuple[str, Charges]:
    """Take a charge off the end of an item; its bracket may still be open where labels follow."""
    if text.rstrip(" .;").endswith("]"):
        text = text.replace("[", "(").replace("]", ")")
    at = text.rfind("(")
    if at <= 0:
        return _dashed_charge(text)
    inside, _, behind = text[at + 1 :].partition(")")
    inside, behind = inside.rstrip(" .;"), behind.strip(_EDGE + "→⇒")
    if not inside and not behind:
        return text[:at].rstrip(), []
    if len(inside) > _LONGEST or (behind and not _is_time(behind)):
        return _dashed_charge(text)
    charges = _in_parts(inside) or _charges(inside) or _named_alone(text[:at], inside)
    if not charges and behind and any(kind is LabelKind.COORDINATING for kind, _ in segment(inside)):
        charges = segment(inside)
    if not charges:
        return _dashed_charge(text)
    later = [(LabelKind.DEADLINE, behind)] if behind else []
    return text[:at].rstrip(" ;,"), [*charges, *later]


def _is_time(words: str) -> bool:
    return time_phrase(words, lone=True) == words or is_whole_time(words)


def _dashed_charge(text: str) -> tuple[str, Charges]:
    """Take units named alone behind a dash off the end: "Phun khử khuẩn - Tổ Văn phòng, Đoàn trường."."""
    if (trailing := _trailing_charge(text))[1]:
        return trailing
    dashes = [found.start() for found in _DASH.finditer(text, max(0, len(text) - _LONGEST))]
    for at in reversed(dashes[-3:]):  # a name may hold a dash itself: "Ban An toàn - Môi trường"
        said, units = text[:at], text[at + 3 :].strip(_EDGE)
        if said.strip() and not starts_unit(said) and _is_list(units):
            return said.rstrip(" ;,"), [(LabelKind.LEAD, units)]
    return text, []


def _is_list(units: str) -> bool:
    named = units[:1].isupper() or units.startswith(("các ", "mọi "))
    return named and starts_unit(units) and unit_end(units) == len(units)


def _trailing_charge(text: str) -> tuple[str, Charges]:
    """Take parts that say nothing but who or when off the end: "…; do Sở Y tế đảm nhiệm; trước 30/6", "… → 15/4"."""
    if not _MAYBE_CUT.search(text, max(0, len(text) - _LONGEST)):
        return text, []
    end, charges, strong = len(text.rstrip(_EDGE + "/")), Charges(), False
    for cut in reversed(list(_CUT.finditer(text, max(0, len(text) - _LONGEST)))):
        if text.count("(", 0, cut.start()) > text.count(")", 0, cut.start()):
            continue
        found = segment(text[cut.end() : end])
        if not found and cut.group().strip() in "-–":
            continue  # perhaps inside a name: "Phòng Văn hóa - Xã hội"
        if not found:
            break
        charges, end = [*found, *charges], cut.start()
        strong = strong or bool(_STRONG.match(cut.group()))
    leads = any(kind is LabelKind.LEAD for kind, _ in charges)
    return (text[:end].rstrip(" ;,"), charges) if end and (leads or strong) else (text, [])


def segment(words: str) -> Charges:
    """Return what a part says that names nothing but a time, units with their role, or partners; else nothing."""
    said = words.strip(_EDGE)
    if is_whole_time(said) or reads_as_time(said):
        return [(LabelKind.DEADLINE, said)]
    helps = _HELPS.match(said)
    if helps and _is_list(said[helps.end() :].strip(_EDGE)):
        return [(LabelKind.COORDINATING, said[helps.end() :].strip(_EDGE))]
    given = _GIVEN.match(said)
    return _with_roles(said[given.end() :] if given else said, given=bool(given))


def _with_roles(said: str, *, given: bool) -> Charges:
    """Return units each named with its role: "Sở Y tế đảm nhiệm, Công an tỉnh cùng tham gia"; else nothing."""
    charges = Charges()
    rest, sure = said, given
    while rest:
        if not (rest[:1].isupper() or rest.startswith("các ")) or not starts_unit(rest[:80]):
            return []
        at = unit_end(rest)
        units, behind = rest[:at], rest[at:]
        if helps := _HELPS.match(behind):
            partners = behind[helps.end() :].strip(_EDGE)
            if partners and not charges and _is_list(partners):  # "A phối hợp với B"
                return [(LabelKind.LEAD, units), (LabelKind.COORDINATING, partners)]
            role, behind, sure = LabelKind.COORDINATING, partners, True
        elif leads := _LEADS.match(behind):
            role, behind, sure = LabelKind.LEAD, behind[leads.end() :], True
        else:
            role = LabelKind.LEAD
        charges.append((role, units))
        rest = behind.strip(_EDGE)
        if helps := _HELPS.match(rest):
            partners = rest[helps.end() :].strip(_EDGE)
            return [*charges, (LabelKind.COORDINATING, partners)] if _is_list(partners) else []
    return charges if sure and any(role is LabelKind.LEAD for role, _ in charges) else []


def _in_parts(inside: str) -> Charges:
    """Return a bracket's charges, part by part, where every part says nothing but who or when."""
    for cut in (re.compile(r"\s*;\s*"), _COMMA):
        parts = cut.split(inside)
        when = [part for part in parts if is_whole_time(part) or (parts.index(part) and _reads(part, cut))]
        who = [part for part in parts if part not in when]
        joined = ", ".join(who)
        found = [one for part in who for one in segment(part)] if all(map(segment, who)) else []
        if not found and when and _is_list(joined):
            found = [(LabelKind.LEAD, joined)]
        if found and any(kind is LabelKind.LEAD for kind, _ in found):
            return [*found, *([(LabelKind.DEADLINE, "; ".join(when))] if when else [])]
    return []


def _reads(part: str, cut: re.Pattern[str]) -> bool:
    """Tell whether what stands behind a semicolon, no unit's name, can be read as a time however it is worded."""
    if cut is _COMMA or starts_unit(part) or _HELPS.match(part):
        return reads_as_time(part)
    reading = read_deadline(part, year=2000)
    return reading.deadline.kind is not DeadlineKind.NONE and "deadline-unread" not in reading.doubts


def _charges(inside: str) -> Charges:
    """Return units and time of a bracket; nothing where it names no units with a role or a time."""
    who, when = split_time(inside)
    who = _DONE.sub("", _GIVEN.sub("", who)).strip(_EDGE)
    helped = _HELPED.search(who)
    if helped and _is_list(who[: helped.start()]):
        return [(LabelKind.COORDINATING, who[: helped.start()])]
    if not starts_unit(who) or not (_ROLE_WORD.search(who) or (when and unit_end(who) == len(who))):
        return []
    return [(LabelKind.LEAD, who), *([(LabelKind.DEADLINE, when)] if when else [])]


def _named_alone(said: str, inside: str) -> Charges:
    """Return units that alone fill the bracket at the end of a task which names nobody they would belong to."""
    if not _is_list(inside) or starts_unit(said) or said.rstrip()[-1:] in ":;":
        return []
    words = said.split()[-8:]
    named = any(word[:1].isupper() and starts_unit(" ".join(words[i:])) for i, word in enumerate(words))
    if named or _ROLE_WORD.search(said) or _RECEIVES.search(said):
        return []
    return [(LabelKind.LEAD, inside)]


def split_time(text: str) -> tuple[str, str]:
    """Return words that name units, and the time named among them: "Sở Y tế, thường xuyên"."""
    always = _ALWAYS.search(text)
    when = next(iter(time_phrases(text, lone=True)), "") or (always[1] if always else "")
    before, _, behind = text.partition(when) if when else (text, "", "")
    return ", ".join(part for part in (before.strip(_EDGE), behind.strip(_EDGE)) if part), when
