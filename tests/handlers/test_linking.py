"""Two apps become one person only by that person's own word, and never with a role."""

from datetime import timedelta

import pytest

from tests.handlers.progress.world import World


@pytest.fixture
def world():
    return World()


def asked(world, by="worker", maker="coordinator"):
    """Return the number of a joining code of `maker` that `by` has sent."""
    with world.database.transaction() as uow:
        number = uow.invitations.add(
            digest="d", hint="h", unit_id=None, role="link", created_by=world.people[maker],
            now=world.now, expires_at=world.now + timedelta(minutes=15),
        )  # fmt: skip
        assert uow.invitations.use(number, world.people[by], world.now)
        assert not uow.invitations.use(number, world.people["son"], world.now)  # the second of two
        return number


def owner(world, name):
    with world.database.reading() as uow:
        return uow.people.at(world.address(name)).person_id


def test_only_who_made_the_code_can_confirm_it(world):
    number = asked(world)
    for name in ("worker", "son", "second", "leader"):
        assert "hết hạn hoặc đã trả lời" in world.talk(name).tap(f"link:yes:{number}")[0]
        assert owner(world, "worker") == world.people["worker"]
    assert any("Đã nối" in said for said in world.talk("coordinator").tap(f"link:yes:{number}"))
    assert owner(world, "worker") == world.people["coordinator"]


def test_who_took_a_role_meanwhile_is_not_joined_and_nobody_is_told_otherwise(world):
    number = asked(world)
    with world.database.transaction() as uow:
        uow.people.join(world.people["worker"], world.units["lap"], "head", world.now)
    shown = world.talk("coordinator").tap(f"link:yes:{number}")
    assert "vừa nhận vai" in shown[0]
    assert owner(world, "worker") == world.people["worker"]
    assert "hết hạn hoặc đã trả lời" in world.talk("coordinator").tap(f"link:yes:{number}")[0]
