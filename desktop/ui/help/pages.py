"""The help's files: a page per screen and per check, in the languages of the interface."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from desktop import places
from desktop.i18n import interface_language

#: Screens that share another's page.
_SHARED = {"new": "releases", "import": "releases", "import-contacts": "contacts"}


def help_page(name: str, language: str) -> Path:
    """The file of a screen's help (or ``checks/<name>``) in a language; English, and then home, where there is none."""
    wanted = _SHARED.get(name, name)
    for candidate in ((language, wanted), ("en", wanted), (language, "home")):
        page = places.resource("help", candidate[0], f"{candidate[1]}.md")
        if page.is_file():
            return page
    return places.resource("help", "en", "home.md")


def check_explanation(check: str) -> str:
    """What a check looks for, in the interface's language: its page's first paragraph."""
    return _explanation(check, interface_language())


@lru_cache(maxsize=256)
def _explanation(check: str, language: str) -> str:
    pages = (places.resource("help", language, folder, f"{check}.md") for folder in ("checks", "pair-checks"))
    page = next((each for each in pages if each.is_file()), None)
    if page is None:
        return ""
    paragraphs = [part.strip() for part in page.read_text("utf-8").split("\n\n")]
    return next((part for part in paragraphs if part and not part.startswith("#")), "").replace("`", "")
