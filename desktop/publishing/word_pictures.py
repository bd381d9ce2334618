"""Inline pictures in WordprocessingML and DrawingML (ECMA-376 part 1, §20.4 and §20.2)."""

from __future__ import annotations

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser

from desktop.publishing.wordml import Element, element

#: English Metric Units per inch, and the dots that a pixel of a web picture stands for.
_EMU, _DPI = 914_400, 96
_PICTURE = nsmap["pic"]
_NAMESPACES = {name: nsmap[name] for name in ("wp", "a", "pic", "r")}


def fitted(width: int, height: int, room: int, most: int) -> tuple[int, int]:
    """A size in EMU: as wide as the room where the pixels reach for it at 96 dpi, never larger than either limit."""
    wide, high = max(1, width) * _EMU / _DPI, max(1, height) * _EMU / _DPI
    scale = min(1.0, room / wide, most / high)
    return round(wide * scale), round(high * scale)


def inline_picture(relation: str, size: tuple[int, int], *, number: int, name: str, described: str) -> Element:
    """A run that holds one picture. ``described`` is what a screen reader says (``wp:docPr/@descr``)."""
    cx, cy = (str(length) for length in size)
    about = {"id": str(number), "name": f"Picture {number}", "descr": described}
    fill = _made("pic", "blipFill", _blip(relation), _made("a", "stretch", _made("a", "fillRect")))
    place = _made("a", "xfrm", _made("a", "off", x="0", y="0"), _made("a", "ext", cx=cx, cy=cy))
    shape = _made("pic", "spPr", place, _made("a", "prstGeom", _made("a", "avLst"), prst="rect"))
    named = _made("pic", "cNvPr", id="0", name=name, descr=described)
    picture = _made("pic", "pic", _made("pic", "nvPicPr", named, _made("pic", "cNvPicPr")), fill, shape)
    graphic = _made("a", "graphic", _made("a", "graphicData", picture, uri=_PICTURE))
    locks = _made("wp", "cNvGraphicFramePr", _made("a", "graphicFrameLocks", noChangeAspect="1"))
    inline = _made(
        "wp",
        "inline",
        _made("wp", "extent", cx=cx, cy=cy),
        _made("wp", "docPr", **about),
        locks,
        graphic,
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )
    return element("r", element("drawing", inline))


def _blip(relation: str) -> Element:
    blip = _made("a", "blip")
    blip.set(f"{{{nsmap['r']}}}embed", relation)
    return blip


def _made(space: str, tag: str, *children: Element, **attributes: str) -> Element:
    made = oxml_parser.makeelement(f"{{{nsmap[space]}}}{tag}", attributes, _NAMESPACES)
    made.extend(children)
    return made
