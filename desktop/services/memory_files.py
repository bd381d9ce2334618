"""Translation memories of other programs: into the memory, and out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
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
from desktop.services.memory import add_units

_PAGE = 2_000


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


def import_tmx(uow: UnitOfWork, path: Path, *, told: Callable[[float], None] = _nothing) -> Outcome[ImportedMemory]:
    """Bring a TMX file in. Can be cancelled, and undone as one deed; ``told`` gets the share done, on this thread.

    A unit that is there already, in the same words between the same neighbours, does not come twice. Units keep what the
    file says of their origin only where we wrote it. Raises BadInputError for what is no TMX.
    """
    file = TmxFile(path, told=told, is_anonymous=True)
    known = 0

    def fresh() -> Iterator[TranslationUnit]:
        nonlocal known
        waiting: list[TranslationUnit] = []
        for unit in file:
            checkpoint()
            waiting.append(unit)
            if len(waiting) == _PAGE:
                new = uow.memory.without_known(waiting)
                known += len(waiting) - len(new)
                yield from new
                waiting = []
        new = uow.memory.without_known(waiting)
        known += len(waiting) - len(new)
        yield from new

    outcome = add_units(uow, fresh())
    result = ImportedMemory(outcome.value.count, known, file.skipped, file.is_damaged)
    if not result.added and not known and not file.skipped:
        raise BadInputError(_("“{name}” holds no units.").format(name=path.name), kept=_("Nothing was changed."))
    return Outcome(result, outcome.changes, outcome.inverse)


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
