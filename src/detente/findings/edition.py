"""Editions: all that one page holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.findings.brief import Brief
from detente.findings.finding import Finding
from detente.findings.findings import Findings
from detente.findings.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Glance:
    """The brief of the same case at another date or under a scenario, for a reader to choose on the page.

    Attributes
    ----------
    as_of
        The date.
    scenario
        Title of the scenario, or ``""`` for the case as it is.
    brief
        What is said then.
    """

    as_of: str
    scenario: str
    brief: Brief


@dataclass(frozen=True, slots=True)
class Edition:
    """All that one page holds.

    Attributes
    ----------
    stamp
        What it takes to obtain the same page again.
    findings
        What the lenses say, in the order a reader should meet it; one without findings is left out.
    brief
        The five sentences at the top; ``None`` for a page without.
    glances
        Briefs at other dates and under scenarios.
    passages
        By id of source: its paragraphs, the first of them ¶1, where its text ships with the case.
    gathered
        What only several lenses together can say.
    opening
        What changed since an older version, where that was asked for: it stands before the brief.
    feed
        The address at which changes are published, for a page with an opening of a case that names one.
    """

    stamp: Stamp
    findings: tuple[Findings, ...]
    brief: Brief | None = None
    glances: tuple[Glance, ...] = ()
    passages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    gathered: tuple[Finding, ...] = ()
    opening: Finding | None = None
    feed: str | None = None
