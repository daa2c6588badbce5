"""Words that say when and nothing else: "trước 30/6/2026", "hằng quý", "ngay sau khi có hướng dẫn"."""

import re
from functools import lru_cache

from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.word_trie import alternation

_LONGEST = 120
_WORDS = """
    ngày, tháng, quý, năm, tuần, giờ, phút, học kỳ, kỳ, hk, đầu, cuối, giữa, nửa, trước, trong, từ, đến, tới, hết,
    vào, chậm nhất, muộn nhất, là, hằng, hàng, mỗi, thường xuyên, liên tục, định kỳ, lần, một, hai, ba, bốn, tư, sáu,
    bảy, chín, mười, thứ, chủ nhật, sáng, trưa, chiều, tối, xong, hoàn thành, hoàn tất, thực hiện, kết thúc, bắt đầu,
    thời gian, thời hạn, hạn, không, quá, để, muộn, hơn, làm việc, của, cả, suốt, khoảng, dự kiến, phải, và, hoặc,
    nay, tiếp theo, các, những, giai đoạn, đợt, vòng, đột xuất, nhất, cùng, lễ, tết, dịp, mùa, h, q, t, qúy, quí,
    năm học, mới, cho, kể, sau, trở đi, rằm, mùng, mồng, giêng, chạp, âm lịch, âl, quốc khánh, kỳ nghỉ, lâu dài,
    tầm nhìn, theo, kế tiếp, liền kề, khởi công, thi công, riêng, vượt, kéo dài, khi, có, yêu cầu,
    tuần lễ, ít nhất, tối thiểu, nguyên đán, dứt điểm, năm sau
"""
_WORD = alternation([" ".join(word.split()) for word in _WORDS.split(",")])
_TIME_ONLY = re.compile(
    rf"(?:(?<![^\W\d_])(?:{_WORD})(?![^\W\d_])|[ivx]{{1,4}}(?!\w)|[\d\s/.,;()–-])+", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?:ngay\s+)?(?:sau|trước|khi|kể từ)\s+(?:khi\s+)?(?:có|nhận|được|mùa|tết|lễ|ban hành|kết thúc"
    r"|phát hiện|xảy ra)\b",
    re.IGNORECASE,
)
_COUNTS_FROM = re.compile(r"(?<!\w)(?:sau|trước|khi|từ)\s", re.IGNORECASE)
_LAST = re.compile(rf"(?:[\d)]|(?<![^\W\d_])(?:{_WORD}|[ivx]{{1,4}}))$", re.IGNORECASE)
_SAID = frozenset({"deadline-vague", "deadline-unread"})


@lru_cache(maxsize=4096)
def is_whole_time(words: str) -> bool:
    """Tell whether words name a time and nothing but a time."""
    text = words.strip(" .;,:()")
    if not text or len(text) > _LONGEST or not (_TIME_ONLY.fullmatch(text) or _EVENT.match(text)):
        return False
    reading = read_deadline(text, year=2000)
    return reading.deadline.kind is not DeadlineKind.NONE and not _SAID & set(reading.doubts)


def may_end_in_time(text: str, begin: int) -> bool:
    """Tell, cheaply, whether a text may end in words for which `is_whole_time` is true, begun behind `begin`."""
    return bool(_LAST.search(text, max(0, len(text) - 12)) or _COUNTS_FROM.search(text, begin))


def opening_time(text: str) -> str:
    """Return what a sentence says before its first comma or colon where that is nothing but when; or nothing."""
    words = re.split(r"[,:]\s", text[:_LONGEST], maxsplit=1)[0].strip()
    return words if words and is_whole_time(words) else ""
