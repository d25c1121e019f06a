"""Words: readings, arrangements and rules of control as a mediator would say them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.lenses.wording import listed, sentence, whose
from detente.methods.control.arrangements import NOBODY, Cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from detente.case import Case
    from detente.case.corridor.control import Control, ControlRule
    from detente.methods.control.arrangements import Value
    from detente.models.corridor.control.model import ControlModel, SideReading


@dataclass(frozen=True)
class Speech:
    """What to call everything that the control of a route is made of.

    Attributes
    ----------
    case, control
        The records that hold at the date.
    """

    case: Case
    control: Control

    def name(self, word: str) -> str:
        """Return what to call a function, a right, a holder or a side."""
        actors = {actor.id: actor.name for actor in self.case.actors}
        return self.control.names.get(word) or actors.get(word) or word.replace("-", " ")

    def reading(self, reading: SideReading) -> str:
        """Return a reading in quotation marks; nothing where its side has one only, which has no word."""
        return "" if reading.word == reading.by else f"“{reading.word}”"

    def side(self, by: str, readings: Sequence[SideReading]) -> str:
        """Return a side, and as what it is read."""
        words = [said for each in readings if (said := self.reading(each))]
        return f"{self.name(by)} read as {listed(words, last='or')}" if words else self.name(by)

    def broken(self, model: ControlModel, rules: Sequence[ControlRule]) -> tuple[str, ...]:
        """Return which readings of which sides some rules belong to, a text for each side."""
        told = []
        for side in model.sides:
            readings = model.readings(side)
            of = [each for each in readings if any(demand.rule in rules for demand in each.demands)]
            if of:
                whole = len(of) == len(readings) > 1
                told.append(f"{self.name(side)}, however it is read" if whole else self.side(side, of))
        return tuple(told)

    def arrangement(self, example: Mapping[str, Value]) -> tuple[str, ...]:
        """Return an arrangement in words, a text for all that is alike."""
        alike: dict[Value, list[str]] = {}
        for name, value in example.items():
            alike.setdefault(value, []).append(self.name(name))
        return tuple(f"{listed(names)}: {self._value(value)}" for value, names in alike.items())

    def _value(self, value: Value) -> str:
        if not isinstance(value, Cell):
            return f"held by {self.name(value.by)}"
        if value.decides == NOBODY:
            return "not done"
        where = "on the route" if value.on else "off the route"
        if value.decides == value.meets:
            return f"{self.name(value.decides)} decides and meets the user, {where}"
        return f"{self.name(value.decides)} decides, {self.name(value.meets)} meets the user, {where}"

    def short(self, model: ControlModel, example: Mapping[str, Value]) -> str:
        """Return an arrangement by the first name that it has in the dispute, else in words."""
        named = (each.named.text for each in model.classes if model.holds(each.expression, example))
        return next(named, "; ".join(self.arrangement(example)))

    def rule(self, rule: ControlRule) -> str:
        """Return whose rule it is, and what it says in quotation marks."""
        return f"{whose(self.name(rule.by))} “{(rule.why or rule.when).rstrip('.')}”"

    def said(self, rule: ControlRule) -> str:
        """Return what a rule says, in its own words or as its condition is written."""
        return sentence(rule.why) if rule.why else f"“{rule.when}”."


def mark(rules: Sequence[ControlRule], *, placed: bool) -> str:
    """Return whether all of some rules are stated, and if wanted where they, or what they are read from, stand."""
    how = "stated" if all(rule.stated for rule in rules) else "our reading"
    places: dict[str, list[str]] = {}
    for cite in dict.fromkeys(cite for rule in rules for cite in rule.cites) if placed else ():
        places.setdefault(cite.source, []).append(cite.at or "")
    alone = len(places) == 1 and all(all(each) for each in places.values())
    texts = [("" if alone else f"{source} ") + ", ".join(each) for source, each in places.items()]
    return ", ".join((how, *(text.strip() for text in texts)))
