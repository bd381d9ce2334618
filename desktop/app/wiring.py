"""The one place that names concrete things: paths, stores, clocks, engines' equipment."""

from __future__ import annotations

import getpass
import hashlib
import os
import uuid
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from desktop import places
from desktop.app.word_file import WordFile
from desktop.domain.errors import WorkspaceError
from desktop.i18n import _
from desktop.services.tools import Tools

if TYPE_CHECKING:
    from desktop.domain.ports import Clock, IdSource
    from desktop.editorial.checks.house import HouseBook
    from desktop.editorial.checks.rules import LanguageRules
    from desktop.editorial.gazetteer import Gazetteer
    from desktop.editorial.spelling.dictionary import Dictionary, Variety
    from desktop.editorial.spelling.known import Terms
    from desktop.editorial.templates import Template
    from desktop.editorial.typing_rules import TypingRules
    from desktop.services.journal import FileJournal
    from desktop.storage.workspace import Workspace
    from desktop.translation.alignment.knowledge import Knowledge
    from desktop.translation.segmentation import Segmenter

APP_NAME = "comunicado"
WORKSPACE_SUFFIX = ".comunicado"

#: Templates in the order in which they are offered.
TEMPLATES = ("press-release", "media-advisory", "statement")

#: House profiles in the order in which Settings offers them; the first is the one of an office that chose none.
HOUSE_PROFILES = ("un-iom", "who-paho", "es-latam", "plain")


def folder(kind: str) -> Path:
    """The person's folder for ``data``, ``config`` or ``log``, made if need be."""
    if kind == "data":
        return platformdirs.user_data_path(APP_NAME, appauthor=False, ensure_exists=True)
    if kind == "config":
        return platformdirs.user_config_path(APP_NAME, appauthor=False, ensure_exists=True)
    return platformdirs.user_log_path(APP_NAME, appauthor=False, ensure_exists=True)


def workspace_path(given: str | None) -> Path:
    """The workspace to use: the one given, else ``COMUNICADO_WORKSPACE``, else the person's own."""
    chosen = given or os.environ.get("COMUNICADO_WORKSPACE")
    return Path(chosen) if chosen else folder("data") / f"workspace{WORKSPACE_SUFFIX}"


def sample_path() -> Path:
    """The living sample's own file, apart from the person's work."""
    return folder("data") / f"sample{WORKSPACE_SUFFIX}"


def journal_of(workspace: Path) -> FileJournal:
    """Where unsaved texts of one workspace are kept, in the person's own folder."""
    from desktop.services.journal import FileJournal

    name = hashlib.sha256(str(workspace.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return FileJournal(folder("data") / "unsaved" / name, uuid.uuid4().hex[:12])


def person() -> str:
    """The name under which work is recorded until Settings say another."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def system_ports() -> tuple[Clock, IdSource]:
    """The real clock and the real source of keys."""
    from desktop.storage.system import SystemClock, system_ids

    return SystemClock(), system_ids()


def open_existing(path: Path, *, author: str | None = None) -> Workspace:
    """Open a workspace file that exists; raises WorkspaceError with a sentence."""
    from desktop.storage.workspace import open_workspace

    clock, ids = system_ports()
    return open_workspace(path, clock=clock, ids=ids, author=person() if author is None else author)


def create_new(path: Path, *, author: str | None = None) -> Workspace:
    """Make a new workspace file; refuses to write over one that exists."""
    from desktop.storage.workspace import create_workspace

    if path.exists():
        raise WorkspaceError(
            _("“{name}” exists already.").format(name=path.name),
            kept=_("It was left as it is."),
            advice=_("Choose another name, or open it."),
        )
    clock, ids = system_ports()
    return create_workspace(path, clock=clock, ids=ids, author=person() if author is None else author)


def open_or_create(path: Path, *, author: str | None = None) -> Workspace:
    """Open the workspace, or make it where there is none yet."""
    return open_existing(path, author=author) if path.exists() else create_new(path, author=author)


def words_path() -> Path:
    """The file with the person's own words for spelling."""
    return folder("data") / "words.txt"


def make_tools(phone_region: str = "", *, words: Path | None = None) -> Tools:
    """The engines' equipment, read from the program's resources on first use.

    ``phone_region`` is the country of the office, for numbers written without a country code; ``words`` the file of
    the person's own words (without one they last until the end).
    """
    return Tools(
        make_segmenter=_segmenter,
        make_templates=_templates,
        make_gazetteer=_gazetteer,
        parse_phone=partial(_parse_phone, office=phone_region),
        open_dictionary=_open_dictionary,
        make_terms=_terms,
        personal_words=WordFile(words),
        make_typing_rules=_typing_rules,
        make_house=_house,
        make_pair_rules=_pair_rules,
        make_alignment_knowledge=_alignment_knowledge,
    )


def _segmenter() -> Segmenter:
    from desktop.translation.segmentation import Segmenter

    return Segmenter(places.resource("segmentation", "overlay.srx").read_text("utf-8"))


def _templates() -> tuple[Template, ...]:
    from desktop.editorial.templates import parse_template

    return tuple(parse_template(places.resource("templates", f"{name}.toml").read_text("utf-8")) for name in TEMPLATES)


def _gazetteer() -> Gazetteer:
    from desktop.editorial.gazetteer import parse_gazetteer

    return parse_gazetteer(places.resource("gazetteer.csv").read_text("utf-8"))


def _open_dictionary(variety: Variety) -> Dictionary | None:
    from desktop.exchange.hunspell_files import dictionary_folders, open_dictionary

    return open_dictionary(variety, dictionary_folders(places.resource("dictionaries")))


def _terms() -> Terms:
    from desktop.editorial.spelling.known import parse_terms

    return parse_terms(places.resource("sample", "glossary.csv").read_text("utf-8"))


def _typing_rules() -> tuple[TypingRules, ...]:
    from desktop.editorial.typing_rules import parse_typing_rules

    files = sorted(places.resource("typing").glob("*.toml"))
    return tuple(rules for file in files for rules in parse_typing_rules(file.read_text("utf-8")))


def _house() -> HouseBook:
    from desktop.editorial.checks.facts import parse_holders
    from desktop.editorial.checks.house import HouseBook
    from desktop.editorial.checks.profile import parse_profile

    profiles = (places.resource("house_profiles", f"{name}.toml").read_text("utf-8") for name in HOUSE_PROFILES)
    holders = places.resource("office_holders.toml").read_text("utf-8")
    return HouseBook(_rules_text, tuple(parse_profile(text) for text in profiles), parse_holders(holders))


def _alignment_knowledge() -> Knowledge:
    from desktop.translation.alignment.knowledge import read_knowledge, term_rows

    folder = places.resource("alignment")
    terms = term_rows(places.resource("sample", "glossary.csv").read_text("utf-8"))
    return read_knowledge(
        (folder / "lexicon.csv").read_text("utf-8"), (folder / "words.toml").read_text("utf-8"), terms
    )


def _rules_text(language: str) -> str:
    file = places.resource("checks", f"{language}.toml")
    return file.read_text("utf-8") if file.is_file() else ""


def _pair_rules(language: str) -> LanguageRules:
    from desktop.editorial.checks.rules import merge_rules

    files = sorted(places.resource("pair_checks").glob(f"{language}/*.toml"))
    return merge_rules(language, [_rules_text(language), *(file.read_text("utf-8") for file in files)])


def _parse_phone(raw: str, region: str, *, office: str) -> str:
    from desktop.contacts.phones import to_e164

    return to_e164(raw, region or office)
