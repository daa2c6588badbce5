"""The text in a file's bytes: UTF-8, UTF-16 with or without its mark, Windows-1258, TCVN3 (ABC), VNI."""

import codecs
import re
import unicodedata
from typing import Final

from documents.legacy_letters import from_tcvn3, from_vni, good_words, mend
from domain.errors import BadInputError

_MARKS: Final = (  # the longer before the shorter that it begins with
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_TEXT: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
_SPOILT_SHARE = 50  # of this many letters beyond ASCII one may be spoilt and the file is still UTF-8


def decode(data: bytes) -> str:
    """Return the text of a file, its letters brought to Unicode, not yet in one form.

    Raises BadInputError `plan-file-unreadable` for what is no text at all.
    """
    text = _text_in(data)
    if len(_NO_TEXT.findall(text[:_SAMPLE])) * 20 > min(len(text), _SAMPLE):
        raise BadInputError("plan-file-unreadable")
    return mend(text)


def _text_in(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _strict(data, _half_empty(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _spoilt_utf8(data) or _one_byte_a_letter(data)


def _strict(data: bytes, encoding: str) -> str:
    whole = len(data) - len(data) % (4 if "32" in encoding else 2 if "16" in encoding else 1)
    try:
        text = data[:whole].decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInputError("plan-file-unreadable") from error
    if "\x00" in text:
        raise BadInputError("plan-file-unreadable")
    return text


def _half_empty(data: bytes) -> str:
    """Tell which UTF-16 it is: blanks, figures and plain letters leave one byte of two empty, always the same one."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 10 < len(sample) // 2 or min(even, odd) * 20 > max(even, odd):
        raise BadInputError("plan-file-unreadable")
    return "utf-16-le" if odd > even else "utf-16-be"


def _spoilt_utf8(data: bytes) -> str | None:
    """Return UTF-8 with a few letters spoilt, as a cut or badly joined file has; None where it is something else."""
    text = data.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    sound = sum(1 for letter in text[:_SAMPLE] if letter > "\x7f") - spoilt
    return text.removesuffix("\ufffd") if sound > _SPOILT_SHARE * spoilt else None


def _one_byte_a_letter(data: bytes) -> str:
    """Return the reading of the bytes that makes most of the words Vietnamese."""
    readings = (
        unicodedata.normalize("NFC", data.decode("cp1258", "replace")),
        from_tcvn3(data.decode("latin-1")),
        from_vni(data.decode("cp1252", "replace")),
    )
    return max(readings, key=lambda text: good_words(text[:_SAMPLE]))
