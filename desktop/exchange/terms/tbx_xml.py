"""TBX's XML: parsed without network, entities or huge trees, found by local names; and what its words mean to us."""

from __future__ import annotations

import re
from typing import Any

from desktop.domain.concept import TermStatus
from desktop.exchange.read_file import refuse
from desktop.i18n import _

#: An lxml element.
Element = Any

#: The namespace and modules of version 3 (ISO 30042:2019) and its dialect TBX-Basic.
CORE = "urn:iso:std:iso:30042:ed-2"
MINIMAL = "http://www.tbxinfo.net/ns/min"
BASIC = "http://www.tbxinfo.net/ns/basic"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NAME, _LEAD = re.compile(r"[^\W\d][\w.-]*"), "c-"
#: Administrative status as we write it (version 2, version 3), and all words that mean it.
WRITTEN = {
    TermStatus.PREFERRED: ("preferredTerm-admn-sts", "preferredTerm-admn-sts"),
    TermStatus.ADMITTED: ("admittedTerm-admn-sts", "admittedTerm-admn-sts"),
    TermStatus.FORBIDDEN: ("deprecatedTerm-admn-sts", "deprecatedTerm-admn-sts"),
}
_STATUSES = {
    "preferredterm": TermStatus.PREFERRED, "preferred": TermStatus.PREFERRED, "standardizedterm": TermStatus.PREFERRED,
    "approved": TermStatus.PREFERRED, "recommended": TermStatus.PREFERRED, "legalterm": TermStatus.PREFERRED,
    "regulatedterm": TermStatus.PREFERRED, "admittedterm": TermStatus.ADMITTED, "admitted": TermStatus.ADMITTED,
    "allowed": TermStatus.ADMITTED, "deprecatedterm": TermStatus.FORBIDDEN, "deprecated": TermStatus.FORBIDDEN,
    "supersededterm": TermStatus.FORBIDDEN, "superseded": TermStatus.FORBIDDEN, "forbidden": TermStatus.FORBIDDEN,
    "notrecommended": TermStatus.FORBIDDEN, "obsolete": TermStatus.FORBIDDEN, "rejected": TermStatus.FORBIDDEN,
}  # fmt: skip


def status_of(said: str) -> TermStatus | None:
    """What a value of an administrative or normative status means; ``None`` for none of ours."""
    key = said.strip().casefold().removesuffix("-admn-sts").replace(" ", "").replace("_", "").replace("-", "")
    return _STATUSES.get(key)


def parse_tbx(content: bytes, name: str) -> Element:
    """The root element. A document type that only names a DTD is no danger and not fetched; entities are refused.

    Raises BadInputError for those, for what is not XML, and for XML that is no TBX.
    """
    from lxml import etree  # noqa: PLC0415 - lazy: only needed for such a file

    # An ASCII search sees UTF-8 and all its kin; UTF-16 is made visible by taking the NUL bytes out.
    if b"<!ENTITY" in content.replace(b"\0", b""):
        raise _entities(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise refuse(
            _("“{name}” is damaged: it is not well-formed XML near line {line}.").format(name=name, line=line),
            _("Ask for the file again, or save it once more in the program it was made with."),
        ) from error
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _each in subset.iterentities()):
        raise _entities(name)
    if local(root) not in ("martif", "tbx", "TBX"):
        raise refuse(
            _("“{name}” is XML, but not a termbase (TBX).").format(name=name),
            _("Save the terms as TBX, CSV or XLSX in the program they come from."),
        )
    return root


def _entities(name: str) -> Exception:
    return refuse(
        _("“{name}” declares entities, which no termbase needs; it was not opened.").format(name=name),
        _("Ask the sender where the file comes from."),
    )


def xml_id(concept_id: str) -> str:
    """A concept's id as an XML id, which may not begin with a figure."""
    return concept_id if _NAME.fullmatch(concept_id) and not concept_id.startswith(_LEAD) else _LEAD + concept_id


def own_id(written: str) -> str:
    """The inverse of :func:`xml_id`; other programs' ids stay as they are."""
    rest = written.removeprefix(_LEAD)
    return written if _NAME.fullmatch(rest) and not rest.startswith(_LEAD) else rest


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def words(element: Element) -> str:
    """All text in an element, also inside highlighting; foreign codes are left out."""
    if local(element) in ("ph", "bpt", "ept", "it"):
        return ""
    return (element.text or "") + "".join(words(child) + (child.tail or "") for child in element)
