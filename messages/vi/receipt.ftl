# Biên nhận có chữ ký.

receipt-get = Lấy biên nhận
receipt-coming = Đang ký biên nhận vụ { $code }, Báo An gửi ngay.
receipt-here =
    Biên nhận vụ { $code }: tệp biên nhận, mã QR và tệp nội dung.
    Đưa biên nhận cho ai cũng được, trong đó không có lời kể. Tệp nội dung anh/chị giữ riêng.
receipt-lines =
    BIÊN NHẬN CỦA { $office }
    Mã vụ: { $code }
    Báo lúc: { $reported }
    Ký lúc: { $issued }
    Dấu nội dung (SHA-256 có muối): { $digest }
    Kiểm tra: baoan receipt verify, với khóa công khai ở trang /receipt-key của cơ quan
receipt-unreadable = Tệp này không phải biên nhận của Báo An, hoặc đã hỏng.
receipt-lines-wrong = Biên nhận không đúng: phần chữ đã bị sửa.
receipt-signature-wrong = Biên nhận không đúng: chữ ký không khớp, tệp đã bị sửa hoặc không do cơ quan ký.
receipt-key-unknown = Chưa kiểm được: không có khóa công khai { $id }. Tải ở trang /receipt-key của cơ quan rồi thêm --key FILE; khóa không có ở đó thì biên nhận không do cơ quan ký.
receipt-key-unusable = Khóa này không phải khóa Ed25519 dùng được.
receipt-key-configured = Khóa lấy từ BAOAN_RECEIPT_KEY; thay ở đó.
receipt-key = Khóa ký biên nhận: { $id }
receipt-good = Biên nhận đúng: vụ { $code }, { $office }, báo lúc { $reported }, ký lúc { $issued }, khóa { $id }.
receipt-content-good = Nội dung khớp.
receipt-content-wrong = Chữ ký đúng, nhưng nội dung đưa ra không phải nội dung của biên nhận này.
receipt-content-unreadable = Tệp nội dung không đọc được.
receipt-code-unknown = Không có vụ nào mang mã { $code }.
