"""How long routes through a network and shares of cargo take, CPU time."""

from __future__ import annotations

import tracemalloc

import numpy as np
from benchmarks.figures import Figure, cpu_times
from scipy.sparse import csr_array

from detente.methods.transport.choice import Query, choice_set
from detente.methods.transport.corridors import Places
from detente.methods.transport.logit import Tree, nested_logit
from detente.methods.transport.network import Edges, expand

PLACES, LINKS, MODES, FLOWS, WORLDS, CORNERS = 50, 100, 4, 22, 10, 5
DRAWS, ALTERNATIVES, NESTS = 1000, 80, 20


def network(rng: np.random.Generator) -> Edges:
    """Return places in the plane, each joined to some of those nearest to it; the length is the feature of a mode."""
    at = rng.random((PLACES, 2)) * [4000, 1500]
    apart = np.linalg.norm(at[:, None] - at[None], axis=2) + np.diag(np.full(PLACES, np.inf))
    nearest = np.argsort(apart, axis=1)
    tree = [(place, int(np.argmin(apart[place, :place]))) for place in range(1, PLACES)]
    more = [(int(place), int(nearest[place, rng.integers(4)])) for place in rng.integers(0, PLACES, LINKS - len(tree))]
    ends = np.array(tree + more)
    modes = rng.integers(0, MODES, LINKS)
    length = np.zeros((LINKS, MODES + 1))
    length[np.arange(LINKS), modes] = apart[ends[:, 0], ends[:, 1]]
    changes = np.zeros((MODES * MODES, MODES + 1))
    changes[:, -1] = (1 - np.eye(MODES)).ravel()
    along = csr_array(length)
    return expand(ends, modes, places=PLACES, along=(along, along), changes=csr_array(changes))


def query(edges: Edges, rng: np.random.Generator) -> Query:
    """Return worlds in which some links cost more, each at some corners of what features cost."""
    rows = WORLDS * CORNERS
    weights = np.array([1.2, 1.2, 1.5, 0.2, 500]) * rng.uniform(0.5, 2, (rows, MODES + 1))
    closed = np.zeros((rows, len(edges.tail)), bool)
    for world in range(1, WORLDS):
        shut = np.isin(edges.link, rng.integers(PLACES - 1, LINKS, 2))  # never one that something hangs on
        closed[world * CORNERS : (world + 1) * CORNERS] = shut
    return Query(weights, closed)


def test_choice_set(figures: list[Figure]) -> None:
    rng = np.random.default_rng(2)
    edges = network(rng)
    ends = np.array([rng.choice(PLACES, 2, replace=False) for _ in range(FLOWS)])
    queries = [query(edges, rng)] * FLOWS
    places = Places(np.arange(PLACES) // 4, np.arange(PLACES) % 4 == 0)

    (took,) = cpu_times(lambda: choice_set(edges, ends, queries, places), rounds=1)

    what = f"Routes of {FLOWS} flows in {WORLDS * CORNERS} rows, {PLACES} places, {LINKS} links"
    figures.append(Figure(what, took, 15, "s", most=True))


def test_shares(figures: list[Figure]) -> None:
    rng = np.random.default_rng(3)
    count, features = FLOWS * ALTERNATIVES, 150
    uses = csr_array(rng.random((count, features)) * (rng.random((count, features)) < 0.2))
    flow = np.repeat(np.arange(FLOWS), ALTERNATIVES)
    nest = np.arange(count) // (ALTERNATIVES // NESTS)
    tree = Tree(flow, nest, np.arange(count) // 2)  # as if every alternative had another route
    weights, theta = rng.random((8, features, DRAWS)), rng.uniform(0.1, 1, (FLOWS, DRAWS))
    nesting = rng.uniform(0.3, 1, DRAWS)

    def work() -> float:
        shares = [nested_logit(uses @ each, tree, theta=theta, nesting=nesting).share for each in weights]
        return float(shares[0].sum())

    (took,) = cpu_times(work, rounds=3)
    tracemalloc.start()
    work()
    held = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    what = f"{DRAWS:,} draws, 8 worlds, {FLOWS} flows, {ALTERNATIVES} routes each"
    figures.append(Figure(what, took, 10, "s", most=True))
    figures.append(Figure(f"{what}: memory", held / 1e9, 1, "GB", most=True))
