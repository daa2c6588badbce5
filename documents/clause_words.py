"""The words that sentences of a plan are taken apart by: verbs of duties, charges, reports, adverbials."""

import re

from domain.unit_lexicon import VERBS
from domain.word_trie import alternation

# A stop ends a sentence behind a small letter, a digit or an office's capitals ("UBND."), not behind "TP." or "TT.".
SENTENCE = re.compile(
    r"(?<=[^\s.A-ZĐ])[.!?…]+/?\.?\s+(?=[\"“(]?[A-ZĐÀ-Ỹ])"
    r"|(?<=[A-ZĐ&]{2})(?<!\bT[PTXMLSH])(?<!\bKT)(?<!\b[BGP]S)\.\s+(?=[A-ZĐÀ-Ỹ])"
)
COUNTED = re.compile(r"(?<!tháng)(?<!ngày)(?<!năm)(?<!quý)\s\d{1,2}$", re.IGNORECASE)
SEMICOLON = re.compile(r"\s*;\s*")
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
VERB_START = re.compile(
    rf"(?:và\s+)?(?:{alternation((*VERBS, *_DUTY_VERBS))}|(?:trong )?quá trình|nếu|trường hợp|khi có)\b",
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
    r"|Chậm nhất|Đến|Từ|Kết thúc)\b"
)
GROUND = re.compile(r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Theo|Thực hiện)\b")
CHARGE = re.compile(
    r"(?:[-+*•]\s*)?(?:(?:trân trọng |kính )?(?:giao|mời|đề nghị|yêu cầu|phân công|chỉ thị))"
    r"(?: trách nhiệm| nhiệm vụ)?(?: cho)?\s+",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r",\s+(?:và\s+)?(?=(?:định kỳ[^;.]{0,60}?,?\s)?(?:tổng hợp,?\s)?(?:và\s)?(?:gửi\s)?báo cáo\s[^;.]*)",
    re.IGNORECASE,
)
PREPARING = re.compile(
    r"(?:(?:là|làm) (?:cơ quan |đơn vị )?đầu mối,?\s+)?"
    r"(?:(?:có trách nhiệm|chịu trách nhiệm|chủ động|kịp thời|thường xuyên|tiếp tục|định kỳ|giúp)\s+)*"
    r"(?:tổng hợp|thống kê|sơ kết|tổng kết|đánh giá|lập|xây dựng (?:dự thảo )?báo cáo|(?:gửi )?báo cáo|rà soát"
    r"|tham mưu|theo dõi|cập nhật|nắm|thực hiện (?:chế độ|nghiêm|việc|công tác)|chấp hành|khai báo)\b",
    re.IGNORECASE,
)
STRANGER = re.compile(
    rf"(?P<who>[A-ZĐÀ-Ỹ][^;:.()\d]{{2,60}}?)[\s,]+(?=(?:có trách nhiệm|chịu trách nhiệm|{alternation(VERBS)})\b)"
)
NO_STRANGER = re.compile(
    rf"(?:{VERB_START.pattern}|{INTRO.pattern}|{CHARGE.pattern}"
    r"|(?:Công tác|Việc|Kế hoạch|Kinh phí|Nguồn|Nội dung|Thời gian|Thời hạn|Đối tượng|Địa điểm|Hình thức"
    r"|Thành phần|Chi tiết|Tỷ lệ|Tình hình|Đây|Các nhiệm vụ|Những|Chế độ|Trong"
    r"|Hồ sơ|Quy trình|Chương trình|Dự án|Đề án|Chỉ tiêu|Mục tiêu|Kết quả|Số|Mức|Năm|Mọi|Văn bản|Một số|Lưu ý|Phần"
    r"|Hệ thống|Tài liệu|Danh sách|Quá trình|Trên)\b)",
    re.IGNORECASE,
)
