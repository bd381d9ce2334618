"""Full text over all versions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from desktop.domain.document import Document
from desktop.domain.ports import IndexedText, SearchHit
from desktop.storage.folding import compose, fold, fold_in_place, words_of
from desktop.storage.fulltext import FullText
from desktop.storage.schema import texts

_TEXT = texts.version_text
#: Around a hit in a snippet: private-use characters that no text of ours holds.
HIT_START, HIT_END = "\ue000", "\ue001"
#: Code points that a snippet shows before its first hit, and in all.
_BEFORE, _WHOLE = 40, 160


class SqlSearch:
    """Fulfils :class:`desktop.domain.ports.Search`."""

    def __init__(self, connection: Connection, full_text: FullText) -> None:
        self._connection = connection
        self._full_text = full_text

    def index(self, release_id: str, version_id: str, document: Document) -> None:
        """See the port. Writes nothing where the text is as it was."""
        title, body = compose(document.title), compose(document.plain_text)
        known = self._connection.execute(
            select(_TEXT.c.place, _TEXT.c.title, _TEXT.c.body, _TEXT.c.language).where(_TEXT.c.version_id == version_id)
        ).first()
        values = {"title": title, "body": body, "language": document.language}
        if known is None:
            row = {"release_id": release_id, "version_id": version_id, **values}
            place = int(self._connection.execute(insert(_TEXT).returning(_TEXT.c.place), row).scalar_one())
        elif (known.title, known.body, known.language) == (title, body, document.language):
            return
        else:
            place = known.place
            self._connection.execute(update(_TEXT).where(_TEXT.c.place == place).values(values))
        self._full_text.put_version(self._connection, place, title, body)

    def find(self, text: str, *, limit: int = 50) -> tuple[SearchHit, ...]:
        """See the port."""
        words = words_of(text)
        if not words or limit <= 0:
            return ()
        places = self._full_text.version_places(self._connection, words, limit)
        found = self._connection.execute(select(_TEXT).where(_TEXT.c.place.in_(places)))
        by_place = {row.place: row for row in found}
        pattern = hit_pattern(words)
        rows = (by_place[place] for place in places)
        return tuple(
            SearchHit(row.release_id, row.version_id, row.language, row.title, snippet(row.body, pattern))
            for row in rows
        )

    def texts(self, *, after: str = "", limit: int = 400) -> tuple[IndexedText, ...]:
        """See the port."""
        version, release = texts.version, texts.release
        statement = (
            select(_TEXT.c.version_id, _TEXT.c.release_id, _TEXT.c.language, _TEXT.c.body)
            .join(version, version.c.id == _TEXT.c.version_id)
            .join(release, release.c.id == _TEXT.c.release_id)
            .where(_TEXT.c.version_id > after, version.c.deleted_at.is_(None), release.c.deleted_at.is_(None))
            .order_by(_TEXT.c.version_id)
            .limit(limit)
        )
        return tuple(IndexedText(*row) for row in self._connection.execute(statement))


def hit_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """What a hit looks like in folded text: a whole word, or for the last word its beginning."""
    whole = [re.escape(fold(word)) for word in words]
    begun = [rf"{word}(?![^\W_])" for word in whole[:-1]] + [rf"{word}[^\W_]*" for word in whole[-1:]]
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(begun)})")


def snippet(body: str, pattern: re.Pattern[str]) -> str:
    """A piece of one line with the first hits in it marked; the text's beginning where no hit is found."""
    folded = fold_in_place(body)
    first = pattern.search(folded)
    at = first.start() if first else 0
    start = body.rfind("\n", 0, at) + 1
    start = start if at - start <= _BEFORE else body.find(" ", at - _BEFORE, at) + 1 or at
    end = body.find("\n", at)
    end = len(body) if end < 0 else end
    if end - start > _WHOLE:
        cut = body.rfind(" ", max(at, start), start + _WHOLE)
        end = cut if cut > at else start + _WHOLE
    parts: list[str] = []
    done = start
    for hit in pattern.finditer(folded, start, end):
        parts += [body[done : hit.start()], HIT_START, body[hit.start() : hit.end()], HIT_END]
        done = hit.end()
    return "".join([*parts, body[done:end]])
