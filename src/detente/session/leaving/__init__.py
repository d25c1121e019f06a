"""A case without some of its sources: what rests on them alone falls away, before anything is worked out."""

from detente.session.leaving.leave import leave_out

__all__ = ["leave_out"]
