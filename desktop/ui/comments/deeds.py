"""What is done in a list of threads becomes a service; every deed can be undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.domain.changes import Outcome
from desktop.domain.ports import UnitOfWork
from desktop.services import commenting
from desktop.ui.comments.threads import ThreadList
from desktop.ui.desk import Desk

INITIATOR = "comments"


def connect(threads: ThreadList, desk: Desk) -> None:
    """Let the list's answers, edits and verdicts reach the workspace."""

    def do(work: Callable[[UnitOfWork], Outcome[Any]]) -> None:
        desk.deed(work, initiator=INITIATOR)

    threads.replied.connect(lambda i, text: do(lambda uow: commenting.reply(uow, i, text)))
    threads.edited.connect(lambda i, text: do(lambda uow: commenting.edit_comment(uow, i, text)))
    threads.deleted.connect(lambda i: do(lambda uow: commenting.delete_comment(uow, i)))
    threads.resolved.connect(lambda i: do(lambda uow: commenting.resolve(uow, i)))
    threads.reopened.connect(lambda i: do(lambda uow: commenting.reopen(uow, i)))
