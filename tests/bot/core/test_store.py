"""Writing together: one commit for what waits at the same moment, and nobody pays for another's fault."""

import asyncio

import pytest

from bot.store import Store
from storage.database import Database
from storage.migrate import migrate


@pytest.fixture
def store(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'store.db'}")
    migrate(database)
    made = Store(database)
    yield made
    made.close()


def put(name):
    return lambda uow: uow.meta.put(name, True)


def fail(_uow):
    raise RuntimeError("one of many")


async def kept(store, names):
    return [name for name in names if await store.read(lambda uow, name=name: uow.meta.get(name))]


async def test_what_waits_at_the_same_moment_shares_a_commit(store, monkeypatch):
    commits = []
    write = store.write

    async def counted(work):
        commits.append(work)
        return await write(work)

    monkeypatch.setattr(store, "write", counted)
    names = [f"n{n}" for n in range(50)]
    await asyncio.gather(*(store.write_together(put(name)) for name in names))
    assert await kept(store, names) == names
    assert len(commits) <= 2


async def test_a_work_that_raises_fails_alone(store):
    ended = await asyncio.gather(
        store.write_together(put("a")),
        store.write_together(fail),
        store.write_together(put("b")),
        return_exceptions=True,
    )
    assert [type(one) for one in ended] == [type(None), RuntimeError, type(None)]
    assert await kept(store, ["a", "b"]) == ["a", "b"]


async def test_what_comes_later_is_written_too(store):
    await store.write_together(put("a"))
    await store.write_together(put("b"))
    assert await kept(store, ["a", "b"]) == ["a", "b"]
