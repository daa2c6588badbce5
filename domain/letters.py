"""Vietnamese capitals and small letters in patterns: a range like "À-Ỹ" holds both, so they are listed."""

import re

_VOWELS = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
CAPITAL = f"[A-Z{_VOWELS.upper()}]"
SMALL = f"[a-z{_VOWELS}]"


def compile_letters(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern in which `<A>` stands for any capital and `<a>` for any small letter."""
    return re.compile(pattern.replace("<A>", CAPITAL).replace("<a>", SMALL), flags)
