# Free questions about how things stand.

asked-heard = Báo An hiểu: { $what }{ $whose }{ $when }.
asked-heard-row = Báo An hiểu: { $row }, ở từng đơn vị.
asked-what-duties-overdue = việc quá hạn
asked-what-duties-soon = việc sắp đến hạn
asked-what-duties-difficulty = việc đang gặp khó
asked-what-duties-done = việc đã báo xong
asked-what-duties-under_way = việc đang làm
asked-what-duties-open = việc chưa xong
asked-what-worst = đơn vị nhiều việc quá hạn nhất
asked-what-best = đơn vị báo xong nhiều nhất, theo tỷ lệ
asked-what-cases = các vụ tai nạn
asked-what-cases-untaken = các vụ tai nạn chưa ai nhận
asked-what-cases-unfinished = các vụ tai nạn chưa đóng
asked-what-cases-closed = các vụ tai nạn đã đóng
asked-what-cases-dead = các vụ tai nạn có người chết
asked-of-any = {""}
asked-of-unit = {" "}của { $unit }
asked-of-commune = {" "}của các xã, phường, đặc khu
asked-of-office = {" "}của các cơ quan
asked-among-any = {""}
asked-among-commune = , trong các xã, phường, đặc khu
asked-among-office = , trong các cơ quan
asked-line-row = - { $unit }: { $due }, { $state }
asked-any-time = {""}
asked-on-day = , ngày { $day }
asked-between = , từ { $first } đến { $last }
asked-line-duty = - { $duty }: { $due }, { $state }
asked-line-duty-unit = - { $unit }, { $duty }: { $due }, { $state }
asked-line-worst = - { $unit }: { $count } việc quá hạn, trong { $of } việc
asked-line-best = - { $unit }: { $count }/{ $of } việc đã báo xong
asked-line-case = - { $code }, { $place }, báo lúc { $day }, { $state }
asked-duties =
    { $heard }
    Tính đến { $at }: { $count } việc.
    { $lines }
asked-duties-none =
    { $heard }
    Tính đến { $at }: không có việc nào.
asked-units =
    { $heard }
    Tính đến { $at }:
    { $lines }
asked-units-none =
    { $heard }
    Tính đến { $at }: không có đơn vị nào.
asked-cases =
    { $heard }
    Tính đến { $at }: { $count } vụ, { $people } người bị nạn, trong đó { $dead } người chết.
    { $lines }
asked-cases-none =
    { $heard }
    Tính đến { $at }: không có vụ nào được báo.
asked-not-yours = { $unit } ngoài phần anh/chị được xem. Hỏi cơ quan đầu mối giúp.
status-missing-no-such = Tính đến { $at }: không có báo cáo nào phải gửi cho kỳ "{ $period }".
