#!/usr/bin/env python3
"""The gettext catalogues: extracted from the sources, merged, compiled, and checked.

Two domains. ``interface`` holds what the window and the command line say (``_``, ``N_``, ``ngettext``,
``pgettext``); ``release`` holds the words that go into a release (``in_document``), in the release's language.

    catalogues.py extract    write translations/*.pot from the sources
    catalogues.py update     extract, then merge into every language's .po (what no longer occurs is kept as #~)
    catalogues.py compile    write a .mo beside every .po
    catalogues.py check      exit 1 where a catalogue is stale, incomplete, fuzzy, or differs in fields or white space

Output is the same for the same sources: sorted by message, file names without line numbers, no dates.
Babel only; also loaded by path from ``hatch_build.py`` and from ``tests/i18n``.
"""

from __future__ import annotations

import argparse
import io
import string
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "translations"
SOURCES = ROOT / "desktop"


class Domain(NamedTuple):
    """One catalogue: which calls feed it, and its languages."""

    name: str
    keywords: dict[str, tuple[int | tuple[int, str], ...] | None]
    languages: tuple[str, ...]


#: English needs no texts of its own: an empty translation shows the message itself.
SOURCE_LANGUAGE = "en"

INTERFACE = Domain(
    "interface",
    {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)},
    (SOURCE_LANGUAGE, "es"),
)
RELEASE = Domain("release", {"in_document": (2,)}, (SOURCE_LANGUAGE, "es", "fr"))
DOMAINS = (INTERFACE, RELEASE)

_VARIABLE_HEADERS = ("POT-Creation-Date:", "PO-Revision-Date:", "Generated-By:", "Last-Translator:", "Language-Team:")


def extract(domain: Domain, sources: Path = SOURCES) -> Catalog:
    """The domain's messages as they stand in the sources."""
    template = _catalogue()
    found = extract_from_dir(
        sources,
        [("**.py", "python")],
        keywords=domain.keywords,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _line, message, comments, context in sorted(found, key=lambda each: (each[0], each[1])):
        place = (f"{sources.name}/{Path(name).as_posix()}", 0)
        template.add(message, locations=[place], auto_comments=comments, context=context)
    return template


def _catalogue(language: str | None = None) -> Catalog:
    return Catalog(locale=language, project="Comunicado", header_comment="# Comunicado", fuzzy=False)


def _as_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as a file's content, without what changes from run to run."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=110, sort_output=True, include_lineno=False)
    lines = buffer.getvalue().decode().splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(tuple(f'"{header}' for header in _VARIABLE_HEADERS))]
    return "".join(kept).encode()


def po_path(translations: Path, language: str, domain: Domain) -> Path:
    """Where a language's catalogue lies."""
    return translations / language / "LC_MESSAGES" / f"{domain.name}.po"


def _read(path: Path, language: str) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=language)


def extract_all(translations: Path = TRANSLATIONS) -> None:
    """Write the templates."""
    translations.mkdir(parents=True, exist_ok=True)
    for domain in DOMAINS:
        (translations / f"{domain.name}.pot").write_bytes(_as_bytes(extract(domain)))


def update_all(translations: Path = TRANSLATIONS) -> None:
    """Merge what the sources say into every language. A changed message is a new, empty one: nothing is guessed."""
    extract_all(translations)
    for domain in DOMAINS:
        template = extract(domain)
        for language in domain.languages:
            path = po_path(translations, language, domain)
            catalogue = _read(path, language) if path.exists() else _catalogue(language)
            catalogue.header_comment = "# Comunicado"
            catalogue.fuzzy = False
            catalogue.update(template, no_fuzzy_matching=True)
            _revive(catalogue)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_as_bytes(catalogue))


def _revive(catalogue: Catalog) -> None:
    """Take a text back from the obsolete ones where its message occurs again untranslated."""
    for key in [key for key, message in catalogue.obsolete.items() if catalogue.get(message.id, message.context)]:
        old = catalogue.obsolete.pop(key)
        message = catalogue.get(old.id, old.context)
        if message is not None and not any(_forms(message)):
            message.string = old.string


def compile_all(translations: Path = TRANSLATIONS, target: Path | None = None) -> None:
    """Write a ``.mo`` for every ``.po``, beside it or in the same place below ``target``."""
    for source in sorted(translations.glob("*/LC_MESSAGES/*.po")):
        language = source.parent.parent.name
        folder = (target or translations) / source.parent.relative_to(translations)
        folder.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        write_mo(buffer, _read(source, language))
        compiled = folder / f"{source.stem}.mo"
        if not compiled.exists() or compiled.read_bytes() != buffer.getvalue():
            compiled.write_bytes(buffer.getvalue())


def check(translations: Path = TRANSLATIONS) -> list[str]:
    """What is wrong with the catalogues, one line each; empty where all is well."""
    problems: list[str] = []
    for domain in DOMAINS:
        wanted = _keys(extract(domain))
        template = translations / f"{domain.name}.pot"
        if not template.exists() or _keys(_read(template, SOURCE_LANGUAGE)) != wanted:
            problems.append(f"{template.name} is stale; run: make catalogues")
        for language in domain.languages:
            path = po_path(translations, language, domain)
            where = f"{language}/{path.name}"
            if not path.exists():
                problems.append(f"{where} is missing; run: make catalogues")
                continue
            catalogue = _read(path, language)
            if _keys(catalogue) != wanted:
                problems.append(f"{where} is stale; run: make catalogues")
            for message in catalogue:
                if message.id:
                    complaints = _complaints(message, must_be_there=language != SOURCE_LANGUAGE)
                    problems += [f"{where}: {_first(message)!r} {complaint}" for complaint in complaints]
    return problems


_Key = tuple[str | None, tuple[str, ...]]


def _keys(catalogue: Catalog) -> set[_Key]:
    return {(message.context or None, _ids(message)) for message in catalogue if message.id}


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _first(message: Message) -> str:
    return _ids(message)[0]


def _forms(message: Message) -> tuple[str, ...]:
    """The translation's forms; empty strings where there is none."""
    text = message.string
    return (text or "",) if isinstance(text, str) or text is None else tuple(each or "" for each in text)


def _complaints(message: Message, *, must_be_there: bool) -> Iterator[str]:
    """What is wrong with one message's translation."""
    ids, forms = _ids(message), _forms(message)
    if message.fuzzy:
        yield "is fuzzy"
    if not all(forms):
        if must_be_there or any(forms):
            yield "is not translated" if not any(forms) else "lacks a plural form"
        return
    for place, text in enumerate(forms):
        # "One release" may leave the number out: the first form may have the fields of either message.
        models = ids if place == 0 else ids[-1:]
        if _fields(text) not in [_fields(model) for model in models]:
            yield f"has other fields than {text!r}"
        if _edges(text) != _edges(ids[0]):
            yield f"begins or ends with other white space than {text!r}"


def _fields(text: str) -> list[str] | None:
    """The sorted names of a text's ``{fields}``; ``None`` where the braces do not match."""
    try:
        return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})
    except ValueError:
        return None


def _edges(text: str) -> tuple[str, str]:
    body = text.strip()
    if not body:
        return text, ""
    return text[: text.index(body[0])], text[len(text.rstrip()) :]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; answers the exit code."""
    parser = argparse.ArgumentParser(description="Gettext catalogues of Comunicado")
    parser.add_argument("command", choices=("extract", "update", "compile", "check"))
    command = parser.parse_args(arguments).command
    if command == "check":
        problems = check()
        for problem in problems:
            print(problem, file=sys.stderr)
        print("catalogues: " + (f"{len(problems)} problems" if problems else "fresh and complete"))
        return 1 if problems else 0
    {"extract": extract_all, "update": update_all, "compile": compile_all}[command]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
