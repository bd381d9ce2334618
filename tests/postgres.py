"""A private PostgreSQL cluster for the tests: in a temporary folder, on a Unix socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg

#: PostgreSQL refuses to run as root; Debian's package makes this account.
_ACCOUNT = "postgres"


class PostgresqlMissingError(RuntimeError):
    """No PostgreSQL 15 or newer is installed here."""


def _programs() -> Path:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if versions and int(versions[-1].parts[-3]) >= 15:
        return versions[-1].parent
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    raise PostgresqlMissingError("PostgreSQL 15 or newer is not installed")


class PrivatePostgresql:
    """A running cluster. :meth:`url` names a database in it; :meth:`create` makes one."""

    def __init__(self) -> None:
        self._bin = _programs()
        self._account = _ACCOUNT if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="comunicado-pg-", dir="/tmp"))
        self._made = 0
        try:
            if self._account:
                shutil.chown(self._folder, self._account, self._account)
            self._run(
                "initdb",
                "-D",
                str(self._folder / "data"),
                "-U",
                _ACCOUNT,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
                "--locale=C.UTF-8",
            )
            speed = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=32MB"
            options = f"-k {self._folder} -c listen_addresses='' {speed}"
            log = str(self._folder / "log")
            self._run("pg_ctl", "-D", str(self._folder / "data"), "-l", log, "-w", "-o", options, "start")
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "-w", "stop")
        shutil.rmtree(self._folder, ignore_errors=True)

    def url(self, database: str) -> str:
        """The address of a database of this cluster."""
        return f"postgresql://{_ACCOUNT}@/{database}?host={self._folder}"

    def create(self, template: str = "template0") -> str:
        """A new database, empty or a copy of another; answers its name."""
        self._made += 1
        name = f"test_{self._made}"
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Remove a database."""
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._bin / program), *arguments],
            check=True,
            user=self._account,
            cwd=self._folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=60,
        )
