"""Killed between any two steps of reminding and started again: all is said, under the ceiling, a repeat marked."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from domain.policy import default_policy
from tests.conftest import ROOT

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("kills"),
]  # what is played once is played in one process


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    """One outcome for each step at which the program was killed; the first was never killed."""
    folder = tmp_path_factory.mktemp("kills")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.acceptance.reminder_kill_driver", str(folder)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=170,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_it_was_killed_at_many_places(lives):
    assert len(lives) - 1 == lives[0]["count"]
    assert len(lives) > 15
    assert lives[0]["sent"]


def test_every_life_writes_the_same_ledger_and_an_unbroken_chain(lives):
    for life in lives:
        at = f"killed at step {life['fatal']}"
        assert life["revived"] == 0, at
        assert life["ledger"] == lives[0]["ledger"], at
        assert life["outcomes"] == ["accepted"], at
        assert life["broken"] is None, at


def test_nobody_gets_more_than_the_ceiling(lives):
    for life in lives:
        counts = Counter((one["chat"], one["day"]) for one in life["sent"])
        assert max(counts.values()) <= default_policy().daily_ceiling, f"killed at step {life['fatal']}"


def test_the_same_reminder_comes_twice_only_marked(lives):
    for life in lives:
        at = f"killed at step {life['fatal']}"
        plain = [one for one in life["sent"] if not one["text"].startswith("(nhắc lại) ")]
        times = Counter((one["chat"], *item) for one in plain for item in one["items"])
        assert set(times.values()) == {1}, at
        said = {tuple(item) for one in life["sent"] for item in one["items"]}
        assert said == {tuple(entry[:3]) for entry in lives[0]["ledger"]}, at
