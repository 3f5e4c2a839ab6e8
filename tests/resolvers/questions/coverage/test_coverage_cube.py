"""``coverageCube`` against counts by hand, on small graphs drawn at random."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database
from graph.errors import BadArgumentError
from graph.model.alignments import FIRST_DAYS
from graph.upkeep import cover_links
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import Links, Nodes, few, write
from tests.resolvers.request.refusals import refusal

LEVELS = ("ELEMENTARY", "ADVANCED")
ROLES = ("TEACHES", "ASSESSES")
BASES = ("EDITORIAL", "REPORTED", "ILLUSTRATIVE")
REAL = ("EDITORIAL", "REPORTED")
DAYS = ("2020-01-01", "2024-01-01")
# Dimension, and the field of a row that holds it.
KEYS = {
    "CATEGORY": "category",
    "CLASS": "majorClass",
    "MAJOR": "major",
    "EDUCATION_LEVEL": "educationLevel",
    "CERTIFICATE": "certificate",
    "CERTIFICATE_LEVEL": "certificateLevel",
    "YEAR": "year",
    "COLLEGE": "college",
    "PROVINCE": "province",
    "TRAINING_PLAN": "trainingPlan",
}
OF_PLANS = ("COLLEGE", "PROVINCE", "TRAINING_PLAN")
MEASURES = (
    "requirements",
    "covered",
    "partlyCovered",
    "notCovered",
    "unknown",
    "lower",
    "upper",
    "programmes",
    "withoutStandard",
    "plans",
    "colleges",
)
CUBE = f"""query ($dimensions: [CubeDimension!]!, $filter: CubeFilter, $through: CubeProgramme!) {{
  coverageCube(dimensions: $dimensions, filter: $filter, through: $through) {{
    total columns {{ name kind }} rows {{ {" ".join((*KEYS.values(), "majorName", *MEASURES))} }} }} }}"""


@dataclass(frozen=True)
class Says:
    """What is said of course ``course`` of a programme and requirement ``requirement``."""

    programme: int
    course: int
    requirement: int
    is_match: bool
    role: str
    strength: float
    basis: str
    dated_by: str
    first_day: str


@dataclass(frozen=True)
class Graph:
    """Majors, each with a class or none; programmes by major; requirements by certificate and level; what is said."""

    of_plans: bool
    majors: list[tuple[int | None, str, str | None]]
    programmes: list[tuple[int, int, int]]
    requirements: list[tuple[int, str]]
    suits: list[tuple[int, int, str | None, str, str]]
    says: list[Says]
    reviews: list[tuple[int, int, str]]


@st.composite
def graphs(draw):
    majors = draw(
        st.lists(
            st.tuples(
                st.sampled_from([None, 0, 1]),
                st.sampled_from(["ASSOCIATE", "BACHELOR"]),
                st.sampled_from([None, None, "replaced", "of an old edition"]),
            ),
            min_size=1,
            max_size=3,
        )
    )
    one_of = st.integers(0, len(majors) - 1)
    # Major, number of courses, and year (of a plan also its college).
    programmes = draw(st.lists(st.tuples(one_of, st.integers(0, 2), st.integers(2022, 2023)), max_size=4, unique=True))
    requirements = draw(st.lists(st.tuples(st.integers(0, 1), st.sampled_from(LEVELS)), min_size=1, max_size=5))
    leaf = st.integers(0, len(requirements) - 1)
    able = [number for number, each in enumerate(programmes) if each[1]]
    says = st.builds(
        Says,
        programme=st.sampled_from(able or [0]),
        course=st.integers(0, 1),
        requirement=leaf,
        is_match=st.booleans(),
        role=st.sampled_from(ROLES),
        strength=st.sampled_from([0.2, 0.8]),
        basis=st.sampled_from(BASES),
        dated_by=st.sampled_from(FIRST_DAYS),
        first_day=st.sampled_from(DAYS),
    )
    reviews = st.tuples(st.integers(0, max(len(programmes) - 1, 0)), leaf, st.sampled_from(BASES))
    relation = st.sampled_from(["STANDARD", "STANDARD", "REPORTED_BY_COLLEGES"])
    suits = st.tuples(st.integers(0, 1), one_of, st.sampled_from([None, *LEVELS]), st.sampled_from(BASES), relation)
    return Graph(
        of_plans=draw(st.booleans()),
        majors=majors,
        programmes=programmes,
        requirements=requirements,
        suits=draw(st.lists(suits, min_size=1, max_size=5)),
        says=draw(st.lists(says, max_size=8)) if able else [],
        reviews=draw(st.lists(reviews, max_size=3, unique=True)) if programmes else [],
    )


@st.composite
def asks(draw, graph: Graph):
    dimensions = [each for each in KEYS if graph.of_plans or each not in OF_PLANS]
    narrow: dict = {}
    for name in draw(st.lists(st.sampled_from(["basis", "evidenceBasis"]), max_size=2, unique=True)):
        narrow[name] = draw(st.lists(st.sampled_from(BASES), min_size=1, max_size=3))
    filters = {
        "majorClass": ["类0"],
        "category": ["大类1"],
        "educationLevel": ["BACHELOR"],
        "certificate": ["证书1"],
        "certificateLevel": ["ADVANCED"],
        "major": ["Major:2021:0", "Major:2021:2"],
        "year": [2023],
        "roles": ["TEACHES"],
        "minStrength": 0.5,
        "asOf": "2022-01-01",
        **({"college": ["学院2022"], "province": ["省2023"]} if graph.of_plans else {}),
    }
    for name in draw(st.lists(st.sampled_from(sorted(filters)), max_size=2, unique=True)):
        narrow[name] = filters[name]
    return draw(st.lists(st.sampled_from(dimensions), max_size=3, unique=True)), narrow


def key_of(graph: Graph, programme: int) -> tuple[str, str, str]:
    """The id of a programme, and what its course and holding links are called."""
    major, _, year = graph.programmes[programme]
    if graph.of_plans:
        return f"TrainingPlan:{year}:{major}:{programme}", "PlanCourse", "HAS_PLAN_COURSE"
    return f"TeachingStandard:{year}:{major}:{programme}", "Course", "HAS_COURSE"


def requirement_of(graph: Graph, number: int) -> str:
    certificate, level = graph.requirements[number]
    return f"SkillRequirement:{certificate}:1:{level}:1.1.{number}"


def parts_of(graph: Graph) -> tuple[Nodes, Links]:
    nodes: Nodes = {}
    links: Links = defaultdict(list)
    for each in (0, 1):
        nodes |= {
            f"MajorCategory:2021:大类{each}": {"name": f"大类{each}"},
            f"MajorClass:2021:类{each}": {"name": f"类{each}"},
        }
        links["PART_OF_CATEGORY"].append((f"MajorClass:2021:类{each}", f"MajorCategory:2021:大类{each}", {}))
    nodes["Major:new"] = {"name": "新", "educationLevel": "BACHELOR", "edition": "2021"}
    for number, (of_class, level, past) in enumerate(graph.majors):
        major = f"Major:2021:{number}"
        edition = "2015" if past == "of an old edition" else "2021"
        nodes[major] = {"name": f"专业{number}", "educationLevel": level, "edition": edition}
        if of_class is not None:
            links["PART_OF_CLASS"].append((major, f"MajorClass:2021:类{of_class}", {}))
        if past == "replaced":
            links["REPLACED_BY"].append((major, "Major:new", {}))
    _add_requirements(graph, nodes, links)
    _add_programmes(graph, nodes, links)
    for certificate, suited, at_level, basis, relation in graph.suits:
        said = {"basis": basis, "relation": relation} | ({"certificateLevel": at_level} if at_level else {})
        links["SUITS"].append((f"Certificate:证书{certificate}", f"Major:2021:{suited}", said))
    return nodes, dict(links)


def _add_requirements(graph: Graph, nodes: Nodes, links: Links) -> None:
    for certificate in (0, 1):
        nodes[f"Certificate:证书{certificate}"] = {"name": f"证书{certificate}"}
        nodes[f"SkillStandard:{certificate}:1"] = {}
        links["HAS_STANDARD"].append((f"Certificate:证书{certificate}", f"SkillStandard:{certificate}:1", {}))
    for number, (certificate, level) in enumerate(graph.requirements):
        key = {"standardCode": f"{certificate}", "standardVersion": "1", "level": level}
        head = f"{certificate}:1:{level}"
        if f"StandardLevel:{head}" not in nodes:
            many = graph.requirements.count((certificate, level))
            nodes[f"StandardLevel:{head}"] = {**key, "requirementCount": many, "basis": "OFFICIAL"}
            nodes |= {
                f"WorkArea:{head}:1": {**key, "sequence": 1},
                f"WorkTask:{head}:1.1": {**key, "sequence": 1, "code": "1.1"},
            }
            links["HAS_STANDARD_LEVEL"].append((f"SkillStandard:{certificate}:1", f"StandardLevel:{head}", {}))
            links["HAS_WORK_AREA"].append((f"StandardLevel:{head}", f"WorkArea:{head}:1", {}))
            links["HAS_TASK"].append((f"WorkArea:{head}:1", f"WorkTask:{head}:1.1", {}))
        nodes[requirement_of(graph, number)] = {**key, "code": f"1.1.{number}", "sequence": number}
        links["HAS_REQUIREMENT"].append((f"WorkTask:{head}:1.1", requirement_of(graph, number), {}))


def _add_programmes(graph: Graph, nodes: Nodes, links: Links) -> None:
    for number, (major, courses, year) in enumerate(graph.programmes):
        key, course, has = key_of(graph, number)
        nodes[key] = {"grade": f"{year}级"} if graph.of_plans else {"year": year}
        links["PLAN_FOR" if graph.of_plans else "STANDARD_OF"].append((key, f"Major:2021:{major}", {}))
        for each in range(courses):
            nodes[f"{course}:{number}:{each}"] = {"sequence": each, "name": f"{each}"}
            links[has].append((key, f"{course}:{number}:{each}", {}))
        if graph.of_plans:
            nodes |= {f"College:学院{year}": {"name": f"学院{year}"}, f"Province:{year}": {"name": f"省{year}"}}
            links["HAS_PLAN"].append((f"College:学院{year}", key, {}))
            located = (f"College:学院{year}", f"Province:{year}", {})
            if located not in links["LOCATED_IN"]:
                links["LOCATED_IN"].append(located)
    aligns, covers = ("ALIGNS_PLAN_COURSE", "PLAN_COVERS") if graph.of_plans else ("ALIGNS", "COVERS")
    for number, says in enumerate(there(graph)):
        course = f"{key_of(graph, says.programme)[1]}:{says.programme}:{says.course}"
        said = {
            "kind": "EXACT" if says.is_match else "NO_MATCH",
            "role": says.role,
            "strength": says.strength,
            "basis": says.basis,
            says.dated_by: says.first_day,
        }
        nodes[f"Alignment:{number}"] = {"status": "ACCEPTED", **said}
        links[aligns].append((f"Alignment:{number}", course, {}))
        links["ALIGNED_TO"].append((f"Alignment:{number}", requirement_of(graph, says.requirement), {}))
        if says.is_match:
            said["alignmentId"] = f"Alignment:{number}"
            links[covers].append((course, requirement_of(graph, says.requirement), said))
    for number, (programme, requirement, basis) in enumerate(graph.reviews):
        nodes[f"Review:{number}"] = {"basis": basis, "closedOn": DAYS[number % 2]}
        links["REVIEW_OF_PLAN" if graph.of_plans else "REVIEW_OF"].append(
            (f"Review:{number}", key_of(graph, programme)[0], {})
        )
        links["CONCLUDES_ON"].append((f"Review:{number}", requirement_of(graph, requirement), {}))


def there(graph: Graph) -> list[Says]:
    """What is said of courses that there are."""
    return [each for each in graph.says if each.course < graph.programmes[each.programme][1]]


# ---- by hand


def pairs_by_hand(graph: Graph, narrow: dict) -> Iterator[tuple[dict, dict[int, str]]]:
    """Give every pair: its values by field, and the state of each requirement of the level."""
    bases = set(narrow.get("basis", REAL))
    # Standards are OFFICIAL here: asked without that basis, there are none.
    if "basis" in narrow and "OFFICIAL" not in bases:
        return
    held: dict[int, list[int | None]] = {number: [] for number in range(len(graph.majors))}
    for number, (major, _, _) in enumerate(graph.programmes):
        held[major].append(number)
    for major, (of_class, education, past) in enumerate(graph.majors):
        if past:
            continue
        for programme in held[major] or ([] if graph.of_plans else [None]):
            year = None if programme is None else graph.programmes[programme][2]
            values = {
                "category": None if of_class is None else f"大类{of_class}",
                "majorClass": None if of_class is None else f"类{of_class}",
                "major": f"Major:2021:{major}",
                "educationLevel": education,
                "year": year,
                "college": f"学院{year}" if graph.of_plans else None,
                "province": f"省{year}" if graph.of_plans else None,
                "trainingPlan": key_of(graph, programme)[0] if graph.of_plans else None,
                "programme": programme,
            }
            for certificate, level in sorted(set(graph.requirements)):
                if any(
                    (k, m) == (certificate, major)
                    and only in (None, level)
                    and basis in bases
                    and relation in narrow.get("relations", ["STANDARD"])
                    for k, m, only, basis, relation in graph.suits
                ):
                    pair = {**values, "certificate": f"证书{certificate}", "certificateLevel": level}
                    yield pair, states_by_hand(graph, programme, (certificate, level), narrow)


def states_by_hand(graph: Graph, programme: int | None, of_level: tuple[int, str], narrow: dict) -> dict[int, str]:
    bases, day = set(narrow.get("evidenceBasis", REAL)), narrow.get("asOf", "9999")
    found = {}
    for number, each in enumerate(graph.requirements):
        if each != of_level:
            continue
        about = [
            one
            for one in there(graph)
            if (one.programme, one.requirement) == (programme, number) and one.basis in bases and one.first_day <= day
        ]
        covers = [
            one
            for one in about
            if one.is_match and one.role in narrow.get("roles", ROLES) and one.strength >= narrow.get("minStrength", 0)
        ]
        courses = 0 if programme is None else graph.programmes[programme][1]
        without = {one.course for one in about if not one.is_match}
        reviewed = any(
            (p, r) == (programme, number) and basis in bases and DAYS[place % 2] <= day
            for place, (p, r, basis) in enumerate(graph.reviews)
        )
        looked = reviewed or (courses and len(without) == courses)
        found[number] = "NOT_COVERED" if looked else "UNKNOWN"
        if covers:
            found[number] = "COVERED" if max(one.strength for one in covers) >= 0.5 else "PARTLY_COVERED"
    return found


def missing_by_hand(graph: Graph, narrow: dict) -> dict[str, str]:
    """Give the keys of the filter that nothing has, in the order of its fields, each with where it is given."""
    nodes, _ = parts_of(graph)
    there = {*nodes, *(each["name"] for each in nodes.values() if "name" in each)}
    return {
        key: f"filter.{name}"
        for name in ("major", "province", "college")
        for key in narrow.get(name, ())
        if key not in there
    }


def cube_by_hand(graph: Graph, dimensions: list[str], narrow: dict) -> dict[tuple, dict]:
    groups: dict[tuple, list] = defaultdict(list)
    for values, states in pairs_by_hand(graph, narrow):
        if all(values[name] in wanted for name, wanted in narrow.items() if name in values):
            groups[tuple(values[KEYS[each]] for each in dimensions)].append((values, list(states.values())))
    return {at: figures_by_hand(pairs) for at, pairs in groups.items()}


def figures_by_hand(every: list) -> dict:
    pairs = [each for each in every if each[0]["programme"] is not None]
    without = {values["major"] for values, _ in every if values["programme"] is None}
    if not pairs:
        return {**dict.fromkeys(MEASURES), "programmes": 0, "withoutStandard": len(without)}
    states = [state for _, each in pairs for state in each]
    covered, unknown = states.count("COVERED"), states.count("UNKNOWN")
    plans = {values["programme"] for values, _ in pairs if values["college"]}
    return {
        "requirements": len(states),
        "covered": covered,
        "partlyCovered": states.count("PARTLY_COVERED"),
        "notCovered": states.count("NOT_COVERED"),
        "unknown": unknown,
        "lower": covered / len(states),
        "upper": (covered + states.count("PARTLY_COVERED") + unknown) / len(states),
        "programmes": len({values["major"] for values, _ in pairs}),
        "withoutStandard": None if plans else len(without),
        "plans": len(plans) or None,
        "colleges": len({values["college"] for values, _ in pairs if values["college"]}) or None,
    }


# ---- the tests


@few
@given(data=st.data())
def test_the_cube_is_what_a_count_by_hand_gives(opened, data):
    graph = data.draw(graphs())
    questions = [data.draw(asks(graph)) for _ in range(3)]

    async def check(database: Database) -> None:
        await write(database, *parts_of(graph))
        assert not (await cover_links.disagreement(database)).miscounted
        for dimensions, narrow in questions:
            await compare_cube(database, graph, dimensions, narrow)

    opened(check)


async def compare_cube(database: Database, graph: Graph, dimensions: list[str], narrow: dict) -> None:
    given = {**narrow, "basis": [*narrow["basis"], "OFFICIAL"]} if "basis" in narrow else narrow
    through = "TRAINING_PLAN" if graph.of_plans else "TEACHING_STANDARD"
    variables = {"dimensions": dimensions, "filter": given, "through": through}
    ((answer, statements),) = await run_counted(database, [Request(CUBE, variables)])
    missing = missing_by_hand(graph, narrow)
    if missing:
        details = answer.errors[0].original_error.details
        assert (answer.data, details["missing"]) == ({"coverageCube": None}, list(missing))
        assert details["arguments"] == list(missing.values())
        return
    assert (answer.errors, statements) == ([], 1)
    got, expected = answer.data["coverageCube"], cube_by_hand(graph, dimensions, given)
    keys = [KEYS[each] for each in dimensions]
    shown = {tuple(row[key] for key in keys): {name: row[name] for name in MEASURES} for row in got["rows"]}
    assert shown == expected
    assert got["total"] == len(got["rows"]) == len(expected)
    assert all(row[key] is None for row in got["rows"] for key in KEYS.values() if key not in keys)
    columns = [each["name"] for each in got["columns"] if each["kind"] == "DIMENSION"]
    assert [each for each in columns if each not in {"majorName", "majorDistinctName", "provinceShortName"}] == keys
    assert list(shown) == sorted(
        shown, key=lambda at: [sort_key(key, value) for key, value in zip(keys, at, strict=True)]
    )


def sort_key(key: str, value: str | int | None) -> tuple:
    if value is None:
        return 1, 0
    return 0, LEVELS.index(value) if key == "certificateLevel" else value


@pytest.mark.parametrize(
    ("question", "error"),
    [
        ("coverageCube(dimensions: [PROVINCE]) { total }", BadArgumentError),
        ('coverageCube(dimensions: [CLASS], filter: {college: ["x"]}) { total }', BadArgumentError),
        ("coverageCube(dimensions: [CLASS], filter: {year: []}) { total }", BadArgumentError),
        ("coverageCube(dimensions: [CLASS], filter: {minStrength: 2}) { total }", BadArgumentError),
        ('coverageMatrix(rows: ["Course:a"]) { columns { requirements } }', BadArgumentError),
        ('coverageMatrix(rows: ["Course:a", "Major:b"]) { columns { requirements } }', BadArgumentError),
    ],
)
async def test_a_table_that_cannot_be_is_refused(question, error):
    await refusal(f"{{ {question} }}", error)


async def test_a_row_that_is_not_there_is_told(national):
    ask = '{ coverageMatrix(rows: ["Major:2021:510203", "Major:2021:999999"]) { columns { requirements } } }'
    ((answer, _),) = await run_counted(national, [Request(ask)])

    assert answer.data == {"coverageMatrix": None}
    assert "Major:2021:999999" in str(answer.errors[0])
