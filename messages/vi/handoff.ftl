# Gặp người trực, nói chuyện qua Báo An, mở lại vụ, đánh giá, chuyển vụ cho cán bộ khác.

menu-handoff = Gặp người trực
handoff-take = Nhận nói chuyện
handoff-end = Kết thúc
handoff-other-accident = Báo tai nạn khác

handoff-level-owner = cán bộ đang giữ vụ, { $unit }
handoff-level-on_duty = người trực { $unit }
handoff-level-stand_in = người thay trực { $unit }
handoff-level-focal = người trực { $unit }
handoff-level-deputy = người thay trực { $unit }
handoff-level-head = người phụ trách { $unit }
handoff-level-coordinator = người trực { $unit }
handoff-level-nameless = người trực cơ quan đầu mối
handoff-officer-of = Cán bộ { $unit }

handoff-asked = Đang gọi { $who }. Có người nhận, Báo An nối ngay. { $ring }
handoff-asked-grave = Đang gọi { $who }. Có người nhận, Báo An nối ngay.
handoff-meanwhile-grave = 🔴 Có người nguy kịch thì gọi ngay 115 (cấp cứu), 114 (cứu nạn), 113 (công an), đừng chờ.
handoff-ring = Nếu gấp, anh/chị gọi { $number }.
handoff-ring-emergency = Khẩn cấp thì gọi 115, 114 hoặc 113.
handoff-go-on = Anh/chị cứ nhắn chữ, ảnh, tin thoại, vị trí: Báo An giữ và chuyển khi có người nhận. Muốn thôi, nhắn "kết thúc".
handoff-kept = Đã giữ, sẽ chuyển khi có người nhận.
handoff-next = Chưa ai trả lời. Báo An đang gọi tiếp { $who }. { $ring }
handoff-next-busy = Người được gọi đang bận. Báo An đang gọi tiếp { $who }. { $ring }
handoff-nobody-answers = Đã gọi lần lượt mọi người trực mà chưa ai trả lời. { $ring } Lời anh/chị vẫn giữ; có cán bộ nhận, Báo An nhắn lại.
handoff-reached-nobody = Báo An chưa nối được cán bộ nào. { $ring }
handoff-still-asking = Vẫn đang gọi người trực. Lời anh/chị được giữ để chuyển. { $ring }
handoff-connected = { $who } đang nghe. Anh/chị nhắn thẳng ở đây; Báo An chuyển lời, không cho biết tên và số của hai bên. Xong thì nhắn "kết thúc".
handoff-already = { $who } đang nghe ở đây. Anh/chị cứ nhắn; xong thì nhắn "kết thúc".

handoff-push = { $who } muốn nói chuyện với người trực. Anh/chị nhận không?
handoff-push-grave = 🔴 { $who } muốn nói chuyện ngay với người trực. Anh/chị nhận không?
handoff-whose-reporter = Người báo vụ { $code } ({ $place })
handoff-whose-on = Một người hỏi về vụ { $code } ({ $place })
handoff-whose-unit = Người của { $unit }
handoff-whose-somebody = Một người nhắn Báo An
handoff-you-took = Đã nối. { $who } đang nghe: anh/chị nhắn gì Báo An chuyển nấy, không kèm tên và số. Xong thì nhắn "kết thúc".
handoff-you-took-already = Anh/chị đang nói chuyện với người này rồi.
handoff-taken = Đã có cán bộ khác nói chuyện với người này.
handoff-taken-by-other = Đã có cán bộ nhận nói chuyện; anh/chị không cần nhận nữa.
handoff-busy = Anh/chị đang nói chuyện với một người. Nhắn "kết thúc" rồi nhận người khác.
handoff-over = Cuộc nói chuyện này đã xong hoặc quá lâu rồi.
handoff-passed = Đã gọi người kế tiếp. Anh/chị vẫn nhận được nếu rảnh hơn.
handoff-passed-to-nobody = Ai cũng đã được gọi mà chưa ai nhận. Anh/chị nhận giúp?
handoff-none = Hiện anh/chị không nói chuyện với ai qua Báo An.
handoff-case-opened = Người đang nói chuyện vừa báo tai nạn, mã { $code }. Mở hồ sơ?
handoff-facts = Lời người báo vừa nói: { $what } Ghi vào hồ sơ không?
handoff-facts-which = Ghi lời người báo vừa nói vào mục nào của hồ sơ?
handoff-facts-keep = Ghi vào hồ sơ
handoff-facts-drop = Không ghi
handoff-facts-kept = Cán bộ đã ghi vào hồ sơ: { $what }
handoff-facts-dropped = Hồ sơ để nguyên.

handoff-said-person = Người báo: { $text }
handoff-said-somebody = Người nhắn: { $text }
handoff-said-officer = Cán bộ: { $text }
handoff-photo = (ảnh)
handoff-voice = (tin thoại)
handoff-file = (tệp)
handoff-photo-with = (ảnh) { $text }
handoff-voice-with = (tin thoại) { $text }
handoff-file-with = (tệp) { $text }
handoff-place = vị trí { $lat }, { $lon }
handoff-not-arrived = Tin vừa rồi chưa tới bên kia. Anh/chị nhắn lại, hoặc gọi điện giúp.
handoff-cannot-carry = Loại tin này Báo An chưa chuyển được. Anh/chị nhắn chữ, ảnh, tin thoại hoặc vị trí giúp.
handoff-first-end = Anh/chị đang nói chuyện với cán bộ. Nhắn "kết thúc" để làm tiếp việc khác.
handoff-cry = 🔴 Có người nguy kịch thì gọi 115 ngay. Lời anh/chị được giữ cho cán bộ của vụ này.

handoff-no-officer = Anh/chị không còn giữ việc trực ở nơi này nên Báo An chưa chuyển lời; người kế tiếp được gọi.
handoff-ended = Đã kết thúc. Cần nữa thì nhắn "gặp người trực".
handoff-ended-by-officer = Cán bộ đã kết thúc cuộc nói chuyện. Cần nữa thì nhắn "gặp người trực".
handoff-ended-by-person = Người kia đã kết thúc cuộc nói chuyện.
handoff-ended-by-silence = Lâu không có tin nên cuộc nói chuyện đã khép lại. Cần nữa thì nhắn "gặp người trực".
handoff-withdrawn = Đã thôi gọi người trực. Cần nữa thì nhắn "gặp người trực".

case-talks = Xem trao đổi
case-talks-page =
    Trao đổi của vụ { $code }:
    { $lines }
case-talks-none = Vụ { $code } chưa có trao đổi nào.
case-talks-person = - { $at } Người báo: { $text }
case-talks-officer = - { $at } Cán bộ: { $text }
case-talks-gone = (không giữ)

hazard-push-again = { $code }: { $class }, { $place }, báo lúc { $time }. Vẫn chưa có người nhận. Anh/chị nhận không?

flow-title-case_reopen = mở lại vụ việc
accident-closed = Vụ { $code }: { $state }. Anh/chị thấy kết quả thế nào?
outcome-good = Hài lòng
outcome-partly = Tạm được
outcome-bad = Chưa hài lòng
outcome-again = Mở lại vụ
outcome-rated = Đã ghi đánh giá vụ { $code }. Cảm ơn anh/chị.
outcome-rated-push = Vụ { $code }: người báo đánh giá kết quả "{ $mark }".
outcome-not-closed = Vụ { $code } chưa đóng; nhắn mã này để xem tới đâu.
case-line-rating = - Người báo đánh giá: { $mark }
case-reopen-why = Vì sao cần mở lại vụ { $code }? Nhắn vài chữ, hoặc:
case-reopen-how = Anh/chị nhắn giúp vài chữ, hoặc bỏ qua.
case-reopened = Đã mở lại vụ { $code }, đang báo người trực. Có người nhận, Báo An nhắn lại.
case-reopened-nobody = Đã mở lại vụ { $code } nhưng chưa nối được cán bộ nào. Nếu gấp, anh/chị gọi { $number }.
case-reopened-push = { $code }: { $class }, { $place }, báo lúc { $time }. Người báo mở lại vụ này. Anh/chị nhận không?

flow-title-case_passing = chuyển vụ việc
passing-start = Chuyển vụ
passing-to-whom = Chuyển vụ { $code } cho ai? Chọn một người, hoặc nhắn tên xã, phường khác.
passing-which-commune = Chuyển vụ { $code } cho xã, phường nào? Nhắn tên.
passing-how = Anh/chị chọn một người, hoặc nhắn tên xã, phường, ví dụ: xã Tân Lập.
passing-nobody-there = Chưa liên lạc được ai ở { $unit }. Anh/chị chọn nơi khác giúp.
passing-level-on_duty = Người trực { $unit }
passing-level-stand_in = Người thay trực { $unit }
passing-level-focal = Người trực { $unit }
passing-level-deputy = Người thay trực { $unit }
passing-level-head = Người phụ trách { $unit }
passing-level-coordinator = Người trực { $unit }
passing-push = 🔴 { $code } ({ $place }): cán bộ đang giữ vụ nhờ anh/chị nhận thay. Anh/chị nhận không?
passing-yes = Nhận vụ này
passing-no = Không nhận
passing-asked = Đang hỏi { $who }. Tới khi có lời nhận, vụ { $code } vẫn do anh/chị giữ.
passing-waits = Vụ { $code } đang chờ một người trả lời; chưa chuyển cho ai khác được.
passing-you-took = ✅ Từ giờ anh/chị giữ vụ { $code }. Người báo được tin.
passing-you-left = Đã ghi: anh/chị không nhận vụ { $code }.
passing-over = Lời nhờ về vụ { $code } đã hết hạn hoặc đã trả lời rồi.
passing-taken = Vụ { $code } đã có người nhận thay anh/chị.
passing-refused = Người được hỏi không nhận vụ { $code }; vụ vẫn do anh/chị giữ.
passing-lapsed = Chưa ai trả lời về vụ { $code }; vụ vẫn do anh/chị giữ. Chọn người khác trong hồ sơ.
passing-told-reporter = Vụ { $code } nay do cán bộ { $unit } giữ.

accident-push-body = 🔴 { $code }: { $class }, { $place }, báo lúc { $time }. Báo để cơ quan anh/chị biết theo luật; cán bộ cơ quan an toàn lao động sẽ liên hệ.
case-bodies = - Theo luật, báo ngay thêm (loại vụ là gợi ý, cán bộ xác nhận):
case-tell-bodies = { $lines }
case-body-told = - { $name }: Báo An đang nhắn { $unit }.
case-body-unknown-number = - { $name }: chưa có trong danh sách đơn vị, anh/chị gọi { $number }.
case-body-unknown = - { $name }: chưa có trong danh sách đơn vị, anh/chị báo bằng điện thoại hoặc văn bản.
case-body-unreached-number = - { $name }: chưa nhắn được, anh/chị gọi { $number }.
case-body-unreached = - { $name }: chưa nhắn được, anh/chị báo bằng điện thoại hoặc văn bản.
