"""Mutations of a case's values: each changes ``tree`` in place by the numbers that ``dice`` draws."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any

from tests.fuzz.origins import Tree, vocabulary

MARK = "<xq7 onerror=1>"
WILD: tuple[Any, ...] = (
    None, True, False, 0, -1, 1, 2, 0.5, 1e30, -1e-30, 10**14, "", " ", "null", "2025", "é" * 40, "\u202eabc",
    "a\u00adb",
    MARK, f'"{MARK}', f"'{MARK}&amp;", "]]>", "{{ 7 }}", "=1+1", "\\N", "x" * 4000, [], {}, [[]], [0, 1], [1,
    0], {"low": 1, "high": 0},
)  # fmt: skip
DATES: tuple[Any, ...] = (
    2025, "2025-07", "2025-07-10", "2025-07-11", "2025-07-09", "0001-01-01", "9999-12-31", "2024-02-29",
    "2025-02-29", "XXXX",
    "20XX", "201X", "2025-XX", "2025-07~", "2025-07-10?", "2025%", "2025-21", "2025-24", "2024/2026",
    "../2025-07", "2025-07/..",
    "2025-07-31/2025-08-02", {"before": "summit"}, {"after": "summit", "by": "2 days"}, {"before": "demand",
    "by": "1 month"},
)  # fmt: skip
Spot = tuple[Any, Any]
"""A collection, and the key or index of one thing in it."""


def spots(value: Any) -> Iterator[Spot]:
    """Yield the place of everything in ``value``, however deep."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from spots(value[key])


def _pick(tree: Tree, dice: Random, fits: Callable[[Any, Any], bool] = lambda _, __: True) -> Spot | None:
    """Return a place drawn among those whose key and value fit: a section first, so that long ones do not take all."""
    sections = list(tree)
    dice.shuffle(sections)
    for section in sections:
        found = [spot for spot in [(tree, section), *spots(tree[section])] if fits(spot[1], spot[0][spot[1]])]
        if found:
            return dice.choice(found)
    return None


def _ids(tree: Tree, section: str = "") -> list[str]:
    """Return the ids of the records below a section, or of all."""
    root = tree.get(section) if section else tree
    return [str(box[key]) for box, key in spots(root) if key == "id" and isinstance(box[key], str | int)]


def delete(tree: Tree, dice: Random) -> None:
    """Take something away."""
    if spot := _pick(tree, dice):
        del spot[0][spot[1]]


def double(tree: Tree, dice: Random) -> None:
    """Repeat an item of a list somewhere in it."""
    if spot := _pick(tree, dice, lambda _, value: isinstance(value, list) and bool(value)):
        items = spot[0][spot[1]]
        items.insert(dice.randint(0, len(items)), deepcopy(dice.choice(items)))


def swap(tree: Tree, dice: Random) -> None:
    """Exchange two values, unless one lies in the other."""
    one, other = _pick(tree, dice), _pick(tree, dice)
    if one and other:
        first, second = deepcopy(one[0][one[1]]), deepcopy(other[0][other[1]])
        other[0][other[1]] = first
        one[0][one[1]] = second


def reorder(tree: Tree, dice: Random) -> None:
    """Put the items of a list into another order."""
    if spot := _pick(tree, dice, lambda _, value: isinstance(value, list) and len(value) > 1):
        dice.shuffle(spot[0][spot[1]])


def splice(tree: Tree, dice: Random) -> None:
    """Put a copy of something where something else is."""
    one, other = _pick(tree, dice), _pick(tree, dice)
    if one and other:
        one[0][one[1]] = deepcopy(other[0][other[1]])


def retype(tree: Tree, dice: Random) -> None:
    """Put a value of any kind anywhere."""
    if spot := _pick(tree, dice):
        spot[0][spot[1]] = deepcopy(dice.choice(WILD))


def nest(tree: Tree, dice: Random) -> None:
    """Wrap something into a list or a mapping."""
    if spot := _pick(tree, dice):
        value = spot[0][spot[1]]
        spot[0][spot[1]] = dice.choice(
            [[value], [[value]], {"any": [value]}, {"all": value}, {"id": value}, {"step": value}]
        )


def rename(tree: Tree, dice: Random) -> None:
    """Give something the key of something else."""
    if spot := _pick(tree, dice, lambda key, _: isinstance(key, str)):
        spot[0][dice.choice(sorted(vocabulary()))] = spot[0].pop(spot[1])


def other_value(tree: Tree, dice: Random) -> None:
    """Put what stands under the same key somewhere else."""
    if spot := _pick(tree, dice, lambda key, _: key in vocabulary()):
        spot[0][spot[1]] = deepcopy(dice.choice(vocabulary()[spot[1]]))


def other_id(tree: Tree, dice: Random) -> None:
    """Let an id or a reference name another record."""
    known = _ids(tree)
    if known and (spot := _pick(tree, dice, lambda _, value: isinstance(value, str) and value in known)):
        spot[0][spot[1]] = dice.choice(known)


def other_date(tree: Tree, dice: Random) -> None:
    """Put another date where one is."""
    keys = ("date", "from", "to", "as_of", "known_until", "until", "published", "on_agenda", "available")
    if spot := _pick(tree, dice, lambda key, _: key in keys):
        spot[0][spot[1]] = deepcopy(dice.choice([*DATES, *vocabulary()["date"]]))


def other_number(tree: Tree, dice: Random) -> None:
    """Put another number, or an interval, where a number is."""
    if spot := _pick(tree, dice, lambda _, value: isinstance(value, int | float) and not isinstance(value, bool)):
        old = spot[0][spot[1]]
        low, high = sorted((round(dice.random(), 2), round(dice.random(), 2)))
        choices = [-old, old * 10, old / 3, 0, 1, 0.5, [low, high], [low, low], {"low": low, "mode": low, "high": high}]
        spot[0][spot[1]] = dice.choice(choices)


def other_words(tree: Tree, dice: Random) -> None:
    """Put letters that mean something to a page, a table or a calendar into a text."""
    if spot := _pick(tree, dice, lambda key, value: key not in ("id", "actor") and isinstance(value, str)):
        spot[0][spot[1]] = dice.choice(
            [f"{spot[0][spot[1]]} {MARK}", *(each for each in WILD if isinstance(each, str))]
        )


def _conflict(tree: Tree) -> Tree:
    conflict = tree.get("conflict")
    return conflict if isinstance(conflict, dict) else {}


def _more(old: Any, new: Any) -> list[Any]:
    return [*(old if isinstance(old, list) else ()), new]


def availability(tree: Tree, dice: Random) -> None:
    """Open or close an option."""
    options = [
        box for box, key in spots(_conflict(tree)) if key == "id" and isinstance(box, dict) and "when" not in box
    ]
    if options:
        steps = [f"step:{name}" for name in _ids(tree, "steps")]
        dice.choice(options)["available"] = deepcopy(dice.choice([False, *DATES, *steps]))


def direction(tree: Tree, dice: Random) -> None:
    """Make an option irreversible one way or the other."""
    options = [box for box, key in spots(_conflict(tree)) if key == "text" and isinstance(box, dict)]
    if options:
        dice.choice(options)["direction"] = dice.choice(["both", "take-only", "drop-only"])


def _requirement(names: list[str], dice: Random, depth: int = 2) -> Any:
    kind = dice.choice(["step", "strict", "eases", "any", "all"] if depth else ["step", "strict"])
    if kind in ("any", "all"):
        whole: dict[str, Any] = {kind: [_requirement(names, dice, depth - 1) for _ in range(dice.randint(1, 3))]}
        return whole | ({"strict": True} if dice.random() < 0.3 else {})
    extra = {"strict": {"strict": True}, "eases": {"accelerates": True}}.get(kind, {})
    return {"step": dice.choice(names)} | extra


def _steps(tree: Tree) -> list[Any]:
    steps = tree.get("steps")
    return steps if isinstance(steps, list) else []


def requirements(tree: Tree, dice: Random) -> None:
    """Let a step require others, alternatives and parts of them."""
    steps = [step for step in _steps(tree) if isinstance(step, dict) and "id" in step]
    if steps:
        names = [str(step["id"]) for step in steps]
        dice.choice(steps)["requires"] = [_requirement(names, dice) for _ in range(dice.randint(1, 3))]


def course(tree: Tree, dice: Random) -> None:
    """Give a step another status, date, duration or chance."""
    steps = [step for step in _steps(tree) if isinstance(step, dict)]
    if steps:
        step = dice.choice(steps)
        step["status"] = dice.choice(["met", "agreed", "scheduled", "due", "unmet", "open"])
        for key, values in (
            ("date", [*DATES, None]),
            ("duration", [None, 0, 50, [0, 30], {"low": 10, "mode": 20, "high": 40}, 10**6]),
            ("probability", [None, 0, 1, 0.5, [0.2, 0.9]]),
        ):
            if dice.random() < 0.5:
                step[key] = deepcopy(dice.choice(values))


def _condition(options: list[str], dice: Random, depth: int = 2) -> str:
    if not depth or dice.random() < 0.3:
        return dice.choice(["", "not "]) + dice.choice(options)
    word = dice.choice(["and", "or", "if", "implies", "iff"])
    return f"({_condition(options, dice, depth - 1)}) {word} ({_condition(options, dice, depth - 1)})"


def _options(tree: Tree) -> list[str]:
    found = [box for box, key in spots(_conflict(tree)) if key == "options" and isinstance(box[key], list)]
    return [
        str(option["id"]) for box in found for option in box["options"] if isinstance(option, dict) and "id" in option
    ]


def statement(tree: Tree, dice: Random) -> None:
    """Want something else, or forbid it."""
    options = _options(tree)
    if options and (spot := _pick({"conflict": tree["conflict"]}, dice, lambda key, _: key in ("when", "only_if"))):
        spot[0][spot[1]] = _condition(options, dice)


def infeasible(tree: Tree, dice: Random) -> None:
    """Rule something out."""
    options = _options(tree)
    if options:
        some = dice.choices(options, k=dice.randint(1, 3))
        rule = dice.choice(
            [
                {"when": _condition(options, dice)},
                {"at_most_one": some},
                {"at_least_one": some},
                {"together": some},
                {"take": some[0], "only_if": _condition(options, dice)},
            ]
        )
        _conflict(tree)["infeasible"] = _more(_conflict(tree).get("infeasible"), rule)


def status_quo(tree: Tree, dice: Random) -> None:
    """Start elsewhere."""
    options = _options(tree)
    if options:
        _conflict(tree)["status_quo"] = dice.sample(options, dice.randint(0, len(options)))


def merged(tree: Tree, dice: Random) -> None:
    """Merge the states that match a pattern."""
    if options := _options(tree):
        pattern = "{" + "".join(dice.choice("YN---") for _ in options) + "}"
        _conflict(tree)["coalesce"] = _more(_conflict(tree).get("coalesce"), pattern)


def _changes(tree: Tree, dice: Random, below: str) -> list[dict[str, Any]]:
    paths = list(_paths(tree[below], below))
    found = []
    for _ in range(dice.randint(1, 3)):
        path = dice.choice(paths)
        values = [*vocabulary().get(path.rpartition(".")[2], ()), *WILD[:12], "met"]
        found.append({"drop": path} if dice.random() < 0.4 else {"set": path, "to": deepcopy(dice.choice(values))})
    return found


def _paths(value: Any, above: str) -> Iterator[str]:
    yield above
    for key in value if isinstance(value, dict) else ():
        yield from _paths(value[key], f"{above}.{key}")
    for item in value if isinstance(value, list) else ():
        name = (item.get("id") or item.get("actor")) if isinstance(item, dict) else None
        yield from _paths(item, f"{above}.{name}") if isinstance(name, str | int) else ()


def scenario(tree: Tree, dice: Random) -> None:
    """Add a scenario that changes one to three things below a section."""
    sections = [key for key in tree if isinstance(key, str) and key not in ("case", "scenarios")]
    if sections:
        changes = _changes(tree, dice, dice.choice([*sections, *sorted({"steps", "conflict"} & set(sections))]))
        made = {"id": f"made-{dice.randrange(10**6)}", "title": "Made", "assumption": "made", "changes": changes}
        tree["scenarios"] = _more(tree.get("scenarios"), made)


def perception(tree: Tree, dice: Random) -> None:
    """Let a decision maker read something in another way."""
    makers = [box[key] for box, key in spots(_conflict(tree)) if key == "actor"]
    if makers:
        seen = {"by": dice.choice(makers), "changes": _changes(tree, dice, "conflict"), "assumption": "made"}
        _conflict(tree)["perceptions"] = _more(_conflict(tree).get("perceptions"), seen)


MUTATIONS = {
    each.__name__: each
    for each in (
        delete, double, swap, reorder, splice, retype, nest, rename, other_value, other_id, other_date, other_number,
        other_words, availability, direction, requirements, course, statement, infeasible, status_quo, merged, scenario,
        perception,
    )
}  # fmt: skip
STRUCTURAL = ("delete", "double", "swap", "reorder", "splice", "retype", "nest", "rename", "other_value", "other_id")
MEANT = tuple(name for name in MUTATIONS if name not in STRUCTURAL or name in ("delete", "reorder", "other_value"))
"""Those that mostly leave a case that makes sense."""
