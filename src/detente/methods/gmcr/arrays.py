"""The array types that the Graph Model kernels exchange."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bool: TypeAlias = npt.NDArray[np.bool_]
"""One truth value per state."""

Ordinal: TypeAlias = npt.NDArray[np.int32]
"""One ordinal value per state: bigger is better, ties are equal."""

States: TypeAlias = npt.NDArray[np.intp]
"""State numbers."""
