"""A plan that is imported as a draft is of its college until it is published; then it never changes."""

import pytest

from graph.errors import NotFoundError, OtherCollegeError, StateError
from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.drafts import publish_draft
from graph.upkeep.editors import Role
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from interchange.standard_imports.import_errors import ImportQuestionsError
from interchange.training_plan_imports.confirmed_plans import confirm_plans, look_at_plans
from tests.interchange.standard_imports.imports import rows, whole_graph
from tests.interchange.training_plan_imports.made_imports import OUTCOMES, PLAN, form, made_document

COLLEGE = "College:示例职业技术学院"
OTHER = "CREATE (:College {id: 'College:别的学院', name: '别的学院', educationLevel: 'ASSOCIATE', ownership: '公办'})"
KEPT = "MATCH (n) WHERE n.draftOf IS NOT NULL RETURN labels(n)[0] AS label, n.draftOf, count(n) ORDER BY label"


def draft_document(data: bytes):
    return made_document(data)._replace(are_drafts=True)


async def add(database, name: str, college: str | None) -> str:
    return await editors.add(database, name, Role.REVIEWER, college=college)


@pytest.fixture
async def own(plan_graph):
    """The token of an editor of the college of the plan."""
    return await add(plan_graph.database, "own", "示例职业技术学院")


async def test_a_draft_and_all_that_speaks_of_it_are_kept_for_its_college(plan_graph, own):
    database = plan_graph.database

    (draft,) = await confirm_plans(database, draft_document(form(outcomes=OUTCOMES)), {}, own)

    assert draft.node_id == PLAN
    assert await rows(database, KEPT) == [
        ["Change", COLLEGE, 1],
        ["CourseOutcome", COLLEGE, 3],
        ["PlanCourse", COLLEGE, 4],
        ["PlanGroup", COLLEGE, 1],
        ["Source", COLLEGE, 1],
        ["TargetCertificate", COLLEGE, 1],
        ["TrainingPlan", COLLEGE, 1],
    ]
    assert await rows(database, "MATCH (p:TrainingPlan) RETURN p.status") == [["DRAFT"]]


async def test_published_at_once_is_the_default_and_nothing_is_kept(plan_graph, own):
    await confirm_plans(plan_graph.database, made_document(form()), {}, own)

    assert await rows(plan_graph.database, KEPT) == []
    assert await rows(plan_graph.database, "MATCH (p:TrainingPlan) RETURN p.status") == [["PUBLISHED"]]


@pytest.mark.parametrize(
    ("college", "is_draft"),
    [("别的学院", True), ("别的学院", False), (None, True)],
    ids=["other", "other public", "none"],
)
async def test_a_plan_of_another_college_is_not_imported(college, is_draft, plan_graph):
    database = plan_graph.database
    await database.write(lambda writer: writer.run(Statement(OTHER)))
    token = await add(database, "stranger", college)
    before = await whole_graph(database)

    with pytest.raises(OtherCollegeError) as refused:
        await confirm_plans(database, made_document(form())._replace(are_drafts=is_draft), {}, token)

    assert refused.value.code == "OTHER_COLLEGE"
    assert await whole_graph(database) == before


async def test_a_draft_of_a_college_that_is_not_in_the_graph_is_nobodys(plan_graph, own):
    document = draft_document(form(学校名称="某某学院"))

    with pytest.raises(OtherCollegeError, match="a college that is not in the graph"):
        await confirm_plans(plan_graph.database, document, {"college": "none"}, own)


async def test_the_college_of_the_editor_is_the_first_to_be_offered_for_one_that_is_not_known(plan_graph):
    document = draft_document(form(学校名称="某某学院"))

    with pytest.raises(ImportQuestionsError) as asked:
        await look_at_plans(plan_graph.database, document, {}, COLLEGE)

    assert [each.choices for each in asked.value.questions] == [(COLLEGE.partition(":")[2], "none")]


async def test_who_may_not_read_a_draft_learns_nothing_of_it_by_importing(plan_graph, own):
    """Neither that this very file is there, nor that there is a version before; only its number is taken."""
    database = plan_graph.database
    document = made_document(form())
    await confirm_plans(database, document._replace(are_drafts=True), {}, own)

    (looked,) = await look_at_plans(database, document, {})
    (published,) = await confirm_plans(database, document, {}, plan_graph.reviewer)

    assert (looked.node_id, published.node_id) == (f"{PLAN[:-1]}2", f"{PLAN[:-1]}2")
    assert await rows(database, "MATCH (:TrainingPlan)-[r:REVISES_PLAN]->() RETURN count(r)") == [[0]]


async def test_a_draft_leaves_the_source_public_that_everybody_read_before(plan_graph, own):
    database = plan_graph.database
    document = made_document(form())
    await confirm_plans(database, document, {}, own)

    await confirm_plans(database, draft_document(form(适用年级="2027级"))._replace(file=document.file), {}, own)

    assert await rows(database, "MATCH (p:TrainingPlan) RETURN p.status ORDER BY p.grade") == [["PUBLISHED"], ["DRAFT"]]
    assert ["Source", COLLEGE, 1] not in await rows(database, KEPT)


async def test_a_draft_is_published_whole_and_once(plan_graph, own):
    database = plan_graph.database
    await confirm_plans(database, draft_document(form(outcomes=OUTCOMES)), {}, own)

    with pytest.raises(NotFoundError):
        await database.write(lambda writer: publish_draft(writer, PLAN, "College:别的学院"))
    await database.write(lambda writer: publish_draft(writer, PLAN, COLLEGE))
    with pytest.raises(StateError, match="never changes"):
        await database.write(lambda writer: publish_draft(writer, PLAN, COLLEGE))

    assert await rows(database, KEPT) == []
    assert await rows(database, "MATCH (p:TrainingPlan) RETURN p.status") == [["PUBLISHED"]]


async def test_an_archive_keeps_drafts_as_drafts(plan_graph, own, tmp_path):
    database = plan_graph.database
    await confirm_plans(database, draft_document(form()), {}, own)
    before = await rows(database, KEPT)
    await backup(database, tmp_path / "drafts.zip")
    await database.write(lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n")))

    await restore(database, tmp_path / "drafts.zip")

    assert await rows(database, KEPT) == before
