"""An edition with a brief, for what writes briefs: the invented dispute of the report's own tests."""

from __future__ import annotations

from dataclasses import replace

from tests.report.hostile import poison
from tests.report.sample import STAMP, sample
from tests.told import findings

from detente.findings import Answer, Brief, Depth, Edition, LeastCertain, Part, Question

PARTS = {"chronicle": Part.STANDS, "conflict": Part.STUCK}


def edition() -> Edition:
    """Return an edition whose answers rest on the findings that it holds; who talks to whom is a picture."""
    said = []
    for each in sample():
        found = tuple(
            replace(one, part=PARTS[each.lens], depth=Depth.FRONT if one.id == "formats" else Depth.HEADLINE)
            for one in each.findings
        )
        said.append(findings(each.lens, each.question, found, each.references))
    keys = [f"{one.lens}-{one.id}" for each in said for one in each.findings]
    answers = tuple(
        Answer(question, f"The answer to “{question.label}”.", question is Question.STUCK, (keys[k % len(keys)],))
        for k, question in enumerate(Question)
    )
    least = LeastCertain("What South has without a deal.", "settlement.south.batna")
    brief = Brief("North and South: the Ford is nearly settled.", "Rests on one analysis.", answers, least)
    return Edition(STAMP, tuple(said), brief)


def hostile(text: str) -> Edition:
    """Return the same with every free text in it replaced, also the names by which answers find what they rest on."""
    made = edition()
    brief = poison(made.brief, text)
    assert brief
    answers = tuple(replace(each, because=(f"{text}-{text}",)) for each in brief.sentences)
    said = tuple(poison(each, text) for each in made.findings)
    return Edition(poison(made.stamp, text), said, replace(brief, sentences=answers))
