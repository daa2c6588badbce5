# Luật: dữ kiện đưa vào không dùng được, câu hỏi còn lại, lời báo về gói luật, chuyển trạng thái hồ sơ.
# Tên mẫu, điều luật, nơi nhận, tên chấn thương là dữ liệu luật, nằm ở domain/law/*.toml.

## Dữ kiện không dùng được (mỗi câu một dòng)
law-facts-not-json = Không đọc được dữ kiện. Nội dung cần là một đối tượng JSON, mã UTF-8.
law-facts-missing = Thiếu "{ $field }". Anh/chị bổ sung rồi chạy lại.
law-facts-not-object = "{ $field }" cần là một đối tượng, ví dụ {"{"}"kind": "accident"{"}"}.
law-facts-not-list = "{ $field }" cần là một danh sách, ví dụ [].
law-facts-not-text = "{ $field }" cần là chữ, hoặc null nếu chưa rõ.
law-facts-not-flag = "{ $field }" cần là true, false, hoặc null nếu chưa rõ.
law-facts-not-choice = "{ $field }" không nhận "{ $value }". Chọn một trong: { $allowed }.
law-facts-not-time = "{ $field }" không phải thời điểm: "{ $value }". Viết như 2026-11-24T08:10:00+07:00.
law-facts-time-offset = "{ $field }" thiếu múi giờ: "{ $value }". Viết như 2026-11-24T08:10:00+07:00.
law-facts-time-year = "{ $field }" nằm ngoài các năm 1990 đến 2100: "{ $value }".
law-facts-too-long = "{ $field }" quá dài, tối đa { $most } ký tự.
law-facts-too-many-victims = Có { $count } nạn nhân trong một vụ, tối đa { $most }. Anh/chị kiểm tra lại số người.
law-facts-known-before-happened = Lúc nhận tin (known_at) sớm hơn lúc xảy ra (happened_at). Anh/chị kiểm tra lại hai thời điểm.
law-facts-died-before-happened = Nạn nhân { $number }: lúc mất (died_at) sớm hơn lúc xảy ra (happened_at). Anh/chị kiểm tra lại.
law-facts-died-but-alive = Nạn nhân { $number }: có lúc mất (died_at) nhưng tình trạng ghi còn sống (alive). Anh/chị chọn một.
law-facts-died-but-missing = Nạn nhân { $number }: có lúc mất (died_at) nhưng tình trạng ghi mất tích (missing). Anh/chị chọn một.

## Câu hỏi còn lại
law-question-victims = Có bao nhiêu người bị nạn, tình trạng từng người thế nào?
law-question-outcome = Nạn nhân { $number } hiện còn sống, đã mất hay mất tích?
law-question-missing = Nạn nhân { $number } mất tích: đã tìm thấy chưa, Tòa án đã tuyên bố là đã chết chưa?
law-question-said-dead = Nạn nhân { $number }: người báo nói đã mất, tình trạng lại ghi còn sống. Người ấy còn sống hay đã mất?
law-question-death-known = Nạn nhân { $number } mất sau khi đã nhận tin tai nạn. Tin nạn nhân mất được nhận lúc nào?
law-question-death-later = Nạn nhân { $number } mất sau ngày xảy ra tai nạn. Có kết luận giám định pháp y là do vết thương đó không?
law-question-injuries = Nạn nhân { $number } bị thương ở bộ phận nào, thương tích ra sao?
law-question-injuries-unclear = Nạn nhân { $number }: bệnh viện chẩn đoán thương tích cụ thể là gì?
law-question-contract = Nạn nhân làm việc có hợp đồng lao động không?
law-question-place-employer = Nơi xảy ra tai nạn thuộc cơ sở nào?
law-question-victim-employer = Nạn nhân { $number } làm cho đơn vị nào?
law-question-happened-at = Tai nạn xảy ra ngày nào, khoảng mấy giờ?
law-question-place = Nơi xảy ra thuộc xã, phường, đặc khu nào, tỉnh hay thành phố nào?
law-question-commuting = Nạn nhân có đi trên tuyến đường và vào thời gian hợp lý giữa nơi ở và nơi làm việc không?
law-question-incident-serious = Sự cố có trên diện rộng và vượt khả năng ứng phó của cơ sở hoặc địa phương không?
law-question-disease = Bệnh đã có kết quả khám của cơ sở đủ điều kiện chưa, hay là nhiễm độc cấp do một sự việc?
law-question-contract-ill = Người bệnh làm việc có hợp đồng lao động không?
law-question-in-use = Thiết bị đưa vào sử dụng ngày nào?
law-question-inspect-by = Kiểm định còn hạn đến ngày nào?
law-question-owner = Cơ sở nào sử dụng thiết bị?
law-question-maritime = Tai nạn xảy ra trên tàu biển hay trên bờ, tại cơ sở của người sử dụng lao động?
law-question-forensic = Vụ việc có cần giám định kỹ thuật hoặc giám định pháp y không?
law-question-insurance = Nạn nhân có tham gia bảo hiểm tai nạn lao động tự nguyện không?
law-question-insurance-contract = Bảo hiểm tai nạn lao động tự nguyện dành cho người không có hợp đồng. Nạn nhân có hợp đồng lao động hay không?
law-question-insurance-early = Bảo hiểm tai nạn lao động tự nguyện chỉ có từ 01/01/2025. Ngày xảy ra và việc tham gia có đúng không?

## Gói luật sắp hết, đã hết
law-pack-ends = ⏰ Quy định đang dùng ({ $pack }) được cho là hết hiệu lực từ { $date }, còn { $days } ngày. Cần kiểm tra quy định thay thế.
law-pack-ended = ⏰ Quy định đang dùng ({ $pack }) được cho là đã hết hiệu lực từ { $date }. Báo An vẫn dùng quy định cuối cùng và ghi "cần kiểm tra".

## Vì sao có hạn này
law-why-from = { $from ->
    [known_at] lúc nhận được tin báo
    [died_at] lúc nạn nhân mất
    [happened_at] lúc xảy ra
    [announcement_meeting] cuộc họp công bố biên bản
    [half_year_end] hết 6 tháng đầu năm
    [year_end] hết năm
    [in_use_at] ngày đưa vào sử dụng
    [inspect_by] ngày hết hạn kiểm định
   *[other] mốc do điều luật nêu
}
law-why-unit = { $unit ->
    [working_day] ngày làm việc
   *[day] ngày
}
law-why-at-once = Làm ngay, luật không ghi số giờ. Theo { $article }.
law-why-no-time = Luật không ghi thời hạn. Theo { $article }.
law-why-not-begun = { $value } { law-why-unit } kể từ { law-why-from }, chưa rõ ngày. Theo { $article }.
law-why-days = Hạn { $due }: { $value } { law-why-unit } kể từ { law-why-from }, { $start }. Theo { $article }.

## Loại và mức độ
law-class-fatal = tai nạn chết người
law-class-multiple_serious = tai nạn làm từ 2 người bị thương nặng
law-class-single_serious = tai nạn làm 1 người bị thương nặng
law-class-light = tai nạn nhẹ
law-class-unknown = chưa xác định được loại
law-severity-fatal = chết
law-severity-serious = nặng
law-severity-light = nhẹ
law-severity-unknown = chưa rõ

## Việc phải làm và ai làm
law-duty-inform = báo tin
law-duty-declare = khai báo
law-duty-notify_police = báo công an
law-duty-quick_report = báo cáo nhanh
law-duty-first_aid = sơ cứu, cấp cứu
law-duty-preserve_scene = giữ nguyên hiện trường
law-duty-record = lập biên bản, hồ sơ
law-duty-investigate = điều tra
law-duty-send_minutes = gửi biên bản điều tra
law-duty-report_figures = báo cáo số liệu định kỳ
law-duty-examine = tổ chức khám phát hiện bệnh nghề nghiệp
law-duty-treat = cho người bệnh điều trị
law-duty-refer = giới thiệu đi giám định y khoa
law-duty-declare_equipment = khai báo sử dụng thiết bị
law-duty-inspect = kiểm định thiết bị
law-by-victim_or_finder = nạn nhân hoặc người biết sự việc
law-by-employer = người sử dụng lao động nơi xảy ra
law-by-victim_employer = người sử dụng lao động của nạn nhân
law-by-family_or_finder = gia đình nạn nhân hoặc người phát hiện
law-by-commune = UBND cấp xã
law-by-department = Sở được giao quản lý lao động
law-by-ship_owner_or_master = chủ tàu hoặc thuyền trưởng
law-certainty-sure = chắc chắn
law-certainty-verify = cần kiểm tra

## Chuyển trạng thái hồ sơ
case-change-to-open = Hồ sơ được mở lại, chờ người nhận.
case-change-to-dispatched = Hồ sơ được chuyển đi, chờ người nhận.
case-change-to-acknowledged = Đã có người nhận hồ sơ.
case-change-to-being-handled = Hồ sơ đang được giải quyết.
case-change-to-closed = Hồ sơ đã kết thúc.
case-change-to-cancelled = Hồ sơ được hủy.
