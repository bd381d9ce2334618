"""The history of a version: what was kept and why, names, comparing, bringing pieces back."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.changes import REVISION, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Document
from desktop.domain.edits import PutBlock, apply_edits
from desktop.domain.errors import BadInputError, ConflictError, NotFoundError
from desktop.domain.kept_why import kept_why, read_why
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import RevisionHeader
from desktop.editorial.compare import Comparison, compare
from desktop.i18n import _
from desktop.services.drafting import open_draft, put_document
from desktop.services.tools import Tools
from desktop.services.translating import target_document
from desktop.translation.changes import word_diff

__all__ = ["Comparison", "kept_why"]

#: Words that older programs stored, in the languages they spoke, and what they meant.
_OLD_WORDS = {
    "created": "created",
    "creado": "created",
    "imported": "imported",
    "importado": "imported",
    "edited": "edited",
    "editado": "edited",
    "before restoring": "before-restoring",
    "antes de restaurar": "before-restoring",
}
_LONGEST_NAME = 120


def why_words(label: str) -> str:
    """Why a state was kept, in the interface's language now; words that are no code stay as they are."""
    code, fields = read_why(label)
    code = code or _OLD_WORDS.get(label.casefold(), "")
    number = fields.get("number", "")
    known = {
        "created": _("created"),
        "imported": _("imported"),
        "edited": _("edited"),
        "translated": _("translated"),
        "exported": _("exported"),
        "handed-out": _("handed out"),
        "before-merging": _("before a file was taken back"),
        "not-taken": _("came back and was not taken"),
        "approved": _("approved"),
        "recovered": _("recovered after a crash"),
        "before-restoring": _("before restoring"),
        "restored": _("version {number} restored").format(number=number),
        "copied-back": _("paragraph of version {number} put back").format(number=number),
    }
    return known.get(code, "" if code else label)


def keep_state(uow: UnitOfWork, version_id: str, code: str, **fields: object) -> Outcome[RevisionHeader | None]:
    """Keep a version's text as it is now, source or translation; ``None`` where the newest kept one is the same."""
    document = target_document(uow, version_id)
    header = uow.revisions.add(version_id, document, label=kept_why(code, **fields), author=uow.author)
    return Outcome(header, ChangeSet.of(Change(REVISION, header.id, version_id)) if header else ChangeSet())


def history(uow: UnitOfWork, version_id: str) -> tuple[RevisionHeader, ...]:
    """All kept states of a version, newest first."""
    return uow.revisions.headers(version_id)


def name_state(uow: UnitOfWork, revision_id: str, name: str) -> Outcome[RevisionHeader]:
    """Call a kept state by a name, or take the name away with an empty one. Raises BadInputError for a long one."""
    name = " ".join(name.split())
    if len(name) > _LONGEST_NAME:
        raise BadInputError(_("A version’s name can have {count} characters at most.").format(count=_LONGEST_NAME))
    before = uow.revisions.get(revision_id).header.name
    header = uow.revisions.name(revision_id, name)
    label = _("Name version {number}").format(number=header.number)

    def back(unit: UnitOfWork) -> Outcome[RevisionHeader]:
        if unit.revisions.get(revision_id).header.name != name:
            raise ConflictError(_("The version was named otherwise since; nothing was undone."))
        return name_state(unit, revision_id, before)

    return Outcome(header, ChangeSet.of(Change(REVISION, revision_id, header.version_id)), Deed(label, back))


def state(uow: UnitOfWork, version_id: str, revision_id: str = "") -> Document:
    """A kept state's text, or the text now without a revision."""
    return uow.revisions.get(revision_id).document if revision_id else target_document(uow, version_id)


def compare_states(old: Document, new: Document) -> Comparison:
    """What changed between two texts. Pure: for the pool."""
    return compare(old, new, word_diff)


def put_back(
    uow: UnitOfWork, tools: Tools, version_id: str, revision_id: str, block_id: str, now_id: str = ""
) -> Outcome[Document]:
    """Put one block of a kept state back into the text: over the block it became (``now_id``), or where it stood.

    Raises NotFoundError for an unknown block, BadInputError for a translated version.
    """
    current = open_draft(uow, version_id).document
    kept = uow.revisions.get(revision_id)
    wanted = kept.document.block(block_id)
    if wanted is None or kept.header.version_id != version_id:
        raise NotFoundError(_("This paragraph is not in the kept version."))
    over = current.block(now_id or block_id)
    if over is not None:
        block, place = replace(wanted, id=over.id), current.index(over.id)
        after = current.blocks[place - 1].id if place else None
    else:
        block, after = wanted, _neighbour(kept.document, block_id, current)
    blocks = apply_edits(current, [PutBlock(block, after)]).blocks
    done = put_document(uow, tools, current, current.with_blocks(blocks), _("Put paragraph back"))
    why = kept_why("copied-back", number=kept.header.number)
    header = uow.revisions.add(version_id, done.value, label=why, author=uow.author)
    changes = ChangeSet.of(Change(REVISION, header.id, version_id)) if header else ChangeSet()
    return Outcome(done.value, done.changes | changes, done.inverse)


def _neighbour(kept: Document, block_id: str, current: Document) -> str | None:
    """The nearest block above in the kept state that is still in the text; ``None`` for the top."""
    for block in reversed(kept.blocks[: kept.index(block_id)]):
        if current.block(block.id) is not None:
            return block.id
    return None
