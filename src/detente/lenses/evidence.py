"""Evidence: citations and sources of a case in the words of findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from detente.case.citation import Citation, Claim
from detente.case.source import Source, SourceStatus
from detente.dates.words import plain_date
from detente.findings import Certainty, Evidence, Reference, Row, Statement
from detente.findings.table import Cell
from detente.lenses.wording import sentence
from detente.situation.sources import standings_of

if TYPE_CHECKING:
    from detente.situation.clock import Clock
    from detente.situation.sources import SourceStanding


def evidence(cites: Iterable[Citation]) -> tuple[Evidence, ...]:
    """Return citations as evidence."""
    return tuple(Evidence(c.source, c.at or "", c.quote or "", c.hedge or "", c.credibility) for c in cites)


def say(text: str, claim: Claim, *, noted: bool = False) -> Statement:
    """Return ``text`` as a statement that rests on ``claim``, with its note where the claim is not told elsewhere."""
    certainty = Certainty(claim.certainty) if claim.certainty else None
    note = sentence(claim.note) if noted and claim.note else ""
    return Statement(text, evidence(claim.cites), certainty, claim.hedge or "", claim.assumption or "", note)


def say_whole(words: str, claim: Claim) -> Iterator[Statement]:
    """Yield what a section rests on as a whole, where it says so: ``words`` is what to call it."""
    if claim.cites or claim.certainty or claim.hedge or claim.assumption or claim.note:
        yield say(f"{words}: {sentence(claim.note)}" if claim.note else f"{words}.", claim)


def row(claim: Claim, *cells: Cell) -> Row:
    """Return a table row that rests on ``claim``."""
    return row_of((claim,), *cells)


def row_of(claims: Iterable[Claim], *cells: Cell) -> Row:
    """Return a table row that rests on several claims; each citation, assumption and note is named once.

    Certainty and hedge are those of the first claim, which the row is about.
    """
    held = tuple(claims)
    cites = dict.fromkeys(cite for claim in held for cite in evidence(claim.cites))
    assumed = dict.fromkeys(claim.assumption for claim in held if claim.assumption)
    noted = dict.fromkeys(sentence(claim.note) for claim in held if claim.note)
    certainty = Certainty(held[0].certainty) if held[0].certainty else None
    return Row(cells, tuple(cites), "; ".join(assumed), certainty, held[0].hedge or "", " ".join(noted))


def references(clock: Clock) -> tuple[Reference, ...]:
    """Return the sources of a case as a bibliography lists them, with what had become of each by the date."""
    labels = {source.id: source.label for source in clock.case.sources}
    became = standings_of(clock)
    return tuple(
        _reference(source, labels.get(source.via or ""), became.get(source.id)) for source in clock.case.sources
    )


def _reference(source: Source, via: str | None, became: SourceStanding | None) -> Reference:
    published = plain_date(str(source.published)) if source.published else ""
    parts = [", ".join(source.authors), source.label, source.publisher or "", published]
    details = [
        became.said if became is not None else "",
        *(_said_of(each) for each in source.status if became is not None and each.word == became.word),
        (source.kind or "").replace("-", " "),
        f"reliability {source.reliability}" if source.reliability else "",
        f"interest: {source.interest}" if source.interest else "",
        f"origin: {source.origin}" if source.origin else "",
        f"known through {via}" if via else "",
        f"language {source.language}" if source.language else "",
        f"read {plain_date(str(source.accessed))}" if source.accessed else "",
        f"its text is {source.file}" if source.file else "",
        f"SHA-256 of its text {source.sha256}" if source.sha256 else "",
        source.note or "",
    ]
    text = ". ".join(part.rstrip(".") for part in parts if part) + "."
    told = tuple(part for part in details if part)
    return Reference(source.id, text, source.url or "", told, source.language or "", source.label)


def _said_of(status: SourceStatus) -> str:
    """Return on what it rests that something became of a source, where that is said."""
    cites = (" ".join(filter(None, (str(each), each.quote, each.hedge))) for each in evidence(status.cites))
    told = (status.certainty, status.hedge, *cites, status.assumption, status.note)
    words = ", ".join(str(each) for each in told if each)
    return f"{status.word} by what is said: {words}" if words else ""
