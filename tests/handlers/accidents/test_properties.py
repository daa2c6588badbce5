"""What must hold whatever a person says: pushes give nothing away, prompts are short, nothing raises or is lost."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from handlers import flows
from handlers.conversation.flow import Ask, Turn
from handlers.conversation.session import Session
from handlers.services import alerts
from messages.envelope import InboundKind
from messages.render import render
from tests.handlers.accidents.conftest import make_world

LONGEST_PROMPT = 160
NAMES = ("Nguyễn Văn Nam", "Trần Thị Hoa", "Lê Quốc Hùng", "anh Tư Rỗ")
INJURIES = ("gãy tay", "bỏng độ 3", "vỡ sọ", "dập lồng ngực", "đứt ngón cái")
PHONES = ("0912345678", "0987 654 321", "+84 33 222 1111")
PUSH = re.compile(
    r"🔴 TN-26-\w{4}: (?:tin mới, )?"
    r"(?:tai nạn chết người|tai nạn có \d+ người bị nạn|tai nạn, chưa rõ số người bị nạn"
    r"|tin tai nạn, chưa có người bị nạn), "
    r"(?:xã Tân Lập|xã Tân Hòa|chưa rõ xã), báo lúc \d{1,2}h\d\d\. .{5,70}"
)


@given(
    name=st.sampled_from(NAMES),
    injury=st.sampled_from(INJURIES),
    number=st.sampled_from(PHONES),
    place=st.sampled_from(("xã Tân Lập", "xã Tân Hòa", "nhà ông Bảy ở bãi đá")),
    count=st.sampled_from(("1 người bị thương", "2 người, 1 người chết", "không rõ mấy người")),
)
@settings(max_examples=25, deadline=None)
def test_a_push_never_holds_a_name_an_injury_or_a_number(name, injury, number, place, count):
    world = make_world()
    world.say("worker", f"{name} bị {injury} ở {place}, {count}")
    for text in (count, place, number):
        if not world.cases():
            world.say("worker", text)
    world.say("worker", f"số gọi lại là {number}")
    for text in (
        "đồng ý",
        f"{name} {injury}",
        "1",
        "1",
        "1",
        place,
        injury,
        name,
        f"{name} {number}",
        "xong",
    ):
        world.say("worker", text)
    world.later(minutes=10)
    alerts.check(world.uow, world.around, world.now)
    officers = [row for row in world.rows() if row.lane == "notice" and row.person != "worker"]
    assert officers
    for push in officers:
        assert PUSH.fullmatch(push.text), push.text
        for label in push.labels:
            assert label in ("Nhận vụ", "Mở hồ sơ", "Nhờ người khác")
    world.close()


SAID = st.one_of(
    st.sampled_from(
        (
            "1", "2", "3", "12", "a", "b", "0", "-1", "500", "không rõ", "bỏ qua", "quay lại", "menu", "hủy",
            "hỏi lại", "xong", "đồng ý", "không đồng ý", "sửa", "đúng", "english", "tiếng việt",
            "xã Tân Lập", "Tân Hoà", "0912345678", "8h sáng nay", "ngày mai", "2 người, 1 người chết",
            "báo tai nạn", "tai nạn ở xã Tân Hòa 3 người bị thương",
            "giàn giáo bị lỏng", "TN-26-XXXX", "việc của tôi",
            "anh Nam gãy tay", "ẩn danh", "giữ kín", "4", "biên nhận", "ai biết tôi không?",
        )
    ),
    st.text(max_size=40),
)  # fmt: skip


class Reporter(RuleBasedStateMachine):
    """Somebody who says, taps and sends anything at all, in any order."""

    def __init__(self):
        super().__init__()
        self.world = make_world()
        self.codes = set()
        self.facts = 0
        self.world.say("worker", "tai nạn, có người rơi giàn giáo")

    def teardown(self):
        self.world.close()

    def heard(self, shown):
        if not shown and self.is_with_an_officer():
            return  # what is said goes to the officer; the bot is silent
        assert shown, "every message gets an answer"
        for message in shown:
            assert message.text.strip()

    @rule(text=SAID)
    def say(self, text):
        self.heard(self.world.say("worker", text))

    def is_with_an_officer(self):
        person = self.world.uow.people.at(self.world.address("worker")).person_id
        return self.world.uow.dialogues.live_of(person) is not None

    @rule(data=st.data())
    def tap_what_is_on_offer(self, data):
        person = self.world.uow.people.at(self.world.address("worker")).person_id
        offers = self.world.uow.sessions.get(person, self.world.now).offers or {}
        choices = [c[0] for offer in offers.values() if isinstance(offer, dict) for c in offer["choices"]]
        if choices:
            self.heard(self.world.tap("worker", data.draw(st.sampled_from(choices))))

    @rule()
    def send_a_photo(self):
        self.heard(self.world.photo("worker"))

    @rule()
    def send_a_place(self):
        self.heard(self.world.location("worker"))

    @rule()
    def send_a_voice_note_that_got_lost(self):
        self.heard(self.world.send("worker", InboundKind.VOICE))

    @rule(minutes=st.integers(1, 60))
    def wait(self, minutes):
        self.world.later(minutes=minutes)
        alerts.check(self.world.uow, self.world.around, self.world.now)

    @rule()
    def an_officer_takes_it(self):
        for case in self.world.cases():
            self.heard(self.world.tap("focal", f"case:take:{case.code}"))

    @invariant()
    def no_case_is_ever_lost(self):
        codes = {case.code for case in self.world.cases()}
        assert self.codes <= codes
        self.codes = codes
        for case in self.world.cases():
            assert case.state in ("dispatched", "acknowledged")

    @invariant()
    def the_open_question_is_short_and_can_be_answered(self):
        raw = self.world.session("worker")
        if raw is None or raw["flow"] not in ("report_accident", "report_hazard", "case_addition"):
            return
        session = Session.from_json(raw)
        entry = flows.BY_FLOW[session.flow]
        step = entry.flow.step(session.at)
        assert isinstance(step, Ask)
        facts = {"communes": {"xã Tân Lập": 3}, "home": [], "office": "Sở Nội vụ", "hotline": None}
        for language in ("vi", "en"):
            message = render(step.prompt(Turn(session, facts, self.world.now, language)), language)
            assert len(message.text) <= LONGEST_PROMPT
            assert message.choices or message.text.endswith("?")


TestReporter = Reporter.TestCase
TestReporter.settings = settings(
    max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
