"""``gaps`` on a small graph: which requirements, how they are ranked, what counts as looked for."""

from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import Links, Nodes, write

SPARSE = """query ($filter: [String!]) {
  gaps(first: 100, includeUnknown: true, majorClass: $filter) { programmes state certificate { id } requirement { id } majors { id } }
  closed: gaps(first: 100, majorClass: $filter) { requirement { id } }
  one: gaps(certificate: "Certificate:b") { programmes state requirement { id } majors { id } }
  all: gaps(first: 100, includeUnknown: true, evidenceBasis: [EDITORIAL, ILLUSTRATIVE]) { requirement { id } }
  before: gaps(first: 100, certificate: "Certificate:b", asOf: "2020-01-01", includeUnknown: true) { state requirement { id } }
}"""
TREE = ("Certificate", "SkillStandard", "StandardLevel", "WorkArea", "WorkTask")
STEPS = ("HAS_STANDARD", "HAS_STANDARD_LEVEL", "HAS_WORK_AREA", "HAS_TASK")


def sparse() -> tuple[Nodes, Links]:
    """Two certificates of three requirements; `a` suits two majors in force, `b` one, one that was replaced, and one
    of an edition before.

    Of the one course of a standard, NO_MATCH is accepted for a0 and, made up, for b1.

    Covered are a1 by a course, b2 by a line of a plan, and a2 only in a made-up fact; b0 is closed by a review, and so
    is a1, which is covered all the same.
    """
    real, made_up = {"basis": "EDITORIAL"}, {"basis": "ILLUSTRATIVE"}
    closed, decided = {"closedOn": "2024-01-01"}, {"decidedOn": "2024-01-01"}
    nodes: Nodes = {f"{kind}:{each}": {"level": "ADVANCED"} for kind in TREE for each in "ab"}
    nodes |= {f"SkillRequirement:{one}{each}": {} for one in "ab" for each in range(3)}
    nodes |= {f"Major:{each}": {"edition": "2021"} for each in ("m0", "m1", "old", "new")}
    nodes |= {"Major:2015": {"edition": "2015"}, "MajorClass:c": {"name": "c"}}
    nodes |= {"Course:c": {}, "PlanCourse:p": {}, "Review:v": real | closed, "Review:w": real, "Review:x": made_up}
    no_match = {"kind": "NO_MATCH", "status": "ACCEPTED"}
    nodes |= {"TeachingStandard:s": {}, "Alignment:n": no_match | real, "Alignment:o": no_match | made_up}
    links: Links = {
        step: [(f"{start}:{each}", f"{end}:{each}", {}) for each in "ab"]
        for step, start, end in zip(STEPS, TREE, TREE[1:], strict=False)
    }
    suits = (("a", "m0"), ("a", "m1"), ("b", "m1"), ("b", "old"), ("b", "2015"))
    return nodes, links | {
        "HAS_REQUIREMENT": [
            (f"WorkTask:{one}", f"SkillRequirement:{one}{each}", {}) for one in "ab" for each in range(3)
        ],
        "SUITS": [
            *((f"Certificate:{one}", f"Major:{other}", real | {"relation": "STANDARD"}) for one, other in suits),
            # What colleges write is not counted unless it is asked for.
            ("Certificate:a", "Major:new", real | {"relation": "REPORTED_BY_COLLEGES"}),
        ],
        "PART_OF_CLASS": [("Major:m1", "MajorClass:c", {})],
        "REPLACED_BY": [("Major:old", "Major:new", {})],
        "COVERS": [("Course:c", "SkillRequirement:a1", real), ("Course:c", "SkillRequirement:a2", made_up)],
        "PLAN_COVERS": [("PlanCourse:p", "SkillRequirement:b2", real | decided)],
        "HAS_COURSE": [("TeachingStandard:s", "Course:c", {})],
        "ALIGNS": [("Alignment:n", "Course:c", {}), ("Alignment:o", "Course:c", {})],
        "ALIGNED_TO": [("Alignment:n", "SkillRequirement:a0", {}), ("Alignment:o", "SkillRequirement:b1", {})],
        "CONCLUDES_ON": [
            ("Review:v", "SkillRequirement:b0", {}),
            ("Review:w", "SkillRequirement:a1", {}),
            ("Review:x", "SkillRequirement:b1", {}),
        ],
    }


async def test_gaps_are_the_requirements_that_nothing_covers_by_need(database):
    await write(database, *sparse())
    ((answer, statements),) = await run_counted(database, [Request(SPARSE)])

    assert (answer.errors, statements) == ([], 1)
    shown = [
        (
            each["programmes"],
            each["state"],
            each["certificate"]["id"],
            each["requirement"]["id"],
            [one["id"] for one in each["majors"]],
        )
        for each in answer.data["gaps"]
    ]
    assert shown == [
        (2, "NOT_COVERED", "Certificate:a", "SkillRequirement:a0", ["Major:m0", "Major:m1"]),
        (2, "UNKNOWN", "Certificate:a", "SkillRequirement:a2", ["Major:m0", "Major:m1"]),
        (1, "NOT_COVERED", "Certificate:b", "SkillRequirement:b0", ["Major:m1"]),
        (1, "UNKNOWN", "Certificate:b", "SkillRequirement:b1", ["Major:m1"]),
    ]
    assert [each["requirement"]["id"] for each in answer.data["closed"]] == [
        "SkillRequirement:a0",
        "SkillRequirement:b0",
    ]
    assert answer.data["one"] == [
        {
            "programmes": 1,
            "state": "NOT_COVERED",
            "requirement": {"id": "SkillRequirement:b0"},
            "majors": [{"id": "Major:m1"}],
        }
    ]
    assert "SkillRequirement:a2" not in {each["requirement"]["id"] for each in answer.data["all"]}
    before = {each["requirement"]["id"]: each["state"] for each in answer.data["before"]}
    assert before == {f"SkillRequirement:b{each}": "UNKNOWN" for each in (0, 1, 2)}


async def test_what_colleges_write_counts_where_it_is_asked_for(database):
    await write(database, *sparse())
    asked = """{
      alone: gaps(certificate: "Certificate:a", relations: [REPORTED_BY_COLLEGES]) { programmes majors { id } }
      with: gaps(certificate: "Certificate:a", relations: [STANDARD, REPORTED_BY_COLLEGES]) { programmes }
      all: gaps(certificate: "Certificate:a") { programmes }
    }"""
    ((answer, _),) = await run_counted(database, [Request(asked)])

    assert answer.data == {
        "alone": [{"programmes": 1, "majors": [{"id": "Major:new"}]}],
        "with": [{"programmes": 3}],
        "all": [{"programmes": 2}],
    }


async def test_gaps_of_a_class_count_its_majors_only(database):
    await write(database, *sparse())
    ((answer, _),) = await run_counted(database, [Request(SPARSE, {"filter": ["c"]})])

    assert [each["programmes"] for each in answer.data["gaps"]] == [1, 1, 1, 1]
    assert {one["id"] for each in answer.data["gaps"] for one in each["majors"]} == {"Major:m1"}


SPLIT = """{ gaps(first: 100, includeUnknown: true, includePartlyCovered: true) {
  state requirement { id } programmes programmesReviewed programmesOpen programmesOther } }"""


async def test_programmes_are_split_by_what_is_known_of_each(database):
    """`a` suits m0 with the standard s, of whose one course NO_MATCH is accepted for a0, and m1 with a plan.

    `b` suits m1 only, whose plan was searched for b0 and covers b2 too weakly.
    """
    nodes, links = sparse()
    nodes["TrainingPlan:t"] = {}
    links |= {
        "STANDARD_OF": [("TeachingStandard:s", "Major:m0", {})],
        "PLAN_FOR": [("TrainingPlan:t", "Major:m1", {})],
        "HAS_PLAN_COURSE": [("TrainingPlan:t", "PlanCourse:p", {})],
        "REVIEW_OF_PLAN": [("Review:v", "TrainingPlan:t", {})],
    }
    for kind in ("COVERS", "PLAN_COVERS"):
        links[kind] = [(start, end, {**says, "strength": 0.4}) for start, end, says in links[kind]]
    await write(database, nodes, links)
    ((answer, statements),) = await run_counted(database, [Request(SPLIT)])

    assert (answer.errors, statements) == ([], 1)
    shown = {each["requirement"]["id"][-2:]: (each["state"], *list(each.values())[2:]) for each in answer.data["gaps"]}
    assert shown == {
        "a0": ("NOT_COVERED", 2, 1, 1, 0),
        "a1": ("PARTLY_COVERED", 2, 1, 1, 0),
        "a2": ("UNKNOWN", 2, 0, 2, 0),
        "b0": ("NOT_COVERED", 1, 1, 0, 0),
        "b1": ("UNKNOWN", 1, 0, 1, 0),
        "b2": ("PARTLY_COVERED", 1, 1, 0, 0),
    }


async def test_programmes_without_courses_are_counted_as_other(database):
    await write(database, *sparse())
    ((answer, _),) = await run_counted(database, [Request(SPLIT)])

    assert {tuple(each.values())[2:] for each in answer.data["gaps"]} == {(2, 0, 0, 2), (1, 0, 0, 1)}


WEAK = """query ($enough: Float!) {
  closed: gaps(first: 100, includePartlyCovered: true, sufficientStrength: $enough) { state requirement { id } }
  gaps(first: 100, includePartlyCovered: true, includeUnknown: true, sufficientStrength: $enough) {
    state requirement { id } } }"""


async def test_what_weak_evidence_covers_is_shown_as_partly_covered_where_it_is_asked_for(database):
    nodes, links = sparse()
    for kind in ("COVERS", "PLAN_COVERS"):
        links[kind] = [(start, end, {**says, "strength": 0.4}) for start, end, says in links[kind]]
    await write(database, nodes, links)

    (at_half, _), (at_less, _) = await run_counted(database, [Request(WEAK, {"enough": each}) for each in (0.5, 0.4)])

    def states(gaps: list[dict]) -> dict[str, str]:
        return {each["requirement"]["id"].removeprefix("SkillRequirement:"): each["state"] for each in gaps}

    in_vain = {"a0": "NOT_COVERED", "b0": "NOT_COVERED"}
    unknown = {"a2": "UNKNOWN", "b1": "UNKNOWN"}
    weak = {"a1": "PARTLY_COVERED", "b2": "PARTLY_COVERED"}
    assert states(at_half.data["closed"]) == in_vain | weak
    assert states(at_half.data["gaps"]) == in_vain | unknown | weak
    assert states(at_less.data["closed"]) == in_vain
    assert states(at_less.data["gaps"]) == in_vain | unknown


OF_ONE_SIDE = """query ($through: CubeProgramme) {
  gaps(first: 100, includeUnknown: true, includePartlyCovered: true, through: $through) {
    requirement { id } state programmes programmesReviewed programmesOpen programmesOther }
  closed: gaps(first: 100, includePartlyCovered: true, through: $through) { requirement { id } state } }"""
# By what carries the courses: the links of cover, of a holder's courses, of its major, and of its closed reviews.
LINKS_OF = {
    "TEACHING_STANDARD": ("COVERS", "HAS_COURSE", "STANDARD_OF", "REVIEW_OF"),
    "TRAINING_PLAN": ("PLAN_COVERS", "HAS_PLAN_COURSE", "PLAN_FOR", "REVIEW_OF_PLAN"),
}
PLACES = (("Major:m0", "s0", "t0"), ("Major:m1", "s1", None), ("Major:m2", None, "t2"))


def mixed() -> tuple[Nodes, Links]:
    """Give each requirement of `a` weak or sufficient cover, a closed search, or nothing, of each side by turns."""
    nodes, links = sparse()
    kept = (*STEPS, "HAS_REQUIREMENT")
    links = {each: [link for link in links[each] if link[0].split(":")[1] == "a"] for each in kept}
    nodes = {
        each: says
        for each, says in nodes.items()
        if each in {end for all_of in links.values() for link in all_of for end in link[:2]}
    }
    links |= {kind: [] for of in LINKS_OF.values() for kind in of} | {"CONCLUDES_ON": [], "SUITS": []}
    real = {"basis": "EDITORIAL"}
    for each in range(16):
        nodes[f"SkillRequirement:a{each}"] = {}
    links["HAS_REQUIREMENT"] = [("WorkTask:a", f"SkillRequirement:a{each}", {}) for each in range(16)]
    for major, *holders in PLACES:
        nodes[major] = {"edition": "2021"}
        links["SUITS"].append(("Certificate:a", major, real | {"relation": "STANDARD"}))
        for at, ((covers, holds, of_major, reviews), holder) in enumerate(zip(LINKS_OF.values(), holders, strict=True)):
            if holder is None:
                continue
            kinds = (("TeachingStandard", "Course"), ("TrainingPlan", "PlanCourse"))[at]
            whole, course = f"{kinds[0]}:{holder}", f"{kinds[1]}:{holder}"
            nodes |= {whole: {}, course: {}}
            links[holds].append((whole, course, {}))
            links[of_major].append((whole, major, {}))
            for each in range(16):
                # By two bits of its number a requirement is of one side: nothing, searched, weak, covered.
                found = (each >> 2 * at) & 3
                # A second programme of the side says something only of every second requirement.
                if found == 0 or (holder.endswith(("1", "2")) and each % 2):
                    continue
                requirement = f"SkillRequirement:a{each}"
                if found == 1:
                    review = f"Review:{holder}{each}"
                    nodes[review] = real
                    links[reviews].append((review, whole, {}))
                    links["CONCLUDES_ON"].append((review, requirement, {}))
                else:
                    links[covers].append((course, requirement, real | {"strength": 0.4 if found == 2 else 0.8}))
    return nodes, links


def counted(links: Links, sides: list[str]) -> dict[str, tuple]:
    """Count from single links what is known of each requirement, and of which majors."""
    majors = [end for _, end, _ in links["SUITS"]]
    shown = {}
    for _, requirement, _ in links["HAS_REQUIREMENT"]:
        strengths, weak, closed, held = [], set(), set(), set()
        for covers, holds, of_major, reviews in (LINKS_OF[each] for each in sides):
            major_of = {holder: major for holder, major, _ in links[of_major]}
            holder_of = {course: holder for holder, course, _ in links[holds]}
            held |= set(major_of.values())
            for course, end, says in links[covers]:
                if end == requirement:
                    strengths.append(says["strength"])
                    weak.add(major_of[holder_of[course]])
            searched = {review: holder for review, holder, _ in links[reviews]}
            closed |= {
                major_of[searched[one]]
                for one, end, _ in links["CONCLUDES_ON"]
                if end == requirement and one in searched
            }
        if any(each >= 0.5 for each in strengths):
            continue
        state = "PARTLY_COVERED" if strengths else "NOT_COVERED" if closed else "UNKNOWN"
        reviewed = len(weak if strengths else closed)
        undecided = len(held - weak - closed)
        shown[requirement] = (state, len(majors), reviewed, undecided, len(majors) - reviewed - undecided)
    return shown


async def test_gaps_through_one_kind_of_programme_count_nothing_of_the_other(database):
    nodes, links = mixed()
    await write(database, nodes, links)
    sides: dict[str | None, list[str]] = {None: [*LINKS_OF], **{each: [each] for each in LINKS_OF}}
    answers = await run_counted(database, [Request(OF_ONE_SIDE, {"through": each}) for each in sides])

    for (answer, _), (through, counts) in zip(answers, sides.items(), strict=True):
        expected = counted(links, counts)
        shown = {each["requirement"]["id"]: tuple(each.values())[1:] for each in answer.data["gaps"]}
        closed = {each["requirement"]["id"]: each["state"] for each in answer.data["closed"]}
        assert shown == expected, through
        assert closed == {each: says[0] for each, says in expected.items() if says[0] != "UNKNOWN"}, through
    assert len({len(counted(links, each)) for each in sides.values()}) > 1
