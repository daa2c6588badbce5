# Mẫu khai báo, báo cáo thống kê, sổ của xã. Báo An chỉ lập giấy, không khai báo thay ai.

flow-title-declaration = ghi lại việc đã gửi khai báo
flow-title-declaration_receipt = ghi xác nhận của nơi nhận

form-get = Lấy mẫu khai báo
form-sent = Đã gửi rồi
form-which = Vụ { $code }: lấy mẫu nào?
form-being-made = Đang điền { $form }. Xong ngay đây.
form-ready =
    { $form }, vụ { $code }: đã điền những gì Báo An biết, kèm phiếu đối chiếu từng mục.
    { $lines }
form-to = Nơi nhận: { $to }.
form-means = Cách gửi luật nêu: trực tiếp, điện thoại, fax, công điện hoặc thư điện tử, cách nào nhanh nhất.
form-kept-here = Biên bản này lưu tại xã để thống kê.
form-missing = Còn thiếu, anh/chị tự điền: { $what }.
form-draft = { $mark }.
form-verify = Mẫu và nơi nhận cần đối chiếu lại: vụ việc còn điều chưa rõ, hoặc văn bản có thể đã đổi.
form-article = Căn cứ: { $article }.
form-yours-to-send = Việc gửi là của anh/chị: Báo An không gửi thay, tin nhắn này chưa phải là khai báo. Gửi xong thì bấm để ghi lại.
form-none = Vụ { $code }: với những gì đã biết, Báo An chưa thấy mẫu nào để điền. Cán bộ xem lại khi có tin mới.
form-none-yet =
    Vụ { $code }: chưa đủ để biết luật đòi mẫu nào. Cần rõ thêm:
    { $lines }
form-line = - { $what }
form-for-worker = Anh/chị báo ngay người phụ trách trực tiếp hoặc người sử dụng lao động. Mẫu khai báo do họ và Ủy ban nhân dân xã lập.
form-not-for-case = Vụ { $code } không dùng mẫu này nữa. Anh/chị mở lại hồ sơ vụ để lấy mẫu đúng.

declaration-ask-when = (1/{ $of }) { $form }: anh/chị gửi lúc nào? Ví dụ: 9h sáng nay.
declaration-when-how = Anh/chị nhắn giúp ngày và giờ đã gửi, ví dụ: 9h sáng nay.
declaration-when-future = Giờ ấy chưa tới. Anh/chị nhắn giúp lúc đã gửi, ví dụ: 9h sáng nay.
declaration-ask-means = (2/{ $of }) Gửi bằng cách nào?
declaration-means-how = Luật nêu năm cách này. Anh/chị đã gửi bằng cách nào?
declaration-means-in_person = trực tiếp
declaration-means-telephone = điện thoại
declaration-means-fax = fax
declaration-means-telegram = công điện
declaration-means-email = thư điện tử
declaration-ask-to = (3/3) Gửi cho nơi nào?
declaration-to-all = Tất cả
declaration-kept =
    Đã ghi lời anh/chị: { $form }, gửi lúc { $when }, bằng { $means }, vụ { $code }.
    Báo An chỉ ghi lại; đã đủ hay chưa do nơi nhận xác nhận.
declaration-left = Đã dừng, chưa ghi gì thêm cho vụ { $code }.
declaration-told-officer = Vụ { $code }: có lời báo đã gửi khai báo bằng { $means }. Mở hồ sơ?
declaration-line-employer = - Đơn vị nói đã gửi { $form }: { $when }, { $means }, tới { $to }
declaration-line-officer = - Cán bộ nói đã gửi { $form }: { $when }, { $means }, tới { $to }
receipt-add = Nơi nhận đã xác nhận
receipt-ask = Vụ { $code }: nơi nào xác nhận, lúc nào, số văn bản (nếu có)?
receipt-how = Anh/chị nhắn giúp vài chữ, ví dụ: Sở Nội vụ, 10h sáng nay, số 12/XN.
receipt-kept = Đã ghi xác nhận của nơi nhận vào vụ { $code }, theo lời anh/chị.
receipt-line = - Nơi nhận xác nhận, theo lời cán bộ: { $what }

paper-who-reporter = người báo
paper-who-reporter-of = người báo { $number }
paper-who-officer = cán bộ { $unit }
paper-who-office = cơ quan đầu mối

report-name = Phụ lục { $annex }
report-name-register = Sổ thống kê tai nạn
report-being-made = Báo An hiểu: { $name }, từ { $first } đến { $last }. Đang lập, xong ngay đây.
report-ready =
    { $name }, từ { $first } đến { $last }: { $counted }
    { $lines }
report-counted = đã tính { $cases } vụ.
report-zero = không có vụ nào (báo cáo số không).
report-check = Phiếu đối chiếu kèm theo: tổng bằng các dòng, vụ nào nằm dòng nào, vụ nào chưa tính và vì sao.
report-scope-all = tất cả đơn vị
report-scope-own = các vụ do người sử dụng lao động tự báo
report-days-how = Anh/chị nhắn lại kỳ báo cáo giúp, ví dụ: phụ lục XIV 6 tháng đầu năm 2026.
report-days = Ngày đầu { $first } sau ngày cuối { $last }.
report-unknown = Không có báo cáo { $what }. Hiện có: XII, XIV, XV.
report-place-unknown = Báo An chưa nhận ra xã, phường ấy trong phạm vi của anh/chị.
register-which-unit = Sổ của xã, phường nào? Ví dụ: sổ thống kê xã Tân Lập năm 2026.
register-declared = { $form }: { $means }, tới { $to }

template-too-large = Tệp mẫu quá lớn.
template-unreadable = Tệp mẫu không đọc được; cần tệp .docx.
template-active = Tệp mẫu có macro, đối tượng nhúng hoặc liên kết ra ngoài ({ $part }); Báo An không dùng.
template-block = Khối { $name } trong mẫu phải mở và đóng trong cùng một bảng.
template-placeholders = Mẫu của cơ quan có chỗ điền chưa đúng: { $names }. Chạy "baoan forms check".
forms-line = { $form }  { $name }  [{ $state }]
forms-state-draft = dự thảo
forms-state-confirmed = đã đối chiếu: { $by }, { $number }
forms-state-template = mẫu của cơ quan
forms-state-own = mẫu có sẵn
forms-check-ok = { $form }: dùng được.
forms-check-unknown = { $form }: chỗ điền không có trong mẫu: { $names }
forms-check-missing = { $form }: thiếu chỗ điền bắt buộc: { $names }
forms-check-stranger = { $name }: không phải tên của mẫu nào.
forms-check-none = Chưa có mẫu nào của cơ quan trong { $folder }.
forms-check-bad = Có mẫu chưa dùng được.
forms-unknown = Không có mẫu "{ $form }". Xem "baoan forms list".
forms-confirmed = Đã ghi: { $form } được { $by } đối chiếu, văn bản { $number }. Bỏ dấu dự thảo.
out-suffix = Tệp ra phải là { $suffixes }.
out-unwritable = Không ghi được tệp { $path }.
labour-unreadable = Không đọc được { $path }: cần CSV kind,establishments,reporting,labour,reporting_labour,women.
