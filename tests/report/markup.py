"""A strict reading of our own markup: every element with its attributes, text and ancestors."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "hr", "img", "input"}
_CELLS = {"td", "th", "tr", "tbody"}
IMPLIED = {
    "caption": {"thead"},
    "dd": {"dd", "dt"},
    "dt": {"dd", "dt"},
    "li": {"li"},
    "p": {"article", "blockquote", "details", "div", "dl", "h3", "li", "ol", "p", "pre", "section", "table", "ul"},
    "tbody": set(),
    "td": _CELLS,
    "th": _CELLS,
    "thead": {"tbody"},
    "tr": {"tr", "tbody"},
}
"""Elements that need no end tag, each with those whose beginning ends it; so does the end of what it stands in."""


@dataclass
class Element:
    """An element of the page."""

    tag: str
    attributes: dict[str, str]
    within: tuple[Element, ...] = field(repr=False)
    text: str = ""
    children: list[Element] = field(default_factory=list, repr=False)

    @property
    def classes(self) -> list[str]:
        """Its class names."""
        return self.attributes.get("class", "").split()

    def inside(self, tag: str) -> bool:
        """Return whether an ancestor is a ``tag``."""
        return any(element.tag == tag for element in self.within)

    def all(self, tag: str) -> list[Element]:
        """Return its descendants that are a ``tag``, in order."""
        found = []
        for child in self.children:
            found += [child] if child.tag == tag else []
            found += child.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {}, ())
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> repeats an attribute"
        while tag in IMPLIED.get(self.open[-1].tag, ()):
            self.open.pop()
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(self.open))
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open[-1].tag in IMPLIED and self.open[-1].tag != tag:
            self.open.pop()
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data


def read(page: str) -> Element:
    """Return the root of a page; every element must be closed where it should be, or end by HTML's rules."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], "an element is never closed"
    return reader.root


def everything(root: Element) -> list[Element]:
    """Return every element of a page in document order."""
    found = []
    for child in root.children:
        found += [child, *everything(child)]
    return found
