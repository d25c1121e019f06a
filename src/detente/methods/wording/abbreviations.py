"""Abbreviations of English, and what follows them, by which a full stop is told from the end of a sentence."""

from __future__ import annotations

_NEVER_LAST = (
    "mr mrs ms dr prof st sr rev hon gen lt col maj capt cmdr adm brig sgt gov sen rep amb pres min mt ft vs cf viz "
    "e.g i.e h.e h.h h.m h.r.h messrs mmes al approx"
)

_BEFORE_FIGURES = (
    "no nos art arts para paras par sec ch chap vol p pp fig app annex res ca c jan feb mar apr jun jul aug sep sept "
    "oct nov dec"
)

_OPENERS = (
    "the a an this that these those it he she they we in on at by for from with as after before during since while "
    "when both all each no not but and or also however earlier later today yesterday meanwhile moreover there"
)

NEVER_LAST = frozenset(_NEVER_LAST.split())
"""What stands before a name or an example: the point behind it ends no sentence."""

BEFORE_FIGURES = frozenset(_BEFORE_FIGURES.split())
"""What ends no sentence before a figure."""

OPENERS = frozenset(_OPENERS.split())
"""Words that often begin a sentence: before one of them the point of an abbreviation such as "U.S." ends one."""
