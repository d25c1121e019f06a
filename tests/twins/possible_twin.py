"""Which packages are possible, read aloud from the definition: every package, every state, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

Answer = bool | None
"""Whether something is so; ``None`` where that is not known."""

STEPS: Mapping[str, Mapping[str, Answer]] = {
    "2025-07-10": {"done": True, "planned": False, "someday": False},
    "2026-01-01": {"done": True, "planned": True, "someday": None},  # which lies beyond what the case knows
}
"""By date: whether each step of the cases is met, or can be taken to be by its plan."""

DAYS: Mapping[str, Mapping[str, Answer]] = {
    "2025-07-10": {"2024": True, "2025-07": None, "2025-12": False, "2026": False},
    "2026-01-01": {"2024": True, "2025-07": True, "2025-12": True, "2026": None},
}
"""By date: whether each of the days from which something can be had has come."""


@dataclass(frozen=True)
class Way:
    """An outcome: its id, the options it lists, and from when it can be had, each ``None`` where not written."""

    id: str
    takes: tuple[str, ...] | None
    available: str | None


@dataclass(frozen=True)
class Dispute:
    """Options with what each waits for, pairs of which not both can be taken, and issues with their outcomes."""

    options: Mapping[str, str | None]
    pairs: tuple[tuple[str, str], ...]
    issues: Mapping[str, tuple[Way, ...]]

    def packages(self) -> Iterator[dict[str, Way]]:
        """Yield every choice of one outcome for each issue."""
        for chosen in product(*self.issues.values()):
            yield dict(zip(self.issues, chosen, strict=True))

    def needs(self, way: Way) -> set[str] | None:
        """Return the options that an outcome takes: those it lists, or the one that is called like it."""
        if way.takes is not None:
            return set(way.takes)
        return {way.id} if way.id in self.options else None

    def is_modelled(self) -> bool:
        """Whether any outcome says anything."""
        ways = [way for each in self.issues.values() for way in each]
        return any(way.available is not None or self.needs(way) is not None for way in ways)

    def is_open(self, rule: str | None, date: str) -> Answer:
        """Whether what waits for a day, for a step, or for nothing, is open."""
        if rule is None:
            return True
        if rule == "never":
            return False
        return STEPS[date][rule.removeprefix("step:")] if rule.startswith("step:") else DAYS[date][rule]

    def outcome(self, way: Way, date: str) -> Answer:
        """Whether an outcome can be had: not where any need is not met, not known where its own day is not known.

        An option of which that is not known counts as closed, as it does in the conflict.
        """
        needs = self.needs(way)
        if needs is None and way.available is None:
            return None
        answers: list[Answer] = [self.is_open(self.options[name], date) is True for name in needs or ()]
        answers.append(self.is_open(way.available, date))
        return False if False in answers else None if None in answers else True

    def package(self, chosen: Mapping[str, Way], date: str) -> Answer:
        """Whether a package can be had: not known where it holds what is not known, else if a state has all of it."""
        answers = [self.outcome(way, date) for way in chosen.values()]
        if None in answers:
            return None
        return all(answers) and any(self._agrees(chosen, state, date) for state in self._states())

    def _states(self) -> Iterator[set[str]]:
        for marks in product((False, True), repeat=len(self.options)):
            yield {name for name, mark in zip(self.options, marks, strict=True) if mark}

    def _agrees(self, chosen: Mapping[str, Way], state: set[str], date: str) -> bool:
        """Whether a state can be at a date, and takes of each issue's options those of the chosen outcome only."""
        if any(self.is_open(self.options[name], date) is not True for name in state):
            return False
        if any({one, other} <= state for one, other in self.pairs):
            return False
        for issue, way in chosen.items():
            decided = set().union(*(self.needs(each) or () for each in self.issues[issue]))
            if state & decided != (self.needs(way) or set()):
                return False
        return True

    def text(self, as_of: str) -> str:
        """Return the dispute as a case in which everybody accepts every package."""
        options = ", ".join(f"{{id: {name}{_available(rule)}}}" for name, rule in self.options.items())
        infeasible = ", ".join(f"{{when: {one} and {other}}}" for one, other in self.pairs)
        values = ", ".join(
            f"{issue}: {{{', '.join(f'{way.id}: 0.5' for way in ways)}}}" for issue, ways in self.issues.items()
        )
        issues = "".join(
            f"  - {{id: {issue}, outcomes: [{', '.join(map(_written, ways))}]}}{chr(10)}"
            for issue, ways in self.issues.items()
        )
        conflict = f"""
conflict:
  decision_makers: [{{actor: north, options: [{options}], preferences: {{weights: {{}}, assumption: a}}}}]
  infeasible: [{infeasible}]
"""
        return f"""
case: {{id: demo, as_of: {as_of}, known_until: 2025-07-31}}
actors: [{{id: north, name: North, kind: state}}, {{id: south, name: South, kind: state}}]
issues:
{issues}
steps:
  - {{id: done, name: Done, status: met, date: 2025-01}}
  - {{id: planned, name: Planned, status: scheduled, date: 2025-11}}
  - {{id: someday, name: Some day}}
settlement:
  parties:
    - {{actor: north, batna: 0, assumption: a, values: {{{values}}}}}
    - {{actor: south, batna: 0, assumption: a, values: {{{values}}}}}
{conflict if self.options else ""}"""


def _written(way: Way) -> str:
    takes = "" if way.takes is None else f", takes: [{', '.join(way.takes)}]"
    return f"{{id: {way.id}{takes}{_available(way.available)}}}"


def _available(rule: str | None) -> str:
    if rule is None:
        return ""
    return ", available: false" if rule == "never" else f', available: "{rule}"'
