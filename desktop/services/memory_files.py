"""Translation memories of other programs: into the memory, and out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.domain.changes import Outcome
from desktop.domain.errors import BadInputError
from desktop.domain.ports import UnitOfWork
from desktop.domain.unit import TranslationUnit, UnitQuery
from desktop.exchange.tmx_reader import TmxFile
from desktop.exchange.tmx_writer import write_tmx
from desktop.files import is_of_a_database, written_whole
from desktop.i18n import _
from desktop.services.cancelling import checkpoint
from desktop.services.memory import units_came_in

_PAGE = 2_000
#: Units of one transaction: what takes well under a second.
_STEP = 5_000
#: Units that may wait for the index while more of them come.
_INDEXED = 100_000


@dataclass(frozen=True, slots=True)
class ImportedMemory:
    """What came of a file. ``known``: units that the memory had already, word for word; ``skipped``: could not be used.

    ``is_damaged``: the file broke off or was not well-formed somewhere; what could be read was taken.
    """

    added: int
    known: int
    skipped: int
    is_damaged: bool


def _nothing(_share: float) -> None:
    """Tell nobody."""


class TmxImport:
    """A TMX file on its way into the memory, some thousand units a transaction, so that other work passes between two.

    Call :meth:`step` until it says that nothing is left, then :meth:`finish`; or :meth:`take_back` at any time.
    ``told`` gets the share done, on the thread that steps.
    """

    def __init__(self, path: Path, told: Callable[[float], None] = _nothing) -> None:
        self.path = path
        self._file = TmxFile(path, told=told, is_anonymous=True)
        self._units = iter(self._file)
        self._ranges: list[tuple[int, int]] = []
        self._known = 0

    def step(self, uow: UnitOfWork) -> bool:
        """Bring the next units in; whether there may be more. Can be cancelled: this step then leaves nothing."""
        waiting: list[TranslationUnit] = []
        for unit in islice(self._units, _STEP):
            checkpoint()
            if unit.source.text.strip() and unit.target.text.strip():
                waiting.append(unit)
            else:
                self._file.skipped += 1
        if not waiting:
            return False
        new = uow.memory.without_known(waiting)
        if new:
            came = uow.memory.add(new)
            uow.memory.take_in(at_least=_INDEXED)
            self._ranges.append(came)
        self._known += len(waiting) - len(new)
        return True

    def finish(self, uow: UnitOfWork) -> Outcome[ImportedMemory]:
        """What came of it, with the undo of all steps as one; raises BadInputError where the file held no units."""
        uow.memory.take_in()
        outcome = units_came_in(self._ranges)
        result = ImportedMemory(outcome.value, self._known, self._file.skipped, self._file.is_damaged)
        if not result.added and not result.known and not result.skipped:
            raise BadInputError(
                _("“{name}” holds no units.").format(name=self.path.name), kept=_("Nothing was changed.")
            )
        return Outcome(result, outcome.changes, outcome.inverse)

    def take_back(self, uow: UnitOfWork) -> None:
        """Remove what came in until now."""
        self._file.told = _nothing
        self._units = iter(())
        for first, last in self._ranges:
            uow.memory.remove_between(first, last)
        self._ranges.clear()


def import_tmx(uow: UnitOfWork, path: Path, *, told: Callable[[float], None] = _nothing) -> Outcome[ImportedMemory]:
    """Bring a TMX file in, in one transaction. Can be cancelled, and undone as one deed; ``told`` as :class:`TmxImport`.

    A unit that is there already, in the same words between the same neighbours, does not come twice. Units keep what the
    file says of their origin only where we wrote it. Raises BadInputError for what is no TMX.
    """
    importing = TmxImport(path, told)
    while importing.step(uow):
        pass
    return importing.finish(uow)


def export_tmx(
    uow: UnitOfWork, path: Path, query: UnitQuery | None = None, *, told: Callable[[float], None] = _nothing
) -> int:
    """Write the memory, or what a query means of it, as TMX; answers how many units. Can be cancelled.

    The file appears whole or not at all; raises BadInputError for a workspace's own files, ``OSError``.
    """
    if is_of_a_database(path):
        raise BadInputError(
            _("“{name}” belongs to a workspace.").format(name=path.name), kept=_("Nothing was written.")
        )
    asked = query or UnitQuery()
    places = uow.memory.places(asked) if asked.text.strip() else None
    total = max(1, len(places) if places is not None else uow.memory.count())

    def units() -> Iterator[TranslationUnit]:
        if places is not None:
            ordered = sorted(places)
            for start in range(0, len(ordered), _PAGE):
                checkpoint()
                yield from uow.memory.at(ordered[start : start + _PAGE])
            return
        after = 0
        while page := uow.memory.every(asked, after=after, limit=_PAGE):
            checkpoint()
            yield from page
            after = page[-1].place

    with written_whole(path) as stream:
        return write_tmx(stream, units(), told=lambda count: told(min(1.0, count / total)))
