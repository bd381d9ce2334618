"""The library of boilerplate: texts that are kept once and referred to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.changes import BOILERPLATE, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Block
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import Release, ReleaseStatus
from desktop.editorial.boilerplate import boilerplate_block, texts_in
from desktop.i18n import _
from desktop.services.languages import language_tag
from desktop.services.resolving import BOILERPLATE_ATTR, release_day

#: A version that stands here has left the desk: what it reads is not touched any more.
SETTLED = frozenset(ReleaseStatus) - {ReleaseStatus.DRAFT, ReleaseStatus.IN_REVIEW}


@dataclass(frozen=True, slots=True)
class Use:
    """A release that refers to a boilerplate or shows a person."""

    release_id: str
    title: str
    status: ReleaseStatus
    updated: date | None = None


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """A boilerplate with where it is used, newest first."""

    boilerplate: Boilerplate
    uses: tuple[Use, ...]


def library(uow: UnitOfWork) -> tuple[Boilerplate, ...]:
    """Every boilerplate with its texts, by name."""
    return uow.boilerplates.all()


def library_card(uow: UnitOfWork, boilerplate_id: str) -> LibraryCard:
    """One boilerplate and the releases that refer to it; raises NotFoundError."""
    return LibraryCard(uow.boilerplates.get(boilerplate_id), uses_of(uow, BOILERPLATE_ATTR, boilerplate_id))


def uses_of(uow: UnitOfWork, attribute: str, key: str) -> tuple[Use, ...]:
    """The living releases that have a block with this reference."""
    found: dict[str, Release] = {}
    for version_id in uow.documents.versions_with(attribute, key):
        release_id = uow.releases.version(version_id).release_id
        if release_id not in found:
            found[release_id] = uow.releases.get(release_id)
    return tuple(
        Use(each.id, each.title, each.status, each.updated_at.date() if each.updated_at else None)
        for each in found.values()
    )


def save_boilerplate(uow: UnitOfWork, boilerplate: Boilerplate) -> Outcome[Boilerplate]:
    """Add (``id == ""``) or save a boilerplate with exactly these texts. Texts with an empty ``id`` are new.

    Raises BadInputError without a name, for a name that is taken, for no language, and for a text that ends before it
    begins. Drafts that refer to it are redrawn when they are next opened or exported.
    """
    given = _checked(uow, boilerplate)
    if not given.id:
        added = uow.boilerplates.put(replace(given, id=uow.ids.new(), rev=0))
        return Outcome(added, _change(added.id), _removal(added))
    before = uow.boilerplates.get(given.id)
    saved = uow.boilerplates.put(given)
    return Outcome(saved, _change(saved.id), _swap(saved, before, _("Edit “{name}”").format(name=before.name)))


def _checked(uow: UnitOfWork, boilerplate: Boilerplate) -> Boilerplate:
    name = " ".join(boilerplate.name.split())
    kept = _("Nothing was changed.")
    if not name:
        raise BadInputError(_("A text of the library needs a name."), kept=kept)
    if any(each.name.casefold() == name.casefold() and each.id != boilerplate.id for each in uow.boilerplates.all()):
        raise BadInputError(_("The library has a text called “{name}” already.").format(name=name), kept=kept)
    texts = []
    for text in boilerplate.texts:
        if text.valid_from and text.valid_to and text.valid_to < text.valid_from:
            raise BadInputError(
                _("A text cannot end before it begins."), kept=kept, advice=_("Change one of the days.")
            )
        texts.append(replace(text, id=text.id or uow.ids.new(), language=language_tag(text.language)))
    return replace(boilerplate, name=name, texts=tuple(texts))


def _swap(saved: Boilerplate, before: Boilerplate, label: str) -> Deed:
    def back(unit: UnitOfWork) -> Outcome[Boilerplate]:
        current = unit.boilerplates.get(saved.id)
        if replace(current, rev=0) != replace(saved, rev=0):
            raise ConflictError(_("This text was changed since; nothing was undone."))
        restored = unit.boilerplates.put(replace(before, rev=current.rev))
        return Outcome(restored, _change(saved.id), _swap(restored, current, label))

    return Deed(label, back)


def begin_new_text(uow: UnitOfWork, boilerplate_id: str, language: str, begins_on: date) -> Outcome[BoilerplateText]:
    """Begin a new text in a language on a day, a copy of the one that held; that one ends the day before.

    The answer is the new text. Raises BadInputError where a text begins on that day already.
    """
    before = uow.boilerplates.get(boilerplate_id)
    mine = texts_in(before, language)
    if any(text.valid_from == begins_on for text in mine):
        raise BadInputError(_("A text in this language begins on that day already."), kept=_("Nothing was changed."))
    held = max(
        (t for t in mine if t.is_valid_on(begins_on)), key=lambda text: text.valid_from or date.min, default=None
    )
    fresh = BoilerplateText(uow.ids.new(), language, valid_from=begins_on)
    texts = list(before.texts)
    if held is not None:
        fresh = replace(fresh, text=held.text, owner=held.owner, valid_to=held.valid_to, language=held.language)
        texts[texts.index(held)] = replace(held, valid_to=begins_on - timedelta(days=1))
    outcome = save_boilerplate(uow, replace(before, texts=(*texts, fresh)))
    saved = next(text for text in outcome.value.texts if text.id == fresh.id)
    return Outcome(saved, outcome.changes, outcome.inverse)


def end_text(uow: UnitOfWork, boilerplate_id: str, text_id: str, last_day: date) -> Outcome[Boilerplate]:
    """Say on which day a text holds for the last time; raises NotFoundError for an unknown text."""
    before = uow.boilerplates.get(boilerplate_id)
    if all(text.id != text_id for text in before.texts):
        raise NotFoundError(_("This text is no longer in the library."))
    texts = tuple(replace(text, valid_to=last_day) if text.id == text_id else text for text in before.texts)
    return save_boilerplate(uow, replace(before, texts=texts))


def duplicate_boilerplate(uow: UnitOfWork, boilerplate_id: str) -> Outcome[Boilerplate]:
    """A copy with all its texts under a name of its own."""
    original = uow.boilerplates.get(boilerplate_id)
    taken = {each.name.casefold() for each in uow.boilerplates.all()}
    name, number = _("{name} (copy)").format(name=original.name), 2
    while name.casefold() in taken:
        name, number = _("{name} (copy {number})").format(name=original.name, number=number), number + 1
    texts = tuple(replace(text, id="") for text in original.texts)
    return save_boilerplate(uow, Boilerplate("", name, original.owner, original.notes, texts))


def remove_boilerplate(uow: UnitOfWork, boilerplate_id: str) -> Outcome[None]:
    """Take a boilerplate out of the library; drafts that refer to it show an open gap. Undo brings it back."""
    gone = uow.boilerplates.get(boilerplate_id)
    uow.boilerplates.remove(gone.id)
    label = _("Delete “{title}”").format(title=gone.name)

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.boilerplates.restore(gone.id)
        return Outcome(None, _change(gone.id), Deed(label, lambda again: remove_boilerplate(again, gone.id)))

    return Outcome(None, _change(gone.id), Deed(label, back))


def _removal(added: Boilerplate) -> Deed:
    return Deed(_("Add “{name}”").format(name=added.name), lambda unit: remove_boilerplate(unit, added.id))


def _change(boilerplate_id: str) -> ChangeSet:
    return ChangeSet.of(Change(BOILERPLATE, boilerplate_id))


def reference_block(uow: UnitOfWork, release_id: str, boilerplate_id: str, language: str, block_id: str) -> Block:
    """A block for a release that refers to a boilerplate; raises BadInputError where it has no text in the language."""
    boilerplate = uow.boilerplates.get(boilerplate_id)
    if not texts_in(boilerplate, language):
        raise BadInputError(
            _("“{name}” has no text in this language.").format(name=boilerplate.name),
            kept=_("Nothing was inserted."),
            advice=_("Add one in the library first."),
        )
    return boilerplate_block(boilerplate, language, release_day(uow, uow.releases.get(release_id)), block_id)
