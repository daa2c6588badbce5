# Chữ trên các trang web: trang đầu, trang nhắn tin, bảng chạy thử.
# Cặp ngoặc như {at} mà trang tự điền được máy chủ truyền vào nguyên dạng.

## Chung
web-name = Báo An
web-mark = BA
web-skip-to-content = Tới nội dung chính
web-skip-to-writing = Tới ô nhắn tin
web-title-home = Báo An · { $office }
web-title-chat = Nhắn tin · Báo An
web-description = Báo tai nạn lao động và theo dõi việc an toàn, vệ sinh lao động bằng tin nhắn.
web-call = Gọi { $number }
web-call-about = Gọi { $number }, { $what }
web-home-link = Về trang đầu
web-needs-script = Trang này cần JavaScript để nhắn tin. Anh/chị bật JavaScript, hoặc gọi 115 nếu có người nguy kịch.

web-emergency-title = Có người nguy kịch
web-emergency-about = Gọi trước, nhắn sau. Cuộc gọi không mất tiền.
web-emergency-113 = công an
web-emergency-114 = cháy, cứu nạn
web-emergency-115 = cấp cứu
web-emergency-112 = tìm kiếm cứu nạn

## Trang đầu
web-home-title = Báo tai nạn. Nhắc việc. Hỏi là biết.
web-home-line-report = Báo tai nạn lao động bằng tin nhắn. Ba câu đầu là đủ để người trực biết và gọi lại.
web-home-line-remind = Nhắc từng đơn vị việc đến hạn trong kế hoạch. Trả lời bằng một lần chạm.
web-home-line-ask = Hỏi việc đang tới đâu, ai chưa báo. Có câu trả lời ngay.
web-home-open-chat = Nhắn cho Báo An
web-home-open-chat-about = Không cần tài khoản.

## Vai trong chế độ chạy thử
web-role-worker = Người lao động
web-role-worker-about = Báo tai nạn hay nguy cơ, rồi theo dõi bằng mã.
web-role-employer = Người sử dụng lao động
web-role-employer-about = Báo tai nạn ở cơ sở mình, rồi theo dõi bằng mã.
web-role-commune = Cán bộ xã
web-role-commune-about = Nhận tin khẩn trong địa bàn và báo là đã nhận.
web-role-unit = Cán bộ đơn vị
web-role-unit-about = Được nhắc việc; báo xong, gặp khó hoặc xin thêm thời gian.
web-role-coordinator = Cơ quan đầu mối
web-role-coordinator-about = Nạp kế hoạch, duyệt, theo dõi và đôn đốc các đơn vị.
web-role-leader = Lãnh đạo
web-role-leader-about = Hỏi xã nào chưa nộp, việc nào quá hạn.
web-role-admin = Quản trị
web-role-admin-about = Mời người, thu hồi mã, xem việc máy chưa làm được.

## Chạy thử
web-trial-title = Chạy thử
web-trial-about = Người, đơn vị và vụ việc ở đây đều là dữ liệu mẫu. Không có tin nào ra ngoài máy này.
web-trial-roles-title = Vào vai
web-trial-roles-about = Mỗi vai có một cuộc trò chuyện riêng.
web-trial-role-now = đang vào vai
web-trial-role-changing = Đang đổi vai…
web-trial-role-failed = Chưa đổi được vai. Anh/chị bấm lại sau vài giây.
web-trial-panel-toggle = Vai và đồng hồ
web-clock-title = Đồng hồ
web-clock-about = Đồng hồ chỉ chạy tới. Mọi lịch nhắc ở giữa đều được chạy.
web-clock-now = Bây giờ là
web-clock-loading = Đang xem giờ…
web-clock-day = Thêm 1 ngày
web-clock-week = Thêm 1 tuần
web-clock-to = Tới ngày, giờ
web-clock-go = Chuyển tới
web-clock-moving = Đang chạy các lịch nhắc ở giữa…
web-clock-done = Đã tới { $label }. Số tin đã gửi: { $count }.
web-clock-pick = Chọn giúp ngày và giờ muốn tới.
web-clock-past = Đồng hồ chỉ chạy tới. Chọn giúp một lúc sau { $label }, trong vòng một năm.
web-clock-failed = Chưa chuyển được đồng hồ. Anh/chị bấm lại sau vài giây.

## Nhắn tin
web-chat-log = Cuộc trò chuyện với Báo An
web-chat-placeholder = Nhắn cho Báo An…
web-chat-write = Tin nhắn
web-chat-send = Gửi
web-chat-loading = Đang mở lại cuộc trò chuyện…
web-chat-from-bot = Báo An:
web-chat-from-person = Anh/chị:
web-chat-step = Bước { $at } / { $of }
web-chat-urgent = Khẩn cấp
web-chat-done = Xong:
web-chat-due = Hạn:
web-chat-repeated = Nhắc lại
web-chat-choices = Chọn câu trả lời
web-chat-choices-past = Các lựa chọn trước đó:
web-chat-sending = đang gửi
web-chat-sending-later = đang gửi, chờ có mạng
web-chat-not-sent = chưa gửi được
web-chat-send-again = Gửi lại
web-chat-discard = Bỏ tin này
web-chat-new-below = Có tin mới
web-chat-offline = Mất kết nối. Tin của anh/chị được giữ trên máy này và tự gửi khi có mạng.
web-chat-back-online = Đã có kết nối lại.
web-chat-empty-title = Anh/chị cần báo hay hỏi điều gì?
web-chat-empty-about = Viết như nhắn cho người quen, có dấu hay không dấu đều được.
web-chat-start-accident = Báo tai nạn lao động
web-chat-start-hazard = Báo nguy cơ mất an toàn
web-chat-start-help = Báo An giúp được gì?
web-chat-start-tasks = Việc của tôi
web-chat-start-overdue = Việc nào quá hạn?
web-chat-start-missing = Đơn vị nào chưa báo cáo?

web-attach = Gửi ảnh, tệp hoặc vị trí
web-attach-photo = Chụp ảnh
web-attach-file = Ảnh hoặc tệp có sẵn
web-attach-location = Vị trí hiện tại
web-attach-open = Mở { $name }
web-photo = Ảnh
web-photo-failed = Không tải được ảnh { $name }.
web-location-sent = Vị trí của tôi
web-location-asking = Đang tìm vị trí. Máy có thể hỏi anh/chị cho phép.
web-location-refused = Máy chưa cho phép gửi vị trí. Anh/chị nhắn giúp tên xã và chỗ dễ thấy gần đó.
web-location-failed = Máy chưa tìm được vị trí. Anh/chị nhắn giúp tên xã và chỗ dễ thấy gần đó.
web-problem-too-large = Tệp này lớn quá. Anh/chị gửi giúp tệp nhỏ hơn, hoặc chụp lại ảnh.
web-problem-file-kind = Báo An chưa đọc được loại tệp này. Anh/chị gửi giúp ảnh, PDF hoặc Word.
web-problem-session = Phiên nhắn tin đã hết. Anh/chị tải lại trang rồi gửi lại tin này.
web-problem-refused = Tin này chưa gửi được. Anh/chị sửa ngắn lại rồi gửi giúp.
web-problem-host = Báo An không mở ở địa chỉ này. Anh/chị vào lại bằng đúng địa chỉ của cơ quan.

## Khởi động
trial-public-url = Chế độ chạy thử chỉ mở trên chính máy này. BAOAN_PUBLIC_URL đang là { $url }; bỏ cài đặt đó, hoặc bỏ BAOAN_TRIAL.

## Trang xem lại kế hoạch
web-plan-title = Xem lại kế hoạch
web-plan-as-of = tính đến { $at }
web-plan-over = Kế hoạch này { $state }.
web-plan-tally-changes = thay đổi
web-plan-tally-doubts = chỗ cần xem
web-plan-tally-phrases = cụm từ chưa rõ là ai
web-plan-tally-clear = việc đọc rõ
web-plan-changes = Thay đổi so với { $base }
web-plan-changes-count = { $kept } việc giữ nguyên, { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ.
web-plan-change-changed = Thay đổi
web-plan-change-new = Mới
web-plan-change-withdrawn = Bãi bỏ
web-plan-before = Đang áp dụng
web-plan-after = Văn bản mới
web-plan-doubts = Cần anh/chị xem: { $count }
web-plan-later = để sau
web-plan-source = Văn bản ghi, dòng { $where }
web-plan-no-source = Không giữ được nguyên văn.
web-plan-read = Báo An đọc là
web-plan-right-value = Đúng ra là
web-plan-save = Lưu
web-plan-phrases = Cụm từ chưa rõ là ai: { $count }
web-plan-phrase-in = Nêu ở { $refs }
web-plan-phrase-who = Là những đơn vị nào? Cách nhau bằng dấu ;
web-plan-apply-about = Áp dụng vào { $base }: { $kept } việc giữ nguyên, { $changed } thay đổi, { $new } mới, { $withdrawn } bãi bỏ. Việc đơn vị đã báo xong giữ nguyên.
web-plan-approve-about = { $assignments } lượt giao cho { $units } đơn vị. Duyệt rồi các đơn vị mới được giao việc.
web-plan-leaves-open = Những chỗ sau sẽ để ngỏ:
web-plan-closed-title = Liên kết này không mở được nữa
web-plan-closed-about = Liên kết chỉ mở trong 30 phút và chỉ dành cho người nhận. Anh/chị vào cuộc trò chuyện, chọn "Kế hoạch" rồi "Xem trên trang web" để lấy liên kết mới.
web-chat-open-page = Mở trang xem lại
