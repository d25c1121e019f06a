"""Where each shock leads from the region as it is: in words, with how many draws say so under each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Finding, Method, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.system.region import region
from detente.lenses.system.shocks.led import outcomes
from detente.lenses.system.shocks.result import Shocks
from detente.lenses.wording import counted, listed
from detente.methods.system.arrays import TooLargeError

if TYPE_CHECKING:
    from detente.findings import Row
    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.lenses.system.shocks.led import Outcomes

_COLUMNS = (Column("shock", "If"), Column("follows", "What follows in most draws"), Column("open", "What stays open"))


def find(look: Look[SystemOptions]) -> Shocks | None:
    """Return where each shock leads; ``None`` where the state of the region is not known, or moves are too many."""
    led = look.once(followed)
    return None if led is None else Shocks({each.shock.id: each.led for each in led})


def followed(look: Look[SystemOptions]) -> tuple[Outcomes, ...] | None:
    """Return where each shock leads; ``None`` where that cannot be said."""
    found = look.once(region)
    if found is None or found.now is None:
        return None
    try:
        return outcomes(found, found.now)
    except TooLargeError:
        return None


def show(shocks: Shocks, look: Look[SystemOptions]) -> Finding | None:
    """Say what each shock would change for good, and what hangs on the rule or the draw."""
    found, led = look.once(region), look.once(followed)
    if found is None or not led or not shocks.shocks:
        return None
    moving = [each.shock.label for each in led if _changes(found, each)]
    some = f"{len(moving)} of {counted(len(led), 'shock')} would move more than is forced"
    return Finding(
        "What shocks would lead to",
        f"By these judgements {some}." if moving else "By these judgements no shock would move more than is forced.",
        tables=(Table("shocks", "What follows from each shock", _COLUMNS, tuple(_row(found, each) for each in led)),),
        method=Method(
            "Succession of cross-impact balances",
            f"{listed(found.options.rules)} succession, side by side",
            (("Draws", f"{len(found.draws):,}"),),
            exact=False,
            seed=found.options.seed,
            references=("WeimerJehle2006", "WeimerJehle2008"),
            formula="In each draw every effect is a whole number within its bounds. What is forced is set, and what is"
            " then under pressure moves, until nothing does or the same comes round again.",
        ),
        id="shocks",
    )


def _changes(found: Region, led: Outcomes) -> dict[str, str]:
    """Return the conditions that all rules have in another state than now in most draws, beside what is forced."""
    now = found.ids(found.now or ())
    told = list(led.mostly.values())
    return {
        name: state
        for name, state in told[0].items()
        if state is not None
        and all(each[name] == state for each in told)
        and state != now[name]
        and led.shock.states.get(name) != state
    }


def _row(found: Region, led: Outcomes) -> Row:
    changed, now = _changes(found, led), found.ids(found.now or ())
    labels = {each.id: each for each in found.descriptors}
    told = [f"{labels[name].label}: {_state(found, name, state)}" for name, state in changed.items()]
    back = [
        labels[name].label
        for name, state in led.shock.states.items()
        if state != now[name] and all(each[name] == now[name] for each in led.mostly.values())
    ]
    told += [f"{listed(back)} as before"] if back else []
    left = [labels[name].label for name in led.undecided]
    return row_of([led.shock], led.shock.label, "; ".join(told) or "nothing more", "; ".join(left) or "nothing")


def _state(found: Region, name: str, state: str) -> str:
    own = next(each for each in found.descriptors if each.id == name)
    return next(each.label for each in own.states if each.id == state)


CHAPTER = Chapter("shocks", 30, find, show)
