"""Findings in a notebook: they follow its theme, whatever the system's, and leave the rest of it alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from tests.browser.conftest import Open

from detente.casefile import template
from detente.session import open_case

HOST = """<!doctype html><html {html}><head><meta charset="utf-8"><style>
.host table {{ width: auto; }} .host td, .host th, .host tr {{ text-align: right; padding: 0; }}
.host tbody tr:nth-child(odd) {{ background: red; }} .host h2 {{ color: rgb(1, 2, 3); }}
</style></head><body {body} class="{kind}"><div class="host"><h2 id="own">Own</h2>{shown}</div></body></html>"""

LOOKS = """() => {
  const look = (query, name) => getComputedStyle(document.querySelector(query))[name];
  return {
    paper: look(".detente", "backgroundColor"), ink: look(".detente", "color"),
    row: look(".detente tbody tr", "backgroundColor"), aligned: look(".detente tbody th", "textAlign"),
    own: look("#own", "color"), body: look("body", "backgroundColor"),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
}"""

LIGHT = ("rgb(252, 251, 248)", "rgb(29, 30, 33)")
DARK = ("rgb(20, 22, 26)", "rgb(232, 229, 222)")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("case") / "case.yaml"
    path.write_text(template("demo"), encoding="utf-8")
    findings: Any = open_case(path).at().conflict()
    return str(findings._repr_html_())


@pytest.mark.parametrize(
    ("host", "scheme", "colours"),
    [
        ({"body": 'data-jp-theme-light="true"'}, "dark", LIGHT),
        ({"body": 'data-jp-theme-light="false"'}, "light", DARK),
        ({"kind": "vscode-light"}, "dark", LIGHT),
        ({"kind": "vscode-dark"}, "light", DARK),
        ({"html": 'theme="dark"'}, "light", DARK),
        ({"body": 'data-theme="light"'}, "dark", LIGHT),
        ({"body": 'data-theme="auto"'}, "dark", DARK),
        ({}, "light", LIGHT),
    ],
)
def test_colours_follow_the_notebook(
    host: dict[str, str],
    scheme: Literal["light", "dark"],
    colours: tuple[str, str],
    *,
    shown: str,
    visit: Open,
    tmp_path: Path,
) -> None:
    page = tmp_path / "page.html"
    page.write_text(HOST.format_map({"html": "", "body": "", "kind": "", "shown": shown} | host), encoding="utf-8")

    tab = visit(page, width=700, scheme=scheme)
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    looks = tab.evaluate(LOOKS)

    assert (looks["paper"], looks["ink"]) == colours
    assert looks["row"] == "rgba(0, 0, 0, 0)"
    assert looks["aligned"] == "left"
    assert looks["own"] == "rgb(1, 2, 3)"
    assert looks["body"] == "rgba(0, 0, 0, 0)"
    assert not looks["wide"]
