"""The library: exercises opened when asked for, catalogues of several homes, and what they name looked up."""

from pathlib import Path

import pytest

from planbuilder.load.changes import Names
from planbuilder.load.exercises import read_exercise, read_stand_ins
from planbuilder.load.files import Folders
from planbuilder.load.library import Library
from planbuilder.load.nodes import Node, compose
from planbuilder.load.reader import Reader
from planbuilder.model.dose import Quantity, Value
from planbuilder.model.exercise import Cue, Exercise, Need, Photo, StandIn, Variant
from planbuilder.problems import Place, Source, Word, in_order

EQUIPMENT = """
resistance-band: {name: Resistance band, short: band, icon: band}
sofa: {name: Sofa, instead: Sturdy chair}
step: {name: Step, instead: [{thing: stairs}, Any sturdy box]}
stairs: Stairs
chair: {name: Chair, everywhere: true}
"""
FAULTS = "hip-drop: {name: Hip drop, look: The hip sinks.}\n"
PANELS = "glutes: {title: Three glutes, text: They push.}\n"


class Shelf:
    """Writes files into a working folder and into a shipped one."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.write("shipped/exercises/equipment.yaml", EQUIPMENT)
        self.write("shipped/exercises/faults.yaml", FAULTS)
        self.write("shipped/exercises/panels.yaml", PANELS)

    def write(self, path: str, text: str) -> None:
        file = self.top / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def exercise(self, name: str, text: str) -> None:
        self.write(f"shipped/exercises/hips/{name}.yaml", text)

    def library(self) -> Library:
        return Library(Folders(self.top / "work", None, self.top / "shipped"))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def complaints(library: Library) -> list[str]:
    return [f"{p.place}: {p.message} ({p.advice})" for p in in_order(library.problems)]


WHOLE = """\
name: Band walk
short: Walk
purpose: Level hips
works: [gluteus-medius]
fixes: [hip-drop]
position: standing
equipment: [resistance-band, {any: [sofa, chair]}]
helps: step
counts: time
sets: 3
cues:
  - Knees soft.
  - {do: Face front., short: Front}
mistake: Rolling in
stop: Sharp pain
without:
  resistance-band: [{use: press, sets: 2}, {thing: stairs, text: On the stairs}]
  sofa: A chair
if: {one knee hurts: {use: press}}
easier: No band.
harder: {use: press, text: Stronger band.}
video: https://example.org/walk
picture: {file: walk.svg, credit: A, licence: CC BY 4.0}
alt: A person walks.
"""


def test_a_whole_exercise(shelf: Shelf) -> None:
    shelf.exercise("walk", WHOLE)
    shelf.exercise("press", "name: Press")
    shelf.write("shipped/exercises/hips/walk.svg", '<svg viewBox="0 0 9 9"><circle r="9"/></svg>')
    library = shelf.library()
    walk = library.exercise("walk", None)
    assert complaints(library) == []
    assert library.pictures["figure:walk"].alt == "A person walks."
    assert walk is not None
    assert walk.parts is not None
    assert walk.parts.sets is not None
    assert walk == Exercise(
        name="Band walk",
        short="Walk",
        purpose="Level hips",
        works=("gluteus-medius",),
        fixes=(Word("hip-drop"),),
        position="standing",
        equipment=(Need((Word("resistance-band"),)), Need((Word("sofa"), Word("chair")))),
        helps=(Word("step"),),
        counts="time",
        parts=walk.parts,
        cues=(Cue("Knees soft."), Cue("Face front.", "Front")),
        mistake="Rolling in",
        stop="Sharp pain",
        without=(
            (
                Word("resistance-band"),
                (
                    StandIn(use=Word("press"), parts=walk.without[0][1][0].parts),
                    StandIn(thing=Word("stairs"), text="On the stairs"),
                ),
            ),
            (Word("sofa"), (StandIn(text="A chair"),)),
        ),
        if_=((Word("one knee hurts"), Variant(use=Word("press"))),),
        easier=Variant(text="No band."),
        harder=Variant(use=Word("press"), text="Stronger band."),
        video="https://example.org/walk",
        picture=Photo(Word("walk.svg"), "A", "CC BY 4.0"),
        alt="A person walks.",
        id="walk",
    )
    stand_in = walk.without[0][1][0].parts
    assert stand_in is not None
    assert stand_in.sets is not None
    assert getattr(stand_in.sets, "value", None) == Quantity((Value(2),))  # type: ignore[arg-type]


def test_exercises_are_opened_when_asked_for_and_once(shelf: Shelf) -> None:
    shelf.exercise("walk", "name: Walk")
    shelf.exercise("press", "name: [")
    library = shelf.library()
    assert library.exercise_names() == ("press", "walk")
    assert library.sources == ()
    assert library.exercise("walk", None) is library.exercise("walk", None)
    assert [source.name for source in library.sources] == ["exercises/hips/walk.yaml"]
    assert complaints(library) == []
    assert library.exercise("press", None) is None
    assert library.exercise("press", None) is None
    assert len(complaints(library)) == 1


def test_an_unknown_exercise_is_an_error_wherever_it_is_asked_for(shelf: Shelf) -> None:
    shelf.exercise("clamshell", "name: Clamshell")
    library = shelf.library()
    plan = Source("plans/x.yaml", "- clamshel\n- clamshel\n")
    assert library.exercise("clamshel", Place(plan, 1, 3)) is None
    assert library.exercise("clamshel", Place(plan, 2, 3)) is None
    assert complaints(library) == [
        'plans/x.yaml:1:3: There is no exercise called "clamshel". (did you mean clamshell?)',
        'plans/x.yaml:2:3: There is no exercise called "clamshel". (did you mean clamshell?)',
    ]


def test_what_an_exercise_names_must_be_there(shelf: Shelf) -> None:
    shelf.exercise(
        "walk",
        "name: Walk\nequipment: [resistance-bnd]\nhelps: [mirrr]\nfixes: [hip-dorp]\nwithout:\n"
        "  resistance-bnd: {use: pres}\n  sofa: {thing: stars}\n"
        "if: {sore: {use: wlak}}\neasier: {use: nothing-like}\n",
    )
    library = shelf.library()
    library.exercise("walk", None)
    assert complaints(library) == [
        'exercises/hips/walk.yaml:2:13: There is no equipment called "resistance-bnd". (did you mean resistance-band?)',
        (
            'exercises/hips/walk.yaml:3:9: There is no equipment called "mirrr". '
            "(write one of: resistance-band, sofa, step, stairs, chair)"
        ),
        'exercises/hips/walk.yaml:4:9: There is no running fault called "hip-dorp". (did you mean hip-drop?)',
        'exercises/hips/walk.yaml:6:3: There is no equipment called "resistance-bnd". (did you mean resistance-band?)',
        'exercises/hips/walk.yaml:6:25: There is no exercise called "pres". (write one of: walk)',
        (
            'exercises/hips/walk.yaml:7:3: This exercise does not ask for "sofa", so this never counts. '
            "(name it under equipment)"
        ),
        'exercises/hips/walk.yaml:7:17: There is no equipment called "stars". (did you mean stairs?)',
        'exercises/hips/walk.yaml:8:18: There is no exercise called "wlak". (did you mean walk?)',
        'exercises/hips/walk.yaml:9:15: There is no exercise called "nothing-like". (write one of: walk)',
    ]


def test_the_equipment_catalogue(shelf: Shelf) -> None:
    library = shelf.library()
    things = library.equipment()
    assert complaints(library) == []
    assert things.ids == ("resistance-band", "sofa", "step", "stairs", "chair")
    band, chair, step = things.get("resistance-band"), things.get("chair"), things.get("step")
    assert band is not None
    assert chair is not None
    assert step is not None
    assert (band.name, band.short, band.icon, band.everywhere) == ("Resistance band", "band", "band", False)
    assert chair.everywhere
    assert step.instead == (StandIn(thing=Word("stairs")), StandIn(text="Any sturdy box"))
    assert things.get("bike") is None


def test_a_coachs_own_catalogue_adds_and_replaces(shelf: Shelf) -> None:
    shelf.write("work/exercises/equipment.yaml", "bike: Bike\nsofa: {name: Settee}\n")
    library = shelf.library()
    things = library.equipment()
    sofa = things.get("sofa")
    assert sofa is not None
    assert (sofa.name, things.ids) == ("Settee", ("bike", "sofa", "resistance-band", "step", "stairs", "chair"))
    assert library.equipment() is things


def test_mistakes_in_a_catalogue(shelf: Shelf) -> None:
    shelf.write(
        "work/exercises/equipment.yaml", "Yoga Mat: Mat\nmat: {instead: {thing: chiar}, name: Mat, evrywhere: true}\n"
    )
    library = shelf.library()
    library.equipment()
    assert complaints(library) == [
        (
            'exercises/equipment.yaml:1:1: "Yoga Mat" cannot be the name of an entry. '
            "(use small letters, digits and hyphens: yoga-mat)"
        ),
        'exercises/equipment.yaml:2:24: There is no equipment called "chiar". (did you mean chair?)',
        'exercises/equipment.yaml:2:43: There is no "evrywhere" here. (did you mean everywhere?)',
    ]


def test_faults_and_panels(shelf: Shelf) -> None:
    library = shelf.library()
    assert [(fault.id, fault.name, fault.look) for fault in library.faults()] == [
        ("hip-drop", "Hip drop", "The hip sinks.")
    ]
    panel = library.panel(Word("glutes"))
    assert panel is not None
    assert (panel.title, panel.text) == ("Three glutes", "They push.")
    place = Place(Source("p.yaml", "panels: [glute]"), 1, 10)
    assert library.panel(Word("glute", place)) is None
    assert complaints(library) == ['p.yaml:1:10: There is no panel called "glute". (did you mean glutes?)']


def node_of(text: str) -> Node:
    node, _ = compose(Source("p.yaml", text))
    assert node is not None
    return node


def test_exercises_of_a_plan_come_before_all_others(shelf: Shelf) -> None:
    shelf.exercise("row", "name: Row")
    library = shelf.library()
    reader = Reader()
    own = [
        read_exercise(node_of("Towel row"), Word("row"), reader, Names()),
        read_exercise(node_of("{name: Pull, easier: {use: row}, equipment: [sofa]}"), Word("pull"), reader, Names()),
    ]
    library.add(exercise for exercise in own if exercise)
    row = library.exercise("row", None)
    assert row is not None
    assert row.name == "Towel row"
    assert library.exercise_names() == ("pull", "row")
    assert complaints(library) == []
    assert reader.problems == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{name: A, without: {sofa: {sets: 3}}}", "This does not say what to do instead. (write use, thing or text)"),
        (
            "{name: A, without: {sofa: {use: b, thing: c}}}",
            "This names another exercise and another thing. (write two stand-ins, in a list)",
        ),
        ("{name: A, easier: {}}", "This does not say what to do instead. (write text, use or a dose)"),
        (
            "{name: A, video: example.org/a}",
            '"example.org/a" is no address of a page or film. (write all of it, from https:// on)',
        ),
        (
            "{name: A, picture: {file: a.png, credit: B}}",
            '"licence" is missing here. (write "licence: ..." as well)',
        ),
        ("{name: A, pace: fast}", '"fast" is no pace. (write it like 6:00/km, 2:30/100m or 20km/h)'),
        ("{name: A, pace: zone 2}", '"zone 2" is no pace. (write it like 6:00/km, 2:30/100m or 20km/h)'),
        ("{name: A, counts: minutes}", '"minutes" is not possible here. (write one of: reps, time, distance)'),
        ("{short: A}", '"name" is missing here. (write "name: ..." as well)'),
        ("{name: A, cues: [{short: B}]}", '"do" is missing here. (write "do: ..." as well)'),
    ],
)
def test_mistakes_inside_an_exercise(text: str, message: str) -> None:
    reader = Reader()
    read_exercise(node_of(text), Word("a"), reader, Names())
    assert message in [f"{p.message} ({p.advice})" for p in reader.problems]


def test_the_name_of_an_exercise_is_simple() -> None:
    reader = Reader()
    assert read_exercise(node_of("A"), Word("Step Up!"), reader, Names()) is None
    assert [p.advice for p in reader.problems] == ["use small letters, digits and hyphens: step-up"]


def test_stand_ins_on_their_own() -> None:
    reader = Reader()
    found = read_stand_ins(node_of("{sofa: {use: press}, band: [A rope, {}]}"), reader, Names())
    assert found == (
        (Word("sofa"), (StandIn(use=Word("press")),)),
        (Word("band"), (StandIn(text="A rope"), StandIn())),
    )
    assert [p.message for p in reader.problems] == ["This does not say what to do instead."]


def test_everything_that_is_shipped_is_sound(tmp_path: Path) -> None:
    library = Library(Folders.standard(tmp_path))
    names = library.exercise_names()
    assert len(names) >= 11
    assert all(library.exercise(name, None) for name in names)
    assert library.equipment().things
    assert library.faults()
    assert library.panels()
    assert complaints(library) == []
