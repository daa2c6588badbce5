"""The marks that items begin with: I., 1., 1.1., II.1., a), (1), "Nhiệm vụ 1:", "Điều 2.", dashes."""

import re

from domain.letters import compile_letters

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "annex",
        re.compile(r"(?:PHỤ LỤC|Phụ lục)\s*(?P<n>[IVX\d]{0,4})(?=\s*$|\s*[.:(]|\s+[A-ZĐÀ-Ỹ]{2})[.:]?\s*"),
    ),
    (
        "part",
        re.compile(
            r"(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:THỨ|thứ)\s+)?(?P<n>NHẤT|HAI|BA|TƯ|nhất|hai|ba|tư|[IVX]{1,5}|\d{1,2}|[A-HĐ])\b\s*[.:)\-–]?\s*"
        ),
    ),
    ("dotted", re.compile(r"(?P<top>[IVX]{1,6})\.(?P<n>\d{1,2}(?:\.\d{1,2}){0,4})(?!\d)[.):]?\s+(?=\S)")),
    (
        "roman",
        re.compile(
            r"(?:(?:MỤC|Mục|CHƯƠNG|Chương)\s+)?(?P<n>[IVX]{1,6})(?!/v\b|/\d)(?:\s*[.):/]\s*|\s+[-–]\s+|\s*[-–]\s+)(?=\S)"
        ),
    ),
    ("misread", compile_letters(r"(?P<n>(?=[IVX|l]{0,3}[|l])[IVX|l]{1,4})[.)]\s+(?=<A><A>)")),
    ("upper", re.compile(r"(?P<n>[A-HĐK])[.)]\s+")),
    ("dotted", re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,4})(?![.\d/]*\d)[.):]?\s+")),
    ("paren", re.compile(r"\((?P<n>\d{1,2}|[a-zđ])\)\s*")),
    ("number.", re.compile(r"(?P<n>\d{1,3})\s*\.(?!\d)\s*(?=\S)")),
    ("number-", re.compile(r"(?P<n>\d{1,3})\s*[-–]\s+(?=[^\d\s])")),
    ("number)", re.compile(r"(?P<n>\d{1,3})\s*[)/](?!\d)\s*(?=\S)")),
    ("number.", re.compile(r"(?:Khoản|KHOẢN)\s+(?P<n>\d{1,3})\s*[.:]\s*")),
    ("coded", re.compile(r"(?P<n>[A-HKĐ]\d{1,2})\s*[.:)]\s+(?=\S)")),
    (
        "counted",
        re.compile(r"(?P<n>(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười) là|Thứ \w+)\s*[,:]\s*(?=\S)"),
    ),
    ("article", re.compile(r"(?:Điều|ĐIỀU)\s+(?P<n>\d{1,3})\s*[.:]\s*")),
    (
        "named",
        re.compile(
            r"(?:Nhiệm vụ|Nội dung|Hoạt động|Giải pháp|Công việc|Nhóm nhiệm vụ|Việc|Bước|NHIỆM VỤ|NỘI DUNG)"
            r"\s+(?:số\s+)?(?P<n>\d{1,2}|thứ \w+)\s*(?:[.:)]|\s[-–](?=\s))\s*"
        ),
    ),
    ("small", re.compile(r"(?P<n>x?(?:i{1,3}|iv|vi{0,3}|ix)|x)\s*[.)]\s*(?=\S)")),
    ("lettered", re.compile(r"(?P<n>[a-zđ]\.\d{1,2})(?!\d)\s*[.):]?\s+(?=\S)")),
    ("letter", re.compile(r"(?P<n>[a-zđ])\s*[.)/]\s*(?=\S)")),
    ("bullet", re.compile(r"(?P<n>\*{2,3}(?=\s)|[-+*•–—●▪∙◦○■□✓➢►❖→−‒])\s*(?![\d]+%)")),
)
_MARKDOWN = re.compile(r"^#{1,6}\s+|\*\*(?!\s)|(?<=\S)\*\*|__")
_ORDINALS = {"nhất": "I", "hai": "II", "ba": "III", "tư": "IV"}
_NUMBERS = (
    ("nhất", "một"),
    ("hai",),
    ("ba",),
    ("tư", "bốn"),
    ("năm",),
    ("sáu",),
    ("bảy",),
    ("tám",),
    ("chín",),
    ("mười",),
)
_COUNTED = {word: str(number) for number, words in enumerate(_NUMBERS, 1) for word in words}


def read_marker(text: str) -> tuple[str, str, str]:
    """`(style, name, rest)` of a line that begins with a marker; style is empty where there is none."""
    for style, pattern in _MARKERS:
        found = pattern.match(text)
        if not found:
            continue
        name = found["n"]
        rest = text[found.end() :].strip()
        if style == "bullet":
            return f"bullet{'-' if name in '–—−‒' else name}", name, rest
        if style == "misread":  # a scan's "lI. NHIỆM VỤ"
            return "roman", name.replace("l", "I").replace("|", "I"), rest
        if style == "annex":
            name = f"PL{name}"
        if style == "counted" or name.startswith("thứ "):
            counted = name.lower().removeprefix("thứ ").removesuffix(" là")
            if counted not in _COUNTED:
                continue
            name = _COUNTED[counted]
        return style, _ORDINALS.get(name.lower(), name), rest
    return "", "", text


def without_markdown(text: str) -> str:
    """Return a line without Markdown's marks of headings and bold words."""
    return _MARKDOWN.sub("", text) if "*" in text or "#" in text or "_" in text else text


def roman(number: int) -> str:
    """Small Roman numbers, as the clauses of a paragraph are counted in ids."""
    found = ""
    for value, letters in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value and len(found) < 40:
            found += letters
            number -= value
    return found
