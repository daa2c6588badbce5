"""How somebody can be told: windows, templates and what is left of a day, and the choice among addresses."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ways import (
    MESSAGES,
    PHONE,
    TEMPLATES,
    Allows,
    Left,
    Standing,
    Topic,
    Verdict,
    Way,
    Why,
    best,
    can_leave,
    meter_of,
    topic_of,
    verdict,
)

NOW = datetime(2026, 12, 7, 3, 0, tzinfo=UTC)  # 10h there
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
WINDOWED = Allows(
    free=48 * HOUR,
    open=7 * DAY,
    templates=frozenset({Topic.REMINDER, Topic.ALARM}),
    phones=True,
    anonymous="anon:",
)


def standing(silent=None, chat="u", **more):
    return Standing(chat, None if silent is None else NOW - silent, **more)


def judge(found, allows=WINDOWED, quota=None, topic=Topic.REMINDER, now=NOW):
    judged = verdict(found, allows, quota or {}, topic, now)
    return judged.way, judged.why


@pytest.mark.parametrize(
    ("hours", "way", "why"),
    [
        (0, Way.OPEN, Why.FREE),
        (48, Way.OPEN, Why.FREE),
        (49, Way.OPEN, Why.BILLED),
        (168, Way.OPEN, Why.BILLED),
        (169, Way.TEMPLATE, Why.SILENT),
        (None, Way.TEMPLATE, Why.SILENT),
    ],
)
def test_the_windows(hours, way, why):
    silent = None if hours is None else hours * HOUR
    assert judge(standing(silent)) == (way, why)
    closed = (Way.CLOSED, Why.NO_TEMPLATE) if way is Way.TEMPLATE else (way, why)
    assert judge(standing(silent), topic=None) == closed
    assert judge(standing(silent), topic=Topic.DECISION) == closed


def test_a_channel_without_a_window_is_always_open():
    assert judge(standing(None), Allows()) == (Way.OPEN, Why.ANY_TIME)
    assert judge(standing(400 * DAY), Allows()) == (Way.OPEN, Why.ANY_TIME)


def test_blocked_is_not_closed():
    assert judge(standing(HOUR, blocked=True)) == (Way.CLOSED, Why.BLOCKED)
    assert judge(standing(HOUR, closed_at=NOW)) == (Way.TEMPLATE, Why.TOLD)
    assert judge(standing(HOUR, closed_at=NOW), Allows()) == (Way.CLOSED, Why.NO_TEMPLATE)


def test_who_is_not_signed_in_gets_no_template():
    assert judge(standing(8 * DAY, chat="anon:c:u")) == (Way.CLOSED, Why.NO_TEMPLATE)
    assert judge(standing(DAY, chat="anon:c:u")) == (Way.OPEN, Why.FREE)


def test_a_bare_number_takes_templates_only():
    assert judge(standing(HOUR, chat=f"{PHONE}0912345678")) == (Way.TEMPLATE, Why.SILENT)
    assert judge(standing(None, chat=f"{PHONE}0912345678"), Allows()) == (Way.CLOSED, Why.NO_TEMPLATE)


@pytest.mark.parametrize("topic", [Topic.REMINDER, Topic.ALARM])
def test_a_refusal_counts_for_its_topic_and_the_rest_of_the_local_day(topic):
    found = standing(8 * DAY, refused={topic: NOW - HOUR})
    assert judge(found, topic=topic) == (Way.CLOSED, Why.TEMPLATE_REFUSED)
    other = Topic.ALARM if topic is Topic.REMINDER else Topic.REMINDER
    assert judge(found, topic=other)[0] is Way.TEMPLATE
    late = datetime(2026, 12, 7, 16, 59, tzinfo=UTC)  # 23h59 there
    assert judge(found, topic=topic, now=late)[0] is Way.CLOSED
    assert judge(found, topic=topic, now=late + timedelta(minutes=1))[0] is Way.TEMPLATE


@pytest.mark.parametrize(
    ("left", "total", "reminder", "alarm"),
    [
        (51, 500, Way.TEMPLATE, Way.TEMPLATE),
        (50, 500, Way.CLOSED, Way.TEMPLATE),  # the last tenth is kept for alarms
        (0, 500, Way.CLOSED, Way.CLOSED),
        (1, None, Way.TEMPLATE, Way.TEMPLATE),
        (0, None, Way.CLOSED, Way.CLOSED),
    ],
)
def test_what_is_left_of_the_templates(left, total, reminder, alarm):
    quota = {TEMPLATES: Left(left, total, NOW - HOUR)}
    assert judge(standing(8 * DAY), quota=quota)[0] is reminder
    assert judge(standing(8 * DAY), quota=quota, topic=Topic.ALARM)[0] is alarm
    assert judge(standing(8 * DAY), quota=quota, now=NOW + DAY)[0] is Way.TEMPLATE
    assert judge(standing(HOUR), quota=quota)[0] is Way.OPEN


def test_one_template_used_up_leaves_the_others():
    quota = {meter_of(Topic.REMINDER): Left(0, None, NOW)}
    assert judge(standing(8 * DAY), quota=quota) == (Way.CLOSED, Why.TEMPLATES_SPENT)
    assert judge(standing(8 * DAY), quota=quota, topic=Topic.ALARM)[0] is Way.TEMPLATE


def test_without_ordinary_messages_left_a_template_goes():
    quota = {MESSAGES: Left(0, None, NOW)}
    assert judge(standing(HOUR), quota=quota) == (Way.TEMPLATE, Why.SPENT)
    assert judge(standing(HOUR), quota=quota, topic=None)[0] is Way.CLOSED


def test_what_a_notice_is_about():
    assert topic_of({"kind": "reminder", "occurrences": ["V-1"]}) is Topic.REMINDER
    assert topic_of({"case": "TN-26-7K3F"}) is Topic.ALARM
    assert topic_of({"kind": "decision"}) is Topic.DECISION
    assert topic_of({"kind": "plan"}) is topic_of({"occurrences": []}) is topic_of(None) is None


hours = st.none() | st.integers(0, 24 * 20).map(lambda n: n * HOUR)
standings = st.builds(
    lambda silent, blocked, told: standing(silent, blocked=blocked, closed_at=NOW if told else None),
    hours,
    st.booleans(),
    st.booleans(),
)
addresses = st.lists(st.tuples(standings, st.sampled_from([WINDOWED, Allows()])), min_size=1, max_size=6)


@given(addresses, st.sampled_from([None, *Topic]), st.sampled_from([None, 0, 3]))
def test_the_best_way_is_never_worse_than_any_other(found, topic, left):
    quota = {} if left is None else {TEMPLATES: Left(left, None, NOW)}
    judged = [(key, one, verdict(one, allows, quota, topic, NOW)) for key, (one, allows) in enumerate(found)]
    chosen = best(judged)
    usable = [one for one in judged if not one[1].blocked]
    if chosen is None:
        assert usable == []
        return
    key, how = chosen
    order = list(Way)
    assert order.index(how.way) == min(order.index(v.way) for _, _, v in usable)
    heard = {k: one.last_in for k, one, v in usable if v.way is how.way}
    assert heard[key] == max(heard.values(), key=lambda at: at or datetime.min.replace(tzinfo=UTC))


@given(standings)
def test_a_message_only_goes_where_it_was_not_refused(one):
    if verdict(one, WINDOWED, {}, Topic.REMINDER, NOW).way is Way.OPEN:
        assert not one.blocked
        assert one.closed_at is None
        assert one.last_in is not None
        assert NOW - one.last_in <= 7 * DAY


def test_nobody_has_a_best_way():
    assert best([]) is None
    assert best([("a", standing(HOUR, blocked=True), Verdict(Way.CLOSED, Why.BLOCKED))]) is None


def test_what_a_package_takes():
    assert can_leave(100, NOW, NOW + 2 * HOUR) == 12_000
    assert can_leave(100, NOW, NOW - HOUR) == 0
