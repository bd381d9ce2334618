"""Journey (a): the seed comes in from a file, is translated by keyboard, and leaves in both languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import html5lib

from desktop.domain.document import BlockKind
from desktop.domain.release import VersionRole
from desktop.domain.segment import SegmentState
from desktop.publishing.formats import FORMATS
from desktop.services import directory, releases, translating
from desktop.ui.text.kinds import KIND_KEYS
from tests.journeys.hands import Hands

SEED = Path(__file__).parents[1] / "fixtures" / "seed_release.txt"
TITLE = "IOM Director General Attends XIX Annual Meeting of the Regional Conference on Migration in Nicaragua"
SPANISH = (
    "El Director General de la OIM asiste a la XIX reunión anual de la Conferencia Regional sobre Migración",
    "Nicaragua",
    "Funcionarios de los 11 países que integran la Conferencia se reúnen esta semana en Managua.",
)
MISSING = "[Frase aún sin traducir]"


def test_from_a_file_to_word_and_web_in_both_languages(hands: Hands, save_as: list[Path]) -> None:
    release_id = bring_in(hands)
    hands.until(lambda: hands.window.windowTitle().startswith(TITLE[:40]))
    add_spanish(hands, release_id)
    translate(hands)
    missing = check_stored(hands, release_id)
    export_translation(hands, save_as, "docx")
    export_translation(hands, save_as, "html")
    hands.click("Open source")
    editor = hands.arrive("editor")
    for name in ("docx", "html"):
        hands.choose(editor.side.leaving.formats, name)
        export(hands, save_as, lambda: hands.click("Export…", editor.side.leaving))
    spanish_word, spanish_web, english_word, english_web = save_as
    check_word(spanish_word, says=SPANISH, lacks="human rights violations", band="BORRADOR", missing=missing)
    check_web(spanish_web, "es", says=SPANISH, band="BORRADOR", missing=missing)
    check_word(english_word, says=(TITLE, "11 countries"), lacks="What We Do", band="DRAFT", missing=0)
    check_web(english_web, "en", says=(TITLE, "11 countries"), band="DRAFT", missing=0)


def bring_in(hands: Hands) -> str:
    """Releases, Import, a file dropped, its preview corrected by keyboard, imported with both people."""
    hands.press("Ctrl+2")
    hands.arrive("releases")
    hands.click("Import…")
    screen = hands.arrive("import")
    hands.drop(SEED, screen)
    hands.until(lambda: screen.lines.rowCount() and screen.is_ready())
    start = screen.lines.recognised.start
    assert "Director General Attends" in screen.lines.recognised.blocks[start].text.text
    assert screen.view.hasFocus()
    hands.press("Up", "S")  # a line too early …
    assert screen.lines.recognised.start == start - 1
    hands.press("Down", "S")  # … and back
    assert screen.lines.recognised.start == start
    row = next(n for n, b in enumerate(screen.lines.recognised.blocks) if b.is_kept and b.kind is BlockKind.PARAGRAPH)
    for kind in (BlockKind.NOTES, BlockKind.PARAGRAPH):
        hands.press(*["Down"] * (row - screen.view.currentIndex().row()), "Return")
        hands.pick([each for each, _key in KIND_KEYS].index(kind))
        hands.until(lambda kind=kind: screen.lines.recognised.blocks[row].kind is kind)
        hands.until(screen.view.hasFocus)
    assert [box.isChecked() for box in screen.found.people.boxes] == [True, True]
    hands.click("Import release")
    editor = hands.arrive("editor")
    assert TITLE in editor.page.toPlainText()
    assert "Who we are" not in editor.page.toPlainText()
    people = hands.ask(lambda uow: directory.find_contacts(uow, ""))
    assert sorted(person.phone for person in people) == ["+50622125327", "+50622125337"]
    assert editor.release is not None
    return str(editor.release.id)


def add_spanish(hands: Hands, release_id: str) -> None:
    hands.click("Add language")
    hands.click_in_menu("Spanish")
    hands.arrive("translate")
    assert hands.window.route.release_id == release_id
    versions = hands.ask(lambda uow: releases.open_release(uow, release_id)).versions
    assert [(v.language, v.role) for v in versions] == [("en", VersionRole.SOURCE), ("es", VersionRole.TARGET)]


def grid_of(hands: Hands) -> Any:
    return hands.arrive("translate").page


def translate(hands: Hands) -> None:
    """By keyboard only."""
    hands.press("F2")
    edit = grid_of(hands).view.cell.edit
    for sentence in SPANISH:
        assert edit.hasFocus()
        hands.press("Ctrl+A")  # a dateline is filled already
        hands.write(sentence)
        active = grid_of(hands).view.active_id
        hands.press("Ctrl+Return")
        hands.until(lambda active=active: grid_of(hands).view.active_id != active)
    hands.press("Ctrl+A")
    hands.write("Un borrador sin confirmar")
    hands.settle()


def check_stored(hands: Hands, release_id: str) -> int:
    """Answers how many sentences are missing."""

    def read(uow: Any) -> translating.Grid:
        return translating.open_grid(uow, releases.version_of(uow, release_id, "es").id)

    pairs = hands.ask(read).live
    assert [p.segment.target.text for p in pairs[:3]] == list(SPANISH)
    assert [p.segment.state for p in pairs[:3]] == [SegmentState.TRANSLATED] * 3
    assert (pairs[3].segment.target.text, pairs[3].segment.state) == ("Un borrador sin confirmar", SegmentState.DRAFT)
    missing = [p for p in pairs if p.segment.state is SegmentState.UNTRANSLATED]
    assert missing == list(pairs[4:])
    return len(missing)


def export(hands: Hands, save_as: list[Path], ask: Callable[[], object]) -> None:
    count = len(save_as)
    ask()
    hands.until(lambda: len(save_as) == count + 1 and save_as[-1].exists())
    hands.until(lambda: hands.told and save_as[-1].name in hands.told[-1].text)


def export_translation(hands: Hands, save_as: list[Path], name: str) -> None:
    """Through the translate screen's own control."""

    def ask() -> None:
        hands.press("Ctrl+E")
        hands.click_in_menu(FORMATS[name].label)

    export(hands, save_as, ask)


def check_word(path: Path, *, says: tuple[str, ...], lacks: str, band: str, missing: int) -> None:
    word = docx.Document(str(path))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    for each in says:
        assert each in text
    assert lacks not in text
    header = "\n".join(p.text for section in word.sections for p in section.header.paragraphs)
    assert band in header + text
    assert text.count(MISSING) == missing


def check_web(path: Path, language: str, *, says: tuple[str, ...], band: str, missing: int) -> None:
    tree = html5lib.HTMLParser(strict=True).parse(path.read_bytes())
    text = " ".join("".join(tree.itertext()).split())
    assert tree.get("lang") == language
    for each in says:
        assert each in text
    classes = {each.get("class") for each in tree.iter() if each.get("class")}
    assert "draft-band" in classes
    assert band in text
    assert [each.get("class") for each in tree.iter()].count("untranslated") == missing
