"""How a period is named to people."""

from datetime import date

from messages.envelope import Text


def period_name(label: str) -> Text | str:
    """Return a period's label in words: "2026-Q4" is "quý IV/2026"; a date stands as a date."""
    label = label.partition("~")[0]  # behind it: what tells a closed period from the one that took its place
    year, _, part = label.partition("-")
    if not part:
        return Text("period-year", {"year": year})
    if part[0] == "Q":
        return Text("period-quarter", {"quarter": ("I", "II", "III", "IV")[int(part[1]) - 1], "year": year})
    if part[0] == "H":
        return Text("period-half", {"half": "first" if part[1] == "1" else "second", "year": year})
    if part[0] == "W":
        return Text("period-week", {"week": part[1:], "year": year})
    if part.isdigit():
        return Text("period-month", {"month": str(int(part)), "year": year})
    return Text("period-day", {"day": date.fromisoformat(label)})
