# Việc theo luật phải làm định kỳ: báo cáo số liệu, huấn luyện, kiểm định, quan trắc, khám sức khỏe; doanh nghiệp.
statutory-accident_figures = Báo cáo tai nạn lao động { $period }
statutory-osh_report = Báo cáo an toàn, vệ sinh lao động { $period }
statutory-no_contract_figures = Báo cáo tai nạn của người làm việc không có hợp đồng { $period }
statutory-training = Huấn luyện an toàn định kỳ, cấp lại thẻ
statutory-inspection = Kiểm định thiết bị nghiêm ngặt
statutory-monitoring = Quan trắc môi trường lao động
statutory-health_check = Khám sức khỏe định kỳ cho người lao động
statutory-other = Việc theo luật
choice-zero = Không có tai nạn
statutory-why-button = Vì sao?
statutory-why =
    { $duty }: vì sao phải làm.
    { $lines }
statutory-article = Căn cứ: { $article }.
statutory-due = Hạn cuối an toàn: { $day }.
statutory-interval = Làm lại sau mỗi { $months } tháng, tính từ lần trước.
statutory-also-zero = Không có vụ nào vẫn báo; bấm "Không có tai nạn" là xong phần báo với Báo An.
statutory-which = Anh/chị hỏi việc nào?
statutory-zero-kept = ✅ Đã ghi: { $duty }, không có vụ nào. Bản giấy nếu cần thì gửi { $to }.
statutory-zero-kept-form = ✅ Đã ghi: { $duty }, không có vụ nào. Bản giấy theo { $form }, gửi { $to }.
progress-law-no-more-time = Hạn này do luật định nên không gia hạn được. Gặp khó thì chọn "Gặp khó", Báo An chuyển cho cán bộ.
progress-ask-product-zero = { $duty }: gửi giúp số văn bản, tệp hoặc ảnh. Không có vụ nào thì bấm:
progress-proof-zero = không có vụ nào
progress-ask-done-on = { $duty }: làm xong ngày nào? Nhắn ngày, ví dụ 20/11, hoặc:
progress-done-on-form = Anh/chị nhắn giúp ngày đã làm, ví dụ: 20/11.
choice-today = Hôm nay
state-noted = đã báo
progress-taken-noted = Việc này đã được ghi: { $who } báo xong { $duty } lúc { $at }. Không ghi thêm.

## Danh sách doanh nghiệp
employers-file-unreadable = Không đọc được tệp { $name }. Lưu lại dạng .xlsx hoặc .csv (UTF-8) rồi thử lại.
employers-file-kind = Tệp { $name } không phải .xlsx hay .csv.
employers-file-columns = Chưa thấy dòng tiêu đề. Cần ít nhất hai cột: Mã số thuế, Tên doanh nghiệp.
employers-line = Dòng { $line }: { $problem }
employers-lines-more = … và { $count } dòng nữa.
employers-line-tax-code = mã số thuế "{ $said }" chưa đúng, cần 10, 12 hoặc 13 chữ số.
employers-line-name = thiếu tên doanh nghiệp.
employers-line-workers = số lao động "{ $said }" không phải một số.
employers-line-phone = số điện thoại "{ $said }" chưa đúng.
employers-line-email = thư điện tử "{ $said }" chưa đúng.
employers-line-day = ngày "{ $said }" chưa đúng, viết như 20/11/2026.
employers-line-future = ngày làm gần nhất "{ $said }" còn ở phía trước.
employers-line-commune = chưa có xã, phường "{ $said }" trong danh bạ.
employers-line-twice = mã số thuế { $code } đã có ở dòng { $first }.
employers-entered = Đã nhập: { $added } doanh nghiệp mới, { $changed } có thay đổi, { $same } giữ nguyên.
employers-check-good = Mọi dòng đều nhập được.
employers-bad = { $count } dòng chưa nhập được, xem ở trên; các dòng khác không bị ảnh hưởng.
employers-unknown = Không có doanh nghiệp nào với mã số thuế { $code }.

## Không liên hệ được
call-list-title = Danh sách cần gọi điện ngày { $day }
call-list-note = { $count } việc của { $units } đơn vị không nhắn được qua Báo An: đã quá hạn hoặc sắp đến hạn.
call-list-unit = Đơn vị
call-list-parent = Thuộc
call-list-duty = Việc
call-list-due = Hạn
call-list-who = Người liên hệ
call-list-number = Điện thoại, thư điện tử
call-list-why = Vì sao không nhắn được
call-list-why-nobody = chưa ai liên kết
call-list-why-blocked = đã chặn Báo An
call-list-why-window = lâu không nhắn, chưa có tin mẫu
call-list-why-quota = hết lượt tin hôm nay
call-list-why-capped = đã đến mức chi của tháng
call-list-written = Đã ghi { $count } đơn vị vào { $path }.
call-list-being-made = Đang lập danh sách cần gọi điện, xong ngay đây.
call-list-ready = Danh sách cần gọi điện: { $count } đơn vị. Tệp kèm theo có số điện thoại, anh/chị giữ trong cơ quan.
call-list-none = Hôm nay không có việc nào sắp đến hạn mà không nhắn được cho đơn vị.
list-too-long = Danh sách có { $count } dòng, quá { $most } dòng cho một tệp .docx. Anh/chị lấy tệp .xlsx.
reach-warning =
    ⏰ Sắp đến hạn mà chưa nhắn được cho người phụ trách:
    { $lines }
reach-line-lost = - { $unit }: { $duty }, hạn { $day } ({ $why }); cần gọi điện.
reach-line-instead = - { $unit }: { $duty }, hạn { $day } ({ $why }); đã chuyển sang { $who }.
reach-employers = - { $count } doanh nghiệp sắp đến hạn mà không nhắn được; số điện thoại có trong danh sách.
reach-calls = Danh sách cần gọi điện

## Ai chưa nộp
filing-missing =
    { $duty }, hạn { $due }: { $done }/{ $units } đã báo, còn { $missing } chưa (tính đến { $at }).
    { $lines }
filing-missing-interval =
    { $duty }: { $missing } nơi đã quá hạn hoặc đến hạn trước { $due } (tính đến { $at }).
    { $lines }
filing-all = ✅ { $duty }, hạn { $due }: cả { $units } nơi đã báo (tính đến { $at }).
filing-none = Lúc này chưa có kỳ nào của doanh nghiệp đang mở trong phạm vi của anh/chị (tính đến { $at }).
filing-line = - { $unit }
filing-line-unlinked = - { $unit }: chưa liên kết, cần gọi điện
filing-file = Tải tệp .xlsx
filing-being-made = Đang lập danh sách, xong ngay đây.
filing-ready = Danh sách { $count } nơi chưa báo, kèm số điện thoại đã biết. Anh/chị giữ trong cơ quan.
filing-title = Chưa báo: { $duty }
filing-note = { $count } trong { $units } nơi chưa báo, tính đến { $at }.
call-list-tax-code = Mã số thuế
call-list-linked = Đã liên kết Báo An
call-list-is-linked = có
invite-ask-unit-or-employer = Mời người của đơn vị nào? Nhắn tên đơn vị, hoặc mã số thuế của doanh nghiệp.
progress-told-law = ✅ Đã ghi lúc { $at }: { $duty }. Báo An thôi nhắc việc này.
progress-told-law-again = ✅ Đã ghi lúc { $at }: { $duty }. Lần tới chậm nhất { $next }, Báo An nhắc trước một tháng.
