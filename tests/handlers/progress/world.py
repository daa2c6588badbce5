"""A small province in memory, and people who talk to the real router in it."""

import json
from datetime import date, datetime

from domain.calendar import vietnam_calendar
from domain.policy import default_policy
from handlers import router
from handlers.acting import Acting, Surroundings
from messages.envelope import Address, InboundKind, InboundMessage, OutboundMessage
from messages.words import LOCAL
from storage.database import Database
from storage.migrate import migrate

NOW = datetime(2026, 11, 24, 9, 5, tzinfo=LOCAL)
DUE = date(2026, 12, 14)
NOTICES = "notice"


class World:
    """Sở Nội vụ follows the plan; two communes owe a yearly report and a quarterly check-in each."""

    def __init__(self):
        self.database = Database()
        migrate(self.database)
        self.now = NOW
        self.around = Surroundings(
            office="Sở Nội vụ", hotline=None, policy=default_policy(), calendar=vietnam_calendar(),
            token=bytes,
        )  # fmt: skip
        self.people = {}
        self.units = {}
        self._uow_keys = 0
        with self.database.transaction() as uow:
            self._units(uow)
            self._plan(uow)

    def _units(self, uow):
        self.units["office"] = uow.units.add(
            code="DV-1", name="Sở Nội vụ", kind="office", parent_id=None, coordinates=True
        )
        for code, name in (("lap", "Xã Tân Lập"), ("son", "Xã Yên Sơn")):
            self.units[code] = uow.units.add(code=code, name=name, kind="commune", parent_id=None)
        for name, unit, role in (
            ("coordinator", "office", "coordinator"),
            ("second", "office", "coordinator"),
            ("leader", None, "leader"),
            ("focal", "lap", "focal"),
            ("deputy", "lap", "deputy"),
            ("son", "son", "focal"),
            ("worker", None, None),
        ):
            self._person(uow, name, self.units.get(unit), role)

    def _person(self, uow, name, unit, role):
        person = uow.people.add(None, "vi", self.now)
        address = uow.people.add_address(person, self.address(name))
        uow.people.touch(address, self.now)
        if role is not None:
            uow.people.join(person, unit, role, self.now)
        self.people[name] = person

    def _plan(self, uow):
        self.plan = uow.plans.add(
            code="KH-26-AAAA", title="Kế hoạch", number=None, reading={}, attachment_id=None,
            check_in="quarterly", created_by=self.people["coordinator"], now=self.now,
        )  # fmt: skip
        uow.plans.approve(self.plan, self.people["coordinator"], self.now)
        self.report = self._task(uow, "IV.2.ii", "report", "Báo cáo kết quả thực hiện", 1)
        self.check_in = self._task(
            uow, "III.1.b", "task", "Đẩy mạnh tuyên truyền các chủ trương về an toàn", 0
        )
        self.owe(uow, self.report, "lap", "CV-26-LAPBC", "2026", due=DUE)
        self.owe(uow, self.report, "son", "CV-26-SONBC", "2026", due=DUE)

    def _task(self, uow, ref, kind, text, position):
        return uow.plans.add_task(
            plan_id=self.plan, ref=ref, kind=kind, position=position, text=text, deadline={},
            deadline_text=None, product=None, by_mandate=False, lines=[1],
        )  # fmt: skip

    def task(self, ref, text="Tập huấn an toàn cho người lao động"):
        with self.database.transaction() as uow:
            return self.task_in(uow, ref, text)

    def task_in(self, uow, ref, text="Tập huấn an toàn cho người lao động"):
        return self._task(uow, ref, "task", text, 5)

    def owe(self, uow, task, unit, code, label, due=None, opens=date(2026, 1, 1)):
        known = {(t, u): a for a, t, u, _ in uow.plans.assignments_of(self.plan)}
        assignment = known.get((task, self.units[unit])) or uow.plans.assign(task, self.units[unit], "lead")
        uow.occurrences.add_many(
            [
                {
                    "code": code, "assignment_id": assignment, "label": label, "opens_on": opens, "due_on": due,
                    "check_in_until": None if due else date(2026, 12, 31), "state": "open", "percent": None,
                    "promised_on": None, "snoozed_until": None, "next_at": self.now,
                }
            ]
        )  # fmt: skip

    def add_check_in(self, unit="lap", code="CV-26-LAPQ4", label="2026-Q4", task=None):
        with self.database.transaction() as uow:
            self.owe(uow, task or self.check_in, unit, code, label, opens=date(2026, 10, 1))

    def address(self, name):
        return Address("console", "test", name, name)

    def talk(self, name):
        return Talk(self, name)

    def by(self, uow, name):
        return Acting(uow.people.get(self.people[name]), self.address(name), self.now, self.around)

    def record(self, code="CV-26-LAPBC"):
        with self.database.transaction() as uow:
            return uow.occurrences.by_code(code)

    def said(self, code="CV-26-LAPBC"):
        with self.database.transaction() as uow:
            return uow.occurrences.progress_of(uow.occurrences.by_code(code).id)

    def wants_reminder(self, code="CV-26-LAPBC"):
        with self.database.transaction() as uow:
            return code in {r.code for r in uow.occurrences.wanting_reminder(self.now)}

    def file(self, name, kind="photo", state="stored"):
        with self.database.transaction() as uow:
            return uow.attachments.add(
                person_id=self.people[name], kind=kind, name="bc.jpg", mime="image/jpeg", size=3,
                digest="00", path="00", state=state, now=self.now,
            )  # fmt: skip

    def close(self):
        self.database.close()


class Talk:
    """One person at the other end; `say`, `tap` and `photo` return the messages that came back."""

    def __init__(self, world, name):
        self.world = world
        self.name = name
        self.last = ()

    def say(self, text):
        return self._send(InboundKind.TEXT, text=text)

    def tap(self, payload):
        return self._send(InboundKind.CHOICE, choice=payload)

    def photo(self, attachment, text=""):
        return self._send(InboundKind.PHOTO, attachment=attachment, text=text)

    def pick(self, label):
        """Tap the button with this label on the last messages."""
        buttons = {c.label: c.payload for message in self.last for c in message.choices}
        return self.tap(buttons[label])

    def notices(self):
        """Return the notices waiting for this person."""
        return self._messages(self._rows(lane=NOTICES))

    def _send(self, kind, **fields):
        world = self.world
        world._uow_keys += 1
        inbound = InboundMessage(world.address(self.name), str(world._uow_keys), kind, world.now, **fields)
        before = self._newest()
        with world.database.transaction() as uow:
            router.handle(uow, inbound, world._uow_keys, world.around, world.now)
        self.last = self._messages([row for row in self._rows() if row["id"] > before])
        return [message.text for message in self.last]

    @property
    def buttons(self):
        return [c.label for message in self.last for c in message.choices]

    def _newest(self):
        return max((row["id"] for row in self._rows()), default=0)

    def _rows(self, lane="conversation"):
        with self.world.database.engine.connect() as connection:
            found = connection.exec_driver_sql(
                "SELECT id, body FROM outbox WHERE person_id = ? AND lane = ? AND state = 'due' ORDER BY id",
                (self.world.people[self.name], lane),
            )
            return [dict(row._mapping) for row in found]

    def _messages(self, rows):

        return [OutboundMessage.from_json(json.loads(row["body"])) for row in rows]
