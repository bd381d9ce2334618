"""Changing a template: plain functions, template in, template out; and what is wrong with one, in sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from desktop.domain.document import Attrs, BlockKind
from desktop.editorial.template_values import FIELD, Gap, GapType, Template, TemplateBlock
from desktop.i18n import _

T = TypeVar("T")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


def with_title(template: Template, language: str, title: str) -> Template:
    """The template called otherwise in a language; an empty title takes the language's away."""
    return replace(template, titles=_with_words(template.titles, language, title))


def with_blocks(template: Template, language: str, blocks: Sequence[TemplateBlock]) -> Template:
    """The template with another text in a language."""
    return replace(template, blocks={**template.blocks, language: tuple(blocks)})


def without_language(template: Template, language: str) -> Template:
    """The template without its text in a language."""
    return replace(template, blocks={lang: each for lang, each in template.blocks.items() if lang != language})


def with_block(template: Template, language: str, place: int, block: TemplateBlock) -> Template:
    """One block replaced."""
    blocks = list(template.blocks[language])
    blocks[place] = block
    return with_blocks(template, language, blocks)


def with_new_block(template: Template, language: str, place: int, kind: BlockKind) -> Template:
    """An empty block put at a place."""
    blocks = list(template.blocks.get(language, ()))
    blocks.insert(place, TemplateBlock(kind, ""))
    return with_blocks(template, language, blocks)


def without_block(template: Template, language: str, place: int) -> Template:
    """One block taken away."""
    return with_blocks(template, language, [b for at, b in enumerate(template.blocks[language]) if at != place])


def moved_block(template: Template, language: str, place: int, by: int) -> Template:
    """A block up or down; at the end it stays."""
    return with_blocks(template, language, _moved(template.blocks[language], place, by))


def moved_gap(template: Template, place: int, by: int) -> Template:
    """A gap up or down in the form."""
    return replace(template, gaps=_moved(template.gaps, place, by))


def with_gap(template: Template, place: int, gap: Gap) -> Template:
    """One gap replaced; a new name is put into every text that uses the old one."""
    old = template.gaps[place]
    gaps = tuple(gap if at == place else each for at, each in enumerate(template.gaps))
    changed = replace(template, gaps=gaps)
    if gap.name == old.name:
        return changed
    return _with_texts(changed, lambda text: text.replace(f"{{{old.name}}}", f"{{{gap.name}}}"))


def without_gap(template: Template, place: int) -> Template:
    """One gap taken away; where it stood in a text, its label stays in brackets to be written over."""
    gone = template.gaps[place]
    gaps = tuple(each for at, each in enumerate(template.gaps) if at != place)
    kept = replace(template, gaps=gaps)
    blocks = {
        language: tuple(_replaced(block, gone.name, f"[{gone.label(language)}]") for block in each)
        for language, each in kept.blocks.items()
    }
    return replace(kept, blocks=blocks)


def with_new_gap(template: Template, type_: GapType, labels: Mapping[str, str]) -> tuple[Template, str]:
    """One more gap at the end; answers its name too."""
    name = free_name(template, next(iter(labels.values()), type_.value))
    return replace(template, gaps=(*template.gaps, Gap(name, type_, dict(labels)))), name


def gap_from_text(
    template: Template, language: str, place: int, start: int, end: int, type_: GapType
) -> tuple[Template, str]:
    """Make a gap of ``[start, end)`` of a block's text; the words become its help, so that nobody forgets them."""
    block = template.blocks[language][place]
    words = " ".join(block.text[start:end].split())
    if not words or FIELD.search(block.text[start:end]):
        return template, ""
    name = free_name(template, words)
    label = words[:1].upper() + words[1:] if len(words) <= 40 else f"{words[:39]}…"
    gap = Gap(name, type_, {language: label})
    text = f"{block.text[:start]}{{{name}}}{block.text[end:]}"
    changed = with_block(template, language, place, replace(block, text=text))
    return replace(changed, gaps=(*changed.gaps, gap)), name


def free_name(template: Template, words: str) -> str:
    """A name for a gap, made of words, that the template does not have yet."""
    return _free(slug(words, "_") or "gap", {gap.name for gap in template.gaps}, "_")


def slug(words: str, joint: str = "-") -> str:
    """Words as a name: plain small letters and figures, at most five words; empty where none are left."""
    import unicodedata  # noqa: PLC0415 - lazy: only when something is named

    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().casefold()
    parts = re.findall(r"[a-z0-9]+", plain)[:5]
    name = joint.join(parts)[:48].strip(joint)
    return name if not name or name[0].isalpha() else f"g{joint}{name}"


def free_template_name(title: str, taken: Sequence[str]) -> str:
    """A name for a template that is not taken."""
    return _free(slug(title) or "template", set(taken), "-")


def problems(template: Template) -> tuple[str, ...]:
    """What keeps the template from being used, a sentence each; empty where all is well."""
    return tuple(dict.fromkeys([*_whole_problems(template), *_gap_problems(template), *_text_problems(template)]))


def _whole_problems(template: Template) -> list[str]:
    found = []
    if not any(title.strip() for title in template.titles.values()):
        found.append(_("The template needs a name in at least one language."))
    if not any(any(block.text.strip() for block in blocks) for blocks in template.blocks.values()):
        found.append(_("The template has no text yet."))
    for language, blocks in template.blocks.items():
        if blocks and not any(block.kind is BlockKind.HEADLINE for block in blocks):
            found.append(_("The text in “{language}” has no headline.").format(language=language))
    return found


def _gap_problems(template: Template) -> list[str]:
    found = []
    names = [gap.name for gap in template.gaps]
    for gap in template.gaps:
        if not _NAME.fullmatch(gap.name):
            found.append(
                _("The gap name “{name}” may only have small letters, figures and _, and begins with a letter.").format(
                    name=gap.name
                )
            )
        if names.count(gap.name) > 1:
            found.append(_("Two gaps are called “{name}”.").format(name=gap.name))
        if gap.type is GapType.CHOICE and not any(words for words in gap.choices.values()):
            found.append(_("The gap “{name}” is a choice, but has nothing to choose from.").format(name=gap.name))
        if not any(label.strip() for label in gap.labels.values()):
            found.append(_("The gap “{name}” has no label.").format(name=gap.name))
    return found


def _text_problems(template: Template) -> list[str]:
    found, names = [], {gap.name for gap in template.gaps}
    used: set[str] = set()
    for blocks in template.blocks.values():
        for block in blocks:
            here = [*block.gap_names, *(name for _key, value in block.attrs for name in FIELD.findall(value))]
            used.update(here)
            found += [
                _("The text uses the gap “{name}”, which is not described.").format(name=name)
                for name in here
                if name not in names
            ]
    found += [
        _("The gap “{name}” stands in no text: it would be asked for and then forgotten.").format(name=gap.name)
        for gap in template.gaps
        if gap.name not in used
    ]
    return found


def _with_texts(template: Template, change: Callable[[str], str]) -> Template:
    def changed(block: TemplateBlock) -> TemplateBlock:
        attrs: Attrs = tuple((name, change(value)) for name, value in block.attrs)
        return replace(block, text=change(block.text), attrs=attrs)

    blocks = {language: tuple(changed(block) for block in each) for language, each in template.blocks.items()}
    return replace(template, blocks=blocks)


def _replaced(block: TemplateBlock, name: str, words: str) -> TemplateBlock:
    field = f"{{{name}}}"
    attrs = tuple((key, value.replace(field, "")) for key, value in block.attrs)
    kept = tuple((key, value) for key, value in attrs if value.strip())
    return replace(block, text=block.text.replace(field, words), attrs=kept)


def _with_words(words: Mapping[str, str], language: str, new: str) -> dict[str, str]:
    kept = {lang: each for lang, each in words.items() if lang != language or new.strip()}
    return {**kept, language: new} if new.strip() else kept


def _moved(items: Sequence[T], place: int, by: int) -> tuple[T, ...]:
    to = max(0, min(len(items) - 1, place + by))
    result = list(items)
    result.insert(to, result.pop(place))
    return tuple(result)


def _free(wanted: str, taken: set[str], joint: str) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}{joint}{number}", number + 1
    return name
