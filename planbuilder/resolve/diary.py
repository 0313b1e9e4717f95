"""What is done in each week, kept for comparing: where the news of a week and of each of its sessions come from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from planbuilder.model.plan import Session
from planbuilder.model.view import MOVING
from planbuilder.records import record
from planbuilder.resolve.drafts import Drafts
from planbuilder.resolve.news import Days, Done, News, more, news
from planbuilder.resolve.setlist import tasks_of
from planbuilder.resolve.wording import Wording


@record
class Diary:
    """The exercises of every session and week by the keys of their lines, day by day."""

    drafts: Drafts
    wording: Wording
    pages: dict[tuple[int, str], Mapping[str, Days]] = field(default_factory=dict)

    def news(self, position: int, sessions: Sequence[Session]) -> News:
        """What changed in sessions since the week before."""
        calendar = self.drafts.year.calendar
        if not position or not calendar.numbers:
            return News()
        before, now = (self._week(p, sessions) for p in (position - 1, position))
        return news(before, now, calendar.unit, self.wording, lambda name: self._done_before(position, name, sessions))

    def _done_before(self, position: int, name: str, sessions: Sequence[Session]) -> bool:
        """Whether an exercise was done in any week before one."""
        weeks = (self._week(p, sessions) for p in range(position))
        return any(days[0].name == name for week in weeks for days in week.values())

    def raised(self, position: int, session: Session) -> frozenset[str]:
        """The lines of a session with more to do than the week before."""
        if not position or not self.drafts.year.calendar.numbers:
            return frozenset()
        before, now = (self._page(p, session) for p in (position - 1, position))
        return frozenset(key for key, done in now.items() if key in before and more(before[key], done))

    def _week(self, position: int, sessions: Sequence[Session]) -> Mapping[str, Days]:
        found: dict[str, Days] = {}
        for session in sessions:
            found.update(self._page(position, session))
        return found

    def _page(self, position: int, session: Session) -> Mapping[str, Days]:
        key = position, session.id
        if key not in self.pages:
            self.pages[key] = self._written(position, session)
        return self.pages[key]

    def _written(self, position: int, session: Session) -> Mapping[str, Days]:
        found: dict[str, list[Done]] = {}
        for turn in self.drafts.week(position)[session.id]:
            day = turn.occasion.weekday or str(turn.occasion.nth)
            for task, around in tasks_of(turn.bracket):
                if task.exercise and task.key in turn.doses and not turn.doses[task.key].nothing:
                    rounds = next((bracket.rounds for bracket in reversed(around) if bracket.rounds), None)
                    held = task.exercise.counts == "time" and task.exercise.position not in MOVING
                    whole = turn.doses[task.key]
                    for number, dose in enumerate((whole, *whole.further)):
                        key = f"{task.key}+{number}" if number else task.key
                        found.setdefault(key, []).append(Done(task.exercise.name, dose, day, rounds, held))
        return {key: tuple(days) for key, days in found.items()}
