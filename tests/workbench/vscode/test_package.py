"""The packed extension holds what it needs and nothing else, and says of itself what is so."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.workbench.vscode.built import VERSION

HOME = Path(__file__).parents[3] / "editors" / "vscode"


@pytest.fixture(scope="module")
def manifest(unpacked: Path) -> dict[str, Any]:
    """Return what the extension says of itself."""
    read: dict[str, Any] = json.loads((unpacked / "package.json").read_text("utf-8"))
    return read


def test_it_holds_the_bundle_and_what_belongs_to_it(package: Path) -> None:
    with ZipFile(package) as archive:
        names = {*archive.namelist()}
        sizes = sum(each.compress_size for each in archive.infolist())
        stated = archive.read("extension.vsixmanifest").decode()

    assert names == {
        "[Content_Types].xml",
        "extension.vsixmanifest",
        "extension/LICENSE.txt",
        "extension/package.json",
        "extension/readme.md",
        "extension/dist/extension.js",
        "extension/dist/licences.txt",
    }
    assert sizes < 200_000
    assert re.search(rf'<Identity [^>]*Id="detente-vscode" Version="{VERSION}" Publisher="detente"', stated)


def test_it_is_of_the_same_version_as_detente(manifest: dict[str, Any]) -> None:
    assert manifest["version"] == VERSION


def test_every_setting_and_command_is_described_and_explained_and_no_setting_is_read_besides(
    manifest: dict[str, Any],
) -> None:
    settings = manifest["contributes"]["configuration"]["properties"]
    commands = manifest["contributes"]["commands"]
    readme = (HOME / "README.md").read_text("utf-8")
    read = re.findall(r'getConfiguration\("detente"\)\.get\("(\w+)"\)', (HOME / "extension.js").read_text("utf-8"))

    assert {f"detente.{key}" for key in read} == {*settings}
    for name, setting in settings.items():
        assert setting["description"]
        assert "default" in setting
        assert name in readme
    assert all(f"{each['category']}: {each['title']}" in readme for each in commands)


def test_it_wakes_up_where_a_case_may_be_and_runs_no_program_that_a_folder_names(manifest: dict[str, Any]) -> None:
    assert manifest["activationEvents"] == ["onLanguage:yaml"]
    assert manifest["capabilities"]["untrustedWorkspaces"]["restrictedConfigurations"] == ["detente.path"]


def test_the_licences_of_all_that_is_bundled_are_there(unpacked: Path) -> None:
    lock = json.loads((HOME / "package-lock.json").read_text("utf-8"))["packages"]
    bundled = {
        f"{path.removeprefix('node_modules/')} {each['version']} ({each['license']})"
        for path, each in lock.items()
        if path and not each.get("dev") and not each.get("optional")
    }
    text = (unpacked / "dist" / "licences.txt").read_text("utf-8")

    assert {*re.findall(r"^\S+ \d\S+ \(.+\)$", text, re.MULTILINE)} == bundled
    assert "Apache License" in (unpacked / "LICENSE.txt").read_text("utf-8")


def test_every_package_is_pinned_and_no_address_is_recorded() -> None:
    manifest = json.loads((HOME / "package.json").read_text("utf-8"))
    wanted = {**manifest["dependencies"], **manifest["devDependencies"]}
    lock = json.loads((HOME / "package-lock.json").read_text("utf-8"))["packages"]

    assert {lock[f"node_modules/{name}"]["version"] for name in wanted} == {*wanted.values()}
    assert all(each["integrity"].startswith("sha512-") for path, each in lock.items() if path)
    assert not any("resolved" in each for each in lock.values())
