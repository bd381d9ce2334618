"""Reading an image that somebody gives: found good, turned upright, made small enough, cleaned. For the pool."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from desktop.domain.errors import BadInputError
from desktop.editorial.image_bytes import GIF, JPEG, LONGEST_SIDE, MOST_BYTES, PNG, media_type_of, without_metadata
from desktop.i18n import _
from desktop.services.images import NewImage

_FORMATS = {PNG: "png", JPEG: "jpeg", GIF: "gif", "image/webp": "webp"}
_QUALITY = 90
#: A picture of more pixels than this is not decoded at all.
_MOST_PIXELS = 120_000_000


def read_image(content: bytes, file_name: str) -> NewImage:
    """An image as a release may hold it. Raises BadInputError with a sentence for what is none or is too large.

    The bytes are kept as they are but for what the camera wrote into them; only a picture that lies on its side, is
    longer than 2,400 pixels or is a WebP is written anew.
    """
    media_type = media_type_of(content)
    if not media_type:
        raise _refused(_("“{name}” is not a PNG, JPEG, GIF or WebP image.").format(name=file_name))
    if len(content) > MOST_BYTES:
        raise _refused(_("“{name}” is larger than {size} MB.").format(name=file_name, size=MOST_BYTES // 1024 // 1024))
    holder = QByteArray(content)
    buffer = QBuffer(holder)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_FORMATS[media_type].encode()))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        raise _refused(_("“{name}” has too many pixels to be read.").format(name=file_name))
    must_turn = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    is_long = max(size.width(), size.height()) > LONGEST_SIDE
    if is_long and size.isValid():
        reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        raise _refused(_("“{name}” is damaged and cannot be read.").format(name=file_name))
    if must_turn or is_long or media_type not in (PNG, JPEG, GIF):
        media_type, content = _written(picture, media_type)
    else:
        content = without_metadata(content)
    return NewImage(content, media_type, picture.width(), picture.height(), file_name)


def _written(picture: QImage, media_type: str) -> tuple[str, bytes]:
    is_photo = media_type == JPEG or (media_type == "image/webp" and not picture.hasAlphaChannel())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "JPEG" if is_photo else "PNG", _QUALITY if is_photo else -1)  # type: ignore[call-overload]
    return JPEG if is_photo else PNG, bytes(buffer.data().data())


def from_picture(picture: QImage, file_name: str) -> NewImage:
    """A picture from the clipboard, which has no file; the same limits."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return read_image(bytes(buffer.data().data()), file_name)


def _refused(message: str) -> BadInputError:
    return BadInputError(message, kept=_("Nothing was inserted."), advice=_("Choose another image."))
