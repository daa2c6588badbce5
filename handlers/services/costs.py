"""What messages cost: a month's figures with its forecast, and what is said and done as the cap comes near."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from domain.calendar import LOCAL, WorkingCalendar, local
from domain.costs import (
    Bill,
    CapState,
    Spending,
    Sum,
    Tariff,
    cap_state,
    each,
    forecast,
    month_after,
    month_of,
    plan_fee,
    span,
    tariff_for,
)
from domain.ladder import Reason
from domain.policy import ReminderPolicy
from domain.reminder import deliver_at
from domain.ways import PHONE, Topic, Way, Why
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.services import access, reminders
from messages.envelope import Say, Text
from messages.words import Money
from storage.records import Person
from storage.unit_of_work import UnitOfWork
from storage.ways import Reached

KIND = outgoing.COSTS
NOTED = "costs_cap"
WARNED = {CapState.NEAR: "costs-cap-near", CapState.REACHED: "costs-cap-reached"}


@dataclass(frozen=True, slots=True)
class Line:
    """What went out by one way of a channel; None for a way that was not written down, and is not known."""

    channel: str
    tariff: Tariff | None
    sum: Sum


@dataclass(frozen=True, slots=True)
class Month:
    """A month's figures as of an instant. `forecast` is None for a month that is over.

    Money is in đồng. `yearly_fee` is what the office's Zalo plan costs; it is paid beside all this and counts
    for no cap. `withheld` messages were kept back by the cap.
    """

    month: date
    as_of: datetime
    lines: tuple[Line, ...]
    cap: int | None
    withheld: int
    forecast: Sum | None
    plan: str | None
    yearly_fee: int | None

    @property
    def total(self) -> Sum:
        """Return all lines together."""
        return _total(self.lines)

    @property
    def state(self) -> CapState:
        """Return how near the cap is."""
        return cap_state(self.total.cost, self.cap)

    @property
    def percent(self) -> int | None:
        """Return the part of the cap that is spent; None without a cap, or with a cap of nothing."""
        return self.total.cost * 100 // self.cap if self.cap else None


def month_words(month: date) -> Text:
    """Return a month as people say it."""
    return Text("period-month", {"month": str(month.month), "year": str(month.year)})


def may_see(person: Person) -> bool:
    """Whether costs are this person's business."""
    return person.has_role(*access.OVERSEERS)


def figures(
    uow: UnitOfWork, office: Spending, month: date, now: datetime, coming: Iterable[Bill] = ()
) -> Month:
    """Return what a month (named by its first day) has cost, and what it comes to with what is `coming`."""
    lines = tuple(_lines(uow, month))
    return Month(
        month=month,
        as_of=now,
        lines=lines,
        cap=office.cap,
        withheld=uow.costs.count_withheld(*span(month)),
        forecast=None if month < month_of(now) else forecast(_total(lines), coming),
        plan=office.plan,
        yearly_fee=plan_fee(office, max(month, local(now).date())),
    )


def _total(lines: Iterable[Line]) -> Sum:
    total = Sum()
    for line in lines:
        total = total.plus(line.sum)
    return total


def _lines(uow: UnitOfWork, month: date) -> Iterator[Line]:
    for sent in uow.costs.by_way(*span(month)):
        way = sent.tariff or _only_way(sent.channel)
        unknown = sent.messages if way is None else sent.unpriced
        yield Line(sent.channel, way, Sum(sent.messages, sent.cost, unknown))


def _only_way(channel: str) -> Tariff | None:
    """Return the way of what a channel did not bill: free where it knows no other, else nobody can tell."""
    return Tariff.FREE if tariff_for(channel, None) is Tariff.FREE else None


def coming(
    uow: UnitOfWork,
    policy: ReminderPolicy,
    calendar: WorkingCalendar,
    office: Spending,
    month: date,
    now: datetime,
) -> Iterator[Bill]:
    """Yield a bill for each reminder that open duties have coming from now to the month's end.

    One message a person a day, as digests make it, to where each would be written to today. Whoever has not
    been heard from since counts as silent all the while.
    """
    records = uow.occurrences.open()
    last_each = cache(uow.costs.last_each)
    last = month_after(month) - timedelta(days=1)
    day = max(month, local(now).date())
    while records and day <= last:
        if calendar.is_working_day(day) or not policy.working_days_only:
            at = max(now, datetime.combine(day, policy.digest_at, LOCAL))
            found = reminders.due(uow, policy, calendar, records, at)
            # What was missed before is made good by the next tick, not once more on each later day.
            people = dict.fromkeys(int(r.recipient) for r, _ in found if r.reason is not Reason.CATCH_UP)
            for reached in uow.ways.uncapped(people, Topic.REMINDER, at).values():
                yield _bill(office, reached, at, last_each)
        day += timedelta(days=1)


def _bill(
    office: Spending, reached: Reached, at: datetime, last_each: Callable[[Tariff], int | None]
) -> Bill:
    tariff = _tariff(reached)
    price = each(reached.address.address.channel, tariff, local(at).date(), office)
    return Bill(tariff, 1, last_each(tariff) if price is None else price)


def _tariff(reached: Reached) -> Tariff:
    if reached.way is Way.TEMPLATE:
        by_phone = reached.address.address.chat.startswith(PHONE)
        return Tariff.TEMPLATE_PHONE if by_phone else Tariff.TEMPLATE_UID
    return Tariff.CS if reached.verdict.why is Why.BILLED else Tariff.FREE


# The cap


def next_tick(_uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Plan nothing: it is looked at whenever something was sent, and nothing falls due by itself."""
    return None


def noted(uow: UnitOfWork) -> list[str] | None:
    """Return the month and the level of the cap that was last warned of, None before the first time."""
    found: list[str] | None = uow.meta.get(NOTED)
    return found


def tick(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Tell the coordinators, in working hours, once a month and level that the cap is near or reached.

    Returns how many were told anew.
    """
    cap = around.spending.cap
    month = month_of(now)
    state = CapState.NONE if cap is None else cap_state(uow.costs.spent(*span(month)), cap)
    if state not in WARNED or not cap:  # a cap of nothing is a wish, not news
        return 0
    level = [f"{month:%Y-%m}", state.value]
    if noted(uow) != level:
        uow.meta.put(NOTED, level)
    say = Say(WARNED[state], {"month": month_words(month), "cap": Money(cap)})
    return sum(
        outgoing.notify(
            uow,
            person_id,
            say,
            now,
            dedup_key=f"{KIND}:{month:%Y-%m}:{state.value}:{person_id}",
            not_before=deliver_at(now, around.policy, around.calendar),
            about={"kind": KIND},
        )
        is not None
        for person_id in dict.fromkeys(uow.people.holding("coordinator"))
    )
