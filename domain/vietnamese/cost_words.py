"""A question for what messages cost: "chi phí", "chi phí tháng này", "chi phí tháng 10/2026"."""

import re
from datetime import date

from domain.costs import month_after, month_before
from domain.vietnamese.fold import fold

_READ = 80
_ASKED = re.compile(
    r"(?:cho (?:toi )?(?:xem|hoi|biet) |xem |hoi |bao cao )?(?:tong )?"
    r"(?:chi phi|costs?|spending)(?: (?:gui tin|nhan tin|tin nhan|zalo))*"
    r"(?: (?:cua )?(?:trong )?(?P<month>thang .*?|(?:this|last|next) month))?"
    r"(?: (?:la |het |ton )*(?:bao nhieu|the nao)(?: roi)?)?"
)
_NAMED = re.compile(
    r"thang (?P<number>\d{1,2})(?:(?: nam |\s*[/-]\s*)(?P<year>\d{4})| nam (?P<said>nay|ngoai|truoc))?"
)
_NEAR = {
    "thang nay": 0, "this month": 0,
    "thang truoc": -1, "thang roi": -1, "thang vua roi": -1, "last month": -1,
    "thang sau": 1, "thang toi": 1, "next month": 1,
}  # fmt: skip


def month_asked(text: str, today: date) -> date | None:
    """Return the first day of the month whose costs are asked for; None where `text` is no such question.

    Without a month it is this one. A month without a year is that of this year, or of the last one where it
    lies further ahead than the next month.
    """
    said = " ".join(fold(text[:_READ]).split()).strip(" .?!,:") if len(text) <= _READ else ""
    found = _ASKED.fullmatch(said)
    if found is None:
        return None
    this = today.replace(day=1)
    words = found["month"] or "thang nay"
    if words in _NEAR:
        return {-1: month_before(this), 0: this, 1: month_after(this)}[_NEAR[words]]
    named = _NAMED.fullmatch(words)
    if named is None or not 1 <= int(named["number"]) <= 12:
        return None
    return _with_year(named, this)


def _with_year(named: re.Match[str], this: date) -> date:
    month = int(named["number"])
    if named["year"]:
        return date(max(int(named["year"]), 1), month, 1)
    if named["said"]:
        return date(this.year - (named["said"] != "nay"), month, 1)
    found = date(this.year, month, 1)
    return date(this.year - 1, month, 1) if found > month_after(this) else found
