"""DeepL (https://developers.deepl.com/docs/api-reference/translate). Masks travel as XML tags that it keeps."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from xml.sax.saxutils import escape

from desktop.exchange.machine.http import checked_address, post, strange
from desktop.i18n import _
from desktop.translation.language_forms import primary
from desktop.translation.machine import MASK, MachineError

_FREE, _PAID = "https://api-free.deepl.com", "https://api.deepl.com"
_SECONDS = 30.0
#: Texts in one request, as DeepL allows.
_MOST = 50
_TAG = re.compile(r"<x>\s*(\d+)\s*</x>")


class DeepL:
    """``key`` says by its ending which of the two services it is for; ``address`` is for tests and company proxies."""

    name = "deepl"

    def __init__(self, key: str, address: str = "", *, seconds: float = _SECONDS) -> None:
        self._key = key
        self._address = address or (_FREE if key.endswith(":fx") else _PAID)
        self._seconds = seconds

    @property
    def leaves(self) -> str:
        return _("The sentences go to DeepL in Germany, without names, figures and terms.")

    def translate(self, texts: Sequence[str], source_language: str, target_language: str) -> list[str]:
        if not self._key:
            raise MachineError(_("DeepL needs a key."), advice=_("Give it in the settings."))
        found: list[str] = []
        for start in range(0, len(texts), _MOST):
            some = texts[start : start + _MOST]
            content = {
                "text": [MASK.sub(r"<x>\1</x>", escape(text)) for text in some],
                "source_lang": primary(source_language).upper(),
                "target_lang": _target(target_language),
                "tag_handling": "xml",
                "ignore_tags": ["x"],
            }
            headers = {"Authorization": f"DeepL-Auth-Key {self._key}"}
            address = f"{checked_address(self._address)}/v2/translate"
            found += _texts(post(address, content, headers, seconds=self._seconds, name="DeepL"), len(some))
        return found


def _target(tag: str) -> str:
    """DeepL wants a variety of English and Portuguese as a target."""
    wanted = tag.upper()
    return {"EN": "EN-GB", "PT": "PT-PT"}.get(
        wanted, wanted if wanted in ("EN-US", "EN-GB", "PT-BR") else primary(tag).upper()
    )


def _texts(answer: object, count: int) -> list[str]:
    given = answer.get("translations") if isinstance(answer, dict) else None
    found = [each.get("text") for each in given if isinstance(each, dict)] if isinstance(given, list) else []
    if len(found) != count or not all(isinstance(each, str) for each in found):
        raise strange("DeepL")
    return [unescape(_TAG.sub(r"⟦\1⟧", str(each))) for each in found]
