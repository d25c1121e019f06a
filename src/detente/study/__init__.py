"""The study: one case in many situations, each model, verdict and schedule worked out once, whoever asks."""

from detente.study.beside import Beside
from detente.study.shared import Kept
from detente.study.study import Glimpse, Moment, Study

__all__ = ["Beside", "Glimpse", "Kept", "Moment", "Study"]
