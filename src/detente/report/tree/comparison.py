"""Comparisons: what scenarios of one case say differently, headlines first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.findings import Depth, Finding, Part, Question, Stamp
from detente.report.tree.anchors import Anchors
from detente.report.tree.parts import TITLES, part_of

if TYPE_CHECKING:
    from detente.findings import Edition

_NOTHING = "nothing is said of it"
_READ = (Depth.FRONT, Depth.HEADLINE, Depth.DETAIL)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Something that scenarios say differently.

    Attributes
    ----------
    title
        What it is about.
    said
        What each says, in the order of the scenarios.
    only
        Per scenario, further sentences that not all of them say.
    """

    title: str
    said: tuple[str, ...]
    only: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Scenarios of one case side by side.

    Attributes
    ----------
    stamp
        Of the case as it is.
    names
        What the columns are called.
    answers
        The sentences of the briefs that differ.
    sections
        Anchor, title and differing findings of each part of the page.
    alike
        Titles of what is the same in all.
    """

    stamp: Stamp
    names: tuple[str, ...]
    answers: tuple[Contrast, ...]
    sections: tuple[tuple[str, str, tuple[Contrast, ...]], ...]
    alike: tuple[str, ...]


def compare(editions: Sequence[Edition]) -> Comparison:
    """Return what editions of one case under several scenarios say differently."""
    found = [_by_key(edition) for edition in editions]
    keys = list(dict.fromkeys(key for each in found for key in each))
    titles = {key: next(each[key].title for each in found if key in each) for key in keys}
    part = {key: part_of(next(each[key] for each in found if key in each)) for key in keys}
    contrasts = {key: contrast for key in keys if (contrast := _contrast(titles[key], [f.get(key) for f in found]))}
    return Comparison(
        stamp=editions[0].stamp,
        names=tuple(edition.stamp.scenario or "As the case is" for edition in editions),
        answers=tuple(_answers(editions)),
        sections=tuple(_sections(contrasts, part)),
        alike=tuple(dict.fromkeys(titles[key] for key in keys if key not in contrasts)),
    )


def _by_key(edition: Edition) -> dict[tuple[str, str], Finding]:
    findings = (*(finding for said in edition.findings for finding in said.findings), *edition.gathered)
    return {(finding.lens, finding.id): finding for finding in findings if finding.depth in _READ}


def _sections(
    contrasts: dict[tuple[str, str], Contrast], part: dict[tuple[str, str], Part]
) -> Iterator[tuple[str, str, tuple[Contrast, ...]]]:
    anchors = Anchors("part")
    for each, title in TITLES.items():
        here = tuple(contrast for key, contrast in contrasts.items() if part[key] is each)
        if here:
            yield anchors.claim(each.name), title, here


def _answers(editions: Sequence[Edition]) -> Iterator[Contrast]:
    for question in Question:
        said = tuple(
            " ".join(answer.text for answer in edition.brief.sentences if answer.answers is question)
            for edition in editions
            if edition.brief is not None
        )
        if len(set(said)) > 1:
            yield Contrast(question.label, tuple(each or _NOTHING for each in said))


def _contrast(title: str, findings: Sequence[Finding | None]) -> Contrast | None:
    """Return how findings on one subject differ; ``None`` where they do not."""
    said = tuple(_NOTHING if each is None else each.headline for each in findings)
    sentences = [dict.fromkeys(_sentences(each)) for each in findings]
    everywhere = set(sentences[0]).intersection(*sentences[1:])
    only = tuple(tuple(text for text in each if text not in everywhere) for each in sentences)
    if len(set(said)) == 1 and not any(only):
        return None
    return Contrast(title, said, only if any(only) else ())


def _sentences(finding: Finding | None) -> Iterator[str]:
    if finding is not None:
        yield from (statement.text for statement in finding.statements)
