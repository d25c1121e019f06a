"""Rules of succession by name: without arrays, for those who only ask for one."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

Rule: TypeAlias = Literal["global", "incremental", "local"]
"""Who moves how far in a step.

``global``: all descriptors that move, each to one of the states that it is pressed towards. ``incremental``: all, but
those whose states are ordered by one open state in that direction. ``local``: those alone that are under the most
pressure, where none is under more than one whose present state is not open.
"""

RULES: tuple[Rule, ...] = get_args(Rule)
