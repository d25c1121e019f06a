"""Renaming: another id for something, wherever the case uses the old one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.diagnostics import Span

if TYPE_CHECKING:
    from detente.session.editing.desk import Desk
    from detente.session.editing.mention import Name

_SLUG = re.compile(r"[a-z][a-z0-9-]*")


class RenameError(ValueError):
    """Why something cannot be called so."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of text.

    Attributes
    ----------
    span
        What is replaced; nothing where it ends where it begins.
    text
        What stands there then.
    """

    span: Span
    text: str


def prepare(desk: Desk) -> None:
    """Have a case known as it is written at this moment, so that every use of an id can be found in it.

    Raises
    ------
    RenameError
        If it cannot be read as it is.
    """
    if not desk.is_checked:
        desk.check_quickly()
    if desk.good is not desk.opened:
        raise RenameError("mend the errors of the case first: not every use of an id can be found in it as it is")
    desk.learn()


def rename(desk: Desk, name: Name, new: str) -> tuple[Edit, ...]:
    """Return the changes after which something has another id, and everything that used the old one the new.

    Raises
    ------
    RenameError
        If the case cannot be read as it is, the new id is none or is taken, or the old one is given nowhere.
    """
    if not _SLUG.fullmatch(new):
        raise RenameError(f"'{new}' is not an id: use lower-case letters, digits and hyphens, beginning with a letter")
    prepare(desk)
    index = desk.index
    if index.definition(name) is None:
        raise RenameError(f"no record of the case has the id '{name.id}'")
    taken = next((each for each in index.by_name if each.id == new and each.scope in ((), name.scope)), None)
    if taken is not None and new != name.id:
        raise RenameError(f"the id '{new}' is taken")
    return tuple(Edit(mention.span, new) for mention in index.by_name[name])


def edited(text: str, edits: tuple[Edit, ...]) -> str:
    """Return a text after some changes of one file, none of which overlap."""
    starts = [0, *(match.end() for match in re.finditer("\r\n?|\n", text))]
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        line, column = edit.span.end or (edit.span.line, edit.span.column)
        start, end = starts[edit.span.line - 1] + edit.span.column - 1, starts[line - 1] + column - 1
        text = text[:start] + edit.text + text[end:]
    return text
