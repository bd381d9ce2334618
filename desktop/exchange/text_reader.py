"""Plain text into paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.editorial.import_values import RawBlock
from desktop.exchange.decoding import decode, replaced_warning
from desktop.exchange.read_file import ReadFile, clean_text, read_bytes, within_limits

MAX_MEGABYTES = 50
_BULLET = re.compile(r"^[•‣◦▪·–]\s+(?=\S)")
#: Hard-wrapped mail and text files break lines here or before.
_WRAP_LIMIT = 100


def read_text(path: Path) -> ReadFile:
    """The paragraphs of a text file; raises BadInputError."""
    decoded = decode(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name)
    blocks = text_blocks(decoded.text)
    return ReadFile(within_limits(blocks, path.name), "", replaced_warning(decoded))


def text_blocks(text: str) -> tuple[RawBlock, ...]:
    """A block for each line with something in it; lines wrapped by hand are joined to paragraphs first.

    Lines that begin with a bullet (not with a hyphen, which may be a dash) are list items without it.
    """
    lines = [" ".join(line.replace("\t", " ").split(" ")) for line in clean_text(text).split("\n")]
    return tuple(_block(line) for line in _unwrapped([line.strip() for line in lines]) if line)


def _block(line: str) -> RawBlock:
    bare = re.sub(" {2,}", " ", line)
    bullet = _BULLET.match(bare)
    if bullet:
        return RawBlock(RichText.plain(bare[bullet.end() :]), BlockKind.LIST_ITEM, 1)
    return RawBlock(RichText.plain(bare))


def _unwrapped(lines: list[str]) -> list[str]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    if not _is_wrapped(paragraphs):
        return lines
    return [line for paragraph in paragraphs for line in _joined(paragraph)]


def _is_wrapped(paragraphs: list[list[str]]) -> bool:
    """Whether the lines were broken by hand: blank lines between paragraphs, inner lines of nearly one length."""
    inner = [len(line) for paragraph in paragraphs for line in paragraph[:-1]]
    longest = max((len(line) for paragraph in paragraphs for line in paragraph), default=0)
    if len(inner) < 3 or longest > _WRAP_LIMIT or longest < 50:
        return False
    return sum(length > longest - 20 for length in inner) > 0.7 * len(inner)


def _joined(paragraph: list[str]) -> list[str]:
    joined: list[str] = []
    is_open = False
    for line in paragraph:
        starts_anew = bool(_BULLET.match(line)) or line.startswith(("- ", "* "))
        if joined and is_open and not starts_anew:
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
        # A line that ends far from the margin ends its paragraph.
        is_open = len(line) >= 45
    return joined
