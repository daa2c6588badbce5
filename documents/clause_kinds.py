"""What a clause of prose is: a standing duty, a report owed, a formula that asks for nothing."""

import re

from documents.clause_words import SENTENCE
from documents.time_phrases import time_phrase

_STANDING = re.compile(
    r"(?:có trách nhiệm |chịu trách nhiệm |chủ động |thường xuyên |tiếp tục |tăng cường |chủ trì,? |làm đầu mối "
    r"|là (?:cơ quan |đơn vị )?(?:đầu mối|thường trực)(?:,? giúp [^,;]{2,60}?)?,? ?"
    r"|là (?:cơ quan |đơn vị |bộ phận )?tham mưu,? "
    r"|tham mưu(?:,? (?:giúp|cho))?(?: (?:UBND|Ủy ban nhân dân|Chủ tịch|Ban|Giám đốc|Đảng ủy)[^,;.]{0,60}?)?,? "
    r"|làm (?:cơ quan )?(?:đầu mối|thường trực),? ?)*"
    r"(?:theo dõi|đôn đốc|hướng dẫn|giám sát|quản lý|duy trì"
    r"|kiểm tra(?=\W*(?:$|[,;]|và|việc|tình hình|công tác|đôn đốc))"
    r"|(?<=đầu mối)\W*$|(?<=thường trực)\W*$)",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:Yêu cầu|Đề nghị|Kính đề nghị|Trên đây|Trong quá trình|Quá trình|Nếu|Nhận được|Trường hợp)\s"
)
_MAYBE_CLOSING = re.compile(
    r"(?:Căn cứ|Giao|Các|Định kỳ|Hằng|Hàng|Thủ trưởng|Chế độ|Văn bản|Công văn|Chỉ thị|Kế hoạch|Quyết định)\s"
)
_SAID = re.compile(r".{60,}[.;/]\s*$", re.DOTALL)
_THIS_PLAN = re.compile(
    r"(?:kế hoạch|chỉ thị|công văn|quyết định|chương trình|đề án|văn bản|công điện|nghị quyết"
    r"|(?:thông báo|kết luận|phương án|hướng dẫn)(?= này))\b(?: này)?",
    re.IGNORECASE,
)
_EARNESTLY = re.compile(
    r"(?:nghiêm túc|khẩn trương|tổ chức)(?: (?:tổ chức|triển khai))*,? (?:thực hiện|quán triệt)[^,;]{0,60}$",
    re.IGNORECASE,
)
_WATCHES = re.compile(
    r"(?:thường xuyên )?(?:theo dõi|đôn đốc|nhắc nhở)(?:(?:,| và|, và) ?(?:theo dõi|đôn đốc|nhắc(?: nhở| việc)?"
    r"|kiểm tra"
    r"|giám sát|tổng hợp))*(?: (?:các|những|việc|các đơn vị) [^,;.]{0,40})?(?: (?:triển khai )?thực hiện)?",
    re.IGNORECASE,
)
# What an office does about the plan itself rather than as part of it: its money, its own paper, its propagation.
_ASIDE = (
    r"(?:(?:chủ trì|chủ động|có trách nhiệm|chịu trách nhiệm|tiếp tục|kịp thời|thường xuyên)[\s,]+"
    r"|(?:và )?phối hợp[^;.]{0,120}?\s(?=tham mưu|bố trí|cân đối|thẩm định|bảo đảm|đảm bảo|xây dựng|phổ biến"
    r"|tuyên truyền))*"
)
_PAYS = re.compile(
    rf"{_ASIDE}(?:(?:tham mưu|bố trí|cân đối|bảo đảm|đảm bảo|phân bổ)[^;.:]{{0,70}}?\b(?:kinh phí|nguồn vốn"
    r"|nguồn lực tài chính|ngân sách|tiền)"
    r"|(?:thẩm định|hướng dẫn)[^;.:]{0,50}?\b(?:dự toán|kinh phí|thanh quyết toán|quyết toán|nguồn vốn)"
    r"|(?:tham mưu )?(?:bố trí|phân bổ) \d[\d.,]* (?:tỷ|triệu) đồng)",
    re.IGNORECASE,
)
_GOVERNS = re.compile(
    rf"{_ASIDE}(?:(?:căn cứ [^;.]{{3,80}}?,? )?(?:chủ động )?(?:xây dựng|lập|ban hành|cụ thể hóa|tham mưu)"
    r"[^;.:]{0,60}?\b(?:kế hoạch|chương trình công tác|lịch công tác|lịch trực)"
    r"|(?:cụ thể hóa|triển khai|phổ biến|quán triệt|tuyên truyền|thông tin)[^;.:]{0,70}?\b(?:kế hoạch|chỉ thị"
    r"|công văn|chương trình|nghị quyết|quyết định|thông báo|phương án)(?! hành động)"
    r"|(?:tham mưu )?(?:[^;.:]{0,40} )?(?:sơ kết|tổng kết|họp giao ban)"
    r"|(?:kịp thời )?(?:phản ánh|báo cáo|kiến nghị|đề xuất|vướng mắc)|(?:cử|phân công|bố trí) [^;.:]{0,40}đầu mối"
    r"|theo dõi|đôn đốc|hướng dẫn|giám sát|đầu mối|làm đầu mối|là đầu mối|nghiêm túc|tổ chức thực hiện)",
    re.IGNORECASE,
)
_IS_STANDING_BODY = re.compile(
    r"(?:là|làm) (?:cơ quan |đơn vị )?(?:đầu mối|thường trực)[^,;.]{0,60}", re.IGNORECASE
)
_FORMULA = re.compile(
    r"Trên đây là .*"
    r"|(?:Quyết định|Chỉ thị|Kế hoạch|Quy định|Văn bản|Công văn|Chương trình) này"
    r" (?:có hiệu lực|thay thế|được phổ biến).*"
    r"|(?:Cuộc họp|Buổi họp|Buổi làm việc|Hội nghị|Phiên họp|Biên bản)(?: này)?"
    r" (?:\w+ )?(?:kết thúc|được lập|bế mạc|gồm|lập).*"
    r"|(?:Ban hành|Phê duyệt) (?:kèm )?(?:theo )?(?:Quyết định|Công văn|Văn bản|Thông báo|Nghị quyết) này .*"
    r"|.{2,80} thông báo (?:để|đến) .{2,80}(?:biết|thực hiện)"
    r"|(?:Trân trọng|Kính mong|Xin trân trọng|Rất mong).*",
    re.DOTALL,
)
_TASKS = r"(?:các |những )?(?:nhiệm vụ|công việc|nội dung|hoạt động|phần việc)"
_GENERAL = re.compile(
    r"\(?(?:(?:thời (?:gian|hạn)(?: (?:hoàn thành|thực hiện|chung))*(?: của| cho)?|đối với|toàn bộ|tất cả"
    rf"|hoàn thành)\s+)*{_TASKS}\b[^.;]{{0,160}}",
    re.IGNORECASE,
)
_ALL_ASSISTED = re.compile(
    r"(?:đơn vị|cơ quan)(?: \w+){0,2}? phối hợp"
    r"(?:,? trừ [^,]{3,80},| chung| thực hiện| (?:các |những )?nhiệm vụ(?: \w+){0,3}?)* là:?\s+"
    r"(?P<who>.{3,200})",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"báo cáo|gửi (?:số liệu |thông tin )?kết quả|tổng hợp kết quả|(?:gửi|báo|cung cấp) số liệu|số liệu gửi"
    r"|báo kết quả"
    r"|báo tin|(?:thông )?báo (?:ngay |kịp thời |nhanh )?(?:cho|về)(?!\w)|báo ngay"
)
_ASKS = re.compile(r"báo cáo|phản ánh|gửi về|trước ngày|vướng mắc|giao ", re.IGNORECASE)


def is_closing(text: str, above: str) -> bool:
    """Whether a paragraph speaks to all again, as those behind the last item of a list do.

    `above` is the text of that item: a mere heading waits for the paragraph that says what it is about.
    """
    maybe = _MAYBE_CLOSING.match(text) and _SAID.match(above)
    return bool(_CLOSING.match(text)) or bool(maybe) or is_general(text)


def is_formula(text: str) -> bool:
    """Whether a sentence only closes or enacts the document and asks for nothing that could be followed up."""
    if not _FORMULA.match(text.lstrip(" ./")):
        return False
    sentences = [said for said in SENTENCE.split(text.strip(" ./")) if said.strip()]
    return bool(sentences) and all(_FORMULA.fullmatch(said) and not _ASKS.search(said) for said in sentences)


def is_about_plan(verb: str) -> bool:
    """Whether a duty is about carrying out this very document: "theo dõi, đôn đốc việc thực hiện Kế hoạch này"."""
    whole = _IS_STANDING_BODY.fullmatch(verb) or _WATCHES.fullmatch(verb)
    return bool(_EARNESTLY.match(verb) or whole) or (is_standing(verb) and bool(_THIS_PLAN.search(verb)))


def pays(verb: str) -> bool:
    """Tell whether a duty is to find the money for the plan: "tham mưu bố trí kinh phí", whatever its place."""
    return bool(_PAYS.match(verb))


def governs(verb: str) -> bool:
    """Tell whether a clause is about the plan's own business: a unit's own plan, its money, propagating, urging."""
    return bool(_PAYS.match(verb) or _GOVERNS.match(verb)) or is_about_plan(verb) or is_standing(verb)


def is_general(text: str) -> bool:
    """Tell whether a clause says of all tasks when they are due."""
    return bool(_GENERAL.match(text)) and time_phrase(text, lone=False) is not None


def general_partners(text: str) -> str:
    """Return the words that name who assists with all tasks: "đơn vị phối hợp là trưởng các thôn"; or nothing."""
    found = _ALL_ASSISTED.search(text) if "phối hợp" in text else None
    return found["who"].strip(" .;)") if found else ""


def is_standing(verb: str) -> bool:
    """Whether what is done has no end: "theo dõi, đôn đốc"."""
    return bool(_STANDING.match(verb))


def is_report(verb: str, *, timed: bool, to_someone: bool) -> bool:
    """Whether a clause makes somebody owe a report to somebody."""
    lower = verb.lower()
    if not _REPORT.search(lower) or not to_someone:
        return False
    head = re.sub(r"^(?:định kỳ|hằng năm|hàng năm|đột xuất|khi|nếu|trường hợp)\b[^,]{0,80},\s*", "", lower)
    return timed or bool(
        re.match(
            r"(?:có trách nhiệm |chủ động |phải )?(?:tổng hợp,? )?(?:và )?"
            r"(?:(?:gửi |xây dựng |lập )?(?:báo cáo|kết quả)|(?:gửi|cung cấp) số liệu"
            r"|báo (?:tin|ngay|kết quả|số liệu)"
            r"|thông báo (?:ngay|cho))",
            head,
        )
    )
