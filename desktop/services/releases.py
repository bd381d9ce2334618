"""Releases as a whole: make, list, open, change, remove."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.changes import RELEASE, VERSION, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Block, Document
from desktop.domain.edits import diff_documents
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.kept_why import kept_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, ReleaseQuery, ReleaseSummary, Version, VersionRole
from desktop.domain.suggestions import official
from desktop.i18n import _
from desktop.services.languages import same_language
from desktop.services.resolving import resolve
from desktop.services.seen import refuse_unseen
from desktop.services.signing import void_changed


@dataclass(frozen=True, slots=True)
class OpenRelease:
    """A release with its versions (source first) and the source document."""

    release: Release
    versions: tuple[Version, ...]
    document: Document

    @property
    def source(self) -> Version:
        """The version that is written."""
        return self.versions[0]

    def version_in(self, language: str) -> Version | None:
        """The version in a language, if there is one."""
        return next((version for version in self.versions if same_language(version.language, language)), None)


def create_release(
    uow: UnitOfWork, *, type_: str, language: str, blocks: Sequence[Block] = (), label: str = ""
) -> Outcome[OpenRelease]:
    """Make a release with its source version and the given blocks; keeps a first revision."""
    now = uow.clock.now()
    title = official(Document("", language, tuple(blocks))).title
    release = uow.releases.put(
        Release(
            id=uow.ids.new(),
            title=title,
            type=type_,
            source_language=language,
            owner=uow.author,
            created_at=now,
            updated_at=now,
        )
    )
    version = uow.releases.put_version(Version(uow.ids.new(), release.id, language, VersionRole.SOURCE))
    document = resolve(uow, None, version.id, Document(version.id, language, tuple(blocks)))
    uow.documents.apply(version.id, diff_documents(Document(version.id, language), document))
    uow.search.index(release.id, version.id, official(document))
    uow.revisions.add(version.id, document, label=label or kept_why("created"), author=uow.author)
    changes = ChangeSet.of(Change(RELEASE, release.id), Change(VERSION, version.id, release.id))
    return Outcome(OpenRelease(release, (version,), document), changes, _removal(release.id, release.title))


def open_release(uow: UnitOfWork, release_id: str) -> OpenRelease:
    """The release with its versions and source document; raises NotFoundError. A prefix of the id will do."""
    release = uow.releases.get(release_id)
    versions = uow.releases.versions(release.id)
    return OpenRelease(release, versions, uow.documents.load(versions[0].id))


def release_page(uow: UnitOfWork, query: ReleaseQuery) -> tuple[tuple[ReleaseSummary, ...], int]:
    """One page of the release list, and how many rows there are in all."""
    return uow.releases.page(query), uow.releases.count(query)


def version_of(uow: UnitOfWork, release_id: str, language: str) -> Version:
    """The version of a release in a language; raises BadInputError naming the languages there are."""
    versions = uow.releases.versions(uow.releases.get(release_id).id)
    for version in versions:
        if same_language(version.language, language):
            return version
    raise BadInputError(
        _("This release has no version in “{language}”.").format(language=language),
        advice=_("It has: {languages}.").format(languages=", ".join(v.language for v in versions)),
    )


def set_embargo(
    uow: UnitOfWork, release_id: str, at: datetime | None, zone: str, *, seen: Release | None = None
) -> Outcome[Release]:
    """Set the hour before which nothing may go out, or lift it with ``None``. ``zone`` is an IANA name.

    The embargo line is part of what was signed: approvals are void. ``seen``: see :func:`refuse_unseen`.
    """
    before = uow.releases.get(release_id)
    refuse_unseen(before, seen, ("embargo_at", "embargo_zone"))
    return _save(uow, replace(before, embargo_at=at, embargo_zone=zone if at else ""), before, _("Set embargo"))


def set_facts(
    uow: UnitOfWork, release_id: str, *, type_: str, number: str, seen: Release | None = None
) -> Outcome[Release]:
    """Change a release's type label and number."""
    before = uow.releases.get(release_id)
    refuse_unseen(before, seen, ("type", "number"))
    return _save(uow, replace(before, type=type_, number=number), before, _("Change release"))


def set_subjects(
    uow: UnitOfWork, release_id: str, *, topics: Sequence[str], countries: Sequence[str]
) -> Outcome[Release]:
    """Say what a release is about: topics in the office's own words, countries as ISO 3166-1 alpha-2."""
    before = uow.releases.get(release_id)
    words = tuple(dict.fromkeys(" ".join(topic.split()) for topic in topics if topic.strip()))
    codes = tuple(dict.fromkeys(code.upper() for code in countries))
    return _save(uow, replace(before, topics=words, countries=codes), before, _("Change topics and countries"))


def _save(uow: UnitOfWork, after: Release, before: Release, label: str) -> Outcome[Release]:
    saved = uow.releases.put(replace(after, updated_at=uow.clock.now()))

    def back(unit: UnitOfWork) -> Outcome[Release]:
        current = unit.releases.get(saved.id)
        if _facts(current) != _facts(saved):
            raise ConflictError(_("The release was changed since; nothing was undone."))
        restored = replace(
            current,
            embargo_at=before.embargo_at,
            embargo_zone=before.embargo_zone,
            type=before.type,
            number=before.number,
            topics=before.topics,
            countries=before.countries,
        )
        return _save(unit, restored, current, label)

    changes = ChangeSet.of(Change(RELEASE, saved.id)) | void_changed(uow, saved.id)
    return Outcome(uow.releases.get(saved.id), changes, Deed(label, back))


def _facts(release: Release) -> tuple[object, ...]:
    return (
        release.embargo_at,
        release.embargo_zone,
        release.type,
        release.number,
        release.topics,
        release.countries,
    )


def remove_release(uow: UnitOfWork, release_id: str) -> Outcome[None]:
    """Take a release out of every list; undo brings it back whole."""
    release = uow.releases.get(release_id)
    uow.releases.remove(release.id)
    label = _("Delete “{title}”").format(title=release.title)

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.releases.restore(release.id)
        return Outcome(None, ChangeSet.of(Change(RELEASE, release.id)), _removal(release.id, release.title))

    return Outcome(None, ChangeSet.of(Change(RELEASE, release.id)), Deed(label, back))


def _removal(release_id: str, title: str) -> Deed:
    label = _("Create “{title}”").format(title=title)
    return Deed(label, lambda unit: remove_release(unit, release_id))
