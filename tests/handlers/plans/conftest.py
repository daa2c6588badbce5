import pytest

from tests.handlers.plans import world


@pytest.fixture
def place():
    with world.district() as found:
        yield found
