"""What percent loads are of: the best lift of an exercise at a moment, or the share of it that the plan trains with."""

from __future__ import annotations

from dataclasses import replace

from planbuilder.model.dose import Quantity
from planbuilder.model.plan import Plan
from planbuilder.problems import Problem, error
from planbuilder.resolve.progression import Moment, quantity_at


def best_lift(plan: Plan, exercise: str, moment: Moment, problems: list[Problem]) -> Quantity | None:
    """The weight that 100 % stands for; None where the plan names no best lift for the exercise."""
    change = next((change for word, change in plan.max if word.text == exercise), None)
    best = quantity_at(change, moment, problems, plates=plan.plates) if change else None
    if best is None or not best.values or best.values[0].unit not in ("kg", "lb"):
        return None
    share = plan.training_max.of(exercise)
    if share is None:
        return best
    percent = quantity_at(share.percent, moment, problems, plates=plan.plates)
    if percent is None or not percent.values or percent.values[0].unit != "%":
        problems.append(error(share.percent.place, "A training max is a percent of the best lift.", "write 90%"))
        return best
    weight = best.values[0].low * percent.values[0].low / 100
    gain = quantity_at(share.gain, moment, problems, plates=plan.plates) if share.gain else None
    if gain is not None and gain.values:
        weight += gain.values[0].low
    return Quantity((replace(best.values[0], low=weight, high=None),))
