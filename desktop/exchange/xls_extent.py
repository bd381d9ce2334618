"""How far the cells of an old Excel file (BIFF in an OLE container) reach, read without holding the sheet.

One damaged record that names row 65,535 and column 65,535 would make the reader hold four thousand million cells.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_END = 0xFFFFFFFA
#: Records of cells, which begin with their row and column ([MS-XLS] 2.4).
_CELLS = frozenset(
    {0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0002, 0x0003}
)


def reach(content: bytes) -> int:
    """Rows times columns up to the farthest cell; raises ``ValueError`` where the container cannot be followed."""
    try:
        rows = columns = 0
        for kind, body in _records(_workbook(content)):
            if kind in _CELLS and len(body) >= 4:
                row, column = struct.unpack_from("<HH", body)
                last = struct.unpack_from("<H", body, len(body) - 2)[0] if kind in (0x00BD, 0x00BE) else column
                rows, columns = max(rows, row + 1), max(columns, column + 1, last + 1)
    except (struct.error, IndexError, OverflowError) as error:
        raise ValueError(str(error)) from error
    return rows * columns


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + size]
        place += 4 + size


def _workbook(content: bytes) -> bytes:
    """The workbook's stream, its sectors put together by the allocation table ([MS-CFB] 2)."""
    shift = struct.unpack_from("<H", content, 0x1E)[0]
    if shift not in (9, 12):
        raise ValueError(shift)
    size = 1 << shift

    def sector(number: int) -> bytes:
        return content[(number + 1) * size : (number + 2) * size]

    table: list[int] = []
    for number in struct.unpack_from("<109I", content, 0x4C):
        if number < _END:
            found = sector(number)
            table.extend(struct.unpack(f"<{len(found) // 4}I", found[: len(found) // 4 * 4]))

    def chain(first: int, links: list[int], limit: int) -> Iterator[int]:
        number, met = first, 0
        while number < len(links) and met < limit:
            yield number
            number, met = links[number], met + 1

    limit = len(content) // size + 1
    directory = b"".join(map(sector, chain(struct.unpack_from("<I", content, 0x30)[0], table, limit)))
    if not directory or len(directory) % 128:
        raise ValueError(len(directory))  # the reader behind us would panic, and say so on stderr
    entries = [directory[start : start + 128] for start in range(0, len(directory) - 127, 128)]
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(0, length - 2)].decode("utf-16-le", "replace").lower()
        if name in ("workbook", "book"):
            first, stream_size = struct.unpack_from("<II", entry, 116)
            if stream_size >= struct.unpack_from("<I", content, 0x38)[0]:
                return b"".join(map(sector, chain(first, table, limit)))[:stream_size]
            root = b"".join(map(sector, chain(struct.unpack_from("<I", entries[0], 116)[0], table, limit)))
            mini = b"".join(map(sector, chain(struct.unpack_from("<I", content, 0x3C)[0], table, limit)))
            links = list(struct.unpack(f"<{len(mini) // 4}I", mini[: len(mini) // 4 * 4]))
            pieces = (root[each * 64 : each * 64 + 64] for each in chain(first, links, len(links)))
            return b"".join(pieces)[:stream_size]
    raise ValueError("no workbook")
