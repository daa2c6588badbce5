"""Plain text within 2,000 characters; choices as lines; nothing dropped."""

import pytest

from bot.channels.zalo_bot.outgoing import TEXT_LIMIT, parts_of
from messages.envelope import Choice, OutboundMessage, OutFile

YES_NO = (Choice("yes", "Đúng"), Choice("no", "Sửa lại"))


def test_choices_are_numbered_lines():
    assert parts_of(OutboundMessage("Đúng không?", YES_NO), None) == ("Đúng không?\n1. Đúng\n2. Sửa lại",)


def test_choices_are_lettered_where_a_number_is_an_answer():
    message = OutboundMessage("Mấy người?", (Choice("unknown", "Chưa rõ"),), letters=True, step=(1, 3))
    assert parts_of(message, None) == ("(1/3) Mấy người?\na. Chưa rõ",)


def test_long_text_is_split_at_sentence_ends_and_the_choices_stand_last():
    text = " ".join(f"Câu số {n} nói một điều." for n in range(300))
    parts = parts_of(OutboundMessage(text, YES_NO), None)
    assert len(parts) > 2
    assert all(len(part) <= TEXT_LIMIT for part in parts)
    assert " ".join(parts) == f"{text}\n1. Đúng\n2. Sửa lại"
    assert all(part.endswith(".") for part in parts[:-1])


def test_choices_that_find_no_room_get_a_message_of_their_own():
    parts = parts_of(OutboundMessage("x" * 1995, YES_NO), None)
    assert parts == ("x" * 1995, "1. Đúng\n2. Sửa lại")


@pytest.mark.parametrize("text", ["🔴" * 3000, "🔴 " * 1500, ("á" * 30 + "🔴. ") * 100])
def test_an_emoji_counts_as_two(text):
    parts = parts_of(OutboundMessage(text), None)
    assert all(len(part.encode("utf-16-le")) // 2 <= TEXT_LIMIT for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")


def test_a_file_becomes_the_way_to_it():
    message = OutboundMessage("Mẫu khai báo đã điền.", files=(OutFile(1, "khai-bao.docx", "application/x"),))
    [part] = parts_of(message, "https://baoan.example/chat")
    assert part.startswith("Mẫu khai báo đã điền.")
    assert "khai-bao.docx" in part
    assert "https://baoan.example/chat" in part
    [alone] = parts_of(message, None)
    assert "khai-bao.docx" in alone
    assert "http" not in alone


def test_a_repeat_says_so():
    [part] = parts_of(OutboundMessage("Đã ghi.", repeated=True), None)
    assert part == "(nhắc lại) Đã ghi."
