"""``comunicado text align``."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from desktop.exchange.tmx_reader import TmxFile
from tests.integration.cli.desk import Desk
from tests.unit.translation.alignment import gold

PAIR = gold.pairs("development")[0]


def _write(desk: Desk) -> tuple[Path, Path]:
    sides = [("a.txt", PAIR.source), ("b.txt", PAIR.target)]
    one, other = (desk.write(name, "\n".join(each.text for each in side) + "\n") for name, side in sides)
    return one, other


def test_sentences_a_line_give_exactly_the_beads_and_a_tmx_of_those_with_both_sides(desk: Desk, tmp_path: Path) -> None:
    source, target = _write(desk)
    output = tmp_path / "out.tmx"
    said = desk.json("text", "align", source, target, "--from", "en", "--to", "es", "--output", output, "--sentences")
    assert set(said) == {"source", "target", "beads"}
    assert said["source"] == [each.text for each in PAIR.source]
    assert said["target"] == [each.text for each in PAIR.target]
    assert all(set(bead) == {"source", "target", "confidence"} for bead in said["beads"])
    assert [(tuple(b["source"]), tuple(b["target"])) for b in said["beads"]] == [
        (b.source, b.target) for b in PAIR.beads
    ]
    assert all(0 <= bead["confidence"] <= 1 for bead in said["beads"])
    units = list(TmxFile(output))
    assert len(units) == sum(bead.is_pair for bead in PAIR.beads)
    assert units[1].source_language == "en"
    assert units[1].target_language == "es"
    assert units[0].source.text == "New Transit Shelter Opens Near the Darién Crossing"


def test_a_word_document_and_a_web_page_are_read_and_cut(desk: Desk, tmp_path: Path) -> None:
    document = Document()
    for text in ("A bridge opens", "The bridge opened on 4 May. It cost 1,200 dollars.", "Nobody was hurt."):
        document.add_paragraph(text)
    source = tmp_path / "a.docx"
    document.save(str(source))
    page = (
        "<h1>Se abre un puente</h1><p>El puente se abrió el 4 de mayo y costó 1.200 dólares.</p><p>No hubo heridos.</p>"
    )
    target = desk.write("b.html", f"<html><body>{page}</body></html>")
    said = desk.json("text", "align", source, target, "--from", "en", "--to", "es", "--output", tmp_path / "o.tmx")
    assert said["source"] == [
        "A bridge opens",
        "The bridge opened on 4 May.",
        "It cost 1,200 dollars.",
        "Nobody was hurt.",
    ]
    assert [(b["source"], b["target"]) for b in said["beads"]] == [([0], [0]), ([1, 2], [1]), ([3], [2])]
    assert "3 pairs" in desk.ok(
        "text", "align", source, target, "--from", "en", "--to", "es", "--output", tmp_path / "o.tmx"
    )


@pytest.mark.parametrize("languages", [("en", "en"), ("en", "klingon"), ("", "es")])
def test_wrong_languages_are_refused_and_nothing_is_written(
    desk: Desk, tmp_path: Path, languages: tuple[str, str]
) -> None:
    source, target = _write(desk)
    output = tmp_path / "out.tmx"
    desk.refused("text", "align", source, target, "--from", languages[0], "--to", languages[1], "--output", output)
    assert not output.exists()


def test_a_file_that_is_not_there_is_refused(desk: Desk, tmp_path: Path) -> None:
    source, _target = _write(desk)
    missing = tmp_path / "none.txt"
    output = tmp_path / "out.tmx"
    said = desk.refused("text", "align", source, missing, "--from", "en", "--to", "es", "--output", output)
    assert "none.txt" in said
    assert not output.exists()
