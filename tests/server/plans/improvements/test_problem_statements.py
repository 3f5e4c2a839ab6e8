"""What alignments of the graph say to the problem of a certificate: of each kind, status and strength."""

import pytest

from analysis.training_plans.improvement.plan_embedding import AFFINITY_PROPOSED, EmbeddingWishes
from analysis.training_plans.training_plan import PlanHead, PlanLine, PlanPlace, PlanReading
from graph.model.alignments import ALIGNMENT_KIND, ALIGNMENT_STATUS
from server.plans.improvements.problem_statements import WantedLevel, state_embedding

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
