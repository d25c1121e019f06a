"""The pages: the workbench itself, and the pieces that answer what is asked in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

if TYPE_CHECKING:
    from pathlib import Path

    from detente.session.live import Field, Form, Header, Hits, Supposable, Supposed
    from detente.workbench.web.guard import Keys


class Pages:
    """Writes HTML, in which nothing that a case says is ever more than text.

    Parameters
    ----------
    keys
        What the page needs in order to ask the server.
    """

    def __init__(self, keys: Keys) -> None:
        self._keys = keys
        self._environment = Environment(
            loader=PackageLoader("detente.workbench.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def home(self, path: Path, header: Header) -> str:
        """Return the workbench; the browser keeps texts that are not saved under a name made of the case's path."""
        name = hashlib.sha256(str(path.resolve()).encode(errors="surrogatepass")).hexdigest()[:16]
        return self._filled("bench", header=header, keys=self._keys, kept_as=name)

    def no_page(self, problems: tuple[str, ...]) -> str:
        """Return why there is no report."""
        return self._filled("no_page", problems=problems)

    def refused(self, problems: tuple[str, ...]) -> str:
        """Return why a form has no answer."""
        return self._filled("refused", problems=problems)

    def supposable(self, found: Supposable) -> str:
        """Return the form of what may be supposed otherwise."""
        return self._filled("supposable", found=found)

    def nothing_supposed(self) -> str:
        """Return that nothing is supposed otherwise."""
        return self._filled("supposed", found=None, rows=())

    def supposed(self, found: Supposed) -> str:
        """Return what follows from what is supposed, beside the case as it is."""
        before = {each.answers: each for each in found.before.sentences}
        now = {each.answers: each for each in found.now.sentences}
        both = [(key, before.get(key), now.get(key)) for key in dict.fromkeys((*before, *now))]
        rows = [(key.label, *(each.text if each else "–" for each in pair)) for key, *pair in both]
        return self._filled("supposed", found=found, rows=[row for row in rows if row[1] != row[2]])

    def form(self, form: Form, fields: tuple[Field, ...]) -> str:
        """Return a form that adds a record."""
        return self._filled("form", form=form, fields=fields)

    def hits(self, wanted: str, found: Hits) -> str:
        """Return what a search found."""
        return self._filled("hits", wanted=wanted, found=found)

    def _filled(self, template: str, **names: Any) -> str:
        return self._environment.get_template(f"{template}.html.j2").render(**names)
