"""Stand-ins: what a handout shows beside an exercise, what a personal card puts in its place, and dead ends."""

import pytest

from planbuilder.model.choices import Choices
from planbuilder.model.exercise import Equipment, Thing
from planbuilder.problems import Word
from planbuilder.resolve.substitution import kit_of

TIE = "\u00a0"

BAND = "title: T\nweeks: 2\ndefaults: {reps: 5, sets: 4}\ndo: [band-walk: 2 x 6]"


def lines(deck):
    return [
        (line.move.name, line.doses[0].line.replace(TIE, " "))
        for week in deck.workouts[:1]
        for workout in week
        for line in workout.lines
    ]


def aids(deck):
    return [(aid.question, aid.says.replace(TIE, " ")) for line in deck.workouts[0][0].lines for aid in line.aids]


def swaps(deck):
    return [
        (swap.question, swap.move.name, swap.dose.line.replace(TIE, " "))
        for line in deck.workouts[0][0].lines
        for swap in line.swaps
    ]


class TestHandout:
    def test_a_stand_in_exercise_stands_beside_with_its_own_dose(self, deck_of):
        deck = deck_of(BAND)
        assert not deck.personal
        assert lines(deck) == [("Sideways band walk", "2 × 6 steps each way, rest 30 s")]
        assert swaps(deck) == [("No band?", "Sofa press", "4 × 30 s each side")]

    def test_in_one_sentence_and_in_a_few_words(self, deck_of):
        swap = deck_of(BAND).workouts[0][0].lines[0].swaps[0]
        sentence = "Sofa press, 4 × 30 s each side. Side of the bent knee pushes into the sofa."
        assert swap.says.replace(TIE, " ") == sentence
        assert swap.says_short.replace(TIE, " ") == "Sofa push, 4 × 30 s each side"
        assert [thing.name for thing in swap.move.equipment] == ["Sofa or cold radiator"]

    def test_a_stand_in_thing_is_words(self, deck_of):
        assert aids(deck_of("title: T\ndo: [step-up]")) == [("No step?", "First or second stair")]

    def test_stand_ins_that_hold_everywhere_come_from_the_catalogue(self, deck_of):
        assert aids(deck_of("title: T\ndo: [bridge-hold]")) == [("No mat?", "Folded towel")]

    def test_one_of_several_things_is_asked_for_together(self, deck_of):
        deck = deck_of("title: T\ndo: [sofa-press]")
        assert swaps(deck) == [("No sofa or heater?", "Wall press", "2 × 20 s each side")]

    def test_what_every_home_has_is_not_asked_for(self, deck_of):
        deck = deck_of("title: T\ndo: [wall-press]")
        assert (aids(deck), deck.kit) == ([], ())

    def test_a_condition_is_asked_as_a_question(self, deck_of):
        assert swaps(deck_of("title: T\ndo: [clamshell]")) == [("One knee hurts?", "Plank", "3 × 30 s")]

    def test_an_item_may_name_stand_ins_of_its_own(self, deck_of):
        text = "title: T\ndo: [band-walk: {without: {band: {use: squat, dose: 1 x 20}}}]"
        assert swaps(deck_of(text)) == [("No band?", "Squat", "1 × 20")]

    def test_in_a_timed_group_it_takes_the_parts_of_the_group(self, deck_of):
        text = "title: T\ndo: [{rounds: 3, time: 40s, rest: 20s, do: [band-walk]}]"
        assert swaps(deck_of(text)) == [("No band?", "Sofa press", "40 s half each side, rest 20 s")]

    def test_kit_of_a_handout(self, deck_of):
        deck = deck_of("title: T\ndo: [band-walk, bridge-hold, sofa-press, wall-press]")
        assert [thing.name for thing in deck.kit] == ["Loop band", "Mat", "Sofa or cold radiator"]


class TestPersonalCard:
    def test_the_stand_in_is_printed_in_its_place(self, deck_of):
        deck = deck_of(BAND, have=("sofa",))
        assert deck.personal
        assert lines(deck) == [("Sofa press", "4 × 30 s each side")]
        assert (swaps(deck), aids(deck)) == ([], [])
        assert [thing.name for thing in deck.kit] == ["Sofa"]

    def test_with_the_thing_nothing_changes(self, deck_of):
        deck = deck_of(BAND, have=("band",))
        assert lines(deck) == [("Sideways band walk", "2 × 6 steps each way, rest 30 s")]
        assert swaps(deck) == []

    def test_without_takes_things_out_of_everything(self, deck_of):
        assert lines(deck_of(BAND, without=("band",))) == [("Sofa press", "4 × 30 s each side")]
        assert lines(deck_of(BAND, without=("sofa",)))[0][0] == "Sideways band walk"

    def test_chains_are_followed_and_the_last_entry_gives_the_dose(self, deck_of):
        assert lines(deck_of(BAND, have=())) == [("Wall press", "4 × 20 s each side")]

    def test_one_of_several_things_is_enough(self, deck_of):
        assert lines(deck_of(BAND, have=("radiator",))) == [("Sofa press", "4 × 30 s each side")]

    def test_a_stand_in_thing_counts_if_the_runner_has_it(self, deck_of):
        deck = deck_of("title: T\ndo: [band-pull]", have=("stairs",))
        assert (lines(deck), aids(deck)) == ([("Pull", "2 × 12")], [("No band?", "Pull the rail")])
        assert [thing.name for thing in deck.kit] == ["Stairs"]

    def test_words_always_count(self, deck_of):
        deck = deck_of("title: T\ndo: [step-up, bridge-hold]", have=())
        assert aids(deck) == [("No step?", "First or second stair"), ("No mat?", "Folded towel")]

    def test_a_dose_of_a_stand_in_thing_is_the_last_layer(self, deck_of):
        text = "title: T\ndo: [step-up: {dose: 3 x 8, without: {step: {text: A low stair, dose: 3 x 15}}}]"
        assert lines(deck_of(text, have=())) == [("Step-up", "3 × 15 each leg")]
        assert aids(deck_of(text)) == [("No step?", "A low stair, 3 × 15 each leg")]

    def test_a_condition_holds_whatever_the_kit(self, deck_of):
        assert swaps(deck_of("title: T\ndo: [clamshell]", have=())) == [("One knee hurts?", "Plank", "3 × 30 s")]

    def test_the_kit_of_the_plan(self, deck_of):
        deck = deck_of(BAND + "\nhave: [sofa]")
        assert (deck.personal, lines(deck)[0][0]) == (True, "Sofa press")
        assert lines(deck_of(BAND + "\nhave: [sofa]", have=("band",)))[0][0] == "Sideways band walk"

    def test_the_line_keeps_its_key(self, deck_of):
        handout, personal = (deck_of(BAND, have=have).workouts[0][0].lines[0].key for have in (None, ()))
        assert handout == personal


class TestDeadEnds:
    def test_no_variant_left_names_what_would_help(self, wrong):
        assert wrong("title: T\ndo:\n  - band-pull", have=()) == [
            '3:5 Without band there is no way to do "Pull". | one of these would help: band, stairs'
        ]

    def test_things_that_would_help_further_down_the_chain(self, wrong):
        text = """
title: T
exercises:
  pull: {name: Pull, equipment: [band], without: {band: {use: push}}}
  push: {name: Push, equipment: [{any: [sofa, radiator]}, step], without: {sofa: {thing: stairs}}}
do: [pull]
"""
        assert wrong(text, have=("mat",)) == [
            '6:6 Without band there is no way to do "Pull". | one of these would help: band, step'
        ]

    def test_circles_are_errors(self, wrong):
        text = """
title: T
exercises:
  pull: {name: Pull, equipment: [band], without: {band: {use: push}}}
  push: {name: Push, equipment: [band], without: {band: {use: pull}}}
do: [pull]
"""
        message = "4:57 These stand-ins go round in a circle: pull → push → pull. | name an exercise that needs no band"
        assert message in wrong(text)
        assert message in wrong(text, have=("band",))

    def test_two_exercises_that_stand_in_for_each_other_by_different_things(self, wrong, deck_of):
        text = """
title: T
exercises:
  pull: {name: Pull, equipment: [band], without: {band: {use: push}}}
  push: {name: Push, equipment: [step], without: {step: {use: pull}}}
do: [pull, push]
"""
        assert [name for name, _ in lines(deck_of(text, have=("step",)))] == ["Push", "Push"]
        assert [name for name, _ in lines(deck_of(text, have=("band",)))] == ["Pull", "Pull"]
        assert [line.partition(" | ")[0] for line in wrong(text, have=())] == [
            '6:6 Without band there is no way to do "Pull".',
            '6:12 Without step there is no way to do "Push".',
        ]

    @pytest.mark.parametrize("choices", [{"have": ("sofa",)}, {"without": ("sofa",)}, {}])
    def test_a_stand_in_that_there_is_not(self, wrong, choices):
        text = (
            "title: T\nexercises: {pull: {name: Pull, equipment: [band], without: {band: {use: pusch}}}}\ndo: [pull]\n"
        )
        assert any('There is no exercise called "pusch".' in line for line in wrong(text, **choices))


class TestKindsOfThings:
    BANDS = Equipment(
        (
            Thing("Resistance band", id="band"),
            Thing("Strong band", id="strong-band", kind_of=Word("band")),
            Thing("Very strong band", id="very-strong-band", kind_of=Word("strong-band")),
        )
    )

    def test_a_strong_band_is_a_band(self) -> None:
        kit, problems = kit_of(Choices(have=("very-strong-band",)), None, self.BANDS)
        assert problems == ()
        assert [kit.has(thing) for thing in self.BANDS.ids] == [True, True, True]

    def test_a_band_is_no_strong_band(self) -> None:
        kit, _ = kit_of(Choices(have=("band",)), None, self.BANDS)
        assert [kit.has(thing) for thing in self.BANDS.ids] == [True, False, False]

    def test_without_a_band_there_is_none_of_any_kind(self) -> None:
        kit, _ = kit_of(Choices(without=("band",)), None, self.BANDS)
        assert [kit.has(thing) for thing in self.BANDS.ids] == [False, False, False]

    def test_kinds_that_go_in_a_circle_end(self) -> None:
        circle = Equipment((Thing("A", id="a", kind_of=Word("b")), Thing("B", id="b", kind_of=Word("a"))))
        assert circle.as_kinds("a") == ("a", "b")
