"""What stands one by one: what had happened, what became of promises and steps, what each wanted, what is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.dates import Truth
from detente.lenses.chronicle.words import amount, dated
from detente.lenses.verdicts import Verdict
from detente.lenses.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.situation import Situation
    from detente.study import Moment

_LONGEST = 90
"""Letters of what a record is called."""

_HAPPENED = {Truth.TRUE: "it happened", Truth.FALSE: "it had not happened", Truth.UNDETERMINED: "it cannot be said"}
_ACTIVE = {Truth.TRUE: "it is active", Truth.FALSE: "it is not active", Truth.UNDETERMINED: "it cannot be said"}
_MET = {Truth.TRUE: "it is met", Truth.FALSE: "it is not met", Truth.UNDETERMINED: "it cannot be said"}
_TABLED = {
    Truth.TRUE: "it is on the agenda",
    Truth.FALSE: "it is not on the agenda",
    Truth.UNDETERMINED: "it cannot be said",
}


def verdicts(moment: Moment) -> Iterator[Verdict]:
    """Yield what can be said of every event, track, issue, promise, step, position and measure."""
    found = moment.situation
    happened = {name: each.happened for name, each in found.events.items()}
    yield from _truths(found, "events", happened, _HAPPENED)
    yield from _truths(found, "formats", found.formats, _ACTIVE)
    yield from _truths(found, "issues", found.issues, _TABLED)
    yield from _truths(found, "steps", found.steps, _MET)
    yield from _promises(found)
    yield from _positions(found)
    yield from _measures(found)


def _truths(
    found: Situation, section: str, truths: Mapping[str, Truth], words: Mapping[Truth, str]
) -> Iterator[Verdict]:
    for name, truth in truths.items():
        yield Verdict(f"{section}.{name}", str(truth), _quoted(found, name), words[truth])


def _promises(found: Situation) -> Iterator[Verdict]:
    for name, standing in found.commitments.items():
        status = standing.status or "no status yet"
        sure = "" if standing.certain is Truth.TRUE else ", or a later status"
        value = standing.status if standing.certain is Truth.TRUE else str(Truth.UNDETERMINED)
        yield Verdict(f"commitments.{name}", value, _quoted(found, name), f"{status}{sure}")


def _positions(found: Situation) -> Iterator[Verdict]:
    for actor, issues in found.positions.items():
        for issue, held in issues.items():
            several = [each.position for each in held.standing]
            said = [each.stance or amount(each.value, None) or each.kind for each in several]
            about = f"{found.names[actor]} on “{found.names[issue]}”"
            yield Verdict(f"positions.{actor}.{issue}", tuple(said), about, "; ".join(said))


def _measures(found: Situation) -> Iterator[Verdict]:
    units = {each.id: each.unit for each in found.case.measures}
    for name, last in found.measures.items():
        seen = last.observation
        said = amount(seen.value, units.get(name), seen.comparator) or ""
        when = dated(found, seen.date)
        yield Verdict(f"measures.{name}", said, _quoted(found, name), f"{said} ({when})" if when else said)


def _quoted(found: Situation, name: str) -> str:
    return f"“{shortened(found.names[name].rstrip('.'), _LONGEST)}”"
