"""TBX in: versions 2 (``martif``) and 3 (``tbx``), categories as attributes (DCA) or as elements (DCT)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import BadInputError
from desktop.exchange.known_names import language_tag
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.exchange.terms.read_terms import ReadConcept, ReadTerms
from desktop.exchange.terms.tables import checked
from desktop.exchange.terms.tbx_xml import XML_LANG, Element, local, own_id, parse_tbx, status_of, words
from desktop.i18n import _

MAX_MEGABYTES = 100
_ENTRIES = ("termEntry", "conceptEntry")
_LANGUAGES = ("langSet", "langSec")
_TERMS = ("tig", "ntig", "termSec")
#: Elements whose ``type`` says what they hold (DCA).
_TYPED = ("descrip", "termNote", "admin", "adminNote", "descripNote", "transacNote")
_STATUS_TYPES = ("administrativeStatus", "normativeAuthorization", "Status", "status", "usageStatus", "Usage")


def read_tbx(path: Path) -> ReadTerms:
    """The concepts of a TBX file; an entry that cannot be used costs that entry. Raises BadInputError."""
    root = parse_tbx(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name)
    entries = [element for element in root.iter() if local(element) in _ENTRIES]
    if not entries:
        raise refuse(_("“{name}” holds no concepts.").format(name=path.name), _("Check that it is the right file."))
    return ReadTerms(tuple(_judged(number, entry) for number, entry in enumerate(entries, 1)), "tbx")


def _judged(number: int, entry: Element) -> ReadConcept:
    try:
        return ReadConcept(number, _concept(entry))
    except BadInputError as error:
        return ReadConcept(number, None, str(error))


def _concept(entry: Element) -> Concept:
    facts = dict(_facts(entry, _LANGUAGES))
    terms: list[Term] = []
    for section in (child for child in entry if local(child) in _LANGUAGES):
        said = str(section.get(XML_LANG) or section.get("lang") or "")
        language = language_tag(said)
        if not language:
            raise BadInputError(_("“{language}” is not a language.").format(language=said))
        inner = dict(_facts(section, _TERMS))
        for name in ("subjectField", "definition", "note", "source"):
            if name in inner and name not in facts:
                facts[name] = inner[name]
        terms += [_term(each, language) for each in section if local(each) in _TERMS]
    return checked(
        Concept(
            own_id(str(entry.get("id") or "")),
            tuple(terms),
            facts.get("subjectField", ""),
            facts.get("definition", ""),
            facts.get("note", ""),
            facts.get("source", ""),
        )
    )


def _term(section: Element, language: str) -> Term:
    text, facts = "", dict[str, str]()
    for element in section.iter():
        if local(element) == "term" and not text:
            text = " ".join(clean_text(words(element)).split())
    for name, value in _facts(section, ()):
        facts.setdefault(name, value)
    status = next((found for name in _STATUS_TYPES if (found := status_of(facts.get(name, "")))), TermStatus.PREFERRED)
    return Term(
        "",
        language,
        text,
        status,
        facts.get("note", ""),
        facts.get("partOfSpeech", ""),
        facts.get("x-falseFriend", ""),
    )


def _facts(element: Element, below: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """``(category, text)`` of what is said of an element, not of what stands ``below`` it.

    Groups (``descripGrp``, ``termGrp``) are looked into; what a program put in its own way is passed over.
    """
    for child in element:
        name = local(child)
        if name in below or name in ("term", "transacGrp", "xref", ""):
            continue
        if name in _TYPED:
            category = str(child.get("type") or "")
        elif len(child) and name.endswith("Grp"):
            yield from _facts(child, below)
            continue
        else:
            category = name  # a note, or a category as an element (DCT)
        value = clean_text(words(child)).strip()
        if value:
            yield category, value
