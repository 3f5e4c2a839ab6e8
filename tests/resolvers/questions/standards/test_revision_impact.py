"""``revisionImpact``: a small standard in two versions, with what rests on the first."""

from graph.errors import BadArgumentError
from graph.model.course_sides import ALIGNED_SUBJECTS
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_standards import write_standards
from tests.resolvers.request.refusals import refusal

EARLIER = [
    ("ELEMENTARY", "1.1", "能安装数据库"),
    ("ELEMENTARY", "1.1", "能查询单表"),
    ("ELEMENTARY", "1.2", "能编写存储过程并调用它完成批量更新"),
    ("ADVANCED", "1.1", "索引、集群"),
    ("ADVANCED", "1.2", "能使用软盘"),
]
LATER = [
    ("ELEMENTARY", "1.1", "能安装数据库"),
    ("ELEMENTARY", "2.1", "能查询单表"),
    ("ELEMENTARY", "1.2", "能编写存储过程并调用它完成批量删除"),
    ("ADVANCED", "1.1", "索引"),
    ("ADVANCED", "1.1", "集群"),
    ("ADVANCED", "1.2", "云端部署"),
]
R = "SkillRequirement:1:1:"
# By alignment: requirement, course or major, status, kind.
ALIGNMENTS = {
    "a1": (f"{R}ELEMENTARY:1.1.1", "Course:x:1", "ACCEPTED", "MAJOR"),
    "a2": (f"{R}ELEMENTARY:1.1.2", "Course:x:1", "SUGGESTED", "MAJOR"),
    "a3": (f"{R}ELEMENTARY:1.2.1", "PlanCourse:p:1", "ACCEPTED", "MAJOR"),
    "a4": (f"{R}ADVANCED:1.1.1", "PlanCourse:p:1", "ACCEPTED", "MINOR"),
    "a5": (f"{R}ADVANCED:1.2.1", "PlanCourse:p:1", "ACCEPTED", "MINOR"),
    "a6": (f"{R}ADVANCED:1.2.1", "Course:x:1", "REJECTED", "MINOR"),
    "a7": (f"{R}ADVANCED:1.2.1", "Course:x:1", "ACCEPTED", "NO_MATCH"),
    "a8": (f"{R}ADVANCED:1.2.1", "Major:m", "SUGGESTED", "MAJOR"),
}
NODES = {
    "Course:x:1": {"name": "数据库"},
    "Major:m": {"name": "软件技术"},
    "PlanCourse:p:1": {"name": "数据库技术"},
    "TrainingPlan:p": {"name": "方案甲"},
    "TrainingPlan:q": {"name": "方案乙"},
    "TrainingPlan:z": {"name": "无关"},
    "College:甲": {"name": "甲"},
    "College:丙": {"name": "丙"},
    "CreditRule:1": {"kind": "cap"},
    "CreditRule:2": {"kind": "cap"},
    "Rule:e:1": {"item": "考试时长"},
    "Certificate:证书": {"name": "证书"},
    **{
        f"Alignment:{key}": {"code": key, "status": status, "kind": kind}
        for key, (_, _, status, kind) in ALIGNMENTS.items()
    },
}
LINKS = {
    ("HAS_STANDARD", "Certificate:证书", "SkillStandard:1:1"),
    ("HAS_PLAN_COURSE", "TrainingPlan:p", "PlanCourse:p:1"),
    ("HAS_PLAN", "College:甲", "TrainingPlan:p"),
    ("HAS_PLAN", "College:丙", "TrainingPlan:z"),
    ("PLAN_NAMES_CERTIFICATE", "TrainingPlan:q", "Certificate:证书"),
    ("CREDIT_RULE_OF", "CreditRule:1", "College:甲"),
    ("CREDIT_RULE_OF", "CreditRule:2", "College:丙"),
    ("RULES_ON_CERTIFICATE", "Rule:e:1", "Certificate:证书"),
    *(("ALIGNED_TO", f"Alignment:{key}", requirement) for key, (requirement, *_) in ALIGNMENTS.items()),
    *(
        (ALIGNED_SUBJECTS[subject.partition(":")[0]], f"Alignment:{key}", subject)
        for key, (_, subject, *_) in ALIGNMENTS.items()
    ),
}
ASK = """query ($from: ID!, $to: ID!, $first: Int) { revisionImpact(from: $from, to: $to, first: $first) {
  unchanged moved reworded rewritten split merged removed added alignments
  carriedAlignments { change alignment { code } course { id } requirement { ... on SkillRequirement { id } }
    suggestedFor { id } }
  courses { course { id } kept changed lost }
  trainingPlans { trainingPlan { id } namesCertificate kept changed lost }
  colleges { name } creditRules { id } rules { id } } }"""


async def ask(database, **variables):
    ((answer, statements),) = await run_counted(database, [Request(ASK, variables)])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["revisionImpact"]


async def test_each_live_alignment_is_followed_and_what_rests_on_it_is_named(database):
    await write_standards(database, {"1:1": EARLIER, "1:2": LATER}, NODES, LINKS)

    impact = await ask(database, **{"from": "SkillStandard:1:1", "to": "SkillStandard:1:2"})

    later = "SkillRequirement:1:2:"
    counts = ("unchanged", "moved", "reworded", "rewritten", "split", "merged", "removed", "added", "alignments")
    assert [impact[each] for each in counts] == [1, 1, 1, 0, 1, 0, 1, 1, 6]
    assert [
        (
            each["alignment"]["code"],
            each["change"],
            each["course"] and each["course"]["id"],
            [one["id"].removeprefix(later) for one in each["suggestedFor"]],
        )
        for each in impact["carriedAlignments"]
    ] == [
        ("a1", "UNCHANGED", "Course:x:1", ["ELEMENTARY:1.1.1"]),
        ("a2", "MOVED", "Course:x:1", ["ELEMENTARY:2.1.1"]),
        ("a3", "REWORDED", "PlanCourse:p:1", ["ELEMENTARY:1.2.1"]),
        ("a4", "SPLIT", "PlanCourse:p:1", ["ADVANCED:1.1.1", "ADVANCED:1.1.2"]),
        ("a8", "REMOVED", None, []),
        ("a5", "REMOVED", "PlanCourse:p:1", []),
    ]
    assert impact["courses"] == [
        {"course": {"id": "PlanCourse:p:1"}, "kept": 0, "changed": 2, "lost": 1},
        {"course": {"id": "Course:x:1"}, "kept": 2, "changed": 0, "lost": 0},
    ]
    assert impact["trainingPlans"] == [
        {"trainingPlan": {"id": "TrainingPlan:p"}, "namesCertificate": False, "kept": 0, "changed": 2, "lost": 1},
        {"trainingPlan": {"id": "TrainingPlan:q"}, "namesCertificate": True, "kept": 0, "changed": 0, "lost": 0},
    ]
    assert impact["colleges"] == [{"name": "甲"}]
    assert impact["creditRules"] == [{"id": "CreditRule:1"}]
    assert impact["rules"] == [{"id": "Rule:e:1"}]


async def test_each_list_is_as_long_as_asked(database):
    await write_standards(database, {"1:1": EARLIER, "1:2": LATER}, NODES, LINKS)

    impact = await ask(
        database, **{"from": "StandardLevel:1:1:ADVANCED", "to": "StandardLevel:1:2:ADVANCED", "first": 1}
    )

    assert [each["alignment"]["code"] for each in impact["carriedAlignments"]] == ["a4"]
    assert (impact["alignments"], impact["split"], impact["removed"]) == (3, 1, 1)
    assert [each["trainingPlan"]["id"] for each in impact["trainingPlans"]] == ["TrainingPlan:p"]


async def test_a_standard_and_a_level_are_not_compared():
    asked = {"from": "SkillStandard:1:1", "to": "StandardLevel:1:2:ADVANCED"}

    error = await refusal(ASK, BadArgumentError, **asked)

    assert error.en == "Argument `to`: give two standards, or two levels of standards."
