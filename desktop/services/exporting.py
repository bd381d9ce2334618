"""Leaving as files: gather on the database worker, write on the pool, replace atomically."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from desktop.domain.document import BlockKind, Document
from desktop.domain.errors import BadInputError, ComunicadoError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.segment import PairedSegment
from desktop.files import is_of_a_database, write_atomically
from desktop.i18n import _
from desktop.publishing.formats import FORMATS, ExportFormat, ExportInput, file_name
from desktop.publishing.page import ImageFile, Imprint
from desktop.services.history import keep_state
from desktop.services.releases import version_of
from desktop.services.resolving import leaving_document
from desktop.services.signing import signature_state
from desktop.services.templates import type_words
from desktop.services.translating import open_grid


@dataclass(frozen=True, slots=True)
class Export:
    """A gathered export: frozen values, ready to be written on any thread."""

    format: ExportFormat
    material: ExportInput
    suggested_name: str

    def content(self) -> bytes:
        """The finished file's bytes; the same gathered export gives the same bytes."""
        return self.format.write(self.material)

    def write_to(self, path: Path) -> None:
        """Write the file whole or not at all; raises a ComunicadoError that says why it could not be."""
        write_whole(path, self.content())


def write_whole(path: Path, content: bytes) -> None:
    """Write a file for people whole or not at all; raises a ComunicadoError that says why it could not be."""
    if not path.name:
        raise _unwritten(_("This is not the name of a file."), _("Give the name of a file."))
    name = path.name
    if path.is_dir():
        raise _unwritten(_("“{name}” is a folder.").format(name=name), _("Give the name of a file."))
    if not path.parent.is_dir():
        folder = _("There is no folder “{folder}”.").format(folder=path.parent)
        raise _unwritten(folder, _("Make it first, or choose another."))
    if is_of_a_database(path):
        raise _unwritten(
            _("“{name}” holds a workspace or another database.").format(name=name), _("Choose another name.")
        )
    try:
        write_atomically(path, content)
    except OSError as error:
        raise _unwritten(
            _("“{name}” could not be written: {reason}.").format(name=name, reason=error.strerror or error),
            _("Choose another folder, or make room on the disk."),
        ) from error


def _unwritten(message: str, advice: str) -> ComunicadoError:
    return ComunicadoError(message, kept=_("Nothing was written."), advice=advice)


def gather_export(uow: UnitOfWork, release_id: str, language: str, format_name: str) -> Export:
    """Gather all that a format needs of one version, and keep its text as it leaves. Raises BadInputError for an unknown format or language."""
    if format_name not in FORMATS:
        raise BadInputError(
            _("There is no export format “{name}”.").format(name=format_name),
            advice=_("Choose one of: {names}.").format(names=", ".join(FORMATS)),
        )
    chosen = FORMATS[format_name]
    version = version_of(uow, release_id, language)
    release = uow.releases.get(version.release_id)
    if chosen.needs_pairs:
        version = translation_of(uow, version)
    document, source, pairs = _documents(uow, version)
    images = images_of(uow, document) if chosen.shows_images else {}
    keep_state(uow, version.id, "exported")
    imprint = imprint_of(uow, release, version)
    if source is not None and chosen.needs_pairs and not signature_state(uow, source.id).is_valid:
        imprint = replace(imprint, is_approved=False)  # it shows both texts: both must be signed
    name = file_name(document.title, version.language, chosen, imprint)
    return Export(chosen, ExportInput(document, imprint, source, pairs, images), name)


def images_of(uow: UnitOfWork, document: Document) -> dict[str, ImageFile]:
    """The bytes of every picture in a document, by asset id; one that is gone is left out and shown as missing."""
    found: dict[str, ImageFile] = {}
    for block in document.of_kind(BlockKind.IMAGE):
        key = block.attr("asset")
        if not key or key in found:
            continue
        try:
            asset = uow.assets.get(key)
        except NotFoundError:
            continue
        found[key] = ImageFile(key, uow.assets.content(key), asset.media_type, asset.width, asset.height)
    return found


def imprint_of(uow: UnitOfWork, release: Release, version: Version) -> Imprint:
    """What a layout has to know besides the text. Approved means: exactly the text of now was signed."""
    return Imprint(
        type=release.type,
        number=release.number,
        status=version.status,
        embargo_at=release.embargo_at,
        embargo_zone=release.embargo_zone,
        is_approved=signature_state(uow, version.id).is_valid,
        created_at=release.created_at,
        updated_at=release.updated_at,
        organisation=uow.settings.get("organisation.name"),
        type_words=type_words(uow, release.type, version.language),
    )


def _documents(uow: UnitOfWork, version: Version) -> tuple[Document, Document | None, tuple[PairedSegment, ...]]:
    document = leaving_document(uow, version)
    if version.role is VersionRole.SOURCE:
        return document, None, ()
    grid = open_grid(uow, version.id)
    return document, grid.source, grid.live


def translation_of(uow: UnitOfWork, version: Version) -> Version:
    """A translation itself, or a source's first one; raises BadInputError where there is none."""
    if version.role is VersionRole.TARGET:
        return version
    for each in uow.releases.versions(version.release_id):
        if each.role is VersionRole.TARGET:
            return each
    raise BadInputError(
        _("A bilingual export needs a translated version, and this release has none."),
        advice=_("Add a language first."),
    )
