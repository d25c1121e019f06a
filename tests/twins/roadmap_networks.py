"""Random networks of steps for the twin of the roadmap, and the case file of one."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.twins.roadmap_days import Network, stretch

LETTERS = "abcdefg"
FIRST = date(2025, 1, 1)


def random_day(random: Random, low: int = -400, high: int = 700) -> date:
    """Return a day around the year of the cases."""
    return FIRST + timedelta(days=random.randint(low, high))


def random_network(random: Random) -> Network:
    """Return a network of two to seven steps; its goal is often, not always, the last."""
    names = list(LETTERS[: random.choice([2, 3, 4, 5, 5, 6, 6, 7, 7])])
    as_of = random_day(random, 100, 200)
    lock = as_of + timedelta(days=random.choice([0, 5, 30, 100])) if random.random() < 0.3 else None
    order = random.sample(names, len(names))
    forwards = random.random() < 0.85  # the others may run in circles
    steps = [
        _step(random, name, order[:place] if forwards else order, lock or as_of) for place, name in enumerate(order)
    ]
    goal = order[-1] if random.random() < 0.9 else random.choice(names)
    network = {"as_of": as_of.isoformat(), "goal": goal, "steps": random.sample(steps, len(steps))}
    if lock is not None:
        network["known_until"] = lock.isoformat()
    return network


def _step(random: Random, name: str, others: list[str], known: date) -> dict[str, Any]:
    step: dict[str, Any] = {"id": name, "name": name.upper()}
    status = random.choice(["met", "agreed", "scheduled", "due", "unmet", "open", "open", None])
    free = [one for one in others if one != name]
    wanted = random.choice([0, 0, 1, 1, 2]) if len(free) < 3 else random.choice([1, 1, 2])
    needs = [_requirement(random, free, 2) for _ in range(wanted if free else 0)]
    step |= {"requires": needs} if needs else {}
    step |= {"status": status} if status else {}
    if random.random() < (0.7 if status == "met" else 0.4):
        step["date"] = _date(random, status == "met", known)
    if random.random() < 0.5:
        step |= {"duration": _duration(random), "assumption": f"how long {name} takes"}
    elif random.random() < 0.2:
        step["assumption"] = f"that {name} is needed"
    return step


def _date(random: Random, met: bool, known: date) -> str:
    while True:
        at = random_day(random) if random.random() < 0.9 else known
        text = at.isoformat()[: random.choice([10, 10, 10, 7, 7, 4])]
        if not met or stretch(text)[random.choice([0, 1])] <= known.toordinal():  # it was met by the last day known
            return text


def _duration(random: Random) -> Any:
    low = random.choice([0, 0, 1, 7, 30, 60, 200])
    mode, high = low + random.choice([0, 5, 40]), low + random.choice([40, 90, 300])
    return random.choice([low, low, [low, high], {"low": low, "mode": mode, "high": high}])


def _requirement(random: Random, others: list[str], depth: int) -> Any:
    written: dict[str, Any] = {"step": random.choice(others)}
    if depth and random.random() < 0.65:
        kind = random.choice(["any", "any", "any", "all"])
        size = random.choice([1, 2, 2, 2, 3, 3])
        apart = random.sample(others, len(others))  # mostly each alternative is about other steps
        shares = [apart[place::size] or others for place in range(size)] if random.random() < 0.9 else [others] * size
        written = {kind: [_requirement(random, share, depth - 1) for share in shares]}
    if random.random() < 0.2:
        written["strict"] = True
    if random.random() < 0.06:
        written["accelerates"] = True
    return written["step"] if set(written) == {"step"} else written


def as_yaml(network: Network) -> str:
    """Return the case file of a network."""
    steps = "".join(f"  - {_flow(step)}\n" for step in network["steps"])
    lock = f", known_until: {network['known_until']}" if "known_until" in network else ""
    head = f"case: {{id: m, as_of: {network['as_of']}{lock}}}"
    return f"{head}\nsteps:\n{steps}roadmap: {{goal: {network['goal']}, from: 2000}}\n"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)
