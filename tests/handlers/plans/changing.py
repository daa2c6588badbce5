"""An approved plan in the district, and the means to change it."""

from datetime import timedelta

from sqlalchemy import select

from domain.amendment_json import amendment_to_json
from domain.plan_json import task_from_json
from domain.progress import ProgressKind
from handlers.acting import Acting
from handlers.services import plan_changes, plan_doubts, plan_merge, plans, progress, progress_report
from messages.envelope import Address
from storage.tables import audit
from tests.handlers.plans.world import NOW, reading, task

EDUCATION, LABOUR = "Phòng Giáo dục và Đào tạo", "Phòng Lao động - Thương binh và Xã hội"
LATER = NOW + timedelta(days=2)
SOON = {"kind": "one_off", "date": "2024-09-30", "op": "before"}
THEN = {"kind": "one_off", "date": "2024-10-31", "op": "before"}
TITLE = "Bảo đảm an toàn lao động năm 2024"

SAFETY = task(
    "1", text="Huấn luyện kỹ năng sơ cứu cho người lao động", deadline=SOON, deadline_text="trước 30/9/2024"
)
CHECK = task("2", text="Kiểm tra máy, thiết bị có yêu cầu nghiêm ngặt")
BOOK = task("3", text="Lập sổ theo dõi người bị tai nạn lao động", lead_units=[LABOUR])
EXAM = task("4", text="Khám phát hiện bệnh nghề nghiệp hằng năm", lead_units=[LABOUR])


def plan(*rows, number="18/KH-UBND", title=TITLE):
    """Return a reading with a number."""
    found = reading(*rows, title=title)
    return {**found, "document": {**found["document"], "number": number}}


def approved(place, *rows):
    """Keep and approve a plan; returns its code."""
    code = place.keep(plan(*(rows or (SAFETY, CHECK, BOOK))))
    left = tuple(item.key for item in plan_doubts.open_doubts(place.plan(code).reading))
    plans.approve(place.uow, plans.Approve(code, left), place.by())
    return code


def changed(place, *rows, **document):
    """Keep a new document and lay it over the plan it belongs to; returns the draft's code."""
    code = place.keep(plan(*rows, **document))
    plan_changes.consider(place.uow, code, place.by(now=LATER))
    return code


def amended(place, *instructions, number="18/KH-UBND"):
    """Keep an amending document and lay it over the plan it names; returns the draft's code."""
    found = plan(number="77/KH-UBND", title=f"Sửa đổi, bổ sung Kế hoạch số {number}")
    code = place.keep({**found, "amends": amendment_to_json(number, instructions)})
    plan_changes.consider(place.uow, code, place.by(now=LATER))
    return code


def read_row(row):
    """Return a row of a reading as a value."""
    return task_from_json(row)


def apply(place, code, now=LATER):
    """Approve a change, leaving open what is open."""
    left = tuple(item.key for item in plan_doubts.open_doubts(place.plan(code).reading))
    return plan_merge.apply_change(place.uow, plan_merge.ApplyChange(code, left), place.by(now=now))


def owed(place, code, ref=None):
    """Return what a plan's units owe or owed: occurrences in time order."""
    found = place.uow.occurrences.of_plan(place.plan(code).id)
    return [one for one in found if ref in (None, one.task_ref)]


def officer(place, unit):
    """Return who acts for a unit."""
    person = place.uow.people.holding("focal", place.uow.units.named(unit).id)[0]
    return Acting(place.uow.people.get(person), Address("console", "t", "f", "f"), NOW, place.around)


def done(place, occurrence, unit=EDUCATION):
    """Let a unit submit what it owes."""
    command = progress_report.Report((occurrence.code,), ProgressKind.DONE, document_no="12/BC")
    progress.report(place.uow, command, officer(place, unit))


def notices(place, start="Kế hoạch"):
    """Return {person: texts} of notices not looked at before."""
    found = {}
    rows = place.uow.outbox.claim(LATER + timedelta(days=60), LATER, 1000, ["console"])
    for row in rows:
        if row.lane == "notice" and row.body["text"].startswith(start):
            found.setdefault(row.person_id, []).append(row.body["text"])
    place.uow.outbox.drop([row.id for row in rows], "read", LATER)
    return found


def actions(place, subject):
    """Return what the audit trail tells of a subject, oldest first."""
    rows = place.uow.audit._connection.execute(
        select(audit.c.action, audit.c.detail).where(audit.c.subject == subject).order_by(audit.c.id)
    )
    return [(row.action, row.detail) for row in rows]
