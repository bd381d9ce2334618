"""From process start to a usable window, against a bare PySide6 + SQLAlchemy window in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
import sqlalchemy
app = QApplication([])
engine = sqlalchemy.create_engine("sqlite:///" + sys.argv[1])
with engine.connect() as connection:
    rows = connection.execute(sqlalchemy.text("select id, title from release order by title limit 50")).all()
model = QStandardItemModel(0, 2)
for row in rows:
    model.appendRow([QStandardItem(str(cell)) for cell in row])
view = QTableView()
view.setModel(model)
window = QMainWindow()
window.setCentralWidget(view)
window.resize(1280, 800)
window.show()
def ready():
    window.grab()
    print("ready", flush=True)
    app.quit()
QTimer.singleShot(0, ready)
app.exec()
"""

#: In the order in which the command itself begins.
OURS = """
import sys
from desktop.app.collector import rest_collector
rest_collector()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.app.window import open_window
app = QApplication([])
def look():
    for widget in app.topLevelWidgets():
        if type(widget).__name__ == "MainWindow" and widget.isVisible() and widget.is_ready():
            widget.grab()
            print("ready", flush=True)
            widget.close()
            app.quit()
            return
timer = QTimer()
timer.timeout.connect(look)
timer.start(2)
open_window(sys.argv[1])
"""

RUNS = 7


def _time(code: str, path: Path) -> float:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(path.parent / "config")}
    started = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = (time.perf_counter() - started) * 1000
        process.wait(60)
    assert line.strip() == b"ready", f"the window never became usable: {line!r}"
    return taken


def figures() -> Iterator[Figure]:
    """A small workspace, then one with 20,000 releases and 100,000 contacts."""
    from desktop.app import sample, wiring
    from tests.benchmarks.seed_scale import fill

    with tempfile.TemporaryDirectory() as name:
        small, large = Path(name, "small.comunicado"), Path(name, "large.comunicado")
        workspace = wiring.create_new(small)
        sample.fill_sample(workspace)
        workspace.close()
        fill(large, releases=20_000, contacts=100_000)
        for what, path in (("start to usable window, sample", small), ("… 20,000 releases, 100,000 contacts", large)):
            _time(BARE, path), _time(OURS, path)  # warm the disk's cache
            bare, ours = [], []
            for _ in range(RUNS):
                bare.append(_time(BARE, path))
                ours.append(_time(OURS, path))
            yield Figure(what, ours, bar=1.5, measure="ratio", baseline=bare)
