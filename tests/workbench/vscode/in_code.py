"""VS Code itself, in a browser and with the packed extension, on the flagship. Run by ``make code``, once a night."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.chromium import ARGUMENTS, chromium
from tests.workbench.vscode.built import VERSION

ROOT = Path(__file__).parents[3]
FLAGSHIP = ROOT / "examples" / "south-caucasus"
CODE = ROOT / "build" / "code" / "node_modules" / "code-server" / "lib" / "vscode"
PROBE = Path(__file__).with_name("probe")
MOST = 300
"""Seconds that all of it may take."""


@contextmanager
def serving(folder: Path, package: Path) -> Iterator[str]:
    """Serve VS Code with the extension, and the command that starts Detente in its settings; give the address."""
    command, settings = folder / "detente", folder / "data" / "data" / "Machine" / "settings.json"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m detente "$@"\n', "utf-8")
    command.chmod(0o755)
    settings.parent.mkdir(parents=True)
    settings.write_text(json.dumps({"detente.path": str(command)}), "utf-8")
    words = ["node", str(CODE / "out" / "server-main.js"), "--accept-server-license-terms"]
    words += ["--server-data-dir", str(folder / "data"), "--extensions-dir", str(folder / "extensions")]
    subprocess.run([*words, "--install-extension", str(package)], check=True, capture_output=True, timeout=MOST)
    words += ["--host", "127.0.0.1", "--port", "0", "--without-connection-token", "--telemetry-level", "off"]
    log = folder / "log.txt"
    with log.open("w") as out, subprocess.Popen(words, stdout=out, stderr=out) as server:
        try:
            while not (found := re.search(r"agent listening on (\d+)", log.read_text("utf-8"))):
                assert server.poll() is None, log.read_text("utf-8")
                time.sleep(0.1)
            yield f"localhost:{found[1]}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def seen(package: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what was seen of a copy of the flagship in which an actor is misspelt."""
    folder = tmp_path_factory.mktemp("code")
    case, notes = folder / "case", folder / "notes.json"
    shutil.copytree(FLAGSHIP, case)
    text = (case / "conflict.yaml").read_text("utf-8")
    (case / "conflict.yaml").write_text(
        text.replace("by: [azerbaijan, armenia]", "by: [azerbaijan, armenja]", 1), "utf-8"
    )
    with serving(folder, package) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        probe = f"vscode-remote://{host}{PROBE}"
        payload = [["extensionDevelopmentPath", probe], ["extensionTestsPath", f"{probe}/run.js"]]
        page.goto(f"http://{host}/?folder={quote(str(case))}&payload={quote(json.dumps(payload))}")
        end = time.monotonic() + MOST
        while not notes.exists() and time.monotonic() < end:
            page.wait_for_timeout(200)
        browser.close()
    found: dict[str, Any] = json.loads(notes.read_text("utf-8"))
    assert "failed" not in found, found
    return found


def places(word: str) -> list[str]:
    """Return the lines of the flagship that have a word, as file and number."""
    whole = re.compile(rf"(?<![\w-]){word}(?![\w-])")
    texts = {file.name: file.read_text("utf-8").splitlines() for file in sorted(FLAGSHIP.glob("*.yaml"))}
    return [f"{name}:{k}" for name, lines in texts.items() for k, line in enumerate(lines, 1) if whole.search(line)]


def test_problems_are_told_and_mended(seen: dict[str, Any]) -> None:
    assert seen["extension"] == VERSION
    assert [(each["code"], each["on"]) for each in seen["onOpening"]] == [("DT201", "armenja")]
    assert seen["mended"] == ["Write 'armenia'"]
    assert [(each["code"], each["on"]) for each in seen["whileTyping"]] == [("DT201", "armenja")]


def test_ids_and_paragraphs_are_explained_and_found(seen: dict[str, Any]) -> None:
    paragraphs = [line for line in (FLAGSHIP / "dossier.md").read_text("utf-8").splitlines() if line.strip()]

    assert paragraphs[9][:40] in seen["hover"]
    (definition,) = seen["definition"]
    assert definition in places("id: armenia")
    assert sorted(seen["references"]) == sorted(places("escalate"))


def test_the_outline_is_there(seen: dict[str, Any]) -> None:
    ((section, names),) = seen["symbols"]
    assert section == "conflict"
    assert {"sign", "escalate", "az-amendment-first"} <= {*names}
    assert "wanted by 3" in seen["lenses"]["escalate"]
    assert {"conflict:", "joint:", "note: >-"} <= {*seen["folds"]}


def test_what_is_chosen_is_written_in_the_place_of_what_was_typed(seen: dict[str, Any]) -> None:
    assert {"escalate", "sign", "not"} <= {*seen["offered"]}
    assert seen["chosen"] == "when: not escalate"


def test_renaming_changes_every_file_that_has_the_id(seen: dict[str, Any]) -> None:
    old = re.compile(r"(?<![\w-])az-amendment-first(?![\w-])")
    files = {file.name: file.read_text("utf-8") for file in FLAGSHIP.glob("*.yaml")}

    assert seen["renamed"] == {n: old.sub("az-amends-first", text) for n, text in files.items() if old.search(text)}


def test_what_another_program_writes_is_seen_and_the_server_can_be_started_anew(seen: dict[str, Any]) -> None:
    assert "DT403" in seen["elsewhere"]
    assert "DT403" in seen["anew"]


def test_signs_of_paragraphs_are_not_marked_and_choices_come_while_typing(seen: dict[str, Any]) -> None:
    assert seen["marks"] == {"¶": True}
    assert seen["suggests"] == "on"
