"""``levelAudit`` against findings by hand, on small standards and programmes drawn at random."""

from dataclasses import dataclass
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database, Statement
from graph.errors import BadArgumentError, BadIdError
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import few
from tests.resolvers.questions.small_standards import RANKS, write_standards
from tests.resolvers.questions.standards.test_version_diff import alike
from tests.resolvers.request.refusals import refusal

ASK = """query ($target: ID!, $subject: ID) { levelAudit(target: $target, subject: $subject) {
  errors warnings infos
  levels { standardLevel { level } workAreas tasks requirements covered partlyCovered notCovered unknown }
  findings { code severity messageEn messageZh similarity
    about { id } requirements { id } } } }"""
LEVELS = list(RANKS)
LATIN = {"java", "git"}

words = st.lists(st.sampled_from(["java", "git", "数组管理", "索引管理"]), min_size=1, max_size=2, unique=True)
line = st.tuples(st.sampled_from(LEVELS), st.sampled_from(["1.1", "1.2", "2.1"]), words.map("、".join))


@dataclass(frozen=True)
class Drawn:
    """A standard, and what is decided of the courses of a programme: by number of the requirement."""

    lines: list[tuple[str, str, str]]
    courses: int
    covered: set[int]
    partly: set[int]
    reviewed: set[int]
    without: set[tuple[int, int]]


@st.composite
def drawn(draw):
    lines = draw(st.lists(line, min_size=1, max_size=7))
    courses = draw(st.integers(1, 2))
    some = st.sets(st.integers(0, len(lines) - 1), max_size=5)
    pair = st.tuples(st.integers(0, len(lines) - 1), st.integers(0, courses - 1))
    return Drawn(lines, courses, draw(some), draw(some), draw(some), draw(st.sets(pair, max_size=6)))


def requirement_ids(graph: Drawn) -> list[str]:
    """The id of each line, as write_standards makes it."""
    found, numbers = [], {}
    for level, task, _ in graph.lines:
        numbers[level, task] = numbers.get((level, task), 0) + 1
        found.append(f"SkillRequirement:1:1:{level}:{task}.{numbers[level, task]}")
    return found


async def write(database: Database, graph: Drawn) -> None:
    ids = requirement_ids(graph)
    nodes: dict[str, dict] = {"TeachingStandard:s": {}}
    links = set()
    for course in range(graph.courses):
        nodes[f"Course:{course}"] = {"name": "课程"}
        links.add(("HAS_COURSE", "TeachingStandard:s", f"Course:{course}"))
    links |= {("COVERS", "Course:0", ids[each]) for each in graph.covered | graph.partly}
    for each in graph.reviewed:
        nodes[f"Review:{each}"] = {}
        links |= {("REVIEW_OF", f"Review:{each}", "TeachingStandard:s"), ("CONCLUDES_ON", f"Review:{each}", ids[each])}
    for each, course in graph.without:
        key = f"Alignment:{each}-{course}"
        nodes[key] = {"kind": "NO_MATCH", "status": "ACCEPTED"}
        links |= {("ALIGNS", key, f"Course:{course}"), ("ALIGNED_TO", key, ids[each])}
    await write_standards(database, {"1:1": graph.lines}, nodes, links)
    strong = [ids[each] for each in graph.covered]
    grade = (
        "MATCH (:Course)-[x:COVERS]->(r:SkillRequirement) "
        "SET x.strength = CASE WHEN r.id IN $strong THEN 0.5 ELSE 0.4 END"
    )
    await database.write(lambda writer: writer.run(Statement(grade, {"strong": strong})))


def state(graph: Drawn, number: int) -> str:
    if number in graph.covered:
        return "covered"
    if number in graph.partly:
        return "partlyCovered"
    nowhere = all((number, each) in graph.without for each in range(graph.courses))
    return "notCovered" if number in graph.reviewed or nowhere else "unknown"


def lead_of(graph: Drawn, level: str, area: str) -> tuple[str, str] | None:
    """The work area one level below: of the same name, else the first, for 领域1 and 领域2 read alike."""
    rank = RANKS[level] - 1
    below = [one for one, its_rank in RANKS.items() if its_rank == rank]
    areas = sorted({task[0] for one, task, _ in graph.lines if one in below})
    if not areas:
        return None
    # In the order of the standard: the sequence of an area is that of its first requirement.
    in_order = list(dict.fromkeys(task[0] for one, task, _ in graph.lines if one in below))
    return below[0], area if area in areas else in_order[0]


def uncovered(graph: Drawn) -> set[tuple[str, str, frozenset[str], str]]:
    """Area, what leads up to it, what of that is not covered, severity."""
    ids, found = requirement_ids(graph), set()
    for level, area in {(level, task[0]) for level, task, _ in graph.lines}:
        lead = lead_of(graph, level, area)
        covered = [
            n for n, (one, task, _) in enumerate(graph.lines) if (one, task[0]) == (level, area) and n in graph.covered
        ]
        below = [n for n, (one, task, _) in enumerate(graph.lines) if (one, task[0]) == lead and n not in graph.covered]
        if covered and below:
            gaps = any(state(graph, n) == "notCovered" for n in below)
            names = f"WorkArea:1:1:{level}:{area}", f"WorkArea:1:1:{lead[0]}:{lead[1]}"
            found.add((*names, frozenset(ids[n] for n in below), "ERROR" if gaps else "WARNING"))
    return found


def twice(graph: Drawn) -> dict[frozenset[str], float]:
    ids, found = requirement_ids(graph), {}
    for (one, (_, _, a)), (other, (_, _, b)) in combinations(enumerate(graph.lines), 2):
        score = alike({"text": a}, {"text": b})
        if score >= 0.85 and set(a.split("、")) & LATIN == set(b.split("、")) & LATIN:
            found[frozenset((ids[one], ids[other]))] = pytest.approx(score)
    return found  # type: ignore[return-value]  # compared only


@few
@given(graph=drawn())
def test_level_audit_finds_what_is_found_by_hand(opened, graph):
    opened(lambda database: compare(database, graph))


async def compare(database: Database, graph: Drawn) -> None:
    await write(database, graph)
    asked = {"target": "SkillStandard:1:1", "subject": "TeachingStandard:s"}
    ((answer, statements),) = await run_counted(database, [Request(ASK, asked)])
    assert (answer.errors, statements) == ([], 1)
    got = answer.data["levelAudit"]
    found = got["findings"]

    levels = [each for each in LEVELS if any(each == level for level, _, _ in graph.lines)]
    assert got["levels"] == [counted(graph, each) for each in levels]
    assert [got["errors"], got["warnings"], got["infos"]] == [
        [each["severity"] for each in found].count(weight) for weight in ("ERROR", "WARNING", "INFO")
    ]

    def of(code):
        return [each for each in found if each["code"] == code]

    expected = [
        f"StandardLevel:1:1:{each}" for each in levels if RANKS[each] > 1 and LEVELS[RANKS[each] - 2] not in levels
    ]
    assert [each["about"][0]["id"] for each in of("LEVEL_BELOW_MISSING")] == expected
    pairs = {
        frozenset(one["id"] for one in each["requirements"]): each["similarity"]
        for each in (*of("SAME_TEXT"), *of("REWORDED"))
    }
    assert pairs == twice(graph)
    assert {each["similarity"] for each in of("SAME_TEXT")} <= {1.0}
    shown = {
        (
            each["about"][0]["id"],
            each["about"][1]["id"],
            frozenset(one["id"] for one in each["requirements"]),
            each["severity"],
        )
        for each in of("ANTECEDENT_NOT_COVERED")
    }
    assert shown == uncovered(graph)
    assert of("AREA_WITHOUT_ANTECEDENT") == of("TASK_WITHOUT_ANTECEDENT") == of("LEVEL_WITHOUT_REQUIREMENTS") == []


def counted(graph: Drawn, level: str) -> dict:
    inside = [(n, task) for n, (one, task, _) in enumerate(graph.lines) if one == level]
    states = [state(graph, n) for n, _ in inside]
    return {
        "standardLevel": {"level": level},
        "workAreas": len({task[0] for _, task in inside}),
        "tasks": len({task for _, task in inside}),
        "requirements": len(inside),
        **{each: states.count(each) for each in ("covered", "partlyCovered", "notCovered", "unknown")},
    }


async def test_what_nothing_leads_up_to_and_levels_that_lack_are_told_in_both_languages(database):
    """The certificate is named at the advanced and elementary levels; its standard describes two others."""
    lines = [("ELEMENTARY", "1.1", "数组"), ("INTERMEDIATE", "2.1", "索引")]
    area = "WorkArea:1:1:INTERMEDIATE:2"
    claims = {f"CertificateLevel:{each}": {"level": each, "rank": RANKS[each]} for each in ("ELEMENTARY", "ADVANCED")}
    links = [("HAS_LEVEL", "Certificate:k", each) for each in claims]
    links.append(("HAS_STANDARD", "Certificate:k", "SkillStandard:1:1"))
    await write_standards(database, {"1:1": lines}, {"Certificate:k": {"name": "k"}, **claims}, links)
    from graph.connection.database import Statement

    async def rename(writer) -> None:
        for key, name in ((area, "云计算"), ("WorkTask:1:1:INTERMEDIATE:2.1", "部署镜像")):
            await writer.run(
                Statement(
                    f"MATCH (n:{key.partition(':')[0]} {{id: $id}}) SET n.name = $name", {"id": key, "name": name}
                )
            )

    await database.write(rename)
    ((answer, _),) = await run_counted(database, [Request(ASK, {"target": "Certificate:k", "subject": None})])

    got = answer.data["levelAudit"]
    assert [(each["code"], each["severity"], [one["id"] for one in each["about"]]) for each in got["findings"]] == [
        ("LEVEL_BELOW_MISSING", "WARNING", ["CertificateLevel:ADVANCED"]),
        ("AREA_WITHOUT_ANTECEDENT", "WARNING", [area]),
        ("LEVEL_WITHOUT_REQUIREMENTS", "INFO", ["CertificateLevel:ELEMENTARY"]),
        ("LEVEL_WITHOUT_REQUIREMENTS", "INFO", ["CertificateLevel:ADVANCED"]),
        ("TASK_WITHOUT_ANTECEDENT", "INFO", ["WorkTask:1:1:INTERMEDIATE:2.1"]),
    ]
    assert "云计算" in got["findings"][1]["messageEn"]
    assert got["findings"][1]["messageZh"] == "按名称，初级没有工作领域引向中级2“云计算”。"
    assert [each["covered"] for each in got["levels"]] == [None, None]


async def test_a_subject_that_is_not_there_is_told(database):
    await write_standards(database, {"1:1": [("ADVANCED", "1.1", "数组")]})
    asked = {"target": "SkillStandard:1:1", "subject": "Course:none"}
    ((answer, _),) = await run_counted(database, [Request(ASK, asked)])

    assert answer.data == {"levelAudit": None}
    assert "Course:none" in str(answer.errors[0])


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"target": "WorkArea:1"}, BadArgumentError),
        ({"target": "SkillStandard:1:1", "subject": "Major2021"}, BadIdError),
    ],
)
async def test_what_has_no_levels_is_refused(asked, error):
    await refusal(ASK, error, **asked)
