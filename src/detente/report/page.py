"""Render the page's tree as HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.report.figures.registry import styles
from detente.report.script import script, script_hash
from detente.report.sparing import sparing
from detente.report.tree.build import build_page
from detente.report.tree.comparison import compare
from detente.report.tree.wording import css_string, runs, runs_both_ways, spare

if TYPE_CHECKING:
    from jinja2 import Environment

    from detente.findings import Edition, Stamp
    from detente.report.drawings import Drawings

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Characters that no page may hold."""


def render(edition: Edition, drawings: Drawings | None = None) -> str:
    """Return the report: one HTML page that needs no network, and says all it says without its script.

    Parameters
    ----------
    edition
        All that it holds.
    drawings
        The figures of the same page as it was before, for one that is written again and again.

    Returns
    -------
    str
        The page; the same input gives the same text.
    """
    return _filled("page.html.j2", edition.stamp, page=build_page(edition, drawings))


def render_comparison(editions: Sequence[Edition]) -> str:
    """Return one HTML page that says what scenarios of a case change, side by side.

    Parameters
    ----------
    editions
        What the page of each would hold, the case as it is first; at least two.
    """
    found = compare(editions)
    return _filled("comparison.html.j2", found.stamp, found=found)


def _filled(template: str, stamp: Stamp, **names: object) -> str:
    return sparing(CONTROLS.sub("\ufffd", environment().get_template(template).render(stamp=stamp, **names)))


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
    environment.filters.update(plain_date=plain_date, css_string=css_string, spare=spare, runs=runs)
    environment.tests.update(two_way=runs_both_ways)
    environment.globals.update(styles=styles, script=script, script_hash=script_hash)
    return environment
