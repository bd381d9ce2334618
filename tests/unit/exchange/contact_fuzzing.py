"""Contact files with random damage: bytes flipped, cut, doubled, swapped, and marks of the formats thrown in."""

from __future__ import annotations

import random
from collections.abc import Iterator

_MARKS = [b'"', b";", b",", b"\n", b"\r\n", b"\t", b":", b"=", b"\\", b"\0", b"\xff", b"\xfe\xff", b"\xc3", b"BEGIN:VCARD\n",
          b"END:VCARD\n", b"\ndn: x\n", b":: ", b"=\n", b"'=1+1", b"9" * 400, b"a" * 20_000, b"@", b"\xe2\x80\xae"]  # fmt: skip


def damaged(content: bytes, seed: int) -> bytes:
    """The content with one to eight damages."""
    chance = random.Random(seed)
    found = bytearray(content)
    for _round in range(chance.randint(1, 8)):
        place = chance.randrange(len(found) + 1)
        size = chance.choice([1, 1, 2, 8, 60, 400])
        deed = chance.randrange(6)
        if deed == 0 and found:
            found[min(place, len(found) - 1)] = chance.randrange(256)
        elif deed == 1:
            del found[place : place + size]
        elif deed == 2:
            found[place:place] = chance.choice(_MARKS)
        elif deed == 3:
            found[place:place] = found[place : place + size] * chance.choice([2, 3, 40])
        elif deed == 4:
            del found[place:]
        else:
            found[place:place] = bytes(chance.randrange(256) for _byte in range(size))
    return bytes(found)


def many(samples: dict[str, bytes], count: int, first: int = 0) -> Iterator[tuple[str, bytes]]:
    """``(name, damaged content)`` for many seeds, the samples in turn."""
    names = sorted(samples)
    for seed in range(first, first + count):
        name = names[seed % len(names)]
        yield name, damaged(samples[name], seed)
