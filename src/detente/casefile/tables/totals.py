"""Rows that add up the others, and the row that says what became of the issues: neither is an actor."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from detente.casefile.import_rules import TOTAL
from detente.casefile.tables.cell import cut
from detente.casefile.tables.heads.words import KINDS
from detente.casefile.tables.sums import sums
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
            "평균, 共计, 共計, 總計, 总数, 平均值, 총합, 총계, 小計, 小计, 소계, סך הכול, σύνολο, μέσος όρος, ukupno, "
            "łącznie, spolu, priemer, összeg, összesítés, tổng, tổng cộng, trung bình, कुल, योग, औसत, "
            "মোট, รวม, ทั้งหมด, ค่าเฉลี่ย, jumlah, purata, rata rata, viso, iš viso, vidurkis, kopā, vidēji, "
            "kokku, keskmine, i alt, totalt, sammenlagt, gjennomsnitt, gennemsnit, medelvärde, genomsnitt, "
            "skupaj, povprečje, prosjek, ukupan zbroj, total general, moyennes, promedios, durchschnittswert, jami, "
            "барлығы, ընդամենը, jumla, wastani, kabuuan, total capability, group total, overall total, "
            "weighted mean position",
        ),
    )
)
"""What rows are called that add up or average the others, in the languages of tables that we have seen."""

_WORDS = frozenset(
    {"total", "totals", "subtotal", "subtotals", "sum", "sums", "average", "averages", "avg", "mean", "median"}
    | {"gesamt", "summe", "durchschnitt", "totale", "totaux", "moyenne", "promedio", "gemiddelde", "итого", "всего"}
)
"""Words of names that may be those of such rows, such as 'Group total'."""

_STATISTICS = frozenset(
    {"min", "max", "minimum", "maximum", "count", "n", "std", "sd", "stdev", "std dev", "variance", "range"}
)
"""What rows of statistics are called, and perhaps actors."""

_AFTER = re.compile(r"\s*(?:[(\[].*[)\]]|[=:].*|\bof\b.*)\s*$", re.IGNORECASE)
_QUOTES = re.compile("[\"'“”„«»‘’״׳]")


def is_total(name: str) -> bool:
    """Return whether a row by its name adds up or averages others."""
    name = _QUOTES.sub("", name)
    return key(name) in _TOTALS or key(_AFTER.sub("", name)) in _TOTALS


def _is_outcome(name: str) -> bool:
    return KINDS.get(key(name)) == "outcome"


def _like_totals(names: list[str]) -> list[int]:
    """Return which rows have names that may be those of totals, or of actors; rows of statistics stand at the end."""
    found = {place for place, name in enumerate(names) if not _WORDS.isdisjoint(re.findall(r"\w+", key(name)))}
    for place in range(len(names) - 1, 0, -1):
        if key(names[place]) in _STATISTICS:
            found.add(place)
        elif place not in found:
            break
    return sorted(found)


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
    for issue in sheet.issues:
        if is_total(issue.name):
            message = f"'{cut(issue.name)}' names itself a total; it is read as an issue all the same"
            problems.append(TOTAL.at(issue.head.span, message, "if it adds up other issues, leave it out"))
    return _without_sums(replace(sheet, rows=rows, outcome=outcome), problems)


def _without_sums(sheet: Sheet, problems: list[Diagnostic]) -> Sheet:
    """Return a table without nameless rows that add up others; those with a name are only told of."""
    hinted = _like_totals([sheet.name(row).text for row in sheet.rows])
    found = sums(sheet, hinted)
    left_out: set[int] = set()
    for place in sorted({*hinted, *found}):
        name, does = sheet.name(sheet.rows[place]), found.get(place, "is called as if it summed up others")
        if name.text:
            message = f"'{name.shown}' {does}; it is read as an actor all the same"
            problems.append(TOTAL.at(name.span, message, "if it is no actor, leave the row out of the table"))
        else:
            left_out.add(place)
            message = f"this row without a name {does}: it is left out, and becomes no actor"
            problems.append(TOTAL.at(name.span, message))
    return replace(sheet, rows=[row for k, row in enumerate(sheet.rows) if k not in left_out])
