"""The formats that a release can leave in, by the names that the command line uses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.segment import PairedSegment
from desktop.i18n import N_, _
from desktop.publishing.file_names import export_name
from desktop.publishing.html_writer import write_html
from desktop.publishing.page import Imprint
from desktop.publishing.render_tree import Images, build_page
from desktop.publishing.text_writer import write_text


@dataclass(frozen=True, slots=True)
class ExportInput:
    """All that a writer may look at.

    For a bilingual export: ``pairs`` in the text's order, ``source`` the document that they translate and
    ``document`` the translation; without ``source``, ``document`` is the source itself. ``images`` are the bytes of
    the pictures, by asset id.
    """

    document: Document
    imprint: Imprint
    source: Document | None = None
    pairs: tuple[PairedSegment, ...] = ()
    images: Images = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One way out. ``write`` is pure and may run on any thread; ``label`` is for :func:`desktop.i18n._`.

    ``shows_images`` is false where the bytes of pictures are of no use.
    ``variant`` marks the file's name where two formats share a suffix; ``needs_pairs`` is true where only a
    translated release can be written.
    """

    name: str
    suffix: str
    label: str
    write: Callable[[ExportInput], bytes]
    media_type: str
    variant: str = ""
    needs_pairs: bool = False
    shows_images: bool = True


def file_name(title: str, language: str, chosen: ExportFormat, imprint: Imprint) -> str:
    """A safe file name with the warnings that belong in front: DRAFT, EMBARGO with its local hour."""
    return export_name(title, language, chosen.suffix, imprint, variant=chosen.variant)


def _docx(material: ExportInput) -> bytes:
    from desktop.publishing.docx_writer import write_docx  # noqa: PLC0415 - lazy: python-docx

    return write_docx(build_page(material.document, material.imprint, material.images))


def _two_column_docx(material: ExportInput) -> bytes:
    if not material.pairs:
        raise BadInputError(
            _("A bilingual export needs a translated version."),
            advice=_("Choose the language that it was translated into."),
        )
    from desktop.publishing.bilingual_docx import write_bilingual_docx  # noqa: PLC0415 - lazy: python-docx

    source = material.source or material.document
    target = material.document.language if material.source else ""
    page = build_page(material.document, material.imprint, material.images)
    translated = material.document if material.source else None
    return write_bilingual_docx(page, source, target, material.pairs, translated)


def _html(material: ExportInput) -> bytes:
    return write_html(build_page(material.document, material.imprint, material.images))


def _text(material: ExportInput) -> bytes:
    return write_text(build_page(material.document, material.imprint, material.images))


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: In the order in which they are offered.
FORMATS: Mapping[str, ExportFormat] = MappingProxyType(
    {
        each.name: each
        for each in (
            ExportFormat("docx", ".docx", N_("Word document"), _docx, _DOCX),
            ExportFormat("html", ".html", N_("Web page"), _html, "text/html"),
            ExportFormat("txt", ".txt", N_("Plain text"), _text, "text/plain", shows_images=False),
            ExportFormat(
                "two-column-docx",
                ".docx",
                N_("Two-column Word document, source and translation"),
                _two_column_docx,
                _DOCX,
                variant="two-column",
                needs_pairs=True,
            ),
        )
    }
)
