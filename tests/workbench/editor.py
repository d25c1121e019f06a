"""An editor that talks to ``detente lsp`` over its standard input and output, as real ones do."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

_LONG = 60.0
"""Seconds after which an answer will not come."""


class Editor:
    """A client with one case folder open.

    Attributes
    ----------
    client
        What speaks the protocol.
    folder
        The folder of the case.
    told
        By name of a file the problems that were told of it last.
    texts
        By name of a file what the editor shows.
    shown
        The messages that were shown to its user.
    watched
        The patterns of files that the server wants to hear of.
    """

    def __init__(self, folder: Path) -> None:
        self.client = LanguageClient("tests", "1")
        self.folder = folder
        self.told: dict[str, list[lsp.Diagnostic]] = {}
        self.texts: dict[str, str] = {}
        self.shown: list[str] = []
        self.watched: list[str] = []
        self._news = asyncio.Event()
        self._version = 0

        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.told[Path(params.uri).name] = list(params.diagnostics)
            self._news.set()

        def message(params: lsp.ShowMessageParams) -> None:
            self.shown.append(params.message)

        def registered(params: lsp.RegistrationParams) -> None:
            for each in params.registrations:
                options: Any = each.register_options
                self.watched += [watcher["globPattern"] for watcher in options["watchers"]]
            self._news.set()

        self.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)(registered)
        self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(published)
        self.client.feature(lsp.WINDOW_SHOW_MESSAGE)(message)

    async def start(self) -> None:
        """Start the server, and say what this editor can do."""
        await self.client.start_io(sys.executable, "-m", "detente", "lsp")
        watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        able = lsp.ClientCapabilities(workspace=lsp.WorkspaceClientCapabilities(did_change_watched_files=watching))
        await self.client.initialize_async(lsp.InitializeParams(capabilities=able, root_uri=self.folder.as_uri()))
        self.client.initialized(lsp.InitializedParams())

    async def stop(self) -> tuple[int | None, str]:
        """End the server, and return how it ended, and what it wrote of itself."""
        process = self.client._server
        assert process is not None
        assert process.stderr is not None
        await self.client.shutdown_async(None)
        self.client.exit(None)
        said = await asyncio.wait_for(process.stderr.read(), _LONG)
        code = await asyncio.wait_for(process.wait(), _LONG)
        await self.client.stop()  # type: ignore[no-untyped-call]
        return code, said.decode()

    def uri(self, name: str) -> str:
        """Return the address of a file of the case."""
        return (self.folder / name).as_uri()

    def document(self, name: str) -> lsp.TextDocumentIdentifier:
        """Return what requests call a file."""
        return lsp.TextDocumentIdentifier(self.uri(name))

    def open(self, name: str) -> str:
        """Open a file, and return its text."""
        file = self.folder / name
        self.texts[name] = file.read_text(encoding="utf-8") if file.exists() else ""
        item = lsp.TextDocumentItem(self.uri(name), "yaml", 0, self.texts[name])
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return self.texts[name]

    def type(self, name: str, text: str) -> None:
        """Show another text of an open file, without saving it."""
        self._version += 1
        self.texts[name] = text
        document = lsp.VersionedTextDocumentIdentifier(self._version, self.uri(name))
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))

    def hear_of(self, file: Path) -> None:
        """Tell the server that another program has written a file."""
        change = lsp.FileEvent(file.as_uri(), lsp.FileChangeType.Changed)
        self.client.workspace_did_change_watched_files(lsp.DidChangeWatchedFilesParams([change]))

    async def until(self, is_so: Callable[[Editor], bool]) -> None:
        """Wait until what was told of the case is so."""

        async def wait() -> None:
            while not is_so(self):
                self._news.clear()
                await self._news.wait()

        await asyncio.wait_for(wait(), _LONG)

    def position(self, name: str, words: str, inside: str = "", *, after: bool = False) -> lsp.Position:
        """Return the position of some words of a file, or of what stands inside them, in UTF-16 units."""
        text = self.texts[name]
        at = text.index(words) + (words.index(inside) if inside else 0)
        at += len(inside or words) if after else 0
        line_start = text.rfind("\n", 0, at) + 1
        units = len(text[line_start:at].encode("utf-16-le")) // 2
        return lsp.Position(text.count("\n", 0, at), units)

    def written(self, name: str, place: lsp.Range) -> str:
        """Return what a file has in a range."""
        text = self.texts.get(name) or (self.folder / name).read_text(encoding="utf-8")
        return text[offset(text, place.start) : offset(text, place.end)]

    def take(self, edit: lsp.WorkspaceEdit) -> set[str]:
        """Make the changes of the text, in open files without saving them; return the names of the files."""
        names = set()
        for uri, edits in (edit.changes or {}).items():
            name = Path(uri).name
            names.add(name)
            text = self.texts.get(name) or self.open(name)
            for each in sorted(edits, key=lambda one: (one.range.start.line, one.range.start.character), reverse=True):
                text = text[: offset(text, each.range.start)] + each.new_text + text[offset(text, each.range.end) :]
            self.type(name, text)
        return names

    async def actions(self, name: str, found: lsp.Diagnostic) -> list[lsp.CodeAction]:
        """Return what the server offers for a problem."""
        params = lsp.CodeActionParams(self.document(name), found.range, lsp.CodeActionContext([found]))
        offered: list[Any] = list(await self.client.text_document_code_action_async(params) or [])
        return [each for each in offered if isinstance(each, lsp.CodeAction)]


def offset(text: str, position: lsp.Position) -> int:
    """Return the offset of a position in a text."""
    lines = text.split("\n")
    before = lines[position.line].encode("utf-16-le")[: 2 * position.character].decode("utf-16-le")
    return sum(len(line) + 1 for line in lines[: position.line]) + len(before)


@asynccontextmanager
async def editing(folder: Path) -> AsyncIterator[Editor]:
    """Have an editor open on a case, and end it with a server that says that all went well."""
    editor = Editor(folder)
    await editor.start()
    try:
        yield editor
    finally:
        code, said = await editor.stop()
    assert (code, said, editor.shown) == (0, "", [])


def drive(work: Coroutine[Any, Any, Any] | Awaitable[Any]) -> None:
    """Do what an editor does, and wait for its end: in a thread, as tests of pages leave a loop of theirs running."""

    async def whole() -> None:
        await work

    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, whole()).result()


def at_work(folder: Path, work: Callable[[Editor], Awaitable[None]]) -> None:
    """Do something in an editor that has the flagship open and has been told that nothing is wrong."""

    async def session() -> None:
        async with editing(folder) as editor:
            editor.open("conflict.yaml")
            await editor.until(lambda e: e.told.get("conflict.yaml") == [])
            await work(editor)

    drive(session())


def clean(editor: Editor) -> bool:
    """Whether nothing is wrong, as far as the editor was told."""
    return not any(editor.told.values())
