"""Files for people are written whole or not at all, on a disk that fails too."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desktop.files import write_atomically

OLD, NEW = b"the old text", b"the new text, longer than before" * 5000


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "nota de prensa – versión ñ.docx"
    path.write_bytes(OLD)
    return path


def _only(path: Path) -> bool:
    return list(path.parent.iterdir()) == [path]


def test_it_writes_new_and_over_old(target: Path) -> None:
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert _only(target)
    fresh = target.with_name("fresh.html")
    write_atomically(fresh, b"")
    assert fresh.read_bytes() == b""


@contextmanager
def _files_no_longer_than(size: int) -> Iterator[None]:
    """A disk that is full after ``size`` bytes: the kernel itself refuses (Python ignores SIGXFSZ)."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_leaves_the_old_file_and_no_rest(target: Path) -> None:
    with _files_no_longer_than(1000), pytest.raises(OSError, match="too large"):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert _only(target)


def test_a_full_disk_leaves_no_new_file(tmp_path: Path) -> None:
    with _files_no_longer_than(1000), pytest.raises(OSError, match="too large"):
        write_atomically(tmp_path / "new.html", NEW)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("failing", ["fsync", "replace", "umask", "chmod"])
def test_a_disk_that_fails_late_leaves_the_old_file_and_no_rest(
    target: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    path = target if failing != "umask" else target.with_name("fresh.docx")
    monkeypatch.setattr(os, failing, fail)
    with pytest.raises(OSError, match="Input/output"):
        write_atomically(path, NEW)
    monkeypatch.undo()
    assert target.read_bytes() == OLD
    assert _only(target)


def test_an_interrupted_writing_leaves_no_rest(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, NEW)
    assert target.read_bytes() == OLD
    assert _only(target)


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "gone" / "a.html", NEW)


def test_a_folder_of_the_same_name_is_an_error_and_stays(tmp_path: Path) -> None:
    folder = tmp_path / "a.html"
    folder.mkdir()
    with pytest.raises(OSError, match=r"directory|Is a"):
        write_atomically(folder, NEW)
    assert list(tmp_path.iterdir()) == [folder]


def test_permissions_of_the_old_file_stay(target: Path) -> None:
    target.chmod(0o640)
    write_atomically(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_is_readable_as_any_other(tmp_path: Path) -> None:
    old_mask = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a.html", NEW)
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(old_mask)
    assert stat.S_IMODE((tmp_path / "a.html").stat().st_mode) == 0o640


def test_a_link_is_written_through(target: Path) -> None:
    link = target.with_name("current.docx")
    link.symlink_to(target)
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("name", ["ñ" * 120 + ".docx", "漢" * 80 + ".html"])
def test_a_name_as_long_as_the_disk_allows(tmp_path: Path, name: str) -> None:
    write_atomically(tmp_path / name, NEW)
    assert (tmp_path / name).read_bytes() == NEW


@pytest.mark.slow
def test_a_reader_never_sees_half_a_file_while_the_writer_is_killed(target: Path) -> None:
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from desktop.files import write_atomically
        print("ready", flush=True)
        for number in range(10**9):
            write_atomically(Path(sys.argv[1]), bytes([65 + number % 26]) * 200_000)
        """
    )
    for _ in range(3):
        writer = subprocess.Popen([sys.executable, "-c", script, str(target)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(200):
            seen = target.read_bytes()
            assert seen == OLD or (len(seen) == 200_000 and len(set(seen)) == 1)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        seen = target.read_bytes()
        assert seen == OLD or (len(seen) == 200_000 and len(set(seen)) == 1)
