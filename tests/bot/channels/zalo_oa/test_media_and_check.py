"""Files come from Zalo's hosts only; `check` says in plain words what is wrong."""

import pytest

from bot.channels.base import ChannelProblemError, FetchError
from bot.channels.zalo.media import allowed
from messages.render import text

BASES = ("https://openapi.zalo.me", "http://127.0.0.1:8200")


@pytest.mark.parametrize(
    ("url", "asked"),
    [
        ("https://f6.photo.talk.zdn.vn/a.jpg", "https://f6.photo.talk.zdn.vn/a.jpg"),
        ("http://f6.photo.talk.zdn.vn/a.jpg?x=1", "https://f6.photo.talk.zdn.vn/a.jpg?x=1"),
        ("https://openapi.zalo.me/f", "https://openapi.zalo.me/f"),
        ("http://127.0.0.1:8200/media/a", "http://127.0.0.1:8200/media/a"),
        ("http://openapi.zalo.me/f", None),
        ("https://zdn.vn.evil.example/a", None),
        ("https://evilzdn.vn/a", None),
        ("https://a.zdn.vn@evil.example/a", None),
        ("https://user:x@a.zdn.vn/a", None),
        ("https://a.zdn.vn:8443/a", None),
        ("file:///etc/passwd", None),
        ("ftp://a.zdn.vn/a", None),
        ("http://169.254.169.254/latest", None),
        ("http://localhost:22/", None),
        ("http://127.0.0.1:22/", None),
        ("http://127.0.0.1/", None),
        ("https://openapi.zalo.me:8443/f", None),
        ("https://evil.example%2f.zdn.vn/a", None),
        ("https://evil.example\\.zdn.vn/a", None),
        ("https://127.0.0.1%00.zdn.vn/a", None),
        ("https://.zdn.vn/a", None),
        ("http://[::1", None),
        ("", None),
    ],
)
def test_which_hosts_are_asked(url, asked):
    assert allowed(url, BASES) == asked


async def test_a_file_is_fetched_without_our_token(world):
    channel = await world.opened()
    world.zalo.media = {"a.jpg": b"\xff\xd8\xffpicture", "b": "/media/a.jpg", "out": "https://evil.example/"}
    assert await channel.fetch(f"{world.zalo.base}/media/a.jpg") == b"\xff\xd8\xffpicture"
    assert await channel.fetch(f"{world.zalo.base}/media/b") == b"\xff\xd8\xffpicture"
    for name in ("none", "out"):
        with pytest.raises(FetchError) as caught:
            await channel.fetch(f"{world.zalo.base}/media/{name}")
        assert caught.value.gone


async def test_a_file_too_large_and_a_loop_end(world, monkeypatch):
    monkeypatch.setattr("bot.channels.zalo.media.LIMIT", 1000)
    channel = await world.opened()
    world.zalo.media = {"big": b"x" * 1001, "loop": "/media/loop", "fits": b"x" * 1000}
    for name in ("big", "loop"):
        with pytest.raises(FetchError) as caught:
            await channel.fetch(f"{world.zalo.base}/media/{name}")
        assert caught.value.gone
    assert len(await channel.fetch(f"{world.zalo.base}/media/fits")) == 1000


async def test_nobody_there_is_tried_again(world):
    channel = await world.opened(api_base="http://127.0.0.1:9")
    with pytest.raises(FetchError) as caught:
        await channel.fetch("http://127.0.0.1:9/a")
    assert not caught.value.gone


async def problem_of(channel):
    found = None
    try:
        await channel.check()
    except ChannelProblemError as error:
        found = error
    if found is None:
        return None
    assert text("vi", found.key, found.params)
    assert text("en", found.key, found.params)
    return found.key


async def test_all_well(world):
    assert await problem_of(world.channel()) is None


@pytest.mark.parametrize(
    ("info", "problem"),
    [
        ({"is_verified": False}, "zalo-not-verified"),
        ({"oa_id": "1"}, "zalo-other-oa"),
        ({"package_name": "Cơ bản"}, "zalo-plan-named"),
        ({"package_name": "Gói Tiêu chuẩn"}, "zalo-plan-named"),
        ({"package_name": "Cơ bản", "oa_type": 4}, None),
        ({"package_name": "Toàn diện"}, None),
    ],
)
async def test_what_the_oa_says_of_itself(world, info, problem):
    world.zalo.info |= info
    assert await problem_of(world.channel()) == problem


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (-221, "zalo-not-verified"),
        (-224, "zalo-plan"),
        (-223, "zalo-not-authorised"),
        (-32, "zalo-unreachable"),
    ],
)
async def test_what_the_oa_answers(world, code, problem):
    world.zalo.fail("/getoa", code=code)
    assert await problem_of(world.channel()) == problem


async def test_settings_and_tokens(world):
    assert await problem_of(world.channel(app_secret="")) == "zalo-settings"
    assert await problem_of(world.channel("")) == "zalo-token-missing"
    assert await problem_of(world.channel("spent")) == "zalo-token-refused"
    assert await problem_of(world.channel(oauth_base="http://127.0.0.1:9")) == "zalo-unreachable"
    with pytest.raises(ChannelProblemError) as caught:
        await world.channel(oa_id="").open(world.receive)
    assert caught.value.params == {"names": "BAOAN_ZALO_OA_ID"}
