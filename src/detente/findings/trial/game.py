"""Games: a conflict of options as a reader of the page can change it, and what scenarios do to what findings say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from detente.findings.trial.wants import Act, Choice, Condition, Wants, Wish

MOST_OPTIONS = 12
"""The most options that can be taken: the page goes through 4,096 states within a click, and not through more."""


@dataclass(frozen=True, slots=True)
class Game:
    """The conflict as things are, or under a scenario.

    A state is a number: of its ``n`` options, the one at place ``k`` is taken where bit ``n - 1 - k`` is set.

    Attributes
    ----------
    title
        The scenario in words.
    scenario
        Its id; ``""`` for the case as it is.
    trouble
        Why it cannot be tried, or ``""``. Nothing else is there then.
    makers
        Names of the decision makers.
    options, owners
        Options that can be taken, by their number in the trial, and whose each is, from 0. An option that is not
        among them is taken nowhere.
    ruled_out
        What cannot be.
    wants
        What each decision maker prefers.
    acts
        What can be ruled out besides, by its number in the trial.
    quo
        The status quo; ``None`` where the case states none.
    outcomes
        What is asked about, the status quo first: its number in the trial, and its state; -1 for one that cannot be.
    notes
        What a reader has to know of it, to go before what findings say under the scenario.
    """

    title: str
    scenario: str = ""
    trouble: str = ""
    makers: tuple[str, ...] = ()
    options: tuple[int, ...] = ()
    owners: tuple[int, ...] = ()
    ruled_out: tuple[Condition, ...] = ()
    wants: tuple[Wants, ...] = ()
    acts: tuple[int, ...] = ()
    quo: int | None = None
    outcomes: tuple[tuple[int, int], ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """A conflict that a reader of the page can change.

    Attributes
    ----------
    games
        The conflict as things are, then under each scenario.
    choices, wishes, acts, outcomes
        Everything that games speak of by number, each once.
    standings
        How a state stands, to go on after its name: ``nash``, ``trapped`` where it cannot be undone, ``seq``, ``gmr``,
        ``left`` where somebody would leave, ``never`` where it cannot be, and ``quo`` where it is the status quo. Who
        would leave is to be named after ``trapped`` and ``left``.
    """

    games: tuple[Game, ...]
    choices: tuple[Choice, ...] = ()
    wishes: tuple[Wish, ...] = ()
    acts: tuple[Act, ...] = ()
    outcomes: tuple[str, ...] = ()
    standings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a scenario does to what a finding says.

    Attributes
    ----------
    scenario
        Its id.
    text
        What then is, to go on after a colon.
    """

    scenario: str
    text: str
