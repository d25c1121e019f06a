"""A real editor on the flagship: Neovim's own commands ask ``detente lsp``, and show what they get."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.workbench.neovim.neovim import NOTICE, neovim

FLAGSHIP = Path(__file__).parents[3] / "examples" / "south-caucasus"
WORDS = re.compile(r"[A-Za-z0-9-]+")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what somebody saw who went through a copy of the flagship, in which an id is misspelt on the disk."""
    program = neovim()
    if program is None and os.environ.get("CI") == "true":
        pytest.fail(NOTICE)
    if program is None:
        pytest.skip(NOTICE)
    folder = tmp_path_factory.mktemp("neovim")
    case, notes = folder / "case", folder / "notes.json"
    shutil.copytree(FLAGSHIP, case)
    roadmap = case / "roadmap.yaml"
    text = roadmap.read_text("utf-8").replace("demanded_by: [azerbaijan", "demanded_by: [azerbaijn", 1)
    roadmap.write_text(text, "utf-8")
    server = json.dumps([sys.executable, "-m", "detente", "lsp"])
    script = Path(__file__).with_name("drive.lua")
    quiet = ("--headless", "-u", "NONE", "-n", "-i", "NONE")
    said = subprocess.run(
        [program, *quiet, "-c", f"luafile {script}"],
        env={**os.environ, "CASE": str(case), "NOTES": str(notes), "SERVER": server, "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    found: dict[str, Any] = json.loads(notes.read_text("utf-8")) if notes.exists() else {}
    assert (said.returncode, found.get("missing")) == (0, None), (found.get("told"), said.stderr)
    return found


def lines_with(word: str) -> list[str]:
    """Return the places of the flagship that have a word, as file and line."""
    files = sorted(FLAGSHIP.glob("*.yaml"))
    texts = {file.name: file.read_text("utf-8").splitlines() for file in files}
    return [
        f"{name}:{k}" for name, lines in texts.items() for k, line in enumerate(lines, 1) if word in WORDS.findall(line)
    ]


def test_a_file_that_is_wrong_is_told_of_when_it_is_opened(seen: dict[str, Any]) -> None:
    (told,) = seen["on_opening"]

    assert (told["code"], told["on"]) == ("DT201", "azerbaijn")
    assert "did you mean 'azerbaijan'?" in told["says"]


def test_a_slip_is_told_of_while_typing_and_mended_by_a_quick_fix(seen: dict[str, Any]) -> None:
    (told,) = seen["while_typing"]

    assert (told["code"], told["on"]) == ("DT201", "armenja")
    assert seen["mended"] is True


def test_hovering_shows_the_paragraph(seen: dict[str, Any]) -> None:
    paragraphs = [line for line in (FLAGSHIP / "dossier.md").read_text("utf-8").splitlines() if line.strip()]

    assert paragraphs[9][:40] in seen["hover"]


def test_the_definition_is_in_another_file(seen: dict[str, Any]) -> None:
    assert seen["definition"]["file"] == "actors.yaml"
    assert WORDS.findall(seen["definition"]["on"])[0] == "armenia"


def test_references_are_listed(seen: dict[str, Any]) -> None:
    assert sorted(seen["references"]) == sorted(lines_with("escalate"))


def test_options_are_offered_in_a_condition_and_take_the_place_of_what_is_typed(seen: dict[str, Any]) -> None:
    assert {"escalate", "sign", "accept-operator@armenia", "not"} <= {*seen["offered"]}
    assert "armenia" not in seen["offered"]
    assert seen["completed"].strip() == "when: not escalate"


def test_lenses_say_how_often_a_record_is_used(seen: dict[str, Any]) -> None:
    assert "wanted by 3" in seen["lenses"]["escalate"]


def test_renaming_changes_every_file_that_has_the_id_and_nothing_else(seen: dict[str, Any]) -> None:
    old = re.compile(r"(?<![\w-])az-amendment-first(?![\w-])")
    files = {file.name: file.read_text("utf-8") for file in FLAGSHIP.glob("*.yaml")}

    assert seen["renamed"] == {n: old.sub("az-amends-first", text) for n, text in files.items() if old.search(text)}
    assert [words.splitlines()[0] for words in seen["after_renaming"]] == ["no actor has the id 'armenja'"]
