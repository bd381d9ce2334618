"""XML from outside: parsed without network, entities, DTDs or huge trees."""

from __future__ import annotations

import re
from typing import Any

from desktop.exchange.read_file import refuse
from desktop.i18n import _

#: An lxml element.
Element = Any

_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)")


def parse_foreign(content: bytes, name: str) -> Element:
    """The root element of a translation file; raises BadInputError for what is not XML, or declares entities."""
    from lxml import etree  # noqa: PLC0415 - lazy: only needed when a file comes back

    # An ASCII search sees UTF-8 and all its kin; UTF-16 is made visible by taking the NUL bytes out.
    if _DECLARATION.search(content.replace(b"\0", b"").decode("latin-1")):
        raise _entities(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as error:
        raise refuse(
            _("“{name}” is damaged: it is not well-formed XML.").format(name=name),
            _("Ask for the file again, or save it once more in the program it was made with."),
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _entities(name)
    return root


def _entities(name: str) -> Exception:
    return refuse(
        _(
            "“{name}” declares a document type or entities, which no translation program needs; it was not opened."
        ).format(name=name),
        _("Ask the sender where the file comes from."),
    )


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1] if isinstance(tag, str) else ""


def children(element: Element, *names: str) -> list[Element]:
    """The children of some names, whatever their namespace."""
    return [child for child in element if local(child) in names]


def child(element: Element, name: str) -> Element | None:
    """The first child of a name."""
    return next(iter(children(element, name)), None)


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty where there is none."""
    for key, value in element.attrib.items():
        if key.rsplit("}", 1)[-1] == name:
            return str(value)
    return ""
