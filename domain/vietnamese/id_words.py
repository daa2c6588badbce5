"""Whether words under a picture say that it shows an identity card or the like, which nobody is asked for."""

import re

from domain.vietnamese.fold import fold

_CARD = re.compile(
    r"\b(?:cccd|cmnd|cmt|can cuoc|chung minh (?:thu|nhan dan)|the can cuoc|giay to tuy than|ho chieu|passport"
    r"|bang lai|giay phep lai xe|the bhyt|the bao hiem|id card|identity card)\b"
)
_NOT_IT = re.compile(
    r"\b(?:khong (?:co|phai)|chua co|mat) (?:anh )?(?:the )?(?:cccd|cmnd|can cuoc|giay to)\b"
)


def names_id_card(text: str) -> bool:
    """Whether a caption says so. The picture itself is not looked into."""
    plain = fold(text[:500])
    return _CARD.search(plain) is not None and _NOT_IT.search(plain) is None
