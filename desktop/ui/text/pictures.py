"""Pictures in a text: read and scaled off the main thread, kept at the size they are shown in."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QTextBlock
from PySide6.QtWidgets import QTextEdit

from desktop.services import images
from desktop.ui.desk import Desk
from desktop.ui.text import formats
from desktop.ui.text.measures import PICTURE_GAP, picture_size
from desktop.ui.theme import tokens
from desktop.ui.theme.icons import paint_icon

#: ``(asset id, size in device pixels, then)``: fetch and scale, and answer on the main thread (``None``: no image).
Load = Callable[[str, QSize, Callable[[QImage | None], None]], None]
#: How many scaled pictures are kept: a page's worth is about 1.5 MB each.
MOST_KEPT = 24


class Pictures:
    """Draws the picture of an image's block above its caption. Main thread; ``load`` is set by whoever has a desk."""

    def __init__(self, page: QTextEdit) -> None:
        self._page = page
        self._kept: OrderedDict[tuple[str, int, int], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[str, int, int]] = set()
        self.load: Load | None = None

    def paint(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> bool:
        """Draw a block's picture, or the frame that it will stand in; whether the block has one."""
        attrs = dict(formats.attrs_of(block.blockFormat()))
        asset = attrs.get("asset")
        if not asset:
            return False
        wide, high = picture_size(attrs.get("size", ""))
        wide, high = _narrowed(wide, high, round(rect.width()))
        place = QRectF(rect.left(), rect.top() - PICTURE_GAP - high, wide, high)
        found = self._wanted(asset, wide, high)
        if isinstance(found, QPixmap):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place.toRect(), found)
        else:
            self._paint_frame(painter, place)
        if not attrs.get("alt"):
            self._paint_warning(painter, place)
        return True

    def show_whole(self, block: QTextBlock) -> None:
        """Scroll so far that the picture above a caption is seen; the caption stays in view."""
        if not any(name == "asset" for name, _value in formats.attrs_of(block.blockFormat())):
            return
        rect = self._page.document().documentLayout().blockBoundingRect(block)
        bar = self._page.verticalScrollBar()
        top = rect.top() - block.blockFormat().topMargin() - tokens.S16
        lowest = rect.bottom() + tokens.S16 - self._page.viewport().height()
        bar.setValue(min(bar.value(), round(max(top, lowest))))

    def forget(self) -> None:
        """Another text is on the page."""
        self._asked.clear()

    def _wanted(self, asset: str, wide: int, high: int) -> QPixmap | None:
        scale = self._page.devicePixelRatioF()
        key = (asset, round(wide * scale), round(high * scale))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if self.load is not None and key not in self._asked:
            self._asked.add(key)
            self.load(asset, QSize(key[1], key[2]), lambda picture: self._take(key, picture))
        return None

    def _take(self, key: tuple[str, int, int], picture: QImage | None) -> None:
        self._asked.discard(key)
        self._kept[key] = None if picture is None else QPixmap.fromImage(picture)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        self._page.viewport().update()

    @staticmethod
    def _paint_frame(painter: QPainter, place: QRectF) -> None:
        look = tokens.current()
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(QColor(look.sunken))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), tokens.RADIUS, tokens.RADIUS)
        side = tokens.px(tokens.S32)
        icon = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        paint_icon(painter, icon, "image", look.muted)

    @staticmethod
    def _paint_warning(painter: QPainter, place: QRectF) -> None:
        """A mark on a picture that says nothing to people who cannot see it."""
        look = tokens.current()
        side = tokens.px(tokens.S24)
        mark = QRectF(place.right() - side - tokens.S8, place.top() + tokens.S8, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.surface))
        painter.drawEllipse(mark)
        paint_icon(painter, mark.adjusted(4, 4, -4, -4), "warning-circle", look.stale)


def load_from(desk: Desk) -> Load:
    """Fetches from the workspace and scales in the pool."""

    def load(asset_id: str, size: QSize, then: Callable[[QImage | None], None]) -> None:
        def scale(content: bytes) -> None:
            desk.compute(lambda: _scaled(content, size), then)

        desk.run(lambda uow: images.image_content(uow, asset_id), scale, lambda _error: then(None), flush=False)

    return load


def _scaled(content: bytes, size: QSize) -> QImage | None:
    picture = QImage.fromData(content)
    if picture.isNull():
        return None
    mode = Qt.AspectRatioMode.IgnoreAspectRatio
    return picture.scaled(size, mode, Qt.TransformationMode.SmoothTransformation)


def _narrowed(wide: int, high: int, room: int) -> tuple[int, int]:
    return (wide, high) if wide <= room or room <= 0 else (room, max(1, round(high * room / wide)))
