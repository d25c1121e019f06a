"""What can be wrong with a file of another program, whichever it is."""

from __future__ import annotations

from detente.diagnostics import Rule, Severity

BAD_SHAPE = Rule(
    "DT031",
    "a part of a table or of an imported file that cannot be read",
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
BAD_HEAD = Rule(
    "DT036",
    "a head of a table that is not understood",
    "The head of a column does not say what the numbers below it are, or the brackets in it hold neither a scale nor a "
    "unit. Write 'Actor', 'Description' and 'Capability', and for each issue its name with 'position', 'salience', "
    "'capability' or 'outcome'. A scale stands in brackets, such as (0..20 m) or (0 to 100).",
)
OFF_SCALE = Rule(
    "DT037",
    "a number in a table that lies off the scale of its column",
    "Positions lie on the scale that the head of their column states, saliences between 0 and 100 or what their head "
    "states, capabilities are not negative. Where no scale is stated, positions lie between 0 and 100.",
)
TOTAL = Rule(
    "DT038",
    "a row of a table that adds up the others",
    "A row that is called 'Total', 'Sum' or 'Average', in many languages, is no actor and is left out, and so is a row "
    "without a name whose numbers are the sums or the averages of others. One with another name becomes an actor, even "
    "if its numbers or its name, such as 'Group total' or 'Max', look like a total: leave it out of the table if it is "
    "none. An issue that is called 'Total' becomes an issue.",
    Severity.WARNING,
)
