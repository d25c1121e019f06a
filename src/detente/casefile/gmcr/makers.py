"""Decision makers of a ``.gmcr`` file: whose the options are, and what each prefers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.casefile.gmcr.conditions import read_condition
from detente.casefile.gmcr.nodes import Node, Reading, listing, mapping
from detente.casefile.gmcr.options import Options, option_at, read_name
from detente.casefile.gmcr.rankings import Numbering, read_ranking
from detente.casefile.import_rules import BAD_OWNER, BAD_RANKING, BAD_SHAPE, LEFT_OUT, READ_AS

if TYPE_CHECKING:
    from detente.casefile.naming import Ids
    from detente.casefile.yaml_text.builder import Tree


_RANKINGS = ("preferenceRanking", "preferenceVector")


@dataclass(frozen=True, slots=True)
class FileMaker:
    """A decision maker of the file.

    Attributes
    ----------
    node
        Where it stands.
    id, name
        As the case will have them.
    options
        Numbers of its options, in the order of the file.
    """

    node: Node
    id: str
    name: str
    options: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counting:
    """Which preferences count.

    Attributes
    ----------
    manual
        Whether rankings do rather than statements; ``None`` where the file does not say.
    numbering
        What the numbers in rankings stand for.
    """

    manual: bool | None
    numbering: Numbering


def read_makers(reading: Reading, root: Node, options: Options, ids: Ids) -> list[FileMaker]:
    """Return the decision makers, and report every option that has not exactly one of them."""
    node = root.get("decisionMakers")
    if node is None:
        reading.report(BAD_SHAPE, root, "missing key 'decisionMakers': a list of those who decide")
    owned: dict[int, str] = {}
    makers = [_maker(reading, each, k, options, ids) for k, each in enumerate(reading.listed(node, "decision makers"))]
    for maker in makers:
        for place in reading.listed(maker.node.get("options"), "numbers of options"):
            number = option_at(reading, place, options)
            if number in owned:
                reading.report(BAD_OWNER, place, f"option {number} belongs to {owned[number]} already")
            elif number is not None:
                owned[number] = f"'{maker.name}' ({maker.node.path})"
    if node is not None:
        for k, option in enumerate(options):
            if k not in owned:
                reading.report(BAD_OWNER, option.node, "no decision maker has this option")
    return makers


def _maker(reading: Reading, node: Node, k: int, options: Options, ids: Ids) -> FileMaker:
    if not isinstance(node.value, dict):
        reading.report(BAD_SHAPE, node, f"expected a decision maker with a name and options, got {node.shown()}")
    name = read_name(reading, node)
    called = name or f"Decision maker {k}"
    if name == "":
        reading.report(READ_AS, node, f"the decision maker has no name: it is called '{called}'")
    found = node.get("options")
    listed = found.value if found is not None and isinstance(found.value, list) else []
    known = [n for n in listed if isinstance(n, int) and not isinstance(n, bool) and 0 <= n < len(options)]
    return FileMaker(node, ids.make(name or "", f"decision-maker-{k}"), called, tuple(known))


def actor_tree(reading: Reading, maker: FileMaker) -> Tree:
    """Return a decision maker as one of the actors of a case."""
    guess = f"imported from {reading.file}, which does not say what kind of actor this is; correct 'kind'"
    kind: dict[str, Tree | str] = {"id": maker.id, "name": maker.name, "kind": "organisation", "assumption": guess}
    return mapping(maker.node.span, kind)


def maker_tree(reading: Reading, maker: FileMaker, options: Options, counting: Counting) -> Tree:
    """Return a decision maker of the conflict, with the preferences that count."""
    own = listing(maker.node.span, [options[k].tree() for k in maker.options])
    entries: dict[str, Tree | str] = {"actor": maker.id, "options": own}
    preferences = _preferences(reading, maker, options, counting)
    if preferences is not None:
        entries["preferences"] = preferences
    misread = maker.node.get("misperceptions")
    seen = reading.listed(misread, "conditions")
    texts = [text for each in seen if (text := read_condition(reading, each, options))]
    if texts and misread is not None:
        reading.report(READ_AS, misread, "misperceptions are kept as a note; no result uses them")
        entries["note"] = f"{reading.file} lists as misperceptions of {maker.name}: {'; '.join(texts)}."
    return mapping(maker.node.span, entries)


def _preferences(reading: Reading, maker: FileMaker, options: Options, counting: Counting) -> Tree | None:
    """Return the statements or the ranking of a decision maker, whichever counts."""
    said = f"imported from {reading.file}; no source stated"
    node, ranking = maker.node.get("preferences"), ranking_of(maker)
    stated = reading.listed(node, "conditions")
    _report_what_counts(reading, maker, counting.manual, bool(stated))
    if stated and node is not None and not counting.manual:
        read = [(each, read_condition(reading, each, options)) for each in stated]
        kept = [(each, when) for each, when in read if when]
        items = [
            mapping(each.span, {"id": f"s{k}", "when": when, "assumption": said})
            for k, (each, when) in enumerate(kept, 1)
        ]
        return mapping(node.span, {"statements": listing(node.span, items)})
    if ranking is None or counting.manual is False:
        return None
    return mapping(ranking.span, {"ranking": read_ranking(reading, ranking, counting.numbering), "assumption": said})


def _report_what_counts(reading: Reading, maker: FileMaker, manual: bool | None, stated: bool) -> None:
    """Report preferences that the file has and that do not count, and where it does not say which do."""
    statements, ranking, vector = (maker.node.get(key) for key in ("preferences", *_RANKINGS))
    found = ranking_of(maker)
    if manual and found is None:
        message = "rankings count in this file, but this decision maker has no 'preferenceRanking'"
        reading.report(BAD_RANKING, maker.node, message)
    if manual and found is not None and stated and statements is not None:
        reading.report(LEFT_OUT, statements, "the statements are left out: in this file rankings count")
    if found is None:
        return
    if manual is False:
        reading.report(LEFT_OUT, found, "the ranking is left out: in this file statements count")
    elif manual is None and stated:
        message = "the decision maker has preference statements as well: the statements are used, not this ranking"
        reading.report(READ_AS, found, message)
    elif manual is None:
        message = "the file has no 'useManualPreferenceRanking'; without statements, this ranking is used"
        reading.report(READ_AS, found, message)
    if ranking is not None and vector is not None and ranking.value and vector.value not in ([], ranking.value):
        reading.report(READ_AS, vector, "this is not the same as 'preferenceRanking', which is used instead")


def ranking_of(maker: FileMaker) -> Node | None:
    """Return the ranking of a decision maker, under whichever of its two names."""
    return next((each for key in _RANKINGS if (each := maker.node.get(key)) and each.value), None)
