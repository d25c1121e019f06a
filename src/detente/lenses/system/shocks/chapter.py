"""Where each shock leads from the region as it is: in words, with how many draws say so under each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Method, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.evidence import row_of
from detente.lenses.system.region import region
from detente.lenses.system.shocks.led import outcomes
from detente.lenses.system.shocks.moved import moved, told
from detente.lenses.system.shocks.result import Shocks
from detente.lenses.wording import counted, listed
from detente.methods.system.arrays import TooLargeError
from detente.situation.region import gateways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.lenses.look import Look
    from detente.lenses.system.options import SystemOptions
    from detente.lenses.system.region import Region
    from detente.lenses.system.shocks.led import Outcomes

_COLUMNS = (
    Column("shock", "If"),
    Column("follows", "What else is then otherwise, in most trials under every rule"),
    Column("open", "What hangs on the rule or the trial"),
)
_TITLE = "What shocks would lead to"


def find(look: Look[SystemOptions]) -> Shocks | None:
    """Return where each shock leads; ``None`` where the case has no region at the date."""
    if look.once(region) is None:
        return None
    led = look.once(followed)
    if not led:
        return Shocks(None, {})
    alone, *others = led
    return Shocks(alone.led, {each.shock.id: each.led for each in others if each.shock is not None})


def followed(look: Look[SystemOptions]) -> tuple[Outcomes, ...]:
    """Return where the region goes by itself and where each shock leads; nothing where that cannot be said."""
    found = look.once(region)
    if found is None or found.now is None:
        return ()
    try:
        return outcomes(found, found.now)
    except TooLargeError:
        return ()


def show(shocks: Shocks, look: Look[SystemOptions]) -> Finding | None:
    """Say what each shock would change beside what it forces, against the region left alone."""
    found, led = look.once(region), look.once(followed)
    if found is None or found.now is None or not found.system.shocks:
        return None
    if shocks.alone is None:
        return Finding(_TITLE, "There are too many ways that the region could go to follow all of them.", id="shocks")
    alone, *others = led
    return Finding(
        _TITLE,
        _headline(alone, others),
        statements=(Statement("Trials go through what the judgements allow; their shares are no probabilities."),),
        tables=(Table("shocks", "Where shocks lead", _COLUMNS, tuple(_rows(found, alone, others))),),
        method=_method(found),
        depth=Depth.DETAIL if gateways(found.moment.case) else Depth.HEADLINE,  # what it unlocks is told first
        id="shocks",
    )


def _headline(alone: Outcomes, others: list[Outcomes]) -> str:
    moving = [each for each in others if moved(alone, each)]
    still = [each for each in others if not moved(alone, each) and not set(each.undecided) - set(alone.undecided)]
    rest = len(others) - len(moving) - len(still)
    told = [
        f"{len(moving)} would move more than is forced" if moving else "",
        f"{len(still)} would not"
        if still and moving
        else f"{len(still)} would move no more than is forced"
        if still
        else "",
        f"for {rest} that hangs on the rule or the trial" if rest else "",
    ]
    return f"By these judgements, of {counted(len(others), 'shock')} {listed([each for each in told if each])}."


def _rows(found: Region, alone: Outcomes, others: list[Outcomes]) -> Iterator[Row]:
    """Yield what the region does by itself, if anything, and then what each shock adds."""
    now = found.ids(found.now or ())
    own = [(name, state) for name, state in next(iter(alone.mostly.values())).items() if state not in (None, now[name])]
    if own or alone.undecided:
        said = [told(found, alone, name, state) for name, state in own if state is not None]
        yield row_of(
            found.descriptors[:1], "Nothing is forced", "; ".join(said) or "nothing", _open(found, alone.undecided)
        )
    for led in others:
        if led.shock is not None:
            said = [told(found, led, name, state) for name, state in moved(alone, led).items()]
            left = tuple(name for name in led.undecided if name not in alone.undecided)
            yield row_of([led.shock], led.shock.label, "; ".join(said) or "nothing more", _open(found, left))


def _open(found: Region, names: tuple[str, ...]) -> str:
    return "; ".join(each.label for each in found.descriptors if each.id in names) or "nothing"


def _method(found: Region) -> Method:
    return Method(
        "Succession of cross-impact balances",
        f"{listed(found.options.rules)} succession, side by side",
        (("Draws", f"{len(found.draws):,}"),),
        exact=False,
        seed=found.options.seed,
        references=("WeimerJehle2006", "WeimerJehle2008"),
        formula="In each draw every effect is a whole number within its bounds. What is forced is set, and what is then"
        " under pressure moves, until nothing does or the same comes round again. What the region would do by itself"
        " does not count as what a shock leads to.",
    )


CHAPTER = Chapter("shocks", 30, find, show)
