"""``suggestAlignments`` and ``reviewQueue`` on small graphs: what is left out, what is shown, and in which order."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.connection.database import Database, Statement
from graph.errors import NotFoundError
from graph.model.alignments import COVERING
from graph.model.catalogue import EDITIONS_IN_FORCE
from resolvers.identify import Request
from resolvers.request.arguments import encode_cursor
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import few

FACT = {"basis": "ILLUSTRATIVE", "sourceIds": []}
REQUIREMENTS = {1: "会建、改、删数据库", 2: "会做网页", 3: "会用数组"}
SUGGEST_ALIGNMENTS = """query (
  $subject: ID!, $target: ID!, $least: Float! = 0, $first: Int! = 50, $onlyOpen: Boolean! = false, $of: Int
) {
  suggestAlignments(
    subject: $subject, target: $target, minProbability: $least, first: $first, onlyOpen: $onlyOpen, perRequirement: $of
  ) {
    pairs settled
    suggestions { probability score matched matchedText words levelGate course { id } courseOutcome { id } requirement { id } } } }"""
REVIEW_ITEMS = """query ($subject: ID, $target: ID, $after: String) {
  reviewItems(subject: $subject, target: $target, first: 2, after: $after) {
    nodes { work gain programmes alignment { id } course { id } requirement { id } }
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
REVIEW_QUEUE = """query ($subject: ID, $target: ID) { reviewQueue(subject: $subject, target: $target, first: 100) {
  work gain programmes alignment { id } course { id } requirement { id } } }"""


def requirement(number: int) -> str:
    return f"SkillRequirement:9:1:ADVANCED:1.1.{number}"


class Small:
    """Nodes and links of a small graph: one standard of one level, and two programmes."""

    def __init__(self) -> None:
        self.nodes: dict[str, dict] = {
            "TeachingStandard:s": {},
            "TeachingStandard:z": {},
            "TrainingPlan:p": {},
            "Certificate:k": {},
            "SkillStandard:9:1": {},
            "StandardLevel:9:1:ADVANCED": {"level": "ADVANCED", "rank": 3},
            "WorkArea:9:1:ADVANCED:1": {"name": "领域", "sequence": 1},
            "WorkTask:9:1:ADVANCED:1.1": {"name": "任务", "sequence": 1},
            "Major:m": {"edition": EDITIONS_IN_FORCE[0]},
        }
        self.strengths: dict[tuple[str, str, str], float] = {}
        self.links: list[tuple[str, str, str]] = [
            ("HAS_STANDARD", "Certificate:k", "SkillStandard:9:1"),
            ("HAS_STANDARD_LEVEL", "SkillStandard:9:1", "StandardLevel:9:1:ADVANCED"),
            ("HAS_WORK_AREA", "StandardLevel:9:1:ADVANCED", "WorkArea:9:1:ADVANCED:1"),
            ("HAS_TASK", "WorkArea:9:1:ADVANCED:1", "WorkTask:9:1:ADVANCED:1.1"),
            ("SUITS", "Certificate:k", "Major:m"),
        ]
        for number, text in REQUIREMENTS.items():
            self.nodes[requirement(number)] = {"text": text, "sequence": number}
            self.links.append(("HAS_REQUIREMENT", "WorkTask:9:1:ADVANCED:1.1", requirement(number)))

    def course(self, key: str, name: str, owner: str = "TeachingStandard:s", **values) -> None:
        self.nodes[key] = {"name": name, **values}
        self.links.append(("HAS_COURSE" if key.startswith("Course:") else "HAS_PLAN_COURSE", owner, key))

    def outcome(self, key: str, course: str, text: str) -> None:
        self.nodes[key] = {"text": text, "code": key, "sequence": 1}
        self.links.append(("HAS_OUTCOME" if course.startswith("Course:") else "PLAN_HAS_OUTCOME", course, key))

    def alignment(self, key: str, subject: str, target: str, **values) -> None:
        given = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.5, "status": "SUGGESTED", **values}
        self.nodes[key] = {k: v for k, v in given.items() if v is not None}
        of = {
            "Course": "ALIGNS",
            "PlanCourse": "ALIGNS_PLAN_COURSE",
            "CourseOutcome": "ALIGNS_OUTCOME",
            "Major": "ALIGNS_MAJOR",
        }
        to = {"SkillRequirement": "ALIGNED_TO", "WorkTask": "ALIGNED_TO_TASK", "WorkArea": "ALIGNED_TO_AREA"}
        self.links.append((of[subject.partition(":")[0]], key, subject))
        self.links.append((to[target.partition(":")[0]], key, target))

    def review(self, key: str, programme: str, number: int) -> None:
        self.nodes[key] = {}
        link = "REVIEW_OF" if programme.startswith("TeachingStandard") else "REVIEW_OF_PLAN"
        self.links += [(link, key, programme), ("CONCLUDES_ON", key, requirement(number))]

    async def write(self, database: Database) -> None:
        async def run(writer) -> None:
            await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
            for label in {each.partition(":")[0] for each in self.nodes}:
                mine = [{"id": k, **v, **FACT} for k, v in self.nodes.items() if k.partition(":")[0] == label]
                await writer.run(Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": mine}))
            for kind in {each[0] for each in self.links}:
                pairs = [[*each[1:], self.strengths.get(each)] for each in self.links if each[0] == kind]
                for start in {each[0].partition(":")[0] for each in pairs}:
                    ends = {each[1].partition(":")[0] for each in pairs if each[0].startswith(f"{start}:")}
                    for end in ends:
                        text = f"UNWIND $pairs AS p MATCH (a:{start} {{id: p[0]}}) MATCH (b:{end} {{id: p[1]}}) CREATE (a)-[l:{kind}]->(b) SET l.strength = p[2]"
                        await writer.run(Statement(text, {"pairs": pairs}))

        await database.write(run)


async def ask(database: Database, query: str, **variables):
    ((answer, statements),) = await run_counted(database, [Request(query, variables)])
    assert statements == 1
    return answer


async def suggested(database: Database, subject: str, **variables) -> dict:
    answer = await ask(database, SUGGEST_ALIGNMENTS, subject=subject, target="Certificate:k", **variables)
    assert answer.errors == []
    return answer.data["suggestAlignments"]


async def test_pairs_that_share_words_are_suggested_and_settled_ones_left_out(database):
    small = Small()
    small.course("Course:a", "数据库技术", sequence=1, module="CORE")
    small.course("Course:b", "网页设计与数据库", sequence=2)
    small.course("Course:c", "体育", sequence=3)
    small.alignment("Alignment:1", "Course:b", requirement(1), status="REJECTED")
    small.alignment("Alignment:2", "Course:c", requirement(3), status="WITHDRAWN")
    await small.write(database)

    found = await suggested(database, "TeachingStandard:s")

    assert (found["pairs"], found["settled"]) == (9, 1)
    shown = {(each["course"]["id"], each["requirement"]["id"]): each for each in found["suggestions"]}
    assert set(shown) == {("Course:a", requirement(1)), ("Course:b", requirement(2))}
    of_database = shown["Course:a", requirement(1)]
    assert (of_database["words"], of_database["levelGate"]) == (["数据库"], "FITS")
    assert of_database["courseOutcome"] is None
    likely = found["suggestions"][0]["probability"]
    assert (await suggested(database, "TeachingStandard:s", least=likely))["suggestions"] == found["suggestions"][:1]


async def test_only_requirements_that_wait_for_somebody_to_look_are_suggested_for_where_that_is_asked(database):
    """As `reviewQueue` has them: a rejected or withdrawn proposal, and a course that does not match, answer nothing."""
    small = Small()
    for key, name, sequence in (
        ("Course:a", "数据库技术", 1),
        ("Course:b", "网页设计与数据库", 2),
        ("Course:d", "数组", 3),
    ):
        small.course(key, name, sequence=sequence)
    small.alignment("Alignment:1", "Course:d", requirement(1), status="ACCEPTED")
    small.alignment("Alignment:2", "Course:d", requirement(2), status="REJECTED")
    small.alignment(
        "Alignment:3", "Course:a", requirement(3), status="ACCEPTED", kind="NO_MATCH", role=None, strength=0
    )
    await small.write(database)

    async def pairs(**variables):
        found = await suggested(database, "TeachingStandard:s", **variables)
        return found["settled"], [(each["course"]["id"], each["requirement"]["id"]) for each in found["suggestions"]]

    everything = [("Course:d", requirement(3)), ("Course:a", requirement(1)), ("Course:b", requirement(1))]
    of_open = [("Course:d", requirement(3)), ("Course:b", requirement(2))]
    settled, found = await pairs()
    assert (settled, set(found)) == (3, {*everything, *of_open})
    settled, found = await pairs(onlyOpen=True)
    assert (settled, set(found)) == (3, set(of_open))
    _, found = await pairs(of=1)
    assert sorted(each[1] for each in found) == [requirement(1), requirement(2), requirement(3)]
    assert await searched_for(database, "TeachingStandard:s") == {each[1] for each in of_open}


async def test_a_closed_review_settles_the_requirement_for_the_courses_of_its_standard_alone(database):
    """A major with two standards: of a requirement that one of them closed, `reviewQueue` still has the other."""
    small = Small()
    small.course("Course:a", "数据库技术", sequence=1)
    small.course("Course:z", "数据库", "TeachingStandard:z", sequence=1)
    small.links += [("STANDARD_OF", each, "Major:m") for each in ("TeachingStandard:s", "TeachingStandard:z")]
    small.review("Review:1", "TeachingStandard:s", 1)
    await small.write(database)

    for only_open in (False, True):
        found = await suggested(database, "Major:m", onlyOpen=only_open)
        pairs = [(each["course"]["id"], each["requirement"]["id"]) for each in found["suggestions"]]
        assert (found["settled"], pairs) == (1, [("Course:z", requirement(1))])
    assert requirement(1) in await searched_for(database, "Major:m")

    small.review("Review:2", "TeachingStandard:z", 1)
    await small.write(database)

    found = await suggested(database, "Major:m", onlyOpen=True)
    assert (found["settled"], found["suggestions"]) == (2, [])
    assert requirement(1) not in await searched_for(database, "Major:m")


async def searched_for(database: Database, subject: str) -> set[str]:
    """Give the requirements that `reviewQueue` has with SEARCH."""
    answer = await ask(database, REVIEW_QUEUE, subject=subject, target="Certificate:k")
    return {each["requirement"]["id"] for each in answer.data["reviewQueue"] if each["work"] == "SEARCH"}


async def test_a_closed_review_settles_the_requirement_for_all_courses(database):
    small = Small()
    small.course("Course:a", "数据库技术", sequence=1)
    small.review("Review:1", "TeachingStandard:s", 1)
    small.review("Review:2", "TeachingStandard:z", 2)
    await small.write(database)

    found = await suggested(database, "TeachingStandard:s")

    assert (found["settled"], found["suggestions"]) == (1, [])


@pytest.mark.parametrize(
    ("course", "subject"), [("Course:a", "TeachingStandard:s"), ("PlanCourse:a", "TrainingPlan:p")]
)
async def test_an_outcome_is_compared_too_and_settles_its_course(course, subject, database):
    small = Small()
    small.course(course, "程序设计", owner=subject, **({"sequence": 1} if course == "Course:a" else {}))
    small.outcome("CourseOutcome:o", course, "能声明数组")
    await small.write(database)

    (one,) = (await suggested(database, subject))["suggestions"]
    assert (one["courseOutcome"], one["course"]) == ({"id": "CourseOutcome:o"}, {"id": course})
    assert (one["requirement"], one["words"]) == ({"id": requirement(3)}, ["数组"])

    small.alignment("Alignment:1", "CourseOutcome:o", requirement(3))
    await small.write(database)
    after = await suggested(database, course)
    assert (after["settled"], after["suggestions"]) == (1, [])


async def test_contents_of_a_course_are_compared_clause_by_clause_and_have_no_probability(database):
    """Nothing was judged that calibrates them; the name keeps its probability where it matches best."""
    small = Small()
    small.course(
        "Course:a",
        "数据库技术",
        sequence=1,
        typicalTasks="①搭建网页。②其他。",
        content="了解历史；会用数组解题，数据库备份。",
    )
    await small.write(database)

    found = (await suggested(database, "TeachingStandard:s"))["suggestions"]
    shown = {each["requirement"]["id"]: (each["matched"], each["matchedText"]) for each in found}

    assert shown == {
        requirement(1): ("NAME", "数据库技术"),
        requirement(2): ("TYPICAL_TASKS", "搭建网页"),
        requirement(3): ("CONTENT", "会用数组解题，数据库备份"),
    }
    assert {each["matched"] for each in found if each["probability"] is None} == {"TYPICAL_TASKS", "CONTENT"}
    assert [each["score"] for each in found] == sorted((each["score"] for each in found), reverse=True)


async def test_what_is_missing_or_too_large_is_told(database):
    small = Small()
    for number in range(201):
        small.course(f"Course:{number}", "数据库", sequence=number)
    await small.write(database)

    missing = await ask(database, SUGGEST_ALIGNMENTS, subject="Course:none", target="Certificate:k")
    assert missing.data == {"suggestAlignments": None}
    assert "Course:none" in str(missing.errors[0])
    large = await ask(database, SUGGEST_ALIGNMENTS, subject="TeachingStandard:s", target="Certificate:k")
    assert (large.data, large.errors[0].path) == ({"suggestAlignments": None}, ["suggestAlignments"])
    assert "more than 200" in str(large.errors[0])
    assert len((await suggested(database, "Course:7"))["suggestions"]) == 1


# ---- the queue


KINDS, STATUSES = ("MAJOR", "RELATED", "NO_MATCH"), ("SUGGESTED", "SUGGESTED", "ACCEPTED", "REJECTED")
SUBJECTS = ("Course:a", "Course:b", "Course:y", "CourseOutcome:o", "PlanCourse:l", "CourseOutcome:q", "Major:m")
PROGRAMME = {
    "Course:a": "TeachingStandard:s",
    "Course:b": "TeachingStandard:s",
    "Course:y": "TeachingStandard:z",
    "CourseOutcome:o": "TeachingStandard:s",
    "PlanCourse:l": "TrainingPlan:p",
    "CourseOutcome:q": "TrainingPlan:p",
}
SUFFICIENT = 0.5
COURSE = {"CourseOutcome:o": "Course:a", "CourseOutcome:q": "PlanCourse:l"}
SAID = st.lists(
    st.tuples(
        st.sampled_from(SUBJECTS),
        # 0 stands for a work area, None for a task.
        st.sampled_from([1, 2, 3, 0, None]),
        st.sampled_from(KINDS),
        st.sampled_from(STATUSES),
        st.sampled_from([0.2, 0.5]),
    ),
    max_size=8,
)
REVIEWS = st.sets(st.tuples(st.sampled_from(["TeachingStandard:s", "TrainingPlan:p"]), st.integers(1, 3)), max_size=2)


WIDER = {0: "WorkArea:9:1:ADVANCED:1", None: "WorkTask:9:1:ADVANCED:1.1"}
# A standard of which nothing is said.
ELSEWHERE, APART = "WorkArea:8:1:ADVANCED:1", "SkillRequirement:8:1:ADVANCED:1.1.1"
# The major has one of the two standards.
MAJOR_OF = {"TeachingStandard:s": "Major:m"}


def drawn(said, reviews) -> Small:
    small = Small()
    for key in ("Course:a", "Course:b"):
        small.course(key, "x", sequence=1)
    small.course("Course:y", "x", owner="TeachingStandard:z", sequence=1)
    small.course("PlanCourse:l", "x", owner="TrainingPlan:p")
    small.outcome("CourseOutcome:o", "Course:a", "x")
    small.outcome("CourseOutcome:q", "PlanCourse:l", "x")
    small.links.append(("STANDARD_OF", "TeachingStandard:s", "Major:m"))
    elsewhere = ("SkillStandard:8:1", "StandardLevel:8:1:ADVANCED", ELSEWHERE, "WorkTask:8:1:ADVANCED:1.1", APART)
    small.nodes |= {key: {"level": "ADVANCED", "rank": 3, "sequence": 1} for key in elsewhere}
    links = ("HAS_STANDARD_LEVEL", "HAS_WORK_AREA", "HAS_TASK", "HAS_REQUIREMENT")
    small.links += zip(links, elsewhere, elsewhere[1:], strict=False)
    for place, (subject, number, kind, status, strength) in enumerate(said):
        target = requirement(number) if number else WIDER[number]
        small.alignment(
            f"Alignment:{place}",
            subject,
            target,
            kind=kind,
            status=status,
            strength=strength,
            role=None if kind == "NO_MATCH" else "TEACHES",
        )
        if status == "ACCEPTED" and kind in COVERING and number and subject in PROGRAMME:
            course = COURSE.get(subject, subject)
            link = "COVERS" if course.startswith("Course:") else "PLAN_COVERS", course, target
            small.links.append(link)
            small.strengths[link] = max(strength, small.strengths.get(link, 0.0))
    for place, (programme, number) in enumerate(sorted(reviews)):
        small.review(f"Review:{place}", programme, number)
    return small


def by_hand(said, reviews, subject: str | None, target: str | None) -> list[tuple]:
    """Give every item in order, its nodes by id, without regard to the statement."""
    strengths = [
        ((PROGRAMME[s], n), strength)
        for s, n, k, t, strength in said
        if s in PROGRAMME and n and t == "ACCEPTED" and k in COVERING
    ]
    covered = {each for each, _ in strengths}
    sufficient = {each for each, strength in strengths if strength >= SUFFICIENT}
    of_courses = {
        programme: {
            each for each, its in PROGRAMME.items() if its == programme and not each.startswith("CourseOutcome")
        }
        for programme in PROGRAMME.values()
    }
    no_match = {(s, n) for s, n, k, t, _ in said if t == "ACCEPTED" and k == "NO_MATCH"}
    nowhere = {
        (programme, n)
        for programme, all_of in of_courses.items()
        for n in (1, 2, 3)
        if {(s, n) for s in all_of} <= no_match
    }
    searched = set(reviews) | nowhere
    waiting = []
    if target == ELSEWHERE:
        return [("SEARCH", 1, 0, None, None, APART)] if subject else []
    for place, (of, number, kind, status, strength) in enumerate(said):
        programme = PROGRAMME.get(of)
        if status != "SUGGESTED" or (subject and subject not in (of, programme, MAJOR_OF.get(programme))):
            continue
        whole = not number or not programme
        would_cover = not whole and kind in COVERING and strength >= SUFFICIENT
        gain = int(would_cover and (programme, number) not in sufficient)
        # The one certificate suits one major.
        programmes, *row = (
            (0 if whole else 1),
            programme and COURSE.get(of, of),
            (None if whole else requirement(number)),
        )
        key = f"Alignment:{place}"
        waiting.append(((-gain, -programmes, -strength, key), ("DECIDE", gain, programmes, key, *row)))
    shown = [each for _, each in sorted(waiting)]
    if subject and target:
        holder = "TeachingStandard:s" if subject == "Major:m" else subject
        proposed = {n for s, n, _, t, _ in said if PROGRAMME.get(s) == holder and t == "SUGGESTED"}
        open_ones = [n for n in REQUIREMENTS if n not in proposed and (holder, n) not in covered | searched]
        shown += [("SEARCH", 1, 1, None, None, requirement(n)) for n in open_ones]
    return shown


@pytest.mark.parametrize(
    ("subject", "target"),
    [
        ("TeachingStandard:n", "Certificate:k"),
        ("TeachingStandard:s", "Certificate:n"),
        ("TrainingPlan:n", None),
        (None, "WorkArea:n"),
    ],
)
async def test_the_queue_of_what_is_not_there_is_null_and_told(database, subject, target):
    await drawn([], set()).write(database)

    answer = await ask(database, REVIEW_QUEUE, subject=subject, target=target)

    assert answer.data == {"reviewQueue": None}
    (error,) = answer.errors
    assert isinstance(error.original_error, NotFoundError)
    assert next(each for each in (subject, target) if each and each.endswith(":n")) in str(error)


async def test_a_queue_in_which_nothing_waits_is_empty(database):
    await drawn([], set()).write(database)

    for asked in ({}, {"subject": "TrainingPlan:p"}, {"target": "Certificate:k"}):
        answer = await ask(database, REVIEW_QUEUE, **asked)
        assert (answer.data, answer.errors) == ({"reviewQueue": []}, [])


# What speaks of a requirement comes before what speaks of a task, though its id is later.
TASK_FIRST = [("Course:a", None, "MAJOR", "SUGGESTED", 0.2), ("Course:a", 1, "RELATED", "SUGGESTED", 0.2)]
# What is said of the whole major, of a task and of a work area is among what waits on each side.
WIDE = [("Major:m", 1, "MAJOR", "SUGGESTED", 0.5), ("Course:a", 0, "RELATED", "SUGGESTED", 0.2)]
WIDE += [("CourseOutcome:o", None, "RELATED", "SUGGESTED", 0.2), ("Major:m", 0, "MAJOR", "SUGGESTED", 0.2)]
# Of both courses of one standard it was said that they do not match; a third waits all the same.
NOWHERE = [
    ("Course:a", 1, "NO_MATCH", "ACCEPTED", 0.5),
    ("Course:b", 1, "NO_MATCH", "ACCEPTED", 0.5),
    ("Course:a", 1, "MAJOR", "SUGGESTED", 0.5),
]
# What a closed search found nothing for is covered once the proposal is accepted.
GAP = [("Course:a", 1, "MAJOR", "SUGGESTED", 0.5)], {("TeachingStandard:s", 1)}


@settings(parent=few, max_examples=25)
@example(NOWHERE, set(), "TeachingStandard:s", "Certificate:k")
@example(NOWHERE, set(), None, None)
@example(*GAP, "TeachingStandard:s", "Certificate:k")
@example(TASK_FIRST, set(), None, None)
@example(WIDE, set(), "Major:m", None)
@example(WIDE, set(), None, "Certificate:k")
@example(WIDE, set(), "Major:m", "WorkArea:9:1:ADVANCED:1")
@example(WIDE, set(), "TeachingStandard:s", "Certificate:k")
@example(WIDE, set(), "Major:m", ELSEWHERE)
@given(
    said=SAID,
    reviews=REVIEWS,
    subject=st.sampled_from([None, "TeachingStandard:s", "TrainingPlan:p", "Major:m"]),
    target=st.sampled_from([None, "Certificate:k", "WorkArea:9:1:ADVANCED:1", ELSEWHERE]),
)
def test_the_queue_is_what_a_count_by_hand_gives(opened, said, reviews, subject, target):
    opened(lambda database: compare(database, said, reviews, subject, target))


async def compare(database: Database, said, reviews, subject, target) -> None:
    await drawn(said, reviews).write(database)
    answer = await ask(database, REVIEW_QUEUE, subject=subject, target=target)
    assert answer.errors == []
    nodes, values = ("alignment", "course", "requirement"), ("work", "gain", "programmes")
    found = [
        (*(each[name] for name in values), *((each[name] or {}).get("id") for name in nodes))
        for each in answer.data["reviewQueue"]
    ]
    assert found == by_hand(said, reviews, subject, target)
    assert await paged(database, subject, target, len(found)) == answer.data["reviewQueue"]


async def paged(database: Database, subject, target, total: int) -> list[dict]:
    """Read the queue in pages of two, and give it as a list."""
    found, after, has_next = [], None, True
    while has_next:
        answer = await ask(database, REVIEW_ITEMS, subject=subject, target=target, after=after)
        assert answer.errors == []
        page = answer.data["reviewItems"]
        found += page["nodes"]
        assert page["totalCount"] == total
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after, has_next = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    return found


async def test_a_page_begins_behind_what_was_decided_meanwhile(database):
    said = [("Course:a", each, "MAJOR", "SUGGESTED", strength) for each, strength in ((1, 0.9), (2, 0.7))]
    said.append(("Course:b", 1, "MAJOR", "SUGGESTED", 0.5))
    await drawn(said, set()).write(database)
    first = (await ask(database, REVIEW_ITEMS.replace("first: 2", "first: 1"))).data["reviewItems"]

    async def decide(writer) -> None:
        text = "MATCH (a:Alignment {id: $id}) SET a.status = 'REJECTED' RETURN count(*)"
        await writer.run(Statement(text, {"id": first["nodes"][0]["alignment"]["id"]}))

    await database.write(decide)
    answer = await ask(database, REVIEW_ITEMS, after=first["pageInfo"]["endCursor"])

    queue = (await ask(database, REVIEW_QUEUE)).data["reviewQueue"]
    assert answer.data["reviewItems"]["nodes"] == queue
    assert len(queue) == 2


async def test_a_cursor_of_another_list_is_refused(database):
    await drawn([], set()).write(database)
    for cursor in ("none", encode_cursor("ReviewItem", ["DECIDE", "1"]), encode_cursor("Course", ["Course:a"])):
        ((answer, _),) = await run_counted(database, [Request(REVIEW_ITEMS, {"after": cursor})])
        assert [each.original_error.code for each in answer.errors] == ["BAD_CURSOR"]
