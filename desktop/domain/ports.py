"""What the services need from the outside: time, keys, and a place where things are kept.

``desktop.storage`` fulfils these for SQLite and PostgreSQL. All repositories return frozen domain values.
Everything here is called on the database worker's thread, inside one transaction per unit of work.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # every room imports the ports: the window's start must not make all domain values for them
    from desktop.domain.archive import ArchiveQuery
    from desktop.domain.asset import Asset
    from desktop.domain.boilerplate import Boilerplate
    from desktop.domain.comment import Comment
    from desktop.domain.contact_ports import Contacts, Duplicates, Imports, MediaLists, Rights
    from desktop.domain.dismissal import Dismissal
    from desktop.domain.document import Block, Document
    from desktop.domain.edits import BlockEdit
    from desktop.domain.memory_ports import Memory
    from desktop.domain.planning import PlannedMoment
    from desktop.domain.release import (
        Approval,
        Progress,
        Release,
        ReleaseQuery,
        ReleaseStatus,
        ReleaseSummary,
        Revision,
        RevisionHeader,
        StatusChange,
        Version,
    )
    from desktop.domain.segment_ports import Cuts, SegmentRecords, Segments
    from desktop.domain.template import StoredTemplate
    from desktop.domain.term_ports import Concepts


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


class IdSource(Protocol):
    """Makes keys."""

    def new(self) -> str:
        """A fresh UUIDv7 as 36 characters; later ones sort after earlier ones."""
        ...


class Releases(Protocol):
    """Releases and their versions."""

    def get(self, release_id: str) -> Release:
        """The release; raises :class:`~desktop.domain.errors.NotFoundError`. An unambiguous prefix will do."""
        ...

    def put(self, release: Release) -> Release:
        """Add (``rev == 0``) or save; answers the release with its new ``rev``; raises ConflictError."""
        ...

    def has_number(self, number: str) -> bool:
        """Whether any release, also a deleted one, has this number."""
        ...

    def topics(self) -> tuple[str, ...]:
        """All topics in use, in alphabetical order."""
        ...

    def remove(self, release_id: str) -> None:
        """Leave a tombstone; lists and search no longer show the release."""
        ...

    def restore(self, release_id: str) -> None:
        """Take the tombstone away."""
        ...

    def page(self, query: ReleaseQuery) -> tuple[ReleaseSummary, ...]:
        """The rows ``[offset, offset + limit)`` of a release list."""
        ...

    def pages(self, queries: Sequence[ReleaseQuery]) -> tuple[tuple[ReleaseSummary, ...], ...]:
        """The pages of several lists, in the order asked for; cheaper than one by one."""
        ...

    def touch(self, release_id: str) -> None:
        """Make the release the newest in the lists; nothing that people edit changes, nor its ``rev``."""
        ...

    def count(self, query: ReleaseQuery) -> int:
        """How many rows the list has."""
        ...

    def versions(self, release_id: str) -> tuple[Version, ...]:
        """The versions, source first, then by language."""
        ...

    def version(self, version_id: str) -> Version:
        """One version; raises NotFoundError."""
        ...

    def put_version(self, version: Version) -> Version:
        """Add (``rev == 0``) or save a version; raises ConflictError."""
        ...

    def set_progress(self, version_id: str, progress: Progress) -> None:
        """Store the cached counts of a target version; ``rev`` stays."""
        ...

    def put_approval(self, approval: Approval) -> None:
        """Append a signature."""
        ...

    def approvals(self, version_id: str) -> tuple[Approval, ...]:
        """All signatures of a version, newest first."""
        ...

    def living_approvals(self, release_id: str) -> tuple[Approval, ...]:
        """The signatures of all versions of a release that nothing has voided yet."""
        ...

    def void_approval(self, approval_id: str, at: datetime | None, reason: str) -> None:
        """Mark a signature as worthless since then; ``None`` takes the mark away (only undo does that)."""
        ...


class Planning(Protocol):
    """What is on its way: the log of steps, what waits for whom, and the calendar."""

    def add_step(self, step: StatusChange) -> None:
        """Append a step to the log."""
        ...

    def steps(self, release_id: str, limit: int = 100) -> tuple[StatusChange, ...]:
        """The steps of all versions of a release, newest first."""
        ...

    def between(
        self, start: datetime, end: datetime, limit: int = 2000, *, only_due: bool = False
    ) -> tuple[PlannedMoment, ...]:
        """Everything planned or done in ``[start, end)``, by hour; or only what is due and has not left."""
        ...

    def with_versions_in(self, status: ReleaseStatus, limit: int = 50) -> tuple[ReleaseSummary, ...]:
        """Releases that have a version in a state, the latest changed first."""
        ...

    def sent_back(self, limit: int = 50) -> tuple[ReleaseSummary, ...]:
        """Releases that have a draft with a reviewer's note on it, the latest changed first."""
        ...

    def notices_about(self, release_id: str) -> tuple[str, ...]:
        """Ids of the living notices about a release, oldest first."""
        ...

    def last_author(self, version_id: str) -> str:
        """Who wrote in a version last: its blocks, or the sentences of a translation. Empty where nobody is named."""
        ...

    def names(self) -> tuple[str, ...]:
        """Everybody who wrote, was given or approved something here, sorted."""
        ...


class Documents(Protocol):
    """The blocks of source versions."""

    def load(self, version_id: str) -> Document:
        """The document with all its blocks in order; raises NotFoundError for an unknown version."""
        ...

    def some(self, version_id: str, block_ids: Sequence[str]) -> dict[str, Block]:
        """Those of the named blocks that are in the document, by id."""
        ...

    def apply(self, version_id: str, edits: Sequence[BlockEdit]) -> bool:
        """Write block edits: a row per edited block, not a rewrite. Semantics of ``apply_edits``.

        Answers whether the same blocks stand in the same order as before.
        """
        ...

    def versions_with(self, name: str, value: str) -> tuple[str, ...]:
        """Ids of the living versions that have a block with this attribute, newest first."""
        ...


class Revisions(Protocol):
    """Kept states, append-only."""

    def add(self, version_id: str, document: Document, *, label: str, author: str) -> RevisionHeader | None:
        """Keep a state; ``None`` where the newest kept state has the same content hash."""
        ...

    def headers(self, version_id: str) -> tuple[RevisionHeader, ...]:
        """All kept states of a version, newest first."""
        ...

    def get(self, revision_id: str) -> Revision:
        """One kept state with its text; raises NotFoundError."""
        ...

    def name(self, revision_id: str, name: str) -> RevisionHeader:
        """Give a kept state a name, or take it away with an empty one; the state itself is never changed."""
        ...


class Comments(Protocol):
    """Comments and their answers."""

    def of_version(self, version_id: str) -> tuple[Comment, ...]:
        """All comments of a version with their answers, oldest first."""
        ...

    def open_count(self, version_id: str) -> int:
        """How many comments (answers not counted) nobody has resolved."""
        ...

    def get(self, comment_id: str) -> Comment:
        """One comment; raises NotFoundError."""
        ...

    def put(self, comment: Comment) -> Comment:
        """Add (``rev == 0``) or save; raises ConflictError."""
        ...

    def move(self, comments: Iterable[Comment]) -> None:
        """Store where they are now; ``rev`` stays, as nobody wrote anything."""
        ...

    def remove(self, comment_id: str) -> None:
        """Leave a tombstone."""
        ...

    def restore(self, comment_id: str) -> None:
        """Take the tombstone away."""
        ...


class Boilerplates(Protocol):
    """The library of texts with languages and validity."""

    def all(self) -> tuple[Boilerplate, ...]:
        """Every boilerplate with its texts, by name."""
        ...

    def get(self, boilerplate_id: str) -> Boilerplate:
        """One boilerplate with its texts; raises NotFoundError."""
        ...

    def put(self, boilerplate: Boilerplate) -> Boilerplate:
        """Add (``rev == 0``) or save it with exactly these texts; raises ConflictError."""
        ...

    def remove(self, boilerplate_id: str) -> None:
        """Leave a tombstone."""
        ...

    def restore(self, boilerplate_id: str) -> None:
        """Take the tombstone away."""
        ...


class Assets(Protocol):
    """Images, kept once by their bytes."""

    def get(self, asset_id: str) -> Asset:
        """An image without its bytes; raises NotFoundError."""
        ...

    def content(self, asset_id: str) -> bytes:
        """The bytes; raises NotFoundError."""
        ...

    def same_bytes(self, sha256: str) -> Asset | None:
        """The image with these bytes, if it is here."""
        ...

    def put(self, asset: Asset, content: bytes | None = None) -> Asset:
        """Add (``rev == 0``, with its bytes) or save what is said of an image; raises ConflictError."""
        ...


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A version (or a quotation in it) that was found. ``snippet`` marks the words with U+E000 … U+E001 around each.

    ``on`` is the text's day (ISO). A quotation carries its ``speaker`` and ``speaker_title``, and as ``block_id`` the
    paragraph where it begins; its whole text is the snippet. ``revision_id`` names the older kept version that was
    found, with its ``number``; empty for the text now.
    """

    release_id: str
    version_id: str
    language: str
    title: str
    snippet: str
    status: str = ""
    type: str = ""
    on: str = ""
    is_source: bool = True
    speaker: str = ""
    speaker_title: str = ""
    block_id: str = ""
    revision_id: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A version's plain text as search reads it, one block a line."""

    version_id: str
    release_id: str
    language: str
    body: str


class Search(Protocol):
    """Full text over all versions, and the quotations in them."""

    def index(self, release_id: str, version_id: str, document: Document) -> None:
        """Put a version's current text, with its quotations, into the index."""
        ...

    def places(self, query: ArchiveQuery) -> tuple[int, ...]:
        """The places of everything found, in the asked order; exact accents before folded. For :meth:`hits`."""
        ...

    def hits(self, query: ArchiveQuery, places: Sequence[int]) -> tuple[SearchHit, ...]:
        """What stands at some places, in their order; what is gone meanwhile is left out."""
        ...

    def counts(self, query: ArchiveQuery) -> Mapping[str, tuple[tuple[str, int], ...]]:
        """By facet: each value among what was found without that facet's own filter, the most frequent first."""
        ...

    def find(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """The first hits for some words."""
        ...

    def texts(self, *, after: str = "", limit: int = 400) -> tuple[IndexedText, ...]:
        """The next texts of living versions by version id, behind one."""
        ...


class Dismissals(Protocol):
    """Findings that somebody called right."""

    def of_version(self, version_id: str) -> tuple[Dismissal, ...]:
        """What is dismissed in a version: its own and those for every text, newest first."""
        ...

    def everywhere(self) -> tuple[Dismissal, ...]:
        """What is dismissed in every text, newest first."""
        ...

    def add(self, dismissal: Dismissal) -> Dismissal:
        """Add a dismissal; answers it with its author and time."""
        ...

    def remove(self, dismissal_id: str) -> None:
        """Leave a tombstone; raises NotFoundError where it was taken back already."""
        ...

    def restore(self, dismissal_id: str) -> None:
        """Take the tombstone away."""
        ...


class Settings(Protocol):
    """Small values of the workspace, JSON-encodable, by dotted name."""

    def get(self, name: str, default: str = "") -> str:
        """A setting's text."""
        ...

    def set(self, name: str, value: str) -> None:
        """Store a setting's text."""
        ...

    def count_up(self, name: str) -> int:
        """Add one to a count that begins at 0, and answer it; two people counting at once get two numbers."""
        ...


class PersonalWords(Protocol):
    """The words that one person added for spelling, on this machine. May be asked from any thread."""

    def all(self) -> frozenset[tuple[str, str]]:
        """``(word, language)`` pairs; the language is empty for a word of every language."""
        ...

    def add(self, word: str, language: str) -> bool:
        """Keep a word; whether it was new. Raises ``OSError`` where it cannot be written; then nothing changed."""
        ...

    def remove(self, word: str, language: str) -> bool:
        """Forget a word; whether it was there. Raises as :meth:`add`."""
        ...


class Templates(Protocol):
    """The office's own release templates."""

    def all(self) -> tuple[StoredTemplate, ...]:
        """Every template, the oldest first."""
        ...

    def get(self, template_id: str) -> StoredTemplate:
        """One template; raises NotFoundError."""
        ...

    def put(self, template: StoredTemplate) -> StoredTemplate:
        """Add (``rev == 0``) or save; raises ConflictError."""
        ...

    def remove(self, template_id: str) -> None:
        """Leave a tombstone."""
        ...

    def restore(self, template_id: str) -> None:
        """Take the tombstone away."""
        ...


class UnitOfWork(Protocol):
    """One transaction with everything in it; commits when its work returns, rolls back when it raises."""

    clock: Clock
    ids: IdSource
    #: The name of the person working here, for revisions and segments.
    author: str

    @property
    def releases(self) -> Releases: ...
    @property
    def planning(self) -> Planning: ...
    @property
    def documents(self) -> Documents: ...
    @property
    def segments(self) -> Segments: ...
    @property
    def records(self) -> SegmentRecords: ...
    @property
    def cuts(self) -> Cuts: ...
    @property
    def revisions(self) -> Revisions: ...
    @property
    def comments(self) -> Comments: ...
    @property
    def contacts(self) -> Contacts: ...
    @property
    def media_lists(self) -> MediaLists: ...
    @property
    def rights(self) -> Rights:
        """What is held on people beside their cards, and erasing."""
        ...

    @property
    def imports(self) -> Imports: ...
    @property
    def duplicates(self) -> Duplicates: ...
    @property
    def boilerplates(self) -> Boilerplates: ...
    @property
    def assets(self) -> Assets: ...
    @property
    def search(self) -> Search: ...
    @property
    def settings(self) -> Settings: ...
    @property
    def templates(self) -> Templates: ...
    @property
    def dismissals(self) -> Dismissals: ...
    @property
    def concepts(self) -> Concepts: ...

    @property
    def memory(self) -> Memory: ...
