"""A schedule of semesters as the fields of ``SemesterSchedule``."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.improvement.plan_schedule import PlanSchedule
from analysis.training_plans.improvement.proof import RuleConflict, rule_label
from analysis.training_plans.improvement.semester_schedule import (
    ScheduleProblem,
    SemesterSchedule,
    begins_now,
    weekly_loads,
)
from graph.errors import Language
from server.plans.graph_plan import PlanContext
from server.plans.rule_texts import schedule_rule_text


def show_schedule(
    stated: PlanSchedule, answer: SemesterSchedule, context: PlanContext, language: Language
) -> Mapping[str, Any]:
    """Give the fields."""
    problem, now = stated.problem, begins_now(stated.problem)
    return {
        "isPossible": not answer.shortages and answer.conflict is None,
        "moves": sum(answer.begins[key] != begin for key, begin in now.items()) if answer.begins else 0,
        "prerequisites": len(problem.prerequisites),
        "courses": [
            {
                "course": each.key,
                "line": context.lines.get(each.key),
                "semesterNow": now[each.key],
                "semester": answer.begins.get(each.key),
                "held": stated.held.get(each.key),
            }
            for each in problem.courses
        ],
        "semesters": _semesters(stated, answer),
        "examinations": _examinations(problem, answer),
        "shortages": [each._asdict() for each in answer.shortages],
        "conflicts": [_conflict(answer.conflict, language)] if answer.conflict else [],
        "leftOut": list(stated.left_out),
        "unknown": list(stated.unknown),
    }


def _semesters(stated: PlanSchedule, answer: SemesterSchedule) -> list[Mapping[str, Any]]:
    now = weekly_loads(stated.problem, begins_now(stated.problem))
    then = weekly_loads(stated.problem, answer.begins) if answer.begins else {}
    return [
        {
            "semester": each.number,
            "weeks": each.weeks / 100,
            "weeksFrom": stated.weeks_from[each.number],
            "weeklyHoursNow": now.get(each.number),
            "weeklyHours": then.get(each.number),
        }
        for each in stated.problem.semesters
    ]


def _examinations(problem: ScheduleProblem, answer: SemesterSchedule) -> list[Mapping[str, Any]]:
    courses = {each.key: each for each in problem.courses}
    return [
        {
            "certificate": each.key,
            "semester": semester,
            "courses": [key for key in each.courses if courses[key].last(answer.begins[key]) == semester],
        }
        for each in problem.examinations
        if (semester := answer.examined.get(each.key)) is not None
    ]


def _conflict(conflict: RuleConflict, language: Language) -> Mapping[str, Any]:
    rules = [
        {
            "code": rule[0],
            "subjects": list(rule[1:]),
            "text": schedule_rule_text(rule).in_language(language),
            "gives": conflict.gives.get(rule_label(rule)),
        }
        for rule in conflict.rules
    ]
    return {"rules": rules}
