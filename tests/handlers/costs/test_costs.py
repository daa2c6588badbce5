"""A month's costs as they are counted, forecast and told: unknown stays unknown, and the month is Vietnam's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.costs import FREE_FOR, OPEN_FOR, Bill, CapState, Spending, Sum, Tariff
from domain.ways import Allows, Rules, Topic
from handlers.services import costs, reminders
from messages.envelope import Address, OutboundMessage
from messages.words import LOCAL
from tests.handlers.progress.world import World

NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
CS = Bill(Tariff.CS, 1, 55)
NO_PRICE = Bill(Tariff.TEMPLATE_UID, 1, None)


class Paying(World):
    """The small province, whose focal point of Tân Lập is on the Official Account."""

    def __init__(self):
        super().__init__()
        self.oa = Address("zalo-oa", "oa", "u1", "u1")
        windowed = Allows(FREE_FOR, OPEN_FOR, templates=frozenset(Topic))
        self.database.rules = Rules({"zalo-oa": windowed})
        with self.database.transaction() as uow:
            uow.people.set_address_state(uow.people.at(self.address("focal")).id, "blocked")
            address = uow.people.add_address(self.people["focal"], self.oa)
            uow.people.touch(address, self.now)
            known = uow.people.at(self.address("deputy"))
        self.at = {"oa": (self.people["focal"], address), "console": (self.people["deputy"], known.id)}
        self.count = 0

    def sent(self, bill, where="oa", at=None, outcome="accepted", key="m"):
        """Let something have been sent, and charged so."""
        at = at or self.now
        person, address = self.at[where]
        channel = "zalo-oa" if where == "oa" else where
        with self.database.transaction() as uow:
            row = uow.outbox.add(
                OutboundMessage("x"), person_id=person, address_id=address, lane="notice", now=at
            )
            uow.outbox.claim(at, at + timedelta(minutes=1), 1, [channel])
            if outcome == "under way":
                uow.costs.book(row, 1, bill)
                return
            state = "accepted" if outcome == "accepted" else "failed"
            uow.outbox.record(row, 1, outcome=outcome, state=state, now=at, platform_key=key, bill=bill)

    def spends(self, **set_so):
        self.around = replace(self.around, spending=Spending(**set_so))

    def month(self, month=NOVEMBER, now=None):
        now = now or self.now
        around = self.around
        with self.database.reading() as uow:
            coming = costs.coming(uow, around.policy, around.calendar, around.spending, month, now)
            return costs.figures(uow, around.spending, month, now, coming)

    def lines(self, month=NOVEMBER):
        return {(line.channel, line.tariff): line.sum for line in self.month(month).lines}


@pytest.fixture
def world():
    made = Paying()
    yield made
    made.close()


def test_each_channel_and_way_is_counted_for_itself(world):
    world.sent(CS)
    world.sent(Bill(Tariff.CS, 3, 55))
    world.sent(Bill(Tariff.FREE, 1, 0))
    world.sent(NO_PRICE)
    world.sent(Bill(Tariff.TEMPLATE_UID, 1, 200))
    world.sent(None, "console", key="a,b,c")
    world.sent(None, outcome="refused")
    assert world.lines() == {
        ("zalo-oa", Tariff.CS): Sum(4, 220, 0),
        ("zalo-oa", Tariff.FREE): Sum(1, 0, 0),
        ("zalo-oa", Tariff.TEMPLATE_UID): Sum(2, 200, 1),
        ("console", Tariff.FREE): Sum(3, 0, 0),
    }
    assert world.month().total == Sum(10, 420, 1)


def test_what_was_sent_before_costs_were_noted_is_of_unknown_price_where_it_may_have_cost_something(world):
    world.sent(None)
    world.sent(None, "console")
    assert world.lines() == {("zalo-oa", None): Sum(1, 0, 1), ("console", Tariff.FREE): Sum(1, 0, 0)}


@pytest.mark.parametrize("outcome", ["unknown", "under way"])
def test_what_may_have_been_taken_counts(world, outcome):
    world.sent(CS, outcome=outcome)
    assert world.month().total.cost == 55


def test_a_month_begins_at_midnight_in_vietnam(world):
    world.sent(CS, at=datetime(2026, 10, 31, 16, 59, tzinfo=UTC))
    world.sent(Bill(Tariff.CS, 2, 55), at=datetime(2026, 10, 31, 17, 0, tzinfo=UTC))
    world.sent(Bill(Tariff.CS, 4, 55), at=datetime(2026, 11, 30, 17, 0, tzinfo=UTC))
    assert world.month(date(2026, 10, 1)).total.messages == 1
    assert world.month(NOVEMBER).total.messages == 2
    assert world.month(DECEMBER, datetime(2026, 12, 1, tzinfo=UTC)).total.messages == 4


def test_the_state_of_the_cap(world):
    assert world.month().state is CapState.NONE
    world.spends(cap=60)
    world.sent(NO_PRICE)
    assert world.month().state is CapState.OK
    world.sent(CS)
    assert (world.month().state, world.month().percent) == (CapState.NEAR, 91)
    world.sent(CS)
    assert world.month().state is CapState.REACHED


# The forecast


def _forecast(world, month, now=None):
    return world.month(month, now).forecast


def _coming(world, now, month=DECEMBER):
    around = world.around
    with world.database.reading() as uow:
        return list(costs.coming(uow, around.policy, around.calendar, around.spending, month, now))


def _settle(world, *codes):
    with world.database.transaction() as uow:
        for code in codes:
            uow.occurrences.change(uow.occurrences.by_code(code).id, state="accepted")


def test_reminders_that_are_coming_are_forecast_by_the_way_each_would_take(world):
    world.spends(template_uid=200)
    _settle(world, "CV-26-SONBC")
    assert _coming(world, world.now, NOVEMBER) == [CS]  # 30 November, silent for six days
    with world.database.transaction() as uow:
        uow.people.touch(uow.people.at(world.oa).id, datetime(2026, 12, 10, 17, 0, tzinfo=LOCAL))
    found = _coming(world, datetime(2026, 12, 10, 18, 0, tzinfo=LOCAL))
    before, due_day, overdue, template = Bill(Tariff.FREE, 1, 0), CS, CS, Bill(Tariff.TEMPLATE_UID, 1, 200)
    assert found[:4] == [before, due_day, overdue, template]  # on the 11th, 14th, 15th and 18th


def test_a_price_paid_before_serves_where_the_office_set_none_and_else_it_is_unknown(world):
    now = datetime(2026, 11, 30, 9, 0, tzinfo=LOCAL)
    unknown = _forecast(world, DECEMBER, now)
    assert unknown.unknown > 0
    assert unknown.cost == 0
    world.sent(Bill(Tariff.TEMPLATE_UID, 1, 150))
    paid = _forecast(world, DECEMBER, now)
    assert paid.unknown == 0
    assert paid.cost == 150 * unknown.unknown


def test_a_month_that_is_over_has_no_forecast_and_one_without_duties_only_what_was_sent(world):
    world.sent(CS)
    assert _forecast(world, date(2026, 10, 1)) is None
    _settle(world, "CV-26-LAPBC", "CV-26-SONBC")
    assert _forecast(world, NOVEMBER) == Sum(1, 55, 0)


def test_what_is_forecast_is_what_the_ticks_then_send(world):
    """The year's end is played: on each day the tick queues what the forecast counted."""
    start = datetime(2026, 12, 1, 7, 0, tzinfo=LOCAL)
    _tick(world, datetime(2026, 11, 30, 18, 0, tzinfo=LOCAL))
    before = _reminders(world)
    expected = len(_coming(world, start))
    for day in range(31):
        _tick(world, start + timedelta(days=day, minutes=30))
    assert expected == _reminders(world) - before > 0


def _tick(world, now):
    with world.database.transaction() as uow:
        reminders.tick(uow, world.around, now)


def _reminders(world):
    with world.database.engine.connect() as connection:
        return connection.exec_driver_sql(
            "SELECT count(*) FROM outbox WHERE dedup_key LIKE 'reminder|%'"
        ).scalar()


# Told

FORECAST = (
    "Dự kiến cả tháng: 1216 tin, 825 đồng và 1 tin chưa rõ giá, tính cả lời nhắc theo lịch; "
    "chưa kể tin báo tai nạn."
)


def test_the_answer_in_the_chat(world):
    world.spends(cap=1000, plan="tang-truong")
    for _ in range(15):
        world.sent(CS)
    world.sent(NO_PRICE)
    world.sent(Bill(Tariff.FREE, 1200, 0))
    _settle(world, "CV-26-LAPBC", "CV-26-SONBC")
    for who in ("coordinator", "leader"):
        (shown,) = world.talk(who).say("chi phí")
        assert shown.split("\n") == [
            "Báo An hiểu: anh/chị hỏi chi phí gửi tin tháng 11/2026.",
            "Tính đến 9h05 thứ Ba 24/11/2026, tháng 11/2026: 825 đồng và 1 tin chưa rõ giá, 82% của trần 1.000 đồng.",
            "- Zalo, tin thường có tính tiền: 15 tin, 825 đồng",
            "- Zalo, miễn phí: 1200 tin",
            "- Zalo, tin mẫu theo tài khoản Zalo: 1 tin, chưa rõ giá",
            FORECAST,
            "Gói Zalo OA Tăng trưởng: 2.500.000 đồng một năm, trả riêng, không tính vào trần.",
            "Số tin theo sổ gửi của Báo An, giá theo giá niêm yết; chưa đối chiếu hóa đơn.",
        ]


@pytest.mark.parametrize("who", ["focal", "deputy", "worker"])
def test_others_are_told_that_it_is_not_for_them(world, who):
    world.sent(CS)
    (shown,) = world.talk(who).say("chi phi thang nay")
    assert shown.startswith("Anh/chị chưa được giao quyền")
    assert "55" not in shown


def test_trouble_with_money_is_no_question_for_costs(world):
    (shown, *_) = world.talk("coordinator").say("chi phí tập huấn chưa có")
    assert "chi phí gửi tin" not in shown
