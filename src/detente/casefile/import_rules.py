"""What can be wrong with a file of another program, whichever it is."""

from __future__ import annotations

from detente.diagnostics import Rule, Severity

BAD_SHAPE = Rule(
    "DT031",
    "a part of an imported file that cannot be read",
    "The file is not built as its format says: something is missing, or is of another kind than expected. "
    "Open it in the program that wrote it and save it again, or mend the place that is named.",
)
BAD_NUMBER = Rule(
    "DT032",
    "an imported file that numbers what it does not have",
    "Options and states are named by numbers in the file, counted from 0, and one of these numbers names nothing.",
)
BAD_OWNER = Rule(
    "DT033",
    "an imported option without exactly one owner",
    "Every option belongs to one decision maker, who alone may take or drop it. Where two must agree, give each an "
    "option of its own for its half.",
)
LEFT_OUT = Rule(
    "DT034",
    "something that an import leaves out",
    "A case has no place for this part of the file, so the new case does without it. The results do not use it.",
    Severity.WARNING,
)
READ_AS = Rule(
    "DT035",
    "something that an imported file leaves open",
    "The file does not say this, or says it in a way that can be read differently. The message says how it was read; "
    "look at the place in the new case.",
    Severity.WARNING,
)
BAD_RANKING = Rule(
    "DT007",
    "a ranking in an imported file that is not one of all its states",
    "A ranking in a .gmcr file holds the number of every feasible state once, best first. The feasible states are "
    "numbered from 1, in ascending order of the sum of 2^k over the options k that are taken, where the first option "
    "has the number 0.",
)
PICKLED = Rule(
    "DT006",
    "a file of an old program, pickled",
    "Before GMCR+ saved its conflicts as JSON it saved Python objects ('pickles'). To read such a file is to run "
    "whatever program is in it, so Detente does not. Open it in the program that wrote it, and save it again with a "
    "version that writes JSON.",
)
