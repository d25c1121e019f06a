"""Cases to be settled: how many issues and parties one likes, what they care for taken from their places."""

from __future__ import annotations

from collections.abc import Sequence


def settlement_case(batna: Sequence[str], issues: int, outcomes: int = 3) -> str:
    """Return the text of a case: one party for each alternative to a deal, every one with issues of its own."""
    names = NAMES[: len(batna)]
    return f"""
case: {{id: river, title: The river, as_of: 2025-07-10, question: Who takes what?}}
actors:
{"".join(f"  - {{id: {name.lower().replace(' ', '-')}, name: {name}, kind: state}}" + chr(10) for name in names)}issues:
{"".join(_issue(k, outcomes) for k in range(issues))}settlement:
  parties:
{"".join(_party(number, no_deal, issues, outcomes) for number, no_deal in enumerate(batna))}"""


NAMES = ("Upper Bank", "Lower Bank", "The Delta Republic", "East", "West", "The Isles", "The Hills", "The Coast")
_SUBJECTS = (
    "Border",
    "Water",
    "Rail",
    "Customs",
    "Return of families",
    "Power",
    "Fish",
    "Schools",
    "Visas",
    "Airspace",
)


def _issue(k: int, outcomes: int) -> str:
    texts = ", ".join(f"{{id: o{k}-{o}, text: {_SUBJECTS[k].lower()} by plan {o + 1}}}" for o in range(outcomes))
    return f"  - {{id: i{k}, name: {_SUBJECTS[k]}, outcomes: [{texts}]}}\n"


def _party(number: int, no_deal: str, issues: int, outcomes: int) -> str:
    weights = ", ".join(f"i{k}: {1 + (k * (number + 2) + 3 * number) % 5}" for k in range(issues))
    values = ", ".join(
        f"i{k}: {{{', '.join(f'o{k}-{o}: {_value(number, k, o, outcomes)}' for o in range(outcomes))}}}"
        for k in range(issues)
    )
    name = NAMES[number].lower().replace(" ", "-")
    return (
        f"    - {{actor: {name}, batna: {no_deal}, assumption: made up,\n"
        f"       weights: {{{weights}}},\n       values: {{{values}}}}}\n"
    )


def _value(number: int, issue: int, outcome: int, outcomes: int) -> float:
    """Return what an outcome is worth: the first to even parties, the last to odd, each with middles of its own."""
    share = outcome / max(outcomes - 1, 1)
    rising = share if number % 2 else 1 - share
    bent = 0.25 * ((issue * 7 + number * 3 + outcome * 5) % 4) / 3 * (0 < outcome < outcomes - 1)
    return round(min(rising + bent, 1), 3)
