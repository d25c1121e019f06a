"""Wording: numbers, lists and sentences as every lens writes them."""

from __future__ import annotations

from collections.abc import Sequence


def listed(words: Sequence[str], *, last: str = "and") -> str:
    """Join words as a sentence does: "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number and its noun: "1 event", "3 events"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def one_or_many(number: int, one: str, many: str) -> str:
    """Return the words that go with a number: "has" with one, "have" with any other."""
    return one if number == 1 else many


def sentence(text: str) -> str:
    """Return what an analyst wrote as a sentence: with a capital, and with a full stop at its end."""
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text[-1:] in tuple(".!?…") else ".")


def whose(name: str) -> str:
    """Return a name with the mark of what is its: "Armenia's", "the United States'"."""
    return name + ("'" if name.endswith("s") else "'s")


def shortened(text: str, most: int) -> str:
    """Return a text of at most so many letters: one that is longer ends after a word, in "…"."""
    if len(text) <= most:
        return text
    start = text[:most]
    whole = start if text[most - 1 : most + 1].isspace() else start.rpartition(" ")[0]
    return (whole.rstrip(" ,;:.–-(") or start[: most - 1]) + "…"


def out_of_hundred(share: float) -> str:
    """Return a share of the trials in words: "all trials", "97 of 100 trials", "no trial"."""
    if share in (0.0, 1.0):
        return "all trials" if share else "no trial"
    return f"{min(99, max(1, round(100 * share)))} of 100 trials"
