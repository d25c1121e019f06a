"""Studies: one case in many situations, and what is worked out of each, once and only when asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from detente.models.conflict.joint import plain
from detente.models.conflict.perceptions import BAD_PERCEPTION
from detente.models.flaw import Flaw, FlawedModelError
from detente.models.roadmap.roads import Roads
from detente.situation import PerceptionError, Situation, Written, changed, clock_of, past_of, perceived, situate
from detente.situation.readings import Day, day_of
from detente.situation.sources import marked
from detente.study.beside import NOTHING, Beside
from detente.study.shared import Kept

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from detente.case import Case
    from detente.case.conflict import Conflict
    from detente.case.perception import Perception
    from detente.case.scenario import Scenario
    from detente.dates import PartialDate
    from detente.models.conflict.symbolic import SymbolicModel
    from detente.models.settlement.model import SettlementModel
    from detente.models.settlement.outline import Outline
    from detente.situation.clock import Clock
    from detente.study.corridor import CorridorStudy
    from detente.study.verdicts import Verdicts


class Study:
    """One case in many situations.

    Parameters
    ----------
    case
        The case as it is written, without any scenario.
    beside
        The outlines of countries that it brings, and the texts of its sources.
    cache
        The folder in which what takes long is kept from one run to the next; nothing is kept when omitted.
    kept
        What is worked out of parts of the case that other versions of it have as well.
    """

    def __init__(
        self, case: Case, beside: Beside = NOTHING, cache: Path | None = None, kept: Kept | None = None
    ) -> None:
        self.case = case
        self.beside = beside
        self.cache = cache
        self.kept = kept or Kept()
        self._moments: dict[tuple[str, str | None], Moment] = {}

    def at(self, as_of: PartialDate | None = None, scenario: Scenario | None = None) -> Moment:
        """Return the case at a date, its own when omitted, under one of its scenarios: the same moment each time.

        Raises
        ------
        ScenarioError
            If the scenario cannot be applied.
        """
        date = as_of or self.case.case.as_of
        key = (str(date), scenario.id if scenario else None)
        if key not in self._moments:
            case = changed(self._written, scenario, date) if scenario else self.case
            if any(source.status for source in case.sources):
                case = marked(clock_of(case, date))
            self._moments[key] = Moment(self, case, date, scenario)
        return self._moments[key]

    @cached_property
    def _written(self) -> Written:
        """The case written out, once for all scenarios and dates."""
        return Written(self.case)

    @property
    def alternatives(self) -> tuple[Scenario, ...]:
        """The scenarios of the case but for those that change nothing outside the corridor."""
        return tuple(each for each in self.case.scenarios if each.sections != {"corridor"})

    def __reduce__(self) -> tuple[type[Study], tuple[Case, Beside, Path | None]]:
        """Pickle the case: what was worked out of it stays behind, and is worked out again where it is asked for."""
        return type(self), (self.case, self.beside, self.cache)


@dataclass(frozen=True, eq=False, repr=False)
class Moment:
    """A case at a date, under a scenario, under some reading: everything here is worked out when first asked for.

    Attributes
    ----------
    study
        Where the other moments of the case are.
    written
        The case with the changes of the scenario, and of some reading, with all its readings; contested claims marked.
    as_of
        The date it stands at.
    scenario
        The scenario, or ``None``.
    assumed
        What is taken to have come of that which readings hang on, where it cannot be said.
    region
        Conditions of the region with the states that they are taken to be in, whatever is known of them.
    """

    study: Study
    written: Case
    as_of: PartialDate
    scenario: Scenario | None = None
    assumed: frozenset[str] = frozenset()
    region: frozenset[tuple[str, str]] = frozenset()

    @property
    def case(self) -> Case:
        """The case with the readings that hold at the date."""
        return self.day.case

    @cached_property
    def clock(self) -> Clock:
        """The calendar of the case, with all its readings, and the date."""
        return clock_of(plain(self.written), self.as_of)

    @cached_property
    def day(self) -> Day:
        """What the readings of the case come to at the date."""
        return day_of(self.clock, self.assumed)

    def told(self, flaw: Flaw) -> Flaw:
        """Return a flaw of the case at the date at its place in the case as written."""
        origins = self.day.origins
        return origins.told(flaw, self.case, self.study.case) or origins.told(flaw, self.case, self.clock.case) or flaw

    def ways(self, sections: Collection[str]) -> Iterator[Moment]:
        """Yield the moment for every way in which what readings of some sections hang on may have come or not.

        The first is this moment, in which none has.
        """
        for assumed in self.day.ways(sections):
            yield replace(self, assumed=assumed) if assumed else self

    @cached_property
    def situation(self) -> Situation:
        """What had happened and was known."""
        found = situate(replace(self.clock, case=self.case), scenario=self.scenario, region=dict(self.region))
        return replace(found, undetermined=(*found.undetermined, *self.day.questions(self.clock)))

    @cached_property
    def past(self) -> Case:
        """The case without what certainly came later: what can have been said by the date."""
        return past_of(self.situation, self.clock)

    @cached_property
    def closed(self) -> tuple[str, ...]:
        """The options of the conflict that cannot be taken."""
        return tuple(name for name, found in self.situation.options.items() if not found.open)

    @cached_property
    def conflict(self) -> Verdicts:
        """The conflict, state by state: its model, and what is stable.

        Raises
        ------
        LookupError
            If the case has no conflict that holds at the date.
        FlawedModelError
            If it cannot be modelled at this date.
        """
        from detente.study.verdicts import judge  # not everybody who asks for a situation needs kernels

        parts = self._conflict, self.closed
        return self.study.kept.conflicts.once(partial(judge, *parts), *parts)

    @cached_property
    def symbolic(self) -> SymbolicModel:
        """The same without a list of states, kept as sets; errors are those of ``conflict``."""
        from detente.models.conflict.symbolic import model_symbolic

        return model_symbolic(self._conflict, self.closed)

    @cached_property
    def outline(self) -> Outline:
        """Who agrees to packages over which issues, without any arrays."""
        from detente.models.settlement.outline import outline_settlement

        return outline_settlement(self.case)

    @cached_property
    def settlement(self) -> SettlementModel:
        """The packages over issues as arrays.

        Raises
        ------
        FlawedModelError
            If they cannot be modelled.
        """
        from detente.models.settlement.model import model_settlement

        return model_settlement(self.case, self.outline)

    @cached_property
    def corridor(self) -> CorridorStudy:
        """The corridor as it is, under its regimes and in scenarios: its model, and where cargo goes.

        Raises
        ------
        LookupError
            If the case has no corridor that holds at the date.
        FlawedModelError
            If it cannot be modelled, or a claim not be read.
        """
        from detente.study.corridor import network_of, parts_of, study_corridor

        before, own = self.study.at(self.as_of), network_of(self.situation)
        kept = before.case.corridor is not None and before.written.corridor == self.written.corridor
        if before is not self and kept and network_of(before.situation) == own:
            return before.corridor
        parts = parts_of(self, self.study.case)
        return self.study.kept.corridors.once(partial(study_corridor, *parts, self.study.cache), *parts)

    @cached_property
    def roads(self) -> Roads:
        """The schedule: the steps as a network with dates, and the road to each of them."""
        found, goal = self.situation, self.case.roadmap
        wanted = goal.goal if goal else None
        return Roads(self.case.steps, found.steps, found.calendar, self.as_of.interval, found.plans, wanted)

    def scenarios(self) -> Iterator[Moment]:
        """Yield the case at this date under each of its scenarios, with the same assumed; nothing in a scenario."""
        found = () if self.scenario else (self.study.at(self.as_of, scenario) for scenario in self.case.scenarios)
        as_it_is = not (self.assumed or self.region)
        yield from found if as_it_is else (replace(m, assumed=self.assumed, region=self.region) for m in found)

    def alternatives(self) -> Iterator[Moment]:
        """Yield the same, but for scenarios that change nothing outside the corridor, whose lens compares them."""
        yield from (each for each in self.scenarios() if each.scenario in self.study.alternatives)

    @cached_property
    def glimpses(self) -> dict[str, tuple[Glimpse, ...]]:
        """By decision maker, what its reading changes at the date, one perception after the other; not where nothing.

        Raises
        ------
        FlawedModelError
            If a perception cannot be applied without an earlier one that does not hold at the date, or leaves nothing.
        """
        conflict = self.case.conflict
        try:
            found = {
                maker.actor: tuple(self._glimpses(maker.actor))
                for maker in (conflict.decision_makers if conflict and conflict.perceptions else ())
            }
        except PerceptionError as error:
            whose = "" if self.written.conflict is None else self.written.conflict.perceptions[error.perception].by
            path = ("conflict", "perceptions", error.perception)
            message = f"under the reading of '{whose}': {error}"
            raise FlawedModelError([Flaw(BAD_PERCEPTION, path, message, error.hint)]) from error
        return {maker: glimpses for maker, glimpses in found.items() if glimpses}

    def _glimpses(self, maker: str) -> Iterator[Glimpse]:
        before = self
        for each in perceived(self.written, maker, held=self._conflict.perceptions):
            after = replace(self, written=each.case)
            if after.case.conflict is None:
                raise PerceptionError("nothing is left of the conflict at this date", each.number, None)
            yield Glimpse(each.number, each.perception, before, after)
            before = after

    @property
    def _conflict(self) -> Conflict:
        if self.case.conflict is None:
            raise LookupError(f"the case '{self.case.case.id}' has no conflict at this date")
        return self.case.conflict

    def __reduce__(self) -> tuple[type[Moment], tuple[Any, ...]]:
        """Pickle which moment it is; as with its study, what was worked out stays behind."""
        return type(self), (self.study, self.written, self.as_of, self.scenario, self.assumed, self.region)

    def __repr__(self) -> str:
        return f"<Moment of {self.situation.title}>"


@dataclass(frozen=True, slots=True)
class Glimpse:
    """One perception of a decision maker, its number in the conflict, and the case without it and with it."""

    number: int
    perception: Perception
    before: Moment
    after: Moment
