"""A name somebody gives as their own ("tôi tên là Nguyễn Văn Nam"), struck out of words that are to name nobody.

Only what says so itself is found; a name that just stands in a story is not, and the person is told as much.
"""

import re
import unicodedata

STRUCK = "…"
MOST = 4  # words of a name written in small letters
_ME = r"(?:tôi|tui|em|mình|cháu|toi|minh|chau)"
_GIVES = re.compile(
    rf"\b(?:(?:tên|ten)(?: (?:của|cua))? {_ME}(?: (?:là|la))?|{_ME} (?:tên|ten)(?: (?:là|la))?|my name is)[ :]+"
    r"(?!(?:là|la|ai|gì|gi)\b)(?P<name>\w+(?: \w+)*)",
    re.IGNORECASE,
)
_IS = re.compile(
    rf"\b(?:{_ME} (?:là|la)|i am) (?:(?:anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|mr|ms) )?(?P<name>\w+(?: \w+)*)",
    re.IGNORECASE,
)


def without_own_name(words: str) -> str:
    """Return the words, NFC, with the names their writer gives as their own replaced by an ellipsis."""
    plain = unicodedata.normalize("NFC", words)
    return _IS.sub(_strike_capitals, _GIVES.sub(_strike, plain))


def _strike(found: "re.Match[str]") -> str:
    said = found["name"].split(" ")
    return _without(found, _capitals(said) or min(len(said), MOST))


def _strike_capitals(found: "re.Match[str]") -> str:
    """Strike what begins with capitals: "tôi là thợ hàn" names nobody."""
    return _without(found, _capitals(found["name"].split(" ")))


def _without(found: "re.Match[str]", count: int) -> str:
    before = found.group()[: found.start("name") - found.start()]
    rest = found["name"].split(" ")[count:]
    return before + " ".join([STRUCK, *rest] if count else rest)


def _capitals(words: list[str]) -> int:
    return next((n for n, word in enumerate(words) if not word[0].isupper()), len(words))
