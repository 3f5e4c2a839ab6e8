"""What an import wrote is read by the API: parts as lists and pages, the group of a line, the versions, the trail."""

from interchange.training_plan_imports.confirmed_plans import confirm_plans
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.interchange.training_plan_imports.made_imports import COURSES, PLAN, form, made_document
from tests.interchange.training_plans.made_plans import HEAD, word

PARTS = """
query ($id: ID!) {
  node(id: $id) {
    ... on TrainingPlan {
      version
      status
      revises { id }
      revisions { version }
      baseStandard { year }
      baseStandardLink { basis sourceNote sourceNoteLabel english: sourceNoteLabel(language: ENGLISH) }
      groups { number kind credits courses { name } }
      courses { name credits module courseNature terms weeklyHours assessment isCounted group { number } }
      targetCertificates { name level semesters certificateLevel { level } }
      changes { nodes { action editor } }
    }
  }
}
"""
FIGURES = """
{
  trainingPlans(where: {status: {eq: PUBLISHED}}) {
    nodes {
      totals { totalCount nodes { label figure stated leastOurs mostOurs } }
      weekTable(where: {semester: {eq: 1}}) { nodes { heading weeks } }
      outcomes { kind text }
    }
  }
}
"""


EXPECTED = {
    "version": 1,
    "status": "PUBLISHED",
    "revises": None,
    "revisions": [{"version": 2}],
    "baseStandard": {"year": 2025},
    "baseStandardLink": {
        "basis": "EDITORIAL",
        "sourceNote": "the newest standard of the major that was published by the year of entry",
        "sourceNoteLabel": "入学年份前（含当年）已发布的最新专业教学标准",
        "english": "the newest standard of the major that was published by the year of entry",
    },
    "groups": [{"number": 1, "kind": "CHOOSE_CREDITS", "credits": 2.0, "courses": [{"name": "甲"}, {"name": "乙"}]}],
    "courses": [
        {
            "name": "军事理论",
            "credits": 2.0,
            "module": "COMMON",
            "courseNature": "REQUIRED",
            "terms": ["1"],
            "weeklyHours": [],
            "assessment": ["*: CHECK"],
            "isCounted": False,
            "group": None,
        },
        {
            "name": "网页开发",
            "credits": 3.5,
            "module": "CORE",
            "courseNature": "REQUIRED",
            "terms": ["1", "2"],
            "weeklyHours": [],
            "assessment": ["*: EXAM"],
            "isCounted": True,
            "group": None,
        },
        *(
            {
                "name": name,
                "credits": 2.0,
                "module": "EXTENSION",
                "courseNature": "ELECTIVE",
                "terms": ["3"],
                "weeklyHours": [],
                "assessment": ["*: CHECK"],
                "isCounted": True,
                "group": {"number": 1},
            }
            for name in ("甲", "乙")
        ),
    ],
    "targetCertificates": [
        {
            "name": "1+X Web前端开发职业技能等级证书",
            "level": "INTERMEDIATE",
            "semesters": ["3", "4"],
            "certificateLevel": {"level": "INTERMEDIATE"},
        }
    ],
    "changes": {"nodes": [{"action": "IMPORT", "editor": "reviewer"}]},
}


async def ask(database, query, variables=None):
    ((answer, statements),) = await run_counted(database, [Request(query, variables or {})])
    assert (answer.errors, statements) == ([], 1)
    return answer.data


async def test_the_parts_of_a_plan_and_its_versions(plan_graph):
    database, token = plan_graph.database, plan_graph.reviewer
    await confirm_plans(database, made_document(form()), {}, token)
    await confirm_plans(database, made_document(form(COURSES[:2])), {"version": "new"}, token)

    plan = (await ask(database, PARTS, {"id": PLAN}))["node"]

    assert plan == EXPECTED


async def test_totals_weeks_and_outcomes(plan_graph):
    document = made_document(
        word(
            HEAD[0][0].replace("网页技术", "软件技术").replace("990001", "510203"),
            "五、培养目标与培养规格",
            "1.知识要求",
            "（1）掌握网页设计的基本知识。",
            [["学年", "学期", "课堂教学", "考试", "合计"], ["一", "1", 17.5, 1, 18.5], ["一", "2", 16, 1, 17]],
            [["课程名称", "学分", "总学时"], ["甲", 2, 32], ["乙", 1.5, None], ["合计", 3.5, 56]],
        )
    )
    await confirm_plans(plan_graph.database, document, {}, plan_graph.reviewer)

    (plan,) = (await ask(plan_graph.database, FIGURES))["trainingPlans"]["nodes"]

    assert plan == {
        "totals": {
            "totalCount": 2,
            "nodes": [
                {"label": "合计", "figure": "credits", "stated": 3.5, "leastOurs": 3.5, "mostOurs": 3.5},
                {"label": "合计", "figure": "hours", "stated": 56.0, "leastOurs": 32.0, "mostOurs": None},
            ],
        },
        "weekTable": {
            "nodes": [
                {"heading": "课堂教学", "weeks": 17.5},
                {"heading": "考试", "weeks": 1.0},
                {"heading": "合计", "weeks": 18.5},
            ]
        },
        "outcomes": [{"kind": "KNOWLEDGE", "text": "掌握网页设计的基本知识。"}],
    }
