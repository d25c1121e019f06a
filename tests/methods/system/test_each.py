"""Several shocks followed together, against each by itself."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from tests.methods.system.test_draws import doubted, tied
from tests.methods.system.twin import Twin
from tests.methods.system.webs import random_twin, some, web_of

from detente.methods.system import reach, succession
from detente.methods.system.arrays import TooLargeError
from detente.methods.system.draws import Draws, draw_effects
from detente.methods.system.rule import RULES, Rule
from detente.methods.system.rules import alike
from detente.methods.system.shock import Shock, ends_after_each, ends_after_in_draws
from detente.methods.system.starts import Starts
from detente.methods.system.succession import Following


def shocks_of(twin: Twin, rng: Random) -> list[Shock]:
    """Return shocks of all kinds, some of which hold the same."""
    forced = [{d: rng.randrange(size) for d, size in twin.sizes.items() if rng.random() < 0.4} for _ in range(3)]
    kinds = ((False, False), (True, False), (True, True))
    return [Shock({}), *(Shock(states, *kind) for states in forced for kind in kinds)]


@pytest.mark.parametrize("rule", RULES)
def test_shocks_together_lead_where_each_does(rule: Rule) -> None:
    for seed in range(25):
        rng = Random(seed)
        twin = random_twin(rng)
        web, shocks = web_of(twin), shocks_of(twin, rng)
        draws = draw_effects(web, doubted(web, rng), 12, np.random.default_rng(seed))
        starts = Starts.of([[at] for at in some(rng, twin, 12)])
        found = ends_after_each(Following.of(web, draws), starts, shocks, rule)
        assert found == [ends_after_in_draws(web, draws, starts, shock, rule) for shock in shocks]


@pytest.mark.parametrize("rule", RULES)
def test_more_starts_than_one_number_has_bits_end_as_the_twin(rule: Rule) -> None:
    for seed in range(8):
        rng = Random(seed)
        twin = random_twin(rng, most=60)
        web, chosen = web_of(twin), some(rng, twin, 70)
        found = Following.of(web, Draws.of(web)).ends_from_each([Starts.alike(at, 1) for at in chosen], rule)
        assert found == [[twin.ends(at, rule)] for at in chosen]


def test_starts_that_are_too_much_together_are_followed_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first start has 16 moves, 8 to ends and 8 that stay there; each of the others adds two."""
    twin = tied(3)
    web = web_of(twin)
    several = [(0, 0, 0), (0, 1, 1), (1, 0, 1), (1, 1, 0)]
    for module in (reach, succession):
        monkeypatch.setattr(module, "MOST_MOVES", 16)
    found = Following.of(web, Draws.of(web)).ends_from_each([Starts.alike(at, 1) for at in several], "global")
    assert found == [[twin.ends(at, "global")] for at in several]


def test_all_that_is_asked_of_draws_has_one_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixteen moves each time, whatever the rule."""
    web = web_of(tied(3))
    following = Following.of(web, Draws.of(web))
    monkeypatch.setattr(succession, "MOST_MOVES_IN_ALL", 20)
    following.ends_from_each([Starts.alike((0, 0, 0), 1)], "global")
    with pytest.raises(TooLargeError, match="more than 20 would"):
        following.ends_from_each([Starts.alike((0, 0, 0), 1)], "local")


def test_in_large_webs_fewer_moves_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sixteen moves among sixty states, where three fifths are allowed of what is among thirty-six."""
    web = web_of(tied(20))
    monkeypatch.setattr(succession, "MOST_MOVES_IN_ALL", 20)
    with pytest.raises(TooLargeError, match="more than 12 would"):
        Following.of(web, Draws.of(web)).ends_from_each([Starts.alike((0,) * 3 + (1,) * 17, 1)], "global")


def test_rules_that_are_alike_take_the_same_steps() -> None:
    for seed in range(60):
        rng = Random(seed)
        twin = random_twin(rng)
        web = web_of(twin)
        for rule in RULES:
            same = alike(web, rule)
            assert all(twin.step(at, rule) == twin.step(at, same) for at in some(rng, twin, 10))
    short = web_of(Twin({0: 2, 1: 3}, {}, ordered=frozenset({0})))
    assert [alike(short, rule) for rule in RULES] == ["global", "global", "local"]
