"""Small values of the workspace."""

from __future__ import annotations

from sqlalchemy import insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from desktop.domain.ports import Clock
from desktop.storage.schema import desk

_SETTING = desk.setting


class SqlSettings:
    """Fulfils :class:`desktop.domain.ports.Settings`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def get(self, name: str, default: str = "") -> str:
        """See the port."""
        found = self._connection.execute(select(_SETTING.c.value).where(_SETTING.c.name == name)).scalar()
        return default if found is None else str(found)

    def set(self, name: str, value: str) -> None:
        """See the port."""
        now = self._clock.now()
        mine = update(_SETTING).where(_SETTING.c.name == name)
        changed = self._connection.execute(mine.values(value=value, updated_at=now, rev=_SETTING.c.rev + 1))
        if changed.rowcount == 0:
            self._connection.execute(insert(_SETTING).values(name=name, value=value, updated_at=now, rev=1))

    def count_up(self, name: str) -> int:
        """See the port. The row is written before it is read: on PostgreSQL that holds it until the end of the work."""
        mine = update(_SETTING).where(_SETTING.c.name == name)
        touched = self._connection.execute(mine.values(updated_at=self._clock.now(), rev=_SETTING.c.rev + 1))
        if touched.rowcount == 0:
            fresh = {"name": name, "value": "0", "updated_at": self._clock.now(), "rev": 1}
            made = postgresql.insert if self._connection.dialect.name == "postgresql" else sqlite.insert
            self._connection.execute(made(_SETTING).values(fresh).on_conflict_do_nothing())
            self._connection.execute(mine.values(rev=_SETTING.c.rev + 1))
        value = int(self.get(name) or 0) + 1
        self._connection.execute(mine.values(value=str(value)))
        return value
