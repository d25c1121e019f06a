"""What a case is without some of its sources, for programs and readers."""

from detente.findings.sources.left_out import Fell, LeftOut, Loose, Missing

__all__ = ["Fell", "LeftOut", "Loose", "Missing"]
