"""Who and when in brackets behind a task: "… (Sở Y tế chủ trì, hoàn thành trước 30/6)"."""

import re

from documents.labels import LabelKind
from documents.time_phrases import time_phrases
from domain.unit_lists import starts_unit, unit_end

_ROLE_WORD = re.compile(r"chủ trì|phối hợp|thực hiện|chịu trách nhiệm|đầu mối|phụ trách")
_GIVEN = re.compile(r"^(?:giao(?: cho)?|do|phân công)\s+", re.IGNORECASE)
_EDGE = " ,;:.-–"
_LONGEST = 400

Charges = list[tuple[LabelKind, str]]


def bracketed_charge(text: str) -> tuple[str, Charges]:
    """Take a charge off the end of an item; its bracket may still be open where labels follow."""
    at = text.rfind("(")
    if at <= 0:
        return text, []
    inside = text[at + 1 :].rstrip(" .;)")
    if not inside:
        return text[:at].rstrip(), []
    if ")" in inside or len(inside) > _LONGEST:
        return text, []
    charges = _charges(inside)
    return (text[:at].rstrip(" ;,"), charges) if charges else (text, [])


def _charges(inside: str) -> Charges:
    """Return units and time of a bracket; nothing where it names no units with a role or a time."""
    when = next(iter(time_phrases(inside, lone=True)), "")
    before, _, behind = inside.partition(when) if when else (inside, "", "")
    who = " ".join(part for part in (before.strip(_EDGE), behind.strip(_EDGE)) if part)
    who = _GIVEN.sub("", who)
    if not starts_unit(who) or not (_ROLE_WORD.search(who) or (when and unit_end(who) == len(who))):
        return []
    return [(LabelKind.LEAD, who), *([(LabelKind.DEADLINE, when)] if when else [])]
