from pretend import Pretend, wall

from planbuilder.layout.boxes import Room
from planbuilder.layout.fit import NATURAL, Traits
from planbuilder.layout.likeness import likeness
from planbuilder.layout.lines import Setter
from planbuilder.layout.parts.text import Text, span_of
from planbuilder.model.design import Look

DESIGN = wall()
LOOK = Look(DESIGN.place)
SETTER = Setter(Pretend())


def measured(words, role="title", wide=400.0, **more):
    style = DESIGN.styles[role]
    group = frozenset({style.group})
    span = span_of(SETTER, words, style, "#000000", NATURAL)
    own = Traits(frozenset(more.pop("offers", ())), group, group)
    box = Text(look=LOOK, spans=(span,), setter=SETTER, limit=style.most, own=own, **more)
    box.tall(Room(wide))
    box.troubles(Room(wide))
    return box


def test_titles_on_one_line_are_alike_whatever_the_week():
    assert likeness(measured("Week 1")) == likeness(measured("Week 12"))


def test_words_that_wrap_or_stand_too_wide_or_have_a_short_form_are_themselves():
    first = measured("Week 1")
    for other in (
        measured("Sit back then down", role="cue", wide=60.0),
        measured("Week 12", wide=20.0),
        measured("Week 1", offers={"short name"}),
        measured("Week 1", owner="squat"),
    ):
        assert likeness(other) == id(other)
        assert likeness(other) != likeness(first)
