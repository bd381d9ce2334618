"""Journey: a translation goes out as a Word table, somebody edits it in LibreOffice, and it is merged back."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentState
from desktop.services import commenting, handing_out, translating
from desktop.translation.returning import MergeOutcome
from tests.journeys.hands import Hands
from tests.journeys.test_source_edits import Translator

SYSTEM_PYTHON = Path("/usr/bin/python3")
SCRIPT = Path(__file__).parents[1] / "fixtures" / "exchange" / "edit_in_writer.py"


def has_writer() -> bool:
    """Whether LibreOffice can be driven here; in CI it can."""
    if not shutil.which("soffice") or not SYSTEM_PYTHON.exists():
        return False
    return subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode == 0


def edited_in_writer(before: Path, after: Path, **edits: object) -> None:
    subprocess.run(
        [SYSTEM_PYTHON, SCRIPT, before, after, json.dumps(edits)], check=True, capture_output=True, timeout=150
    )
    assert after.exists()


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.skipif(not has_writer(), reason="needs LibreOffice with python3-uno")
def test_a_table_edited_in_libreoffice_comes_back(hands: Hands, tmp_path: Path) -> None:
    translator = Translator(hands)
    gathered = hands.ask(lambda uow: handing_out.gather(uow, translator.release_id, "es", "bilingual-docx"))
    out, back = tmp_path / "out.docx", tmp_path / "back.docx"
    gathered.write_to(out)
    before = [pair.segment for pair in translator.pairs()]
    edited, typed, ours, stale = (
        translator.about(words) for words in ("11 countries", "Nicaragua –", "Every", "remarks")
    )
    rows = {each.id: number for number, each in enumerate(gathered.handed.segments, start=1)}
    old = next(word for word in edited.segment.target.text.split() if len(word) > 7 and word.isalpha())
    edited_in_writer(
        out,
        back,
        plain=[[rows[typed.segment.id], "Managua –"], [rows[ours.segment.id], "Otra versión."],
               [rows[stale.segment.id], "Sus palabras."]],
        tracked=[[rows[edited.segment.id], old, "PALABRA"]],
        comments=[[rows[edited.segment.id], "¿Seguro?"]],
    )  # fmt: skip
    hands.ask(lambda uow: translating.confirm_segment(uow, ours.segment.id, RichText.plain("La nuestra.")))
    translator.edit_source(stale.segment.source.text[:20], "Now " + stale.segment.source.text[:20])
    part = next(each for each in hands.window.screen_shown.parts.parts if type(each).__name__ == "ReturnedPart")
    hands.drop(back, translator.page)
    hands.until(lambda: not part.panel.isHidden())
    rows_shown = {row.key: row for row in part._plan.rows}
    assert rows_shown[edited.segment.id].outcome is MergeOutcome.UPDATED
    assert rows_shown[edited.segment.id].before == edited.segment.target.strip(), "what was there is shown against it"
    assert rows_shown[typed.segment.id].outcome is MergeOutcome.UPDATED
    assert rows_shown[ours.segment.id].outcome is MergeOutcome.CONFLICT
    assert rows_shown[stale.segment.id].outcome is MergeOutcome.STALE
    others = [row.outcome for key, row in rows_shown.items() if key not in _ids(edited, typed, ours, stale)]
    assert set(others) == {MergeOutcome.UNCHANGED}, "LibreOffice touched nothing else"

    hands.bot.mouseClick(part.panel.apply_button, Qt.MouseButton.LeftButton)
    hands.until(part.panel.isHidden)
    hands.settle()
    now = {pair.segment.id: pair.segment for pair in translator.pairs()}
    assert "PALABRA" in now[edited.segment.id].target.text
    assert now[edited.segment.id].state is SegmentState.DRAFT, "tracked edits wait to be read"
    assert now[typed.segment.id].target.text == "Managua –"
    assert now[ours.segment.id].target.text == "La nuestra."
    assert now[stale.segment.id].target.text == "Sus palabras."
    assert now[stale.segment.id].is_stale
    (thread,) = hands.ask(lambda uow: commenting.threads(uow, translator.version_id))
    assert (thread.comment.author, thread.comment.body) == ("Rosa", "¿Seguro?")

    hands.desk.undo_stack.undo()
    hands.settle()
    restored = {pair.segment.id: pair.segment for pair in translator.pairs()}
    for each in before:
        if each.id not in _ids(ours):
            assert (restored[each.id].target, restored[each.id].state) == (each.target, each.state)
    assert hands.ask(lambda uow: commenting.threads(uow, translator.version_id)) == ()


def _ids(*pairs: object) -> set[str]:
    return {pair.segment.id for pair in pairs}
