"""LibreTranslate, at an address of one's own or a public one (https://docs.libretranslate.com/api)."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.machine.http import checked_address, post, strange
from desktop.i18n import _
from desktop.translation.language_forms import primary

_SECONDS = 30.0


class LibreTranslate:
    """``address`` without ``/translate``; ``key`` only where the server asks for one."""

    name = "libretranslate"

    def __init__(self, address: str, key: str = "", *, seconds: float = _SECONDS) -> None:
        self._address = address
        self._key = key
        self._seconds = seconds

    @property
    def leaves(self) -> str:
        return _("The sentences go to {address}, without names, figures and terms.").format(address=self._address)

    def translate(self, texts: Sequence[str], source_language: str, target_language: str) -> list[str]:
        content = {
            "q": list(texts),
            "source": primary(source_language),
            "target": primary(target_language),
            "format": "text",
        } | ({"api_key": self._key} if self._key else {})
        answer = post(
            f"{checked_address(self._address)}/translate", content, {}, seconds=self._seconds, name="LibreTranslate"
        )
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(found, list) or len(found) != len(texts) or not all(isinstance(each, str) for each in found):
            raise strange("LibreTranslate")
        return found
