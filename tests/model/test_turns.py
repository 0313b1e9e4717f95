from planbuilder.model.deck import Day, Deck, Line, Move, PlanWords, SessionKind, Week, Workout
from planbuilder.model.fields import field
from planbuilder.model.view import view_of


def line(name, station=""):
    return Line(name, "1", Move(name, name), (), station=station)


def deck(*weeks):
    rows = tuple((Workout((Day("1"),), tuple(lines)),) for lines in weeks)
    made = tuple(Week(str(n), f"Week {n}") for n, _ in enumerate(rows, 1))
    return Deck(PlanWords("Plan"), made, (SessionKind("a", "A"),), rows)


def nexts(plan):
    return [field(view, "exercise.next") for view in view_of(plan).each("exercises")]


def test_what_comes_after_a_move():
    assert nexts(deck([line("Walk"), line("Squat"), line("Hop")])) == ["Squat", "Hop", ""]


def test_after_the_last_station_comes_the_first():
    circuit = [line(name, str(n)) for n, name in enumerate(("Squat", "Lunge", "Plank"), 1)]
    assert nexts(deck([line("Walk"), *circuit, line("Stretch")])) == ["Squat", "Lunge", "Plank", "Squat", ""]


def test_each_of_two_circuits_goes_round_by_itself():
    one = [line("Squat", "1"), line("Lunge", "2")]
    two = [line("Plank", "1"), line("Hop", "2")]
    assert nexts(deck([*one, *two])) == ["Lunge", "Squat", "Hop", "Plank"]


def test_it_is_said_only_where_all_weeks_agree():
    squat, hop, walk = line("Squat"), line("Hop"), line("Walk")
    assert nexts(deck([squat, hop], [squat, walk]))[0] == ""
    assert nexts(deck([squat, hop], [squat, hop, walk])) == ["Hop", "", ""]
