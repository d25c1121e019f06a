"""The study: one case in many situations, each model, verdict and schedule worked out once, whoever asks."""

from detente.study.moment import Glimpse, Moment
from detente.study.study import Study

__all__ = ["Glimpse", "Moment", "Study"]
