"""Killed between any two steps and started again, the program loses nothing and repeats little, marked."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("kills")  # what is played once is played in one process


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    """One outcome for each step at which the program was killed; the first was never killed."""
    folder = tmp_path_factory.mktemp("kills")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.acceptance.kill_driver", str(folder), "accident"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.slow
def test_it_was_killed_at_many_places(lives):
    assert len(lives) - 1 == lives[0]["count"]
    assert len(lives) > 50


@pytest.mark.slow
def test_every_life_comes_to_the_same_facts(lives):
    whole = lives[0]
    for life in lives[1:]:
        at = f"killed at step {life['fatal']}"
        assert life["revived"] == 0, at
        assert life["inbox"] == whole["inbox"], at
        assert life["cases"] == whole["cases"] == ["acknowledged"], at
        assert life["facts"] == whole["facts"], at
        assert life["consents"] == whole["consents"] == 1, at
        assert set(life["outbox"]) == {"accepted"}, at


@pytest.mark.slow
def test_nothing_that_was_to_be_said_is_missing(lives):
    said = Counter((m["chat"], m["key"]) for m in lives[0]["sent"])
    for life in lives[1:]:
        told = Counter((m["chat"], m["key"]) for m in life["sent"])
        assert set(said) == set(told), f"killed at step {life['fatal']}"


@pytest.mark.slow
def test_a_repeat_happens_once_at_most_and_is_marked(lives):
    for life in lives[1:]:
        times = Counter(m["key"] for m in life["sent"])
        repeated = [key for key, count in times.items() if count > 1]
        chats = [next(m["chat"] for m in life["sent"] if m["key"] == key) for key in repeated]
        assert len(chats) == len(set(chats)), f"killed at step {life['fatal']}"
        for key in repeated:
            first, *again = [m for m in life["sent"] if m["key"] == key]
            assert times[key] == 2
            assert again[0]["text"] == f"(nhắc lại) {first['text']}"
