"""What is unsaved is kept privately, whole, and only until it is stored."""

from __future__ import annotations

import stat
from pathlib import Path

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.richtext import RichText
from desktop.services.journal import FileJournal, Unsaved


def _unsaved(words: str) -> Unsaved:
    return Unsaved(Document("v", "es", (Block("b", BlockKind.HEADLINE, RichText(words)),)), "statement")


def test_what_a_run_left_is_found_by_the_next(tmp_path: Path) -> None:
    folder = tmp_path / "unsaved" / "w"
    first = FileJournal(folder, "one")
    for words in ("Ni", "Niñez", "Niñez 🙂"):
        first.keep("new-release", _unsaved(words))
    first.keep("import", _unsaved("stored since"))
    first.drop("import")
    first.close()
    assert first.left() == ()
    second = FileJournal(folder, "two")
    (left,) = second.left()
    assert (left.document.title, left.type, left.document.language) == ("Niñez 🙂", "statement", "es")
    (file,) = folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    second.forget(left)
    assert second.left() == ()
    assert list(folder.iterdir()) == []


def test_a_damaged_file_is_no_error_and_stays(tmp_path: Path) -> None:
    (tmp_path / "text.x.unsaved.json").write_text('{"document": 3', "utf-8")
    (tmp_path / "text.y.unsaved.json").write_text("[]", "utf-8")
    assert FileJournal(tmp_path, "two").left() == ()
    assert len(list(tmp_path.iterdir())) == 2


def test_dropping_what_was_never_kept_makes_no_folder(tmp_path: Path) -> None:
    journal = FileJournal(tmp_path / "none", "one")
    journal.drop("import")
    journal.close()
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    journal = FileJournal(tmp_path / "file", "one")
    journal.keep("text", _unsaved("x"))
    journal.close()
    assert journal.left() == ()
