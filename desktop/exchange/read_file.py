"""What reading a text gives, and how a file's bytes come in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from desktop.domain.errors import BadInputError
from desktop.editorial.import_values import RawBlock
from desktop.i18n import _

MEGABYTE = 1024 * 1024
#: More than this is no release: the window could not show it and nobody could translate it.
MAX_PARAGRAPHS = 20_000
MAX_PARAGRAPH_CHARACTERS = 100_000
MAX_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file or a piece of the clipboard as paragraphs.

    ``language`` is a BCP 47 tag where the file says it believably, else empty. ``warnings`` are sentences in
    the interface's language about what was left out.
    """

    blocks: tuple[RawBlock, ...]
    language: str = ""
    warnings: tuple[str, ...] = ()


def nothing_changed() -> str:
    """The sentence that says what an unreadable file did to the workspace."""
    return _("Nothing was changed.")


def refuse(message: str, advice: str = "") -> BadInputError:
    """The error of a file or a text that cannot be used."""
    return BadInputError(message, kept=nothing_changed(), advice=advice)


def read_bytes(path: Path, *, max_megabytes: int) -> bytes:
    """The file's content. Raises BadInputError where it is missing, no file, unreadable, empty or too large."""
    name = path.name or str(path)
    try:
        if path.is_dir():
            raise refuse(_("“{name}” is a folder.").format(name=name), _("Choose a file."))
        if path.exists() and not path.is_file():
            raise refuse(_("“{name}” is not an ordinary file.").format(name=name), _("Choose a file."))
        with path.open("rb") as stream:
            content = stream.read(max_megabytes * MEGABYTE + 1)
    except FileNotFoundError:
        raise refuse(_("There is no file “{name}”.").format(name=name), _("Check the name and the folder.")) from None
    except PermissionError:
        raise refuse(
            _("“{name}” may not be read.").format(name=name), _("Ask for permission, or copy the file first.")
        ) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise refuse(_("“{name}” could not be read: {reason}.").format(name=name, reason=reason)) from error
    if not content:
        raise refuse(_("“{name}” is empty.").format(name=name), _("Choose a file with a text in it."))
    if len(content) > max_megabytes * MEGABYTE:
        raise refuse(
            _("“{name}” is larger than {limit} MB.").format(name=name, limit=max_megabytes),
            _("Save the text alone and import that."),
        )
    return content


# Control characters but tab and line breaks, invisible breaks, bidi overrides, surrogates, non-characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    r"""The text without control and invisible characters; every line end is ``\n``."""
    if text.isprintable():
        return text
    return _UNWANTED.sub("", _LINE_ENDS.sub("\n", text.replace("\x0b", "\n").replace("\x0c", "\n")))


def within_limits(blocks: tuple[RawBlock, ...], name: str) -> tuple[RawBlock, ...]:
    """The blocks, if a release can be that long; raises BadInputError otherwise or where there is no text."""
    if not blocks:
        raise refuse(
            _("“{name}” holds no text.").format(name=name),
            _("If it is a scan or a picture, the text has to be typed or recognised first."),
        )
    lengths = [len(block.text) for block in blocks]
    if max(lengths) > MAX_PARAGRAPH_CHARACTERS:
        raise refuse(
            _("“{name}” has a paragraph of {count} characters; that is no text of a release.").format(
                name=name, count=max(lengths)
            ),
            _("Check that it is the right file."),
        )
    if len(blocks) > MAX_PARAGRAPHS or sum(lengths) > MAX_CHARACTERS:
        raise refuse(
            _("“{name}” is too long for a release.").format(name=name),
            _("Cut out the release and import that."),
        )
    return blocks
