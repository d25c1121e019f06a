"""Perceptions that cannot be modelled: what kind of problem that is."""

from __future__ import annotations

from detente.diagnostics import Rule

BAD_PERCEPTION = Rule(
    "DT710",
    "a perception that cannot be applied",
    "A perception says what is different in the model of the conflict as one decision maker reads it: as changes "
    "written like those of a scenario, whose paths begin with 'conflict'. It may change what is open, what cannot be, "
    "which moves there are and what is preferred. An option that there is under one reading only is written in the "
    "case with 'available: false', and opened in the perception: {set: conflict.OPTION.available, to: null}. A "
    "perception that changes what an earlier one has added needs the same 'from' and 'to'.",
)
