"""What a view has to say, by name: fields are what all in view agree on, else empty."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from planbuilder.model.deck import Dose, Move, Thing, Week
from planbuilder.model.entries import EMPTY_PLACE, Entry
from planbuilder.model.lanes import bare, in_lane, noted
from planbuilder.model.levels import about_level, level_of, many_levels, tell_sessions_apart
from planbuilder.model.loads import loads
from planbuilder.model.turns import next_move
from planbuilder.model.view import View, kind_of
from planbuilder.model.week_names import UNITS, UNITS_SHORT, numbers_of, title_of, unit_called

YES = "yes"
COUNTED = ("reps",)
HELD = ("hold",)
USUAL_LOG = ("reps", "pain", "stiffness", "notes")
LOGS = ("reps", "pain", "stiffness", "load", "effort", "time", "notes")
TICKS_IN_ONE_ROW = 3

LEVEL_GROUND = "level"

DOT = " · "
SENTENCE_ENDS = (".", "!", "?", "…")

Field = Callable[[View], str]


def _plan(key: str) -> Field:
    return lambda view: str(getattr(view.deck.plan, key))


def _week(key: str) -> Field:
    return lambda view: str(getattr(view.week, key)) if view.week else ""


def _move(key: str) -> Field:
    return lambda view: str(getattr(view.move, key)) if view.move else ""


def _part(key: str) -> Callable[[Dose], str]:
    return lambda dose: str(getattr(dose, key))


def _scoped(key: str, kinds: tuple[str, ...] = ()) -> Field:
    part = _part(key)
    return lambda view: view.agreed(part, kinds)


def _page(key: str, kinds: tuple[str, ...] = ()) -> Field:
    part = _part(key)
    return lambda view: view.whole_page.agreed(part, kinds)


def _exercise(key: str) -> Field:
    part = _part(key)
    return lambda view: view.said(part) if view.move else ""


def _workout(key: str) -> Field:
    def words(view: View) -> str:
        found = {str(getattr(workout, key)) for _, _, workout in view.workouts()}
        return found.pop() if len(found) == 1 else ""

    return words


def _news(view: View, key: str) -> object:
    """What is new this week: in the one session in view, else in the week as a whole."""
    if view.week is None:
        return ""
    found = [workout for _, _, workout in view.workouts()] if len(view.sessions) == 1 else []
    return getattr(found[0] if len(found) == 1 else view.week, key)


def _kit(view: View) -> str:
    things: dict[str, Thing] = {t.id: t for _, _, workout in view.workouts() for t in workout.kit}
    return ", ".join(t.name for t in things.values())


def _days(view: View) -> str:
    """The days of the week on which what is in view is done; empty where they have numbers only."""
    marks = [day.day.mark for day in view.each("days") if day.day]
    return ", ".join(mark for mark in dict.fromkeys(marks) if not mark.isdecimal())


def _end(week: int, kinds: tuple[str, ...]) -> Field:
    def words(view: View) -> str:
        every = view.whole_plan
        if not every.weeks:
            return ""
        at = every.weeks[week]
        return every.narrowed(entries=tuple(e for e in every.entries if e.week == at)).agreed(_part("amount"), kinds)

    return words


def _grown(kinds: tuple[str, ...]) -> Field:
    """The last week's amount where the first week has another."""
    first, last = _end(0, kinds), _end(-1, kinds)
    return lambda view: last(view) if first(view) not in ("", last(view)) else ""


def _block_weeks(view: View) -> str:
    return numbers_of(view, view.block.weeks if view.block else ())


def _block_title(view: View) -> str:
    """What the weeks of a block are called; a stage goes by its number, its name is `block.stage`."""
    if view.block is None:
        return ""
    named = _block("stage")(view) and len(view.block.weeks) == 1
    return f"{unit_called(UNITS)(view)} {_block_weeks(view)}" if named else title_of(view, view.block.weeks)


def _part_of_weeks(view: View) -> str:
    page = view.whole_page
    return "" if len(page.weeks) == len(view.deck.weeks) else title_of(view, page.weeks)


def _groups(view: View) -> str:
    """The headings of the groups around the exercise in view, outer first, where they are the same in all weeks."""
    found = {_headings(view, entry) for entry in view.entries} if view.line else set()
    return found.pop() if len(found) == 1 else ""


def _headings(view: View, entry: Entry) -> str:
    workout = view.deck.workouts[entry.week][entry.session]
    groups = [workout.groups[k] for k in entry.line.groups] if workout else []
    return _heading(DOT.join(group.heading for group in groups if group.heading))


def _heading(words: str) -> str:
    """Words as they begin a line: with a capital."""
    return words[:1].upper() + words[1:]


def _unit(view: View) -> str:
    return view.said(lambda dose: DOT.join(dose.unit)) if view.move else ""


def _counted(view: View) -> str:
    return view.said(lambda dose: dose.counted) if view.move else ""


def _big(view: View) -> str:
    """Sets × amount, and the load, in one line."""
    return view.said(lambda dose: dose.brief) if view.move else ""


def _further(view: View) -> str:
    """What follows the first dose in view."""
    dose = view.dose()
    return dose.after if dose and view.move and not view.swap else ""


def _link(view: View) -> str:
    """How a further dose follows the one before it."""
    link = view.other.link if view.other else ""
    return view.deck.words.get(link, link)


def _last_dose(view: View) -> str:
    """What is done in the last week in view, where it is not what is done in the first."""
    done = (entry for entry in view.entries if not entry.line.idle)
    weeks = [dose.brief for entry in done for dose in view.doses(entry.line)[:1]]
    return weeks[-1] if view.move and not view.swap and weeks and weeks[-1] != weeks[0] else ""


def _said_at_once(view: View) -> bool:
    """Whether one dose for all that is counted and one for all that is timed say everything."""
    kinds: dict[str, set[Dose]] = {}
    for entry in view.entries:
        for dose in view.doses(entry.line):
            if dose.amount not in ("", EMPTY_PLACE):
                kinds.setdefault(kind_of(entry.line, dose), set()).add(dose)
    doses = [dose for found in kinds.values() for dose in found]
    plain = not any(dose.load or dose.further for dose in doses) and len({dose.sets for dose in doses}) < 2
    one_each = all(len({dose.amount for dose in found}) == 1 for found in kinds.values())
    return plain and one_each and set(kinds) <= {*COUNTED, *HELD}


def _logs(what: str) -> Field:
    return lambda view: YES if what in (view.deck.log or USUAL_LOG) else ""


def _session_moves(view: View) -> int:
    return len(
        {line.key for _, _, workout in view.workouts() for line in workout.lines if line.number and not line.idle}
    )


def _block(key: str) -> Field:
    return lambda view: str(getattr(view.deck.weeks[view.block.first], key)) if view.block else ""


def _tone(week: Week) -> str:
    return f"block-{(week.tone - 1) % 3 + 1}"


def _at_level(key: str, kinds: tuple[str, ...] = ()) -> Field:
    """What all of the page agree on who are at the level in view; of a plan without levels all of the page."""
    part = _part(key)

    def words(view: View) -> str:
        page = view.whole_page
        return next((at for at in page.each("levels") if at.level is view.level), page).agreed(part, kinds)

    return words


def _session(whole: str, plain: str) -> Field:
    """What a session is called: with its level, unless the level in view says that already."""

    def words(view: View) -> str:
        kind = view.session
        return str(getattr(kind, plain if view.level else whole) or kind.name) if kind else ""

    return words


def _rules(view: View) -> str:
    rules = view.deck.plan.rules
    return (" " if all(rule.endswith(SENTENCE_ENDS) for rule in rules) else DOT).join(rules)


def _flag(holds: Callable[[View], bool]) -> Field:
    return lambda view: YES if holds(view) else ""


def _moves(view: View) -> int:
    return view.whole_page.facts.most or len({e.line.key for e in view.whole_page.entries})


def _ways(move: Move) -> str:
    """How else an exercise is done."""
    return move.easier or move.harder


def many_days(view: View) -> bool:
    """Whether a page has so many ticks a row that they stand in two rows and carry their own marks."""
    return len(view.whole_page.each("days")) > TICKS_IN_ONE_ROW


def _dose_scope(scope: str, field: Callable[..., Field]) -> dict[str, Field]:
    return {
        f"{scope}.sets": field("sets"),
        f"{scope}.rest": field("rest"),
        f"{scope}.rest-spoken": field("rest_spoken"),
        f"{scope}.amount": field("amount", COUNTED),
        f"{scope}.time": field("amount", HELD),
    }


def _named(scope: str, keys: Iterable[str], field: Callable[[str], Field]) -> dict[str, Field]:
    return {f"{scope}.{key}": field(key.replace("-", "_")) for key in keys}


FIELDS: dict[str, Field] = {
    **_named(
        "plan",
        [
            "title",
            "short",
            "coach",
            "club",
            "link",
            "contact",
            "motto",
            "stop",
            "advice",
            "move-on",
            "weeks",
            "unit",
            "length",
            "rhythm",
            "for-whom",
            "race",
        ],
        _plan,
    ),
    "plan.rules": _rules,
    "plan.many-sessions": _flag(tell_sessions_apart),
    "plan.panels": _flag(lambda view: bool(view.deck.plan.panels)),
    "plan.in-weeks": _flag(lambda view: view.deck.plan.unit == "week"),
    "plan.unit-name": unit_called(UNITS),
    "plan.unit-short": unit_called(UNITS_SHORT),
    "plan.first-amount": _end(0, COUNTED),
    "plan.last-amount": _grown(COUNTED),
    "plan.first-time": _end(0, HELD),
    "plan.last-time": _grown(HELD),
    **_dose_scope("plan", _scoped),
    "block.mixed": _flag(lambda view: not _said_at_once(view)),
    "block.name": _block("phase"),
    "block.note": _block("note"),
    **_named("block", ["stage", "goal", "move-on"], _block),
    "block.title": _block_title,
    "block.tone": lambda view: _tone(view.deck.weeks[view.block.first]) if view.block else "",
    "block.weeks": _block_weeks,
    "block.of": _block("of"),
    "block.dates": lambda view: _block("dates")(view) if view.block and len(view.block.weeks) == 1 else "",
    **_dose_scope("block", _scoped),
    **_named("week", ["title", "of", "phase", "stage", "number", "note", "goal", "move-on", "dates", "total"], _week),
    "week.change": lambda view: str(_news(view, "change")),
    "week.bare": _flag(bare),
    "week.up": _flag(lambda view: bool(_news(view, "up"))),
    "week.tone": lambda view: _tone(view.week) if view.week else "",
    **_dose_scope("week", _scoped),
    "level.name": level_of,
    "level.about": about_level,
    **_dose_scope("level", _at_level),
    "level.tone": lambda view: LEVEL_GROUND if view.level and many_levels(view) else "",
    "session.name": _session("title", "name"),
    "session.short": _session("brief", "short"),
    "session.about": lambda view: view.session.note if view.session else "",
    "session.note": _workout("note"),
    "session.condition": _workout("condition"),
    "session.minutes": _workout("minutes"),
    "session.uneven": _flag(lambda view: bool(loads(view))),
    "session.kit": _kit,
    "session.days": _days,
    "session.moves": lambda view: str(_session_moves(view) or ""),
    "session.many": _flag(lambda view: _session_moves(view) > 1),
    **{f"log.{what}": _logs(what) for what in LOGS},
    **_dose_scope("session", _scoped),
    **_named("day", ["mark", "name", "date"], lambda key: lambda view: getattr(view.day, key) if view.day else ""),
    "panel.title": lambda view: view.panel[0] if view.panel else "",
    "panel.text": lambda view: view.panel[1] if view.panel else "",
    "group.heading": lambda view: _heading(view.group.heading) if view.group else "",
    "group.heading-spoken": lambda view: _heading(view.group.spoken or view.group.heading) if view.group else "",
    "group.condition": lambda view: view.group.condition if view.group else "",
    **_named(
        "exercise", ["name", "short", "purpose", "position", "mistake", "stop", "easier", "harder", "video"], _move
    ),
    "exercise.picture": _flag(lambda view: bool(view.move and view.move.pictured)),
    "exercise.cues": _flag(lambda view: bool(view.cues)),
    "exercise.number": lambda view: view.line.number if view.line else "",
    "exercise.station": lambda view: view.line.station if view.line else "",
    "exercise.label": lambda view: view.line.number if view.line and not view.line.number.isdecimal() else "",
    "exercise.condition": lambda view: view.line.condition if view.line and not view.swap else "",
    **_named(
        "exercise", ["sets", "rest", "rest-spoken", "amount", "side", "load", "effort", "tempo", "note"], _exercise
    ),
    "exercise.time": lambda view: view.agreed(_part("amount"), ("hold", "time")) if view.move else "",
    "exercise.group": _groups,
    "exercise.next": next_move,
    "exercise.link": _link,
    "exercise.further": _further,
    "exercise.unit": _unit,
    "exercise.dose": _big,
    "exercise.last-dose": _last_dose,
    "exercise.up": _flag(lambda view: bool(view.line and not view.swap and len(view.entries) == 1 and view.line.up)),
    "lane.unit": in_lane(_unit),
    "lane.counted": in_lane(_counted),
    "lane.rest": in_lane(_exercise("rest")),
    "lane.note": in_lane(_exercise("note")),
    "lane.notes": in_lane(_flag(noted)),
    "swap.question": lambda view: view.swap.question if view.swap else "",
    "swap.says": lambda view: view.swap.says if view.swap else "",
    "swap.says-spoken": lambda view: (view.swap.says_spoken or view.swap.says) if view.swap else "",
    "swap.says-short": lambda view: (view.swap.says_short or view.swap.says) if view.swap else "",
    "thing.question": lambda view: view.aid.question if view.aid else "",
    "thing.says": lambda view: view.aid.says if view.aid else "",
    "cue.text": lambda view: view.cue.text if view.cue else "",
    "page.part": lambda view: view.whole_page.facts.part,
    "page.weeks": _part_of_weeks,
    "page.letter": lambda view: view.whole_page.facts.letter,
    "page.number": lambda view: str(view.whole_page.facts.number),
    "page.count": lambda view: str(view.whole_page.facts.total),
    "page.pictures": _flag(lambda view: any(entry.line.move.pictured for entry in view.whole_page.entries)),
    "page.cues": _flag(lambda view: any(entry.line.move.cues for entry in view.whole_page.entries)),
    "page.swaps": _flag(lambda view: any(entry.line.swaps or entry.line.aids for entry in view.whole_page.entries)),
    "page.ways": _flag(lambda view: any(_ways(entry.line.move) for entry in view.whole_page.entries)),
    "page.last": _flag(lambda view: view.whole_page.facts.number == view.whole_page.facts.total),
    "page.begins": _flag(lambda view: view.whole_page.facts.at == 1),
    "page.ends": _flag(lambda view: view.whole_page.facts.at == view.whole_page.facts.parts),
    "page.moves": lambda view: str(len({e.line.key for e in view.whole_page.entries})),
    "page.many": _flag(lambda view: _moves(view) > 1),
    "page.single": _flag(lambda view: _moves(view) == 1),
    "page.many-levels": _flag(many_levels),
    "page.many-sessions": _flag(lambda view: len({e.session for e in view.whole_page.entries}) > 1),
    "page.many-days": _flag(many_days),
    "page.one-set": _flag(lambda view: _page("sets")(view) == "1"),
    **_dose_scope("page", _page),
}


def field(view: View, name: str) -> str:
    """The words of one of `FIELDS`; empty where there is nothing to say."""
    return FIELDS[name](view)
