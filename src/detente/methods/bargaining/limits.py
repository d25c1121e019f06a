"""Limits that checks can speak of without loading arrays."""

from __future__ import annotations

MOST_PACKAGES = 1 << 20
"""More packages than this are not enumerated."""

MOST_TRUTHS = 1 << 26
"""Of more conditions times packages it is not worked out which hold where."""

MOST_ACTORS = 200
"""With more actors on a scale its models are not worked out: the challenge model looks at every three of them."""

_NAMED = 10**15


def too_many(packages: int, conditions: int) -> str | None:
    """Return in words that there is more than is worked out; ``None`` where there is not."""
    if packages > MOST_PACKAGES:
        many = f"{packages:,}" if packages < _NAMED else "more than 10^15"
        return f"there are {many} packages; at most {MOST_PACKAGES:,} are worked out"
    if packages * conditions > MOST_TRUTHS:
        many = f"{packages:,} packages and {conditions:,} conditions"
        return f"there are {many}; at most {MOST_TRUTHS // packages:,} conditions are worked out with so many packages"
    return None
