"""Word documents (.docx) into paragraphs: insertions accepted, deletions and hidden text left out."""

from __future__ import annotations

import io
import logging
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.domain.document import BlockKind
from desktop.editorial.import_values import RawBlock
from desktop.exchange.docx_checks import Parts, document_part, parse_xml, unpack
from desktop.exchange.html_reader import fragment_blocks
from desktop.exchange.read_file import ReadFile, read_bytes, refuse, within_limits
from desktop.i18n import _, ngettext

MAX_MEGABYTES = 100
_log = logging.getLogger(__name__)
#: Names of styles as Word stores them in every language, and as LibreOffice and Pandoc write them.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Headline'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='Subhead'] => h2:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
comment-reference => !
"""
_KEPT_PARTS = ("styles.xml", "numbering.xml", "footnotes.xml", "endnotes.xml")


def read_docx(path: Path) -> ReadFile:
    """The paragraphs of a Word document; raises BadInputError (see :func:`docx_checks.unpack`)."""
    name = path.name
    parts = unpack(read_bytes(path, max_megabytes=MAX_MEGABYTES), name)
    main = document_part(parts, name)
    tree = parse_xml(parts[main], name)
    warnings = _prune(tree, _hidden_styles(parts, name))
    html = _to_html(_repacked(parts, main, tree, name), name)
    read = fragment_blocks(html, name)
    return replace(read, blocks=within_limits(_one_headline(read.blocks), name), warnings=(*warnings, *read.warnings))


def _to_html(package: bytes, name: str) -> str:
    import mammoth  # noqa: PLC0415 - lazy: only needed when a Word document comes in

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(package),
            style_map=_STYLES,
            convert_image=lambda _image: [],
            external_file_access=False,
            id_prefix="note-",
        )
    except Exception as error:  # a foreign parser on a hostile file may raise anything
        _log.info("mammoth could not read a document: %r", error)
        raise refuse(
            _("“{name}” is damaged and cannot be read as a Word document.").format(name=name),
            _("Open it in Word or LibreOffice, which may repair it, and save it again."),
        ) from error
    return str(result.value)


def _prune(tree: Any, hidden_styles: frozenset[str]) -> tuple[str, ...]:
    """Take out of the tree what is no text of the release; answers the warnings about it."""
    images = hidden = tracked = 0
    for element in list(tree.iter()):
        tag = _local(element)
        if tag in ("drawing", "pict", "object") and not _has_text_box(element):
            images += tag == "drawing" or not _is_fallback(element)
            _remove(element)
        elif tag in ("blip", "imagedata", "altChunk", "subDoc"):
            _remove(element)
        elif tag == "r" and _is_hidden(element, hidden_styles):
            hidden += 1
            _remove(element)
        elif tag in ("del", "ins", "moveFrom", "moveTo") and len(element):
            tracked += 1
            if tag in ("del", "moveFrom"):
                _remove(element)
    warnings: list[str] = []
    if images:
        text = ngettext("{count} image was left out.", "{count} images were left out.", images)
        warnings.append(text.format(count=images))
    if hidden:
        warnings.append(_("Hidden text was left out."))
    if tracked:
        warnings.append(_("The document has tracked changes: they were read as if all were accepted."))
    return tuple(warnings)


def _is_hidden(run: Any, hidden_styles: frozenset[str]) -> bool:
    paragraph = next((a for a in run.iterancestors() if _local(a) == "p"), None)
    for holder, names in ((run, ("rPr", "rStyle")), (paragraph, ("pPr", "pStyle"))):
        properties = _child(holder, names[0]) if holder is not None else None
        if properties is None:
            continue
        vanish = _child(properties, "vanish") if holder is run else None
        if vanish is not None:
            return _is_on(vanish)
        style = _child(properties, names[1])
        if style is not None and _value(style) in hidden_styles:
            return True
    return False


def _hidden_styles(parts: Parts, name: str) -> frozenset[str]:
    if "word/styles.xml" not in parts:
        return frozenset()
    found: set[str] = set()
    for style in parse_xml(parts["word/styles.xml"], name):
        properties = _child(style, "rPr") if _local(style) == "style" else None
        vanish = _child(properties, "vanish") if properties is not None else None
        if vanish is not None and _is_on(vanish):
            found.add(next((str(v) for k, v in style.attrib.items() if k.endswith("}styleId")), ""))
    return frozenset(found)


def _repacked(parts: Parts, main: str, tree: Any, name: str) -> bytes:
    """A package with the text, its styles and notes alone, and no relation to anything outside but links.

    No template, media, embedded object or other document is left that a parser could follow.
    """
    from lxml import etree  # noqa: PLC0415 - lazy: only needed when something comes in

    folder, _slash, file = main.rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    kept = {key: parts[key] for key in ("[Content_Types].xml", "_rels/.rels") if key in parts}
    kept |= {f"{folder}/{part}": parts[f"{folder}/{part}"] for part in _KEPT_PARTS if f"{folder}/{part}" in parts}
    kept[main] = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    if relations in parts:
        root = parse_xml(parts[relations], name)
        for relation in list(root):
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            is_external = str(relation.get("TargetMode", "")).lower() == "external"
            known = kind in ("styles", "numbering", "footnotes", "endnotes")
            if not (kind == "hyperlink" if is_external else known):
                root.remove(relation)
        kept[relations] = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for key, content in kept.items():
            package.writestr(key, content)
    return target.getvalue()


def _one_headline(blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """The first heading of the first order is the headline; further ones are subheads."""
    first = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.HEADLINE), -1)
    return tuple(
        replace(block, kind=BlockKind.SUBHEAD, level=2) if i > first and block.kind is BlockKind.HEADLINE else block
        for i, block in enumerate(blocks)
    )


def _local(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(element: Any, tag: str) -> Any | None:
    return next((child for child in element if _local(child) == tag), None)


def _value(element: Any) -> str:
    return next((str(v) for k, v in element.attrib.items() if k.endswith("}val") or k == "val"), "")


def _is_on(toggle: Any) -> bool:
    return _value(toggle).lower() not in ("0", "false", "off")


def _has_text_box(element: Any) -> bool:
    return any(_local(inner) == "txbxContent" for inner in element.iter())


def _is_fallback(element: Any) -> bool:
    """Whether the picture is there a second time, for old programs, or only an embedded object's face."""
    return any(_local(outer) in ("AlternateContent", "object") for outer in element.iterancestors())


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
