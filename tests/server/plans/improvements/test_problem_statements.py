"""What alignments of the graph say to the problem of a certificate: of each kind, status and strength."""

import pytest

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow
from analysis.training_plans.improvement.plan_conversion import ConversionWishes
from analysis.training_plans.improvement.plan_embedding import AFFINITY_PROPOSED, EmbeddingWishes
from analysis.training_plans.training_plan import (
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    TargetCertificate,
)
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_STATUS
from server.plans.improvements.improvement_errors import CreditRulesChoiceError
from server.plans.improvements.problem_statements import WantedLevel, state_conversion, state_embedding

LEVEL = "INTERMEDIATE"
LINE = PlanLine(PlanPlace(1), "网页开发", module="CORE", nature="REQUIRED", hours=64, semesters=(3,))
PLAN = PlanReading(PlanHead(), (), (LINE,), (), (), (), (), (), (), (), (), (), ())
REQUIREMENT = {"requirement": "r", "level": LEVEL, "requirementCode": "1.1.1", "requirementText": "会用框架"}
COVERING_KINDS = {"EXACT", "BROADER", "NARROWER", "MAJOR", "MINOR"}


def stated(kind, status, strength):
    """Give whether the requirement is taught, and how near the line is to it where it is not."""
    row = {"courseName": "网页开发", "requirement": "r", "kind": kind, "status": status, "strength": strength}
    table = {"requirements": [REQUIREMENT], "rows": [row]}
    found, _ = state_embedding(PLAN, WantedLevel("c", LEVEL, False), [table], EmbeddingWishes())
    affinities = {each.key: dict(each.affinities) for each in found.problem.requirements}
    return dict(found.served), affinities


@pytest.mark.parametrize("kind", ALIGNMENT_KIND.codes)
@pytest.mark.parametrize("status", ALIGNMENT_STATUS.codes)
def test_only_a_covering_alignment_that_was_accepted_or_waits_is_evidence(status, kind):
    taught, near = stated(kind, status, None if kind == "NO_MATCH" else 0.8)

    if kind not in COVERING_KINDS or status not in ("ACCEPTED", "SUGGESTED"):
        assert (taught, near) == ({}, {"r": {}})
    elif status == "ACCEPTED":
        assert (taught, near) == ({"r": ("网页开发",)}, {})
    else:
        assert (taught, near) == ({}, {"r": {"网页开发": AFFINITY_PROPOSED + 40}})


@pytest.mark.parametrize(("strength", "is_taught"), [(0.5, True), (0.49, False)])
def test_an_accepted_alignment_that_is_too_weak_covers_nothing_and_is_evidence(strength, is_taught):
    taught, near = stated("MINOR", "ACCEPTED", strength)

    assert (bool(taught), near) == (is_taught, {} if is_taught else {"r": {"网页开发": AFFINITY_PROPOSED + 24}})


# ---- whose rules on credits

BODY = "新名职业大学(原示例职业学院)"
RULES = tuple(
    CreditRuleRow(code, body, "one_time", "X证书", None, "1", 1.0, None, "")
    for code, body in (("T1", BODY), ("Z1", "新名职业大学附属职业学院"))
)
CERTIFICATE = TargetCertificate(PlanPlace(1), "Web前端开发", "中级", LEVEL, (4,), None, ("网页开发",))


def body_of(college, name=None):
    plan = PLAN._replace(head=PlanHead(college=college), certificates=(CERTIFICATE,))
    return state_conversion(plan, RULES, name, ConversionWishes()).body


@pytest.mark.parametrize("college", ["新名职业大学", "示例职业学院"])
def test_a_plan_is_under_the_rules_of_its_college_by_a_whole_name_present_or_former(college):
    assert body_of(college) == BODY


def test_a_part_of_a_name_chooses_whose_rules_and_is_no_name_of_a_college():
    assert body_of("示例职业学院", "附属") == "新名职业大学附属职业学院"
    with pytest.raises(CreditRulesChoiceError) as refused:
        body_of("附属职业学院")
    assert refused.value.details["bodies"] == [BODY, "新名职业大学附属职业学院"]
