"""Promise 1: kill the program at any moment, and at most the last half second of typing is gone.

``COMUNICADO_KILL_CYCLES`` sets how often (8 in the suite; 200 before a release).
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.app import wiring
from desktop.domain.document import Block, BlockKind
from desktop.domain.richtext import RichText
from desktop.services.releases import create_release
from desktop.services.translating import add_version
from tests.journeys.typist import script

CYCLES = int(os.environ.get("COMUNICADO_KILL_CYCLES", "8"))
PROMISED = 0.5


@pytest.mark.slow
@pytest.mark.timeout(60 + 15 * CYCLES)
def test_no_keystroke_older_than_half_a_second_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "killed.comunicado"
    release_id, version_id = _prepare(file)
    chance = random.Random(20261123)
    longest_loss = 0.0
    for cycle in range(CYCLES):
        before = _text(file, version_id)
        log = tmp_path / f"log-{cycle}"
        typed_at, killed_at = _type_and_kill(file, release_id, log, cycle, chance.uniform(0.02, 2.5))
        stored = _text(file, version_id)
        assert stored.startswith(before)
        kept = stored[len(before) :]
        expected = script(cycle, len(kept))
        assert kept == expected, f"cycle {cycle}: the stored text is not what was typed"
        lost = [at for at in typed_at[len(kept) :] if killed_at - at > PROMISED]
        longest_loss = max([longest_loss, *(killed_at - at for at in typed_at[len(kept) :])])
        assert not lost, f"cycle {cycle}: {len(lost)} keys older than {PROMISED} s were lost"
    print(f"{CYCLES} kills, oldest lost key {longest_loss * 1000:.0f} ms old")


def _prepare(file: Path) -> tuple[str, str]:
    with wiring.create_new(file) as workspace, workspace.unit_of_work() as unit:
        blocks = [
            Block(unit.ids.new(), BlockKind.HEADLINE, RichText.plain("A text that is being typed")),
            Block(unit.ids.new(), BlockKind.PARAGRAPH, RichText.plain("It begins here: ")),
        ]
        opened = create_release(unit, type_="press-release", language="en", blocks=blocks).value
        add_version(unit, wiring.make_tools(), opened.release.id, "es")
        return opened.release.id, opened.source.id


def _text(file: Path, version_id: str) -> str:
    """The stored text; the file must open after the kill, and verify."""
    with wiring.open_existing(file) as workspace:
        assert workspace.verify() == []
        with workspace.unit_of_work() as unit:
            return unit.documents.load(version_id).plain_text


def _type_and_kill(file: Path, release_id: str, log: Path, seed: int, after: float) -> tuple[list[float], float]:
    """Monotonic seconds of every key, and of the kill ``after`` seconds of typing."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(file), release_id, str(log), str(seed)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:
        limit = time.monotonic() + 60
        while not log.exists() or not log.stat().st_size:
            if process.poll() is not None or time.monotonic() > limit:
                process.kill()
                raise AssertionError(process.stderr.read().decode() if process.stderr else "no keys")
            time.sleep(0.005)
        time.sleep(after)
        killed_at = time.monotonic()
        os.killpg(process.pid, signal.SIGKILL)
    lines = [line.split() for line in log.read_text().splitlines() if line.count(" ") == 1]
    return [int(at) / 1e9 for _, at in lines], killed_at
