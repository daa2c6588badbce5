# Chi phí gửi tin: bảng cho quản trị, câu trả lời trong chat, lời báo khi gần hết và hết trần chi.

money = { $amount } đồng

costs-heard = anh/chị hỏi chi phí gửi tin { $month }.
costs-answer =
    Tính đến { $at }, { $month }: { $total }
    { $lines }
costs-total = { $spent }{ $unknown }{ $share }.
costs-unknown-none = {""}
costs-unknown-some = {" "}và { $count } tin chưa rõ giá
costs-share-none = {", không đặt trần"}
costs-share = {", "}{ $percent }% của trần { $cap }
costs-share-zero = {", trần là "}{ $cap }
costs-none = - Chưa gửi tin nào.
costs-line = - { $channel }, { $way }: { $count } tin, { $cost }
costs-line-free = - { $channel }, miễn phí: { $count } tin
costs-cost = { $spent }{ $unknown }
costs-cost-unknown = chưa rõ giá
costs-withheld = - { $count } tin không gửi vì đã hết trần
costs-forecast = Dự kiến cả tháng: { $count } tin, { $spent }{ $unknown }, tính cả lời nhắc theo lịch; chưa kể tin báo tai nạn.
costs-over = Tháng này đã hết, số trên là số cuối.
costs-plan = Gói Zalo OA { $plan }: { $fee } một năm, trả riêng, không tính vào trần.
costs-plan-unknown = Gói Zalo OA { $plan }: chưa rõ giá.
costs-source = Số tin theo sổ gửi của Báo An, giá theo giá niêm yết; chưa đối chiếu hóa đơn.

costs-way-free = miễn phí
costs-way-cs = tin thường có tính tiền
costs-way-template_uid = tin mẫu theo tài khoản Zalo
costs-way-template_phone = tin mẫu theo số điện thoại
costs-way-unknown = chưa rõ loại
costs-plan-tang-truong = Tăng trưởng
costs-plan-toan-dien = Toàn diện

costs-cap-near = Chi phí gửi tin { $month } đã quá 80% của trần { $cap }. Hết trần, Báo An giữ lại tin có tính tiền, trừ tin báo tai nạn. Xem: chi phí.
costs-cap-reached = Chi phí gửi tin { $month } đã hết trần { $cap }. Tin có tính tiền tạm không gửi, người kế tiếp được nhắc thay; tin báo tai nạn vẫn gửi. Xem: chi phí.

costs-check = Chi phí { $month }: { $total }
costs-check-near = { $what } Gần hết trần; tin báo tai nạn vẫn được gửi.
costs-check-reached = { $what } Đã hết trần: tin có tính tiền tạm không gửi, tin báo tai nạn vẫn gửi.
costs-month-form = Tháng cần viết dạng 2026-11, không phải "{ $given }".
costs-head-channel = kênh
costs-head-way = cách gửi
costs-head-messages = số tin
costs-head-cost = đồng
costs-head-unknown = chưa rõ giá
