"""Stability of states: solution concepts, verdicts, certificates and what survives small changes."""
