"""Prose taken apart: the duties of a paragraph and who owes each."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from documents.time_phrases import names_time, time_phrase
from domain.unit_lexicon import VERBS
from domain.unit_names import split_units, starts_unit, unit_end
from domain.word_trie import alternation


@dataclass(frozen=True, slots=True)
class Clause:
    """One duty of a paragraph: where it stands in the text, its words, and the units it names as its subject."""

    start: int
    end: int
    text: str
    subject: tuple[str, ...]
    verb: str


# A stop ends a sentence behind a small letter, a digit or an office's capitals ("UBND."), not behind "TP." or "TT.".
_SENTENCE = re.compile(
    r"(?<=[^\s.A-ZĐ])[.!?…]+/?\.?\s+(?=[\"“(]?[A-ZĐÀ-Ỹ])"
    r"|(?<=[A-ZĐ&]{2})(?<!\bT[PTXMLSH])(?<!\bKT)(?<!\b[BGP]S)\.\s+(?=[A-ZĐÀ-Ỹ])"
)
_SEMICOLON = re.compile(r"\s*;\s*")
# Verbs that open a duty but may well stand inside a name; those that end a name are in the lexicon.
_DUTY_VERBS = (
    *(
        "cấm",
        "không để",
        "sẵn sàng",
        "trực ban",
        "trực chỉ huy",
        "nộp",
        "treo",
        "dừng",
        "tạm dừng",
        "đình chỉ",
    ),
    *(
        "xin ý kiến",
        "cắt giảm",
        "dự trữ",
        "sơ tán",
        "di dời",
        "khám sức khỏe",
        "thăm hỏi",
        "tặng",
        "trồng",
        "xây",
    ),
    *("phun", "chi trả", "thu hồi", "bổ sung", "là", "giải ngân", "giúp", "bảo vệ", "chỉ huy", "điều hành"),
    *(
        "lắp đặt",
        "trang trí",
        "biên tập",
        "in ấn",
        "cấp phát",
        "cấp giấy",
        "thanh lý",
        "kiểm định",
        "đo đạc",
        "cắm",
    ),
    *(
        "hoàn tất",
        "đối chiếu",
        "làm sạch",
        "gặp mặt",
        "động viên",
        "tôn vinh",
        "trao",
        "bồi dưỡng",
        "tuyển dụng",
    ),
    *(
        "luân chuyển",
        "điều trị",
        "tiêm",
        "xét nghiệm",
        "lấy mẫu",
        "truy vết",
        "khoanh vùng",
        "xử phạt",
        "truy quét",
    ),
    *(
        "đấu tranh",
        "triệt phá",
        "giải tỏa",
        "cưỡng chế",
        "bồi thường",
        "hỗ trợ",
        "chi",
        "lưu ý",
        "xem",
        "cụ thể hóa",
    ),
    *(
        "mở rộng",
        "thay",
        "sửa",
        "dọn",
        "nạo vét",
        "gia cố",
        "khơi thông",
        "chặt tỉa",
        "chuyển",
        "tiếp cận",
        "ký",
    ),
    *(
        "bàn",
        "tập trung",
        "liên kết",
        "giữ gìn",
        "giáo dục",
        "dạy",
        "cắt",
        "di chuyển",
        "phòng",
        "chống",
        "bắt",
    ),
    *("điều động", "phát triển", "phát hành", "soạn", "trưng bày", "truyền thông", "rà", "sử dụng", "đầu tư"),
)
_VERB_START = re.compile(
    rf"(?:và\s+)?(?:{alternation((*VERBS, *_DUTY_VERBS))}|(?:trong )?quá trình|nếu|trường hợp|khi có)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"(?:theo|trong|trên cơ sở|với|tùy|khi|ngay|tại|thuộc)\s[^;:.]{{3,150}}?[\s,]+(?<!được )(?<!bị )"
    rf"(?={_VERB_START.pattern})",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Ngoài|Ngay sau khi|Sau khi|Hằng|Hàng|Định kỳ|Trước|Khi|Trong"
    r"|Quá trình|Nếu|Trường hợp|Thực hiện"
    r"|Chậm nhất|Đến|Từ|Kết thúc)\b"
)
_GROUND = re.compile(r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Thực hiện)\b")
_CHARGE = re.compile(
    r"(?:[-+*•]\s*)?(?:(?:trân trọng |kính )?(?:giao|mời|đề nghị|yêu cầu|phân công|chỉ thị))"
    r"(?: trách nhiệm| nhiệm vụ)?(?: cho)?\s+",
    re.IGNORECASE,
)
_REPORTING = re.compile(
    r",\s+(?:và\s+)?(?=(?:định kỳ[^;.]{0,60}?,?\s)?(?:tổng hợp,?\s)?(?:và\s)?(?:gửi\s)?báo cáo\s[^;.]*)",
    re.IGNORECASE,
)
_PREPARING = re.compile(
    r"(?:(?:là|làm) (?:cơ quan |đơn vị )?đầu mối,?\s+)?"
    r"(?:(?:có trách nhiệm|chịu trách nhiệm|chủ động|kịp thời|thường xuyên|tiếp tục|định kỳ|giúp)\s+)*"
    r"(?:tổng hợp|thống kê|sơ kết|tổng kết|đánh giá|lập|xây dựng (?:dự thảo )?báo cáo|(?:gửi )?báo cáo|rà soát"
    r"|tham mưu|theo dõi|cập nhật|nắm|thực hiện (?:chế độ|nghiêm|việc|công tác)|chấp hành|khai báo)\b",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    rf"(?P<who>[A-ZĐÀ-Ỹ][^;:.()\d]{{2,60}}?)[\s,]+(?=(?:có trách nhiệm|chịu trách nhiệm|{alternation(VERBS)})\b)"
)
_NO_STRANGER = re.compile(
    rf"(?:{_VERB_START.pattern}|{_INTRO.pattern}|{_CHARGE.pattern}"
    r"|(?:Công tác|Việc|Kế hoạch|Kinh phí|Nguồn|Nội dung|Thời gian|Thời hạn|Đối tượng|Địa điểm|Hình thức"
    r"|Thành phần|Chi tiết|Tỷ lệ|Tình hình|Đây|Các nhiệm vụ|Những|Chế độ|Trong"
    r"|Hồ sơ|Quy trình|Chương trình|Dự án|Đề án|Chỉ tiêu|Mục tiêu|Kết quả|Số|Mức|Năm|Mọi|Văn bản|Một số|Lưu ý|Phần"
    r"|Hệ thống|Tài liệu|Danh sách|Quá trình|Trên)\b)",
    re.IGNORECASE,
)
_ENDING = " .;,:/"
_FAR = 300
_HEADING = 200


@lru_cache(maxsize=512)
def split_clauses(text: str) -> tuple[Clause, ...]:
    """Return the duties of a paragraph: its sentences, and their parts that begin with a verb or a new subject."""
    clauses: list[Clause] = []
    for start, end in _pieces(text):
        body = text[start:end]
        begin, subject, verb_at = find_subject(body)
        words = body[begin:].strip(_ENDING)
        if words and clauses and not subject and _only_times(words):
            last = clauses[-1]
            clauses[-1] = replace(last, end=end, text=text[last.start : end].strip(_ENDING))
        elif words:
            clauses.append(Clause(start + begin, end, words, subject, body[verb_at:].strip(_ENDING)))
    return tuple(clauses)


def _only_times(words: str) -> bool:
    """Tell whether a piece says nothing but when: "hoàn thành trước ngày …", "thực hiện thường xuyên"."""
    return time_phrase(words, lone=True) == words


def _pieces(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    start = 0
    for stop in [*_SENTENCE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        for part in _parts(text, start, end):
            found.extend(_before_reports(text, *part))
        start = stop.end() if stop else end
    return found


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a sentence at semicolons; a part that begins with neither verb nor subject belongs to the one before."""
    cuts = [start]
    ends: list[int] = []
    for found in _SEMICOLON.finditer(text, start, end):
        behind = text[found.end() : found.end() + _FAR]
        named = text[cuts[-1] : found.start()].strip(" ,")
        if starts_unit(named) and unit_end(named) == len(named):
            continue
        inside = text.count("(", cuts[-1], found.start()) > text.count(")", cuts[-1], found.start())
        if not inside and (_VERB_START.match(behind) or (starts_unit(behind[:80]) and _acts(behind))):
            ends.append(found.start())
            cuts.append(found.end())
    return list(zip(cuts, [*ends, end], strict=True))


def _before_reports(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut off a report that is owed on top of a duty: "xây dựng kế hoạch, gửi báo cáo về Sở X trước ngày …"."""
    for found in _REPORTING.finditer(text, start, end) if "áo cáo" in text else ():
        head, report = text[start : found.start()], text[found.end() : end]
        if _stands_alone(head, report) and names_time(report) and head.count("(") == head.count(")"):
            return [(start, found.start()), (found.end(), end)]
    return [(start, end)]


def _stands_alone(head: str, report: str) -> bool:
    """Tell whether what comes before a report is a duty of its own, not the work of reporting."""
    if len(head) > _FAR * 3 or time_phrase(head, lone=True) == head.strip():
        return False
    _, subject, verb_at = find_subject(head)
    verb = head[verb_at:]
    last = verb.rsplit(", ", 1)[-1]
    if re.search(r"\bđể [^,;]{0,40}$", head) or (not subject and _INTRO.match(head)):
        return False
    said = len(last.split()) >= 3 or report.lower().startswith("định kỳ")
    return bool(_VERB_START.match(verb)) and said and not _PREPARING.match(last)


def _acts(text: str) -> bool:
    """Whether a verb follows the units the text begins with, before the next semicolon."""
    return _verb_behind(text, _names_end(text, 0)) is not None


def _names_end(text: str, at: int) -> int:
    """Where the units that begin at `at` end; a heading's colon ends them whatever follows."""
    colon = text.find(":", at, at + _HEADING)
    if colon > at and unit_end(text[:colon], at) == len(text[:colon].rstrip()):
        return colon
    return unit_end(text, at)


def _verb_behind(text: str, end: int) -> int | None:
    """Where the verb of the units that end at `end` stands, past "theo chức năng, nhiệm vụ" and the like."""
    rest = text[end : end + _FAR].lstrip(" ,:")
    at = end + len(text[end : end + _FAR]) - len(rest)
    if _VERB_START.match(rest) or (rest and text[end : end + 1] == ":"):
        return at
    between = _BETWEEN.match(rest)
    return at if between else None


def find_subject(sentence: str) -> tuple[int, tuple[str, ...], int]:
    """`(begin, units, verb)`: where the duty's words begin, the units charged, where their verb stands."""
    begin = 0
    if _INTRO.match(sentence):
        for comma in re.finditer(r"[,;:]\s+", sentence[:_FAR]):
            rest = _CHARGE.sub("", sentence[comma.end() : comma.end() + _FAR], count=1)
            if starts_unit(rest[:80]) and _acts(rest):
                ground = _GROUND.match(sentence) and not names_time(sentence[: comma.start()])
                begin = comma.end() if ground else 0
                return _subject_at(sentence, comma.end(), begin)
    return _subject_at(sentence, 0, begin)


def stranger_subject(sentence: str) -> str:
    """Return who a sentence charges where that is no unit known by its name: "Nhân viên y tế tổng hợp …"."""
    found = _STRANGER.match(sentence)
    return found["who"].strip(" ,") if found and not _NO_STRANGER.match(sentence) else ""


def _subject_at(sentence: str, at: int, begin: int) -> tuple[int, tuple[str, ...], int]:
    charge = _CHARGE.match(sentence, at)
    names_at = charge.end() if charge else at
    if not starts_unit(sentence[names_at : names_at + 80]):
        return begin, (), at
    end = _names_end(sentence, names_at)
    verb_at = _verb_behind(sentence, end)
    if verb_at is None and charge and sentence[end:].strip(" ,:"):
        verb_at = len(sentence) - len(sentence[end:].lstrip(" ,:"))
    if verb_at is None:
        return begin, (), at
    if not charge and _CHARGE.match(sentence, verb_at):
        _, others, further = _subject_at(sentence, verb_at, begin)
        if others:
            return begin, others, further
    return begin, split_units(sentence[names_at:end]), verb_at
