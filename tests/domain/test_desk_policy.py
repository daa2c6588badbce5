"""The minutes of the desk: read whole, refused by name."""

from datetime import timedelta
from importlib import resources

import pytest

from domain.desk_policy import default_desk, desk_from_toml
from domain.policy import PolicyError

SHIPPED = resources.files("domain.policies").joinpath("desk.toml").read_text("utf-8")


def test_the_shipped_policy_reads_and_a_grave_case_is_looked_at_sooner():
    desk = default_desk()
    assert (
        desk.alarm_wait_for("fatal")
        == desk.alarm_wait_for("multiple_serious")
        < desk.alarm_wait_for("unknown")
    )
    assert desk.handoff_next_after_grave < desk.handoff_next_after
    assert desk.console_silence == timedelta(minutes=30)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("silence = 30", "silence = 0", "console_silence"),
        ("silence = 30", "silence = true", "console_silence"),
        ("silence = 30", 'silence = "30"', "console_silence"),
        ("silence = 30", "silent = 30", "console_silen"),
        ("[console]\nsilence = 30", "", "console_silence"),
        ("[alarm]", "wait = 3\n[alarm]", "wait"),
        ("[alarm]", "[alarm", "TOML"),
    ],
)
def test_what_cannot_be_used_is_refused_by_its_name(old, new, key):
    assert old in SHIPPED
    with pytest.raises(PolicyError) as refused:
        desk_from_toml(SHIPPED.replace(old, new))
    assert refused.value.key.startswith(key)


def test_the_number_of_looks_is_no_time():
    assert desk_from_toml(SHIPPED.replace("most_checks = 12", "most_checks = 3")).alarm_most_checks == 3
