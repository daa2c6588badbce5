# Zalo Bot: điều cần sửa khi kênh chưa chạy, và vài câu riêng của kênh.

zalo-bot-token-wrong = Zalo không nhận mã BAOAN_ZALO_BOT_TOKEN. Mở Zalo Bot Manager, chép lại cả dòng mã của bot rồi đặt lại.
zalo-bot-unreachable = Chưa nối được với Zalo Bot. Xem lại mạng và BAOAN_ZALO_BOT_API_BASE; Báo An đang thử lại.
zalo-bot-refused = Zalo Bot báo lỗi: { $problem }. Báo An đang thử lại.
zalo-bot-quota = Zalo Bot báo đã hết lượt gọi. Báo An chờ rồi gửi tiếp; nếu kéo dài, xem gói của bot.
zalo-bot-second-poller = Một chương trình khác đang nhận tin bằng cùng mã bot này. Tắt chương trình kia; nếu không phải của cơ quan, đặt lại mã trong Zalo Bot Manager.
zalo-bot-secret-form = BAOAN_ZALO_BOT_WEBHOOK_SECRET cần từ 8 đến 256 ký tự.
zalo-bot-webhook-address = BAOAN_PUBLIC_URL là { $url }, Zalo không gọi tới đó được: cần địa chỉ https công khai.
zalo-bot-webhook-unverified = Zalo đã lưu địa chỉ { $url } nhưng gọi thử chưa được ({ $hint }). Xem lại BAOAN_PUBLIC_URL và máy chủ web; Báo An đang thử lại.
zalo-bot-webhook-elsewhere = Bot này đang gửi tin tới địa chỉ khác: { $url }. Chạy Báo An thì tin về đây; nếu địa chỉ kia không phải của cơ quan, đặt lại mã bot.

zalo-bot-unread = Báo An chưa đọc được loại tin này. Anh/chị nhắn chữ, hoặc gửi ảnh, tin thoại.
zalo-bot-file = Tệp { $name }: Zalo chưa cho gửi tệp ở đây. Anh/chị mở { $url } và nối ứng dụng để xem tệp.
zalo-bot-file-no-web = Tệp { $name }: Zalo chưa cho gửi tệp ở đây. Anh/chị hỏi cơ quan để nhận tệp.

zalo-bot-cap-messages = Zalo Bot: tháng này đã gửi { $used }/{ $cap } tin của gói miễn phí.
zalo-bot-cap-users = Zalo Bot: đã có { $used }/{ $cap } người dùng của gói miễn phí.
zalo-bot-cap-groups = Zalo Bot: đã ở { $used }/{ $cap } nhóm của gói miễn phí.
zalo-bot-cap-near = { $what } Gần hết; tin báo tai nạn vẫn được gửi.
zalo-bot-cap-reached = { $what } Đã hết; Zalo có thể từ chối tin mới. Báo An vẫn thử gửi, tin báo tai nạn trước.
