"""The ledger: every citation of the page, so that each source knows what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from detente.findings import Evidence, Reference
from detente.report.tree.anchors import Anchors, brief
from detente.report.tree.nodes import Place, Source
from detente.report.tree.passages import passage_at, restated_in
from detente.report.tree.wording import credibility_words, foreign, safe_url


class Ledger:
    """Places citations in reading order and lists the sources they name, where they are to be listed."""

    def __init__(
        self,
        references: Iterable[Reference],
        anchors: Anchors,
        *,
        passages: Mapping[str, Sequence[str]] = MappingProxyType({}),
        listed: bool = True,
    ) -> None:
        self._anchors = anchors
        self._passages = passages
        self._restated = restated_in(passages)
        self._listed = listed
        self._references: dict[str, Reference] = {}
        self._targets: dict[str, str] = {}
        self._places: dict[Evidence, Place] = {}
        self._first: dict[tuple[str, str], Place] = {}
        self._counts: dict[str, int] = {}
        self._cited: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
        for reference in references:
            self._know(reference)

    def cite(self, evidence: Evidence, anchor: str, title: str) -> Place:
        """Place a citation in the finding with this ``anchor`` and ``title``."""
        if evidence.source not in self._references:
            self._know(Reference(evidence.source, evidence.source, details=("not described in the case",)))
        self._counts[evidence.source] += 1
        self._cited[evidence.source].setdefault((anchor, title), {})[evidence.at or "as a whole"] = None
        return self._at(evidence)

    def _at(self, evidence: Evidence) -> Place:
        if evidence not in self._places:
            self._places[evidence] = self._place(evidence)
        return self._places[evidence]

    def _place(self, evidence: Evidence) -> Place:
        reference = self._references[evidence.source]
        first = self._first.get((evidence.source, evidence.at))
        restated = () if first else tuple(self._also(evidence))
        passage = "" if first else passage_at(self._passages.get(evidence.source, ()), evidence.at)
        said = (passage, restated, evidence.quote, evidence.hedge, credibility_words(evidence.credibility))
        if evidence.at and not any(said) and not first:
            # No more is known than whose place it is: all such places of a source open the same.
            return replace(self._at(Evidence(evidence.source)), evidence=evidence)
        place = Place(
            anchor=self._anchors.claim(f"p{brief(len(self._places) + 1)}"),
            evidence=evidence,
            source=reference.title or reference.text,
            href=f"#{self._targets[evidence.source]}" if self._listed else "",
            lang=foreign(reference.lang),
            credibility=credibility_words(evidence.credibility),
            passage=passage,
            restated=restated,
            whole=first,
        )
        if passage or restated:
            self._first[evidence.source, evidence.at] = place
        return place

    def _also(self, evidence: Evidence) -> Iterator[Place]:
        """Yield the places where texts that ship with the case restate what is cited."""
        for source, paragraph in self._restated.get((evidence.source, evidence.at), ()):
            if source in self._references and source != evidence.source:
                yield self._at(Evidence(source, f"¶{paragraph}"))

    def places(self) -> tuple[Place, ...]:
        """Return what the citations lead to, once each, in reading order."""
        return tuple({place.anchor: place for place in reversed(self._places.values())}.values())[::-1]

    def sources(self) -> tuple[Source, ...]:
        """Return every source, the most cited first, with what rests on it."""
        keys = sorted(self._references, key=lambda key: -self._counts[key])
        return tuple(
            Source(
                anchor=self._targets[key],
                url=safe_url(self._references[key].url),
                reference=self._references[key],
                count=self._counts[key],
                cited=tuple((*where, tuple(places)) for where, places in self._cited[key].items()),
            )
            for key in keys
        )

    def _know(self, reference: Reference) -> None:
        if reference.source not in self._references:
            self._references[reference.source] = reference
            self._targets[reference.source] = self._anchors.claim("source", reference.source)
            self._counts[reference.source] = 0
            self._cited[reference.source] = {}
