"""Trials: a conflict of options that a reader of the page can change, and see what then holds."""

from detente.findings.trial.game import MOST_OPTIONS, Effect, Game, Trial
from detente.findings.trial.wants import Act, Choice, Condition, Wants, Wish

__all__ = ["MOST_OPTIONS", "Act", "Choice", "Condition", "Effect", "Game", "Trial", "Wants", "Wish"]
