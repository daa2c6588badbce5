"""The fixed shapes in which a sentence names a time: a bound and its day, a rhythm, a distance from an event."""

import re

from domain.date_words import DATE_PATTERN
from domain.word_trie import alternation

_HOUR = r"(?:\d{1,2}\s*(?:giờ|h)(?:\s*\d{1,2})?(?:\s*phút)?,?\s+)"
_WEEKDAY = (
    r"(?:(?:sáng|chiều)\s+)?thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])(?!\w)(?:\s+(?:hằng|hàng|mỗi)\s+tuần)?"
)
_DATES = rf"(?:{DATE_PATTERN})(?:\s*(?:,|và|hoặc)\s*(?:trước\s+)?(?:{DATE_PATTERN}))*"
_SCHOOL = rf"(?:ngày\s+)?khai giảng(?:\s+năm học(?:\s+mới)?)?(?:\s*\(?(?:{DATE_PATTERN})\)?)?"
PERIOD = r"(?:tuần|tháng|quý|năm)"
EACH = r"(?:hằng|hàng|mỗi)"
_TAIL = r"(?:(?!\s(?:phải|thì)\s)[^,;.()]){2,120}"
_N = r"(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|mười)"
_ATOMS = (
    (
        rf"(?:(?:hoàn thành|xong|thực hiện)\s+)?(?:(?:chậm nhất|muộn nhất)(?:\s+(?:là|vào|đến|trong))*|trước"
        rf"|đến hết|đến|hết|trong|vào)\s+(?:(?:trước|hết)\s+)?{_HOUR}?"
        rf"(?:{_DATES}|{_SCHOOL}|{_WEEKDAY}|{EACH}\s+ngày)"
    ),
    rf"đợt\s+\d\s*:?\s*(?:{DATE_PATTERN})(?:\s*[,;]\s*đợt\s+\d\s*:?\s*(?:{DATE_PATTERN}))*",
    r"(?:vào|trong)\s+các\s+tháng\s+\d{1,2}(?:\s*(?:,|và)\s*\d{1,2})+",
    r"trong\s+(?:0?[369]|ba|sáu|chín)\s+tháng\s+(?:đầu|cuối)\s+năm(?:\s+\d{4})?",
    rf"{EACH}\s+(?:\d{{1,2}}|hai|ba|sáu)\s+{PERIOD}(?!\w)",
    rf"{EACH}\s+{PERIOD}\s+(?:(?:ít nhất|tối thiểu)\s+)?(?:\d{{1,2}}|một|hai)\s+\w+",
    (
        rf"(?:(?:định kỳ|chế độ)\s+)?{EACH}\s+(?:ngày|{PERIOD})"
        r"(?:\s*,\s*(?:hằng |hàng )?(?:quý|năm|6 tháng))*"
    ),
    (
        r"định kỳ(?:\s+(?:(?:0?\d|sáu|ba)\s+tháng(?:\s+(?:một|1)\s+lần|/lần)?"
        r"(?:\s*(?:,|và)\s*(?:hằng |hàng |cả |0?1 )?năm)?|quý|tháng|năm))?"
    ),
    rf"(?:\d{{1,2}}|một|hai)\s+lần\s+(?:một|mỗi|trong)\s+{PERIOD}(?!\w)|nửa\s+(?:tháng|năm)\s+(?:một|0?1)\s+lần",
    rf"(?:một|0?1)\s+{PERIOD}\s+(?:ít nhất\s+)?(?:\d{{1,2}}|một|hai|ba)\s+lần(?!\w)",
    rf"(?:\d{{1,2}}|một|hai)\s+lần\s*/\s*{PERIOD}|\d{{1,2}}\s+(?:tuần|tháng)\s*(?:/\s*(?:01\s+)?|một\s+)lần",
    rf"\d{{1,2}}\s+(?:lớp|cuộc|đợt|tin|(?:tin,\s*)?bài|buổi|hội nghị|kỳ|lượt|số|chuyên mục)\s*/\s*{PERIOD}(?!\w)",
    rf"(?:vào|nhân|trong)\s+dịp\s+(?:ngày\s+)?(?:{DATE_PATTERN})",
    r"(?:vào|trong)\s+nửa\s+(?:đầu|cuối|sau)\s+tháng\s+\d{1,2}(?:/\d{4})?",
    rf"ngày\s+\d{{1,2}}\s+{EACH}\s+(?:tháng|quý)",
    (
        r"(?:thực hiện|duy trì)\s+(?:thường xuyên|liên tục)"
        r"(?:,?\s+(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm))?"
    ),
    (
        r"(?<!kiểm tra )(?<!thanh tra )(?<!giám sát )(?<!hậu kiểm )đột xuất|khi (?:có|được) (?:yêu cầu|chỉ đạo)"
        r"(?:\s+của [^,;.()]{2,60})?|theo yêu cầu của [^,;.()]{2,60}"
    ),
    (
        r"(?:trong\s+(?:vòng|thời hạn|thời gian)\s+|chậm nhất(?: là)?\s+|sau\s+)?\d{1,3}\s*(?:\([^()]{1,20}\)\s*)?"
        rf"(?:phút|giờ|ngày làm việc|ngày|tuần)(?:\s+làm việc)?,?\s+(?:kể từ|tính từ|sau khi)\s+{_TAIL}"
    ),
    (
        rf"(?:(?:trong(?:\s+(?:vòng|thời hạn|thời gian))?|chậm nhất(?:\s+là)?|muộn nhất|ít nhất|tối thiểu|tối đa"
        rf"|không quá|sau|trước)\s+){{0,2}}(?<![\d/]){_N}\s*(?:\([^()]{{1,20}}\)\s*)?"
        r"(?:phút|giờ|tiếng|ngày làm việc|ngày|tuần|tháng|năm)(?:\s+làm việc)?,?\s+"
        rf"(?:kể từ|tính từ|sau khi|từ khi|từ ngày\s+(?!\d)|trước khi|trước ngày\s+(?!\d)|so với|khi)\s*{_TAIL}"
    ),
    (
        r"sau\s+(?:khi|mỗi|từng)\s+[^,;.()\d]{2,80},\s+(?:chậm nhất|trong(?:\s+vòng|\s+thời hạn)?|không quá)\s+"
        r"\d{1,3}\s+(?:ngày làm việc|ngày|giờ|tuần)(?!\w)(?!\s+(?:kể|tính|sau|trước|từ))"
    ),
    (
        r"sau\s+(?:khi|mỗi|từng)\s+[^,;.()\d]{2,60}\s+(?<!trong )(?<!vòng )\d{1,2}"
        r"\s+(?:ngày làm việc|ngày|giờ|tuần)(?!\w)"
    ),
    (
        r"(?:chậm nhất(?: là)?\s+)?(?:trong (?:vòng |thời hạn |thời gian )?)?\d{1,3}\s+(?:ngày làm việc|ngày|giờ"
        rf"|tuần|phút)\s+sau\s+(?!khi\s)\w{_TAIL}"
    ),
    (
        r"khi\s+(?:xảy ra|có|phát hiện|phát sinh|nhận)\s[^,;.()\d]{2,60}\s(?:trong|chậm nhất|không quá)\s(?:vòng\s"
        r"|thời hạn\s)?\d{1,3}"
        r"\s+(?:giờ|ngày làm việc|ngày)(?!\w)"
    ),
    r"trước\s+(?:khi\s+)?[^,;.()\d]{2,40}\s+(?:ít nhất\s+)?\d{1,3}\s+(?:phút|giờ|ngày làm việc|ngày)(?=[\s.;,)]*$)",
    (
        r"(?<!chi )(?<!dục )(?<!tạo )(?<!vụ )(?<!động )thường xuyên(?:,?\s+(?:hằng|hàng)\s+(?:năm|quý"
        r"|tháng))?(?=[\s.;,)]*$)"
    ),
    r"(?:quanh|suốt|cả)\s+năm(?=[\s.;,)]*$)",
    r"trong\s+(?:vòng\s+|thời hạn\s+|thời gian\s+)?\d{1,3}\s+(?:ngày làm việc|ngày|giờ|tuần)(?!\w)(?=[\s.;,]*$)",
    r"(?:từ\s+)?năm\s+\d{4}\s+(?:và|đến)\s+(?:các|những)\s+năm\s+(?:tiếp theo|sau|tiếp|kế tiếp)",
    r"từ\s+(?:tháng\s+\d{1,2}(?:/|\s+năm\s+)|năm\s+)\d{4}\s+trở đi",
    r"vào\s+ngày\s+cuối(?:\s+cùng)?(?:\s+(?:của|mỗi|hằng|hàng))*\s+(?:tháng|quý)",
    rf"(?:ngay\s+(?:sau\s+)?|trước\s+|sau\s+)khi\s+{_TAIL}",
    rf"từ\s+(?:{DATE_PATTERN})\s*(?:[-–]|đến)\s*(?:hết\s*)?(?:{DATE_PATTERN})",
    r"quý (?:iv|iii|ii|i)\s*(?:/|năm )\s?\d{4}|tháng \d{1,2}\s*(?:/|năm )\s?\d{4}",
)
# What an atom begins with: looked for first, since most words of a sentence begin none.
_FIRST = (
    "hoàn thành", "xong", "thực hiện", "chậm nhất", "muộn nhất", "trước", "đến", "hết", "trong", "vào", "đợt", "hằng",
    "hàng", "mỗi", "định kỳ", "chế độ", "một", "hai", "ngày", "duy trì", "đột xuất", "khi ", "theo yêu cầu", "sau",
    "ngay", "từ", "quý", "tháng", "năm", "thường xuyên", "quanh", "suốt", "cả", "muộn nhất", "ít nhất", "tối thiểu",
    "tối đa", "không quá", "ba", "bốn", "sáu", "bảy", "mười", "nửa",
)  # fmt: skip
ATOM = re.compile(rf"(?<!\w)(?=\d|{alternation(_FIRST)})(?:{'|'.join(f'(?:{atom})' for atom in _ATOMS)})")
