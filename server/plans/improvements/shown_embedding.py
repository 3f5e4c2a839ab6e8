"""A certificate in a plan as the fields of ``CertificateEmbedding``."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.improvement.certificate_embedding import (
    CertificateEmbedding,
    EmbeddingProblem,
    PlanEdits,
    limits_now,
    measures_of,
    reason_of,
    rule_value,
)
from analysis.training_plans.improvement.plan_embedding import EditGround, Grounds, WantedRequirement
from analysis.training_plans.improvement.proof import RuleConflict, rule_label
from graph.errors import Language
from server.plans.graph_plan import PlanContext
from server.plans.improvements.problem_statements import StatedEmbedding
from server.plans.rule_texts import hour_rule_text


def show_embedding(
    stated: StatedEmbedding, answer: CertificateEmbedding, context: PlanContext, language: Language
) -> Mapping[str, Any]:
    """Give the fields."""
    problem, edits = stated.stated.problem, answer.edits
    wanted = {each.key: shown_requirement(each) for each in stated.wanted}
    return {
        "requirements": len(wanted),
        "addedHours": measures_of(problem, edits)["EXTRA"],
        "standard": context.standard,
        "taught": [
            {"requirement": wanted[key], "courses": list(courses)} for key, courses in stated.stated.served.items()
        ],
        **shown_edits(problem, stated.stated.grounds, edits, wanted, context),
        "unserved": [{"requirement": wanted[key], "reason": reason_of(problem, key)} for key in answer.unserved],
        "unservedWithoutRules": answer.unserved_without_rules,
        "rules": _rules(problem, edits, language),
        "conflicts": [_conflict(each, language) for each in answer.conflicts],
        "held": list(stated.stated.held),
    }


def shown_requirement(each: WantedRequirement) -> Mapping[str, Any]:
    """Give the fields of a requirement."""
    return {"id": each.key, "level": each.level, "code": each.code, "text": each.text}


def shown_edits(
    problem: EmbeddingProblem, grounds: Grounds, edits: PlanEdits, wanted: Mapping[str, Any], context: PlanContext
) -> Mapping[str, Any]:
    """Give the fields of edits."""
    hours = {each.key: each.hours for each in problem.lines}
    return {
        "outcomes": [
            {
                "requirement": wanted[key],
                "course": line,
                "line": context.lines.get(line),
                **_shown_ground(grounds[key][line], wanted),
            }
            for key, line in edits.outcomes
        ],
        "extended": [
            {"course": line, "line": context.lines.get(line), "hours": hours[line], "addedHours": added}
            for line, added in edits.extended.items()
        ],
        "electives": [
            {
                "course": each.key,
                "hours": each.hours,
                "practiceHours": each.practice_hours,
                "semester": each.semester,
                "requirements": [wanted[key] for key in each.requirements],
                "similar": [{"course": line, "line": context.lines.get(line)} for line in each.similar],
            }
            for each in problem.electives
            if each.key in edits.electives
        ],
    }


def _shown_ground(ground: EditGround, wanted: Mapping[str, Any]) -> Mapping[str, Any]:
    through = wanted[ground.through] if ground.through else None
    return {"affinity": ground.affinity, "ground": ground.kind, "through": through}


def _rules(problem: EmbeddingProblem, edits: PlanEdits, language: Language) -> list[Mapping[str, Any]]:
    now, then, limits = measures_of(problem, PlanEdits()), measures_of(problem, edits), limits_now(problem)
    return [
        {
            "code": each.code,
            "text": hour_rule_text(each.code).in_language(language),
            "most": limits[each.code],
            "now": rule_value(each, now),
            "then": rule_value(each, then),
        }
        for each in problem.rules
    ]


def _conflict(conflict: RuleConflict, language: Language) -> Mapping[str, Any]:
    rules = [
        {
            "code": code,
            "subjects": [code.partition(":")[2]] if code.startswith("WEEKLY_HOURS:") else [],
            "text": hour_rule_text(code).in_language(language),
            "gives": conflict.gives.get(rule_label((kind, code))),
        }
        for kind, code in conflict.rules
    ]
    return {"rules": rules}
