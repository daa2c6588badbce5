# Báo tai nạn, báo nguy hiểm, vụ việc theo mã.

flow-title-report_accident = báo tai nạn
flow-title-report_hazard = báo nguy hiểm
flow-title-case_addition = bổ sung vụ việc

accident-urgent = 🔴 Có người đang nguy hiểm thì gọi 115 trước. Báo An ghi báo cáo ngay đây.
accident-urgent-in-group = 🔴 Có người đang nguy hiểm thì gọi 115 trước.
accident-report-privately = Để báo tai nạn, anh/chị nhắn riêng cho Báo An; trong nhóm Báo An không hỏi và chưa ghi gì.
group-write-privately = Việc này Báo An chỉ nói riêng. Anh/chị nhắn riêng cho Báo An.
accident-ask-people = Bao nhiêu người bị thương hoặc đã mất? Nhắn một con số, hoặc chọn:
accident-people-how = Anh/chị nhắn giúp số người bị thương hoặc đã mất, ví dụ: 2.
accident-really-nobody = Không có ai bị thương hay mất, đúng không? Nếu có, nhắn lại số người.
accident-really-many = { $total } người bị nạn, đúng không? Nếu chưa đúng, nhắn lại số người.
accident-which-count = Báo An nên ghi bao nhiêu người? Chọn một mục hoặc nhắn con số.
accident-not-clear = Chưa rõ
accident-ask-place = Nơi xảy ra thuộc xã, phường nào? Có thể gửi vị trí.
accident-ask-commune = Nơi ấy thuộc xã, phường nào?
accident-place-share = Gửi vị trí
accident-place-other = Xã khác
accident-place-how-to-share = Anh/chị bấm nút đính kèm rồi chọn Vị trí, hoặc nhắn tên xã, phường.
accident-place-type = Anh/chị nhắn tên xã, phường hoặc nơi xảy ra, ví dụ: xã Tân Lập.
accident-which-commune = Là xã, phường nào?
accident-ask-phone = Cán bộ gọi lại cho anh/chị số nào?
accident-phone-none = Không để lại số
accident-phone-how = Anh/chị nhắn giúp số điện thoại 10 chữ số, ví dụ: 0912 345 678.

accident-noted = Đã ghi: { $what }
accident-noted-many =
    Đã ghi:
    { $lines }
accident-dash = - { $what }
accident-dot = { $what }.
accident-heard-place = { $what }.
accident-heard-words = nơi xảy ra "{ $what }".
accident-heard-phone = số gọi lại { $what }.
accident-heard-death = có người tử vong.
accident-heard-workplace = đơn vị { $what }.
accident-died-or-lives = Người đó đã mất hay còn sống?
accident-person-died = Đã mất
accident-person-lives = Còn sống
accident-held-phone = Đang có số { $what }.
accident-held-any = Đang có: { $what }.
accident-held-keep-phone = Giữ số này
accident-held-keep-any = Giữ nguyên
accident-asked-penalty = Báo An không phạt ai; báo tai nạn để người bị nạn được giúp. Việc xử lý sau này do cơ quan có thẩm quyền.
accident-asked-officer = Câu này Báo An chưa biết; cán bộ nhận vụ sẽ trả lời anh/chị.
accident-heard-photos = { $count } ảnh vừa gửi.
accident-people = { $total } người
accident-people-injured = { $total } người bị thương
accident-people-dead = { $dead } người tử vong
accident-people-of-dead = { $total } người, trong đó { $dead } người tử vong
accident-people-unknown = chưa rõ số người
accident-place-position = vị trí đã gửi
accident-at = { $at }
accident-in-part = { $part } { $day }
accident-part-dawn = rạng sáng
accident-part-morning = buổi sáng
accident-part-noon = buổi trưa
accident-part-afternoon = buổi chiều
accident-part-evening = buổi tối
accident-part-night = đêm
accident-between = từ { $start } đến { $end }

accident-photo-kept = Đã giữ ảnh ({ $count } ảnh).
accident-file-kept = Đã giữ tệp ({ $count }).
accident-voice-kept = Đã giữ tin thoại. Báo An không nghe được; anh/chị nhắn thêm vài chữ giúp.
accident-file-lost = Tệp chưa tới nơi. Anh/chị gửi lại giúp.
accident-position-kept = Đã ghi vị trí.
accident-button-used = Nút ấy đã dùng rồi, Báo An đang hỏi:
accident-words-how = Anh/chị nhắn giúp vài chữ, hoặc bỏ qua câu này.
accident-words-kept = Đã giữ lời anh/chị kể.
accident-words-added = Đã ghi thêm lời nhắn này.
accident-remark-kept = Câu này đang chờ ảnh; lời nhắn vừa rồi đã ghi làm chú thích.

accident-full = Báo cáo này đã đầy, Báo An không giữ thêm được nữa. Anh/chị đi tiếp giúp.

accident-telling = Đang báo người trực { $unit }. Mã vụ: { $code }. Có người nhận, Báo An nhắn lại ngay.
accident-telling-office = Đang báo người trực của { $unit }. Mã vụ: { $code }. Có người nhận, Báo An nhắn lại ngay.
accident-reached-nobody = 🔴 Báo An đã giữ vụ { $code } nhưng chưa nối được cán bộ nào. Anh/chị gọi ngay { $number }.
accident-also-telling = Đang báo thêm người trực { $unit }.
accident-scene = Cứu người trước. Giữ nguyên hiện trường, chụp ảnh nếu an toàn, và báo ngay người phụ trách trực tiếp.
accident-tell-chief = Anh/chị báo ngay người phụ trách trực tiếp để phòng việc xảy ra lại.
accident-nobody-took = 🔴 Vụ { $code } chưa có người nhận. Báo An đang báo tiếp người khác; anh/chị gọi luôn { $number }.
accident-taken = Cán bộ trực { $unit } đã nhận lúc { $time }.
accident-taken-by-office = Cán bộ { $office } đã nhận lúc { $time }.
accident-state-told = Vụ { $code }: { $state }.

consent-notice =
    { $office } giữ thông tin vụ việc này để cứu giúp, xử lý và điều tra tai nạn theo luật an toàn, vệ sinh lao động.
    Gồm: lời kể, ảnh, vị trí, số gọi lại, thương tích (dữ liệu nhạy cảm). Giữ theo hạn lưu hồ sơ tai nạn. Anh/chị được xem, sửa, xóa, rút lại đồng ý.
    { $contact }
consent-full =
    Bên kiểm soát dữ liệu: { $office }.
    Mục đích: báo người có trách nhiệm, cứu giúp, điều tra và thống kê tai nạn lao động.
    Dữ liệu: nội dung tin nhắn, ảnh, tệp, vị trí, số gọi lại, tài khoản nhắn tin; tên và thương tích của nạn nhân nếu anh/chị nêu. Thông tin sức khỏe là dữ liệu nhạy cảm, chỉ cán bộ được giao vụ mở xem, mỗi lần mở đều được ghi lại.
    Căn cứ: sự đồng ý của anh/chị; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15; Luật An toàn, vệ sinh lao động 84/2015/QH13. Tin cấp cứu được ghi trước khi hỏi là để bảo vệ tính mạng.
    Thời gian giữ: theo hạn lưu hồ sơ tai nạn lao động, hết hạn thì xóa.
    Quyền: xem, sửa, xóa, hạn chế, phản đối, rút lại đồng ý bất cứ lúc nào; được trả lời trong 2 ngày làm việc.
    { $contact }
    Anh/chị có đồng ý không?
consent-contact = Liên hệ: { $number }.
consent-contact-none = Liên hệ: trụ sở cơ quan.
consent-ask = Anh/chị đồng ý cho giữ thông tin để Báo An hỏi tiếp không?
consent-how = Anh/chị chọn giúp Đồng ý hoặc Không đồng ý; chưa chọn thì Báo An chưa hỏi tiếp.
consent-yes = Đồng ý
consent-no = Không đồng ý
consent-more = Xem kỹ hơn
consent-aside = Lời kể này đang để riêng; anh/chị đồng ý thì Báo An mới giữ.
consent-first = Mục ấy Báo An hỏi sau. Trước hết anh/chị nhắn "đồng ý" hoặc "không đồng ý" cho giữ thông tin.
consent-refused =
    Báo An không hỏi thêm. Tin cấp cứu của vụ { $code } vẫn được giữ và xử lý.
    Khẩn cấp: 115 (cấp cứu), 114 (cứu nạn), 113 (công an). { $contact }
consent-not-kept = Anh/chị không đồng ý nên Báo An không giữ ảnh, tệp, vị trí hay số điện thoại ấy.
consent-withdrawn =
    ✅ Đã rút lại đồng ý. Vụ { $codes }: Báo An đã bỏ khỏi hồ sơ số gọi lại, ảnh, tệp, vị trí, tên, thương tích và các câu trả lời, lời ghi thêm của anh/chị.
    Báo An vẫn giữ tin đầu, số người, nơi xảy ra và diễn biến (đã xóa các dãy số) để cứu giúp và điều tra theo luật an toàn, vệ sinh lao động; việc rút lại không đổi những gì cán bộ đã làm. { $contact }
consent-withdrawn-none = Báo An không giữ vụ nào của anh/chị. Đã ghi việc rút lại đồng ý.
accident-ask-tip = Muốn báo thêm mà không nói mình là ai? Nhắn một tin, hoặc:
accident-tip-stop = Dừng ở đây
accident-tip-kept = Đã giữ lời báo ẩn danh cùng vụ việc.

accident-ask-what = Việc xảy ra thế nào? Kể vài câu, hoặc:
accident-later = Để sau
accident-ask-role = Anh/chị là ai trong việc này?
accident-role-victim = Người bị nạn
accident-role-colleague = Đồng nghiệp
accident-role-relative = Người nhà
accident-role-passer-by = Người đi qua
accident-role-employer = Người sử dụng lao động
accident-role-officer = Cán bộ
accident-ask-contract = Người bị nạn có hợp đồng lao động không?
accident-contract-yes = Có
accident-contract-no = Không
accident-contract-unknown = Không rõ
accident-ask-happened = Việc xảy ra lúc nào? Ví dụ: 8h sáng nay.
accident-just-now = Vừa xong
accident-when-how = Anh/chị nhắn giúp ngày và giờ, ví dụ: 8h sáng nay hoặc chiều 20/11.
accident-when-future = Giờ ấy chưa tới. Anh/chị nhắn giúp lúc việc đã xảy ra, ví dụ: 8h sáng nay.
accident-when-which = Là lúc nào?
accident-ask-workplace = Việc xảy ra ở công trường hoặc đơn vị nào? Nhắn tên.
accident-ask-hurt = Người bị thương làm nghề gì, bị thế nào? Ví dụ: thợ hàn, gãy tay.
accident-ask-hurt-of = ({ $number }/{ $of }) Người này làm nghề gì, bị thế nào? Ví dụ: thợ hàn, gãy tay.
accident-ask-who = Người bị thương tên gì, sinh năm nào? Viết tắt cũng được. Ví dụ: anh N., 1990.
accident-ask-who-of = ({ $number }/{ $of }) Người này tên gì, sinh năm nào? Viết tắt cũng được. Ví dụ: anh N., 1990.
accident-ask-who-dead = Người đã mất tên gì, sinh năm nào? Viết tắt cũng được.
accident-ask-who-dead-of = ({ $number }/{ $of }) Người đã mất tên gì, sinh năm nào? Viết tắt cũng được.
accident-victim-how = Anh/chị nhắn giúp vài chữ, ví dụ: anh N., 1990. Chưa rõ thì bỏ qua.
accident-victim-not-clear = Chưa rõ về người này
accident-victims-later = Để cán bộ ghi sau
accident-ask-victims = Có { $total } người bị nạn. Anh/chị biết ai thì nhắn mỗi người một dòng: tên, tuổi, bị thế nào.
accident-ask-victims-more = Đã ghi { $known } trong { $total } người. Còn ai nữa thì nhắn tiếp, hết thì bấm Xong.
accident-victims-how = Mỗi người một dòng giúp, ví dụ: anh N., 35 tuổi, gãy tay. Còn ai thì nhắn:
accident-heard-victim = người { $number }: { $what }.
accident-victim-and = { $first }, { $then }
accident-victim-born = sinh năm { $year }
accident-victim-born-about = sinh khoảng năm { $year }
accident-victim-male = nam giới
accident-victim-female = nữ giới
accident-victim-dead = đã mất
accident-victim-missing = mất tích
accident-victim-unknown = chưa rõ
accident-victim-nth = Người { $number }
accident-victim-nth-known = Người { $number }: { $what }
accident-fix-whom = Sửa về ai?
accident-fix-victims = Người bị nạn
accident-line-victim = - Người bị nạn { $number }: { $what }
accident-ask-media = Có ảnh hiện trường hoặc vị trí thì gửi, bao nhiêu cũng được; đừng gửi giấy tờ tùy thân. Hết thì bấm Xong.
accident-ask-media-more = Còn ảnh nữa không? Hết thì bấm Xong.
accident-media-done = Xong
accident-media-how = Anh/chị gửi ảnh, vị trí, hoặc bấm Xong.

accident-review =
    Báo An đã ghi:
    { $lines }
accident-review-nothing = - chưa có thông tin nào
accident-line-opening = - Tin đầu: { $what }
accident-line-people = - Số người: { $what }
accident-line-place = - Nơi xảy ra: { $what }
accident-line-phone = - Số gọi lại: { $what }
accident-line-happened = - Lúc: { $what }
accident-line-what = - Diễn biến: { $what }
accident-line-role = - Người báo: { $what }
accident-line-contract = - Hợp đồng lao động: { $what }
accident-line-workplace = - Đơn vị: { $what }
accident-line-injury = - Người bị thương { $number }: { $what }
accident-line-names = - Tên: { $what }
accident-ask-factor = Theo lời kể, yếu tố gây chấn thương có thể là:
accident-ask-cause = Theo lời kể, nguyên nhân chính có thể là gì? Đoàn điều tra mới là bên kết luận.
accident-factor-list = Yếu tố nào gây chấn thương?
accident-cause-list = Nguyên nhân chính có thể là gì?
accident-code-other = Mục khác
accident-heard-factor = yếu tố gây chấn thương: { $what }.
accident-heard-cause = nguyên nhân chính: { $what }.
accident-line-factor = - Yếu tố gây chấn thương: { $what }
accident-line-cause = - Nguyên nhân chính: { $what }
accident-fix-factor = Yếu tố gây chấn thương
accident-fix-cause = Nguyên nhân
accident-line-photos = - Ảnh: { $count }
accident-line-files = - Tệp: { $count }
accident-line-locations = - Vị trí: { $count }
accident-line-remarks = - Ghi thêm: { $what }
accident-line-tip = - Báo ẩn danh: { $what }
accident-ask-review = Ghi như vậy đúng chưa?
accident-review-ok = Đúng, gửi
accident-fix-which = Sửa mục nào?
accident-fix-none = Không sửa nữa
accident-fix-people = Số người
accident-fix-place = Nơi xảy ra
accident-fix-phone = Số gọi lại
accident-fix-what = Diễn biến
accident-fix-role = Người báo
accident-fix-contract = Hợp đồng
accident-fix-happened = Thời gian
accident-fix-workplace = Đơn vị
accident-fix-media = Ảnh
accident-done = ✅ Đã ghi đủ vụ { $code }. Nhắn mã này lúc nào cũng được để xem tới đâu.
accident-done-employer =
    ✅ Đã ghi đủ vụ { $code }. Nhắn mã này lúc nào cũng được để xem tới đâu.
    Tin nhắn này chưa thay cho việc khai báo của đơn vị. Bấm để lấy mẫu và nơi nhận.
accident-kept = Vụ { $code } vẫn được giữ và xử lý. Nhắn mã này lúc nào cũng được để xem tới đâu.
accident-left = Đã dừng. Vụ { $code } vẫn được giữ, Báo An đang tìm người nhận; nhắn mã này để xem tới đâu.
accident-left-taken = Đã dừng. Vụ { $code } vẫn được giữ và đã có người nhận; nhắn mã này để xem tới đâu.
accident-here-unsent = Báo An vẫn nghe. Anh/chị trả lời ngắn cũng được, Báo An báo người trực ngay.
accident-here = Báo An vẫn nghe. Vụ { $code } đã báo người trực, chưa ai nhận. Báo An hỏi nốt cho đủ; chưa rõ cứ bỏ qua.
accident-here-taken = Báo An vẫn nghe. Vụ { $code } cán bộ đã nhận. Báo An hỏi nốt cho đủ; chưa rõ cứ bỏ qua.
accident-which-case = Thêm vào vụ { $code }?
accident-which-add = Thêm
accident-which-new = Vụ khác
accident-added = Đã ghi thêm vào vụ { $code }; cán bộ mở hồ sơ sẽ thấy. Nhắn mã này để xem tới đâu.
accident-left-unsent = Đã dừng, chưa gửi cho ai. Nếu có người nguy hiểm, anh/chị gọi 115.

accident-code-joined = { $code } (gộp { $count } báo cáo)
accident-push = 🔴 { $code }: { $class }, { $place }, báo lúc { $time }. Anh/chị nhận vụ này không?
accident-push-again = 🔴 { $code }: { $class }, { $place }, báo lúc { $time }. Vẫn chưa có người nhận. Anh/chị nhận không?
accident-push-leader = 🔴 { $code }: { $class }, { $place }, báo lúc { $time }. Chưa cán bộ nào nhận. Anh/chị đôn đốc giúp?
accident-push-changed = 🔴 { $code }: tin mới, { $class }, { $place }, báo lúc { $time }. Mở hồ sơ?
hazard-push = { $code }: { $class }, { $place }, báo lúc { $time }. Anh/chị xem giúp?
accident-push-many = 🔴 { $code }: { $class }, { $place }, báo lúc { $time }; cùng một người báo { $count } vụ trong 1 giờ. Xem các vụ?
accident-class-fatal = tai nạn chết người
accident-class-count = tai nạn có { $count } người bị nạn
accident-class-none = tin tai nạn, chưa có người bị nạn
accident-class-unknown = tai nạn, chưa rõ số người bị nạn
accident-place-unknown = chưa rõ xã
case-kind-accident = tai nạn
case-kind-commuting = tai nạn trên đường đi làm
case-kind-disease = bệnh nghề nghiệp
case-kind-technical_incident = sự cố kỹ thuật
case-kind-near_miss = suýt xảy ra tai nạn
case-kind-hazard = nơi làm việc không an toàn
case-kind-equipment = thiết bị nghiêm ngặt

hazard-ask-what = Kể giúp vài câu: anh/chị thấy điều gì nguy hiểm?
hazard-what-how = Nhắn giúp vài chữ, ví dụ: giàn giáo bị lỏng. Anh/chị thấy điều gì?
hazard-rescue = 🔴 Đang cháy, nổ, rò rỉ hoặc sập thì rời xa và gọi 114 ngay.
hazard-ask-place = Nơi ấy thuộc xã, phường nào? Có thể gửi vị trí.
hazard-ask-media = Có ảnh thì gửi, bao nhiêu cũng được. Hết thì bấm Xong.
hazard-ask-phone = Cần hỏi thêm thì cán bộ gọi số nào?
hazard-done = ✅ Đã ghi. Đang báo { $unit }. Mã: { $code }. Nhắn mã này để xem tới đâu.
hazard-reached-nobody = Đã giữ tin với mã { $code }, nhưng chưa nối được cán bộ nào. Nếu gấp, anh/chị gọi { $number }.

case-take = Nhận vụ
case-open = Mở hồ sơ
case-handle = Đang xử lý
case-close = Đóng vụ
case-many = Xem các vụ
case-many-older = Xem các vụ trước
case-many-list =
    Cùng một người báo trong 1 giờ:
    { $lines }
case-full = Vụ { $code } đã đầy, Báo An không ghi thêm được. Có việc gấp, anh/chị gọi thẳng cán bộ hoặc 115.
case-addition-refused = Anh/chị không đồng ý nên Báo An không giữ thêm. Vụ { $code } vẫn được xử lý; nhắn mã này để xem tới đâu.
case-add = Bổ sung
case-more-files = Xem ảnh, tệp khác
case-files = Ảnh, tệp khác của vụ { $code }:
case-files-none = Vụ { $code } chưa có ảnh, tệp nào khác mở được.
case-pass = Nhờ người khác
case-passed-on = Đã báo người kế tiếp nhận vụ { $code }. Anh/chị vẫn nhận được nếu rảnh hơn.
case-passed-to-nobody = Vụ { $code }: ai cũng đã được báo mà chưa ai nhận. Anh/chị gọi giúp { $number } hoặc nhận vụ này.
case-which-take = Đang có vài vụ chưa ai nhận. Anh/chị nhận vụ nào?
case-which-handle = Anh/chị đang xử lý vụ nào?
case-which-pass = Đang có vài vụ chưa ai nhận. Nhờ người khác vụ nào?
case-urgent-first =
    🔴 Vụ đang mở:
    { $lines }
case-line-place = - { $code }, { $place }, { $state }
case-short-open = chưa báo được cho ai
case-short-dispatched = chưa ai nhận
case-short-acknowledged = đã có người nhận
case-short-being_handled = đang xử lý
case-short-closed = đã đóng
case-short-cancelled = đã hủy
case-counted =
    Hôm nay: { $today } vụ. Tuần này: { $week } vụ. Năm nay: { $year } vụ.
    { $lines }
case-counted-none = Hôm nay và tuần này chưa có vụ nào. Năm nay: { $year } vụ.
case-counted-no-line = -
case-taken = Vụ { $code } đã có người nhận lúc { $time }.
case-taken-by-you = Anh/chị đã nhận vụ { $code } lúc { $time }.
case-taken-by-other = Vụ { $code } đã có người nhận lúc { $time }.
case-you-took = ✅ Anh/chị đã nhận vụ { $code }. Báo An đang nhắn người báo. Mở hồ sơ?
case-you-handle = Đã ghi: vụ { $code } đang xử lý. Người báo được tin.
case-you-closed = ✅ Đã đóng vụ { $code }. Người báo được tin.
case-change-same = Vụ { $code } đang ở trạng thái này rồi.
case-change-reopen-first = Vụ { $code } đã đóng. Cần mở lại trước.
case-change-out-of-order = Vụ { $code } cần có người nhận trước.
case-state = Vụ { $code }: { $state }.
case-state-since = { $state } (nhận lúc { $time })
case-state-open = đã ghi, chưa báo được cho ai
case-state-dispatched = đang báo người trực, chưa ai nhận
case-state-acknowledged = đã có cán bộ nhận
case-state-being_handled = đang xử lý
case-state-closed = đã đóng
case-state-cancelled = đã hủy
case-page =
    Vụ { $code }: { $state }.
    { $class }
    { $lines }
case-may-be-serious = - Thương tích có thể thuộc loại nặng; cán bộ sẽ xác nhận.
case-injury-candidate = - Người { $number } có thể ứng với mã { $code }: { $what }
case-none = Anh/chị chưa báo vụ nào qua Báo An.
case-none-sent = Báo cáo này chưa gửi. Anh/chị trả lời nốt câu sau là Báo An báo cán bộ ngay.
case-list =
    Các vụ anh/chị đã báo:
    { $lines }
case-line = - { $code }: { $state }
case-ask-addition = Nhắn chữ, gửi ảnh hoặc vị trí. Bổ sung gì cho vụ { $code }?
case-ask-addition-more = Còn gì thêm cho vụ { $code }? Hết thì bấm Xong.
case-addition-how = Chữ, ảnh hoặc vị trí đều được. Anh/chị bổ sung gì?
case-added = Đã ghi thêm.
case-addition-done = Vụ { $code } vẫn được giữ đủ; nhắn mã này để xem tới đâu.

amend-which = Sửa mục nào theo lời anh/chị vừa nhắn?
amend-name = tên người bị nạn { $number }: { $what }.
amend-victim = { $who }: { $what }.
amend-dead = { $what }.
amend-without = { $what }; bỏ { $who }.
amend-contract = hợp đồng lao động: { $what }.
amend-field-people = số người
amend-field-place = nơi xảy ra
amend-field-phone = số gọi lại
amend-field-happened = thời gian
amend-field-what = diễn biến
amend-field-role = người báo
amend-field-contract = hợp đồng
amend-field-workplace = đơn vị
amend-field-victims = người bị nạn
amend-field-factor = yếu tố gây chấn thương
amend-field-cause = nguyên nhân
amend-field-media = ảnh, tệp
amend-field-remarks = lời ghi thêm
accident-people-contradict = Số người đã mất không lớn hơn tổng số được. Anh/chị nhắn lại giúp, ví dụ: 3 người, 1 người mất.
flow-title-case_correction = sửa vụ việc
case-fix = Sửa
case-amended = Vụ { $code }: vừa có sửa về { $fields }. Mở hồ sơ?
case-more = Việc khác
case-more-what = Làm gì thêm với vụ { $code }?
case-fix-ask = Sửa gì trong vụ { $code }? Nhắn bằng lời, ví dụ: 3 người chứ không phải 2.
case-fix-more = Còn sửa gì nữa trong vụ { $code }? Hết thì bấm Xong.
case-fix-how = Báo An chưa rõ sửa mục nào. Anh/chị nhắn rõ hơn, hoặc để Báo An ghi nguyên lời này cho cán bộ?
case-fix-note = Ghi nguyên lời
case-fix-not-kept = Báo An không giữ được phần này của vụ { $code } vì anh/chị đã chọn không lưu hoặc giữ kín.
case-fix-same = Vụ { $code } đang ghi đúng như vậy rồi.
case-fix-which-case = Anh/chị sửa vụ nào?
case-fix-done = Đã xong phần sửa vụ { $code }.
case-fixed =
    Đã sửa vụ { $code }:
    { $lines }
    Bản trước vẫn được giữ.
case-fixed-taken-out = - đã bỏ mục này
accident-position-abroad = Vị trí vừa gửi nằm ngoài Việt Nam nên Báo An giữ lại mà chưa dùng. Anh/chị nhắn tên xã, phường giúp.
accident-file-again = Ảnh, tệp này đã có rồi (đang giữ { $count }).
accident-id-card = Báo An không giữ ảnh giấy tờ tùy thân; ảnh vừa gửi đã được bỏ. Chỉ cần ảnh hiện trường.
case-position-far = - Vị trí gửi cách các vị trí trước đây của xã này từ { $km } km, chưa chắc. Anh/chị hỏi lại nơi xảy ra giúp.
accident-line-locations-abroad = - Vị trí: { $count } (có vị trí ngoài Việt Nam, chưa chắc)
accident-line-doubtful = - Chưa chắc: lời báo có vẻ nói đùa hoặc nhắn thử.
accident-really-happened = Có tai nạn thật phải không? Nếu thật, Báo An báo cán bộ ngay.
accident-really-yes = Có thật
accident-really-no = Tôi nhắn thử
accident-jest-left = Đã dừng, chưa báo cho ai. Có người bị nạn thật thì anh/chị nhắn lại ngay, hoặc gọi 115.
accident-class-doubtful = tin chưa chắc, { $what }
accident-ask-during = Việc xảy ra trên đường đi làm, về nhà hay khi đang làm việc?
accident-during-commuting = Trên đường đi làm, về
accident-during-work = Khi đang làm việc
accident-during-unknown = Không rõ
accident-line-during = - Xảy ra: { $what }
accident-fix-during = Trên đường hay khi làm
amend-field-during = nơi, lúc làm việc
hazard-ask-serious = Sự cố có lớn, lan rộng hoặc nơi ấy không tự xử lý được không?
hazard-serious-no = Không
accident-line-incident = - Người báo cho là sự cố lớn, nơi ấy không tự xử lý được.
