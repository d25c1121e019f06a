"""What the page brings along of others: each file is what is written down of it, and nothing comes from elsewhere."""

from __future__ import annotations

import hashlib
import json
import re

import pytest
from tests.conftest import ROOT

STATIC = ROOT / "src" / "detente" / "workbench" / "web" / "static"
VENDOR = STATIC / "vendor"
VENDORED = json.loads((VENDOR / "VENDORED.json").read_text("utf-8"))
OWN = sorted([*STATIC.glob("*.js"), *STATIC.glob("*.css"), *(STATIC.parent / "templates").iterdir()])
_ELSEWHERE = re.compile(r"(?:https?:)?//(?!www\.w3\.org)[a-z0-9-]+\.[a-z]", re.IGNORECASE)


@pytest.mark.parametrize("each", VENDORED, ids=lambda each: each["file"])
def test_a_file_is_what_is_written_down(each: dict[str, str]) -> None:
    data = (VENDOR / each["file"]).read_bytes()
    assert hashlib.sha256(data).hexdigest() == each["sha256"]
    assert re.fullmatch(r"\d+\.\d+\.\d+", each["version"])
    assert each["licence"] in ("MIT", "BSD-0-Clause")


def test_every_file_is_written_down_and_made_of_what_the_build_pins() -> None:
    beside = {"VENDORED.json", "codemirror.LICENSE"}
    assert {path.name for path in VENDOR.iterdir()} == {each["file"] for each in VENDORED} | beside
    pinned = json.loads((ROOT / "editors" / "workbench" / "package.json").read_text("utf-8"))["dependencies"]
    made_of = {part["name"]: part["version"] for each in VENDORED for part in each.get("made_of", [each])}
    assert pinned.items() <= made_of.items()


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_nothing_of_ours_names_an_address_elsewhere(path: object) -> None:
    text = (STATIC / str(path)).read_text("utf-8")
    assert not _ELSEWHERE.findall(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))
