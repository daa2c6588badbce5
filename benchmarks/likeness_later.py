"""Kinds of accident and words written after the scorer was last changed for the others, to measure it honestly.

Whoever changes a weight or a table looks at `EVENTS` and `HELD` of likeness_cases.py only; once this set has been
looked into it is one of those, and another is written first.
"""

LATER: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "tyre shop": (
        ("bơm lốp xe tải bị bung vành", "vành la-zăng bật ra khi bơm hơi", "vá lốp thì mâm xe văng lên"),
        (("vỡ xương gò má", "dập mặt", "máu me đầy mặt"), ("gãy tay phải", "tay phải bị gập lại", "gãy cánh tay")),
    ),
    "sliding gate": (
        ("cổng sắt nhà xưởng đổ ụp", "cánh cổng trật ray ngã xuống bảo vệ", "kéo cổng thì cổng sập vào người"),
        (("gãy xương sườn cả hai bên", "sườn gãy nhiều cái", "ngực bị ép"),
         ("vỡ sàn sọ", "chảy máu tai", "máu ra ở tai")),
    ),
    "noodle machine": (
        ("tay mắc vào máy cán bột", "máy cán mì ngoạm tay", "đưa bột vào trục cán thì dính tay"),
        (("bong da bàn tay", "lóc da mu bàn tay", "tróc hết da tay"),
         ("gãy ngón trỏ", "ngón trỏ gập", "nát đầu ngón trỏ")),
    ),
    "elevator pit": (
        ("rơi xuống hố thang máy chưa lắp", "bước hụt xuống giếng thang tầng 5", "ngã xuống lỗ thang chưa che"),
        (("vỡ xương chậu", "gãy khung chậu", "không đi được đau vùng hông"),
         ("dập phổi", "tràn khí phổi", "thở không nổi")),
    ),
    "sandblast": (
        ("vòi phun cát tuột khỏi tay quất vào người", "súng phun cát bị tuột đầu ống", "đầu ống bắn cát quật trúng"),
        (("thủng mắt trái", "mắt trái không thấy gì", "cát bắn hỏng mắt trái"),
         ("rách da đùi", "toạc đùi", "đùi rách dài")),
    ),
    "tarpaulin": (
        ("gió tốc bạt kéo người theo", "đang giằng bạt thì gió hất", "tấm bạt phủ hàng bị gió giật hất xuống"),
        (("gãy khuỷu tay", "khuỷu tay trật", "tay không duỗi được"),
         ("gãy gót chân", "gót chân vỡ", "bàn chân sưng to")),
    ),
    "glass carrying": (
        ("khiêng tấm kính cường lực bị vỡ", "kính vỡ lúc bê lên lầu", "hai người vác kính thì kính nổ vụn"),
        (("đứt động mạch cổ tay", "máu phun ở cổ tay", "cắt cổ tay sâu"),
         ("rách bắp chân", "chân rách", "toác bắp chân")),
    ),
    "cold store": (
        ("kẹt trong kho lạnh suốt đêm", "bị nhốt trong kho đông vì hỏng cửa", "cửa kho cấp đông không mở được"),
        (("hạ thân nhiệt", "người lạnh cứng", "run rồi lịm dần"),
         ("bỏng lạnh đầu ngón tay", "tê cóng ngón tay", "tím ngón tay")),
    ),
    "fish cage": (
        ("lồng bè nuôi cá bị lật", "bè cá chìm lúc cho ăn", "phao bè bung, người rớt xuống nước"),
        (("ngạt nước", "sặc nước", "vớt lên mê man"), ("gãy ngón chân", "ngón chân bị kẹp", "dập ngón chân")),
    ),
    "bakery oven": (
        ("cửa lò nướng bánh bật lửa", "mở lò bánh bị hơi táp vào", "lò nướng phụt lửa ra ngoài"),
        (("rộp hai cẳng tay", "phồng rộp tay", "tay rộp nước"), ("cháy xém lông mày", "rát mặt", "mặt đỏ rát")),
    ),
    "brick truck tail": (
        ("thành thùng xe bung, gạch đổ xuống", "mở bửng xe thì gạch ập ra", "bửng xe tải rơi kéo theo gạch"),
        (("giập bàn chân", "bàn chân bị nghiền", "nát bàn chân"),
         ("gãy cẳng chân trái", "chân trái gãy", "gãy ống đồng trái")),
    ),
    "nail gun": (
        ("súng bắn đinh cướp cò", "bắn đinh vào người do súng nhả", "đinh từ súng hơi găm vào"),
        (("đinh găm đầu gối", "đinh xuyên gối", "gối dính đinh"),
         ("thủng lòng bàn tay", "đinh xuyên tay", "tay dính đinh")),
    ),
    "sewer rats of flood": (
        ("nước lũ cuốn khi vớt rác ở cống", "đang nạo cống thì nước dâng cuốn", "bị cuốn vào miệng cống"),
        (("uống nhiều nước", "sặc nước nặng", "ngạt nước"),
         ("trầy xước khắp người", "xây xát cả người", "xước hết người")),
    ),
    "lightning": (
        ("sét đánh ngoài ruộng muối", "bị sét đánh lúc gom muối", "trời mưa sét đánh trúng nhóm làm muối"),
        (("tim ngừng đập", "ngưng tim", "bất động không thở"),
         ("cháy áo xém lưng", "lưng cháy xém", "bỏng vùng lưng")),
    ),
    "printer": (
        ("tay lọt giữa hai lô in", "máy in cuốn tay", "lau lô in bị kéo tay vô"),
        (("dập ba ngón", "ba ngón tay bẹp", "bẹp ngón tay"), ("trật khớp vai", "lệch vai", "vai bị kéo trật")),
    ),
    "forest saw log": (
        ("khúc gỗ lăn từ xe xuống", "gỗ tròn tuột dây chằng lăn", "dây chằng đứt gỗ súc lăn vào"),
        (("gãy cột sống thắt lưng", "liệt hai chân", "không cử động chân"),
         ("vỡ lá lách", "xuất huyết ổ bụng", "bụng chướng")),
    ),
    "kitchen slip": (
        ("trượt dầu ngã trong bếp căng tin", "sàn bếp trơn té ngửa", "ngã ngửa ở nhà ăn vì dầu đổ"),
        (("gãy xương cụt", "đau xương cụt", "ngồi không được"),
         ("chấn động não", "choáng nôn ói", "nôn sau khi đập gáy")),
    ),
    "crane hook crowd": (
        ("thanh đà sắt xoay quệt ngang người", "đà thép đang kéo lên xoay trúng", "thanh thép treo quay ngang hất"),
        (("vỡ xương vai", "gãy xương đòn", "vai sụp xuống"), ("gãy răng", "gãy mấy cái răng cửa", "miệng chảy máu")),
    ),
    "insecticide room": (
        ("phun thuốc khử trùng trong kho kín bị choáng", "xông kho rồi gục", "vào kho vừa xông thuốc bị ngã gục"),
        (("co giật", "giật tay chân", "lên cơn giật"), ("nôn liên tục", "ói mửa", "buồn nôn chóng mặt")),
    ),
    "escalator": (
        ("chân kẹt vào thang cuốn khi bảo trì", "sửa thang cuốn bị kẹp chân", "thang cuốn chạy lại lúc thợ ở trong"),
        (("đứt lìa bàn chân", "mất bàn chân", "bàn chân đứt"), ("rách gót", "toạc gót chân", "gót chân nát")),
    ),
}  # fmt: skip
