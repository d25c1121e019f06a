"""The array types that the transport kernels exchange."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Bool: TypeAlias = npt.NDArray[np.bool_]
"""Truth values."""

Int: TypeAlias = npt.NDArray[np.int64]
"""Numbers of places, vertices, edges, flows and nests."""

Float: TypeAlias = npt.NDArray[np.float64]
"""Costs, weights and shares."""
