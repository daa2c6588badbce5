"""Plain text within 2,000 characters; choices as lines; nothing dropped."""

import pytest

from bot.channels.zalo_bot.outgoing import TEXT_LIMIT, in_words, parts_of
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


PHOTO, OTHER = OutFile(1, "cau.jpg", "image/jpeg"), OutFile(2, "ma.png", "image/png")
PAPER = OutFile(3, "bao-cao.pdf", "application/pdf")


def _link(file):
    return f"https://baoan.example/files/{file.attachment}" if file.mime.startswith("image/") else None


def test_one_picture_has_the_words_and_the_choices_under_it():
    [part] = parts_of(OutboundMessage("Đúng ảnh này không?", YES_NO, files=(PHOTO,)), None, _link)
    assert (part.url, part.file) == ("https://baoan.example/files/1", PHOTO)
    assert part.caption == "Đúng ảnh này không?\n1. Đúng\n2. Sửa lại"
    [alone] = parts_of(OutboundMessage("", files=(PHOTO,)), None, _link)
    assert alone.caption == "cau.jpg"


@pytest.mark.parametrize("text", ["x" * 2001, "🔴" * 1001])
def test_words_longer_than_a_caption_go_before_it(text):
    *texts, picture = parts_of(OutboundMessage(text, files=(PHOTO,)), None, _link)
    assert "".join(texts) == text
    assert picture.caption == "cau.jpg"


def test_several_pictures_come_before_a_question_and_after_other_words():
    message = OutboundMessage("Ảnh hiện trường.", files=(PHOTO, OTHER, PAPER))
    words, one, two = parts_of(message, None, _link)
    assert words.startswith("Ảnh hiện trường.")
    assert "bao-cao.pdf" in words
    assert "cau.jpg" not in words
    assert [one.file, two.file] == [PHOTO, OTHER]
    *pictures, question = parts_of(OutboundMessage("Ảnh nào?", YES_NO, files=(PHOTO, OTHER)), None, _link)
    assert [p.file for p in pictures] == [PHOTO, OTHER]
    assert question.endswith("2. Sửa lại")


def test_a_refused_picture_becomes_the_way_to_it_with_its_words():
    [part] = parts_of(OutboundMessage("Ảnh hiện trường.", files=(PHOTO,)), None, _link)
    [said] = in_words(part, "https://baoan.example/chat")
    assert "cau.jpg" in said
    assert said.endswith("Ảnh hiện trường.")
    [alone] = parts_of(OutboundMessage("", files=(PHOTO,)), None, _link)
    assert "cau.jpg" in in_words(alone, None)[0]


def test_a_repeat_says_so():
    [part] = parts_of(OutboundMessage("Đã ghi.", repeated=True), None)
    assert part == "(nhắc lại) Đã ghi."
