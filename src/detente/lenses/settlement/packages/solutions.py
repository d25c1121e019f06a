"""What bargaining rules pick: the packages of Nash, of Kalai and Smorodinsky, and of equal gains, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.settlement.packages.words import SHOWN, margin_cells, margin_columns, quoted
from detente.lenses.wording import counted

if TYPE_CHECKING:
    from detente.lenses.settlement.packages.analysis import Found

RULES = {
    "nash": ("Nash", "the largest product of gains over no deal, each raised to its party's power"),
    "kalai_smorodinsky": (
        "Kalai–Smorodinsky",
        "the largest least share of what each could gain at most among the packages that all accept",
    ),
    "egalitarian": ("Equal gains", "the largest gain for whoever gains least"),
}


def finding(found: Found) -> Finding | None:
    """Return what the rules pick; ``None`` where there is nothing to pick from."""
    dealt = found.dealt
    if dealt is None or not dealt.zone.any():
        return None
    rows = tuple(
        Row((RULES[rule][0], *margin_cells(found, int(package))))
        for rule, picked in dealt.solutions.items()
        for package in picked[:SHOWN]
    )
    columns = (Column("rule", "Rule"), *margin_columns(found))
    return Finding(
        "settlement",
        "packages-picked",
        "What bargaining rules pick",
        _headline(found),
        tuple(_statement(found, rule) for rule in dealt.solutions),
        (Table("picked", "The packages that each rule picks", columns, rows),),
        method=Method(
            "Bargaining solutions on a finite set",
            "leximin; all packages that tie are kept",
            references=("NashBargaining1950", "Kalai1977", "KalaiSmorodinsky1975", "KalaiProportional1977", "Imai1983"),
        ),
        depth=Depth.HEADLINE if not _agreed(found) else Depth.DETAIL,
    )


def _headline(found: Found) -> str:
    picked = {} if found.dealt is None else found.dealt.solutions
    common = _agreed(found)
    if common:
        return f"Three rules that weigh gains differently all pick {quoted(found, sorted(common), 1)}."
    return (
        f"Rules that weigh gains differently pick different packages; Nash’s picks {quoted(found, picked['nash'], 1)}."
    )


def _agreed(found: Found) -> set[int]:
    """Return the packages that all rules pick."""
    picked = {} if found.dealt is None else found.dealt.solutions
    return set.intersection(*(set(packages.tolist()) for packages in picked.values()))


def _statement(found: Found, rule: str) -> Statement:
    name, meaning = RULES[rule]
    packages = [] if found.dealt is None else found.dealt.solutions[rule].tolist()
    tie = f" ({counted(len(packages), 'package')} tie)" if len(packages) > 1 else ""
    return Statement(f"{name}, {meaning}: {quoted(found, packages)}{tie}.")
