"""The report as PDF: what a real Chromium prints, and what is said where none does."""

from __future__ import annotations

import io
import os
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from tests.exports.briefs.edition import edition
from typer.testing import CliRunner

from detente.casefile import template
from detente.cli.main import application
from detente.report import printing, render
from detente.report.printing import PrintingError, printed


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which temporary files are made."""
    made = tmp_path / "temporary"
    made.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(made))
    return made


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(template("my-case"), encoding="utf-8")
    return path


def test_a_pdf_is_tagged_in_its_language_with_title_and_outline(browser: Browser, folder: Path) -> None:
    assert browser.is_connected()
    data = printed(render(edition()), printing.browser())
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.root_object

    assert root["/MarkInfo"] == {"/Type": "/MarkInfo", "/Marked": True}
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert reader.metadata
    assert reader.metadata.title == "The Ford: North and South after the July meeting — as of 10 July 2025"
    assert reader.outline
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "North and South: the Ford is nearly settled." in text
    assert "The answer to “Why it is stuck”." in text
    assert list(folder.iterdir()) == []


def test_nothing_but_the_page_is_looked_for(browser: Browser, folder: Path, server: tuple[str, list[str]]) -> None:
    assert browser.is_connected()
    address, asked = server
    hosts = (address, address.replace("127.0.0.1", "localhost"))
    images = "".join(f'<img alt="" src="{host}/x.png"><link rel="stylesheet" href="{host}/x.css">' for host in hosts)

    assert printed(f"<!doctype html><title>x</title>{images}<p>x", printing.browser())
    assert asked == []
    assert list(folder.iterdir()) == []


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """Return the address of a server on this machine, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}", asked
    running.shutdown()
    running.server_close()


def program(folder: Path, text: str) -> str:
    """Return the path of a program that stands in for Chromium."""
    path = folder / "chromium"
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_a_program_that_hangs_is_ended_with_all_it_started(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "_SECONDS", 1)
    hanging = program(tmp_path, f"sleep 600 & echo $! > {tmp_path / 'child'}\nwait")

    with pytest.raises(PrintingError, match="did not finish within 1 seconds"):
        printed("<p>x", hanging)
    assert _ends(int((tmp_path / "child").read_text(encoding="utf-8")))
    assert list(folder.iterdir()) == []


def _ends(process: int) -> bool:
    """Return whether a process that is not ours comes to its end."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("text", ["echo it is broken >&2; exit 1", 'echo "it is broken" >&2'])
def test_a_program_that_prints_nothing_is_told_of(text: str, tmp_path: Path, folder: Path) -> None:
    with pytest.raises(PrintingError, match="gave no PDF: it is broken"):
        printed("<p>x", program(tmp_path, text))
    assert list(folder.iterdir()) == []


def test_the_command_writes_it_whole_or_leaves_the_old_file(
    case: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    copying = 'for word; do case "$word" in --print-to-pdf=*) printf "%%PDF-made" > "${word#*=}";; esac; done'
    out = tmp_path / "report.PDF"

    program(tmp_path, copying)
    written = CliRunner().invoke(application(), ["report", str(case), "--out", str(out)])
    assert (written.exit_code, out.read_bytes()) == (0, b"%PDF-made")
    assert written.stdout == f"{out}\n"
    program(tmp_path, "exit 1")
    refused = CliRunner().invoke(application(), ["report", str(case), "--out", str(out)])
    assert (refused.exit_code, out.read_bytes()) == (2, b"%PDF-made")
    assert list(folder.iterdir()) == []


def test_without_a_browser_it_says_so(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = CliRunner().invoke(application(), ["report", str(case), "--out", str(tmp_path / "x.pdf")])

    assert (result.exit_code, result.stdout) == (2, "")
    said = " ".join(result.stderr.replace("│", " ").split())
    assert "a PDF is printed by Chromium, and none is installed; install it, or write .html and print that" in said
    assert not (tmp_path / "x.pdf").exists()
    with pytest.raises(PrintingError):
        printing.browser()
