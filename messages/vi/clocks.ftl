# Phân loại vụ việc do cán bộ xác nhận, việc theo luật của từng vụ, "vì sao", đổi loại, nhắc việc "ngay".
flow-title-case_class = xác nhận loại tai nạn
flow-title-case_duty_done = ghi lại việc đã làm theo luật

## Loại của vụ
case-class-suggested = Loại gợi ý: { $class }. Cán bộ xác nhận.
case-class-is = Loại: { $class }, cán bộ đã xác nhận.
case-class-agree = Đồng ý loại này
case-class-other = Loại khác
case-class-ask = Vụ { $code }: gợi ý là { $suggested }. Anh/chị xác nhận loại nào?
case-class-ask-reason = Anh/chị nhắn lý do chọn "{ $class }", ví dụ: theo kết luận của bệnh viện.
case-class-reason = Loại khác gợi ý cần một câu lý do. Anh/chị nhắn giúp, ví dụ: theo kết luận của bệnh viện.
case-class-kept = Đã ghi: vụ { $code } là { $class }, do anh/chị xác nhận. Việc theo luật đi theo loại này.
case-class-moved = Hồ sơ vụ { $code } vừa thay đổi, loại gợi ý nay đã khác. Anh/chị mở lại hồ sơ rồi xác nhận.
case-class-confirmed = - Xác nhận { $class }: { $who }, { $at }
case-class-confirmed-why = - Xác nhận { $class }: { $who }, { $at }. Lý do: { $reason }
case-class-lapsed = - Trước đó { $who } xác nhận { $class }, { $at }; hồ sơ đã đổi, cần xác nhận lại
case-class-who = { $role } { $unit }
case-class-office = cơ quan đầu mối

## Việc theo luật
law-do-inform = Báo tin
law-do-declare = Khai báo
law-do-notify_police = Báo công an
law-do-quick_report = Báo cáo nhanh
law-do-first_aid = Sơ cứu, cấp cứu
law-do-preserve_scene = Giữ nguyên hiện trường
law-do-record = Lập biên bản, hồ sơ
law-do-investigate = Điều tra
law-do-send_minutes = Gửi biên bản điều tra
law-do-report_figures = Báo cáo số liệu tai nạn { $period }
law-do-examine = Tổ chức khám phát hiện bệnh nghề nghiệp
law-do-treat = Cho người bệnh điều trị
law-do-refer = Giới thiệu đi giám định y khoa
law-do-declare_equipment = Khai báo sử dụng thiết bị
law-do-inspect = Kiểm định thiết bị
law-do-in = { $what }, vụ { $code }
law-do-for = { $what } ({ $by }), vụ { $code }
law-do-figures-for = { $what } ({ $by })
law-when-due = hạn { $day }
law-when-at-once = ngay
law-when-since = ngay, kể từ { $start }, đã { $gone }
law-when-no-time = luật không ghi thời hạn
law-when-not-begun = { $value } { law-why-unit } kể từ { law-why-from }, chưa bắt đầu
law-demand-sure = luật yêu cầu làm ngay
law-demand-verify = có thể phải làm ngay, cần kiểm tra
law-demand-no-time = luật yêu cầu, không ghi thời hạn
law-gone-days = { $days } ngày { $hours } giờ
law-gone-hours = { $hours } giờ { $minutes } phút
law-gone-minutes = { $minutes } phút
case-law = Việc theo luật
case-law-at-once = - Theo luật: { $count } việc phải làm ngay, chưa ai báo đã làm. { $what }: { $due }
case-law-maybe = - Theo luật: { $count } việc có thể phải làm, cần kiểm tra. { $what }: { $due }
case-law-at-once-one = - Theo luật, chưa ai báo đã làm: { $what }, { $due }
case-law-next = - Hạn gần nhất: { $what }, { $day }
case-law-list =
    Vụ { $code }, { $class }. Việc theo luật:
    { $lines }
case-law-none = - chưa có việc nào
case-law-closed = - { $count } việc cũ đã khép vì hồ sơ đổi, vẫn lưu
law-line = - { $what }: { $by }{ $to }; { $state }{ $verify }
law-line-to = , tới { $to }
law-line-verify = { " " }(cần kiểm tra)
law-why = Vì sao?
law-done = Đã làm
law-done-of = Đã làm: { $what } ({ $by })
law-card =
    { $what }
    { $lines }
law-card-by = Người làm: { $by }; { $due }.
law-card-to = Nơi nhận: { $to }.
law-card-form = Mẫu: { $form }.
law-card-verify = Điểm này cần kiểm tra lại với văn bản gốc.
law-card-said = đã ghi lời báo: làm { $at }
law-card-said-means = đã ghi lời báo: làm { $at }, bằng { $means }
law-card-said-words = đã ghi lời báo: làm { $at }, { $words }
law-done-ask-when = { $what }: anh/chị làm lúc nào? Ví dụ: 9h sáng nay.
law-done-ask-meeting = { $what }: cuộc họp công bố biên bản điều tra lúc nào? Ví dụ: 9h sáng nay.
law-done-when-how = Anh/chị nhắn giúp ngày đã làm, ví dụ: hôm qua.
law-done-ask-means = Bằng cách nào?
law-done-ask-words = Số văn bản hoặc vài chữ về việc đã làm? Nhắn, hoặc bỏ qua.
law-done-words-how = Anh/chị nhắn giúp vài chữ, ví dụ: số 12/BB, hoặc bỏ qua.
law-done-kept = Đã ghi lời anh/chị: { $what }, làm { $when }. Báo An chỉ ghi lại; đã đủ hay chưa do nơi nhận xác nhận.
law-done-left = Đã dừng, chưa ghi gì thêm.
law-done-already = Việc này đã có người ghi rồi, hoặc không còn phải làm.
law-done-told = { $unit } báo đã làm: { $what }. Xem lại?
law-because =
    { $what }:
    { $lines }

## Vì sao
case-why =
    Vụ { $code }: gợi ý là { $class }, vì:
    { $lines }
case-why-confirmed =
    Vụ { $code }: { $class }, cán bộ đã xác nhận. Theo hồ sơ:
    { $lines }
case-why-victim = - Nạn nhân { $number }: { $severity }. { $because }
case-why-pack = - Quy định của ngày xảy ra: { $pack }
case-why-duty = - { $what }: { $why }{ $verify }
case-why-question = - Còn cần biết: { $what }
case-why-contradiction = Hồ sơ vụ { $code } có điểm trái nhau nên chưa tính được. Anh/chị kiểm tra lại lúc xảy ra và tình trạng nạn nhân.

## Hồ sơ đổi, việc đổi theo
case-news =
    Vụ { $code }: { $changed }. Việc theo luật nay là:
    { $lines }
case-news-after =
    Kèm tin vừa rồi về vụ { $code }: { $changed }, nên việc theo luật nay là:
    { $lines }
case-news-class = loại đổi từ { $old } sang { $new }
case-news-facts = hồ sơ vừa được sửa
case-news-moved = - Đổi: { $duty }, { $due }{ $to } (trước đó { $was })
case-news-to = , tới { $to }
case-news-new = - Thêm: { $duty }, { $due }
case-news-gone = - Không còn: { $duty }, { $due }

## Nhắc việc phải làm ngay
reminder-at-once = ⏰ { $duty }: { $demand }, chưa ai báo đã làm. Anh/chị đã làm chưa?
reminder-at-once-stand-in = ⏰ { $duty }: { $demand }, chưa ai báo đã làm. Anh/chị nhắc giúp; đã làm chưa?
reminder-at-once-escalated = ⏰ { $unit } chưa báo: { $duty }, { $demand }. Anh/chị nhắc giúp đơn vị.
reminder-line-at-once = - { $duty }: { $demand }, chưa ai báo đã làm
reminder-line-at-once-escalated = - { $unit }: { $duty }, { $demand }, chưa báo
