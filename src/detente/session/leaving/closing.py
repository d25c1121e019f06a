"""Closing: options, joint acts and decision makers that fall away keep their names, as where a scenario drops them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.case.conflict import DecisionMaker, Option
from detente.case.joint_act import JointAct
from detente.case.scenario import Change, Scenario
from detente.case.shape import value_at
from detente.situation import Written, changed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.case import Case
    from detente.case.shape import Path


def is_closed(case: Case, path: Path) -> bool:
    """Whether what stands at a path is closed rather than taken away."""
    return isinstance(value_at(case, path), Option | JointAct | DecisionMaker)


def closed(case: Case, names: Iterable[str]) -> Case:
    """Return a case with options, joint acts or decision makers closed for good, named as scenarios name them.

    Raises
    ------
    ScenarioError
        If they cannot be.
    """
    drops = tuple(Change(drop=name) for name in names)
    return changed(Written(case), Scenario(id="left-out", changes=drops)) if drops else case


def closing_name(case: Case, path: Path) -> str:
    """Return the words by which a scenario finds what is to be closed."""
    record = value_at(case, path)
    if isinstance(record, Option):
        return f"conflict.{value_at(case, path[:3]).actor}.{record.id}"
    return f"conflict.{record.actor if isinstance(record, DecisionMaker) else record.id}"
