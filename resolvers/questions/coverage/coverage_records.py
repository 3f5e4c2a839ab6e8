"""The records that answer ``coverage``, and the counts that other tables of coverage share with it."""

from typing import Any

from analysis.coverage import COVERED, NOT_COVERED, PARTLY_COVERED, UNKNOWN, Counts
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import CodeList, Property, Scalar, Text
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType, count_field
from resolvers.questions.shared.record_pages import PAGE_INFO_FIELD

COVERAGE_STATE = CodeList(
    "CoverageState",
    Text("Whether a requirement is carried by the courses asked about.", "所问的课程是否承担某要求。"),
    {
        COVERED: Text(
            "An accepted alignment of a covering kind, of a role asked for, and of enough strength.",
            "有已采纳的对接，其类型可覆盖、角色在所问之列且强度足够。",
        ),
        PARTLY_COVERED: Text(
            "There are such alignments, and none is of sufficient strength.",
            "有此类对接，但没有一条强度足够（部分覆盖）。",
        ),
        NOT_COVERED: Text(
            "Somebody looked and found none: a closed review, or an accepted NO_MATCH of every course.",
            "有人查过而没有找到：评审已结束，或对每门课程都采纳了 NO_MATCH。",
        ),
        UNKNOWN: Text("No one has decided. Suggestions do not count.", "无人决定。建议不计。"),
    },
)

_COUNTS = {
    "requirements": Text("Skill requirements in all.", "技能要求总数。"),
    "covered": Text("Requirements COVERED: the lower bound.", "COVERED 的要求数，即下界。"),
    "partly_covered": Text(
        "Requirements PARTLY_COVERED: accepted evidence, none of it of sufficient strength.",
        "PARTLY_COVERED 的要求数：有已采纳的证据，但都不够强。",
    ),
    "not_covered": Text("Requirements NOT_COVERED: gaps.", "NOT_COVERED 的要求数，即缺口。"),
    "unknown": Text("Requirements UNKNOWN.", "UNKNOWN 的要求数。"),
    "suggested": Text(
        "Requirements UNKNOWN for which a suggestion waits that would cover them if it were accepted.",
        "有建议待决定、若采纳则会覆盖的 UNKNOWN 要求数。",
    ),
    "lower": Text("covered / requirements, 0 to 1.", "已覆盖 / 要求数，0 至 1。"),
    "upper": Text(
        "(covered + partlyCovered + unknown) / requirements, 0 to 1.", "（已覆盖 + 部分覆盖 + 未知）/ 要求数，0 至 1。"
    ),
}
_NAMES = {"partly_covered": "partlyCovered", "not_covered": "notCovered"}
_FIELDS = {each: _NAMES.get(each, each) for each in Counts._fields}
# In the order of ``Counts``: a record of these fields alone is such a tuple itself.
COUNTS = tuple(
    Property(
        name=name,
        type=Scalar.FLOAT if count in {"lower", "upper"} else Scalar.INT,
        description=_COUNTS[count].plus(
            "Null: the graph lacks its requirements, or the courses.", "null：图中没有其技能要求，或没有课程。"
        ),
    )
    for count, name in _FIELDS.items()
)


def count_fields(counts: Counts) -> dict[str, Any]:
    """Give counts by the names of the fields."""
    return {_FIELDS[name]: value for name, value in counts._asdict().items()}


_COUNTED = (
    *COUNTS,
    Property(
        name="hours",
        type=Scalar.INT,
        description=Text(
            "Class hours of the courses that cover anything here, each whole and once. Null: "
            "nothing is covered, or the hours of one of them are not known; teaching "
            "standards state none, lines of plans may.",
            "在此有所覆盖的课程的学时，每门计一次全额。null：没有覆盖，或其中有课程学时不详；"
            "专业教学标准不写学时，方案课程可能写明。",
        ),
    ),
)

WORK_AREA_COVERAGE = RecordType(
    name="WorkAreaCoverage",
    description=Text("Coverage of one work area.", "一个工作领域的覆盖。"),
    fields=(
        *_COUNTED,
        NodeField(name="workArea", description=Text("The work area.", "工作领域。"), kinds=("WorkArea",)),
    ),
)

_OF_LEVEL = Property(
    name="level",
    type=CERTIFICATE_LEVEL_CODE,
    description=Text("The level of the requirements counted here.", "此处所计要求的等级。"),
    required=True,
)
MATRIX_CELL_LEVEL = RecordType(
    name="MatrixCellLevel",
    description=Text("Coverage of one level of a column by one row.", "一行对一列的某一等级的覆盖。"),
    fields=(*COUNTS, _OF_LEVEL),
)
MAJOR_FIT_LEVEL = RecordType(
    name="MajorFitLevel",
    description=Text("Coverage of one level of a certificate by a major.", "一个专业对证书一个等级的覆盖。"),
    fields=(*COUNTS, _OF_LEVEL),
)

LEVEL_COVERAGE = RecordType(
    name="LevelCoverage",
    description=Text("Coverage of one level of a certificate.", "证书一个等级的覆盖。"),
    fields=(
        *_COUNTED,
        _OF_LEVEL,
    ),
)

WORK_TASK_COVERAGE = RecordType(
    name="WorkTaskCoverage",
    description=Text("Coverage of one work task.", "一个工作任务的覆盖。"),
    fields=(
        *_COUNTED,
        NodeField(name="workTask", description=Text("The work task.", "工作任务。"), kinds=("WorkTask",)),
    ),
)

COVERAGE_PROOF = RecordType(
    name="CoverageProof",
    description=Text(
        "One alignment on which a state rests: who said what of which course.",
        "某一状态所依据的一条对接：谁对哪门课程作出何种判断。",
    ),
    fields=(
        NodeField(
            name="course",
            description=Text("The course, or the line of a plan.", "课程，或方案中的课程行。"),
            kinds=("Course", "PlanCourse"),
        ),
        NodeField(
            name="alignment",
            description=Text(
                "The alignment: kind, role, strength, reviewer, day, rationale, sources.",
                "对接：类型、角色、强度、评审人、日期、理由、来源。",
            ),
            kinds=("Alignment",),
        ),
    ),
)

COVERAGE_ITEM = RecordType(
    name="CoverageItem",
    description=Text("One requirement with its state and proof.", "一条要求及其状态与依据。"),
    fields=(
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        Property(
            name="state", type=COVERAGE_STATE, description=Text("Whether it is carried.", "是否被承担。"), required=True
        ),
        Property(
            name="inferredFrom",
            type=CERTIFICATE_LEVEL_CODE,
            description=Text(
                "The level asked about that includes this requirement's lower level, as the "
                "standard states: it is counted by this inference only. Null: the target "
                "names its level itself.",
                "标准写明包含本要求所在低等级的、所问的等级：仅因这一推断而计入。null：目标本身写明了该等级。",
            ),
        ),
        RecordField(
            name="proofs",
            description=Text(
                "COVERED or PARTLY_COVERED: the alignments that carry it. Else empty.",
                "COVERED 或 PARTLY_COVERED 时为承担它的对接；否则为空。",
            ),
            record=COVERAGE_PROOF,
        ),
        RecordField(
            name="suggestions",
            description=Text(
                "Alignments proposed and not decided yet that would cover if accepted; they count nothing.",
                "已提出而未决定、若采纳则会覆盖的对接；不计入结果。",
            ),
            record=COVERAGE_PROOF,
        ),
        RecordField(
            name="noMatches",
            description=Text(
                "Accepted alignments that say of a course that it does not carry it.",
                "已采纳的、判断某课程不承担它的对接。",
            ),
            record=COVERAGE_PROOF,
            size=2,
        ),
        NodeField(
            name="reviews",
            description=Text("Closed reviews of the subjects on it.", "主体中针对它已结束的评审。"),
            kinds=("Review",),
            is_list=True,
        ),
    ),
)

COVERAGE_FLOW = RecordType(
    name="CoverageFlow",
    description=Text(
        "What one course carries of one work task, or what nothing carries: a ribbon of a flow chart.",
        "一门课程对一个工作任务的承担，或无课程承担的部分：流向图中的一条。",
    ),
    fields=(
        NodeField(
            name="course",
            description=Text(
                "The course, or the line of a plan. Null: nothing carries these requirements, or no one has looked.",
                "课程，或方案中的课程行。null：没有课程承担这些要求，或无人查过。",
            ),
            kinds=("Course", "PlanCourse"),
            is_optional=True,
        ),
        NodeField(name="workTask", description=Text("The work task.", "工作任务。"), kinds=("WorkTask",)),
        Property(
            name="state",
            type=COVERAGE_STATE,
            description=Text("The state of these requirements.", "这些要求的状态。"),
            required=True,
        ),
        count_field(
            "requirements",
            Text(
                "Requirements of the task in this state that the course carries. Several courses may carry the same.",
                "该课程所承担的、处于此状态的该任务的要求数。同一要求可由多门课程承担。",
            ),
        ),
        Property(
            name="share",
            type=Scalar.FLOAT,
            description=Text(
                "Requirements, each divided among its courses: those of a task add up to its requirements.",
                "要求数，每条由承担它的课程均分：一个任务的各份之和等于其要求数。",
            ),
            required=True,
        ),
        Property(
            name="strength",
            type=Scalar.FLOAT,
            description=Text(
                "The strongest of the alignments that it rests on. Null: there is no course.",
                "所依据的对接中最大的强度。null：没有课程。",
            ),
        ),
    ),
)

COVERAGE = RecordType(
    name="Coverage",
    description=Text(
        "How far the subjects carry the requirements of the target: between `lower` and `upper`.",
        "主体在多大程度上承担目标的要求：介于 `lower` 与 `upper` 之间。",
    ),
    fields=(
        *_COUNTED,
        Property(
            name="inferred",
            type=Scalar.INT,
            description=Text(
                "Requirements counted only because a higher level includes them; 0 without `inferLevels`.",
                "仅因高等级包含低等级而计入的要求数；未用 `inferLevels` 时为 0。",
            ),
            required=True,
        ),
        RecordField(
            name="byLevel",
            description=Text("The same by level, the lowest first.", "按等级分列，由低到高。"),
            record=LEVEL_COVERAGE,
            size=len(CERTIFICATE_LEVEL_CODE.codes),
        ),
        RecordField(
            name="byWorkArea",
            description=Text("The same by work area, in the standard's order.", "按工作领域分列，按标准次序。"),
            record=WORK_AREA_COVERAGE,
            size=20,
        ),
        RecordField(
            name="byTask",
            description=Text("The same by work task, in the standard's order.", "按工作任务分列，按标准次序。"),
            record=WORK_TASK_COVERAGE,
            size=50,
        ),
        RecordField(
            name="flows",
            description=Text(
                "What each course carries of each work task, in the standard's order: all that a flow chart draws.",
                "各门课程对各工作任务的承担，按标准次序：即绘制流向图所需的全部数据。",
            ),
            record=COVERAGE_FLOW,
            size=100,
        ),
        RecordField(
            name="items",
            description=Text(
                "The requirements in the states asked for, in the standard's order: the `first` of them after `after`.",
                "处于所问状态的各条要求，按标准次序：`after` 之后的 `first` 条。",
            ),
            record=COVERAGE_ITEM,
            size=FIRST,
        ),
        count_field(
            "total",
            Text(
                "Requirements in the states asked for, also those on other pages.", "处于所问状态的要求总数，含其他页。"
            ),
        ),
        PAGE_INFO_FIELD,
    ),
)
