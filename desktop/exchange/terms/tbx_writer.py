"""TBX out: TBX-Basic in version 2 (which OmegaT, Trados and memoQ open), or version 3 as DCA or DCT."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.domain.concept import Concept, Term, languages_of
from desktop.exchange.terms.tbx_xml import BASIC, CORE, MINIMAL, WRITTEN, XML_LANG, Element, xml_id

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">'


class TbxStyle(Enum):
    """Which TBX: the version, and how categories are written."""

    V2 = "v2"
    V3_DCA = "v3-dca"
    V3_DCT = "v3-dct"


@dataclass(frozen=True, slots=True)
class _Names:
    root: str
    header: str
    entry: str
    language: str
    term: str


_V2 = _Names("martif", "martifHeader", "termEntry", "langSet", "tig")
_V3 = _Names("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec")
#: The module a category belongs to where categories are elements.
_MODULES = {
    "subjectField": MINIMAL,
    "administrativeStatus": MINIMAL,
    "partOfSpeech": MINIMAL,
    "definition": BASIC,
    "source": BASIC,
}


def to_tbx(concepts: Iterable[Concept], style: TbxStyle = TbxStyle.V2) -> bytes:
    """The concepts as TBX-Basic in UTF-8. Ids that are no XML names are written with a letter before them."""
    return _Writer(style).whole(tuple(concepts))


class _Writer:
    def __init__(self, style: TbxStyle) -> None:
        from lxml import etree  # noqa: PLC0415 - lazy: only needed for such a file

        self._etree = etree
        self._style = style
        self._names = _V2 if style is TbxStyle.V2 else _V3
        self._space = "" if style is TbxStyle.V2 else f"{{{CORE}}}"

    def whole(self, concepts: tuple[Concept, ...]) -> bytes:
        names = self._names
        spaces: dict[str | None, str] | None = None if self._style is TbxStyle.V2 else {None: CORE}
        if self._style is TbxStyle.V3_DCT:
            spaces = {None: CORE, "min": MINIMAL, "basic": BASIC}
        root = self._etree.Element(self._space + names.root, nsmap=spaces)
        root.set("type", "TBX-Basic")
        if self._style is not TbxStyle.V2:
            root.set("style", self._style.value.removeprefix("v3-"))
        root.set(XML_LANG, next(iter(languages_of(concepts)), "en"))
        described = self._add(self._add(root, names.header), "fileDesc")
        self._add(self._add(described, "titleStmt"), "title", "Comunicado")
        self._add(self._add(described, "sourceDesc"), "p", "Comunicado")
        if self._style is TbxStyle.V2:
            encoded = self._add(root[0], "encodingDesc")
            self._add(encoded, "p", "TBXBasicXCSV02.xcs").set("type", "XCSURI")
        body = self._add(self._add(root, "text"), "body")
        for concept in concepts:
            self._entry(body, concept)
        return bytes(
            self._etree.tostring(
                root,
                xml_declaration=True,
                encoding="UTF-8",
                pretty_print=True,
                doctype=_DOCTYPE if self._style is TbxStyle.V2 else None,
            )
        )

    def _entry(self, body: Element, concept: Concept) -> None:
        entry = self._add(body, self._names.entry)
        if concept.id:
            entry.set("id", xml_id(concept.id))
        self._say(entry, "descrip", "subjectField", concept.subject)
        self._say(entry, "descrip", "definition", concept.definition)
        self._say(entry, "admin", "source", concept.source)
        self._note(entry, concept.note)
        for language, terms in _runs(concept.terms):
            section = self._add(entry, self._names.language)
            section.set(XML_LANG, language)
            for term in terms:
                self._term(section, term)

    def _term(self, section: Element, term: Term) -> None:
        made = self._add(section, self._names.term)
        self._add(made, "term", term.text)
        self._say(made, "termNote", "partOfSpeech", term.part_of_speech)
        self._say(made, "termNote", "administrativeStatus", WRITTEN[term.status][self._style is not TbxStyle.V2])
        if term.means:
            self._add(made, "termNote", term.means).set("type", "x-falseFriend")
        self._note(made, term.note)

    def _say(self, parent: Element, element: str, category: str, text: str) -> None:
        if not text:
            return
        if self._style is TbxStyle.V3_DCT:
            made = self._etree.SubElement(parent, f"{{{_MODULES[category]}}}{category}")
            made.text = _UNWANTED.sub("", text)
        else:
            self._add(parent, element, text).set("type", category)

    def _note(self, parent: Element, text: str) -> None:
        if text:
            self._add(parent, "note", text)

    def _add(self, parent: Element, name: str, text: str = "") -> Element:
        made = self._etree.SubElement(parent, self._space + name)
        if text:
            made.text = _UNWANTED.sub("", text)
        return made


def _runs(terms: tuple[Term, ...]) -> Iterator[tuple[str, list[Term]]]:
    """The terms by language, in the order in which somebody wrote them: a language may come twice."""
    run: list[Term] = []
    for term in terms:
        if run and run[-1].language != term.language:
            yield run[-1].language, run
            run = []
        run.append(term)
    if run:
        yield run[-1].language, run
