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
    "VHKHTT": "Văn hóa, Khoa học và Thông tin",
    "DTTG": "Dân tộc và Tôn giáo",
    "QHKT": "Quy hoạch - Kiến trúc",
    "KT": "Kinh tế",
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
    "Du lịch",
    "Ngoại vụ",
    "Văn hóa và Thể thao",
    "Văn hóa, Thông tin và Thể thao",
    "Văn hóa",
    "Kinh tế và Hạ tầng",
    "An toàn thực phẩm",
    "Dân tộc",
    "Quốc phòng",
    "Công an",
    "Ngoại giao",
)

# Words inside a sector's name that are often left abbreviated: "Lao động - TB&XH".
INNER: tuple[tuple[str, str], ...] = (
    ("TB&XH", "Thương binh và Xã hội"),
    ("TBXH", "Thương binh và Xã hội"),
    ("TB-XH", "Thương binh và Xã hội"),
    ("PTNT", "Phát triển nông thôn"),
    ("TNCS", "Thanh niên Cộng sản"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("KCN", "khu công nghiệp"),
    ("CCN", "cụm công nghiệp"),
    ("KKT", "khu kinh tế"),
    ("NHCSXH", "Ngân hàng Chính sách xã hội"),
    ("QLDA", "Quản lý dự án"),
    ("ĐTXD", "đầu tư xây dựng"),
    ("QLTT", "Quản lý thị trường"),
    ("PVHCC", "Phục vụ hành chính công"),
    ("CSXH", "Chính sách xã hội"),
    ("GDNN", "Giáo dục nghề nghiệp"),
    ("GDTX", "Giáo dục thường xuyên"),
    ("DVVL", "Dịch vụ việc làm"),
    ("KSBT", "Kiểm soát bệnh tật"),
    ("CHBĐBP", "Chỉ huy Bộ đội Biên phòng"),
    ("BĐBP", "Bộ đội Biên phòng"),
    ("CHQS", "Chỉ huy Quân sự"),
    ("LHPN", "Liên hiệp Phụ nữ"),
    ("CCB", "Cựu chiến binh"),
    ("DN", "doanh nghiệp"),
    ("HTX", "hợp tác xã"),
    ("MTTQVN", "MTTQ Việt Nam"),
)

# The same where they mean so only behind another word.
INNER_BEHIND: tuple[tuple[str, str, str], ...] = (
    ("Đài", "PT-TH", "Phát thanh - Truyền hình"),
    ("Đài", "PTTH", "Phát thanh - Truyền hình"),
    ("Đài", "PT&TH", "Phát thanh và Truyền hình"),
    ("Đài", "TT-TH", "Truyền thanh - Truyền hình"),
    ("Đài", "TTTH", "Truyền thanh - Truyền hình"),
    ("Hội", "ND", "Nông dân"),
    ("Hội", "PN", "Phụ nữ"),
    ("Hội", "CTĐ", "Chữ thập đỏ"),
    ("Hội", "NCT", "Người cao tuổi"),
    ("Đoàn", "TN", "Thanh niên"),
    ("(?:Ủy ban )?MTTQ", "VN", "Việt Nam"),
    ("Bộ", "CA", "Công an"),
    ("Phòng", "Tài chính - KH", "Tài chính - Kế hoạch"),
)

# Levels as addresses abbreviate them, behind the office they belong to.
LEVEL_SHORT: tuple[tuple[str, str], ...] = (
    ("TP", "thành phố"),
    ("TX", "thị xã"),
    ("TT", "thị trấn"),
    ("P.", "phường"),
    ("H.", "huyện"),
    ("Q.", "quận"),
    ("X.", "xã"),
)

# Abbreviations that open a name. The longest comes first.
HEADS: tuple[tuple[str, str], ...] = (
    ("UBMTTQVN", "Ủy ban MTTQ Việt Nam"),
    ("UBMTTQ", "Ủy ban MTTQ"),
    ("UB MTTQ", "Ủy ban MTTQ"),
    ("U.B.N.D", "Ủy ban nhân dân"),
    ("UBND", "Ủy ban nhân dân"),
    ("NHCSXH", "Ngân hàng Chính sách xã hội"),
    ("TTPVHCC", "Trung tâm Phục vụ hành chính công"),
    ("TTDVVL", "Trung tâm Dịch vụ việc làm"),
    ("TTYT", "Trung tâm Y tế"),
    ("TYT", "Trạm Y tế"),
    ("BHXH", "Bảo hiểm xã hội"),
    ("LĐLĐ", "Liên đoàn Lao động"),
    ("CĐCS", "Công đoàn cơ sở"),
    ("BCHQS", "Ban Chỉ huy Quân sự"),
    ("BCH Quân sự", "Ban Chỉ huy Quân sự"),
    ("BCH QS", "Ban Chỉ huy Quân sự"),
    ("HLHPN", "Hội Liên hiệp Phụ nữ"),
    ("HCCB", "Hội Cựu chiến binh"),
    ("HND", "Hội Nông dân"),
    ("HPN", "Hội Phụ nữ"),
    ("HĐND", "Hội đồng nhân dân"),
    ("BQLDA", "Ban Quản lý dự án"),
    ("BQL", "Ban Quản lý"),
    ("BCĐ", "Ban Chỉ đạo"),
    ("KBNN", "Kho bạc Nhà nước"),
    ("TAND", "Tòa án nhân dân"),
    ("VKSND", "Viện Kiểm sát nhân dân"),
    ("BĐBP", "Bộ đội Biên phòng"),
    ("P.", "Phòng"),
    ("VP", "Văn phòng"),
    ("PX", "Phân xưởng"),
    ("CA", "Công an"),
)

# Names and abbreviations that say enough without another word.
STANDS_ALONE = _list("""
    Hiệu trưởng, Phó Hiệu trưởng, Giám đốc, Phó Giám đốc, Tổng Giám đốc, Chủ tịch, Phó Chủ tịch, Chánh Văn phòng,
    Tỉnh đoàn, Tỉnh Đoàn, Huyện Đoàn, Thành Đoàn, Huyện đoàn, Thành đoàn, Công an, Quân sự, UBND, HĐND, MTTQ,
    UBMTTQ, UBMTTQVN, LĐLĐ, BHXH, Đảng ủy, Huyện ủy, Tỉnh ủy, Thành ủy, Mặt trận Tổ quốc, Thanh tra, Đoàn Thanh
    niên, Hội Nông dân, Hội Phụ nữ, Hội Cựu chiến binh, Công đoàn, Văn phòng, Trạm Y tế, TTYT, TYT, Viettel, VNPT,
    MobiFone, Điện lực, Bưu điện, EVN, Agribank, BIDV, Sacombank, Vietcombank, VietinBank, HND, HPN, HCCB, CĐCS, An
    toàn vệ sinh viên, Giáo vụ, Xã đội, Phường đội, Huyện đội, Tỉnh đội, Thôn đội trưởng, Ban biên tập, Nhà trường,
    Chỉ huy công trường, Tư vấn giám sát, Thủ kho, Thủ thư, Kế toán trưởng, Lái xe, Trạm xá, Liên đội, Bảo vệ, Tổng
    phụ trách, Văn thư, Kế toán, Thủ quỹ
""")

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
    Sở, Phòng, Ban, Bộ, Cục, Chi cục, Tổng cục, Vụ, Ủy ban, Uỷ ban, UBND, UBMTTQ, UB, MTTQ, Mặt trận, HĐND, Hội
    đồng, Văn phòng, VP, Công an, CA, BCH, BCHQS, Bảo hiểm, BHXH, Liên đoàn, LĐLĐ, Công đoàn, Hội, Đoàn, Tỉnh đoàn,
    Huyện đoàn, Thành đoàn, Trung tâm, Trạm, Đội, Tổ, Đài, Báo, Cổng, Trang, Trường, Bệnh viện, Công ty, Tổng công
    ty, Tập đoàn, Hợp tác xã, Liên minh, Hiệp hội, Thanh tra, Tòa án, Toà án, Viện, Kho bạc, Ngân hàng, Thuế, Hải
    quan, Điện lực, Bưu điện, Thường trực, Ban Thường vụ, Đảng ủy, Huyện ủy, Tỉnh ủy, Thành ủy, Đảng uỷ, Huyện uỷ,
    Tỉnh uỷ, Thành uỷ, Chủ tịch, Phó Chủ tịch, Thủ trưởng, Giám đốc, Trưởng, BQL, HLHPN, Bộ đội, Quân khu, Kiểm lâm,
    Chính phủ, Thủ tướng, Chi bộ, Đảng bộ, Bí thư, Ông, Bà, Đồng chí, Thư viện, Bảo tàng, Bộ Chỉ huy, Học viện, Lực
    lượng, Hiệu trưởng, Phó Hiệu trưởng, Cán bộ, Công chức, Nhà máy, Xí nghiệp, Nhà văn hóa, Ban Chấp hành, Người,
    Quân sự, Quỹ, Chi nhánh, Bộ phận, Câu lạc bộ, Phó Trưởng, Phó Giám đốc, Chỉ huy trưởng, Chánh Văn phòng, Chánh
    Thanh tra, Lãnh đạo, VNPT, Viettel, MobiFone, Khối, Tòa soạn, Đồn, Hạt, Cảng, Nông trường, Lâm trường, Đại học,
    Cảng vụ, Cảnh sát, Liên hiệp, Khoa, Xưởng, Phân xưởng, Quản đốc, Sư đoàn, Lữ đoàn, Trung đoàn, Tiểu đoàn, Đại
    đội, Hải đội, Hải đoàn, Ga, Vườn quốc gia, Viễn thông, Nghiệp đoàn, Cụm, Mạng lưới, Liên đội, Liên Đội, Nhà
    thầu, Bếp ăn, Bếp trưởng, Bến xe, Bến tàu, Cửa hàng, Nhà thiếu nhi, Tiểu ban, Bộ môn, Phân hiệu, Phân viện, Chủ
    rừng, Chủ nhà, Chủ cơ sở, Chủ hộ, Chủ tàu, Chủ đầu tư, Thành viên, Siêu thị, Tổng kho, Kho, Điểm trường, Chi
    hội, Phân hội, Chi đoàn, Liên chi đoàn, Liên chi hội, Phân đoàn, Chi đội, Chuyền, Đại diện Cảng vụ, Đại diện Văn
    phòng, Thủy đoàn, Nhóm, Ca trưởng, Kíp trưởng, Khu Bảo tồn, Khu Quản lý, Khu Di tích, Khu Du lịch, Làng nghề,
    Làng Trẻ em, Khóm, Thôn, Ấp, Buôn, Công trường, Nhà hát, Nhà khách, Khách sạn, Nhà hàng, Vùng Cảnh sát, Thi hành
    án, Trại, Trại giam, Trại tạm giam, Tiểu đội, Trung đội, Mái ấm, Bệnh xá, Trạm xá, Truyền tải điện, Ban biên
    tập, Y tế thôn, Cộng tác viên, Chủ nhiệm, Tư vấn, Tổng đội, Ban quản trị, Đăng kiểm, Nhà thuốc, Bưu cục, Hội
    quán, Chùa, Giáo xứ, Chợ, Mỏ, Kiểm toán, Ủy viên, Thư ký, Hội phụ huynh, Nhà tang lễ, Khu Liên hợp, Sân bay, Nhà
    ga, Đài Truyền thanh, Phòng khám, Ban Đại diện, Ký túc xá, Chỉ huy công trường, Chi bộ, Tàu, Thủ kho, Xã đội,
    Phường đội, Huyện đội, Giáo vụ, An toàn vệ sinh viên, Ban Biên tập, Chủ nhiệm các lớp, Liên Chi hội, Liên Chi
    đoàn, Vườn Quốc gia, Tòa Giám mục, Ca, Kíp, TT, TTVH, Cty, CTy, EVN, Agribank, BIDV, Vietcombank, VietinBank,
    Sacombank, Petrolimex, PVOIL, Văn phòng đại diện, Điều dưỡng trưởng, Điều dưỡng, Tổng phụ trách, Cô Tổng phụ
    trách, Thầy Tổng phụ trách, Thôn trưởng, Đại lý, Già làng
""")

# What classes are made of: "các sở, ban, ngành, đoàn thể", "các đơn vị, địa phương".
CLASS_NOUNS = _list("""
    sở, phòng, ban, ngành, đoàn thể, hội, đơn vị, địa phương, cơ quan, tổ chức, cá nhân, doanh nghiệp, xã, phường,
    thị trấn, đặc khu, huyện, quận, thị xã, thành phố, cấp, cơ sở, hiệp hội, hợp tác xã, trường, bệnh viện, trạm y
    tế, nhà thầu, chủ đầu tư, hội đoàn thể, thôn, bản, ấp, khóm, buôn, tổ dân phố, khu phố, khu dân cư, hộ gia đình,
    hộ kinh doanh, hộ, chi cục, trung tâm, công ty, tập đoàn, lực lượng, khu công nghiệp, cụm công nghiệp, tổ hợp
    tác, cơ quan, chi hội, chi đoàn, công đoàn, cấp ủy, chính quyền, viện, nhà trường, mặt trận, cận lâm sàng, khoa,
    phân xưởng, công trường, chuyền
""")

LEVELS = _list("""
    tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, thôn, bản, khóm, ấp
""")

# Lower-case words a duty begins with. A name cannot hold them: the sentence has gone on to what the unit does.
VERBS = _list("""
    tham gia, triển khai, thực hiện, tổ chức, xây dựng, chủ trì, phối hợp, tham mưu, theo dõi, đôn đốc, kiểm tra,
    giám sát, hướng dẫn, báo cáo, tổng hợp, rà soát, tuyên truyền, phổ biến, quán triệt, bố trí, cân đối, thẩm định,
    trình, ban hành, chỉ đạo, căn cứ, có trách nhiệm, chịu trách nhiệm, đẩy mạnh, tăng cường, nâng cao, tiếp tục,
    thường xuyên, kịp thời, chủ động, lồng ghép, đưa, cung cấp, cập nhật, gửi, phản ánh, đề xuất, kiến nghị, thanh
    tra, xử lý, điều tra, thống kê, vận động, hỗ trợ, huy động, đào tạo, tập huấn, huấn luyện, quan tâm, phát huy,
    phát động, đăng ký, lập, khai báo, nghiên cứu, đề nghị, quản lý, bảo đảm, đảm bảo, tạo điều kiện, khẩn trương,
    nghiêm túc, làm, mở, duy trì, kết nối, đánh giá, định kỳ, hoàn thành, ứng dụng, áp dụng, giao, phân công, yêu
    cầu, xem xét, quyết định, phê duyệt, điều chỉnh, sơ kết, tổng kết, hằng, hàng, trước, chậm nhất, muộn nhất, tích
    cực, cử, khảo sát, phát, có kế hoạch, có văn bản, có ý kiến, đồng thời, chấn chỉnh, phân bổ, lựa chọn, xác định,
    khắc phục, giải quyết, tiếp nhận, công khai, công bố, đăng tải, nhân rộng, khen thưởng, biểu dương, tự kiểm tra,
    phòng ngừa, thành lập, kiện toàn, tăng, giảm, mời, niêm yết, cải thiện, sắp xếp, ưu tiên, thông báo, tiến hành,
    chuẩn bị, cam kết, chăm lo, giới thiệu, khuyến khích, ký kết, liên hệ, lưu trữ, nắm, nhắc nhở, ngăn chặn, rút
    kinh nghiệm, sửa chữa, soạn thảo, thiết lập, thu thập, thu hút, tích hợp, tiếp thu, trang bị, trao đổi, vận
    hành, biên soạn, cải tạo, cài đặt, chia sẻ, củng cố, diễn tập, dự báo, hoàn thiện, hoàn chỉnh, khai thác, quan
    trắc, kêu gọi, mua sắm, nâng cấp, phân tích, phân loại, số hóa, thay thế, thẩm tra, thí điểm, thu gom, tuần tra,
    ứng phó, xác minh, xúc tiến, đảm nhiệm, đối thoại, nghiệm thu, bàn giao, tạo lập, kê khai, nhận, ghi, họp, viết,
    đấu tranh, tháo dỡ, tháo gỡ, tiêm phòng, cụ thể hóa, treo, nộp, tạm dừng, đình chỉ, thu hồi, giải ngân, chi trả,
    di dời, sơ tán, xin ý kiến, trưng bày, lắp đặt, siết chặt, chấp hành, tuân thủ, cấp phát, tham vấn, lãnh đạo,
    bám sát, ra quân, báo ngay, báo kịp thời, báo cho, ứng trực, nhắn tin, bắn pháo, lắp, lưu mẫu, che chắn, đảm
    nhận, trao, vớt, khơi thông, thay, bôi trơn, canh gác, chốt chặn, chằng chống, tiếp tế, phục vụ, di chuyển, bốc
    xếp, chăm sóc, quét dọn, dạy, sẵn sàng, trồng, trực cấp cứu, trực chiến, trực ban, trực gác, trực chốt, trực 24,
    kiểm đếm, kiểm kê, trợ giúp, túc trực, nắm bắt, cắm, rào chắn, gia cố, khôi phục, tổ chức cho, cho học sinh, cho
    phép, cắt điện, phun, dọn, phát quang, nạo vét, gia hạn, tuyển chọn, bồi dưỡng, khai giảng, khai mạc, bế mạc,
    phân luồng, điều tiết, cưỡng chế, xử phạt, truy quét, trấn áp, khám sức khỏe, tầm soát, sàng lọc, lấy mẫu, tiêu
    hủy, tiêm, cách ly, khoanh vùng, dập dịch, khử khuẩn, tiêu độc, quyên góp, trao tặng, thăm hỏi, động viên, giúp
    đỡ, phụng dưỡng, nhắn tin, tuyên dương, lan tỏa, tổ chức lại, cấp cứu, bảo dưỡng, bảo trì, kiểm định, hiệu
    chuẩn, đo kiểm, đấu nối, đóng điện, vệ sinh môi trường, thu dọn, trồng, chặt tỉa, cắt tỉa, tổng kiểm tra, tổng
    rà soát, tổng vệ sinh, tổng dọn, giải tỏa, chỉnh trang, phong tỏa, truy vết, xét nghiệm, kiểm nghiệm, thanh lý,
    thanh toán, tiếp đón, đón tiếp, vá, rửa, quét vôi, kẻ vạch, sơn kẻ, cảnh báo, sơ cứu
""")

# Other lower-case words a name cannot hold.
STOPS = _list("""
    suốt, do, với sự, là, được, cần, phải, không, để, theo, trên cơ sở, trong, tại, khi, nếu, qua, gồm, biết,
    nhằm, vào, bằng, in, như, đầu mối, kết quả, tình hình, việc, nội dung, số liệu, danh sách, kinh phí, vướng
    mắc, khó khăn
""")

# After these words the verb belongs to the name: "Ban quản lý", "đơn vị sử dụng lao động".
VERB_IN_NAME: dict[str, frozenset[str]] = {
    "ban": frozenset({"chỉ đạo", "quản lý", "tổ chức", "kiểm tra", "thanh tra"}),
    "tâm": frozenset({"hỗ trợ", "đào tạo", "quản lý", "huấn luyện", "kiểm tra"}),
    "quan": frozenset(
        {
            "quản lý",
            "thanh tra",
            "kiểm tra",
            "báo cáo",
            "chủ trì",
            "chỉ đạo",
            "được",
            "có ý kiến",
            "soạn thảo",
            "thẩm định",
        }
    ),
    "vị": frozenset({"quản lý", "chủ trì", "được"}),
    "viên": frozenset({"hướng dẫn"}),
    "sát": frozenset({"quản lý", "điều tra", "bảo vệ", "thi hành", "phòng ngừa"}),
    "xã": frozenset({"được"}),
    "phường": frozenset({"được"}),
    "trường": frozenset({"được", "đào tạo"}),
    "đoàn": frozenset({"kiểm tra", "thanh tra", "giám sát", "điều tra"}),
    "sở": frozenset({"đào tạo"}),
    "chức": frozenset({"huấn luyện"}),
    "tổ": frozenset({"giám sát", "kiểm tra", "thanh tra", "tổ chức"}),
    "đội": frozenset({"kiểm tra", "quản lý", "thanh tra"}),
}

# Words that hold a verb and are none.
COMPOUNDS = _list("""
    nhân viên phục vụ, công trình, dịch vụ tổng hợp, hành chính tổng hợp, hành chính - tổng hợp, kế hoạch tổng hợp,
    chương trình, quy trình, quá trình, lộ trình, tờ trình, tiến trình, giáo trình, giao thông, giao dịch, giao lưu,
    việc làm, công lập, độc lập, phát thanh, phát điện, phát hành, kỳ họp, phòng họp, bầu cử, giảm nghèo, ngân hàng,
    cửa hàng, khách hàng, hàng hải, hàng không, hàng hóa, trả kết quả, quản lý thị trường, thị trường lao động, nhận
    dạng, chứng nhận, công nhận, tiếp nhận và trả, tiếp nhận và trả kết quả, nội tổng hợp, ngoại tổng hợp, sản tổng
    hợp, hồi sức tích cực, sát hạch lái xe, giáo vụ, ghi hình, thu ngân, sử dụng lao động, giám sát đầu tư, trong
    nước, trong và ngoài, hàng đầu, đào tạo nghề, giáo dục thường xuyên, kinh tế xây dựng, nhà trường, thị trường,
    môi trường, thường trực, trực thuộc, trực tuyến, trực tiếp, người tham gia, xây lắp, lắp máy, lắp ráp, dạy nghề,
    đăng ký đất đai, nhà thầu xây dựng, tham mưu tổng hợp, tham mưu - tổng hợp, văn phòng tổng hợp, nghiệp vụ tổng
    hợp, kế toán tổng hợp, kinh tế tổng hợp, kỹ thuật tổng hợp, dự báo khí tượng, cấp cứu 115, kiểm định xe, kiểm
    định kỹ thuật, bảo trì đường, bồi dưỡng chính trị, bồi dưỡng nghiệp vụ, giúp việc, nhà cung cấp, nhà hàng, phòng
    không, chủ trì soạn thảo, bảo trợ xã hội tổng hợp, dịch vụ xã hội tổng hợp, giao nhận, chủ hàng
""")

# Verbs that tell an institution's purpose: "Trung tâm hỗ trợ nông dân", "Đội quản lý vận hành 1".
PURPOSES = _list("""
    xây dựng, khai thác, vận hành, quản lý, đào tạo, hỗ trợ, huấn luyện, thẩm định, quan trắc, điều tra, ứng dụng,
    xúc tiến, sửa chữa, thu gom, xử lý, cung cấp, giới thiệu, kiểm tra, giám sát, thanh tra, phát, tham gia, sử
    dụng, tiếp nhận, kiểm định, bảo trì, bảo dưỡng, cấp cứu, bồi dưỡng, điều tiết, hiệu chuẩn, phục
    vụ, chăm sóc
""")
