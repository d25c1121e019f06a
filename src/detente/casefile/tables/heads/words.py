"""The words of heads: which of them name actors, notes, capabilities, positions, saliences, outcomes and issues."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from detente.writing.spelling import key


def _words(text: str) -> frozenset[str]:
    return frozenset(re.split(r",\s*", text))


WHO = _words(
    "actor, actors, stakeholder, stakeholders, player, players, party, parties, participant, participants, negotiator, "
    "negotiators, agent, agents, delegation, delegations, decision maker, decision makers, actor name, name of actor, "
    "stakeholder name, player name, party name"
)
"""Heads of the column of actors."""

MAY_BE_WHO = _words(
    "name, names, country, countries, state, states, group, groups, organisation, organisations, organization, "
    "organizations, member, members, person, persons, people, entity, entities, faction, factions, institution, "
    "institutions, government, member state, member states, country name"
)
"""Heads of the column of actors where no other is."""

NOTE = _words(
    "description, descriptions, desc, note, notes, comment, comments, remark, remarks, reason, reasons, justification, "
    "source, sources, reference, references, citation, citations, details, explanation, rationale, link, links, url, "
    "evidence"
)
"""Heads of texts on an actor, or on what it wants on an issue."""

ISSUE = _words(
    "issue, issues, topic, topics, subject, subjects, question, questions, item, items, dimension, dimensions, "
    "issue name, name of issue, policy issue"
)
"""Heads of the column of issues, in a table with a row for each actor and issue."""

ROW_NUMBER = _words("no, nr, n°, №, #, number, id, ids, row, rank, serial number, s no")
"""Heads of numbers that count the rows, and say nothing of the dispute."""

CAPABILITY = _words(
    "capability, capabilities, cap, influence, influences, power, powers, clout, resource, resources, strength, "
    "leverage, capacity, votes, might"
)
"""Heads of what actors can bring to bear."""

_WEIGHT = frozenset({"weight", "weights", "voting weight", "voting weights"})
_WHOLE = ("relative", "total", "overall", "general", "bargaining", "voting", "political")
_POSITION = frozenset({"position", "positions", "pstn", "pos", "ideal point", "preferred position", "policy position"})
_SALIENCE = frozenset(
    {"salience", "saliences", "saliency", "sal", "importance", "priority", "attention", "issue salience"}
)
_OUTCOME = frozenset(
    {"outcome", "actual outcome", "final outcome", "real outcome", "observed outcome", "actual", "result"}
    | {"actual result", "final result"}
)
KINDS = (
    dict.fromkeys(_POSITION, "position")
    | dict.fromkeys(_SALIENCE, "salience")
    | dict.fromkeys(_OUTCOME, "outcome")
    | dict.fromkeys(CAPABILITY, "capability")
    | dict.fromkeys(_WEIGHT, "weight")
    | dict.fromkeys(NOTE, "note")
)
"""What the last word of a head says that the column holds."""

UNDERSTOOD = (
    "understood are 'Actor', 'Description', 'Capability', and for each issue 'Depth position', 'Depth salience', "
    "'Depth capability', 'Depth outcome'"
)

_BREAK = r"[\s_\-\u2010-\u2015:;,./|]+"


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(word.replace(" ", r"[\s_-]+") for word in longest_first)


_LAST = re.compile(rf"(?P<name>.+?){_BREAK}(?P<kind>{_any(KINDS)})", re.IGNORECASE)
_JOINED = re.compile(r"(?P<name>.*[^\WA-Z_])(?P<kind>Position|Salience|Capability|Outcome)")
_FIRST = re.compile(
    rf"(?P<kind>{_any(_POSITION | {'salience', 'saliency', 'sal', 'capability', 'outcome', 'actual outcome'})})"
    rf"(?:\s+(?:of|on|for|about|regarding|in|re))?{_BREAK}(?P<name>.+)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?P<kind>{_any(_POSITION | _SALIENCE)})[\s_-]*(?P<number>\d+)", re.IGNORECASE | re.ASCII)


_SAYS_KIND = re.compile(r"\b(?:positions?|saliences?|saliency|capability|capabilities|outcomes?)\b")


@dataclass(frozen=True, slots=True)
class Words:
    """What the words of a head say: a kind of column, and the issue that it is about, as it is written.

    ``kind`` is empty where the words are nothing but a name, and ``name`` where all issues are meant.
    """

    kind: str
    name: str = ""


def read_words(text: str) -> Words:
    """Return what the words of a head say, brackets apart."""
    text = text.rstrip(" _-:;,./|*")
    whole = key(text)
    if (kind := _alone(whole)) is not None:
        return Words(kind)
    if match := _NUMBERED.fullmatch(text):
        return Words(KINDS[key(match["kind"])], f"Dimension {match['number']}")
    for pattern in (_LAST, _JOINED, _FIRST):
        match = pattern.fullmatch(text)
        if match and key(match["name"]):
            return Words(KINDS[key(match["kind"])], match["name"].strip())
    return Words("", text)


def says_kind(name: str) -> bool:
    """Return whether a name holds a word that says what a column holds, in a place where it cannot be read."""
    return _SAYS_KIND.search(key(name)) is not None


def _alone(whole: str) -> str | None:
    """Return the kind of a column whose head is one of the words that need no issue."""
    for words, kind in ((WHO, "actor"), (MAY_BE_WHO, "may be actor"), (ISSUE, "issue")):
        if whole in words:
            return kind
    first, _, rest = whole.partition(" ")
    if whole in _WEIGHT or (first in _WHOLE and rest in CAPABILITY | _WEIGHT):
        return "capability"
    return KINDS.get(whole)
