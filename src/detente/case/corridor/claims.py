"""Claims: what a text says of a network, and how that is tested."""

from __future__ import annotations

from detente.case.citation import Claim
from detente.case.record import ForecastId, Slug, SpeakerId, Text


class CorridorClaim(Claim):
    """A claim of the text as a predicate on the model's outputs.

    Attributes
    ----------
    text
        What is claimed, in the case's own words.
    by
        Who claims it.
    predicate
        What must hold of the outputs for it to be true.
    measure
        The predicate in words: by what the claim is taken to stand or fall.
    forecast
        The forecast of the case that says the same: it is told here, with what comes of it.
    """

    id: Slug
    text: Text
    by: SpeakerId | None = None
    predicate: Text | None = None
    measure: Text | None = None
    forecast: ForecastId | None = None
