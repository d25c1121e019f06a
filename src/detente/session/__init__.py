"""The composition root and public Python API: open → check → situate → look → write."""

from detente.session.errors import CaseError
from detente.session.opened import OpenCase, open_case

__all__ = ["CaseError", "OpenCase", "open_case"]
