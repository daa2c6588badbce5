"""Text as people type it, brought to one form: NFC for keeping, folded for comparing."""

import unicodedata

_KEEP = "\n\t"
_INVISIBLE = (
    *(code for code in range(0xA0) if (code < 0x20 or code >= 0x7F) and chr(code) not in _KEEP),
    0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0xFEFF, 0xFFA0,
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10),
    *range(0xD800, 0xE000),  # halves of surrogate pairs: no encoder takes them
)  # fmt: skip
_STRIP = dict.fromkeys(_INVISIBLE)


def _plain(char: str) -> str:
    """Return the letters under one character: compatibility forms opened, marks dropped, folded."""
    opened = unicodedata.normalize("NFKD", char.casefold())
    return "".join(c for c in opened if not unicodedata.combining(c)).casefold().replace("đ", "d")


def _table() -> dict[int, str]:
    """Map each Latin letter with marks, and each wide form, to what `fold` makes of it."""
    blocks = (range(0x41, 0x5B), range(0xC0, 0x250), range(0x1E00, 0x1F00), range(0xFF01, 0xFF5F))
    return {code: _plain(chr(code)) for block in blocks for code in block}


_FOLD = _table()


def nfc(text: str) -> str:
    """Return `text` in NFC without control characters (newline and tab stay) and zero-width characters."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text.translate(_STRIP))


def fold(text: str) -> str:
    """Return `text` for comparing: NFC, lower case, no accents, đ as d, single spaces, stripped.

    Folding twice changes nothing. Letters of other scripts stay; emoji stay.
    """
    folded = nfc(text).translate(_FOLD)
    if not folded.isascii():
        # Rare: marks that compose with nothing, other scripts, mathematical letters.
        for _ in range(4):
            before, folded = folded, nfc(_plain(folded))
            if folded == before:
                break
    return " ".join(folded.split())
