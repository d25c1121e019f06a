"""Conflicts drawn at random, with changes that a reader of the page might make, and what Python says of both."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import numpy as np
from tests.browser.trial.changes import Change, alter, blocks_of, changed

from detente.case import Case
from detente.case.conflict import Conflict
from detente.findings import plain
from detente.lenses.conflict.engine.explicit import Explicit
from detente.lenses.conflict.joint import consented_to, joint_acts
from detente.lenses.conflict.trial.game import game_of
from detente.lenses.conflict.trial.pools import Pools
from detente.methods.gmcr.arrays import Bool
from detente.methods.gmcr.stability.analysis import analyse
from detente.models.conflict.model import model_conflict
from detente.models.flaw import FlawedModelError
from detente.study import Study

Tree = dict[str, Any]

_MAKERS = ("north", "south", "coast", "delta")


class Drawn:
    """A conflict, and changes to it.

    Parameters
    ----------
    tree
        The case as plain data.
    """

    def __init__(self, tree: Tree) -> None:
        self.moment = Study(Case.model_validate(tree)).at()
        self.analysis = Explicit.of(self.moment)
        pools = Pools()
        self.game = game_of(self.analysis, pools, "As things are")
        self.trial: Tree = {
            "games": [plain(self.game)],
            "choices": [plain(choice) for _, choice in pools.choices.things()],
            "wishes": plain(pools.wishes.things()),
            "acts": plain(pools.acts.things()),
        }
        self.changes: list[Change] = []

    @property
    def conflict(self) -> Conflict:
        """The conflict in plain form."""
        return self.analysis.conflict

    @cached_property
    def expected(self) -> Tree | None:
        """What Python says of the changed conflict; nothing where no state is left."""
        try:
            model = model_conflict(changed(self.conflict, self.changes, self.acts()), list(self.moment.closed))
        except FlawedModelError as error:
            assert [flaw.rule.code for flaw in error.flaws] == ["DT508"]
            return None
        states, engine = self._states(), model.engine
        return {
            "possible": _bits(engine.feasible[states]),
            "stays": {key: [_bits(row[states]) for row in rows] for key, rows in analyse(engine).stable.items()},
        }

    def acts(self) -> list[str]:
        """Return the conditions under which what can be ruled out is done, in the order of the page."""
        consents, closed = consented_to(self.conflict), set(self.moment.closed)
        several = [list(joint.consents) for joint in joint_acts(self.conflict) if closed.isdisjoint(joint.consents)]
        alone = [option.id for option in self.conflict.options if option.id not in closed | consents.keys()]
        return [*(" and ".join(each) for each in several), *alone]

    def _states(self) -> list[int]:
        """Return the number in the whole conflict of each state over the options that can be taken."""
        options, closed = self.conflict.options, set(self.moment.closed)
        places = [k for k, option in enumerate(options) if option.id not in closed]
        values = [1 << len(options) - 1 - k for k in reversed(places)]
        return [sum(value for bit, value in enumerate(values) if s >> bit & 1) for s in range(1 << len(places))]


def _tree(conflict: Tree) -> Tree:
    makers = [each["actor"] for each in conflict["decision_makers"]]
    return {
        "case": {"id": "demo", "as_of": "2025-07-10"},
        "actors": [{"id": maker, "name": maker.title(), "kind": "state"} for maker in makers],
        "conflict": conflict,
    }


def _bits(truths: Bool) -> str:
    return "".join(map(str, truths.astype(int).tolist()))


class Draws:
    """Draws conflicts and changes.

    Parameters
    ----------
    seed
        Of the draws.
    most
        The most options.
    """

    def __init__(self, seed: int, most: int = 6) -> None:
        self.random = random.Random(seed)
        self.most = most

    def many(self, count: int) -> Iterator[Drawn]:
        """Yield so many conflicts that can be modelled, each with changes."""
        while count:
            try:
                drawn = Drawn(self._case())
            except FlawedModelError:
                continue
            drawn.changes = list(self._changes(drawn))
            yield drawn
            count -= 1

    def large(self, options: int, makers: int, wishes: int) -> Drawn:
        """Return a conflict of so many options and decision makers, each of whom has so many wishes."""
        names = [f"o-{k}" for k in range(options)]
        deciding = [
            {
                "actor": maker,
                "options": [{"id": name, "direction": self._direction()} for name in names[i::makers]],
                "preferences": {"statements": [self._statement(names, "") for _ in range(wishes)]},
            }
            for i, maker in enumerate(_MAKERS[:makers])
        ]
        return Drawn(_tree({"infeasible": [{"when": f"{names[0]} and {names[-1]}"}], "decision_makers": deciding}))

    def _case(self) -> Tree:
        pick = self.random
        makers = _MAKERS[: pick.choice((1, 2, 2, 3, 4))]
        joint = self._joint(makers) if len(makers) > 1 and pick.random() < 0.25 else []
        n = pick.randint(1, max(1, self.most - sum(len(act["by"]) for act in joint)))
        options: dict[str, list[Tree]] = {maker: [] for maker in makers}
        for k in range(n):
            shut = {"available": False} if pick.random() < 0.1 else {}
            options[pick.choice(makers)].append({"id": f"o-{k}", "direction": self._direction(), **shut})
        names = [*(f"o-{k}" for k in range(n)), *(act["id"] for act in joint)]
        infeasible = [{"when": self._condition(names)} for _ in range(pick.choice((0, 0, 1, 2)))]
        deciding = [{"actor": maker, "options": options[maker]} for maker in makers]
        conflict: Tree = {"joint": joint, "infeasible": infeasible, "decision_makers": deciding}
        tree = _tree(conflict)
        wants = [self._wants(tree, names) for _ in makers]
        conflict["decision_makers"] = [each | wanted for each, wanted in zip(deciding, wants, strict=True)]
        return tree

    def _joint(self, makers: tuple[str, ...]) -> list[Tree]:
        by = self.random.sample(makers, self.random.randint(2, len(makers)))
        return [{"id": "act", "by": by, "direction": self._direction()}]

    def _wants(self, tree: Tree, names: list[str]) -> Tree:
        pick = self.random
        kind = pick.choice(("none", *["weights"] * 3, *["ranking"] * 2, *["statements"] * 14))
        lines = [{"id": "line", "when": self._condition(names)}] if pick.random() < 0.2 else []
        if kind == "ranking":
            return {"preferences": {"ranking": self._ranking(tree)}}
        said: Tree = {"red_lines": lines} if lines else {}
        if kind == "weights":
            options = [name for name in names if name != "act"]
            chosen = pick.sample(options, pick.randint(0, len(options)))
            said["preferences"] = {
                "weights": {name: pick.choice((1, -1, 0.1, 0.2, 0.3, -2.5, 0, 7)) for name in chosen}
            }
        if kind == "statements":
            blocks = (pick.choice((1, 1, 1, 2, 3)) for _ in range(pick.randint(0, 7)))
            labels = [f"e-{k}" if alike > 1 else "" for k, alike in enumerate(blocks) for _ in range(alike)]
            said["preferences"] = {"statements": [self._statement(names, label) for label in labels]}
        return said

    def _statement(self, names: list[str], alike: str) -> Tree:
        return {"when": self._condition(names), **({"equal": alike} if alike else {})}

    def _ranking(self, tree: Tree) -> list[list[str]]:
        model = Explicit.of(Study(Case.model_validate(tree)).at()).model
        names = [model.name(int(s)) for s in np.flatnonzero(model.engine.feasible)]
        self.random.shuffle(names)
        groups: list[list[str]] = [[]]
        for name in names:
            if groups[-1] and self.random.random() > 0.3:
                groups.append([])
            groups[-1].append(name)
        return groups

    def _direction(self) -> str:
        return self.random.choice(("both", "both", "both", "take-only", "drop-only"))

    def _condition(self, names: list[str], depth: int = 0) -> str:
        pick = self.random
        if depth > 2 or pick.random() < 0.35:
            return pick.choice(("", "not ")) + pick.choice(names)
        some = [f"({self._condition(names, depth + 1)})" for _ in range(pick.choice((2, 2, 3)))]
        word: Any = pick.choice(("and", "or", "implies", "iff", "if", "not"))
        if word == "not":
            return f"not {some[0]}"
        return f" {word} ".join(some if word in ("and", "or") else some[:2])

    def _changes(self, drawn: Drawn) -> Iterator[Change]:
        pick, blocks, acts = self.random, blocks_of(drawn.conflict), len(drawn.acts())
        for _ in range(pick.randint(1, 4)):
            maker, kind = pick.randrange(len(blocks)), pick.choice(("off", "turned", "swap", "bar"))
            mine = blocks[maker]
            if kind == "bar" and acts:
                yield kind, 0, pick.randrange(acts), 0
            elif kind in ("off", "turned") and mine:
                k = pick.randrange(len(mine))
                yield kind, maker, k, pick.randrange(len(mine[k]))
            elif kind == "swap" and len(mine) > 1 and not drawn.game.wants[maker].weighed:
                change = (kind, maker, pick.randrange(len(mine) - 1), 0)
                alter(blocks, set(), change)
                yield change
