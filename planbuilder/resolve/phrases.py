"""The fixed words that a resolved plan is worded with, in one place, so that another language is another table."""

from __future__ import annotations

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "max": "max",
    "bodyweight": "bodyweight",
    "up to": "up to {value}",
    "at least": "at least {value}",
    "about": "about {value}",
    "in total": "{value} in total",
    "a hand": "{value} a hand",
    "total": "in total",
    "each": "each {limb}",
    "each and": "each {limb} and {other}",
    "half": "half {side}",
    "alternate": "alternate",
    "each rep": "each rep",
    "each set": "each set",
    "each round": "each round",
    "rest": "rest {time}",
    "then rest": "then rest {time}",
    "rest between reps": "rest between reps {time}",
    "rest inside each set": "rest inside each set {time}",
    "every": "every {time}",
    "tempo": "tempo {tempo}",
    "times a day": "{count} times a day",
    "times a week": "{count} times a week",
    "every other day": "every other day",
    "once a day": "1 time a day",
    "or": "or",
    "then": "then",
    "less": "{size} less",
    "more": "{size} more",
    "and": "and",
    "reps": "reps",
    "a week": "a week",
    "about minutes": "about {minutes} min",
    "about hours": "about {hours} h {minutes} min",
    "about whole hours": "about {hours} h",
}

# one, several
SPOKEN_UNITS: Mapping[str, tuple[str, str]] = {
    "s": ("second", "seconds"),
    "min": ("minute", "minutes"),
    "h": ("hour", "hours"),
    "m": ("metre", "metres"),
    "km": ("kilometre", "kilometres"),
    "mi": ("mile", "miles"),
    "yd": ("yard", "yards"),
    "ft": ("foot", "feet"),
}

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
