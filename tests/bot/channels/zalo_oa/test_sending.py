"""Sending: every answer of Zalo has its consequence, and a part once accepted is not sent again."""

import ast
import io
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.base import (
    BlockedError,
    LiveChannel,
    Paced,
    RefusedError,
    RetryLaterError,
    SendError,
    UnknownOutcomeError,
    WindowClosedError,
)
from bot.channels.zalo_oa import outgoing as out
from bot.channels.zalo_oa.codes import OA_CODES, ZBS_CODES, Do
from bot.channels.zalo_oa.incoming import read
from messages.catalog import has_words
from messages.envelope import Choice, InboundKind, OutboundMessage, OutFile
from tests.bot.channels.zalo_oa.conftest import USER

CS = "/message/cs"
YES_NO = OutboundMessage("Đúng không?", (Choice("yes", "Đúng"), Choice("fix", "Sửa")))
LONG = OutboundMessage("Một câu vừa phải. " * 250)


def picture(kind="PNG", side=64, noise=False):
    image = Image.effect_noise((side, side), 90) if noise else Image.new("RGB", (side, side), "red")
    data = io.BytesIO()
    image.save(data, kind)
    return data.getvalue()


async def send(world, channel, message, key="out-1", user=USER):
    return await channel.send(world.address(user), message, key)


async def test_it_is_a_live_and_paced_channel(world):
    channel = await world.opened()
    assert isinstance(channel, LiveChannel)
    assert isinstance(channel, Paced)
    assert channel.limits.per_minute == 100
    assert channel.problem is None


async def test_words_are_taken_and_named(world):
    channel = await world.opened()
    sent = await send(world, channel, OutboundMessage("Xin chào"))
    assert sent.platform_key.startswith("sent-")
    assert world.zalo.texts(USER) == ["Xin chào"]


async def test_a_tapped_button_comes_back_as_the_choice(world):
    channel = await world.opened()
    await send(world, channel, YES_NO)
    buttons = world.zalo.sent[0][1]["message"]["attachment"]["payload"]["buttons"]
    tap = world.zalo.event("user_send_text", USER, {"text": buttons[1]["payload"]})
    (heard,) = read(tap, world.zalo.oa_id, world.clock.now()).messages
    assert (heard.kind, heard.choice) == (InboundKind.CHOICE, "fix")


async def test_where_the_shape_of_buttons_is_refused_the_same_goes_out_as_lines(world, lines):
    world.zalo.button_shape = "none"
    channel = await world.opened()
    await send(world, channel, YES_NO)
    await send(world, channel, YES_NO, "out-2")
    assert world.zalo.texts(USER) == ["Đúng không?\n1. Đúng\n2. Sửa\nTrả lời 1, 2."] * 2
    assert [line["event"] for line in lines].count("zalo_buttons_refused") == 1


async def test_a_refusal_that_is_not_about_buttons_leaves_them_on(world):
    channel = await world.opened()
    world.zalo.fail(CS, code=-201, times=2)
    with pytest.raises(RefusedError):
        await send(world, channel, YES_NO)
    await send(world, channel, YES_NO, "out-2")
    assert "attachment" in world.zalo.sent[-1][1]["message"]


async def test_long_words_go_out_whole_and_a_retry_goes_on_where_it_stopped(world):
    channel = await world.opened()
    turns = []

    async def turn(address):
        turns.append(address)
        if len(turns) == 2:
            raise RetryLaterError("later", timedelta(seconds=9))

    channel.turn = turn
    with pytest.raises(RetryLaterError):
        await send(world, channel, LONG)
    assert len(world.zalo.sent) == 2
    await send(world, channel, LONG)
    assert "".join(world.zalo.texts(USER)).replace(" ", "") == LONG.text.replace(" ", "")
    assert len(turns) == 2  # the first call of each try was waited for by delivery


async def test_a_repeat_after_an_unknown_outcome_goes_out_whole(world):
    channel = await world.opened()
    first = OutboundMessage(LONG.text)
    world.zalo.fail(CS, slow=0.0)  # the first part is taken
    world.zalo.fail(CS, drop="after")
    with pytest.raises(UnknownOutcomeError):
        await send(world, channel, first)
    again = OutboundMessage(LONG.text, repeated=True)
    await send(world, channel, again)
    texts = world.zalo.texts(USER)
    assert texts[2].startswith("(nhắc lại) Một câu")
    assert "".join(texts[2:]).replace(" ", "") == "(nhắclại)" + LONG.text.replace(" ", "")


CONSEQUENCES = {
    Do.SLOW_DOWN: RetryLaterError,
    Do.DEFER: RetryLaterError,
    Do.OPERATOR: RetryLaterError,
    Do.OPERATOR_ONE: RetryLaterError,
    Do.TEMPLATE: WindowClosedError,
    Do.BLOCKED: BlockedError,
    Do.REFUSED: RefusedError,
}


@pytest.mark.parametrize("code", [*OA_CODES, -99999])
async def test_every_code_of_the_table(world, code):
    channel = await world.opened()
    found = OA_CODES.get(code)
    world.zalo.fail(CS, code=code)
    if found is not None and found.do is Do.REFRESH:
        await send(world, channel, OutboundMessage("Xin chào"))
        assert world.zalo.app.rotations == 2
        return
    with pytest.raises(SendError) as caught:
        await send(world, channel, OutboundMessage("Xin chào"))
    error = caught.value
    assert type(error) is (CONSEQUENCES[found.do] if found else RetryLaterError)
    assert error.code == str(code)
    waits_all = found is not None and found.do in (Do.SLOW_DOWN, Do.OPERATOR)
    assert getattr(error, "everyone", False) is waits_all
    assert (channel.problem is not None) is bool(found and found.problem)
    await send(world, channel, OutboundMessage("Lại"), "out-2")
    assert channel.problem is None


def test_every_problem_has_its_sentence():
    for found in [*OA_CODES.values(), *ZBS_CODES.values()]:
        assert bool(found.problem) is (found.do in (Do.OPERATOR, Do.OPERATOR_ONE))
        assert not found.problem or has_words(found.problem)


async def test_a_person_silent_for_a_week_is_for_a_template(world):
    channel = await world.opened()
    world.clock.move_to(world.clock.now() + timedelta(days=3))
    await send(world, channel, OutboundMessage("Nhắc"))
    assert world.zalo.billed == 1
    world.clock.move_to(world.clock.now() + timedelta(days=4, minutes=1))
    with pytest.raises(WindowClosedError):
        await send(world, channel, OutboundMessage("Nhắc"), "out-2")


async def test_who_left_is_blocked(world):
    channel = await world.opened()
    world.zalo.event("unfollow", USER)
    with pytest.raises(BlockedError):
        await send(world, channel, OutboundMessage("Nhắc"))


async def test_too_many_is_for_everyone(world):
    channel = await world.opened()
    world.zalo.rate = 0
    with pytest.raises(RetryLaterError) as caught:
        await send(world, channel, OutboundMessage("Nhắc"))
    assert (caught.value.everyone, caught.value.code) == (True, "-32")


@pytest.mark.parametrize(
    ("how", "kind", "code"),
    [
        ({"drop": "before"}, UnknownOutcomeError, ""),
        ({"drop": "after"}, UnknownOutcomeError, ""),
        ({"status": 502, "body": "<html>"}, UnknownOutcomeError, ""),
        ({"status": 200, "body": "<html>"}, UnknownOutcomeError, ""),
        ({"status": 503}, RetryLaterError, "503"),
        ({"status": 429, "headers": {"Retry-After": "7"}}, RetryLaterError, "429"),
        ({"status": 404}, RefusedError, "404"),
    ],
)
async def test_broken_answers(world, how, kind, code):
    channel = await world.opened()
    world.zalo.fail(CS, **how)
    with pytest.raises(kind) as caught:
        await send(world, channel, OutboundMessage("Nhắc"))
    assert caught.value.code == code
    if code == "429":
        assert (caught.value.after, caught.value.everyone) == (timedelta(seconds=7), True)


async def test_a_slow_answer_is_an_unknown_outcome(world):
    channel = await world.opened()
    await channel._http.close()
    channel._http._timeout = 0.2
    world.zalo.fail(CS, slow=1.0)
    with pytest.raises(UnknownOutcomeError):
        await send(world, channel, OutboundMessage("Nhắc"))


async def test_nobody_listening_is_no_unknown_outcome(world):
    channel = await world.opened(api_base="http://127.0.0.1:9")
    with pytest.raises(RetryLaterError) as caught:
        await send(world, channel, OutboundMessage("Nhắc"))
    assert caught.value.everyone


async def test_pictures_and_papers_are_uploaded(world):
    channel = await world.opened()
    world.files = {
        1: (picture(), "qr.png", "image/png"),
        2: (b"%PDF-1.7 " + b"x" * 2_000_000, "báo cáo.pdf", "application/pdf"),
        3: (b"PK", "bảng.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        4: (picture(side=1500, noise=True), "lớn.png", "image/png"),
    }
    assert len(world.files[4][0]) > 1_000_000
    files = tuple(OutFile(number, name, mime) for number, (_, name, mime) in world.files.items())
    await send(world, channel, OutboundMessage("Kèm theo", files=files))
    text, image, paper, named, large = [m["message"] for _, m in world.zalo.sent]
    assert text == {"text": "Kèm theo"}
    assert image["attachment"]["payload"]["elements"][0]["media_type"] == "image"
    assert paper["attachment"]["type"] == "file"
    assert "bảng.xlsx" in named["text"]
    assert large["text"] == "lớn.jpg"


EDGES = {
    "a picture of a megabyte": ("p.jpg", "image/jpeg", 1_000_000, "image"),
    "a picture beyond it that is none": ("p.jpg", "image/jpeg", 1_000_001, "named"),
    "a paper of five megabytes": ("b.pdf", "application/pdf", 5_000_000, "file"),
    "a paper beyond it": ("b.pdf", "application/pdf", 5_000_001, "named"),
    "a table as text": ("b.csv", "text/plain", 10, "file"),
    "a moving picture": ("b.gif", "image/gif", 10, "named"),
    "a picture of the web": ("b.webp", "image/webp", 10, "named"),
}


@pytest.mark.parametrize("edge", EDGES)
async def test_the_limits_of_uploads_are_kept_before_zalo_says_so(world, edge):
    name, mime, size, way = EDGES[edge]
    channel = await world.opened()
    world.files = {
        1: (
            {"image/jpeg": b"\xff\xd8\xff", "application/pdf": b"%PDF-"}.get(mime, b"").ljust(size),
            name,
            mime,
        )
    }
    await send(world, channel, OutboundMessage("Kèm theo", files=(OutFile(1, name, mime),)))
    uploads = [path for path, _ in world.zalo.calls if "/upload/" in path]
    assert uploads == ([] if way == "named" else [f"/v2.0/oa/upload/{way}"])
    last = world.zalo.sent[-1][1]["message"]
    assert (name in last.get("text", "")) is (way != "file")


async def test_somebody_not_signed_in_gets_the_names_of_files_and_no_upload(world):
    channel = await world.opened()
    world.files = {1: (picture(), "qr.png", "image/png")}
    await send(
        world, channel, OutboundMessage("Mã", files=(OutFile(1, "qr.png", "image/png"),)), user="anon:c9:U"
    )
    assert [path for path, _ in world.zalo.calls if "/upload/" in path] == []
    assert {path for path, _ in world.zalo.calls if "/message" in path} == {"/v2.0/oa/message"}
    assert "qr.png" in world.zalo.sent[-1][1]["message"]["text"]


def test_only_one_function_knows_how_buttons_look():
    tree = ast.parse(Path(out.__file__).read_text("utf-8"))
    users = [
        f.name
        for f in tree.body
        if isinstance(f, ast.FunctionDef) and '"buttons"' in ast.unparse(f).replace("'", '"')
    ]
    assert users == ["with_buttons"]


async def test_an_expired_upload_is_uploaded_again(world):
    channel = await world.opened()
    world.files = {1: (picture(), "qr.png", "image/png")}
    message = OutboundMessage("Mã", files=(OutFile(1, "qr.png", "image/png"),))
    world.zalo.fail(CS, slow=0.0)
    world.zalo.fail(CS, code=-100)
    with pytest.raises(RetryLaterError):
        await send(world, channel, message)
    await send(world, channel, message)
    assert [m["message"]["text"] for _, m in world.zalo.sent] == ["Mã", "qr.png"]
    assert len(world.zalo.assets) == 2


async def test_a_lost_answer_to_an_upload_is_only_later(world):
    channel = await world.opened()
    world.files = {1: (picture(), "qr.png", "image/png")}
    world.zalo.fail("/upload/image", drop="after")
    with pytest.raises(RetryLaterError):
        await send(world, channel, OutboundMessage("", files=(OutFile(1, "qr.png", "image/png"),)))


async def test_a_file_that_is_not_there_is_named(world):
    channel = await world.opened()

    async def load(number):
        raise FileNotFoundError(number)

    channel._sender._load = load
    await send(world, channel, OutboundMessage("", files=(OutFile(1, "qr.png", "image/png"),)))
    assert "qr.png" in world.zalo.texts(USER)[0]


async def test_somebody_not_signed_in_gets_plain_lines(world):
    channel = await world.opened()
    await send(world, channel, YES_NO, user="anon:c9:U")
    who, body = world.zalo.sent[0]
    assert (who, body["recipient"]["conversation_id"]) == ("U", "c9")
    assert "1. Đúng" in body["message"]["text"]


async def test_a_file_goes_under_the_name_it_is_shown_by_and_not_its_senders(world):
    channel = await world.opened()
    world.files = {1: (picture(), "Nguyễn Văn Nam.png", "image/png")}
    await send(world, channel, OutboundMessage("Kèm theo", files=(OutFile(1, "photo-1.png", "image/png"),)))
    assert "photo-1.png" in str(world.zalo.sent)
    assert "Nam" not in str(world.zalo.sent)
