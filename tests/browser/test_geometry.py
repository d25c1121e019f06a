"""What geometry is to find in drawings, drawn wrong on purpose beside what is right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.browser.gallery import complaints, gallery

Open = Callable[..., Page]

_WORD = '<text x="100" y="50">Vienna</text>'
_LINE = '<path class="link" d="M0 45H400"/>'
_PAPER = 'style="fill:var(--paper)"'
RIGHT = (
    f'{_WORD}<path class="link" d="M0 30H400M0 60H400"/><circle class="disc" cx="80" cy="45" r="9"/>',
    f"<g>{_WORD}{_LINE}</g>",
    '<rect class="ground" x="90" y="20" width="90" height="50" style="fill:var(--panel)"/>' + _WORD,
    f'<text x="100" y="30">Minsk</text>{_WORD}',
)
WRONG = {
    f"{_WORD}{_LINE}": "link crosses “Vienna”",
    f'{_WORD}<path class="link" d="M100 10Q130 80 160 10"/>': "link crosses “Vienna”",
    f'{_WORD}<path class="link" d="M0 54H400" style="stroke-width:20px"/>': "link crosses “Vienna”",
    f'{_WORD}<path class="speck" d="M10 10h0M120 45h0" stroke-width="4"/>': "speck crosses “Vienna”",
    f'{_WORD}<circle class="disc" cx="120" cy="45" r="30"/>': "disc crosses “Vienna”",
    '<text x="100" y="50">2025</text><text x="134" y="50">2026</text>': "“2025” lies on “2026”",
    f'<text x="100" y="35">Minsk</text><g style="stroke:red;stroke-width:14px">{_WORD}</g>': (
        "the halo of “Vienna” covers “Minsk”"
    ),
    '<text x="380" y="50">Vienna</text>': "“Vienna” sticks out",
    '<circle class="disc" cx="300" cy="98" r="9"/>': "disc sticks out",
    '<text x="100" y="50" style="font-size:11px">Vienna</text>': "“Vienna” is 11.0 px high",
    f'<circle class="spot" cx="9" cy="9" r="5" {_PAPER}/>': "spot has a contrast of 1.00",
    f'<text x="9" y="50" {_PAPER}>Vienna</text>': "“Vienna” has a contrast of 1.00",
    f'<rect class="later" width="400" height="100" style="fill:#ccc"/><g style="opacity:0.99">{_WORD}</g>': "",
}


def _page(path: Path, *bodies: str, wide: int = 400) -> Path:
    drawn = "".join(
        f'<figure id="{number}"><svg role="img" aria-label="a" class="drawing" viewBox="0 0 {wide} 100"'
        f' style="width:{wide}px;aspect-ratio:{wide}/100">{body}</svg></figure>'
        for number, body in enumerate(bodies)
    )
    path.write_text(gallery([]).replace("</main>", f"{drawn}</main>"), "utf-8")
    return path


def test_what_is_wrong_is_found_and_nothing_else(visit: Open, tmp_path: Path) -> None:
    page = visit(_page(tmp_path / "page.html", *RIGHT, *WRONG))
    wanted = [f"{number}: {words}" for number, words in enumerate(WRONG.values(), len(RIGHT)) if words]

    assert complaints(page, 400, contrast=True) == wanted


@pytest.mark.parametrize("column", [300, 320])
def test_a_drawing_that_does_not_fill_its_column_is_found(visit: Open, tmp_path: Path, column: int) -> None:
    page = visit(_page(tmp_path / "page.html", "", wide=300))

    assert complaints(page, column) == (["0: it is 300 of 320 px wide"] if column == 320 else [])
