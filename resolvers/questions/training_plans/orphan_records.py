"""The records of ``orphanedTrainingPlans``: plans whose grounds have gone, with reason, node and source."""

from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field

ORPHAN_REASON_CODE = CodeList(
    "OrphanReasonCode",
    Text("Why a training plan no longer rests on what it was made for.", "培养方案所依据的内容不再有效的原因。"),
    {
        "MAJOR_REPLACED": Text("A source names what took the place of its major.", "来源写明其专业已被取代。"),
        "MAJOR_RECODED": Text(
            "The edition in force lists the major of this name and level under another entry.",
            "现行目录中同名同层次的专业已另列（代码不同）。",
        ),
        "MAJOR_NOT_LISTED": Text(
            "The edition in force lists no major of this name and level.", "现行目录中没有同名同层次的专业。"
        ),
        "MAJOR_NOT_MATCHED": Text("Its major was not matched: not known.", "方案的专业未能对应：不详。"),
        "EDITION_NOT_DATED": Text("Of the edition of its major no year is known.", "其专业所属目录版本的年份不详。"),
        "CERTIFICATE_ENDED": Text("A certificate that it names is no longer in force.", "所写证书已失效。"),
        "CERTIFICATE_REPLACED": Text("Another took the place of a certificate that it names.", "所写证书已被取代。"),
        "CERTIFICATE_NOT_DATED": Text(
            "No source says when a certificate that it names begins or ends: not known.",
            "没有来源说明所写证书的起止日期：不详。",
        ),
        "LEVEL_ENDED": Text("A level that it targets is no longer in force.", "所定证书等级已失效。"),
        "STANDARD_ENDED": Text(
            "The skill standard that was the newest when its students entered is no longer in force.",
            "学生入学时最新的职业技能等级标准已失效。",
        ),
        "STANDARD_REPLACED": Text(
            "A later version of the skill standard of a certificate that it names.",
            "所写证书的职业技能等级标准已有更新版本。",
        ),
        "BASE_STANDARD_REPLACED": Text(
            "A later teaching standard of its major. Not known where the plan names no base standard.",
            "其专业已有更新的专业教学标准；方案未写明所依标准时为不详。",
        ),
    },
)

ORPHAN_STATE = CodeList(
    "OrphanState",
    Text("Whether something that a training plan rests on has gone.", "培养方案的依据是否已失效。"),
    {
        "ORPHANED": Text("At least one reason is known.", "至少有一项确定的原因。"),
        "UNKNOWN": Text("It may be; nothing known says so.", "可能失效，但没有确定的原因。"),
    },
)

ORPHAN_REASON = RecordType(
    name="OrphanReason",
    description=Text("One reason.", "一项原因。"),
    fields=(
        Property(name="reason", type=ORPHAN_REASON_CODE, description=Text("The reason.", "原因。"), required=True),
        Property(
            name="isKnown",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether it is known. If not, it may be: a day or a base is not stated.",
                "是否确定。不确定时：日期或依据未写明。",
            ),
            required=True,
        ),
        NodeField(
            name="node",
            description=Text(
                "What it is about: what took the place, or what ended; of a major that is not listed, the catalogue in "
                "force. Null: nothing to point to.",
                "所涉对象：取代者或已失效者；专业未列入时为现行目录。null：无。",
            ),
            kinds=("Major", "Catalogue", "Certificate", "CertificateLevel", "SkillStandard", "TeachingStandard"),
            is_optional=True,
        ),
        NodeField(
            name="sources",
            description=Text("Sources of it. Empty: none is recorded.", "来源。空：没有记录。"),
            kinds=("Source",),
            is_list=True,
        ),
    ),
)

ORPHANED_TRAINING_PLAN = RecordType(
    name="OrphanedTrainingPlan",
    description=Text("A training plan whose grounds have gone, or may have.", "依据已失效或可能失效的培养方案。"),
    fields=(
        NodeField(name="trainingPlan", description=Text("The plan.", "方案。"), kinds=("TrainingPlan",)),
        Property(name="state", type=ORPHAN_STATE, description=Text("Whether it has.", "是否失效。"), required=True),
        RecordField(
            name="reasons",
            description=Text("The reasons, known ones first.", "原因，确定的在前。"),
            record=ORPHAN_REASON,
            size=5,
        ),
    ),
)

ORPHANED_TRAINING_PLANS = RecordType(
    name="OrphanedTrainingPlans",
    description=Text("Training plans whose grounds have gone by a day.", "截至某日依据已失效的培养方案。"),
    fields=(
        Property(name="asOf", type=Scalar.DATE, description=Text("The day asked about.", "所问之日。"), required=True),
        count_field("plans", Text("Plans that were looked at.", "检查的方案数。")),
        count_field("orphaned", Text("Of them ORPHANED.", "其中 ORPHANED 的方案数。")),
        count_field("unknown", Text("Of them UNKNOWN.", "其中 UNKNOWN 的方案数。")),
        RecordField(
            name="rows",
            description=Text("The plans, ORPHANED first, then by id.", "各方案，ORPHANED 在前，再按 id 排列。"),
            record=ORPHANED_TRAINING_PLAN,
            size=FIRST,
        ),
    ),
)
