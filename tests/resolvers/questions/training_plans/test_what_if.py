"""``trainingPlanWhatIf`` says of edits what ``trainingPlanCompliance`` and ``coverage`` say once they are stored."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.training_plan import ChoiceGroup, PlanHead, PlanLine, PlanReading
from graph.errors import BadArgumentError
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.interchange.training_plans.form.random_plans import AT, plans
from tests.resolvers.questions.small_graphs import Links, Nodes, few, write
from tests.resolvers.questions.training_plans.stored_plans import PLAN, line_id, plan_id, stored, together

RULES: dict[str, dict[str, Any]] = {
    "01": {"measure": "HOURS", "measureLeast": "300"},
    "02": {"measure": "CREDITS", "measureLeast": "10", "measureMost": "40"},
    "03": {"measure": "PRACTICE_SHARE", "measureLeast": "1/2"},
    "04": {"measure": "COURSES", "measureLeast": "2", "modules": ["CORE"]},
}
REQUIREMENTS = [f"SkillRequirement:{each}" for each in "xyz"]
STANDARD_PARTS = ("SkillStandard:s", "StandardLevel:s", "WorkArea:s", "WorkTask:s")
STATES = "requirements covered partlyCovered notCovered unknown suggested lower upper"
VERDICTS = "passed failed remarked unknown notApplicable"
WHAT_IF = f"""query ($edits: [TrainingPlanEditInput!]!, $direction: TrainingPlanDirectionInput) {{
  trainingPlanWhatIf(plan: "{PLAN}1", edits: $edits, target: "SkillStandard:s", ruleSets: ["RuleSet:S"],
    direction: $direction, onlyChanged: false) {{
    complianceBefore {{ {VERDICTS} }} complianceAfter {{ {VERDICTS} }}
    findings {{ rule {{ code }} isChanged verdictBefore verdictAfter
      measuredLeastBefore measuredLeastAfter measuredMostBefore measuredMostAfter undecidedAfter }}
    coverageBefore {{ {STATES} }} coverageAfter {{ {STATES} }}
    requirements {{ requirement {{ id }} before after }}
    offers {{ line lineName offered {{ id }} requirement {{ id }} }} }} }}"""
STORED = f"""query ($plan: ID!) {{
  trainingPlanCompliance(plan: $plan, ruleSets: ["RuleSet:S"]) {{ {VERDICTS}
    findings {{ rule {{ code }} verdict measuredLeast measuredMost undecided {{ kind }} }} }}
  coverage(subject: $plan, target: "SkillStandard:s") {{ {STATES} items {{ requirement {{ id }} state }} }} }}"""


def rules_and_standard() -> tuple[Nodes, Links]:
    nodes: Nodes = {"RuleSet:S": {"code": "S", "name": "规则", "scope": "NATIONAL"}}
    for code, values in RULES.items():
        nodes[f"Rule:S:{code}"] = {"ruleSetCode": "S", "code": code, "item": code, "force": "MUST", **values}
    for each in STANDARD_PARTS:
        nodes[each] = {"sequence": 1, "rank": 1}
    for number, each in enumerate(REQUIREMENTS, 1):
        nodes[each] = {"sequence": number, "code": each[-1]}
    chain = ("HAS_STANDARD_LEVEL", "HAS_WORK_AREA", "HAS_TASK")
    links: Links = {kind: [(STANDARD_PARTS[at], STANDARD_PARTS[at + 1], {})] for at, kind in enumerate(chain)}
    links["HAS_REQUIREMENT"] = [("WorkTask:s", each, {}) for each in REQUIREMENTS]
    links["HAS_RULE"] = [("RuleSet:S", f"Rule:S:{each}", {}) for each in RULES]
    return nodes, links


def said_of(version, said, numbers):
    """Alignments of lines, which now have other numbers."""
    nodes, links = {}, {"ALIGNS_PLAN_COURSE": [], "ALIGNED_TO": []}
    for at, (number, requirement, status, kind, strength) in enumerate(said):
        if number in numbers:
            key = f"Alignment:{version}:{at}"
            nodes[key] = {"status": status, "kind": kind, "role": "TEACHES", "strength": strength}
            links["ALIGNS_PLAN_COURSE"].append((key, line_id(version, numbers[number]), {}))
            links["ALIGNED_TO"].append((key, requirement, {}))
    return nodes, {kind: each for kind, each in links.items() if each}


def reviewed(version, requirements):
    if not requirements:
        return {}, {}
    key = f"Review:{version}"
    links = {
        "REVIEW_OF_PLAN": [(key, plan_id(version), {})],
        "CONCLUDES_ON": [(key, each, {}) for each in sorted(requirements)],
    }
    return {key: {"closedOn": "2024-01-01"}}, links


SAID = st.lists(
    st.tuples(
        st.integers(1, 5),
        st.sampled_from(REQUIREMENTS),
        st.sampled_from(["ACCEPTED", "SUGGESTED"]),
        st.sampled_from(["EXACT", "NO_MATCH", "RELATED"]),
        st.sampled_from([0.3, 0.6]),
    ),
    max_size=6,
)
NUMBERS = st.sets(st.integers(1, 5))
ADDED = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 20)), max_size=2)


async def asked(database, query, **variables):
    ((answer, statements),) = await run_counted(database, [Request(query, variables)])
    assert (answer.errors, statements) == ([], 1)
    return answer.data


FIGURES = {"hours": 100, "theoryHours": 40, "practiceHours": 60, "credits": 2.5}


def edits_of(gone, changed, added):
    edits: list[dict[str, Any]] = [{"action": "REMOVE_LINE", "of": line_id(1, each)} for each in sorted(gone)]
    edits += [{"action": "CHANGE_LINE", "of": line_id(1, each), "line": FIGURES} for each in sorted(changed - gone)]
    for hours, credits_ in added:
        new: dict[str, Any] = {"name": "新课", "module": "CORE", "courseNature": "REQUIRED"}
        edits.append({"action": "ADD_LINE", "line": {**new, "hours": hours, "credits": credits_}})
    return edits or [{"action": "CHANGE_PLAN", "plan": {"title": "新方案"}}]


def edited_by_hand(plan, kept, changed, added):
    lines = []
    for number in kept:
        line = plan.lines[number - 1]
        figures = {"hours": 100, "theory_hours": 40, "practice_hours": 60, "credits": 250}
        lines.append(line._replace(**figures) if number in changed else line)
    lines += [
        PlanLine(AT, "新课", module="CORE", nature="REQUIRED", hours=one, credits=two * 100) for one, two in added
    ]
    return plan._replace(lines=tuple(lines))


def assert_is_what_is_stored(found, before, after):
    for side, whole in (("Before", before), ("After", after)):
        compliance, coverage = whole["trainingPlanCompliance"], whole["coverage"]
        assert found[f"compliance{side}"] == {each: compliance[each] for each in VERDICTS.split()}
        assert found[f"coverage{side}"] == {each: coverage[each] for each in STATES.split()}
        assert [
            (each[f"verdict{side}"], each[f"measuredLeast{side}"], each[f"measuredMost{side}"])
            for each in found["findings"]
        ] == [(each["verdict"], each["measuredLeast"], each["measuredMost"]) for each in compliance["findings"]]
    one, other = (
        {each["requirement"]["id"]: each["state"] for each in whole["coverage"]["items"]} for whole in (before, after)
    )
    assert {each["requirement"]["id"]: (each["before"], each["after"]) for each in found["requirements"]} == {
        key: (state, other[key]) for key, state in one.items() if state != other[key]
    }


@few
@given(
    plan=plans(5),
    said=SAID,
    searched=st.sets(st.sampled_from(REQUIREMENTS)),
    gone=NUMBERS,
    changed=NUMBERS,
    added=ADDED,
)
def test_edits_change_what_they_change_once_they_are_stored(opened, **drawn):
    plan, said, searched, added = (drawn[each] for each in ("plan", "said", "searched", "added"))
    numbers = range(1, len(plan.lines) + 1)
    gone, changed = ({each for each in drawn[some] if each in numbers} for some in ("gone", "changed"))
    kept = [each for each in numbers if each not in gone]
    edited = edited_by_hand(plan, kept, changed, added)
    graph = together(
        rules_and_standard(),
        stored(plan, 1),
        stored(edited, 2),
        said_of(1, said, {each: each for each in numbers}),
        said_of(2, said, {number: at for at, number in enumerate(kept, 1)}),
        reviewed(1, searched),
        # No one has looked through the lines that are added.
        ({}, {}) if added else reviewed(2, searched),
    )

    async def work(database):
        await write(database, *graph)
        found = (await asked(database, WHAT_IF, edits=edits_of(gone, changed, added)))["trainingPlanWhatIf"]
        # Of a plan without lines coverage says only that it has none.
        if edited.lines:
            assert_is_what_is_stored(found, *[await asked(database, STORED, plan=plan_id(each)) for each in (1, 2)])

    opened(work)


def directions():
    """Two directions, each with a line, and a line that all take."""
    head = PlanHead(grade="2025级")
    names = (("公共课", None, None), ("甲课", 1, "甲"), ("乙课", 1, "乙"))
    lines = tuple(PlanLine(AT, name, group=group, option=option, hours=64) for name, group, option in names)
    group = ChoiceGroup(1, "CHOOSE_ONE", "方向", AT, 1, None, ("甲", "乙"))
    return PlanReading(head, (), lines, (group,), (), (), (), (), (), (), (), (), ())


def with_standard():
    nodes = {
        "Major:2021:1": {"edition": "2021", "name": "专业"},
        "TeachingStandard:1": {"year": 2025},
        "Course:1": {"name": "乙课"},
        "Alignment:c": {"status": "ACCEPTED", "kind": "EXACT", "role": "TEACHES", "strength": 0.9},
    }
    links = {
        "PLAN_FOR": [(plan_id(1), "Major:2021:1", {})],
        "STANDARD_OF": [("TeachingStandard:1", "Major:2021:1", {})],
        "HAS_COURSE": [("TeachingStandard:1", "Course:1", {})],
        "ALIGNS": [("Alignment:c", "Course:1", {})],
        "ALIGNED_TO": [("Alignment:c", REQUIREMENTS[2], {})],
    }
    return nodes, links


SAID_OF_DIRECTIONS = [(at, REQUIREMENTS[at - 2], "ACCEPTED", "EXACT", 0.9) for at in (2, 3)]
EDIT = [{"action": "ADD_LINE", "key": "new", "line": {"name": "乙课", "hours": 32}}]


async def with_directions(database):
    plan = stored(directions(), 1)
    own = {each: each for each in (1, 2, 3)}
    await write(database, *together(rules_and_standard(), with_standard(), plan, said_of(1, SAID_OF_DIRECTIONS, own)))


async def test_one_direction_covers_what_its_students_take_and_the_standard_offers_the_rest(database):
    await with_directions(database)
    group = f"PlanGroup:{PLAN.partition(':')[2]}1:1"

    async def covered(option):
        direction = option and {"group": group, "option": option}
        return (await asked(database, WHAT_IF, edits=EDIT, direction=direction))["trainingPlanWhatIf"]

    whole, one, other = [await covered(each) for each in (None, "甲", "乙")]
    assert [each["coverageAfter"]["covered"] for each in (whole, one, other)] == [2, 1, 1]
    offered = {"lineName": "乙课", "offered": {"id": "Alignment:c"}, "requirement": {"id": REQUIREMENTS[2]}}
    assert one["offers"] == [{"line": "new", **offered}]
    assert other["offers"] == [{"line": each, **offered} for each in (line_id(1, 3), "new")]
    # What is offered counts nothing.
    assert other["coverageAfter"]["unknown"] == 2


ACHIEVED = {
    "CourseOutcome:o": {"code": "o", "text": "能写网页", "sequence": 1},
    "Alignment:o": {"status": "ACCEPTED", "kind": "EXACT", "role": "TEACHES", "strength": 0.9},
}
ADD_OUTCOME = {"action": "ADD_OUTCOME", "outcome": {"line": line_id(1, 1), "text": "能测试网页"}}
CHANGE_OUTCOME = {"action": "CHANGE_OUTCOME", "of": "CourseOutcome:o", "outcome": {"text": "能设计网页"}}
# The first requirement is met by an outcome of the first line, the second was looked for in vain.
OUTCOME_EDITS = {
    "other": ([{"action": "CHANGE_PLAN", "plan": {"title": "新方案"}}], (1, 1, 1)),
    "added": ([ADD_OUTCOME], (1, 0, 2)),
    "other words": ([CHANGE_OUTCOME], (0, 0, 3)),
    "the same words": ([{**CHANGE_OUTCOME, "outcome": {"text": "能写网页"}}], (1, 1, 1)),
    "removed": ([{"action": "REMOVE_OUTCOME", "of": "CourseOutcome:o"}], (0, 1, 2)),
    "gone with its line": ([{"action": "REMOVE_LINE", "of": line_id(1, 1)}], (0, 1, 2)),
    "added with a line": ([*EDIT, {**ADD_OUTCOME, "outcome": {"line": "new", "text": "能测试网页"}}], (1, 0, 2)),
}


@pytest.mark.parametrize(("edits", "counts"), OUTCOME_EDITS.values(), ids=OUTCOME_EDITS)
async def test_what_is_said_of_an_outcome_counts_while_it_has_the_same_words(edits, counts, database):
    links = {
        "PLAN_HAS_OUTCOME": [(line_id(1, 1), "CourseOutcome:o", {})],
        "ALIGNS_OUTCOME": [("Alignment:o", "CourseOutcome:o", {})],
        "ALIGNED_TO": [("Alignment:o", REQUIREMENTS[0], {})],
    }
    searched = reviewed(1, REQUIREMENTS[1:2])
    await write(database, *together(rules_and_standard(), stored(directions(), 1), (ACHIEVED, links), searched))
    found = (await asked(database, WHAT_IF, edits=edits))["trainingPlanWhatIf"]
    before, after = (
        tuple(found[side][each] for each in ("covered", "notCovered", "unknown"))
        for side in ("coverageBefore", "coverageAfter")
    )
    assert (before, after) == ((1, 1, 1), counts)


@pytest.mark.parametrize(
    ("edits", "counts"),
    [
        ([{"action": "CHANGE_PLAN", "plan": {"title": "新方案"}}], (1, 2)),
        ([ADD_OUTCOME], (0, 3)),
        ([{"action": "REMOVE_LINE", "of": line_id(1, 1)}], (1, 2)),
    ],
    ids=["other", "added", "gone with its line"],
)
async def test_no_match_of_each_course_counts_while_none_is_to_achieve_more(edits, counts, database):
    no_match = [(each, REQUIREMENTS[0], "ACCEPTED", "NO_MATCH", 0.0) for each in (1, 2, 3)]
    said = said_of(1, no_match, {each: each for each in (1, 2, 3)})
    await write(database, *together(rules_and_standard(), stored(directions(), 1), said))
    found = (await asked(database, WHAT_IF, edits=edits))["trainingPlanWhatIf"]

    before, after = (
        tuple(found[side][each] for each in ("notCovered", "unknown")) for side in ("coverageBefore", "coverageAfter")
    )
    assert (before, after) == ((1, 2), counts)


@pytest.mark.parametrize(
    ("edits", "direction", "argument"),
    [
        ([], None, "edits"),
        ([{"action": "REMOVE_LINE", "of": "PlanCourse:none"}], None, "edits[0].of"),
        ([{"action": "ADD_LINE", "line": {"name": "课", "hours": -1}}], None, "edits[0].line.hours"),
        (EDIT, {"group": "PlanGroup:none", "option": "甲"}, "direction.group"),
        (EDIT, {"group": f"PlanGroup:{PLAN.partition(':')[2]}1:1", "option": "丙"}, "direction.option"),
    ],
)
async def test_edits_and_directions_that_the_plan_does_not_have_are_refused(database, edits, direction, argument):
    await with_directions(database)
    variables = {"edits": edits, "direction": direction}
    ((answer, _),) = await run_counted(database, [Request(WHAT_IF, variables)])
    (error,) = answer.errors

    assert isinstance(error.original_error, BadArgumentError)
    assert error.original_error.details["argument"] == argument
