"""The person's own words in their file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from desktop.app.word_file import WordFile


def test_words_survive_and_can_be_read_by_a_person(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    words = WordFile(path)
    assert words.add("resiliencia", "es")
    assert words.add("Solís", "")
    assert not words.add("Solís", "")
    assert path.read_text("utf-8") == "Solís\nes:resiliencia\n"
    assert WordFile(path).all() == {("resiliencia", "es"), ("Solís", "")}
    assert words.remove("Solís", "")
    assert not words.remove("Solís", "")
    assert WordFile(path).all() == {("resiliencia", "es")}


def test_a_file_edited_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes("\ufeff# mine\n\n  Solís \r\nes:resiliencia\n:x\n".encode())
    assert WordFile(path).all() == {("Solís", ""), ("resiliencia", "es"), ("x", "")}


def test_an_unreadable_file_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xff\xfe\x00\x00\x80")
    assert WordFile(path).all() == frozenset()


def test_a_folder_that_refuses_leaves_the_words_as_they_were(tmp_path: Path) -> None:
    words = WordFile(tmp_path / "gone" / "words.txt")
    with pytest.raises(OSError, match=r"words|gone|No such"):
        words.add("Solís", "")
    assert words.all() == frozenset()


def test_in_memory() -> None:
    words = WordFile(None)
    assert words.add("Solís", "")
    assert words.all() == {("Solís", "")}


def test_two_threads_lose_no_word(tmp_path: Path) -> None:
    words = WordFile(tmp_path / "words.txt")
    threads = [
        threading.Thread(target=lambda n=n: [words.add(f"w{n}-{each}", "") for each in range(10)]) for n in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(WordFile(tmp_path / "words.txt").all()) == 40
