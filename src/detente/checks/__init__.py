"""Checks: what is wrong with a case beyond the form of its records; one rule a file."""

from detente.checks.context import Context
from detente.checks.run import run_checks

__all__ = ["Context", "run_checks"]
