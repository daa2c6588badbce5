# Kế hoạch: đọc tệp, xem lại, sửa, duyệt; và thời hạn nói bằng lời.

flow-title-review_plan = xem lại kế hoạch

plan-reading = Đã nhận tệp. Báo An đang đọc, xong sẽ nhắn ngay.
plan-title = Kế hoạch { $code }: { $title }
plan-summary = { $code }: { $tasks } nhiệm vụ, { $reports } báo cáo, { $duties } việc khác. { $todo } Làm gì tiếp?
plan-todo-both = { $doubts } { $groups }
plan-todo-doubts = Cần xem lại { $rows } mục và { $places } chỗ khác.
plan-todo-groups = { $groups } cụm từ chưa rõ là ai.
plan-todo-none = Không còn gì phải xem lại.
plan-left = Đã giữ { $code } như hiện có. Anh/chị vào "Kế hoạch" để làm tiếp.

plan-go-doubts = Xem chỗ cần xem lại ({ $count })
plan-go-list = Xem cả danh sách
plan-go-fix = Sửa một mục
plan-go-groups = Chọn đơn vị cho cụm từ ({ $count })
plan-go-rhythm = Nhịp báo tiến độ: { $rhythm }
plan-go-approve = Duyệt
plan-choice-close = Để đó
plan-choice-hub = Về tóm tắt
plan-choice-next = Trang sau
plan-choice-previous = Trang trước
plan-choice-classes = Chọn lại đơn vị cho cụm từ
plan-choice-nothing = Không có
plan-choice-drop = Bỏ tên này
plan-choice-leave = Giữ như cũ
plan-choice-everyone = Tất cả đơn vị có việc trong kế hoạch
plan-choice-nobody = Không giao
plan-choice-later = Để sau

plan-list = Các kế hoạch Báo An đang giữ. Gửi tệp để thêm kế hoạch mới. Anh/chị xem kế hoạch nào?
plan-list-none = Chưa có kế hoạch nào. Anh/chị gửi tệp kế hoạch (.docx, .pdf hoặc .txt) vào đây.
plan-listed = { $code } ({ $state }): { $title }
plan-state-draft = chưa duyệt
plan-state-approved = đã duyệt
plan-state-withdrawn = đã rút
plan-standing = { $code } đã duyệt lúc { $at }. Anh/chị xem gì?
plan-no-groups = Kế hoạch { $code } không có cụm từ nào cần chọn đơn vị.

plan-evidence-row =
    { $ref }, dòng { $where }: { $text }
    { $lines }
plan-evidence-field = { $field }: văn bản ghi "{ $written }"; Báo An đọc là: { $read }
plan-evidence-read = { $field }: Báo An đọc là: { $read }
plan-evidence-others = Cách đọc khác: { $others }
plan-evidence-line =
    Dòng { $line }:
    { $reasons }
plan-not-written = không ghi
plan-evidence-source = Văn bản ghi "{ $written }"
plan-ask-doubt-row = { $name } đọc như trên đã đúng chưa?
plan-ask-doubt-line = { $name } để nguyên như đã đọc có được không?
plan-doubt-at-row = { $ref }, { $field }
plan-doubt-at-line = Dòng { $line }
plan-doubts-more = { $count } chỗ khác
plan-joined = { $one }; { $other }
plan-doubts-first = { $count } chỗ cần anh/chị xem, lần lượt dưới đây. Còn lại { $clear } việc đọc rõ.
plan-choice-as-read = Đúng như đã đọc
plan-go-clear = { $count } việc đọc rõ
plan-names-open = Chưa ai xem xong: { $names }.
plan-left-open = Để ngỏ { $count } chỗ trên.
plan-approve-open = Duyệt, để ngỏ { $count } chỗ
plan-doubts-open = Còn { $count } chỗ cần xem lại. Anh/chị xem, hoặc nói rõ là để ngỏ.
plan-doubt-gone = Chỗ này đã có người xem. Anh/chị xem chỗ tiếp theo giúp.

plan-page =
    { $rows }
    Trang { $page }/{ $pages }. Nhắn số mục để sửa, ví dụ: III.2.đ.
plan-page-only =
    { $rows }
    Trang { $page }/{ $pages }. Anh/chị xem tiếp không?
plan-row =
    { $ref } { $text }
    → { $leads } · { $deadline }
plan-and-more = { $names } và { $count } đơn vị khác
plan-nobody = không có đơn vị nào
plan-nothing = không có

plan-field-lead_units = Đơn vị chủ trì
plan-field-coordinating_units = Đơn vị phối hợp
plan-field-other_units = Cơ quan được nêu thêm
plan-field-deadline = Thời hạn
plan-field-text = Nội dung
plan-field-product = Sản phẩm
plan-field-kind = Loại việc
plan-field-other = Phần khác
plan-kind-task = Nhiệm vụ
plan-kind-report = Báo cáo
plan-kind-duty = Việc khác

plan-ask-row = Sửa mục nào? Nhắn số mục, ví dụ: III.2.đ.
plan-row-again = Chưa thấy mục này. Anh/chị nhắn số mục như trong danh sách, ví dụ: III.2.đ.
plan-which-row = Là mục nào?
plan-ask-field =
    { $ref }: { $text }
    Sửa phần nào?
plan-ask-lead_units = { $ref } đang do { $now } chủ trì. Đơn vị nào mới đúng? Nhắn tên, cách nhau bằng dấu ;
plan-ask-coordinating_units = { $ref } đang phối hợp: { $now }. Đơn vị nào mới đúng? Nhắn tên, cách nhau bằng dấu ;
plan-ask-deadline = { $ref } đang là: { $now }. Thời hạn đúng là gì? Ví dụ: trước 15/12 hằng năm.
plan-ask-text = Nhắn nội dung đúng của { $ref }.
plan-ask-product = { $ref } đang ghi sản phẩm: { $now }. Sản phẩm đúng là gì?
plan-ask-kind = { $ref } đang là: { $now }. Đúng ra là loại nào?
plan-words-please = Anh/chị nhắn giúp bằng chữ, hoặc chọn một mục.
plan-deadline-year = Năm nào? Nhắn lại cả năm giúp, ví dụ: trước 15/12/2026, hoặc trước 15/12 hằng năm.
plan-deadline-impossible = Ngày này không có trên lịch. Anh/chị nhắn lại giúp, ví dụ: 30/11/2026.
plan-deadline-unclear = Báo An chưa chắc thời hạn này. Anh/chị nhắn rõ hơn giúp, ví dụ: trước 15/12 hằng năm; trong quý III/2026.
plan-about-row = { $ref }: { $what }
plan-which-unit = "{ $name }" là đơn vị nào? Chọn, hoặc nhắn tên khác.
plan-no-such-unit = Chưa thấy "{ $name }" trong danh sách đơn vị. Anh/chị nhắn tên khác giúp.
plan-ask-sure = { $ref }, { $field }: { $value }. Đúng không?
plan-corrected = ✅ Đã sửa { $ref }, { $field }: { $value }.

plan-ask-who = "{ $phrase }" ({ $refs }) là những ai? Nhắn tên đơn vị, cách nhau bằng dấu ;
plan-ask-unknown = "{ $phrase }" ({ $refs }) chưa có trong danh sách đơn vị. Giao cho ai? Nhắn tên.
plan-nobody-named = Chưa có đơn vị nào được chọn.
plan-ask-rest = Còn { $count } cụm từ chưa chọn. Để sau hết và duyệt?
plan-rest-later = Để sau hết, duyệt
plan-rest-choose = Chọn tiếp
plan-decided = Đã ghi: "{ $phrase }" là { $meant }.
plan-decided-added =
    Đã ghi: "{ $phrase }" là { $meant }.
    Giao thêm { $count } lượt cho { $units } đơn vị.
    { $rest }
plan-decided-everyone = tất cả đơn vị có việc trong kế hoạch
plan-decided-nobody = không giao cho ai
plan-decided-later = chưa chọn, để sau

plan-ask-rhythm = Việc không có thời hạn đang hỏi tiến độ { $now }. Hỏi theo nhịp nào?
plan-rhythm-monthly = hằng tháng
plan-rhythm-quarterly = hằng quý
plan-rhythm-semiannual = sáu tháng một lần
plan-rhythm-yearly = hằng năm
plan-rhythm-set = Đã ghi: việc không có thời hạn được hỏi { $rhythm }.

plan-ask-approve = Duyệt { $code }: { $assignments } lượt giao cho { $units } đơn vị. { $todo } Duyệt không?
plan-approved =
    ✅ Đã duyệt { $code }: { $assignments } lượt giao cho { $units } đơn vị.
    { $rest }
plan-everyone-reached = Các đơn vị được nhắn trong giờ làm việc.
plan-unreachable = Chưa có ai nhận tin ở { $count } đơn vị: { $names }. Anh/chị mời người vào giúp.
plan-undecided = Chưa giao phần "{ $phrase }": chưa rõ là ai.
plan-notice = Kế hoạch { $code } "{ $title }" giao { $unit } { $count } việc ({ $lead } chủ trì){ $rest }. Xem: việc của tôi.
plan-notice-rest = , và { $count } việc không có hạn hoặc chưa tới kỳ, chưa liệt kê

plan-go-web = Xem trên trang web
plan-web-link = Trang xem lại, mở được trong 30 phút, chỉ dành cho anh/chị: { $url }
plan-ask-kin = { $code } là văn bản nào?
plan-kin-corrected = Bản sửa của { $code }: { $title }
plan-kin-amended = Sửa đổi, bổ sung { $code }: { $title }
plan-kin-new = Kế hoạch mới
plan-kin-is-new = Đã ghi: { $code } là kế hoạch mới.
plan-change-corrected = Đây là bản sửa của { $base } ({ $title }): { $kept } việc giữ nguyên, { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ.
plan-change-amended = Văn bản sửa đổi, bổ sung { $base } ({ $title }): { $kept } việc giữ nguyên, { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ.
plan-change-nothing = So với { $base } không có gì thay đổi.
plan-change-nothing-ask = So với { $base } không có việc nào thay đổi. Làm gì tiếp?
plan-change-summary = { $code } sửa { $base }: { $kept } giữ nguyên, { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ. { $todo } Làm gì tiếp?
plan-change-page =
    { $rows }
    Trang { $page }/{ $pages }. Làm gì tiếp?
plan-change-row-changed = Thay đổi { $ref } { $text }
plan-change-field = { $field }: { $old } → { $new }
plan-change-row-new = Mới { $ref } { $text }
plan-change-row-who = → { $leads } · { $deadline }
plan-change-row-withdrawn = Bãi bỏ { $ref } { $text }
plan-change-renumbered = Chỉ đổi số: { $names }
plan-by-mandate-yes = theo chức năng, nhiệm vụ
plan-by-mandate-no = không ghi "theo chức năng, nhiệm vụ"
plan-go-changes = Xem thay đổi
plan-go-apply = Áp dụng thay đổi
plan-go-kin = Chọn lại: kế hoạch mới hay bản sửa
plan-choice-keep = Giữ lại { $ref }
plan-row-kept = Đã giữ lại { $ref } như kế hoạch cũ.
plan-apply-open = Áp dụng, để ngỏ { $count } chỗ
plan-ask-apply = Áp dụng vào { $base }: { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ. { $todo } Áp dụng không?
plan-change-applied =
    ✅ Đã áp dụng vào { $base }: { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ.
    { $moved } lượt dời hạn, giao thêm { $assignments } lượt, thôi giao { $ended } lượt. Việc đã báo xong giữ nguyên.
    { $rest }
plan-change-stale = { $base } vừa được thay đổi. Báo An đã so lại, anh/chị xem rồi áp dụng giúp.
plan-merged = { $code } đã được gộp vào { $base }.
plan-state-merged = đã gộp
plan-change-notice =
    Kế hoạch { $code } "{ $title }" có thay đổi đối với { $unit }:
    { $lines }
plan-change-told-deadline = ⏰ { $ref } { $text }: hạn cũ { $old }; hạn mới { $new }
plan-change-told-given = Giao thêm { $ref } { $text }
plan-change-told-role-lead = Chuyển sang chủ trì { $ref } { $text }
plan-change-told-role-coordinating = Chuyển sang phối hợp { $ref } { $text }
plan-change-told-reworded = Nội dung mới { $ref } { $text }
plan-change-told-ended = Không còn giao { $ref } { $text }
plan-change-told-withdrawn = Bãi bỏ { $ref } { $text }
plan-change-more = và { $count } thay đổi khác
plan-change-unsettled = { $code } còn phải nói rõ là kế hoạch mới hay bản sửa. Anh/chị mở lại kế hoạch này giúp.

plan-approved-already = Kế hoạch { $code } đã được duyệt trước đó. Không có gì thay đổi.
plan-no-rows = Kế hoạch chưa có mục nào để duyệt. Anh/chị gửi tệp khác giúp.
plan-row-unknown = Không thấy mục { $ref } trong kế hoạch.
plan-value-unfit = Giá trị này không dùng được cho mục đó. Anh/chị chọn lại giúp.

deadline-none = không nêu thời hạn
deadline-or = { $one }, hoặc { $other }
deadline-and = { $one } và { $other }
deadline-before = trước { $day } (an toàn: hết { $safe })
deadline-by = đến hết { $day }
deadline-in-month = trong tháng { $month }/{ $year }
deadline-in-quarter = trong quý { $quarter }/{ $year }
deadline-in-half-1 = trong 6 tháng đầu năm { $year }
deadline-in-half-2 = trong 6 tháng cuối năm { $year }
deadline-in-year = trong năm { $year }
deadline-from-to = từ { $start } đến { $end }
deadline-from = từ { $start } trở đi
deadline-years = giai đoạn { $first }-{ $last }
deadline-continuous = thường xuyên
deadline-continuous-each = thường xuyên, { $each }
deadline-continuous-in = thường xuyên, { $when }
deadline-each = { $each }
deadline-each-window = từ { $start } đến { $end } { $each }
deadline-each-before = trước { $day } { $each } (an toàn: hết { $safe })
deadline-each-by = đến hết { $day } { $each }
deadline-each-weekday = { $day } { $each }
deadline-each-day = { $each }, đến hết ngày { $day }{ $where }
deadline-each-day-before = { $each }, trước ngày { $day }{ $where }
deadline-each-day-safe = { $each }, trước ngày { $day }{ $where } (an toàn: hết ngày { $safe })
deadline-month-same = {""}
deadline-month-last = {" "}tháng cuối kỳ
deadline-month-nth = {" "}tháng thứ { $n } của kỳ
deadline-every-one-weekly = hằng tuần
deadline-every-one-monthly = hằng tháng
deadline-every-one-quarterly = hằng quý
deadline-every-one-semiannual = sáu tháng một lần
deadline-every-one-yearly = hằng năm
deadline-every-weekly = { $n } tuần một lần
deadline-every-monthly = { $n } tháng một lần
deadline-every-quarterly = { $n } quý một lần
deadline-every-semiannual = { $n } kỳ sáu tháng một lần
deadline-every-yearly = { $n } năm một lần
deadline-when = { $event }
deadline-at-once = ngay (khi: { $event })
deadline-within = trong { $long } kể từ { $event }
deadline-ahead = { $long } trước { $event }
deadline-unit-hour = { $n } giờ
deadline-unit-day = { $n } ngày
deadline-unit-working_day = { $n } ngày làm việc
weekday-mon = thứ Hai
weekday-tue = thứ Ba
weekday-wed = thứ Tư
weekday-thu = thứ Năm
weekday-fri = thứ Sáu
weekday-sat = thứ Bảy
weekday-sun = Chủ nhật
