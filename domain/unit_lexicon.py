"""The words Vietnamese authorities are named with: heads, sectors, levels, abbreviations, verbs that end a name.

Plain tables, no logic. Sector names are those of Decrees 24/2014, 37/2014, 45/2025 and 150/2025/NĐ-CP (offices of
provinces, districts and, since July 2025, communes); abbreviations are those of everyday paper.
"""


def _list(text: str) -> tuple[str, ...]:
    return tuple(" ".join(word.split()) for word in text.split(","))


# Sectors by what is left of an abbreviation when "-", "&", "," and "và" are taken out.
SECTORS: dict[str, str] = {
    "LĐTBXH": "Lao động - Thương binh và Xã hội",
    "TNMT": "Tài nguyên và Môi trường",
    "GDĐT": "Giáo dục và Đào tạo",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn",
    "NNMT": "Nông nghiệp và Môi trường",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch",
    "VHTT": "Văn hóa và Thông tin",
    "VHXH": "Văn hóa - Xã hội",
    "KHĐT": "Kế hoạch và Đầu tư",
    "KHCN": "Khoa học và Công nghệ",
    "TTTT": "Thông tin và Truyền thông",
    "GTVT": "Giao thông vận tải",
    "TCKH": "Tài chính - Kế hoạch",
    "KTHT": "Kinh tế - Hạ tầng",
    "KTHTĐT": "Kinh tế, Hạ tầng và Đô thị",
    "QLĐT": "Quản lý đô thị",
    "CT": "Công Thương",
    "XD": "Xây dựng",
    "YT": "Y tế",
    "NV": "Nội vụ",
    "TC": "Tài chính",
    "TP": "Tư pháp",
}

# Sector names that need no abbreviation but must be known to split "các Sở: Y tế, Nội vụ".
SECTOR_NAMES: tuple[str, ...] = (
    *SECTORS.values(),
    "Dân tộc và Tôn giáo",
    "Du lịch",
    "Ngoại vụ",
    "Quy hoạch - Kiến trúc",
    "Văn hóa và Thể thao",
    "Văn hóa",
    "Kinh tế",
    "Dân tộc",
    "Giao thông Vận tải",
    "Công thương",
)

# Words inside a sector's name that are often left abbreviated: "Lao động - TB&XH".
INNER: tuple[tuple[str, str], ...] = (
    ("TB&XH", "Thương binh và Xã hội"),
    ("TBXH", "Thương binh và Xã hội"),
    ("TB-XH", "Thương binh và Xã hội"),
    ("PTNT", "Phát triển nông thôn"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("KCN", "khu công nghiệp"),
    ("KKT", "khu kinh tế"),
)

# Abbreviations that open a name. The longest comes first.
HEADS: tuple[tuple[str, str], ...] = (
    ("UBMTTQVN", "Ủy ban MTTQ Việt Nam"),
    ("UBMTTQ", "Ủy ban MTTQ"),
    ("UB MTTQ", "Ủy ban MTTQ"),
    ("UBND", "Ủy ban nhân dân"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("BCHQS", "Ban Chỉ huy Quân sự"),
    ("BCH Quân sự", "Ban Chỉ huy Quân sự"),
    ("BCH QS", "Ban Chỉ huy Quân sự"),
    ("HLHPN", "Hội Liên hiệp Phụ nữ"),
    ("Hội LHPN", "Hội Liên hiệp Phụ nữ"),
    ("HĐND", "Hội đồng nhân dân"),
    ("BQL", "Ban Quản lý"),
    ("VP", "Văn phòng"),
    ("CA", "Công an"),
)

# Other spellings of the same letters.
SPELLINGS: tuple[tuple[str, str], ...] = (
    ("Uỷ ban", "Ủy ban"),
    ("uỷ ban", "ủy ban"),
    ("Toà án", "Tòa án"),
    ("Ủy Ban", "Ủy ban"),
    ("Uỷ Ban", "Ủy ban"),
    ("Nhân dân", "nhân dân"),
    ("Nhân Dân", "nhân dân"),
)

# A name starts with one of these and goes on with a word of its own.
NAME_HEADS = _list("""
    Sở, Phòng, Ban, Bộ, Cục, Chi cục, Tổng cục, Vụ, Ủy ban, Uỷ ban, UBND, UBMTTQ, UB, MTTQ, Mặt trận, HĐND,
    Hội đồng, Văn phòng, VP, Công an, CA, BCH, BCHQS, Bảo hiểm, BHXH, Liên đoàn, LĐLĐ, Công đoàn, Hội, Đoàn,
    Tỉnh đoàn, Huyện đoàn, Thành đoàn, Trung tâm, Trạm, Đội, Tổ, Đài, Báo, Cổng, Trang, Trường, Bệnh viện,
    Công ty, Tổng công ty, Tập đoàn, Hợp tác xã, Liên minh, Hiệp hội, Thanh tra, Tòa án, Toà án, Viện, Kho
    bạc, Ngân hàng, Thuế, Hải quan, Điện lực, Bưu điện, Thường trực, Ban Thường vụ, Đảng ủy, Huyện ủy, Tỉnh
    ủy, Thành ủy, Đảng uỷ, Huyện uỷ, Tỉnh uỷ, Thành uỷ, Chủ tịch, Phó Chủ tịch, Thủ trưởng, Giám đốc,
    Trưởng, BQL, HLHPN, Bộ đội, Quân khu, Kiểm lâm, Chính phủ, Thủ tướng, Chi bộ, Đảng bộ, Bí thư, Ông, Bà,
    Đồng chí, Thư viện, Bảo tàng, Bộ Chỉ huy, Học viện, Lực lượng, Hiệu trưởng, Cán bộ, Công chức, Nhà máy,
    Xí nghiệp, Nhà văn hóa, Ban Chấp hành, Người
""")

# What classes are made of: "các sở, ban, ngành, đoàn thể", "các đơn vị, địa phương".
CLASS_NOUNS = _list("""
    sở, phòng, ban, ngành, đoàn thể, hội, đơn vị, địa phương, cơ quan, tổ chức, cá nhân, doanh nghiệp, xã,
    phường, thị trấn, đặc khu, huyện, quận, thị xã, thành phố, cấp, cơ sở, hiệp hội, hợp tác xã, trường,
    bệnh viện, trạm y tế, nhà thầu, chủ đầu tư, hội đoàn thể
""")

LEVELS = _list("""
    tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, thôn, bản
""")

# Lower-case words a duty begins with. A name cannot hold them: the sentence has gone on to what the unit does.
VERBS = _list("""
    tham gia, triển khai, thực hiện, tổ chức, xây dựng, chủ trì, phối hợp, tham mưu, theo dõi, đôn đốc, kiểm tra, giám
    sát, hướng dẫn, báo cáo, tổng hợp, rà soát, tuyên truyền, phổ biến, quán triệt, bố trí, cân đối, thẩm
    định, trình, ban hành, chỉ đạo, căn cứ, có trách nhiệm, chịu trách nhiệm, đẩy mạnh, tăng cường, nâng
    cao, tiếp tục, thường xuyên, kịp thời, chủ động, lồng ghép, đưa, cung cấp, cập nhật, gửi, phản ánh, đề
    xuất, kiến nghị, thanh tra, xử lý, điều tra, thống kê, vận động, hỗ trợ, huy động, đào tạo, tập huấn,
    huấn luyện, quan tâm, phát huy, phát động, đăng ký, lập, khai báo, nghiên cứu, đề nghị, quản lý, bảo
    đảm, đảm bảo, tạo điều kiện, khẩn trương, nghiêm túc, làm, mở, duy trì, kết nối, đánh giá, định kỳ, hoàn
    thành, ứng dụng, áp dụng, giao, phân công, yêu cầu, xem xét, quyết định, phê duyệt, điều chỉnh, sơ kết,
    tổng kết, hằng, hàng, trước, chậm nhất, muộn nhất, tích cực, cử, khảo sát, phát, có kế hoạch, có văn
    bản, có ý kiến, đồng thời, chấn chỉnh, phân bổ, lựa chọn, xác định, khắc phục, giải quyết, tiếp nhận,
    công khai, công bố, đăng tải, nhân rộng, khen thưởng, biểu dương, tự kiểm tra, phòng ngừa, thành lập,
    kiện toàn, tăng, giảm, mời, niêm yết, cải thiện, sắp xếp, ưu tiên, thông báo, tiến hành, chuẩn bị, cam
    kết, chăm lo, giới thiệu, khuyến khích, ký kết, liên hệ, lưu trữ, nắm, nhắc nhở, ngăn chặn, rút kinh
    nghiệm, sửa chữa, soạn thảo, thiết lập, thu thập, thu hút, tích hợp, tiếp thu, trang bị, trao đổi, vận
    hành, biên soạn, cải tạo, cài đặt, chia sẻ, củng cố, diễn tập, dự báo, hoàn thiện, hoàn chỉnh, khai
    thác, quan trắc, kêu gọi, mua sắm, nâng cấp, phân tích, phân loại, số hóa, thay thế, thẩm tra, thí điểm,
    thu gom, tuần tra, ứng phó, xác minh, xúc tiến, đảm nhiệm, đối thoại, nghiệm thu, bàn giao, tạo lập, kê
    khai, nhận, ghi, họp, viết
""")

# Other lower-case words a name cannot hold.
STOPS = _list("""
    do, là, được, cần, phải, để, theo, trên cơ sở, trong, tại, khi, nếu, qua, gồm, biết, nhằm, vào, bằng, in,
    như, đầu mối, kết quả, tình hình, việc, nội dung, số liệu, danh sách, kinh phí, vướng mắc, khó khăn
""")

# After these words the verb belongs to the name: "Ban quản lý", "đơn vị sử dụng lao động".
VERB_IN_NAME: dict[str, frozenset[str]] = {
    "ban": frozenset({"chỉ đạo", "quản lý", "tổ chức", "kiểm tra", "thanh tra"}),
    "tâm": frozenset({"hỗ trợ", "đào tạo", "quản lý", "huấn luyện", "kiểm tra"}),
    "quan": frozenset(
        {"quản lý", "thanh tra", "kiểm tra", "báo cáo", "chủ trì", "chỉ đạo", "được", "có ý kiến"}
    ),
    "vị": frozenset({"quản lý", "chủ trì", "được"}),
    "đoàn": frozenset({"kiểm tra", "thanh tra", "giám sát"}),
    "sở": frozenset({"đào tạo"}),
    "chức": frozenset({"huấn luyện"}),
    "tổ": frozenset({"giám sát", "kiểm tra", "thanh tra", "tổ chức"}),
    "đội": frozenset({"kiểm tra", "quản lý", "thanh tra"}),
}
