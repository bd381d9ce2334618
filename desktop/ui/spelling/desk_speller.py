"""The desk's speller: loaded once for all screens, made anew when words come and go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import CONCEPT, CONTACT, OUTLET, ChangeSet
from desktop.editorial.spelling.known import name_words
from desktop.editorial.spelling.speller import Speller
from desktop.i18n import _
from desktop.services import spelling
from desktop.services.spelling import WordSources
from desktop.ui.desk import Desk
from desktop.ui.text.alive import while_alive
from desktop.ui.widgets.language_words import language_name

#: Names come in by hundreds during an import: they are read again when it is quiet.
_NAMES_AFTER_MS = 3000
#: How long a text just opened is left to its first keys before dictionaries and terms are read, in milliseconds: both want
#: the interpreter for long, and the first autosaves must not wait for them.
_FIRST_AFTER_MS = 900
_REMEMBERED = 500


class DeskSpeller(QObject):
    """``changed`` tells that another speller is in force. Main thread; all work is done elsewhere.

    Get it by :func:`desk_speller`.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.speller: Speller | None = None
        self._names: tuple[str, ...] = ()
        self._people: frozenset[str] = frozenset()
        self._suggested: dict[tuple[str, str], tuple[str, ...]] = {}
        self._is_asked = False
        self._later = QTimer(self, singleShot=True, interval=_NAMES_AFTER_MS)
        self._later.timeout.connect(self._read)
        self._first = QTimer(self, singleShot=True, interval=_FIRST_AFTER_MS)
        self._first.timeout.connect(self._read)
        desk.hub.announced.connect(self._hear)

    def load(self) -> None:
        """Make the speller where there is none yet."""
        if not self._is_asked:
            self._is_asked = True
            self._first.start()

    def _read(self) -> None:
        self._desk.run(spelling.read_sources, while_alive(self, self._build), key="spelling.sources", flush=False)

    def _build(self, sources: WordSources) -> None:
        people = self._people if sources.names == self._names else None
        tools = self._desk.tools

        def build() -> tuple[Speller, frozenset[str]]:
            words = name_words(sources.names) if people is None else people
            return spelling.build_speller(sources, tools, words), words

        def take(made: tuple[Speller, frozenset[str]]) -> None:
            self.speller, self._people = made
            self._names = sources.names
            self._suggested.clear()
            self.changed.emit()

        self._desk.compute(build, while_alive(self, take), key="spelling.speller")

    def _hear(self, changes: ChangeSet) -> None:
        if not self._is_asked:
            return
        if spelling.changes_words(changes):
            self._read()
        elif any(changes.touches(kind) for kind in (CONTACT, OUTLET, CONCEPT)):
            self._later.start()

    # -- asking ---------------------------------------------------------------------------------------------

    def suggest(self, word: str, language: str, then: Callable[[tuple[str, ...]], object]) -> None:
        """Suggestions for a word, at once where they are known; else the pool looks for them."""
        key, speller = (word, language), self.speller
        if speller is None:
            then(())
        elif key in self._suggested:
            then(self._suggested[key])
        else:

            def take(found: tuple[str, ...]) -> None:
                if len(self._suggested) > _REMEMBERED:
                    self._suggested.clear()
                if speller is self.speller:
                    self._suggested[key] = found
                then(found)

            self._desk.compute(partial(speller.suggest, word, language), while_alive(self, take))

    def missing_sentence(self, language: str) -> str:
        """What to say of a text's language that has no dictionary here; empty while nothing is known."""
        speller = self.speller
        if speller is None:
            return ""
        if speller.variety(language) is None:
            return _("Spelling is not checked: there is no dictionary for {language}.").format(
                language=language_name(language)
            )
        words = _(
            "Spelling is not checked: no dictionary for {language} was found. Install the system’s package "
            "(on Debian hunspell-{package}), or choose another variety in Settings."
        )
        return words.format(language=language_name(language), package=_package(language, speller))

    # -- deeds ----------------------------------------------------------------------------------------------

    def add_to_personal(self, word: str, language: str) -> None:
        """Put a word into the person's own dictionary."""
        tools = self._desk.tools
        self._desk.deed(lambda uow: spelling.add_to_personal(uow, tools, word, language), flush=False)

    def add_to_office(self, word: str, language: str) -> None:
        """Put a word into the office's dictionary."""
        self._desk.deed(lambda uow: spelling.add_to_office(uow, word, language), flush=False)

    def ignore(self, version_id: str, word: str) -> None:
        """Let one text have a word as it stands."""
        self._desk.deed(lambda uow: spelling.ignore_word(uow, version_id, word), flush=False)


def _package(language: str, speller: Speller) -> str:
    variety = speller.variety(language)
    code = variety.files[-1].lower().replace("_", "-") if variety else language
    return code if code.startswith("en") else code.split("-", 1)[0]


def desk_speller(desk: Desk) -> DeskSpeller:
    """The one speller of a desk, made on the first call."""
    found = desk.findChild(DeskSpeller)
    return found if isinstance(found, DeskSpeller) else DeskSpeller(desk)
