"""Several certificates in a plan as the fields of ``CertificatePortfolio``."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.improvement.certificate_embedding import reason_of
from analysis.training_plans.improvement.certificate_portfolio import (
    CertificatePortfolio,
    PortfolioPoint,
    PortfolioRest,
    covered_levels,
)
from graph.errors import Language
from server.plans.graph_plan import PlanContext
from server.plans.improvements.problem_statements import StatedPortfolio
from server.plans.improvements.shown_embedding import shown_edits, shown_requirement


def show_portfolio(
    stated: StatedPortfolio, answer: CertificatePortfolio, context: PlanContext, _language: Language
) -> Mapping[str, Any]:
    """Give the fields."""
    wanted = {each.key: shown_requirement(each) for own in stated.wanted.values() for each in own}
    return {
        "requirements": len(wanted),
        "taught": len(wanted) - len(stated.problem.embedding.requirements),
        "standard": context.standard,
        "isComplete": answer.is_complete,
        "rest": _rest(answer.rest, len(wanted)) if answer.rest else None,
        "points": [_point(stated, each, wanted, context) for each in answer.points],
    }


def _rest(rest: PortfolioRest, wanted: int) -> Mapping[str, Any]:
    return {
        "hoursMost": rest.hours_most,
        "coveredMost": wanted - rest.unserved_least,
        "coveredFound": wanted - rest.unserved_found,
        "isCut": rest.is_cut,
    }


def _point(
    stated: StatedPortfolio, point: PortfolioPoint, wanted: Mapping[str, Any], context: PlanContext
) -> Mapping[str, Any]:
    problem = stated.problem.embedding
    return {
        "extraHours": point.extra_hours,
        "covered": len(wanted) - len(point.unserved),
        "levels": [
            {**each._asdict(), "isWhole": each.is_whole} for each in covered_levels(stated.wanted, point.unserved)
        ],
        **shown_edits(problem, stated.grounds, point.edits, wanted, context),
        "unserved": [{"requirement": wanted[key], "reason": reason_of(problem, key)} for key in point.unserved],
        "isUnique": point.is_unique,
    }
