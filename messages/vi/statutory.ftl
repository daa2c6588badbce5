# Việc theo luật phải làm định kỳ: báo cáo số liệu, huấn luyện, kiểm định, quan trắc, khám sức khỏe; doanh nghiệp.
statutory-accident_figures = Báo cáo tai nạn lao động { $period }
statutory-osh_report = Báo cáo an toàn, vệ sinh lao động { $period }
statutory-no_contract_figures = Báo cáo tai nạn của người làm việc không có hợp đồng { $period }
statutory-training = Huấn luyện an toàn định kỳ, cấp lại thẻ
statutory-inspection = Kiểm định thiết bị nghiêm ngặt
statutory-monitoring = Quan trắc môi trường lao động
statutory-health_check = Khám sức khỏe định kỳ cho người lao động
statutory-other = Việc theo luật
choice-zero = Không có tai nạn
statutory-why-button = Vì sao?
statutory-why =
    { $duty }: vì sao phải làm.
    { $lines }
statutory-article = Căn cứ: { $article }.
statutory-due = Hạn cuối an toàn: { $day }.
statutory-interval = Làm lại sau mỗi { $months } tháng, tính từ lần trước.
statutory-also-zero = Không có vụ nào vẫn báo; bấm "Không có tai nạn" là xong phần báo với Báo An.
statutory-which = Anh/chị hỏi việc nào?
statutory-zero-kept = ✅ Đã ghi: { $duty }, không có vụ nào. Bản giấy nếu cần thì gửi { $to }.
statutory-zero-kept-form = ✅ Đã ghi: { $duty }, không có vụ nào. Bản giấy theo { $form }, gửi { $to }.
progress-law-no-more-time = Hạn này do luật định nên không gia hạn được. Gặp khó thì chọn "Gặp khó", Báo An chuyển cho cán bộ.
progress-ask-product-zero = { $duty }: gửi giúp số văn bản, tệp hoặc ảnh. Không có vụ nào thì bấm:
progress-proof-zero = không có vụ nào
progress-ask-done-on = { $duty }: làm xong ngày nào? Nhắn ngày, ví dụ 20/11, hoặc:
progress-done-on-form = Anh/chị nhắn giúp ngày đã làm, ví dụ: 20/11.
choice-today = Hôm nay
state-noted = đã báo
progress-taken-noted = Việc này đã được ghi: { $who } báo xong { $duty } lúc { $at }. Không ghi thêm.
