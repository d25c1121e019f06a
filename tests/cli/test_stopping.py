"""A program told to end does so soon, with one line, and leaves nothing half-written."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.large_case import large_case

pytestmark = pytest.mark.slow

READY = "ready"
SLOW = f"""
import pathlib, sys, time
from detente.cli.running import run

def wait():
    pathlib.Path({READY!r}).touch()
    time.sleep(60)
"""
NEW = f"""{SLOW}
def rename(self, target):
    wait()
pathlib.Path.rename = rename
sys.argv = ["detente", "new", "here"]
run()
"""
EXPORT = f"""{SLOW}
from detente.session.sight import Sight
def pieces(self, to):
    yield "half"
    wait()
Sight.pieces = pieces
sys.argv = ["detente", "export", "large.yaml", "--to", "json", "-o", "here.json"]
run()
"""
REPORT = f"""{SLOW}
from detente.session.sight import Sight
def look(self, lens, options=None, *, forgive=None):
    wait()
Sight.look = look
sys.argv = ["detente", "report", "large.yaml", "-o", "here.html"]
run()
"""
DEAF = f"""{SLOW}
import hashlib
from detente.session.sight import Sight
def look(self, lens, options=None, *, forgive=None):
    pathlib.Path({READY!r}).touch()
    hashlib.pbkdf2_hmac("sha256", b"", b"", (1 << 31) - 1)  # a step within a library that takes minutes
Sight.look = look
sys.argv = ["detente", "report", "large.yaml", "-o", "here.html"]
run()
"""

LOADING = f"""
import pathlib, sys, time

class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            pathlib.Path({READY!r}).touch()
            time.sleep(60)

sys.meta_path.insert(0, Slow())
from detente.cli.running import run
sys.argv = ["detente", "check", "large.yaml"]
run()
"""


@pytest.mark.parametrize(
    "program", [NEW, EXPORT, REPORT, DEAF, LOADING], ids=["new", "export", "report", "deaf", "loading"]
)
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_soon_and_leaves_nothing(tmp_path: Path, program: str, number: signal.Signals) -> None:
    (tmp_path / "large.yaml").write_text(large_case(), encoding="utf-8")
    ready = tmp_path / READY
    running = subprocess.Popen([sys.executable, "-c", program], cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    while not ready.exists() and running.poll() is None:
        time.sleep(0.02)
    running.send_signal(number)
    sent = time.monotonic()
    _, said = running.communicate(timeout=50)

    assert time.monotonic() - sent < 10  # two seconds, and patience for a busy machine
    assert running.returncode == 128 + number
    lines = [line for line in said.splitlines() if "warning" not in line]
    assert lines == ["detente: stopped before it was done; nothing was written"]
    assert {path.name for path in tmp_path.iterdir()} == {READY, "large.yaml"}


def test_a_signal_that_was_to_be_ignored_still_is(tmp_path: Path) -> None:
    """``nohup detente …`` goes on when its terminal is closed."""
    program = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from detente.cli.stopping import Stopping\n"
        "with Stopping():\n    os.kill(os.getpid(), signal.SIGHUP)\nprint('done')"
    )
    assert subprocess.check_output([sys.executable, "-c", program], cwd=tmp_path, text=True) == "done\n"
