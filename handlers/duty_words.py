"""How a duty is named to people: short enough for a phone, the same everywhere."""

from datetime import date

from domain.vietnamese.fold import fold, nfc
from messages.envelope import Text
from storage.records import OccurrenceRecord

SHORT = 70


def duty_name(found: OccurrenceRecord) -> Text:
    """Return the duty's name: what a report covers, or the first words of a task with its place in the plan."""
    if found.task_kind == "report":
        key = "duty-report-summary" if _is_summary(found.task_text) else "duty-report"
        return Text(key, {"period": period_name(found.label)})
    return Text("duty-task", {"ref": found.task_ref, "text": shorten(found.task_text)})


def _is_summary(text: str) -> bool:
    """Whether a report gathers what others report: "tổng hợp" is its verb, before "báo cáo" is named."""
    said = fold(text)
    gathers = said.find("tong hop")
    return 0 <= gathers < said.find("bao cao")


def short_name(found: OccurrenceRecord) -> Text | str:
    """Return the duty's name for a button: the report's period, or the task's place in the plan."""
    return duty_name(found) if found.task_kind == "report" else found.task_ref


def period_name(label: str) -> Text | str:
    """Return a period's label in words: "2026-Q4" is "quý IV/2026"; a date stands as a date."""
    label = label.partition("~")[0]  # behind it: what tells a closed period from the one that took its place
    year, _, part = label.partition("-")
    if not part:
        return Text("period-year", {"year": year})
    if part[0] == "Q":
        return Text("period-quarter", {"quarter": ("I", "II", "III", "IV")[int(part[1]) - 1], "year": year})
    if part[0] == "H":
        return Text("period-half", {"half": part[1], "year": year})
    if part[0] == "W":
        return Text("period-week", {"week": part[1:], "year": year})
    if part.isdigit():
        return Text("period-month", {"month": str(int(part)), "year": year})
    return Text("period-day", {"day": date.fromisoformat(label)})


def shorten(text: str, limit: int = SHORT) -> str:
    """Return the first words of a text, at most `limit` characters, with "…" where something is left out."""
    whole = " ".join(nfc(text).split())
    if len(whole) <= limit:
        return whole.rstrip(".;")
    cut = whole[: limit - 1]
    return cut[: cut.rfind(" ")].rstrip(" ,;.") + "…"
