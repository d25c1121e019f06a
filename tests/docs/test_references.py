"""Every work that is cited has an entry, and the files that say how to cite Detente are in order."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from docs.generate import bibliography
from tests.docs.pages import DOCS, PAGES, ROOT, name

from detente.methods.gmcr.stability.registry import further_concept, shipped

KEY = re.compile(r"\b(?:[A-Z][A-Za-z]*[a-z]|EDTF)(?:19|20)\d{2}[a-z]?\b")
SOURCES = sorted((ROOT / "src").rglob("*.py"))


@pytest.mark.parametrize("path", [path for path in SOURCES if KEY.search(path.read_text(encoding="utf-8"))], ids=name)
def test_every_key_in_the_code_has_an_entry(path: Path) -> None:
    cited = set(KEY.findall(path.read_text(encoding="utf-8")))
    assert cited <= set(bibliography.entries())


def test_every_section_of_references_holds_keys() -> None:
    """A reference that is not a key could not be looked up."""
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        for listed in re.findall(r"^ *References\n *-{5,}\n *(.+)$", text, re.MULTILINE):
            words = re.split(r",\s*", listed.strip())
            assert all(KEY.fullmatch(word) for word in words), f"{name(path)}: {listed}"


def test_every_concept_names_its_sources() -> None:
    further = [further_concept(key) for key in ("sim", "l2", "nm")]
    for concept in (*shipped().values(), *further):
        assert concept is not None
        assert concept.references
        assert set(concept.references) <= set(bibliography.entries())


def test_every_entry_is_on_the_bibliography_page_and_says_enough() -> None:
    text = bibliography.text()
    for key, work in bibliography.entries().items():
        assert f"**{key}**" in text
        assert {"author", "title", "year"} <= set(work), key
        assert key.endswith(work["year"]), key
    assert "\\" not in text
    assert "Rêgo" in text


def test_every_key_in_the_pages_has_an_entry() -> None:
    for page in PAGES:
        assert set(KEY.findall(page.read_text(encoding="utf-8"))) <= set(bibliography.entries()), name(page)


def test_no_entry_is_lost_in_reading() -> None:
    written = re.findall(r"^@\w+\{", (DOCS / "references.bib").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(written) == len(bibliography.entries())


def test_the_citation_file_is_in_order_and_agrees_with_the_package() -> None:
    cff = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert cff["cff-version"] == "1.2.0"
    assert {"message", "title", "authors", "version", "license", "type"} <= set(cff)
    assert cff["version"] == project["version"]
    assert cff["license"] == project["license"]
    assert [author["name"] for author in cff["authors"]] == [author["name"] for author in project["authors"]]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"version = {{{project['version']}}}" in readme
    assert cff["title"] in readme
