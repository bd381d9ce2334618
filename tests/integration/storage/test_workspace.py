from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.domain.errors import BadInputError, ConflictError, WorkspaceError
from desktop.domain.ids import Uuid7
from desktop.domain.release import Approval, Progress, Release, ReleaseQuery, Version, VersionRole
from desktop.storage import upgrade, workspace
from desktop.storage.workspace import Workspace, create_workspace, open_workspace
from tests.integration.conftest import SteppingClock
from tests.integration.storage.desk import person, put_release, put_target

Make = Callable[[], Workspace]
Reopen = Callable[[Path], Workspace]


@pytest.fixture
def reopen(clock: SteppingClock, ids: Uuid7) -> Reopen:
    return lambda path: open_workspace(path, clock=clock, ids=ids, author="Luis")


def _filled(make: Make) -> Path:
    with make() as made:
        with made.unit_of_work() as unit:
            release, _, document = put_release(unit, "one", "two")
            target, _ = put_target(unit, release, document)
            unit.releases.set_progress(target.id, Progress(3, 0, 0))
            unit.revisions.add(document.id, document, label="kept", author="Ana")
            person(unit, "Ana", "Núñez", "ana@x.example")
        assert made.path is not None
        return made.path


def test_a_file_is_ours_durable_and_comes_back(new_file: Make, reopen: Reopen) -> None:
    path = _filled(new_file)
    with reopen(path) as opened:
        with opened.unit_of_work() as unit:
            pragmas = {
                name: unit.connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
                for name in ("journal_mode", "synchronous", "foreign_keys", "application_id", "user_version")
            }
        assert opened.verify() == []
        summary = opened.info()
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "application_id": workspace.APPLICATION_ID,
        "user_version": upgrade.HEAD_NUMBER,
    }
    assert (summary.releases, summary.versions, summary.contacts, summary.revisions) == (1, 2, 1, 1)
    assert summary.size > 0
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]


def test_an_existing_file_is_not_made_again(new_file: Make, clock: SteppingClock, ids: Uuid7) -> None:
    path = _filled(new_file)
    size = path.stat().st_size
    with pytest.raises(WorkspaceError, match="exists already"):
        create_workspace(path, clock=clock, ids=ids)
    assert path.stat().st_size == size


def test_folders_are_made_and_a_file_in_the_way_is_told(tmp_path: Path, clock: SteppingClock, ids: Uuid7) -> None:
    create_workspace(tmp_path / "a" / "b" / "ñ.comunicado", clock=clock, ids=ids).close()
    with pytest.raises(WorkspaceError):
        create_workspace(tmp_path / "a" / "b" / "ñ.comunicado" / "c.comunicado", clock=clock, ids=ids)


def test_one_process_at_a_time_and_the_sentence_names_the_other(new_file: Make, reopen: Reopen, tmp_path: Path) -> None:
    made = new_file()
    assert made.path is not None
    with pytest.raises(WorkspaceError, match=rf"by Ana, process {os.getpid()}"):
        reopen(made.path)
    link = tmp_path / "link.comunicado"
    link.symlink_to(made.path)
    with pytest.raises(WorkspaceError, match="already open"):
        reopen(link)
    made.close()
    made.close()
    reopen(link).close()


_HOLD = """
import sys, time
from pathlib import Path
from desktop.storage.system import SystemClock, system_ids
from desktop.storage.workspace import open_workspace
opened = open_workspace(Path(sys.argv[1]), clock=SystemClock(), ids=system_ids(), author="Other")
with opened.unit_of_work() as unit:
    unit.settings.set("half", "written")
    print("ready", flush=True)
    time.sleep(60)
"""


def test_a_killed_process_leaves_no_stale_lock_and_nothing_half_written(new_file: Make, reopen: Reopen) -> None:
    path = _filled(new_file)
    other = subprocess.Popen([sys.executable, "-c", _HOLD, str(path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    with other.stdout:
        assert other.stdout.readline() == "ready\n"
        with pytest.raises(WorkspaceError, match=rf"by Other, process {other.pid}"):
            reopen(path)
        other.send_signal(signal.SIGKILL)
        other.wait(timeout=20)
    with reopen(path) as opened:
        assert opened.verify() == []
        with opened.unit_of_work() as unit:
            assert unit.settings.get("half") == ""


def test_what_is_no_workspace_is_refused_untouched(tmp_path: Path, reopen: Reopen) -> None:
    missing, empty, words, foreign = (tmp_path / name for name in ("missing", "empty", "words", "foreign"))
    empty.touch()
    words.write_text("Dear colleagues, this is a letter and not a database at all.")
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    for path, sentence in ((missing, "no workspace"), (empty, "not a"), (words, "not a"), (foreign, "not a")):
        before = path.read_bytes() if path.exists() else b""
        with pytest.raises(WorkspaceError, match=sentence) as caught:
            reopen(path)
        assert str(tmp_path) not in caught.value.one_line()
        assert (path.read_bytes() if path.exists() else b"") == before
    with pytest.raises(WorkspaceError):
        reopen(tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty", "foreign", "words"]


def test_a_newer_file_is_refused_untouched(new_file: Make, reopen: Reopen) -> None:
    path = _filled(new_file)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(WorkspaceError, match="newer version"):
        reopen(path)
    assert path.read_bytes() == before


def test_an_older_file_is_backed_up_and_upgraded(new_file: Make, reopen: Reopen) -> None:
    path = _filled(new_file)
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with reopen(path) as opened:
        assert opened.verify() == []
        assert opened.info().releases == 1
    (backup,) = path.parent.glob("*.backup-*")
    with reopen(backup) as copy:
        assert copy.info().releases == 1


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_is_told_and_never_a_traceback(new_file: Make, reopen: Reopen, seed: int) -> None:
    path = _filled(new_file)
    content = bytearray(path.read_bytes())
    if seed == 0:
        content = content[: len(content) // 2]
    start = 4096 * seed + (100 if seed == 0 else 0)
    content[start : start + 3000] = b"\xa5" * min(3000, len(content) - start)
    path.write_bytes(content)
    try:
        opened = reopen(path)
    except WorkspaceError as error:
        assert "damaged" in error.message or "not a" in error.message  # noqa: PT017 - either is right
        return
    with opened:
        assert opened.verify() != []


def test_verify_finds_planted_damage(new_workspace: Make) -> None:
    plant = {
        "no usable place": "UPDATE block SET order_key = 'a!b' WHERE text = 'one'",
        "block .* cannot be read": "UPDATE block SET marks = '[[0' WHERE text = 'one'",
        "segment .* cannot be read": 'UPDATE segment SET target = \'{"text": "a"}\' WHERE place = 0',
        "does not exist": "UPDATE block SET deleted_at = updated_at WHERE text = 'two'",
        "progress": "UPDATE version SET stale = 2 WHERE role = 'target'",
        "kept state": "UPDATE revision SET blocks = replace(blocks, 'one', 'oné')",
        "approval": "UPDATE approval SET content_hash = 'other'",
        "missing from the list": "DELETE FROM contact_row",
        "still in the list": "UPDATE person SET deleted_at = updated_at",
        "at one place": "UPDATE segment SET block_id = (SELECT min(block_id) FROM segment)",
    }
    made = new_workspace()
    with made.unit_of_work() as unit:
        release, version, document = put_release(unit, "one", "two")
        target, _ = put_target(unit, release, document)
        unit.releases.set_progress(target.id, Progress(3, 0, 0))
        unit.revisions.add(version.id, document, label="kept", author="Ana")
        approval = Approval(unit.ids.new(), version.id, document.content_hash(), "Luis", unit.clock.now())
        unit.releases.put_approval(approval)
        person(unit, "Ana")
    assert made.verify() == []

    class TakenBackError(Exception):
        pass

    import re

    from desktop.storage import verify
    from desktop.storage.fulltext import full_text_of

    for expected, statement in plant.items():
        with pytest.raises(TakenBackError), made.unit_of_work() as unit:  # noqa: PT012 - the whole unit of work fails
            unit.connection.execute(text(statement))
            found = verify.problems(unit.connection, full_text_of(unit.connection))
            assert any(re.search(expected, problem) for problem in found), (expected, found)
            raise TakenBackError
    assert made.verify() == []


def test_verify_finds_a_search_index_out_of_step(new_workspace: Make) -> None:
    made = new_workspace()
    with made.unit_of_work() as unit:
        put_release(unit, "one")
        person(unit, "Ana")
        if made.path:
            for table in ("contact_row", "version_text"):
                unit.connection.exec_driver_sql(f"INSERT INTO {table}_folded ({table}_folded) VALUES ('delete-all')")
        else:
            unit.connection.exec_driver_sql("DELETE FROM contact_words")
            unit.connection.exec_driver_sql("DELETE FROM version_words")
    assert len([p for p in made.verify() if "out of step" in p]) == 2


def test_backup_is_whole_while_in_use_and_replaces_nothing(new_file: Make, reopen: Reopen, tmp_path: Path) -> None:
    made = new_file()
    with made.unit_of_work() as unit:
        put_release(unit, "one")
    place = made.backup()
    assert place.name.startswith(f"{made.path.name if made.path else ''}.backup-2026")
    named = made.backup(tmp_path / "copy.comunicado")
    with pytest.raises(BadInputError, match="exists already"):
        made.backup(named)
    with pytest.raises(WorkspaceError, match="could not be written"):
        made.backup(tmp_path / "missing" / "copy.comunicado")
    with made.unit_of_work() as unit:
        put_release(unit, "later")
    with reopen(named) as copy:
        assert copy.verify() == []
        assert copy.info().releases == 1


def test_a_full_disk_is_a_sentence_and_the_file_stays_sound(new_file: Make) -> None:
    made = new_file()
    with made.unit_of_work() as unit:
        pages = unit.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        unit.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(WorkspaceError, match="disk is full") as caught, made.unit_of_work() as unit:
        put_release(unit, *("a long paragraph " * 400 for _ in range(50)))
    assert caught.value.kept
    assert made.verify() == []
    with made.unit_of_work() as unit:
        unit.settings.set("still", "writes")
        assert unit.releases.count(ReleaseQuery()) == 0


def test_a_read_only_database_is_a_sentence(new_file: Make) -> None:
    made = new_file()
    with made.unit_of_work() as unit:
        unit.connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(WorkspaceError, match="cannot be written"), made.unit_of_work() as unit:
        unit.settings.set("a", "b")


def test_a_version_of_no_release_is_refused(new_workspace: Make) -> None:
    made = new_workspace()
    with pytest.raises(ConflictError), made.unit_of_work() as unit:
        unit.releases.put_version(Version(unit.ids.new(), "nothing", "en", VersionRole.SOURCE))


def test_threads_take_turns(new_workspace: Make) -> None:
    made = new_workspace()

    def write(number: int) -> None:
        for step in range(10):
            with made.unit_of_work() as unit:
                unit.releases.put(Release(f"{number}-{step}", "x", "statement", "en"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with made.unit_of_work() as unit:
        assert unit.releases.count(ReleaseQuery()) == 40
