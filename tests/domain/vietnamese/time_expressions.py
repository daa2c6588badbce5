"""Time expressions and what they mean on Tuesday 24 November 2026 at 09:30 in Vietnam.

One a line: words | kind | value, or the candidates where there is no value. Times are written without
seconds and offset.
"""

EXPRESSIONS = """
sáng nay 8h | datetime | 2026-11-24T08:00
8h30 hôm qua | datetime | 2026-11-23T08:30
hôm kia | date | 2026-11-22
7h kém 15 tối qua | datetime | 2026-11-23T18:45
9 rưỡi sáng | datetime | 2026-11-24T09:30
14g30 | AMBIGUOUS | 2026-11-23T14:30
thứ 6 tuần trước | date | 2026-11-20
20/11 | date | 2026-11-20
20/11/2026 | date | 2026-11-20
ngày 20 tháng 11 | date | 2026-11-20
chiều qua | date_part | 2026-11-23/afternoon
cách đây 2 tiếng | datetime | 2026-11-24T07:30
30 phút trước | datetime | 2026-11-24T09:00
vừa xong | datetime | 2026-11-24T09:30
từ 8h đến 10h sáng qua | interval | 2026-11-23T08:00/2026-11-23T10:00
sang nay 8h | datetime | 2026-11-24T08:00
toi qua | date_part | 2026-11-23/evening
hồi hôm | date_part | 2026-11-23/night
bữa qua | date | 2026-11-23
sớm mai | FUTURE | -
8h | datetime | 2026-11-24T08:00
3h | AMBIGUOUS | 2026-11-24T03:00 2026-11-23T15:00
10h | AMBIGUOUS | 2026-11-23T10:00 2026-11-23T22:00
31/11 | INVALID | -
29/2 | INVALID | -
ngày mai | FUTURE | -
11/20 | INVALID | -
hai tiếng trước | datetime | 2026-11-24T07:30
nửa tiếng trước | datetime | 2026-11-24T09:00
tiếng rưỡi trước | datetime | 2026-11-24T08:00
1 tiếng rưỡi trước | datetime | 2026-11-24T08:00
8 giờ 30 phút sáng ngày 20 tháng 11 năm 2026 | datetime | 2026-11-20T08:30
mùng 5 Tết | date | 2026-02-21
rằm tháng 7 | date | 2026-08-27
hôm Quốc khánh | date | 2026-09-02
hôm kìa | date | 2026-11-21
1h đêm qua | datetime | 2026-11-24T01:00
12h đêm qua | datetime | 2026-11-24T00:00
11h đêm qua | datetime | 2026-11-23T23:00
thứ 6 | date | 2026-11-20
thu 6 tuan truoc | date | 2026-11-20
chủ nhật | date | 2026-11-22
thứ ba | AMBIGUOUS | 2026-11-24 2026-11-17
tuần trước | interval | 2026-11-16/2026-11-22
tháng trước | interval | 2026-10-01/2026-10-31
hôm nọ | AMBIGUOUS | -
chiều nay | FUTURE | 2026-11-24/afternoon
hồi sáng | date_part | 2026-11-24/morning
hồi chiều | date_part | 2026-11-23/afternoon
sáng thứ 2 | date_part | 2026-11-23/morning
8h sáng thứ hai | datetime | 2026-11-23T08:00
t6 tuần trước | date | 2026-11-20
2h chiều hôm qua | datetime | 2026-11-23T14:00
14h hôm qua | datetime | 2026-11-23T14:00
2h hôm qua | AMBIGUOUS | 2026-11-23T02:00 2026-11-23T14:00
tám giờ rưỡi sáng nay | datetime | 2026-11-24T08:30
8-10h sáng nay | FUTURE | -
từ 20/11 đến 22/11 | interval | 2026-11-20/2026-11-22
20-22/11 | interval | 2026-11-20/2026-11-22
từ 22h tối qua đến 2h sáng nay | interval | 2026-11-23T22:00/2026-11-24T02:00
từ hôm qua đến giờ | interval | 2026-11-23/2026-11-24
7 hoặc 8h sáng nay | AMBIGUOUS | 2026-11-24T07:00 2026-11-24T08:00
không phải hôm qua mà hôm kia | date | 2026-11-22
25/12 | FUTURE | 2026-12-25
2026-11-20 | date | 2026-11-20
2026-11-20 08:30 | datetime | 2026-11-20T08:30
20.11.2026 | date | 2026-11-20
25h | INVALID | -
8h75 | INVALID | -
nãy | date | 2026-11-24
lúc nãy | date | 2026-11-24
hôm qua lúc 8h tối | datetime | 2026-11-23T20:00
khoảng 3 giờ chiều hôm thứ sáu tuần rồi | datetime | 2026-11-20T15:00
3 ngày trước | date | 2026-11-21
2 tuần trước | date | 2026-11-10
abc | INVALID | -
sáng 20/11 | date_part | 2026-11-20/morning
đêm 20/11 | date_part | 2026-11-20/night
2h đêm 20/11 | AMBIGUOUS | 2026-11-20T02:00 2026-11-21T02:00
ngày 20 | date | 2026-11-20
8h tối nay | FUTURE | -
trưa qua | date_part | 2026-11-23/noon
sáng qua lúc 9h kém 10 | datetime | 2026-11-23T08:50
mới đây | AMBIGUOUS | -
30 tết | date | 2026-02-16
giao thừa | date | 2026-02-16
tối hôm kia | date_part | 2026-11-22/evening
rạng sáng nay | date_part | 2026-11-24/dawn
4h rạng sáng qua | datetime | 2026-11-23T04:00
10h15 hnay | FUTURE | 2026-11-24T10:15 2026-11-24T22:15
8h 20/11 | datetime | 2026-11-20T08:00
20/11 8h | datetime | 2026-11-20T08:00
thứ sáu ngày 20/11 | date | 2026-11-20
thứ năm ngày 20/11 | AMBIGUOUS | 2026-11-20 2026-11-19
tháng 10 | interval | 2026-10-01/2026-10-31
năm ngoái | interval | 2025-01-01/2025-12-31
20/11 năm ngoái | date | 2025-11-20
8h00 | datetime | 2026-11-24T08:00
08:00 | datetime | 2026-11-24T08:00
02:30 | datetime | 2026-11-24T02:30
8:15 am hôm qua | datetime | 2026-11-23T08:15
8:15 pm hôm qua | datetime | 2026-11-23T20:15
hồi 7h tối hôm qua | datetime | 2026-11-23T19:00
cách đây 3 ngày | date | 2026-11-21
lúc 9 sáng nay | datetime | 2026-11-24T09:00
mấy hôm trước | AMBIGUOUS | -
bữa hổm | AMBIGUOUS | -
2 hôm trước | date | 2026-11-22
từ 8h tới 10h hôm qua | interval | 2026-11-23T08:00/2026-11-23T10:00
8h toi 10h hom qua | interval | 2026-11-23T08:00/2026-11-23T10:00
chiều tối qua | date_part | 2026-11-23/evening
nửa đêm qua | date_part | 2026-11-23/night
12h trưa nay | FUTURE | -
12 giờ trưa hôm qua | datetime | 2026-11-23T12:00
15h chiều qua | datetime | 2026-11-23T15:00
mười giờ sáng qua | datetime | 2026-11-23T10:00
5 giờ chiều hôm kia | datetime | 2026-11-22T17:00
sáng mai | FUTURE | -
tuần sau | FUTURE | -
2 tiếng nữa | FUTURE | -
tối nay | FUTURE | 2026-11-24/evening
sáng hôm qua 7 rưỡi | datetime | 2026-11-23T07:30
20/11/25 | date | 2025-11-20
cách đây nửa tiếng | datetime | 2026-11-24T09:00
cuối tuần trước | interval | 2026-11-21/2026-11-22
đầu tuần | AMBIGUOUS | -
thứ 8 | INVALID | -
mùng 3 tháng 11 | date | 2026-11-03
23 tháng chạp | date | 2026-02-10
20/10 âm lịch | FUTURE | -
hôm 20 | date | 2026-11-20
3h30 chiều | datetime | 2026-11-23T15:30
9h tối | datetime | 2026-11-23T21:00
1 giờ trước | datetime | 2026-11-24T08:30
năm phút trước | datetime | 2026-11-24T09:25
mười lăm phút trước | datetime | 2026-11-24T09:15
hôm nay | date | 2026-11-24
từ sáng đến giờ | AMBIGUOUS | -
sáng hôm qua | date_part | 2026-11-23/morning
trưa hôm qua | date_part | 2026-11-23/noon
chiều hôm qua | date_part | 2026-11-23/afternoon
tối hôm qua | date_part | 2026-11-23/evening
đêm hôm qua | date_part | 2026-11-23/night
toi hom qua | date_part | 2026-11-23/evening
chieu hom kia | date_part | 2026-11-22/afternoon
sáng ni | date_part | 2026-11-24/morning
chiều bữa kia | date_part | 2026-11-22/afternoon
bựa qua | date | 2026-11-23
hôm tê | date | 2026-11-22
hồi khuya | date_part | 2026-11-23/night
hồi tối | date_part | 2026-11-23/evening
hồi hôm qua | date | 2026-11-23
sáng sớm nay | date_part | 2026-11-24/morning
sáng sớm hôm qua | date_part | 2026-11-23/morning
xế chiều qua | date_part | 2026-11-23/afternoon
chập tối qua | date_part | 2026-11-23/evening
tờ mờ sáng nay | date_part | 2026-11-24/dawn
gà gáy sáng nay | date_part | 2026-11-24/dawn
đầu giờ chiều qua | date_part | 2026-11-23/afternoon
8 giờ kém 5 sáng nay | datetime | 2026-11-24T07:55
kém 15 8h sáng nay | datetime | 2026-11-24T07:45
8 giờ hơn sáng nay | datetime | 2026-11-24T08:00
khoảng 8h sáng nay | datetime | 2026-11-24T08:00
tầm 3h chiều qua | datetime | 2026-11-23T15:00
lúc 15h30 ngày 20/11 | datetime | 2026-11-20T15:30
15:30 20/11/2026 | datetime | 2026-11-20T15:30
15h30' ngày 20-11-2026 | datetime | 2026-11-20T15:30
20/11/2026 15:30 | datetime | 2026-11-20T15:30
3 giờ chiều thứ bảy tuần trước | datetime | 2026-11-21T15:00
thứ bảy vừa rồi | date | 2026-11-21
thứ 2 vừa qua | date | 2026-11-23
chủ nhật tuần trước | date | 2026-11-22
cn tuần trước | date | 2026-11-22
thu hai | date | 2026-11-23
thứ năm | date | 2026-11-19
thứ tư | date | 2026-11-18
thứ hai tuần này | date | 2026-11-23
thứ 6 tuần này | FUTURE | 2026-11-27
thứ 6 tuần sau | FUTURE | 2026-12-04
thứ 7 tới | FUTURE | 2026-11-28
2 ngày trước | date | 2026-11-22
cách đây hai ngày | date | 2026-11-22
cách đây 1 tuần | date | 2026-11-17
ba hôm trước | date | 2026-11-21
một tuần trước | date | 2026-11-17
1 tháng trước | date | 2026-10-24
5 tháng trước | date | 2026-06-24
2 năm trước | date | 2024-11-24
10 phút trước | datetime | 2026-11-24T09:20
cách đây 45 phút | datetime | 2026-11-24T08:45
hơn 2 tiếng trước | datetime | 2026-11-24T07:30
khoảng 3 tiếng trước | datetime | 2026-11-24T06:30
2 tiếng 15 phút trước | datetime | 2026-11-24T07:15
một giờ trước | datetime | 2026-11-24T08:30
cách đây 1 tiếng rưỡi | datetime | 2026-11-24T08:00
mới xảy ra | datetime | 2026-11-24T09:30
bây giờ | datetime | 2026-11-24T09:30
vừa nãy | date | 2026-11-24
hồi nãy | date | 2026-11-24
ban nãy | date | 2026-11-24
mới tức thì | datetime | 2026-11-24T09:30
mùng 1 tết | date | 2026-02-17
mùng 3 Tết | date | 2026-02-19
28 tết | date | 2026-02-15
rằm tháng giêng | date | 2026-03-03
rằm tháng 8 | date | 2026-09-25
giỗ tổ | date | 2026-04-26
hôm 30/4 | date | 2026-04-30
30/4 | date | 2026-04-30
2/9 | date | 2026-09-02
quốc khánh | date | 2026-09-02
noel | date | 2025-12-25
tết dương lịch | date | 2026-01-01
ngày 1/1/2026 | date | 2026-01-01
1/1 | date | 2026-01-01
29/2/2024 | date | 2024-02-29
29/2/2025 | INVALID | -
30/2 | INVALID | -
31/4 | INVALID | -
32/1 | INVALID | -
15/13 | INVALID | -
0/5 | INVALID | -
00/00 | INVALID | -
20/11/2027 | FUTURE | 2027-11-20
20/11/2099 | FUTURE | 2099-11-20
ngày mốt | FUTURE | -
ngày kia | FUTURE | -
mai | FUTURE | -
tuần tới | FUTURE | -
tháng sau | FUTURE | -
5 phút nữa | FUTURE | -
tối mai | FUTURE | -
8h sáng mai | FUTURE | -
0h hôm nay | datetime | 2026-11-24T00:00
0h đêm qua | datetime | 2026-11-24T00:00
24h hôm qua | datetime | 2026-11-24T00:00
23h59 hôm qua | datetime | 2026-11-23T23:59
11h trưa qua | datetime | 2026-11-23T11:00
1h trưa hôm qua | datetime | 2026-11-23T13:00
12h30 trưa hôm qua | datetime | 2026-11-23T12:30
1 giờ chiều qua | datetime | 2026-11-23T13:00
6h tối qua | datetime | 2026-11-23T18:00
10h đêm qua | datetime | 2026-11-23T22:00
2h sáng nay | datetime | 2026-11-24T02:00
2h sáng hôm qua | datetime | 2026-11-23T02:00
3h rạng sáng nay | datetime | 2026-11-24T03:00
5h30 sáng | datetime | 2026-11-24T05:30
7h tối | datetime | 2026-11-23T19:00
7h hôm qua | datetime | 2026-11-23T07:00
11h hôm qua | datetime | 2026-11-23T11:00
12h hôm qua | datetime | 2026-11-23T12:00
5h hôm qua | AMBIGUOUS | 2026-11-23T05:00 2026-11-23T17:00
4 giờ hôm kia | AMBIGUOUS | 2026-11-22T04:00 2026-11-22T16:00
8h hôm nay | datetime | 2026-11-24T08:00
3h hôm nay | datetime | 2026-11-24T03:00
10h hôm nay | FUTURE | 2026-11-24T10:00 2026-11-24T22:00
6h | datetime | 2026-11-24T06:00
7h | datetime | 2026-11-24T07:00
9h | datetime | 2026-11-24T09:00
9h30 | datetime | 2026-11-24T09:30
9h31 | AMBIGUOUS | 2026-11-23T09:31 2026-11-23T21:31
12h | AMBIGUOUS | 2026-11-23T12:00
1h | AMBIGUOUS | 2026-11-24T01:00 2026-11-23T13:00
5h | AMBIGUOUS | 2026-11-24T05:00 2026-11-23T17:00
13h | AMBIGUOUS | 2026-11-23T13:00
15h | AMBIGUOUS | 2026-11-23T15:00
0h | datetime | 2026-11-24T00:00
22h | AMBIGUOUS | 2026-11-23T22:00
từ 7h đến 9h sáng nay | interval | 2026-11-24T07:00/2026-11-24T09:00
từ 7h tới 9h | interval | 2026-11-24T07:00/2026-11-24T09:00
8h - 9h sáng nay | interval | 2026-11-24T08:00/2026-11-24T09:00
từ 20/11 đến 21/11 | interval | 2026-11-20/2026-11-21
từ ngày 18 đến ngày 20 | interval | 2026-11-18/2026-11-20
từ thứ 2 đến thứ 6 tuần trước | interval | 2026-11-16/2026-11-20
từ 13h30 đến 15h chiều qua | interval | 2026-11-23T13:30/2026-11-23T15:00
23h hôm kia đến 1h hôm qua | AMBIGUOUS | -
từ 8h sáng đến 2h chiều hôm qua | interval | 2026-11-23T08:00/2026-11-23T14:00
từ 8h đến 2h chiều hôm qua | interval | 2026-11-23T08:00/2026-11-23T14:00
giữa 8h và 9h sáng nay | AMBIGUOUS | 2026-11-24T08:00 2026-11-24T09:00
sáng 8h | datetime | 2026-11-24T08:00
8h sáng qua ở xưởng | datetime | 2026-11-23T08:00
tuần rồi | interval | 2026-11-16/2026-11-22
tháng rồi | interval | 2026-10-01/2026-10-31
tháng 9 | interval | 2026-09-01/2026-09-30
tháng 12 | FUTURE | 2026-12-01
tháng 9 năm ngoái | interval | 2025-09-01/2025-09-30
tháng 9/2025 | interval | 2025-09-01/2025-09-30
cuối tuần | interval | 2026-11-21/2026-11-22
giữa tháng | AMBIGUOUS | -
cuối tháng 10 | AMBIGUOUS | -
đầu năm | AMBIGUOUS | -
hôm trước | AMBIGUOUS | -
hôm bữa | AMBIGUOUS | -
lâu rồi | AMBIGUOUS | -
không nhớ | AMBIGUOUS | -
năm 2025 | interval | 2025-01-01/2025-12-31
tám giờ sáng nay | datetime | 2026-11-24T08:00
tám rưỡi sáng nay | datetime | 2026-11-24T08:30
mười một giờ đêm qua | datetime | 2026-11-23T23:00
hai giờ rưỡi chiều qua | datetime | 2026-11-23T14:30
bảy giờ kém mười sáng nay | datetime | 2026-11-24T06:50
ngày hai mươi tháng mười một | date | 2026-11-20
mùng năm tháng mười một | date | 2026-11-05
thu sau tuan truoc | date | 2026-11-20
hom qua luc 8h | datetime | 2026-11-23T08:00
8 gio sang nay | datetime | 2026-11-24T08:00
8 gio 30 phut toi qua | datetime | 2026-11-23T20:30
chu nhat vua roi | date | 2026-11-22
cach day 2 tieng | datetime | 2026-11-24T07:30
cach day nua tieng | datetime | 2026-11-24T09:00
tu 8h den 10h sang qua | interval | 2026-11-23T08:00/2026-11-23T10:00
vua moi xong | datetime | 2026-11-24T09:30
sang qua | date_part | 2026-11-23/morning
dem qua | date_part | 2026-11-23/night
7h kem 15 toi qua | datetime | 2026-11-23T18:45
9 ruoi sang | datetime | 2026-11-24T09:30
14g30 hôm qua | datetime | 2026-11-23T14:30
8h15p sáng nay | datetime | 2026-11-24T08:15
8h sag nay | datetime | 2026-11-24T08:00
8h s nay | datetime | 2026-11-24T08:00
hqua 8h | datetime | 2026-11-23T08:00
2h ch hôm qua | AMBIGUOUS | 2026-11-23T02:00 2026-11-23T14:00
hôm qa | date | 2026-11-23
qua 8h tối | datetime | 2026-11-23T20:00
8AM today | datetime | 2026-11-24T08:00
8h toi hqua | datetime | 2026-11-23T20:00
hôm wa | date | 2026-11-23
20 tháng 11 năm ngoái | date | 2025-11-20
sai rồi, 8h chứ không phải 9h | datetime | 2026-11-24T08:00
ko phai hom qua ma la hom kia | date | 2026-11-22
2026-11-23T20:15 | datetime | 2026-11-23T20:15
11/24/2026 | INVALID | -
1/13 | INVALID | -
2025 | INVALID | -
mồng 5 tết | date | 2026-02-21
23 tháng chạp năm ngoái | AMBIGUOUS | 2026-02-10 2025-01-01/2025-12-31
15/7 âm lịch | date | 2026-08-27
rằm vừa rồi | date | 2026-11-23
đêm giao thừa | date_part | 2026-02-16/night
đêm 30 tết | date_part | 2026-02-16/night
8h đêm giao thừa | datetime | 2026-02-16T20:00
8h sáng mùng 3 tết | datetime | 2026-02-19T08:00
"""


def rows() -> list[tuple[str, str, str]]:
    """Give (words, kind, value or candidates)."""
    parts = (line.split(" | ") for line in EXPRESSIONS.strip().splitlines())
    return [(words, kind, value) for words, kind, value in parts]
