"""A heading that changes over the weeks says so; what stays is said once."""

from planbuilder.model.deck import GroupWords
from planbuilder.model.group_words import one_after_the_other, through_the_weeks


def test_only_the_part_that_changes_stands_twice():
    said = ["Stations · 2 rounds · 2 min between rounds", "Stations · 3 rounds · 2 min between rounds"]
    assert one_after_the_other(said) == "Stations · 2 rounds, then 3 rounds · 2 min between rounds"
    assert one_after_the_other(said, "dann") == "Stations · 2 rounds, dann 3 rounds · 2 min between rounds"


def test_headings_of_different_length_stand_whole():
    assert one_after_the_other(["Core", "Core · 2 rounds", "Core"]) == "Core, then Core · 2 rounds"


def test_nothing_said_is_nothing():
    assert one_after_the_other(["", ""]) == ""
    assert through_the_weeks([]) is None


def test_a_group_keeps_what_is_the_same_in_all_weeks():
    first = GroupWords("Run · 2 min", "it is dry", spoken="Run · 2 minutes")
    again = GroupWords("Run · 3 min", "it is dry", spoken="Run · 3 minutes")
    assert through_the_weeks([first, first]) is first
    merged = through_the_weeks([first, again, first])
    assert (merged.heading, merged.spoken) == ("Run · 2 min, then 3 min", "Run · 2 minutes, then 3 minutes")
    assert merged.condition == "it is dry"
