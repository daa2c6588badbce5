"""A report left half way reaches those in charge, whatever else became of its talk."""

from datetime import timedelta

from handlers import outgoing
from handlers.services import unfinished
from messages.envelope import Say


def _pass(world, **time):
    world.now += timedelta(**time)
    return unfinished.tick(world.uow, world.around, world.now)


def _worker(world):
    return world.uow.people.at(world.address("worker")).person_id


def _begin(world):
    world.say("worker", "tai nạn ở xã Tân Lập")
    world.say("worker", "2 người")


def test_it_is_opened_after_some_minutes_of_silence_and_once(world):
    _begin(world)
    assert _pass(world, minutes=2) == 0
    assert _pass(world, minutes=2) == 1
    assert _pass(world, minutes=30) == 0
    assert len(world.uow.accidents.all()) == 1


def test_one_that_was_parked_under_another_talk_is_not_forgotten(world):
    _begin(world)
    talk = world.uow.sessions.get(_worker(world), world.now)
    outer = {"flow": "link_account", "at": "code", "answers": {}, "history": [], "parked": talk.session}
    world.uow.sessions.put(_worker(world), outer, None, world.now)
    assert _pass(world, minutes=4) == 1
    assert _pass(world, minutes=4) == 0


def test_a_notice_does_not_start_the_silence_anew(world):
    _begin(world)
    world.now += timedelta(minutes=2)
    outgoing.notify(world.uow, _worker(world), Say("language-set"), world.now, dedup_key="n")
    assert _pass(world, minutes=2) == 1


def test_who_cannot_be_reached_any_more_is_still_reported_for(world):
    _begin(world)
    address = world.uow.people.at(world.address("worker"))
    world.uow.people.set_address_state(address.id, "blocked")
    assert _pass(world, minutes=4) == 1
    assert unfinished.next_tick(world.uow, world.now) is None
