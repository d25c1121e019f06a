"""A case while it is being written: what an editor may ask about it, in words that no editor knows."""

from detente.diagnostics import Diagnostic as Fault
from detente.diagnostics import Span
from detente.session.editing.completing import Choice, complete, typed_at
from detente.session.editing.desk import Desk, case_of
from detente.session.editing.hovering import hover, look_up
from detente.session.editing.index import Index
from detente.session.editing.lines import Lines
from detente.session.editing.mending import Fix, fixes
from detente.session.editing.mention import Mention, Name
from detente.session.editing.outline import counts, folds, symbols
from detente.session.editing.places import underlined
from detente.session.editing.renaming import Edit, RenameError, edited, prepare, rename

__all__ = [
    "Choice",
    "Desk",
    "Edit",
    "Fault",
    "Fix",
    "Index",
    "Lines",
    "Mention",
    "Name",
    "RenameError",
    "Span",
    "case_of",
    "complete",
    "counts",
    "edited",
    "fixes",
    "folds",
    "hover",
    "look_up",
    "prepare",
    "rename",
    "symbols",
    "typed_at",
    "underlined",
]
