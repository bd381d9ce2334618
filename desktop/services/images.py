"""Images of releases: kept once by their bytes, with what blocks that show them begin with."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.domain.asset import Asset
from desktop.domain.changes import ASSET, Change, ChangeSet, Outcome
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText

#: What an image's block says of it besides the caption, and what the next block with the image begins with.
SAID = ("alt", "credit", "rights")


@dataclass(frozen=True, slots=True)
class NewImage:
    """An image that was read and found good: its clean bytes, what they are, and the file's name."""

    content: bytes
    media_type: str
    width: int
    height: int
    file_name: str


def add_images(uow: UnitOfWork, images: Sequence[NewImage]) -> Outcome[tuple[Asset, ...]]:
    """Keep images; one whose bytes are here already is answered as it is. Nothing to undo: the block is the deed."""
    kept: list[Asset] = []
    for image in images:
        sha256 = hashlib.sha256(image.content).hexdigest()
        asset = uow.assets.same_bytes(sha256)
        if asset is None:
            fresh = Asset(uow.ids.new(), image.file_name, image.media_type, sha256, image.width, image.height)
            asset = uow.assets.put(fresh, image.content)
        kept.append(asset)
    return Outcome(tuple(kept), ChangeSet(frozenset(Change(ASSET, asset.id) for asset in kept)))


def image_content(uow: UnitOfWork, asset_id: str) -> bytes:
    """An image's bytes; raises NotFoundError."""
    return uow.assets.content(asset_id)


def remember_said(uow: UnitOfWork, block: Block) -> Outcome[Asset]:
    """What a block says of its image is what the next block with it begins with."""
    asset = uow.assets.get(block.attr("asset"))
    said = {name: block.attr(name) for name in SAID} | {"caption": block.text.text}
    changed = replace(asset, **{name: value for name, value in said.items() if value})  # type: ignore[arg-type]
    if changed == asset:
        return Outcome(asset)
    return Outcome(uow.assets.put(changed), ChangeSet.of(Change(ASSET, asset.id)))


def image_block(asset: Asset, block_id: str = "") -> Block:
    """A block that shows an image; its text is the caption."""
    attrs = {"asset": asset.id, "size": f"{asset.width}x{asset.height}"}
    attrs |= {name: getattr(asset, name) for name in SAID}
    return Block(block_id, BlockKind.IMAGE, RichText.plain(asset.caption), make_attrs(attrs))
