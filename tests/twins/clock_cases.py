"""Small cases drawn at random whose readings are dated every way that a case can date them, and days to ask about."""

from __future__ import annotations

from random import Random
from typing import Any

Case = dict[str, Any]

DAYS = (
    *("2023-12-31", "2024-12-31", "2025-02-28", "2025-03-01", "2025-03-14", "2025-03-15", "2025-03-31", "2025-04-01"),
    *("2025-05-20", "2025-06-01", "2025-06-15", "2025-07-09", "2025-07-10", "2025-07-31", "2025-09-30", "2026-03-01"),
    *("2025-03", "2025", "2025-06/2025-07", "2025-05~", "2025-07"),
)
"""Days to ask about."""

_DATES = (
    *("2025-03-15", "2025-03", "2025-04~", "2025-02/2025-05", "../2025-03-20", "2025-06-01", "2025-06", "2025-09"),
    *("2025", "event:talks", "event:summit", "step:done", "step:vague", "step:undated", "step:planned"),
)
_RELATIVE = ({"after": "summit"}, {"before": "summit", "by": "3 days"}, {"after": "talks", "by": "20 days"})

EVENTS = [
    {"id": "talks", "date": "2025-03", "what": "They talk"},
    {"id": "summit", "date": "2025-06-10", "what": "They meet"},
]
STEPS = [
    {"id": "done", "name": "Done", "status": "met", "date": "2025-04-10"},
    {"id": "vague", "name": "Vague", "status": "met", "date": "2025-05"},
    {"id": "undated", "name": "Undated", "status": "met"},
    {"id": "planned", "name": "Planned", "status": "scheduled", "date": "2025-09-01"},
]


class Cases:
    """What cases are drawn with.

    Parameters
    ----------
    seed
        Of the draws.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def case(self, *, whole: bool = False) -> Case:
        """Return a case with a conflict; where asked for, with a settlement and a roadmap, too."""
        header: Case = {"id": "drawn", "as_of": self.random.choice(("2025-07-10", "2025-07-10", "2025-07"))}
        if self._happens(0.5):
            header["known_until"] = "2025-12-31"
        found: Case = {
            "case": header,
            "actors": [{"id": name, "name": name.title(), "kind": "state"} for name in ("north", "south", "east")],
            "events": [dict(event) for event in EVENTS],
            "steps": [dict(step) for step in STEPS],
            "conflict": self._conflict(),
        }
        if whole:
            found["issues"], found["settlement"] = self._settlement(found["conflict"])
            found["steps"] = self._steps()
            found["roadmap"] = {"goal": found["steps"][-1]["id"], **self._dates(0.15)}
        return found

    def days(self, number: int) -> list[str]:
        """Return days to ask about."""
        return self.random.sample(DAYS, number)

    def _happens(self, chance: float) -> bool:
        return self.random.random() < chance

    def _some(self, among: list[Any], least: int, most: int) -> list[Any]:
        return self.random.sample(among, min(self.random.randint(least, most), len(among)))

    def _dates(self, chance: float = 0.3) -> Case:
        """Return ``from`` and ``to`` of a reading, mostly neither."""
        found: Case = {}
        if self._happens(chance):
            found["from"] = self.random.choice((*_DATES, *_DATES, *_RELATIVE))
        if self._happens(chance / 2):
            found = {"from": "2024-06"} | found | {"to": self.random.choice((*_DATES, *_DATES, *_RELATIVE))}
        return found

    def _condition(self, options: list[str], *, patterns: bool = True) -> str:
        """Return a condition in words, or a pattern."""
        if patterns and self._happens(0.2):
            return "{" + "".join(self.random.choice("YN--") for _ in options[1:]) + self.random.choice("YN") + "}"
        text = ""
        for name in self._some(options, 1, 3):
            word = self.random.choice((name, f"not {name}"))
            text = f"({text}){self.random.choice((' and ', ' or '))}{word}" if text else word
        return text

    def _limit(self, options: list[str]) -> Case:
        """Return something that cannot be, of any kind."""
        several = self._some(options, 2, 3)
        kind = self.random.choice(("when", "at_most_one", "at_least_one", "together", "take"))
        if kind == "when":
            return {"when": self._condition(options), **self._dates()}
        if kind == "take":
            return {"take": several[0], "only_if": several[1], **self._dates()}
        return {kind: several, **self._dates()}

    def _conflict(self) -> Case:
        """Return a conflict in option form."""
        actors = ["north", "south", "east"][: self.random.randint(2, 3)]
        owners = [*actors[:2], *(self.random.choice(actors) for _ in range(self.random.randint(0, 3)))]
        names = [f"{actor[0]}{number}" for actor in actors for number in range(owners.count(actor))]
        limits = [self._limit(names) for _ in range(self.random.choice((0, 0, 1, 1, 2)))]
        found: Case = {
            **self._dates(0.2),
            "decision_makers": [self._maker(actor, names, limited=bool(limits)) for actor in actors],
            "infeasible": limits,
            "named_states": {"deal": self._some(names, 0, 3)},
        }
        if self._happens(0.5):
            found["status_quo"] = self._some(names, 0, 2)
        return found

    def _maker(self, actor: str, names: list[str], *, limited: bool) -> Case:
        options = [self._option(name) for name in names if name[0] == actor[0]]
        likes = self._likes(actor, names, limited=limited)
        return {"actor": actor, "options": options, "preferences": likes, **self._dates(0.2)}

    def _option(self, name: str) -> Case:
        direction = self.random.choice(({}, {}, {"direction": "take-only"}, {"direction": "drop-only"}))
        return {"id": name, "text": f"Do {name}", **direction, **self._dates()}

    def _likes(self, actor: str, names: list[str], *, limited: bool) -> Case:
        kind = self.random.choice(("statements", "statements", "statements", "weights", "ranking"))
        if kind == "weights":
            return {"weights": {name: self.random.randint(-3, 3) for name in self._some(names, 1, 5)}}
        if kind == "ranking" and not limited:
            return {"ranking": self._ranking(len(names))}
        texts = dict.fromkeys(self._condition(names) for _ in range(self.random.randint(1, 4)))
        stated = [{"id": f"{actor}-{k}", "when": text, **self._dates()} for k, text in enumerate(texts)]
        return {"statements": stated}

    def _ranking(self, options: int) -> list[list[str]]:
        states = [f"{number:0{options}b}".replace("0", "N").replace("1", "Y") for number in range(2**options)]
        self.random.shuffle(states)
        groups: list[list[str]] = [[states.pop()]]
        for state in states:
            groups += [[]] if self._happens(0.5) else []
            groups[-1].append(state)
        return groups

    def _settlement(self, conflict: Case) -> tuple[list[Case], Case]:
        """Return issues over the options of a conflict, and parties who weigh them."""
        options = [option["id"] for maker in conflict["decision_makers"] for option in maker["options"]]
        issues: list[Case] = [
            {"id": f"about-{n}", "outcomes": [{"id": f"no-{n}", "takes": []}, {"id": f"yes-{n}", "takes": [n]}]}
            for n in options
        ]
        parties = [self._party(maker, issues, options) for maker in conflict["decision_makers"]]
        return issues, {**self._dates(0.2), "parties": parties}

    def _party(self, maker: Case, issues: list[Case], options: list[str]) -> Case:
        values = {issue["id"]: {o["id"]: self._tenth() for o in issue["outcomes"]} for issue in issues}
        shared = [s["id"] for s in maker["preferences"].get("statements", ()) if "{" not in s["when"]]
        wished: list[Case] = []
        if shared and self._happens(0.5):
            wished.append({"statement": self.random.choice(shared), "weight": 1, **self._dates()})
        for _ in range(self.random.randint(0, 2)):
            weight = self.random.choice((0.5, 1, 2))
            wished.append({"when": self._condition(options, patterns=False), "weight": weight, **self._dates()})
        return {
            "actor": maker["actor"],
            "batna": self._tenth(),
            "weights": {issue["id"]: 1 for issue in issues},
            "values": values,
            "conditions": wished,
            **self._dates(0.2),
        }

    def _tenth(self) -> float:
        return self.random.randint(0, 10) / 10

    def _steps(self) -> list[Case]:
        """Return steps that wait for others, some of it only for a time."""
        found = [dict(step) for step in STEPS]
        for number in range(self.random.randint(1, 3)):
            names = [step["id"] for step in found]
            requires = [self._requirement(names) for _ in range(self.random.randint(1, 3))]
            step: Case = {"id": f"then-{number}", "name": f"Then {number}", "requires": requires}
            found.append(step)
        return found

    def _requirement(self, names: list[str]) -> Case:
        if self._happens(0.3):
            leaves: list[Case] = [{"step": name, **self._dates()} for name in self._some(names, 1, 2)]
            return {"any": leaves, **self._dates()}
        return {"step": self.random.choice(names), **self._dates()}
