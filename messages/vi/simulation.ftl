# Những gì `baoan simulate` nói với người vận hành.

simulate-dates = Ngày bắt đầu { $first } đứng sau ngày kết thúc { $last }. Xin đổi lại --from và --to.
simulate-years = Chỉ chạy thử được các năm { $first }-{ $last }, là những năm đã biết ngày nghỉ.
simulate-plan-empty = Không thấy nhiệm vụ nào trong tệp { $name }, nên chưa có gì để nhắc.
simulate-policy-unreadable = Không đọc được tệp quy tắc nhắc { $name }.
simulate-policy-form = Tệp quy tắc nhắc { $name } không đúng dạng TOML ({ $problem }).
simulate-policy-setting = Tệp quy tắc nhắc { $name }: mục { $setting } chưa dùng được ({ $problem }).
simulate-behaviour-unreadable = Không đọc được tệp cách trả lời { $name }.
simulate-behaviour-columns = Tệp cách trả lời cần các cột: { $columns }.
simulate-behaviour-unit = Tệp cách trả lời: dòng { $line } nêu đơn vị không có trong danh sách: “{ $unit }”.
simulate-behaviour-twice = Tệp cách trả lời: dòng { $line } lặp lại { $unit }.
simulate-behaviour-unknown = Tệp cách trả lời: dòng { $line } có “{ $behaviour }”; cần confirms:N, late:N, blocks:NGÀY, moves:NGÀY (năm-tháng-ngày) hoặc ignores.

simulate-class-open = Chưa rõ “{ $name }” gồm những đơn vị nào, nên chưa giao cho ai.
simulate-unit-missing = Kế hoạch nêu “{ $name }” nhưng danh sách đơn vị không có, nên phần việc đó chưa giao cho ai.
simulate-unit-unreachable = { $unit }: chưa có ai nhận được tin.
simulate-doubtful = Có { $count } mục còn chỗ chưa chắc, đang lấy như đã đọc.
simulate-others = Ngoài các tin nhắc còn { $count } tin khác (báo có kế hoạch, trả lời, báo cho đầu mối), không kê ở đây.

simulate-due = hạn { $day }
simulate-no-due = không có hạn
simulate-outcome-blocked = không tới được, người nhận đã chặn
simulate-outcome-failed = gửi không được
simulate-reason-soon = sắp đến hạn
simulate-reason-due_today = ngày làm việc cuối của hạn
simulate-reason-overdue = đã quá hạn
simulate-reason-repeat = hỏi theo nhịp
simulate-reason-escalated = báo lên vì đơn vị chưa trả lời
simulate-reason-catch_up = nhắc bù
simulate-reason-reachability = không liên lạc được với đơn vị
simulate-outage = Khoảng ngừng “{ $text }” chưa dùng được; cần dạng 2026-12-07T02:00..2026-12-07T06:10, không chồng nhau.
