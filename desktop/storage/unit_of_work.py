"""One transaction with every repository in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from desktop.domain.ports import Clock, IdSource
from desktop.storage.fulltext import FullText
from desktop.storage.releases import SqlReleases

if TYPE_CHECKING:
    from desktop.storage.assets import SqlAssets
    from desktop.storage.boilerplates import SqlBoilerplates
    from desktop.storage.comments import SqlComments
    from desktop.storage.concepts import SqlConcepts
    from desktop.storage.contact_orders import ContactOrders
    from desktop.storage.contacts import SqlContacts
    from desktop.storage.cuts import SqlCuts
    from desktop.storage.dismissals import SqlDismissals
    from desktop.storage.documents import SqlDocuments
    from desktop.storage.duplicates import SqlDuplicates
    from desktop.storage.imports import SqlImports
    from desktop.storage.media_lists import SqlMediaLists
    from desktop.storage.memory import SqlMemory
    from desktop.storage.memory_index import IndexMemory
    from desktop.storage.planning import SqlPlanning
    from desktop.storage.revisions import SqlRevisions
    from desktop.storage.rights import SqlRights
    from desktop.storage.search import SqlSearch
    from desktop.storage.segment_records import SqlSegmentRecords
    from desktop.storage.segments import SqlSegments
    from desktop.storage.settings import SqlSettings
    from desktop.storage.templates import SqlTemplates


class SqlUnitOfWork:
    """Fulfils :class:`desktop.domain.ports.UnitOfWork`; its workspace begins and ends the transaction.

    A repository, with its tables and values, is imported on first use: the window's first page needs releases only.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        clock: Clock,
        ids: IdSource,
        author: str,
        full_text: FullText,
        orders: Callable[[], ContactOrders],
        index: Callable[[], IndexMemory],
    ) -> None:
        self.clock = clock
        self.ids = ids
        self.author = author
        #: For what the repositories do not do: verifying, measuring, tests.
        self.connection = connection
        self._full_text = full_text
        self._make_orders = orders
        self._index = index

    @cached_property
    def _orders(self) -> ContactOrders:
        """One for all repositories of this work: what one of them writes is stale for the others."""
        return self._make_orders()

    @cached_property
    def releases(self) -> SqlReleases:
        """Releases and their versions."""
        return SqlReleases(self.connection, self.clock)

    @cached_property
    def planning(self) -> SqlPlanning:
        """What is on its way."""
        from desktop.storage.planning import SqlPlanning  # noqa: PLC0415 - lazy: see the class

        return SqlPlanning(self.connection, self.releases)

    @cached_property
    def documents(self) -> SqlDocuments:
        """The blocks of source versions."""
        from desktop.storage.documents import SqlDocuments  # noqa: PLC0415 - lazy: see the class

        return SqlDocuments(self.connection, self.clock, self.author)

    @cached_property
    def segments(self) -> SqlSegments:
        """The translator's pairs."""
        from desktop.storage.segments import SqlSegments  # noqa: PLC0415 - lazy: see the class

        return SqlSegments(self.connection, self.clock, self.records)

    @cached_property
    def records(self) -> SqlSegmentRecords:
        """What translations read before."""
        from desktop.storage.segment_records import SqlSegmentRecords  # noqa: PLC0415 - lazy: see the class

        return SqlSegmentRecords(self.connection, self.clock, self.ids)

    @cached_property
    def cuts(self) -> SqlCuts:
        """Where translators cut otherwise than the rules."""
        from desktop.storage.cuts import SqlCuts  # noqa: PLC0415 - lazy: see the class

        return SqlCuts(self.connection, self.clock)

    @cached_property
    def revisions(self) -> SqlRevisions:
        """Kept states."""
        from desktop.storage.revisions import SqlRevisions  # noqa: PLC0415 - lazy: see the class

        return SqlRevisions(self.connection, self.clock, self.ids, author=self.author, full_text=self._full_text)

    @cached_property
    def comments(self) -> SqlComments:
        """Comments and their answers."""
        from desktop.storage.comments import SqlComments  # noqa: PLC0415 - lazy: see the class

        return SqlComments(self.connection, self.clock)

    @cached_property
    def contacts(self) -> SqlContacts:
        """People and outlets."""
        from desktop.storage.contacts import SqlContacts  # noqa: PLC0415 - lazy: see the class

        return SqlContacts(self.connection, self.clock, self.ids, self._full_text, self._orders)

    @cached_property
    def media_lists(self) -> SqlMediaLists:
        """Media lists."""
        from desktop.storage.media_lists import SqlMediaLists  # noqa: PLC0415 - lazy: see the class

        return SqlMediaLists(self.connection, self.clock, self.author, self._orders)

    @cached_property
    def rights(self) -> SqlRights:
        """What is held on people beside their cards, and erasing."""
        from desktop.storage.rights import SqlRights  # noqa: PLC0415 - lazy: see the class

        return SqlRights(self.connection, self.clock, self.ids, self._orders)

    @cached_property
    def imports(self) -> SqlImports:
        """What imports did."""
        from desktop.storage.imports import SqlImports  # noqa: PLC0415 - lazy: see the class

        return SqlImports(self.connection, self.clock, self.ids, self.author)

    @cached_property
    def duplicates(self) -> SqlDuplicates:
        """Cards that are one person's, and those that are not."""
        from desktop.storage.duplicates import SqlDuplicates  # noqa: PLC0415 - lazy: see the class

        return SqlDuplicates(self.connection, self.clock, self.author, self.contacts)

    @cached_property
    def boilerplates(self) -> SqlBoilerplates:
        """The library of texts."""
        from desktop.storage.boilerplates import SqlBoilerplates  # noqa: PLC0415 - lazy: see the class

        return SqlBoilerplates(self.connection, self.clock)

    @cached_property
    def assets(self) -> SqlAssets:
        """Images."""
        from desktop.storage.assets import SqlAssets  # noqa: PLC0415 - lazy: see the class

        return SqlAssets(self.connection, self.clock)

    @cached_property
    def search(self) -> SqlSearch:
        """Full text."""
        from desktop.storage.search import SqlSearch  # noqa: PLC0415 - lazy: see the class

        return SqlSearch(self.connection, self._full_text, self.clock)

    @cached_property
    def settings(self) -> SqlSettings:
        """Small values."""
        from desktop.storage.settings import SqlSettings  # noqa: PLC0415 - lazy: see the class

        return SqlSettings(self.connection, self.clock)

    @cached_property
    def templates(self) -> SqlTemplates:
        """The office's own templates."""
        from desktop.storage.templates import SqlTemplates  # noqa: PLC0415 - lazy: see the class

        return SqlTemplates(self.connection, self.clock)

    @cached_property
    def dismissals(self) -> SqlDismissals:
        """Dismissed findings."""
        from desktop.storage.dismissals import SqlDismissals  # noqa: PLC0415 - lazy: see the class

        return SqlDismissals(self.connection, self.clock, self.author)

    @cached_property
    def concepts(self) -> SqlConcepts:
        """The termbase."""
        from desktop.storage.concepts import SqlConcepts  # noqa: PLC0415 - lazy: see the class

        return SqlConcepts(self.connection, self.clock)

    @cached_property
    def memory(self) -> SqlMemory:
        """The translation memory."""
        from desktop.storage.memory import SqlMemory  # noqa: PLC0415 - lazy: see the class

        return SqlMemory(self.connection, self.clock, self.ids, self._index)
