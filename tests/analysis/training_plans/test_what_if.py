"""What edits change: states of requirements against every way to look at them, offers, and verdicts side by side."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.coverage import Alignment, CoverRule, Review
from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict
from analysis.training_plans.compliance.plan_rule import plan_rule
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.what_if import (
    Direction,
    KnownEvidence,
    StandardAlignment,
    SuggestedAlignment,
    evidence_after,
    lines_taken,
    options_of,
    requirement_covers,
    suggested_alignments,
    verdict_changes,
)

RULE = CoverRule({"EXACT"}, {"TEACHES"}, 0.2, 0.5)
LINES, REQUIREMENTS = "abc", "xy"
TREE = PlanTree(
    {},
    {
        "1": {"name": "公共课", "group": None},
        "2": {"name": "甲一", "group": "g", "option": "甲"},
        "3": {"name": "甲二", "group": "g", "option": "甲"},
        "4": {"name": "乙一", "group": "g", "option": None},
        "5": {"name": "任选", "group": "h", "option": None},
    },
    {"g": {"kind": "CHOOSE_ONE"}, "h": {"kind": "CHOOSE_CREDITS"}},
    {},
)


def alignment(requirement, course, status="ACCEPTED", kind="EXACT", strength=0.6):
    return Alignment(requirement, course, status, kind, "TEACHES", strength)


ALIGNMENTS = st.lists(
    st.builds(
        alignment,
        st.sampled_from(REQUIREMENTS),
        st.sampled_from(LINES),
        st.sampled_from(["ACCEPTED", "SUGGESTED"]),
        st.sampled_from(["EXACT", "NO_MATCH", "RELATED"]),
        st.sampled_from([0.1, 0.3, 0.6]),
    ),
    max_size=6,
)


@given(
    alignments=ALIGNMENTS,
    reviewed=st.sets(st.sampled_from(REQUIREMENTS)),
    lines=st.sets(st.sampled_from(LINES), min_size=1),
    stored=st.sets(st.sampled_from(LINES)),
)
def test_the_state_of_a_requirement_is_what_a_person_would_say_of_it(alignments, reviewed, lines, stored):
    known = KnownEvidence(alignments, [Review(each, "plan") for each in reviewed])
    found = requirement_covers(REQUIREMENTS, known, RULE, lines, stored)

    for requirement in REQUIREMENTS:
        own = [each for each in alignments if each.requirement == requirement and each.course in lines]
        accepted = [each for each in own if each.status == "ACCEPTED"]
        strengths = [each.strength for each in accepted if each.kind == "EXACT" and each.strength >= 0.2]
        refused = {each.course for each in accepted if each.kind == "NO_MATCH"}
        if strengths:
            wanted = "COVERED" if max(strengths) >= 0.5 else "PARTLY_COVERED"
        elif refused == lines or (requirement in reviewed and lines <= stored):
            wanted = "NOT_COVERED"
        else:
            wanted = "UNKNOWN"
        assert found[requirement].state == wanted


def test_a_direction_takes_what_all_take_and_its_own_option():
    assert options_of(TREE, "g") == ["甲", "4"]
    assert [*lines_taken(TREE, None)] == ["1", "2", "3", "4", "5"]
    assert [*lines_taken(TREE, Direction("g", "甲"))] == ["1", "2", "3", "5"]
    assert [*lines_taken(TREE, Direction("g", "4"))] == ["1", "4", "5"]


def test_only_accepted_alignments_of_a_course_of_the_same_name_are_offered_where_nothing_is_said():
    known = KnownEvidence([alignment("x", "1", "SUGGESTED")], ())
    standard = [
        StandardAlignment(each, name)
        for each, name in (
            (alignment("x", "S1"), "公共课"),
            (alignment("y", "S1"), "公共课"),
            (alignment("y", "S2", "SUGGESTED"), "公共课"),
            (alignment("y", "S3", kind="RELATED"), "公共课"),
            (alignment("y", "S4"), "旧名"),
            (alignment("y", "S5"), "公共课程"),
        )
    ]

    found = suggested_alignments({"1": "公共课", "2": " 新名"}, known, standard, RULE, {"旧名": "新名"})

    assert list(found) == [
        SuggestedAlignment("1", standard[1].alignment),
        SuggestedAlignment("2", standard[4].alignment),
    ]


def test_a_verdict_changes_with_what_it_says_and_not_with_where_its_lines_stand():
    rules = [plan_rule({"ruleSetCode": "S", "code": each, "item": "", "measure": "HOURS"}) for each in ("1", "2", "3")]
    span = MeasuredSpan(1, 2)
    before = [RuleVerdict(rules[1], "PASS", "BOUNDS", span, lines=(1,)), RuleVerdict(rules[0], "PASS", "BOUNDS")]
    after = [RuleVerdict(rules[1], "PASS", "BOUNDS", span, lines=(2,)), RuleVerdict(rules[2], "FAIL", "BOUNDS")]

    assert [(each.rule.code, each.is_changed) for each in verdict_changes(before, after)] == [
        ("1", True),
        ("2", False),
        ("3", True),
    ]
    moved = [after[0]._replace(measured=MeasuredSpan(1, 3))]
    assert [each.is_changed for each in verdict_changes(before[:1], moved)] == [True]


def achieving(*texts):
    """A plan of two courses, the first of which is to achieve this."""
    outcomes = [{"id": f"o{at}" if text == "写" else None, "text": text} for at, text in enumerate(texts)]
    return PlanTree({}, {"a": {"name": "甲", "outcomes": outcomes}, "b": {"name": "乙"}}, {}, {})


def test_who_found_no_match_did_not_look_at_what_the_course_is_to_achieve_now():
    said = [alignment("x", line, kind="NO_MATCH") for line in "ab"]
    known = KnownEvidence(said, [Review("y", "plan")])

    assert evidence_after(known, achieving("写"), achieving("写")) == known
    assert evidence_after(known, achieving("写"), achieving()) == known
    assert evidence_after(known, achieving("写"), achieving("写", "测")) == KnownEvidence(said[1:], ())
    covers = requirement_covers("xy", evidence_after(known, achieving(), achieving("测")), RULE, "ab", "ab")
    assert [each.state for each in covers.values()] == ["UNKNOWN", "UNKNOWN"]
