"""The words that sentences of a plan are taken apart by: verbs of duties, charges, reports, adverbials."""

import re

from documents.duty_verbs import DUTY_VERBS, NAMED_VERBS
from domain.unit_lexicon import COMPOUNDS, PURPOSES, VERBS
from domain.unit_tails import CLAUSE_VERBS
from domain.word_trie import alternation

# A stop ends a sentence behind a small letter, a digit or an office's capitals ("UBND."), not behind "TP." or "TT.".
SENTENCE = re.compile(
    r"(?<=[^\s.A-ZĐ])[.!?…]+/?\.?\s+(?=[\"“(]?[A-ZĐÀ-Ỹ])"
    r"|(?<=[A-ZĐ&]{2})(?<!\bT[PTXMLSH])(?<!\bKT)(?<!\b[BGP]S)\.\s+(?=[A-ZĐÀ-Ỹ])"
)
STOP = re.compile(r"[.!?…/]\s")
COUNTED = re.compile(r"(?<!tháng)(?<!ngày)(?<!năm)(?<!quý)\s\d{1,2}$", re.IGNORECASE)
SEMICOLON = re.compile(r"\s*;\s*")
# When, said before what is to be done: "mỗi năm tổ chức 04 lớp", "ngày 25 hàng tháng tổng hợp báo cáo".
TIMED = (
    r"(?:(?:(?:trước |vào )?ngày \d{1,2} )?(?:hằng|hàng|mỗi|từng) (?:tuần|tháng|quý|năm),? "
    r"|(?:vào )?(?:cuối|đầu) (?:mỗi )?(?:tuần|tháng|quý|năm),? )"
)
VERB_START = re.compile(
    rf"(?:và\s+)?(?:{alternation((*VERBS, *DUTY_VERBS, *CLAUSE_VERBS))}|không (?!quá|muộn|chậm|trễ|sau|kể|có"
    rf"|phải|để quá)|(?:trong )?quá trình|nếu|trường hợp|khi có)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    rf"(?:theo|trong|trên cơ sở|với|tùy|khi|ngay|tại|thuộc)\s[^;:.]{{3,150}}?[\s,]+(?<!được )(?<!bị )"
    rf"(?={VERB_START.pattern})",
    re.IGNORECASE,
)
INTRO = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Ngoài|Ngay sau khi|Sau khi|Hằng|Hàng|Định kỳ|Trước|Khi|Trong"
    r"|Quá trình|Nếu|Trường hợp|Thực hiện"
    r"|Chậm nhất|Muộn nhất|Đến|Từ|Kết thúc|Tháng|Quý|Ngày|Tuần|Đầu|Cuối|Giữa|Năm|\d{1,2}(?:[/.-]\d{1,2}| tháng))\b"
)
ADDING = re.compile(
    r"(?:Bổ sung|Thêm)\s[^:;.]{2,120}:\s*[\"“](?:(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*)[.)]\s*)?(?=\S)"
)
TOPIC = re.compile(
    rf"{ADDING.pattern}|(?:Về|Đối với|Liên quan (?:đến|tới)|Riêng)\s[^:;.]{{2,120}}:\s+(?=\S)"
    r"|[A-ZĐÀ-Ỹ][^:;.()]{2,80}:\s+(?=[A-ZĐÀ-Ỹ])"
)
FINISHING = re.compile(
    r"(?:và\s+)?(?:hoàn thành|hoàn tất|thực hiện|xong|kết thúc|tiến hành|triển khai|bắt đầu|duy trì)[\s,]+"
    r"(?:\d{1,3}(?:,\d+)?\s*%|(?:trước|trong|chậm nhất|muộn nhất|thường xuyên|định kỳ|hằng|hàng"
    r"|từ (?:ngày|tháng|quý|nay|\d)|vào"
    r"|ngay|đến|xong|mỗi|quý|tháng|liên tục|khi|sau khi|sau \d|tối thiểu|ít nhất)\b)"
)
GROUND = re.compile(r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Thực hiện)\b")
CHARGE = re.compile(
    r"(?:[-+*•]\s*)?(?:(?:trân trọng |kính )?(?:giao|mời|đề nghị|yêu cầu|phân công|chỉ thị))"
    r"(?: trách nhiệm| nhiệm vụ)?(?: cho)?\s+",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"(?:,\s+(?:và\s+)?|\s+và\s+)(?=(?:định kỳ[^;.]{0,60}?,?\s)?"
    rf"{TIMED}?"
    r"(?:tổng hợp(?:\s(?:kết quả|số liệu|tình hình))?,?\s)?(?:và\s)?(?:gửi\s)?báo cáo(?=\s|\W*$)[^;.]*)",
    re.IGNORECASE,
)
REPORT_BEGUN = re.compile(r"(?:^|[,;:]\s+|\s)báo cáo\s+[A-ZĐÀ-Ỹ]")
PREPARING = re.compile(
    r"(?:(?:là|làm) (?:cơ quan |đơn vị )?đầu mối,?\s+)?"
    r"(?:(?:có trách nhiệm|chịu trách nhiệm|chủ động|kịp thời|thường xuyên|tiếp tục|định kỳ|(?:hằng|hàng|mỗi) \w+"
    r"|giúp)"
    r"[\s,]+)*"
    r"(?:tổng hợp|thống kê|sơ kết|tổng kết|đánh giá|lập|xây dựng (?:dự thảo )?báo cáo|(?:gửi )?báo cáo|rà soát"
    r"|tham mưu|theo dõi|cập nhật|nắm|thực hiện (?:chế độ|nghiêm|việc|công tác)|chấp hành|khai báo)\b",
    re.IGNORECASE,
)
# Seen in lower case behind a whole name, these end it.
_ENDING_NAMES = {verb for verb in DUTY_VERBS if " " in verb} - set(PURPOSES) - set(COMPOUNDS) - NAMED_VERBS
# Watching over the plan, which is a duty beside the report that is owed at its end.
_WATCH = r"(?:theo dõi|đôn đốc|hướng dẫn|kiểm tra|giám sát)"
WATCHING = re.compile(
    r"(?:(?:chủ trì|là (?:cơ quan )?đầu mối|làm đầu mối|giúp [^,]{3,40}|có trách nhiệm|thường xuyên),? )*"
    rf"{_WATCH}(?P<more>(?:(?:,| và) {_WATCH}\b)*)"
    r"(?: [^,;.]{3,60})?",
    re.IGNORECASE,
)
INNER_VERB = re.compile(rf"(?<= )(?:{alternation(sorted(_ENDING_NAMES))})\b")
_is_long = re.compile(r"\w+ \w").match
STRANGER = re.compile(
    rf"(?P<who>[A-ZĐÀ-Ỹ][^;:.()\d]{{2,60}}?)[\s,]+"
    rf"(?=(?:có trách nhiệm|chịu trách nhiệm|báo|{alternation((*VERBS, *filter(_is_long, DUTY_VERBS)))})\b)"
)
NO_STRANGER = re.compile(
    rf"(?:{VERB_START.pattern}|{INTRO.pattern}|{CHARGE.pattern}"
    r"|(?:Công tác|Việc|Kế hoạch|Kinh phí|Nguồn|Nội dung|Thời gian|Thời hạn|Đối tượng|Địa điểm|Hình thức"
    r"|Thành phần|Chi tiết|Tỷ lệ|Tình hình|Đây|Các nhiệm vụ|Những|Chế độ|Trong"
    r"|Hồ sơ|Quy trình|Chương trình|Dự án|Đề án|Chỉ tiêu|Mục tiêu|Kết quả|Số|Mức|Năm|Mọi|Văn bản|Một số|Lưu ý|Phần"
    r"|Kính|Trân trọng|Xin|Rất mong|Hệ thống|Tài liệu|Danh sách|Quá trình|Trên)\b)",
    re.IGNORECASE,
)
