"""A district of 2024 in memory, the plan of the golden answers, and people who may or may not approve it."""

import json
import random
from contextlib import contextmanager
from datetime import datetime

from documents.units_csv import read_units
from domain.calendar import vietnam_calendar
from domain.policy import default_policy
from handlers.acting import Acting, Surroundings
from handlers.services import plans, units
from messages.envelope import Address
from messages.words import LOCAL
from storage.database import Database
from storage.migrate import migrate
from tests.conftest import ROOT

NOW = datetime(2024, 8, 5, 9, 0, tzinfo=LOCAL)
DISTRICT = ROOT / "tests" / "fixtures" / "units-district-2024.csv"
OPEN = (
    "các phòng, ban, ngành, đoàn thể có liên quan",
    "các đơn vị liên quan",
    "các đơn vị, địa phương có liên quan",
)


def reading_of(golden):
    """Return golden answers as a reading: what they do not say is filled with nothing."""
    tasks = [
        {
            "product": None,
            "by_mandate": False,
            "lead_raw": [],
            "coordinating_raw": [],
            "review": [],
            "needs_review": False,
            **task,
        }
        for task in golden["tasks"]
    ]
    return {
        "document": golden["document"],
        "tasks": tasks,
        "targets": [],
        "recipients": [],
        "references": [],
        "problems": [],
    }


def golden_reading(shared):
    return reading_of(json.loads((shared / "samples" / "seed-plan.golden.json").read_text("utf-8")))


def task(ref="III.1.a", **changes):
    """Return a row of a reading."""
    return {
        "id": ref,
        "kind": "task",
        "text": f"Việc {ref}",
        "lead_units": ["Phòng Giáo dục và Đào tạo"],
        "coordinating_units": [],
        "other_units": [],
        "by_mandate": False,
        "deadline_text": "Thường xuyên",
        "deadline": {"kind": "continuous"},
        "product": None,
        "source": {"lines": [1]},
        "needs_review": False,
        "lead_raw": [],
        "coordinating_raw": [],
        "review": [],
        **changes,
    }


def reading(*tasks, title="Kế hoạch thử"):
    document = {
        "type": "Kế hoạch",
        "number": None,
        "issuer": "Ủy ban nhân dân huyện",
        "title": title,
        "issued_on": None,
        "status": None,
    }
    return {
        "document": document,
        "tasks": list(tasks),
        "targets": [],
        "recipients": [],
        "references": [],
        "problems": [],
    }


def _address(role, code):
    """Return a private chat: its id is the sender's."""
    return Address("console", "t", f"{role}.{code}", f"{role}.{code}")


class District:
    """The district with its people; `by(role)` acts at NOW, the worker holds no role."""

    def __init__(self, uow):
        self.uow = uow
        self.around = Surroundings(
            office="Phòng Lao động",
            hotline=None,
            policy=default_policy(),
            calendar=vietnam_calendar(),
            token=random.Random(7).randbytes,  # noqa: S311 - a test must come out the same
        )
        units.load(uow, read_units(DISTRICT), NOW, _address)
        self.worker = uow.people.add(None, "vi", NOW)

    def by(self, role="coordinator", now=NOW):
        person = self.worker if role == "worker" else self.uow.people.holding(role)[0]
        return Acting(self.uow.people.get(person), Address("console", "t", role, role), now, self.around)

    def keep(self, plan):
        return plans.keep_draft(self.uow, plans.KeepDraft(plan, None), self.by())["code"]

    def plan(self, code):
        return self.uow.plans.by_code(code)

    def units_of(self, code, ref=None):
        """Return {(ref, unit name): role} of a plan's assignments."""
        plan = self.plan(code)
        refs = {t.id: t.ref for t in self.uow.plans.tasks(plan.id)}
        names = {u.id: u.name for u in self.uow.units.all()}
        found = {(refs[t], names[u]): role for _, t, u, role in self.uow.plans.assignments_of(plan.id)}
        return {k: v for k, v in found.items() if ref in (None, k[0])}

    def occurrences(self):
        ids = [u.id for u in self.uow.units.all()]
        return tuple(o for o in self.uow.occurrences.open() if o.unit_id in set(ids))


@contextmanager
def district():
    database = Database()
    migrate(database)
    try:
        with database.transaction() as uow:
            yield District(uow)
    finally:
        database.close()
