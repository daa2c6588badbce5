"""The fixed phrases that text without accents is read by. Plain tables, no logic."""

from typing import Final

HEADINGS: Final = (
    *("kế hoạch", "chương trình", "quyết định", "chỉ thị", "dự thảo", "phụ lục", "nơi nhận", "kính gửi"),
    *("mục đích", "yêu cầu", "mục tiêu", "chỉ tiêu", "quan điểm", "nhiệm vụ", "giải pháp", "nội dung"),
    *("tổ chức thực hiện", "phân công", "trách nhiệm", "kinh phí", "chế độ báo cáo", "tiến độ", "căn cứ"),
)
LABELS: Final = (
    *("đơn vị thực hiện", "đơn vị chủ trì", "đơn vị phối hợp", "đơn vị", "cơ quan", "cơ quan chủ trì"),
    *("cơ quan phối hợp", "cơ quan thực hiện", "chủ trì", "phối hợp với", "thời gian", "thời hạn"),
    *("thời gian thực hiện", "thời gian hoàn thành", "thời hạn hoàn thành", "sản phẩm", "kết quả", "số tt"),
    *(
        "giao cho",
        "cùng làm",
        "phụ trách",
        "người phụ trách",
        "hạn chót",
        "hạn cuối",
        "phối hợp cùng",
        "đầu mối",
    ),
)
LEVELLED: Final = (
    *(
        "trạm y tế",
        "trung tâm y tế",
        "hội liên hiệp phụ nữ",
        "hội phụ nữ",
        "hội nông dân",
        "hội cựu chiến binh",
    ),
    *(
        "hội người cao tuổi",
        "hội chữ thập đỏ",
        "đoàn thanh niên",
        "mặt trận tổ quốc việt nam",
        "ban chỉ huy quân sự",
    ),
    *(
        "ban chỉ huy",
        "trung tâm kiểm soát bệnh tật",
        "trung tâm cung ứng dịch vụ công",
        "trung tâm văn hóa",
        "công an",
    ),
    *(
        "trung tâm phục vụ hành chính công",
        "liên đoàn lao động",
        "đài truyền thanh",
        "bảo hiểm xã hội",
        "văn phòng",
    ),
    *(
        "công đoàn",
        "quân sự",
        "phụ nữ",
        "nông dân",
        "điện lực",
        "hạt kiểm lâm",
        "trường tiểu học",
        "trường mầm non",
    ),
)
CLASSES: Final = (
    "xã",
    "phường",
    "ấp",
    "thôn",
    "buôn",
    "phòng",
    "khoa",
    "tổ",
    "đội",
    "trường",
    "đơn vị",
    "hộ",
    "cơ sở",
)
SPHERES: Final = (
    *(
        "kỹ thuật",
        "nhân sự",
        "cơ điện",
        "vệ sinh",
        "hành chính",
        "kế toán",
        "tài chính",
        "kế hoạch",
        "tổ chức",
    ),
    *(
        "an toàn",
        "vật tư",
        "môi trường",
        "bảo vệ",
        "quản trị",
        "đào tạo",
        "sản xuất",
        "nghiệp vụ",
        "điều dưỡng",
    ),
)
UNITS: Final = (
    *(
        "ủy ban nhân dân",
        "các xã",
        "các xã, phường",
        "các xã, thị trấn",
        "các sở, ban, ngành",
        "các phòng, ban",
    ),
    *("ubnd tỉnh", "ubnd huyện", "ubnd xã", "ubnd các xã", "nhân dân tỉnh", "nhân dân huyện", "nhân dân xã"),
    *(
        "nhân dân các xã",
        "công an tỉnh",
        "công an huyện",
        "công an xã",
        "các đơn vị, địa phương",
        "liên quan",
    ),
    *("bảo hiểm xã hội", "liên đoàn lao động", "mặt trận tổ quốc", "đoàn thanh niên", "hội nông dân"),
    *("chức năng, nhiệm vụ", "trên địa bàn", "khu công nghiệp", "ban quản lý"),
)
TIMES: Final = (
    *(
        "thường xuyên",
        "hằng năm",
        "hằng quý",
        "hằng tháng",
        "hằng ngày",
        "tháng cuối quý",
        "cuối tháng",
        "định kỳ",
    ),
    *(
        "đột xuất",
        "khi có yêu cầu",
        "hoặc khi có yêu cầu",
        "hoặc đột xuất",
        "trước ngày",
        "chậm nhất",
        "hoàn thành",
        "cuối quý",
        "sáu tháng",
        "trong năm",
    ),
    *(f"thứ {day} hằng tuần" for day in ("hai", "ba", "tư", "năm", "sáu", "bảy")),
    *(
        "đoàn kiểm tra",
        "tổ công tác",
        "các huyện, thị xã",
        "các huyện, thành phố",
        "các xã, phường, thị trấn",
    ),
    *("trong tháng", "trong quý", "từ ngày", "đến ngày", "đến hết", "hằng tuần", "6 tháng đầu năm"),
)
