# Quy tắc nhắc và lịch làm việc: những gì `baoan policy` và `baoan calendar` nói với người vận hành.

policy-plan-unknown = Không có kế hoạch mã { $code }. Xem lại mã, ví dụ KH-26-AB12.
policy-needs-why = Cần ghi ai quyết định (--by) và vì sao (--reason).
policy-line = { $what ->
    [plan] Kế hoạch { $name }
    [unit] { $name }
   *[all] Mọi việc
}: { $by } đặt ngày { $day }, lý do: { $reason }
policy-change = { $settings } mục thay đổi, liên quan { $duties } việc đang mở; { $kept } việc đang báo lên cấp trên giữ quy tắc lúc bắt đầu.
policy-set = Đã đặt. Lượt nhắc tới sẽ theo quy tắc này.
policy-set-all = Đã đặt cho mọi việc. Khởi động lại Báo An để có hiệu lực.
policy-ended = Đã gỡ quy tắc này.
policy-none = Chưa đặt quy tắc riêng ở đây, không có gì để gỡ.

calendar-unreadable = Tệp lịch chưa dùng được: { $problem }
calendar-same = Lịch đang dùng đúng là { $count } tệp trong thư mục calendars, không có gì thay đổi.
calendar-moved = { $unit }: việc { $duty }, kỳ { $period }, hạn { $due } giữ nguyên; ngày an toàn { $safe }; lần nhắc tới { $reminder }
calendar-would-move = { $count } việc sẽ đổi ngày nhắc. Nếu đúng, chạy: baoan calendar apply --by TÊN --key { $shown }
calendar-not-shown = Lịch hoặc các việc đã khác với lần xem trước. Chạy lại baoan calendar check rồi dùng mã mới.
calendar-adopted = Đã dùng { $files } tệp lịch, { $count } việc đổi ngày nhắc. Khởi động lại Báo An để có hiệu lực.
calendar-waits = Trong thư mục calendars có lịch chưa được dùng. Xem bằng baoan calendar check.

audit-ledger-broken = Sổ nhắc việc đã bị sửa, từ dòng { $entry }.
audit-ledger-whole = Sổ nhắc việc còn nguyên, { $entries } lượt ghi đã vào chuỗi.

report-name-reminding = Biên bản nhắc việc
reminding-counted = { $count } lượt nhắc.
reminding-how = Mỗi dòng là một lượt nhắc: gửi ai, vì sao, kênh nhận lúc nào, đơn vị trả lời lúc nào.
reminding-none = Không có lượt nhắc nào trong thời gian này.
reminding-too-many = Có { $count } lượt nhắc, quá { $most } lượt cho một biên bản. Chọn khoảng ngày ngắn hơn hoặc một đơn vị.
reminding-chain-whole = còn nguyên
reminding-chain-broken = KHÔNG còn nguyên, cần kiểm tra
reminding-level-focal = Đầu mối
reminding-level-deputy = Phó đơn vị
reminding-level-head = Trưởng đơn vị
reminding-level-coordinator = Cơ quan đôn đốc
reminding-level-leader = Lãnh đạo
reminding-stage-planned = đã lập
reminding-stage-attempted = đang gửi
reminding-stage-accepted = kênh đã nhận
reminding-stage-seen = đã xem
reminding-stage-acknowledged = đơn vị đã trả lời
reminding-stage-done = đơn vị báo xong
reminding-stage-escalated = đã báo lên cấp trên
reminding-stage-unreachable = không tới được
reminding-stage-dropped = không cần gửi nữa

reminder-audit-alarm = 🔴 Đối soát nhắc việc ngày { $day }: thiếu { $missing }, thừa { $extra }, muộn { $late }. Chạy baoan reminders audit để xem từng việc.

reminder-late =
    Tin này gửi muộn: Báo An ngừng từ { $begin } đến { $end }.
    { $text }
outage-over = Báo An đã chạy lại. Ngừng từ { $begin } đến { $end }. { $late } lời nhắc gửi muộn, đều có ghi là muộn. { $clocks }
outage-clocks = Hạn luật cần xem lại: { $count } vụ ({ $cases }).
outage-no-clocks = Không hạn luật nào bị chạm.
report-name-reminding-of = Biên bản nhắc việc của { $unit }
reminding-unit-unknown = Báo An chưa nhận ra đơn vị ấy. Anh/chị nhắn lại tên đơn vị giúp, ví dụ: biên bản nhắc việc của Sở Y tế.
