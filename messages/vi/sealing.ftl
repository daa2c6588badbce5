# Giữ kín danh tính: lời với người báo, lời với cán bộ, lời của dòng lệnh.

consent-private = Giữ kín tôi là ai
privacy-ways = Giữ kín: hai cán bộ cùng mở mới biết, anh/chị được báo. Ẩn danh: bỏ cả tên, số đã kể.
privacy-ways-anonymous = Ẩn danh: hồ sơ bỏ tên, số đã kể; cán bộ hỏi qua Báo An.
privacy-choose =
    { $ways }
    { $platform }
    Chọn cách nào?
privacy-confidential = Đồng ý, giữ kín
privacy-anonymous = Đồng ý, ẩn danh
privacy-named = Đồng ý, báo có tên
privacy-kept-confidential = Đã giữ kín: hồ sơ không còn tên, số gọi lại. Kể tiếp, anh/chị đừng nói mình là ai, cả trong ảnh và tin thoại.
privacy-kept-anonymous = Đã ẩn danh: Báo An bỏ tên, số gọi lại. Kể tiếp, anh/chị đừng nói mình là ai, cả trong ảnh và tin thoại.
privacy-no-number = Vụ này không ghi tên hay số của anh/chị nên Báo An không ghi số ấy vào hồ sơ. Cán bộ hỏi qua Báo An.
privacy-first = Báo An chưa ghi vụ nào để giữ kín. Kể xong ba câu đầu, anh/chị chọn "Giữ kín tôi là ai".
privacy-already = Vụ { $code } đang được giữ kín rồi. Cán bộ hỏi gì, Báo An chuyển lời.
privacy-platform = { $platform }
privacy-who-knows = { $platform } Cán bộ thì thấy những gì anh/chị kể và số gọi lại, trừ khi anh/chị chọn giữ kín hoặc ẩn danh.
privacy-platform-zalo = Zalo vẫn biết tài khoản của anh/chị; cơ quan không thấy.
privacy-platform-telegram = Telegram vẫn biết tài khoản của anh/chị; cơ quan không thấy.
privacy-platform-web = Trang này chỉ nhận ra trình duyệt; cơ quan không thấy.
identity-opened = Danh tính của người báo vụ { $code } vừa được hai cán bộ cùng mở. Lý do: { $reason }

case-reporter-confidential = - Người báo: xin giữ kín ({ $handle })
case-reporter-anonymous = - Người báo: ẩn danh ({ $handle })
case-file-plain = tep-{ $number }
case-ask = Hỏi người báo
case-ask-what = Hỏi người báo vụ { $code } điều gì? Nhắn một câu; Báo An chuyển lời, không cho biết tên anh/chị.
case-ask-how = Anh/chị nhắn giúp câu hỏi bằng chữ.
case-asked = Đã chuyển câu hỏi cho người báo vụ { $code }. Có trả lời, Báo An nhắn lại.
case-asked-unreached = Chưa nhắn được cho người báo vụ { $code }. Câu hỏi đã ghi vào hồ sơ.
case-question = Cán bộ hỏi về vụ { $code }: "{ $question }" Anh/chị trả lời được không?
case-reply = Trả lời
case-replied = Vụ { $code }: người báo vừa trả lời. Mở hồ sơ?
accident-line-asked = - Cán bộ hỏi: { $what }
accident-ask-tip-number = Muốn báo thêm mà không nói mình là ai? Nhắn một tin, số gọi lại sẽ được gỡ khỏi vụ; hoặc:
accident-tip-kept-number = Đã giữ lời báo ẩn danh và gỡ số gọi lại khỏi vụ việc.
flow-title-case_question = hỏi người báo

seal-officers = Nêu tên các cán bộ, cách nhau bằng dấu phẩy, mỗi tên một lần: --officers "A,B,C".
seal-shares-count = Ngưỡng { $threshold } trên { $count } mảnh không dùng được: ít nhất 2, không quá số mảnh, không quá 255.
seal-shares-few = Cần đủ { $threshold } mảnh của { $threshold } người.
seal-shares-wrong = Các mảnh này không ghép được với nhau.
seal-share-unreadable = Tệp này không phải mảnh khóa, hoặc đã hỏng.
seal-share-unknown = Mảnh của { $officer } không thuộc bộ khóa nào ở đây.
seal-share-retired = Mảnh của { $officer } thuộc bộ khóa đã thay, không còn dùng được.
seal-wrong-passphrase = Mật khẩu mảnh của { $officer } chưa đúng.
seal-wrong-key = Không mở được: khóa không khớp hoặc dữ liệu đã bị sửa.
seal-wrong-code = Mã một lần chưa đúng.
seal-passphrase-short = Mật khẩu cần ít nhất { $count } ký tự.
seal-passphrase-differs = Hai lần gõ mật khẩu chưa giống nhau.
seal-secret-missing = Thiếu mật khẩu hoặc mã ở đầu vào.
seal-there-already = Đã có bộ khóa. Đổi người giữ mảnh thì dùng: baoan seal reshare.
seal-none = Chưa có bộ khóa nào. Lập bằng: baoan seal init.
seal-nothing = Vụ { $code } không có danh tính nào được niêm phong.
seal-reason = Nêu lý do mở bằng --reason, từ { $least } đến { $most } ký tự.
seal-not-asked = Chưa có cán bộ thứ nhất đặt mảnh cho vụ { $code }, hoặc đã quá 24 giờ. Bắt đầu lại với --reason.
seal-same-officer = Cần mảnh của người thứ hai; { $officer } đã đặt mảnh rồi.
seal-recovery-only = Mảnh dự phòng chỉ dùng để chia lại khóa, không dùng để mở.
seal-open-shares = Đưa một mảnh (--share) mỗi bước, hoặc hai mảnh một lần.
seal-to-count = Cần đúng { $count } nơi cất (--to), mỗi mảnh một nơi; không có --to thì mảnh hiện ra màn hình.
seal-to-place = { $path } không cất mảnh được: phải là thư mục có sẵn, mỗi mảnh một nơi, ngoài thư mục dữ liệu.
seal-file-exists = { $path } có sẵn rồi; Báo An không ghi đè.
seal-prompt-new = Mật khẩu mới cho mảnh của { $officer } (không hiện ra):
seal-prompt-again = Gõ lại:
seal-prompt = Mật khẩu mảnh của { $officer } (không hiện ra):
seal-prompt-code = Mã một lần của cán bộ thứ nhất (không hiện ra):
seal-prompt-next = Cất mảnh của { $officer } xong, bấm Enter để xóa màn hình và đi tiếp.
seal-recovery-officer = Dự phòng
seal-sheet =
    BÁO AN: MẢNH KHÓA NIÊM PHONG DANH TÍNH
    Người giữ: { $officer }
    Bộ khóa { $id }, mảnh số { $number }; cần { $threshold } mảnh mới mở được.
    Giữ nơi riêng, tách khỏi mật khẩu. Mất mảnh thì báo ngay để chia lại.
seal-written = Mảnh của { $officer }: { $path }
seal-made = Đã lập bộ khóa { $id }: { $count } mảnh, cần { $threshold } mảnh để mở. Mỗi người thử mảnh của mình: baoan seal drill --share FILE
seal-reshared = Đã chia lại sang bộ khóa { $id }, { $count } danh tính. Mảnh cũ còn dùng tới khi mọi người giữ mảnh mới đã thử xong: baoan seal drill --share FILE
seal-recovery-made = Đã lập mảnh dự phòng của bộ khóa { $id }. Cho vào phong bì niêm phong, cất riêng với mật khẩu.
seal-share-works = Mảnh của { $officer } dùng được.
seal-shares-work = Ghép đủ mảnh: đúng là khóa của cơ quan. Không danh tính nào được mở.
seal-current-now = Mọi mảnh mới đã thử xong: bộ khóa { $id } dùng từ bây giờ, mảnh cũ hết hiệu lực.
seal-state-current = Bộ khóa { $id } đang dùng, cần { $threshold } mảnh:
seal-state-pending = Bộ khóa { $id } chờ thử đủ mảnh, cần { $threshold } mảnh:
seal-state-share = - { $officer }: { $proved }
seal-state-recovery = - { $officer } (phong bì): { $proved }
seal-proved = thử lần cuối { $at }
seal-proved-never = chưa thử
seal-lost-enough = Nếu mất mảnh của một người: còn { $left } mảnh đã thử, cần { $threshold }: vẫn chia lại được.
seal-lost-short = Nếu mất mảnh của một người: còn { $left } mảnh đã thử, cần { $threshold }: KHÔNG chia lại được. Thử thêm mảnh, hoặc lập mảnh dự phòng.
seal-asked = Đã đặt mảnh của { $officer } cho vụ { $code }, dùng được 24 giờ. Mã một lần, đọc cho cán bộ thứ hai:
seal-opened = Vụ { $code }, danh tính được niêm phong:
seal-opened-told = Đã báo người báo rằng danh tính được mở.
seal-opened-untold = Chưa nhắn được cho người báo rằng danh tính được mở; việc mở đã ghi vào nhật ký.
seal-field-name = Tên: { $what }
seal-field-phone = Số gọi lại: { $what }
seal-field-names = Tên đã kể: { $what }
seal-field-role = Người báo là: { $what }
seal-field-address = Tài khoản: { $what }
seal-field-at = Niêm phong lúc: { $what }
check-seal-none = Chưa lập khóa niêm phong nên người báo chỉ chọn được ẩn danh. Lập bằng: baoan seal init
check-seal-unproved = Mảnh khóa niêm phong chưa thử: { $officers }. Thử bằng: baoan seal drill --share FILE
