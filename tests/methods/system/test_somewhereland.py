"""The published web of a country that does not exist: its printed balances and counts come out."""

from __future__ import annotations

import json
from math import prod
from pathlib import Path

import numpy as np
import pytest
from tests.methods.system.twin import State, Twin
from tests.methods.system.webs import rows, web_of

from detente.methods.system.balances import balances
from detente.methods.system.consistency import consistent
from detente.methods.system.rule import RULES, Rule
from detente.methods.system.succession import step

DATA = json.loads(Path(__file__).with_name("somewhereland.json").read_text(encoding="utf-8"))
NAMES = list(DATA["sizes"])


def state(name: str) -> State:
    """Return the descriptor and the state that a name such as ``B2`` stands for."""
    return NAMES.index(name[0]), int(name[1:]) - 1


TWIN = Twin(
    dict(enumerate(DATA["sizes"].values())),
    {(state(a), state(b)): effect for a, row in DATA["impacts"].items() for b, effect in row.items()},
)
PRINTED = DATA["printed"]


def test_the_printed_balances() -> None:
    chosen = tuple(state(name)[1] for name in PRINTED["configuration"])
    assert balances(web_of(TWIN), rows([chosen])).tolist() == [PRINTED["balances"]]


def test_the_printed_counts() -> None:
    assert prod(TWIN.sizes.values()) == PRINTED["combinations"]
    found = consistent(web_of(TWIN))
    assert found.complete
    assert len(found.configurations) == PRINTED["consistent"]
    assert list(map(tuple, found.configurations.tolist())) == TWIN.consistent()


@pytest.mark.parametrize("rule", RULES)
def test_just_the_consistent_ones_stay(rule: Rule) -> None:
    web = web_of(TWIN)
    resting = [at for at in TWIN.every() if step(web, at, rule) == {at}]
    assert np.array_equal(rows(resting), consistent(web).configurations)
