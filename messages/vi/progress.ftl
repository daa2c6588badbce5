flow-title-confirm_progress = báo tiến độ
flow-title-review_progress = duyệt báo cáo của đơn vị

duty-report-inside = báo cáo { $period }
progress-option-dated = { $duty } (hạn { $day })
progress-option-open = { $duty } ({ $period })
progress-option-unit = { $unit }: { $duty }
progress-due-none = { $period }
progress-due-today = hạn hôm nay
progress-due-left = hạn { $day }, còn { $days } ngày làm việc
progress-due-left-none = hạn { $day }, không còn ngày làm việc nào
progress-due-past = quá hạn { $day }, { $days } ngày làm việc
progress-due-past-none = quá hạn { $day }
progress-proof-number = văn bản { $number }
progress-proof-file = có tệp kèm theo
progress-proof-both = văn bản { $number }, có tệp kèm theo
progress-you = anh/chị

state-open = chưa báo
state-under_way = đang làm
state-under_way-percent = đang làm, { $percent }%
state-difficulty = gặp khó
state-submitted = đã gửi, chờ duyệt
state-accepted = đã duyệt
state-returned = cần bổ sung
state-cancelled = đã bỏ

progress-about = Việc: { $duty }.
progress-ask-kind = Việc này tới đâu rồi?
progress-ask-which-any = Đơn vị đang có { $count } việc mở. Anh/chị báo việc nào?
progress-ask-which-done = Đơn vị đang có { $count } việc mở. Anh/chị báo xong việc nào?
progress-ask-which-under_way = Đơn vị đang có { $count } việc mở. Việc nào đang làm?
progress-ask-which-difficulty = Đơn vị đang có { $count } việc mở. Việc nào gặp khó?
progress-ask-which-more_time = Có { $count } việc còn hạn. Anh/chị xin gia hạn việc nào?
progress-ask-which-many = Có { $count } việc mở. Anh/chị chọn, hoặc nhắn một phần tên việc. Là việc nào?
progress-which-unknown = Chưa thấy việc này trong các việc đang mở. Anh/chị chọn, hoặc nhắn một phần tên việc.
progress-which-narrowed = Có { $count } việc giống vậy. Là việc nào?
progress-one-at-a-time = Mỗi lần báo một việc. Anh/chị chọn việc nào trước?
progress-guess = { $duty }, phải không?
progress-kept-number = Đã giữ số văn bản { $number }.
choice-other-task = Việc khác
choice-both = Cả hai
choice-all = Tất cả ({ $count })
choice-all-check-ins = Tất cả việc thường xuyên ({ $count })
choice-look = Xem
choice-accept-report = Duyệt
choice-return = Trả lại
choice-grant = Đồng ý
choice-refuse = Không đồng ý
choice-answer = Trả lời

progress-ask-product-report = Gửi giúp số văn bản, tệp hoặc ảnh của { $duty }.
progress-ask-product-task = { $duty }: gửi giúp số văn bản, tệp hoặc ảnh.
progress-ask-product-again = Tệp trước không tải được, gửi lại giúp tệp, ảnh hoặc số văn bản: { $duty }
progress-product-needed = Cần ít nhất một thứ: số văn bản (ví dụ 125/BC-UBND), tệp hoặc ảnh. Chưa có thì chọn Đang làm.
progress-confirm-report = Đã ghi: { $duty } đã gửi, { $proof }. Đúng không?
progress-confirm-task = Đã ghi: { $duty } đã xong, { $proof }. Đúng không?
progress-ask-percent = { $duty }: đã làm được bao nhiêu phần trăm? Nhắn một số từ 0 đến 100, hoặc:
progress-percent-form = Anh/chị nhắn giúp một số từ 0 đến 100, ví dụ: 60.
progress-ask-promise = { $duty }: dự kiến ngày nào xong? Nhắn ngày, ví dụ 20/12, hoặc:
progress-date-form = Anh/chị nhắn giúp một ngày sắp tới, ví dụ: 20/12.
progress-date-not-later = Ngày xin cần sau hạn hiện tại. Anh/chị nhắn một ngày muộn hơn, ví dụ: 20/12.
progress-date-too-far = Gia hạn tối đa một năm. Anh/chị nhắn một ngày gần hơn.
progress-ask-note = { $duty }: đang vướng gì? Anh/chị nhắn vài dòng, Báo An chuyển ngay cho { $office }.
progress-ask-reason = { $duty }: vì sao cần thêm thời gian? Anh/chị nhắn ngắn gọn.
progress-words-needed = Anh/chị nhắn giúp bằng chữ.
progress-file-kept = Đã giữ tệp này.
progress-ask-wanted = { $duty }, hạn hiện tại: { $due }. Xin đến ngày nào? Nhắn ngày, hoặc:
progress-until = Đến { $day }
progress-heard-day = Đã ghi: đến { $day }.
progress-no-due = Việc thường xuyên không có ngày hạn nên không cần gia hạn. Anh/chị báo cách khác giúp.

progress-told-done = ✅ Đã ghi lúc { $at }. { $office } sẽ xem; nếu cần bổ sung, Báo An nhắn lại.
progress-told-under_way = Đã ghi lúc { $at }: { $duty }, { $state }.
progress-told-promise = Đã ghi lúc { $at }: { $duty }, { $state }, dự kiến xong { $day }. Đến ngày đó Báo An hỏi lại.
progress-told-late = Đã ghi: dự kiến xong { $day }, sau hạn { $due }. Anh/chị có cần xin gia hạn không?
progress-told-full = Đã ghi lúc { $at }: { $duty }, 100%. Nếu đã xong, anh/chị gửi văn bản luôn không?
progress-told-several = Đã ghi lúc { $at }: { $count } việc thường xuyên đang làm.
progress-told-difficulty = Đã ghi lúc { $at } và đang chuyển cho { $office }. Có trả lời, Báo An nhắn lại.
progress-told-more_time = Đã ghi lúc { $at }: xin đến { $wanted }. Chờ { $office } quyết; đến lúc đó hạn vẫn là { $due }.

progress-taken-submitted = Việc này đã được ghi: { $who } báo xong { $duty } lúc { $at }, đang chờ duyệt. Không ghi thêm.
progress-taken-accepted = Việc này đã được ghi: { $who } báo xong { $duty } lúc { $at } và đã được duyệt. Không ghi thêm.
progress-taken-cancelled = Việc này đã bỏ ({ $duty }). Lần báo cuối: { $who }, { $at }.
progress-taken-asked = Đã có yêu cầu gia hạn { $duty }: { $who } gửi lúc { $at }, đang chờ quyết. Không ghi thêm.
progress-taken-returned = Việc này vừa được trả lại để bổ sung ({ $duty }). Anh/chị báo lại giúp.
progress-taken-open = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-taken-under_way = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-taken-difficulty = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-settled-submitted = Việc này đã được ghi là xong: { $duty }, đang chờ duyệt. Không ghi thêm.
progress-settled-accepted = Việc này đã được duyệt ({ $duty }). Không ghi thêm.
progress-settled-cancelled = Việc này đã bỏ ({ $duty }).
progress-settled-asked = Đã có yêu cầu gia hạn { $duty }, đang chờ quyết.
progress-settled-returned = Việc này vừa được trả lại để bổ sung ({ $duty }). Anh/chị báo lại giúp.
progress-settled-open = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-settled-under_way = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-settled-difficulty = Việc này vừa thay đổi ({ $duty }). Anh/chị báo lại giúp.
progress-not-own = Việc này của { $unit }; chỉ cán bộ của đơn vị đó báo được. Anh/chị có thể nhắc giúp.
progress-no-unit = Báo An chưa biết anh/chị thuộc đơn vị nào nên chưa ghi tiến độ được. Có mã mời thì nhắn mã, ví dụ: MOI-ABCDE-23456.
progress-nothing-open = Đơn vị không còn việc nào đang mở.

review-notice-done = { $unit } báo xong: { $duty }, { $proof }. Anh/chị duyệt không?
review-notice-difficulty = { $unit } gặp khó, { $duty }: "{ $note }" Anh/chị trả lời giúp?
review-notice-more_time = { $unit } xin gia hạn { $duty } đến { $wanted }: "{ $note }" Đồng ý không?
review-none = Tính đến { $at }: không có gì chờ anh/chị.
review-list = Tính đến { $at }: { $count } việc chờ anh/chị, cũ nhất trước. Mở việc nào?
review-line = { $unit }: { $duty }, { $kind } ({ $day })
review-kind-done = báo xong
review-kind-difficulty = gặp khó
review-kind-more_time = xin gia hạn
review-ask-returned = Trả lại { $unit }, { $duty }. Cần bổ sung gì?
review-ask-refused = Không gia hạn cho { $unit }, { $duty }. Vì sao?
review-ask-answered = Trả lời { $unit } về { $duty }: anh/chị nhắn nội dung giúp.
review-confirm = Gửi { $unit }: "{ $words }" Đúng không?
review-done-accepted = ✅ Đã duyệt { $duty } của { $unit }.
review-done-returned = Đã trả lại { $duty } của { $unit }. Đơn vị được nhắn lý do.
review-done-granted = Đã gia hạn { $duty } cho { $unit }. Đơn vị được nhắn hạn mới.
review-done-refused = Đã trả lời: không gia hạn { $duty } cho { $unit }. Đơn vị được nhắn lý do.
review-done-answered = Đang chuyển trả lời về { $duty } cho { $unit }.
review-before = Việc này đã quyết rồi: { $unit }, { $duty }, { $who } { $how } lúc { $at }. Không đổi nữa.
review-colleague = cán bộ khác
review-moot = Việc này đã thay đổi, không cần quyết nữa ({ $unit }, { $duty }).
review-unknown = Không thấy việc chờ duyệt này.
review-decided = Đã quyết: { $how }, { $at }.
review-file-pending = Tệp kèm theo đang tải, anh/chị mở lại sau ít phút.
decided-accepted = đã duyệt
decided-returned = đã trả lại
decided-granted = đã đồng ý gia hạn
decided-refused = không đồng ý gia hạn
decided-answered = đã trả lời
decided-withdrawn = đơn vị đã báo xong

decision-accepted = ✅ { $office } đã duyệt { $duty } của đơn vị.
decision-returned = Cần bổ sung: { $note } Việc này là { $duty }, anh/chị báo lại thế nào?
decision-granted = { $office } đồng ý gia hạn { $duty }, hạn mới: { $due }. Hiện tới đâu rồi?
decision-refused = { $office } chưa gia hạn { $duty }: { $note } Hạn vẫn là { $due }. Hiện tới đâu rồi?
# Ở tin mẫu, nhiều nhất 30 chữ cái.
decision-state-accepted = đã được duyệt
decision-state-returned = cần bổ sung
decision-state-granted = gia hạn tới { $due }
decision-state-refused = chưa được gia hạn
decision-state-answered = đã có trả lời
decision-answered = { $office } trả lời về { $duty }: { $note } Việc tới đâu rồi?

duty-card =
    { $unit }: { $duty }
    { $lines }
duty-card-state = { $due }; { $state }
said-done = Báo xong lúc { $at }: { $proof }
said-under_way = Báo đang làm lúc { $at }
said-under_way-percent = Báo đang làm lúc { $at }: { $percent }%
said-difficulty = Báo gặp khó lúc { $at }: { $note }
said-more_time = Xin gia hạn đến { $wanted }, gửi lúc { $at }: { $note }

status-answer =
    Báo An hiểu: { $heard }
    { $answer }
status-heard-tasks = anh/chị hỏi việc của đơn vị mình.
status-heard-overdue = anh/chị hỏi việc quá hạn.
status-heard-missing = anh/chị hỏi đơn vị nào chưa báo cáo.
status-heard-overview = anh/chị hỏi tình hình chung.
status-heard-unit = anh/chị hỏi tình hình của { $unit }.
status-tasks =
    Tính đến { $at }: đơn vị có { $count } việc đang mở.
    { $lines }
status-tasks-none = Tính đến { $at }: đơn vị không còn việc nào đang mở.
status-line-task = - { $duty }: { $due }
status-line-task-unit = - { $unit }, { $duty }: { $due }
status-line-check-ins = - { $count } việc thường xuyên, báo { $period }
status-overdue =
    Tính đến { $at }: { $count } việc quá hạn, ở { $units } đơn vị.
    { $lines }
status-overdue-none = Tính đến { $at }: không có việc nào quá hạn.
status-overdue-button = Việc quá hạn
status-line-overdue-unit = - { $unit }: { $count } việc, lâu nhất từ { $day }
status-missing =
    Tính đến { $at }: { $reported }/{ $units } đã báo cáo { $period } (hạn { $due }).{ $limited }
    Chưa báo cáo:
    { $lines }
status-missing-none = Tính đến { $at }: { $reported }/{ $units } đã báo cáo { $period }. Không còn đơn vị nào chưa báo cáo.{ $limited }
status-missing-no-report = Tính đến { $at }: chưa có kỳ báo cáo nào trong phần anh/chị được xem.
status-limited = {" "}Không kể đơn vị ngoài phần anh/chị được xem.
status-limited-not = {""}
status-kind-any = { $count } đơn vị
status-kind-commune = { $count } xã, phường, đặc khu
status-kind-office = { $count } sở, ngành
status-line-unit = - { $unit }
status-overview =
    Tính đến { $at }, { $about }: { $count } việc.{ $limited }
    { $lines }
status-overview-none = Tính đến { $at }: chưa có việc nào trong phần anh/chị được xem.
status-units = { $units } đơn vị
status-unit = { $unit }
status-more = còn { $count } dòng nữa
status-more-button = Xem tiếp { $count }
status-own-only = Báo An chưa biết anh/chị thuộc đơn vị nào nên anh/chị chỉ xem được những vụ mình đã báo.
count-open = - { $count } chưa báo
count-under_way = - { $count } đang làm
count-difficulty = - { $count } gặp khó
count-submitted = - { $count } chờ duyệt
count-accepted = - { $count } đã duyệt
count-returned = - { $count } cần bổ sung
count-overdue = - { $count } quá hạn
count-reports = - Báo cáo { $period }: { $reported }/{ $units } đơn vị đã gửi
count-report-in = - Báo cáo { $period }: đã gửi
count-report-missing = - Báo cáo { $period }: chưa gửi
count-out-of-reach = - Chưa liên lạc được người phụ trách của { $count } đơn vị: { $names }
status-deadlines =
    Báo An hiểu: anh/chị hỏi hạn.
    { $lines }
status-week =
    Tính đến { $at }: { $count } việc đến hạn trong 7 ngày tới.
    { $lines }
status-week-none = Tính đến { $at }: 7 ngày tới không có việc nào đến hạn.
report-to = Nơi nhận { $duty }: { $units }. Gửi số văn bản hoặc tệp ở đây, Báo An chuyển cho { $office }.
report-to-office = Báo cáo gửi về { $office }. Gửi số văn bản hoặc tệp ở đây, Báo An chuyển giúp.
report-form-none = Báo An chưa gửi được mẫu báo cáo, phần này sẽ có sau. Cần ngay thì anh/chị hỏi { $office }.
stop-officer = Lời nhắc đi theo việc của đơn vị nên Báo An không tự tắt được. Muốn đổi người nhận, anh/chị báo { $office }.
stop-reporter = Báo An chỉ nhắn lại về vụ anh/chị đã báo, không nhắn gì khác.
leave-told = Báo An đang nhắn { $office } để đổi người. Đến khi đổi xong, lời nhắc vẫn tới anh/chị.
leave-nobody = Báo An chưa nhắn được { $office }. Anh/chị báo giúp để đổi người; đến lúc đó lời nhắc vẫn tới anh/chị.
leave-notice = { $unit }: { $role } báo nghỉ hoặc chuyển việc, lời nhắc vẫn tới người này. Chọn người nhận thay?
