"""The application: every address of the page, and what answers there."""

from __future__ import annotations

import asyncio
import threading
from contextlib import asynccontextmanager
from dataclasses import asdict
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from detente.session import open_case
from detente.session.live import FORMS, MovedError, RefusedError, changes_of, files_of, put_aside, save
from detente.workbench.web.asked import BadRequestError, Form, Said
from detente.workbench.web.editor import EditorSide
from detente.workbench.web.guard import Guard, Keys
from detente.workbench.web.pages import Pages
from detente.workbench.web.worker import RefusalError, SupersededError, Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from starlette.requests import Request

    from detente.session.live import File


_FRAMED = {"Content-Security-Policy": "default-src 'self'; frame-ancestors 'self'"}
_SELF_POLICED = {"Content-Security-Policy": "object-src 'none'; frame-ancestors 'self'"}
"""The report has a policy of its own in its head, which lets its own script run and nothing else."""


class Bench:
    """The page of one case, as a server.

    Parameters
    ----------
    path
        The folder of the case, or its file.
    keys
        What opens it.
    command
        The command line that writes the same page again.
    complain
        Called with a line about each fault in Detente.
    """

    def __init__(self, path: Path, keys: Keys, command: str, complain: Callable[[str], None]) -> None:
        self._path = path
        self._keys = keys
        self._command = command
        self._editor = EditorSide(path)
        self._worker = Worker(path, complain)
        self._pages = Pages(keys)
        self._saving = threading.Lock()
        self._aside = TemporaryDirectory(prefix="detente-")
        self._begun = put_aside(open_case(path), Path(self._aside.name))
        """The case as it was when the server began: what changed is told from there."""

    def interrupt(self) -> None:
        """Have whoever waits for an answer wait no longer, as the server ends."""
        self._worker.interrupt()

    def application(self) -> Guard:
        """Return what a server runs."""
        static = files("detente.workbench.web") / "static"
        routes = [
            Route("/", self.home),
            Route("/files", self.files),
            Route("/header", self.header),
            Route("/state", self.state),
            Route("/save", self.save, methods=["POST"]),
            Route("/check", self.check, methods=["POST"]),
            Route("/complete", self.complete, methods=["POST"]),
            Route("/hover", self.hover, methods=["POST"]),
            Route("/definition", self.definition, methods=["POST"]),
            Route("/page", self.page),
            Route("/suppose", self.supposable),
            Route("/suppose", self.suppose, methods=["POST"]),
            Route("/scenario", self.scenario, methods=["POST"]),
            Route("/add/{noun}", self.form),
            Route("/add/{noun}", self.add, methods=["POST"]),
            Route("/search", self.search, methods=["POST"]),
            Route("/api/{command}", self.document),
            Mount("/static", StaticFiles(directory=str(static))),
        ]
        answers = dict.fromkeys((RefusalError, BadRequestError, ClientDisconnect, OSError), self._failed)
        return Guard(
            Starlette(
                routes=routes, lifespan=self._living, exception_handlers={**answers, SupersededError: _superseded}
            ),
            self._keys,
        )

    @asynccontextmanager
    async def _living(self, _app: Starlette) -> AsyncIterator[None]:
        yield
        self._worker.end()
        self._aside.cleanup()

    async def _failed(self, request: Request, error: Exception) -> Response:
        """Return in words why there is no answer; as HTML to what puts it into the page."""
        status, problems = _told(error)
        if "hx-request" in request.headers:
            return HTMLResponse(self._pages.refused(problems), status)
        return PlainTextResponse("\n".join(problems), status)

    async def home(self, _request: Request) -> Response:
        """Return the page itself."""
        self._worker.wake()
        case = await run_in_threadpool(self._editor.header)
        return HTMLResponse(self._pages.home(self._path, case), headers={"Content-Security-Policy": self._keys.policy})

    async def files(self, _request: Request) -> Response:
        """Return the texts of the case as they stand on the disk."""
        found = await run_in_threadpool(files_of, self._path)
        return JSONResponse([{"name": file.name, "text": file.text, "version": file.version} for file in found])

    async def header(self, _request: Request) -> Response:
        """Return what the bar says of the case as it is saved."""
        return JSONResponse(asdict(await run_in_threadpool(self._editor.header)))

    async def state(self, _request: Request) -> Response:
        """Return the version of each file, so that the page sees what others write."""
        found = await run_in_threadpool(files_of, self._path)
        return JSONResponse({file.name: file.version for file in found})

    async def save(self, request: Request) -> Response:
        """Write a file, unless somebody else has meanwhile: then return what stands there."""
        said = await Said.of(request)
        try:
            file = await run_in_threadpool(self._save, *map(said.text, ("name", "text", "version")))
        except LookupError as error:
            raise BadRequestError(str(error.args[0])) from error
        except MovedError as error:
            return JSONResponse({"text": error.file.text, "version": error.file.version}, 409)
        return JSONResponse({"version": file.version})

    def _save(self, name: str, text: str, version: str) -> File:
        with self._saving:  # of two at once, the second sees what the first has written
            return save(self._path, name, text, version)

    async def check(self, request: Request) -> Response:
        """Return what is wrong with the case as it is typed; somebody who types will want to see the page soon."""
        said = await Said.of(request)
        self._worker.wake()
        return JSONResponse(await run_in_threadpool(self._editor.check, said.unsaved()))

    async def complete(self, request: Request) -> Response:
        """Return what may be written at a place."""
        said = await Said.of(request)
        return JSONResponse(await run_in_threadpool(self._editor.complete, said.unsaved(), *said.place()))

    async def hover(self, request: Request) -> Response:
        """Return what is said of the id at a place."""
        said = await Said.of(request)
        return HTMLResponse(await run_in_threadpool(self._editor.hover, said.unsaved(), *said.place()))

    async def definition(self, request: Request) -> Response:
        """Return where the id at a place is given."""
        said = await Said.of(request)
        return JSONResponse(await run_in_threadpool(self._editor.definition, said.unsaved(), *said.place()))

    async def page(self, request: Request) -> Response:
        """Return the report of the case as it is saved."""
        asked = request.query_params
        since = self._begun if asked.get("since") else None
        about = asked.get("as_of") or None, asked.get("scenario") or None
        checks: list[asyncio.Task[tuple[str, ...]]] = []

        def check() -> None:
            checks.append(asyncio.create_task(run_in_threadpool(self._editor.errors)))

        try:
            html = await self._worker.newest(asked.get("window", ""), check, "page", *about, self._command, since)
            problems = await checks[0]
        except RefusalError as error:
            problems = await checks[0] or error.problems
        if problems:
            return HTMLResponse(self._pages.no_page(problems), 422, headers=_FRAMED)
        return HTMLResponse(html, headers=_SELF_POLICED)

    async def document(self, request: Request) -> Response:
        """Return what a command prints for programs."""
        asked = request.query_params
        about = asked.get("as_of") or None, asked.get("scenario") or None
        text = await self._worker.ask("document", request.path_params["command"], *about)
        return Response(text.encode(errors="backslashreplace"), media_type="application/json")

    async def supposable(self, request: Request) -> Response:
        """Return the form of what may be supposed otherwise."""
        found = await self._worker.ask("supposable", {}, request.query_params.get("as_of") or None)
        return HTMLResponse(self._pages.supposable(found))

    async def suppose(self, request: Request) -> Response:
        """Return what follows from what is supposed, beside the case as it is."""
        form = await Form.of(request)
        changes = changes_of(*form.supposed())
        if not changes:
            return HTMLResponse(self._pages.nothing_supposed())
        found = await self._worker.ask("suppose", form.unsaved(), form.first("as_of") or None, changes)
        return HTMLResponse(self._pages.supposed(found))

    async def scenario(self, request: Request) -> Response:
        """Return the file with what is supposed as a further scenario."""
        form = await Form.of(request)
        changes = changes_of(*form.supposed())
        if not changes:
            raise BadRequestError("nothing is supposed otherwise yet")
        title = form.first("title").strip() or "What if"
        found = await self._worker.ask("with_scenario", form.unsaved(), title, changes)
        return JSONResponse({"name": found.name, "text": found.text, "line": found.line})

    async def form(self, request: Request) -> Response:
        """Return the form that adds a record."""
        form = _form(request)
        fields = await run_in_threadpool(self._editor.fields, form)
        return HTMLResponse(self._pages.form(form, fields))

    async def add(self, request: Request) -> Response:
        """Return the file with a further record, or what is wrong with that, by field."""
        form, said = _form(request), await Form.of(request)
        given = {key: said.first(key) for key in form.keys}
        try:
            found = await run_in_threadpool(self._editor.add, said.unsaved(), form, given)
        except RefusedError as error:
            return JSONResponse({"problems": list(error.problems)}, 422)
        return JSONResponse({"name": found.name, "text": found.text, "line": found.line})

    async def search(self, request: Request) -> Response:
        """Return where the case and its sources say something."""
        form = await Form.of(request)
        wanted = form.first("wanted")
        found = await run_in_threadpool(self._editor.search, form.unsaved(), wanted)
        return HTMLResponse(self._pages.hits(wanted, found))


def _form(request: Request) -> Any:
    noun = request.path_params["noun"]
    if noun not in FORMS:
        raise BadRequestError(f"no form adds a '{noun}'; there are {', '.join(FORMS)}")
    return FORMS[noun]


async def _superseded(_request: Request, _error: Exception) -> Response:
    return Response(status_code=204)


def _told(error: Exception) -> tuple[int, tuple[str, ...]]:
    """Return the status of a failure, and what to say of it."""
    if isinstance(error, RefusalError):
        return (500 if error.is_fault else 422), error.problems
    if isinstance(error, OSError):
        return 507, (f"cannot use '{error.filename}': {error.strerror}",)
    return 400, (str(error),)
