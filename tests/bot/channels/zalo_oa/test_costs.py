"""What the Official Account charges is written down; at the cap nothing billed leaves but alarms and answers."""

from datetime import datetime, timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import Capabilities, Sent
from bot.channels.zalo_oa import zbs
from bot.channels.zalo_oa.outgoing import TEXT_LIMIT
from bot.channels.zalo_oa.settings import allows
from bot.ticks import TICKS
from domain.calendar import LOCAL
from domain.costs import Bill, Spending, Tariff
from handlers import outgoing
from handlers.services import channel_watch
from messages.envelope import Address, OutboundMessage, Say, Text
from tests.bot.channels.zalo_oa.conftest import NOW, USER
from tests.bot.channels.zalo_oa.test_closed_window import DEPUTY, FOCAL, MONDAY, Office

ALWAYS_REACHED = Spending(cap=0)
TICK = {tick.name: tick for tick in TICKS}
BILLS = "SELECT outcome, tariff, messages, cost FROM attempts ORDER BY id"


class Elsewhere:
    """A free channel beside Zalo."""

    name = "telegram"
    capabilities = Capabilities(buttons=False, files=False, text_limit=4096)

    def __init__(self):
        self.sent = []

    async def send(self, address, message, key):
        self.sent.append((address.chat, message.text))
        return Sent(key)


class Paying(Office):
    """The office of the closed-window tests, in which money counts."""

    def __init__(self, world, app, channel, elsewhere):
        super().__init__(world, app, channel)
        self.elsewhere = elsewhere

    def heard(self, name, ago):
        """Let somebody have written so long before now, as we and Zalo know it."""
        now = self.world.clock.now()
        self.world.zalo.users[name].last_interaction = now - ago
        with self.app.store.database.transaction() as uow:
            known = uow.people.at(Address("zalo-oa", self.world.zalo.oa_id, name, name))
            uow.people.touch(known.id, now - ago)

    async def monday(self, focal, others=timedelta(hours=1)):
        """Let it be Monday 7h30, `focal` silent for so long, and run the reminder tick."""
        self.world.clock.move_to(MONDAY)
        self.heard(FOCAL, focal)
        for name in (DEPUTY, "coordinator"):
            self.heard(name, others)
        await self.beat()

    def notify(self, name, *, key, about=None, urgent=False, text="office-sample"):
        with self.app.store.database.transaction() as uow:
            say = Say(text, urgent=urgent)
            outgoing.notify(uow, self.people[name], say, self.world.clock.now(), dedup_key=key, about=about)

    def state_of(self, name):
        rows = self.rows("SELECT chat, state FROM addresses WHERE channel = 'zalo-oa'")
        return dict(rows)[name]

    async def run(self, tick):
        done = await self.app.run_tick(TICK[tick])
        await self.app.settle()
        return done


@pytest.fixture
async def make_office(world, tmp_path):
    made = []

    async def make(spending=ALWAYS_REACHED, **settings):
        world.zalo.templates = {
            number: dict(zbs.PARAMETERS[name]) for name, number in (("REMINDER", "301"), ("ACCIDENT", "302"))
        }
        channel, elsewhere = world.channel(spending=spending, **settings), Elsewhere()
        url = f"sqlite:///{tmp_path / 'core.db'}"
        allowed = {"zalo-oa": allows(channel._settings.templates, 100)}
        parts = Parts(url, tmp_path, world.clock, office="Sở Nội vụ", spending=spending, allows=allowed)
        app = build(parts, lambda _store: [channel, elsewhere])
        await channel.open(app.intake.receive)
        for name in (FOCAL, DEPUTY, "coordinator"):
            world.zalo.event("user_send_text", name)
        office = Paying(world, app, channel, elsewhere)
        office.settle_in()
        made.append(app)
        return office

    yield make
    for app in made:
        app.close()


# What is written down


@pytest.mark.parametrize(
    ("silent", "bill"),
    [
        (timedelta(hours=47), ("accepted", "free", 1, 0)),
        (timedelta(days=3), ("accepted", "cs", 1, 55)),
        (timedelta(days=8), ("accepted", "template_uid", 1, None)),
    ],
)
async def test_each_way_is_written_down_with_its_price(make_office, silent, bill):
    office = await make_office(Spending())
    await office.monday(silent)
    assert bill in office.rows(BILLS)
    assert len(office.to(FOCAL)) == 1


@pytest.mark.parametrize(
    ("said", "cost"),
    [({"price_uid": 165}, 165), ({"price_uid": "99.0"}, 99), ({"price_uid": "x"}, 200), ({}, 200)],
)
async def test_a_template_costs_what_zalo_says_else_what_the_office_set(make_office, said, cost):
    office = await make_office(Spending(template_uid=200))
    office.world.zalo.prices = {"301": said}
    await office.monday(timedelta(days=8))
    assert ("accepted", "template_uid", 1, cost) in office.rows(BILLS)


async def test_by_phone_it_has_its_own_price(world):
    world.zalo.templates = {"301": dict(zbs.PARAMETERS["REMINDER"])}
    world.zalo.prices = {"301": {"price_uid": 99, "price_sdt": 300}}
    channel = await world.opened()
    data = {"unit": "Xã Tân Lập", "duty": "Báo cáo", "deadline": "14/12", "code": "CV-1"}
    assert (await channel.send_template("0912345678", "REMINDER", data, "a")).bill.cost == 300
    assert (await channel.send_template(world.address(), "REMINDER", data, "b")).bill.cost == 99


async def test_what_is_refused_costs_nothing_and_what_nobody_knows_may_have(make_office):
    office = await make_office(Spending())
    office.world.clock.move_to(MONDAY)
    office.heard(FOCAL, timedelta(days=3))
    office.world.zalo.fail("/message/cs", code=-201)
    office.notify(FOCAL, key="a")
    await office.app.settle()
    office.world.zalo.fail("/message/cs", drop="after")
    office.notify(FOCAL, key="b")
    await office.app.settle()
    assert office.rows(BILLS) == [("refused", None, None, None), (None, "cs", 1, 55)]
    office.world.clock.move_to(MONDAY + timedelta(minutes=2))
    await office.app.settle()
    assert office.rows(BILLS)[1:] == [("unknown", "cs", 1, 55), ("accepted", "cs", 1, 55)]


async def test_each_part_is_charged_in_the_try_that_sent_it(make_office):
    office = await make_office(Spending())
    office.world.clock.move_to(MONDAY)
    office.heard(FOCAL, timedelta(days=3))
    long = OutboundMessage("Câu này có chừng ba mươi chữ. " * (TEXT_LIMIT // 12))
    with office.app.store.database.transaction() as uow:
        known = uow.people.reach(office.people[FOCAL])
        uow.outbox.add(
            long, person_id=known.person_id, address_id=known.id, lane="notice", now=office.world.clock.now()
        )
    office.world.zalo.rate = len(office.world.zalo._minute) + 2
    await office.app.settle()
    office.world.zalo.rate = 4000
    office.world.clock.move_to(MONDAY + timedelta(minutes=5))
    await office.app.settle()
    parts = len(office.to(FOCAL))
    assert parts > 2
    assert office.rows(BILLS) == [("waited", "cs", 2, 110), ("accepted", "cs", parts - 2, 55 * (parts - 2))]


async def test_a_quote_sends_nothing_and_knows_when_no_template_stands(world):
    channel = await world.opened()
    message, now = OutboundMessage("x"), world.clock.now()
    week = timedelta(days=8)
    quote = channel.quote(world.address(), message, {"kind": "leave"}, silent=week, now=now)
    assert quote.expected is None
    assert quote.whole == Bill(Tariff.CS, 1, 55)
    assert channel.quote(world.address(), message, None, silent=timedelta(0), now=now).expected.is_free
    assert world.zalo.calls == [call for call in world.zalo.calls if "message" not in call[0]]
    assert world.address().chat == USER


# The cap


@pytest.mark.parametrize("silent", [timedelta(days=3), timedelta(days=8)])
async def test_at_the_cap_a_charged_reminder_is_not_sent_and_the_deputy_hears(make_office, silent):
    office = await make_office()
    await office.monday(silent)
    assert office.to(FOCAL) == []
    (heard,) = office.to(DEPUTY)
    assert "Báo cáo năm 2026" in str(heard["message"])
    assert sum(cost or 0 for *_, cost in office.rows(BILLS)) == 0


async def test_with_nobody_else_in_the_unit_the_coordinator_hears(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        uow.people.leave(office.people[DEPUTY], office.unit, "deputy", NOW)
    await office.monday(timedelta(days=3))
    assert office.to(FOCAL) == []
    assert "Báo cáo năm 2026" in str(office.to("coordinator"))


async def test_within_48_hours_a_reminder_goes_on(make_office):
    office = await make_office()
    await office.monday(timedelta(hours=40))
    assert len(office.to(FOCAL)) == 1
    assert office.to(DEPUTY) == []


async def test_a_message_goes_to_a_free_address_of_the_same_person(make_office):
    office = await make_office()
    with office.app.store.database.transaction() as uow:
        uow.people.add_address(office.people[FOCAL], Address("telegram", "t", "7", "7"))
    await office.monday(timedelta(days=3))
    assert office.to(FOCAL) == []
    ((chat, text),) = office.elsewhere.sent
    assert chat == "7"
    assert "Báo cáo năm 2026" in text
    assert office.state_of(FOCAL) == "active"


ALARM = {"case": "TN-26-7K3F", "class": "tai nạn", "place": "xã Tân Lập", "time": "8h52"}


@pytest.mark.parametrize("silent", [timedelta(days=3), timedelta(days=8)])
@pytest.mark.parametrize(("about", "urgent"), [(ALARM, True), (ALARM, False)])
async def test_an_accident_notice_is_never_stopped(make_office, silent, about, urgent):
    office = await make_office()
    await office.monday(silent)
    assert office.to(FOCAL) == []  # the reminder is kept back
    office.notify(FOCAL, key="alarm", about=about, urgent=urgent)
    await office.app.settle()
    assert len(office.to(FOCAL)) == 1
    assert ("alarm", "accepted") in office.rows("SELECT dedup_key, state FROM outbox")


async def test_what_a_reporter_is_told_of_their_case_goes_out(make_office):
    office = await make_office()
    await office.monday(timedelta(days=3))
    office.notify(FOCAL, key="told", about=outgoing.of_case("TN-26-7K3F"))
    await office.app.settle()
    assert len(office.to(FOCAL)) == 1


async def test_a_real_alarm_reaches_the_officer_whose_reminders_are_kept_back(make_office):
    office = await make_office()
    await office.monday(timedelta(days=3))
    for number, said in enumerate(
        ("tai nạn ở xã Tân Lập, 1 người gãy chân", "1", "xã Tân Lập", "0912345678")
    ):
        event = office.world.zalo.event("user_send_text", "worker", {"text": said, "msg_id": f"w{number}"})
        assert await office.channel.webhook(*office.world.zalo.signed(event)) == 200
        await office.app.settle()
    ((code,),) = office.rows("SELECT code FROM accidents")
    assert code in str(office.to(FOCAL))


async def test_an_answer_goes_out_and_opens_the_address_again(make_office):
    office = await make_office()
    await office.monday(timedelta(days=3))
    event = office.world.zalo.event("user_send_text", FOCAL, {"text": "chào"})
    assert await office.channel.webhook(*office.world.zalo.signed(event)) == 200
    await office.app.settle()
    assert len(office.to(FOCAL)) == 1
    assert office.state_of(FOCAL) == "active"


async def test_a_window_that_was_closed_unawares_costs_no_template_at_the_cap(make_office):
    office = await make_office()
    office.world.clock.move_to(MONDAY)
    office.heard(FOCAL, timedelta(hours=1))
    office.world.zalo.users[FOCAL].last_interaction = MONDAY - timedelta(days=30)
    office.heard(DEPUTY, timedelta(hours=1))
    await office.beat()
    await office.beat()
    assert office.to(FOCAL) == []
    assert len(office.to(DEPUTY)) == 1
    assert ("dropped", "spending_cap") in office.rows("SELECT state, detail FROM outbox")


async def test_the_cap_lets_pass_what_is_below_it_and_not_one_more(make_office):
    office = await make_office(Spending(cap=55))
    office.world.clock.move_to(MONDAY)
    for name in (FOCAL, DEPUTY, "coordinator"):
        office.heard(name, timedelta(days=3))
    for name in (FOCAL, DEPUTY, "coordinator"):
        office.notify(name, key=name)
    await office.app.settle()
    assert sorted(state for (state,) in office.rows("SELECT state FROM outbox")) == [
        "accepted",
        "dropped",
        "dropped",
    ]


async def test_with_the_next_month_reminders_go_to_them_again(make_office):
    office = await make_office(Spending(cap=55))
    await office.monday(timedelta(days=3))
    assert len(office.to(FOCAL)) == 1
    office.notify(FOCAL, key="kept back")
    await office.app.settle()
    assert ("kept back", "dropped", "spending_cap") in office.rows(
        "SELECT dedup_key, state, detail FROM outbox"
    )
    last = datetime(2026, 12, 31, 23, 59, tzinfo=LOCAL)
    office.world.clock.move_to(last)
    office.heard(FOCAL, timedelta(days=3))
    office.notify(FOCAL, key="still")
    await office.app.settle()
    assert ("still", "dropped") in office.rows("SELECT dedup_key, state FROM outbox")
    office.world.clock.move_to(last + timedelta(minutes=1))
    office.notify(FOCAL, key="again")
    await office.app.settle()
    assert ("again", "accepted") in office.rows("SELECT dedup_key, state FROM outbox")


async def test_what_was_queued_before_the_cap_goes_by_another_way_or_not_at_all(make_office):
    office = await make_office(Spending(cap=55))
    office.world.clock.move_to(MONDAY)
    for name in (FOCAL, DEPUTY):
        office.heard(name, timedelta(days=3))
    for name, key in ((DEPUTY, "first"), (FOCAL, "second")):
        office.notify(name, key=key)
    with office.app.store.database.transaction() as uow:
        uow.people.add_address(office.people[FOCAL], Address("telegram", "t", "7", "7"))
    await office.app.settle()
    states = office.rows("SELECT dedup_key, state FROM outbox ORDER BY id")
    assert states == [("first", "accepted"), ("second", "accepted")]
    assert len(office.elsewhere.sent) == 1
    assert office.to(FOCAL) == []


# The warning


def _spend(office, name, count, key="spend"):
    for number in range(count):
        office.notify(name, key=f"{key}{number}")


async def test_coordinators_are_warned_once_a_month_and_level(make_office, lines):
    office = await make_office(Spending(cap=550))
    office.world.clock.move_to(MONDAY)
    office.heard(FOCAL, timedelta(days=3))
    office.heard("coordinator", timedelta(hours=1))
    said = lambda: [str(body["message"]) for body in office.to("coordinator")]  # noqa: E731 - looked at often
    _spend(office, FOCAL, 7)
    await office.app.settle()
    assert await office.run("costs") == 0
    _spend(office, FOCAL, 1, "eighth")
    await office.app.settle()
    assert await office.run("costs") == 1
    assert await office.run("costs") == 0
    (near,) = said()
    assert "tháng 12/2026 đã quá 80% của trần 550 đồng" in near
    _spend(office, FOCAL, 3, "more")
    await office.app.settle()
    await office.run("costs")
    await office.run("costs")
    assert len(said()) == 2
    assert "đã hết trần 550 đồng" in said()[-1]
    logged = [line["level"] for line in lines if line["event"] == "spending_cap"]
    assert logged == ["near", "reached"]
    office.world.clock.move_to(datetime(2027, 1, 4, 9, tzinfo=LOCAL))
    assert await office.run("costs") == 0
    for name in (FOCAL, "coordinator"):
        office.heard(name, timedelta(days=3))
    _spend(office, FOCAL, 8, "january")
    await office.app.settle()
    assert await office.run("costs") == 1


async def test_a_warning_waits_for_working_hours(make_office):
    office = await make_office(Spending(cap=55))
    office.world.clock.move_to(datetime(2026, 12, 5, 23, tzinfo=LOCAL))  # a Saturday night
    for name in (FOCAL, "coordinator"):
        office.heard(name, timedelta(days=3) if name == FOCAL else timedelta(hours=1))
    _spend(office, FOCAL, 1)
    await office.app.settle()
    assert await office.run("costs") == 1
    assert office.to("coordinator") == []
    office.world.clock.move_to(MONDAY)
    await office.app.settle()
    assert len(office.to("coordinator")) == 1


async def test_the_cap_keeps_back_no_word_to_those_who_run_this(make_office):
    office = await make_office(Spending(cap=55))
    office.world.clock.move_to(MONDAY)
    for name in (FOCAL, "coordinator"):
        office.heard(name, timedelta(days=3))
    _spend(office, FOCAL, 2)
    await office.app.settle()
    assert ("spend1", "dropped") in office.rows("SELECT dedup_key, state FROM outbox")
    await office.run("costs")
    assert "đã hết trần 55 đồng" in str(office.to("coordinator"))
    with office.app.store.database.transaction() as uow:
        lost = Text("telegram-token-wrong")
        channel_watch.note(uow, "telegram", "send", lost, office.world.clock.now())
    await office.run("channels")
    assert len(office.to("coordinator")) == 2


async def test_a_reminder_the_cap_kept_back_is_made_good_once_its_reader_can_be_told(make_office):
    office = await make_office(Spending(cap=55))
    office.world.clock.move_to(MONDAY)
    for name in (FOCAL, DEPUTY, "coordinator"):
        office.heard(name, timedelta(days=3))
    office.notify(DEPUTY, key="first")
    await office.beat()  # the cap is not reached when it is planned, and reached when it would leave
    assert ("dropped", "spending_cap") in office.rows("SELECT state, detail FROM outbox")
    assert office.to(FOCAL) == []
    office.world.clock.move_to(MONDAY + timedelta(days=1, hours=1))
    await office.says(FOCAL, "chào")
    before = len(office.to(FOCAL))
    await office.beat()
    assert len(office.to(FOCAL)) == before + 1
    await office.beat()
    assert len(office.to(FOCAL)) == before + 1


async def test_without_a_cap_nothing_is_said_or_kept_back(make_office):
    office = await make_office(Spending())
    await office.monday(timedelta(days=3))
    assert len(office.to(FOCAL)) == 1
    assert await office.run("costs") == 0
