"""``coverage`` against a count by hand, on small graphs drawn at random."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database, Statement
from graph.errors import BadArgumentError, BadIdError
from graph.model.alignments import COVERING
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import Links, Nodes, few, write
from tests.resolvers.request.refusals import refusal

ROLES = ("TEACHES", "PRACTISES", "ASSESSES")
ASK = """query ($subject: ID, $target: ID!, $courses: [ID!], $roles: [AlignmentRole!], $least: Float!, $sufficient: Float!, $level: CertificateLevelCode, $day: Date, $infer: Boolean!) {
  coverage(subject: $subject, target: $target, courses: $courses, roles: $roles, minStrength: $least, sufficientStrength: $sufficient,
           level: $level, asOf: $day, inferLevels: $infer) {
    requirements covered partlyCovered notCovered unknown suggested lower upper inferred
    byLevel { level requirements covered partlyCovered notCovered unknown suggested lower upper }
    flows { course { id } workTask { id } state requirements share strength }
    byWorkArea { requirements covered partlyCovered notCovered unknown suggested lower upper }
    byTask { requirements covered partlyCovered notCovered unknown suggested lower upper }
    items { state inferredFrom requirement { id } proofs { alignment { id } } suggestions { alignment { id } } noMatches { alignment { id } } }
  }
}"""
LEVELS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")


@dataclass(frozen=True)
class Said:
    """What is said of a course, or of the outcome with this number of it, and a requirement."""

    course: int
    outcome: int | None
    requirement: int
    kind: str
    role: str | None
    strength: float
    status: str
    proposed_on: str | None
    decided_on: str | None
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True)
class Drawn:
    """Courses by standard; requirements by level, area and task; what is said; closed searches; and how it is asked."""

    courses: list[int]
    places: list[tuple[str, int, int]]
    said: list[Said]
    reviewed: dict[tuple[int, int], str]
    includes: bool | None
    subject: str
    target: str
    chosen: list[int] | None
    roles: list[str] | None
    least: float
    sufficient: float
    level: str | None
    day: str | None
    infer: bool

    @property
    def is_set(self) -> bool:
        return self.subject == "set"


@st.composite
def drawn(draw):
    courses = draw(st.lists(st.integers(0, 1), max_size=3))
    places = draw(
        st.lists(st.tuples(st.sampled_from(LEVELS), st.integers(1, 2), st.integers(1, 2)), min_size=1, max_size=6)
    )
    days = st.sampled_from([None, "2020-01-01", "2024-01-01"])
    one = st.builds(
        Said,
        course=st.integers(0, max(len(courses) - 1, 0)),
        outcome=st.sampled_from([None, 0, 1]),
        requirement=st.integers(0, len(places) - 1),
        kind=st.sampled_from(["EXACT", "MINOR", "RELATED", "NO_MATCH"]),
        role=st.sampled_from(ROLES),
        strength=st.sampled_from([0.0, 0.3, 0.5, 1.0]),
        status=st.sampled_from(["ACCEPTED", "ACCEPTED", "SUGGESTED", "REJECTED", "WITHDRAWN"]),
        proposed_on=days,
        decided_on=days,
        valid_from=days,
        valid_to=days,
    )
    level, area, task = places[0]
    subject = draw(st.sampled_from(["TeachingStandard:0", "Major:m", *(["set"] if courses else [])]))
    some = st.lists(st.integers(0, max(len(courses) - 1, 0)), min_size=1, max_size=3)
    return Drawn(
        courses=courses,
        places=places,
        said=draw(st.lists(one, max_size=10)) if courses else [],
        reviewed=draw(
            st.dictionaries(
                st.tuples(st.integers(0, len(places) - 1), st.integers(0, 1)),
                st.sampled_from(["2020-01-01", "2024-01-01"]),
                max_size=3,
            )
        ),
        includes=draw(st.sampled_from([True, True, False, None])),
        subject=subject,
        target=draw(
            st.sampled_from(
                [
                    "SkillStandard:9:1",
                    f"StandardLevel:9:1:{level}",
                    f"WorkArea:9:1:{level}:{area}",
                    f"WorkTask:9:1:{level}:{area}.{task}",
                    requirement_id(places[0], 0),
                ]
            )
        ),
        chosen=draw(some if subject == "set" else st.none() | some),
        roles=draw(st.none() | st.lists(st.sampled_from(ROLES), min_size=1, max_size=3)),
        least=draw(st.sampled_from([0.0, 0.5, 1.0])),
        sufficient=draw(st.sampled_from([0.0, 0.4, 1.0])),
        level=draw(st.sampled_from([None, "ADVANCED"])),
        day=draw(st.sampled_from([None, "2019-06-01", "2020-01-01", "2022-06-01"])),
        infer=draw(st.booleans()),
    )


def in_one_standard(graph: Drawn) -> Drawn:
    """Put all courses into one standard, for questions that are asked of one."""
    return replace(graph, courses=[0] * len(graph.courses))


def requirement_id(place: tuple[str, int, int], number: int) -> str:
    level, area, task = place
    return f"SkillRequirement:9:1:{level}:{area}.{task}.{number}"


def nodes_and_links(graph: Drawn) -> tuple[Nodes, Links]:
    nodes: Nodes = {"Major:m": {}, "TeachingStandard:0": {}, "TeachingStandard:1": {}}
    nodes["SkillStandard:9:1"] = {"higherLevelsInclude": graph.includes}
    links: Links = {"STANDARD_OF": [(f"TeachingStandard:{each}", "Major:m", {}) for each in (0, 1)]}

    def add(kind: str, start: str, end: str) -> None:
        link = (start, end, {})
        if link not in links.setdefault(kind, []):
            links[kind].append(link)

    for number, standard in enumerate(graph.courses):
        nodes[f"Course:{number}"] = {}
        add("HAS_COURSE", f"TeachingStandard:{standard}", f"Course:{number}")
    for number, place in enumerate(graph.places):
        level, area, task = place
        chain = [
            "SkillStandard:9:1",
            f"StandardLevel:9:1:{level}",
            f"WorkArea:9:1:{level}:{area}",
            f"WorkTask:9:1:{level}:{area}.{task}",
            requirement_id(place, number),
        ]
        kinds = ("HAS_STANDARD_LEVEL", "HAS_WORK_AREA", "HAS_TASK", "HAS_REQUIREMENT")
        for kind, start, end in zip(kinds, chain, chain[1:], strict=False):
            add(kind, start, end)
        nodes |= {each: {"level": level, "rank": LEVELS.index(level) + 1, "sequence": 1} for each in chain[1:]}
    for number, each in enumerate(graph.said):
        nodes[f"Alignment:{number}"] = {
            "status": each.status,
            "kind": each.kind,
            "role": each.role,
            "strength": each.strength,
            "proposedOn": each.proposed_on,
            "decidedOn": each.decided_on,
            "validFrom": each.valid_from,
            "validTo": each.valid_to,
        }
        if each.outcome is None:
            add("ALIGNS", f"Alignment:{number}", f"Course:{each.course}")
        else:
            outcome = f"CourseOutcome:{each.course}.{each.outcome}"
            nodes[outcome] = {}
            add("HAS_OUTCOME", f"Course:{each.course}", outcome)
            add("ALIGNS_OUTCOME", f"Alignment:{number}", outcome)
        target = requirement_id(graph.places[each.requirement], each.requirement)
        add("ALIGNED_TO", f"Alignment:{number}", target)
    for (number, standard), day in graph.reviewed.items():
        nodes[f"Review:{number}-{standard}"] = {"closedOn": day}
        add("REVIEW_OF", f"Review:{number}-{standard}", f"TeachingStandard:{standard}")
        add("CONCLUDES_ON", f"Review:{number}-{standard}", requirement_id(graph.places[number], number))
    return nodes, links


def speaks_of_course(each: Said, day: str | None) -> bool:
    """Whether it is in force and speaks of the course; that an outcome does not match says nothing of its course."""
    if each.outcome is not None and each.kind == "NO_MATCH":
        return False
    first = each.valid_from or each.decided_on or each.proposed_on
    after_start = first is None or day is None or first <= day
    return after_start and (each.valid_to is None or day is None or each.valid_to > day)


def target_of(graph: Drawn) -> dict[int, str | None]:
    """Give the requirements of the target, each with the level that includes it by inference only."""
    kind, _, key = graph.target.partition(":")
    own = {
        number
        for number, place in enumerate(graph.places)
        if f"{requirement_id(place, number)}.".startswith(
            f"SkillRequirement:{key}" + ("." if kind in ("WorkTask", "SkillRequirement") else "")
        )
        and graph.level in (None, place[0])
    }
    found: dict[int, str | None] = dict.fromkeys(own)
    named = {
        each
        for each in LEVELS
        if graph.level in (None, each) and graph.target in (f"StandardLevel:9:1:{each}", "SkillStandard:9:1")
    }
    there = {each for each, _, _ in graph.places}
    if graph.infer and graph.includes and kind in ("SkillStandard", "StandardLevel"):
        for number, (level, _, _) in enumerate(graph.places):
            above = [each for each in LEVELS[LEVELS.index(level) + 1 :] if each in named & there]
            if level not in named and above:
                found[number] = above[0]
    return found


def asked_about(graph: Drawn) -> dict[int, set[int]]:
    """Give the courses asked about by standard, written without regard to the statement."""
    chosen = {n for n in range(len(graph.courses)) if graph.chosen is None or n in graph.chosen}
    if graph.subject == "TeachingStandard:0":
        return {0: {each for each in chosen if graph.courses[each] == 0}}
    both = {standard: {each for each in chosen if graph.courses[each] == standard} for standard in (0, 1)}
    if graph.is_set or (graph.chosen is not None and chosen):
        return {standard: courses for standard, courses in both.items() if courses}
    return both


Expected = tuple[str, str | None, set[str], set[str], set[str]]


def by_hand(graph: Drawn) -> dict[str, Expected]:
    """Give state, inference, proofs, suggestions and NO_MATCHes of every requirement."""
    standards = asked_about(graph)
    courses = {each for some in standards.values() for each in some}
    roles = ROLES if graph.roles is None else graph.roles
    found = {}
    for number, inferred_from in target_of(graph).items():
        about = [
            (f"Alignment:{n}", each)
            for n, each in enumerate(graph.said)
            if each.requirement == number and each.course in courses and speaks_of_course(each, graph.day)
        ]
        accepted = [(name, each) for name, each in about if each.status == "ACCEPTED"]
        counting = [
            (name, each)
            for name, each in about
            if each.kind in COVERING and each.role in roles and each.strength >= graph.least
        ]
        proofs = {name for name, each in counting if each.status == "ACCEPTED"}
        without = {each.course for _, each in accepted if each.kind == "NO_MATCH"}
        closed = {at for at, day in graph.reviewed.items() if graph.day is None or day <= graph.day}
        looked = [(number, standard) in closed or (own and own <= without) for standard, own in standards.items()]
        strongest = max((each.strength for name, each in counting if name in proofs), default=0)
        state = "NOT_COVERED" if looked and all(looked) else "UNKNOWN"
        if proofs:
            state = "COVERED" if strongest >= graph.sufficient else "PARTLY_COVERED"
        suggested = {name for name, each in counting if each.status == "SUGGESTED"}
        no_matches = {name for name, each in accepted if each.kind == "NO_MATCH"}
        found[requirement_id(graph.places[number], number)] = (state, inferred_from, proofs, suggested, no_matches)
    return found


def refused_by_hand(graph: Drawn) -> str | None:
    """Give the code or the reason of what has no answer."""
    if graph.chosen is not None and not graph.courses:
        return "NOT_FOUND"
    held = (0,) if graph.subject == "TeachingStandard:0" else (0, 1)
    is_known = any(each in held for each in graph.courses) or any(standard in held for _, standard in graph.reviewed)
    if not graph.is_set and not is_known:
        return "NO_COURSES"
    levels = {level for level, _, _ in (graph.places if graph.target == "SkillStandard:9:1" else graph.places[:1])}
    if graph.level is not None and graph.level not in levels:
        return "NO_SUCH_LEVEL"
    if not graph.is_set and any(graph.courses[each] not in held for each in graph.chosen or ()):
        return "BAD_ARGUMENT"
    return None


def counted(states: list[Expected]) -> dict:
    covered, partly = (sum(state == each for state, *_ in states) for each in ("COVERED", "PARTLY_COVERED"))
    unknown = [waiting for state, _, _, waiting, _ in states if state == "UNKNOWN"]
    total = len(states)
    if not total:
        names = ("requirements", "covered", "partlyCovered", "notCovered", "unknown", "suggested", "lower", "upper")
        return dict.fromkeys(names)
    return {
        "requirements": total,
        "covered": covered,
        "partlyCovered": partly,
        "notCovered": total - covered - partly - len(unknown),
        "unknown": len(unknown),
        "suggested": sum(1 for each in unknown if each),
        "lower": covered / total,
        "upper": (covered + partly + len(unknown)) / total,
    }


@few
@given(graph=drawn())
def test_coverage_is_what_a_count_by_hand_gives(opened, graph: Drawn):
    opened(lambda database: compare(database, graph))


async def compare(database: Database, graph: Drawn) -> None:
    await write(database, *nodes_and_links(graph))
    variables = {
        "subject": None if graph.is_set else graph.subject,
        "target": graph.target,
        "infer": graph.infer,
        "courses": None if graph.chosen is None else [f"Course:{each}" for each in graph.chosen],
        "roles": graph.roles,
        "least": graph.least,
        "sufficient": graph.sufficient,
        "level": graph.level,
        "day": graph.day,
    }
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    refused = refused_by_hand(graph)
    if refused is not None:
        cause = answer.errors[0].original_error
        assert (answer.data, cause.details.get("reason", cause.code)) == ({"coverage": None}, refused)
        return
    assert (answer.errors, statements) == ([], 1)
    got, expected = answer.data["coverage"], by_hand(graph)
    shown = {
        each["requirement"]["id"]: (
            each["state"],
            each["inferredFrom"],
            {one["alignment"]["id"] for one in each["proofs"]},
            {one["alignment"]["id"] for one in each["suggestions"]},
            {one["alignment"]["id"] for one in each["noMatches"]},
        )
        for each in got["items"]
    }
    assert shown == expected
    whole = {name: got[name] for name in counted([])}
    assert whole == counted(list(expected.values()))
    assert got["inferred"] == sum(inferred_from is not None for _, inferred_from, *_ in expected.values())
    by_level: dict = {}
    for number, (level, _, _) in enumerate(graph.places):
        if (key := requirement_id(graph.places[number], number)) in expected:
            by_level.setdefault(level, []).append(expected[key])
    shown_levels = [{"level": each, **counted(by_level[each])} for each in LEVELS if each in by_level]
    assert got["byLevel"] == shown_levels
    assert_flows(graph, expected, got["flows"])
    for name, length in (("byWorkArea", 1), ("byTask", 2)):
        groups: dict = {}
        for place, number in ((place, number) for number, place in enumerate(graph.places)):
            if (key := requirement_id(place, number)) in expected:
                groups.setdefault(place[: length + 1], []).append(expected[key])
        assert sorted(map(str, got[name])) == sorted(str(counted(each)) for each in groups.values())


def assert_flows(graph: Drawn, expected: dict[str, Expected], got: list[dict]) -> None:
    """Compare each ribbon with what a count by hand gives, the requirements of one after another."""
    flows: dict = {}
    for number, place in enumerate(graph.places):
        if (key := requirement_id(place, number)) not in expected:
            continue
        state, _, proofs, *_ = expected[key]
        strongest: dict = {}
        for each in (graph.said[int(name.partition(":")[2])] for name in proofs):
            strongest[f"Course:{each.course}"] = max(each.strength, strongest.get(f"Course:{each.course}", 0))
        level, area, task = place
        for course, strength in strongest.items() or [(None, None)]:
            known = flows.setdefault((course, f"WorkTask:9:1:{level}:{area}.{task}", state), [0, 0, None])
            known[0] += 1
            known[1] += 1 / max(len(strongest), 1)
            known[2] = strength if known[2] is None else max(known[2], strength)
    shown = {
        (each["course"] and each["course"]["id"], each["workTask"]["id"], each["state"]): [
            each["requirements"],
            pytest.approx(each["share"]),
            each["strength"],
        ]
        for each in got
    }
    assert len(shown) == len(got)
    assert shown == flows


async def test_an_unknown_subject_is_told_and_the_rest_answered(national):
    ask = """{ coverage(subject: "Course:2025:510203:99", target: "SkillStandard:510084:2.0") { lower }
               major(code: "510203") { name } }"""
    ((answer, _),) = await run_counted(national, [Request(ask)])

    assert answer.data == {"coverage": None, "major": {"name": "软件技术"}}
    assert [each.path for each in answer.errors] == [["coverage"]]
    assert "Course:2025:510203:99" in str(answer.errors[0])


HOURS = (
    """{ coverage(subject: "TrainingPlan:p", target: "StandardLevel:l") { covered hours byTask { covered hours } } }"""
)


@pytest.mark.parametrize(("second", "expected"), [(60, (100, [100, 60])), (None, (None, [None, None]))])
async def test_hours_are_added_where_those_of_every_covering_line_are_known(database, second, expected):
    """One line covers a requirement of one task, the other requirements of both; a third covers nothing."""

    async def run(writer) -> None:
        await writer.run(
            Statement(
                """CREATE (l:StandardLevel {id: 'StandardLevel:l', rank: 1})-[:HAS_WORK_AREA]->(w:WorkArea {id: 'w', sequence: 1}),
                (w)-[:HAS_TASK]->(:WorkTask {id: 't1', sequence: 1})-[:HAS_REQUIREMENT]->(r1:SkillRequirement {id: 'r1', sequence: 1}),
                (w)-[:HAS_TASK]->(:WorkTask {id: 't2', sequence: 2})-[:HAS_REQUIREMENT]->(r2:SkillRequirement {id: 'r2', sequence: 1}),
                (p:TrainingPlan {id: 'TrainingPlan:p'})-[:HAS_PLAN_COURSE]->(c1:PlanCourse {id: 'c1', hours: 40}),
                (p)-[:HAS_PLAN_COURSE]->(c2:PlanCourse {id: 'c2', hours: $second}),
                (p)-[:HAS_PLAN_COURSE]->(:PlanCourse {id: 'c3', hours: 999})
                FOREACH (each IN [[c1, r1], [c2, r1], [c2, r2]] |
                  FOREACH (c IN [each[0]] | FOREACH (r IN [each[1]] |
                    CREATE (c)<-[:ALIGNS_PLAN_COURSE]-(:Alignment {id: c.id + r.id, status: 'ACCEPTED', kind: 'EXACT', role: 'TEACHES', strength: 1.0})-[:ALIGNED_TO]->(r))))""",
                {"second": second},
            )
        )

    await database.write(run)
    ((answer, _),) = await run_counted(database, [Request(HOURS)])

    assert answer.errors == []
    got = answer.data["coverage"]
    assert got["covered"] == 2
    assert (got["hours"], [each["hours"] for each in got["byTask"]]) == expected


async def test_what_is_said_of_an_outcome_counts_for_its_course_but_that_it_does_not_match_does_not(database):
    said = {"status": "ACCEPTED", "role": "TEACHES", "strength": 1.0}
    nodes: Nodes = {"StandardLevel:l": {"rank": 1}, "WorkArea:w": {"sequence": 1}, "WorkTask:t": {"sequence": 1}}
    nodes |= {"SkillRequirement:0": {"sequence": 0}, "SkillRequirement:1": {"sequence": 1}, "Course:c": {}}
    nodes |= {"TeachingStandard:s": {}, "CourseOutcome:o": {}}
    nodes |= {"Alignment:a": {**said, "kind": "EXACT"}, "Alignment:b": {**said, "kind": "NO_MATCH"}}
    links: Links = {
        "HAS_WORK_AREA": [("StandardLevel:l", "WorkArea:w", {})],
        "HAS_TASK": [("WorkArea:w", "WorkTask:t", {})],
        "HAS_REQUIREMENT": [("WorkTask:t", f"SkillRequirement:{each}", {}) for each in (0, 1)],
        "HAS_COURSE": [("TeachingStandard:s", "Course:c", {})],
        "HAS_OUTCOME": [("Course:c", "CourseOutcome:o", {})],
        "ALIGNS_OUTCOME": [(f"Alignment:{each}", "CourseOutcome:o", {}) for each in "ab"],
        "ALIGNED_TO": [("Alignment:a", "SkillRequirement:0", {}), ("Alignment:b", "SkillRequirement:1", {})],
    }
    await write(database, nodes, links)
    ask = """{ coverage(subject: "TeachingStandard:s", target: "StandardLevel:l") { items { state proofs { course { id } } } }
               coverageMatrix(rows: ["TeachingStandard:s"], columns: ["WorkTask:t"]) { rows { cells { covered unknown } } } }"""
    ((answer, _),) = await run_counted(database, [Request(ask)])

    assert answer.data == {
        "coverage": {
            "items": [
                {"state": "COVERED", "proofs": [{"course": {"id": "Course:c"}}]},
                {"state": "UNKNOWN", "proofs": []},
            ]
        },
        "coverageMatrix": {"rows": [{"cells": [{"covered": 1, "unknown": 1}]}]},
    }


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ("", BadArgumentError),
        ('courses: ["Course:a", "PlanCourse:b"],', BadArgumentError),
        ('courses: ["Major:a"],', BadArgumentError),
        ('courses: ["x:a"],', BadIdError),
        ("courses: [],", BadArgumentError),
    ],
)
async def test_what_is_no_subject_is_refused(arguments, error):
    await refusal(f'{{ coverage({arguments} target: "SkillStandard:510084:2.0") {{ lower }} }}', error)
