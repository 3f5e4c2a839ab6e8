"""Unknown is not none, whatever the question: a key that no node has, and what the graph holds too little of."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from resolvers.identify import Request
from resolvers.questions.argument_kinds import InputObjectArgument, KeyArgument, NamesArgument, NodeArgument
from resolvers.questions.question import Question
from resolvers.questions.registry import QUESTIONS
from resolvers.request.declarations import Argument
from tests.golden.make import run_counted

# Of which the national graph holds all that questions need; of several types an argument takes the first here.
WHOLE = {
    "Certificate": "Certificate:JavaWeb应用开发",
    "TeachingStandard": "TeachingStandard:2025:510203",
    "Course": "Course:2025:510203:1",
    "Major": "Major:2021:510203",
    "SkillStandard": "SkillStandard:510084:2.0",
    "RuleSet": "RuleSet:HV3",
    "TrainingPlan": "TrainingPlan:上海农林职业技术学院:软件技术:",
    "CertificateLevel": "CertificateLevel:JavaWeb应用开发:INTERMEDIATE",
    "Source": "Source:certificates.T1",
}
NAMED = {
    "MajorCategory": "电子与信息大类",
    "MajorClass": "计算机类",
    "Certificate": "JavaWeb应用开发",
    "Province": "江苏省",
    "College": "无锡商业职业技术学院",
}
# What must be given besides keys.
SCALARS = {
    "asOf": '"2026-01-01"',
    "grade": '"2026级"',
    "dimensions": "[]",
    "days": '["2026-01-01"]',
    "edits": '[{action: CHANGE_PLAN, plan: {title: "方案"}}]',
}
# What no answer rests on: the question says of the node itself what is known, or counts it apart.
ASK_NOTHING_MORE = {
    "paths.from",
    "paths.to",
    "demandForCourse.course",
    "certificateSuccession.certificate",
    "certificateMajors.certificate",
    "majorCertificates.major",
    "majorFits.major",
    "coverageMatrix.rows",
    "sourceUses.source",
    "coverageMatrix.columns",
    "coverageCube.filter.major",
    "coverageTrend.filter.major",
    "trainingPlanCompliance.plan",
    "trainingPlanCompliance.ruleSets",
    "diffTrainingPlans.from",
    "diffTrainingPlans.to",
    "trainingPlanWhatIf.plan",
    "trainingPlanWhatIf.ruleSets",
    "trainingPlanDraft.major",
    "trainingPlanDraft.targets",
}
# They are looked for in the plan as its edits make it, with an error of their own.
OF_THE_EDITED_PLAN = ["trainingPlanWhatIf.group", "trainingPlanWhatIf.option"]
# It names no node: any grade with a year can be drafted.
OF_NO_NODE = ["trainingPlanDraft.grade"]


@dataclass(frozen=True)
class Asked:
    """A question, and one of its arguments that name nodes; ``above``: the input object in which it stands."""

    question: Question
    argument: KeyArgument
    above: str = ""

    @property
    def place(self) -> str:
        return f"{self.above}.{self.argument.name}" if self.above else self.argument.name

    @property
    def name(self) -> str:
        return f"{self.question.name}.{self.place}"

    def request(self, value: Any) -> Request:
        """Ask it with a value of the argument, and with what else must be given."""
        given = {each.name: text for each in self.question.arguments if (text := valid(each))}
        text = json.dumps(value, ensure_ascii=False)
        given |= {self.above: f"{{{self.argument.name}: {text}}}"} if self.above else {self.argument.name: text}
        if self.question.name in ("coverageCube", "coverageTrend"):
            given["through"] = "TRAINING_PLAN"
        listed = ", ".join(f"{name}: {text}" for name, text in given.items())
        return Request(f"{{ {self.question.name}({listed}) {{ __typename }} }}")


def valid(argument: Argument) -> str:
    """Give a value for what must be given, and for what must be given in some cases."""
    if isinstance(argument, NodeArgument) and (argument.default is ... or argument.name in ("subject", "columns")):
        known = next(WHOLE[each] for each in WHOLE if each in argument.types)
        return json.dumps([known] if argument.annotation == "list[ID]" else known, ensure_ascii=False)
    return SCALARS.get(argument.name, "") if argument.default is ... else ""


def asked() -> Iterator[Asked]:
    for question in QUESTIONS:
        for argument in question.arguments:
            if isinstance(argument, KeyArgument):
                yield Asked(question, argument)
            elif isinstance(argument, InputObjectArgument):
                inner = (each for each in argument.input.fields if isinstance(each, KeyArgument))
                yield from (Asked(question, each, argument.name) for each in inner)


ASKED = list(asked())


def test_every_text_that_a_caller_gives_is_a_key_that_is_looked_for():
    texts = [
        f"{question.name}.{argument.name}"
        for question in QUESTIONS
        for outer in question.arguments
        for argument in (outer.input.fields if isinstance(outer, InputObjectArgument) else [outer])
        if any(each in argument.annotation for each in ("ID", "String")) and not isinstance(argument, KeyArgument)
    ]

    assert [each for each in texts if not each.endswith((".text", ".after"))] == [*OF_THE_EDITED_PLAN, *OF_NO_NODE]


def test_every_argument_says_what_the_answer_needs_of_its_nodes():
    nodes = {each.name for each in ASKED if isinstance(each.argument, NodeArgument) and each.argument.need is None}

    assert nodes == ASK_NOTHING_MORE


@pytest.mark.parametrize("each", ASKED, ids=lambda each: each.name)
async def test_a_key_that_no_node_has_is_named_and_no_other(national, each: Asked):
    missing, there = "没有这个", None
    if isinstance(each.argument, NodeArgument):
        kind = next(kind for kind in WHOLE if kind in each.argument.types)
        missing, there = f"{kind}:没有这个", WHOLE[kind]
    elif isinstance(each.argument, NamesArgument):
        there = NAMED.get(each.argument.type)
    is_list = each.argument.annotation.startswith("list")
    ((answer, statements),) = await run_counted(
        national, [each.request([there, missing, there] if is_list else missing)]
    )

    cause = answer.errors[0].original_error
    assert (answer.data, cause.code, statements) == ({each.question.name: None}, "NOT_FOUND", 1)
    assert (cause.details["missing"], cause.details["arguments"]) == ([missing], [each.place])


LACKS = [
    ("Certificate:Web前端开发", "NO_STANDARD_IN_GRAPH"),
    ("CertificateLevel:Web前端开发:ELEMENTARY", "NO_STANDARD_IN_GRAPH"),
    ("Major:2021:570117K", "NO_TEACHING_STANDARD"),
    ("Major:2021:520101K", "STANDARD_NOT_READ"),
    ("TrainingPlan:上海农林职业技术学院:软件技术:", "NO_COURSES"),
]


def lacking() -> Iterator[tuple[Asked, str, str]]:
    for each in ASKED:
        for key, reason in LACKS:
            if (
                isinstance(each.argument, NodeArgument)
                and each.argument.need
                and key.partition(":")[0] in each.argument.types
            ):
                is_of_plans = each.question.name == "peerComparison"
                yield each, key, "NO_TRAINING_PLAN" if is_of_plans else reason


@pytest.mark.parametrize(("each", "key", "reason"), list(lacking()), ids=lambda each: getattr(each, "name", str(each)))
async def test_where_the_graph_lacks_what_the_answer_rests_on_there_is_a_reason_and_no_count(
    national, each: Asked, key: str, reason: str
):
    ((answer, _),) = await run_counted(national, [each.request(key)])

    cause = answer.errors[0].original_error
    assert (answer.data, cause.code) == ({each.question.name: None}, "NOT_KNOWN")
    assert cause.details == {"reason": reason, "argument": each.place, "keys": [key]}
    assert answer.errors[0].path == [each.question.name]


async def test_a_certificate_without_a_standard_is_no_row_of_nothing(national):
    ask = '{ coverageCube(dimensions: [CERTIFICATE], filter: {certificate: ["JavaWeb应用开发", "Web前端开发"]}) { total } }'
    ((answer, _),) = await run_counted(national, [Request(ask)])

    cause = answer.errors[0].original_error
    assert cause.details == {
        "reason": "NO_STANDARD_IN_GRAPH",
        "argument": "filter.certificate",
        "keys": ["Web前端开发"],
    }
    assert cause.zh.startswith("参数 `filter.certificate`（Web前端开发）：图中没有该证书的职业技能等级标准。")


@pytest.mark.parametrize(
    ("arguments", "code", "keys"),
    [
        ('courses: ["Course:2025:510203:1", "Course:2025:510203:999"]', "NOT_FOUND", ["Course:2025:510203:999"]),
        ('courses: ["Course:2025:510203:1", "Course:2025:510204:1"]', "BAD_ARGUMENT", None),
    ],
)
async def test_courses_that_are_not_of_the_subject_are_refused(national, arguments, code, keys):
    ask = f"""{{ coverage(subject: "TeachingStandard:2025:510203", target: "SkillStandard:510084:2.0", {arguments}) {{
      covered }} }}"""
    ((answer, _),) = await run_counted(national, [Request(ask)])

    cause = answer.errors[0].original_error
    assert (answer.data, cause.code, cause.details.get("missing")) == ({"coverage": None}, code, keys)
