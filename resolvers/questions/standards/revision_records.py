"""The records of ``revisionImpact``: what became of the requirements, and what rests on the earlier version."""

from graph.model.core import Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field
from resolvers.questions.standards.version_diff import CHANGE_COUNTS, VERSION_CHANGE_KIND

CARRIED_ALIGNMENT = RecordType(
    name="CarriedAlignment",
    description=Text(
        "A live alignment with the earlier version, and where it would go. It would go as SUGGESTED, whatever it is "
        "now: a reviewer decides anew.",
        "一条与旧版本的有效对接及其去向。无论现在处于何种状态，都只作为建议（SUGGESTED）沿用，由评审人重新决定。",
    ),
    fields=(
        NodeField(name="alignment", description=Text("The alignment.", "对接。"), kinds=("Alignment",)),
        NodeField(
            name="course",
            description=Text(
                "The course that it is evidence of. Null: it speaks of a whole major.",
                "该对接所证明的课程。null：涉及整个专业。",
            ),
            kinds=("Course", "PlanCourse"),
            is_optional=True,
        ),
        Property(
            name="change",
            type=VERSION_CHANGE_KIND,
            description=Text("What became of its requirement.", "其技能要求的变化。"),
            required=True,
        ),
        Property(
            name="similarity",
            type=Scalar.FLOAT,
            description=Text(
                "How alike the texts read, 0 to 1. Null: several texts, or none.",
                "文字相似度，0 至 1。null：涉及多段文字，或没有。",
            ),
        ),
        NodeField(
            name="requirement",
            description=Text("The requirement of the earlier version.", "旧版本的技能要求。"),
            kinds=("SkillRequirement",),
        ),
        NodeField(
            name="suggestedFor",
            description=Text(
                "Requirements of the later version for which it would be suggested. Empty: its requirement is gone.",
                "新版本中建议沿用到的技能要求。空：原要求已删除。",
            ),
            kinds=("SkillRequirement",),
            is_list=True,
        ),
    ),
)

_BY_CHANGE = (
    count_field(
        "kept",
        Text(
            "Of its alignments, those whose requirement is unchanged or moved.",
            "其对接中，要求未变或仅移位的条数。",
        ),
    ),
    count_field(
        "changed",
        Text(
            "Of its alignments, those whose requirement was reworded, rewritten, split or merged.",
            "其对接中，要求被改写（含改动较大）、拆分或合并的条数。",
        ),
    ),
    count_field(
        "lost", Text("Of its alignments, those whose requirement was removed.", "其对接中，要求已删除的条数。")
    ),
)

TOUCHED_COURSE = RecordType(
    name="TouchedCourse",
    description=Text("A course with live alignments with the earlier version.", "与旧版本有有效对接的课程。"),
    fields=(
        NodeField(name="course", description=Text("The course.", "课程。"), kinds=("Course", "PlanCourse")),
        *_BY_CHANGE,
    ),
)

TOUCHED_PLAN = RecordType(
    name="TouchedPlan",
    description=Text(
        "A training plan that names the certificate, or whose courses have alignments with the earlier version.",
        "写明该证书、或其课程与旧版本有对接的人才培养方案。",
    ),
    fields=(
        NodeField(
            name="trainingPlan", description=Text("The training plan.", "人才培养方案。"), kinds=("TrainingPlan",)
        ),
        Property(
            name="namesCertificate",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether the plan, or a line of it, names the certificate.", "方案或其中课程是否写明该证书。"
            ),
            required=True,
        ),
        *_BY_CHANGE,
    ),
)

REVISION_IMPACT = RecordType(
    name="RevisionImpact",
    description=Text(
        "What a new version of a skill standard changes, and what rests on the version before.",
        "技能标准新版本带来的变化，以及依据旧版本的内容。",
    ),
    fields=(
        *(
            count_field(name, Text(f"Changes {code}, as in `versionDiff`.", f"{code} 的变化数，同 `versionDiff`。"))
            for name, code in CHANGE_COUNTS.items()
        ),
        RecordField(
            name="carriedAlignments",
            description=Text(
                "Live alignments with the earlier version, in the order of the standard, and where each would go.",
                "与旧版本的有效对接及各自去向，按标准次序。",
            ),
            record=CARRIED_ALIGNMENT,
            size=FIRST,
        ),
        count_field("alignments", Text("All of those alignments.", "上述对接的总数。")),
        RecordField(
            name="courses",
            description=Text(
                "The courses of those alignments, those that lose most first.", "上述对接的课程，失去多的在前。"
            ),
            record=TOUCHED_COURSE,
            size=FIRST,
        ),
        RecordField(
            name="trainingPlans",
            description=Text(
                "The training plans it touches, those that lose most first.", "受影响的人才培养方案，失去最多的在前。"
            ),
            record=TOUCHED_PLAN,
            size=FIRST,
        ),
        NodeField(
            name="colleges",
            description=Text("The colleges of those plans.", "上述方案所属的院校。"),
            kinds=("College",),
            is_list=True,
            size=FIRST,
        ),
        NodeField(
            name="creditRules",
            description=Text("Published credit rules of those colleges.", "这些院校公开的学分规则。"),
            kinds=("CreditRule",),
            is_list=True,
            size=FIRST,
        ),
        NodeField(
            name="rules",
            description=Text(
                "Published rules on the certificate, such as those of its examination.",
                "关于该证书的公开规则。",
            ),
            kinds=("Rule",),
            is_list=True,
            size=FIRST,
        ),
    ),
)
