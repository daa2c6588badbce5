"""The words that tell one thing about a victim from another. Typed without accents they count as well."""

MALE = ("anh", "ông", "chú", "cậu")
FEMALE = ("chị", "bà", "cô", "thím", "dì", "mợ")
TITLES = (*MALE, *FEMALE, "bác", "cháu", "bạn", "em", "tên là", "tên", "họ tên")
"""Forms of address a name follows; those of MALE and FEMALE tell the sex."""
ONLY_ACCENTED = frozenset({"bà", "cô", "dì", "mợ", "cậu", "bạn", "cháu"})
"""Those whose bare spelling is mostly another word: "ba" three, "co" có, "cau" cầu."""
JOBS = (
    "thợ phụ", "thợ", "công nhân", "kỹ sư", "kỹ thuật viên", "lái xe", "lái máy", "lái cẩu", "tài xế",
    "phụ hồ", "phụ xe", "phụ bếp", "bảo vệ", "nông dân", "giám sát", "quản đốc", "tổ trưởng", "đội trưởng",
    "chỉ huy trưởng", "đốc công", "nhân viên", "học việc", "thực tập sinh", "sinh viên", "vận hành máy",
    "lao công", "tạp vụ", "ngư dân", "thuyền viên", "thuyền trưởng", "giao hàng", "shipper", "bốc vác",
    "bốc xếp", "giáo viên", "y tá", "điều dưỡng", "đầu bếp", "thủ kho", "kế toán", "lao động tự do",
    "lao động phổ thông", "cán bộ", "nghề nghiệp", "nghề",
)  # fmt: skip
HARM = (
    "điện giật", "bị thương", "thương tích", "chấn thương", "bất tỉnh", "hôn mê", "khó thở", "chảy máu",
    "xuất huyết", "ngộ độc", "nhiễm độc", "bong gân", "tổn thương", "xây xát", "nguy kịch", "mất tích",
    "mất ngón", "mất tay", "mất chân", "mất máu", "tử vong", "tử nạn", "qua đời", "đa chấn thương",
    "gãy", "gẫy", "đứt", "dập", "giập", "bỏng", "phỏng", "vỡ", "trầy", "xước", "rách", "trật", "trẹo", "ngất",
    "ngạt", "nát", "cụt", "thủng", "sưng", "bầm", "thâm", "đau", "lột", "kẹt", "choáng", "liệt", "mù", "chết",
    "mất", "nặng", "nhẹ", "cuốn", "đè", "ngã", "rơi", "té",
)  # fmt: skip
BOUNDS = (
    "bị", "đã", "đang", "vừa", "mới", "khi", "lúc", "ở", "tại", "trong", "ngoài", "và", "thì", "là", "có",
    "tuổi", "sinh", "năm", "quê", "nhà", "sn", "không", "chưa", "do", "vì", "nên", "rồi", "ạ", "với", "cùng",
    "còn", "đưa", "được", "của", "người", "nam", "nữ", "chứ", "mà",
)  # fmt: skip
"""Words no occupation goes over and no name begins with."""
NO_NAME = (
    "ấy", "này", "đó", "kia", "ta", "tôi", "em", "chủ", "nào", "gì", "ai", "mình", "họ", "nó", "làm", "phụ",
    "trưởng", "công", "kỹ", "bảo", "trực", "tổ", "đội", "thầy", "hai bên", "cũng", "đều", "hiện", "nay",
    "tuổi", "sinh", "bên", "trên", "dưới", "các", "một", "những", "mấy", "vẫn", "nằm", "chỉ", "thợ", "không",
    "nhập", "đi", "về", "cứ", "nhớ", "nghe", "bán", "giúp", "cho", "xem", "gửi", "báo", "gọi", "đơn vị",
    "xã", "phường",
)  # fmt: skip
"""Words after a form of address that are no name: "anh ấy", "anh làm"."""
SURNAMES = frozenset({
    "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
    "duong", "ly", "dinh", "trinh", "doan", "mai", "to", "luong", "truong", "dao", "cao", "ha", "chu", "lam",
    "thai", "quach", "nong", "ma", "lo", "giang", "vang", "sung", "tong", "ta", "kieu", "luu", "trieu",
})  # fmt: skip
