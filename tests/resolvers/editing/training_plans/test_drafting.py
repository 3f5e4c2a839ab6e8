"""A plan is drafted from a teaching standard and rules: what the question shows is what the mutation writes."""

import pytest

from graph.query.statement import Statement
from resolvers.identify import Request
from resolvers.rights import Rights
from tests.golden.make import run_counted
from tests.resolvers.editing.training_plans.drafting_office import (
    COLLEGE,
    DRAFT,
    GIVEN,
    LINES,
    MAJOR,
    OWN,
    add_standards,
)
from tests.resolvers.editing.training_plans.plan_office import EDIT, LEVEL

DRAFTED = "TrainingPlan:甲学院:软件技术:2027级:1"
SHOW = f"""query ($major: ID!, $grade: String!, $years: Int, $targets: [ID!]) {{
  trainingPlanDraft(major: $major, grade: $grade, years: $years, targets: $targets) {{
    asOf teachingStandard {{ id }} passed failed remarked unknown notApplicable
    lines {{ {LINES} durationWeeks atLeast course {{ id }} rules {{ id }} }} missing {{ kind lines rules }}
    offers {{ lineName offered {{ id }} requirement {{ id }} }} }} }}"""
COMPLIANCE = """query ($plan: ID!) { trainingPlanCompliance(plan: $plan) {
  passed failed remarked unknown notApplicable findings { rule { id } verdict undecided { kind missingIn { name } } } } }"""
SPORT = {"name": "体育", "module": "COMMON", "courseNature": "REQUIRED", "credits": None, "hours": 108}
STANDARD_COURSE = {"name": "课程2025", "module": "CORE", "courseNature": None, "credits": None, "hours": None}
MISSING = [
    {"kind": "NATURE", "lines": ["课程2025"], "rules": []},
    {"kind": "CREDITS", "lines": ["体育", "课程2025"], "rules": []},
    {"kind": "HOURS", "lines": ["课程2025"], "rules": ["Rule:N:02"]},
    {"kind": "PRACTICE", "lines": ["体育", "课程2025"], "rules": []},
    {"kind": "SEMESTERS", "lines": ["体育", "课程2025"], "rules": []},
    {"kind": "ASSESSMENT", "lines": ["体育", "课程2025"], "rules": []},
    {"kind": "EXAMINATION_SEMESTER", "lines": ["Web前端开发"], "rules": []},
]


@pytest.fixture
async def drafting_office(plan_office):
    """The office, with two rules, and standards of three years."""
    await add_standards(plan_office.database)
    return plan_office


async def shown(office, **given):
    ((answer, statements),) = await run_counted(office.database, [Request(SHOW, {**OWN, **given})])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["trainingPlanDraft"]


async def test_an_empty_list_of_targets_is_none(drafting_office):
    without = await shown(drafting_office, targets=None)
    assert await shown(drafting_office, targets=[]) == without
    literal = Request(f'{{ trainingPlanDraft(major: "{MAJOR}", grade: "2027级", targets: []) {{ lines {{ name }} }} }}')
    ((answer, _),) = await run_counted(drafting_office.database, [literal])
    assert (answer.errors, len(answer.data["trainingPlanDraft"]["lines"])) == ([], len(without["lines"]))


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        (["Major:2021:510203"], "BAD_ARGUMENT"),
        (["CertificateLevel:Web前端开发:INTERMEDIATE", "Major:2021:510203"], "BAD_ARGUMENT"),
        (["CertificateLevel:x:INTERMEDIATE"], "NOT_FOUND"),
    ],
)
async def test_a_target_is_a_level_that_is_there(drafting_office, targets, code):
    request = Request(SHOW, {**OWN, "targets": targets})
    ((answer, _),) = await run_counted(drafting_office.database, [request])
    assert [each.original_error.code for each in answer.errors] == [code]


async def test_a_draft_holds_what_standard_and_rules_state_and_says_what_is_missing(drafting_office):
    payload = await drafting_office.change("zhao", DRAFT, GIVEN)

    plan = payload["trainingPlan"]
    assert {name: plan[name] for name in plan if name not in {"courses", "targetCertificates", "changes"}} == {
        "id": DRAFTED,
        "version": 1,
        "editVersion": 1,
        "status": "DRAFT",
        "grade": "2027级",
        "entryYear": 2027,
        "years": 3,
        "educationLevel": "ASSOCIATE",
        "completeness": "WHOLE",
        "certificatesNamed": ["Web前端开发"],
        "college": {"id": COLLEGE},
        "major": {"id": MAJOR},
        "baseStandard": {"id": "TeachingStandard:2025:510203"},
        "certificates": [{"id": "Certificate:Web前端开发"}],
    }
    assert plan["courses"] == [
        {
            "id": "PlanCourse:甲学院:软件技术:2027级:1:1",
            **SPORT,
            "sourceNote": "Rule:N:01; at least: hours",
            "sources": [{"id": "Source:y"}],
            "terms": [],
        },
        {
            "id": "PlanCourse:甲学院:软件技术:2027级:2:1",
            **STANDARD_COURSE,
            "sourceNote": "Course:2025:510203:1",
            "sources": [{"id": "Source:y"}],
            "terms": [],
        },
    ]
    assert plan["targetCertificates"] == [
        {"name": "Web前端开发", "level": "INTERMEDIATE", "levelText": "中级", "certificateLevel": {"id": LEVEL}}
    ]
    assert plan["changes"]["nodes"] == [{"action": "DRAFT_PLAN", "reason": "新编"}]
    assert payload["missing"] == MISSING


async def test_the_question_shows_what_would_be_written_with_what_demands_it(drafting_office):
    nothing = {"durationWeeks": None, "atLeast": []}
    assert await shown(drafting_office) == {
        "asOf": "2027-09-01",
        "teachingStandard": {"id": "TeachingStandard:2025:510203"},
        "passed": 1,
        "failed": 0,
        "remarked": 0,
        "unknown": 1,
        "notApplicable": 0,
        "lines": [
            {**SPORT, **nothing, "atLeast": ["hours"], "course": None, "rules": [{"id": "Rule:N:01"}]},
            {**STANDARD_COURSE, **nothing, "course": {"id": "Course:2025:510203:1"}, "rules": []},
        ],
        "missing": MISSING,
        "offers": [
            {
                "lineName": "课程2025",
                "offered": {"id": "Alignment:2025"},
                "requirement": {"id": "SkillRequirement:x"},
            }
        ],
    }


async def test_compliance_says_of_the_draft_what_its_question_says(drafting_office):
    await drafting_office.change("zhao", DRAFT, GIVEN)
    request = Request(COMPLIANCE, {"plan": DRAFTED}, rights=Rights(COLLEGE))
    ((answer, _),) = await run_counted(drafting_office.database, [request])
    assert (answer.errors, answer.data["trainingPlanCompliance"]) == (
        [],
        {
            "passed": 1,
            "failed": 0,
            "remarked": 0,
            "unknown": 1,
            "notApplicable": 0,
            "findings": [
                {"rule": {"id": "Rule:N:01"}, "verdict": "PASS", "undecided": []},
                {
                    "rule": {"id": "Rule:N:02"},
                    "verdict": "UNKNOWN",
                    "undecided": [{"kind": "HOURS", "missingIn": [{"name": "课程2025"}]}],
                },
            ],
        },
    )


async def test_compliance_names_the_courses_that_the_draft_lacks(drafting_office):
    statement = (
        "MATCH (s:RuleSet {id: 'RuleSet:N'}) CREATE (s)-[:HAS_RULE]->(:Rule {id: 'Rule:N:03', ruleSetCode: 'N', "
        "code: '03', item: '公共课', force: 'MUST', basis: 'OFFICIAL', sourceIds: [], measure: 'COURSES_OFFERED', "
        "natures: ['REQUIRED'], names: ['体育', '形势与政策']})"
    )
    # A rule that is there before gets its courses.
    await drafting_office.change("zhao", DRAFT, GIVEN)
    await drafting_office.database.write(lambda writer: writer.run(Statement(statement, {})))
    ask = f'{{ trainingPlanCompliance(plan: "{DRAFTED}") {{ findings {{ rule {{ code }} verdict missingCourses }} }} }}'
    ((answer, _),) = await run_counted(drafting_office.database, [Request(ask, rights=Rights(COLLEGE))])

    found = {each["rule"]["code"]: each for each in answer.data["trainingPlanCompliance"]["findings"]}
    assert (found["03"]["verdict"], found["03"]["missingCourses"]) == ("FAIL", ["形势与政策"])
    assert found["01"]["missingCourses"] == []


async def test_the_same_key_drafts_once_and_says_the_same_again(drafting_office):
    first = await drafting_office.change("zhao", DRAFT, {**GIVEN, "idempotencyKey": "k"})
    again = await drafting_office.change("zhao", DRAFT, {**GIVEN, "idempotencyKey": "k"})
    assert {**again, "bookmark": None} == {**first, "bookmark": None}
    other = await drafting_office.change("zhao", DRAFT, GIVEN)
    assert other["trainingPlan"]["version"] == 2


async def test_a_draft_is_of_its_college_and_is_edited_like_any_other(drafting_office):
    await drafting_office.change("zhao", DRAFT, GIVEN)
    given = {
        "trainingPlan": DRAFTED,
        "expectedVersion": 1,
        "edits": [{"action": "CHANGE_LINE", "of": "PlanCourse:甲学院:软件技术:2027级:2:1", "line": {"hours": 64}}],
    }
    assert (await drafting_office.change("zhou", EDIT, given))["trainingPlan"]["courses"][1]["name"] == "课程2025"
    hidden = await drafting_office.ask("qian", EDIT, given)
    assert hidden.data["editTrainingPlan"]["userErrors"][0]["code"] == "NOT_FOUND"
    unmarked = f"MATCH (n) WHERE n.id STARTS WITH '{DRAFTED}' AND n.draftOf IS NULL RETURN count(n)"
    assert await drafting_office.count(unmarked) == 0


async def test_without_a_standard_or_targets_the_rules_alone_bring_lines(drafting_office):
    seen = await shown(drafting_office, grade="2018级", years=3, targets=None)
    assert (seen["teachingStandard"], [each["name"] for each in seen["lines"]]) == (None, ["体育"])
    assert (seen["missing"][0], seen["offers"]) == ({"kind": "TEACHING_STANDARD", "lines": [], "rules": []}, [])


@pytest.mark.parametrize(
    ("given", "code", "argument"),
    [
        ({"grade": "二七级"}, "BAD_ARGUMENT", "grade"),
        ({"grade": "2027级:1"}, "BAD_ARGUMENT", "grade"),
        ({"years": 0}, "BAD_ARGUMENT", "years"),
        ({"years": 9}, "BAD_ARGUMENT", "years"),
        ({"major": "Major:2021:999999"}, "NOT_FOUND", None),
        ({"major": "College:甲学院"}, "BAD_ARGUMENT", "major"),
        ({"targets": ["CertificateLevel:x:INTERMEDIATE"]}, "NOT_FOUND", None),
        ({"targets": [LEVEL] * 51}, "BAD_ARGUMENT", "targets"),
    ],
)
async def test_what_is_not_there_or_cannot_be_drafts_nothing(drafting_office, given, code, argument):
    payload = await drafting_office.change("zhao", DRAFT, {**GIVEN, **given})
    assert (payload["trainingPlan"], payload["missing"], payload["bookmark"]) == (None, [], None)
    assert [(each["code"], each["argument"]) for each in payload["userErrors"]] == [(code, argument)]
    if given.keys() <= {"grade", "years"}:
        answer = await drafting_office.operations.run(Request(SHOW, {**OWN, **given}))
        assert [each.original_error.code for each in answer.errors] == [code]


@pytest.mark.parametrize("who", ["qian", "sun"])
async def test_only_editors_of_the_college_draft_its_plans(drafting_office, who):
    answer = await drafting_office.ask(who, DRAFT, GIVEN)
    assert [each.original_error.code for each in answer.errors] == ["OTHER_COLLEGE"]
