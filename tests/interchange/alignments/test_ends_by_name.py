"""Rows that name a course and a requirement in words: matched where one fits, else refused with those to choose from."""

import pytest

from graph.query.statement import Statement
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import find_changes
from interchange.documents.sheet_values import PlainSheet
from tests.interchange.alignments.made_tables import table_row
from tests.interchange.alignments.test_table_comparison import NEW, sheet

# Two programmes with a course of one name, two versions of a standard with a requirement of one text, and a draft.
GRAPH = """
CREATE (:TeachingStandard {id: 'TeachingStandard:1', name: '软件技术'})-[:HAS_COURSE]->(:Course {id: 'Course:1', name: '网页（一）'})
CREATE (s:TeachingStandard {id: 'TeachingStandard:2', name: '大数据技术'})-[:HAS_COURSE]->(:Course {id: 'Course:2', name: '网页（一）'})
CREATE (s)-[:HAS_COURSE]->(:Course {id: 'Course:3', name: '数据库'})
CREATE (:TrainingPlan {id: 'TrainingPlan:1', collegeName: '示例学院', majorName: '软件技术'})
  -[:HAS_PLAN_COURSE]->(:PlanCourse {id: 'PlanCourse:1', name: '网页实训'})
CREATE (:TrainingPlan {id: 'TrainingPlan:own', draftOf: 'College:1', collegeName: '示例学院', majorName: '秘密专业'})
  -[:HAS_PLAN_COURSE]->(:PlanCourse {id: 'PlanCourse:own', name: '秘密课程', draftOf: 'College:1'})
WITH s UNWIND $requirements AS each CREATE (r:SkillRequirement) SET r = each
"""
REQUIREMENTS = [
    {"id": f"SkillRequirement:9:{version}:{level}:{code}", "standardCode": "9", "standardVersion": version}
    | {"level": level, "code": code, "text": text}
    for version, level, code, text in (
        ("1.0", "ELEMENTARY", "1.1.1", "能编写代码"),
        ("2.0", "ELEMENTARY", "1.1.1", "能编写代码"),
        ("2.0", "ADVANCED", "1.1.1", "能编写代码"),
        ("2.0", "ADVANCED", "1.1.2", "能调试代码"),
        ("2.0", "ADVANCED", "2.1.1", "能调试代码"),
    )
]
DEBUG = "SkillRequirement:9:2.0:ADVANCED:1.1.2"
UNNAMED = {
    **NEW,
    **dict.fromkeys(("course", "standard", "standardName", "requirement", "level", "requirementCode")),
    "courseName": "数据库",
    "requirementText": "能调试代码",
}


@pytest.fixture
async def named(database):
    await database.write(lambda writer: writer.run(Statement(GRAPH, {"requirements": REQUIREMENTS})))
    return database


async def found(database, *rows):
    return await find_changes(database.read, read_table([sheet(*(table_row(**{**UNNAMED, **row}) for row in rows))]))


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ({"requirementCode": "1.1.2"}, ("Course:3", DEBUG)),
        ({"requirementCode": "１.１.２", "level": "高级"}, ("Course:3", DEBUG)),
        ({"courseName": "网页(一)", "standardName": "软件技术", "requirementCode": "1.1.2"}, ("Course:1", DEBUG)),
        ({"courseName": "网页（一）", "standard": "2", "requirementCode": "1.1.2"}, ("Course:2", DEBUG)),
        ({"courseName": "网页实训", "requirement": DEBUG, "requirementText": None}, ("PlanCourse:1", DEBUG)),
        ({"course": "Course:1", "courseName": None, "requirementCode": "1.1.2"}, ("Course:1", DEBUG)),
    ],
)
async def test_what_a_row_says_leads_to_the_one_that_it_names(said, ends, named):
    (one,) = await found(named, said)

    assert (one.state, one.problems, one.ends) == ("NEW", (), ends)


async def test_of_several_the_one_of_the_programme_and_standard_of_other_rows_is_taken(named):
    other = {"course": "Course:1", "requirement": "SkillRequirement:9:2.0:ELEMENTARY:1.1.1"}
    row = {"courseName": "网页（一）", "requirementText": "能编写代码", "level": "ELEMENTARY", "role": "TEACHES"}
    *_, one = await found(named, {**other, "courseName": None, "requirementText": None}, row)

    assert (one.state, one.ends) == ("NEW", ("Course:1", "SkillRequirement:9:2.0:ELEMENTARY:1.1.1"))


PLACED = {"requirementText": None, "level": "高级", "requirementCode": "2.1.1"}


async def test_level_and_code_are_enough_where_the_file_names_one_standard(named):
    other = {"course": "Course:1", "courseName": None, "requirement": DEBUG, "requirementText": None}
    *_, one, wrong = await found(named, other, PLACED, {**PLACED, "requirementCode": "9.9.9"})

    assert (one.state, one.ends) == ("NEW", ("Course:3", "SkillRequirement:9:2.0:ADVANCED:2.1.1"))
    assert [(each.rule, each.detail) for each in wrong.problems] == [("no-such-name", "9.9.9")]


@pytest.mark.parametrize("others", [(), ("1.0", "2.0")])
async def test_level_and_code_are_not_enough_where_it_names_none_or_several(others, named):
    rows = [
        {"course": "Course:1", "courseName": None, "requirementText": None}
        | {"requirement": f"SkillRequirement:9:{each}:ELEMENTARY:1.1.1"}
        for each in others
    ]
    *_, one = await found(named, *rows, PLACED)

    assert [(each.field, each.rule) for each in one.problems] == [("requirement", "standard-unclear")]
    assert "请填写“技能要求”（文字）" in one.problems[0].chinese


@pytest.mark.parametrize(
    ("said", "problem", "name"),
    [
        (
            {"courseName": "网页（一）", "requirementCode": "1.1.2"},
            ("course", "several-of-name", "Course:1, Course:2"),
            "网页（一） → 1.1.2 能调试代码",
        ),
        (
            {},
            ("requirement", "several-of-name", f"{DEBUG}, SkillRequirement:9:2.0:ADVANCED:2.1.1"),
            "数据库 → 能调试代码",
        ),
        (
            {"requirementCode": "9.9.9"},
            ("requirement", "no-such-name", "能调试代码"),
            "数据库 → 9.9.9 能调试代码",
        ),
        ({"courseName": "秘密课程", "requirementCode": "1.1.2"}, ("course", "no-such-name", "秘密课程"), None),
        ({"courseName": None, "requirementCode": "1.1.2"}, ("course", "no-end", ""), "? → 1.1.2 能调试代码"),
    ],
)
async def test_where_not_one_alone_fits_the_row_is_refused_with_its_words_and_those_to_choose_from(
    said, problem, name, named
):
    (one,) = await found(named, said)

    assert (one.state, [(each.field, each.rule, each.detail) for each in one.problems]) == ("REFUSED", [problem])
    assert name in (None, one.name)


async def test_a_table_without_columns_of_ids_is_read(named):
    titles = ["课程", "技能要求", "要求代码", "类型", "作用", "强度", "理由"]
    cells = ["数据库", "能调试代码", "1.1.2", "MAJOR", "TEACHES", "0.6", "读过"]
    (one,) = await find_changes(named.read, read_table([PlainSheet("我的表", [titles, cells])]))

    assert (one.state, one.ends) == ("NEW", ("Course:3", DEBUG))


REJECTED = """
MATCH (c:Course {id: 'Course:3'}) MATCH (r:SkillRequirement {id: $requirement})
CREATE (a:Alignment {id: 'Alignment:r', status: 'REJECTED', kind: 'MAJOR', role: 'TEACHES', strength: 0.6, reviewer: 'rui',
  decidedOn: '2026-11-20', version: 2})
CREATE (a)-[:ALIGNS]->(c) CREATE (a)-[:ALIGNED_TO]->(r)
CREATE (:Change {id: 'Change:1', action: 'REJECT', editor: 'rui', version: 2, reason: '只是相关'})-[:CHANGED_ALIGNMENT]->(a)
"""


async def test_what_was_rejected_before_may_be_proposed_again_and_the_row_says_when_and_why(named):
    await named.write(lambda writer: writer.run(Statement(REJECTED, {"requirement": DEBUG})))
    (one,) = await found(named, {"requirementCode": "1.1.2"})

    assert (one.state, one.problems) == ("NEW", ())
    assert [(each.rule, each.english) for each in one.notices] == [
        ("rejected-before", "this was proposed before and rejected: 2026-11-20, rui, 只是相关")
    ]
    assert one.notices[0].chinese == "曾经提出，未获采纳：2026-11-20, rui, 只是相关"
