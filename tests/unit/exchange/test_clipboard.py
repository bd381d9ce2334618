"""What Word, Google Docs, LibreOffice and browsers put on the clipboard."""

from __future__ import annotations

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.errors import BadInputError
from desktop.domain.richtext import MarkKind
from desktop.exchange.readers import ReadFile, read_clipboard

WORD = """Version:0.9
StartHTML:00000097
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-unhide:no;}</style></head>
<body lang=ES><!--StartFragment-->
<p class=MsoTitle><span lang=ES>El titular<o:p></o:p></span></p>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=ES>Managua</span></b><span> – Los “ministros” se
reunieron.<o:p>&nbsp;</o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Primer punto</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span style='mso-list:
Ignore'>o<span>&nbsp;&nbsp;</span></span><!--[endif]-->Debajo<del>borrado</del><ins> nuevo</ins></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>oculto</span><img src="file:///C:/x.png"><a href="javascript:x">aquí</a>
<a href="#_ftn1">[1]</a></p>
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38">
<span style="font-weight:400;font-style:normal;white-space:pre-wrap">Plain, </span><span style="font-weight:700">bold</span>
<span style="font-style:italic;font-weight:400"> and slanted</span><span> with <a href="https://www.google.com/url?q=https://x.org/a&amp;sa=D">
a link</a></span></p><ul><li dir="ltr"><p role="presentation"><span>Item</span></p></li></ul><br></b>"""


def shape(read: ReadFile) -> list[tuple[BlockKind | None, int, str]]:
    return [(block.kind, block.level, block.text.text) for block in read.blocks]


def test_word() -> None:
    read = read_clipboard(WORD, "ignored")
    assert shape(read) == [
        (BlockKind.HEADLINE, 1, "El titular"),
        (None, 0, "Managua – Los “ministros” se reunieron."),
        (BlockKind.LIST_ITEM, 1, "Primer punto"),
        (BlockKind.LIST_ITEM, 2, "Debajo nuevo"),
        (None, 0, "aquí"),
    ]
    assert [(m.start, m.end, m.kind) for m in read.blocks[1].text.marks] == [(0, 7, MarkKind.STRONG)]
    assert len(read.warnings) == 4


def test_google_docs() -> None:
    read = read_clipboard(DOCS, None)
    assert shape(read) == [
        (None, 0, "Plain, bold and slanted with a link"),
        (BlockKind.LIST_ITEM, 1, "Item"),
    ]
    rich = read.blocks[0].text
    assert [(rich.text[m.start : m.end].strip(), m.kind, m.value) for m in rich.marks] == [
        ("bold", MarkKind.STRONG, ""),
        ("and slanted", MarkKind.EMPHASIS, ""),
        ("a link", MarkKind.LINK, "https://x.org/a"),
    ]


def test_libreoffice_and_browser() -> None:
    office = '<p class="western"><font face="Arial"><b>Strong</b> text</font></p><ol><li><p>One</p></li></ol>'
    assert shape(read_clipboard(office, None)) == [(None, 0, "Strong text"), (BlockKind.LIST_ITEM, 1, "One")]
    web = '<nav><a href="//x.org/a">chosen</a></nav> by <span onmouseover="x()">a person</span><script>bad()</script>'
    read = read_clipboard(web, None)
    assert shape(read) == [(None, 0, "chosen"), (None, 0, "by a person")]
    assert read.blocks[0].text.marks[0].value == "https://x.org/a"


def test_plain_text_where_the_html_has_none() -> None:
    assert shape(read_clipboard("<img src=x>", "One\r\nTwo")) == [(None, 0, "One"), (None, 0, "Two")]
    assert read_clipboard(None, None) == ReadFile(())
    assert read_clipboard("", " \n") == ReadFile(())


def test_too_much_is_refused() -> None:
    for html, text in (("<i>" * 200_000, None), (None, "x" * 200_000), ("x" * 21_000_000, None)):
        with pytest.raises(BadInputError):
            read_clipboard(html, text)
