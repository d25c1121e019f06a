"""Statements that count alike: the number of those that hold decides, in every model and however they are asked."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from detente.case.conflict import Conflict
from detente.methods.gmcr.preference.state_sets import holds
from detente.methods.gmcr.preference.statements import parse
from detente.models.conflict.model import ConflictModel, model_conflict
from detente.models.conflict.readings import read
from detente.models.conflict.symbolic import model_symbolic
from detente.models.conflict.variants import count_variants, variants

OPTIONS = ("a", "b", "c")
SAID = ("a", "b", "c", "not a", "not b", "a and b", "a or c", "b iff c", "{Y-N}")


def conflict(stated: list[dict[str, Any]], line: str | None = None) -> Conflict:
    own = {"options": [{"id": "a"}, {"id": "b"}], "red_lines": [{"id": "line", "when": line}] if line else []}
    makers = [
        {"actor": "north", **own, "preferences": {"statements": stated}},
        {"actor": "south", "options": [{"id": "c"}], "preferences": {"statements": ["c", "not a"]}},
    ]
    return Conflict.model_validate({"decision_makers": makers, "infeasible": [{"when": "a and b and c"}]})


def blocks(most: int = 3) -> st.SearchStrategy[list[list[str]]]:
    return st.lists(st.lists(st.sampled_from(SAID), min_size=1, max_size=most), max_size=3)


def written(blocks: list[list[str]]) -> list[dict[str, Any]]:
    """Return the statements, those of a block with a label."""
    return [{"when": when, "equal": f"e{k}"} for k, block in enumerate(blocks) for when in block]


def by_counting(blocks: list[list[str]], model: ConflictModel) -> list[int]:
    """Return the place of each feasible state, the least liked first, by how many of each block hold."""
    feasible = np.flatnonzero(model.engine.feasible).tolist()
    counts = [tuple(sum(holds(parse(t), OPTIONS, state=s) for t in block) for block in blocks) for s in feasible]
    return [sorted(set(counts)).index(each) for each in counts]


def payoffs(model: ConflictModel) -> list[int]:
    found: list[int] = model.engine.payoffs[0][model.engine.feasible].tolist()
    return found


@given(blocks())
def test_the_number_of_those_that_hold_decides(blocks: list[list[str]]) -> None:
    model = model_conflict(conflict(written(blocks)))
    assert payoffs(model) == by_counting(blocks, model)


@given(blocks(), st.randoms(use_true_random=False))
def test_the_order_within_a_block_changes_nothing(blocks: list[list[str]], rng: Any) -> None:
    turned = [rng.sample(block, len(block)) for block in blocks]
    assert payoffs(model_conflict(conflict(written(blocks)))) == payoffs(model_conflict(conflict(written(turned))))


@given(st.lists(st.sampled_from(SAID), max_size=4))
def test_a_block_of_one_is_a_statement_like_any_other(said: list[str]) -> None:
    alone = conflict([{"when": when, "equal": f"e{k}"} for k, when in enumerate(said)])
    assert payoffs(model_conflict(alone)) == payoffs(model_conflict(conflict([{"when": when} for when in said])))


@given(blocks(), st.sampled_from(SAID))
def test_a_red_line_stands_above_them_by_itself(blocks: list[list[str]], line: str) -> None:
    """As a block of one above all others: in the model, without a list of states, and in each small change."""
    stated = conflict(written(blocks), line)
    model, large = model_conflict(stated), model_symbolic(stated)
    feasible = np.flatnonzero(model.engine.feasible).tolist()

    assert payoffs(model) == by_counting([[line], *blocks], model)
    payoff = model.engine.payoffs[0]
    stays = [s for s in feasible if all(payoff[t] <= payoff[s] for t in model.engine.moves(0, s))]
    assert [s for s in feasible if large.stability.stable["nash"][0].holds(s)] == stays
    removed = [
        by_counting([[line], *blocks[:k], [*block[:j], *block[j + 1 :]], *blocks[k + 1 :]], model)
        for k, block in enumerate(blocks)
        for j in range(len(block))
    ]
    found = [each.payoffs for each in variants(stated, model) if (each.maker, each.kind) == (0, "remove")]
    assert [each[model.engine.feasible].tolist() for each in found] == removed


@given(blocks())
def test_with_and_without_a_list_of_states_the_same_is_preferred(blocks: list[list[str]]) -> None:
    stated = conflict(written(blocks))
    model, large = model_conflict(stated), model_symbolic(stated)
    feasible = np.flatnonzero(model.engine.feasible).tolist()

    for i, payoff in enumerate(model.engine.payoffs):
        stays = [s for s in feasible if all(payoff[t] <= payoff[s] for t in model.engine.moves(i, s))]
        assert [s for s in feasible if large.stability.stable["nash"][i].holds(s)] == stays


@given(blocks())
def test_small_changes_move_blocks_and_take_out_statements(blocks: list[list[str]]) -> None:
    """The twin writes the changed list down and models it anew."""
    stated = conflict(written(blocks))
    model = model_conflict(stated)
    expected = [("swap", [*blocks[:k], blocks[k + 1], blocks[k], *blocks[k + 2 :]]) for k in range(len(blocks) - 1)]
    for k, block in enumerate(blocks):
        expected += [
            ("remove", [*blocks[:k], [*block[:j], *block[j + 1 :]], *blocks[k + 1 :]]) for j in range(len(block))
        ]
    found = [(each.kind, each.payoffs) for each in variants(stated, model) if each.maker == 0]

    assert len(found) == len(expected)
    assert count_variants(stated) == len(expected) + 3  # of the other two: one swap, two removals
    for (kind, payoff), (named, lists) in zip(found, expected, strict=True):
        assert kind == named
        assert payoff[model.engine.feasible].tolist() == by_counting(lists, model)


@given(
    blocks(2),
    st.lists(st.sampled_from([None, 0.5, 0.25]), min_size=6, max_size=6),
    st.sampled_from([None, "a", "not b"]),
)
def test_statements_that_may_not_be_held_count_alike_where_they_are(
    blocks: list[list[str]], chances: list[float | None], line: str | None
) -> None:
    """Every reading keeps some of the uncertain ones; its share is the product of their chances."""
    stated = [
        item if chance is None else item | {"probability": chance}
        for item, chance in zip(written(blocks), chances, strict=False)
    ]
    asked = conflict(stated, line)
    model = model_conflict(asked)
    readings = read(asked, model, draws=None, seed=0)
    doubtful = [k for k, item in enumerate(stated) if "probability" in item]
    if readings is None:
        assert not doubtful
        return
    expected: dict[tuple[int, ...], float] = {}
    for held in product([True, False], repeat=len(doubtful)):
        gone = {k for k, kept in zip(doubtful, held, strict=True) if not kept}
        kept = [
            [item["when"] for k, item in enumerate(stated) if k not in gone and item["equal"] == f"e{b}"]
            for b in range(3)
        ]
        share = float(
            np.prod([stated[k]["probability"] if k not in gone else 1 - stated[k]["probability"] for k in doubtful])
        )
        key = tuple(by_counting([*([[line]] if line else []), *kept], model))
        expected[key] = expected.get(key, 0) + share
    found: dict[tuple[int, ...], float] = {}
    number = readings.profiles.choice.shape[1]
    rows = readings.profiles.payoffs[0](readings.profiles.choice[0][np.arange(number)])
    for column, share in zip(rows.T, readings.profiles.weights, strict=True):
        _, levels = np.unique(column[model.engine.feasible], return_inverse=True)
        found[tuple(levels.tolist())] = found.get(tuple(levels.tolist()), 0) + float(share)

    assert found.keys() == expected.keys()
    assert all(abs(found[key] - expected[key]) < 1e-12 for key in expected)


def test_two_of_three_beat_one_whichever_they_are() -> None:
    model = model_conflict(conflict(written([["a", "b", "not c"], ["c"]])))
    worth = {name: model.engine.payoffs[0][model.number(name)] for name in ("YYN", "YNN", "NYN", "YNY", "NNY")}

    assert worth["YYN"] > worth["YNN"] == worth["NYN"] > worth["YNY"] > worth["NNY"]
