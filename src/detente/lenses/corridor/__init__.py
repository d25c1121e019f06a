"""The corridor lens answers who gains and who loses when a way opens, and tests what is said of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Part
from detente.lenses.corridor.options import CorridorOptions
from detente.lenses.lens import Lens

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from detente.case import Case
    from detente.lenses.verdicts import Verdict
    from detente.study import Moment


def _verdict(moment: Moment) -> Hashable:
    """Return what the lens says of a moment in short: what comes of each claim, and whom each world gives transit."""
    from detente.lenses.corridor.verdict import verdict  # which needs arrays, as not every look at a case does

    return verdict(moment)


def _verdicts(moment: Moment) -> Iterable[Verdict]:
    """Return the same one by one."""
    from detente.lenses.corridor.verdicts import verdicts

    return verdicts(moment)


def _hangs_on(moment: Moment) -> object:
    """Return all that verdicts hang on: the networks, the control of the route, and what things are called."""
    from detente.study.corridor import parts_of

    corridor = moment.case.corridor
    parts = parts_of(moment, moment.study.case) if corridor is not None else None
    return corridor, parts, {actor.id: actor.name for actor in moment.case.actors}


def _applies(case: Case) -> bool:
    """Whether a case has a network with cargo on it, or says who controls what."""
    corridor = case.corridor
    return corridor is not None and (bool(corridor.links and corridor.flows) or corridor.control is not None)


LENS = Lens(
    key="corridor",
    order=50,
    question="Who gains and who loses when a way opens?",
    part=Part.GAINS,
    document="detente.corridor/1",
    sections=("corridor",),
    applies=_applies,
    options=CorridorOptions,
    wants="write 'corridor:' with nodes, links and flows, or with a control of the route",
    verdict=_verdict,
    verdicts=_verdicts,
    hangs_on=_hangs_on,
)
