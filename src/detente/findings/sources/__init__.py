"""What a case is without some of its sources, for programs and readers."""

from detente.findings.sources.left_out import Fell, Loose, Missing, WithoutSources

__all__ = ["Fell", "Loose", "Missing", "WithoutSources"]
