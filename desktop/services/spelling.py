"""The words that count as right: the person's own, the office's, those that one text ignores."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from desktop.domain.changes import SETTING, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Document
from desktop.domain.errors import ComunicadoError
from desktop.domain.ports import UnitOfWork
from desktop.editorial.spelling.check import SpellingCheck
from desktop.editorial.spelling.dictionary import VARIETIES
from desktop.editorial.spelling.known import joined_terms, name_words, place_words, term_words
from desktop.editorial.spelling.misspellings import Misspelling, misspellings
from desktop.editorial.spelling.speller import KnownWord, Speller, WordLists
from desktop.i18n import _
from desktop.services.office import get_setting, set_setting
from desktop.services.tools import Tools

#: Settings of the workspace: the office's words; a language's variety; the words that a text ignores.
OFFICE_WORDS = "spelling.words"
_VARIETY, _IGNORED = "spelling.variety.{}", "spelling.ignored.{}"
#: What a change of the person's own words is called in a change set.
PERSONAL = "spelling.personal"


@dataclass(frozen=True, slots=True)
class WordSources:
    """What of the workspace makes words right: names, the office's words and varieties, ``(language, term)`` pairs."""

    names: tuple[str, ...]
    office: frozenset[KnownWord]
    chosen: Mapping[str, str]
    terms: tuple[tuple[str, str], ...] = ()


def read_sources(uow: UnitOfWork) -> WordSources:
    """Everything of the workspace that :func:`build_speller` needs, read quickly."""
    terms = tuple((t.language, t.text) for each in uow.concepts.all() for t in each.terms if not t.is_forbidden)
    return WordSources(uow.contacts.names(), office_words(uow), varieties(uow), terms)


def build_speller(sources: WordSources, tools: Tools, people: frozenset[str] | None = None) -> Speller:
    """A speller of what was read; ``people`` are the words of the names where they were cut before. For the pool."""
    lists = WordLists(
        personal=personal_words(tools),
        office=sources.office,
        names=(name_words(sources.names) if people is None else people) | place_words(tools.gazetteer),
        terms=joined_terms(tools.terms, term_words(sources.terms)),
    )
    return Speller(tools.dictionary, lists, sources.chosen)


def make_speller(uow: UnitOfWork, tools: Tools) -> Speller:
    """A speller for this workspace and person, in one go."""
    return build_speller(read_sources(uow), tools)


def check_spelling(uow: UnitOfWork, tools: Tools, document: Document) -> tuple[Misspelling, ...]:
    """The misspellings of a stored text, without those that it ignores. ``document.id`` is the version's."""
    return misspellings(document, make_speller(uow, tools), ignored_words(uow, document.id))


def spelling_check(uow: UnitOfWork, tools: Tools, version_id: str) -> SpellingCheck:
    """Spelling as a check of one version, for :func:`desktop.services.checking.check_release`."""
    return SpellingCheck(make_speller(uow, tools), ignored_words(uow, version_id))


# -- reading --------------------------------------------------------------------------------------------------


def personal_words(tools: Tools) -> frozenset[KnownWord]:
    """The person's own words."""
    return frozenset(KnownWord(word, language) for word, language in tools.personal_words.all())


def office_words(uow: UnitOfWork) -> frozenset[KnownWord]:
    """The office's words."""
    return frozenset(KnownWord(word, language) for word, language in _read(uow, OFFICE_WORDS))


def ignored_words(uow: UnitOfWork, version_id: str) -> frozenset[str]:
    """The words that one version's text ignores."""
    return frozenset(word for word, _language in _read(uow, _IGNORED.format(version_id)))


def varieties(uow: UnitOfWork) -> dict[str, str]:
    """The office's variety per language, where it chose one."""
    chosen = {language: get_setting(uow, _VARIETY.format(language)) for language in VARIETIES}
    return {language: code for language, code in chosen.items() if code}


def changes_words(changes: ChangeSet) -> bool:
    """Whether a change touches the dictionaries themselves, not only what one text ignores."""
    ignored = _IGNORED.format("")
    return any(
        c.kind == SETTING and c.id.startswith("spelling.") and not c.id.startswith(ignored) for c in changes.changes
    )


def ignores_changed(changes: ChangeSet, version_id: str) -> bool:
    """Whether a change touches what one version's text ignores."""
    return changes.touches(SETTING, _IGNORED.format(version_id))


# -- deeds ----------------------------------------------------------------------------------------------------


def choose_variety(uow: UnitOfWork, language: str, code: str) -> Outcome[str]:
    """Write a language in another variety from now on, in the whole office."""
    return set_setting(uow, _VARIETY.format(language), code)


def add_to_office(uow: UnitOfWork, word: str, language: str) -> Outcome[bool]:
    """Put a word into the office's dictionary; undo takes it out again, and only it."""
    return _put(uow, OFFICE_WORDS, KnownWord.of(word, language), _("Add to the office’s dictionary"), is_in=True)


def remove_from_office(uow: UnitOfWork, known: KnownWord) -> Outcome[bool]:
    """Take a word out of the office's dictionary."""
    return _put(uow, OFFICE_WORDS, known, _("Remove from the office’s dictionary"), is_in=False)


def ignore_word(uow: UnitOfWork, version_id: str, word: str) -> Outcome[bool]:
    """Let one text have a word as it stands."""
    return _put(uow, _IGNORED.format(version_id), KnownWord(word), _("Ignore in this text"), is_in=True)


def add_to_personal(_uow: UnitOfWork, tools: Tools, word: str, language: str) -> Outcome[bool]:
    """Put a word into the person's own dictionary, which is a file and no part of the transaction."""
    return _put_personal(tools, KnownWord.of(word, language), is_in=True)


def remove_from_personal(_uow: UnitOfWork, tools: Tools, known: KnownWord) -> Outcome[bool]:
    """Take a word out of the person's own dictionary."""
    return _put_personal(tools, known, is_in=False)


def _put_personal(tools: Tools, known: KnownWord, *, is_in: bool) -> Outcome[bool]:
    change = tools.personal_words.add if is_in else tools.personal_words.remove
    try:
        has_changed = change(known.word, known.language)
    except OSError as error:
        raise ComunicadoError(
            _("Your dictionary could not be written: {reason}.").format(reason=error.strerror or str(error)),
            kept=_("The words in it are as they were."),
            advice=_("Look whether the disk is full or the folder is read-only."),
        ) from error
    if not has_changed:
        return Outcome(False)
    label = _("Add to my dictionary") if is_in else _("Remove from my dictionary")
    inverse = Deed(label, lambda _unit: _put_personal(tools, known, is_in=not is_in))
    return Outcome(True, ChangeSet.of(Change(SETTING, PERSONAL)), inverse)


def _put(uow: UnitOfWork, name: str, known: KnownWord, label: str, *, is_in: bool) -> Outcome[bool]:
    words, pair = _read(uow, name), (known.word, known.language)
    if (pair in words) == is_in:
        return Outcome(False)
    uow.settings.set(name, json.dumps(sorted(words ^ {pair}), ensure_ascii=False))
    back: Callable[[UnitOfWork], Outcome[bool]] = partial(_take_back, name, known, label, is_in)
    return Outcome(True, ChangeSet.of(Change(SETTING, name)), Deed(label, back))


def _take_back(name: str, known: KnownWord, label: str, was_in: bool, uow: UnitOfWork) -> Outcome[bool]:
    return _put(uow, name, known, label, is_in=not was_in)


def _read(uow: UnitOfWork, name: str) -> frozenset[tuple[str, str]]:
    text = uow.settings.get(name)
    try:
        return frozenset((str(word), str(language)) for word, language in json.loads(text)) if text else frozenset()
    except (
        TypeError,
        ValueError,
    ):  # written by something that is not this program: nobody's words, and replaced by the next one
        return frozenset()
