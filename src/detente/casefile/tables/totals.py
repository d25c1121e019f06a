"""Rows that add up the others, and the row that says what became of the issues: neither is an actor."""

from __future__ import annotations

import re
from dataclasses import replace
from math import isclose
from typing import TYPE_CHECKING

from detente.casefile.import_rules import TOTAL
from detente.casefile.tables.heads.words import KINDS
from detente.casefile.tables.numbers import NumberError, read_number
from detente.writing.spelling import key

if TYPE_CHECKING:
    from detente.casefile.tables.cell import Row
    from detente.casefile.tables.sheet import Sheet
    from detente.diagnostics import Diagnostic

_TOTALS = frozenset(
    map(
        key,
        re.split(
            r",\s*",
            "total, totals, sum, sums, sum total, grand total, subtotal, sub total, Σ, ∑, average, "
            "averages, avg, mean, means, median, all, all actors, all together, overall, weighted mean, "
            "weighted average, standard deviation, gesamt, gesamtsumme, insgesamt, summe, "
            "zwischensumme, durchschnitt, mittelwert, mittel, alle, totaux, somme, moyenne, ensemble, "
            "totale, somma, suma, suma total, total general, promedio, totaal, som, gemiddelde, soma, "
            "total geral, média, razem, ogółem, średnia, celkem, součet, průměr, összesen, átlag, "
            "summa, keskiarvo, yhteensä, toplam, genel toplam, ortalama, cəmi, cemi, yekun, ümumi, "
            "orta, итого, всего, сумма, среднее, итог, общий итог, в среднем, разом, усього, всього, "
            "сума, середнє, общо, ընդամենը, գումար, միջին, ընդհանուր, სულ, ჯამი, საშუალო, مجموع, "
            "المجموع, المتوسط, جمع, جمع کل, میانگین, סהכ, סך הכל, ממוצע, 合计, 总计, 合計, 平均, 总和, 합계, 총계, "
            "평균, σύνολο, μέσος όρος, ukupno",
        ),
    )
)
"""What rows are called that add up or average the others, in the languages of tables that we have seen."""

_AFTER = re.compile(r"\s*(?:[(\[].*[)\]]|[=:].*|\bof\b.*)\s*$", re.IGNORECASE)
_FEWEST = 3


def is_total(name: str) -> bool:
    """Return whether a row by its name adds up or averages others."""
    return key(name) in _TOTALS or key(_AFTER.sub("", name)) in _TOTALS


def _is_outcome(name: str) -> bool:
    return KINDS.get(key(name)) == "outcome"


def without_totals(sheet: Sheet, problems: list[Diagnostic]) -> Sheet:
    """Return a table without the rows that are no actors; what was done with them is added to a list."""
    rows: list[Row] = []
    outcome = sheet.outcome
    for row in sheet.rows:
        name = sheet.name(row)
        if is_total(name.text):
            message = f"'{name.shown}' names itself a total: the row is left out, and becomes no actor"
            problems.append(TOTAL.at(name.span, message, "rename it if it is an actor"))
        elif _is_outcome(name.text) and outcome is None:
            outcome = row
        else:
            rows.append(row)
    return _without_sums(replace(sheet, rows=rows, outcome=outcome), problems)


def _without_sums(sheet: Sheet, problems: list[Diagnostic]) -> Sheet:
    """Return a table without a nameless last row that adds up the others; one with a name is only told of."""
    rows = sheet.rows
    powers = [_power(sheet, row) for row in rows]
    for place in (len(rows) - 1, 0):
        others = [power for k, power in enumerate(powers) if k != place]
        own = powers[place] if len(rows) >= _FEWEST else None
        if own is None or None in others or not own or not isclose(own, sum(filter(None, others)), rel_tol=1e-9):
            continue
        name = sheet.name(rows[place])
        if name.text:
            message = (
                f"the capability of '{name.shown}' is that of all others together; it is read as an actor all the same"
            )
            problems.append(TOTAL.at(name.span, message, "if the row adds up the others, leave it out"))
            return sheet
        message = "this row without a name adds up the others: it is left out, and becomes no actor"
        problems.append(TOTAL.at(name.span, message))
        return replace(sheet, rows=rows[:place] + rows[place + 1 :])
    return sheet


def _power(sheet: Sheet, row: Row) -> float | None:
    column = sheet.capability
    if column is None or column >= len(row):
        return None
    try:
        found = read_number(row[column].text)
    except NumberError:
        return None
    return found.parts[0] if len(found.parts) == 1 else None
