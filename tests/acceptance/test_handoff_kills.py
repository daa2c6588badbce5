"""Killed between any two steps of a talk with an officer and started again: every word arrives at its reader."""

import json
import subprocess
import sys
from collections import Counter

import pytest

from tests.acceptance.kill_driver import HANDOFF
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("kills")
SPOKEN = {
    "em ở cổng sau": "commune",
    "dạ em chờ": "commune",
    "tôi tới ngay": "worker",
}


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    """One outcome for each step at which the program was killed; the first was never killed."""
    folder = tmp_path_factory.mktemp("handoff-kills")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.acceptance.kill_driver", str(folder), "handoff"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.slow
def test_every_life_keeps_every_word_once_and_ends_the_talk(lives):
    assert len(lives) > 40
    for life in lives:
        at = f"killed at step {life['fatal']}"
        assert life["revived"] == 0, at
        assert life["inbox"] == {"done": len(HANDOFF)}, at
        assert [word[:2] for word in life["words"]] == [
            ["person", "em ở cổng sau"], ["officer", "tôi tới ngay"], ["person", "dạ em chờ"],
        ], at  # fmt: skip
        assert all(word[2] for word in life["words"]), at
        assert life["talks"] == ["ended"], at
        assert set(life["outbox"]) <= {"accepted", "dropped"}, at


@pytest.mark.slow
def test_every_word_arrives_at_its_reader_and_a_repeat_is_marked(lives):
    for life in lives:
        for text, reader in SPOKEN.items():
            got = [m for m in life["sent"] if m["bare"].endswith(f": {text}")]
            at = f"killed at step {life['fatal']}: {text}"
            assert {m["chat"] for m in got} == {reader}, at
            assert len(got) in (1, 2), at
            assert sum(not m["text"].startswith("(nhắc lại)") for m in got) <= 1, at


@pytest.mark.slow
def test_they_come_in_the_order_they_were_said(lives):
    for life in lives:
        firsts = Counter()
        order = []
        for message in life["sent"]:
            for text in SPOKEN:
                if message["bare"].endswith(f": {text}") and not firsts[text]:
                    firsts[text] += 1
                    order.append(text)
        assert order.index("em ở cổng sau") < order.index("dạ em chờ"), f"killed at step {life['fatal']}"
