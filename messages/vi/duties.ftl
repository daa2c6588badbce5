# Nhắc lại sau, không phải việc của đơn vị, trình lãnh đạo, lời hẹn.
flow-title-takeover = nhận việc từ đơn vị khác
choice-later = Mai nhắc lại
choice-not-ours = Không phải việc của đơn vị
choice-no-document = Không có văn bản
choice-forward = Trình lãnh đạo
choice-give = Giao đơn vị khác
choice-stays = Vẫn giao đơn vị này
choice-takeover-yes = Nhận việc
choice-takeover-no = Không nhận
choice-takeover-look = Xem
menu-laid-before = Việc trình lãnh đạo

progress-ask-which-not_ours = Đơn vị đang có { $count } việc mở. Việc nào không phải của đơn vị?
progress-ask-which-later = Đơn vị đang có { $count } việc mở. Nhắc lại việc nào sau?
progress-ask-until = { $duty }: nhắc lại hôm nào? Lâu hơn thì xin gia hạn.
progress-later-day = { $day }
progress-ask-excuse = { $duty }, nhắc lại { $day }: hiện vướng gì? Chọn hoặc nhắn vài chữ.
excuse-figures = Chờ số liệu
excuse-away = Người phụ trách đi vắng
excuse-signature = Chờ ký
progress-told-later = Đã ghi: { $duty }, Báo An nhắc lại { $day }.
progress-told-later-dated = Đã ghi: { $duty }, Báo An nhắc lại { $day }. Hạn vẫn là { $due }.
progress-later-again = Lời nhắc việc này đã hoãn hai lần liền. Việc tới đâu rồi?
progress-later-due = Hạn cuối an toàn đã tới nên không hoãn nhắc được nữa. Việc tới đâu rồi?
progress-later-too-far = Lời nhắc chỉ hoãn được tới những ngày sau. Cần lâu hơn thì xin gia hạn. Nhắc lại hôm nào?

progress-ask-not-ours = { $duty }: vì sao không phải việc của đơn vị? Anh/chị nhắn ngắn gọn.
progress-ask-receiver = { $duty }: theo anh/chị, đơn vị nào làm việc này? Nhắn tên đơn vị, hoặc:
progress-receiver-self = Đó là chính đơn vị đang giữ việc. Anh/chị nhắn tên đơn vị khác.
progress-told-not_ours = Đã ghi lúc { $at }. { $office } sẽ quyết; đến lúc đó { $duty } vẫn là việc của đơn vị.
progress-told-not_ours-named = Đã ghi lúc { $at }, đang hỏi { $receiver } và báo { $office }. Đến khi có nơi nhận, { $duty } vẫn là việc của đơn vị.
progress-taken-doubted = Đã có báo không phải việc của đơn vị ({ $duty }): { $who } gửi lúc { $at }, đang chờ quyết. Không ghi thêm.
progress-settled-doubted = Đã có báo không phải việc của đơn vị ({ $duty }), đang chờ quyết.

progress-ask-product-planned = { $duty }, kế hoạch cần: { $product }. Gửi giúp số văn bản, tệp hoặc ảnh.

review-notice-not_ours = { $unit } báo không phải việc của mình, { $duty }: "{ $note }" Giao ai?
review-notice-not_ours-named = { $unit } báo không phải việc của mình, { $duty }: "{ $note }" Đang hỏi { $receiver }. Anh/chị quyết luôn không?
review-kind-not_ours = không phải việc của đơn vị
review-forwarded = Đã trình lãnh đạo lúc { $at }.
review-ask-stays = Giữ { $duty } cho { $unit }: anh/chị nhắn lý do giúp.
review-ask-give = Giao { $duty } của { $unit } cho đơn vị nào? Nhắn tên.
review-confirm-give = Giao { $duty } cho { $receiver }, thay { $unit }. Đúng không?
review-done-handed_over = Đã giao { $duty } cho đơn vị khác. Hai bên được nhắn.
review-done-stays = Đã trả lời: { $duty } vẫn là việc của { $unit }. Đơn vị được nhắn lý do.
review-done-forwarded = Đã trình lãnh đạo: { $unit }, { $duty }. Có ý kiến, Báo An nhắn lại.
review-forwarded-already = Việc này đã trình lãnh đạo rồi: { $unit }, { $duty }.
review-no-leader = Chưa có lãnh đạo nào trong danh sách. Anh/chị mời lãnh đạo vào trước, hoặc tự quyết.
review-needs-leader = Lần gia hạn này của { $unit } vượt mức cơ quan đôn đốc được cho. Bấm Trình lãnh đạo.
review-beyond = { $unit } xin gia hạn { $duty } vượt mức cơ quan đôn đốc được cho. Trình lãnh đạo không?
decided-handed_over = đã giao đơn vị khác
decided-stays = vẫn là việc của đơn vị
decision-stays = { $office } trả lời: { $duty } vẫn là việc của đơn vị. { $note } Việc tới đâu rồi?
decision-state-stays = vẫn là việc của đơn vị
decision-state-handed_over = đã giao đơn vị khác
said-not_ours = Báo không phải việc của đơn vị lúc { $at }: { $note }
said-not_ours-refused = Báo không phải việc của đơn vị lúc { $at }: { $note } { $receiver } không nhận: { $why }
said-later = Hoãn nhắc đến { $wanted }, gửi lúc { $at }: { $note }
said-done-figure = Báo số lúc { $at }: { $figure }
progress-proof-figure = đạt { $figure }

leader-notice-difficulty = { $office } trình: { $unit } gặp khó, { $duty }: "{ $note }" Anh/chị cho ý kiến giúp?
leader-notice-more_time = { $office } trình: { $unit } xin gia hạn { $duty } đến { $wanted }: "{ $note }" Đồng ý không?
leader-decided = Lãnh đạo đã quyết, { $unit }, { $duty }: { $how }.
leader-decided-note = Lãnh đạo đã quyết, { $unit }, { $duty }: { $how }. { $note }

takeover-ask = { $unit } đề nghị đơn vị nhận: { $duty }. Lý do: "{ $note }" Đơn vị nhận không?
takeover-refused = { $receiver } không nhận { $duty } của { $unit }: { $note } Anh/chị giao ai?
takeover-done = { $duty }: { $receiver } đã nhận, thay { $unit }.
takeover-given = Đơn vị được giao { $duty }, trước là việc của { $unit }. Anh/chị báo lại thế nào?
takeover-yes = ✅ Đã ghi: { $duty } nay là việc của đơn vị. Báo An nhắc trước hạn.
takeover-no = Đã ghi: đơn vị không nhận { $duty }. Cơ quan đôn đốc sẽ quyết.
takeover-ask-why = Không nhận { $duty }: vì sao? Anh/chị nhắn ngắn gọn.
takeover-over = Việc này đã được quyết rồi, không cần trả lời nữa ({ $duty }).

obstacles-none = Tính đến { $at }: không có vướng mắc nào chờ trả lời.
obstacles-list = Tính đến { $at }: { $count } vướng mắc chưa có trả lời, cũ nhất trước. Mở việc nào?
obstacle-line = { $unit }: { $duty }, "{ $note }" ({ $day })
obstacle-line-forwarded = { $unit }: { $duty }, "{ $note }" ({ $day }, đã trình)

promises-none = Tính đến { $at }: không có lời hẹn nào quá ngày.
promises-list =
    Tính đến { $at }: { $broken } lời hẹn đã qua ngày mà chưa xong, { $waiting } chưa tới ngày.
    { $lines }
promise-line-broken = - { $unit }: { $duty }, hẹn { $day }, quá { $late } ngày
promise-line-waiting = - { $unit }: { $duty }, hẹn { $day }
promise-kept = Hẹn xong { $day }: đã giữ.
promise-broken = Hẹn xong { $day }: quá { $late } ngày.
promise-waiting = Hẹn xong { $day }.

reminder-snoozed = ⏰ { $duty }: hôm trước anh/chị xin nhắc lại hôm nay. Việc tới đâu rồi?
reminder-doubted = ⏰ { $duty }: đã báo không phải việc của đơn vị ngày { $said }, đang chờ { $office } quyết. Đến lúc đó việc tới đâu rồi?

# Chỉ tiêu của kế hoạch
progress-ask-figure = { $duty }: "{ $text }". Đạt bao nhiêu? Nhắn một số.
progress-figure-form = Anh/chị nhắn giúp một số, ví dụ: 20 hoặc 4,5.
progress-ask-source = { $duty }: số này lấy từ văn bản nào? Gửi số văn bản hoặc tệp, hoặc:
progress-source-form = Anh/chị gửi số văn bản (ví dụ 125/BC-UBND) hoặc tệp, hoặc:
progress-confirm-target = Đã ghi: { $duty }, đạt { $figure }. Đúng không?
progress-confirm-target-source = Đã ghi: { $duty }, đạt { $figure }, { $proof }. Đúng không?

# Báo cáo đột xuất
flow-title-request_report = yêu cầu báo cáo
menu-requests = Yêu cầu báo cáo
duty-request = Báo cáo đột xuất: { $text }
duty-request-inside = báo cáo đột xuất về { $text }
duty-target = Chỉ tiêu { $ref }: { $text }
duty-target-inside = chỉ tiêu { $ref }
choice-send = Gửi
choice-withdraw-request = Thu hồi yêu cầu
request-new = Yêu cầu mới
request-who-answered = Ai đã báo
request-who-communes = Các xã, phường, đặc khu ({ $count })
request-who-offices = Các sở, ngành ({ $count })
request-who-all = Tất cả đơn vị ({ $count })
request-ask-who = Yêu cầu đơn vị nào báo cáo? Chọn, hoặc nhắn tên, cách nhau bằng dấu ;
request-who-unclear = Chưa rõ là đơn vị nào: { $names }. Chọn, hoặc nhắn lại tên, cách nhau bằng dấu ;
request-ask-what = Báo cáo về việc gì? Nhắn ngắn gọn, đơn vị đọc nguyên văn.
request-what-long = Nội dung dài quá { $most } ký tự. Anh/chị nhắn gọn hơn giúp.
request-ask-due = Hạn trả lời là ngày nào? Nhắn ngày, ví dụ: 20/12.
request-due-past = Ngày ấy đã qua. Anh/chị nhắn một ngày sắp tới, ví dụ: 20/12.
request-due-far = Hạn xa nhất là một năm. Anh/chị nhắn một ngày gần hơn.
request-subject-needed = Anh/chị nhắn giúp nội dung cần báo cáo.
request-units-needed = Anh/chị chọn giúp đơn vị phải báo cáo.
request-confirm = Yêu cầu { $count } đơn vị báo cáo đột xuất về "{ $subject }", hạn hết { $due }: { $names }. Gửi không?
request-sent = Đã gửi yêu cầu { $code } tới { $count } đơn vị. Báo An nhắc và báo lại khi có trả lời.
request-sent-some = Đã ghi yêu cầu { $code } cho { $count } đơn vị. Chưa nhắn được { $lost } đơn vị: { $names }. Anh/chị gọi giúp.
request-notice = { $office } yêu cầu { $unit } báo cáo đột xuất về: { $subject }. Hạn hết { $due }. Đơn vị báo thế nào?
request-withdrawn-notice = { $office } đã thu hồi yêu cầu báo cáo đột xuất về: { $subject }. { $unit } không cần báo nữa.
request-unknown = Không thấy yêu cầu { $code }.
request-none = Tính đến { $at }: chưa có yêu cầu báo cáo đột xuất nào.
request-list = Tính đến { $at }, các yêu cầu báo cáo đột xuất, mới nhất trước. Xem yêu cầu nào?
request-line = { $subject }: { $answered }/{ $count } đã báo
request-standing =
    Tính đến { $at }, yêu cầu { $code } "{ $subject }": { $answered }/{ $count } đơn vị đã báo, hạn hết { $due }.
    Chưa báo: { $names }
request-all-answered = Tính đến { $at }, yêu cầu { $code } "{ $subject }": cả { $count } đơn vị đã báo.
request-was-withdrawn = Yêu cầu { $code } "{ $subject }" đã thu hồi; trước đó { $answered } đơn vị đã báo.
request-withdraw-sure = Thu hồi yêu cầu { $code }? { $count } đơn vị chưa báo sẽ được nhắn là không cần báo nữa.
request-withdrawn = Đã thu hồi yêu cầu { $code }. { $count } đơn vị được nhắn.
target-give = Giao chỉ tiêu
flow-title-give_targets = giao chỉ tiêu
choice-figure = Báo số
target-later = Để sau
target-ask-unit = Còn { $left } chỉ tiêu chưa rõ ai báo số. { $ref }: "{ $text }". Đơn vị nào báo? Nhắn tên.
target-given = Đã giao { $count } chỉ tiêu. Mỗi năm, từ tháng 11, Báo An hỏi số. Còn để sau: { $left }.
target-all-given = Không còn chỉ tiêu bằng số nào chưa giao.
target-none = Tính đến { $at }: không có chỉ tiêu bằng số nào trong phần anh/chị được xem.
target-list =
    Tính đến { $at }, các chỉ tiêu bằng số:
    { $lines }
target-line = - { $ref } { $text } ({ $unit } báo)
target-line-nobody = - { $ref } { $text }: chưa giao ai báo số
target-figure-none = { "  " }năm { $year }: chưa có số
target-figure = { "  " }năm { $year }: { $figure }, { $verdict }. { $unit } báo lúc { $at }, { $source }, { $state }
target-no-source = không kèm văn bản
target-checked = đã duyệt
target-unchecked = chưa duyệt
target-met = đạt
target-missed = chưa đạt
target-unknown = cần đối chiếu cách so
reminder-figure = ⏰ { $duty }, { $period }: đạt bao nhiêu? Anh/chị báo một con số.
plan-targets-open = { $count } chỉ tiêu bằng số chưa rõ đơn vị nào báo. Bấm Giao chỉ tiêu.
target-notice = Đơn vị được giao báo số { $count } chỉ tiêu của kế hoạch "{ $title }": { $refs }. Mỗi năm, từ tháng 11, Báo An hỏi một con số.
target-look = Xem chỉ tiêu

# Sơ kết, tổng kết, khen thưởng
progress-ask-product-review = { $duty }: gửi giúp số báo cáo sơ kết, tệp hoặc ảnh.
progress-ask-product-final_review = { $duty }: gửi giúp số báo cáo tổng kết, tệp hoặc ảnh.
progress-ask-product-commendation = { $duty }: gửi giúp số tờ trình hoặc danh sách đề nghị khen thưởng, tệp hoặc ảnh.
looking-back-none = Tính đến { $at }: chưa có việc sơ kết, tổng kết hay khen thưởng nào tới kỳ.
looking-back-list =
    Tính đến { $at }: { $count } việc sơ kết, tổng kết, khen thưởng.
    { $lines }
looking-back-review = - Sơ kết, { $unit }: { $duty }, { $state }
looking-back-final_review = - Tổng kết, { $unit }: { $duty }, { $state }
looking-back-commendation = - Khen thưởng, { $unit }: { $duty }, { $state }

# Việc chờ việc khác
need-noted = Đã ghi ({ $code }): { $ref } làm sau { $needs }. Khi { $needs } được duyệt hết, đơn vị làm { $ref } được nhắn.
need-dropped = Đã bỏ ({ $code }): { $ref } không còn chờ { $needs }.
need-as-before = Vẫn như trước ({ $code }), không có gì đổi: { $ref }, { $needs }.
need-unknown = Không thấy mục { $ref } trong kế hoạch.
need-no-plan = Không có kế hoạch đã duyệt nào có cả { $ref } và { $needs }.
need-itself = Một việc không thể chờ chính nó. Anh/chị nhắn hai mục khác nhau.
need-circle = Không ghi được: { $needs } đang chờ { $ref }, nên { $ref } không thể chờ lại { $needs }.
need-which-plan = Có nhiều kế hoạch có hai mục này. Kế hoạch nào?
need-line = Còn chờ: { $duty } ({ $units })
need-ready = { $last } đã được duyệt, không còn phải chờ gì. Đơn vị làm tiếp được: { $duty }. Việc tới đâu rồi?
choice-need-drop = Bỏ
choice-need-note = Ghi lại
reminder-returned = ⏰ { $duty }: cơ quan đôn đốc trả lại ngày { $returned }: { $note } Anh/chị đã bổ sung chưa?
progress-ask-product-request = Trả lời { $duty }: gửi số văn bản, tệp, ảnh, hoặc nhắn vài dòng.
progress-proof-words = trả lời: "{ $words }"
progress-proof-whole = "{ $words }"
