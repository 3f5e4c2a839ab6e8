"""``peerComparison`` against a count by hand, on small graphs drawn at random."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.comparison import comparable
from graph.connection.database import Database, Statement
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import few

ASK = """query ($least: Float!) {
  peerComparison(major: "Major:1", minStrength: $least) {
    standards standardCourses plans plansWithLines colleges
    byPlan {
      trainingPlan { id } lines hours linesWithHours credits linesWithCredits covered inCommon onlyInPlan onlyInStandard
      byModule { moduleText lines hours covered }
    }
    courses { name place standardCourses { id } lines { id } plans colleges hoursLeast hoursMost }
    certificates { certificate { id } plans colleges ties { trainingPlan { id } lines { id } kind } }
    requirements { requirement { id } inStandard plans colleges carriers { course { id } module alignment { id } } }
  }
}"""
# Written differently and the same; and names that only look alike.
NAMES = ("内科护理", "内科护理学", " 内科 护理", "Ｗｅｂ开发", "web开发", "化学", "化")
SAME = {" 内科 护理": "内科护理", "内科护理学": "内科护理", "Ｗｅｂ开发": "web开发"}
MAKE = """UNWIND $plans AS row MERGE (p:TrainingPlan {id: row[0]}) SET p.basis = 'REPORTED', p.collegeName = row[1]
WITH p MATCH (m:Major {id: 'Major:1'}) CREATE (p)-[:PLAN_FOR]->(m)"""
MAKE_LINES = """UNWIND $lines AS row MATCH (p:TrainingPlan {id: row.plan})
CREATE (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse {id: row.id, name: row.name, moduleText: row.module, hours: row.hours, credits: row.credits})"""
MAKE_COURSES = """UNWIND $courses AS row MATCH (s:TeachingStandard {id: 'TeachingStandard:1'})
CREATE (s)-[:HAS_COURSE]->(:Course {id: row[0], name: row[1], module: 'CORE', sequence: row[2]})"""
MAKE_OUTCOMES = (
    """UNWIND $said AS row MATCH (c:%s {id: row.course}) MERGE (c)-[:%s]->(:CourseOutcome {id: row.outcome})"""
)
MAKE_SAID = """UNWIND $said AS row MATCH (c:%s {id: row.%s}) MATCH (r:SkillRequirement {id: row.requirement})
CREATE (c)<-[:%s]-(:Alignment {id: row.id, status: row.status, kind: row.kind, role: 'TEACHES', strength: row.strength})-[:ALIGNED_TO]->(r)"""
MAKE_TIES = """UNWIND $ties AS row MATCH (c:PlanCourse {id: row}) MATCH (k:Certificate {id: 'Certificate:1'})
CREATE (c)-[:LINKED_TO_CERTIFICATE {kind: '1+X', basis: 'REPORTED', sourceIds: []}]->(k)"""
MAKE_NAMED = """UNWIND $named AS row MATCH (p:TrainingPlan {id: row}) MATCH (k:Certificate {id: 'Certificate:1'})
CREATE (p)-[:PLAN_NAMES_CERTIFICATE {basis: 'REPORTED', sourceIds: []}]->(k)"""


@dataclass(frozen=True)
class Line:
    name: str
    module: str | None
    hours: int | None
    credits: float | None


@dataclass(frozen=True)
class Said:
    """What is said of a course or line, or of the outcome with this number of it, and a requirement."""

    subject: tuple[int, int] | int
    outcome: int | None
    requirement: int
    status: str
    kind: str
    strength: float

    @property
    def is_decided(self) -> bool:
        """Whether somebody has decided on the course or line; that an outcome does not match says nothing of it."""
        return self.status == "ACCEPTED" and (self.outcome is None or self.kind != "NO_MATCH")


@dataclass(frozen=True)
class Drawn:
    """A standard, or none; plans as college and lines; ties of lines and of plans; what is said of courses and lines."""

    standard: list[str] | None
    plans: list[tuple[str, list[Line]]]
    ties: set[tuple[int, int]]
    named: set[int]
    said: list[Said]
    least: float

    def lines(self) -> dict[tuple[int, int], Line]:
        return {(p, n): line for p, (_, lines) in enumerate(self.plans) for n, line in enumerate(lines)}


@st.composite
def drawn(draw) -> Drawn:
    names = st.sampled_from(NAMES)
    lines = st.builds(
        Line,
        names,
        st.sampled_from([None, "专业核心课程", "实践"]),
        st.sampled_from([None, 0, 32, 64]),
        st.sampled_from([None, 1.5, 2.0]),
    )
    standard = draw(st.none() | st.lists(names, max_size=4))
    plans = draw(st.lists(st.tuples(st.sampled_from("xy"), st.lists(lines, max_size=3)), max_size=3))
    places = [(p, n) for p, (_, found) in enumerate(plans) for n in range(len(found))]
    subjects = [*places, *range(len(standard or ()))]
    said = st.builds(
        Said,
        st.sampled_from(subjects or [0]),
        st.sampled_from([None, None, 0, 1]),
        st.integers(0, 2),
        st.sampled_from(["ACCEPTED", "ACCEPTED", "SUGGESTED"]),
        st.sampled_from(["MAJOR", "RELATED", "NO_MATCH"]),
        st.sampled_from([0.2, 0.8]),
    )
    return Drawn(
        standard=standard,
        plans=plans,
        ties=draw(st.sets(st.sampled_from(places), max_size=2)) if places else set(),
        named=draw(st.sets(st.integers(0, len(plans) - 1), max_size=2)) if plans else set(),
        said=draw(st.lists(said, max_size=6)) if subjects else [],
        least=draw(st.sampled_from([0.0, 0.5])),
    )


def plan_id(number: int) -> str:
    return f"TrainingPlan:{number}"


def course_id(subject: tuple[int, int] | int) -> str:
    return f"Course:{subject}" if isinstance(subject, int) else f"PlanCourse:{subject[0]}.{subject[1]}"


async def write(database: Database, graph: Drawn) -> None:
    said = [
        {
            **vars(each),
            "id": f"Alignment:{number}",
            "course": (course := course_id(each.subject)),
            "outcome": None if each.outcome is None else f"CourseOutcome:{course}.{each.outcome}",
            "requirement": f"SkillRequirement:{each.requirement}",
        }
        for number, each in enumerate(graph.said)
    ]
    lines = [{"plan": plan_id(place[0]), "id": course_id(place), **vars(line)} for place, line in graph.lines().items()]
    texts = [
        ("CREATE (:Major {id: 'Major:1'}) CREATE (:Certificate {id: 'Certificate:1'})", {}),
        ("UNWIND range(0, 2) AS n CREATE (:SkillRequirement {id: 'SkillRequirement:' + n, sequence: n})", {}),
        (MAKE, {"plans": [[plan_id(number), college] for number, (college, _) in enumerate(graph.plans)]}),
        (MAKE_LINES, {"lines": lines}),
        (MAKE_TIES, {"ties": [course_id(each) for each in sorted(graph.ties)]}),
        (MAKE_NAMED, {"named": [plan_id(each) for each in sorted(graph.named)]}),
    ]
    if graph.standard is not None:
        courses = [[course_id(number), name, number] for number, name in enumerate(graph.standard)]
        texts += [
            (
                "MATCH (m:Major {id: 'Major:1'}) CREATE (:TeachingStandard {id: 'TeachingStandard:1'})-[:STANDARD_OF]->(m)",
                {},
            ),
            (MAKE_COURSES, {"courses": courses}),
        ]
    for label, link, has in (
        ("Course", "ALIGNS", "HAS_OUTCOME"),
        ("PlanCourse", "ALIGNS_PLAN_COURSE", "PLAN_HAS_OUTCOME"),
    ):
        of_courses, of_outcomes = (
            [each for each in said if each["course"].startswith(f"{label}:") and bool(each["outcome"]) is is_of_outcome]
            for is_of_outcome in (False, True)
        )
        texts += [
            (MAKE_SAID % (label, "course", link), {"said": of_courses}),
            (MAKE_OUTCOMES % (label, has), {"said": of_outcomes}),
            (MAKE_SAID % ("CourseOutcome", "outcome", "ALIGNS_OUTCOME"), {"said": of_outcomes}),
        ]

    async def run(writer) -> None:
        await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        for text, params in texts:
            await writer.run(Statement(text, params))

    await database.write(run)


def total(values):
    found = [each for each in values if each is not None]
    return (sum(found) if found else None, len(found))


def covers(graph: Drawn) -> dict[int, list[tuple[str, str]]]:
    """Give for every covered requirement its courses and alignments."""
    found: dict[int, list[tuple[str, str]]] = {}
    for number, each in enumerate(graph.said):
        if each.status == "ACCEPTED" and each.kind == "MAJOR" and each.strength >= graph.least:
            found.setdefault(each.requirement, []).append((course_id(each.subject), f"Alignment:{number}"))
    return found


def covered_by(graph: Drawn, places: list[tuple[int, int]]) -> int | None:
    """Count what some lines cover; None: nothing was decided on any."""
    ids = {course_id(each) for each in places}
    if not any(course_id(each.subject) in ids and each.is_decided for each in graph.said):
        return None
    return sum(any(course in ids for course, _ in found) for found in covers(graph).values())


def check_plans(got: list, graph: Drawn) -> None:
    standard = {SAME.get(each, each) for each in graph.standard or ()}
    assert [each["trainingPlan"]["id"] for each in got] == [plan_id(number) for number in range(len(graph.plans))]
    for number, each in enumerate(got):
        lines = {place: line for place, line in graph.lines().items() if place[0] == number}
        names = {SAME.get(line.name, line.name) for line in lines.values()}
        is_compared = bool(lines) and bool(standard)
        expected = (len(names & standard), len(names - standard), len(standard - names))
        assert (each["inCommon"], each["onlyInPlan"], each["onlyInStandard"]) == (
            expected if is_compared else (None, None, None)
        )
        assert each["lines"] == len(lines)
        assert (each["hours"], each["linesWithHours"]) == total(line.hours for line in lines.values())
        assert (each["credits"], each["linesWithCredits"]) == total(line.credits for line in lines.values())
        assert each["covered"] == covered_by(graph, list(lines))
        modules = {line.module for line in lines.values()}
        assert {one["moduleText"]: (one["lines"], one["hours"], one["covered"]) for one in each["byModule"]} == {
            module: (
                len(places := [place for place, line in lines.items() if line.module == module]),
                total(lines[place].hours for place in places)[0],
                covered_by(graph, places),
            )
            for module in modules
        }


def check_courses(got: list, graph: Drawn) -> None:
    standard, lines = graph.standard or [], graph.lines()
    names = {SAME.get(each, each) for each in standard} | {SAME.get(each.name, each.name) for each in lines.values()}
    shown = {SAME.get(each["name"], each["name"]): each for each in got}
    assert (len(shown), set(shown)) == (len(got), names)
    for name, each in shown.items():
        in_standard = [course_id(n) for n, written in enumerate(standard) if SAME.get(written, written) == name]
        here = [place for place, line in lines.items() if SAME.get(line.name, line.name) == name]
        hours = [lines[place].hours for place in here if lines[place].hours is not None]
        place = "COMMON" if in_standard and here else "ONLY_STANDARD" if in_standard else "ONLY_PLAN"
        assert [one["id"] for one in each["standardCourses"]] == in_standard
        assert [one["id"] for one in each["lines"]] == [course_id(one) for one in here]
        assert (each["place"], each["hoursLeast"], each["hoursMost"]) == (
            place,
            min(hours, default=None),  # type: ignore[type-var]  # compared only
            max(hours, default=None),  # type: ignore[type-var]  # compared only
        )
        assert each["plans"] == len({one[0] for one in here})
        assert each["colleges"] == len({graph.plans[one[0]][0] for one in here})


def check_evidence(got: dict, graph: Drawn) -> None:
    expected = {f"SkillRequirement:{key}": found for key, found in covers(graph).items()}
    by_id = {course_id(place): place for place in graph.lines()}
    assert {each["requirement"]["id"] for each in got["requirements"]} == set(expected)
    for each in got["requirements"]:
        found = expected[each["requirement"]["id"]]
        assert {(one["course"]["id"], one["alignment"]["id"]) for one in each["carriers"]} == set(found)
        plans = {by_id[course][0] for course, _ in found if course in by_id}
        assert (each["plans"], each["colleges"]) == (len(plans), len({graph.plans[plan][0] for plan in plans}))
        assert each["inStandard"] == any(course not in by_id for course, _ in found)
        assert all(
            one["module"] == (graph.lines()[by_id[key]].module if (key := one["course"]["id"]) in by_id else "CORE")
            for one in each["carriers"]
        )
    naming = {place[0] for place in graph.ties} | graph.named
    if not naming:
        assert got["certificates"] == []
        return
    (certificate,) = got["certificates"]
    assert (certificate["plans"], certificate["colleges"]) == (
        len(naming),
        len({graph.plans[each][0] for each in naming}),
    )
    assert sorted(
        (each["trainingPlan"]["id"], [one["id"] for one in each["lines"]]) for each in certificate["ties"]
    ) == sorted(
        [
            *((plan_id(each[0]), [course_id(each)]) for each in graph.ties),
            *((plan_id(each), []) for each in graph.named),
        ]
    )


@few
@given(graph=drawn())
def test_the_comparison_is_what_a_count_by_hand_gives(opened, graph: Drawn):
    opened(lambda database: compare(database, graph))


async def compare(database: Database, graph: Drawn) -> None:
    await write(database, graph)
    ((answer, statements),) = await run_counted(database, [Request(ASK, {"least": graph.least})])
    if not graph.plans:
        assert answer.data == {"peerComparison": None}
        assert answer.errors[0].original_error.details["reason"] == "NO_TRAINING_PLAN"
        return
    assert (answer.errors, statements) == ([], 1)
    got = answer.data["peerComparison"]
    assert (got["standards"], got["standardCourses"]) == (graph.standard is not None, len(graph.standard or ()))
    assert got["plans"] == len(graph.plans)
    assert got["plansWithLines"] == sum(bool(lines) for _, lines in graph.plans)
    assert got["colleges"] == len({college for college, _ in graph.plans})
    check_plans(got["byPlan"], graph)
    check_courses(got["courses"], graph)
    check_evidence(got, graph)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("护理管理学", "护理管理", True),
        ("Ｃ＋＋程序设计", "C++ 程序设计", True),
        ("C++程序设计", "C程序设计", False),
        ("化学", "化", False),
        ("《数据库技术》", "数据库技术", True),
    ],
)
def test_names_of_courses_are_compared_by_what_they_say(one, other, is_same):
    assert (comparable(one) == comparable(other)) is is_same
