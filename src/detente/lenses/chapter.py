"""Chapters: what a lens says, one subject each. They are found in the folder of their lens; nobody edits a list."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, partial
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Generic, TypeVar, Union, get_args, get_origin

from detente.findings import Finding, Part, Told

if TYPE_CHECKING:
    from detente.lenses.look import Look

F = TypeVar("F")
O_contra = TypeVar("O_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Chapter(Generic[O_contra, F]):
    """One subject that a lens speaks of.

    A module anywhere in the folder of a lens that defines ``CHAPTER`` adds one.

    Attributes
    ----------
    key
        Its name within the lens.
    order
        Its place among the chapters.
    find
        Works out what it speaks of; ``None`` where there is nothing. Its annotation is the type of what it finds: a
        ``Result`` becomes part of the document for programs, anything else is only said.
    show
        Says what was found; left out where it is for programs only.
    """

    key: str
    order: int
    find: Callable[[Look[O_contra]], F | None]
    show: Callable[[F, Look[O_contra]], Finding | Iterable[Finding] | None] | None = None

    @property
    def kind(self) -> type:
        """The type of what the chapter finds."""
        return _kinds(self.find)[0]

    @property
    def always(self) -> bool:
        """Whether it always finds something."""
        return not _kinds(self.find)[1]

    def told(self, look: Look[O_contra], lens: str, part: Part) -> Told:
        """Return what the chapter of a lens has to say of one look, not yet worked out, for a part of the page."""

        def show(found: F) -> tuple[Finding, ...]:
            said = self.show(found, look) if self.show else None
            each = (said,) if isinstance(said, Finding) else said or ()
            if not look.moment.clock.is_current:  # notes know what the case knows at its own date
                each = tuple(one.without_notes() for one in each)
            return tuple(replace(one, lens=lens, id=one.id or self.key, part=one.part or part) for one in each)

        return Told(self.key, self.kind, partial(self.find, look), show)


def chapters_of(package: str) -> tuple[Chapter[Any, Any], ...]:
    """Return every ``CHAPTER`` in a package, in their own order."""
    modules = (importlib.import_module(name) for name in _modules(package))
    found = {id(chapter): chapter for module in modules if (chapter := getattr(module, "CHAPTER", None))}
    return tuple(sorted(found.values(), key=lambda chapter: chapter.order))


@cache
def _modules(package: str) -> tuple[str, ...]:
    path = importlib.import_module(package).__path__
    return tuple(sorted(module.name for module in pkgutil.walk_packages(path, f"{package}.")))


@cache
def _kinds(find: Callable[..., Any]) -> tuple[type, bool]:
    """Return the type that a function finds, and whether it may find nothing, from its annotation."""
    stated = find.__annotations__.get("return")
    if stated is None:
        raise TypeError(f"'{find.__module__}.{find.__qualname__}' must say what it finds: 'def find(look: Look) -> …'")
    scope = vars(sys.modules[find.__module__])
    kind = eval(stated, scope) if isinstance(stated, str) else stated  # noqa: S307 - the annotation, as typing reads it
    parts = get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,)
    kinds = [each for each in parts if each is not NoneType]
    bare: type = get_origin(kinds[0]) or kinds[0]
    return bare, NoneType in parts
