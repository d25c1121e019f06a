"""``python -m docs.generate``: write new copies of generated parts into the pages that hold some."""

from __future__ import annotations

from pathlib import Path

from docs.generate import renewed

for page in sorted(Path(__file__).parents[1].rglob("*.md")):
    held = page.read_text(encoding="utf-8")
    new = renewed(held)
    if new != held:
        page.write_text(new, encoding="utf-8")
