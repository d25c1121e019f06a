"""The composition root and public Python API: open → check → situate → look → write."""

from detente.session.errors import CaseError
from detente.session.opened import OpenCase, open_case
from detente.session.sight import Sight

__all__ = ["CaseError", "OpenCase", "Sight", "open_case"]
