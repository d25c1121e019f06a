"""A small invented dispute: North and South quarrel over a river crossing, the Ford."""

from __future__ import annotations

from datetime import date

from tests.told import findings

from detente.dates import Truth
from detente.findings import (
    Certainty,
    Column,
    Edition,
    Evidence,
    Figure,
    Finding,
    Findings,
    Method,
    Reference,
    Row,
    Stamp,
    Statement,
    Table,
    Text,
)
from detente.findings.figures.arguments import Arguments, Point
from detente.findings.figures.board import Arc, Board, Square
from detente.findings.figures.chronology import Chronology, Happening
from detente.findings.figures.grid import Change, Grid, Saying, Subject
from detente.findings.figures.itinerary import Itinerary, Leg
from detente.findings.figures.lanes import Band, Lane, Lanes
from detente.findings.figures.map import Map, Place, Way
from detente.findings.figures.margins import Margin, Margins, Offer
from detente.findings.figures.packages import Package, Packages, Side
from detente.findings.figures.plane import Axis, Pin, Plane, Spot
from detente.findings.figures.road import Link, Road, Stage
from detente.findings.figures.routes import Gain, Hop, Routes
from detente.findings.figures.scale import Rows, Scale, Stand
from detente.findings.figures.utility_plane import Dot, Flag, Gap, UtilityAxis, UtilityPlane

REFERENCES = (
    Reference(
        "dossier",
        "The Ford: a chronology. River Institute, June 2025",
        "https://example.org/ford/chronology",
        ("analysis", "usually reliable (B)", "written for the mediator"),
    ),
    Reference(
        "readout",
        "Հանդիպման ամփոփում. Office of the North, 10 July 2025",
        "https://example.org/north/readout?id=7",
        ("official readout", "fairly reliable (C)", "gains by sounding close to a deal"),
        lang="hy",
    ),
    Reference("radio", "Evening bulletin. South Radio, March 2025", "", ("broadcaster",), lang="ka"),
)

STAMP = Stamp(
    case="ford",
    title="The Ford: North and South after the July meeting",
    question="Both sides say that the treaty is nearly done. What keeps them from signing it?",
    version="9f2c4e0b7d5a1c3e8f6b2a4d9c0e7f1a3b5d8c6e2f4a7b9d1c3e5f8a0b2d4c6e",
    as_of="2025-07-10",
    known_until="2025-07-31",
    scenario="",
    program="Detente 0.1.0",
    command="detente report ford/ --as-of 2025-07-10 --output ford.html",
    languages=("en", "hy", "ka"),
    authors=("R. Ferry", "M. Bank"),
)


def edition() -> Edition:
    """Return the page of the sample, as the program would hand it over."""
    return Edition(STAMP, sample())


def sample() -> tuple[Findings, ...]:
    """Return findings of two lenses and an empty third, as the program would hand them over."""
    return (
        findings("chronicle", "Where do things stand?", (_talks(), _issues()), REFERENCES),
        findings("conflict", "Why is it stuck?", (_impasse(),), REFERENCES),
        findings("settlement", "What would settle it, and when?"),
    )


def _talks() -> Finding:
    return Finding(
        lens="chronicle",
        id="formats",
        title="Who talks to whom",
        headline="North and South now meet without a mediator; the three-party format has been silent for a year.",
        statements=(
            Statement(
                "The two leaders met on the Ford bridge on 10 July 2025.",
                (Evidence("dossier", "¶7"), Evidence("readout", "p. 1", "հանդիպումը կառուցողական էր", "", 2)),
                Certainty.FACT,
            ),
            Statement(
                "South says that the text is agreed except for two articles.",
                (Evidence("radio", "", "ტექსტი პრაქტიკულად მზადაა", "პრაქტიკულად", 3),),
                Certainty.ATTRIBUTED,
                hedge="practically",
            ),
            Statement(
                "The pause in the three-party format suits both, because neither has to name a mediator.",
                (Evidence("dossier", "¶24"),),
                Certainty.INFERENCE,
            ),
            Statement("A next meeting is expected in autumn.", (Evidence("dossier", "¶31"),), Certainty.FORECAST),
            Statement("Of four formats, one is active on this date."),
        ),
        figures=(_lanes(), _grid(), _chronology(), _arguments()),
    )


def _lanes() -> Figure:
    lanes = Lanes(
        first=date(2020, 1, 1),
        last=date(2026, 12, 31),
        today=date(2025, 7, 10),
        lanes=(
            Lane(
                "Three-party talks, mediated by the Coast",
                (Band(None, date(2024, 8, 31), date(2020, 1, 1), date(2024, 6, 1), "Three-party talks: until 2024"),),
            ),
            Lane(
                "Direct talks",
                (
                    Band(date(2022, 4, 1), date(2022, 9, 30), date(2022, 5, 1), date(2022, 9, 12), "First round"),
                    Band(date(2024, 10, 1), None, date(2024, 10, 31), date(2026, 12, 31), "Direct talks, since 2024"),
                ),
            ),
            Lane(
                "Border commissions of both sides, chaired in turn by the deputy heads of government",
                (Band(date(2023, 1, 1), date(2025, 12, 31), None, None, "Border commissions, dates not published"),),
            ),
        ),
    )
    table = Table(
        "formats",
        "Negotiation formats and when they met",
        (Column("format", "Format"), Column("from", "From", "date"), Column("to", "To", "date")),
        (
            Row(("Three-party talks", None, "2024~"), (Evidence("dossier", "¶3"),)),
            Row(("Direct talks", "2024-10", None), (Evidence("dossier", "¶7"),)),
            Row(("Border commissions", "2023/2025", None), (), "no dates were published; the law gives the year"),
        ),
    )
    description = "Three formats from 2020 to 2026. The mediated one ends in 2024 and the direct one begins soon after."
    return Figure("formats", "Formats of negotiation over time", description, lanes, table)


def _grid() -> Figure:
    """Return what each side wants, with every sign there is."""
    toll = (Saying(Change.MOVED, "Half the toll.", "offer, March 2025"), Saying(Change.HELD, "No toll.", "demand"))
    return_ = (Saying(Change.SILENT), Saying(Change.UNSURE, "Families return.", "by July 2025, “practically”, 2 more"))
    grid = Grid(("North", "South and its coalition"), (Subject("Tolls at the Ford", toll), Subject("Return", return_)))
    return Figure("grid", "What each side wants", "North moved on the tolls.", grid, _drawn("grid", "Positions"))


def _arguments() -> Figure:
    points = (
        Point("The leaders met on the Ford bridge"),
        Point("Both issue almost the same words"),
        Point("They worked on the words together", (0, 1), concluded=True, warranted=True, overturned=True, rivals=2),
        Point("The talks will go on", (0, 2), concluded=True, rivals=6),
        Point("Somebody wants them to fail", concluded=True),
    )
    rows = tuple(Row((point.words,)) for point in points)
    table = Table("arguments", "What is concluded", (Column("what", "What"),), rows)
    return Figure("arguments", "What is concluded, from what", "Lines lead to conclusions.", Arguments(points), table)


def _chronology() -> Figure:
    """Return what happened, with every shape there is."""
    happenings = (
        Happening("1921", "The Ford is drawn on a map", date(1921, 1, 1), date(1921, 12, 31)),
        Happening("by 2024", "A gate is built", None, date(2024, 12, 31)),
        Happening("13 March 2025", "The text is agreed", date(2025, 3, 13), date(2025, 3, 13)),
        Happening("since June 2025", "Talks about the toll", date(2025, 6, 1), None),
        Happening("10 July 2025", "They meet on the bridge", date(2025, 7, 10), date(2025, 7, 10), sure=False),
    )
    spec = Chronology(date(2024, 1, 1), date(2025, 7, 31), date(2025, 7, 10), happenings)
    return Figure("chronology", "What happened", "The map is older.", spec, _drawn("chronology", "Events"))


def _issues() -> Finding:
    columns = (
        Column("issue", "Issue"),
        Column("name", "As North calls it"),
        Column("agenda", "On the agenda", "truth"),
        Column("since", "Since", "date"),
        Column("said", "What each side wants"),
        Column("length", "Length", "number", "km"),
    )
    rows = (
        Row(
            (
                "Treaty text",
                Text("Պայմանագիր", "hy"),
                Truth.TRUE,
                "2024-10",
                ("North: sign first", "South: amend first"),
                17,
            ),
            (Evidence("dossier", "¶5"), Evidence("dossier", "¶24")),
        ),
        Row(
            (
                "Ford crossing",
                Text("Հուն", "hy"),
                Truth.UNDETERMINED,
                "2021-12/..",
                ("North: own customs", "South: none"),
                12.7,
            ),
            (Evidence("readout", "p. 2", "անցակետ"),),
        ),
        Row(
            ("Return of families", None, Truth.FALSE, None, (), 1250.5),
            (),
            "absent from every readout, so taken as not on the agenda",
        ),
    )
    return Finding(
        lens="chronicle",
        id="issues",
        title="What is on the agenda",
        headline="Two of three issues are being negotiated; the return of families is not on the agenda.",
        tables=(Table("issues", "Issues, and whether they are negotiated", columns, rows),),
        assumptions=(
            Statement(
                "An issue that no readout mentions is not on the agenda.",
                assumption="both sides publish a readout of every meeting",
            ),
        ),
    )


def _impasse() -> Finding:
    columns = (
        Column("state", "State", "state"),
        Column("name", "Name"),
        *(Column(f"rank-{actor}", f"Rank for {actor}", "number") for actor in ("North", "South")),
        *(
            Column(key, title, "truth")
            for key, title in (("r", "Nash"), ("gmr", "GMR"), ("smr", "SMR"), ("seq", "SEQ"))
        ),
    )
    rows = (
        Row(("NNY", "today", 1, 1, True, True, True, True)),
        Row(("YNY", "deal", 2, 2, False, False, False, Truth.UNDETERMINED)),
        Row(("YNN", None, 4, 3, False, True, False, False), (Evidence("dossier", "¶25"),)),
    )
    return Finding(
        lens="conflict",
        id="equilibria",
        title="Why nobody moves first",
        headline="Today’s standstill is stable for both: each side expects to lose by moving alone.",
        statements=(
            Statement("North can sign (first letter), amend its law (second); South can open the Ford (third)."),
            Statement(
                "South would refuse a treaty that leaves the law unamended.",
                assumption="inferred from two speeches; no text says so",
            ),
        ),
        tables=(Table("states", "States of the conflict and who would stay in them", columns, rows),),
        figures=(
            _plane(),
            _routes(),
            _road(),
            _itinerary(),
            _board(),
            _scale(),
            _utilities(),
            _margins(),
            _packages(),
            _map(),
        ),
        method=Method(
            "Graph Model for Conflict Resolution",
            "simple preferences, unilateral moves",
            (("Decision makers", "2"), ("States", "3 feasible of 8")),
            references=("FangHipelKilgour1993",),
        ),
        because=(
            Statement("From NNY, North’s only move leads to YNY, which it ranks lower."),
            Statement("North ranks YNY lower because it would sign and not be paid.", (Evidence("dossier", "¶25"),)),
        ),
    )


KINDS = ("nobody gains by leaving", "gains would be answered", "somebody leaves")


def _plane() -> Figure:
    spots = (Spot(0, 1, (1, 0, 0)), Spot(1, 2, (0, 1, 2)), Spot(3, 0, (0, 0, 1)))
    pins = (Pin(0, 1, ("today",)), Pin(1, 2, ("deal", "the deal with a very long name that nobody can say")))
    plane = Plane(Axis("North", 4), Axis("South", 3), KINDS, spots, pins, (0, 1), ((1, 2), (3, 0)))
    return Figure("plane", "How good each state is", "The deal is better for both.", plane, _drawn("plane", "Places"))


def _routes() -> Figure:
    sign = Hop("North", Gain.COST, "YNN", ("+ Sign", "− Keep the old law"), named=False, title="North: Sign")
    deal = Hop("South", Gain.GAIN, "YNY", ("deal",), named=True, title="deal: North: Sign; South: Open")
    drift = Hop("South", Gain.EVEN, "NNN", ("drift",), named=True)
    routes = Routes(("today",), ((sign, deal), (drift,)), (("return", "not possible at this date"),))
    return Figure("routes", "Moves from today", "North moves first, at a cost.", routes, _drawn("routes", "Ways"))


def _board() -> Figure:
    squares = (
        Square(0, 0, 0, "today", "nothing", start=True),
        Square(1, 0, 2, "", "North: Sign"),
        Square(0, 1, 2, "gift", "South: Open"),
        Square(1, 1, 1, "deal", "both"),
    )
    arcs = (Arc(1, 0, 0, Gain.GAIN), Arc(1, 3, 1, Gain.GAIN), Arc(2, 3, 0, Gain.COST), Arc(2, 0, 1, Gain.EVEN))
    axes = ("what North does", "what South does")
    board = Board(("nothing", "Sign"), ("nothing", "Open"), *axes, KINDS, ("North", "South"), squares, arcs)
    return Figure("board", "All states", "Four states and the moves between them.", board, _drawn("board", "States"))


def _road() -> Figure:
    """Return the road that is drawn at the sample's agenda."""
    stages = (
        Stage("Elections in the South", date(2026, 6, 1), date(2026, 6, 30), ("South",), True, (0,), False, True),
        Stage("North gives way", by=("North",), now=True, paths=(1,)),
        Stage("A rumour of gold"),
        Stage("The crossing opens", date(2026, 6, 2), None, ("North", "South"), False, (0, 1), True, True),
    )
    links = (Link(0, 3, True, False, False, True, True), Link(1, 3, False, True, one_of=True), Link(2, 3, eases=True))
    road = Road(date(2025, 7, 10), stages, links, ("by “Elections”, not before 2 June 2026", "by “North gives way”"))
    return Figure("road", "The road to the crossing", "South comes next.", road, _drawn("road", "Steps"))


def _itinerary() -> Figure:
    legs = (
        Leg("2 of 5 steps done", "March 2025", "the last: the text", date(2025, 3, 1), date(2025, 3, 31), done=True),
        Leg("Every path needs: a bridge", "no date", "North can move now", now=True),
        Leg("Elections in the South", "June 2026", "", date(2026, 6, 1), date(2026, 6, 30), assumed=True),
        Leg("The vote", "1 July 2026", "", date(2026, 7, 1), date(2026, 7, 1), ((date(2026, 6, 7), None),)),
        Leg("The crossing opens", "early July 2026 at the soonest", "", date(2026, 7, 1), goal=True),
    )
    spec = Itinerary(date(2025, 7, 10), legs)
    return Figure("rows", "The road in five rows", "North comes next.", spec, _drawn("rows", "Rows"))


def _drawn(name: str, caption: str) -> Table:
    return Table(
        name,
        caption,
        (Column("name", "State"), Column("rank", "Rank", "number")),
        (Row(("today", 2)), Row(("deal", 1))),
    )


def _scale() -> Figure:
    held = Rows(
        "Where they stand",
        "where a party stands",
        (Stand("North", 90, 80, 100, "80–100", "All of it"), Stand("South with its coalition", 0, 0, 0, "0")),
    )
    answers = Rows("Where it would settle", "by a model", (Stand("Compromise (weighted mean)", 44, 39, 49, "44"),))
    signs = ((0.0, "0: no toll"), (50.0, "50: half the cost"), (100.0, "100: the whole cost"))
    scale = Scale(0, 100, signs, held, answers, (39, 49, "four of five draws"))
    return Figure("scale", "Tolls at the Ford", "North at 80–100, South at 0.", scale, _drawn("scale", "Positions"))


def _utilities() -> Figure:
    kinds = ("a package all take", "a package these two take", "a package one of these two does not take")
    dots = (Dot(0.2, 0.9, 2, "All tolls to South"), Dot(0.5, 0.55, 1), Dot(0.6, 0.6, 0, "Half each"), Dot(0.9, 0.1, 2))
    flags = (Flag(0.6, 0.6, ((1, "Nash, Equal gains"), (3, ""))), Flag(0.2, 0.9, ((2, "best for South"),)))
    across, up = UtilityAxis("North", 0, 1, (0.5, 0.55, 0.6)), UtilityAxis("South", 0, 1, (0.65, 0.65, 0.65))
    line = ((0.2, 0.9), (0.6, 0.6), (0.9, 0.1))
    spec = UtilityPlane(across, up, kinds, dots, flags, line, Gap(0.6, 0.6, "", "South: short by 0.05"))
    return Figure("utilities", "What packages are worth", "Half each is nearest.", spec, _drawn("utilities", "Parts"))


def _margins() -> Figure:
    half = (Margin("North", 0.05, 0.0, 0.1, "+0.05"), Margin("South and its coalition", -0.05, -0.05, -0.05, "−0.05"))
    gift = (Margin("North", 0.0, 0.0, 0.0, "0.00"), Margin("South and its coalition", 0.25, 0.1, 0.3, "+0.25"))
    offers = (
        Offer(1, "Tolls: half each", "Nash", "South and its coalition blocks", half),
        Offer(2, "Tolls: all to South; families: return under the care of both", "", "nobody blocks", gift),
    )
    spec = Margins(offers, "where four of five draws lie")
    return Figure("margins", "What each gains", "South blocks number 1.", spec, _drawn("margins", "Gains"))


def _packages() -> Figure:
    """Return two packages that nobody blocks, and one that somebody accepts in no case."""
    coalition = "South and its coalition"
    now = (Side("North", 0.05, -0.02, 0.1, "perhaps gains a little"), Side(coalition, 0.0, 0.0, 0.0, "gains nothing"))
    later = (Side("North", 0.3, 0.25, 0.4, "gains a lot"), Side(coalition, 0.12, 0.12, 0.12, "gains clearly"))
    never = (Side("North", -0.2, -0.3, -0.1, "loses clearly"), Side(coalition, 0.2, 0.1, 0.3, "red line", barred=True))
    packages = (
        Package("Possible now", "Tolls: half each", "", False, now),
        Package("Only later", "Tolls: all to South; families: return", "Waits for “Vote”", False, later),
        Package("Blocked by all", "Tolls: none", "Crosses South’s red line", True, never),
    )
    spec = Packages(packages, "where four of five trials put it")
    return Figure("packages", "What each gains or loses", "Two are accepted.", spec, _drawn("packages", "Gains"))


def _map() -> Figure:
    """Return a map with every kind of way there is, two countries and an island."""
    north = ((20.0, 50.0), (26.0, 50.0), (26.0, 53.0), (23.0, 54.0), (20.0, 54.0))
    south = ((20.0, 47.0), (25.0, 47.0), (26.0, 50.0), (20.0, 50.0))
    island = ((28.0, 49.0), (29.0, 49.0), (28.5, 50.0))
    places = (
        Place(22.0, 52.0, "Northend", important=True),
        Place(22.5, 48.5, "Southend", important=True),
        Place(23.0, 50.0, "The Ford", important=True),
        Place(25.5, 51.5, "East Gate"),
        Place(28.4, 49.3, "Island"),
        Place(12.0, 48.0, "Far Port"),
    )
    ways = (
        Way(0, 2, 0.0, 300.0, disputed=True, title="Northend to the Ford: 300 with it open"),
        Way(2, 1, 900.0, 1400.0),
        Way(0, 3, 1200.0, 800.0),
        Way(3, 4, 1000.0, 1000.0),
        Way(1, 5, 2000.0, 2000.0, title="Southend to Far Port"),
        Way(2, 3, 0.0, 0.0, disputed=True),
    )
    countries = (Place(22.5, 52.8, "North"), Place(23.5, 47.6, "South"))
    kinds = ("as much as now", "more with the Ford open", "less with the Ford open", "a disputed way without cargo")
    land = ((north,), (south, island))
    spec = Map((19.0, 46.5, 30.0, 54.0), land, countries, places, ways, kinds, "thousand tonnes a year")
    return Figure("map", "Ways across the Ford", "The Ford takes cargo from the east.", spec, _drawn("map", "Ways"))
