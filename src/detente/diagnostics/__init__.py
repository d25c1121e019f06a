"""Diagnostics: what is wrong, where, and what to do about it."""

from detente.diagnostics.diagnostic import Diagnostic, Severity, is_clean, number_of_errors
from detente.diagnostics.rule import Rule, rules_in
from detente.diagnostics.source_map import Place, SourceMap
from detente.diagnostics.span import Span
from detente.diagnostics.suggest import did_you_mean

__all__ = [
    "Diagnostic",
    "Place",
    "Rule",
    "Severity",
    "SourceMap",
    "Span",
    "did_you_mean",
    "is_clean",
    "number_of_errors",
    "rules_in",
]
