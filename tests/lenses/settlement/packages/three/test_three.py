"""Three packages: which they are by the definition, that their gains are those of the document, and who blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import Opener
from tests.lenses.reading import chapter, rows
from tests.lenses.settlement.packages.test_packages import GIVING, LONE, WAITING
from tests.lenses.settlement.packages.test_red_lines import FEW, ISSUES, Drawn, drawn, river
from tests.lenses.settlement.packages.test_unknown import CASE as UNKNOWN
from tests.twins.red_lines_twin import Package, Side, packages, zone

from detente.findings import Depth, Finding
from detente.findings.figures.packages import Packages
from detente.lenses.settlement.packages.three.words import gain_words
from detente.session import OpenCase

WAYS = {
    "today": ", takes: []",
    "now": ", available: 2024",
    "later": ', available: "step:vote"',
    "never": ", available: false",
    "silent": "",
}


@dataclass(frozen=True)
class Dated:
    """A made-up settlement, and of each outcome whether it holds today, can be had now, later, never, or it is open."""

    drawn: Drawn
    ways: Mapping[str, str]

    def text(self) -> str:
        """Return the case."""
        text = self.drawn.text()
        for outcome, way in self.ways.items():
            text = text.replace(f"{{id: {outcome}}}", f"{{id: {outcome}{WAYS[way]}}}")
        return text + "steps: [{id: vote, name: The vote, status: open}]\n"

    def can(self, package: Package) -> str:
        """Return whether a package can be had: as the worst of its outcomes, where any outcome says anything."""
        ways = [self.ways[outcome] for outcome in package.values()]
        if set(self.ways.values()) == {"silent"}:
            return "now"
        return next((way for way in ("never", "later", "silent") if way in ways), "now")

    def gains(self, package: Package) -> list[Fraction]:
        """Return what those who value outcomes gain by a package over no deal."""
        return [side.worth(package) - side.no_deal for side in self.valuing if side.no_deal is not None]

    @property
    def valuing(self) -> list[Side]:
        """Those who value outcomes."""
        return [side for side in self.drawn.sides.values() if side.no_deal is not None]


@st.composite
def dated(draw: st.DrawFn) -> Dated:
    """Return a settlement of which at most one outcome of an issue holds today."""
    ways: dict[str, str] = {}
    for outcomes in ISSUES.values():
        ways |= {each: draw(st.sampled_from(["now", "later", "never", "silent"])) for each in outcomes}
        ways |= dict.fromkeys(draw(st.lists(st.sampled_from(outcomes), max_size=1)), "today")
    return Dated(draw(drawn()), ways)


def three(case: OpenCase, date: str | None = None) -> Finding:
    return chapter(case.at(date).settlement(), "three")


def spec(told: Finding) -> Packages:
    [figure] = told.figures
    assert isinstance(figure.spec, Packages)
    return figure.spec


def shown(told: Finding) -> list[tuple[str, Package, list[float]]]:
    """Return why each package is shown, its outcomes, and what each side gains by it, from the table."""
    found: list[tuple[str, Package, list[float]]] = []
    for row in rows(told, "three"):
        outcomes = dict(part.split(": ") for part in row["package"].split("; "))
        gains = [row[actor] for actor in ("north", "south") if actor in row]
        found.append((row["why"], outcomes, gains))
    return found


def best(every: list[Package], case: Dated) -> list[Fraction]:
    """Return the gains, the least first, of the package by which whoever gains least gains most, and so on."""
    return max(sorted(case.gains(package)) for package in every)


@FEW
@given(case=dated())
def test_what_is_shown_is_what_the_definition_says(case: Dated, opened: Opener) -> None:
    told = three(opened(case.text()))
    every = packages(ISSUES)
    accepted = zone(every, case.drawn.sides)
    labels, found, _ = zip(*shown(told), strict=True)
    if not accepted:
        assert len(labels) == 1
        return
    could = [package for package in accepted if case.can(package) != "never"]
    able = [package for package in could if case.can(package) == "now"]
    free = [each for each, why in zip(found, labels, strict=True) if not why.startswith("Blocked by")]
    if set(case.ways.values()) == {"silent"}:
        assert labels[0] == "Best of what nobody blocks"
        assert sorted(case.gains(free[0])) == best(accepted, case)
    elif not could:
        assert labels[0] == "Not to be had"
    elif able and best(able, case) == best(could, case):
        assert labels[0] == "Possible now, and best later too"
        assert (len(free), sorted(case.gains(free[0]))) == (1, best(able, case))
    else:
        assert sorted(case.gains(free[-1])) == best(could, case)
        assert labels[len(free) - 1] in {"Only later", "Not known to be possible"}
        assert (labels[0] == "Possible now") == bool(able) == (len(free) == 2)
        if able:
            assert sorted(case.gains(free[0])) == best(able, case)


@FEW
@given(case=dated())
def test_nobody_blocks_the_first_ones_and_the_last_is_blocked_by_whom_it_says(case: Dated, opened: Opener) -> None:
    told = three(opened(case.text()))
    every, sides = packages(ISSUES), case.drawn.sides
    is_open = bool(zone(every, sides))
    for (why, package, _), drawing in zip(shown(told), spec(told).packages, strict=True):
        refusing = [name for name, side in sides.items() if not side.accepts(package)]
        assert drawing.blocked == bool(refusing)
        if not refusing:
            assert "blocked" not in why.lower()
            continue
        assert why.split("locked by ")[1].replace(" and ", ", ").split(", ") == refusing
        barred = [name for name, side in sides.items() if side.refuses(package)]
        assert [side.who for side in drawing.sides if side.barred] == [
            n for n in barred if sides[n].no_deal is not None
        ]
        assert ("red line" in drawing.aside) == bool(barred)
        value = [name for name in refusing if name not in barred]
        assert ("would rather have no deal" in drawing.aside) == bool(value)
        if is_open:  # somebody would like it best of all that can be had
            may = [p for p in every if case.can(p) != "never"]
            assert any(
                side.accepts(package)
                and side.worth(package) == max(side.worth(other) for other in may if side.accepts(other))
                for side in case.valuing
            )


@FEW
@given(case=dated())
def test_their_gains_are_those_of_the_document_and_of_the_definition(case: Dated, opened: Opener) -> None:
    opened_case = opened(case.text())
    told = three(opened_case)
    listed: list[Any] = opened_case.at().settlement().document["packages"]["zopa"]
    margins = {tuple(entry["package"].values()): list(entry["margins"].values()) for entry in listed}
    for (_, package, gains), drawing in zip(shown(told), spec(told).packages, strict=True):
        exact = [float(gain) for gain in case.gains(package)]
        drawn_ = [side.at for side in drawing.sides]

        assert gains == pytest.approx(exact, abs=6e-4)
        assert drawn_ == pytest.approx(exact)
        if not drawing.blocked:
            assert drawn_ == pytest.approx(margins[tuple(package.values())])


@FEW
@given(case=dated())
def test_a_package_is_named_by_what_it_changes(case: Dated, opened: Opener) -> None:
    """An outcome that needs nothing holds today."""
    told = three(opened(case.text()))
    for (_, package, _), drawing in zip(shown(told), spec(told).packages, strict=True):
        changed = [f"{issue}: {each}" for issue, each in package.items() if case.ways[each] != "today"]
        assert drawing.changes == ("; ".join(changed) or "Everything stays as it is")


def test_bounds_hold_the_gain_and_a_doubtful_one_is_called_so(opened: Opener) -> None:
    now, later = spec(
        three(opened(WAITING.replace("SOUTH", "[0, 0.3]").replace("unsigned: 0.2", "unsigned: 0.4")))
    ).packages

    # South's gain by the first is 0.2 less anything from 0 to 0.3; four of five of those lie between -0.07 and 0.17.
    assert (now.label, now.sides[1].said, later.label) == ("Possible now", "perhaps gains a little", "Only later")
    assert (now.sides[1].low, now.sides[1].high) == pytest.approx((-0.07, 0.17), abs=0.005)
    assert later.aside == "Waits for “Text read out”"


WORDS = {
    (0.02, 0.01, 0.03): "gains a little",
    (0.02, -0.01, 0.05): "perhaps gains a little",
    (0.1, 0.1, 0.1): "gains clearly",
    (0.29, 0.2, 0.5): "gains clearly",
    (0.3, 0.0, 0.5): "gains a lot",
    (-0.05, -0.2, 0.01): "perhaps loses a little",
    (-0.4, -0.5, 0.0): "loses a lot",
    (0.0, -0.1, 0.1): "neither gains nor loses",
}


@pytest.mark.parametrize("gain", WORDS)
def test_gains_in_words(gain: tuple[float, float, float]) -> None:
    assert gain_words(*gain) == WORDS[gain]


def test_the_headline_says_what_can_be_had_and_who_blocks(opened: Opener) -> None:
    heads = {
        "Both sides could take a package possible now, and gain more by one that has to wait.": (
            opened(WAITING.replace("SOUTH", "[0, 0.2]"))
        ),
        "Both sides could take a package possible now; a better one for whoever gains least has to wait.": (
            opened(WAITING.replace("SOUTH", "0.1").replace("{signed: 1, unsigned: 0}", "{signed: 0, unsigned: 1}"))
        ),
        "Nothing possible now suits both sides; what they could take has to wait.": (
            opened(WAITING.replace("SOUTH", "0.3"))
        ),
        "The best package that both sides could take is possible now.": opened(UNKNOWN),
        "Both sides could take at least one package; The Plain blocks another.": river(opened),
        "Somebody blocks every package; The Hill blocks the nearest one.": river(opened, "0.71"),
        "Every package crosses somebody’s red line.": (
            river(opened, "0.4", ("when: not recognised", "when: association is executive"))
        ),
        "Whether what both sides could take is possible is not known.": (
            opened(UNKNOWN.replace("hired: 0.6", "hired: 0.1"))
        ),
        "What both sides could take cannot be had.": (
            opened(UNKNOWN.replace("own control", "own control, available: false").replace("hired: 0.6", "hired: 0.1"))
        ),
    }
    for headline, case in heads.items():
        assert three(case).headline == headline


def test_it_stands_in_front_with_what_it_rests_on(opened: Opener) -> None:
    told = three(river(opened))

    assert told.depth is Depth.FRONT
    assert [said.text.split(",")[0] for said in told.because] == [
        "No deal is worth 0.35 to 0.45 to The Hill",
        "No deal is worth 0.40 to The Plain",
        "The Hill accepts “An association that governs” in no case. Two governments.",
        "The Plain accepts “Full recognition” in no case. The constitution forbids it.",
    ]
    assert [said.assumption for said in told.because] == ["made up", "made up", "read so", "read so"]
    assert told.method is not None
    assert told.method.formula


def test_what_a_package_waits_for_is_among_the_reasons(opened: Opener) -> None:
    told = three(opened(WAITING.replace("SOUTH", "0.1")))

    assert told.because[-1].text == (
        "“Treaty: Signed” is not possible now: 'Text read out' is not met; the roadmap has it coming not before "
        "11 September 2025."
    )


def test_what_holds_today_is_what_the_status_quo_takes(opened: Opener) -> None:
    text = GIVING.replace("NORTH", "[sign]").replace("SOUTH", "[pay]")
    asleep, half = three(opened(text)), three(opened(text.replace("status_quo: []", "status_quo: [pay]")))
    silent = three(opened(text.replace("  status_quo: []\n", "")))

    assert spec(asleep).packages[0].changes == "Treaty: sign; Money: pay"
    assert spec(half).packages[0].changes == "Treaty: sign"
    assert "named by what they change from today" in half.statements[-1].text
    assert spec(silent).packages[0].changes == "Treaty: sign; Money: pay"
    assert "named in full" in silent.statements[-1].text


def test_without_packages_or_without_alternatives_there_is_no_picture(opened: Opener) -> None:
    unstated = opened(LONE.replace("{actor: upper, batna: 0.2,", "{actor: upper,"))
    scales = opened(
        "case: {id: x, as_of: 2025-07-10}\nactors: [{id: a, name: A, kind: state}, {id: b, name: B, kind: state}]\n"
        "issues: [{id: toll, continuum: {low: 0, high: 1}}]\npositions:\n"
        "  - {actor: a, issue: toll, value: 0, assumption: a}\n  - {actor: b, issue: toll, value: 1, assumption: a}\n"
    )

    for case in (unstated, scales):
        assert "three" not in {finding.id for finding in case.at().settlement().findings}
