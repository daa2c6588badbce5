# Telegram: điều cần sửa khi kênh chưa chạy, và vài câu riêng của kênh.

telegram-token-form = Mã BAOAN_TELEGRAM_TOKEN chưa đúng dạng. Mở @BotFather, chép lại cả dòng mã, ví dụ 123456:ABC-DEF.
telegram-token-wrong = Telegram không nhận mã BAOAN_TELEGRAM_TOKEN. Mở @BotFather, lấy mã của bot rồi đặt lại.
telegram-unreachable = Chưa nối được với Telegram. Xem lại mạng và BAOAN_TELEGRAM_API_BASE; Báo An đang thử lại.
telegram-second-poller = Một chương trình khác đang nhận tin bằng cùng mã bot này. Tắt chương trình kia; nếu không phải của cơ quan, vào @BotFather đổi mã mới.
telegram-webhook-elsewhere = Bot này đang gửi tin tới địa chỉ khác: { $host }. Nếu không phải của cơ quan, vào @BotFather đổi mã mới; nếu phải, chạy lại Báo An để nhận tin về đây.
telegram-webhook-set = Một chương trình khác vừa đặt webhook cho bot này nên Báo An không nhận được tin. Tắt chương trình kia rồi chạy lại Báo An; nếu không phải của cơ quan, vào @BotFather đổi mã mới.
telegram-webhook-refused = Telegram chưa nhận địa chỉ { $url } ({ $problem }). BAOAN_PUBLIC_URL cần https và cổng 443, 80, 88 hoặc 8443.
telegram-webhook-address = BAOAN_PUBLIC_URL là { $url }, Telegram không gọi tới đó được: cần https và cổng 443, 80, 88 hoặc 8443.
telegram-webhook-failing = Telegram chưa gửi được tin tới Báo An ({ $problem }). Xem lại BAOAN_PUBLIC_URL và máy chủ web.
telegram-secret-form = BAOAN_TELEGRAM_WEBHOOK_SECRET cần từ 1 đến 256 ký tự: chữ không dấu, số, gạch nối hoặc gạch dưới.
telegram-refused = Telegram báo lỗi: { $problem }. Báo An đang thử lại.

telegram-chosen = ✓ { $label }
telegram-edited = Báo An chỉ đọc tin mới, chưa đọc chỗ vừa sửa. Anh/chị nhắn lại giúp thành một tin mới.
telegram-unread = Báo An chưa đọc được loại tin này. Anh/chị nhắn chữ, hoặc gửi ảnh, tệp, tin thoại, vị trí.
telegram-anonymous = Tin gửi dưới tên nhóm nên Báo An không biết ai nhắn. Anh/chị tắt chế độ ẩn danh rồi nhắn lại, hoặc nhắn riêng cho Báo An.
telegram-share-contact = Gửi số của tôi
telegram-started-with = { $what }: { $text }
