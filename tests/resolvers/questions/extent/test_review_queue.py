"""``reviewQueue`` and ``reviewItems`` on small graphs: what waits, in which order, for a subject and a target or for all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.connection.database import Database, Statement
from graph.errors import NotFoundError
from graph.model.alignments import COVERING
from resolvers.identify import Request
from resolvers.request.arguments import encode_cursor
from tests.golden.make import run_counted
from tests.resolvers.questions.small_alignments import REQUIREMENTS, Small, ask, requirement
from tests.resolvers.questions.small_graphs import few

REVIEW_ITEMS = """query ($subject: ID, $target: ID, $after: String) {
  reviewItems(subject: $subject, target: $target, first: 2, after: $after) {
    nodes { work gain programmes alignment { id } course { id } requirement { id } }
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
REVIEW_QUEUE = """query ($subject: ID, $target: ID) { reviewQueue(subject: $subject, target: $target, first: 100) {
  work gain programmes alignment { id } course { id } requirement { id } } }"""


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
WIDE = [
    ("Major:m", 1, "MAJOR", "SUGGESTED", 0.5),
    ("Major:m", 0, "MAJOR", "SUGGESTED", 0.2),
    ("Course:a", 0, "RELATED", "SUGGESTED", 0.2),
    ("CourseOutcome:o", None, "RELATED", "SUGGESTED", 0.2),
]
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
