"""Everything in the way of a version, gathered from all rooms and looked over by the rules."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.document import Document
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, Version, VersionRole
from desktop.domain.suggestions import suggestions
from desktop.editorial.preflight.reason import Flaw, Gate, Material, Reason, Signature
from desktop.editorial.preflight.rules import blocking, look_over
from desktop.i18n import _, ngettext
from desktop.services.commenting import threads
from desktop.services.language_words import named
from desktop.services.resolving import ReferenceFault, ReferenceProblem, boilerplate_problems, leaving_document
from desktop.services.signing import signature_state


@dataclass(frozen=True, slots=True)
class Readiness:
    """Where one version stands: what its signature is worth, and everything in its way.

    ``content_hash`` is of the text that was looked over: who approves it says that this one was read.
    """

    release: Release
    version: Version
    signature: Signature
    reasons: tuple[Reason, ...]
    content_hash: str = ""

    def blocking(self, gate: Gate = Gate.LEAVING) -> tuple[Reason, ...]:
        """What stops it at a gate."""
        return blocking(self.reasons, gate)


class NotReadyError(BadInputError):
    """A version that must not be signed or leave yet; ``reasons`` says all that blocks."""

    def __init__(self, message: str, reasons: tuple[Reason, ...], *, kept: str = "") -> None:
        super().__init__(message, kept=kept, advice=" ".join(reason.sentence for reason in reasons))
        self.reasons = reasons


def readiness(uow: UnitOfWork, version_id: str) -> Readiness:
    """Look a version over; raises NotFoundError."""
    material = gather(uow, version_id)
    reasons = look_over(material)
    return Readiness(material.release, material.version, material.signature, reasons, material.document.content_hash())


def readiness_of_release(uow: UnitOfWork, release_id: str) -> tuple[Readiness, ...]:
    """Look every version of a release over, source first."""
    release = uow.releases.get(release_id)
    return tuple(readiness(uow, version.id) for version in uow.releases.versions(release.id))


def gather(uow: UnitOfWork, version_id: str) -> Material:
    """What the rules look at: the version as it would leave."""
    version = uow.releases.version(version_id)
    segments = uow.segments.of_version(version_id) if version.role is VersionRole.TARGET else ()
    versions = uow.releases.versions(version.release_id)
    document = leaving_document(uow, version)
    return Material(
        release=uow.releases.get(version.release_id),
        version=version,
        versions=versions,
        document=document,
        segments=tuple(segment for segment in segments if not segment.is_gone),
        signature=signature_state(uow, version_id),
        now=uow.clock.now(),
        language_names=tuple((each.language, named(each.language)) for each in versions),
        comments=_open_comments(uow, version_id),
        suggestions=_pending(uow, version),
        outdated=_outdated(uow, version_id, document),
    )


def _open_comments(uow: UnitOfWork, version_id: str) -> tuple[Flaw, ...]:
    return tuple(
        Flaw(_("Open comment by {name}: {text}").format(name=c.author, text=c.body), c.block_id, c.start, c.end)
        for c in (thread.comment for thread in threads(uow, version_id) if not thread.is_resolved)
    )


def _outdated(uow: UnitOfWork, version_id: str, document: Document) -> tuple[Flaw, ...]:
    return tuple(
        Flaw(_reference_sentence(each), each.block_id, is_warning=not each.is_blocking)
        for each in boilerplate_problems(uow, version_id, document)
    )


def _reference_sentence(problem: ReferenceProblem) -> str:
    words = {
        ReferenceFault.ENDED: _("The text “{name}” of the library has ended."),
        ReferenceFault.NOT_YET: _("The text “{name}” of the library does not hold yet."),
        ReferenceFault.ENDS_SOON: _("The text “{name}” of the library ends soon."),
        ReferenceFault.NO_TEXT: _("The library has no text “{name}” in this language."),
        ReferenceFault.GONE: _("What stood here was deleted from the library or the directory."),
        ReferenceFault.DO_NOT_CONTACT: _("{name} does not want to be contacted any more."),
    }
    return words[problem.fault].format(name=problem.name)


def _pending(uow: UnitOfWork, version: Version) -> tuple[Flaw, ...]:
    if version.role is not VersionRole.SOURCE:
        return ()
    return tuple(
        Flaw(_("Pending suggestion by {name}").format(name=each.author), each.block_id, each.start, each.end)
        for each in suggestions(uow.documents.load(version.id))
    )


def things_block(count: int) -> str:
    """``2 things block``."""
    return ngettext("{count} thing blocks", "{count} things block", count).format(count=count)
