"""Messages that are one short word or phrase: yes, no, skip, cancel, back, greetings, and their many spellings."""

import re

from domain.vietnamese.phrases import read_sections

_WHOLE = {phrase: meaning for meaning, spoken in read_sections("phrases_short.txt").items() for phrase in spoken}


_SIGNS = re.compile(r"[^\w\s👍👌✅👎❌?]+")
_TAIL = frozenset(
    "a ạ nhe nhé nha nhen nghen di đi voi nhi em anh chi ban bot oi ad admin sep do đó day luon hen ha hả an bao nao cai vay the dau nghe mà ma luôn thoi thôi toi minh giup".split()
)
_HEAD = frozenset(
    "da dạ vang a à o ờ u ừ thua em toi minh bot oi anh chi thoi alo the thi ban ơi cho".split()
)
_LONGEST_SHORT = 40

_GREETING = re.compile(r" (?:xin |kinh )?(?:chao|hello|hi|alo|a lo|hey)(?= )")
_CANCEL = re.compile(
    r" (?:(?:toi|em|minh|cho) )?(?:muon |xin )?(?:huy|dừng|thoi|thoat|ngung)(?: bo)?(?= )(?:.{0,40})(?: (?:bao cao|bao|nua|nữa|lai|viec nay|khai|thao tac|buoc|di))(?= )"
)
_BACK = re.compile(
    r" (?:quay|tro|trở|lui|lùi|sua)(?: (?:lai|ve|tro|trở))*(?: (?:cau|buoc|phan|muc)(?: \w+)? (?:truoc|tren|vua))(?= )| (?:quay lai|tro lai|lui lai|lùi lai)(?= )"
)
_SKIP = re.compile(r" (?:bo qua|de sau|để sau|khong (?:ro|biet|nho)|chua (?:ro|biet)|skip)(?= )")
_YES = re.compile(r" (?:dong y|xac nhan|dung (?:rồi|roi|vay|the)|chuan (?:rồi|roi)|chinh xac|nhat tri)(?= )")
_NO = re.compile(
    r" (?:khong dong y|khong dung|khong phai|sai rồi|sai roi|chua dung|nham rồi|nham roi|khong chinh xac)(?= )"
)


def meaning(line: str) -> str | None:
    """Return the intent of a message that is nothing but one short phrase, or None."""
    if len(line) > _LONGEST_SHORT:
        return None
    words = _SIGNS.sub(" ", line).split()
    joined = " ".join(words)
    if hit := _WHOLE.get(joined):
        return hit
    if joined.endswith("?") and len(words) > 1:
        return None
    return _trimmed(words)


def _trimmed(words: list[str]) -> str | None:
    """Look again without words of politeness, at the end first, then at the front."""
    for front in range(min(3, len(words))):
        if front and words[front - 1] not in _HEAD:
            return None
        for end in range(len(words), max(len(words) - 5, front), -1):
            if end < len(words) and words[end] not in _TAIL:
                break
            if hit := _WHOLE.get(" ".join(words[front:end])):
                return hit
    return None


def opening(line: str) -> tuple[str, float]:
    """Return the intent of a longer message by the small words in it, and how sure that is."""
    short = len(line) <= 70
    for pattern, intent, sure in (
        (_BACK, "go_back", 0.8), (_NO, "no", 0.75), (_CANCEL, "cancel", 0.8), (_SKIP, "skip", 0.75),
        (_YES, "yes", 0.75), (_GREETING, "greeting", 0.75),
    ):  # fmt: skip
        if pattern.search(line):
            return intent, sure if short else sure - 0.2
    return "unknown", 0.2
