"""A plan with every week decided, as a plan again: what walked or came from defaults stands at its exercise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planbuilder.load.nodes import Entries
from planbuilder.model.change import Change, Fixed, Key, Table
from planbuilder.model.dose import Quantity
from planbuilder.model.exercise import StandIn, StandIns
from planbuilder.model.plan import Changing, Days, ExerciseItem, Group, Item, Plan, Schedule, Session, WordsItem
from planbuilder.records import record
from planbuilder.resolve.best_lifts import best_lift
from planbuilder.resolve.calendar import WEEKDAYS
from planbuilder.resolve.drafts import Drafts
from planbuilder.resolve.progression import Moment, quantity_at, value_at
from planbuilder.writing.doses import quantity_words
from planbuilder.writing.nodes import plain_of
from planbuilder.writing.notebook import GROUP_QUANTITIES, Notebook
from planbuilder.writing.tables import spot_of, tabled
from planbuilder.writing.yaml_text import Plain

DECIDED = frozenset(("do", "sessions", "groups", "defaults", "phases", "max", "training-max", "extends"))
HOW_OFTEN = frozenset(("times", "times-a-day"))
OF_A_PHASE = ("weeks", "about", "goal", "move-on")


@record
class Writer:
    """Writes one plan; `entries` are its keys as they were written."""

    plan: Plan
    entries: Entries
    drafts: Sequence[Drafts]
    notebook: Notebook

    def written(self) -> dict[str, Plain]:
        """The whole plan, its keys in the order of the file."""
        found: dict[str, Plain] = {}
        done = self._what_is_done()
        for key, node in self.entries.entries:
            if key.text in ("do", "sessions"):
                found |= done
            elif key.text == "phases" and isinstance(node, Entries):
                found["phases"] = self._phases(node)
            elif key.text not in DECIDED | HOW_OFTEN and not (key.text == "days" and self.plan.schedule.days):
                found[key.text] = plain_of(node)
        return found

    def _what_is_done(self) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        best = self._best_lifts()
        if best:
            found["max"] = best
        defaults = self.notebook.defaults()
        if defaults:
            found["defaults"] = defaults
        found |= self._schedule(self.plan.schedule)
        if self.plan.do:
            return {**found, "do": self._do(self.plan.do)}
        return {**found, "sessions": [self._session(session) for session in self.plan.sessions]}

    def _phases(self, node: Entries) -> dict[str, Plain]:
        """The phases with their weeks and words; their parts stand in the doses now."""
        found: dict[str, Plain] = {}
        for phase, (name, said) in zip(self.plan.phases, node.entries, strict=True):
            if not isinstance(said, Entries):
                found[name.text] = plain_of(said)
                continue
            kept = {key.text: plain_of(value) for key, value in said.entries if key.text in OF_A_PHASE}
            found[name.text] = {**kept, **({"about": phase.about} if phase.about else {})}
        return found

    def _best_lifts(self) -> dict[str, Plain]:
        """What 100 % stands for in every week: stand-ins may still have doses in percent."""

        def lift(exercise: str) -> Callable[[Moment], Plain | None]:
            def at(moment: Moment) -> Plain | None:
                best = best_lift(self.plan, exercise, moment, [])
                return quantity_words(best) if best else None

            return at

        lifts = {word.text: self._over_weeks(lift(word.text)) for word, _ in self.plan.max}
        return {exercise: said for exercise, said in lifts.items() if said is not None}

    def _over_weeks(self, at: Callable[[Moment], Plain | None]) -> Plain | None:
        """What holds in each week, of each level."""
        moments = [
            drafts.year.moment(position, drafts.level)
            for drafts in self.drafts
            for position in range(drafts.year.count)
        ]
        return tabled((spot_of(moment, of_the_day=False), at(moment)) for moment in moments)

    # Sessions.

    def _session(self, session: Session) -> dict[str, Plain]:
        group = session.group
        found = _named(name=session.name, short=session.short)
        found |= self._schedule(session.schedule)
        found |= _named(before=session.before, after=session.after)
        found |= self._group_keys(group)
        if group.do:
            found["do"] = self._do(group.do)
        return found

    def _schedule(self, schedule: Schedule) -> dict[str, Plain]:
        found: dict[str, Plain | None] = {}
        days = schedule.days
        if days is not None:
            found["days"] = self._over_weeks(lambda moment: _days_words(value_at(days, moment, [])))
        for key, change in (("times", schedule.times), ("times-a-day", schedule.times_a_day)):
            if change is not None:
                found[key] = self._over_weeks(_quantity_of(change))
        return {key: value for key, value in found.items() if value is not None}

    # Items.

    def _do(self, items: Sequence[Item]) -> list[Plain]:
        return [self._item(item) for item in items]

    def _item(self, item: Item) -> Plain:
        if isinstance(item, ExerciseItem):
            return self._exercise(item)
        if isinstance(item, Group):
            return {**_named(group=item.group), **self._group_keys(item), "do": self._do(item.do)}
        if isinstance(item, Changing):
            return self._rows(item.of)
        return {"words": item.words, **_when(item)}

    def _exercise(self, item: ExerciseItem) -> Plain:
        name, dose = item.exercise.text, self.notebook.dose(item)
        others = _when(item)
        if item.without:
            others["without"] = self._stand_ins(item.without)
        if not others:
            return name if dose is None else {name: dose}
        return {name: {**({} if dose is None else {"dose": dose}), **others}}

    def _stand_ins(self, without: StandIns) -> dict[str, Plain]:
        return {thing.text: [self._stand_in(one) for one in ones] for thing, ones in without}

    def _stand_in(self, stand_in: StandIn) -> dict[str, Plain]:
        use, thing = (word.text if word else "" for word in (stand_in.use, stand_in.thing))
        return {**_named(use=use, thing=thing, text=stand_in.text), **self.notebook.stand_in(stand_in)}

    def _rows(self, change: Change[tuple[Item, ...]]) -> Plain:
        """A table of items, with its keys as written."""
        if isinstance(change, Fixed):
            items = self._do(change.value)
            return "none" if not items else items[0] if len(items) == 1 else items
        if not isinstance(change, Table):
            return "none"
        rows = {key.text: self._rows(row) for key, row in change.rows}
        return {**rows, **({"else": self._rows(change.otherwise)} if change.otherwise else {})}

    def _group_keys(self, group: Group) -> dict[str, Plain]:
        found: dict[str, Plain] = {}
        for key in GROUP_QUANTITIES.values():
            value = self.notebook.of_group(group, key)
            if value is not None:
                found[key] = value
        found |= _named(order=group.order or "")
        found |= self.notebook.parts(group)
        if group.length is not None:
            found["length"] = quantity_words(group.length)
        note = self.notebook.of_group(group, "note")
        return {**found, **({"note": note} if note else {}), **_when(group)}


def _when(item: ExerciseItem | WordsItem | Group) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    if item.only:
        found["only"] = _only(item.only)
    return {**found, **_named(**{"if": item.if_})}


def _only(keys: Sequence[Key]) -> Plain:
    texts = [key.text for key in keys]
    return texts[0] if len(texts) == 1 else texts


def _named(**words: str) -> dict[str, Plain]:
    return {key: word for key, word in words.items() if word}


def _quantity_of(change: Change[Quantity]) -> Callable[[Moment], Plain | None]:
    def at(moment: Moment) -> Plain | None:
        found = quantity_at(change, moment, [])
        return quantity_words(found) if found is not None else None

    return at


def _days_words(days: Days | None) -> Plain | None:
    if days is None:
        return None
    if days.apart:
        return "every other day" if days.apart == 2 else f"every {days.apart} days"
    if len(days.weekdays) == len(WEEKDAYS):
        return "daily"
    return days.weekdays[0] if len(days.weekdays) == 1 else list(days.weekdays)


def plan_words(plan: Plan, entries: Entries, drafts: Sequence[Drafts]) -> Mapping[str, Plain]:
    """A plan's keys with every dose decided: nothing in them walks or steps any more."""
    notebook = Notebook(plan)
    notebook.fill(drafts)
    return Writer(plan, entries, drafts, notebook).written()
