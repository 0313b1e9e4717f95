"""The words of weeks and of the whole plan: titles, phases, dates, notes, rhythm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from planbuilder.model import deck
from planbuilder.model.change import Change, Fixed
from planbuilder.model.choices import Choices
from planbuilder.model.dose import Quantity
from planbuilder.model.plan import Days, Phase, Plan, Session
from planbuilder.problems import Problem
from planbuilder.resolve.calendar import WEEKDAYS, Occasion, Year
from planbuilder.resolve.news import News
from planbuilder.resolve.progression import value_at
from planbuilder.resolve.substitution import Library
from planbuilder.resolve.wording import Wording

TITLES = {"week": "Week {number}", "day": "Day {number}", "stage": "Stage {number}"}
BETWEEN = " · "


def week_words(
    plan: Plan, year: Year, position: int, news: News, wording: Wording, problems: list[Problem]
) -> deck.Week:
    """One week (or day, or stage) in words; a plan without any has the plan's title in its place."""
    calendar = year.calendar
    if not calendar.numbers:
        note = value_at(plan.note, year.moment(position), problems) if plan.note else ""
        return deck.Week("", plan.short or plan.title, note=note or "")
    phases = _phases(plan, year, position)
    number = year.shown(position)
    stage = plan.named_stages[position] if plan.named_stages else None
    title = stage.name.text if stage else TITLES[calendar.unit].format(number=number)
    note = value_at(plan.note, year.moment(position), problems) if plan.note else ""
    abouts = [stage.about] if stage else [phase.about for phase in phases]
    goals = [stage.goal] if stage else [phase.goal for phase in phases]
    gates = stage.move_on if stage else [gate for phase in phases for gate in phase.move_on]
    return deck.Week(
        number=number,
        title=title,
        of=_of(year),
        phase=_phase_words(phases, year, position),
        change=news.words,
        up=news.up,
        tone=_tone(plan, year, position),
        note=BETWEEN.join(word for word in (note or "", *abouts) if word),
        goal=BETWEEN.join(filter(None, goals)),
        move_on=BETWEEN.join(gates),
        dates=_dates(year, position, wording),
        position=position + 1,
        stage=stage.name.text if stage else "",
    )


def _of(year: Year) -> str:
    return "" if year.calendar.open else f"of {year.shown(year.count - 1)}"


def _phases(plan: Plan, year: Year, position: int) -> list[Phase]:
    return [phase for phase in plan.phases if position in year.calendar.phases.get(phase.name.text, ())]


def _phase_words(phases: Iterable[Phase], year: Year, position: int) -> str:
    names = [phase.name.text for phase in phases]
    if year.calendar.cycles:
        in_cycle = year.calendar.numbers[position]
        cycle = f"Cycle {year.calendar.cycles[position]}"
        names = [cycle, *(names or [TITLES[year.calendar.unit].format(number=in_cycle).lower()])]
    return BETWEEN.join(names)


def _tone(plan: Plan, year: Year, position: int) -> int:
    """Which block of phases a week belongs to, counted from 1 in the order in which they come; each stage is one."""
    if year.calendar.unit == "stage":
        return position + 1
    blocks = [tuple(phase.name.text for phase in _phases(plan, year, p)) for p in range(position + 1)]
    return list(dict.fromkeys(blocks)).index(blocks[position]) + 1


def _dates(year: Year, position: int, wording: Wording) -> str:
    if not year.starts:
        return ""
    first = year.starts[position]
    if year.calendar.unit == "day":
        return wording.weekday_and_date(first)
    return wording.dates(first, first + timedelta(6))


def day_words(occasion: Occasion, wording: Wording) -> deck.Day:
    """The mark above a tick: the day of the week, or the number of the session."""
    if not occasion.weekday:
        number = occasion.turn or occasion.nth
        return deck.Day(str(number), f"Session {number}")
    weekday = WEEKDAYS.index(occasion.weekday)
    date = wording.date(occasion.date) if occasion.date else ""
    return deck.Day(wording.weekday_mark(weekday), wording.weekday_name(weekday), date, weekday + 1)


def plan_words(
    plan: Plan, year: Year, choices: Choices, level: str, rhythm: str, wording: Wording, library: Library
) -> deck.PlanWords:
    """The words that belong to the whole plan."""
    race = plan.race
    named = {word.text for word in plan.panels}
    panels = {panel.id: (panel.title, panel.text) for panel in library.panels() if panel.id in named} if named else {}
    return deck.PlanWords(
        title=plan.title,
        short=plan.short,
        coach=plan.coach,
        club=plan.club or (plan.brand.name if plan.brand else ""),
        link=plan.link,
        contact=plan.contact or (plan.brand.address if plan.brand else ""),
        motto=plan.motto,
        stop=plan.stop,
        advice=plan.advice,
        move_on=BETWEEN.join(plan.move_on),
        weeks=year.shown(year.count - 1),
        unit=year.calendar.unit if year.calendar.numbers else "",
        length=_length(year, wording),
        rhythm=rhythm,
        for_whom=choices.for_whom,
        race=", ".join(filter(None, (race.name, wording.weekday_and_date(race.date)))) if race else "",
        level=level,
        rules=plan.rules,
        panels=tuple(panels[word.text] for word in plan.panels if word.text in panels),
    )


def _length(year: Year, wording: Wording) -> str:
    """How long the plan is, in words: 6 weeks; empty where it has no end."""
    if year.calendar.open or not year.calendar.numbers:
        return ""
    return wording.count(year.count, f"{year.calendar.unit}s")


def rhythm_words(plan: Plan, weeks: Sequence[Sequence[Occasion]], counts: Sequence[int], wording: Wording) -> str:
    """How often, in words: "2 sessions a week", "Tue and Fri", "every day".

    `weeks` are all occasions of each week, `counts` how many sessions that makes.
    """
    if not weeks or plan.span.unit == "day" or not any(_is_scheduled(plan, session) for session in plan.sessions):
        return ""
    days = [tuple(one.weekday for one in week) for week in weeks]
    if len(plan.sessions) == 1 and len(set(days)) == 1 and all(days[0]):
        if len(days[0]) == len(WEEKDAYS):
            return "every day"
        return wording.listed([wording.weekday_mark(WEEKDAYS.index(day)) for day in days[0]])
    apart = days_apart(plan.sessions[0].schedule.days) if len(plan.sessions) == 1 else 0
    if apart:
        return wording.days_apart(apart)
    least, most = min(counts), max(counts)
    least = max(least - sum(_spare(session.schedule.times) for session in plan.sessions), 0)
    if not most:
        return ""
    if least == most:
        return f"{wording.count(least, 'sessions')} a week"
    return f"{least}–{wording.count(most, 'sessions')} a week"


def days_apart(days: Change[Days] | None) -> int:
    """How many days lie from one session to the next where it is done every other day, every third day and so on."""
    return days.value.apart if isinstance(days, Fixed) else 0


def _spare(times: Change[Quantity] | None) -> int:
    """How many of the times of a week may be left out: of 2-3 one."""
    if not isinstance(times, Fixed) or not times.value.values:
        return 0
    value = times.value.values[0]
    return int(value.high - value.low) if value.high is not None else 0


def _is_scheduled(plan: Plan, session: Session) -> bool:
    own = session.schedule
    return bool(own.days or own.times or session.before or session.after or plan.rotate)


def session_note(session: Session, often: Sequence[str], free: Sequence[str], note: str, wording: Wording) -> str:
    """What stands with a session: beside which run it is done, how often, on which days not, its note."""
    beside = [f"{word} {what}" for word, what in (("Before", session.before), ("After", session.after)) if what]
    days = wording.listed([wording.weekday_mark(WEEKDAYS.index(day)) for day in free], "or")
    return BETWEEN.join(piece for piece in (*beside, *often, f"not on {days}" if days else "", note) if piece)
