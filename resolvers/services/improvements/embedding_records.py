"""The answer to ``embedCertificate``: the least edits by which a plan teaches what a certificate requires."""

from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import CodeList, Property, Text
from resolvers.questions.records import RecordField, RecordType, count_field
from resolvers.services.improvements.shared_records import COURSE, LINE, RULES_IN_CONFLICT, text_field

UNSERVED_REASON = CodeList(
    "UnservedReason",
    Text("Why a requirement stays open.", "技能要求仍未覆盖的原因。"),
    {
        "NO_EVIDENCE": Text("No course is linked with it.", "没有课程与其关联。"),
        "RULES": Text("Hours and rules do not let it be served.", "受学时与规则限制。"),
    },
)
EDIT_GROUND = CodeList(
    "EditGround",
    Text("Why a course could teach one more requirement.", "课程可以增加一条要求的依据。"),
    {
        "TENTATIVE": Text(
            "An alignment of a course of its name with the requirement waits for review, or is too weak to cover it.",
            "同名课程与该要求的对接待评审，或强度不足以视为覆盖。",
        ),
        "SAME_TASK": Text(
            "A course of its name covers another requirement of the same task.",
            "同名课程已覆盖同一工作任务的另一条要求。",
        ),
        "SAME_AREA": Text(
            "A course of its name covers another requirement of the same area.",
            "同名课程已覆盖同一工作领域的另一条要求。",
        ),
        "WORDS": Text(
            "Only words of its name stand in the requirement: weak.",
            "仅课程名称与要求有相同的词，依据较弱。",
        ),
    },
)
WANTED_REQUIREMENT = RecordType(
    name="WantedRequirement",
    description=Text("A requirement of the certificate.", "证书的一条技能要求。"),
    fields=(
        text_field("id", Text("Id of the SkillRequirement.", "SkillRequirement 的 id。")),
        Property(
            name="level", type=CERTIFICATE_LEVEL_CODE, description=Text("Its level.", "所属等级。"), required=True
        ),
        text_field("code", Text("Its code, such as 1.2.3. Empty: none.", "编号，如 1.2.3。空：无。")),
        text_field("text", Text("Its text.", "内容。")),
    ),
)
_REQUIREMENT = RecordField(
    name="requirement",
    description=Text("The requirement.", "技能要求。"),
    record=WANTED_REQUIREMENT,
    is_list=False,
)
_SIMILAR_LINE = RecordType(
    name="SimilarLine",
    description=Text("A line whose name is near that of a new elective.", "与新增选修课名称相近的课程行。"),
    fields=(COURSE, LINE),
)
CERTIFICATE_EMBEDDING = RecordType(
    name="CertificateEmbedding",
    description=Text(
        "The least edits by which a plan comes to teach what a certificate requires. Nothing is changed.",
        "使方案覆盖证书要求所需的最少改动；不改变任何内容。",
    ),
    fields=(
        count_field("requirements", Text("Requirements of the levels asked for.", "所选等级的技能要求总数。")),
        count_field("addedHours", Text("Hours that the edits add.", "改动增加的学时。")),
        text_field(
            "standard",
            Text("Id of the TeachingStandard whose alignments count.", "采用其对接的 TeachingStandard 的 id。"),
        ),
        RecordField(
            name="taught",
            description=Text("What the plan teaches already.", "方案已覆盖的要求。"),
            record=RecordType(
                name="TaughtRequirement",
                description=Text("A requirement and the courses that teach it.", "一条要求及覆盖它的课程。"),
                fields=(
                    _REQUIREMENT,
                    text_field("courses", Text("The courses.", "课程。"), many=True),
                ),
            ),
        ),
        RecordField(
            name="outcomes",
            description=Text("Lines that teach one more requirement.", "增加教学内容的课程行。"),
            record=RecordType(
                name="AddedOutcome",
                description=Text("A line that would teach one more requirement.", "应增加一条要求的课程行。"),
                fields=(
                    _REQUIREMENT,
                    COURSE,
                    LINE,
                    count_field("affinity", Text("How near they are, 0 to 100.", "课程与要求的接近程度，0 至 100。")),
                    Property(
                        name="ground",
                        type=EDIT_GROUND,
                        description=Text("Why the course could teach it.", "课程可以增加该要求的依据。"),
                        required=True,
                    ),
                    RecordField(
                        name="through",
                        description=Text(
                            "The requirement near it that a course of this name covers. Null: the ground is another.",
                            "同名课程已覆盖的相近要求。空：依据不是相近要求。",
                        ),
                        record=WANTED_REQUIREMENT,
                        is_list=False,
                    ),
                ),
            ),
        ),
        RecordField(
            name="extended",
            description=Text("Lines that get more hours.", "增加学时的课程行。"),
            record=RecordType(
                name="ExtendedLine",
                description=Text("A line that would get more hours.", "应增加学时的课程行。"),
                fields=(
                    COURSE,
                    LINE,
                    count_field("hours", Text("Its hours now.", "现有学时。")),
                    count_field("addedHours", Text("Hours more, half of them practice.", "增加的学时，半数为实践。")),
                ),
            ),
        ),
        RecordField(
            name="electives",
            description=Text("New electives.", "新增的选修课。"),
            record=RecordType(
                name="NewElective",
                description=Text("An elective that the plan would get.", "方案应新增的选修课。"),
                fields=(
                    COURSE,
                    count_field("hours", Text("Its hours.", "学时。")),
                    count_field("practiceHours", Text("Of them hours of practice.", "其中实践学时。")),
                    count_field("semester", Text("In which semester.", "开设学期。")),
                    RecordField(
                        name="requirements",
                        description=Text("What it teaches.", "所覆盖的要求。"),
                        record=WANTED_REQUIREMENT,
                    ),
                    RecordField(
                        name="similar",
                        description=Text(
                            "Lines of a similar name: it may be the same course, to be extended instead. Empty: none.",
                            "名称相近的课程行：可能是同一课程，宜扩充该课程而不另开。空：无。",
                        ),
                        record=_SIMILAR_LINE,
                    ),
                ),
            ),
        ),
        RecordField(
            name="unserved",
            description=Text("What stays open.", "仍未覆盖的要求。"),
            record=RecordType(
                name="UnservedRequirement",
                description=Text("A requirement that stays open.", "一条仍未覆盖的要求。"),
                fields=(
                    _REQUIREMENT,
                    Property(
                        name="reason",
                        type=UNSERVED_REASON,
                        description=Text("Why.", "原因。"),
                        required=True,
                    ),
                ),
            ),
        ),
        count_field(
            "unservedWithoutRules",
            Text("How many would stay open if no rule on hours held.", "若无学时规则限制，仍未覆盖的要求数。"),
        ),
        RecordField(
            name="rules",
            description=Text("The rules on hours, before and after.", "学时规则在改动前后的情况。"),
            record=RecordType(
                name="HourRuleFigures",
                description=Text(
                    "A rule on hours: its weighted sum is at most `most`. One that the plan breaks may not get worse.",
                    "一条学时规则：加权和不超过 `most`；方案已不满足的，不得变差。",
                ),
                fields=(
                    text_field("code", Text("Its code, such as BUDGET or HV3:02.", "编号，如 BUDGET、HV3:02。")),
                    text_field(
                        "text",
                        Text(
                            "What it says, in the language of `Accept-Language`.",
                            "规则内容，语言随 `Accept-Language`。",
                        ),
                    ),
                    count_field("most", Text("The limit.", "上限。")),
                    count_field("now", Text("The sum in the plan as it is.", "方案现有的值。")),
                    count_field("then", Text("The sum after the edits.", "改动后的值。")),
                ),
            ),
        ),
        RecordField(
            name="conflicts",
            description=Text(
                "Rules because of which more stays open. Each is a least set; the next one is without those before.",
                "使更多要求无法覆盖的规则；每组均为最小组，后一组不含前面各组的规则。",
            ),
            record=RULES_IN_CONFLICT,
        ),
        text_field(
            "held",
            Text(
                "Courses that are not edited: common ones, whole weeks, without hours or semester, or locked.",
                "不改动的课程：公共课、整周安排、未写学时或学期，或已锁定。",
            ),
            many=True,
        ),
    ),
)
