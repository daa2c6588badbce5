"""Who and when behind a task, in brackets or after a dash: "… (Sở Y tế chủ trì, hoàn thành trước 30/6)"."""

import re

from documents.labels import LabelKind
from documents.time_phrases import time_phrase, time_phrases
from domain.unit_lists import starts_unit, unit_end

_ROLE_WORD = re.compile(r"chủ trì|phối hợp|thực hiện|chịu trách nhiệm|đầu mối|phụ trách")
_GIVEN = re.compile(r"^(?:giao(?: cho)?|do|phân công)\s+", re.IGNORECASE)
_DONE = re.compile(r"[,;]\s*(?:hoàn thành|hoàn tất|xong|thực hiện|thời gian|thời hạn|hạn)\W*$", re.IGNORECASE)
_ALWAYS = re.compile(r"[,;(]\s*(thường xuyên(?:,? (?:hằng|hàng) \w+)?|liên tục)\W*$", re.IGNORECASE)
_RECEIVES = re.compile(r"báo cáo|gửi|trình|thuộc\s*$|của\s*$|cho\s*$|các\s[^,;]{2,30}$", re.IGNORECASE)
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
    inside, behind = inside.rstrip(" .;"), behind.strip(_EDGE)
    if not inside and not behind:
        return text[:at].rstrip(), []
    if len(inside) > _LONGEST or (behind and time_phrase(behind, lone=True) != behind):
        return _dashed_charge(text)
    charges = _charges(inside) or _named_alone(text[:at], inside)
    if not charges:
        return _dashed_charge(text)
    later = [(LabelKind.DEADLINE, behind)] if behind else []
    return text[:at].rstrip(" ;,"), [*charges, *later]


def _dashed_charge(text: str) -> tuple[str, Charges]:
    """Take units named alone behind a dash off the end: "Phun khử khuẩn - Tổ Văn phòng, Đoàn trường."."""
    said, dash, units = text.rpartition(" - ")
    units = units.strip(_EDGE)
    if not dash or not said.strip() or len(units) > _LONGEST or starts_unit(said):
        return text, []
    alone = units[:1].isupper() and starts_unit(units) and unit_end(units) == len(units)
    return (said.rstrip(" ;,"), [(LabelKind.LEAD, units)]) if alone else (text, [])


def _charges(inside: str) -> Charges:
    """Return units and time of a bracket; nothing where it names no units with a role or a time."""
    who, when = split_time(inside)
    who = _DONE.sub("", _GIVEN.sub("", who)).strip(_EDGE)
    if not starts_unit(who) or not (_ROLE_WORD.search(who) or (when and unit_end(who) == len(who))):
        return []
    return [(LabelKind.LEAD, who), *([(LabelKind.DEADLINE, when)] if when else [])]


def _named_alone(said: str, inside: str) -> Charges:
    """Return units that alone fill the bracket at the end of a task which names nobody they would belong to."""
    alone = inside[:1].isupper() and starts_unit(inside) and unit_end(inside) == len(inside)
    if not alone or starts_unit(said) or said.rstrip()[-1:] in ":;":
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
