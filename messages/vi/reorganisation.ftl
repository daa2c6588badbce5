# Reorganising units, and handing over between them.

flow-title-reorganise = sắp xếp đơn vị
flow-title-handover_objection = ý kiến về bàn giao
menu-reorganise = Sắp xếp đơn vị

reorganise-ask-change = Đơn vị nào thay đổi? Nhắn một câu, ví dụ: sáp nhập xã A và xã B thành xã C; đổi tên Phòng A thành Phòng B; giải thể Phòng A, giao việc cho Phòng B.
reorganise-how = Báo An chưa rõ đơn vị nào nhập, tách hay đổi tên. Anh/chị nhắn kiểu: sáp nhập xã A và xã B thành xã C.
reorganise-ask-number = Theo văn bản nào? Nhắn số và ngày, ví dụ: Quyết định 12/QĐ-UBND ngày 20/6/2025.
reorganise-number-how = Anh/chị nhắn số văn bản, ví dụ: 12/QĐ-UBND ngày 20/6/2025.
reorganise-ask-dated = Văn bản ký ngày nào? Ví dụ: 20/6/2025.
reorganise-ask-effective = Áp dụng từ ngày nào? Ví dụ: 01/7/2025.
reorganise-day-how = Anh/chị nhắn đủ ngày, tháng, năm, ví dụ: 01/7/2025.
reorganise-shape-rename = Đổi tên
reorganise-shape-merge = Hợp nhất
reorganise-shape-split = Chia tách
reorganise-shape-absorb = Nhập vào đơn vị đang có
reorganise-line = - { $to } (đang có): nhận { $duties } việc, { $cases } hồ sơ tai nạn, { $people } cán bộ
reorganise-line-begins = - { $to } (lập mới): nhận { $duties } việc, { $cases } hồ sơ tai nạn, { $people } cán bộ
reorganise-deaf = - Chưa ai của { $unit } kết nối Báo An; tới khi có, việc được báo về cơ quan đầu mối.
reorganise-sure =
    { $shape }: { $before } → { $after }
    Theo { $number } ngày { $dated }, áp dụng từ { $effective }.
    { $lines }
    Tên cũ vẫn dùng được khi hỏi. Áp dụng không?
reorganise-yes = Áp dụng
reorganise-no = Thôi
reorganise-left = Đã thôi, chưa thay đổi gì.
reorganise-applied = ✅ { $code }: đã chuyển việc, hồ sơ và cán bộ. Đơn vị nhận sẽ xác nhận bàn giao.
reorganise-adopted = ✅ { $code }: đã ghi. Báo An chuyển việc vào { $effective }; tới ngày đó mọi việc giữ nguyên.
reorganise-cancel = Hủy quyết định này
reorganise-cancelled = Đã hủy { $code }; không có gì thay đổi.
reorganise-over = { $code } đã áp dụng hoặc đã hủy rồi.
reorganise-no-decision = Cần số văn bản quyết định việc sắp xếp, ví dụ: 12/QĐ-UBND.
reorganise-rows-unknown = Không đơn vị nào đang giữ các mục: { $rows }. Kiểm tra lại số mục của kế hoạch.
reorganise-fault-no-before = Chưa rõ { $unit } nhận việc của đơn vị nào. Anh/chị nhắn lại cả câu giúp.
reorganise-fault-no-after = Chưa rõ ai nhận việc của { $unit }. Việc không được để trống chủ; anh/chị nhắn lại cả câu, có đơn vị nhận.
reorganise-fault-unknown = Danh sách không có đơn vị { $unit }. Anh/chị nhắn lại cả câu với tên đơn vị đang có.
reorganise-fault-ends-twice = { $unit } bị kết thúc hai lần trong cùng một quyết định. Anh/chị sửa lại giúp.
reorganise-fault-ends-and-receives = { $unit } vừa kết thúc vừa nhận việc. Anh/chị chọn đơn vị nhận khác.
reorganise-fault-nothing-changes = Câu này không làm { $unit } thay đổi gì. Anh/chị nhắn lại giúp.
reorganise-fault-begins-twice = { $unit } được lập hai lần trong cùng một quyết định. Anh/chị gộp lại giúp.

handover-announced = Theo { $decision } ngày { $dated }, từ { $effective } { $unit } nhận việc của { $from }. Tới ngày đó Báo An chuyển việc và gửi danh sách bàn giao.
handover-renamed = Theo { $decision } ngày { $dated }, { $from } nay là { $unit }. Việc và hồ sơ giữ nguyên; tên cũ vẫn dùng được khi hỏi.
handover-asked =
    { $unit } nhận bàn giao từ { $from } ({ $decision }, từ { $effective }): { $duties } việc (kể cả việc chưa tới kỳ), { $cases } hồ sơ tai nạn.
    { $lines }
    Đơn vị đã nhận đủ chưa?
handover-yes = Đã nhận đủ
handover-no = Có vướng mắc
handover-duty = - { $what } (hạn { $due })
handover-duty-undated = - { $what }
handover-case = - Hồ sơ { $code }
handover-more = - và { $count } mục nữa
handover-accepted = ✅ Đã ghi: { $unit } đã nhận bàn giao.
handover-accepted-already = { $unit } đã xác nhận bàn giao rồi.
handover-object-what = Vướng mắc gì? Nhắn ngắn gọn, cơ quan đầu mối sẽ xem.
handover-object-how = Anh/chị nhắn bằng chữ, ví dụ: việc III.1.a phải về Phòng Kinh tế.
handover-object-kept = Đã chuyển ý kiến của { $unit } cho cơ quan đầu mối. Tới khi có trả lời, việc vẫn do đơn vị giữ.
handover-objected = { $unit } có vướng mắc về bàn giao { $code } ({ $decision }): "{ $words }"
handover-unanswered = { $unit } chưa xác nhận bàn giao { $code } ({ $decision }). Anh/chị liên hệ giúp; việc vẫn được nhắc cho đơn vị.
handover-line = - { $from } → { $unit }: { $duties } việc, { $cases } hồ sơ, { $people } cán bộ
handover-line-renamed = - { $from } nay là { $unit }
handover-deaf = - Chưa liên lạc được ai ở: { $units }. Anh/chị mời người vào giúp.
handover-done =
    ✅ { $code }: đã áp dụng { $decision } từ { $effective }.
    { $lines }
handover-stuck = { $code } ({ $decision }) chưa áp dụng được: { $why } Mọi việc giữ nguyên; Báo An thử lại hằng ngày.

unit-changes-unreadable = Không đọc được tệp { $name }: cần tệp CSV, bảng mã UTF-8.
unit-changes-columns = Tệp cần có các cột { $columns }; bắt buộc before và after.
unit-changes-half = Dòng { $line }: cần cả đơn vị kết thúc (before) và đơn vị nhận (after).
unit-changes-twice = Dòng { $line }: { $unit } đã là đơn vị nhận ở dòng trên.
unit-changes-empty = Tệp không có dòng nào.
unit-changes-shown = { $shape }: { $before }
unit-changes-dry = Chưa thay đổi gì. Thêm --adopt để áp dụng từ { $effective } theo { $number }.
unit-changes-adopted = { $code }: đã ghi theo { $number }, áp dụng từ { $effective }.
unit-changes-applied = { $code }: đã áp dụng theo { $number } từ { $effective }.
unit-changes-proposed = { $unit } → { $after } (từ { $since }, { $source }; { $certainty })
unit-changes-none = Theo những gì Báo An biết, không đơn vị nào trong danh sách đã kết thúc.
unit-changes-certainty-sure = văn bản nêu rõ
unit-changes-certainty-verify = cần kiểm tra theo quyết định của tỉnh

status-heard-old-name = anh/chị hỏi tình hình của { $unit } ({ $old } nay là { $unit }, từ { $effective }, theo { $decision }).

flow-title-replace_officer = thay cán bộ
menu-replace = Thay người
replace-ask-unit = Thay cán bộ của đơn vị nào? Nhắn tên đơn vị.
replace-ask-from = Ai của { $unit } thôi giữ việc?
replace-none-there = { $unit } chưa có cán bộ nào kết nối. Anh/chị mời người vào giúp.
replace-ask-to = Ai nhận thay?
replace-officer = { $who } ({ $role })
replace-colleague = cán bộ
replace-new = Người mới (mời bằng mã)
replace-nobody = Người này không giữ việc ở đơn vị đó. Anh/chị chọn lại giúp.
replace-stopped = Đã thôi, chưa thay ai.
replace-asking = Đã hỏi người nhận thay ở { $unit }. Tới khi có lời nhận, việc vẫn do người cũ giữ.
replace-invited = Gửi mã này cho người mới của { $unit }: { $code }. Dùng mã là nhận việc; tới lúc đó việc vẫn do người cũ giữ.
replace-asked =
    { $who } thôi làm { $role } của { $unit }. Anh/chị nhận thay không? Có { $duties } việc, { $cases } hồ sơ tai nạn.
    { $lines }
replace-yes = Nhận
replace-no = Không nhận
replace-taken =
    Anh/chị đã nhận việc của { $unit }: { $duties } việc, { $cases } hồ sơ tai nạn.
    { $lines }
replace-left = Người khác đã nhận việc của { $unit }; lời nhắc không tới anh/chị nữa.
replace-done = ✅ { $unit }: người mới đã nhận việc.
replace-refused = Người được hỏi ở { $unit } không nhận thay. Việc vẫn do người cũ giữ; anh/chị chọn người khác giúp.
replace-you-took = ✅ Từ giờ anh/chị giữ việc của { $unit }.
replace-you-left = Đã ghi: anh/chị không nhận việc của { $unit }.
replace-over = Việc thay cán bộ của { $unit } đã xong hoặc đã đổi.
