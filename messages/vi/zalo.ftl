zalo-answer-with = Trả lời { $marks }.
zalo-file-elsewhere = Tệp { $name } chưa gửi được qua Zalo. Anh/chị nhận tệp ở trang web của Báo An hoặc hỏi cơ quan.

zalo-settings = Zalo OA còn thiếu cài đặt: { $names }.
zalo-token-missing = Zalo OA chưa có mã làm mới. Lấy mã ở API Explorer của Zalo rồi đặt vào BAOAN_ZALO_OA_REFRESH_TOKEN.
zalo-token-refused = Zalo không nhận mã làm mới hoặc BAOAN_ZALO_OA_APP_SECRET (lý do: { $reason }). Xem lại mã ứng dụng; nếu vẫn vậy, lấy mã làm mới khác, đặt vào BAOAN_ZALO_OA_REFRESH_TOKEN và chạy lại.
zalo-token-lost = Zalo đã đổi mã làm mới nhưng câu trả lời không tới nơi (lý do: { $reason }). Lấy mã làm mới khác ở API Explorer của Zalo, đặt vào BAOAN_ZALO_OA_REFRESH_TOKEN và chạy lại.
zalo-unreachable = Chưa gọi được Zalo. Báo An đang thử lại; xem đường mạng và các địa chỉ BAOAN_ZALO_….
zalo-oa-disabled = Zalo báo OA không còn hoạt động (mã { $code }). Mở oa.zalo.me để xem lại.
zalo-app-inactive = Ứng dụng Zalo chưa bật, đã tắt hoặc đã bị gỡ (mã { $code }). Bật lại ở trang nhà phát triển của Zalo.
zalo-api-not-registered = Ứng dụng chưa đăng ký Official Account API (mã { $code }). Đăng ký ở trang nhà phát triển của Zalo.
zalo-not-authorised = OA chưa cấp quyền cho ứng dụng (mã { $code }). Quản trị viên OA cấp quyền lại.
zalo-not-verified = OA chưa được Zalo xác thực. Làm xác thực ở oa.zalo.me.
zalo-plan = Gói dịch vụ của OA không gồm việc này (mã { $code }). Xem docs/zalo/plans.md rồi nâng gói hoặc gia hạn.
zalo-plan-named = OA đang dùng gói { $plan }, gói này không có API. Xem docs/zalo/plans.md rồi nâng gói.
zalo-secret-wrong = BAOAN_ZALO_OA_APP_SECRET không khớp với ứng dụng (mã { $code }). Chép lại khóa bí mật.
zalo-cloud-account = Tin mẫu ZBS cần Zalo Cloud Account đã nối với OA (mã { $code }). Nối ở zalo.cloud.
zalo-no-money = Zalo Cloud Account đã hết tiền (mã { $code }). Nạp thêm để tin mẫu đi được.
zalo-template = Tin mẫu ZBS chưa dùng được (mã { $code }). Xem trạng thái duyệt và các mã BAOAN_ZBS_TEMPLATE_….
zalo-templates-not-allowed = Zalo chưa cho OA này gửi tin mẫu ZBS (mã { $code }). Liên hệ hỗ trợ của Zalo.
zalo-other-oa = Mã Zalo vừa nhận là của OA { $found }, còn BAOAN_ZALO_OA_ID là { $wanted }. Sửa một trong hai.

zalo-template-more = và { $count } việc khác
zalo-template-no-day = đang chờ trả lời
zalo-template-at-once = phải làm ngay

zalo-templates-left = Zalo OA: hôm nay còn { $left } tin mẫu.
zalo-package-short = Zalo OA: lúc { $at } có { $waiting } tin chờ, gói chỉ gửi kịp { $fits } tin tới { $until }. Tin khẩn vẫn đi trước, phần còn lại đi sáng ngày làm việc sau. Xem docs/zalo/plans.md để nâng gói.
