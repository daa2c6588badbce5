"""Whether a short message leaves the writer's own mobile number, or asks for it to be forgotten."""

import re
from dataclasses import dataclass

from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.numbers import read_phone

_LONGEST = 100  # characters; a longer message tells more than a number
_MOBILE = re.compile(r"0[35789]\d{8}", re.ASCII)
_KIND = r"(?: (?:cong vu|cong viec|lam viec|co quan|di dong|zalo|lien he|lien lac|ca nhan))*"
_MY = (
    rf"(?:so (?:dien thoai|dt|di dong|may|zalo)|sdt|dien thoai){_KIND} (?:cua )?(?:toi|em|minh|tui|toi day)\b"
)
_MINE = re.compile(rf"\b(?:{_MY}|my (?:work |mobile |phone )*(?:phone|number)\b)")
_FORGET = re.compile(
    rf"^(?:(?:xin|hay|de nghi|please|vui long) )*(?:xoa|bo|go|huy|thoi dung|remove|delete|forget)"
    rf"(?: (?:giup|cho|ho|di|bo))* (?:{_MY}|my (?:work |mobile |phone )*(?:phone|number)\b)"
)


@dataclass(frozen=True, slots=True)
class OwnNumber:
    """A mobile number of ten digits that is left, or (None) the wish that the one left be forgotten."""

    number: str | None


def own_number(text: str) -> OwnNumber | None:
    """Return what a short message says of the writer's own number, None where it says nothing of it.

    "số điện thoại của tôi 0912 345 678" leaves one; a landline and a number without "của tôi" do not.
    """
    if len(text) > _LONGEST:
        return None
    said = " ".join(fold(nfc(text)).split())
    if _FORGET.search(said):
        return OwnNumber(None)
    number = read_phone(text)
    if number is None or not _MOBILE.fullmatch(number) or not _MINE.search(said) or "?" in said:
        return None
    return OwnNumber(number)
