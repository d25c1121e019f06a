"""What stands open is short, in plain words, and says what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.conftest import ROOT, Opener
from tests.lenses.settlement.issues.test_issues import DOUBTFUL, PLAIN
from tests.lenses.settlement.packages.test_packages import GIVING, LONE, SCENARIOS, WAITING
from tests.lenses.settlement.packages.test_red_lines import CASE as RIVER
from tests.lenses.settlement.packages.test_unknown import CASE as UNKNOWN
from tests.settlement_cases import settlement_case

from detente.findings import Depth, Finding
from detente.findings.figures.packages import Packages
from detente.lenses.settlement.options import SettlementOptions
from detente.session import OpenCase, open_case

CASES = {
    "flagship": "",
    "waiting": WAITING.replace("SOUTH", "[0, 0.2]") + SCENARIOS,
    "unknown": UNKNOWN,
    "river": RIVER.replace("NO_DEAL", "0.4"),
    "river-shut": RIVER.replace("NO_DEAL", "[0.6, 0.8]"),
    "giving": GIVING.replace("NORTH", "[sign]").replace("SOUTH", "[pay]"),
    "lone": LONE,
    "unstated": LONE.replace("{actor: upper, batna: 0.2,", "{actor: upper,"),
    "scale": PLAIN,
    "doubtful-scale": DOUBTFUL,
    "of-three": settlement_case(["0.45", "[0.3, 0.6]", "0.5"], 3),
    "empty-zone": settlement_case(["0.6", "[0.5, 0.8]", "0.6", "0.65"], 4),
}
MACHINE = re.compile(
    r"\b(draws?|utilit\w+|zopa|batna|zone|pareto|nash|leximin|gmr|seq|operator only)\b|no less than no deal",
    re.IGNORECASE,
)
OPEN = (Depth.FRONT, Depth.HEADLINE)


@pytest.fixture(params=CASES)
def findings(request: pytest.FixtureRequest, opened: Opener) -> tuple[Finding, ...]:
    text = CASES[request.param]
    case: OpenCase = opened(text) if text else open_case(ROOT / "examples/south-caucasus")
    return case.at().look("settlement", SettlementOptions(draws=256)).findings


def sentences(finding: Finding) -> Iterator[str]:
    """Yield what a reader of an open finding meets in sentences."""
    yield from (finding.headline, *(said.text for said in finding.statements))
    yield from (figure.description for figure in finding.figures)


def texts(finding: Finding) -> Iterator[str]:
    """Yield every text that stands open, also in the picture and at the heads of tables."""
    yield from (finding.title, *sentences(finding))
    for figure in finding.figures:
        yield figure.title
        if isinstance(figure.spec, Packages):
            yield figure.spec.bounds
            for package in figure.spec.packages:
                yield from (package.label, package.changes, package.aside)
                yield from (f"{side.who} {side.said}" for side in package.sides)
    for table in finding.tables:
        yield from (table.caption, *(column.title for column in table.columns))


def test_headlines_are_short_everywhere(findings: tuple[Finding, ...]) -> None:
    assert {each.id: len(each.headline.split()) for each in findings if len(each.headline.split()) > 25} == {}


def test_what_stands_open_is_told_in_short_sentences_and_plain_words(findings: tuple[Finding, ...]) -> None:
    shown = [each for each in findings if each.depth in OPEN]
    said = [text for each in shown for text in sentences(each)]
    parts = [part for text in said for part in re.split(r"(?<=[.;:]) ", text)]

    assert shown
    assert sum(len(part.split()) for part in parts) / len(parts) <= 18
    assert [text for each in shown for text in texts(each) if MACHINE.search(text)] == []


def test_what_stands_open_says_what_it_rests_on(findings: tuple[Finding, ...]) -> None:
    for each in findings:
        if each.depth in OPEN and each.method:
            assert each.because, each.id
            assert each.method.formula, each.id


def test_no_table_that_stands_open_has_a_constant_column(findings: tuple[Finding, ...]) -> None:
    for table in (table for each in findings if each.depth in OPEN for table in each.tables):
        for k, column in enumerate(table.columns):
            assert len(table.rows) < 2 or len({row.cells[k] for row in table.rows}) > 1, (table.id, column.key)
