"""Release templates: what a file of ours says, and documents made from it.

A template is TOML: ``name``, ``order``, ``[titles]`` by language, ``[[gaps]]`` with ``name``, ``type``,
``labels``, ``help``, ``defaults`` and (for a choice) ``choices`` by language, and ``[[blocks.<language>]]`` with
``kind``, ``text`` and ``attrs``. In a text ``{gap}`` is a gap, ``**words**`` are strong and ``[words](https://…)`` are a link.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desktop.domain.document import Attrs, BlockKind, make_attrs
from desktop.domain.errors import BadInputError
from desktop.i18n import _

FIELD = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class GapType(StrEnum):
    """What a gap takes, and so how its value is written.

    Values come as text: ``date`` ISO (``2020-05-26``), ``time`` ``14:30``, ``number`` plain (``12500.5``), ``choice``
    its key, ``contact`` a person's id or a finished sentence; ``long-text`` may have several paragraphs.
    """

    TEXT = "text"
    LONG_TEXT = "long-text"
    PLACE = "place"
    DATE = "date"
    TIME = "time"
    PERSON = "person"
    NUMBER = "number"
    CHOICE = "choice"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap; ``labels``, ``help`` and ``defaults`` are by language, ``choices`` are words by key by language."""

    name: str
    type: GapType
    labels: Mapping[str, str]
    help: Mapping[str, str] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def label(self, language: str) -> str:
        """The gap's label in a language, else in English, else its name."""
        return in_language(self.labels, language) or self.name

    def default(self, language: str) -> str:
        """What stands in the gap if nobody says otherwise; never another language's words."""
        return self.defaults.get(language) or self.defaults.get(language.split("-", 1)[0], "")

    def choice(self, key: str, language: str) -> str:
        """The words for a choice's key; the key itself where there are none."""
        return in_language({lang: words.get(key, "") for lang, words in self.choices.items()}, language) or key


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A block as the template has it: text and attributes with their gaps unfilled."""

    kind: BlockKind
    text: str
    attrs: Attrs = ()

    @property
    def gap_names(self) -> tuple[str, ...]:
        """Names of the gaps in the text, in order."""
        return tuple(FIELD.findall(self.text))


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of release. ``blocks`` are by language; ``order`` says where it stands in a choice of templates."""

    name: str
    titles: Mapping[str, str]
    gaps: tuple[Gap, ...]
    blocks: Mapping[str, tuple[TemplateBlock, ...]]
    order: int = 0

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that the template has a text in."""
        return tuple(self.blocks)

    def title(self, language: str) -> str:
        """What the template is called in a language, else in English, else its name."""
        return in_language(self.titles, language) or self.name

    def gap(self, name: str) -> Gap | None:
        """The gap of this name."""
        return next((gap for gap in self.gaps if gap.name == name), None)

    def labels(self, language: str) -> dict[str, str]:
        """Every gap's label by its name."""
        return {gap.name: gap.label(language) for gap in self.gaps}

    def text(self, language: str) -> tuple[TemplateBlock, ...]:
        """The blocks in a language. Raises :class:`BadInputError` where the template does not speak it."""
        found = self.blocks.get(language) or self.blocks.get(language.split("-", 1)[0])
        if found is None:
            message = _("The template “{title}” has no text in this language: {language}.")
            raise BadInputError(message.format(title=self.title("en"), language=language))
        return found


def in_language(words: Mapping[str, str], language: str) -> str:
    """The words in a language, else in its main language, else in English, else none."""
    return words.get(language) or words.get(language.split("-", 1)[0]) or words.get("en", "")


def parse_template(toml_text: str) -> Template:
    """A template from its file's text. Raises :class:`BadInputError` that says what is wrong in it."""
    try:
        table = tomllib.loads(toml_text)
    except tomllib.TOMLDecodeError as error:
        message = _("The template cannot be read: {reason}.").format(reason=str(error))
        raise BadInputError(message) from error
    try:
        gaps = tuple(_gap(each) for each in table.get("gaps", ()))
        blocks = {str(lang): tuple(_block(each) for each in given) for lang, given in table["blocks"].items()}
        template = Template(str(table["name"]), _words(table["titles"]), gaps, blocks, int(table.get("order", 0)))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = _("The template is not complete: {reason}.").format(reason=str(error))
        raise BadInputError(message) from error
    _check(template)
    return template


def parse_templates(texts: Iterable[str]) -> tuple[Template, ...]:
    """Several templates in the order in which they are offered."""
    return tuple(sorted((parse_template(text) for text in texts), key=lambda each: (each.order, each.name)))


def _check(template: Template) -> None:
    names = [gap.name for gap in template.gaps]
    doubled = next((name for name in names if names.count(name) > 1), "")
    if doubled:
        raise BadInputError(_("The template has two gaps with the name {name}.").format(name=doubled))
    for blocks in template.blocks.values():
        for block in blocks:
            used = [*block.gap_names, *(name for _key, value in block.attrs for name in FIELD.findall(value))]
            unknown = next((name for name in used if name not in names), "")
            if unknown:
                message = _("The template uses the gap {name}, but does not describe it.")
                raise BadInputError(message.format(name=unknown))


def _gap(table: Mapping[str, Any]) -> Gap:
    choices = {str(lang): _words(words) for lang, words in table.get("choices", {}).items()}
    return Gap(
        str(table["name"]),
        GapType(table["type"]),
        _words(table["labels"]),
        _words(table.get("help", {})),
        _words(table.get("defaults", {})),
        choices,
    )


def _block(table: Mapping[str, Any]) -> TemplateBlock:
    return TemplateBlock(
        BlockKind(table["kind"]), str(table["text"]).strip(), make_attrs(_words(table.get("attrs", {})))
    )


def _words(table: Mapping[str, Any]) -> dict[str, str]:
    return {str(key): str(value) for key, value in table.items()}
