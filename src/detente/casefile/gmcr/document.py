"""A whole ``.gmcr`` file as the sections of a case.

``useManualPreferenceRanking``, in older files ``useManualPreferenceVectors``, says for all decision makers whether
rankings count or statements. How we read what is left open: keys may be missing except ``options`` and
``decisionMakers``; an option without ``permittedDirection`` can be taken and dropped; where the file does not say
what counts, statements do where there are some; ``preferenceRanking`` and ``preferenceVector`` are two names of a
ranking (see ``rankings``). What the program works out anew whenever it opens a file (``payoffs``,
``coalitionsFull``), and its own name and version, are passed over.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.conditions import read_condition
from detente.casefile.gmcr.makers import Counting, FileMaker, actor_tree, maker_tree, ranking_of, read_makers
from detente.casefile.gmcr.nodes import Node, Reading, listing, mapping
from detente.casefile.gmcr.options import Options, read_options
from detente.casefile.gmcr.rankings import Numbering, feasible_sums
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT, READ_AS
from detente.casefile.naming import Ids
from detente.methods.gmcr.preference.parser import WORDS
from detente.methods.gmcr.states import MAX_OPTIONS

if TYPE_CHECKING:
    from detente.casefile.yaml_text.builder import Tree

_FLAGS = ("useManualPreferenceRanking", "useManualPreferenceVectors")
_KEYS = frozenset(
    {"options", "decisionMakers", "infeasibles", "coalitions", "coalitionsFull", "program", "version", *_FLAGS}
)
_OPTION_KEYS = frozenset({"name", "permittedDirection"})
_MAKER_KEYS = frozenset(
    {"name", "options", "preferences", "preferenceRanking", "preferenceVector", "misperceptions", "payoffs"}
)


def read_document(reading: Reading, root: Node) -> Tree | None:
    """Return the sections of a case, or ``None`` where the file cannot be read as one."""
    if not isinstance(root.value, dict):
        reading.report(BAD_SHAPE, root, f"expected a mapping with 'options' and 'decisionMakers', got {root.shown()}")
        return None
    before = len(reading.problems)
    ids = Ids(set(WORDS))
    options = read_options(reading, root, ids)
    makers = read_makers(reading, root, options, ids)
    conflict = _conflict(reading, root, makers, options)
    _left_out(reading, root, makers, options)
    broken = any(str(found.severity) == "error" for found in reading.problems[before:])
    actors = listing(root.span, [actor_tree(reading, maker) for maker in makers])
    return None if broken else mapping(root.span, {"actors": actors, "conflict": conflict})


def _conflict(reading: Reading, root: Node, makers: list[FileMaker], options: Options) -> Tree:
    before = len(reading.problems)
    node = root.get("infeasibles")
    said = {"why": f"imported from {reading.file}; no reason stated"}
    listed = [(each, read_condition(reading, each, options)) for each in reading.listed(node, "conditions")]
    rules = [(each, when) for each, when in listed if when]
    broken = any(str(found.severity) == "error" for found in reading.problems[before:])
    counting = Counting(_flag(reading, root), _numbering(makers, options, None if broken else [w for _, w in rules]))
    deciding = listing(root.span, [maker_tree(reading, maker, options, counting) for maker in makers])
    _report_order(reading, root, makers, counting)
    conflict: dict[str, Tree | str] = {"decision_makers": deciding}
    if rules and node is not None:
        trees = [mapping(each.span, {"when": when, **said}) for each, when in rules]
        conflict["infeasible"] = listing(node.span, trees)
    return mapping(root.span, conflict)


def _flag(reading: Reading, root: Node) -> bool | None:
    """Return whether rankings count rather than statements; ``None`` where the file does not say."""
    found = [node for key in _FLAGS if (node := root.get(key)) is not None]
    for node in found:
        if not isinstance(node.value, bool):
            reading.report(BAD_SHAPE, node, f"expected true or false, got {node.shown()}")
    if len(found) > 1 and found[0].value != found[1].value:
        reading.report(READ_AS, found[1], f"this is not the same as '{_FLAGS[0]}', which is used instead")
    return bool(found[0].value) if found else None


def _numbering(makers: list[FileMaker], options: Options, infeasible: list[str] | None) -> Numbering:
    """Return what numbers of states stand for; ``infeasible`` is ``None`` where it could not be read."""
    owned = [k for maker in makers for k in maker.options]
    order = list(dict.fromkeys([*owned, *range(len(options))]))
    if infeasible is None or len(owned) != len(options) or len(options) > MAX_OPTIONS:
        return Numbering(order, None)
    sums = feasible_sums(infeasible, [option.id for option in options])
    return Numbering(order, sums or None)  # that nothing can be is said by the model


def _report_order(reading: Reading, root: Node, makers: list[FileMaker], counting: Counting) -> None:
    """Say in which order options are counted where there are two."""
    ranked = any(ranking_of(maker) is not None for maker in makers) and counting.manual is not False
    node = root.get("options")
    order, sums = list(counting.numbering.order), counting.numbering.sums
    if node is not None and ranked and sums is not None and order != sorted(order):
        message = "options stand in another order than their owners; rankings number states by the order of this list"
        reading.report(READ_AS, node, message)


def _left_out(reading: Reading, root: Node, makers: list[FileMaker], options: Options) -> None:
    """Report all that the file says and the case will not."""
    coalitions = root.get("coalitions")
    if coalitions is not None and _joins_some(coalitions.value):
        hint = "'detente conflict --coalitions' looks at every coalition"
        reading.report(LEFT_OUT, coalitions, "coalitions are left out", hint)
    for node, known in (
        (root, _KEYS),
        *((maker.node, _MAKER_KEYS) for maker in makers),
        *((option.node, _OPTION_KEYS) for option in options),
    ):
        for key in node.value if isinstance(node.value, dict) else ():
            found = node.get(key)
            if key not in known and found is not None:
                reading.report(LEFT_OUT, found, "Detente does not know this key, and leaves it out")


def _joins_some(coalitions: object) -> bool:
    """Whether coalitions are more than the single decision makers."""
    if not isinstance(coalitions, list):
        return bool(coalitions)
    return any(not isinstance(each, int) and not (isinstance(each, list) and len(each) == 1) for each in coalitions)
