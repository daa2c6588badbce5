"""The same plan in other clothes: other encodings, spaces, line breaks and file formats, for the plan benchmark.

Each disguise takes a plain text and returns a file's bytes and ending. What stands in the plan does not change, so
the clerk's answers stay; only where lines break or accents go does the golden say so.
"""

import html
import io
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import docx

# One byte a letter; capital letters with a tone are written with the small ones (the .VnTimeH font draws them tall).
TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđĂÂÊÔƠƯĐ",
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ®¡¢£¤¥¦§",
        strict=True,
    )
)
# Two letters for one: the vowel, then its mark. The marks stand in the order of each row's vowels.
VNI_MARKS = {
    "a": ("áàảãạâấầẩẫậăắằẳẵặ", "ùøûõïâáàåãäêéèúüë"),
    "e": ("éèẻẽẹêếềểễệ", "ùøûõïâáàåãä"),
    "o": ("óòỏõọôốồổỗộ", "ùøûõïâáàåãä"),
    "u": ("úùủũụ", "ùøûõï"),
    "y": ("ýỳỷỹ", "ùøûõ"),
    "ô": ("ớờởỡợ", "ùøûõï"),
    "ö": ("ứừửữự", "ùøûõï"),
}
VNI = {"ỵ": "î", "ơ": "ô", "ư": "ö", "đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò"}
VNI |= {
    v: base + mark
    for base, (vowels, marks) in VNI_MARKS.items()
    for v, mark in zip(vowels, marks, strict=True)
}
VNI |= {letter.upper(): shown.upper() for letter, shown in VNI.items()}
PLAIN_QUOTES = str.maketrans("“”‘’–", "\"\"''-")


@dataclass(frozen=True)
class Disguise:
    """What is done to the text, and whether its lines and its accents are still those of the golden."""

    dress: Callable[[str], bytes]
    ending: str = ".txt"
    lines_kept: bool = True
    accents_kept: bool = True


def tcvn3(text: str) -> str:
    text = text.translate(PLAIN_QUOTES)
    return "".join(TCVN3.get(c) or TCVN3.get(c.lower(), c) for c in text)


def vni(text: str) -> str:
    return "".join(VNI.get(c, c) for c in text.translate(PLAIN_QUOTES))


def without_accents(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def loose_spaces(text: str) -> str:
    """Double and unbreakable spaces within, blanks at both ends of every line."""
    looser = text.replace(", ", ",  ").replace("ngày ", "ngày\u00a0")
    return "\n".join(f" {line} \t" for line in looser.splitlines())


def wrapped(text: str) -> str:
    return "\n".join(part for line in text.splitlines() for part in textwrap.wrap(line, 80) or [""])


def word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def page(text: str) -> bytes:
    paragraphs = "".join(f"<p>{html.escape(line)}</p>\n" for line in text.splitlines())
    return f'<html><meta charset="utf-8"><body>{paragraphs}</body></html>'.encode()


DISGUISES = {
    "nfd": Disguise(lambda text: unicodedata.normalize("NFD", text).encode()),
    "crlf": Disguise(lambda text: text.replace("\n", "\r\n").encode()),
    "utf16": Disguise(lambda text: text.encode("utf-16")),
    "spaces": Disguise(lambda text: loose_spaces(text).encode()),
    "wrapped": Disguise(lambda text: wrapped(text).encode(), lines_kept=False),
    "word": Disguise(word, ".docx"),
    "html": Disguise(page, ".html", lines_kept=False),
    "tcvn3": Disguise(lambda text: tcvn3(text).encode()),
    "vni": Disguise(lambda text: vni(text).encode()),
    "no-accents": Disguise(lambda text: without_accents(text).encode(), accents_kept=False),
}
