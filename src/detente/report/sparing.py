"""Markup without what no reader sees: ends of lines, end tags that HTML can do without, quotes around plain values."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"(<(script|style|pre)\b.*?</\2>)", re.DOTALL)
"""Elements in which every letter counts."""

_LOOSE = re.compile(
    r"(</?(?:article|blockquote|caption|dd|details|div|dl|dt|figure|h3|li|ol|p|section|summary|svg|table|tbody|thead|tr|ul)"
    r"(?: [^<>]*)?>)\n+"
)
"""Ends of lines beside elements that begin lines of their own."""

_LEADING = re.compile(r"(<(?:li|p|td|th)(?: [^<>]*)?>) +|\n+(?=</(?:article|div|section)>)")
"""Blanks that begin a line, and ends of lines that end one."""

_ENDS = re.compile(
    r"</(?:caption|dd|dt|li|tbody|td|th|thead|tr)>|"
    r"</p>(?=</?(?:article|blockquote|details|div|dl|h3|li|ol|p|pre|section|table|ul)\b)"
)
"""End tags that what follows says as well: the next item, cell, row or block, or the end of what holds them."""

_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_APOSTROPHE = re.compile(r"&#(?:x27|39);")
_SIGNS = re.compile(r"(<[^<>]*>)|&#(?:x27|39);|&(?:#34|quot);")
_QUOTED = re.compile(r'( [a-z-]+=)"([\w#.:/-]*[\w#.:-])"(?!/)', re.IGNORECASE)


def sparing(page: str) -> str:
    r"""Return a page as the same elements with the same texts, in fewer letters.

    The rules are those of HTML for optional tags and for attributes without quotation marks; they hold where texts
    and attributes are escaped, as the templates do.

    Examples
    --------
    >>> sparing('<ul class="short">\n<li id="a b">one</li>\n<li>two</li>\n</ul>')
    '<ul class=short><li id="a b">one<li>two</ul>'
    """
    pieces = _WHOLE.split(page)
    # Every third piece is free, the one behind it an element that is left as it is, then the name of that element.
    free = (_fewer(piece) for piece in pieces[::3])
    return "".join(part for pair in zip(free, [*pieces[1::3], ""], strict=True) for part in pair)


def _fewer(markup: str) -> str:
    for rule, kept in ((_LOOSE, r"\1"), (_LEADING, r"\1"), (_ENDS, "")):
        markup = rule.sub(kept, markup)
    return _SIGNS.sub(_sign, _TAG.sub(lambda tag: _QUOTED.sub(r"\1\2", tag[0]), markup))


def _sign(found: re.Match[str]) -> str:
    """Return a quotation mark as itself, but the double one in a tag, where it would end a value."""
    if found[1]:
        return _APOSTROPHE.sub("'", found[1])
    return "'" if _APOSTROPHE.fullmatch(found[0]) else '"'
