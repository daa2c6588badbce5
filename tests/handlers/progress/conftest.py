"""The small province every progress test plays in."""

import pytest

from tests.handlers.progress.world import World


@pytest.fixture
def world():
    """A fresh province in memory."""
    made = World()
    yield made
    made.close()
