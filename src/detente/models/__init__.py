"""Records made ready for a kernel: the one room where a record meets an array."""

from detente.models.conflict_model import ConflictModel, model_conflict
from detente.models.flaw import Flaw, FlawedModelError

__all__ = ["ConflictModel", "Flaw", "FlawedModelError", "model_conflict"]
