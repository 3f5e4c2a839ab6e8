"""A plan that is confirmed is in the graph whole, with what it is linked to; one that is not leaves the graph as it was."""

import asyncio
import os
import signal
import sys

import pytest

from analysis.training_plans.plan_content import content_differences
from graph.connection.address import GraphAddress
from graph.connection.database import Statement
from graph.errors import AccessError
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from interchange.standard_imports.import_errors import ImportAnswerError, ImportQuestionsError
from interchange.training_plan_imports.confirmed_plans import confirm_plans, look_at_plans
from interchange.training_plan_imports.plan_import_errors import TrainingPlanExistsError, TrainingPlanTooLargeError
from interchange.training_plans.form.plan_export import export_workbook
from resolvers.stored_training_plans import read_plans_with_outcomes, read_training_plans
from seeds.load import load
from server.commands.plans.stored_plans import read_stored_reading
from tests.conftest import ROOT
from tests.interchange.standard_imports.imports import rows, whole_graph
from tests.interchange.training_plan_imports.made_imports import (
    COURSES,
    OUTCOMES,
    PLAN,
    REPORT_SHA256,
    form,
    made_document,
)
from tests.interchange.training_plans.made_plans import word

KILLED_IMPORT = """
import asyncio, os, signal, sys

from analysis.training_plans.plan_content import content_differences
from graph.connection.address import GraphAddress
from graph.connection.database import Database
from interchange.training_plan_imports import confirmed_plans
from tests.interchange.training_plan_imports.made_imports import form, made_document

async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with Database.open(GraphAddress(sys.argv[1], sys.argv[2], os.environ["PASSWORD"], sys.argv[3])) as database:
        await confirmed_plans.confirm_plans(database, made_document(form()), {}, os.environ["TOKEN"])

confirmed_plans.record_import = die
asyncio.run(main())
"""
TWO_PLANS = (
    "示例职业技术学院",
    "2026级软件技术专业人才培养方案",
    "专业代码：510203",
    [["课程名称", "学分", "总学时"], ["甲", 2, 32]],
    "2026级护理专业人才培养方案",
    "专业代码：520201",
    [["课程名称", "学分", "总学时"], ["乙", 3, 48], ["丙", 1, 16]],
)


def as_stored(plan):
    """What the graph keeps of a reading: all but what only the report says."""
    return plan._replace(columns=(), guesses=(), problems=(), not_read=())


async def test_a_confirmed_plan_is_there_with_its_lines_and_links(plan_graph):
    database, document = plan_graph.database, made_document(form())

    (draft,) = await confirm_plans(database, document, {}, plan_graph.reviewer)

    assert (draft.node_id, draft.before, dict(draft.counts)) == (
        PLAN,
        None,
        {
            "Source": 1,
            "TrainingPlan": 1,
            "PlanCourse": 4,
            "PlanGroup": 1,
            "TargetCertificate": 1,
            "HAS_PLAN": 1,
            "PLAN_FOR": 1,
            "HAS_PLAN_COURSE": 4,
            "PLAN_NAMES_CERTIFICATE": 1,
            "HAS_PLAN_GROUP": 1,
            "HAS_TARGET_CERTIFICATE": 1,
            "CHOICE_OF": 2,
            "TARGETS_LEVEL": 1,
            "FOLLOWS_STANDARD": 1,
        },
    )
    assert await rows(
        database,
        "MATCH (c:College)-[:HAS_PLAN]->(p:TrainingPlan {id: $id})-[:PLAN_FOR]->(m:Major) "
        "MATCH (p)-[:FOLLOWS_STANDARD]->(s:TeachingStandard) "
        "RETURN c.name, m.id, s.year, p.entryYear, p.years, p.version, p.status, p.completeness, p.sha256, p.basis",
        id=PLAN,
    ) == [
        [
            "示例职业技术学院",
            "Major:2021:510203",
            2025,
            2026,
            3,
            1,
            "PUBLISHED",
            "WHOLE",
            document.file.sha256,
            "OFFICIAL",
        ]
    ]
    assert await rows(
        database,
        "MATCH (:TrainingPlan {id: $id})-[:HAS_TARGET_CERTIFICATE]->(t)-[:TARGETS_LEVEL]->(l) RETURN t.semesters, l.id",
        id=PLAN,
    ) == [[["3", "4"], "CertificateLevel:Web前端开发:INTERMEDIATE"]]
    assert await rows(
        database,
        "MATCH (c:Change)-[:CHANGED_TRAINING_PLAN]->(p:TrainingPlan) RETURN p.id, c.editor, c.action, c.version",
    ) == [[PLAN, "reviewer", "IMPORT", 1]]
    assert await rows(database, "MATCH (s:Source) WHERE s.sha256 IS NOT NULL RETURN s.sha256, s.note") == [
        [document.file.sha256, f"Imported from this file; report sha256 {REPORT_SHA256}"]
    ]


async def test_a_stored_plan_is_read_back_as_it_was_read(plan_graph):
    database, document = plan_graph.database, made_document(form())
    await confirm_plans(database, document, {}, plan_graph.reviewer)

    assert await read_training_plans(database.read, [PLAN, "TrainingPlan:none", PLAN]) == {
        PLAN: as_stored(document.plans[0])
    }


OF_OUTCOMES = """MATCH (:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(c)-[h:PLAN_HAS_OUTCOME]->(o:CourseOutcome)
RETURN c.name, o.code, o.text, o.sequence, o.basis, o.sourceIds = h.sourceIds AND size(h.sourceIds) = 1 ORDER BY o.code"""


async def test_outcomes_of_courses_are_stored_exported_and_imported_again(plan_graph):
    """Nothing of them is lost on the way round: the next version has them under codes of its own."""
    database, document = plan_graph.database, made_document(form(outcomes=OUTCOMES))
    await confirm_plans(database, document, {}, plan_graph.reviewer)
    stored = (await read_plans_with_outcomes(database.read, [PLAN]))[PLAN]
    exported = export_workbook(stored.plan)
    again = made_document(exported.data)
    await confirm_plans(database, again, {"version": "new"}, plan_graph.reviewer)

    key, following = PLAN.partition(":")[2], PLAN[:-1] + "2"
    achieved = [("网页开发", 2, 1, "能编写网页"), ("网页开发", 2, 2, "能调试网页"), ("甲", 3, 1, "能使用甲")]
    of_grade = key.rpartition(":")[0]
    for version, plan in ((1, PLAN), (2, following)):
        found = await database.read(Statement(OF_OUTCOMES, {"id": plan}))
        assert found == [
            [name, f"{of_grade}:{line}:{version}:{place}", text, place, "OFFICIAL", True]
            for name, line, place, text in achieved
        ]
    assert exported.lost == []
    assert stored.plan == as_stored(document.plans[0])
    assert [[each.text for each in outcomes] for outcomes in stored.lines.values()] == [
        [],
        ["能编写网页", "能调试网页"],
        ["能使用甲"],
        [],
    ]
    before, after = (await read_plans_with_outcomes(database.read, [PLAN, following])).values()
    assert content_differences(before.plan, after.plan) == []
    # As `oneplusx plan diff` reads them by id.
    assert await read_stored_reading(database, PLAN) == before.plan


async def test_more_outcomes_of_a_course_than_a_list_shows_are_refused(plan_graph):
    outcomes = [[2, "网页开发", f"能{at}"] for at in range(201)]
    with pytest.raises(TrainingPlanTooLargeError, match=r"has 201 courses.outcomes, at most 200 are kept"):
        await look_at_plans(plan_graph.database, made_document(form(outcomes=outcomes)), {})


async def test_looking_writes_nothing_and_counts_the_same(plan_graph):
    database, document = plan_graph.database, made_document(form())
    before = await whole_graph(database)

    (look,) = await look_at_plans(database, document, {})

    assert await whole_graph(database) == before
    (written,) = await confirm_plans(database, document, {}, plan_graph.reviewer)
    assert look.counts == written.counts


async def test_all_plans_of_a_document_are_written_or_none(plan_graph):
    database, document = plan_graph.database, made_document(word(*TWO_PLANS))
    before = await whole_graph(database)

    with pytest.raises(ImportQuestionsError) as refused:
        await confirm_plans(database, document, {}, plan_graph.reviewer)
    assert refused.value.details["questions"] == ["plan-2-major"]
    assert (
        "520201 护理: which major is it? EDITION:CODE, such as 2021:510203; choices: 2021:520201K (护理, 高职专科), none"
        in refused.value.en
    )
    assert await whole_graph(database) == before

    drafts = await confirm_plans(database, document, {"plan-2-major": "2021:520201K"}, plan_graph.reviewer)

    assert [each.node_id for each in drafts] == [
        PLAN,
        "TrainingPlan:示例职业技术学院:护理:2026级:1",
    ]
    assert await rows(
        database,
        "MATCH (p:TrainingPlan)-[:HAS_PLAN_COURSE]->(c) MATCH (p)-[:PLAN_FOR]->(m) "
        "RETURN m.id, c.name, c.sequence ORDER BY m.id, c.sequence",
    ) == [["Major:2021:510203", "甲", 1], ["Major:2021:520201K", "乙", 1], ["Major:2021:520201K", "丙", 2]]


@pytest.mark.parametrize(
    ("head", "answers", "plan"),
    [
        ({"专业代码": "520201"}, {"major": "2021:510203"}, "示例职业技术学院:软件技术:2026级:1"),
        ({"学校名称": "示例职业学校"}, {}, "示例职业学校:软件技术:2026级:1"),
        ({"学校名称": "示例职业技术学院分校"}, {"college": "4199900001"}, "示例职业技术学院分校:软件技术:2026级:1"),
        (
            {"学校名称": "示范职业学校", "归入院校": "示例职业技术学院"},
            {},
            "示范职业学校:软件技术:2026级:1",
        ),
        ({"适用年级": None}, {"grade": "2024"}, "示例职业技术学院:软件技术:2024级:1"),
        ({"专业名称": None}, {"major": "2021:510203"}, "示例职业技术学院:软件技术:2026级:1"),
    ],
)
async def test_what_the_head_leaves_open_is_asked_or_known(head, answers, plan, plan_graph):
    document = made_document(form(**head))
    if answers:
        with pytest.raises(ImportQuestionsError) as refused:
            await look_at_plans(plan_graph.database, document, {})
        assert refused.value.details["questions"] == [*answers]

    (draft,) = await confirm_plans(plan_graph.database, document, answers, plan_graph.reviewer)

    assert draft.node_id == f"TrainingPlan:{plan}"
    assert draft.counts["HAS_PLAN"] == draft.counts["PLAN_FOR"] == 1


@pytest.mark.parametrize(
    ("head", "answers"),
    [
        ({"专业名称": None, "专业代码": None}, {"major": "none"}),
        ({"适用年级": None}, {"grade": "next"}),
        ({"学校名称": None}, {"college": "none"}),
        ({}, {"major": "2021:510203"}),
    ],
)
async def test_an_answer_that_no_question_takes_is_refused(head, answers, plan_graph):
    with pytest.raises(ImportAnswerError):
        await look_at_plans(plan_graph.database, made_document(form(**head)), answers)


async def test_a_college_that_is_not_known_is_asked_with_those_of_a_like_name(plan_graph):
    document = made_document(form(学校名称="示例职业学院"))

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_plans(plan_graph.database, document, {})
    with pytest.raises(ImportAnswerError) as unfit:
        await look_at_plans(plan_graph.database, document, {"college": "某学院"})
    (draft,) = await look_at_plans(plan_graph.database, document, {"college": "none"})

    asked = "college: 示例职业学院: which college is it? Its name or code; choices: "
    assert f"{asked}示例职业技术学院, none" in refused.value.en
    assert unfit.value.en == f"'某学院' is no answer to {asked}none"
    assert (draft.node_id, "HAS_PLAN" in draft.counts) == ("TrainingPlan:示例职业学院:软件技术:2026级:1", False)


async def test_each_kind_of_problem_is_accepted_once(plan_graph):
    courses = [
        *COURSES,
        [5, "D1", "丁", "公共基础课程", "必修", 2, 32, 30, 30],
        [6, "D2", "戊", "公共基础课程", "必修", 2, 32, 30, 30],
    ]
    document = made_document(form(courses))
    assert [each.rule for each in document.plans[0].problems] == ["hours-do-not-add-up"] * 2

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_plans(plan_graph.database, document, {})
    (draft,) = await look_at_plans(plan_graph.database, document, {"problem-hours-do-not-add-up": "accept"})

    assert refused.value.details["questions"] == ["problem-hours-do-not-add-up"]
    assert "(and 1 more); accept it as it is?" in refused.value.en
    assert draft.counts["PlanCourse"] == 6


async def test_the_nature_of_lines_is_answered_for_each_text_that_leaves_it_open(plan_graph):
    courses = [
        *COURSES[:2],
        [3, "D1", "丁", "专业拓展课程", "甲类", 2, 32, 16, 16, None, "3", "考查"],
        [4, "D2", "戊", "专业拓展课程", "甲类", 2, 32, 16, 16, None, "3", "考查"],
        [5, "D3", "己", "专业拓展课程", "乙类", 2, 32, 16, 16, None, "3", "考查"],
    ]
    document = made_document(form(courses))
    names = ["problem-nature-not-known", "problem-nature-not-known-2"]

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_plans(plan_graph.database, document, {})
    with pytest.raises(ImportAnswerError):
        await look_at_plans(plan_graph.database, document, {names[0]: "必修课", names[1]: "accept"})
    answers = {names[0]: "RESTRICTED_ELECTIVE", names[1]: "accept"}
    (draft,) = await confirm_plans(plan_graph.database, document, answers, plan_graph.reviewer)
    lines = await plan_graph.database.read(
        Statement(
            "MATCH (:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(line:PlanCourse) "
            "WITH line ORDER BY line.sequence RETURN line.name, line.courseNature, line.nature",
            {"id": draft.node_id},
        )
    )

    problems = await plan_graph.database.read(
        Statement(
            "MATCH (p:TrainingPlan {id: $id}) RETURN p.readingProblemCount, p.readingProblems", {"id": draft.node_id}
        )
    )

    assert refused.value.details["questions"] == names
    # What an answer settles is no problem of the plan.
    assert problems == [[1, ["nature-not-known"]]]
    assert lines == [
        ["军事理论", "REQUIRED", "必修"],
        ["网页开发", "REQUIRED", "必修"],
        ["丁", "RESTRICTED_ELECTIVE", "甲类"],
        ["戊", "RESTRICTED_ELECTIVE", "甲类"],
        ["己", None, "乙类"],
    ]


async def test_the_same_file_is_refused_and_another_is_asked_as_the_next_version(plan_graph):
    database, token = plan_graph.database, plan_graph.reviewer
    first, revised = made_document(form()), made_document(form(COURSES[:2]))
    await confirm_plans(database, first, {}, token)

    with pytest.raises(TrainingPlanExistsError):
        await confirm_plans(database, first, {}, token)
    with pytest.raises(ImportQuestionsError) as refused:
        await confirm_plans(database, revised, {}, token)
    (draft,) = await confirm_plans(database, revised, {"version": "new"}, token)

    assert refused.value.details["questions"] == ["version"]
    assert (draft.node_id, draft.versions) == (f"{PLAN[:-1]}2", (PLAN,))
    assert await rows(
        database,
        "MATCH (p:TrainingPlan)-[:REVISES_PLAN]->(q) MATCH (p)-[:HAS_PLAN_COURSE]->(c) RETURN p.version, q.version, count(c)",
    ) == [[2, 1, 2]]
    assert await rows(database, "MATCH (:TrainingPlan {version: 1})-[:HAS_PLAN_COURSE]->(c) RETURN count(c)") == [[4]]


def named(college, major):
    """The made plan under other names."""
    document = made_document(form())
    (plan,) = document.plans
    return document._replace(plans=[plan._replace(head=plan.head._replace(college=college, major_name=major))])


async def test_names_with_a_colon_never_take_the_place_of_another_plan(plan_graph):
    database, token = plan_graph.database, plan_graph.reviewer
    answers = {"college": "none", "major": "none"}
    one, other = (named(*names) for names in (("甲学院:乙", "丙"), ("甲学院", "乙:丙")))
    await confirm_plans(database, one, answers, token)
    before = await whole_graph(database)

    with pytest.raises(TrainingPlanExistsError):
        await confirm_plans(database, other, answers, token)

    assert await whole_graph(database) == before


async def test_two_plans_of_one_key_in_a_document_are_asked(plan_graph):
    table = [["课程名称", "学分", "总学时"], ["甲", 2, 32]]
    other = "2026级护理专业人才培养方案"
    document = made_document(word(*TWO_PLANS[:3], table, other, table, *TWO_PLANS[1:3], table))
    assert [each.head.major_name for each in document.plans] == ["软件技术", "护理", "软件技术"]

    with pytest.raises(ImportQuestionsError) as refused:
        await look_at_plans(plan_graph.database, document, {})

    assert refused.value.details["questions"] == ["plan-2-major", "plan-3-version"]
    assert "write this as version 2?; choices: new" in refused.value.en


async def test_the_source_of_two_plans_names_both(plan_graph):
    table = [["课程名称", "学分", "总学时"], ["甲", 2, 32]]
    document = made_document(word(*TWO_PLANS[:3], table, "2026级护理专业人才培养方案", table))

    await confirm_plans(plan_graph.database, document, {"plan-2-major": "none"}, plan_graph.reviewer)

    assert await rows(plan_graph.database, "MATCH (s:Source) WHERE s.code STARTS WITH 'import.' RETURN s.title") == [
        ["2026级软件技术专业人才培养方案；2026级护理专业人才培养方案"]
    ]


async def test_more_lines_than_a_list_shows_are_refused(plan_graph):
    courses = [[at, f"X{at}", f"课{at}", "公共基础课程", "必修", 1, 16, 16, 0] for at in range(1, 202)]

    with pytest.raises(TrainingPlanTooLargeError, match="has 201 courses, at most 200 are kept"):
        await look_at_plans(plan_graph.database, made_document(form(courses)), {})


async def test_a_designer_may_not_confirm(plan_graph):
    with pytest.raises(AccessError):
        await confirm_plans(plan_graph.database, made_document(form()), {}, plan_graph.designer)


async def test_a_load_of_the_seeds_and_a_backup_keep_an_import(plan_graph, tmp_path):
    database = plan_graph.database
    await confirm_plans(database, made_document(form()), {}, plan_graph.reviewer)
    before = await whole_graph(database)

    assert (await load(database, plan_graph.seeds.path)).changed == 0
    assert await whole_graph(database) == before
    await backup(database, tmp_path / "graph.zip")
    await database.write(lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n")))
    await restore(database, tmp_path / "graph.zip")

    assert await whole_graph(database) == before


async def test_killing_an_import_before_its_commit_leaves_nothing(plan_graph, engine_address: GraphAddress):
    before = await whole_graph(plan_graph.database)

    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_IMPORT, engine_address.uri, engine_address.user, engine_address.database),
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PASSWORD": engine_address.password,
            "TOKEN": plan_graph.reviewer,
        },
    )

    assert await killed.wait() == -signal.SIGKILL
    assert await whole_graph(plan_graph.database) == before
    (draft,) = await confirm_plans(plan_graph.database, made_document(form()), {}, plan_graph.reviewer)
    assert draft.node_id == PLAN


async def test_of_two_imports_at_once_one_is_refused(plan_graph):
    document = made_document(form())
    tries = [confirm_plans(plan_graph.database, document, {}, plan_graph.reviewer) for _ in range(2)]

    done = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(getattr(each, "code", "written") for each in done) == ["TRAINING_PLAN_EXISTS", "written"]
    assert await rows(plan_graph.database, "MATCH (c:PlanCourse) RETURN count(c)") == [[4]]
