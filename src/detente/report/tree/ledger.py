"""The ledger: every citation of the page, so that each source knows where it is cited."""

from __future__ import annotations

from collections.abc import Iterable

from detente.findings import Evidence, Reference
from detente.report.tree.anchors import Anchors
from detente.report.tree.nodes import Citation, Source
from detente.report.tree.wording import credibility_words, language_tag, safe_url


class Ledger:
    """Places citations in reading order and lists the sources they name, where they are to be listed."""

    def __init__(self, references: Iterable[Reference], anchors: Anchors, *, listed: bool = True) -> None:
        self._anchors = anchors
        self._listed = listed
        self._references: dict[str, Reference] = {}
        self._targets: dict[str, str] = {}
        self._cited: dict[str, dict[tuple[str, str], list[Citation]]] = {}
        for reference in references:
            self._know(reference)

    def cite(self, evidence: Evidence, anchor: str, title: str) -> Citation:
        """Place a citation in the finding with this ``anchor`` and ``title``."""
        if evidence.source not in self._references:
            self._know(Reference(evidence.source, evidence.source, details=("not described in the case",)))
        citation = Citation(
            anchor=self._anchors.claim("cite", evidence.source, evidence.at),
            href=f"#{self._targets[evidence.source]}" if self._listed else "",
            evidence=evidence,
            lang=language_tag(self._references[evidence.source].lang),
            credibility=credibility_words(evidence.credibility),
        )
        self._cited[evidence.source].setdefault((anchor, title), []).append(citation)
        return citation

    def sources(self) -> tuple[Source, ...]:
        """Return every source, in the order of the case, with the places that cite it."""
        return tuple(
            Source(
                anchor=self._targets[key],
                url=safe_url(reference.url),
                reference=reference,
                cited=tuple((title, tuple(found)) for (_, title), found in self._cited[key].items()),
            )
            for key, reference in self._references.items()
        )

    def _know(self, reference: Reference) -> None:
        if reference.source not in self._references:
            self._references[reference.source] = reference
            self._targets[reference.source] = self._anchors.claim("source", reference.source)
            self._cited[reference.source] = {}
