"""The stand-in is strict: what the real platform refuses it refuses."""

import io

import aiohttp
import pytest

from tests.bot.channels.zalo_oa.conftest import USER
from tests.servers.zalo_oa import FakeZalo


@pytest.fixture
async def asked():
    zalo = FakeZalo()
    zalo.event("follow", USER)
    async with zalo.serving() as base, aiohttp.ClientSession() as session:

        async def ask(path, body=None, *, token=None, headers=None, form=None, method="POST"):
            more = {"access_token": token or zalo.app.access} if headers is None else headers
            async with session.request(method, base + path, json=body, data=form, headers=more) as answer:
                assert answer.status == 200
                return await answer.json(content_type=None)

        async def refresh(token, **change):
            form = {"refresh_token": token, "app_id": zalo.app_id, "grant_type": "refresh_token", **change}
            return await ask("/v4/oa/access_token", form=form, headers={"secret_key": zalo.app.secret})

        yield zalo, ask, refresh


async def test_a_refresh_token_works_once_and_the_old_access_token_dies(asked):
    zalo, ask, refresh = asked
    first = await refresh("refresh-0")
    assert first["expires_in"] == "90000"
    assert "error_name" in await refresh("refresh-0")
    second = await refresh(first["refresh_token"])
    body = {"recipient": {"user_id": USER}, "message": {"text": "x"}}
    codes = [
        (await ask("/v3.0/oa/message/cs", body, token=token))["error"]
        for token in (first["access_token"], "made up", second["access_token"])
    ]
    assert codes == [-220, -216, 0]
    wrong = await ask("/v3.0/oa/message/cs", body, headers={"Authorization": f"Bearer {zalo.app.access}"})
    assert wrong["error"] == -216
    for change in ({"grant_type": "x"}, {"more": "1"}, {"app_id": "1"}):
        assert "error_name" in await refresh(second["refresh_token"], **change)


def button(**change):
    return {"title": "Đúng", "type": "oa.query.hide", "payload": "x", **change}


def with_buttons(*given, **more):
    return {"text": "?", "attachment": {"type": "template", "payload": {"buttons": list(given), **more}}}


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"text": "x" * 2000}, 0),
        ({"text": "x" * 2001}, -201),
        ({"text": ""}, -201),
        ({"text": "x", "colour": "red"}, -201),
        (with_buttons(*[button()] * 5), 0),
        (with_buttons(*[button()] * 6), -201),
        (with_buttons(button(title="x" * 101)), -201),
        (with_buttons(button(payload="x" * 1001)), -201),
        (with_buttons(button(type="oa.query.loud")), -201),
        (with_buttons(button(id="1")), -201),
        (with_buttons(button(), template_type="list"), -233),
        ({"attachment": {"type": "file", "payload": {"token": "made up"}}}, -201),
        ({"attachment": {"type": "video", "payload": {}}}, -233),
    ],
)
async def test_bodies(asked, message, code):
    _, ask, refresh = asked
    await refresh("refresh-0")
    body = {"recipient": {"user_id": USER}, "message": message}
    assert (await ask("/v3.0/oa/message/cs", body))["error"] == code


async def test_recipients_and_the_dead_path(asked):
    _, ask, refresh = asked
    await refresh("refresh-0")
    for recipient, code in (({"user_id": "nobody"}, -201), ({"user_id": USER, "phone": "84"}, -201)):
        body = {"recipient": recipient, "message": {"text": "x"}}
        assert (await ask("/v3.0/oa/message/cs", body))["error"] == code
    body = {"recipient": {"user_id": USER}, "message": {"text": "x"}}
    assert (await ask("/v2.0/oa/message", body))["error"] == -240


@pytest.mark.parametrize(
    ("kind", "name", "data", "code"),
    [
        ("image", "a.png", b"\x89PNG", 0),
        ("image", "a.png", b"\x89PNG" + b"x" * 1024 * 1024, -201),
        ("image", "a.gif", b"GIF89a", -201),
        ("file", "a.pdf", b"%PDF-", 0),
        ("file", "a.txt", b"words", -201),
        ("file", "a.csv", b"a,b", 0),
        ("video", "a.mp4", b"x", -201),
    ],
)
async def test_uploads(asked, kind, name, data, code):
    _, ask, refresh = asked
    await refresh("refresh-0")
    form = aiohttp.FormData()
    form.add_field("file", io.BytesIO(data), filename=name)
    assert (await ask(f"/v2.0/oa/upload/{kind}", form=form))["error"] == code
