"""The words that a layout adds to a release, each in the release's own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.release import ReleaseStatus
from desktop.i18n import in_document
from desktop.publishing.page import SectionKind

if TYPE_CHECKING:
    from desktop.publishing.page import Imprint


def type_label(language: str, release_type: str) -> str:
    """What kind of text this is; a type of the office's own is shown by its name."""
    match release_type:
        case "press-release" | "":
            return in_document(language, "PRESS RELEASE")
        case "media-advisory":
            return in_document(language, "MEDIA ADVISORY")
        case "statement":
            return in_document(language, "STATEMENT")
        case _:
            return release_type.replace("-", " ").upper()


def release_line(language: str, imprint: Imprint) -> str:
    """When the text may be used: at once, from the embargo's hour on, or not at all."""
    if imprint.status is ReleaseStatus.WITHDRAWN:
        return in_document(language, "WITHDRAWN – please do not use")
    if imprint.embargo_at is None or not imprint.is_embargoed:
        return in_document(language, "FOR IMMEDIATE RELEASE")
    from desktop.publishing.dates import moment  # noqa: PLC0415 - lazy: Babel

    when, zone = moment(imprint.embargo_at, imprint.embargo_zone, language)
    return in_document(language, "EMBARGOED until {when} ({zone})").format(when=when, zone=zone)


def draft_band(language: str) -> str:
    """The warning on everything that nobody has signed."""
    return in_document(language, "DRAFT – not approved")


def number_label(language: str, number: str) -> str:
    """The release's number with its label; empty without a number."""
    return in_document(language, "No. {number}").format(number=number) if number else ""


def section_heading(language: str, kind: SectionKind) -> str:
    """The heading of a section outside the story; the about text needs none."""
    match kind:
        case SectionKind.NOTES:
            return in_document(language, "Notes to editors")
        case SectionKind.CONTACTS:
            return in_document(language, "Media contacts")
        case SectionKind.LINKS:
            return in_document(language, "Related links")
        case SectionKind.ABOUT:
            return ""


def end_mark(language: str) -> str:
    """Where the text for publication ends."""
    return in_document(language, "###")


def picture_placeholder(language: str, alt: str) -> str:
    """What stands where a picture belongs."""
    if not alt:
        return in_document(language, "[Image]")
    return in_document(language, "[Image: {description}]").format(description=alt)


def page_of(language: str) -> str:
    """The running page count, with the fields ``{page}`` and ``{pages}``."""
    return in_document(language, "Page {page} of {pages}")
