"""Verbs that open a duty but may well stand inside a unit's name; those that end a name are in the units' lexicon."""

_WORDS = """
    tư vấn, cổ động, khai trương, trình diễn, biểu diễn, giao lưu, thi đấu, chiếu phim, dâng hương, lập chốt,
    hội chẩn, kích hoạt, kiểm thử, phủ xanh, tái đàn, thăm khám, thử nghiệm, truyền dạy, xử trí, hiệu đính,
    tham quan, phát thưởng, soát xét, thực nghiệm, gắn thẻ, gắn camera, lắp camera, điểm danh, xếp lịch,
    tổng kiểm tra, tổng rà soát, tổng vệ sinh, cung ứng, đặt biển, đồng chủ trì, cùng chủ trì,
    cấm, không để, sẵn sàng, trực ban, trực chỉ huy, nộp, treo, dừng, tạm dừng, đình chỉ, xin ý kiến, cắt
    giảm, dự trữ, sơ tán, di dời, khám sức khỏe, thăm hỏi, tặng, trồng, xây, phun, chi trả, thu hồi, bổ sung,
    là, giải ngân, giúp, bảo vệ, chỉ huy, điều hành, lắp đặt, trang trí, biên tập, in ấn, cấp phát, cấp giấy,
    thanh lý, kiểm định, đo đạc, cắm, hoàn tất, đối chiếu, làm sạch, gặp mặt, động viên, tôn vinh, trao, bồi
    dưỡng, tuyển dụng, luân chuyển, điều trị, tiêm, xét nghiệm, lấy mẫu, truy vết, khoanh vùng, xử phạt, truy
    quét, đấu tranh, triệt phá, giải tỏa, cưỡng chế, bồi thường, hỗ trợ, chi, lưu ý, xem, cụ thể hóa, mở rộng,
    thay, sửa, dọn, nạo vét, gia cố, khơi thông, chặt tỉa, chuyển, tiếp cận, ký, bàn, tập trung, liên kết, giữ
    gìn, giáo dục, dạy, cắt, di chuyển, phòng, chống, bắt, điều động, phát triển, phát hành, soạn, trưng bày,
    truyền thông, rà, sử dụng, đầu tư, khôi phục, rào chắn, cắm biển, kiểm đếm, bảo dưỡng, bảo trì, duy tu,
    thẩm duyệt, kiểm soát, kiểm kê, kiểm nghiệm, kiểm dịch, kiểm toán, kiểm điểm, kiểm chứng, đo kiểm, đo
    lường, đốt, vệ sinh, khử khuẩn, khử trùng, phun thuốc, tiêu hủy, tiêu độc, chôn lấp, xây mới, xây lắp, thi
    công, khởi công, khánh thành, nghiệm thu, quyết toán, thanh toán, thanh quyết toán, tạm ứng, cấp kinh phí,
    cấp mới, cấp đổi, cấp cứu, cứu chữa, cứu hộ, cứu nạn, trực cấp cứu, trực 24/24, trực chiến, trực sẵn sàng,
    tập kết, tập hợp, tập luyện, luyện tập, thực tập, thực hành, bố phòng, chốt chặn, canh gác, tuần canh,
    tuần tra, phân luồng, điều tiết, hướng luồng, dẫn dắt, hạn chế, giảm thiểu, loại bỏ, loại trừ, xóa bỏ, thu
    thuế, thu phí, thu nợ, thu hoạch, gieo trồng, chăm sóc, nuôi dưỡng, bảo tồn, phục hồi, tái tạo, cải cách,
    đổi mới, chuyển đổi, chuyển giao, tiếp nối, tiếp tế, tiếp đón, đón tiếp, gặp gỡ, thăm tặng, tặng quà, trao
    tặng, trao thưởng, vinh danh, tuyên dương, phong tặng, đề cử, bình chọn, bầu chọn, tuyển chọn, tuyển sinh,
    tuyển quân, chiêu sinh, sát hạch, thi tuyển, chấm thi, ra đề, dạy nghề, truyền nghề, phát sóng, đưa tin,
    viết bài, đăng bài, in phát, in sao, sao gửi, chuyển phát, rà soát, rà phá, dò tìm, tìm kiếm, truy tìm,
    truy bắt, bắt giữ, tạm giữ, khởi tố, truy tố, xét xử, hòa giải, tiếp công dân, trợ giúp, cứu trợ, trợ cấp,
    giúp đỡ, đỡ đầu, nhận đỡ đầu, tài trợ, ủng hộ, quyên góp, đóng góp, cho vay, giao dịch, mua bán, đặt hàng,
    đấu thầu, mời thầu, chỉ định thầu, lập hồ sơ, làm thủ tục, làm mới, thay mới, dán, gắn biển, đóng biển, kẻ
    vẽ, sơn kẻ, dựng, dựng lều, che chắn, chằng chống, gia cường, đắp, đào, khoan, thông cống, tỉa cành, cắt
    tỉa, chặt hạ, thả, nuôi, chích ngừa, tiêm chủng, tiêm nhắc, uống bổ sung, sàng lọc, tầm soát, chẩn đoán,
    khám bệnh, khám và, khám sàng lọc, khám chuyên khoa, điều dưỡng, cách ly, giám định, thẩm tra, hậu kiểm,
    tiền kiểm, phúc tra, phúc tập, tái kiểm tra, đánh giá, chấm điểm, xếp loại, xếp hạng, phân hạng, phân cấp,
    phân loại, phân bố, phân nhóm, chia sẻ, khơi dậy, cổ vũ, khích lệ, nêu gương, đồng bộ, liên thông, kết
    chuyển, chuẩn hóa, số hóa, tin học hóa, sao lưu, mã hóa, bảo mật, quay phim, chụp ảnh, livestream, vận
    chuyển, chuyên chở, bốc xếp, xếp dỡ, lưu giữ, lưu kho, nhập kho, nhập liệu, nhập, xuất, xuất cấp, xuất
    bản, tích trữ, tích nước, xả nước, xả lũ, tưới, bơm, bơm nước, bơm tiêu, đóng điện, đóng cửa, đóng cống,
    mở cửa, mở cống, mở lớp, mở đợt, mở chiến dịch, ra quân, phát quang, phát dọn, phát tờ rơi, phát tặng,
    phát phiếu, rải, trải, lát, lợp, quét vôi, quét dọn, thu dọn, thu nhặt, nhặt rác, gom rác, đổ rác, chống
    xén, củng cố, chèn chống, thông gió, đo gió, đo khí, nổ mìn, báo động, báo ngay, báo, thông tin, tiếp
    sóng, trả lời, giải đáp, giải trình, xác nhận, chứng nhận, công chứng, chứng thực, bàn giao, ký giao ước,
    ký hợp đồng, ký thỏa thuận, ký cam kết, giao ước, giao chỉ tiêu, giao nhiệm vụ, thi đua, hưởng ứng, tham
    dự, cử người, cắt cử, cử cán bộ, cử đoàn, thuê, thuê khoán, mua, hiến, hiến máu, bảo lãnh, bảo hiểm, đóng
    bảo hiểm, mua bảo hiểm, đền bù, hoàn trả, hoàn thuế, miễn giảm, gia hạn, nghiêm cấm, ngừng, cho, lãnh đạo,
    giải quyết, nhân giống, thả cá, thả giống, tỉa, ươm, khoanh nuôi, cắm mốc, phân giới, thực thi, thi hành,
    phản biện, chất vấn, lấy ý kiến, thăm dò, thẩm định, chủ động, tích cực, kiên quyết, nhanh chóng, khẩn
    trương, đẩy nhanh, thúc đẩy, tạo, thống nhất, nhất trí, cân nhắc, lưu tâm, chú trọng, chú ý, coi trọng,
    bám sát, nắm bắt, nắm chắc, theo sát, sâu sát, làm tốt, gắn kết, kết hợp, trực tiếp, trực, trực tại, đảm
    trách, gánh vác, đứng ra, giữ, giữ vững, tăng tốc, tăng thêm, ưu tiên, nâng, nâng mức, xin, xin phép, trả,
    cấp, chở, đưa đón, đón, tiễn, phục vụ, chế biến, nấu, sản xuất, kinh doanh
"""
_IN_NAMES = """
    sản xuất, kinh doanh, chế biến, mua bán, giao dịch, xuất bản, truyền thông, phát hành, phát triển, đầu tư,
    bảo vệ, bảo tồn, giáo dục, điều dưỡng, bảo hiểm, cứu hộ, cứu nạn, kiểm dịch, kiểm soát, xét nghiệm, điều
    hành, chỉ huy, giám định, bảo trì, vận chuyển, dạy nghề, kiểm nghiệm, thông tin, vệ sinh, chăm sóc, nuôi
    dưỡng, phục hồi, chuyển đổi, chuyển giao, đổi mới, cải cách, liên kết, phục vụ, tiếp công dân, xây lắp,
    thi công, đấu thầu, công chứng, chứng thực, cấp cứu, điều trị, tuyển sinh, đồng bộ, thi đua, trợ giúp, cứu
    trợ, thanh toán, kiểm toán, đo lường, bốc xếp, xếp dỡ, sử dụng, tái tạo, phản biện, lãnh đạo, thi hành,
    bồi thường, tiêm chủng, hòa giải, xét xử, canh gác, giúp đỡ, tài trợ, bảo mật, liên thông, phòng chống,
    thực hành, luyện tập, cách ly, thu phí, thu thuế, giải đáp, thông gió, phân loại, đồng hành, chứng nhận,
    tư vấn, biểu diễn, giao lưu, thi đấu, chiếu phim, thử nghiệm, thực nghiệm, tham quan,
    thẩm tra, bồi dưỡng, khám bệnh, tích cực, sát hạch, phản ứng
"""


def _verbs(words: str) -> tuple[str, ...]:
    return tuple(" ".join(verb.split()) for verb in words.split(","))


DUTY_VERBS = _verbs(_WORDS)
NAMED_VERBS = frozenset(_verbs(_IN_NAMES))  # what a name may well go on with
