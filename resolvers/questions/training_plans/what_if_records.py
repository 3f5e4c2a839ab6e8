"""The records of ``trainingPlanWhatIf``: a training plan as it is and as edited, side by side."""

from graph.model.codes import RULE_FORCE
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.coverage.coverage_records import COUNTS, COVERAGE_STATE
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.training_plans.compliance_codes import (
    COMPLIANCE_REASON,
    COMPLIANCE_VERDICT,
    UNDECIDED_KIND,
)
from resolvers.questions.training_plans.compliance_records import JUDGED_ON, RULE_BOUNDS, VERDICT_COUNTS
from resolvers.questions.training_plans.offer_fields import OFFER_FIELDS

_SIDES = (("Before", "as it is", "现有方案"), ("After", "as edited", "修改后方案"))


def _both(name: str, kind: CodeList | Scalar, english: str, chinese: str) -> tuple[Property, ...]:
    return tuple(
        Property(
            name=f"{name}{side}",
            type=kind,
            description=Text(f"{english}, of the plan {en}. Null: none.", f"{chinese}（{zh}）。null：无。"),
        )
        for side, en, zh in _SIDES
    )


COMPLIANCE_COUNTS = RecordType(
    name="ComplianceCounts",
    description=Text("How many rules have which verdict.", "各项判断的规则数。"),
    fields=(*VERDICT_COUNTS,),
)

COMPLIANCE_FINDING_CHANGE = RecordType(
    name="ComplianceFindingChange",
    description=Text("The verdict on one rule, before and after the edits.", "对一条规则的判断：修改前与修改后。"),
    fields=(
        NodeField(name="rule", description=Text("The rule.", "规则。"), kinds=("Rule",)),
        Property(
            name="force",
            type=RULE_FORCE,
            description=Text("How strictly the rule binds. Null: not known.", "规则的约束力。null：未知。"),
        ),
        Property(
            name="isChanged",
            type=Scalar.BOOLEAN,
            description=Text("Whether verdict, reason or a measured value changed.", "判断、理由或测得值是否有变。"),
            required=True,
        ),
        *_both("verdict", COMPLIANCE_VERDICT, "The verdict", "判断"),
        *_both("reason", COMPLIANCE_REASON, "The reason", "理由"),
        *RULE_BOUNDS,
        *_both("measuredLeast", Scalar.INT, "Least measured value over all choices", "各种选课下测得的最小值"),
        *_both("measuredMost", Scalar.INT, "Largest measured value", "测得的最大值"),
        Property(
            name="outsideAfter",
            many=True,
            description=Text(
                "Names of the lines of the edited plan that break the rule, or are remarked on. Empty: none.",
                "修改后方案中违反规则或被提示的课程名称。空：无。",
            ),
        ),
        Property(
            name="undecidedAfter",
            type=UNDECIDED_KIND,
            many=True,
            description=Text(
                "What would decide an UNKNOWN of the edited plan. Empty: decided.",
                "可据以判断修改后 UNKNOWN 的内容。空：已判断。",
            ),
        ),
    ),
)

WHAT_IF_COVERAGE = RecordType(
    name="WhatIfCoverage",
    description=Text("How much of the target lines of a plan cover.", "方案课程对目标的覆盖。"),
    fields=COUNTS,
)

REQUIREMENT_STATE_CHANGE = RecordType(
    name="RequirementStateChange",
    description=Text("A requirement whose state the edits change.", "状态因修改而变化的一条要求。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        Property(
            name="before", type=COVERAGE_STATE, description=Text("State before.", "修改前的状态。"), required=True
        ),
        Property(name="after", type=COVERAGE_STATE, description=Text("State after.", "修改后的状态。"), required=True),
    ),
)

OFFERED_ALIGNMENT = RecordType(
    name="OfferedAlignment",
    description=Text(
        "An alignment of the teaching standard's course of the same name. It counts nothing here: whether the line "
        "does the same, a person decides.",
        "专业教学标准中同名课程的对接。此处不计入结果：该行是否同样承担，由人判断。",
    ),
    fields=(
        Property(
            name="line",
            description=Text(
                "The line it is offered for: its id, or the key of the edit that adds it.",
                "所提供给的课程行：其 id，或增加它的修改的 key。",
            ),
            required=True,
        ),
        *OFFER_FIELDS,
    ),
)

TRAINING_PLAN_WHAT_IF = RecordType(
    name="TrainingPlanWhatIf",
    description=Text(
        "A training plan as it is and as edited. Nothing is saved.", "现有方案与修改后方案的对比，不保存。"
    ),
    fields=(
        *JUDGED_ON,
        RecordField(
            name="complianceBefore",
            description=Text("Verdicts on the plan as it is.", "对现有方案的判断数。"),
            record=COMPLIANCE_COUNTS,
            is_list=False,
        ),
        RecordField(
            name="complianceAfter",
            description=Text("Verdicts on the plan as edited.", "对修改后方案的判断数。"),
            record=COMPLIANCE_COUNTS,
            is_list=False,
        ),
        RecordField(
            name="findings",
            description=Text("The rules, in the order of sets and rules.", "各条规则，按规则集与规则排列。"),
            record=COMPLIANCE_FINDING_CHANGE,
            size=60,
        ),
        RecordField(
            name="coverageBefore",
            description=Text(
                "Coverage of the plan as it is. Without a target, all null.", "现有方案的覆盖。未给目标时均为 null。"
            ),
            record=WHAT_IF_COVERAGE,
            is_list=False,
        ),
        RecordField(
            name="coverageAfter",
            description=Text("Coverage of the plan as edited.", "修改后方案的覆盖。"),
            record=WHAT_IF_COVERAGE,
            is_list=False,
        ),
        RecordField(
            name="requirements",
            description=Text(
                "Requirements whose state changes, in the standard's order.", "状态有变化的要求，按标准次序。"
            ),
            record=REQUIREMENT_STATE_CHANGE,
            size=FIRST,
        ),
        RecordField(
            name="offers",
            description=Text(
                "Alignments of the teaching standard's courses of the same name, for lines of the edited plan and "
                "requirements that it does not cover.",
                "专业教学标准同名课程的对接，供修改后方案的课程行及其尚未覆盖的要求参考。",
            ),
            record=OFFERED_ALIGNMENT,
            size=FIRST,
        ),
    ),
)
