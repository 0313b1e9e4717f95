"""Exercises to their words: moves, and the stand-ins offered beside them."""

from __future__ import annotations

from collections.abc import Callable

from planbuilder.model import deck
from planbuilder.model.exercise import Exercise, Variant
from planbuilder.resolve.substitution import Library
from planbuilder.resolve.wording import TIMES

SayDose = Callable[[Exercise, Variant], str]


def move_of(exercise: Exercise, kit: tuple[deck.Thing, ...], library: Library, say_dose: SayDose) -> deck.Move:
    """An exercise in words; `say_dose` words the dose of an easier or harder way."""

    def variant(variant: Variant | None) -> str:
        return _variant_words(variant, exercise, library, say_dose) if variant else ""

    picture = exercise.picture
    return deck.Move(
        id=exercise.id,
        name=exercise.name,
        short=exercise.short,
        purpose=exercise.purpose,
        position=exercise.position,
        cues=tuple(deck.Cue(cue.do, cue.short) for cue in exercise.cues),
        mistake=exercise.mistake,
        stop=exercise.stop,
        easier=variant(exercise.easier),
        harder=variant(exercise.harder),
        video=exercise.video,
        equipment=kit,
        credit=f"{picture.credit} · {picture.licence}" if picture else "",
        pictured=picture is not None or exercise.figure is not None,
    )


def _variant_words(variant: Variant, exercise: Exercise, library: Library, say_dose: SayDose) -> str:
    """Words, the name of another exercise, or both; with a dose where there is one."""
    other = library.exercise(variant.use.text, variant.use.place) if variant.use else None
    name = other.name if other else ""
    dose = say_dose(other or exercise, variant) if variant.parts else ""
    if not name:
        return _joined(variant.text.rstrip("."), dose) if dose else variant.text
    if not variant.text:
        return _joined(name, dose)
    return f"{_stopped(variant.text)} Or: {_joined(name, dose)}."


def swap_of(question: str, text: str, move: deck.Move, dose: deck.Dose) -> deck.Swap:
    """A stand-in exercise with a sentence and a few words that say it all."""
    brief = brief_dose(dose)
    rest = text or (move.cues[0].text if move.cues else "")
    says, spoken = (f"{_joined(move.name, words)}. {rest}".strip() for words in (brief, brief_dose(dose, spoken=True)))
    return deck.Swap(question, says, _joined(move.short or move.name, brief), move, dose, spoken)


def brief_dose(dose: deck.Dose, spoken: bool = False) -> str:
    """Sets, amount, side and load on one line; `spoken` has the unit of the amount in full."""
    amount = dose.amount_spoken if spoken and dose.kind == "time" else dose.amount
    big = TIMES.join(part for part in (dose.sets, amount) if part)
    return " ".join(part for part in (big, dose.side, f"@ {dose.load}" if dose.load else "") if part)


def _joined(name: str, dose: str) -> str:
    return f"{name}, {dose}" if dose else name


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
