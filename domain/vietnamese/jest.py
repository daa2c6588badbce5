"""Whether a message looks like a joke, a trial of the bot or obscenity. It never says that nothing happened."""

import re

from domain.vietnamese.aligned import Aligned, aligned
from domain.vietnamese.fold import nfc

_LAUGHS = re.compile(
    r"(?<![a-z])(?:(?:ha){2,}h?|(?:hi){2,}|(?:he){2,}|(?:hê){2,}|(?:hô){2,}|k{3,}|lol|lmao|trolol\w*)(?![a-z])"
    r"|[:=;]-?\){2,}|:v(?![a-z])|[😂🤣😆😹😜🤪]"
)
_SAYS_SO = re.compile(
    r"\b(?:(?P<jest>dua) (?:thoi|cho vui)|noi (?P<said>dua|choi)|choi thoi|cho vui thoi|tret (?P<made>dua)"
    r"|treu (?:thoi|choi)|(?<!cong )(?:nhan|bam|chat|go|bao) (?P<tried>thu) (?:thoi|xem|bot|cai|coi|choi)"
    r"|test (?:thu|bot|thoi|xem|cai|choi)|thu bot|chi (?:la )?test|just (?:kidding|testing)|ca thang tu)\b|^test$"
)
_ACCENTED = {"dua": "đùa", "choi": "chơi", "thu": "thử"}  # not đưa, thu, chổi
_SERIOUS = re.compile(
    r"\b(?:khong|ko|k|chang|dung|dau)(?: (?:phai|co|he|la|chuyen|noi))* (?:dua|choi|treu|test)\b"
)
_OBSCENE = re.compile(r"(?<!\w)(?:lồn|cặc|buồi|chịch|địt nhau|đụ nhau|nứng|sex|bú cu)(?!\w)")


def is_doubtful(text: str) -> bool:
    """Whether `text` laughs, says that it is a joke or a trial, or is obscene; False where it says it is no joke.

    Swearing as people swear in fright is none of these.
    """
    words = aligned(text)
    if _SERIOUS.search(words.plain):
        return False
    said = nfc(text).lower()
    says_so = any(_means_it(found, words) for found in _SAYS_SO.finditer(words.plain))
    return says_so or _LAUGHS.search(said) is not None or _OBSCENE.search(said) is not None


def _means_it(found: "re.Match[str]", words: Aligned) -> bool:
    """Whether the word that makes it a joke is that word, where it was typed with its accents."""
    return all(
        words.means(found.start(name), _ACCENTED[word]) for name, word in found.groupdict().items() if word
    )
