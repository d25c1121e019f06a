"""What if: the scenarios of the case side by side with things as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.engine.choice import explicit
from detente.lenses.conflict.headlines import fitting
from detente.lenses.conflict.scenarios.compared import Compared, compared, holds, or_if
from detente.lenses.conflict.scenarios.outlook import STATUS_QUO, equilibria_of
from detente.lenses.conflict.why.sanctions import sanction, why
from detente.lenses.evidence import say
from detente.lenses.wording import counted, listed, one_or_many, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from detente.lenses.conflict.engine.explicit import Explicit
    from detente.lenses.conflict.options import ConflictOptions
    from detente.lenses.conflict.scenarios.compared import Other
    from detente.lenses.conflict.scenarios.outlook import Outlook
    from detente.lenses.look import Look

_COLUMNS = (
    Column("scenario", "If"),
    Column("outcome", "Outcome"),
    Column("now", "As things are"),
    Column("then", "Then"),
)


def find(look: Look[ConflictOptions]) -> Compared | None:
    """Return the scenarios; ``None`` in a scenario, or in a case without any."""
    return look.once(compared)


def show(found: Compared, look: Look[ConflictOptions]) -> Finding:
    """Return what would stand differently in each scenario."""
    analysis, now = explicit(look), found.now
    rows = [row for other in found.others for row in _rows(other, now)]
    return Finding(
        "What scenarios would change",
        _headline(found, analysis),
        statements=tuple(said for other in found.others for said in _statements(analysis, other, now)),
        tables=(Table("scenarios", "Outcomes that stand differently in a scenario", _COLUMNS, tuple(rows)),)
        if rows
        else (),
        assumptions=assumptions(look),
        depth=Depth.DETAIL,
    )


def _headline(found: Compared, analysis: Explicit) -> str:
    """Return in which scenarios the status quo would stand otherwise, by what they suppose or by their number."""
    total = counted(len(found.others), "scenario")
    if STATUS_QUO not in found.now:
        return f"{total} compared with things as they are."
    now = holds(analysis)
    changed = found.changed(now=now)
    if not changed:
        return _unmoved(found, now=now)
    would = f"The status quo would {'not ' if now else ''}hold"
    rest = []
    if found.open_in:
        rest.append(f"in {len(found.open_in)} that is open")
    if found.unknown:
        rest.append(f"in {len(found.unknown)} it cannot be said")
    where = f"{would} in {len(changed)} of {total}"
    named = f"{would} if: {or_if(changed)}."
    return f"{'; '.join((where, *rest))}." if rest else fitting(named, f"{where}.")


def _unmoved(found: Compared, *, now: bool) -> str:
    """Return that the status quo stands as now in the scenarios, as far as that is sure."""
    holding = "holds" if now else "does not hold"
    if found.open_in or found.unknown:
        doubt = len(found.open_in) + len(found.unknown)
        return f"The status quo {holding} as things are; in {counted(doubt, 'scenario')} that is not sure."
    where = one_or_many(len(found.sure), "the one scenario", f"each of the {len(found.sure)} scenarios")
    if now:
        return f"The status quo would hold in {where}, too."
    return f"The status quo does not hold as things are, nor in {where}."


def _statements(analysis: Explicit, other: Other, now: Mapping[str, Outlook]) -> Iterator[Statement]:
    """Yield what a scenario changes, in words, and who would then leave the status quo."""
    if other.analysis is None:
        yield say(f"{other.scenario.label}: {other.why_not}.", other.scenario, noted=True)
        return
    parts = [*_quo(now, other.then), *_changed(now, other.then)]
    held, count = equilibria_of(other.analysis)
    before, all_before = equilibria_of(analysis)
    states = f"Under some concept {held} of {count} possible states hold, as things are {before} of {all_before}."
    yield say(f"{other.scenario.label}: {'; '.join(parts)}. {states}", other.scenario, noted=True)
    if other.hangs:
        yield other.hangs.said(f"{other.scenario.label}: whether the status quo then holds")
    quo = other.analysis.model.status_quo
    if quo is not None and not holds(other.analysis):
        makers = range(len(other.analysis.model.decision_makers))
        leaving = (i for i in makers if not other.analysis.stays_under(i, quo))
        yield from (why(other.analysis, i, sanction(other.analysis, i, quo), state=quo) for i in leaving)


def _quo(now: Mapping[str, Outlook], then: Mapping[str, Outlook]) -> Iterator[str]:
    if STATUS_QUO in now and STATUS_QUO in then:
        still = "" if then[STATUS_QUO].differs(now[STATUS_QUO]) else "still "
        yield f"at the status quo {still}{then[STATUS_QUO].phrases[0]}"


def _changed(now: Mapping[str, Outlook], then: Mapping[str, Outlook]) -> Iterator[str]:
    """Yield which outcomes become possible or impossible, and which stand differently."""
    asked = {name: (now[name], found) for name, found in then.items() if name in now and name != STATUS_QUO}
    new = [name for name, (before, after) in asked.items() if after.possible and not before.possible]
    gone = [name for name, (before, after) in asked.items() if before.possible and not after.possible]
    both = {name: pair for name, pair in asked.items() if pair[0].possible and pair[1].possible}
    rest = [name for name, (before, after) in both.items() if after.differs(before)]
    lost = sorted({option for _, after in both.values() for option in after.without})
    if new:
        yield f"newly possible: {listed(new)}"
    if gone:
        yield f"no longer possible: {listed(gone)}"
    if rest:
        yield f"{counted(len(rest), 'outcome')} {one_or_many(len(rest), 'stands', 'stand')} otherwise than now"
    if lost:
        yield f"the other outcomes that need {listed(lost, last='or')} are looked at without it"
    if not (new or gone or rest):
        yield "no outcome asked about stands differently"


def _rows(other: Other, now: Mapping[str, Outlook]) -> Iterator[Row]:
    for name, then in other.then.items():
        if name in now and then.differs(now[name]):
            yield Row((sentence(other.scenario.label), name, now[name].said(), then.said()))


CHAPTER = Chapter("what-if", 80, find, show)
