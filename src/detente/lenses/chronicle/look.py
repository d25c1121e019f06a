"""Look at a situation as a chronicler: read out what the case says of its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lenses.chronicle import (
    actors,
    agenda,
    commitments,
    forecasts,
    formats,
    measures,
    open_questions,
    positions,
    relations,
    steps,
    tensions,
    terms,
    timeline,
)
from detente.lenses.chronicle.document import document
from detente.lenses.chronicle.model_document import model
from detente.lenses.evidence import references
from detente.lenses.transition import Old as Findings

if TYPE_CHECKING:
    from detente.lenses.chronicle.options import ChronicleOptions
    from detente.situation import Situation

_CHAPTERS = (
    formats,
    agenda,
    positions,
    commitments,
    steps,
    measures,
    timeline,
    relations,
    forecasts,
    tensions,
    open_questions,
    terms,
    actors,
)


def look(situation: Situation, options: ChronicleOptions | None = None) -> Findings:
    """Return what the case says of its date, chapter by chapter; chapters with nothing to say are left out."""
    chapters = (chapter.finding(situation) for chapter in _CHAPTERS)
    return Findings(
        "chronicle",
        "Where do things stand?",
        tuple(finding for finding in chapters if finding is not None),
        references(situation.case),
        document(situation) | ({"model": model(situation)} if options and options.model else {}),
    )
