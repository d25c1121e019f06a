"""What a reader of the article asks, each with where the outputs of the flagship answer it and on what they rest.

An answer is one row or one sentence that holds all the words, and cites the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from tests.flagship.reading import flagship
from tests.lenses.reading import tables

from detente.findings import Finding
from detente.report import render


@dataclass(frozen=True)
class Question:
    """Something a reader asks, and where it is answered.

    Attributes
    ----------
    asked
        The question.
    where
        The lens and the section of it, as ``chronicle.formats``.
    words
        What the answer has to say.
    cites
        What it has to rest on.
    """

    asked: str
    where: str
    words: tuple[str, ...]
    cites: str


def ask(asked: str, where: str, words: str, cites: str) -> Question:
    return Question(asked, where, tuple(each.strip() for each in words.split("|")), cites)


QUESTIONS = [
    # The talks
    ask(
        "In what set-ups did the leaders talk?", "chronicle.formats", "leaders alone | foreign ministers", "article ¶8"
    ),
    ask(
        "Who wrote the treaty?",
        "chronicle.formats",
        "foreign ministries of both countries | agreed text",
        "article ¶50",
    ),
    ask(
        "Who leads the border groups?",
        "chronicle.formats",
        "working groups led by | deputy prime ministers",
        "article ¶50",
    ),
    ask("Who keeps the line open between the leaders?", "chronicle.formats", "Grigoryan | Hajiyev", "article ¶50"),
    ask(
        "What did the summit bring?",
        "chronicle.formats",
        "No breakthrough | no day or place | Positions that came",
        "article ¶51",
    ),
    ask("Did the summit have a mediator?", "chronicle.formats", "Session in Abu Dhabi | nobody", "article ¶9"),
    ask(
        "Have meetings at summits ended?", "chronicle.formats", "Meetings with mediators | undetermined", "article ¶50"
    ),
    ask("What office has Rubio?", "chronicle.actors", "Marco Rubio | Secretary of State", "article ¶35"),
    ask("What office has Safaryan?", "chronicle.actors", "Safaryan | Deputy Foreign Minister", "article ¶29"),
    ask("What office has Hajiyev?", "chronicle.actors", "Hajiyev | Advisor to the leader", "article ¶50"),
    ask("How long did the summit last?", "chronicle.measures", "Length of the summit | nearly | 5", "article ¶8"),
    # What is claimed
    ask("Is Russia still in it?", "chronicle.positions", "Social Justice Center | sidelines | claim", "article ¶8"),
    ask("What are mid-sized powers?", "chronicle.positions", "mid-sized powers | Turkey is", "article ¶41"),
    ask(
        "Who sees a loss for Russia?",
        "chronicle.positions",
        "loss of Russian influence | by whom is not said",
        "article ¶13",
    ),
    ask("Is leaving Russia's sphere enough?", "chronicle.positions", "not enough | distrust", "article ¶51"),
    ask(
        "What is Armenia's new strategy?",
        "chronicle.grid",
        "Pashinyan | modest aims in geopolitics | state alone",
        "article ¶15",
    ),
    ask("What word is there for its aims abroad?", "chronicle.terms", "geopolitical minimalism", "article ¶15"),
    ask(
        "Do the leaders trust each other?",
        "chronicle.relations",
        "Ilham Aliyev | Nikol Pashinyan | distrusts",
        "article ¶51",
    ),
    ask("Is the distrust mutual?", "chronicle.relations", "Nikol Pashinyan | Ilham Aliyev | distrusts", "article ¶51"),
    # What is demanded and given
    ask(
        "What is the live demand?",
        "chronicle.grid",
        "Azerbaijan | demand | only after Armenia's constitution",
        "article ¶25",
    ),
    ask(
        "Why is it stuck?",
        "conflict.impasse",
        "Azerbaijan demands | only after Armenia's constitution",
        "article ¶25",
    ),
    ask(
        "Does Azerbaijan grant jurisdiction?",
        "chronicle.commitments",
        "recognises Armenian jurisdiction | in part only",
        "article ¶35",
    ),
    ask("Must the Minsk Group go?", "chronicle.grid", "Minsk Group should be dissolved | demand", "article ¶21"),
    ask(
        "Does Baku read a claim?", "conflict.perceptions", "Baku reads the reference to 1990 as a claim", "article ¶25"
    ),
    ask("Does Yerevan?", "conflict.perceptions", "Yerevan says | no claim", "article ¶25"),
    ask(
        "What would Armenia never accept?",
        "conflict.red-lines",
        "extraterritorial corridor | principles",
        "article ¶35",
    ),
    ask(
        "And among packages?",
        "settlement.packages-red-lines",
        "Armenia accepts “Route extraterritorial” in no case",
        "article ¶35",
    ),
    ask("Is force planned?", "conflict.model", "Resort to force | No source says that it is planned", "article ¶32"),
    ask(
        "What does the signature wait for, in words?",
        "settlement.packages",
        "not (‘Treaty signed’ and not ‘Reference to 1990 removed’)",
        "article ¶25",
    ),
    ask("What is open about the Minsk Group?", "conflict.uncertainty", "whether Azerbaijan", "article ¶21"),
    # The border and the road
    ask(
        "How much of the border is delimited?",
        "chronicle.measures",
        "Border delimited | 12.7 km | at most 1.3 %",
        "article ¶26",
    ),
    ask("Is anything fortified meanwhile?", "chronicle.agenda", "Delimitation | being fortified", "article ¶26"),
    ask("How large is that ground?", "chronicle.measures", "being fortified | 200", "article ¶26"),
    ask("Who can call the referendum?", "chronicle.steps", "Referendum called | open question", "article ¶25"),
    ask(
        "Must the operator be American?",
        "conflict.model",
        "third-party operator | No source makes it depend",
        "article ¶29",
    ),
    ask("Where would the containers land?", "corridor.claims-why", "southern Iran | Mediterranean", "article ¶46"),
    ask("What taboo did the war of 2020 break?", "chronicle.timeline", "intervened so openly | taboo", "article ¶42"),
    ask("What crowned years of work?", "chronicle.formats", "culmination of several years", "article ¶50"),
    ask("Is point nine still alive?", "chronicle.commitments", "Reopen all links | abandoned true", "article ¶35"),
    # Russia and Azerbaijan
    ask(
        "When did Baku answer the raid?",
        "chronicle.timeline",
        "calls off state visits | 2025-01-02/2025-07-31 (after",
        "article ¶20",
    ),
    ask("Who barred Badamov?", "chronicle.timeline", "blacklist | by whom is not said", "article ¶19"),
    ask("When was he refused entry?", "chronicle.timeline", "Badamov is refused | 2025-05-05?", "article ¶19"),
    ask("Why did Aliyev miss the parade?", "chronicle.tensions", "father's birthday | incident", "article ¶19"),
]


@cache
def answers(where: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return every row and sentence of a section, with what it cites."""
    lens, section = where.split(".")
    found = next(each for each in flagship().at().look(lens).findings if each.id == section)
    return tuple(_said(found))


def _said(found: Finding) -> Iterator[tuple[str, frozenset[str]]]:
    for each in found.statements:
        yield each.text, frozenset(map(str, each.cites))
    for table in tables(found):
        for row in table.rows:
            cells = " ".join(" ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell) for cell in row.cells)
            yield f"{cells} {row.note}", frozenset(map(str, row.cites))


@pytest.mark.parametrize("question", QUESTIONS, ids=[each.asked for each in QUESTIONS])
def test_the_outputs_answer(question: Question) -> None:
    told = [cites for text, cites in answers(question.where) if all(word in text for word in question.words)]
    assert told, "nothing says so"
    assert any(question.cites in cites for cites in told)


def test_there_are_enough_questions_and_the_page_holds_their_answers() -> None:
    assert len(QUESTIONS) >= 25
    sight = flagship().at()
    page = render(sight.edition("detente report"))
    told = ("Secretary of State", "No breakthrough", "at most 1.3 %", "by whom is not said", "no territorial claim")
    for word in told:
        assert word in page


def test_the_raid_stands_before_its_answers() -> None:
    rows = [text for text, _ in answers("chronicle.timeline")]
    raid = next(k for k, text in enumerate(rows) if "Yekaterinburg; two die" in text and "after" not in text)
    followed = [k for k, text in enumerate(rows) if "after “Russian forces raid" in text]
    assert len(followed) == 3
    assert raid < min(followed)


def test_an_inferred_year_is_marked_and_never_a_fact() -> None:
    inferred = [event for event in flagship().case.events if event.note and "year is inferred" in event.note]
    assert len(inferred) >= 5
    for event in inferred:
        assert event.certainty == "inference"
        assert "?" in str(event.date)
