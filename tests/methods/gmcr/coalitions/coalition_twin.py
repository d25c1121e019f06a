"""The coalitional definitions read aloud: a slow twin of the coalition kernels, on the plain conflicts of ``twin``."""

from __future__ import annotations

from itertools import combinations

from tests.methods.gmcr.twin import Plain

Members = tuple[int, ...]


def coalitions_of(movers: list[int]) -> list[Members]:
    """Return every non-empty set of some decision makers."""
    return [members for k in range(1, len(movers) + 1) for members in combinations(movers, k)]


def joint_improvements(conflict: Plain, members: Members, s: int) -> set[int]:
    """Return CI_H(s): where legal sequences of the members lead that all of them prefer to ``s``."""
    reached = conflict.reach(members, s, credible=False)
    return {t for t in reached if all(conflict.payoff[i][t] > conflict.payoff[i][s] for i in members)}


def joint_answers(conflict: Plain, movers: list[int], start: int) -> set[int]:
    """Return where sequences of coalitions' improvements lead; no coalition improves twice in a row."""
    seen: set[tuple[int, Members]] = set()
    pending: list[tuple[int, Members]] = [(start, ())]
    while pending:
        s, last = pending.pop()
        for coalition in coalitions_of(movers):
            if coalition != last:
                fresh = {(t, coalition) for t in joint_improvements(conflict, coalition, s)} - seen
                seen |= fresh
                pending += fresh
    return {s for s, _ in seen}


def stays(conflict: Plain, key: str, members: Members, s: int) -> bool:
    """Whether ``s`` is stable for a coalition under the coalitional concept called ``key``."""
    others = [j for j in range(len(conflict.payoff)) if j not in members]

    def no_better(t: int) -> bool:
        return any(conflict.payoff[i][s] >= conflict.payoff[i][t] for i in members)

    def answered(s1: int) -> bool:
        if key == "cnash":
            return False
        if key == "cseq-class":
            return any(no_better(s2) for s2 in joint_answers(conflict, others, s1))
        answers = conflict.reach(others, s1, credible=key == "cseq-individual")
        if key == "csmr":
            answers = {s2 for s2 in answers if all(map(no_better, conflict.reach(members, s2, credible=False)))}
        return any(no_better(s2) for s2 in answers)

    return all(answered(s1) for s1 in joint_improvements(conflict, members, s))
