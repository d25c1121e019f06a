"""What it rests on: the day, what is known by then, the scenario, and how much on which source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.conftest import ROOT, Opener

from detente.session import open_case


def line(opened: Opener, sources: str, cites: dict[str, int], head: str = "as_of: 2025-07-10") -> str:
    """Return the line of a case in which each source is cited so often."""
    listed = [name for name, times in cites.items() for _ in range(times)]
    events = "".join(
        f"  - {{id: e{k}, date: 2025-07-01, what: It happened, cites: [{name} ¶{k + 1}]}}\n"
        for k, name in enumerate(listed)
    )
    text = f"case: {{id: c, {head}}}\nsources: [{sources}]\n" + (f"events:\n{events}" if events else "")
    return opened(text).at().brief().rests_on


ONE = "{id: a, title: A, kind: news-site, reliability: B}"
NOTHING = "The case holds nothing at this date that says where it stands, why it is stuck, or what would settle it."
TWO = f"{ONE}, {{id: b, title: B, kind: dossier, via: a}}, {{id: c, title: C, kind: dataset}}"


@pytest.mark.parametrize(
    ("sources", "cites", "said"),
    [
        (ONE, {}, "Rests on no source."),
        (ONE, {"a": 3}, "All cited claims rest on one news site, rated B."),
        (TWO, {"a": 1, "b": 2}, "All cited claims rest on one news site, rated B."),
        (TWO, {"a": 4, "b": 5, "c": 1}, "90 % of cited claims rest on one news site, rated B."),
        (TWO, {"a": 1, "b": 7, "c": 2}, "80 % of cited claims rest on one news site, rated B."),
        (TWO, {"a": 1, "c": 3}, "75 % of cited claims rest on one dataset, not rated."),
        (TWO, {"a": 1, "c": 1}, "50 % of cited claims rest on one news site, rated B."),
    ],
)
def test_sources_count_by_their_citations_each_with_what_is_known_through_it(
    opened: Opener, sources: str, cites: dict[str, int], said: str
) -> None:
    assert line(opened, sources, cites) == f"As of 10 July 2025. {said}{'' if cites else f' {NOTHING}'}"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("as_of: 2025-07-10, known_until: 2025-07-10", "As of 10 July 2025; nothing later is used."),
        ("as_of: 2025-07, known_until: 2025-08-31", "As of July 2025; nothing after 31 August 2025 is used."),
        ("as_of: 2025-07-10", "As of 10 July 2025."),
    ],
)
def test_until_when_the_case_knows(opened: Opener, head: str, said: str) -> None:
    assert line(opened, ONE, {}, head).startswith(f"{said} Rests on no source.")


def cited(value: Any) -> Iterator[set[str]]:
    """Yield the sources of each record that cites any, anywhere in plain values."""
    if isinstance(value, dict):
        cites = value.get("cites") or ()
        if cites and isinstance(cites[0], dict):  # what a scenario would add is no record yet
            yield {each["source"] for each in cites}
        yield from (found for each in value.values() for found in cited(each))
    elif isinstance(value, list | tuple):
        yield from (found for each in value for found in cited(each))


def share_of_the_article(case: dict[str, Any]) -> int:
    """Return how many of a hundred such records cite nothing but the article, or what was read in it, rounded down."""
    read_there = {"article"} | {each["id"] for each in case["sources"] if each["via"] == "article"}
    found = list(cited({key: value for key, value in case.items() if key != "sources"}))
    return 100 * sum(each <= read_there for each in found) // len(found)


def test_the_flagship_rests_on_one_analysis_and_says_a_scenario_and_a_day_beyond() -> None:
    case = open_case(ROOT / "examples" / "south-caucasus")
    rests = f"{share_of_the_article(case.case.model_dump())} % of cited claims rest on one analysis, rated C."
    assert case.at().brief().rests_on == f"As of 31 July 2025; nothing later is used. {rests}"
    assert case.at("2025-08-01", scenario="referendum-met").brief().rests_on == (
        "As of 1 August 2025, if nothing else has changed since 31 July 2025, the last day that the case knows. "
        f"Supposed: The constitutional referendum has been held and passed. {rests}"
    )


def test_a_case_that_answers_nothing_says_so(opened: Opener) -> None:
    actors = "case: {id: c, as_of: 2025-07-10}\nactors: [{id: n, name: North, kind: state}]\n"
    source = "sources: [{id: a, title: A}]\n"
    later = "events: [{id: e, date: 2025-08-01, what: They meet, cites: [a ¶1]}]\n"
    for text in ("case: {id: c, as_of: 2025-07-10}\n", actors, f"{actors}{source}{later}"):
        brief = opened(text).at().brief()
        assert brief.sentences == ()
        assert brief.rests_on.endswith(f" {NOTHING}")
    assert NOTHING not in opened(f"{actors}{source}{later}").at("2025-09-01").brief().rests_on
