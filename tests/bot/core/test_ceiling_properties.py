"""Whatever crashes, is retried, jumps or is edited: nobody gets over k reminders a day, none twice unmarked."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from bot.channels.base import Capabilities, RetryLaterError, Sent, UnknownOutcomeError
from bot.delivery.worker import Delivery
from bot.store import Store
from domain.policy import policy_from_toml
from handlers.services import policies, reminders
from messages.words import LOCAL
from tests.handlers.progress.world import World

MOST = 2
START = datetime(2026, 12, 1, 7, 30, tzinfo=LOCAL).astimezone(UTC)
NOISY = "before = [7, 6, 5, 4, 3, 2, 1]\noverdue_every = 1\nescalated_every = 1\ndeputy_after = 1\n"
BEHAVIOURS = ("takes", "refuses", "silent", "lost", "lost", "dies before", "dies after")
UNITS = st.sampled_from(("lap", "son"))


class DiedError(BaseException):
    """The process is gone."""


class JumpyClock:
    """A machine's clock that somebody sets, forward and back."""

    def __init__(self):
        self.at = START
        self._seconds = 0.0

    def now(self):
        return self.at

    def monotonic(self):
        self._seconds += 100.0  # pacing is not what is tested here
        return self._seconds


class Platform:
    """Takes messages, or fails in one of the ways platforms do."""

    name = "console"
    capabilities = Capabilities(buttons=False, files=True, text_limit=10_000)

    def __init__(self, clock):
        self._clock = clock
        self.plan = []
        self.sent = []  # what arrived: (chat, local day, outbox key, marked as a repeat)

    async def send(self, address, message, key):
        how = self.plan.pop(0) if self.plan else "takes"
        if how == "refuses":
            raise RetryLaterError("busy", timedelta(minutes=20))
        if how == "silent":
            raise UnknownOutcomeError("nothing arrived, and nobody knows")
        if how == "dies before":
            raise DiedError
        self.sent.append((address.chat, self._clock.at.astimezone(LOCAL).date(), key, message.repeated))
        if how == "lost":
            raise UnknownOutcomeError("it arrived, and nobody knows")
        if how == "dies after":
            raise DiedError
        return Sent(key)


class Reminding(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.world = World()
        self.clock = JumpyClock()
        self.platform = Platform(self.clock)
        self.more = 0
        self.latest = START
        self.ceiling = MOST
        self._begin()

    @initialize(ceiling=st.integers(1, MOST))
    def an_office_begins(self, ceiling):
        self.ceiling = ceiling
        policy = policy_from_toml(f"{NOISY}daily_ceiling = {ceiling}")
        self.world.around = replace(self.world.around, policy=policy)

    def _begin(self):
        """Start the program: nothing it held in memory is known any more."""
        self.store = Store(self.world.database)
        self.delivery = Delivery(
            self.store,
            self.clock,
            {"console": self.platform},
            hours=lambda about, now: reminders.may_leave(self.world.around, about, now),
        )

    def teardown(self):
        self.store.close()

    # What happens

    @rule(again=st.integers(1, 3))
    def ticks(self, again):
        """Run the tick, perhaps by several processes one after the other."""
        for _ in range(again):
            with self.world.database.transaction() as uow:
                reminders.tick(uow, self.world.around, self.clock.at)

    @rule(plan=st.lists(st.sampled_from(BEHAVIOURS), max_size=4))
    def delivers(self, plan):
        self.platform.plan = plan
        try:
            asyncio.run(self.delivery.deliver_due())
        except DiedError:
            self._begin()

    @rule(minutes=st.sampled_from((2, 2, 25, 25, 90, 600, 1440, 4320)))
    def time_goes_on(self, minutes):
        self.clock.at += timedelta(minutes=minutes)
        self.latest = max(self.latest, self.clock.at)

    @rule(hours=st.sampled_from((1, 7, 26, 80)))
    def somebody_sets_the_clock_back(self, hours):
        self.clock.at -= timedelta(hours=hours)

    @rule(less=st.booleans(), extra=st.sampled_from(("", "on_due_day = false")), unit=UNITS)
    def a_policy_is_edited(self, less, extra, unit):
        toml = f"daily_ceiling = {1 if less else self.ceiling}\n{extra}"
        with self.world.database.transaction() as uow:
            command = policies.SetPolicy(toml, "A", "B", unit=self.world.units[unit])
            policies.set_policy(uow, command, self.world.around.policy, self.clock.at)

    @rule(unit=UNITS, days=st.integers(-2, 9))
    def a_duty_is_added(self, unit, days):
        self.more += 1
        task = self.world.task(f"III.7.{self.more}")
        self.world.now = self.clock.at
        due = self.clock.at.astimezone(LOCAL).date() + timedelta(days=days)
        with self.world.database.transaction() as uow:
            self.world.owe(uow, task, unit, f"CV-{self.more}", str(due), due=due)

    @rule()
    def a_calm_day(self):
        """A day on which everything works: whatever is owed has been said by its end, or its reader had enough."""
        self.clock.at = self._morning(self.latest.astimezone(LOCAL).date() + timedelta(days=1))
        while not self.world.around.calendar.is_working_day(self.clock.at.astimezone(LOCAL).date()):
            self.clock.at += timedelta(days=1)
        for _ in range(3):
            self.ticks(1)
            self.delivers([])
            self.time_goes_on(2)
        today = self.clock.at.astimezone(LOCAL).date()
        told = Counter(chat for chat, day, _, _ in self.platform.sent if day == today)
        with self.world.database.transaction() as uow:
            left = reminders.due(
                uow,
                self.world.around.policy,
                self.world.around.calendar,
                uow.occurrences.open(),
                self.clock.at,
            )
        names = {str(number): name for name, number in self.world.people.items()}
        assert all(told[names[one.recipient]] for one, _ in left)

    @staticmethod
    def _morning(day: date) -> datetime:
        return datetime(day.year, day.month, day.day, 9, 0, tzinfo=LOCAL).astimezone(UTC)

    # What must hold

    @invariant()
    def nobody_gets_more_than_the_ceiling(self):
        counts = Counter((chat, day) for chat, day, _, _ in self.platform.sent)
        assert all(count <= self.ceiling for count in counts.values()), counts

    @invariant()
    def nothing_comes_twice_unmarked(self):
        times = Counter()
        with self.world.database.transaction() as uow:
            rows = uow.outbox.get_all(int(key.removeprefix("out-")) for _, _, key, _ in self.platform.sent)
        for chat, _, key, marked in self.platform.sent:
            about = rows[int(key.removeprefix("out-"))].about
            for item, code in zip(about["items"], about["occurrences"], strict=True):
                one = (chat, code, item["reason"], item["step"])
                assert marked or not times[one], one
                times[one] += 1


TestCeiling = Reminding.TestCase
TestCeiling.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # making a failure smaller takes many minutes
)
