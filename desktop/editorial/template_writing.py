"""A template as the text of its file: what :func:`parse_template` reads back as the same template."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from desktop.editorial.template_values import Gap, Template, TemplateBlock


def template_toml(template: Template) -> str:
    """The file of a template, to keep or to share."""
    lines = [f"name = {_string(template.name)}", f"order = {template.order}", "", "[titles]"]
    lines += [f"{_key(language)} = {_string(words)}" for language, words in template.titles.items()]
    for gap in template.gaps:
        lines += ["", "[[gaps]]", *_gap(gap)]
    if not template.blocks:
        lines += ["", "[blocks]"]
    for language, blocks in template.blocks.items():
        if not blocks:
            lines += ["", "[blocks]", f"{_key(language)} = []"]
        for block in blocks:
            lines += ["", f"[[blocks.{_key(language)}]]", *_block(block)]
    return "\n".join(lines) + "\n"


def _gap(gap: Gap) -> Iterator[str]:
    yield f"name = {_string(gap.name)}"
    yield f"type = {_string(gap.type.value)}"
    yield f"labels = {_table(gap.labels)}"
    if gap.help:
        yield f"help = {_table(gap.help)}"
    if gap.defaults:
        yield f"defaults = {_table(gap.defaults)}"
    if gap.choices:
        inner = ", ".join(f"{_key(language)} = {_table(words)}" for language, words in gap.choices.items())
        yield f"choices = {{ {inner} }}"


def _block(block: TemplateBlock) -> Iterator[str]:
    yield f"kind = {_string(block.kind.value)}"
    yield f"text = {_string(block.text)}"
    if block.attrs:
        yield f"attrs = {_table(dict(block.attrs))}"


def _table(words: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{_key(key)} = {_string(value)}" for key, value in words.items()) + " }" if words else "{}"


def _key(name: str) -> str:
    is_bare = name != "" and all(char.isascii() and (char.isalnum() or char in "-_") for char in name)
    return name if is_bare else _string(name)


def _string(text: str) -> str:
    """A basic string: JSON's escapes are TOML's, but for the two that only TOML wants escaped."""
    written = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    return "".join("\\uFFFD" if 0xD800 <= ord(char) <= 0xDFFF else char for char in written)
