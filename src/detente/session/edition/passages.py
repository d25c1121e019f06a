"""Passages: the texts of sources that may go with a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from detente.case import Case
    from detente.case.source_text import SourceText


def passages(case: Case, texts: Mapping[str, SourceText], folder: Path) -> Mapping[str, tuple[str, ...]]:
    """Return by id the paragraphs of the sources whose text stands beside the case, and so may go with the page."""
    shipped = {source.id: str(folder / source.file) for source in case.sources if source.file}
    found = {name: text for name, text in texts.items() if not text.problem and text.path == shipped.get(name)}
    return {name: text.paragraphs for name, text in found.items()}
