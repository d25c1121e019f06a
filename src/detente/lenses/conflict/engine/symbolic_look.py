"""Look at a conflict without listing its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.conflict.engine.symbolic import analyse_symbolically
from detente.lenses.conflict.equilibria import patterns as symbolic_equilibria
from detente.lenses.conflict.equilibria.symbolic_document import document
from detente.lenses.conflict.model import chapter as model_tables
from detente.lenses.conflict.why import symbolic_impasse
from detente.lenses.evidence import references
from detente.lenses.transition import Old as Findings
from detente.methods.gmcr.symbolic.budget import DiagramTooLargeError
from detente.models.conflict.size import entangled
from detente.models.flaw import FlawedModelError

if TYPE_CHECKING:
    from detente.case.conflict import Conflict
    from detente.situation import Situation


def look_symbolically(situation: Situation, conflict: Conflict) -> Findings:
    """Return why the dispute is stuck, as far as that can be said without a list of states.

    Raises
    ------
    FlawedModelError
        If the conflict cannot be modelled at this date.
    """
    analysis = analyse_symbolically(situation, conflict)
    try:
        chapters = (
            symbolic_impasse.finding(analysis),
            symbolic_equilibria.finding(analysis),
            symbolic_equilibria.common(analysis),
            model_tables.finding(analysis),
        )
        said = document(analysis)
    except DiagramTooLargeError as error:
        raise FlawedModelError([entangled(conflict, error)]) from error
    found = tuple(chapter for chapter in chapters if chapter is not None)
    return Findings("conflict", "Why is it stuck?", found, references(situation.case), said)
