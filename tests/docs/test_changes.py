"""Fragments of the changelog are gathered under their kinds, each once, above the releases before."""

from __future__ import annotations

from pathlib import Path

import pytest
from docs.generate import changes


def plant(root: Path, fragments: dict[str, str]) -> None:
    (root / "changelog.d").mkdir(exist_ok=True)
    for name, text in fragments.items():
        (root / "changelog.d" / name).write_text(text, encoding="utf-8")


def test_a_release_gathers_the_fragments_above_the_release_before(tmp_path: Path) -> None:
    fixed = {"10.fixed.md": "Ten is\nmended.\n", "9.words.fixed.md": "Nine is mended.\n"}
    plant(tmp_path, {"README.md": "How to write one.", "9.added.md": "Nine is new.", **fixed})
    changes.release(tmp_path, "1, in May")
    plant(tmp_path, {"11.removed.md": "Eleven is gone.\n"})
    changes.release(tmp_path, "2, in June")

    assert (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8") == (
        "# Changelog\n"
        "\n## 2, in June\n"
        "\n### Removed\n\n- Eleven is gone.\n"
        "\n## 1, in May\n"
        "\n### Added\n\n- Nine is new.\n"
        "\n### Fixed\n\n- Nine is mended.\n- Ten is\n  mended.\n"
    )
    assert [path.name for path in (tmp_path / "changelog.d").iterdir()] == ["README.md"]


@pytest.mark.parametrize("name", ["fixed.md", "7.mended.md", "7.two.words.fixed.md"])
def test_a_fragment_without_an_issue_or_kind_stops_the_release(name: str, tmp_path: Path) -> None:
    plant(tmp_path, {name: "It is mended.", "7.fixed.md": "It is mended."})
    with pytest.raises(ValueError, match=rf"changelog\.d/{name} is not named"):
        changes.release(tmp_path, "1, in May")

    assert not (tmp_path / "CHANGELOG.md").exists()
    assert len(changes.fragments(tmp_path)) == 2


def test_every_fragment_is_on_the_page_and_short() -> None:
    page = changes.text().replace("\n  ", "\n")
    for path in changes.fragments(changes.ROOT):
        text = path.read_text(encoding="utf-8")
        assert text.strip() in page
        assert 0 < len(text.split()) <= 80, path.name
