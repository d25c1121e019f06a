"""What if: the scenarios of the case side by side with things as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Column, Depth, Finding, Row, Statement, Table
from detente.lenses.chapter import Chapter
from detente.lenses.conflict import LENS
from detente.lenses.conflict.assumptions import assumptions
from detente.lenses.conflict.engine.choice import explicit, if_listed
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.options import ConflictOptions
from detente.lenses.conflict.scenarios.outlook import STATUS_QUO, equilibria_of, outlooks
from detente.lenses.conflict.uncertainty.hanging import Hanging, hanging
from detente.lenses.conflict.why.sanctions import sanction, why
from detente.lenses.evidence import say
from detente.lenses.look import Look
from detente.lenses.wording import counted, listed, one_or_many, sentence
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from detente.case.scenario import Scenario
    from detente.lenses.conflict.scenarios.outlook import Outlook
    from detente.study import Moment

_COLUMNS = (
    Column("scenario", "If"),
    Column("outcome", "Outcome"),
    Column("now", "As things are"),
    Column("then", "Then"),
)


@dataclass(frozen=True, slots=True)
class _Other:
    """The conflict under a scenario, or why nothing is said of it."""

    scenario: Scenario
    analysis: Explicit | None
    then: Mapping[str, Outlook]
    hangs: Hanging | None = None
    why_not: str = ""

    @property
    def title(self) -> str:
        return self.scenario.title or self.scenario.id


@dataclass(frozen=True, slots=True)
class Compared:
    """How the outcomes asked about stand as things are, and under each scenario."""

    now: Mapping[str, Outlook]
    others: Sequence[_Other]


def find(look: Look[ConflictOptions]) -> Compared | None:
    """Return the scenarios; ``None`` in a scenario, or in a case without any."""
    analysis = if_listed(look)
    if analysis is None:
        return None
    moments = ((moment, moment.scenario) for moment in look.moment.scenarios())
    others = [_other(look, moment, scenario) for moment, scenario in moments if scenario is not None]
    return Compared(outlooks(analysis), others) if others else None


def show(found: Compared, look: Look[ConflictOptions]) -> Finding:
    """Return what would stand differently in each scenario."""
    analysis, now = explicit(look), found.now
    rows = [row for other in found.others for row in _rows(other, now)]
    return Finding(
        "What if",
        _headline(analysis, found.others, now),
        statements=tuple(said for other in found.others for said in _statements(analysis, other, now)),
        tables=(Table("scenarios", "Outcomes that stand differently in a scenario", _COLUMNS, tuple(rows)),)
        if rows
        else (),
        assumptions=assumptions(look),
        depth=Depth.DETAIL,
    )


def _other(look: Look[ConflictOptions], moment: Moment, scenario: Scenario) -> _Other:
    if undecided := LENS.undecided(moment):
        return _Other(scenario, None, {}, why_not=f"not determined: {undecided}")
    before, options = look.situation.options, moment.situation.options
    closed = [name for name, found in options.items() if not found.open and name in before and before[name].open]
    try:
        changed = Explicit.of(moment)
    except FlawedModelError as error:
        return _Other(scenario, None, {}, why_not=f"not computed, as {error}")
    plain = ConflictOptions(seed=look.options.seed, draws=look.options.draws)
    return _Other(scenario, changed, outlooks(changed, closed), hanging(Look(moment, plain)))


def _headline(analysis: Explicit, others: Sequence[_Other], now: Mapping[str, Outlook]) -> str:
    if STATUS_QUO not in now:
        return f"{counted(len(others), 'scenario')} compared with things as they are."
    known = [other for other in others if other.analysis is not None]
    open_in = [other.scenario.label for other in known if other.hangs]
    unknown = [other.scenario.label for other in others if other.analysis is None]
    sure = [(other.scenario.label, _holds(other.analysis)) for other in known if other.analysis and not other.hangs]
    holds = _holds(analysis)
    changed = [label for label, then in sure if then is not holds]
    rest = [f"it hangs on an open reading if: {_or_if(open_in)}"] if open_in else []
    rest += [f"it cannot be said whether it would if: {_or_if(unknown)}"] if unknown else []
    if holds:
        said = _unmoved(len(sure), sure_of_all=not rest)
        said = said if not changed else f"The status quo would not hold if: {_or_if(changed)}"
    else:
        said = "The status quo does not hold as things are"
        said += f"; it would if: {_or_if(changed)}" if changed else "" if rest else ", nor in any scenario"
    return f"{'; '.join((said, *rest))}."


def _unmoved(number: int, *, sure_of_all: bool) -> str:
    """Return that the status quo would hold in the scenarios, if that is sure of all of them."""
    if not sure_of_all:
        return "The status quo holds as things are"
    where = one_or_many(number, "the one scenario", f"each of the {number} scenarios")
    return f"The status quo would hold in {where}, too"


def _or_if(labels: Sequence[str]) -> str:
    return "; or if: ".join(labels)


def _holds(analysis: Explicit) -> bool:
    quo = analysis.model.status_quo
    return quo is not None and bool(analysis.holding[quo])


def _statements(analysis: Explicit, other: _Other, now: Mapping[str, Outlook]) -> Iterator[Statement]:
    """Yield what a scenario changes, in words, and who would then leave the status quo."""
    if other.analysis is None:
        yield say(f"{other.scenario.label}: {other.why_not}.", other.scenario, noted=True)
        return
    parts = [*_quo(now, other.then), *_changed(now, other.then)]
    held, count = equilibria_of(other.analysis)
    before, all_before = equilibria_of(analysis)
    parts.append(f"{held} of {count} possible states hold under some concept (as things are: {before} of {all_before})")
    yield say(f"{other.scenario.label}: {'; '.join(parts)}.", other.scenario, noted=True)
    if other.hangs:
        yield other.hangs.said(f"{other.scenario.label}: whether the status quo then holds")
    quo = other.analysis.model.status_quo
    if quo is not None and not _holds(other.analysis):
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
        yield f"otherwise than now: {listed(rest)}"
    if lost:
        yield f"the other outcomes that need {listed(lost, last='or')} are looked at without it"
    if not (new or gone or rest):
        yield "no outcome asked about stands differently"


def _rows(other: _Other, now: Mapping[str, Outlook]) -> Iterator[Row]:
    for name, then in other.then.items():
        if name in now and then.differs(now[name]):
            yield Row((sentence(other.scenario.label), name, now[name].said(), then.said()))


CHAPTER = Chapter("what-if", 80, find, show)
