"""Texts that may have been meant by one that cannot be read: slips mended, other people's ways put into ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from planbuilder.load.sides import LIMBS
from planbuilder.load.spelling import PAGE_WORDS, UNIT_SPELLINGS, meant

LONGEST = 300
_LIMB_WORDS = "|".join(LIMBS)

_AMOUNTS = (
    (r"(\d),(\d{3})(?!\d)", r"\1\2"),
    (r"(\d),(\d{1,2})(?!\d)", r"\1.\2"),
    (r"(\d)\s*(?:-\s+|\s-|–\s+|\s–|--)\s*(\d)", r"\1-\2"),
    (r"(\d) (\d)", r"\1-\2"),
    (r"(?<![\d/])1/2(?= ?[a-z])", "0.5"),
    (r"(?<![\d/])1/4(?= ?[a-z])", "0.25"),
    (r"(?<![\d/])3/4(?= ?[a-z])", "0.75"),
    (r"(\d) ?½", r"\1.5"),
    (r"½", "0.5"),
    (r"(\d+), (\d+), (\d+)(?=[a-z% ]*$)", r"\1/\2/\3"),
    (r"\b2 ?x ?(\d[\d.]* ?(?:kg|lb))s?\b", r"\1 a hand"),
    (r"^hold (?:for )?(\d\S*)$", r"\1 (hold)"),
    (r"(\d)(s|min|h|kg|lb|m|km)\s?[-–]\s?(\d[\d.]*)$", r"\1-\3\2"),
    (r"^(?:~|ca\.?|approx\.?|around|roughly|c\.)\s*(\d)", r"about \1"),
    (r"^(?:<=?|≤|max\.?|at most|up to a max of|no more than)\s*(\d)", r"up to \1"),
    (r"^(?:>=?|≥|min\.?|minimum|not under)\s*(\d)", r"at least \1"),
    (r"^(?:bw|body weight|body-weight)\b", "bodyweight"),
    (r"(\d)\s*(?:'|’|′)$", r"\1min"),
    (r"(\d)\s*(?:''|\"|”|″)$", r"\1s"),
    (r"^(\d+)k$", r"\1km"),
    (r"(\d)\s*(sec|min|hr|reps?|kg|lbs?|m)\.$", r"\1\2"),
    (r"(\d)\s*(?:per|/) ?(?:hand|arm)$", r"\1 a hand"),
    (r"%\s?of\s(?:your\s|the\s)?", "% "),
    (r"%\s?(?:1rm|1-rm|max)$", "% 1RM"),
    (r"(\d)\s*(?:total|altogether)$", r"\1 in total"),
    (r"^(?:as many as possible|amrap|to failure)$", "max"),
    (r"^rpe\s*[:=@]?\s*", "RPE "),
)


_LINES = (
    (r"\b(\d+) ?[x×] ?(\S+) to (\d+) ?[x×] ?\2(?=[\s,]|$)", r"\1 to \3 x \2"),
    (r"\b(\d+) ?[x×] ?(\S+) to (\d+) ?[x×] ?(?=\d)", r"\1 to \3 x \2 to "),
    (r"(\d)\s*sets?\s*(?:of|x|×|,|-)?\s*(?=\d|max)", r"\1 x "),
    (r"(\d)\s*(?:\*|by)\s*(?=\d|max)", r"\1 x "),
    (rf"\s*(?:per|/|on each|for each|on every|every|a|ea\.?|e\.?)\s?({_LIMB_WORDS})s?\b", r" each \1"),
    (r"\beach (leg|side|arm|hand|knee|ankle|hip|shoulder|wrist)s\b", r"each \1"),
    (r",?\s*\b(\d[\d.:-]*\s?(?:s|sec|min|minutes?|seconds?))\s+(?:of\s+)?rest\b", r", rest \1"),
    (r"\brest(?:ing)?\s*(?:[:=]|of|for)\s*", "rest "),
    (r"\b(?:break|pause|recovery|recover)\s*[:=]?\s+(?=\d)", "rest "),
    (r"\s*(?:,|\bwith\b|\bat\b|\busing\b)?\s*(\d[\d./-]*\s?(?:kg|lbs?|%))(?=\s|,|$)", r" @ \1"),
    (r"\s*(?:,|\bat\b)?\s*\b(RPE|RIR|zone)\s?(\d)", r" @ \1 \2"),
    (r"\balternating\b", "alternate"),
    (r"^(.*\d\s?s[a-z]*)\s+holds?$", r"\1 (hold)"),
    (r"\b(?:per|each)\s+(week|session|day|stage|cycle)\b", r"a \1"),
    (r"(\d)\s+(to (?:failure|fatigue|the limit))\b", r"\1 @ \2"),
    (r"^(.*\d\s?[^\W\d_]*)\s+(?!x\b|sets?\b|or\b|to\b|.*\ba day)([^\W\d_][^\d,@]*)$", r"\1 @ \2"),
    (r"\bsame\s+(leg|side|arm)\b", r"\1"),
    (r"\btempo\s*[:=]\s*", "tempo "),
    (r"\b(\d+)\s*(?:x|times)\s*(?:/|per|a|each|every)\s*day\b", r"\1 times a day"),
)


@cache
def _compiled(rewrites: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Rewrites made ready; not before one is needed, for most files have no mistake."""
    return tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in rewrites)


def readings(text: str) -> Iterator[str]:
    """Texts like this one that may have been meant, nearest first; not all of them can be read."""
    for pattern, instead in _compiled(_AMOUNTS):
        changed = pattern.sub(instead, text, count=4)
        if changed != text:
            yield changed
    for found in re.finditer(r"[^\W\d_]{2,20}", text[:LONGEST]):
        near = meant(found[0], (*PAGE_WORDS, *UNIT_SPELLINGS))
        if near:
            yield text[: found.start()] + near + text[found.end() :]


def line_readings(text: str) -> Iterator[str]:
    """Lines like this one that may have been meant, nearest first; two changes at most."""
    text = text.strip()
    once = list(_rewritten(text))
    yield from once
    for found in re.finditer(r"[^\W\d_]{2,20}", text):
        near = meant(found[0], (*PAGE_WORDS, *UNIT_SPELLINGS, *LIMBS))
        if near:
            yield text[: found.start()] + near + text[found.end() :]
    for changed in once:
        yield from _rewritten(changed)


def _rewritten(text: str) -> Iterator[str]:
    yield from readings(text)
    for pattern, instead in _compiled(_LINES):
        changed = pattern.sub(instead, text, count=4).strip(" ,")
        if changed != text:
            yield changed
