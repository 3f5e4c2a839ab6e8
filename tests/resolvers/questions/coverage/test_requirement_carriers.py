"""``requirementCarriers`` against what ``coverage`` says of each programme, and on a small graph."""

from graph.connection.database import Database
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import Links, Nodes, write

ASK = """query ($target: ID!, $least: Float!, $roles: [AlignmentRole!], $day: Date, $first: Int!, $after: String) {
  requirementCarriers(target: $target, minStrength: $least, roles: $roles, asOf: $day, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { requirement { id } courses programmes planCourses trainingPlans strength carriers { id } }
  }
}"""
ACCEPTED = {"basis": "EDITORIAL", "role": "TEACHES", "decidedOn": "2024-01-01"}


async def ask(database: Database, target: str, **variables) -> dict:
    given = {"target": target, "least": 0.0, "roles": None, "day": None, "first": 100, **variables}
    ((answer, statements),) = await run_counted(database, [Request(ASK, given)])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["requirementCarriers"]


def small() -> tuple[Nodes, Links]:
    """Two standards and a plan with a draft; of the first requirement several speak, of the second a made up one."""
    nodes: Nodes = {"StandardLevel:l": {"rank": 1, "level": "ADVANCED"}, "WorkArea:w": {"sequence": 1}}
    nodes |= {"WorkTask:t": {"sequence": 1}, "TrainingPlan:p": {}, "TrainingPlan:d": {"draftOf": "College:1"}}
    nodes |= {f"SkillRequirement:{each}": {"sequence": each} for each in (1, 2, 3)}
    nodes |= {f"TeachingStandard:{each}": {} for each in "st"}
    nodes |= {f"Course:{each}": {} for each in "abc"} | {f"PlanCourse:{each}": {} for each in "pd"}
    covers = [("a", 1, 0.9, {}), ("b", 1, 0.4, {"role": "ASSESSES"}), ("c", 1, 0.6, {"validTo": "2025-01-01"})]
    links: Links = {
        "HAS_WORK_AREA": [("StandardLevel:l", "WorkArea:w", {})],
        "HAS_TASK": [("WorkArea:w", "WorkTask:t", {})],
        "HAS_REQUIREMENT": [("WorkTask:t", f"SkillRequirement:{each}", {}) for each in (1, 2, 3)],
        "HAS_COURSE": [(f"TeachingStandard:{each}", f"Course:{one}", {}) for each, one in ("sa", "sb", "tc")],
        "HAS_PLAN_COURSE": [(f"TrainingPlan:{each}", f"PlanCourse:{each}", {}) for each in "pd"],
        "COVERS": [
            *(
                (f"Course:{c}", f"SkillRequirement:{r}", {**ACCEPTED, "strength": s, **more})
                for c, r, s, more in covers
            ),
            ("Course:a", "SkillRequirement:2", {**ACCEPTED, "strength": 1.0, "basis": "ILLUSTRATIVE"}),
        ],
        "PLAN_COVERS": [(f"PlanCourse:{each}", "SkillRequirement:1", {**ACCEPTED, "strength": 1.0}) for each in "pd"],
    }
    return nodes, links


def counts(found: dict) -> list[tuple]:
    names = ("courses", "programmes", "planCourses", "trainingPlans", "strength")
    return [(*(each[name] for name in names), [one["id"] for one in each["carriers"]]) for each in found["nodes"]]


NOTHING = (0, 0, 0, 0, None, [])


async def test_each_requirement_has_its_courses_and_programmes(database):
    await write(database, *small())
    found = await ask(database, "StandardLevel:l")

    courses = ["Course:a", "Course:c", "Course:b", "PlanCourse:p"]
    assert counts(found) == [(3, 2, 1, 1, 1.0, courses), NOTHING, NOTHING]
    assert found["totalCount"] == 3


async def test_only_what_counts_is_counted(database):
    await write(database, *small())

    by_strength = await ask(database, "WorkArea:w", least=0.5)
    by_role = await ask(database, "WorkArea:w", roles=["ASSESSES"])
    by_day = await ask(database, "WorkArea:w", day="2025-06-01")
    before = await ask(database, "WorkArea:w", day="2023-01-01")

    assert counts(by_strength)[0] == (2, 2, 1, 1, 1.0, ["Course:a", "Course:c", "PlanCourse:p"])
    assert counts(by_role)[0] == (1, 1, 0, 0, 0.4, ["Course:b"])
    assert counts(by_day)[0] == (2, 1, 1, 1, 1.0, ["Course:a", "Course:b", "PlanCourse:p"])
    assert counts(before) == [NOTHING] * 3


async def test_pages_together_are_the_whole_list(database):
    await write(database, *small())
    whole = await ask(database, "StandardLevel:l")
    first = await ask(database, "StandardLevel:l", first=2)
    second = await ask(database, "StandardLevel:l", first=2, after=first["pageInfo"]["endCursor"])

    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    assert first["nodes"] + second["nodes"] == whole["nodes"]


async def test_the_country_has_what_coverage_of_its_one_reviewed_standard_says(national):
    """One standard was reviewed against this certificate; no plan was, besides made up ones."""
    query = """{ coverage(subject: "TeachingStandard:2025:510203", target: "SkillStandard:510084:2.0", first: 500) {
                 items { requirement { id } proofs { course { id } } } } }"""
    ((answer, _),) = await run_counted(national, [Request(query)])
    expected = {
        each["requirement"]["id"]: len({one["course"]["id"] for one in each["proofs"]})
        for each in answer.data["coverage"]["items"]
    }
    found = await ask(national, "SkillStandard:510084:2.0", first=500)

    assert {each["requirement"]["id"]: each["courses"] for each in found["nodes"]} == expected
    assert {each["programmes"] for each in found["nodes"]} == {0, 1}
