"""Choice sets kept on disk: finding the routes that cargo may take lasts long, and seldom comes out otherwise."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING
from zipfile import BadZipFile

import numpy as np

from detente.methods import transport
from detente.methods.transport.choice import ChoiceSet, choice_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from detente.methods.transport.arrays import Int
    from detente.methods.transport.choice import Query
    from detente.methods.transport.corridors import Places
    from detente.methods.transport.network import Edges

MOST_BYTES = 64 << 20
"""So much room they take together at most; beyond that the oldest are deleted."""


@dataclass(frozen=True, slots=True)
class ChoiceSets:
    """A folder with choice sets, each in a file named by what it was found from.

    Attributes
    ----------
    folder
        The folder; it is made where it is missing.
    """

    folder: Path

    def find(self, edges: Edges, ends: Int, queries: Sequence[Query], places: Places) -> ChoiceSet:
        """Return a choice set as ``choice_set`` does: out of the folder if it is there, else found and kept."""
        file = self.folder / f"{_digest(edges, ends, queries, places)}.npz"
        kept = _read(file, edges, ends)
        if kept is not None:
            return kept
        found = choice_set(edges, ends, queries, places)
        self._keep(file, found)
        return found

    def _keep(self, file: Path, found: ChoiceSet) -> None:
        """Write a choice set beside its place and move it there, so that nobody reads half of it.

        Where the folder cannot be written nothing is kept.
        """
        lengths = np.array([len(each) for each in found.steps], dtype=np.int64)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, suffix=".part", delete=False) as part:
                steps = np.concatenate([np.empty(0, np.int64), *found.steps])
                np.savez(part, flow=found.flow, nest=found.nest, steps=steps, lengths=lengths)
            Path(part.name).replace(file)
            self._trim()
        except OSError:
            return

    def _trim(self) -> None:
        """Delete the oldest files until the rest takes no more room than it may."""
        stats = sorted(((file.stat(), file) for file in self.folder.iterdir()), key=lambda each: -each[0].st_mtime)
        room = 0
        for stat, file in stats:
            room += stat.st_size
            if room > MOST_BYTES:
                file.unlink(missing_ok=True)


def _read(file: Path, edges: Edges, ends: Int) -> ChoiceSet | None:
    """Return what a file holds; ``None`` where there is none, or it is no choice set of these flows."""
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as held:
            kept = tuple(held[name] for name in ("flow", "nest", "steps", "lengths"))
    except (OSError, ValueError, KeyError, EOFError, RuntimeError, BadZipFile):  # of zip files RuntimeError, too
        return None
    if any(each.ndim != 1 or each.dtype != np.int64 for each in kept):
        return None
    flow, nest, steps, lengths = kept
    fits = len(flow) == len(nest) == len(lengths) and lengths.sum() == len(steps) and (lengths > 0).all()
    if not fits or not _are_in_order(flow, nest, len(ends)) or not _are_routes(steps, lengths, edges, ends[flow]):
        return None
    return ChoiceSet.of(edges, flow, nest, np.split(steps, np.cumsum(lengths)[:-1]))


def _are_in_order(flow: Int, nest: Int, flows: int) -> bool:
    """Whether alternatives serve each flow in turn, and their corridors are numbered on, none of them for two flows."""
    next_flow, next_nest = np.diff(flow, prepend=-1), np.diff(nest, prepend=-1)
    rising = bool(np.isin(next_flow, (0, 1)).all() and np.isin(next_nest, (0, 1)).all())
    return rising and bool((next_nest >= next_flow).all()) and flow[-1:].sum() == flows - 1


def _are_routes(steps: Int, lengths: Int, edges: Edges, ends: Int) -> bool:
    """Whether steps are edges that lead on from one to the next, from where the flow of each begins to where it ends.

    Parameters
    ----------
    steps, lengths
        The edges along all routes, one route after the other, and how many there are along each.
    ends
        The places that the flow of each route begins and ends at. [shape (routes, 2)]
    """
    if not len(steps):
        return True
    if not 0 <= steps.min() <= steps.max() < len(edges.tail):
        return False
    behind = np.cumsum(lengths)
    tail, head = edges.tail[steps], edges.head[steps]
    leads_on = head[:-1] == tail[1:]
    leads_on[behind[:-1] - 1] = True
    begins = [edges.set_out(place) for place in ends[:, 0].tolist()]
    arrives = [edges.arrive(place) for place in ends[:, 1].tolist()]
    at_ends = (tail[behind - lengths] == begins).all() and (head[behind - 1] == arrives).all()
    return bool(leads_on.all() and at_ends)


def _digest(edges: Edges, ends: Int, queries: Sequence[Query], places: Places) -> str:
    """Return what tells a choice set from others: all that it is found from, and how."""
    digest = hashlib.sha256(version("detente").encode())
    for source in sorted(files(transport).iterdir(), key=lambda each: each.name):
        if source.name.endswith(".py"):
            digest.update(source.read_bytes())
    for array in _arrays(edges, ends, queries, places):
        digest.update(f"{array.dtype} {array.shape}".encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def _arrays(
    edges: Edges, ends: Int, queries: Sequence[Query], places: Places
) -> Iterator[np.ndarray[tuple[int, ...], np.dtype[np.generic]]]:
    yield from (edges.place, edges.tail, edges.head, edges.link, edges.mode)
    yield from (edges.features.data, edges.features.indices, edges.features.indptr)
    yield from (ends, places.region, places.gateway)
    for query in queries:
        yield from (query.weights, query.closed)
