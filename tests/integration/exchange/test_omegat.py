"""A round trip through OmegaT itself: it opens what we write, and what it writes merges back."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from desktop.domain.document import BlockKind
from desktop.domain.edits import PutBlock
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.services import drafting, handing_out, merging_returned
from desktop.translation.returning import MergeOutcome
from tests.integration.services.office import Office

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(200),
    pytest.mark.skipif(not shutil.which("omegat"), reason="needs OmegaT"),
]

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><source_dir_excludes/>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang>
<target_lang>ES</target_lang><source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok><sentence_seg>false</sentence_seg>
<support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>
"""
UNIT = '<tu><tuv lang="EN"><seg>{source}</seg></tuv><tuv lang="ES"><seg>{target}</seg></tuv></tu>'
MEMORY = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE tmx SYSTEM "tmx11.dtd"><tmx version="1.1">
<header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="3.6"
segtype="paragraph" srclang="EN"/><body>{units}</body></tmx>"""


def translated(folder: Path, xliff: bytes, pairs: dict[str, str]) -> Path:
    """What OmegaT's console makes of a file, with a translator's memory."""
    project = folder / "project"
    for name in ("source", "target", "omegat", "glossary", "dictionary", "tm"):
        (project / name).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT, "utf-8")
    (project / "source" / "release.xlf").write_bytes(xliff)
    units = "".join(UNIT.format(source=escape(source), target=escape(target)) for source, target in pairs.items())
    (project / "omegat" / "project_save.tmx").write_text(MEMORY.format(units=units), "utf-8")
    subprocess.run(
        ["omegat", project, "--mode=console-translate", f"--config-dir={folder / 'config'}"],
        check=True,
        capture_output=True,
        timeout=180,
        env={"HOME": str(folder), "PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    return project / "target" / "release.xlf"


def test_a_round_trip(office: Office, tmp_path: Path) -> None:
    text = (
        (BlockKind.HEADLINE, "Coast guard opens rescue station"),
        (BlockKind.LEAD, "The IOM station opened on Monday. It serves 40 villages & more."),
    )
    opened = office.release("en", text)
    version_id = office.spanish(opened, is_filled=False)

    def mark(uow: object) -> object:
        document = uow.documents.load(opened.source.id)
        lead = document.blocks[1]
        words = lead.text.with_mark(4, 7, MarkKind.PROTECTED, "name").with_mark(8, 15, MarkKind.STRONG)
        return drafting.save_edits(
            uow, office.tools, document.id, [PutBlock(replace(lead, text=words), document.blocks[0].id)]
        )

    office.do(mark)
    content = office.do(handing_out.gather, opened.release.id, "es", "xliff12").content()
    path = translated(
        tmp_path,
        content,
        {
            "Coast guard opens rescue station": "La guardia abre una estación",
            "The <i0/> <g1>station</g1> opened on Monday.": "La <g1>estación</g1> <i0/> abrió el lunes.",
        },
    )
    plan = office.do(merging_returned.plan_merge, opened.release.id, merging_returned.read_file(path))
    assert [row.outcome for row in plan.rows] == [MergeOutcome.UPDATED, MergeOutcome.UPDATED, MergeOutcome.UNCHANGED]
    office.do(merging_returned.merge, plan)
    first, second, third = office.segments(version_id)
    assert (first.target.text, first.state) == ("La guardia abre una estación", SegmentState.TRANSLATED)
    expected = RichText.plain("La estación IOM abrió el lunes.").with_mark(3, 11, MarkKind.STRONG)
    assert second.target == expected.with_mark(12, 15, MarkKind.PROTECTED, "name")
    assert not third.target
