"""Quotes are looked up in the texts at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from detente.session import open_case

WORDS = "The first line\n\n  The parties “agreed” — after five hours.\n\u00a0\nPoint nine is not cited any more.\n"


def codes(folder: Path, cite: str, source: str = "file: text.txt", *, sources: Path | None = None) -> list[str]:
    (folder / "case.yaml").write_text(
        f"case: {{id: demo, as_of: 2025}}\nsources: [{{id: s, {source}}}]\nissues: [{{id: i, cites: [{cite}]}}]\n",
        encoding="utf-8",
    )
    return [f"{d.code} {d.hint}".strip() for d in open_case(folder, sources=sources).diagnostics]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text(WORDS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "cite",
    [
        "s ¶2",
        "s",
        "{source: s, at: ¶2, quote: after five hours}",
        "{source: s, at: 2, quote: after five hours}",
        "{source: s, at: ¶2, quote: 'parties \"agreed\" - after'}",
        "{source: s, at: ¶2-3, quote: point  nine}",
        "{source: s, at: ¶1-3, quote: hours. Point nine}",
        "{source: s, at: p. 3, quote: Point nine}",
        "{source: s, quote: THE FIRST LINE}",
    ],
)
def test_a_quote_that_stands_there_is_fine(cite: str, folder: Path) -> None:
    assert codes(folder, cite) == []


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("{source: s, at: ¶1, quote: after five hours}", ["DT403 it stands in ¶2"]),
        ("{source: s, at: ¶2, quote: after six hours}", ["DT403"]),
        ("{source: s, quote: never said}", ["DT403"]),
        ("s ¶4", ["DT402"]),
        ("s ¶0", ["DT402"]),
        ("s ¶2-9", ["DT402"]),
    ],
)
def test_a_quote_that_does_not_is_an_error(cite: str, expected: list[str], folder: Path) -> None:
    assert codes(folder, cite) == expected


def test_the_checksum_must_match(folder: Path) -> None:
    right = hashlib.sha256(WORDS.encode()).hexdigest()

    assert codes(folder, "s", f"file: text.txt, sha256: {right}") == []
    assert codes(folder, "s", f"file: text.txt, sha256: {right.upper()}") == []
    assert codes(folder, "s", f"file: text.txt, sha256: {'0' * 64}") == [f"DT401 it is {right}"]


@pytest.mark.parametrize("name", ["missing.txt", "../text.txt", "/etc/passwd", "folder", "latin.txt", "link.txt"])
def test_a_text_that_cannot_be_read_is_an_error(name: str, folder: Path) -> None:
    (folder / "folder").mkdir()
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    (folder / "link.txt").symlink_to("/etc/passwd")

    assert codes(folder, "{source: s, quote: x}", f"file: {name}") == ["DT400"]


def test_a_folder_of_texts_serves_sources_without_a_file(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = tmp_path_factory.mktemp("texts")
    (texts / "s.md").write_text("Another text\n", encoding="utf-8")

    assert codes(folder, "{source: s, quote: another text}", "title: T", sources=texts) == []
    assert codes(folder, "{source: s, quote: the first line}", "title: T", sources=texts) == ["DT403"]


def test_without_a_text_nothing_is_looked_up(folder: Path) -> None:
    assert codes(folder, "{source: s, at: ¶99, quote: anything}", "title: T") == []


def test_paragraphs_are_counted_in_words(folder: Path, tmp_path: Path) -> None:
    def message(text: str) -> str:
        (tmp_path / "text.txt").write_text(text, encoding="utf-8")
        codes(folder, "s ¶9")
        return open_case(folder).diagnostics[0].message

    assert message("One line.\n") == "'s' has 1 paragraph, no ¶9"
    assert message("One line.\nAnother.\n") == "'s' has 2 paragraphs, no ¶9"
