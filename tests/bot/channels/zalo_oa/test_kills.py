"""Killed at any point of a refresh and started again, the pair is there, or it is said at once that it is lost.

It can be lost only between Zalo rotating it and our commit: nobody can keep what has not been written down.
"""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.servers.zalo_oa import Application, FakeZalo

pytestmark = pytest.mark.xdist_group("zalo-kills")  # what is played once is played in one process

APPS = 80


def _driven(zalo, folder, what):
    with zalo.in_a_thread() as base:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.bot.channels.zalo_oa.kill_driver", str(folder), base, what],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=170,
        )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.fixture(scope="module")
def lives(tmp_path_factory):
    zalo = FakeZalo()
    zalo.apps = {f"kill-{n}": Application("s", f"given-{n}") for n in range(APPS)}
    zalo.fail("/access_token", hold=0.12, times=10**6)
    found = _driven(zalo, tmp_path_factory.mktemp("kills"), str(APPS))
    return [(life, zalo.apps[life["app"]]) for life in found]


@pytest.mark.slow
def test_it_was_killed_at_every_point(lives):
    assert len(lives) - 1 == lives[0][0]["whole"]["count"]
    assert 20 < len(lives) < APPS


@pytest.mark.slow
def test_the_pair_is_there_or_it_is_said_at_once_that_it_is_lost(lives):
    lost = []
    for life, app in lives:
        revived, at = life["revived"], f"killed at {life['fatal']}"
        if revived["problem"] is None:
            assert revived["refresh"] == app.refresh, at
            assert (revived["told"], app.refused) == ([], 0), at
            continue
        lost.append(life["fatal"])
        assert revived["problem"] == "zalo-token-lost", at
        assert revived["told"] == [["error", True]], at
        assert revived["refresh"] in app.spent, at  # Zalo had rotated: only then
        assert app.refused == 1, at
    assert 2 <= len(lost) < len(lives) / 2
    assert 0 not in lost


@pytest.mark.slow
def test_one_setting_is_the_way_back(lives):
    lost = [(life, app) for life, app in lives if life["mended"]]
    assert lost
    for life, app in lost:
        assert life["mended"]["problem"] is None
        assert life["mended"]["refresh"] == app.refresh


@pytest.mark.slow
def test_processes_that_start_together_renew_once(tmp_path):
    zalo = FakeZalo()
    zalo.apps = {"race": Application("s", "given")}
    zalo.fail("/access_token", hold=0.12, times=10**6)
    lives = _driven(zalo, tmp_path, "race")
    assert len(lives) == 6
    assert (zalo.apps["race"].rotations, zalo.apps["race"].refused) == (1, 0)
    assert {life["problem"] for life in lives} == {None}
