from datetime import time

import pytest

from domain.policy import PolicyError, ReminderPolicy, default_policy, policy_from_toml


def test_the_shipped_policy_says_what_the_contract_promises():
    policy = default_policy()
    assert policy == ReminderPolicy()
    assert policy.before == (10, 5, 3, 1)
    assert (policy.overdue_every, policy.daily_ceiling) == (3, 3)
    assert (policy.deputy_after, policy.head_after) == (5, 10)
    assert (policy.window, policy.digest_at) == ((time(7, 30), time(19)), time(7, 30))


def test_a_unit_policy_lies_over_the_plans():
    plan = policy_from_toml("before = [1, 7]\ndaily_ceiling = 2")
    unit = policy_from_toml('digest_at = "08:00"\nwindow = ["08:00", "17:00"]', base=plan)
    assert (unit.before, unit.daily_ceiling, unit.digest_at) == ((7, 1), 2, time(8))


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("before = 5", "before", "list of whole numbers"),
        ("before = [5, 0]", "before", "from 1 to 250, not 0"),
        ("before = [5, 5]", "before", "twice"),
        ("before = [true]", "before", "not True"),
        ("on_due_day = 1", "on_due_day", "true or false"),
        ("overdue_every = 0", "overdue_every", "from 1"),
        ('daily_ceiling = "3"', "daily_ceiling", "whole number"),
        ("befor = [1]", "befor", "unknown setting; known are before"),
        ('digest_at = "25:00"', "digest_at", "07:30"),
        ("digest_at = 7", "digest_at", "07:30"),
        ('digest_at = "07:30+07:00"', "digest_at", "local time"),
        ('digest_at = "06:00"', "digest_at", "in the window 07:30-19:00"),
        ('window = ["19:00", "07:30"]', "window", "end later"),
        ('window = ["07:30"]', "window", "two times"),
        ("head_after = 3", "head_after", "rung below"),
        ("before = [", "TOML", ""),
    ],
)
def test_a_bad_setting_is_named(text, key, words):
    with pytest.raises(PolicyError, match=key) as caught:
        policy_from_toml(text)
    assert caught.value.key == key
    assert words in str(caught.value)


def test_a_policy_may_leave_a_rung_out_and_use_toml_times():
    policy = policy_from_toml("deputy_after = 0\nhead_after = 4\ndigest_at = 08:15:00")
    assert (policy.deputy_after, policy.head_after, policy.digest_at) == (0, 4, time(8, 15))
