"""A naive plain editor on (kind, attributes, text): what the accepted text must be equal to."""

from __future__ import annotations

from desktop.domain.continuing import RUNNING, SINGLE, next_kind, shared_attrs
from desktop.domain.document import Attrs, Block, BlockKind

Row = tuple[BlockKind, Attrs, str]
At = tuple[int, int]


class PlainEditor:
    """Rows without ids; every deed works at ``(row, character)``."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = rows

    def insert(self, at: At, text: str) -> None:
        kind, attrs, old = self.rows[at[0]]
        self.rows[at[0]] = (kind, attrs, old[: at[1]] + text + old[at[1] :])

    def delete(self, start: At, end: At) -> None:
        head, tail = self.rows[start[0]], self.rows[end[0]]
        kept = head if head[2][: start[1]] or start[0] == end[0] else tail
        text = head[2][: start[1]] + tail[2][end[1] :]
        self.rows[start[0] : end[0] + 1] = [(kept[0], kept[1], text)]

    def backspace(self, at: At) -> None:
        row, point = at
        kind, _, text = self.rows[row]
        if point:
            self.delete((row, point - 1), at)
        elif kind is not BlockKind.PARAGRAPH:
            self.rows[row] = (BlockKind.PARAGRAPH, (), text)
        elif row:
            self.delete((row - 1, len(self.rows[row - 1][2])), at)

    def delete_forward(self, at: At) -> None:
        row, point = at
        if point < len(self.rows[row][2]):
            self.delete(at, (row, point + 1))
        elif row + 1 < len(self.rows):
            self.delete(at, (row + 1, 0))

    def enter(self, at: At) -> None:
        row, point = at
        kind, attrs, text = self.rows[row]
        if not text and kind in RUNNING:
            self.rows[row] = (BlockKind.PARAGRAPH, (), text)
        elif point == 0 and text:
            self.rows.insert(row, (kind, shared_attrs(attrs), ""))
        elif point == len(text) or kind in SINGLE:
            begun = next_kind([Block("", k) for k, _, _ in self.rows], kind)
            lower = (begun, attrs if kind in RUNNING else (), text[point:])
            self.rows[row : row + 1] = [(kind, attrs, text[:point]), lower]
        else:
            self.rows[row : row + 1] = [(kind, attrs, text[:point]), (kind, shared_attrs(attrs), text[point:])]

    def set_kind(self, row: int, kind: BlockKind, attrs: Attrs | None) -> None:
        old, had, text = self.rows[row]
        if old is not kind or attrs is not None:
            self.rows[row] = (kind, (had if old is kind else ()) if attrs is None else attrs, text)

    def paste(self, at: At, pasted: list[Row]) -> None:
        row, point = at
        kind, attrs, text = self.rows[row]
        if len(pasted) == 1 and (text or pasted[0][0] is BlockKind.PARAGRAPH):
            self.insert(at, pasted[0][2])
        elif not text:
            self.rows[row : row + 1] = pasted
        elif point == 0:
            self.rows[row:row] = pasted
        elif point == len(text):
            self.rows[row + 1 : row + 1] = pasted
        else:
            self.rows[row : row + 1] = [(kind, attrs, text[:point]), *pasted, (kind, attrs, text[point:])]

    def move(self, row: int, before: int) -> None:
        moved = self.rows.pop(row)
        self.rows.insert(before - 1 if before > row else before, moved)
