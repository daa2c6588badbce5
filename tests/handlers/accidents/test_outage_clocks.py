"""Legal clocks that fell into an outage are named to who runs this: by the case's code, nothing else."""

from datetime import timedelta

from handlers.services import outages
from tests.handlers.accidents.test_case_duties import DEAD, opened


def test_cases_whose_clocks_were_touched_are_named_by_code(world):
    code = opened(world, DEAD)
    begin, end = world.now + timedelta(minutes=20), world.now + timedelta(hours=4)
    outages.note(world.uow, begin, end)
    assert outages.last(world.uow).clocks == (code,)
    for record in world.uow.occurrences.open():
        world.uow.occurrences.set_next([(record.id, end + timedelta(days=1))])
    told = outages.tick(world.uow, world.around, end)
    assert told >= 1
    assert outages.tick(world.uow, world.around, end) == 0
    words = [row.body["text"] for row in world.uow.outbox.due_notices() if "đã chạy lại" in row.body["text"]]
    assert len(words) == told
    assert all(word.endswith(f"Hạn luật cần xem lại: 1 vụ ({code}).") for word in words)


def test_a_second_outage_before_the_first_was_told_makes_it_longer(world):
    code = opened(world, DEAD)
    begin = world.now + timedelta(minutes=20)
    outages.note(world.uow, begin, world.now + timedelta(hours=4))
    outages.note(world.uow, world.now + timedelta(hours=5), world.now + timedelta(hours=6))
    found = outages.last(world.uow)
    assert (found.begin, found.end, found.clocks) == (begin, world.now + timedelta(hours=6), (code,))
