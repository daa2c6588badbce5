duty-report = Báo cáo { $period }
duty-task = { $ref } { $text }
period-year = năm { $year }
period-quarter = quý { $quarter }/{ $year }
period-half = 6 tháng { $half ->
    [first] đầu năm
   *[other] cuối năm
} { $year }
period-month = tháng { $month }/{ $year }
period-week = tuần { $week }/{ $year }
period-day = hạn { $day }

reminder-soon = ⏰ { $duty }: hạn cuối an toàn { $day } (còn { $left } ngày làm việc). Anh/chị đã làm xong chưa?
reminder-soon-last = ⏰ { $duty }: hạn cuối an toàn { $day }, là ngày làm việc tới. Anh/chị đã làm xong chưa?
reminder-due_today = ⏰ { $duty }: hạn cuối an toàn là hôm nay, { $day }. Anh/chị đã làm xong chưa?
reminder-overdue = ⏰ { $duty }: đã qua hạn { $day }, { $late } ngày làm việc. Việc này tới đâu rồi?
reminder-repeat = ⏰ { $duty }: kỳ { $period } tới đâu rồi?
reminder-promise = ⏰ { $duty }: anh/chị hẹn xong { $day }. Đã xong chưa?
reminder-catch_up = ⏰ { $duty }: hạn { $day }. Tin này đến muộn. Việc tới đâu rồi?
reminder-escalated = ⏰ { $unit } chưa báo: { $duty }, đã qua hạn { $day }, { $late } ngày làm việc. Anh/chị nhắc giúp đơn vị.
reminder-for-unit = ⏰ { $unit }: { $line }
reminder-digest =
    ⏰ Có { $count } việc cần anh/chị:
    { $lines }
    Anh/chị báo việc nào trước?
reminder-digest-more = và { $count } việc nữa
reminder-line-soon = - { $duty }: hạn { $day }, còn { $left } ngày làm việc
reminder-line-due_today = - { $duty }: hạn hôm nay, { $day }
reminder-line-overdue = - { $duty }: quá hạn { $day }
reminder-line-repeat = - { $duty }: báo tiến độ { $period }
reminder-line-catch_up = - { $duty }: hạn { $day } (tin đến muộn)
reminder-line-escalated = - { $unit }: { $duty }, quá hạn { $day }
choice-done = Đã xong
choice-under-way = Đang làm
choice-difficulty = Gặp khó
choice-more-time = Xin gia hạn
choice-all-tasks = Xem tất cả
choice-open-task = Mở việc này
reminder-line-check-ins = - { $count } việc thường xuyên: báo tiến độ { $period }
reminder-line-escalated-many = - { $duty }: { $count } đơn vị quá hạn { $day } ({ $units })
reminder-units-more = { $names } và { $more } đơn vị nữa
choice-overdue-units = Đơn vị quá hạn
reminder-check-ins = ⏰ { $count } việc thường xuyên của đơn vị, kỳ { $period }: tới đâu rồi?
choice-report-progress = Báo tiến độ
duty-report-summary = Báo cáo tổng hợp { $period }
reminder-waiting = ⏰ { $duty }: đã báo gặp khó ngày { $said }. Việc này đang chờ { $office } trả lời về chỗ vướng.
reminder-repeat-known = ⏰ { $duty }, kỳ { $period }: ngày { $said } đơn vị báo đang làm. Có gì mới không?
reminder-check-ins-known = ⏰ { $count } việc thường xuyên, kỳ { $period }: ngày { $said } đơn vị báo đang làm. Có gì mới không?
reminder-escalated-difficulty = ⏰ { $unit }: { $duty }, quá hạn { $day }. Đơn vị báo gặp khó ngày { $said }, đang chờ trả lời.
reminder-escalated-many = ⏰ { $duty }: { $count } đơn vị quá hạn từ { $day }. Xem đơn vị nào?
reminder-digest-escalated =
    ⏰ Có { $count } việc quá hạn ở các đơn vị:
    { $lines }
    Xem đơn vị nào?
reminder-line-waiting = - { $duty }: chờ { $office } trả lời về chỗ vướng
reminder-line-repeat-known = - { $duty }: ngày { $said } báo đang làm, có gì mới ({ $period })
reminder-line-escalated-difficulty = - { $unit }: { $duty }, quá hạn { $day }; báo gặp khó ngày { $said }, đang chờ trả lời
