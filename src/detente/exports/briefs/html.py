"""The brief as a page of its own: without script, without network, to be read anywhere and printed on one sheet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from detente.exports.brief_files import Writer
from detente.exports.outline import outline
from detente.exports.texts.inert import held
from detente.report.tree.wording import language_tag, safe_url

if TYPE_CHECKING:
    from collections.abc import Iterator

    from detente.exports.outline import Outline, Paragraph
    from detente.findings import Edition, Reference

_STYLE = (
    "body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 Georgia,serif;color:#1d1e21;"
    "background:#fcfbf8;overflow-wrap:break-word}"
    "h1{font-size:1.6rem;line-height:1.25}h2{font-size:1rem;margin:1.2rem 0 0}p{margin:.2rem 0 .8rem}"
    "a{color:#17506a}sup{line-height:0}ol,dl{font-size:.9375rem}dt{float:left;margin-right:.5rem}dd{margin:0}"
    "@media(prefers-color-scheme:dark){body{color:#e8e5de;background:#14161a}a{color:#92c8de}}"
    "@media print{body{margin:0;max-width:none;font-size:11pt;background:none}}"
)


def write(edition: Edition) -> Iterator[str]:
    """Yield the file; the same edition gives the same text.

    Raises
    ------
    ExportError
        If there is no brief.
    """
    found = outline(edition)
    title = _text(found.title)
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
        " img-src data:; base-uri 'none'; form-action 'none'\">\n"
        f'<link rel="icon" href="data:,">\n<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n'
    )
    yield f"<main>\n<h1>{title}</h1>\n<p>{_text(found.rests_on)}</p>\n"
    yield from (_paragraph(each, found) for each in found.paragraphs)
    yield "</main>\n"
    if found.sources:
        yield '<section aria-labelledby="sources">\n<h2 id="sources">Sources</h2>\n<ol>\n'
        yield from (_source(number, source) for number, source in enumerate(found.sources, 1))
        yield "</ol>\n</section>\n"
    stamp = "".join(f"<div><dt>{_text(name)}:</dt><dd>{_text(value)}</dd></div>\n" for name, value in found.stamp)
    yield f"<footer>\n<dl>\n{stamp}</dl>\n</footer>\n</body>\n</html>\n"


def _paragraph(each: Paragraph, found: Outline) -> str:
    numbers = [found.number(source) for source in each.sources]
    links = ", ".join(f'<a href="#source-{number}" aria-label="Source {number}">{number}</a>' for number in numbers)
    marks = f"<sup>{links}</sup>" if links else ""
    return f"<h2>{_text(each.heading)}</h2>\n<p>{_text(each.text)}{marks}</p>\n"


def _source(number: int, source: Reference) -> str:
    address, tag = safe_url(source.url), language_tag(source.lang)
    lang = f' lang="{tag}"' if tag else ""
    link = f' <a href="{escape(address)}">{escape(address)}</a>' if address else ""
    return f'<li id="source-{number}"><bdi{lang}>{_text(source.text)}</bdi>{link}</li>\n'


def _text(text: str) -> str:
    return escape(held(text))


WRITER = Writer("a page", write)
