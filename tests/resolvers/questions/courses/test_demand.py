"""``demandForCourse`` against a count by hand, on small graphs drawn at random."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.connection.database import Database, Statement
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

ASK = """query ($roles: [AlignmentRole!], $least: Float!, $day: Date) {
  demandForCourse(course: "Course:0", roles: $roles, minStrength: $least, asOf: $day, first: 100) {
    covered suggested certificates programmes colleges sameNameStandards sameNamePlans
    byCertificate {
      certificate { id } programmes colleges requirements covered suggested
      levels { standardLevel { id } covered suggested }
      ties { planCourse { id } collegeName kind }
    }
    requirements { requirement { id } isCovered alignments { id } }
    sameName { course { id } programme { id } }
  }
}"""
MAKE_LINE = """UNWIND $rows AS row
CREATE (:TrainingPlan {id: row.plan, basis: 'REPORTED'})-[:HAS_PLAN_COURSE]->(:PlanCourse {id: row.id, name: row.name, collegeName: row.college, basis: 'REPORTED'})"""
TIE = """UNWIND $rows AS row MATCH (p:PlanCourse {id: row[0]}) MATCH (k:Certificate {id: row[1]})
CREATE (p)-[:LINKED_TO_CERTIFICATE {kind: '1+X', basis: 'REPORTED', sourceIds: []}]->(k)"""
GIVE_STANDARD = """UNWIND $rows AS row MATCH (k:Certificate {id: row}) MATCH (s:SkillStandard {id: 'SkillStandard:9:1'})
CREATE (k)-[:HAS_STANDARD]->(s)"""
ALIGNED, TIED = "Certificate:aligned", "Certificate:tied"


@dataclass(frozen=True)
class Around:
    """The majors each certificate suits, those replaced, lines of plans (college, same name), and their ties."""

    suits: dict[str, set[int]]
    replaced: set[int]
    lines: list[tuple[str, bool]]
    ties: set[tuple[int, str]]


@st.composite
def around(draw) -> Around:
    lines = draw(st.lists(st.tuples(st.sampled_from("xy"), st.booleans()), max_size=4))
    places = st.integers(0, max(len(lines) - 1, 0))
    majors = st.sets(st.integers(0, 3))
    return Around(
        suits={ALIGNED: draw(majors), TIED: draw(majors)},
        replaced=draw(st.sets(st.integers(0, 3), max_size=1)),
        lines=lines,
        ties=draw(st.sets(st.tuples(places, st.sampled_from([ALIGNED, TIED])), max_size=4)) if lines else set(),
    )


async def add(database: Database, graph: Drawn, more: Around) -> None:
    plans = [
        {"id": f"PlanCourse:{place}", "plan": f"TrainingPlan:{place}", "college": college, "name": "A" if same else "B"}
        for place, (college, same) in enumerate(more.lines)
    ]
    texts = [
        ("UNWIND $rows AS row CREATE (:Certificate {id: row, name: row})", [ALIGNED, TIED]),
        ("UNWIND $rows AS row CREATE (:Major {id: row, edition: '2021'})", list(range(5))),
        (MAKE_LINE, plans),
        (TIE, [[f"PlanCourse:{place}", certificate] for place, certificate in sorted(more.ties)]),
        (
            "UNWIND $rows AS row MATCH (k:Certificate {id: row[0]}) MATCH (m:Major {id: row[1]}) CREATE (k)-[:SUITS]->(m)",
            [[key, major] for key, majors in more.suits.items() for major in sorted(majors)],
        ),
        (
            "UNWIND $rows AS row MATCH (m:Major {id: row}) MATCH (n:Major {id: 4}) CREATE (m)-[:REPLACED_BY]->(n)",
            sorted(more.replaced),
        ),
        (GIVE_STANDARD, [ALIGNED]),
        (
            "UNWIND $rows AS row MATCH (c:Course {id: row}) SET c.name = 'A'",
            [f"Course:{n}" for n in range(len(graph.courses))],
        ),
        ("UNWIND $rows AS row MATCH (l:StandardLevel {id: row}) SET l.requirementCount = 5", sorted(levels_of(graph))),
    ]

    async def run(writer) -> None:
        for text, rows in texts:
            await writer.run(Statement(text, {"rows": rows}))

    await database.write(run)


def level_id(level: str) -> str:
    return f"StandardLevel:9:1:{level}"


def levels_of(graph: Drawn) -> set[str]:
    return {level_id(place[0]) for place in graph.places}


def by_hand(graph: Drawn) -> dict[str, tuple[str, bool, set[str]]]:
    """Give level, whether it is covered, and the alignments, of every requirement that the first course meets."""
    roles = ROLES if graph.roles is None else graph.roles
    proofs: dict[int, set[str]] = {}
    waiting: dict[int, set[str]] = {}
    for number, each in enumerate(graph.said):
        if each.course or each.kind == "NO_MATCH" or not speaks_of_course(each, graph.day):
            continue
        if each.kind not in COVERING or each.role not in roles or each.strength < graph.least:
            continue
        if each.status == "SUGGESTED":
            waiting.setdefault(each.requirement, set()).add(f"Alignment:{number}")
        if each.status == "ACCEPTED":
            proofs.setdefault(each.requirement, set()).add(f"Alignment:{number}")
    return {
        requirement_id(graph.places[each], each): (
            level_id(graph.places[each][0]),
            each in proofs,
            proofs.get(each) or waiting[each],
        )
        for each in proofs.keys() | waiting.keys()
    }


def tally(found: list[tuple[str, bool, set[str]]]) -> tuple[int, int]:
    return sum(each[1] for each in found), sum(not each[1] for each in found)


@settings(parent=few, max_examples=25)
@given(graph=drawn().filter(lambda each: each.courses), more=around())
def test_demand_is_what_a_count_by_hand_gives(opened, graph: Drawn, more: Around):
    opened(lambda database: compare(database, graph, more))


async def compare(database: Database, graph: Drawn, more: Around) -> None:
    graph = in_one_standard(graph)
    nodes, links = nodes_and_links(graph)
    # The majors of this test are its own.
    await write(
        database,
        {key: each for key, each in nodes.items() if key != "Major:m"},
        {kind: each for kind, each in links.items() if kind != "STANDARD_OF"},
    )
    await add(database, graph, more)
    variables = {"roles": graph.roles, "least": graph.least, "day": graph.day}
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    assert (answer.errors, statements) == ([], 1)
    got, expected = answer.data["demandForCourse"], by_hand(graph)

    shown = {
        each["requirement"]["id"]: (each["isCovered"], {one["id"] for one in each["alignments"]})
        for each in got["requirements"]
    }
    assert shown == {key: (is_covered, alignments) for key, (_, is_covered, alignments) in expected.items()}
    in_order = sorted(expected, key=lambda key: (not expected[key][1], LEVELS.index(key.split(":")[3]), key))
    assert [each["requirement"]["id"] for each in got["requirements"]] == in_order
    assert (got["covered"], got["suggested"]) == tally(list(expected.values()))
    ties = {key: {place for place, end in more.ties if end == key and more.lines[place][1]} for key in (ALIGNED, TIED)}
    asking = [key for key in (ALIGNED, TIED) if ties[key] or (key == ALIGNED and expected)]
    in_force_now = {key: more.suits[key] - more.replaced for key in asking}
    assert got["certificates"] == len(asking)
    assert got["programmes"] == len(set().union(*in_force_now.values()))
    assert got["colleges"] == len({more.lines[place][0] for key in asking for place in ties[key]})
    compare_certificates(got["byCertificate"], expected, in_force_now, (graph, more, ties))
    compare_names(got, graph, more)


def compare_certificates(got, expected, programmes, drawn_things) -> None:
    graph, more, ties = drawn_things
    assert {each["certificate"]["id"] for each in got} == set(programmes)
    ranks = [(-each["programmes"], -each["covered"], -each["suggested"], -each["colleges"]) for each in got]
    assert ranks == sorted(ranks)
    for each in got:
        key = each["certificate"]["id"]
        own = list(expected.values()) if key == ALIGNED else []
        assert each["programmes"] == len(programmes[key])
        assert (each["covered"], each["suggested"]) == tally(own)
        known = key == ALIGNED and levels_of(graph)
        assert each["requirements"] == (5 * len(levels_of(graph)) if known else None)
        assert {(one["standardLevel"]["id"], one["covered"], one["suggested"]) for one in each["levels"]} == {
            (level, *tally([one for one in own if one[0] == level])) for level, _, _ in own
        }
        assert {one["planCourse"]["id"] for one in each["ties"]} == {f"PlanCourse:{place}" for place in ties[key]}
        assert each["colleges"] == len({more.lines[place][0] for place in ties[key]})


def compare_names(got, graph: Drawn, more: Around) -> None:
    same = [place for place, (_, is_same) in enumerate(more.lines) if is_same]
    assert (got["sameNameStandards"], got["sameNamePlans"]) == (len(graph.courses) - 1, len(same))
    assert [(each["course"]["id"], each["programme"]["id"]) for each in got["sameName"]] == [
        *((f"Course:{number}", "TeachingStandard:0") for number in range(1, len(graph.courses))),
        *((f"PlanCourse:{place}", f"TrainingPlan:{place}") for place in same),
    ]
