"""Sources at a date: what became of each, and which claims stand on nothing else."""

from detente.situation.sources.contested import Contested, contested_claims, marked
from detente.situation.sources.standing import SourceStanding, standings_of

__all__ = ["Contested", "SourceStanding", "contested_claims", "marked", "standings_of"]
