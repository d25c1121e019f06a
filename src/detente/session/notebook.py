"""Notebooks: what is found is shown there as on the page, and a sight says how to call its lenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates.words import plain_date
from detente.findings import Figure, Finding, Findings, Table
from detente.findings.shown import html
from detente.lenses.registry import shipped

if TYPE_CHECKING:
    from detente.situation import Situation


@html.register
def _(shown: Finding | Findings | Table | Figure) -> str:
    from detente.report.fragment import fragment  # only notebooks need it

    return fragment(shown)


def header(situation: Situation) -> str:
    """Return which situation this is, and the calls that look at it, as HTML."""
    from detente.report.fragment import calls

    case = situation.case
    scenario = situation.scenario
    facts = [f"as of {plain_date(str(situation.as_of))}"]
    if scenario is not None:
        facts.append(scenario.label)
    ways = [(f".{lens.command or key}()", lens.question) for key, lens in shipped().items() if lens.applies(case)]
    return calls(case.case.label, facts, ways)
