"""Images put into the text: chosen, dropped or pasted; read and checked in the pool."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from desktop.domain.asset import Asset
from desktop.domain.errors import BadInputError
from desktop.i18n import _
from desktop.services import images
from desktop.services.images import NewImage
from desktop.services.releases import OpenRelease
from desktop.ui.editor import writing
from desktop.ui.editor.part import EditorPart
from desktop.ui.text.alive import while_alive
from desktop.ui.text.pictures import load_from

if TYPE_CHECKING:
    from desktop.ui.editor.screen import EditorScreen


class ImagesPart(EditorPart):
    """Takes images and puts a block for each below the cursor."""

    def __init__(self, screen: EditorScreen) -> None:
        super().__init__(screen)
        screen.page.pictures.load = load_from(screen.desk)
        screen.page.images_given.connect(self._take)
        screen.toolbar.asked.connect(lambda name: self.choose() if name == "image" else None)
        screen.desk.actions.add(
            "editor.image", _("Insert image…"), "Ctrl+Alt+I", self.choose, owner=screen, screen="editor"
        )

    def opened(self, release: OpenRelease) -> None:
        self.screen.page.pictures.forget()

    def choose(self) -> None:
        """Ask for image files."""
        if self.screen.opened is None:
            return
        kinds = _("Images (*.png *.jpg *.jpeg *.gif *.webp)")
        paths, _kind = QFileDialog.getOpenFileNames(self.screen, _("Insert image"), "", kinds)
        if paths:
            self.insert_files(paths)

    def insert_files(self, paths: Sequence[str]) -> None:
        """Read image files and put them below the cursor."""
        self._read(lambda: tuple(_read_file(Path(path)) for path in paths))

    def _take(self, given: list[str] | QImage) -> None:
        if isinstance(given, QImage):
            picture = given.copy()
            self._read(lambda: (_read_picture(picture),))
        else:
            self.insert_files(given)

    def _read(self, read: Callable[[], tuple[NewImage, ...]]) -> None:
        self.screen.desk.compute(read, while_alive(self, self._keep), label=_("Reading images"))

    def _keep(self, found: tuple[NewImage, ...]) -> None:
        self.screen.desk.deed(lambda uow: images.add_images(uow, found), while_alive(self, self._insert))

    def _insert(self, assets: tuple[Asset, ...]) -> None:
        page = self.screen.page
        number = page.textCursor().blockNumber()
        last = ""
        with writing.one_step(page.textCursor()):
            for asset in assets:
                block = images.image_block(asset, page.ledger.fresh_id())
                current = page.ledger.block_of(number) if not last else None
                if current is not None and not current.text.text and not current.attr("asset"):
                    writing.replace_block(page.textCursor(), number, block)
                else:
                    number += 1
                    writing.insert_block(page.textCursor(), number, block)
                last = block.id
        page.go_to(last)
        page.setFocus()


def _read_file(path: Path) -> NewImage:
    from desktop.ui.text.image_reading import read_image  # noqa: PLC0415 - lazy: Qt's readers are for images only

    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInputError(
            _("“{name}” could not be read: {reason}.").format(name=path.name, reason=error.strerror or error),
            kept=_("Nothing was inserted."),
        ) from error
    return read_image(content, path.name)


def _read_picture(picture: QImage) -> NewImage:
    from desktop.ui.text.image_reading import from_picture  # noqa: PLC0415 - lazy: see above

    return from_picture(picture, _("pasted image"))
