"""The pages hold together: links lead somewhere, targets exist, the picture is there, the site builds."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from docs.generate import written_by_hand
from tests.docs.pages import DOCS, PAGES, ROOT, blocks, name
from tests.docs.shell import TARGETS, steps

LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")
PICTURES = {"report.png": 300_000, "workbench.png": 200_000}
"""How many bytes each may have."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_to_files_lead_somewhere(page: Path) -> None:
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        target = match["target"].partition("#")[0]
        if target and not re.match(r"https?:", target):
            assert (page.parent / target).is_file(), f"{name(page)}: {target}"


def test_targets_of_make_exist() -> None:
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        shown = [command for block in blocks(page) if block.language == "console" for command, _ in steps(block.text)]
        mentioned = re.findall(r"`(make [a-z-]+)`", text) + [command for command in shown if command.startswith("make")]
        for command in mentioned:
            assert command.split()[1] in TARGETS, f"{name(page)}: {command}"


def test_the_readme_has_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "$ make report\n$ make test\n" in readme


@pytest.mark.parametrize("picture", PICTURES)
def test_pictures_are_small_and_wide(picture: str) -> None:
    data = (DOCS / "images" / picture).read_bytes()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20]) == 1280
    assert len(data) < PICTURES[picture]


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_pages_are_tidy(page: Path) -> None:
    lines = written_by_hand(page.read_text(encoding="utf-8")).splitlines()
    headings = [len(line) - len(line.lstrip("#")) for line in _prose(lines) if re.match(r"#+ ", line)]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(headings))
    too_long = [line for line in _prose(lines) if len(line) > 120 and "|" not in line and "](" not in line]
    assert not too_long, f"{name(page)}: {too_long}"


def _prose(lines: list[str]) -> list[str]:
    """Return the lines outside of fences."""
    kept, fenced = [], False
    for line in lines:
        if line.startswith("```"):
            fenced = not fenced
        elif not fenced:
            kept.append(line)
    return kept


def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "--quiet", "-W", "--keep-going", "-d", str(tmp_path / "trees")]
    built = subprocess.run([*command, str(DOCS), str(tmp_path / "site")], check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site" / "reference" / "codes.html").read_text(encoding="utf-8")
    assert 'id="dt403"' in page
    assert "generated:" not in page
    api = (tmp_path / "site" / "reference" / "api.html").read_text(encoding="utf-8")
    assert "<strong>path</strong>" in api
    assert "<strong>version</strong> (<em>str</em>)" in api  # listed together in the docstring of a sight
