"""``courseRedundancy`` against a count by hand, on small graphs drawn at random."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database
from graph.model.alignments import COVERING
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.coverage.test_coverage import (
    LEVELS,
    ROLES,
    Drawn,
    drawn,
    in_one_standard,
    nodes_and_links,
    requirement_id,
    speaks_of_course,
)
from tests.resolvers.questions.small_graphs import few, write

ASK = """query ($roles: [AlignmentRole!], $least: Float!, $level: CertificateLevelCode, $day: Date, $target: ID) {
  courseRedundancy(subject: "TeachingStandard:0", target: $target, roles: $roles, minStrength: $least, level: $level,
                   asOf: $day, minJaccard: 0, first: 100) {
    courses needed redundant unknown requirements carriedOnce carriedSeveralTimes
    byCourse { course { id } need carried alone suggested onlyHere { id } }
    removableTogether { id }
    shared { requirement { id } courses carriers { course { id } alignment { id } } }
    pairs { a { id } b { id } jaccard shared onlyA onlyB inBoth { id } onlyInA { id } onlyInB { id } }
  }
}"""


def counts_for(graph: Drawn, target: str | None) -> list[tuple[str, Any]]:
    """The alignments in force on requirements that are asked about, each with its id."""
    asked = {"SkillStandard:9:1": (), "StandardLevel:9:1:ADVANCED": ("ADVANCED",)}.get(target, ())
    return [
        (f"Alignment:{number}", each)
        for number, each in enumerate(graph.said)
        if speaks_of_course(each, graph.day)
        and graph.level in (None, graph.places[each.requirement][0])
        and (not asked or graph.places[each.requirement][0] in asked)
    ]


def by_hand(graph: Drawn, target: str | None) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set]]:
    """Give what each course carries, what is suggested of it, and the proofs of each requirement."""
    carried = {f"Course:{each}": set() for each in range(len(graph.courses))}
    suggested = {f"Course:{each}": set() for each in range(len(graph.courses))}
    proofs: dict[str, set] = {}
    roles = ROLES if graph.roles is None else graph.roles
    for name, each in counts_for(graph, target):
        course = f"Course:{each.course}"
        requirement = requirement_id(graph.places[each.requirement], each.requirement)
        if each.kind not in COVERING or each.role not in roles or each.strength < graph.least:
            continue
        if each.status == "SUGGESTED":
            suggested[course].add(requirement)
        if each.status == "ACCEPTED":
            carried[course].add(requirement)
            proofs.setdefault(requirement, set()).add((course, name))
    return carried, suggested, proofs


def union(carried: dict[str, set[str]], without: set[str]) -> set[str]:
    return set().union(*(each for course, each in carried.items() if course not in without))


def ids(nodes) -> set[str]:
    return {each["id"] for each in nodes}


def in_standard_order(requirements) -> list[str]:
    return sorted(requirements, key=lambda each: (LEVELS.index(each.split(":")[3]), each))


@few
@given(graph=drawn(), target=st.sampled_from([None, "SkillStandard:9:1", "StandardLevel:9:1:ADVANCED"]))
def test_redundancy_is_what_a_count_by_hand_gives(opened, graph: Drawn, target: str | None):
    opened(lambda database: compare(database, graph, target))


async def compare(database: Database, graph: Drawn, target: str | None) -> None:
    graph = in_one_standard(graph)
    await write(database, *nodes_and_links(graph))
    variables = {"roles": graph.roles, "least": graph.least, "level": graph.level, "day": graph.day, "target": target}
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    assert statements == 1
    places = {place[0] for place in graph.places}
    if target == "StandardLevel:9:1:ADVANCED" and "ADVANCED" not in places:
        assert answer.data == {"courseRedundancy": None}
        return
    if not graph.courses and not any(standard == 0 for _, standard in graph.reviewed):
        assert answer.errors[0].original_error.details["reason"] == "NO_COURSES"
        return
    assert answer.errors == []
    got = answer.data["courseRedundancy"]
    carried, suggested, proofs = by_hand(graph, target)
    everything = union(carried, set())

    for each in got["byCourse"]:
        course = each["course"]["id"]
        lost = everything - union(carried, {course})
        need = "UNKNOWN" if not carried[course] else "NEEDED" if lost else "REDUNDANT"
        assert [one["id"] for one in each["onlyHere"]] == in_standard_order(lost)
        assert (each["need"], each["alone"]) == (need, len(lost))
        assert (each["carried"], each["suggested"]) == (len(carried[course]), len(suggested[course] - carried[course]))
    needs = [each["need"] for each in got["byCourse"]]
    assert len(needs) == got["courses"] == len(carried)
    assert (got["needed"], got["redundant"], got["unknown"]) == tuple(
        needs.count(each) for each in ("NEEDED", "REDUNDANT", "UNKNOWN")
    )

    gone = ids(got["removableTogether"])
    assert union(carried, gone) == everything
    assert all(union(carried, gone | {each}) != everything for each in carried if each not in gone and carried[each])

    several = {
        key: found for key, found in proofs.items() if sum(key in requirements for requirements in carried.values()) > 1
    }
    assert got["requirements"] == len(everything) == got["carriedOnce"] + got["carriedSeveralTimes"]
    assert got["carriedSeveralTimes"] == len(several)
    assert {
        each["requirement"]["id"]: {(one["course"]["id"], one["alignment"]["id"]) for one in each["carriers"]}
        for each in got["shared"]
    } == several
    compare_pairs(got["pairs"], carried)


def compare_pairs(got: list, carried: dict[str, set[str]]) -> None:
    expected = {
        (a, b): (carried[a] & carried[b], carried[a] - carried[b], carried[b] - carried[a])
        for a, b in combinations(carried, 2)
        if carried[a] & carried[b]
    }
    assert {
        (each["a"]["id"], each["b"]["id"]): (ids(each["inBoth"]), ids(each["onlyInA"]), ids(each["onlyInB"]))
        for each in got
    } == expected
    for each in got:
        both, only_a, only_b = expected[each["a"]["id"], each["b"]["id"]]
        assert (each["shared"], each["onlyA"], each["onlyB"]) == (len(both), len(only_a), len(only_b))
        assert each["jaccard"] == len(both) / len(both | only_a | only_b)


# The subject, the type of its courses, and the links to them, to their outcomes, and from what is said of them.
LANES = [
    ("TeachingStandard:s", "Course", "HAS_COURSE", "HAS_OUTCOME", "ALIGNS"),
    ("TrainingPlan:p", "PlanCourse", "HAS_PLAN_COURSE", "PLAN_HAS_OUTCOME", "ALIGNS_PLAN_COURSE"),
]


@pytest.mark.parametrize("lane", LANES)
async def test_a_course_whose_outcome_alone_carries_a_requirement_is_needed(lane, database):
    """Both courses carry 0; the first carries it by itself and by its outcome, and by the outcome alone it carries 1."""
    subject, course, has, has_outcome, aligns = lane
    first, second, outcome = f"{course}:1", f"{course}:2", "CourseOutcome:o"
    said = {"status": "ACCEPTED", "kind": "MAJOR", "role": "TEACHES", "strength": 1.0}
    nodes = {subject: {}, first: {"sequence": 1}, second: {"sequence": 2}, outcome: {}}
    nodes |= {f"SkillRequirement:{each}": {"sequence": each} for each in range(2)}
    nodes |= {f"Alignment:{each}": dict[str, Any](said) for each in range(4)}
    links = {
        has: [(subject, each, {}) for each in (first, second)],
        has_outcome: [(first, outcome, {})],
        aligns: [("Alignment:0", first, {}), ("Alignment:1", second, {})],
        "ALIGNS_OUTCOME": [(f"Alignment:{each}", outcome, {}) for each in (2, 3)],
        "ALIGNED_TO": [(f"Alignment:{each}", f"SkillRequirement:{each // 3}", {}) for each in range(4)],
    }
    await write(database, nodes, links)
    ask = f"""{{ courseRedundancy(subject: "{subject}") {{
        byCourse {{ need carried onlyHere {{ id }} }} shared {{ courses carriers {{ alignment {{ id }} }} }} }} }}"""
    ((answer, _),) = await run_counted(database, [Request(ask)])

    assert answer.data["courseRedundancy"] == {
        "byCourse": [
            {"need": "NEEDED", "carried": 2, "onlyHere": [{"id": "SkillRequirement:1"}]},
            {"need": "REDUNDANT", "carried": 1, "onlyHere": []},
        ],
        "shared": [{"courses": 2, "carriers": [{"alignment": {"id": f"Alignment:{each}"}} for each in range(3)]}],
    }


async def test_an_unknown_subject_or_target_is_told(national):
    ask = """{ one: courseRedundancy(subject: "TrainingPlan:x:y:") { courses }
               two: courseRedundancy(subject: "TeachingStandard:2025:510203", target: "WorkArea:x") { courses } }"""
    ((answer, _),) = await run_counted(national, [Request(ask)])

    assert answer.data == {"one": None, "two": None}
    assert ["TrainingPlan:x:y:" in str(answer.errors[0]), "WorkArea:x" in str(answer.errors[1])] == [True, True]
