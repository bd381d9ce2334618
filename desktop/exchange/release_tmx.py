"""The translated sentences of one release as a translation memory: TMX 1.4b, level 2 (marks as codes).

Imports lxml at once: import this module lazily.
"""

from __future__ import annotations

from lxml import etree

from desktop import __version__
from desktop.domain.handing import Handed, HandedSegment, escaped
from desktop.domain.richtext import MarkKind
from desktop.domain.segment import CONFIRMED_STATES
from desktop.exchange.inline_writing import Marked, Numbering, Spelling, fill
from desktop.exchange.safe_xml import Element
from desktop.exchange.xliff_shared import lay_out, plain, tokens

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LOOKS = {MarkKind.STRONG: "bold", MarkKind.EMPHASIS: "italic", MarkKind.LINK: "link"}
_STRUCTURE = frozenset({"tmx", "body", "tu", "tuv"})


def write_release_tmx(handed: Handed) -> bytes:
    """The finished file: every sentence that is confirmed and fresh. The same material gives the same bytes."""
    root = etree.Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": "Comunicado",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "Comunicado",
        "adminlang": "en",
        "srclang": handed.source_language,
        "datatype": "unknown",
    }
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for segment in handed.segments:
        if segment.state in CONFIRMED_STATES and not segment.is_stale and segment.target.text.strip():
            body.append(_unit(segment, handed))
    lay_out(root, _STRUCTURE)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _unit(segment: HandedSegment, handed: Handed) -> Element:
    unit = etree.Element("tu", {"tuid": segment.id})
    for name, value in (("x-release", handed.release_id), ("x-state", segment.state.value)):
        etree.SubElement(unit, "prop", {"type": name}).text = value
    numbering = Numbering()
    for text, language in ((segment.source, handed.source_language), (segment.target, handed.target_language)):
        variant = etree.SubElement(unit, "tuv", {_LANG: language})
        variant.append(_flat(fill(etree.Element("seg"), text, _SPELLING, numbering)))
        numbering.begin_target()
    return unit


def _flat(nested: Element) -> Element:
    """The segment with every pair around text as two codes, as TMX has them."""
    flat = etree.Element(nested.tag, nested.attrib)
    _pour(nested, flat)
    return flat


def _pour(source: Element, flat: Element) -> None:
    _write(flat, source.text)
    for child in source:
        if child.tag == _PAIR:
            number, kind, marks = child.get("i"), child.get("type"), child.get("marks")
            etree.SubElement(flat, "bpt", {"i": number, "x": number, "type": kind}).text = marks
            _pour(child, flat)
            etree.SubElement(flat, "ept", {"i": number})
        else:
            etree.SubElement(flat, child.tag, child.attrib).text = child.text
        _write(flat, child.tail)


def _write(flat: Element, text: str | None) -> None:
    if not text:
        return
    if len(flat):
        flat[-1].tail = (flat[-1].tail or "") + text
    else:
        flat.text = (flat.text or "") + text


def _paired(marked: Marked, number: str) -> Element:
    look = _LOOKS.get(marked[0], f"x-{marked[0].value}")
    return etree.Element(_PAIR, {"i": number, "type": look, "marks": tokens([marked])})


def _standing(marks: tuple[Marked, ...], text: str, number: str) -> Element:
    made = etree.Element("ph", {"x": number, "type": f"x-{marks[0][0].value}"})
    made.text = plain(text)
    return made


def _control(character: str, numbering: Numbering) -> Element:
    code = escaped(character)
    made = etree.Element("ph", {"x": numbering.number(code), "type": "x-control"})
    made.text = code
    return made


_PAIR = "pair"
_SPELLING = Spelling(_paired, _standing, _control)
