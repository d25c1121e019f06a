"""Which packages are possible: as the definition says, whatever outcomes and options wait for."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.twins.possible_twin import Answer, Dispute, Way

from detente.lenses.settlement.options import SettlementOptions

DATES = ("2025-07-10", "2026-01-01")
RULES = (None, "never", "2024", "2025-07", "2025-12", "2026", "step:done", "step:planned", "step:someday")

some = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def disputes(draw: st.DrawFn) -> Dispute:
    """Disputes of up to four options and three issues, in which no two outcomes of an issue take the same."""
    names = [f"o{k}" for k in range(draw(st.integers(0, 4)))]
    options = {name: draw(st.sampled_from((None, *RULES))) for name in names}
    pairs = draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names)), max_size=2)) if names else []
    issues = {f"i{k}": tuple(draw(_ways(names, k))) for k in range(draw(st.integers(1, 3)))}
    return Dispute(options, tuple((a, b) for a, b in pairs if a != b), issues)


@st.composite
def _ways(draw: st.DrawFn, names: list[str], issue: int) -> list[Way]:
    found: list[Way] = []
    met: list[set[str]] = []
    for k in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from([f"w{issue}-{k}", *(each for each in names if each not in {w.id for w in found})]))
        takes = draw(st.none() | st.lists(st.sampled_from(names), unique=True, max_size=2) if names else st.just([]))
        way = Way(name, None if takes is None else tuple(takes), draw(st.none() | st.sampled_from(RULES)))
        needs = set(takes) if takes is not None else {name} if name in names else None
        if needs in met:
            way = Way(f"w{issue}-{k}", None, way.available)
        elif needs is not None:
            met.append(needs)
        found.append(way)
    return found


def told(opened: Opener, dispute: Dispute, date: str) -> dict[tuple[str, ...], Answer | str]:
    """Return what the program says of each package: possible, impossible, not known, or nothing at all."""
    return {
        tuple(entry["package"].values()): entry.get("possible", "") for entry in packages(opened, dispute, date)["zopa"]
    }


def packages(opened: Opener, dispute: Dispute, date: str) -> dict[str, Any]:
    case = opened(dispute.text("2025-07-10"))
    assert case.errors == ()
    found: dict[str, Any] = case.at(date).look("settlement", SettlementOptions(draws=8)).document["packages"]
    return found


@some
@given(disputes(), st.sampled_from(DATES))
def test_packages_are_possible_as_the_definition_says(opened: Opener, dispute: Dispute, date: str) -> None:
    found = told(opened, dispute, date)
    expected = {
        tuple(way.id for way in chosen.values()): dispute.package(chosen, date) if dispute.is_modelled() else ""
        for chosen in dispute.packages()
    }

    assert found == expected


@some
@given(disputes(), st.sampled_from(DATES))
def test_what_is_not_known_is_listed_and_what_is_possible_is_counted(
    opened: Opener, dispute: Dispute, date: str
) -> None:
    assume(dispute.is_modelled())
    now = packages(opened, dispute, date)["now"]
    answers = [dispute.package(chosen, date) for chosen in dispute.packages()]
    unknown = [
        {"issue": issue, "outcome": way.id}
        for issue, ways in dispute.issues.items()
        for way in ways
        if dispute.outcome(way, date) is None
    ]

    if all(answers) or (True not in answers and not unknown):
        assert now is None
    else:
        assert (now["count"], now["unknown"]) == (answers.count(True), unknown)


@some
@given(disputes(), st.sampled_from(DATES), st.data())
def test_what_needs_nothing_done_is_possible_as_often_or_more(
    opened: Opener, dispute: Dispute, date: str, data: st.DataObject
) -> None:
    silent = [
        (issue, k)
        for issue, ways in dispute.issues.items()
        for k, way in enumerate(ways)
        if dispute.needs(way) is None and way.available is None and all(each.takes != () for each in ways)
    ]
    assume(silent and dispute.is_modelled())
    issue, k = data.draw(st.sampled_from(silent))
    ways = list(dispute.issues[issue])
    ways[k] = replace(ways[k], takes=())
    before = told(opened, dispute, date)
    after = told(opened, replace(dispute, issues={**dispute.issues, issue: tuple(ways)}), date)

    assert {package for package, answer in before.items() if answer} <= {p for p, answer in after.items() if answer}
    # What does not hold it is as it was.
    which = list(dispute.issues).index(issue)
    assert [a for p, a in before.items() if p[which] != ways[k].id] == [
        after[p] for p in before if p[which] != ways[k].id
    ]


@some
@given(disputes(), st.sampled_from(DATES), st.data())
def test_what_an_outcome_of_another_issue_needs_changes_no_other(
    opened: Opener, dispute: Dispute, date: str, data: st.DataObject
) -> None:
    """A further issue whose outcome takes an option of its own leaves what can be said of packages of the others."""
    assume(dispute.is_modelled())
    rule = data.draw(st.sampled_from(RULES))
    other: dict[str, tuple[Way, ...]] = {"more": (Way("yes", ("own",), None), Way("no", (), None))}
    before = told(opened, dispute, date)
    after = told(
        opened, Dispute(dict(dispute.options) | {"own": rule}, dispute.pairs, {**dispute.issues, **other}), date
    )

    assert {package[:-1]: answer for package, answer in after.items() if package[-1] == "no"} == before


@some
@given(disputes(), st.sampled_from(DATES), st.randoms(use_true_random=False))
def test_the_order_of_outcomes_changes_nothing(opened: Opener, dispute: Dispute, date: str, random: Any) -> None:
    shuffled = {issue: tuple(random.sample(ways, len(ways))) for issue, ways in dispute.issues.items()}

    assert told(opened, replace(dispute, issues=shuffled), date) == told(opened, dispute, date)
