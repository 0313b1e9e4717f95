"""How much there is to do, week by week: what a chart of a session shows."""

from __future__ import annotations

from planbuilder.model.view import View


def loads(view: View) -> tuple[float, ...]:
    """The work of every week of the plan, of the sessions in view: each exercise against its own most; the most is 1.

    Nothing where every week is like the others.
    """
    every = [entry for entry in view.whole_plan.entries if entry.session in view.sessions]
    sizes: dict[str, dict[int, float]] = {}
    for entry in every:
        total = sum(dose.size for dose in entry.line.doses)
        sizes.setdefault(entry.line.key, {})[entry.week] = total
    weeks = [0.0] * len(view.deck.weeks)
    for by_week in sizes.values():
        most = max(by_week.values())
        for week, size in by_week.items():
            weeks[week] += size / most if most else 0.0
    most = max(weeks, default=0.0)
    found = tuple(week / most for week in weeks) if most else ()
    return found if len(set(found)) > 1 else ()
