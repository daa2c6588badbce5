"""Small files to begin from: each kind once, with the words and marks the reader looks for."""

from importlib.resources import files

from tests.documents.samples import pdf_with, tcvn3, vni

_PLAN = files("bot.sample").joinpath("plan.txt").read_text("utf-8")
_SHORT = """KẾ HOẠCH
II. MỤC TIÊU
1. Giảm 5% số vụ; trên 90% cơ sở
III. NHIỆM VỤ
1. Rà soát (Sở Y tế chủ trì)
- Đơn vị thực hiện: Sở Nội vụ, UBND các xã
- Thời gian: Quý II/2026; trước ngày 15/12 hằng năm
| TT | Nhiệm vụ | Chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Họp | Sở Y tế | nt |
IV. TỔ CHỨC THỰC HIỆN
1. Giao Sở Nội vụ theo dõi; báo cáo khi có yêu cầu[1: tại Kế hoạch số 1/KH-UBND ngày 5/1/2026]./.
Nơi nhận:
- UBND tỉnh (b/c);"""
_PAGE = """<table><tr><th rowspan=2>TT<th colspan=2>x<tr><td>a<td>b</table><ol type=i start=3><li>x<ul><li>y</ul></ol>
<pre>a
b</pre><p style="display:none">z<br>&nbsp;&amp;"""
_BODY = """<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins>
<w:r><w:rPr><w:vanish/><w:rFonts w:ascii=".VnTime"/></w:rPr>
<w:t>x</w:t><w:tab/><w:br/><w:footnoteReference w:id="1"/></w:r></w:ins><w:r><w:fldChar w:fldCharType="begin"/>
<w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>y</w:t>
<w:fldChar w:fldCharType="end"/></w:r></w:p>
<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr>
<w:p/></w:tc>
</w:tr></w:tbl><w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>z</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>"""
_LISTS = """<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>
<w:pStyle w:val="s0"/><w:isLgl/><w:lvlRestart w:val="0"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>
</w:num>"""
_STYLES = """<w:style w:type="paragraph" w:default="1" w:styleId="s0"><w:basedOn w:val="s1"/><w:pPr><w:numPr>
<w:numId w:val="1"/></w:numPr></w:pPr><w:rPr><w:vanish/></w:rPr></w:style>"""
_ALIGNED = [
    (x, 700.0 - 20 * i, text)
    for i, row in enumerate((("TT", "Nội dung", "Chủ trì"), ("1", "Họp", "Sở Y tế"), ("2", "Ký", "Sở Y tế")))
    for x, text in zip((40.0, 80.0, 200.0), row, strict=True)
]

SEEDS: tuple[bytes, ...] = (
    b"\x00" + _SHORT.encode(),
    b"\x00" + _PLAN[:3000].encode(),
    b"\x00" + _SHORT.encode("utf-16"),
    b"\x00" + tcvn3(_SHORT).encode("latin-1", "ignore"),
    b"\x00" + vni(_SHORT).encode("cp1252", "ignore"),
    b"\x01" + f"# {_SHORT}\n*a* [b](c) `d` +--+--+--+\n| a<br>b | c |".encode(),
    b"\x02" + _PAGE.encode(),
    b"\x03" + pdf_with([[(40, 700, "I. a"), (40, 680, "b")]], [[(30, 690, 200, 690)]])[9:],
    b"\x03" + pdf_with([_ALIGNED])[9:],
    b"\x03" + pdf_with([[(40, 500, "I. a"), (40, 480, "b")]]).replace(b"/Page /", b"/Page /Rotate 90 /")[9:],
    b"\x04" + _SHORT.encode(),
    b"\x05" + _BODY.encode(),
    b"\x06" + _LISTS.encode(),
    b"\x07" + _STYLES.encode(),
)
