"""Words for three packages: how much somebody gains, who blocks and why, and what each package is shown for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.settlement.packages.three.choice import Choice, Kind
from detente.lenses.settlement.packages.words import outcomes, party_names, refusing_names
from detente.lenses.wording import listed, whose

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

LITTLE, MUCH = 0.1, 0.3
"""Below the first a gain is little, from the second on it is much [of 1]."""

_LABELS = {
    Kind.BEST: "Best of what nobody blocks",
    Kind.BOTH: "Possible now, and best later too",
    Kind.NOW: "Possible now",
    Kind.LATER: "Only later",
    Kind.UNKNOWN: "Not known to be possible",
    Kind.NEVER: "Not to be had",
}


def gain_words(at: float, low: float, high: float) -> str:
    """Return a gain or a loss in words, with how sure it is by its bounds."""
    if at == 0:
        return "neither gains nor loses"
    verb = "gains" if at > 0 else "loses"
    size = "a little" if abs(at) < LITTLE else "a lot" if abs(at) >= MUCH else "clearly"
    return f"{'perhaps ' if low < 0 < high else ''}{verb} {size}"


def label(analysis: Analysis, zopa: Zopa, choice: Choice) -> str:
    """Return why a package is shown."""
    if choice.kind in _LABELS:
        return _LABELS[choice.kind]
    why = {Kind.NEAREST: "Nearest to agreement, blocked by", Kind.BARRED: "Best but for red lines, blocked by"}
    return f"{why.get(choice.kind, 'Blocked by')} {listed(blockers(analysis, zopa, choice.package))}"


def aside(analysis: Analysis, zopa: Zopa, choice: Choice) -> str:
    """Return what a package waits for, or who would like it best and why others block it."""
    why = reasons(analysis, zopa, choice.package)
    if choice.kind is Kind.LATER:
        why = awaited(analysis, choice.package)
    if choice.wanted_by is not None:
        why = [f"best for {party_names(analysis)[choice.wanted_by]}", *why]
    said = "; ".join(why)
    return said[:1].upper() + said[1:]


def awaited(analysis: Analysis, package: int) -> list[str]:
    """Return the steps that a package waits for, and from when on else its outcomes can be had."""
    chosen, names = outcomes(analysis, package), analysis.situation.names
    issues = zip(analysis.model.outline.issues, analysis.prospects or (), strict=False)
    needs = [need for issue, each in issues for need in each[chosen[issue.id]].lacking(Truth.FALSE)]
    steps = dict.fromkeys(f"“{names.get(need.step, need.step)}”" for need in needs if need.step)
    others = dict.fromkeys(need.reason for need in needs if not need.step)
    return [*([f"waits for {listed(list(steps))}"] if steps else []), *others]


def blockers(analysis: Analysis, zopa: Zopa, package: int) -> list[str]:
    """Return who blocks a package."""
    names = refusing_names(analysis)
    return [name for name, refused in zip(names, zopa.refused[:, package], strict=True) if refused]


def reasons(analysis: Analysis, zopa: Zopa, package: int) -> list[str]:
    """Return why somebody blocks a package: whose red lines it crosses, and who would rather have no deal."""
    crossed = zopa.crossing[:, package]
    lines = [whose(name) for name, crosses in zip(refusing_names(analysis), crossed, strict=True) if crosses]
    worse = zip(party_names(analysis), zopa.gains[:, package] < 0, crossed, strict=False)
    rather = [name for name, loses, crosses in worse if loses and not crosses]
    found = [f"crosses {listed(lines)} red line{'s' if len(lines) > 1 else ''}"] if lines else []
    return [*found, f"{listed(rather)} would rather have no deal"] if rather else found


def everybody(analysis: Analysis) -> str:
    """Return all parties in a word or two."""
    names = party_names(analysis)
    return names[0] if len(names) == 1 else "both sides" if len(names) == 2 else f"all {len(names)} sides"
