"""How a duty is named to people: short enough for a phone, the same everywhere."""

from domain.law import periodic
from domain.law.periodic import Periodic
from domain.vietnamese.fold import fold, nfc
from handlers.case_duty_words import named
from handlers.period_words import period_name
from messages.envelope import Option, Text
from storage.records import OccurrenceRecord

SHORT = 70
BUTTON = 30
LAW = "law"


def duty_name(found: OccurrenceRecord) -> Text:
    """Return the duty's name.

    What a report covers, the first words of a task with its place in the plan, or what the law asks in which case.
    """
    if found.case is not None:
        return named(found.case, found.label)
    if found.task_kind == LAW:
        rule = rule_of(found)
        key = "statutory-other" if rule is None else f"statutory-{rule.duty}"
        return Text(key, {"period": period_name(found.label)})
    if found.task_kind == "report":
        key = "duty-report-summary" if is_summary(found.task_text) else "duty-report"
        return Text(key, {"period": period_name(found.label)})
    if found.task_kind in ("request", "target"):
        return Text(f"duty-{found.task_kind}", {"ref": found.task_ref, "text": shorten(found.task_text)})
    return Text("duty-task", {"ref": found.task_ref, "text": shorten(found.task_text)})


def rule_of(found: OccurrenceRecord) -> Periodic | None:
    """Return the duty of the law behind an occurrence as it stood on its last day, None for one of a plan or case."""
    return (
        periodic.version(found.task_ref, found.due_on or found.opens_on) if found.task_kind == LAW else None
    )


def zero_option(code: str) -> Option:
    """Return the button that hands in figures with nothing to count."""
    return Option(f"statutory:zero:{code}", Text("choice-zero"))


def is_summary(text: str) -> bool:
    """Whether a report gathers what others report: "tổng hợp" is its verb, before "báo cáo" is named."""
    said = fold(text)
    gathers = said.find("tong hop")
    return 0 <= gathers < said.find("bao cao")


def short_name(found: OccurrenceRecord) -> Text | str:
    """Return the duty's name for a button: the report's period, or the task's place in the plan."""
    if found.task_kind in ("report", "case", LAW):
        return duty_name(found)
    if found.task_kind == "request":
        return Text("duty-request", {"text": shorten(found.task_text, BUTTON)})
    return found.task_ref


def shorten(text: str, limit: int = SHORT) -> str:
    """Return the first words of a text, at most `limit` characters, with "…" where something is left out."""
    whole = " ".join(nfc(text).split())
    if len(whole) <= limit:
        return whole.rstrip(".;")
    cut = whole[: limit - 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;.") + "…"
