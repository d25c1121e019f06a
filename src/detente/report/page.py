"""Render the page's tree as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Findings, Stamp
from detente.report.figures.registry import styles
from detente.report.script import script, script_hash
from detente.report.tree.build import build_page
from detente.report.tree.wording import language_tag

if TYPE_CHECKING:
    from jinja2 import Environment


CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that no page may hold."""


def render(findings: Sequence[Findings], stamp: Stamp) -> str:
    """Return the report: one HTML page that needs no network, and says all it says without its script.

    Parameters
    ----------
    findings
        What the lenses say, in the order a reader should meet it; one without findings is left out.
    stamp
        What it takes to obtain the same page again.

    Returns
    -------
    str
        The page; the same input gives the same text.
    """
    page = environment().get_template("page.html.j2").render(page=build_page(findings, stamp))
    return CONTROLS.sub("\ufffd", page)


@cache
def environment() -> Environment:
    """Return what fills in the templates."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("detente.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(plain_date=plain_date, language_tag=language_tag)
    environment.globals.update(styles=styles, script=script, script_hash=script_hash)
    return environment
