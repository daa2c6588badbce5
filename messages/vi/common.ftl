menu =
    Báo An của { $office } xin nghe.
    Anh/chị cần gì?
menu-report-accident = 🔴 Báo tai nạn
menu-report-hazard = Báo nguy hiểm
menu-my-cases = Xem vụ đã báo
menu-my-tasks = Việc của đơn vị
menu-progress = Báo tiến độ
menu-overview = Tình hình chung
menu-missing = Đơn vị chưa báo cáo
menu-waiting = Việc chờ duyệt
menu-plans = Kế hoạch
menu-invite = Mời người vào
menu-language = Tiếng Việt / English
menu-open = Mở danh mục việc
menu-help = Trợ giúp

help =
    Nhắn "báo tai nạn" để báo; nhắn mã vụ việc để xem tới đâu.
    Cán bộ nhắn "việc của tôi", "báo tiến độ", "đơn vị nào chưa báo cáo".
    Lúc nào cũng nhắn được: quay lại, bỏ qua, hủy.
    { $hotline }
hotline = Cần gặp người: bấm Gặp người trực, hoặc gọi { $number }.
hotline-none = Khẩn cấp: gọi 115 (cấp cứu), 114 (cứu nạn), 113 (công an).
human = Việc này cần cán bộ. Anh/chị gọi người trực: { $number }.
human-no-number = Việc này cần cán bộ. Cơ quan chưa đặt số trực; khẩn cấp thì gọi 115, 114 hoặc 113.

not-understood = Báo An chưa rõ ý. Anh/chị chọn một việc, hoặc nhắn rõ hơn.
not-understood-long = Báo An đã giữ tin này nhưng chưa rõ anh/chị cần gì. Chọn giúp một việc.
meant-which = Báo An nghe được hai cách. Anh/chị muốn việc nào?
button-old = Nút này hết dùng rồi.
choose-one = Anh/chị chọn một trong các mục.
not-allowed = Anh/chị chưa được giao quyền xem hoặc làm việc này. Nếu cần, hỏi cơ quan đầu mối để được mời.
something-wrong = Báo An chưa xử lý được tin này. Tin vẫn được giữ, cán bộ kỹ thuật đã được báo.

choice-go-on = Làm tiếp
choice-back = Quay lại
choice-stop = Dừng
choice-skip = Bỏ qua
choice-unknown = Không rõ
choice-yes = Đúng
choice-fix = Sửa
choice-no = Không
choice-revoke = Thu hồi mã

flow-left = Đã dừng. Những gì đã nhắn không gửi cho ai.
flow-cannot-skip = Câu này Báo An chưa bỏ qua được.
flow-unfinished = Đang làm dở: { $what }. Làm tiếp không?
flow-here = Báo An vẫn nghe. Ta đang làm: { $what }.
flow-open = Đang dở: { $what }.
flow-resumed = Ta làm tiếp: { $what }.
flow-title-link_account = nhận lời mời
flow-title-invite = mời người vào

unexpected-photo = Đã nhận ảnh. Ảnh này của việc gì?
unexpected-voice = Đã nhận tin thoại. Tin này về việc gì?
unexpected-file = Đã nhận tệp. Tệp này của việc gì?
unexpected-location = Đã nhận vị trí. Vị trí này của việc gì?
unexpected-other = Đã nhận. Việc này về gì?

language-ask = Anh/chị muốn nói chuyện bằng tiếng nào?
language-vi = Tiếng Việt
language-en = English
language-set = Từ giờ Báo An nói tiếng Việt.

role-focal = Đầu mối
role-deputy = Phó đơn vị
role-head = Trưởng đơn vị
role-employer = An toàn doanh nghiệp
role-coordinator = Cơ quan đôn đốc
role-leader = Lãnh đạo
role-admin = Quản trị

link-ask-code = Anh/chị nhắn mã mời, ví dụ: MOI-ABCDE-23456.
link-code-form = Mã mời có dạng MOI-ABCDE-23456. Anh/chị nhắn lại giúp.
link-done = ✅ Đã nhận: { $role }, { $unit }. Nhắn "việc của tôi" để xem việc đang mở.
link-done-no-unit = ✅ Đã nhận: { $role }.
invite-ask-unit = Mời người của đơn vị nào? Nhắn tên đơn vị.
invite-unit-unknown = Chưa thấy đơn vị này trong danh sách. Anh/chị nhắn tên khác giúp, ví dụ: xã Tân Lập.
invite-which-unit = Là đơn vị nào?
heard-unit = Đã ghi: { $unit }.
invite-ask-role = Người này giữ việc gì?
invite-role-unknown = Chưa có vai này. Anh/chị chọn một trong các mục.
invite-made =
    Mã mời: { $code }
    { $role }, { $unit }. Dùng một lần, đến hết { $until }.
invite-picture = Mã QR của lời mời.
invite-picture-link = Mã QR của lời mời. Quét bằng máy ảnh điện thoại để mở { $app }.
with-start-link =
    { $words }
    Hoặc bấm để mở { $app }: { $link }
invite-revoked = Đã thu hồi mã mời.
invite-unknown = Không có mã mời này. Anh/chị xem lại từng chữ, hoặc xin mã mới.
invite-expired = Mã mời đã hết hạn. Anh/chị xin cơ quan đầu mối mã mới.
invite-used = Mã mời đã được dùng. Anh/chị xin cơ quan đầu mối mã mới.
invite-revoked-code = Mã mời đã bị thu hồi. Anh/chị xin cơ quan đầu mối mã mới.

case-unknown = Không thấy vụ { $code } trong những việc anh/chị được xem. Anh/chị xem lại mã giúp.
task-unknown = Không thấy việc { $code } trong những việc anh/chị được xem.
plan-unknown = Không thấy kế hoạch { $code }.

file-empty = Tệp này trống. Anh/chị gửi lại giúp.
file-too-large = Tệp này lớn quá. Anh/chị gửi giúp tệp dưới 20 MB.
file-type = Báo An chưa nhận loại tệp này. Anh/chị gửi giúp ảnh, PDF, Word hoặc Excel.
file-broken = Ảnh này chưa mở được. Anh/chị chụp hoặc gửi lại giúp.
chat-line-unknown = Không hiểu dòng "{ $line }". Dùng @photo, @file, @voice, @location, @contact, @now hoặc @as.
chat-no-file = Không thấy tệp { $path }.
chat-bad-instant = "{ $text }" không phải ngày giờ dạng 2026-11-24T08:50.
units-file-unreadable = Không đọc được tệp đơn vị { $name }.
units-file-columns = Tệp đơn vị cần các cột: { $columns }.
units-file-no-name = Tệp đơn vị: dòng { $line } thiếu tên đơn vị.
units-file-twice = Tệp đơn vị: dòng { $line } lặp lại { $unit }.
units-file-empty = Tệp đơn vị chưa có đơn vị nào.

run-address = Báo An đang chạy: { $address } (Ctrl-C để dừng)
trial-not-loopback = Chế độ chạy thử chỉ mở trên chính máy này. BAOAN_HTTP_HOST đang là { $host }; đặt lại 127.0.0.1, hoặc bỏ BAOAN_TRIAL.
trial-real-channel = Chế độ chạy thử không dùng cùng kênh thật ({ $channels }). Bỏ cài đặt kênh đó, hoặc bỏ BAOAN_TRIAL.
trial-was-real = Cơ sở dữ liệu này đã chạy thật nên không chạy thử được. Chọn BAOAN_DATA_DIR khác.

instant-without-offset = "{ $text }" thiếu múi giờ, ví dụ 2026-11-24T08:50:00+07:00.
file-unreadable = Không đọc được tệp { $path }.
plan-table-lead = Chủ trì
plan-table-coordinating = Phối hợp
plan-table-deadline = Thời hạn
plan-table-lines = dòng
law-table-class = Loại
check-database = Không mở được cơ sở dữ liệu ({ $problem }). Xem lại BAOAN_DATABASE_URL và BAOAN_DATA_DIR.
check-database-ok = Cơ sở dữ liệu dùng được: { $url }
check-set-aside = Có { $count } tin chưa xử lý được, cần kỹ thuật xem.
check-no-coordinator = Chưa có ai giữ vai cơ quan đôn đốc.
check-channels = Kênh đang có: { $channels }
check-unknown-setting = Báo An không có cài đặt tên { $name }; xem lại cách viết, tên đúng ở .env.example.
check-clash = Gói "{ $name }" bị trùng tên với: { $others }. Gỡ gói đó khỏi môi trường này.
check-problems = Có { $count } điều cần sửa.
check-ok = Mọi thứ sẵn sàng.
migrated = Cơ sở dữ liệu đã lên bản mới nhất.
migrated-already = Cơ sở dữ liệu đã ở bản mới nhất.
audit-broken = Chuỗi nhật ký đứt ở dòng { $position }.
audit-whole = Chuỗi nhật ký còn nguyên, { $rows } dòng.
reminders-audit = Đã lập { $planned } lời nhắc, đã gửi { $accepted }, thiếu { $missing }, thừa { $extra }, muộn { $late }.

console-file = (tệp: { $name })
repeat-mark = (nhắc lại)
office-sample = Sở Nội vụ tỉnh Thái An
office-unnamed = cơ quan an toàn lao động

database-driver-missing = Thiếu thư viện { $driver } để mở cơ sở dữ liệu này. Cài thêm, hoặc để trống BAOAN_DATABASE_URL.
database-url-wrong = BAOAN_DATABASE_URL chưa đúng dạng, ví dụ: sqlite:///data/baoan.db.
staging-form = BAOAN_STAGING_TO đang là "{ $given }"; cần dạng kênh:mã trò chuyện, kênh là { $channels }.
settings-wrong = Giá trị của { $name } chưa dùng được. Xem .env.example.
settings-unreadable = Không đọc được cài đặt: { $problem }
file-lost = Tệp anh/chị gửi chưa tải được. Anh/chị gửi lại giúp.
channel-webhook-needs = Chế độ webhook cần BAOAN_PUBLIC_URL và mã bí mật của kênh (BAOAN_…_WEBHOOK_SECRET).
channel-failed = Kênh gặp lỗi { $problem }; Báo An đang thử lại.
check-channel-ok = Kênh { $name } dùng được.
choice-link = Nối thêm ứng dụng
link-offered =
    Ở ứng dụng kia, nhắn mã này cho Báo An trong { $minutes } phút:
    { $code }
link-joined = ✅ Đã nối. Từ giờ hai ứng dụng là một người; việc đang dở làm tiếp ở đâu cũng được.
link-same = Hai bên đã là một người rồi.
role-link = Nối ứng dụng
accident-sent-unfinished = Báo An đã chuyển phần anh/chị kể cho người trực, mã { $code }. Nhắn tiếp lúc nào cũng được.
choice-accept = Nhận
choice-link-yes = Đúng, nối
choice-link-no = Không phải tôi
link-sure = Nhận việc { $role } của { $unit }?
link-sure-role = Nhận việc { $role }?
link-sure-app = Nối ứng dụng này với người đã tạo mã? Hai bên sẽ là một người.
link-declined = Đã bỏ qua mã này.
link-asked = Đã hỏi lại ở ứng dụng kia. Anh/chị xác nhận bên đó là xong.
link-was-it-you = Có người ở { $app } vừa gửi mã nối của anh/chị. Có phải anh/chị không?
link-refused = Không nối. Hai bên vẫn tách riêng.
link-over = Yêu cầu nối này đã hết hạn hoặc đã trả lời rồi.
link-has-role = Ứng dụng này đang giữ vai của đơn vị nên không nối vào người khác. Anh/chị tạo mã ở đây rồi nhắn từ ứng dụng kia.
link-has-role-now = Ứng dụng kia vừa nhận vai của đơn vị nên không nối. Hai bên vẫn tách riêng.
channel-webchat = trang web
channel-console = dòng lệnh
channel-telegram = Telegram
channel-zalo-oa = Zalo
channel-zalo-bot = Zalo Bot
channel-down =
    Kênh { $channel } chưa chạy được, từ { $since }.
    { $problem }
channel-still-down =
    Kênh { $channel } vẫn chưa chạy được, từ { $since }.
    { $problem }
channel-works-again = ✅ Kênh { $channel } chạy lại từ { $until }, sau khi ngừng từ { $since }.
trial-data-live = Dữ liệu trong thư mục này là dữ liệu chạy thử. Chọn BAOAN_DATA_DIR khác để chạy thật.
choice-join = Nối
units-there-already = Danh sách đơn vị đã có. Lệnh này chỉ nạp vào cơ sở dữ liệu chưa có đơn vị nào.
units-loaded = Đã nạp { $count } đơn vị. Người vào bằng mã mời: baoan invite --role coordinator
invite-by-operator =
    Mã mời: { $code }
    Dùng một lần, đến hết { $until }. Người được mời nhắn mã này cho Báo An.
database-unusable = Không dùng được cơ sở dữ liệu này ({ $problem }). Xem lại BAOAN_DATABASE_URL và BAOAN_DATA_DIR.
port-taken = Cổng { $port } của { $host } đang có chương trình khác dùng. Đặt BAOAN_HTTP_PORT khác, hoặc tắt chương trình kia.
data-asked = Đã chuyển yêu cầu cho { $office }. Cơ quan trả lời anh/chị chậm nhất { $due }.
data-asked-nobody = Đã ghi yêu cầu. Hiện chưa liên lạc được người phụ trách của { $office }; anh/chị liên hệ thêm trực tiếp giúp.
data-erase-notice = Người dùng số { $number } yêu cầu xóa dữ liệu của mình. Cần trả lời chậm nhất { $due }.
data-export-notice = Người dùng số { $number } yêu cầu được xem dữ liệu của mình. Cần trả lời chậm nhất { $due }.
work-phone-kept = Đã ghi số { $number }. Khi không ứng dụng nào nhắn được cho anh/chị, Báo An gửi tin mẫu Zalo tới số này, và chỉ dùng vào việc đó. Muốn bỏ, nhắn: xóa số điện thoại của tôi.
work-phone-not-needed = Báo An hiện không gửi tin tới số điện thoại, nên không giữ số này.
work-phone-forgotten = Đã xóa số điện thoại của anh/chị.
too-many-messages = Báo An nhận quá nhiều tin trong một phút nên chưa đọc hết. Anh/chị chờ một phút rồi nhắn tiếp giúp. Nếu có tai nạn, nhắn ngay: tai nạn.
