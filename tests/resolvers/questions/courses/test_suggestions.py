"""``suggestAlignments`` on small graphs: what is left out, what is shown, and in which order."""

import pytest

from graph.connection.database import Database
from tests.resolvers.questions.small_alignments import Small, ask, requirement

SUGGEST_ALIGNMENTS = """query (
  $subject: ID!, $target: ID!, $least: Float! = 0, $first: Int! = 50, $onlyOpen: Boolean! = false, $of: Int
) {
  suggestAlignments(
    subject: $subject, target: $target, minProbability: $least, first: $first, onlyOpen: $onlyOpen, perRequirement: $of
  ) {
    pairs settled
    suggestions { probability score matched matchedText words levelGate course { id } courseOutcome { id } requirement { id } } } }"""
REVIEW_QUEUE = """query ($subject: ID, $target: ID) { reviewQueue(subject: $subject, target: $target, first: 100) {
  work requirement { id } } }"""


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
