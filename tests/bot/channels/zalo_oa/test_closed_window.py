"""Who has been silent for more than a week hears by a template; where none gets through, somebody else hears."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import RefusedError, Templated, WindowClosedError
from bot.channels.zalo_oa import zbs
from bot.channels.zalo_oa.settings import allows
from bot.channels.zalo_oa.zbs_data import stand_in
from bot.ticks import TICKS
from domain.calendar import LOCAL
from domain.ways import Topic, Way
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import decisions, work_phone
from handlers.services.decisions import Decision
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
        self.believe_heard(*heard)
        self.world.clock.move_to(moment)
        await self.beat()

    def believe_heard(self, *names):
        """Let us have heard from somebody now, whatever Zalo knows of it."""
        with self.app.store.database.transaction() as uow:
            for name in names:
                uow.people.touch(self.address(uow, name).id, self.world.clock.now())

    async def beat(self):
        """Run the reminder tick, and what follows from it."""
        await self.app.run_tick(next(tick for tick in TICKS if tick.name == "reminders"))
        await self.app.settle()

    def rows(self, sql):
        with self.app.store.database.engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql)]

    async def says(self, user, words):
        """Let somebody write, and what follows from it."""
        event = self.world.zalo.event("user_send_text", user, {"text": words})
        assert await self.channel.webhook(*self.world.zalo.signed(event)) == 200
        await self.app.settle()

    async def decides(self, kind, decision):
        """Let the focal point have said something of the report long ago, and the coordinator decide on it now."""
        now, words = self.world.clock.now(), "ông Bình, 0912345678, thiếu số liệu"
        with self.app.store.database.transaction() as uow:
            record = uow.occurrences.by_code("CV-26-LAPBC")
            said = uow.occurrences.add_progress(
                occurrence_id=record.id, person_id=self.people[FOCAL], kind=kind, percent=None,
                document_no="125/BC-UBND" if kind == "done" else None, attachment_id=None, note=words,
                wanted_on=date(2026, 12, 21) if kind == "more_time" else None, at=NOW,
            )  # fmt: skip
            if kind == "done":
                uow.occurrences.change(record.id, state="submitted")
            coordinator = uow.people.get(self.people["coordinator"])
            by = Acting(coordinator, self.address(uow, "coordinator").address, now, self.app.around)
            decisions.decide(uow, decisions.Decide(said, decision, words), by)
        await self.app.settle()

    def address(self, uow, user):
        return uow.people.at(Address("zalo-oa", self.world.zalo.oa_id, user, user))

    def state(self, user):
        with self.app.store.database.reading() as uow:
            return self.address(uow, user).state

    def way(self, user, topic=Topic.REMINDER):
        """Return how somebody can be told now, None where they cannot."""
        with self.app.store.database.reading() as uow:
            found = uow.ways.reach(self.people[user], topic, self.world.clock.now())
        return found and found.way

    def quota(self, meter):
        with self.app.store.database.reading() as uow:
            return uow.ways.quota("zalo-oa")[meter].left

    def to(self, user):
        return [body for who, body in self.world.zalo.sent if who == user]


@pytest.fixture
async def make_office(world, tmp_path):
    made = []

    async def make(**settings):
        numbers = (("REMINDER", "301"), ("ACCIDENT", "302"), ("REPORT_STATE", "303"))
        world.zalo.templates = {number: dict(zbs.PARAMETERS[name]) for name, number in numbers}
        channel = world.channel(**settings)
        allowed = allows(channel._settings.templates, channel._settings.rate_per_minute)
        url = f"sqlite:///{tmp_path / 'core.db'}"
        parts = Parts(url, tmp_path, world.clock, office="Sở Nội vụ", allows={"zalo-oa": allowed})
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
    if how != "not set":
        await office.beat()  # the next tick, not the next step
    (heard,) = office.to(DEPUTY)
    assert "Báo cáo năm 2026" in str(heard["message"])
    assert office.to(FOCAL) == []
    lost = office.rows("SELECT state FROM outbox WHERE state IN ('failed', 'blocked')")
    assert lost == {"not set": [], "refused": [("failed",)], "person refuses": [("blocked",)]}[how]
    assert office.way(FOCAL) is None
    assert office.state(FOCAL) == ("blocked" if how == "person refuses" else "active")


async def test_a_known_window_is_not_found_out_by_failing(make_office):
    office = await make_office()
    await office.is_at(MONDAY)
    asked = [path for path, _ in office.world.zalo.calls if path.startswith("/v3.0/oa/message")]
    assert asked == ["/v3.0/oa/message/template"]  # no ordinary message was tried first


async def test_a_refused_template_is_tried_again_the_next_day(make_office):
    office = await make_office()
    office.world.zalo.fail("/message/template", code=-249)
    await office.is_at(MONDAY)
    assert office.way(FOCAL) is None
    office.world.clock.move_to(MONDAY + timedelta(days=1))
    assert office.way(FOCAL) is Way.TEMPLATE


async def test_where_zalo_takes_no_template_by_uid_it_goes_to_the_number_left(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        by = Acting(
            uow.people.get(office.people[FOCAL]), office.address(uow, FOCAL).address, NOW, office.app.around
        )
        work_phone.leave(uow, work_phone.Leave("0912345678"), by)
    office.world.zalo.fail("/v3.0/oa/message/template", code=-249)
    await office.is_at(MONDAY)
    (body,) = office.to("84912345678")
    assert body["template_id"] == "301"
    assert body["template_data"]["code"] == "CV-26-LAPBC"
    assert office.world.zalo.tracking == ["out-1"]
    assert office.to(FOCAL) == office.to(DEPUTY) == []
    sql = "SELECT outcome FROM attempts ORDER BY id"
    assert office.rows(sql) == [("moved",), ("accepted",)]


async def test_a_number_zalo_does_not_know_is_given_up_until_it_is_left_again(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        focal = office.address(uow, FOCAL)
        by = Acting(uow.people.get(office.people[FOCAL]), focal.address, NOW, office.app.around)
        work_phone.leave(uow, work_phone.Leave("0912345678"), by)
        uow.people.set_address_state(focal.id, "blocked")
    office.world.zalo.fail("/message/template", code=-118)
    await office.is_at(MONDAY)
    await office.beat()
    assert len(office.to(DEPUTY)) == 1
    assert office.way(FOCAL) is None
    with office.app.store.database.transaction() as uow:
        work_phone.leave(uow, work_phone.Leave("0912345678"), by)
    assert office.way(FOCAL) is Way.TEMPLATE


async def test_a_window_that_closed_unseen_is_remembered_until_they_write(make_office):
    office = await make_office(templates={})
    office.world.clock.move_to(MONDAY - timedelta(minutes=5))
    office.believe_heard(FOCAL)
    await office.is_at(MONDAY)  # Zalo has heard nothing of the focal point for thirteen days
    await office.beat()
    assert office.state(FOCAL) == "active"
    assert office.way(FOCAL) is None
    assert len(office.to(DEPUTY)) == 1
    await office.says(FOCAL, "chào")
    assert office.way(FOCAL) is Way.OPEN


@pytest.mark.parametrize(("code", "meter"), [(-144, "templates"), (-147, "templates:reminder"),
                                             (-1441, "templates:reminder"), (-211, "templates")])  # fmt: skip
async def test_a_used_up_quota_lets_the_next_hear_at_once_and_the_first_the_day_after(
    make_office, code, meter
):
    office = await make_office()
    office.world.zalo.fail("/message/template", code=code)
    await office.is_at(MONDAY)
    await office.beat()
    assert office.to(FOCAL) == []
    (heard,) = office.to(DEPUTY)
    assert "Báo cáo năm 2026" in str(heard["message"])
    assert office.way(FOCAL) is None
    assert office.quota(meter) == 0
    await office.is_at(MONDAY + timedelta(days=1))
    await office.beat()  # what Monday's day was over for is said anew
    assert [body["template_id"] for body in office.to(FOCAL)] == ["301"]
    assert office.quota("templates") == 499


async def test_where_only_the_quota_is_in_the_way_nobody_is_forgotten(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        uow.ways.note("zalo-oa", "templates", 0, 500, MONDAY)
    await office.is_at(MONDAY, heard=())
    assert office.world.zalo.sent == []
    await office.is_at(MONDAY + timedelta(days=1), heard=())
    assert [body["template_id"] for body in office.to(FOCAL)] == ["301"]


async def test_of_a_person_on_two_platforms_the_open_one_is_taken(make_office):
    office = await make_office()
    web = Address("webchat", "web", "w-focal", "w-focal")
    with office.app.store.database.transaction() as uow:
        uow.people.touch(uow.people.add_address(office.people[FOCAL], web), NOW - timedelta(days=40))
    await office.is_at(MONDAY)
    assert office.to(FOCAL) == office.to(DEPUTY) == []
    assert office.rows("SELECT channel FROM outbox JOIN addresses a ON a.id = address_id") == [("webchat",)]


async def test_a_message_that_met_a_closed_window_goes_by_the_readers_other_way(make_office):
    office = await make_office(templates={})
    web = Address("webchat", "web", "w-focal", "w-focal")
    with office.app.store.database.transaction() as uow:
        uow.people.touch(uow.people.add_address(office.people[FOCAL], web), NOW)
    office.world.clock.move_to(MONDAY - timedelta(minutes=5))
    office.believe_heard(FOCAL)
    await office.is_at(MONDAY)
    sql = "SELECT channel, outbox.state, attempts FROM outbox JOIN addresses a ON a.id = address_id"
    assert office.rows(sql) == [("webchat", "due", 1)]
    assert office.to(DEPUTY) == []


async def test_a_notice_without_a_template_costs_nobody_their_reminders(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        say = Say("office-sample")
        about = {"kind": "plan"}
        late = MONDAY - timedelta(minutes=10)
        outgoing.notify(uow, office.people[FOCAL], say, NOW, dedup_key="d", not_before=late, about=about)
    await office.is_at(MONDAY)
    assert office.rows("SELECT state FROM outbox WHERE dedup_key = 'd'") == [("failed",)]
    assert [body["template_id"] for body in office.to(FOCAL)] == ["301"]


async def test_who_writes_again_is_reached_again(make_office):
    office = await make_office(templates={})
    await office.is_at(MONDAY)
    await office.says(FOCAL, "chào")
    assert office.way(FOCAL) is Way.OPEN
    before = len(office.to(FOCAL))
    await office.beat()
    (reminder,) = office.to(FOCAL)[before:]  # what went to the deputy meanwhile is still owed
    assert "Báo cáo năm 2026" in str(reminder["message"])


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


DECIDED = {
    Decision.ACCEPTED: ("done", "đã được duyệt"),
    Decision.RETURNED: ("done", "cần bổ sung"),
    Decision.GRANTED: ("more_time", "gia hạn tới 21/12/2026"),
    Decision.REFUSED: ("more_time", "chưa được gia hạn"),
    Decision.ANSWERED: ("difficulty", "đã có trả lời"),
}


@pytest.mark.parametrize("decision", DECIDED)
async def test_a_decision_reaches_who_was_silent_and_says_nothing_anybody_wrote(make_office, decision):
    office = await make_office()
    kind, state = DECIDED[decision]
    office.world.clock.move_to(MONDAY)
    await office.decides(kind, decision)
    (body,) = office.to(FOCAL)
    assert body["template_id"] == "303"
    assert body["template_data"] == {
        "unit": "Xã Tân Lập",
        "report": "Báo cáo năm 2026",
        "state": state,
        "code": "CV-26-LAPBC",
    }
    for private in ("Bình", "0912", "125/BC-UBND"):
        assert private not in str(body)
    assert office.to(DEPUTY) == []


async def test_without_its_template_a_decision_goes_to_an_officer_who_can_be_told(make_office):
    office = await make_office(templates={"REMINDER": "301"})
    office.world.clock.move_to(MONDAY)
    office.world.zalo.event("user_send_text", DEPUTY)
    office.believe_heard(DEPUTY)
    await office.decides("done", Decision.RETURNED)
    (heard,) = office.to(DEPUTY)
    assert "Cần bổ sung" in str(heard["message"])
    assert office.to(FOCAL) == []


async def test_who_is_not_signed_in_gets_no_template(world):
    channel = await world.opened()
    assert isinstance(channel, Templated)
    with pytest.raises(RefusedError):
        await channel.send_instead(world.address("anon:c:u"), ALARM, "k")


def test_what_fills_the_templates():
    more = {"occurrences": ["CV-1", "CV-2", "CV-3"], "items": [{**ITEM, "name": "Việc " * 40}, ITEM, ITEM]}
    template, data = stand_in(more)
    assert template == "REMINDER"
    assert data["duty"].endswith("… và 2 việc khác")
    assert len(data["duty"]) <= zbs.PARAMETERS["REMINDER"]["duty"]
    standing = {"occurrences": ["CV-1"], "items": [{**ITEM, "due": None}]}
    assert stand_in(standing)[1]["deadline"] == "đang chờ trả lời"
    assert stand_in(ALARM) == (
        "ACCIDENT",
        {
            "code": "TN-26-7K3F",
            "what": "tai nạn có 2 người bị nạn",
            "place": "xã Tân Lập",
            "reported_at": "8h52 thứ Ba 24/11/2026",
        },
    )


@pytest.mark.parametrize(
    "about",
    [None, {}, {"case": "TN-1"}, {"kind": "decision"}, {"occurrences": ["V-1"], "items": []},
     {"occurrences": ["V-1"], "items": [{"due": "x"}]}],
)  # fmt: skip
def test_what_says_too_little_fills_none(about):
    with pytest.raises(RefusedError):
        stand_in(about)


def test_a_closed_window_is_no_block():
    assert not issubclass(WindowClosedError, RefusedError)
