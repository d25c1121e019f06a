"""The types that the kernels of webs exchange."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bool: TypeAlias = npt.NDArray[np.bool_]
"""Truth values."""

Int: TypeAlias = npt.NDArray[np.int64]
"""Numbers of descriptors and states, effects and balances."""

Configuration: TypeAlias = tuple[int, ...]
"""The state that each descriptor is in, counted from 0 within the descriptor."""

End: TypeAlias = tuple[Configuration, ...]
"""What succession does not leave again: one configuration that stays, or several that it goes round in; sorted."""


class TooLargeError(ValueError):
    """A question whose exact answer would take too long or too much memory."""
