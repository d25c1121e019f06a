"""What a web has to be, and configurations that would take too long to list."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from tests.methods.system.twin import Twin
from tests.methods.system.webs import web_of

from detente.methods.system import consistency
from detente.methods.system.arrays import TooLargeError
from detente.methods.system.consistency import consistent
from detente.methods.system.succession import step
from detente.methods.system.web import Web

PLAIN = web_of(Twin({0: 2, 1: 3}, {((0, 0), (1, 2)): 2}))
NONE = np.zeros(0, np.int64)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"sizes": np.array([2, 3, 0])}, "each has to have a state"),
        ({"sizes": NONE}, "there has to be a descriptor"),
        ({"impact": np.zeros((5, 4), int)}, "each of the 5 states"),
        ({"closed": np.zeros(4, bool)}, "each of the 5 states"),
        ({"needs": ((1, np.zeros(4, bool)),)}, "each of the 5 states"),
        ({"slack": np.zeros(5, int)}, "each of the 2 descriptors"),
        ({"impact": np.eye(5, k=1, dtype=int)}, "no state acts on the states of its own descriptor"),
        ({"slack": np.array([0, -1])}, "no slack is below 0"),
        ({"needs": ((5, np.zeros(5, bool)),)}, "a state that there is not"),
    ],
)
def test_what_is_no_web_is_refused(change: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        replace(PLAIN, **change)


def test_a_rule_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no rule 'globl'"):
        step(PLAIN, (0, 0), "globl")  # type: ignore[arg-type]


def idle(count: int) -> Web:
    """Return descriptors of three states that nothing is done to, so that everything is consistent."""
    return web_of(Twin(dict.fromkeys(range(count), 3), {}))


def test_no_more_are_listed_than_wanted() -> None:
    for most, complete in ((26, False), (27, True), (28, True)):
        found = consistent(idle(3), most=most)
        assert (len(found.configurations), found.complete) == (min(most, 27), complete)
        assert sorted(set(map(tuple, found.configurations.tolist()))) == list(map(tuple, found.configurations.tolist()))


def test_of_very_many_some_are_listed_at_once() -> None:
    found = consistent(idle(30), most=5)
    assert found.configurations.shape == (5, 30)
    assert not found.complete


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consistency, "MOST_NODES", 100)
    with pytest.raises(TooLargeError, match="too entangled: 100 partial configurations do not tell"):
        consistent(idle(6))
    assert len(consistent(idle(6), dict.fromkeys(range(4), 1)).configurations) == 9


def test_nothing_is_consistent_where_a_descriptor_has_no_open_state() -> None:
    web = web_of(Twin({0: 2, 1: 1}, {}, closed=frozenset({(1, 0)})))
    assert consistent(web).configurations.shape == (0, 2)
    assert consistent(replace(web, moves=np.zeros(2, bool))).complete
