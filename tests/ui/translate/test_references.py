"""A translation follows the library and the directory while it is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.domain.boilerplate import Boilerplate, BoilerplateText
from desktop.domain.document import Block, BlockKind, make_attrs
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.services import boilerplate as shelf
from desktop.services import releases, translating
from desktop.ui.desk import Desk, Route
from desktop.ui.translate.screen import TranslateScreen


def test_sentences_go_from_the_grid_when_the_library_speaks_the_language(
    desk: Desk, ask: Callable[[Any], Any], qtbot: QtBot
) -> None:
    english = BoilerplateText("", "en", RichText.plain("IOM has 175 member states."))
    about = ask(lambda uow: shelf.save_boilerplate(uow, Boilerplate("", "About IOM", texts=(english,)))).value

    def begin(uow: UnitOfWork) -> str:
        blocks = (
            Block("h", BlockKind.HEADLINE, RichText.plain("Station opens")),
            Block("b", BlockKind.BOILERPLATE, attrs=make_attrs({"boilerplate": about.id})),
        )
        made = releases.create_release(uow, type_="press-release", language="en", blocks=blocks).value
        translating.add_version(uow, desk.tools, made.release.id, "es")
        return made.release.id

    release_id = ask(begin)
    screen = TranslateScreen(desk)
    qtbot.addWidget(screen)
    qtbot.addWidget(screen.inspector)
    screen.resize(1100, 700)
    screen.show()
    screen.enter(Route("translate", release_id, "es"))
    qtbot.waitUntil(lambda: screen.page.model.rowCount() == 2)
    spanish = BoilerplateText("", "es", RichText.plain("La OIM tiene 175 Estados Miembros."))
    desk.deed(lambda uow: shelf.save_boilerplate(uow, replace(about, texts=(*about.texts, spanish))))
    qtbot.waitUntil(lambda: screen.page.model.rowCount() == 1)
    qtbot.waitUntil(lambda: "175 Estados Miembros" in screen.preview.toPlainText())
