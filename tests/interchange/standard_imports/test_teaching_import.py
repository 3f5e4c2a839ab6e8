"""A teaching standard is confirmed: as a new one, and as what completes one of which only course names are known."""

import pytest

from interchange.standard_imports.confirmed_import import confirm_import
from interchange.standard_imports.import_errors import ImportQuestionsError, StandardExistsError
from seeds.load import load
from tests.interchange.standard_imports.imports import made_import, rows, whole_graph
from tests.interchange.standards.made_teaching import CORE, teaching_docx

ANSWERS = {"year": "2025", "occupation-2": "none"}
STANDARD = "TeachingStandard:2025:539901"
FACT = "basis,sourceIds,sourceNote"
COURSES = "MATCH (s:TeachingStandard {id: $id})-[:HAS_COURSE]->(c:Course) RETURN c.sequence, c.module, c.name, c.typicalTasks, c.content ORDER BY c.sequence"


@pytest.fixture
async def teaching_graph(small_graph):
    """The small graph with the major of the standard, one of its occupations and one of its certificates."""
    seeds = small_graph.seeds
    major = "Major:2021:539901,2021,539901,示例商务,ASSOCIATE,false,MAY_EXIST,,,OFFICIAL,Source:t.S1,\n"
    seeds.replace("small/nodes/Major.csv", "Major:2015", f"{major}Major:2015")
    seeds.replace(
        "small/links/LISTED_IN.csv", "Major:2015", "Major:2021:539901,Catalogue:2021,OFFICIAL,Source:t.S1,\nMajor:2015"
    )
    seeds.replace("small/nodes/Certificate.csv", "前端|Web开发", "前端|直播电商")
    seeds.write(
        "small/nodes/Occupation.csv",
        f"id,edition,code,name,standsIn,isGreen,isDigital,skillStandardName,skillStandardEdition,workFunctions,{FACT}\n"
        "Occupation:2022:4-01-06-01,2022,4-01-06-01,电子商务师,PRINTED,,,,,,OFFICIAL,Source:t.S1,\n"
        "Occupation:2022:2-06-07-02,2022,2-06-07-02,另一职业,PRINTED,,,,,,OFFICIAL,Source:t.S1,\n",
    )
    await load(small_graph.database, seeds.path)
    return small_graph


async def test_a_confirmed_standard_has_courses_occupations_certificates_and_rules(teaching_graph):
    database = teaching_graph.database

    draft = await confirm_import(database, made_import(teaching_docx()), ANSWERS, teaching_graph.reviewer)

    assert (draft.node_id, draft.before, draft.versions) == (STANDARD, None, ())
    assert await rows(database, COURSES, id=STANDARD) == [
        [1, "FOUNDATION", "商务基础", None, None],
        [2, "FOUNDATION", "零售基础", None, None],
        [3, "CORE", "网店运营", "①店铺开设。②商品上架。", "掌握店铺装修的方法，能设置营销工具。"],
        [4, "CORE", "社群运营", "①社群搭建。", "了解社群的类型。"],
        [5, "EXTENSION", "项目管理", None, None],
        [6, "EXTENSION", "艺术鉴赏", None, None],
        [7, "EXTENSION", "新媒体营销", None, None],
    ]
    assert await rows(
        database,
        "MATCH (s:TeachingStandard)-[:STANDARD_OF]->(m:Major) "
        "RETURN s.name, s.duration, s.industries, s.positions, s.certificatesNamed, s.courseCount, m.standardState",
    ) == [
        [
            "示例商务",
            "三年",
            ["互联网和相关服务（64）", "零售业（52）"],
            ["运营主管", "视觉营销设计师"],
            ["网店运营推广", "直播电商"],
            7,
            "READ",
        ]
    ]
    assert await rows(database, "MATCH (:TeachingStandard)-[:PREPARES_FOR]->(o:Occupation) RETURN o.code") == [
        ["4-01-06-01"]
    ]
    assert await rows(database, "MATCH (:TeachingStandard)-[:NAMES_CERTIFICATE]->(c) RETURN c.id") == [
        ["Certificate:Web前端开发"]
    ]
    rules = await rows(
        database,
        "MATCH (r:Rule)<-[:HAS_RULE]-(q:RuleSet)-[:RULES_OF_STANDARD]->(:TeachingStandard) "
        "RETURN r.item, r.operator, r.value, r.valueMin, r.valueMax, r.valueText, r.force ORDER BY r.code",
    )
    assert rules[:3] == [
        ["总学时", ">=", 2500, 2500, None, "2500", "AS_A_RULE"],
        ["每学分折合学时", "between", None, 16, 18, "16-18", "MUST"],
        ["公共基础课程学时占比", ">=", 25, 25, None, "25%", "AS_A_RULE"],
    ]
    assert len(rules) == 10


async def test_questions_on_the_year_and_on_occupations_whose_name_differs(teaching_graph):
    before = await whole_graph(teaching_graph.database)

    with pytest.raises(ImportQuestionsError) as refused:
        await confirm_import(teaching_graph.database, made_import(teaching_docx()), {}, teaching_graph.reviewer)

    assert refused.value.details["questions"] == ["year", "occupation-2"]
    assert "choices: 2-06-07-02 (另一职业), none" in refused.value.en
    assert await whole_graph(teaching_graph.database) == before


async def test_a_standard_of_course_names_alone_is_completed_and_loads_leave_it_so(teaching_graph):
    """As most standards of the seeds are: the courses stand in another order and have no module."""
    database, seeds = teaching_graph.database, teaching_graph.seeds
    names = ["新媒体营销", "商务基础", "零售基础", "网店运营", "社群运营", "项目管理", "艺术鉴赏"]
    write_known(seeds, names)
    await load(database, seeds.path)

    draft = await confirm_import(database, made_import(teaching_docx()), ANSWERS, teaching_graph.reviewer)

    assert draft.before["courseCount"] == 7
    courses = await rows(database, COURSES, id=STANDARD)
    assert [row[2] for row in courses] == names
    assert [row[1] for row in courses] == [
        "EXTENSION",
        "FOUNDATION",
        "FOUNDATION",
        "CORE",
        "CORE",
        "EXTENSION",
        "EXTENSION",
    ]
    assert (await load(database, seeds.path)).changed == 0
    assert await rows(database, COURSES, id=STANDARD) == courses
    with pytest.raises(StandardExistsError):
        await confirm_import(database, made_import(teaching_docx()), ANSWERS, teaching_graph.reviewer)


async def test_a_standard_with_other_courses_is_refused(teaching_graph):
    database, seeds = teaching_graph.database, teaching_graph.seeds
    write_known(seeds, ["商务基础", "零售基础", "网店运营", "社群运营", "项目管理", "艺术鉴赏", "旧课程"])
    await load(database, seeds.path)

    with pytest.raises(StandardExistsError) as refused:
        await confirm_import(database, made_import(teaching_docx(CORE)), ANSWERS, teaching_graph.reviewer)

    assert refused.value.en.splitlines()[1:] == [
        "  新媒体营销 is in the document alone",
        "  Course:2025:539901:7 旧课程 is in the graph alone",
    ]


def write_known(seeds, names):
    head = "id,year,majorCode,name,duration,entry,industries,positions,certificatesNamed,courseCount,documentFile"
    seeds.write(
        "small/nodes/TeachingStandard.csv",
        f"{head},{FACT}\n{STANDARD},2025,539901,示例商务,,,,,,7,P1.pdf,OFFICIAL,Source:t.S1,\n",
    )
    seeds.write(
        "small/links/STANDARD_OF.csv", f"start,end,{FACT}\n{STANDARD},Major:2021:539901,OFFICIAL,Source:t.S1,\n"
    )
    courses = [f"Course:2025:539901:{place}" for place in range(1, len(names) + 1)]
    seeds.write(
        "small/nodes/Course.csv",
        f"id,standardYear,majorCode,sequence,name,module,moduleBasis,nameAsRead,{FACT}\n"
        + "".join(
            f"{course},2025,539901,{place},{name},,,,OFFICIAL,Source:t.S1,\n"
            for place, (course, name) in enumerate(zip(courses, names, strict=True), 1)
        ),
    )
    seeds.write(
        "small/links/HAS_COURSE.csv",
        f"start,end,{FACT}\n" + "".join(f"{STANDARD},{course},OFFICIAL,Source:t.S1,\n" for course in courses),
    )
