# Bệnh nghề nghiệp, khai báo thiết bị: những báo cáo không phải tin gấp.
flow-title-report_disease = báo bệnh nghề nghiệp
menu-report-disease = Báo bệnh nghề nghiệp
kind-sudden = 🔴 Có người nguy kịch thì gọi 115 ngay, rồi bấm Báo tai nạn. Nếu không, anh/chị trả lời tiếp câu trên nhé?

## Bệnh nghề nghiệp
disease-intro = Báo An ghi việc bệnh do nghề. Vừa có người gặp nạn hay nguy kịch thì gọi 115 và nhắn: báo tai nạn.
disease-refused =
    Báo An không giữ gì về bệnh. Anh/chị đi khám ở cơ sở khám bệnh nghề nghiệp, giữ giấy khám và nói với nơi làm việc. { $contact }
    Muốn báo mà không nêu tên thì nhắn: báo bệnh nghề nghiệp, rồi chọn Giữ kín tôi là ai.
kind-ask-disease = Bệnh gì? Kể theo cách của anh/chị, ví dụ: ho bụi phổi, điếc do ồn, nhiễm độc chì.
kind-ask-disease-code = Có phải một trong các bệnh này không? Chỉ là gợi ý, bác sĩ kết luận.
kind-disease-other = Bệnh khác
kind-ask-role = Anh/chị là ai trong việc này?
kind-role-ill = Tôi mắc bệnh
kind-role-colleague = Đồng nghiệp
kind-role-relative = Người nhà
kind-role-employer = Người sử dụng lao động
kind-role-clinic = Cơ sở y tế
kind-role-officer = Cán bộ
kind-ask-diagnosed = Bệnh đã được kết luận tới đâu?
kind-diagnosed-assessed = Đã giám định
kind-diagnosed-diagnosed = Bác sĩ đã kết luận
kind-diagnosed-suspected = Mới nghi, chưa khám
kind-ask-ill-since = Bệnh từ khi nào? Ví dụ: từ đầu năm ngoái, khám thấy ngày 12/10/2026.
kind-ask-exposure = Làm việc gì, tiếp xúc với gì, bao lâu? Ví dụ: khoan đá 10 năm, nhiều bụi.
kind-ask-contract = Người mắc bệnh có hợp đồng lao động không?
kind-ask-workplace = Làm ở đơn vị nào? Nhắn tên.
kind-ask-place = Nơi làm ấy thuộc xã, phường nào? Có thể gửi vị trí.
kind-ask-ill-who = Người mắc bệnh: nam hay nữ, sinh năm nào, nghề gì? Ví dụ: nam, 1985, thợ khoan.
kind-ask-media = Có giấy khám, kết quả đo thì gửi ảnh. Không gửi ảnh căn cước. Hết thì bấm Xong.
disease-next-worker = Anh/chị báo người phụ trách ở nơi làm việc, đi khám ở cơ sở khám bệnh nghề nghiệp và giữ mọi giấy khám, giấy ra viện.
disease-next-employer = Nghi bệnh thì tổ chức khám bệnh nghề nghiệp; có kết luận rồi thì lập hồ sơ, cho điều trị, giới thiệu đi giám định. Cán bộ xem và nhắn lại.
disease-next-clinic = Cơ sở y tế vẫn báo cáo theo mẫu của ngành y tế; tin ở đây không thay cho báo cáo ấy.
accident-role-ill = Người mắc bệnh
accident-line-ill = - Người mắc bệnh: { $what }
accident-role-clinic = Cơ sở y tế
accident-line-disease = - Bệnh: { $what }
accident-line-disease-code = - Có thể là bệnh số { $what } (gợi ý, bác sĩ kết luận)
accident-line-diagnosed = - Kết luận: { $what }
accident-line-ill-since = - Từ khi: { $what }
accident-line-exposure = - Công việc, tiếp xúc: { $what }
case-disease-list = - Danh mục: { $edition }{ $verify }
law-do-report_illness = Báo cáo số liệu bệnh nghề nghiệp { $period }
form-kept-at-employer = Giấy này lưu ở cơ sở, trong hồ sơ sức khỏe của người lao động.

## Thông báo về dữ liệu
consent-purpose-disease = xem xét việc mắc bệnh nghề nghiệp và nhắc các bên làm việc luật định
consent-purpose-equipment = ghi nhận và theo dõi thiết bị có yêu cầu nghiêm ngặt về an toàn
consent-data-disease = lời kể, bệnh và giấy khám (dữ liệu nhạy cảm), việc làm, năm sinh, số gọi lại, tài khoản nhắn tin
consent-data-equipment = thiết bị, nơi dùng, giấy kiểm định, số gọi lại, tài khoản nhắn tin
consent-notice-disease =
    { $office } giữ thông tin này để { consent-purpose-disease }. Bệnh tật là dữ liệu nhạy cảm, chỉ cán bộ được giao mở xem.
    Gồm: { consent-data-disease }. Anh/chị được xem, sửa, xóa, rút lại đồng ý.
    { $contact }
consent-notice-equipment =
    { $office } giữ thông tin này để { consent-purpose-equipment }.
    Gồm: { consent-data-equipment }. Anh/chị được xem, sửa, xóa, rút lại đồng ý.
    { $contact }
consent-full-kind =
    Bên kiểm soát dữ liệu: { $office }.
    Mục đích: { $purpose }.
    Dữ liệu: { $data }; ảnh, tệp, vị trí nếu anh/chị gửi. Chỉ cán bộ được giao mở xem, mỗi lần mở đều được ghi lại.
    Căn cứ: sự đồng ý của anh/chị; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật An toàn, vệ sinh lao động 84/2015/QH13.
    Thời gian giữ: theo hạn lưu hồ sơ của cơ quan, hết hạn thì xóa.
    Quyền: xem, sửa, xóa, hạn chế, phản đối, rút lại đồng ý bất cứ lúc nào; được trả lời trong 2 ngày làm việc.
    { $contact }
    Anh/chị có đồng ý không?

## Khai báo thiết bị
flow-title-declare_equipment = khai báo thiết bị
menu-report-equipment = Khai báo thiết bị
equipment-intro = Khai báo máy, thiết bị có yêu cầu nghiêm ngặt về an toàn. Câu nào chưa có số liệu thì bấm Chưa rõ, bổ sung sau.
equipment-refused = Báo An không giữ gì. Anh/chị gửi phiếu khai báo bằng giấy tới Sở Nội vụ nơi đặt thiết bị. { $contact }
kind-ask-machine = Máy, thiết bị gì? Ví dụ: thang máy, nồi hơi, xe nâng 2 tấn.
kind-ask-machine-kind = Trong danh mục, thiết bị này là loại nào?
kind-machine-other = Không có ở đây
kind-ask-maker = Hãng nào, nước nào, năm chế tạo?
kind-ask-serial = Số chế tạo (số máy) là gì?
kind-ask-capacity = Công suất, tải trọng hoặc dung tích bao nhiêu?
kind-ask-stands = Thiết bị đặt ở xã, phường nào? Có thể gửi vị trí.
kind-ask-in-use-on = Đưa vào sử dụng ngày nào? Ví dụ: 20/11/2026.
kind-ask-inspected-on = Kiểm định gần nhất ngày nào? Ví dụ: 15/11/2026. Chưa kiểm định thì bấm Chưa rõ.
kind-ask-certificate = Số giấy chứng nhận kết quả kiểm định?
kind-ask-inspect-by = Kiểm định có hạn đến ngày nào? Nhắn ngày, hoặc số năm, ví dụ: 2 năm.
kind-ask-papers = Gửi ảnh giấy kiểm định, tem, lý lịch máy nếu có. Hết thì bấm Xong.
kind-day-how = Nhắn giúp đủ ngày, tháng, năm, ví dụ: 20/11/2026. Chưa biết thì bấm Chưa rõ.
kind-day-future = Ngày kiểm định chưa tới. Anh/chị xem lại giấy và nhắn giúp ngày đã kiểm định.
kind-day-order = Ngày hết hạn phải sau ngày kiểm định. Anh/chị nhắn lại giúp ngày hết hạn.
equipment-done =
    ✅ Đã ghi, mã { $code }. Đang báo cán bộ. Nhắn ở đây chưa phải là khai báo: lấy phiếu rồi gửi Sở Nội vụ nơi đặt thiết bị.
    Luật cho khai trong 30 ngày trước hoặc sau khi đưa vào sử dụng. Hạn kiểm định được ghi để nhắc người phụ trách.
form-means-paper = Cách gửi thường dùng: nộp trực tiếp, bưu chính hoặc cổng dịch vụ công. Cần kiểm tra với nơi nhận.
accident-line-machine = - Thiết bị: { $what }
accident-line-machine-kind = - Loại trong danh mục: { $what }
accident-line-maker = - Hãng, nước, năm chế tạo: { $what }
accident-line-serial = - Số chế tạo: { $what }
accident-line-capacity = - Công suất, tải trọng: { $what }
accident-line-in-use-on = - Đưa vào sử dụng: { $what }
accident-line-inspected-on = - Kiểm định ngày: { $what }
accident-line-certificate = - Số giấy chứng nhận: { $what }
accident-line-inspect-by = - Kiểm định có hạn đến: { $what }
accident-line-stands = - Nơi đặt: { $what }
accident-line-works = - Nơi làm việc: { $what }
equipment-none = Chưa có thiết bị nào được khai báo qua Báo An trong địa bàn của anh/chị.
equipment-list =
    Thiết bị đã khai báo, hạn kiểm định gần nhất trước:
    { $lines }
equipment-line = - { $code }: { $what }, { $where }; kiểm định đến { $day }
equipment-line-over = - { $code }: { $what }, { $where }; kiểm định đã hết hạn { $day }
equipment-line-unknown = - { $code }: { $what }, { $where }; chưa rõ hạn kiểm định
kind-ask-owner = Cơ sở nào sử dụng thiết bị? Nhắn tên.
case-counted-disease =
    Bệnh nghề nghiệp được báo hôm nay: { $today }. Tuần này: { $week }. Năm nay: { $year }.
    { $lines }
case-counted-danger =
    Mối nguy và việc suýt xảy ra tai nạn được báo hôm nay: { $today }. Tuần này: { $week }. Năm nay: { $year }.
    { $lines }

## Sửa sau
kind-heard = { $name }: { $what }
amend-field-disease = bệnh
amend-field-disease_code = bệnh trong danh mục
amend-field-diagnosed = kết luận về bệnh
amend-field-ill_since = từ khi nào
amend-field-exposure = công việc, tiếp xúc
amend-field-machine = thiết bị
amend-field-machine_kind = loại thiết bị
amend-field-maker = hãng sản xuất
amend-field-serial = số chế tạo
amend-field-capacity = công suất, tải trọng
amend-field-in_use_on = ngày đưa vào sử dụng
amend-field-inspected_on = ngày kiểm định
amend-field-certificate = số giấy chứng nhận
amend-field-inspect_by = hạn kiểm định
