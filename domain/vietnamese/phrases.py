"""The phrases that show what a message is about, in the normal words of `words.split`, by kind.

Every pattern starts at a space, so matching tries only the beginnings of words; all repeats are bounded.
"""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(phrases) + ")(?= )")


_LIMB = "tay|chan|xuong|co|lung|dui|suon|cot song|ngon|rang|vai|dau|mat|bung|nguc"

# A person is hurt, ill, trapped or dead.
HARM = _any(
    "(?:tai|tia) nan", "tai (?:nam|nạm) lao dong", "bi nan", "gap nan", "(?:bi |trong |chan )?thuong (?:vong|tich|nang|nhe|tat)", "bi thuong", "trong thuong", "chan thuong",
    "tu vong", "tử vong", "tu nan", "tử nạn", "thiet mang", "bo mang", "khong qua khoi", "qua doi", "hy sinh", "đã mất", "mất rồi", "mất tich",
    "mat tich", "chet(?! may| tiet| mat| dau| roi bot)", "bat tinh", "hon me", "nguy kich", "nguy cap", "ngung tho", "ngung tim",
    "(?:di|goi|xe|dua di|cho di|vao|cho|phong) cap cuu", "cap cuu", "nhap vien", "(?:di|vao|dua|dua di|nam|dua den|dua toi|cho di) (?:vien|benh vien|tram xa|tram y te)",
    "(?:dien|bi|soc|su co) (?:dien )?giat", "giat dien", "bi dien", "phong dien",
    "(?:bi |vua |truot |truot chan )?nga (?:tu|xuong|cao|gian|gay|lau|cau|xe|tu tren|rồi|roi|dap|lan|bat|trong|nhao|ho|mai|thang|dau)",
    "bi nga", "(?:cn|nguoi|cong nhan|tho|toi|anh|chi|em|ho|bac|chu|ong|ba|chong|vo|con) nga", "truot nga", "truot chan", "nga trau",
    "te (?:tu|xuong|gay|nga|lau|xe|cau|gian|gieng|ho|cai|nhao|dap|giap|rồi|tren|bi|bat)", "bi te", "(?:nguoi|cong nhan|tho|tho ho|toi|anh|chi|em|bac|chu|ong) te",
    "(?:nguoi|cong nhan|tho|anh ay|ho|nan nhan|bac|chu|ong) (?:bi )?roi(?! khoi cong ty)", "bi roi", "roi (?:xuong|tu (?:tren|gian|lau|tang|mai|do cao|cao|cau|thang)|trung (?:nguoi|dau|chan|tay|vai|cong nhan|tho)|vao (?:nguoi|dau|chan|tay))",
    f"gay (?:\\w+ )?(?:{_LIMB})", "bi gay", f"(?:bi )?(?:dap|nat|dut|cut|det|tray|rach|xuoc|trat|bong gan|lia|me|đứt|dap nat|bam) (?:\\w+ )?(?:{_LIMB}|tim|gan|doi)",
    f"(?:bi )?bong (?:nang|nuoc|axit|dien|hoa chat|lua|hoi|toan than|do|{_LIMB})", "bi bong", "bong(?= $)",
    "ngo doc", "ngộ doc", "trung doc", "nhiem doc", "nhiem phong xa", "ngat(?: di)?(?: xiu| khi| nuoc)?", "xiu", "xỉu", "ngất", "choang", "(?:chay|chảy)(?: nhieu)? mau", "mat mau", "mất mau", "non ra mau", "oi mau", "do mau", "đổ mau",
    "bi (?:may |xe |da |go |sat |cay |tuong |gach |thep |vat |day |cua |dao |luoi |ong |bang |dat |xe nang |can |may dap |may cat |may cua |ong thep |thung )?(?:\\w+ )?(?:de|ket|vui|vùi|lap|cuon|quan|cuốn|cat|cắt|cua|dap|kep|kẹp|dam|đâm|tong|tông|can|cán|nghien|nghiền|chem|cua phai|roi trung|rơi trung|đè|ep|ép|mai|khoan|ban vao|vang|văng|bay|đập|nien|ngoam|cham)(?! hop| hong| loi)",
    "mac ket", "ket (?:trong|duoi|tay|chan|o|ben|lai|nguoi)", "de (?:trung|chet|len|vao|nguoi|tay|chan)", "(?:vui|vùi) (?:lap|lấp)", "duoi nuoc", "đuối nước", "chet duoi", "chim xuong",
    "nan nhan", "benh nghe nghiep", "bui phoi", "(?:bi |benh )?(?:diec|điếc)(?: nghe nghiep)?", "nhiem bui", "viem da", "kiet suc", "kho tho", "khong tho duoc", "co giat", "say nang", "soc nhiet", "soc phan ve", "dot quy", "đột quỵ",
    "cuu (?:voi|nguoi|toi|em|mang|chung|giup|minh|gap)", "sos", "115", "(?:xe|goi) 115", "(?:ran|cho|ong|trau|bo|rit|heo|lon|ca|ngua|con) (?:can|huc|dot|chich|da|tan cong)", "(?:cat|chem|dam|đâm|cua|quet|va|dap|ban|kep|vang|roi|rơi|quay) (?:vao|phai|trung) (?:tay|chan|dau|mat|nguoi|ngon|lung|vai|nguc|bung|co)", "trung (?:nguoi|dau|chan|tay|lung|vai|nguc|bung|cong nhan|tho|mot nguoi|anh|chi|em|ong|ba|toi|hai nguoi|\\d+ nguoi)", "bi (?:om|benh|dau|sot)", "dau (?:dau|bung|nguc|lung) (?:du doi|nhieu|qua)",
    "(?:khai bao|to khai|lam don|khai|trinh bao|thong bao|bao) (?:tai nan|ve tai nan|vu tai nan|benh nghe nghiep|ve vu tai nan)",
    "(?:bi|dinh) (?:vat|manh|dam|mat|bui|axit|acid|hoa chat|kim loai) (?:\\w+ ){0,3}(?:vao|ban|trung|roi|dinh)", "vang (?:trung|vao) (?:nguoi|mat|dau|tay|chan)", "dien (?:giat|giut)", "nguoi (?:gap nan|bi nan|nam bat dong|bi)",
    "hai nguoi chet", "ra mau", "liet (?:nguoi|chan|nua)", "mu mat", "mù mat", "hong mat", "(?:cong nhan|nguoi lao dong|tho) (?:bi|gap)", "injured", "dead", "hurt", "fell", "emergency", "khong tinh", "lan ra", "ngung tho", "soc dien", "chan dong", "vo (?:dau|so)", "vỡ (?:dau|so)",
)  # fmt: skip

# Harm denied, nearly happened or only feared: these words are taken out before looking for HARM.
UNHURT = re.compile(
    r" (?:(?:rat |that )?(?:may|cung may)(?: man)?(?: la| ma| thay)? )?(?:khong|chua|ko)(?: co| thay| bi| gay| con| ai){0,4}"
    r" (?:ai|nguoi nao|nguoi|mot ai|thiet hai|gi|cong nhan nao|tho nao)?"
    r"(?: ?(?:ve nguoi|bi|phai|co|bi gi|ca|deu|vao|di)){0,4}"
    r" ?(?:bi thuong|thuong vong|thuong tich|bi sao|sao ca|sao het|sao|hue han gi|hue han|anh huong|hề hấn gi|thiet hai|thuong|bi gi|gi het|chet|tu vong|"
    r"tai nan|mac ket|ket|bi nan|nhap vien|cap cuu|trung|nguy hiem|nan nhan|ve nguoi)(?= )"
    r"| (?:suyt|suýt|xuyt|xuýt|tí them|ti nua|chut nua|tý nua|xem chut|xém|sém|xem nua|xem chet|suyt chut|tí nữa)(?: nua| nữa| chut| ti)?(?: thi| la)?(?: [^ ,.;]+){1,6}"
    r"| (?:nguy co|co the|co kha nang|sợ|so bi|so co nguoi|lo|kẻo|keo|coi chung|sắp|dễ|dễ gay|de gay|de xay ra|de bi|rat de|tranh|phong|phong chong|phong tranh|phong ngua|ngua|neu)"
    r"(?: (?:gay|bi|xay ra|co|nguoi|cong nhan|ra|mat an toan|tho|lam|se|con nguoi|cac|vu|ai)){0,4} (?:tai nan(?: lao dong)?|nga|te|roi|chay no|chet(?: nguoi)?|giat|dien giat|bi thuong|thuong vong|thuong|de|sap|truot nga|truot chan|bi bong|bong|cham)(?= )"
)

# A thing falls, breaks or jams and no person is named after it: taken out before looking for HARM.
_THING = (
    "lan can|cau thang|van|gian giao|dan giao|day|cot|truc|luoi|phanh|cua|noi hoi|mai|tuong|canh quat|ống|xich|thang may|thang|tran|"
    "can cau|cay|banh|gach|go|sat|thep|da|vat lieu|vat tu|hang hoa|ton|kinh|cop pha|tam|thung|coc|den|cap|bien|bang chuyen|oc|pallet|container|xi mang|be tong"
)
PERSON = _any(
    "nguoi", "cong nhan", "tho", "nhan vien", "nan nhan", "chong", "vo", "anh (?!chi )\\w+", "chi (?!huy|tiet|nhanh|phi)\\w+", "bac", "chu", "ban (?:em|toi|cung)",
    "lao dong", "bao ve", "ky su", "tai xe", "lai xe", "hoc sinh", "con (?:toi|em)", "(?:bo|ba|me|chau|thang|co|ông|cu|di|cau) (?:toi|em|minh|chau|ay|con|be)", "(?:toi|em|minh) bi", "ai (?:do )?bi", "ho (?:bi|nga|te)",
)
THING = re.compile(
    rf" (?:{_THING})(?: (?!(?:nguoi|cong nhan|anh|chi|em|tho|ong|ba|toi|trung|vao|de|len|phai) )\w+){{0,4}} (?:bi )?(?:gay|ket|roi|nga|te|do|đổ)(?: (?:xuong|tu tren cao|tu tren|tu tang \d+|rồi|doi|roi))?"
    r"(?= )(?!(?: [^ ]+){0,4} (?:trung|vao|de|len|phai|lam|khien|gay) (?!ai |duong|san|dat|xuong)(?:[^ ]+ ){0,2}(?:nguoi|dau|chan|tay|mat|lung|vai|nguc|cong nhan|tho|anh|chi|em|ong|ba|toi|hai|mot|\d+|bi|chet|tu) )"
    r"(?! (?:tay|chan|dau|ngon|nguoi|vao|trung|len))"
)

# Accidents talked about, not reported.
DISCUSSED = re.compile(
    r" (?:bao nhieu|may|thong ke|so lieu|so vu|so luong|tinh hinh|ty le|tỷ lệ|ty suat|tong so|tong hop|danh sach|cac|tan suat|bieu do|ke hoach)"
    r"(?: [^ ,.;?]+){0,4} tai nan(?: lao dong| giao thong)?"
    r"| bao cao(?: [^ ,.;?]+){0,4} tai nan(?: lao dong)?(?: [^ ,.;?]+){0,2} (?:6 thang|sau thang|sáu thang|nam|quy|dinh ky|ky|thang|ca nam)"
    r"| tai nan(?: lao dong)? (?:la gi|la nhu the nao|trong (?:quy|nam|thang|6)|(?:quy|nam|thang) (?:\d|nay|truoc|ngoai)|co (?:tang|giam|phai)|tang|giam|bao nhieu|6 thang)(?: \d+)?"
    r"| (?:the nao la|dinh nghia|quy dinh(?: ve)?|luat(?: ve)?|bao hiem|che do|tro cap|boi th(?:uong|ường)|muc huong|phong chong|phong ngua|ngan ngua|giam|hoi ve|tim hieu|tap huan|tuyen truyen|huong dan(?: \w+){0,3}|thu tuc(?: \w+){0,3}|quy trinh(?: \w+){0,3}|cach(?: \w+){0,3}|mau(?: \w+){0,2}|mẫu(?: \w+){0,2}|bieu mau(?: \w+){0,2}|nghi dinh(?: \w+){0,3}) (?:ve )?(?:tai nan|benh nghe nghiep)(?: lao dong)?"
    r"| co (?:vu )?tai nan(?: lao dong)?(?: nao)?(?: [^ ,.;?]+){0,3} khong (?=\? |$)"
    r"| (?:vu|ca|ho so|vu viec)(?: [^ ,.;?]+){0,6} (?:toi dau|den dau|tới dau|the nao rồi|the nao roi|xu ly (?:the nao|den dau|toi dau|xong chua)|ra sao|giai quyet|xong chua|ket qua)"
)

# Fault, fire, leak, near miss, unsafe condition.
INCIDENT = _any(
    "su co", "(?:bi |vu |dam |boc |phat |gay |co )chay(?! bo)", "chay (?:no|kho|nha|xuong|may|bai|dien|rung|xe|lon|to|rồi|roi|o|tai|trong|tram|day|tu|binh|phan|container|lan|am)",
    "cháy(?! nang)", "hoa hoan", "boc khoi", "co khoi", "bốc khoi", "khoi den", "no (?:binh|lo|noi hoi|lop|gas|khi|may|ap suat|cau chi|bom)", "nổ(?: .{1,12})?", "(?:vu|phat) no", "tia lua",
    "ro ri", "rò", "ro (?:gas|dien|khi|dau|hoa chat|axit|nuoc)", "xi (?:gas|khi|hoi)", "xì (?:gas|khi|hoi)", "tran (?:dau|hoa chat|axit)", "đổ (?:tran )?hoa chat", "thoat khi", "hở", "ho (?:dien|mach|day)",
    "(?:chap|chập) (?:dien|chay|mach)", "dien (?:ho|bi ho|yeu chap)", "day (?:dien|cap|cau|cap cau|curoa|xich)? ?(?:bi )?(?:ho|dut|đứt|tran|trần|roi|mon|tua|mòn|sap dut|long|lòng thong|bong)", "(?:dut|đứt) (?:day|cap|xich|cau)",
    "(?:dat|nen|mong|nha|duong|tuong) (?:\\w+ )?(?:bi )?lun", "sap (?:gian|mai|tran|tuong|lo|ham|cau|do|nha|ta luy|cop pha|coppha|rồi|roi|xuong|lun|han)?", "bi sap", "sat lo", "sạt lo", "sut lun", "lun (?:nen|dat|mong)", "nut (?:tuong|dam|cot|be tong)", "nứt", "(?:do|đổ) (?:tuong|gian|can cau|cau|cot|cay|xe)",
    "nghieng", "mat an toan", "mất an toan", "khong an toan", "thieu an toan", "khong dam bao an toan", "khong bao dam an toan", "khong dam bao", "nguy hiem", "nguy co", "mat ve sinh",
    "thieu (?:lan can|bao ho|do bao ho|rao chan|bien bao|che chan|day dai|mu|anh sang|phuong tien|den|binh chua chay|thiet bi bao ho|noi quy|luoi)",
    "khong (?:co |doi |deo |mang |that |duoc cap |duoc trang bi |mac |dung |duoc )?(?:mu|bao ho|do bao ho|day an toan|dai an toan|day dai|gang|lan can|rao chan|rao|che chan|bien bao|nap day|kinh|khau trang|bao hiem mu|bien canh bao|luoi|noi dat|den)",
    "suyt", "suýt", "xuyt", "xém", "chut nua", "ti nua", "tí nữa", "can nguy", "(?:may|phanh|thang|cau|van|thiet bi|cau truc|cau thap|van thang|thang may|cua|noi hoi|he thong|dong co|bom|xe nang|can cau|xe cau|cap|quat|lan can|den|binh)(?: \\w+){0,2} (?:bi )?(?:hong|hỏng|hu|hư|keu|truc trac|loi|lỗi|ket|dung dot ngot|mat phanh|chet may|rung|tut|tuột|yeu|nong|qua tai|gay|long|lung lay|xuong cap|tro chung|khong hoat dong)",
    "mat phanh", "mất phanh", "dut phanh", "dung dot ngot", "qua tai", "lung lay", "long oc", "lỏng oc", "lỏng", "op ep", "ọp ẹp", "rung lac", "gian giao (?:\\w+ ){0,2}(?:yeu|cu|muc|lung|long|ri|xuong cap|mọt|moi mot)", "rỉ set", "ri set", "(?:gi|gỉ) set", "muc nat",
    "mui (?:gas|hoa chat|khet|la|khi|hac|xang)", "mùi(?: \\w+){1,2}", "van an toan", "vi pham (?:an toan|quy dinh an toan)", "(?:san|nen|duong|cau thang) (?:tron|truot|trơn|uot)", "(?:ho|hố)(?: \\w+){0,2} (?:khong|chua)(?: \\w+){0,2} (?:day|dậy|nap|rao|che)", "bui (?:nhieu|qua|mu mit)", "tieng on", "(?:roi|rơi|rot)(?: \\w+){0,3} (?:tu tren cao|tu tren|xuong)", "vat lieu roi", "(?:gach|go|sat|thep|da|vat tu|hang|cau kien|ong thep|tam ton|ton) (?:bi )?(?:roi|rơi|rot|đổ|do|bay|sap)",
    "canh bao nguy", "leak", "fire", "near miss", "hazard", "mat dien", "mất dien", "cup dien", "cúp dien", "ngap nuoc", "o nhiem", "nut ne", "het han kiem dinh", "chua kiem dinh", "khong kiem dinh", "bat can",
)  # fmt: skip

DONE = _any(
    "(?:lam |nop |gui |bao cao |thuc hien |trien khai |to chuc |tap huan |cap nhat |hop |tuyen truyen |xu ly |viec |deu |vua |moi |co ban |coi nhu |da |đã )(?:\\w+ ){0,6}?xong(?! chua)",
    "xong(?: \\w+){0,2} (?:rồi|roi|het|ca|nhe|nha|viec|bao cao|phan|nhiem vu|het rồi)", "xong(?= $)", "(?:da |vua |moi |co ban |duoc )?hoan (?:thanh|tat)",
    "(?:da|đã|vua|moi) (?:\\w+ )?(?:nop|gui|lam|hoan|thuc hien|trien khai|ban hanh|to chuc|bao cao|tong hop|trinh|ky|cap nhat|tap huan|kiem tra|khac phuc|tuyen truyen|phat|chuyen|up|day len|hop|phoi hop|lap|ra van ban|co van ban|xu ly|phan cong|nhan|treo|in|dang|niem yet|mo lop|tien hanh)",
    "(?:nop|gui|lam|trien khai|to chuc|thuc hien|ban hanh|trinh|cap nhat|khac phuc)(?: \\w+){0,6} (?:rồi|roi|xong|du)(?! chua)", "bao cao (?:viec )?(?:da )?xong", "dat (?:\\d+|ke hoach|chi tieu)", "completed", "finished", "submitted", "sent", "lam het rồi",
)  # fmt: skip
UNDER_WAY = _any(
    "(?:van |vẫn |con |cung |minh |toi |em |ben em |don vi |xa |phong )?dang (?:\\w+ )?(?:lam|trien khai|thuc hien|tien hanh|soan|hoan thien|tong hop|cho|chờ|xu ly|trinh|chuan bi|dang|do|viet|thu thap|phoi hop|to chuc|ra soat|xay dung|lay y kien|hop|gap kho|vuong|xin|ky|khac phuc|duyet)",
    "(?:moi|da|đã|duoc|lam|dat|khoang|xong|tien do) (?:\\w+ ){0,4}\\d{1,3} (?:%|phan tram)", "sap xong", "sắp xong", "gan xong", "chuan bi xong", "bat dau (?:lam|trien khai|thuc hien)", "in progress", "on going", "lam duoc (?:mot nua|nua|mot phan|\\d+)", "duoc (?:mot nua|nua) ", "moi lam duoc",
)  # fmt: skip
DIFFICULT = _any(
    "gap (?:nhieu )?kho", "kho khan", "vuong mac", "vướng(?: \\w+)?", "vuong (?:kinh phi|thu tuc|mat bang|nhan su|o)", "(?:chua|khong) (?:the )?(?:lam|hoan thanh|xong|trien khai|thuc hien|nop|to chuc|gui|bo tri|kip)(?: \\w+){0,3} (?:duoc|kip|vi|do|vì|xong|han)", "(?:chua|khong) kip", "khong (?:the )?hoan thanh", "(?:chua|khong) co (?:kinh phi|kinh p|nguoi lam|nhan luc|tien)", "thieu (?:kinh phi|nguoi|nhan luc|nhan su|tien|can bo|so lieu)", "chua (?:lam|xong|nop|gui|trien khai|hoan thanh|thuc hien)(?: duoc)?", "bi cham", "cham (?:tien do|vi|do)", "khong lam duoc", "can ho tro kinh phi",
)  # fmt: skip
EXTEND = _any(
    "gia han", "(?:xin|cho|de nghi|mong|cho em|cho xin|cho toi)(?: \\w+){0,3} (?:them(?: \\w+){0,3} (?:ngay|tuan|thoi gian|thang|hom)|lui|lùi|hoan den|hoãn|khat|khất|keo dai|doi han|dời|doi (?:den|sang|lai)|cham lai)", "xin (?:den|nop (?:cham|muon|tre|sau)|lui|hoan|them|cham|nop ngay|hẹn|hen|doi)", "(?:lui|lùi|doi|dời) (?:han|thoi han|den|lai|sang|ngay)", "keo dai (?:thoi )?han", "them (?:thoi gian|\\d+ (?:ngay|tuan|hom))", "extend", "nop (?:cham|muon|tre)(?: \\w+)? (?:duoc|mot|vai|\\d|den|sang)", "can them (?:thoi gian|\\d+|mot|hai|ba|vai)",
)  # fmt: skip
ASSIGN = _any(
    "(?:ban giao|chuyen giao|giao lai|chuyen viec|chuyen nhiem vu)(?: \\w+)?",
    "chuyen (?:cho|sang) (?:don vi|phong|xa|anh|chi|dong chi|so)",
    "khong (?:phai|thuoc) (?:viec|nhiem vu|tham quyen|trach nhiem) (?:cua )?(?:\\w+)",
)

LATE = _any(
    "(?:chua|khong|ko) (?:\\w+ )?(?:nop|gui|bao cao|xong|hoan thanh|lam|thuc hien|trien khai|cap nhat|phan hoi|co bao cao|tra loi|xac nhan|ban hanh)", "(?:bi )?(?:tre|trễ)(?: han| tien do| bao cao)?", "qua han", "cham(?: nop| tien do| han| bao cao| tre| muon)?", "chậm(?: \\w+)?", "muộn", "muon han", "no bao cao", "nợ(?: \\w+)?", "het han", "den han", "sap (?:den |toi )?han", "sắp (?:den |tới |toi )?han", "con no", "overdue", "late", "ton dong", "dung han chua",
)  # fmt: skip
ASKING = _any(
    "nao", "ai", "may (?:viec|vu|xa|don vi|nguoi|cai|bao cao|phong|ngay|nhiem vu)", "mấy", "bao nhieu", "danh sach", "liet ke", "nhung", "cac", "\\?", "khong(?= (?:\\? )?$)", "chua(?= (?:\\? )?$)", "dau", "the nao", "sao", "gi", "xem", "cho (?:toi |minh |em |anh |biet )?(?:biet|xem)", "kiem tra", "thong ke", "loc", "who", "which", "bao gio", "khi nao", "gi(?= $)", "chua (?:vay|a|nhi|the|ha|ban|em|anh|chi|ta|ad|ạ)", "dung khong", "phai khong", "hay chua", "duoc chua", "list", "show", "con (?=\\d)", "cho hoi", "hoi",
)  # fmt: skip
STATUS = _any(
    "tien do", "tien trinh", "(?:toi|den|ra|dang o) (?:dau|buoc nao|giai doan nao|khau nao)(?: rồi| roi)?", "the nao (?:rồi|roi)", "ra sao(?: rồi)?", "(?:tinh hinh|tinh trang|trang thai|ket qua|hien trang)", "xu ly(?: \\w+){0,3} (?:xong )?(?:chua|den dau|toi dau|the nao)", "(?:xong|nop|gui|duyet|nhan|hoan thanh|lam|bao cao|giai quyet|tiep nhan|phan hoi|duoc nhan|ky|trien khai)(?: \\w+){0,4} chua(?= \\?| $| a | vay | ha | the | nhi | ad )", "(?:bao nhieu|may|mấy) (?:xa|don vi|phan tram|%|viec|vu|phong|so|nhiem vu|bao cao|ho so|ca|co quan|dia phuong|nguoi|truong hop)", "(?:don vi|xa|phong|so|co quan|ai)(?: nao)? (?:da |đã )(?:nop|xong|gui|hoan thanh|bao cao|lam)", "thong ke", "tong quan", "so lieu (?:\\w+ ){0,4}(?:the nao|ra sao|bao nhieu)", "(?:xem|cho|lay) so lieu", "tong hop (?:tinh hinh|ket qua|tien do)", "theo doi", "status", "progress", "da (?:duoc )?(?:xu ly|giai quyet|tiep nhan) chua", "bao gio(?: \\w+){0,4} (?:xong|co ket qua|xu ly|tra loi)", "khi nao(?: \\w+){0,4} (?:xong|co ket qua|xu ly|tra loi)", "(?:vu|ca)(?: [^ ?]+){0,8} (?:sao rồi|sao roi|the nao|toi dau|den dau|xong chua)", "sao rồi", "sao roi",
)  # fmt: skip
_ME = "toi|minh|em|tui|tao|don vi|phong|xa|co quan|anh|chi|chung toi|ben em|ben minh|ben toi|so|ubnd|uy ban|phuong|ta|chung em|bon em|nha minh|phong toi"
MINE = _any(
    f"(?:viec|nhiem vu|cong viec|task|phan viec|dau viec|lich|nghia vu|han|bao cao)(?: \\w+){{0,2}} (?:cua|cho|giao cho|thuoc) (?:{_ME})", f"(?:viec|nhiem vu|cong viec|lich|dau viec) (?:{_ME})(?! nao| khac)", f"(?:{_ME})(?: (?:minh|toi|em|nay|ta|chung toi))?(?: \\w+)? (?:con|co|phai|can|duoc giao|dang co|dang|nhan|bi giao)(?: \\w+){{0,3}} (?:viec|nhiem vu|nhung gi|may viec|bao nhieu viec|lam gi|gi|nop gi|nop nhung gi|task|bao cao gi|viec nao|bao cao nao|dau viec)", "viec (?:can|phai|dang|con|chua|duoc giao)(?: \\w+){0,2}(?: lam)?", "(?:can|phai) (?:lam|nop|bao cao)(?: them)?(?: nhung)? (?:gi|viec gi|cai gi|nhung gi)", "(?:hom nay|tuan nay|thang nay|quy nay)(?: \\w+){0,2} (?:co |phai |can |lam )(?:\\w+ )?(?:viec|gi|lam gi|nop gi)", "(?:xem|liet ke|danh sach|cho xem|hien)(?: \\w+){0,2} (?:viec|nhiem vu|cong viec|dau viec)", "(?:viec|nhiem vu)(?: \\w+)? (?:gi|nao)(?: \\w+)? (?:khong|can lam|phai lam|duoc giao|chua lam|sap toi)", "viec cua", "my tasks?", "nhiem vu cua", "con (?:viec|nhiem vu|task) (?:gi|nao)", "con (?:may|bao nhieu) (?:viec|nhiem vu|task)",
)  # fmt: skip
LOOK_UP = _any("(?:tra|xem|tim|kiem tra|hoi|kiem|theo doi)(?: \\w+){0,2} (?:ma|ho so|vu viec|ma so|ma ho so|case|ma vu|bien nhan)(?: \\w+)?", "tra cuu(?: \\w+)?", "ma (?:ho so|vu|so|tra cuu|bao cao|case|cua toi)", "ho so (?:so|cua toi|ma|toi)", "(?:bao cao|vu)(?: \\w+){0,2} (?:toi|minh|em) (?:da )?(?:bao|gui)", "ma bao cao")  # fmt: skip
HELP = _any(
    "tro giup", "giup (?:toi|minh|em|do|voi|sử|su dung|anh|chi)?(?= )", "huong dan", "help", "ho tro", "lam (?:sao|the nao|cach nao|nhu the nao)", "(?:cach|cách) (?:dung|su dung|bao|khai|thuc hien|lam|gui|nop|dang ky|de)", "(?:su dung|dung|bao|nop|khai|gui)(?: \\w+){0,4} (?:the nao|nhu the nao|lam sao|sao|kieu gi|ra sao)", "menu", "bat dau", "start", "(?:bot|ban|bao an|day|em|may)(?: \\w+)? (?:lam|giup|ho tro|biet)(?: \\w+){0,2} (?:gi|nhung gi|duoc gi)", "(?:bot|ban|bao an|day|em) la (?:ai|gi)", "chuc nang", "dung (?:the nao|lam sao)", "khong biet (?:dung|lam|bao|cach|su dung|bam|go)", "how", "quy trinh", "thu tuc", "mau (?:bao cao|don|bieu)", "bieu mau", "mẫu (?:bao cao|don|bieu|so)", "\\?(?= $)", "co the lam gi", "(?:bao|nop|gui|khai) (?:o dau|cho ai|bang cach nao)", "la gi", "bam (?:vao )?(?:dau|nut nao)",
)  # fmt: skip
_STAFF = "can bo|nguoi (?:truc|that|phu trach|co trach nhiem|co tham quyen|ho tro|tu van|quan ly)|nhan vien|tong dai(?: vien)?|chuyen vien|lanh dao|dien thoai vien|ai do|truc ban|thanh tra|giam doc|chu tich|admin|quan tri(?: vien)?|nguoi(?= $)|nguoi that|con nguoi|dong chi|anh chi nao|sep|ban quan ly|dau moi|bo phan"
HANDOFF = _any(
    f"(?:gap|noi chuyen|lien he|lien lac|ket noi|noi may|chat|trao doi|noi|goi|hoi|hoi truc tiep|chuyen|nhan tin|goi dien|nhan)(?: (?:voi|toi|den|cho|duoc|truc tiep|may|mot|1|ngay|gap|minh|em|anh|giup|cai|ai|tới|tiep)){{0,4}} (?:{_STAFF})", "(?:goi|dien)(?: dien)?(?: thoai)?(?: lai)?(?: cho)? (?:toi|em|minh|lai|tui|chung toi)", "nguoi that", "tong dai", f"(?:so dien thoai|sdt|duong day nong|hotline)(?: (?:cua|lien he|truc)){{0,4}} (?:{_STAFF}|truc|co quan|so|phong|uy ban|nong|thanh tra|bao an)", "duong day nong", "hotline", "can (?:nguoi|gap nguoi|ai do) (?:ho tro|tu van|giup|that|tra loi)", "co ai (?:o do|truc|do|day|tra loi|ho tro|dang truc)(?: khong)?", "khong (?:muon )?(?:noi|chat) (?:chuyen )?voi (?:bot|may|robot)", "human", "agent", "operator", "talk to", f"(?:toi|em|minh) (?:can|muon) (?:gap )?(?:{_STAFF})", "cho (?:toi |em |minh )?gap",
)  # fmt: skip

PRIVATE = _any(
    "(?:so dien thoai|dien thoai|dia chi|can cuoc|so can cuoc|ngay sinh|tuoi|nam sinh|que quan|ho ten|ten|ly lich|benh an|luong|tai khoan|so nha|facebook|zalo|thong tin(?: ca nhan)?|thong tin lien he|mat khau|password|hinh anh|giay to|ho so benh an|email|ho so)(?: (?:nha|rieng|day du|ca nhan|lien he|cu the|chi tiet|that)){0,4}(?: (?:cua|ve|cac|nhung|may|toan bo|tat ca|nguoi|mot|thang|con|gia dinh|nguoi nha)){0,4} (?:ong|ba|bà|anh|chi|co|chu|bac|nan nhan|nguoi bi|nguoi bao|nguoi to|nguoi gui|nguoi khac|nguoi dan|giam doc|hang xom|dong nghiep|ban|vo|chong|cong nhan|moi nguoi|nguoi ta|cac|nguyen|tran|le|pham|no|chu tich|lanh dao|nguoi do|nguoi phan anh|nguoi lao dong|gia dinh|nguoi ay|nguoi dung|thang)",
    "danh sach(?: (?:cac|nhung|day du|toan bo|ten)){0,4} (?:nan nhan|nguoi (?:bi|bao|chet|to|da|dung|gui|lao dong)|cong nhan|so dien thoai|can cuoc|ten)", "nan nhan (?:la ai|ten gi|ten la gi|o dau|song o dau|bao nhieu tuoi|que o dau|nao)", "ai (?:la nan nhan|la nguoi (?:bao|to|gui)|(?:da )?(?:bao|to cao|to giac|phan anh|gui)(?: vu| tin| cai| bao)?(?= nay| vu| do| tin| len| $| cong| ve))", "(?:ten|danh tinh)(?: cua)?(?: cac| nhung)? (?:nan nhan|nguoi bi|nguoi bao|nguoi to|nguoi chet)", "(?:mat khau|password)",
)  # fmt: skip
_ALL = (
    "het|tat ca|toan bo|tất ca|sach|mọi|moi|hang loat|tung cai|100|ca he thong|toàn bo|du lieu|database|csdl"
)
MASS = _any(
    f"(?:xoa|duyet|huy|chap nhan|phe duyet|dong|tra lai|danh dau|sua|doi|bo|xac nhan|cho qua|thong qua|reset|cap quyen|dong y|tu choi|bac|phan quyen|xoá)(?: (?:giup|cho|luon|di|ho|toi|ngay|cai|nhanh|minh)){{0,4}} (?:{_ALL})(?! (?:em|anh|chi)(?= $))", f"(?:tat ca|toan bo|tất ca|het)(?: [^ ,.;?]+){{0,8}} (?:xoa|duyet|huy|da xong|hoan thanh|thanh xong|sang xong|xong het)(?: het| di| giup| luon| cho toi| ngay)+", "(?:gui|nhan)(?: tin| tin nhan| thong bao| canh bao)?(?: cho| toi| den)+ (?:tat ca|toan bo|moi nguoi|het)", "delete all", "approve all", "drop table", "(?:tat ca|toan bo)(?: cac)? (?:don vi|xa|phong|viec|nhiem vu|bao cao|ho so)(?: [^ ,.;?]+){0,3} (?:la|thanh|sang) (?:da )?(?:xong|hoan thanh|nop)", "xoa (?:co so du lieu|du lieu|lich su|nhat ky|ho so|bao cao|vu|ke hoach)",
)  # fmt: skip
