# Investigating an accident: for officers on the case.
investigation-button = Điều tra
investigation-line = - Điều tra: xong { $done }/{ $count } bước
investigation-page =
    Điều tra vụ { $code }:
    { $lines }
    Chọn một bước để xem hoặc ghi.
investigation-by-employer = Theo tin hiện có: đoàn điều tra cấp cơ sở của người sử dụng lao động ({ $article }). Cán bộ xác nhận.
investigation-by-department = Theo tin hiện có: đoàn điều tra cấp tỉnh ({ $article }). Cán bộ xác nhận.
investigation-done-line = ✅ { $number }. { $step } ({ $day })
investigation-noted-line = - { $number }. { $step }: đã ghi { $count } mục, chưa xong
investigation-open-line = - { $number }. { $step }: chưa làm
investigation-step-decision = Quyết định lập đoàn
investigation-step-members = Thành viên đoàn
investigation-step-evidence = Vật chứng, hiện trường
investigation-step-interviews = Lấy lời khai
investigation-step-assessment = Giám định (nếu cần)
investigation-step-minutes = Biên bản điều tra
investigation-step-meeting = Họp công bố biên bản
investigation-step-sending = Gửi biên bản
investigation-step-page =
    { $step }, vụ { $code }: { $state }
    { $lines }
investigation-is-open = chưa xong.
investigation-is-done = ✅ xong { $day }.
investigation-article = Căn cứ: { $article }.
investigation-article-verify = Căn cứ (cần đối chiếu văn bản gốc): { $article }.
investigation-member = - { $name }, { $function }, { $body }
investigation-item = - { $what }
investigation-item-files = - { $what } (tệp { $files })
investigation-files-only = ảnh, tệp
investigation-done-today = Xong hôm nay
investigation-done-other = Xong ngày khác
investigation-reopen = Chưa xong
investigation-drop = Bỏ: { $what }
investigation-next = Bước sau
investigation-all = Các bước
investigation-add-document = Ghi số văn bản
investigation-add-member = Thêm thành viên
investigation-add-evidence = Thêm vật chứng
investigation-add-statement = Thêm lời khai
investigation-add-more = Thêm nữa
investigation-see-step = Xem bước này
investigation-use-files = Dùng { $count } ảnh, tệp của hồ sơ
investigation-ask-document = { $step }, vụ { $code }: số văn bản, ngày, hoặc ghi chú gì?
investigation-ask-member = Đoàn điều tra vụ { $code }: nhắn họ tên, chức năng trong đoàn, cơ quan. Ví dụ: Nguyễn Văn An, trưởng đoàn, Sở Nội vụ.
investigation-ask-evidence = Vụ { $code }: vật chứng, dấu vết gì? Nhắn một câu hoặc gửi ảnh.
investigation-ask-statement = Vụ { $code }: ai khai, tóm tắt gì? Nhắn một câu hoặc gửi ảnh biên bản.
investigation-how-document = Anh/chị nhắn giúp một dòng, ví dụ: 125/QĐ-SNV ngày 25/11.
investigation-how-member = Anh/chị nhắn giúp đủ ba phần, cách nhau dấu phẩy: họ tên, chức năng trong đoàn, cơ quan.
investigation-how-evidence = Anh/chị nhắn giúp một câu hoặc gửi ảnh, ví dụ: dây cáp đứt, ảnh chụp lúc 9h.
investigation-how-statement = Anh/chị nhắn giúp một câu hoặc gửi ảnh, ví dụ: tổ trưởng, biên bản lấy lời khai số 2.
investigation-ask-files = Có ảnh, tệp kèm theo thì gửi. Hết thì bấm Xong.
investigation-added = Đã ghi vào { $step }, vụ { $code }. Thêm nữa không?
investigation-ask-day = { $step }: xong ngày nào?
investigation-day-how = Anh/chị nhắn giúp ngày, ví dụ: 20/11 hoặc hôm qua.
investigation-ticked = ✅ Đã ghi: { $step } xong { $day }.
investigation-left = Đã dừng. Phần điều tra của vụ { $code } giữ nguyên như trước.
investigation-future = Ngày ấy chưa tới. Anh/chị nhắn giúp ngày đã làm xong.
investigation-step = Bước này không còn trong danh sách. Anh/chị mở lại phần điều tra giúp.
investigation-member-needed = Anh/chị nhắn giúp họ tên, chức năng trong đoàn, cơ quan.
investigation-empty = Chưa có gì để ghi. Anh/chị nhắn một câu hoặc gửi ảnh giúp.
investigation-file = Tệp này không thuộc hồ sơ vụ. Anh/chị gửi lại tệp giúp.
investigation-item-gone = Mục này không còn. Anh/chị mở lại bước ấy giúp.
flow-title-investigation_item = ghi phần điều tra
flow-title-investigation_day = ghi ngày xong một bước điều tra
