"""A small conflict of a day solved by brute force: states as sets of options, every concept as it is defined.

Nothing of Detente is imported. An option that does not hold on the day is not taken in any state; conditions, patterns,
weights and rankings go on meaning what they say, with that option left. A constraint that speaks of nothing but such
options is none on the day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

Case = Mapping[str, Any]
State = frozenset[str]
Path = tuple[str | int, ...]


class Game(NamedTuple):
    """What is left of a conflict on a day: its states, whose each option is, and how each likes each state."""

    makers: tuple[str, ...]
    states: frozenset[State]
    moves: Mapping[str, Callable[[State, State], bool]]
    worth: Mapping[str, Callable[[State], Any]]
    same: Callable[[State], State]


def can_be_asked(conflict: Case, held: frozenset[Path]) -> bool:
    """Return whether somebody's options hold, and somebody's wishes where somebody has some."""
    wishes = []
    for number, maker in enumerate(conflict["decision_makers"]):
        path, likes = ("conflict", "decision_makers", number), maker.get("preferences") or {}
        if likes:
            wishes.append(path in held if "statements" not in likes else False)
        stated = (*path, "preferences", "statements")
        wishes += [(*stated, place) in held for place in range(len(likes.get("statements") or ()))]
        wishes += [(*path, "red_lines", place) in held for place in range(len(maker.get("red_lines", ())))]
    return bool(present_options(conflict, held)) and (any(wishes) or not wishes)


def written_options(conflict: Case) -> list[str]:
    """Return the ids of all options, in the order that patterns and states count them."""
    return [option["id"] for maker in conflict["decision_makers"] for option in maker.get("options", ())]


def present_options(conflict: Case, held: frozenset[Path]) -> list[str]:
    """Return the ids of the options that hold, with their decision makers, in order."""
    return [option["id"] for _, option in _present(conflict, held)]


def _present(conflict: Case, held: frozenset[Path]) -> Iterator[tuple[str, Case]]:
    for number, maker in enumerate(conflict["decision_makers"]):
        for place, option in enumerate(maker.get("options", ())):
            if ("conflict", "decision_makers", number, "options", place) in held:
                yield maker["actor"], option


def truth(text: str, taken: State, order: list[str]) -> bool:
    """Return whether a condition holds in a state: ``not``, ``and``, ``or``, brackets, patterns, ids."""

    def pattern(found: re.Match[str]) -> str:
        marks = zip(found[1], order, strict=True)
        return str(all((option in taken) == (mark == "Y") for mark, option in marks if mark != "-"))

    text = re.sub(r"\{([YN-]+)\}", pattern, text)
    words = re.sub(r"\b[a-z][a-z0-9-]*", lambda m: _word(m[0], taken), text)
    return bool(eval(words, {"__builtins__": {}}))  # noqa: S307 - words of our own making


def _word(word: str, taken: State) -> str:
    return word if word in ("not", "and", "or") else str(word in taken)


def game(conflict: Case, held: frozenset[Path]) -> Game:
    """Return the conflict of a day."""
    order, present = written_options(conflict), {o["id"]: (m, o) for m, o in _present(conflict, held)}
    limits = [
        limit
        for number, limit in enumerate(conflict.get("infeasible", ()))
        if ("conflict", "infeasible", number) in held
    ]
    every = {frozenset(chosen) for size in range(len(present) + 1) for chosen in combinations(present, size)}
    barred = [
        {s for s in every if _forbids(limit, s, order)} for limit in limits if _says(limit, every, order, present)
    ]
    states = frozenset(every.difference(*barred))
    worth = {
        maker["actor"]: _worth(maker, ("conflict", "decision_makers", number), held, order)
        for number, maker in enumerate(conflict["decision_makers"])
    }
    makers = tuple(worth)
    patterns = [str(p).strip("{}") for p in conflict.get("coalesce", ())]
    return Game(makers, states, {m: _mover(m, present) for m in makers}, worth, _merged(states, patterns, order))


def _merged(states: frozenset[State], patterns: list[str], order: list[str]) -> Callable[[State], State]:
    """Return what each state is merged into: the first of those that match a pattern."""

    def same(state: State) -> State:
        for pattern in patterns:
            alike = [s for s in states if truth("{" + pattern + "}", s, order)]
            if state in alike:
                return min(alike, key=lambda s: [option in s for option in order])
        return state

    return same


def _says(limit: Case, every: set[State], order: list[str], present: Collection[str]) -> bool:
    """Return whether a limit leaves anything, where it speaks of options that are not there."""
    absent = set(order) - set(present)
    words = re.findall(r"[a-z][a-z0-9-]*", str(list(limit.values())))
    speaks = absent.intersection(words) or ("{" in limit.get("when", "") and absent)
    return not speaks or not all(_forbids(limit, state, order) for state in every)


def _forbids(written: Case, state: State, order: list[str]) -> bool:
    if "when" in written:
        return truth(written["when"], state, order)
    if "at_most_one" in written:
        return len(state & set(written["at_most_one"])) > 1
    if "at_least_one" in written:
        return not state & set(written["at_least_one"])
    if "together" in written:
        return 0 < len(state & set(written["together"])) < len(set(written["together"]))
    return written["take"] in state and not truth(written["only_if"], state, order)


def _worth(maker: Case, path: Path, held: frozenset[Path], order: list[str]) -> Callable[[State], Any]:
    """Return how much a decision maker likes a state: the larger the better."""
    likes = maker.get("preferences") or {}
    if "statements" not in likes and path not in held:
        return lambda _: 0
    if "weights" in likes:
        return lambda state: sum(weight for option, weight in likes["weights"].items() if option in state)
    if "ranking" in likes:
        groups = [[group] if isinstance(group, str) else group for group in likes["ranking"]]
        places = {name: -place for place, group in enumerate(groups) for name in group}
        return lambda state: places["".join("Y" if option in state else "N" for option in order)]
    kept = [
        {"when": statement} if isinstance(statement, str) else statement
        for number, statement in enumerate(likes.get("statements", ()))
        if (*path, "preferences", "statements", number) in held
    ]
    return lambda state: [truth(statement["when"], state, order) for statement in kept]


def _mover(maker: str, present: Mapping[str, tuple[str, Case]]) -> Callable[[State, State], bool]:
    def moves(before: State, after: State) -> bool:
        changed = before ^ after
        return bool(changed) and all(
            present[option][0] == maker
            and present[option][1].get("direction", "both") != ("take-only" if option in before else "drop-only")
            for option in changed
        )

    return moves


CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")


def equilibria(found: Game) -> dict[str, frozenset[State]]:
    """Return the states at which everybody stays, by concept."""
    units = frozenset(map(found.same, found.states))
    reach = {m: {s: {found.same(t) for a in found.states if found.same(a) == s for t in found.states
                     if found.moves[m](a, t)} - {s} for s in units} for m in found.makers}  # fmt: skip
    better = {m: {s: {t for t in reach[m][s] if found.worth[m](t) > found.worth[m](s)} for s in units} for m in reach}
    looks = {m: _Look(m, found.worth[m], reach, better) for m in found.makers}
    return {
        concept: frozenset(s for s in units if all(_stays(concept, s, look) for look in looks.values()))
        for concept in CONCEPTS
    }


class _Look(NamedTuple):
    """How a decision maker looks at things: what it likes, and where everybody can move, and would."""

    maker: str
    worth: Callable[[State], Any]
    reach: Any
    better: Any


def _stays(concept: str, state: State, look: _Look) -> bool:
    maker, worth, reach, better = look
    if concept == "nash":
        return not better[maker][state]
    by = better if concept in ("seq", "sseq") else reach
    no_escape = concept in ("smr", "sseq")

    def punishes(answer: State) -> bool:
        escapes = no_escape and any(worth(t) > worth(state) for t in reach[maker][answer])
        return worth(answer) <= worth(state) and not escapes

    others = [other for other in reach if other != maker]
    return all(any(map(punishes, _reached(gain, others, by))) for gain in better[maker][state])


def _reached(start: State, movers: list[str], by: Any) -> set[State]:
    """Return where a sequence of others' moves leads, none of them moving twice in a row."""
    seen: set[tuple[State, str]] = set()
    waiting = [(start, "")]
    while waiting:
        state, last = waiting.pop()
        for mover in movers:
            for after in by[mover][state] if mover != last else ():
                if (after, mover) not in seen:
                    seen.add((after, mover))
                    waiting.append((after, mover))
    return {state for state, _ in seen}


def status_quo(conflict: Case, found: Game, present: list[str]) -> State | None:
    """Return the state that a day finds: what is taken now, of what holds."""
    if "status_quo" not in conflict:
        return None
    return found.same(frozenset(conflict["status_quo"]) & frozenset(present))


def named_states(conflict: Case, found: Game, present: list[str]) -> dict[str, State]:
    """Return the named states of a day: those whose options all hold."""
    named = {}
    for name, written in conflict.get("named_states", {}).items():
        taken = frozenset(written["take"] if isinstance(written, Mapping) else written)
        if taken <= set(present):
            named[name] = found.same(taken)
    return named


def flaw(conflict: Case, found: Game, present: list[str]) -> str:
    """Return why nothing can be worked out, or nothing: no state can be, or not the status quo."""
    if not found.states:
        return "no state can be"
    now = frozenset(conflict.get("status_quo", ())) & frozenset(present)
    return "the status quo cannot be" if "status_quo" in conflict and now not in found.states else ""
