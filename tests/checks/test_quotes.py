"""Quotes are looked up in the texts at hand."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from detente.checks.quotation import Passage
from detente.session import open_case

WORDS = "The first line\n\n  The parties “agreed” — after five hours.\n\u00a0\nPoint nine is not cited any more.\n"


def codes(folder: Path, cite: str, source: str = "file: text.txt", *, sources: Path | None = None) -> list[str]:
    (folder / "case.yaml").write_text(
        f"case: {{id: demo, as_of: 2025}}\nsources: [{{id: s, {source}}}]\nissues: [{{id: i, cites: [{cite}]}}]\n",
        encoding="utf-8",
    )
    return [f"{d.code} {d.hint}".strip() for d in open_case(folder, sources=sources).diagnostics]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "text.txt").write_text(WORDS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "cite",
    [
        "s ¶2",
        "s",
        "{source: s, at: ¶2, quote: after five hours}",
        "{source: s, at: 2, quote: after five hours}",
        "{source: s, at: ¶2, quote: 'parties \"agreed\" - after'}",
        "{source: s, at: ¶2-3, quote: point  nine}",
        "{source: s, at: ¶1-3, quote: hours. Point nine}",
        "{source: s, at: p. 3, quote: Point nine}",
        "{source: s, quote: THE FIRST LINE}",
    ],
)
def test_a_quote_that_stands_there_is_fine(cite: str, folder: Path) -> None:
    assert codes(folder, cite) == []


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("{source: s, at: ¶1, quote: after five hours}", ["DT403 it stands in ¶2"]),
        ("{source: s, at: ¶2, quote: after six hours}", ["DT403"]),
        ("{source: s, quote: never said}", ["DT403"]),
        ("s ¶4", ["DT402"]),
        ("s ¶0", ["DT402"]),
        ("s ¶2-9", ["DT402"]),
    ],
)
def test_a_quote_that_does_not_is_an_error(cite: str, expected: list[str], folder: Path) -> None:
    assert codes(folder, cite) == expected


ALIKE = {
    "a soft hyphen": ("The par\u00adties agreed", "the parties agreed"),
    "a soft hyphen in the quote": ("The parties agreed", "the par\u00adties"),
    "zero-width characters": ("peace\u200b treaty\u200e, \ufeffsig\u2060ned", "peace treaty, signed"),
    "direction controls": ("\u202bשלום\u202c עכשיו", "שלום עכשיו"),
    "a joiner in Persian": ("می\u200cخواهد برود", "میخواهد برود"),
    "a stretched Arabic word": ("الســـلام الآن", "السلام الآن"),
    "spaces inside guillemets": ("She says «\u00a0yes\u202f» to it", 'says "yes" to it'),
    "spaces inside guillemets of the quote": ("She says “yes” to it", "says « yes » to it"),
    "kinds of spaces": ("12\u202f700\u00a0km\u2009of\u3000road", "12 700 km of road"),
    "a space before a percent sign": ("rose by 5\u00a0% again", "rose by 5% again"),
    "a dotted I": ("İSTANBUL'da", "istanbul'da"),
    "a dotless i": ("BAKI sülhü", "bakı sülhü"),
    "curly and straight": ("it is ‘over’, she said: ”no“", "it is 'over', she said: \"no\""),
    "Japanese quotation marks": ("彼は「平和」と", '"平和"と'),
    "apostrophes": ("the states’ and Russiaʼs", "the states' and Russia's"),
    "dashes": ("yes – or − no", "yes - or — no"),
    "a doubled hyphen": ("yes -- no", "yes — no"),
    "ligatures": ("the o\ufb03cial \ufb01le", "official file"),
    "an Armenian ligature": ("Հայաստան և Ադրբեջան", "ՀԱՅԱՍՏԱՆ ԵՒ ԱԴՐԲԵՋԱՆ"),
    "Georgian capitals": ("თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"),
    "widths": ("ＧＤＰ ２０２５", "GDP 2025"),
    "the order of marks": ("a\u0323\u0307 sign", "a\u0307\u0323 sign"),
    "composed letters": ("Erdoğan", "Erdog\u0306an"),
}


@pytest.mark.parametrize(("source", "quote"), ALIKE.values(), ids=list(ALIKE))
def test_typography_does_not_matter(source: str, quote: str) -> None:
    assert Passage(source).holds(Passage(quote))


WORDS_OF = [
    "disagreement",
    "առաջարկություն",
    "შეთანხმება",
    "müqavilənin",
    "переговоры",
    "الاتفاقية",
    "مُحَمَّدٌ",
    "می\u200cخواهند",
    "בהסכמים",
    "שָׁלוֹם",
    "समझौता",
    "συμφωνία",
    "합의문은",
    "Erdog\u0306an",
    "don't",
    "non-aggression",
    "cease‑fire",
    "ինչո՞ւ",
    'צה"ל',
    "אי־לוחמה",
    "o'clock",
    "COVID-19",
    "12.7",
    "1,000",
    "1 000 000",
    "2024-25",
    "2024–2025",
    "10:30",
    "3/4",
    "-5",
    "5%",
    "1'000",
    "٣٫٥",
    "१२३",
    "U.S",
]


@pytest.mark.parametrize("word", WORDS_OF)
def test_no_part_of_a_word_or_number_is_a_quote(word: str) -> None:
    """Every way to cut off its beginning or its end; what cannot be seen makes no difference."""
    text = Passage(f"So: {word} it is")
    shown = [c for c in word if c != "\u200c"]
    for cut in range(1, len(shown)):
        for part in ("".join(shown[:cut]), "".join(shown[cut:])):
            if part not in "-'" and part.strip(" .,-"):
                assert not text.holds(Passage(part)), part
                assert not text.holds(Passage(f"so: {part}")) or not word.startswith(part)
    assert text.holds(Passage(word))


SPACELESS = [
    ("我们达成了和平协议。", "和平协议"),
    ("両国は平和条約に署名した", "平和条約"),
    ("สองประเทศลงนามสันติภาพ", "สันติภาพ"),
    ("ພວກເຮົາຕົກລົງ", "ຕົກລົງ"),
    ("យើងបានព្រមព្រៀង", "ព្រមព្រៀង"),
    ("在2024年签署", "2024"),
    ("中国GDP增长", "GDP"),
]


@pytest.mark.parametrize(("source", "quote"), SPACELESS)
def test_scripts_without_spaces_are_quoted_anywhere(source: str, quote: str) -> None:
    assert Passage(source).holds(Passage(quote))


@pytest.mark.parametrize(
    ("source", "quote"),
    [("ที่นี่", "ที"), ("在2024年签署", "024"), ("中国GDP增长", "GD"), ("か\u3099", "か"), ("第127条", "12")],
)
def test_but_not_between_a_letter_and_its_mark_or_inside_numbers_and_latin_words(source: str, quote: str) -> None:
    assert not Passage(source).holds(Passage(quote))


WHOLE = [
    ("d’Artagnan signe l'accord de paix", "accord de paix"),
    ("l’Azerbaïdjan dell'Azerbaigian", "azerbaigian"),
    ("They agreed—after hours—to it", "after hours"),
    ("(signed)", "signed"),
    ("signed.Then", "signed"),
    ("the states' rights", "states"),
    ("'yes', he said", "yes"),
    ("“yes”, he said", "yes"),
    ("in 2024, 25 people", "25 people"),
    ("in 2024. Then", "2024"),
    ("and/or", "or"),
    ("in 2024 700 people", "700 people"),
    ("disagreement on the agreement", "agreement"),
    ("range 5 - 10", "10"),
]


@pytest.mark.parametrize(("source", "quote"), WHOLE)
def test_whole_words_are_quotes(source: str, quote: str) -> None:
    assert Passage(source).holds(Passage(quote))


APART = {
    "a footnote mark": (
        "Both sides agreed¹ to it in 2024² again",
        ["both sides agreed", "in 2024", "to it in 2024²"],
    ),
    "a power": ("from 40 km² of land", ["40 km", "40 km²", "of land"]),
    "a trade mark": ("asked Google™ and X℠ for it", ["Google", "asked google™", "X"]),
    "a number sign": ("Приказ №5 подписан", ["5 подписан", "приказ №5"]),
    "a raised letter": ("He saidᵃ so, ᵇagain", ["he said", "again"]),
    "a circled digit": ("They agreed① on ➋peace", ["they agreed", "peace"]),
    "letters in a sign": ("call ℡555 c/o ℅Bank", ["555", "Bank"]),
}


@pytest.mark.parametrize(("source", "quotes"), APART.values(), ids=list(APART))
def test_a_sign_that_stands_for_itself_ends_a_word_or_number(source: str, quotes: list[str]) -> None:
    for quote in quotes:
        assert Passage(source).holds(Passage(quote)), quote


GLUED = [
    ("A truce of 1½ years", "truce of 11"),
    ("A truce of 1½ years", "11⁄2 years"),
    ("A truce of 1½ years", "11/2 years"),
    ("a share of ½ of it", "1"),
    ("withdraw in 2024² from", "in 20242"),
    ("land of 10² km", "102 km"),
    ("both agreed¹ to", "agreed1"),
    ("asked Google™", "googletm"),
    ("Приказ №5", "no5"),
    ("a base of 10₂ here", "102"),
    ("point ⑤7 here", "57"),
    ("point 3⒈ here", "31."),
]


@pytest.mark.parametrize(("source", "quote"), GLUED)
def test_no_sign_becomes_a_letter_or_digit_of_its_neighbours(source: str, quote: str) -> None:
    assert not Passage(source).holds(Passage(quote))


def test_digits_below_a_letter_are_plain_ones() -> None:
    assert Passage("cuts CO₂ by half").holds(Passage("co2 by half"))
    assert not Passage("cuts CO₂ by half").holds(Passage("cuts co"))


NUMBERS = [
    "1½",
    "1 ½",
    "1 1/2",
    "1⁄2",
    "1億2000万",
    "3万5千",
    "十二万",
    "二十五",
    "1亿2000万",
    "三千五百",
    "1.5億",
    "二〇二四",
    "二○二四",
    "三点五",
    "百分之三十",
    "百分之30",
    "三分の一",
    "十几万",
    "三万2000",
    "1억 2000만",
    "3만 5천",
    "3만 5,000",
    ".5",
    "-.5",
    "10٪",
    "۱۰٪",
    "%50",
    "% 50",
    "٪50",
    "½%",
    "–5",
    "‒5",
    "5‰",
    "፩፪",
]
"""Each is one number, in the writing of some country."""


@pytest.mark.parametrize("around", ["a share of {} or so", "({} it is)", "{}"])
@pytest.mark.parametrize("number", NUMBERS)
def test_no_part_of_a_number_is_a_quote(number: str, around: str) -> None:
    text = Passage(around.format(number))
    for start in range(len(number)):
        for end in range(start + 1, len(number) + 1):
            part = number[start:end].strip()
            if part.strip("-–‒.,%٪‰/⁄") and part != number:
                assert not text.holds(Passage(part)), part
    assert text.holds(Passage(number))


NUMBERS_END = [
    ("補償1億2000万円を払う", "1億2000万円", True),
    ("補償1億2000万円を払う", "2000万円", False),
    ("約3万5千人が", "5千人", False),
    ("約十二万人が", "二万人", False),
    ("約二十五人が", "五人", False),
    ("1억 2000만 원을", "2000만 원", False),
    ("在北京2024年签署", "北京", True),
    ("統一2024年", "統一", True),
    ("签署十二项协议", "协议", True),
    ("일했지만 50명은", "50명은", True),
    ("제5조 3항에", "3항에", True),
    ("3만 2024년에", "2024년에", True),
    ("at 20 – 5 people left", "5 people", True),
    ("They left…5 remained", "5 remained", True),
    ("he said so.5 left", "5 left", True),
    ("up by 100 % 50 more", "50 more", True),
    ("in 2024 1/2 of it", "1/2 of it", True),
    ("rose 5 % again", "again", True),
]


@pytest.mark.parametrize(("source", "quote", "whole"), NUMBERS_END)
def test_a_number_ends_where_its_reader_sees_its_end(source: str, quote: str, whole: bool) -> None:
    assert Passage(source).holds(Passage(quote)) is whole


def test_no_footnote_mark_is_suggested_as_a_digit(folder: Path) -> None:
    (folder / "text.txt").write_text("Both sides disagreed¹ to withdraw.\n", encoding="utf-8")
    assert codes(folder, "{source: s, at: ¶1, quote: agreed}") == ["DT403 quote whole words, such as 'disagreed'"]


@pytest.mark.parametrize("unseen", ["\ufe0f", "\u180b", "\u17b4", "\U0001d173", "\U0001bca0", "\U000e0100"])
def test_what_only_changes_how_others_are_drawn_does_not_matter(unseen: str) -> None:
    assert Passage(f"the pea{unseen}ce treaty").holds(Passage("peace treaty"))
    assert not Passage(f"the pea{unseen}ce treaty").holds(Passage("pea"))


def test_a_quote_that_cuts_a_word_says_so_and_gives_the_whole(folder: Path) -> None:
    assert codes(folder, "{source: s, at: ¶2, quote: parties “agre}") == [
        "DT403 quote whole words, such as 'parties “agreed'"
    ]
    message = open_case(folder).diagnostics[0].message
    assert message == "the quote begins or ends inside a word or number of ¶2 of 's'"


def test_a_quote_of_nothing_that_can_be_seen_is_no_quote(folder: Path) -> None:
    assert codes(folder, '{source: s, quote: "\\u200b"}') == ["DT403"]


def test_the_checksum_must_match(folder: Path) -> None:
    right = hashlib.sha256(WORDS.encode()).hexdigest()

    assert codes(folder, "s", f"file: text.txt, sha256: {right}") == []
    assert codes(folder, "s", f"file: text.txt, sha256: {right.upper()}") == []
    assert codes(folder, "s", f"file: text.txt, sha256: {'0' * 64}") == [f"DT401 it is {right}"]


@pytest.mark.parametrize("name", ["missing.txt", "../text.txt", "/etc/passwd", "folder", "latin.txt", "link.txt"])
def test_a_text_that_cannot_be_read_is_an_error(name: str, folder: Path) -> None:
    (folder / "folder").mkdir()
    (folder / "latin.txt").write_bytes(b"caf\xe9")
    (folder / "link.txt").symlink_to("/etc/passwd")

    assert codes(folder, "{source: s, quote: x}", f"file: {name}") == ["DT400"]


def test_a_folder_of_texts_serves_sources_without_a_file(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = tmp_path_factory.mktemp("texts")
    (texts / "s.md").write_text("Another text\n", encoding="utf-8")

    assert codes(folder, "{source: s, quote: another text}", "title: T", sources=texts) == []
    assert codes(folder, "{source: s, quote: the first line}", "title: T", sources=texts) == ["DT403"]


def test_without_a_text_nothing_is_looked_up(folder: Path) -> None:
    assert codes(folder, "{source: s, at: ¶99, quote: anything}", "title: T") == []


def test_paragraphs_are_counted_in_words(folder: Path, tmp_path: Path) -> None:
    def message(text: str) -> str:
        (tmp_path / "text.txt").write_text(text, encoding="utf-8")
        codes(folder, "s ¶9")
        return open_case(folder).diagnostics[0].message

    assert message("One line.\n") == "'s' has 1 paragraph, no ¶9"
    assert message("One line.\nAnother.\n") == "'s' has 2 paragraphs, no ¶9"
