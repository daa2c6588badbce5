"""What leaves: nothing cut, nothing dropped, buttons where all fit, marked lines elsewhere."""

import struct
import unicodedata
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.channels.zalo_oa import outgoing as out
from bot.channels.zalo_oa.sending import _smaller
from messages.choices import picked
from messages.envelope import Choice, OutboundMessage
from tests.servers import zalo_oa_checks as checks


def choices(count):
    return tuple(Choice(f"c:{n}", f"Việc số {n}") for n in range(count))


def test_plain_words():
    assert out.bodies(OutboundMessage("Xin chào"), buttons=True) == ({"text": "Xin chào"},)
    assert out.bodies(OutboundMessage(""), buttons=True) == ()


def test_up_to_five_choices_are_buttons_and_their_payloads_carry_our_prefix():
    (body,) = out.bodies(OutboundMessage("Việc nào?", choices(5)), buttons=True)
    buttons = body["attachment"]["payload"]["buttons"]
    assert [b["title"] for b in buttons] == [f"Việc số {n}" for n in range(5)]
    assert {b["type"] for b in buttons} == {"oa.query.hide"}
    assert buttons[0]["payload"] == "#ba:c:0"
    checks.cs_message(dict(body), {}, button_shape="plain")


@pytest.mark.parametrize(
    "message",
    [
        OutboundMessage("Việc nào?", (Choice("a", "x" * 101),)),
        OutboundMessage("Việc nào?", (Choice("đ" * 500, "Có"),)),
    ],
)
def test_what_cannot_be_buttons_is_marked_lines_with_how_to_answer(message):
    (body,) = out.bodies(message, buttons=True)
    first, *rest = body["text"].split("\n")
    assert first == "Việc nào?"
    assert rest[0].startswith("1. ")
    assert rest[-1].startswith("Trả lời 1")
    assert "attachment" not in body


def test_more_choices_than_buttons_all_stand_as_lines_and_the_first_are_buttons_too():
    (body,) = out.bodies(OutboundMessage("Việc nào?", choices(6)), buttons=True)
    assert [line for line in body["text"].split("\n") if line[0].isdigit()] == [
        f"{n + 1}. Việc số {n}" for n in range(6)
    ]
    titles = [one["title"] for one in body["attachment"]["payload"]["buttons"]]
    assert titles == [f"Việc số {n}" for n in range(5)]
    assert "attachment" not in out.bodies(OutboundMessage("Việc nào?", choices(6)), buttons=False)[0]


def test_where_a_number_is_the_answer_the_lines_carry_letters():
    message = OutboundMessage("Mấy người?", choices(2), letters=True)
    (body,) = out.bodies(message, buttons=False)
    assert body["text"] == "Mấy người?\na. Việc số 0\nb. Việc số 1\nTrả lời a, b."
    assert picked("b", message.choices, letters=True) == "c:1"


def test_the_repeat_mark_and_the_step_stand_first():
    (body,) = out.bodies(OutboundMessage("Ở đâu?", step=(2, 3), repeated=True), buttons=True)
    assert body["text"] == "(nhắc lại) (2/3) Ở đâu?"


def test_decomposed_letters_are_composed_before_they_are_counted():
    text = "ế" * 1999
    (body,) = out.bodies(OutboundMessage(unicodedata.normalize("NFD", text)), buttons=True)
    assert body["text"] == text


WORDS = st.text(st.sampled_from("aế .\n🔴?đ"), min_size=1, max_size=5000)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.integers(0, 8), st.booleans(), st.booleans())
def test_over_long_text_is_split_and_nothing_is_lost(text, count, letters, buttons):
    message = OutboundMessage(text, choices(count), letters=letters)
    parts = out.bodies(message, buttons=buttons)
    joined = "".join(p["text"] for p in parts)
    assert [c for c in joined if not c.isspace()][: len("".join(text.split()))] == list("".join(text.split()))
    assert all(len(p["text"].encode("utf-16-le")) <= 4000 for p in parts)
    for choice in message.choices:
        titles = [
            b["title"] for p in parts if "attachment" in p for b in p["attachment"]["payload"]["buttons"]
        ]
        assert choice.label in titles or choice.label in joined
    # The count of accepted parts must hold for both forms: what stands before the last is the same.
    plain = out.bodies(message, buttons=True)
    lines = out.bodies(message, buttons=False)
    assert [p["text"] for p in plain[:-1]] == [p["text"] for p in lines[: len(plain) - 1]]


@pytest.mark.parametrize(
    ("name", "mime", "size", "way"),
    [
        ("a.png", "image/png", 10, out.Way.IMAGE),
        ("a.jpg", "image/jpeg", 9_000_000, out.Way.IMAGE),
        ("a.pdf", "application/pdf", 5_000_000, out.Way.FILE),
        ("a.pdf", "application/pdf", 5_000_001, out.Way.NAMED),
        ("a.csv", "text/plain", 10, out.Way.FILE),
        ("a.txt", "text/plain", 10, out.Way.NAMED),
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 10, out.Way.NAMED),
    ],
)
def test_how_files_travel(name, mime, size, way):
    assert out.way_of(name, mime, size) is way


def test_a_picture_that_would_fill_the_memory_is_not_made_smaller():
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(10))), (b"IEND", b"")]
    bomb = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    assert _smaller(bomb) is None
