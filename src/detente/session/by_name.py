"""Lenses by name: what a sight can be asked, each question with the options of its lens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from detente.lenses.asking import several_texts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from detente.findings import Findings
    from detente.methods.system.rule import Rule


class Lenses(ABC):
    """What can be asked of a case at a date; base of the sight."""

    __slots__ = ()

    @abstractmethod
    def look(self, lens: str, options: Any = None, *, forgive: Callable[[str], None] | None = None) -> Findings:
        """Return what one lens says."""

    def show(self) -> Findings:
        """Return where things stand: what had happened, what is agreed, what cannot be said; see ``look``."""
        return self.look("chronicle")

    def conflict(
        self,
        *,
        max_states: int = 4096,
        why: str | None = None,
        start: str | None = None,
        coalitions: bool = False,
        robust: bool = False,
        also: Sequence[str] = (),
        toward: str | None = None,
        draws: int | None = None,
        seed: int = 0,
        engine: str = "auto",
    ) -> Findings:
        """Return why it is stuck: which outcomes nobody would leave, and why the status quo holds; see ``look``.

        Parameters
        ----------
        max_states
            Above this number of states, lists of states become counts with the first ones.
        why, start, toward
            A state to say the reasons of, the ways from, and what would have to change for: its name, a name that the
            case gives it, or ``status-quo``.
        coalitions, robust
            Whether the document lists what each coalition stays at, and what survives each small change of wishes.
        also
            Further solution concepts: ``sim``, ``l1``, ``l2`` and so on, ``nm``.
        draws, seed
            How many readings of uncertain preferences to draw where they are too many to go through, and the seed.
        engine
            ``explicit`` lists states, ``symbolic`` keeps sets of them, ``auto`` does what the size asks for.

        Raises
        ------
        AskError, TypeError
            If something asked does not fit the conflict, or is of another kind, such as one text for ``also``.
        """
        from detente.lenses.conflict.options import ConflictOptions

        asked = ConflictOptions(
            max_states,
            why,
            start,
            coalitions,
            robust,
            several_texts("also", also),
            toward=toward,
            draws=draws,
            seed=seed,
            engine=engine,
        )
        return self.look("conflict", asked)

    def settle(
        self, *, draws: int = 4096, seed: int = 1, challenge: str | None = None, exchanges: bool = True
    ) -> Findings:
        """Return what both sides could take, who blocks, and what would open the zone; see ``look``.

        Parameters
        ----------
        draws, seed
            How many draws of uncertain numbers, and the seed of the random numbers.
        challenge
            The reading of the challenge model to lead with.
        exchanges
            Whether to look for swaps of support between issues.

        Raises
        ------
        AskError, TypeError
            If there is no such reading, a number is too small, or something is of another kind.
        """
        from detente.lenses.settlement.options import SettlementOptions

        return self.look("settlement", SettlementOptions(draws, seed, challenge=challenge, exchanges=exchanges))

    def roadmap(self, *, goal: str | None = None, draws: int = 16_384, seed: int = 1) -> Findings:
        """Return what would settle it and when: the paths to a goal, and what each waits for; see ``look``.

        Parameters
        ----------
        goal
            Id of the step to be reached; the case's own goal when omitted.
        draws, seed
            How many draws of uncertain durations, dates and chances, and the seed of the random numbers.

        Raises
        ------
        AskError, TypeError
            If the case has no such step, a number is too small, or something is of another kind.
        """
        from detente.lenses.roadmap.options import RoadmapOptions

        return self.look("roadmap", RoadmapOptions(goal, draws, seed))

    def corridor(self, *, draws: int = 512, seed: int = 1) -> Findings:
        """Return who gains and who loses when a way opens, and what comes of what is claimed of that; see ``look``.

        Parameters
        ----------
        draws, seed
            How many draws of uncertain numbers, and the seed of the random numbers.

        Raises
        ------
        AskError, TypeError
            If a number is too small, or something is of another kind.
        """
        from detente.lenses.corridor.options import CorridorOptions

        return self.look("corridor", CorridorOptions(draws, seed))

    def system(
        self, *, rule: Rule | None = None, cited_only: bool = False, draws: int = 512, seed: int = 1
    ) -> Findings:
        """Return what holds the region as it is, what pushes it, and where shocks lead; see ``look``.

        Parameters
        ----------
        rule
            The one rule by which shocks are followed: ``global``, ``incremental`` or ``local``; all where left out.
        cited_only
            Whether to leave out effects that are assumed.
        draws, seed
            How many draws of effects that are intervals, and the seed of the random numbers.

        Raises
        ------
        AskError, TypeError
            If there is no such rule, a number is too small, or something is of another kind.
        """
        from detente.lenses.system.options import SystemOptions

        return self.look("system", SystemOptions(rule, cited_only, draws, seed))

    chronicle, settlement = show, settle  # lenses by their own names
