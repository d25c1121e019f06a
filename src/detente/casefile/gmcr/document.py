"""A whole ``.gmcr`` file as the sections of a case.

How we read what its description leaves open: keys may be missing except ``options`` and ``decisionMakers``; an
option without ``permittedDirection`` can be taken and dropped; where a decision maker has statements *and* a
ranking, the statements count; ``preferenceRanking`` and ``preferenceVector`` are two names of a ranking; a state
in it is the sum of ``2**k`` over the options taken (see ``rankings``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.casefile.gmcr.conditions import read_condition
from detente.casefile.gmcr.makers import FileMaker, actor_tree, maker_tree, read_makers
from detente.casefile.gmcr.nodes import Node, Reading, listing, mapping
from detente.casefile.gmcr.options import Options, read_options
from detente.casefile.import_rules import BAD_SHAPE, LEFT_OUT
from detente.casefile.naming import Ids
from detente.methods.gmcr.statement_parser import WORDS

if TYPE_CHECKING:
    from detente.casefile.yaml_tree import Tree

_KEYS = frozenset({"options", "decisionMakers", "infeasibles", "coalitions"})
_OPTION_KEYS = frozenset({"name", "permittedDirection"})
_MAKER_KEYS = frozenset({"name", "options", "preferences", "preferenceRanking", "preferenceVector", "misperceptions"})


def read_document(reading: Reading, root: Node) -> Tree | None:
    """Return the sections of a case, or ``None`` where the file cannot be read as one."""
    if not isinstance(root.value, dict):
        reading.report(BAD_SHAPE, root, f"expected a mapping with 'options' and 'decisionMakers', got {root.shown()}")
        return None
    before = len(reading.problems)
    ids = Ids(set(WORDS))
    options = read_options(reading, root, ids)
    makers = read_makers(reading, root, options, ids)
    owned = (k for maker in makers for k in maker.options)
    order = list(dict.fromkeys([*owned, *range(len(options))]))
    conflict = _conflict(reading, root, (makers, options, order))
    _left_out(reading, root, makers, options)
    broken = any(str(found.severity) == "error" for found in reading.problems[before:])
    actors = listing(root.span, [actor_tree(reading, maker) for maker in makers])
    return None if broken else mapping(root.span, {"actors": actors, "conflict": conflict})


def _conflict(reading: Reading, root: Node, parts: tuple[list[FileMaker], Options, list[int]]) -> Tree:
    makers, options, order = parts
    deciding = listing(root.span, [maker_tree(reading, maker, options, order) for maker in makers])
    conflict: dict[str, Tree | str] = {"decision_makers": deciding}
    node = root.get("infeasibles")
    said = {"why": f"imported from {reading.file}; no reason stated"}
    listed = [(each, read_condition(reading, each, options)) for each in reading.listed(node, "conditions")]
    rules = [mapping(each.span, {"when": when, **said}) for each, when in listed if when]
    if rules and node is not None:
        conflict["infeasible"] = listing(node.span, rules)
    return mapping(root.span, conflict)


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
