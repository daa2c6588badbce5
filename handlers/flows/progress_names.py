"""Which duty a sentence names, and what it says beside: the share, the document, the reason. Pure."""

import re
from collections.abc import Sequence
from typing import Any

from domain.progress import ProgressKind
from domain.vietnamese.filing_words import topic_of
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import understand
from domain.vietnamese.work_words import read_document_no
from handlers.duty_words import rule_of
from storage.records import OccurrenceRecord

LONGEST_NAME = 200
SHORTEST_NAME = 4  # letters and digits of a part of a name; a shorter word fits too much by chance
ALL_UNDER_WAY = re.compile(
    r"(?:tat ca|ca hai|moi viec)(?: (?:cac )?viec)?(?: deu)? (?:van )?dang (?:lam|thuc hien)"
)
_HAND_IN = re.compile(
    r"(?:(?:the|vay|thi|de|cho|toi|em|minh|ok|da|vang|don vi) )*(?:nop|gui)(?: (?:luon|day|ngay|bao cao|nhe|a|cho))+"
)


def named_in(text: str, records: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    """Return the duties a whole sentence names outright: "báo cáo năm", a place in the plan, what the law asks."""
    said = f" {re.sub(r'[,;:!?]', ' ', fold(text[:LONGEST_NAME])).strip(' .')} "
    yearly = " bao cao nam " in said
    topic = topic_of(text)
    return [
        r
        for r in records
        if f" {fold(r.task_ref)} " in said
        or (yearly and r.task_kind == "report" and "-" not in r.label)
        or (topic is not None and (rule := rule_of(r)) is not None and rule.duty == topic)
    ]


def part_of(text: str, records: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    """Return the duties of whose name `text` is a part: from the start of a word, four letters or the item."""
    said = fold(text).strip(" .,!?")
    if len(said) > LONGEST_NAME:
        return []
    if sum(c.isalnum() for c in said) < SHORTEST_NAME:
        return [r for r in records if said and said == fold(r.task_ref)]
    if ALL_UNDER_WAY.fullmatch(said) or said.startswith(("xem tat ca", "tat ca")):
        return []
    topic = topic_of(said)
    return [
        r
        for r in records
        if f" {said}" in fold(f" {r.task_ref} {_report_words(r)} {r.task_text} {r.code}")
        or (topic is not None and (rule := rule_of(r)) is not None and rule.duty == topic)
    ]


def said_too(text: str, kind: ProgressKind | None) -> dict[str, Any]:
    """Return what a sentence says beside the kind as answers: the share, the document, the reason."""
    slots = understand(text).slots
    match kind:
        case ProgressKind.DONE if slots.get("document_no"):
            return {"product": True, "document_no": slots["document_no"]}
        case ProgressKind.UNDER_WAY if slots.get("percent") is not None:
            return {"percent": slots["percent"]}
        case ProgressKind.DIFFICULTY if slots.get("reason"):
            return {"note": slots["reason"]}
        case ProgressKind.MORE_TIME if slots.get("reason"):
            return {"reason": slots["reason"]}
    return {}


def number_beside(text: str) -> str | None:
    """Return the document's number in an answer to another question; a bare number is no document there."""
    return None if text.strip().isdigit() else read_document_no(text)


def hands_in(text: str) -> bool:
    """Whether somebody is about to hand something in ("thế thì nộp luôn")."""
    return len(text) <= LONGEST_NAME and _HAND_IN.fullmatch(fold(text).strip(" .!")) is not None


def _report_words(record: OccurrenceRecord) -> str:
    if record.task_kind != "report":
        return ""
    yearly = "nam " if "-" not in record.label else ""
    return f"bao cao {yearly}{record.label}"
