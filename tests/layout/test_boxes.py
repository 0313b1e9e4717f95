import pytest
from pretend import Pretend

from planbuilder.geometry import Insets
from planbuilder.layout.boxes import Box, Room, Space, Spot
from planbuilder.layout.frames import Grid, Row, Stack
from planbuilder.layout.lines import Setter
from planbuilder.layout.parts.drawn import Ticks
from planbuilder.layout.tracks import Extent, solved
from planbuilder.model.design import Ground, Look, Track
from planbuilder.model.pages import Path, Stroke
from planbuilder.problems import Place, Source

HERE = Place(Source("test.yaml", ""), 7, 3)


def look(**options):
    return Look(HERE, **options)


def block(width=20.0, height=10.0, **options):
    size = Setter(Pretend())
    return Ticks(
        look=look(**options), count=1, across=1, size=height, pitch=width, stroke=Stroke(1, "#000000"), setter=size
    )


def heights(stack, width, height):
    return stack.heights(Room(width), height)[0]


def test_fixed_then_natural_then_shares():
    tracks = (Track("fixed", 30), Track(), Track("rest", 0, 1), Track("rest", 0, 3))
    extents = [Extent(30, 30), Extent(10, 50), Extent(0, 0), Extent(0, 0)]
    assert solved(tracks, extents, 200, 0) == (30, 50, 30, 90)


def test_natural_widths_are_squeezed_towards_their_narrowest():
    tracks = (Track(), Track())
    extents = [Extent(20, 60), Extent(40, 60)]
    assert solved(tracks, extents, 90, 0) == (40, 50)
    assert sum(solved(tracks, extents, 30, 0)) == pytest.approx(30)


def test_a_share_never_falls_under_its_floor():
    tracks = (Track("rest", 40), Track("rest", 0))
    assert solved(tracks, [Extent(0, 0)] * 2, 60, 0) == (40, 20)


def test_rest_boxes_rise_to_one_level_up_to_their_most():
    items = tuple(block(height=h, flex="rest") for h in (10.0, 30.0, 20.0))
    assert heights(Stack(look=look(), items=items), 50, 90) == pytest.approx([30, 30, 30])
    capped = (block(height=10.0, flex="rest", most=15.0), block(height=10.0, flex="rest"))
    assert heights(Stack(look=look(), items=capped), 50, 60) == pytest.approx([15, 45])


def test_grow_boxes_and_spaces_share_what_rest_leaves():
    space = Space(look=look(flex="grow"))
    items = (block(flex="rest", most=12.0), space, block(flex="grow"))
    assert heights(Stack(look=look(), items=items), 50, 62) == pytest.approx([12, 20, 30])


def test_the_gap_is_the_larger_of_gap_before_and_after():
    items = (block(after=9.0), block(before=4.0), block())
    stack = Stack(look=look(), items=items, gap=6.0)
    assert stack.gaps == (9, 6)
    assert stack.tall(Room(50)) == 45


def test_a_fixed_box_too_low_says_so_at_its_place():
    box = Stack(look=look(height=8.0), items=(block(height=10.0),))
    [trouble] = box.troubles(Room(50))
    assert (trouble.kind, trouble.place, trouble.ratio) == ("low", HERE, 0.8)
    assert not Stack(look=look(height=10.0), items=(block(height=10.0),)).troubles(Room(50))


def test_air_and_ground_are_inside_the_box():
    marks = []
    ground = Ground(fill="#FF0000", pad=Insets(1, 2, 3, 4))
    box = Stack(look=look(pad=Insets(5, 0, 0, 0)), ground=ground, items=(block(),))
    assert box.extent() == (26, 26)
    assert box.tall(Room(26)) == 18
    box.put(marks, Spot(100, 50, 26, 18))
    assert marks[0] == Path((("R", (100, 50, 26, 18)),), "#FF0000", None)
    assert marks[1].steps[0][1][1] == 55


def grid(*rows, gap=5.0):
    tracks = (Track("fixed", 30), Track("rest"), Track())
    return Grid(look=look(), items=tuple(rows), tracks=tracks, column_gap=gap)


def row(*cells):
    return Row(look=look(), cells=cells, in_grid=True)


def test_rows_of_a_grid_share_columns():
    rows = row(block(), block(), block(40)), row(block(), block(), block(60))
    lanes = grid(*rows).lanes(200.0)
    assert lanes.widths == (30, 100, 60)
    assert rows[0].spots(Room(200.0, lanes)) == ((0, 30), (35, 100), (140, 60))


def test_a_column_nobody_uses_closes_with_its_gap():
    empty = Box(look=look(), nothing=True)
    rows = row(empty, block(), block(40)), row(empty, block(), block(60))
    lanes = grid(*rows).lanes(200.0)
    assert lanes.widths == (0, 135, 60)
    assert rows[0].spots(Room(200.0, lanes))[1:] == ((0, 135), (140, 60))


def test_a_cell_that_spans_columns_keeps_none_open():
    empty = Box(look=look(), nothing=True)
    wide = Row(look=look(), cells=(block(span=2), block(40)), in_grid=True)
    wide.cells[0].span = 2
    lanes = grid(row(empty, block(), block(40)), wide).lanes(200.0)
    assert wide.spots(Room(200.0, lanes)) == ((0, 155), (160, 40))


def test_put_twice_at_one_spot_gives_the_same_marks():
    box = Stack(look=look(), items=(block(), block()))
    first, second = [], []
    box.put(first, Spot(0, 0, 50, 20))
    box.put(second, Spot(0, 0, 50, 20))
    assert len(first) == 2
    assert all(a is b for a, b in zip(first, second, strict=True))


def test_a_natural_width_may_have_a_most():
    tracks = (Track("auto", 50), Track("rest"))
    assert solved(tracks, [Extent(10, 80), Extent(0, 0)], 200, 0) == (50, 150)
    assert solved(tracks, [Extent(10, 30), Extent(0, 0)], 200, 0) == (30, 170)


def test_a_last_column_that_closes_takes_no_room_for_its_gap():
    empty = Box(look=look(), nothing=True)
    rows = row(block(), block(), empty), row(block(), block(40), empty)
    lanes = grid(*rows).lanes(200.0)
    assert lanes.widths == (30, 165, 0)
    assert not list(rows[0].troubles(Room(200.0, lanes)))


def test_a_cell_may_run_on_over_the_empty_ones_after_it():
    empty = Box(look=look(), nothing=True)
    head = row(block(runs_on=True), empty, empty)
    still = row(block(), empty, empty)
    last = row(block(runs_on=True), empty, block(40))
    lanes = grid(row(block(), block(), block(40)), head, still, last).lanes(200.0)
    assert [one.spots(Room(200.0, lanes))[0][1] for one in (head, still, last)] == [200, 30, 155]
