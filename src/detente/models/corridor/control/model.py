"""The model of who controls what: rules and classes as demands, and the plainest arrangement that meets some."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from detente.methods.control.arrangements import Vocabulary
from detente.methods.control.search import Space, TooManyArrangementsError
from detente.methods.gmcr.preference.expressions import Expression, Not
from detente.methods.gmcr.preference.state_sets import true_in
from detente.models.corridor.control.flaws import HERE, TOO_LARGE, flaws_of_words, read, vocabulary_of
from detente.models.flaw import Flaw, FlawedModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from detente.case.corridor.control import Control, ControlClass, ControlRule
    from detente.methods.control.arrangements import Value


@dataclass(frozen=True, slots=True)
class Demand:
    """A rule, as it has been read."""

    rule: ControlRule
    expression: Expression


@dataclass(frozen=True, slots=True)
class Named:
    """A class of arrangements, as it has been read."""

    named: ControlClass
    expression: Expression


@dataclass(frozen=True, slots=True)
class SideReading:
    """One reading of what a side accepts.

    Attributes
    ----------
    by
        The side.
    word
        How its words are taken; the side itself where no rule of it says.
    demands
        The rules that belong to it, in the order of the case.
    """

    by: str
    word: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True)
class ControlModel:
    """Who may control what.

    Attributes
    ----------
    vocabulary
        The functions, rights and holders.
    demands, classes
        The rules and the classes of the case, read.
    """

    vocabulary: Vocabulary
    demands: tuple[Demand, ...]
    classes: tuple[Named, ...]

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Whose rules there are, in the order of the case; the table is of the first two."""
        return tuple(dict.fromkeys(demand.rule.by for demand in self.demands))

    def readings(self, side: str) -> tuple[SideReading, ...]:
        """Return the readings of a side, in the order in which their words are first written."""
        own = [demand for demand in self.demands if demand.rule.by == side]
        words = tuple(dict.fromkeys(word for demand in own for word in demand.rule.reading))
        if not words:
            return (SideReading(side, side, tuple(own)),)
        return tuple(
            SideReading(side, word, tuple(each for each in own if word in each.rule.reading or not each.rule.reading))
            for word in words
        )

    def plainest(self, demands: Iterable[Expression]) -> dict[str, Value] | None:
        """Return the plainest arrangement that meets some demands, by function and right; ``None`` where none does.

        Raises
        ------
        FlawedModelError
            If that cannot be told in reasonable time.
        """
        try:
            found = self._space.plainest(tuple(demands))
        except TooManyArrangementsError as error:
            raise FlawedModelError([Flaw(TOO_LARGE, HERE, str(error))]) from error
        if found is None:
            return None
        values = (self.vocabulary.values(variable)[k] for variable, k in enumerate(found))
        return dict(zip(self.vocabulary.variables, values, strict=True))

    def can_be(self, *demands: Expression) -> bool:
        """Whether some arrangement meets all of some demands."""
        return self.plainest(demands) is not None

    def must_be(self, demand: Expression, given: Sequence[Expression] = ()) -> bool:
        """Whether every arrangement that meets what is given meets a demand."""
        return not self.can_be(*given, Not(demand))

    def holds(self, expression: Expression, example: Mapping[str, Value]) -> bool:
        """Whether a demand is met by one arrangement."""
        values = [self.vocabulary.values(k).index(example[name]) for k, name in enumerate(self.vocabulary.variables)]
        atoms = {name: atom.values >> values[atom.variable] & 1 for name, atom in self.vocabulary.atoms.items()}
        return bool(true_in(expression, atoms, 1))

    def breaks(self, named: Named) -> tuple[ControlRule, ...]:
        """Return the rules that every arrangement of a class breaks; none where the class has none."""
        if not self.can_be(named.expression):
            return ()
        clashing = (demand for demand in self.demands if not self.can_be(named.expression, demand.expression))
        return tuple(demand.rule for demand in clashing)

    @cached_property
    def _space(self) -> Space:
        return Space(self.vocabulary.costs, self.vocabulary.atoms)


def model_control(control: Control) -> ControlModel:
    """Return who may control what.

    Raises
    ------
    FlawedModelError
        If a word or a condition is wrong.
    """
    flaws = list(flaws_of_words(control))
    if flaws:
        raise FlawedModelError(flaws)
    vocabulary = vocabulary_of(control)
    demands = [(rule, read(rule.when, vocabulary, (*HERE, "rules", k, "when"))) for k, rule in enumerate(control.rules)]
    classes = [
        (named, read(named.when, vocabulary, (*HERE, "classes", k, "when"))) for k, named in enumerate(control.classes)
    ]
    flaws = [found for _, found in (*demands, *classes) if isinstance(found, Flaw)]
    if flaws:
        raise FlawedModelError(flaws)
    return ControlModel(
        vocabulary,
        tuple(Demand(rule, found) for rule, found in demands if not isinstance(found, Flaw)),
        tuple(Named(named, found) for named, found in classes if not isinstance(found, Flaw)),
    )
