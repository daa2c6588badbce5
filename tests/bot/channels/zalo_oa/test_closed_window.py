"""Who has been silent for more than a week hears by a template; where none gets through, somebody else hears."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import RefusedError, Templated, WindowClosedError
from bot.channels.zalo_oa import zbs
from bot.channels.zalo_oa.zbs_data import stand_in
from bot.ticks import TICKS
from domain.calendar import LOCAL
from handlers import outgoing
from messages.envelope import Address, Say
from tests.bot.channels.zalo_oa.conftest import NOW

FOCAL, DEPUTY = "user-focal", "user-deputy"
MONDAY = datetime(2026, 12, 7, 7, 30, tzinfo=LOCAL)
ITEM = {"for_unit": "Xã Tân Lập", "name": "Báo cáo năm 2026", "due": "2026-12-14"}
ALARM = {
    "case": "TN-26-7K3F",
    "class": "tai nạn có 2 người bị nạn",
    "place": "xã Tân Lập",
    "time": "8h52 thứ Ba 24/11/2026",
}


class Office:
    """The app over the channel, with a commune that owes a report and whose focal point is silent."""

    def __init__(self, world, app, channel):
        self.world, self.app, self.channel = world, app, channel
        self.unit, self.people = None, {}

    def settle_in(self):
        with self.app.store.database.transaction() as uow:
            coordinates = uow.units.add(
                code="DV-1", name="Sở Nội vụ", kind="office", parent_id=None, coordinates=True
            )
            self.unit = uow.units.add(code="DV-2", name="Xã Tân Lập", kind="commune", parent_id=None)
            for name, unit, role in (
                ("coordinator", coordinates, "coordinator"),
                (FOCAL, self.unit, "focal"),
                (DEPUTY, self.unit, "deputy"),
            ):
                self._person(uow, name, unit, role)
            self._duty(uow)

    def _person(self, uow, name, unit, role):
        self.people[name] = person = uow.people.add(None, "vi", NOW)
        address = uow.people.add_address(person, Address("zalo-oa", self.world.zalo.oa_id, name, name))
        uow.people.touch(address, NOW)
        uow.people.join(person, unit, role, NOW)

    def _duty(self, uow):
        plan = uow.plans.add(
            code="KH-26-AAAA", title="Kế hoạch", number=None, reading={}, attachment_id=None,
            check_in="quarterly", created_by=self.people["coordinator"], now=NOW,
        )  # fmt: skip
        uow.plans.approve(plan, self.people["coordinator"], NOW)
        task = uow.plans.add_task(
            plan_id=plan, ref="IV.2.ii", kind="report", position=1, text="Báo cáo kết quả thực hiện", deadline={},
            deadline_text=None, product=None, by_mandate=False, lines=[1],
        )  # fmt: skip
        duty = {
            "code": "CV-26-LAPBC", "assignment_id": uow.plans.assign(task, self.unit, "lead"), "label": "2026",
            "opens_on": date(2026, 1, 1), "due_on": date(2026, 12, 14), "check_in_until": None, "state": "open",
            "percent": None, "promised_on": None, "snoozed_until": None, "next_at": NOW,
        }  # fmt: skip
        uow.occurrences.add_many([duty])

    async def is_at(self, moment, heard=(DEPUTY, "coordinator")):
        """Let it be `moment`; whoever is `heard` wrote a little before, the others were silent since."""
        self.world.clock.move_to(moment - timedelta(minutes=5))
        for name in heard:
            self.world.zalo.event("user_send_text", name)
        self.world.clock.move_to(moment)
        await self.beat()

    async def beat(self):
        """Run the reminder tick, and what follows from it."""
        await self.app.run_tick(next(tick for tick in TICKS if tick.name == "reminders"))
        await self.app.settle()

    def rows(self, sql):
        with self.app.store.database.engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    def to(self, user):
        return [body for who, body in self.world.zalo.sent if who == user]


@pytest.fixture
async def make_office(world, tmp_path):
    made = []

    async def make(**settings):
        world.zalo.templates = {
            number: dict(zbs.PARAMETERS[name]) for name, number in (("REMINDER", "301"), ("ACCIDENT", "302"))
        }
        channel = world.channel(**settings)
        parts = Parts(f"sqlite:///{tmp_path / 'core.db'}", tmp_path, world.clock, office="Sở Nội vụ")
        app = build(parts, lambda _store: [channel])
        await channel.open(app.intake.receive)
        for name in (FOCAL, DEPUTY, "coordinator"):
            world.zalo.event("user_send_text", name)
        office = Office(world, app, channel)
        office.settle_in()
        made.append(app)
        return office

    yield make
    for app in made:
        app.close()


async def test_a_reminder_to_who_was_silent_for_thirteen_days_leaves_as_a_template(make_office):
    office = await make_office()
    await office.is_at(MONDAY)
    assert office.to(FOCAL) == [
        {
            "message": {},
            "user_id": FOCAL,
            "template_id": "301",
            "template_data": {
                "unit": "Xã Tân Lập",
                "duty": "Báo cáo năm 2026",
                "deadline": "thứ Hai 14/12/2026",
                "code": "CV-26-LAPBC",
            },
        }
    ]
    assert office.to(DEPUTY) == []
    assert ("accepted", "template") in office.rows("SELECT state, detail FROM outbox")


async def test_eight_days_are_closed_and_six_are_not(make_office):
    office = await make_office()
    await office.is_at(MONDAY - timedelta(days=6), heard=(FOCAL, DEPUTY, "coordinator"))
    before = len(office.to(FOCAL))
    await office.is_at(MONDAY)
    assert all("template_id" not in body for body in office.to(FOCAL)[before:])
    assert len(office.to(FOCAL)) > before


@pytest.mark.parametrize("how", ["not set", "refused", "person refuses"])
async def test_where_no_template_gets_through_the_deputy_hears_at_once(make_office, how):
    office = await make_office(**({"templates": {}} if how == "not set" else {}))
    if how != "not set":
        office.world.zalo.fail("/message/template", code=-249 if how == "refused" else -139)
    await office.is_at(MONDAY)
    await office.beat()  # the next tick, not the next step
    (heard,) = office.to(DEPUTY)
    assert "Báo cáo năm 2026" in str(heard["message"])
    assert office.to(FOCAL) == []
    ((state, detail),) = office.rows("SELECT state, detail FROM outbox WHERE state IN ('failed', 'blocked')")
    if how == "not set":
        assert state == "failed"
        assert "BAOAN_ZBS_TEMPLATE_REMINDER is not set" in detail
    with office.app.store.database.reading() as uow:
        assert uow.people.reach(office.people[FOCAL]) is None


async def test_a_notice_without_a_template_costs_nobody_their_reminders(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        say = Say("office-sample")
        about = {"kind": "decision"}
        late = MONDAY - timedelta(minutes=10)
        outgoing.notify(uow, office.people[FOCAL], say, NOW, dedup_key="d", not_before=late, about=about)
    await office.is_at(MONDAY)
    assert office.rows("SELECT state FROM outbox WHERE dedup_key = 'd'") == [("failed",)]
    assert [body["template_id"] for body in office.to(FOCAL)] == ["301"]


async def test_who_writes_again_is_reached_again(make_office):
    office = await make_office(templates={})
    await office.is_at(MONDAY)
    event = office.world.zalo.event("user_send_text", FOCAL, {"text": "chào"})
    assert await office.channel.webhook(*office.world.zalo.signed(event)) == 200
    await office.app.settle()
    with office.app.store.database.reading() as uow:
        assert uow.people.reach(office.people[FOCAL]) is not None
    assert len(office.to(FOCAL)) > 0


async def test_an_alarm_reaches_an_officer_who_was_silent_and_says_no_more_than_the_push(make_office):
    office = await make_office()
    night = datetime(2026, 12, 5, 22, 10, tzinfo=LOCAL)
    office.world.clock.move_to(night.astimezone(UTC))
    words = ("tai nạn ở xã Tân Lập, ông Nguyễn Văn Bình gãy chân", "2", "xã Tân Lập", "0912345678")
    for number, said in enumerate(words):
        event = office.world.zalo.event("user_send_text", "worker", {"text": said, "msg_id": f"w{number}"})
        assert await office.channel.webhook(*office.world.zalo.signed(event)) == 200
        await office.app.settle()
    body = office.to(FOCAL)[0]
    assert body["template_id"] == "302"
    ((code,),) = office.rows("SELECT code FROM accidents")
    assert body["template_data"]["code"] == code
    assert body["template_data"]["place"] == "xã Tân Lập"
    assert body["template_data"]["reported_at"] == "22h10 thứ Bảy 05/12/2026"
    assert "tai nạn" in body["template_data"]["what"]
    for private in ("Bình", "gãy", "0912"):
        assert private not in str(body)


async def test_who_is_not_signed_in_gets_no_template(world):
    channel = await world.opened()
    assert isinstance(channel, Templated)
    with pytest.raises(RefusedError):
        await channel.send_instead(world.address("anon:c:u"), ALARM, urgent=True, key="k")


def test_what_fills_the_templates():
    more = {"occurrences": ["CV-1", "CV-2", "CV-3"], "items": [{**ITEM, "name": "Việc " * 40}, ITEM, ITEM]}
    template, data = stand_in(more, urgent=False)
    assert template == "REMINDER"
    assert data["duty"].endswith("… và 2 việc khác")
    assert len(data["duty"]) <= zbs.PARAMETERS["REMINDER"]["duty"]
    standing = {"occurrences": ["CV-1"], "items": [{**ITEM, "due": None}]}
    assert stand_in(standing, urgent=False)[1]["deadline"] == "đang chờ trả lời"
    assert stand_in(ALARM, urgent=True) == (
        "ACCIDENT",
        {
            "code": "TN-26-7K3F",
            "what": "tai nạn có 2 người bị nạn",
            "place": "xã Tân Lập",
            "reported_at": "8h52 thứ Ba 24/11/2026",
        },
    )


@pytest.mark.parametrize(
    ("about", "urgent"),
    [(None, False), (None, True), ({}, True), ({"case": "TN-1"}, True), ({"kind": "decision"}, False),
     ({"occurrences": ["V-1"], "items": []}, False), ({"occurrences": ["V-1"], "items": [{"due": "x"}]}, False)],
)  # fmt: skip
def test_what_says_too_little_fills_none(about, urgent):
    with pytest.raises(RefusedError):
        stand_in(about, urgent=urgent)


def test_a_closed_window_is_no_block():
    assert not issubclass(WindowClosedError, RefusedError)
