from hypothesis import given
from hypothesis import strategies as st
from pretend import Pretend

from planbuilder.layout.lines import Setter, balanced, first_fit, tied, width_of

FACE = "text-400"


def lines_of(text, room, size=10.0):
    chunks = Setter(Pretend()).chunks(text, FACE, size)
    ends = balanced(chunks, room)
    return [" ".join(c.text for c in chunks[a:b]) for a, b in zip([0, *ends], ends, strict=False)]


def test_a_number_keeps_its_unit_and_a_times_sign_both_its_sides():
    assert tied("rest 30 s") == ("rest", "30 s")
    assert tied("3 × 10") == ("3 × 10",)
    assert tied("Coach · Club") == ("Coach ·", "Club")


def test_the_last_two_words_of_four_or_more_stay_together():
    assert tied("one two three") == ("one", "two", "three")
    assert tied("one two three four") == ("one", "two", "three four")


def test_lines_are_as_few_as_first_fit_gives_and_even():
    assert lines_of("aaaa bbbb cccc dddd", 100) == ["aaaa bbbb cccc dddd"]
    assert lines_of("aaaa bbbb cccc dd ee", 90) == ["aaaa bbbb", "cccc dd ee"]


def test_two_sentences_on_two_lines_break_between_them():
    assert lines_of("Form gone or pain? Stop there now.", 100) == ["Form gone or pain?", "Stop there now."]


def test_several_sentences_on_a_line_stay_whole_where_that_takes_no_further_line():
    assert lines_of("Go on. Stay here. Over 5: go back.", 90) == ["Go on. Stay here.", "Over 5: go back."]
    assert lines_of("A pull is fine. Sharp pain? Stop there.", 150) == ["A pull is fine.", "Sharp pain? Stop there."]


def test_a_line_ends_at_a_dot_where_that_takes_no_further_line():
    assert lines_of("bodyweight · rest between reps 3 s", 115) == ["bodyweight ·", "rest between reps 3 s"]
    assert lines_of("aa · bb · cccc · dddd", 60) == ["aa · bb ·", "cccc · dddd"]
    assert lines_of("one two three · four", 70) == ["one two", "three · four"]


def test_a_space_after_each_word_is_measured():
    chunks = Setter(Pretend()).chunks("ab cd", FACE, 10.0)
    assert width_of(chunks) == 25
    assert first_fit(chunks, 25) == [2]
    assert first_fit(chunks, 24) == [1, 2]


def test_a_set_in_bites_is_cut_after_its_plus():
    setter = Setter(Pretend())
    (chunk,) = setter.chunks("12+max+max", FACE, 10.0)
    assert [c.text for c in setter.pieces(chunk, FACE, 10.0, chunk.width * 0.75)] == ["12+max+", "max"]


def test_a_word_too_wide_is_cut_at_its_own_hyphen_first():
    setter = Setter(Pretend())
    [chunk] = setter.chunks("Knie-Beuge", FACE, 10.0)
    assert [c.text for c in setter.pieces(chunk, FACE, 10.0, 30)] == ["Knie-", "Beuge"]
    [chunk] = setter.chunks("Beinheben", FACE, 10.0)
    assert [c.text for c in setter.pieces(chunk, FACE, 10.0, 30)] == ["Beinh-", "eben"]


WORDS = st.lists(st.text("abcdef.,?", min_size=1, max_size=12), min_size=1, max_size=30)


@given(WORDS, st.floats(60, 400))
def test_words_in_are_words_out_and_no_line_is_too_wide(words, room):
    chunks = Setter(Pretend()).chunks(" ".join(words), FACE, 10.0)
    ends = balanced(chunks, room)
    assert ends[-1] == len(chunks)
    assert ends == sorted(set(ends))
    assert " ".join(c.text for c in chunks) == " ".join(words)
    for start, end in zip([0, *ends], ends, strict=False):
        assert end - start == 1 or width_of(chunks[start:end]) <= room + 0.1
    assert len(ends) == len(first_fit(chunks, room))


@given(st.text("abc-/", min_size=1, max_size=60), st.floats(15, 200))
def test_pieces_of_a_word_are_the_word_and_fit(word, room):
    setter = Setter(Pretend())
    [chunk] = setter.chunks(word, FACE, 10.0)
    pieces = [c.text for c in setter.pieces(chunk, FACE, 10.0, room)]
    joined = ""
    for piece in pieces:
        joined += piece if word[len(joined) :].startswith(piece) else piece.removesuffix("-")
    assert joined == word
    assert all(len(piece) * 5 <= room or len(piece) <= 2 for piece in pieces)


def fitted(text, room, size=10.0):
    setter = Setter(Pretend())
    (chunk,) = setter.chunks(text, FACE, size)
    return [c.text for c in setter.fitted(chunk, FACE, size, room, untied=True, broken=False)]


def test_a_range_with_its_unit_is_cut_at_the_dash_only_where_that_is_enough():
    whole, amount = (Setter(Pretend()).ems(text, FACE) * 10 for text in ("10–15 min", "15 min"))
    assert fitted("10–15 min", whole) == ["10–15 min"]
    assert fitted("10–15 min", amount) == ["10–", "15 min"]
    assert fitted("10–15 min", amount - 1) == ["10–15", "min"]
