"""Style sheets of drawings, worked out: what they make of each element, as attributes that every program knows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

FONTS = "Noto Sans, Liberation Sans, DejaVu Sans, Segoe UI, Helvetica, Arial, sans-serif"
_REM = 16
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"(?P<heads>[^{}@]+)\{(?P<body>[^{}]*)\}")
_NESTED = re.compile(r"@[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMPOUND = re.compile(r"(?P<tag>[a-z]*)(?P<classes>(?:\.[\w-]+)*)")
_VARIABLE = re.compile(r"--([\w-]+):\s*([^;]+);")
_FONT = re.compile(
    r"(?:(?P<weight>\d{3}|bold)\s+)?(?P<size>(?:min\([^)]*\)|[\d.]+(?:px|rem)))(?:/[\d.]+)?\s+(?P<family>.+)"
)
_LENGTH = re.compile(r"(?:min\()?([\d.]+)(px|rem)(?:, *[\d.]+cqi\))?")
"""A length, also one that gives way where the column of the page is narrow."""

LOOKS = frozenset(
    {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"}
    | {"font-size", "font-weight", "font-family", "text-anchor"}
)
"""What changes a drawing that stands alone; the rest is of the page around it."""

Selector = tuple[tuple[str, frozenset[str]], ...]
"""Tags and classes, the last of them those of the element itself, the others of those around it."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Rules, those that count more behind the others.

    Attributes
    ----------
    rules
        Which elements each is about, and what it sets.
    """

    rules: tuple[tuple[Selector, Mapping[str, str]], ...]

    def of(self, element: Element, around: Sequence[Element]) -> dict[str, str]:
        """Return what an element looks like.

        Parameters
        ----------
        element
            The element.
        around
            Those around it, the outermost first.
        """
        found: dict[str, str] = {}
        for selector, body in self.rules:
            if _meets(element, selector[-1]) and _within(selector[:-1], around):
                found |= body
        return found


@cache
def styles() -> Styles:
    """Return the rules for drawings, with the colours of the light page."""
    from detente.report.page import environment

    sheet, light = (environment().get_template(name).render() for name in ("figures.css", "light.css"))
    values = {name: value.strip() for name, value in _VARIABLE.findall(light)} | {"sans": FONTS}
    rules = list(_rules(_NESTED.sub("", _COMMENT.sub("", sheet)), values))
    rules.sort(key=lambda rule: _weight(rule[0]))
    return Styles(tuple(rules))


def length(text: str) -> str:
    """Return lengths in units of the drawing: a rem is sixteen of them."""
    return _LENGTH.sub(lambda found: f"{float(found[1]) * (_REM if found[2] == 'rem' else 1):g}", text)


def _rules(sheet: str, values: Mapping[str, str]) -> Iterator[tuple[Selector, Mapping[str, str]]]:
    for rule in _RULE.finditer(sheet):
        body = dict(_declared(re.sub(r"var\(--([\w-]+)\)", lambda found: values.get(found[1], ""), rule["body"])))
        for head in rule["heads"].split(","):
            parts = [_COMPOUND.fullmatch(part) for part in head.split()]
            known = [part for part in parts if part]
            if body and len(known) == len(parts):
                yield tuple((part["tag"], frozenset(part["classes"].split(".")[1:])) for part in known), body


def _declared(body: str) -> Iterator[tuple[str, str]]:
    for declaration in body.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font" and (font := _FONT.fullmatch(value)):
            yield "font-size", length(font["size"])
            yield "font-weight", font["weight"] or "400"
            yield "font-family", font["family"]
        elif name in LOOKS:
            yield name, length(value)


def _weight(selector: Selector) -> tuple[int, int]:
    return sum(len(classes) for _, classes in selector), sum(bool(tag) for tag, _ in selector)


def _meets(element: Element, wanted: tuple[str, frozenset[str]]) -> bool:
    tag, classes = wanted
    return element.tag.rpartition("}")[2] == (tag or element.tag.rpartition("}")[2]) and classes <= set(
        element.get("class", "").split()
    )


def _within(wanted: Selector, around: Sequence[Element]) -> bool:
    """Return whether elements meet what is wanted, in its order, with any others between."""
    left = list(around)
    for each in reversed(wanted):
        while left and not _meets(left[-1], each):
            left.pop()
        if not left:
            return False
        left.pop()
    return True
