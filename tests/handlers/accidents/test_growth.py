"""What is added to a case takes the room of what is added, and a case is full one day."""

from sqlalchemy import func, select

from handlers.services import accidents
from storage.tables import accident_facts, conversations

LONG = "chữ " * 2000


def stored(world):
    return world.uow._connection.execute(select(func.sum(func.length(accident_facts.c.value)))).scalar()


def open_addition(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", "hủy")
    world.tap("worker", f"case:add:{world.case().code}")


def test_each_remark_is_a_row_of_its_own(world):
    open_addition(world)
    before = stored(world)
    for number in range(10):
        world.say("worker", f"{number} {LONG}")
    assert world.facts()["remarks"] == [f"{number} {LONG}".strip() for number in range(10)]
    kept = [row for row in world.rows_of(accident_facts) if row["field"] == "remarks"]
    assert len(kept) == 10
    assert all(row["replaced_at"] is None and row["salt"] for row in kept)
    assert len({row["salt"] for row in kept}) == 10
    assert stored(world) - before < 11 * len(LONG)


def test_pictures_sent_one_by_one_are_a_row_each(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    for _ in range(5):
        world.photo("worker")
    kept = [row for row in world.rows_of(accident_facts) if row["field"] == "photos"]
    assert [row["value"] for row in kept] == [[photo] for photo in world.facts()["photos"]]
    assert len(kept) == 5


def test_a_case_takes_so_many_bytes_of_remarks(world):
    open_addition(world)
    for number in range(60):
        shown = world.say("worker", f"{number} {LONG}")
    code = world.case().code
    assert shown[0].text.startswith(f"Vụ {code} đã đầy")
    assert sum(len(r.encode()) for r in world.facts()["remarks"]) <= accidents.MOST_REMARK_BYTES
    assert len(world.facts()["remarks"]) > 15
    assert code in world.say("worker", "xong")[-1].text


def test_a_case_takes_so_many_items(world):
    open_addition(world)
    for number in range(accidents.MOST_ITEMS + 5):
        shown = world.say("worker", f"lời thứ {number}")
    assert "đã đầy" in shown[0].text
    assert len(world.facts()["remarks"]) == accidents.MOST_ITEMS
    assert "đã đầy" in world.location("worker")[0].text


def test_a_full_case_does_not_fill_the_talk_either(world):
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    while world.session("worker")["at"] != "media":
        world.say("worker", "bỏ qua")
    for number in range(60):
        shown = world.say("worker", f"{number} {LONG}")
    assert "đã đầy" in shown[0].text
    size = world.uow._connection.execute(select(func.max(func.length(conversations.c.session)))).scalar()
    assert size < 2 * accidents.MOST_REMARK_BYTES
