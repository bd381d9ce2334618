"""The engines' standing equipment: rules, templates and places, read once and shared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.domain.ports import PersonalWords
    from desktop.editorial.checks.house import HouseBook
    from desktop.editorial.checks.rules import LanguageRules
    from desktop.editorial.gazetteer import Gazetteer
    from desktop.editorial.spelling.dictionary import Dictionary, Variety
    from desktop.editorial.spelling.known import Terms
    from desktop.editorial.templates import Template
    from desktop.editorial.typing_rules import TypingRules
    from desktop.exchange.machine.keys import KeyRing
    from desktop.translation.alignment.knowledge import Knowledge
    from desktop.translation.segmentation import Segmenter


@dataclass
class Tools:
    """What services need besides a unit of work. Each part is made on first use, on whichever thread asks.

    Making a part twice at the same instant on two threads is harmless: parts are immutable or cache by value.
    """

    make_segmenter: Callable[[], Segmenter]
    make_templates: Callable[[], tuple[Template, ...]]
    make_gazetteer: Callable[[], Gazetteer]
    parse_phone: Callable[[str, str], str]
    open_dictionary: Callable[[Variety], Dictionary | None]
    make_terms: Callable[[], Terms]
    personal_words: PersonalWords
    make_typing_rules: Callable[[], tuple[TypingRules, ...]]
    make_house: Callable[[], HouseBook]
    make_pair_rules: Callable[[str], LanguageRules]
    make_alignment_knowledge: Callable[[], Knowledge]
    _dictionaries: dict[str, Dictionary | None] = field(default_factory=dict, repr=False)
    _pair_rules: dict[str, LanguageRules] = field(default_factory=dict, repr=False)

    @cached_property
    def segmenter(self) -> Segmenter:
        """Cuts texts into sentences."""
        return self.make_segmenter()

    @cached_property
    def templates(self) -> tuple[Template, ...]:
        """The release templates, in the order in which they are offered."""
        return self.make_templates()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Place names per language."""
        return self.make_gazetteer()

    @cached_property
    def terms(self) -> Terms:
        """The words of the starter termbase, by language; those of the office's own termbase join them."""
        return self.make_terms()

    @cached_property
    def typing_rules(self) -> tuple[TypingRules, ...]:
        """What is put right while somebody types, per language and style."""
        return self.make_typing_rules()

    def dictionary(self, variety: Variety) -> Dictionary | None:
        """A variety's dictionary, opened on the first call (0.2 s: for the pool); ``None`` where there is none."""
        if variety.code not in self._dictionaries:
            self._dictionaries[variety.code] = self.open_dictionary(variety)
        return self._dictionaries[variety.code]

    @cached_property
    def house(self) -> HouseBook:
        """What the house-style checks know: rules per language, house profiles, office holders."""
        return self.make_house()

    def pair_rules(self, language: str) -> LanguageRules:
        """What the checks of a translated pair know of a language (``es-CR`` has what ``es`` has)."""
        short = language.split("-", 1)[0].lower()
        if short not in self._pair_rules:
            self._pair_rules[short] = self.make_pair_rules(short)
        return self._pair_rules[short]

    @cached_property
    def machine_keys(self) -> KeyRing:
        """Keys of translation services."""
        from desktop.exchange.machine.keys import KeyRing  # noqa: PLC0415 - lazy: most people use no such service

        return KeyRing()

    @cached_property
    def alignment_knowledge(self) -> Knowledge:
        """What aligning knows of words that translate each other."""
        return self.make_alignment_knowledge()

    def warm(self, *languages: str) -> None:
        """Make what the first autosave would otherwise wait for (0.3 s). For the pool; any number of times."""
        from desktop.translation.words import indel  # noqa: PLC0415 - lazy: the window shows first

        indel()
        for language in languages:
            self.segmenter.warm(language)
