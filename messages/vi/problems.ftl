# Chỗ cần người xem lại trong một kế hoạch đã đọc, và lý do không đọc được tệp.

plan-file-empty = Tệp không có chữ nào. Anh/chị gửi giúp tệp khác.
plan-file-unreadable = Không mở được tệp. Anh/chị mở lại bằng Word, lưu thành .docx rồi gửi lại giúp.
plan-file-scanned = Tệp là ảnh chụp hoặc bản quét, và máy chủ chưa có tesseract (dữ liệu tiếng Việt) để đọc chữ trong ảnh. Anh/chị gửi giúp bản Word (.docx) hoặc PDF có chữ.
plan-file-blurred = Bản quét mờ, chữ đọc ra không chắc. Anh/chị quét lại rõ hơn (300 dpi) hoặc gửi giúp bản Word.
plan-file-locked = Tệp có mật khẩu. Anh/chị gỡ mật khẩu rồi gửi lại giúp.
plan-file-old-office = Máy chủ chưa có LibreOffice nên chưa đọc được tệp .doc, .rtf, .odt. Anh/chị mở bằng Word, lưu thành .docx rồi gửi lại giúp.
plan-file-type = Chưa đọc được loại tệp này. Anh/chị lưu thành .docx, .pdf hoặc .txt rồi gửi lại giúp.
plan-file-too-large = Tệp lớn quá mức đọc được. Anh/chị tách phần kế hoạch ra tệp riêng rồi gửi lại giúp.

problem-issuer-unnamed = { $issuer } (tên { $level } không nêu)
problem-scan-read = Đọc bằng máy từ bản quét; anh/chị so giúp với bản gốc.
problem-accents-lost = Văn bản mất dấu tiếng Việt; chỉ thêm lại dấu cho từ quen thuộc, anh/chị xem giúp từng mục.
problem-not-a-plan = { $kind } này không giao việc cho đơn vị nào, nên không đọc ra nhiệm vụ.
problem-no-tasks = Không tìm thấy nhiệm vụ nào trong văn bản.
problem-number-repeated = Số thứ tự “{ $found }” dùng hai lần; mục sau được gọi là “{ $taken }”.
problem-paragraph-too-long = Đoạn quá dài, chỉ ghi lại nguyên văn, chưa tách đơn vị và thời hạn.
problem-word-repeated = Lặp chữ: “{ $found }”.
problem-heading-off-topic = Đề mục “{ $found }” nói chủ đề khác với kế hoạch; có thể chép từ văn bản khác.

problem-lead-missing = Chưa thấy đơn vị thực hiện.
problem-deadline-missing = Chưa thấy thời hạn.
problem-unit-two-heads = “{ $found }” ghi hai loại cơ quan liền nhau; đang đọc là “{ $taken }”.
problem-unit-word-mended = “{ $found }” có vẻ là “{ $taken }”; đã đọc theo chữ sau.
problem-unit-level-missing = “{ $found }” không nêu cấp; đang hiểu là “{ $taken }”.
problem-unit-level-unknown = “{ $found }” không nêu cấp; chưa rõ là cơ quan nào.
problem-unit-level-mismatch = “{ $found }” khác cấp với cơ quan ban hành ({ $issuer }); có thể chép từ văn bản cấp khác.
problem-unit-list-broken = Danh sách đơn vị bị ngắt bằng dấu chấm và xuống dòng; đã nối lại để đọc.
problem-unit-words-missing = Trước “{ $found }” có vẻ thiếu chữ, có thể thiếu cả đơn vị.
problem-unit-strange = “{ $found }” không giống tên một đơn vị.
problem-unit-officer = “{ $found }” là người giữ chức vụ; đang giao cho cơ quan của người đó.
problem-unit-person = “{ $found }” là tên người hoặc chức danh, chưa rõ là đơn vị nào.
problem-unit-title = “{ $found }” là tên người hoặc chức danh, chưa rõ là đơn vị nào.
problem-unit-post = “{ $found }” là người làm việc, chưa rõ thuộc đơn vị nào.
problem-partners-unread = Câu có “{ $found }” nhưng chưa hiểu đơn vị nào phối hợp.
problem-unit-list-unclear = “{ $found }” có thể gồm nhiều đơn vị viết liền nhau.
problem-unit-short-unknown = Chưa rõ chữ viết tắt trong “{ $found }”.
problem-unit-ended = “{ $found }” đã kết thúc hoạt động theo { $source }; có thể là { $taken }. Vẫn giữ như văn bản ghi.
problem-label-repeated = Hai dòng cùng trả lời một câu: “{ $found }”; cần người chọn.
problem-plans-several = Từ đây là một kế hoạch khác trong cùng tệp; nhiệm vụ của cả hai được ghi chung.
problem-unit-both-roles = “{ $found }” vừa chủ trì vừa phối hợp; đang ghi là chủ trì.
problem-label-guessed = “{ $found }” đứng sau một nhãn ít gặp; tạm hiểu là đơn vị phối hợp.
problem-unit-inherited = Đơn vị lấy từ mục { $found }, vì mục này không ghi.
problem-table-cells-guessed = Bảng thiếu tiêu đề cột hoặc thiếu ô; chữ nào thuộc cột nào là phỏng đoán.
problem-unit-ditto = “{ $found }” được hiểu là như mục ngay trên.

problem-deadline-unread = Chưa hiểu thời hạn “{ $found }”.
problem-date-impossible = Ngày không có trên lịch: “{ $found }”.
problem-deadline-year-missing = Thời hạn “{ $found }” không nêu năm.
problem-deadline-year-assumed = Thời hạn “{ $found }” không nêu năm; đang lấy năm ban hành kế hoạch.
problem-deadline-vague = Thời hạn “{ $found }” không nêu ngày rõ.
problem-deadline-month-as-days = “{ $found }” tính theo tháng; đang lấy mỗi tháng 30 ngày.
problem-deadline-two-rhythms = “{ $found }” nêu hơn một nhịp; chưa rõ ngày nêu thuộc nhịp nào.
problem-deadline-dated-yet-recurring = “{ $found }” vừa có năm cụ thể vừa lặp lại; đang hiểu là lặp lại.
problem-deadline-event-missing = “{ $found }” không nêu tính từ lúc nào.
problem-deadline-elsewhere = Thời hạn “{ $found }” nằm ở văn bản khác.
problem-deadline-customary = “{ $found }” được hiểu theo lệ chung, văn bản không nêu ngày.
problem-deadline-digit-mended = “{ $found }” có chữ lẫn trong số; đã đọc như số.
problem-deadline-inherited = Thời hạn lấy từ mục { $found }, vì mục này không ghi.

problem-amendment-silent = Văn bản sửa đổi không nêu phần này; đang giữ như kế hoạch cũ.
problem-amendment-place-unknown = Văn bản sửa đổi nhắc “{ $found }”, kế hoạch đang giữ không có mục này.
problem-amendment-place-unclear = Văn bản sửa đổi nhắc “{ $found }”, chưa rõ là mục nào.
problem-amendment-words-missing = Chưa đọc được nội dung mới cho “{ $found }”.
problem-amendment-number-taken = “{ $found }” đã có trong kế hoạch; mục bổ sung được xếp thêm phía sau.
problem-amendment-words-not-found = Không thấy cụm từ “{ $found }” trong kế hoạch đang giữ.
problem-correction-overridden = Anh/chị đã sửa phần này; văn bản mới ghi khác.

problem-target-ambiguous = “{ $found }” hiểu được hai cách: đến mức đó, hoặc thêm bớt chừng đó.
problem-target-share-or-growth = “{ $found }” hiểu được hai cách: tỷ lệ mỗi năm, hoặc mức tăng mỗi năm.
problem-unit-roles-shared = Nhãn ghi chung chủ trì và phối hợp cho “{ $found }”; đang hiểu đơn vị đầu là chủ trì.
problem-deadline-event = “{ $found }” có thể là cách làm, chưa chắc là thời hạn.
problem-deadline-several = Có hơn một mốc thời gian: “{ $found }”; đang ghi tất cả.
