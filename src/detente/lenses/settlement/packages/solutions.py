"""Solutions: the packages that bargaining rules choose, and whether it matters which rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from detente.findings import Column, Depth, Finding, Method, Result, Row, Statement, Table, spread
from detente.lenses.chapter import Chapter
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.entries import UNDER, Entry, entries
from detente.lenses.settlement.packages.words import SHOWN, margin_cells, margin_columns, quoted
from detente.lenses.wording import counted
from detente.methods.bargaining.packages.registry import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.settlement.options import SettlementOptions
    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa

_IMPARTIAL = "Imai1983"
"""Where rules that look at whoever is worst off take the next to worst off from."""


@dataclass(frozen=True, slots=True)
class Solutions(Result):
    """What each bargaining rule chooses.

    Attributes
    ----------
    solutions
        By the key of each rule, the packages that it chooses, all that tie; ``null`` where what a party has without a
        deal is not stated.
    """

    under: ClassVar[str] = UNDER

    solutions: Mapping[str, tuple[Entry, ...] | None] = spread()


def find(look: Look[SettlementOptions]) -> Solutions | None:
    """Return what each rule chooses."""
    if not look.moment.outline.count:
        return None
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None:
        return Solutions(dict.fromkeys(shipped_rules()))
    return Solutions({key: entries(analysis, packages) for key, packages in analysis.zopa.solutions.items()})


def show(found: Solutions, look: Look[SettlementOptions]) -> Finding | None:
    """Say what the rules choose; nothing where there is nothing to choose from."""
    del found
    analysis = look.once(analyse)
    if analysis is None or analysis.zopa is None or not analysis.zopa.inside.any():
        return None
    zopa, rules = analysis.zopa, shipped_rules().values()
    rows = tuple(
        Row((rule.name, *margin_cells(analysis, int(package))))
        for rule in rules
        for package in zopa.solutions[rule.key][:SHOWN]
    )
    columns = (Column("rule", "Rule"), *margin_columns(analysis))
    references = (*(key for rule in rules for key in rule.references), _IMPARTIAL)
    return Finding(
        "What bargaining rules pick",
        _headline(zopa),
        tuple(_statements(analysis, zopa)),
        (Table("picked", "The packages that each rule picks", columns, rows),),
        method=Method(
            "Bargaining solutions on a finite set",
            "leximin; all packages that tie are kept",
            references=tuple(dict.fromkeys(references)),
        ),
        depth=Depth.APPENDIX,
        id="packages-picked",
    )


def _headline(zopa: Zopa) -> str:
    if _common(zopa):
        return f"{_many(len(zopa.solutions))} rules that weigh gains differently all pick the same package."
    return "Rules that weigh gains differently pick different packages."


def _many(rules: int) -> str:
    words = ("No", "One", "Two", "Three", "Four", "Five", "Six")
    return words[rules] if rules < len(words) else f"{rules}"


def _common(zopa: Zopa) -> set[int]:
    """Return the packages that all rules choose."""
    return set.intersection(*(set(packages.tolist()) for packages in zopa.solutions.values()))


def _statements(analysis: Analysis, zopa: Zopa) -> Iterator[Statement]:
    """Yield what all rules pick, or what each does."""
    if common := sorted(_common(zopa)):
        yield Statement(f"All pick {quoted(analysis, common, 1)}.")
    for rule in shipped_rules().values():
        packages = zopa.solutions[rule.key].tolist()
        tie = f" ({counted(len(packages), 'package')} tie)" if len(packages) > 1 else ""
        picked = "" if set(packages) == set(common) else f": {quoted(analysis, packages)}{tie}"
        yield Statement(f"{rule.name} looks for {rule.meaning}{picked}.")


CHAPTER = Chapter("solutions", 150, find, show)
