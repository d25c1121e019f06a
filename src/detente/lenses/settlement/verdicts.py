"""The verdicts on a settlement one by one: packages for all, the fairest of them, and where each issue balances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.look import Look
from detente.lenses.settlement.issues.models import readings
from detente.lenses.settlement.issues.words import number, shown
from detente.lenses.settlement.options import SettlementOptions
from detente.lenses.settlement.packages.analysis import analyse
from detente.lenses.settlement.packages.blocked.shortage import blockers
from detente.lenses.settlement.packages.entries import chosen
from detente.lenses.verdicts import Verdict
from detente.lenses.wording import counted, listed
from detente.methods.bargaining.packages.registry import leading_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.settlement.packages.analysis import Analysis
    from detente.lenses.settlement.packages.zone.zopa import Zopa
    from detente.study import Moment


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield how many packages all could take and have, the best of them, who blocks, and where each issue balances.

    Raises
    ------
    FlawedModelError
        If the packages or an issue cannot be modelled at the date.
    """
    look = Look(moment, SettlementOptions(draws=1))
    analysis = look.once(analyse)
    if analysis is not None:
        yield from _packages(analysis)
    for reading in look.once(readings):
        issue, scale, value = reading.model.issue, reading.model.scale, reading.compromise.value
        about = f"Where the pressures on “{issue.label}” balance"
        yield Verdict(f"issues.{issue.id}.compromise", shown(scale, value), about, number(scale, value))


def _packages(analysis: Analysis) -> Iterator[Verdict]:
    if analysis.possible is not None:
        count = int(analysis.possible.sum())
        about = "Packages that are known to be possible"
        yield Verdict("packages.possible", count, about, f"{count:,}")
    zopa = analysis.zopa
    if zopa is None:
        return
    count = int(zopa.inside.sum())
    about = "Packages worth no less than no deal to all"
    yield Verdict("packages.acceptable", count, about, f"{count:,}")
    if analysis.possible is not None:
        both = int(analysis.able.size)
        yield Verdict("packages.now", both, "Of those, known to be possible", f"{both:,}")
    yield from _leading(analysis, zopa)
    if not count:
        yield _blockers(analysis, zopa)


def _leading(analysis: Analysis, zopa: Zopa) -> Iterator[Verdict]:
    """Yield what the leading rule chooses: the outcomes of the first of its packages."""
    rule = leading_rule()
    packages = zopa.solutions[rule.key]
    if packages.size:
        outcomes = chosen(analysis, int(packages[0]))
        labels = {(issue.id, each.id): each.label for issue in analysis.model.outline.issues for each in issue.outcomes}
        said = "; ".join(labels[pair].rstrip(".") for pair in outcomes.items())
        more = f" (and {counted(len(packages) - 1, 'package')} as good)" if len(packages) > 1 else ""
        value = tuple(f"{issue}.{outcome}" for issue, outcome in outcomes.items())
        yield Verdict(f"packages.{rule.key}", value, "The package that is fairest by Nash’s rule", said + more)


def _blockers(analysis: Analysis, zopa: Zopa) -> Verdict:
    who = tuple(dict.fromkeys(each.actor for each in blockers(analysis, zopa)))
    names = analysis.situation.names
    said = listed(sorted(names[each] for each in who)) or "nobody"
    return Verdict("packages.blockers", tuple(sorted(who)), "In the way of a package for all", said)
