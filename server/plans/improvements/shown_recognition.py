"""A conversion of credits as the fields of ``CreditRecognition``."""

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.training_plans.improvement.credit_conversion import (
    CONTENT,
    ConversionProblem,
    ConvertedCourse,
    CreditConversion,
    credits_of_choice,
    may_convert_more,
    reasons,
    without_courses,
)
from graph.errors import Language
from server.plans.graph_plan import PlanContext
from server.plans.improvements.problem_statements import StatedConversion
from server.plans.rule_texts import conversion_rule_text


def show_recognition(
    stated: StatedConversion, answer: CreditConversion, context: PlanContext, language: Language
) -> Mapping[str, Any]:
    """Give the fields."""
    problem = stated.stated.problem
    return {
        "credits": credits_of_choice(problem, answer.pairs) / 100,
        "body": stated.body,
        "isOpen": may_convert_more(problem, answer, is_whole=not stated.not_computed),
        "converted": _converted(problem, answer.pairs, context),
        "alternatives": [{"converted": _converted(problem, each, context)} for each in answer.alternatives],
        "refused": [
            {
                **_pair(pair, context),
                "rules": [
                    {"code": code, "text": conversion_rule_text(code).in_language(language), "isUnknown": is_unknown}
                    for code, is_unknown in rules
                ],
            }
            for pair, rules in reasons(problem, answer).items()
            if CONTENT not in (code for code, _ in rules)
        ],
        "rules": [each.code for each in problem.rules],
        "rulesNotComputed": list(stated.not_computed),
        "withoutCourses": without_courses(problem),
        "withoutBankCredits": [each.key for each in problem.certificates if each.bank_credits is None],
        "unknown": list(stated.stated.unknown),
    }


def _converted(
    problem: ConversionProblem, pairs: Iterable[ConvertedCourse], context: PlanContext
) -> list[Mapping[str, Any]]:
    return [{**_pair(each, context), "credits": credits_of_choice(problem, [each]) / 100} for each in pairs]


def _pair(pair: ConvertedCourse, context: PlanContext) -> dict[str, Any]:
    return {"certificate": pair.certificate, "course": pair.course, "line": context.lines.get(pair.course)}
