"""Answers: what the session says of a place in an open file, as the protocol writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lsprotocol.types import (
    CodeLens,
    Command,
    CompletionItem,
    CompletionItemKind,
    Diagnostic,
    DiagnosticSeverity,
    DocumentSymbol,
    FoldingRange,
    Hover,
    Location,
    MarkupContent,
    MarkupKind,
    Position,
    SymbolKind,
    TextEdit,
    WorkspaceEdit,
)

from detente.session.editing import (
    Edit,
    Fault,
    Lines,
    Mention,
    Name,
    Span,
    complete,
    counts,
    folds,
    hover,
    look_up,
    prepare,
    rename,
    symbols,
    typed_at,
    underlined,
)
from detente.workbench.lsp.places import Places

if TYPE_CHECKING:
    from pygls.workspace import PositionCodec

    from detente.workbench.lsp.documents import Document, Documents

_KINDS = {"id": CompletionItemKind.Reference, "key": CompletionItemKind.Property, "word": CompletionItemKind.EnumMember}
_SEVERITIES = {"error": DiagnosticSeverity.Error, "warning": DiagnosticSeverity.Warning}


@dataclass(frozen=True, slots=True)
class Answers:
    """What is said of an open file.

    Attributes
    ----------
    documents
        The open files.
    document
        The file that is asked about.
    codec
        How the editor counts characters.
    """

    documents: Documents
    document: Document
    codec: PositionCodec

    @property
    def _now(self) -> Places:
        """The places of the texts as they stand."""
        desk = self.document.desk
        texts = {file.path: file.text for file in desk.opened.loaded.files}
        return Places(self.codec, Lines({**texts, self.document.path: desk.text(self.document.name)}))

    @property
    def _read(self) -> Places:
        """The places of the texts as they were when the case was last read whole."""
        return Places(self.codec, self.document.desk.index.lines)

    def _asked(self, position: Position) -> tuple[int, int]:
        return self._now.place(self.document.path, position)

    def _meant(self, position: Position) -> Name | None:
        return look_up(self.document.desk, self.document.name, *self._asked(position))[1]

    def hover(self, position: Position) -> Hover | None:
        """Return what is said of an id."""
        found = hover(self.document.desk, self.document.name, *self._asked(position))
        if found is None:
            return None
        content = MarkupContent(MarkupKind.Markdown, found.markdown)
        return Hover(content, self._read.range(found.span) if found.span else None)

    def definition(self, position: Position) -> Location | None:
        """Return where an id is given."""
        name = self._meant(position)
        found = self.document.desk.index.definition(name) if name else None
        return self._location(found) if found else None

    def references(self, position: Position, *, with_definition: bool) -> list[Location]:
        """Return where an id is used."""
        name = self._meant(position)
        found = self.document.desk.index.by_name.get(name, ()) if name else ()
        return [self._location(each) for each in found if with_definition or not each.is_definition]

    def _location(self, mention: Mention) -> Location:
        return Location(self.documents.uri(mention.span.path), self._read.range(mention.span))

    def complete(self, position: Position) -> list[CompletionItem]:
        """Return what may be written at a place."""
        desk, name, place = self.document.desk, self.document.name, self._asked(position)
        line, typed = place[0], typed_at(desk.text(name), *place)
        word = self._now.range(Span(self.document.path, line, typed.first, end=(line, typed.behind)))
        return [
            CompletionItem(
                label=each.text,
                kind=_KINDS[each.kind],
                detail=each.detail or None,
                text_edit=TextEdit(word, f"{each.text}: " if each.is_followed and not typed.has_colon else each.text),
                sort_text=f"{number:05}",
            )
            for number, each in enumerate(complete(desk, name, *place))
        ]

    def rename(self, position: Position, new: str) -> WorkspaceEdit | None:
        """Return the changes that give something another id."""
        prepare(self.document.desk)
        name = self._meant(position)
        return self._changes(rename(self.document.desk, name, new), self._read) if name else None

    def renamed(self, position: Position) -> tuple[Places, Mention] | None:
        """Return the id at a place that may be renamed."""
        prepare(self.document.desk)
        mention, _ = look_up(self.document.desk, self.document.name, *self._asked(position))
        return (self._read, mention) if mention else None

    def changes(self, edits: Iterable[Edit]) -> WorkspaceEdit:
        """Return changes of the texts as they stand."""
        return self._changes(edits, self._now)

    def _changes(self, edits: Iterable[Edit], places: Places) -> WorkspaceEdit:
        by_file: defaultdict[str, list[TextEdit]] = defaultdict(list)
        for edit in edits:
            by_file[self.documents.uri(edit.span.path)].append(places.edit(edit))
        return WorkspaceEdit(changes=dict(by_file))

    def diagnostics(self, found: Iterable[Fault]) -> dict[str, list[Diagnostic]]:
        """Return problems by the file that they stand in."""
        places = self._now
        by_file: defaultdict[str, list[Diagnostic]] = defaultdict(list)
        for each in found:
            by_file[each.span.path].append(diagnostic(each, places))
        return by_file

    def symbols(self) -> list[DocumentSymbol]:
        """Return the records of the file, by section."""
        places = self._read
        sections: defaultdict[str, list[DocumentSymbol]] = defaultdict(list)
        for each in symbols(self.document.desk, self.document.name):
            whole, own = places.range(each.span), places.range(each.id_span)
            symbol = DocumentSymbol(each.name, SymbolKind.Object, whole, own, each.detail or None)
            sections[each.section].append(symbol)
        return [
            DocumentSymbol(section, SymbolKind.Namespace, inside[0].range, inside[0].selection_range, children=inside)
            for section, inside in sections.items()
        ]

    def lenses(self) -> list[CodeLens]:
        """Return how often each record of the file is used."""
        places = self._read
        found = counts(self.document.desk, self.document.name)
        return [CodeLens(places.range(span), Command(title=said, command="")) for span, said in found]

    def folds(self) -> list[FoldingRange]:
        """Return what can be folded away."""
        return [FoldingRange(first, last) for first, last in folds(self.document.desk.text(self.document.name))]


def diagnostic(found: Fault, places: Places) -> Diagnostic:
    """Return a problem as the protocol writes it."""
    return Diagnostic(
        range=places.range(underlined(found.span, places.lines)),
        message=f"{found.message}\n{found.hint}" if found.hint else found.message,
        severity=_SEVERITIES[found.severity],
        code=found.code,
        source="detente",
    )
