"""What a verdict on a training plan says, its reason, and what would decide an UNKNOWN, in both languages."""

from graph.model.core import CodeList, Text

COMPLIANCE_VERDICT = CodeList(
    "ComplianceVerdict",
    Text("Whether a training plan keeps a rule.", "培养方案是否符合规则。"),
    {
        "PASS": Text("Kept, whatever is chosen.", "符合（无论如何选课）。"),
        "FAIL": Text(
            "Broken, whatever is chosen; the rule binds without reserve.", "违反（无论如何选课），且规则为硬性。"
        ),
        "REMARK": Text("Worth a look, no violation.", "提示：值得核对，不算违反。"),
        "UNKNOWN": Text("The plan does not say enough.", "无法判断：方案未写明所需内容。"),
        "NOT_APPLICABLE": Text("The rule does not bind this plan.", "规则不适用于本方案。"),
    },
)

COMPLIANCE_REASON = CodeList(
    "ComplianceReason",
    Text("On what a verdict rests.", "判断的理由。"),
    {
        "BOUNDS": Text("The measured value against its bounds.", "测得值与阈值比较。"),
        "LINES_OUTSIDE": Text("Some lines are outside the bounds.", "部分课程行超出阈值。"),
        "OFFERED": Text("Whether the course is offered as wanted.", "课程是否按要求开设。"),
        "NO_SUCH_LINE": Text("No line has such a course.", "没有此类课程。"),
        "COURSES_MISSING": Text(
            "Of several courses that must all be offered, some have no line; the lines counted are of the others.",
            "须开设的几门课程不全：计入的是已开设的，其余没有。",
        ),
        "OTHER_MODULE": Text("The course stands in another module.", "课程列在其他模块。"),
        "OTHER_NATURE": Text("The course is of another nature.", "课程性质与要求不同。"),
        "FORMER_NAME": Text("A name that is no longer in use.", "名称已不再使用。"),
        "NO_FORMER_NAME": Text("Whether a line has a name that is no longer in use.", "是否有课程行仍用已停用的名称。"),
        "STATED": Text("The facts of the plan state this part.", "方案的内容已写明这一部分。"),
        "HEADING": Text("Whether a heading of the document names this part.", "文件是否有写明这一部分的标题。"),
        "HEAD": Text("The head of the plan leaves level or years out.", "方案未写明层次或修业年限。"),
        "NOT_OF_PLANS": Text("It measures nothing of a training plan.", "不衡量培养方案的内容。"),
        "OF_CONVERSIONS": Text(
            "It binds a conversion of credits, not a plan: see `planCreditConversion`.",
            "约束学分转换而非培养方案，参见 `planCreditConversion`。",
        ),
        "NOT_YET_IN_FORCE": Text("Not in force on this day yet.", "当日尚未施行。"),
        "NO_LONGER_IN_FORCE": Text("No longer in force on this day.", "当日已不再施行。"),
        "OTHER_LEVEL": Text("For another level of education.", "适用于其他学历层次。"),
        "OTHER_YEARS": Text("For another length of study.", "适用于其他修业年限。"),
    },
)

UNDECIDED_KIND = CodeList(
    "UndecidedKind",
    Text("What would decide a rule.", "可据以判断的内容。"),
    {
        "HOURS": Text("Hours of these lines.", "这些课程行的学时。"),
        "CREDITS": Text("Credits of these lines.", "这些课程行的学分。"),
        "HOURS_AND_CREDITS": Text("Lines with both hours and credits.", "同时写明学时与学分的课程行。"),
        "WEEKS": Text("Weeks of these lines.", "这些课程行的周数。"),
        "PRACTICE": Text("Theory and practice of these lines.", "这些课程行的理论与实践学时。"),
        "MODULE": Text("The module of these lines.", "这些课程行的模块。"),
        "NATURE": Text("The nature of these lines: required or elective.", "这些课程行的性质（必修或选修）。"),
        "SEMESTERS": Text("The semesters of these lines.", "这些课程行的开课学期。"),
        "WEEKLY_HOURS": Text("Weekly hours of these lines.", "这些课程行的周学时。"),
        "NOT_COUNTED": Text("Whether these lines count, which the plan shows in brackets.", "括号中的课程行是否计入。"),
        "JOINED_COURSE": Text("The parts of these lines, which hold several courses.", "合并开设的课程各自的部分。"),
        "CHOICE": Text("What is chosen of these groups.", "这些选课组的选择。"),
        "HOURS_PER_WEEK": Text(
            "Hours per week of the plan, for these lines.", "方案规定的每周学时（用于折算这些课程行）。"
        ),
        "WEEK_TABLE": Text("A whole week table without overlapping columns.", "完整且各列不重叠的周数分配表。"),
        "RESERVE_WEEKS": Text(
            "Whether weeks held in reserve count as weeks of activity: the year has too many with them.",
            "机动周是否计入教学活动周数：计入则该学年超出规定周数。",
        ),
        "HEADINGS": Text(
            "The headings of the sections of its document: none was read, or lines of the plan are missing.",
            "文件各章节的标题：未读取到章节标题，或方案的课程行不全。",
        ),
        "LEVEL": Text("The level of education of the plan; or name the rule sets.", "方案的学历层次；或指定规则集。"),
        "YEARS": Text("The years of study of the plan.", "方案的修业年限。"),
        "STAGE": Text(
            "Which of the first six semesters of five years belong to the secondary stage.",
            "五年制前六学期中哪些学期属于中等职业教育阶段。",
        ),
        "TAKEN_BY_ALL": Text("Whether everyone takes these lines.", "这些课程行是否人人修读。"),
        "STANDARD": Text(
            "Whether the teaching standard of the major asks for the course.", "专业教学标准是否要求开设该课程。"
        ),
        "PLACE": Text("Whether these placements are outside the school.", "这些实习是否在校外进行。"),
        "REST_OF_PLAN": Text("The lines that are not here.", "未收录的课程行。"),
    },
)
