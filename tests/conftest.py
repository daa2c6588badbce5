"""What every test may ask for."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot import logs

logs.configure()
# How long an example takes says more of a busy machine than of the code: what must be quick is measured elsewhere.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


def pytest_addoption(parser):
    parser.addoption(
        "--rewrite-transcripts",
        action="store_true",
        help="write down what the bot says now in golden transcripts",
    )


@pytest.fixture(scope="session")
def shared():
    """The folder of shared material; in CI a missing one fails, elsewhere the test is skipped."""
    if not SHARED.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{SHARED} is missing")
        pytest.skip("the shared material is not beside this checkout")
    return SHARED
