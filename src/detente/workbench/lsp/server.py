"""``detente lsp``: checks a case while it is typed, and answers an editor over standard input and output."""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from detente.session.editing import Desk, Fault, RenameError, fixes
from detente.session.version import program
from detente.workbench.lsp.answers import Answers
from detente.workbench.lsp.documents import Documents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SOON, _IDLE = 0.03, 0.4
"""Seconds after a keystroke until the case is checked as it is written, and until also its scenarios are."""

_WATCHED = "**/*.{yaml,csv,geojson,md,txt}"


class CaseServer(LanguageServer):
    """A language server for cases."""

    def __init__(self) -> None:
        name, version = program().split()
        super().__init__(name, version)
        self.documents = Documents()
        self.found: dict[Desk, tuple[Fault, ...]] = {}
        self._waiting: dict[Desk, tuple[asyncio.TimerHandle, ...]] = {}

    def answers(self, uri: str) -> Answers | None:
        """Return what can be said of an open file; nothing where it is none, or belongs to no case."""
        document = self.documents.at(uri)
        return Answers(self.documents, document, self.workspace.position_codec) if document else None

    def taken(self, uri: str) -> None:
        """Take the text of a file that was opened or changed, and have its case checked soon."""
        document = self.documents.write(uri, self.workspace.get_text_document(uri).source)
        if document is not None:
            self.check_soon(document.desk)

    def check_soon(self, desk: Desk) -> None:
        """Have a case checked when nothing more is typed for a moment."""
        for timer in self._waiting.pop(desk, ()):
            timer.cancel()
        loop = asyncio.get_running_loop()
        self._waiting[desk] = (loop.call_later(_SOON, self._quickly, desk), loop.call_later(_IDLE, self._whole, desk))

    def catch_up(self, desk: Desk) -> None:
        """Check a case at once where it was typed into since it was checked, so that changes fit what stands there."""
        if not desk.is_checked:
            self._publish(desk, desk.check_quickly())

    def _quickly(self, desk: Desk) -> None:
        if self.documents.is_open(desk):
            self._publish(desk, desk.check_quickly())

    def _whole(self, desk: Desk) -> None:
        if self.documents.is_open(desk):
            self._publish(desk, desk.check())

    def closed(self, uri: str) -> None:
        """Let go of a file; what is wrong with it stays to be seen while another file of its case is open."""
        document = self.documents.close(uri)
        if document is None:
            return
        if self.documents.is_open(document.desk):
            self.check_soon(document.desk)
            return
        for timer in self._waiting.pop(document.desk, ()):
            timer.cancel()
        self.found.pop(document.desk, None)
        for path in self.documents.told_before(document.desk, set()):
            self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(self.documents.uri(path), []))

    def _publish(self, desk: Desk, found: Sequence[Fault]) -> None:
        document = self.documents.of(desk)
        self.found[desk] = tuple(found)
        by_file = Answers(self.documents, document, self.workspace.position_codec).diagnostics(found)
        for path in self.documents.told_before(desk, {*by_file}) | {*by_file, *self.documents.paths(desk)}:
            params = lsp.PublishDiagnosticsParams(self.documents.uri(path), by_file.get(path, []))
            self.text_document_publish_diagnostics(params)


def server() -> CaseServer:
    """Return a language server that answers everything an editor may ask about a case."""
    made = CaseServer()
    logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_news)
    _follow(made)
    _tell(made)
    _change(made)
    return made


def _is_news(record: logging.LogRecord) -> bool:
    """Whether the log should have an error: what an editor is refused is told to it, and is no fault of the server."""
    error = record.exc_info[1] if record.exc_info else None
    return not isinstance(error, JsonRpcInvalidParams)


def _follow(made: CaseServer) -> None:
    """Have the server follow what is typed and saved."""

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(ls: CaseServer, params: lsp.DidOpenTextDocumentParams) -> None:
        ls.taken(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(ls: CaseServer, params: lsp.DidChangeTextDocumentParams) -> None:
        ls.taken(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: CaseServer, params: lsp.DidSaveTextDocumentParams) -> None:
        ls.taken(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: CaseServer, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.closed(params.text_document.uri)

    @made.feature(lsp.INITIALIZED)
    async def initialized(ls: CaseServer, _params: lsp.InitializedParams) -> None:
        workspace = ls.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching and watching.dynamic_registration:
            await ls.client_register_capability_async(lsp.RegistrationParams([_watch()]))

    @made.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def watched(ls: CaseServer, params: lsp.DidChangeWatchedFilesParams) -> None:
        for desk in ls.documents.beside(change.uri for change in params.changes):
            ls.check_soon(desk)


def _watch() -> lsp.Registration:
    """Return the wish to be told of files that other programs write: those of cases, and the texts beside them."""
    options = lsp.DidChangeWatchedFilesRegistrationOptions([lsp.FileSystemWatcher(_WATCHED)])
    return lsp.Registration("files-of-cases", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)


def _tell(made: CaseServer) -> None:
    """Have the server answer questions about a place or a file."""

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(ls: CaseServer, params: lsp.HoverParams) -> lsp.Hover | None:
        answers = ls.answers(params.text_document.uri)
        return answers.hover(params.position) if answers else None

    @made.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(ls: CaseServer, params: lsp.DefinitionParams) -> lsp.Location | None:
        answers = ls.answers(params.text_document.uri)
        return answers.definition(params.position) if answers else None

    @made.feature(lsp.TEXT_DOCUMENT_REFERENCES)
    def references(ls: CaseServer, params: lsp.ReferenceParams) -> list[lsp.Location]:
        answers = ls.answers(params.text_document.uri)
        wanted = params.context.include_declaration
        return answers.references(params.position, with_definition=wanted) if answers else []

    @made.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=[".", ":", "@", "¶", " "]))
    def completion(ls: CaseServer, params: lsp.CompletionParams) -> lsp.CompletionList:
        answers = ls.answers(params.text_document.uri)
        return lsp.CompletionList(is_incomplete=False, items=answers.complete(params.position) if answers else [])

    @made.feature(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(ls: CaseServer, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        answers = ls.answers(params.text_document.uri)
        return answers.symbols() if answers else []

    @made.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def lenses(ls: CaseServer, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        answers = ls.answers(params.text_document.uri)
        return answers.lenses() if answers else []

    @made.feature(lsp.TEXT_DOCUMENT_FOLDING_RANGE)
    def folding(ls: CaseServer, params: lsp.FoldingRangeParams) -> list[lsp.FoldingRange]:
        answers = ls.answers(params.text_document.uri)
        return answers.folds() if answers else []


def _change(made: CaseServer) -> None:
    """Have the server offer changes of the text."""

    @made.feature(lsp.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(ls: CaseServer, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        answers = ls.answers(params.text_document.uri)
        with _refusals():
            found = answers.renamed(params.position) if answers else None
        return lsp.PrepareRenamePlaceholder(found[0].range(found[1].span), found[1].name.id) if found else None

    @made.feature(lsp.TEXT_DOCUMENT_RENAME, lsp.RenameOptions(prepare_provider=True))
    def rename(ls: CaseServer, params: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
        answers = ls.answers(params.text_document.uri)
        with _refusals():
            return answers.rename(params.position, params.new_name) if answers else None

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    def actions(ls: CaseServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        answers = ls.answers(params.text_document.uri)
        return list(_actions(ls, answers, params.range)) if answers else []


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell an editor why something cannot be renamed."""
    try:
        yield
    except RenameError as error:
        raise JsonRpcInvalidParams(str(error)) from error


def _actions(ls: CaseServer, answers: Answers, wanted: lsp.Range) -> list[lsp.CodeAction]:
    """Return what mends the problems in some lines of a file."""
    desk, path = answers.document.desk, answers.document.path
    ls.catch_up(desk)
    found = []
    for fault in ls.found.get(desk, ()):
        if fault.span.path == path and wanted.start.line <= fault.span.line - 1 <= wanted.end.line:
            told = answers.diagnostics([fault])[path]
            found += [
                lsp.CodeAction(fix.title, lsp.CodeActionKind.QuickFix, told, edit=answers.changes(fix.edits))
                for fix in fixes(desk, fault)
            ]
    return found
